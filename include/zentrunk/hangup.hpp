// SPDX-License-Identifier: BSL-1.0
//
// zentrunk/hangup.hpp: looks up the hangup codes of Zentrunk, Plivo's SIP trunking service, which
// are in the SIP header field X-ZT-Hangup-Code and in call detail records (CDRs).
//
//   using namespace zentrunk;
//   if (const hangup::entry* found = hangup::by_code(4090)) log(found->cause, found->description);
//   for (const hangup::entry& each : hangup::by_sip_code(503, hangup::originator::carrier)) ...
//   static_assert(hangup::by_code(hangup::code::user_busy)->sip_code == 486);
//
// C++17, this file and the standard library. Every function is constexpr and noexcept, allocates
// nothing, keeps no state and can be called from any thread. Every lookup is O(1) in the number of
// entries. Unknown or malformed keys return nullptr or an empty range.
//
// Source: the Plivo page, docs.plivo.com/docs/sip-trunking/troubleshooting/zentrunk-hangup-codes.
// Plivo's Voice product uses the same CDR field names with other values: they are not these codes.
//
// In this order: types, functions (declared and documented), data (generated), definitions.

#ifndef ZENTRUNK_HANGUP_HPP
#define ZENTRUNK_HANGUP_HPP

#define ZENTRUNK_VERSION_MAJOR 1
#define ZENTRUNK_VERSION_MINOR 2
#define ZENTRUNK_VERSION_PATCH 0
// The namespace of functions, data and `entries`: the version and, by tools/regenerate, a hash of
// the data. So units built with other releases or other data can be linked: each uses its own.
#define ZENTRUNK_RELEASE v1_2_0_4af92037

#if __cplusplus < 201703L && (!defined(_MSVC_LANG) || _MSVC_LANG < 201703L)
#error "zentrunk/hangup.hpp needs C++17 or newer (g++ and clang++: -std=c++17, MSVC: /std:c++17)"
#endif

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#if __has_include(<version>)
#include <version>  // __cpp_lib_ranges
#endif

#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ == 13
#pragma GCC diagnostic push  // g++ 13 alone takes by_cause("user_busy").front() for dangling
#pragma GCC diagnostic ignored "-Wdangling-reference"
#endif

// ---- Types --------------------------------------------------------------------------------------

namespace zentrunk::hangup {
inline namespace v1 {  // types that all 1.x releases share, so units can pass them to each other

/// Who ended the call, hangup_source in a CDR. Enumerators: see Data.
/// In an entry it is what the Plivo page says about the code; the CDR of a single call can differ.
enum class originator : std::uint8_t;

/// One row of the Plivo page. Its strings are UTF-8, as published, of static storage duration.
struct entry {
  std::uint16_t code;             ///< X-ZT-Hangup-Code, hangup_cause_code in a CDR
  std::uint16_t sip_code;         ///< SIP status code; 0: none
  hangup::originator originator;  ///< who ends a call with this code
  std::string_view cause;         ///< hangup_cause_name in a CDR
  std::string_view description;   ///< what the code means
  std::string_view sip_response;  ///< SIP reason phrase
};

inline namespace ZENTRUNK_RELEASE {
namespace detail {

// An integer key: of any integer type but bool, or an unscoped enumeration, which C APIs have.
template <class Type>
using if_integer = std::enable_if_t<(std::is_integral_v<Type> && !std::is_same_v<Type, bool>) ||
                                        (std::is_enum_v<Type> && std::is_convertible_v<Type, int>),
                                    int>;

// A text key: what converts to std::string_view, a const char*, or a pointer and a size in braces.
// A null pointer or a negative size becomes an empty text, which no lookup finds.
struct text {
  std::string_view view;
  constexpr text(const char* characters) noexcept  // NOLINT(google-explicit-constructor)
      : view(characters == nullptr ? std::string_view() : std::string_view(characters)) {}
  template <class Type, std::enable_if_t<std::is_convertible_v<Type, std::string_view> &&
                                             !std::is_pointer_v<std::decay_t<Type>>,
                                         int> = 0>
  constexpr text(Type&& characters) noexcept  // NOLINT(google-explicit-constructor)
      : view(static_cast<Type&&>(characters)) {}
  template <class Size, if_integer<Size> = 0>
  constexpr text(const char* characters, Size size) noexcept
      : view(characters == nullptr || static_cast<std::ptrdiff_t>(size) < 0
                 ? std::string_view()
                 : std::string_view(characters, static_cast<std::size_t>(size))) {}
  text(std::nullptr_t) = delete;
};

template <std::size_t Slots, std::size_t Keys>
struct entry_index;

}  // namespace detail

/// Entries, ascending by code; may be empty. A view of two pointers; iterators may outlive it. In
/// C++20 it is a std::ranges::view and a borrowed_range.
/// front() and back() need a non-empty range, operator[] a valid index. Out of range, constant
/// expressions do not compile and hardened standard libraries (_GLIBCXX_ASSERTIONS, libc++'s
/// hardening modes, MSVC's debug iterators) trap. Otherwise the behavior is undefined.
class entries {
 public:
  class iterator;  // random access
  using const_iterator = iterator;
  using value_type = entry;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using reference = const entry&;
  using const_reference = const entry&;

  constexpr entries() noexcept = default;
  [[nodiscard]] constexpr iterator begin() const noexcept;
  [[nodiscard]] constexpr iterator end() const noexcept;
  [[nodiscard]] constexpr size_type size() const noexcept {
    return static_cast<size_type>(last_ - first_);
  }
  [[nodiscard]] constexpr bool empty() const noexcept { return first_ == last_; }
  [[nodiscard]] constexpr reference operator[](size_type position) const noexcept;
  [[nodiscard]] constexpr reference front() const noexcept;
  [[nodiscard]] constexpr reference back() const noexcept;

 private:
  template <std::size_t Slots, std::size_t Keys>
  friend struct detail::entry_index;
  constexpr entries(const std::uint16_t* first, const std::uint16_t* last) noexcept
      : first_(first), last_(last) {}

  const std::uint16_t* first_ = nullptr;  // positions in `table`
  const std::uint16_t* last_ = nullptr;
};

// ---- Functions ----------------------------------------------------------------------------------
//
// A text key is anything that converts to std::string_view, a const char*, or a pointer and a size
// in braces: by_cause({data, size}). A null pointer is an unknown key. A const char* or a character
// array ends at its first NUL, and must have one; a pointer with a size need not. Names must match
// in full; ASCII case is ignored. An integer key is of any integer type except bool, or an unscoped
// enumeration; out-of-range values of any width or signedness are unknown.

/// The entry with this hangup code: by_code(4090).
/// Unknown: nullptr. Cost: one multiplication and two loads. Source: the Plivo page.
template <class Integer, detail::if_integer<Integer> = 0>
[[nodiscard]] constexpr const entry* by_code(Integer code) noexcept;

/// The same from decimal digits: by_code("4090"). Spaces and tabs around them are allowed; a sign,
/// a leading zero, a fraction or anything else is unknown.
[[nodiscard]] constexpr const entry* by_code(detail::text digits) noexcept;

/// The entries with this cause, hangup_cause_name in a CDR: by_cause("forbidden") has three.
/// Also accepts the newer names in cause_aliases.csv: by_cause("customer_cancelled") finds 4550. A
/// CDR with call_rejected_unauthorized but no code is 4020, found here, or 4180 (advice.hpp).
/// Unknown: empty. Cost: proportional to the length of a known key. Source: the Plivo page.
[[nodiscard]] constexpr entries by_cause(detail::text cause) noexcept;

/// by_cause(cause) for this originator only; empty if `who` is not an enumerator.
[[nodiscard]] constexpr entries by_cause(detail::text cause, originator who) noexcept;

/// The entries with this SIP status code: by_sip_code(503). 0 finds those without one (3020), so
/// test first whether a status is set. Unknown: empty. Cost: two loads. Source: the Plivo page.
template <class Integer, detail::if_integer<Integer> = 0>
[[nodiscard]] constexpr entries by_sip_code(Integer sip_code) noexcept;

/// by_sip_code(sip_code) for this originator only; empty if `who` is not an enumerator.
template <class Integer, detail::if_integer<Integer> = 0>
[[nodiscard]] constexpr entries by_sip_code(Integer sip_code, originator who) noexcept;

/// The same two from decimal digits, with the rules of by_code("4090"): by_sip_code("503").
[[nodiscard]] constexpr entries by_sip_code(detail::text digits) noexcept;
[[nodiscard]] constexpr entries by_sip_code(detail::text digits, originator who) noexcept;

/// The entries with this originator; empty if `who` is not an enumerator. Cost: two loads.
[[nodiscard]] constexpr entries by_originator(originator who) noexcept;

/// The entries with this SIP reason phrase, without the status code: by_sip_response("User Busy").
/// Unknown: empty. Cost: proportional to the length of a known key. Source: the Plivo page.
[[nodiscard]] constexpr entries by_sip_response(detail::text phrase) noexcept;

/// "Customer", "Carrier" or "Zentrunk", as published. Empty if `who` is not an enumerator.
[[nodiscard]] constexpr std::string_view to_string(originator who) noexcept;

/// What the Plivo page says about the originator. Empty if `who` is not an enumerator.
[[nodiscard]] constexpr std::string_view describe(originator who) noexcept;

/// The originator with this name, hangup_source in a CDR: parse_originator("carrier").
/// Unknown: nullopt. Cost: three comparisons.
[[nodiscard]] constexpr std::optional<originator> parse_originator(detail::text name) noexcept;

/// Lets {fmt} 10 and newer print originators; format.hpp is for {fmt} 9 and std::format.
[[nodiscard]] constexpr std::string_view format_as(originator who) noexcept;

/// `4090_hangup` is the entry itself, a const entry&. An unknown code does not compile. Use it for
/// constants: g++ 12 warns about `by_code(4090) ? a : b`, which always takes a (-Waddress).
namespace literals {
template <char... Digits>
[[nodiscard]] constexpr const entry& operator""_hangup() noexcept;
}  // namespace literals

// The data below are public too: `table`, a std::array of every entry, ascending by code, and one
// constant per code, such as code::user_busy; if several codes share a cause, the code is appended.
// Results refer to `table`, in every unit of a program or library, and across them where the
// platform merges inline variables. For this, g++ keeps plug-ins loaded that are not compiled with
// -fvisibility=hidden or -fno-gnu-unique.

class entries::iterator {
 public:
  // std::random_access_iterator_tag without <iterator>, which would double the cost of including.
  using iterator_category = std::string_view::const_reverse_iterator::iterator_category;
  using value_type = entry;
  using difference_type = std::ptrdiff_t;
  using pointer = const entry*;
  using reference = const entry&;

  constexpr iterator() noexcept = default;
  constexpr reference operator*() const noexcept;
  constexpr pointer operator->() const noexcept { return &**this; }
  constexpr reference operator[](difference_type n) const noexcept { return *(*this + n); }

  constexpr iterator& operator+=(difference_type n) noexcept { return *this = iterator(at_ + n); }
  constexpr iterator& operator-=(difference_type n) noexcept { return *this += -n; }
  constexpr iterator& operator++() noexcept { return *this += 1; }
  constexpr iterator& operator--() noexcept { return *this += -1; }
  constexpr iterator operator++(int) noexcept { return (*this += 1) - 1; }
  constexpr iterator operator--(int) noexcept { return (*this += -1) + 1; }

  friend constexpr iterator operator+(iterator a, difference_type n) noexcept { return a += n; }
  friend constexpr iterator operator+(difference_type n, iterator a) noexcept { return a += n; }
  friend constexpr iterator operator-(iterator a, difference_type n) noexcept { return a -= n; }
  friend constexpr std::ptrdiff_t operator-(iterator a, iterator b) noexcept {
    return a.at_ - b.at_;
  }
  friend constexpr bool operator==(iterator a, iterator b) noexcept { return a.at_ == b.at_; }
  friend constexpr bool operator!=(iterator a, iterator b) noexcept { return a.at_ != b.at_; }
  friend constexpr bool operator<(iterator a, iterator b) noexcept { return a.at_ < b.at_; }
  friend constexpr bool operator>(iterator a, iterator b) noexcept { return a.at_ > b.at_; }
  friend constexpr bool operator<=(iterator a, iterator b) noexcept { return a.at_ <= b.at_; }
  friend constexpr bool operator>=(iterator a, iterator b) noexcept { return a.at_ >= b.at_; }

 private:
  friend class entries;
  constexpr explicit iterator(const std::uint16_t* at) noexcept : at_(at) {}
  const std::uint16_t* at_ = nullptr;
};

}  // namespace ZENTRUNK_RELEASE
}  // namespace v1
}  // namespace zentrunk::hangup

// ---- Data ---------------------------------------------------------------------------------------

// <generated>
// Written by tools/generate from data/*.csv. Edit those, then run tools/regenerate.
// clang-format off
namespace zentrunk::hangup {
inline namespace v1 {
enum class originator : std::uint8_t { customer = 0, carrier = 1, zentrunk = 2 };
inline namespace ZENTRUNK_RELEASE {
namespace detail {
using namespace std::string_view_literals;

/// Every entry, ascending by code.
inline constexpr std::array<entry, 77> table{{
  // code, SIP status code, originator, cause, description, SIP reason phrase
  {3000, 200, originator::carrier, "normal_hangup"sv, "Normal hangup from the carrier"sv, "Hangup from Carrier"sv},
  {3010, 200, originator::customer, "normal_hangup"sv, "Normal hangup from the user"sv, "Hangup from User"sv},
  {3020,   0, originator::zentrunk, "rtp_timeout"sv, "Mid-call failure due to a media timeout"sv, "Media Timeout Hangup"sv},
  {3030, 402, originator::zentrunk, "insufficient_Plivo_credits"sv, "Mid-call failure due to low credit"sv, "Low Credits"sv},
  {3040, 200, originator::zentrunk, "abnormal_hangup_due_to_reinvite"sv, "The call was ended abruptly because the sender\342\200\231s re-invite was rejected. This may be due to a change in any of the session parameters."sv, "Abnormal Hangup"sv},
  {4000, 400, originator::zentrunk, "bad_request"sv, "The request could not be understood due to malformed syntax. The client should not repeat the request without modifications."sv, "Bad Request"sv},
  {4010, 503, originator::carrier, "call_rejected_unauthorized_by_carrier"sv, "The carrier rejected the call invite due to authentication failure, which may be due to blacklisted credentials."sv, "Service Unavailable"sv},
  {4020, 401, originator::customer, "call_rejected_unauthorized"sv, "Request requires user authentication. The user agent client may repeat the request with a suitable authorization header field."sv, "Call Rejected"sv},
  {4030, 402, originator::zentrunk, "insufficient_plivo_credits"sv, "There is insufficient Plivo credit to initiate the call"sv, "Insufficient Credits"sv},
  {4040, 503, originator::carrier, "forbidden"sv, "The server understood the request, but is refusing to fulfill it. The call can be rejected by the receiver (for an outbound call, this would be the carrier). Authorization will not help in this scenario."sv, "Service Unavailable"sv},
  {4050, 403, originator::zentrunk, "blacklisted_for_verification"sv, "The destination number is blacklisted for verification by Zentrunk."sv, "Blacklisted For Verification"sv},
  {4060, 403, originator::customer, "forbidden"sv, "Forbidden by the user, authentication failed at the user\342\200\231s PBX."sv, "Forbidden"sv},
  {4070, 404, originator::zentrunk, "trunk_not_found"sv, "Trunk lookup has failed. This means the user has shared a request for a trunk URI lookup, Zentrunk did not find a valid URI, and an error response was sent back."sv, "Trunk Not Found"sv},
  {4080, 404, originator::zentrunk, "route_not_found"sv, "There is no matching trunk URI, which may be due to an incorrect URI or misconfigured incoming call route settings."sv, "Route Not Found"sv},
  {4090, 404, originator::zentrunk, "destination_not_found"sv, "No route to destination. This means Zentrunk was unable to find any carrier gateway or that we received a decline notification from the carrier."sv, "Destination Not Found"sv},
  {4100, 404, originator::zentrunk, "prefix_not_supported"sv, "The outbound call was made without the correct prefix preceding the number or with an invalid prefix."sv, "Prefix Not Supported"sv},
  {4110, 403, originator::zentrunk, "forbidden_call_secure_trunking_disabled"sv, "The call was ended because Secure Trunking was disabled. Either the signaling was TLS or the media was in SRTP."sv, "Hangup from Zentrunk"sv},
  {4120, 404, originator::zentrunk, "destination_invalid"sv, "The dialed number in the \342\200\234To\342\200\235 field was formatted incorrectly."sv, "Invalid Destination Number"sv},
  {4130, 503, originator::zentrunk, "incorrect_callerid_non_numeric"sv, "The caller ID number was non-numeric."sv, "Service Unavailable"sv},
  {4140, 503, originator::zentrunk, "incorrect_callerid_too_short"sv, "The caller ID number is too short (less than six digits)."sv, "Service Unavailable"sv},
  {4150, 503, originator::carrier, "proxy_authentication_required"sv, "The carrier is challenging the authorization of a client and MUST include a proxy-authenticate header field containing at least one challenge applicable to the proxy for the requested resource."sv, "Service Unavailable"sv},
  {4160, 503, originator::carrier, "request_timeout_carrier"sv, "A response within a suitable amount of time was not received by the carrier during an outbound call."sv, "Service Unavailable"sv},
  {4170, 408, originator::customer, "request_timeout_customer"sv, "A response within a suitable amount of time was not received by the customer during an inbound call."sv, "Request Timeout"sv},
  {4190, 403, originator::zentrunk, "unknown_caller_id"sv, "The call was rejected because the outbound call was initiated using a non-Plivo number as the caller ID. To ensure successful call termination, please use a number rented from Plivo."sv, "Forbidden"sv},
  {4220, 415, originator::zentrunk, "unsupported_media_type"sv, "The request body is in a format not supported. Supported media types on Zentrunk:audio. Audio codecs \342\200\224 PCMU, PCMA and telephone-event."sv, "Unsupported Media Type"sv},
  {4230, 416, originator::zentrunk, "unsupported_uri_scheme"sv, "The request-URI is unknown to Zentrunk."sv, "Unsupported URI Scheme"sv},
  {4270, 422, originator::carrier, "session_interval_too_small"sv, "The request contains a session-expires header field with a duration below the minimum."sv, "Session Interval Too Small"sv},
  {4310, 404, originator::zentrunk, "uri_not_found"sv, "Unable to find the URI associated with the trunk"sv, "Origination URI Not found"sv},
  {4320, 476, originator::zentrunk, "uri_invalid"sv, "URI is unresolvable. This usually arises when the domain name is not mapped to an IP address."sv, "Invalid URI"sv},
  {4330, 480, originator::zentrunk, "temporary_unavailable"sv, "The service is temporarily unavailable on Zentrunk. This can be due to a limit set on the maximum calls per second or server is currently running out of capacity."sv, "Temporary Unavailable"sv},
  {4340, 480, originator::carrier, "temporary_unavailable"sv, "The callee is temporary unavailable."sv, "Temporary Unavailable from Carrier"sv},
  {4350, 480, originator::customer, "temporary_unavailable"sv, "The callee is temporary unavailable."sv, "Temporary Unavailable from Customer"sv},
  {4360, 481, originator::zentrunk, "call_does_not_exist"sv, "A new request comes in when an ongoing dialog does not match the Call ID."sv, "Call Does Not Exist"sv},
  {4370, 482, originator::zentrunk, "loop_detected"sv, "Zentrunk has detected a loop and aborted the call."sv, "Loop Detected"sv},
  {4380, 483, originator::zentrunk, "too_many_hops"sv, "Intermediate exchange has released the call due to reaching a limit in executing the hop counter procedure."sv, "Too Many Hops"sv},
  {4410, 486, originator::zentrunk, "user_busy"sv, "The user is busy. For an outbound call, the user is the carrier. For an inbound call, the user is the customer."sv, "User Busy"sv},
  {4420, 487, originator::carrier, "carrier_cancelled"sv, "The request is terminated by a bye or a cancel from carrier."sv, "Request Terminated"sv},
  {4430, 488, originator::zentrunk, "sdp_not_acceptable_here"sv, "The SDP is not supported on Zentrunk."sv, "Not Acceptable Here"sv},
  {4440, 487, originator::zentrunk, "request_terminated"sv, "The request was terminated by a bye or a cancel from Zentrunk."sv, "Request Terminated"sv},
  {4500, 491, originator::zentrunk, "request_pending"sv, "Zentrunk has a pending request from the same dialog. This is because Zentrunk is still processing the existing SIP request."sv, "Request Pending"sv},
  {4520, 494, originator::zentrunk, "security_agreement_required"sv, "Zentrunk has received a request that requires a negotiated security mechanism. The response contains a list of suitable security mechanisms for the requester to choose from."sv, "Security Agreement Required"sv},
  {4540, 503, originator::zentrunk, "forbidden"sv, "Forbidden authentication due to failure on Zentrunk."sv, "Service Unavailable"sv},
  {4550, 487, originator::customer, "user_cancelled"sv, "User requested a call cancel. It\342\200\231s the response code an SIP User Agent Server (UAS) will send to the client after the client sends a CANCEL request for the original unanswered INVITE request."sv, "Request Terminated"sv},
  {4560, 403, originator::zentrunk, "barred_country"sv, "The number has been blocked in the geo permissions settings. Calls made to this number belong to a specific country or number group, and will not go through since that country or number has been barred."sv, "Barred Country"sv},
  {4570, 403, originator::zentrunk, "barred_number"sv, "Destination number is barred."sv, "Barred Number"sv},
  {4580, 400, originator::zentrunk, "invalid_sip_packet"sv, "Invalid SIP packet sent to Zentrunk either by the call recipient or the caller. This may denote a mismatch in the SIP request headers, requests, or routes."sv, "Invalid SIP Request"sv},
  {4590, 403, originator::zentrunk, "domestic_anchored_terms_not_met"sv, "The call was rejected as the domestic calling requirements were not satisfied."sv, "Domestic Anchored Terms Not Met"sv},
  {4610, 488, originator::zentrunk, "ruri_not_acceptable_here"sv, "Unsupported RURI on Zentrunk"sv, "Not Acceptable Here"sv},
  {4620, 488, originator::zentrunk, "codec_not_acceptable_here"sv, "Unsupported codec on Zentrunk"sv, "Not Acceptable Here"sv},
  {4630, 488, originator::carrier, "sdp_not_acceptable_here_by_carrier"sv, "Unsupported SDP from the carrier"sv, "Not Acceptable Here"sv},
  {4640, 488, originator::customer, "sdp_not_acceptable_here_by_user"sv, "Unsupported SDP from the user"sv, "Not Acceptable Here"sv},
  {5000, 503, originator::zentrunk, "service_unavailable_no_more_destinations"sv, "The call could not be connected with the destination address. This is a generic error that covers fatal network conditions and signaling issues from the terminating gateway."sv, "Service Unavailable"sv},
  {5010, 500, originator::zentrunk, "port_limit_reached"sv, "Zentrunk could not fulfill the request due to an unexpected condition or from reaching maximum port capacity."sv, "Port Limit Reached"sv},
  {5020, 501, originator::zentrunk, "not_implemented"sv, "Zentrunk does not support the functionality required to fulfill the request. These are unsupported packet types."sv, "Not Implemented"sv},
  {5030, 501, originator::carrier, "not_implemented_at_carrier"sv, "The carrier does not understand this request and therefore is unable to fulfill it."sv, "Not Implemented"sv},
  {5040, 501, originator::customer, "not_implemented_at_user"sv, "The PBX does not understand this request and therefore is unable to fulfill it."sv, "Not Implemented"sv},
  {5180, 503, originator::zentrunk, "cps_limit_reached"sv, "The limit on the number of calls initiated at a given time has been exceeded."sv, "Service Unavailable"sv},
  {5190, 503, originator::zentrunk, "concurrent_call_limit_exceeded"sv, "The concurrent call limit was exceeded."sv, "Service Unavailable"sv},
  {5200, 504, originator::zentrunk, "server_timeout"sv, "Expiration of a timer in association with error handling procedures"sv, "Server Timeout"sv},
  {5220, 503, originator::customer, "service_interrupted_middialog_by_customer"sv, "4xx failed mid-dialog transaction to request send by user when a session is already ongoing"sv, "Service Interrupted By Customer"sv},
  {5230, 507, originator::customer, "service_interrupted_middialog_by_customer"sv, "5xx or 6xx failed mid-dialog transaction to request send by user when a session is already ongoing"sv, "Service Interrupted By Customer"sv},
  {5240, 508, originator::zentrunk, "service_interrupted_by_nomedia"sv, "Service was interrupted due to a media error when a session is already ongoing."sv, "Service Interrupted by No Media"sv},
  {5250, 503, originator::zentrunk, "internal_error"sv, "Service unavailable due to a back-end issue."sv, "Service Unavailable"sv},
  {5260, 503, originator::zentrunk, "internal_error_routing"sv, "Service unavailable due to internal routing issue."sv, "Service Unavailable"sv},
  {5270, 503, originator::zentrunk, "internal_error_media_service"sv, "Service unavailable due to a media server component issue."sv, "Service Unavailable"sv},
  {5290, 503, originator::zentrunk, "internal_error_trunk"sv, "Service unavailable due to an issue fetching trunk URIs."sv, "Service Unavailable"sv},
  {5300, 404, originator::carrier, "bad_gateway"sv, "Carrier sent a 502 bad gateway response."sv, "Bad gateway"sv},
  {5310, 503, originator::carrier, "service_interrupted_middialog_by_carrier_4xx"sv, "Mid-call failure arising due to a mid-dialog transaction request sent by carrier when a session is already ongoing"sv, "Service Interrupted By Carrier"sv},
  {5320, 507, originator::carrier, "service_interrupted_middialog_by_carrier_5xx_6xx"sv, "Failed mid-dialog transaction request sent by the carrier when a session is already ongoing"sv, "Service Interrupted By Carrier"sv},
  {5330, 504, originator::carrier, "server_timeout"sv, "Timeout associated with error-handling procedures at the carrier"sv, "Server Timeout"sv},
  {5340, 504, originator::customer, "server_timeout"sv, "Timeout associated with error-handling procedures by the user"sv, "Server Timeout"sv},
  {5350, 503, originator::carrier, "service_unavailable_by_carrier"sv, "The carrier is temporarily unable to handle a request ."sv, "Service Unavailable"sv},
  {5360, 503, originator::customer, "service_unavailable_by_user"sv, "The user PBX is temporarily unable to handle a request."sv, "Service Unavailable"sv},
  {6000, 503, originator::carrier, "busy_everywhere"sv, "All possible destinations are busy and no alternative destination (such as a voicemail server) is available to accept the call."sv, "Service Unavailable"sv},
  {6030, 503, originator::carrier, "alloted_timeout"sv, "Zentrunk canceled the call because the destination channel took too long to answer."sv, "Service Unavailable"sv},
  {6040, 503, originator::carrier, "declined_from_carrier"sv, "Services were declined by the carrier because there are no alternate destinations for the call to be accepted."sv, "Service Unavailable"sv},
  {6070, 503, originator::carrier, "not_acceptable"sv, "The user\342\200\231s agent was contacted successfully but some aspects of the session description were not acceptable. This is a carrier-side failure."sv, "Service Unavailable"sv},
}};

// Names and descriptions, indexed by the enumerator.
struct originator_text { std::string_view name, description; };
inline constexpr originator_text originators[] = {
  {"Customer"sv, "The call was hung up by the customer\342\200\231s communication infrastructure."sv},
  {"Carrier"sv, "The hangup was initiated by the remote carrier."sv},
  {"Zentrunk"sv, "Zentrunk initiated the hangup. There are several possible scenarios in which Plivo will hang up a call."sv},
};

struct cause_alias { std::uint16_t code; std::string_view cause; };
inline constexpr std::array<cause_alias, 9> cause_aliases{{
  {4010, "unauthorized_by_carrier"sv},
  {4020, "unauthorized"sv},
  {4030, "insufficient_credits"sv},
  {4110, "secure_trunking_disabled"sv},
  {4550, "customer_cancelled"sv},
  {5220, "service_interrupted_by_customer"sv},
  {5230, "service_interrupted_by_customer"sv},
  {5310, "service_interrupted_by_carrier_4xx"sv},
  {5320, "service_interrupted_by_carrier_5xx_6xx"sv},
}};

// The perfect hashes: see slot_of() of code_index and names.
inline constexpr std::uint32_t code_multiplier = 0x0FCD0CD5;
inline constexpr unsigned code_bits = 7;
inline constexpr std::uint64_t cause_multiplier = 0xBC5962E827FAEF0D;
inline constexpr unsigned cause_bits = 8;
inline constexpr std::uint64_t phrase_multiplier = 0x292AA61472BB6EB3;
inline constexpr unsigned phrase_bits = 7;
}  // namespace detail
using detail::table;  // public

/// The hangup codes by cause in lower case; if several share a cause, the code is appended.
namespace code {
inline constexpr std::uint16_t normal_hangup_3000 = 3000;  ///< 200 Carrier, "Hangup from Carrier"
inline constexpr std::uint16_t normal_hangup_3010 = 3010;  ///< 200 Customer, "Hangup from User"
inline constexpr std::uint16_t rtp_timeout = 3020;  ///< 0 Zentrunk, "Media Timeout Hangup"
inline constexpr std::uint16_t insufficient_plivo_credits_3030 = 3030;  ///< 402 Zentrunk, "Low Credits"
inline constexpr std::uint16_t abnormal_hangup_due_to_reinvite = 3040;  ///< 200 Zentrunk, "Abnormal Hangup"
inline constexpr std::uint16_t bad_request = 4000;  ///< 400 Zentrunk, "Bad Request"
inline constexpr std::uint16_t call_rejected_unauthorized_by_carrier = 4010;  ///< 503 Carrier, "Service Unavailable"
inline constexpr std::uint16_t call_rejected_unauthorized = 4020;  ///< 401 Customer, "Call Rejected"
inline constexpr std::uint16_t insufficient_plivo_credits_4030 = 4030;  ///< 402 Zentrunk, "Insufficient Credits"
inline constexpr std::uint16_t forbidden_4040 = 4040;  ///< 503 Carrier, "Service Unavailable"
inline constexpr std::uint16_t blacklisted_for_verification = 4050;  ///< 403 Zentrunk, "Blacklisted For Verification"
inline constexpr std::uint16_t forbidden_4060 = 4060;  ///< 403 Customer, "Forbidden"
inline constexpr std::uint16_t trunk_not_found = 4070;  ///< 404 Zentrunk, "Trunk Not Found"
inline constexpr std::uint16_t route_not_found = 4080;  ///< 404 Zentrunk, "Route Not Found"
inline constexpr std::uint16_t destination_not_found = 4090;  ///< 404 Zentrunk, "Destination Not Found"
inline constexpr std::uint16_t prefix_not_supported = 4100;  ///< 404 Zentrunk, "Prefix Not Supported"
inline constexpr std::uint16_t forbidden_call_secure_trunking_disabled = 4110;  ///< 403 Zentrunk, "Hangup from Zentrunk"
inline constexpr std::uint16_t destination_invalid = 4120;  ///< 404 Zentrunk, "Invalid Destination Number"
inline constexpr std::uint16_t incorrect_callerid_non_numeric = 4130;  ///< 503 Zentrunk, "Service Unavailable"
inline constexpr std::uint16_t incorrect_callerid_too_short = 4140;  ///< 503 Zentrunk, "Service Unavailable"
inline constexpr std::uint16_t proxy_authentication_required = 4150;  ///< 503 Carrier, "Service Unavailable"
inline constexpr std::uint16_t request_timeout_carrier = 4160;  ///< 503 Carrier, "Service Unavailable"
inline constexpr std::uint16_t request_timeout_customer = 4170;  ///< 408 Customer, "Request Timeout"
inline constexpr std::uint16_t unknown_caller_id = 4190;  ///< 403 Zentrunk, "Forbidden"
inline constexpr std::uint16_t unsupported_media_type = 4220;  ///< 415 Zentrunk, "Unsupported Media Type"
inline constexpr std::uint16_t unsupported_uri_scheme = 4230;  ///< 416 Zentrunk, "Unsupported URI Scheme"
inline constexpr std::uint16_t session_interval_too_small = 4270;  ///< 422 Carrier, "Session Interval Too Small"
inline constexpr std::uint16_t uri_not_found = 4310;  ///< 404 Zentrunk, "Origination URI Not found"
inline constexpr std::uint16_t uri_invalid = 4320;  ///< 476 Zentrunk, "Invalid URI"
inline constexpr std::uint16_t temporary_unavailable_4330 = 4330;  ///< 480 Zentrunk, "Temporary Unavailable"
inline constexpr std::uint16_t temporary_unavailable_4340 = 4340;  ///< 480 Carrier, "Temporary Unavailable from Carrier"
inline constexpr std::uint16_t temporary_unavailable_4350 = 4350;  ///< 480 Customer, "Temporary Unavailable from Customer"
inline constexpr std::uint16_t call_does_not_exist = 4360;  ///< 481 Zentrunk, "Call Does Not Exist"
inline constexpr std::uint16_t loop_detected = 4370;  ///< 482 Zentrunk, "Loop Detected"
inline constexpr std::uint16_t too_many_hops = 4380;  ///< 483 Zentrunk, "Too Many Hops"
inline constexpr std::uint16_t user_busy = 4410;  ///< 486 Zentrunk, "User Busy"
inline constexpr std::uint16_t carrier_cancelled = 4420;  ///< 487 Carrier, "Request Terminated"
inline constexpr std::uint16_t sdp_not_acceptable_here = 4430;  ///< 488 Zentrunk, "Not Acceptable Here"
inline constexpr std::uint16_t request_terminated = 4440;  ///< 487 Zentrunk, "Request Terminated"
inline constexpr std::uint16_t request_pending = 4500;  ///< 491 Zentrunk, "Request Pending"
inline constexpr std::uint16_t security_agreement_required = 4520;  ///< 494 Zentrunk, "Security Agreement Required"
inline constexpr std::uint16_t forbidden_4540 = 4540;  ///< 503 Zentrunk, "Service Unavailable"
inline constexpr std::uint16_t user_cancelled = 4550;  ///< 487 Customer, "Request Terminated"
inline constexpr std::uint16_t barred_country = 4560;  ///< 403 Zentrunk, "Barred Country"
inline constexpr std::uint16_t barred_number = 4570;  ///< 403 Zentrunk, "Barred Number"
inline constexpr std::uint16_t invalid_sip_packet = 4580;  ///< 400 Zentrunk, "Invalid SIP Request"
inline constexpr std::uint16_t domestic_anchored_terms_not_met = 4590;  ///< 403 Zentrunk, "Domestic Anchored Terms Not Met"
inline constexpr std::uint16_t ruri_not_acceptable_here = 4610;  ///< 488 Zentrunk, "Not Acceptable Here"
inline constexpr std::uint16_t codec_not_acceptable_here = 4620;  ///< 488 Zentrunk, "Not Acceptable Here"
inline constexpr std::uint16_t sdp_not_acceptable_here_by_carrier = 4630;  ///< 488 Carrier, "Not Acceptable Here"
inline constexpr std::uint16_t sdp_not_acceptable_here_by_user = 4640;  ///< 488 Customer, "Not Acceptable Here"
inline constexpr std::uint16_t service_unavailable_no_more_destinations = 5000;  ///< 503 Zentrunk, "Service Unavailable"
inline constexpr std::uint16_t port_limit_reached = 5010;  ///< 500 Zentrunk, "Port Limit Reached"
inline constexpr std::uint16_t not_implemented = 5020;  ///< 501 Zentrunk, "Not Implemented"
inline constexpr std::uint16_t not_implemented_at_carrier = 5030;  ///< 501 Carrier, "Not Implemented"
inline constexpr std::uint16_t not_implemented_at_user = 5040;  ///< 501 Customer, "Not Implemented"
inline constexpr std::uint16_t cps_limit_reached = 5180;  ///< 503 Zentrunk, "Service Unavailable"
inline constexpr std::uint16_t concurrent_call_limit_exceeded = 5190;  ///< 503 Zentrunk, "Service Unavailable"
inline constexpr std::uint16_t server_timeout_5200 = 5200;  ///< 504 Zentrunk, "Server Timeout"
inline constexpr std::uint16_t service_interrupted_middialog_by_customer_5220 = 5220;  ///< 503 Customer, "Service Interrupted By Customer"
inline constexpr std::uint16_t service_interrupted_middialog_by_customer_5230 = 5230;  ///< 507 Customer, "Service Interrupted By Customer"
inline constexpr std::uint16_t service_interrupted_by_nomedia = 5240;  ///< 508 Zentrunk, "Service Interrupted by No Media"
inline constexpr std::uint16_t internal_error = 5250;  ///< 503 Zentrunk, "Service Unavailable"
inline constexpr std::uint16_t internal_error_routing = 5260;  ///< 503 Zentrunk, "Service Unavailable"
inline constexpr std::uint16_t internal_error_media_service = 5270;  ///< 503 Zentrunk, "Service Unavailable"
inline constexpr std::uint16_t internal_error_trunk = 5290;  ///< 503 Zentrunk, "Service Unavailable"
inline constexpr std::uint16_t bad_gateway = 5300;  ///< 404 Carrier, "Bad gateway"
inline constexpr std::uint16_t service_interrupted_middialog_by_carrier_4xx = 5310;  ///< 503 Carrier, "Service Interrupted By Carrier"
inline constexpr std::uint16_t service_interrupted_middialog_by_carrier_5xx_6xx = 5320;  ///< 507 Carrier, "Service Interrupted By Carrier"
inline constexpr std::uint16_t server_timeout_5330 = 5330;  ///< 504 Carrier, "Server Timeout"
inline constexpr std::uint16_t server_timeout_5340 = 5340;  ///< 504 Customer, "Server Timeout"
inline constexpr std::uint16_t service_unavailable_by_carrier = 5350;  ///< 503 Carrier, "Service Unavailable"
inline constexpr std::uint16_t service_unavailable_by_user = 5360;  ///< 503 Customer, "Service Unavailable"
inline constexpr std::uint16_t busy_everywhere = 6000;  ///< 503 Carrier, "Service Unavailable"
inline constexpr std::uint16_t alloted_timeout = 6030;  ///< 503 Carrier, "Service Unavailable"
inline constexpr std::uint16_t declined_from_carrier = 6040;  ///< 503 Carrier, "Service Unavailable"
inline constexpr std::uint16_t not_acceptable = 6070;  ///< 503 Carrier, "Service Unavailable"
}  // namespace code
}  // namespace ZENTRUNK_RELEASE
}  // namespace v1
}  // namespace zentrunk::hangup
// clang-format on
// </generated>

// ---- Definitions --------------------------------------------------------------------------------

// Little-endian machines load eight characters at once, except in constant evaluation.
#if defined(__has_builtin)
#if __has_builtin(__builtin_is_constant_evaluated) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define ZENTRUNK_LOADS_WORDS
#endif
#elif defined(_MSC_VER) && _MSC_VER >= 1925
#define ZENTRUNK_LOADS_WORDS
#endif

namespace zentrunk::hangup {
inline namespace v1 {
inline namespace ZENTRUNK_RELEASE {
namespace detail {

// ---- Numbers ----

// Keeps distinct values distinct; a negative value becomes larger than every code.
template <class Integer>
constexpr auto to_unsigned(Integer value) noexcept {
  if constexpr (std::is_enum_v<Integer>) {
    return to_unsigned(static_cast<std::underlying_type_t<Integer>>(value));
  } else {
    return static_cast<std::make_unsigned_t<decltype(+value)>>(value);
  }
}

constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }

constexpr std::string_view trim_blanks(std::string_view text) noexcept {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// Parses digits, blanks around them allowed. Malformed: a number larger than every code.
constexpr std::uint32_t parse_digits(std::string_view digits) noexcept {
  constexpr std::uint32_t malformed = UINT32_MAX;
  digits = trim_blanks(digits);
  if (digits.empty() || digits.size() > 4) return malformed;  // codes are below 10,000
  if (digits.front() == '0' && digits.size() > 1) return malformed;
  std::uint32_t number = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return malformed;
    number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  return number;
}

// ---- Text ----

// Up to eight characters as a little-endian number.
constexpr std::uint64_t load_short(std::string_view text) noexcept {
  std::uint64_t word = 0;
  const char* const at = text.data();
  for (std::size_t i = text.size(); i > 0;) word = word << 8 | static_cast<unsigned char>(at[--i]);
  return word;
}

// Eight characters as a little-endian number.
constexpr std::uint64_t load_word(const char* from) noexcept {
#if defined(ZENTRUNK_LOADS_WORDS)
  if (!__builtin_is_constant_evaluated()) {
    std::uint64_t word = 0;  // std::memcpy, without <cstring>:
    std::char_traits<char>::copy(reinterpret_cast<char*>(&word), from, sizeof word);
    return word;
  }
#endif
  std::uint64_t word = 0;
  for (std::size_t i = 8; i > 0;) word = word << 8 | static_cast<unsigned char>(from[--i]);
  return word;
}

// The bit in which an ASCII letter's upper and lower case differ, in each of eight characters.
inline constexpr std::uint64_t case_bits = 0x2020202020202020;

// Whether two words of eight characters are equal in any ASCII case.
constexpr bool words_equal_in_any_case(std::uint64_t a, std::uint64_t b) noexcept {
  constexpr std::uint64_t each = 0x0101010101010101;
  const std::uint64_t lower = (a | case_bits) & 0x7F * each;
  const std::uint64_t from_a = lower + (0x80 - 'a') * each;       // bit 7: 'a' or above
  const std::uint64_t above_z = lower + (0x80 - 'z' - 1) * each;  // bit 7: above 'z'
  const std::uint64_t letters = (from_a ^ above_z) & ~a & 0x80 * each;
  return ((a ^ b) & ~(letters >> 2)) == 0;
}

constexpr bool equal_in_any_case(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  if (a.size() < 8) return words_equal_in_any_case(load_short(a), load_short(b));
  const std::size_t last = a.size() - 8;
  for (std::size_t i = 0; i < last; i += 8) {
    if (!words_equal_in_any_case(load_word(a.data() + i), load_word(b.data() + i))) return false;
  }
  return words_equal_in_any_case(load_word(a.data() + last), load_word(b.data() + last));
}

#if defined(__GNUC__)
[[gnu::noinline]]  // inlined, it takes registers from names::find()
#endif
constexpr bool
equal_in_any_case(const char* a, const char* b, std::size_t size) noexcept {
  return equal_in_any_case(std::string_view(a, size), std::string_view(b, size));
}

// The bits in which two texts of that size differ, at least 8 characters and at most 48 unless
// AnySize. It compares overlapping words, and up to 32 characters branches nowhere.
template <bool AnySize>
constexpr std::uint64_t differences(const char* a, const char* b, std::size_t size) noexcept {
  const auto at = [&](std::size_t i) noexcept { return load_word(a + i) ^ load_word(b + i); };
  const std::size_t last = size - 8;
  const std::size_t second = last < 8 ? last : 8;
  std::uint64_t found = at(last) | at(last - second) | at(second) | at(0);  // fastest in this order
  if (size > 32) {
    found |= at(16) | at(size - 24);
    for (std::size_t i = 24; AnySize && i + 24 < size; i += 8) found |= at(i);
  }
  return found;
}

// ---- Codes ----

// Multiplicative hashing (Knuth, The Art of Computer Programming, volume 3, section 6.4): the slot
// of a key is the top bits of key * multiplier. The generator searches for a multiplier that gives
// every key its own slot. The product may wrap, which clang's -fsanitize=integer reports.
#if defined(__clang__)
#define ZENTRUNK_MAY_WRAP __attribute__((no_sanitize("integer")))
#else
#define ZENTRUNK_MAY_WRAP
#endif

// The row in each slot: the only one that can have a code of that slot.
template <class Row, std::uint32_t Multiplier, unsigned Bits>
struct code_index {
  const Row* rows[std::size_t{1} << Bits];

  template <std::size_t Size>
  constexpr explicit code_index(const std::array<Row, Size>& all) noexcept : rows() {
    for (const Row*& row : rows) row = all.data();  // any row, if no code has this slot
    for (std::size_t i = 0; i < Size; ++i) {
      rows[slot_of(all.data()[i].code)] = all.data() + i;
    }
  }
  ZENTRUNK_MAY_WRAP static constexpr std::size_t slot_of(std::uint32_t code) noexcept {
    return code * Multiplier >> (32 - Bits);
  }
  constexpr const Row& row_in_slot_of(std::uint32_t code) const noexcept {
    return *rows[slot_of(code)];
  }
  template <class Integer>
  constexpr const Row* find(Integer code) const noexcept {
    const auto key = to_unsigned(code);
    const Row& row = row_in_slot_of(static_cast<std::uint32_t>(key));
    return row.code == key ? &row : nullptr;
  }
};
inline constexpr code_index<entry, code_multiplier, code_bits> entry_by_code(table);

// ---- Indexes of the other columns ----

inline constexpr std::size_t originator_count = std::size(originators);

// A key is a number: the position of its entry in `table`, or table.size() plus that of an alias.
constexpr const entry& entry_of(std::size_t key) noexcept {
  return key < table.size() ? table.data()[key]
                            : entry_by_code.row_in_slot_of(cause_aliases[key - table.size()].code);
}

// The entries of each slot, as positions in `table`. A slot has a part for each originator, and
// starts[slot * originator_count + originator] is where that begins.
template <std::size_t Slots, std::size_t Keys>
struct entry_index {
  std::uint16_t starts[Slots * originator_count + 1];
  std::uint16_t by_code[Keys];        // by slot, then code
  std::uint16_t by_originator[Keys];  // by slot, then originator, then code

  // Any slot from `Slots` on is empty.
  template <class Slot>
  constexpr entries find(Slot slot) const noexcept {
    if (slot >= Slots) return {};
    const std::size_t part = static_cast<std::size_t>(slot) * originator_count;
    return {by_code + starts[part], by_code + starts[part + originator_count]};
  }
  template <class Slot>
  constexpr entries find(Slot slot, originator who) const noexcept {
    const auto n = static_cast<std::size_t>(who);
    if (slot >= Slots || n >= originator_count) return {};
    const std::size_t part = static_cast<std::size_t>(slot) * originator_count + n;
    return {by_originator + starts[part], by_originator + starts[part + 1]};
  }
};

// A counting sort of the keys by slot and originator, and by slot alone.
template <std::size_t Slots, std::size_t Keys>
constexpr entry_index<Slots, Keys> make_index(std::size_t (*slot_at)(std::size_t)) noexcept {
  entry_index<Slots, Keys> made{};
  std::size_t part_of[Keys]{};
  std::uint16_t row_of[Keys]{};
  // 1. Count the keys of each part.
  for (std::size_t key = 0; key < Keys; ++key) {
    const entry& found = entry_of(key);
    row_of[key] = static_cast<std::uint16_t>(&found - table.data());
    part_of[key] = slot_at(key) * originator_count + static_cast<std::size_t>(found.originator);
    ++made.starts[part_of[key]];
  }
  // 2. Add up, which gives where each part ends.
  for (std::size_t part = 0, end = 0; part <= Slots * originator_count; ++part) {
    made.starts[part] = static_cast<std::uint16_t>(end += made.starts[part]);
  }
  // 3. Fill each part from the back, so that the ends become the starts.
  for (std::size_t key = Keys; key-- > 0;) {
    made.by_originator[--made.starts[part_of[key]]] = row_of[key];
  }
  // 4. Fill each slot from the front, whatever the originator.
  std::size_t filled[Slots]{};
  for (std::size_t key = 0; key < Keys; ++key) {
    const std::size_t slot = part_of[key] / originator_count;
    made.by_code[made.starts[slot * originator_count] + filled[slot]++] = row_of[key];
  }
  return made;
}

// Each SIP status code is its own slot. All originators share one.
inline constexpr std::size_t sip_code_slots = 700;
constexpr std::size_t sip_code_of(std::size_t key) noexcept { return table.data()[key].sip_code; }
constexpr std::size_t only_slot(std::size_t) noexcept { return 0; }
inline constexpr auto sip_code_index = make_index<sip_code_slots, table.size()>(sip_code_of);
inline constexpr auto originator_index = make_index<1, table.size()>(only_slot);

// ---- Names ----

// A column of names: for each slot the only name that can be in it.
template <const std::string_view entry::*Column, std::size_t Keys, std::uint64_t Multiplier,
          unsigned Bits>
struct names {
  static constexpr std::size_t size = std::size_t{1} << Bits;
  static constexpr std::size_t none = SIZE_MAX;
  const char* texts[size];
  std::size_t sizes[size];

  constexpr names() noexcept : texts(), sizes() {
    for (std::size_t key = Keys; key-- > 0;) {
      const std::size_t slot = slot_at(key);
      texts[slot] = name_of(key).data();
      sizes[slot] = name_of(key).size();
    }
  }
  static constexpr std::string_view name_of(std::size_t key) noexcept {
    return key < table.size() ? table.data()[key].*Column : cause_aliases[key - table.size()].cause;
  }
  // Whether a name has from `least` to `most` characters.
  static constexpr bool has_size(std::size_t least, std::size_t most) noexcept {
    for (std::size_t key = 0; key < Keys; ++key) {
      if (name_of(key).size() >= least && name_of(key).size() <= most) return true;
    }
    return false;
  }
  // By its first and last eight characters without their case, and its length.
  ZENTRUNK_MAY_WRAP static constexpr std::size_t slot_of(std::string_view name) noexcept {
    const bool is_short = name.size() < 8;
    const std::uint64_t first = is_short ? load_short(name) : load_word(name.data());
    const std::uint64_t last = is_short ? first : load_word(name.data() + name.size() - 8);
    const std::uint64_t key = ((first ^ last << 3) & ~(case_bits | case_bits << 3)) ^ name.size();
    return static_cast<std::uint32_t>(key * Multiplier >> (64 - Bits));
  }
  static constexpr std::size_t slot_at(std::size_t key) noexcept { return slot_of(name_of(key)); }

  // The slot of the name, or `none`. Fastest for 8 to 32 characters, spelled as published.
  constexpr std::size_t find(std::string_view name) const noexcept {
    if (name.size() < 8 && !std::bool_constant<has_size(1, 7)>::value) return none;
    const std::size_t slot = slot_of(name);
    if (sizes[slot] != name.size()) return none;
    if (name.size() >= 8) {
      const std::uint64_t found =
          differences<has_size(49, SIZE_MAX)>(name.data(), texts[slot], name.size());
      if (found == 0) return slot;
      if ((found & ~case_bits) != 0) return none;
    }
    return equal_in_any_case(name.data(), texts[slot], name.size()) ? slot : none;
  }
};
#undef ZENTRUNK_MAY_WRAP

inline constexpr std::size_t cause_count = table.size() + std::size(cause_aliases);
inline constexpr names<&entry::cause, cause_count, cause_multiplier, cause_bits> causes;
inline constexpr auto cause_index = make_index<causes.size, cause_count>(causes.slot_at);

inline constexpr names<&entry::sip_response, table.size(), phrase_multiplier, phrase_bits> phrases;
inline constexpr auto phrase_index = make_index<phrases.size, table.size()>(phrases.slot_at);

// Out of range: an error in constant expressions, a trap if hardened, else undefined.
constexpr void require_in_range([[maybe_unused]] bool in_range) noexcept {
#if defined(_GLIBCXX_ASSERTIONS) || \
    (defined(_LIBCPP_HARDENING_MODE) && _LIBCPP_HARDENING_MODE != _LIBCPP_HARDENING_MODE_NONE)
  if (!in_range) __builtin_trap();
#elif defined(_ITERATOR_DEBUG_LEVEL) && _ITERATOR_DEBUG_LEVEL > 0
  if (!in_range) __debugbreak();
#elif defined(__GNUC__)
  if (!in_range) __builtin_unreachable();
#elif defined(_MSC_VER)
  __assume(in_range);
#endif
}

}  // namespace detail

constexpr entries::iterator entries::begin() const noexcept { return iterator(first_); }
constexpr entries::iterator entries::end() const noexcept { return iterator(last_); }
constexpr const entry& entries::operator[](size_type position) const noexcept {
  detail::require_in_range(position < size());
  return table[first_[position]];
}
constexpr const entry& entries::front() const noexcept { return (*this)[0]; }
constexpr const entry& entries::back() const noexcept { return (*this)[size() - 1]; }
constexpr const entry& entries::iterator::operator*() const noexcept { return table[*at_]; }

template <class Integer, detail::if_integer<Integer>>
constexpr const entry* by_code(Integer code) noexcept {
  return detail::entry_by_code.find(code);
}
constexpr const entry* by_code(detail::text digits) noexcept {
  return by_code(detail::parse_digits(digits.view));
}

constexpr entries by_cause(detail::text cause) noexcept {
  return detail::cause_index.find(detail::causes.find(cause.view));
}
constexpr entries by_cause(detail::text cause, originator who) noexcept {
  return detail::cause_index.find(detail::causes.find(cause.view), who);
}

template <class Integer, detail::if_integer<Integer>>
constexpr entries by_sip_code(Integer sip_code) noexcept {
  return detail::sip_code_index.find(detail::to_unsigned(sip_code));
}
template <class Integer, detail::if_integer<Integer>>
constexpr entries by_sip_code(Integer sip_code, originator who) noexcept {
  return detail::sip_code_index.find(detail::to_unsigned(sip_code), who);
}
constexpr entries by_sip_code(detail::text digits) noexcept {
  return by_sip_code(detail::parse_digits(digits.view));
}
constexpr entries by_sip_code(detail::text digits, originator who) noexcept {
  return by_sip_code(detail::parse_digits(digits.view), who);
}

constexpr entries by_originator(originator who) noexcept {
  return detail::originator_index.find(std::size_t{0}, who);
}
constexpr entries by_sip_response(detail::text phrase) noexcept {
  return detail::phrase_index.find(detail::phrases.find(phrase.view));
}

constexpr std::string_view to_string(originator who) noexcept {
  const auto n = static_cast<std::size_t>(who);
  return n < detail::originator_count ? detail::originators[n].name : std::string_view();
}
constexpr std::string_view format_as(originator who) noexcept { return to_string(who); }
constexpr std::string_view describe(originator who) noexcept {
  const auto n = static_cast<std::size_t>(who);
  return n < detail::originator_count ? detail::originators[n].description : std::string_view();
}
constexpr std::optional<originator> parse_originator(detail::text name) noexcept {
  for (std::size_t n = 0; n < detail::originator_count; ++n) {
    if (detail::equal_in_any_case(name.view, detail::originators[n].name)) {
      return static_cast<originator>(n);
    }
  }
  return std::nullopt;
}

template <char... Digits>
constexpr const entry& literals::operator""_hangup() noexcept {
  constexpr char digits[] = {Digits...};
  constexpr std::uint32_t code = detail::parse_digits({digits, sizeof...(Digits)});
  constexpr const entry& found = detail::entry_by_code.row_in_slot_of(code);
  static_assert(found.code == code, "not a published hangup code");
  return found;
}

}  // namespace ZENTRUNK_RELEASE
}  // namespace v1
}  // namespace zentrunk::hangup

#undef ZENTRUNK_LOADS_WORDS
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ == 13
#pragma GCC diagnostic pop
#endif

#if defined(__cpp_lib_ranges) && !defined(ZENTRUNK_IN_MODULE)
template <>
inline constexpr bool std::ranges::enable_view<zentrunk::hangup::entries> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<zentrunk::hangup::entries> = true;
#endif

#endif  // ZENTRUNK_HANGUP_HPP
