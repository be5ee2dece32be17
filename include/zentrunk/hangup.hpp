// SPDX-License-Identifier: BSL-1.0
//
// zentrunk/hangup.hpp: the hangup codes of Zentrunk, Plivo's SIP trunking service.
//
// Every call that Zentrunk ends carries a four-digit hangup code: in the SIP header field
// X-ZT-Hangup-Code and in the call detail record (CDR) as hangup_cause_code, hangup_cause_name and
// hangup_source. This header tells what they mean:
//
//   using namespace zentrunk;
//   if (const hangup::entry* row = hangup::by_code(4090)) log(row->cause, row->description);
//   for (const hangup::entry& row : hangup::by_sip_code(503, hangup::originator::carrier)) ...
//   static_assert(hangup::by_code(hangup::code::user_busy)->sip_code == 486);
//
// C++17, this one file, nothing but the standard library. Every function is constexpr and noexcept,
// allocates nothing, keeps no state and may be called from any thread. Every lookup takes the same
// time however many rows there are; lookups by text take time in proportion to the key's length at
// most. A result refers to the row in `table`, in every translation unit. What is not published is
// never found: an unknown or malformed key gives nullptr or an empty range.
//
// Read on from here: the types, the data (generated), the lookups.

#ifndef ZENTRUNK_HANGUP_HPP
#define ZENTRUNK_HANGUP_HPP

#define ZENTRUNK_VERSION_MAJOR 1
#define ZENTRUNK_VERSION_MINOR 0
#define ZENTRUNK_VERSION_PATCH 0

#if __cplusplus < 201703L && (!defined(_MSVC_LANG) || _MSVC_LANG < 201703L)
#error "zentrunk/hangup.hpp needs C++17 or newer (g++ and clang++: -std=c++17, MSVC: /std:c++17)"
#endif

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <type_traits>
#if __has_include(<version>)
#include <version>  // __cpp_lib_ranges
#endif

// One table in a program, even where its shared libraries hide what is theirs.
#if defined(__ELF__)
#pragma GCC visibility push(default)
#endif

namespace zentrunk::hangup {
inline namespace v1 {  // the major version: what all its releases have in common, the types

// ---- Types --------------------------------------------------------------------------------------

/// Who ended the call: the page's "Hangup Source", the CDR's hangup_source. The enumerators stand
/// with the data, further down: customer, carrier, zentrunk.
///
/// In an entry it is what the page says of the code. The record of one call can say otherwise.
enum class originator : std::uint8_t;

/// One published row. The strings are UTF-8, exactly as published, and live as long as the program.
struct entry {
  std::uint16_t code;             ///< X-ZT-Hangup-Code, the CDR's hangup_cause_code
  std::uint16_t sip_code;         ///< the SIP status code; 0 where none applies
  hangup::originator originator;  ///< who ends a call with this code
  std::string_view cause;         ///< the CDR's hangup_cause_name
  std::string_view description;   ///< what it means, in a sentence or more
  std::string_view sip_response;  ///< the SIP reason phrase
};

// ---- Data ---------------------------------------------------------------------------------------

// <generated>
// Written by tools/generate from data/hangup_codes.csv and data/hangup_sources.csv. To change it,
// edit those and run tools/regenerate; an edit by hand is lost, and fails tools/test before.
//
// Layout: the originators; the table, one line for each published row; the constants; and for each
// lookup an index that gives rows or their numbers (their places in the table). All but the
// originators, and the lookups behind this part, stand in a namespace of this data's own: units
// with other releases of the same major version can be linked to this one, and each finds in its
// own.
// clang-format off
enum class originator : std::uint8_t {
  customer,  ///< "The call was hung up by the customer\342\200\231s communication infrastructure."
  carrier,  ///< "The hangup was initiated by the remote carrier."
  zentrunk,  ///< "Zentrunk initiated the hangup. There are several possible scenarios in which Plivo will hang up a call."
};

inline namespace data_bc4706f41dbe45a3 {

namespace detail {
using namespace std::string_view_literals;

/// Every published row, ascending by code.
inline constexpr std::array<entry, 77> table{{
  // code, SIP code, originator, cause, description, SIP reason phrase
  {3000, 200, originator::carrier,  "normal_hangup"sv, "Normal hangup from the carrier"sv, "Hangup from Carrier"sv},
  {3010, 200, originator::customer, "normal_hangup"sv, "Normal hangup from the user"sv, "Hangup from User"sv},
  {3020,   0, originator::zentrunk, "rtp_timeout"sv, "Mid-call failure due to a media timeout"sv, "Media Timeout Hangup"sv},
  {3030, 402, originator::zentrunk, "insufficient_Plivo_credits"sv, "Mid-call failure due to low credit"sv, "Low Credits"sv},
  {3040, 200, originator::zentrunk, "abnormal_hangup_due_to_reinvite"sv, "The call was ended abruptly because the sender\342\200\231s re-invite was rejected. This may be due to a change in any of the session parameters."sv, "Abnormal Hangup"sv},
  {4000, 400, originator::zentrunk, "bad_request"sv, "The request could not be understood due to malformed syntax. The client should not repeat the request without modifications."sv, "Bad Request"sv},
  {4010, 503, originator::carrier,  "call_rejected_unauthorized_by_carrier"sv, "The carrier rejected the call invite due to authentication failure, which may be due to blacklisted credentials."sv, "Service Unavailable"sv},
  {4020, 401, originator::customer, "call_rejected_unauthorized"sv, "Request requires user authentication. The user agent client may repeat the request with a suitable authorization header field."sv, "Call Rejected"sv},
  {4030, 402, originator::zentrunk, "insufficient_plivo_credits"sv, "There is insufficient Plivo credit to initiate the call"sv, "Insufficient Credits"sv},
  {4040, 503, originator::carrier,  "forbidden"sv, "The server understood the request, but is refusing to fulfill it. The call can be rejected by the receiver (for an outbound call, this would be the carrier). Authorization will not help in this scenario."sv, "Service Unavailable"sv},
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
  {4150, 503, originator::carrier,  "proxy_authentication_required"sv, "The carrier is challenging the authorization of a client and MUST include a proxy-authenticate header field containing at least one challenge applicable to the proxy for the requested resource."sv, "Service Unavailable"sv},
  {4160, 503, originator::carrier,  "request_timeout_carrier"sv, "A response within a suitable amount of time was not received by the carrier during an outbound call."sv, "Service Unavailable"sv},
  {4170, 408, originator::customer, "request_timeout_customer"sv, "A response within a suitable amount of time was not received by the customer during an inbound call."sv, "Request Timeout"sv},
  {4190, 403, originator::zentrunk, "unknown_caller_id"sv, "The call was rejected because the outbound call was initiated using a non-Plivo number as the caller ID. To ensure successful call termination, please use a number rented from Plivo."sv, "Forbidden"sv},
  {4220, 415, originator::zentrunk, "unsupported_media_type"sv, "The request body is in a format not supported. Supported media types on Zentrunk:audio. Audio codecs \342\200\224 PCMU, PCMA and telephone-event."sv, "Unsupported Media Type"sv},
  {4230, 416, originator::zentrunk, "unsupported_uri_scheme"sv, "The request-URI is unknown to Zentrunk."sv, "Unsupported URI Scheme"sv},
  {4270, 422, originator::carrier,  "session_interval_too_small"sv, "The request contains a session-expires header field with a duration below the minimum."sv, "Session Interval Too Small"sv},
  {4310, 404, originator::zentrunk, "uri_not_found"sv, "Unable to find the URI associated with the trunk"sv, "Origination URI Not found"sv},
  {4320, 476, originator::zentrunk, "uri_invalid"sv, "URI is unresolvable. This usually arises when the domain name is not mapped to an IP address."sv, "Invalid URI"sv},
  {4330, 480, originator::zentrunk, "temporary_unavailable"sv, "The service is temporarily unavailable on Zentrunk. This can be due to a limit set on the maximum calls per second or server is currently running out of capacity."sv, "Temporary Unavailable"sv},
  {4340, 480, originator::carrier,  "temporary_unavailable"sv, "The callee is temporary unavailable."sv, "Temporary Unavailable from Carrier"sv},
  {4350, 480, originator::customer, "temporary_unavailable"sv, "The callee is temporary unavailable."sv, "Temporary Unavailable from Customer"sv},
  {4360, 481, originator::zentrunk, "call_does_not_exist"sv, "A new request comes in when an ongoing dialog does not match the Call ID."sv, "Call Does Not Exist"sv},
  {4370, 482, originator::zentrunk, "loop_detected"sv, "Zentrunk has detected a loop and aborted the call."sv, "Loop Detected"sv},
  {4380, 483, originator::zentrunk, "too_many_hops"sv, "Intermediate exchange has released the call due to reaching a limit in executing the hop counter procedure."sv, "Too Many Hops"sv},
  {4410, 486, originator::zentrunk, "user_busy"sv, "The user is busy. For an outbound call, the user is the carrier. For an inbound call, the user is the customer."sv, "User Busy"sv},
  {4420, 487, originator::carrier,  "carrier_cancelled"sv, "The request is terminated by a bye or a cancel from carrier."sv, "Request Terminated"sv},
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
  {4630, 488, originator::carrier,  "sdp_not_acceptable_here_by_carrier"sv, "Unsupported SDP from the carrier"sv, "Not Acceptable Here"sv},
  {4640, 488, originator::customer, "sdp_not_acceptable_here_by_user"sv, "Unsupported SDP from the user"sv, "Not Acceptable Here"sv},
  {5000, 503, originator::zentrunk, "service_unavailable_no_more_destinations"sv, "The call could not be connected with the destination address. This is a generic error that covers fatal network conditions and signaling issues from the terminating gateway."sv, "Service Unavailable"sv},
  {5010, 500, originator::zentrunk, "port_limit_reached"sv, "Zentrunk could not fulfill the request due to an unexpected condition or from reaching maximum port capacity."sv, "Port Limit Reached"sv},
  {5020, 501, originator::zentrunk, "not_implemented"sv, "Zentrunk does not support the functionality required to fulfill the request. These are unsupported packet types."sv, "Not Implemented"sv},
  {5030, 501, originator::carrier,  "not_implemented_at_carrier"sv, "The carrier does not understand this request and therefore is unable to fulfill it."sv, "Not Implemented"sv},
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
  {5300, 404, originator::carrier,  "bad_gateway"sv, "Carrier sent a 502 bad gateway response."sv, "Bad gateway"sv},
  {5310, 503, originator::carrier,  "service_interrupted_middialog_by_carrier_4xx"sv, "Mid-call failure arising due to a mid-dialog transaction request sent by carrier when a session is already ongoing"sv, "Service Interrupted By Carrier"sv},
  {5320, 507, originator::carrier,  "service_interrupted_middialog_by_carrier_5xx_6xx"sv, "Failed mid-dialog transaction request sent by the carrier when a session is already ongoing"sv, "Service Interrupted By Carrier"sv},
  {5330, 504, originator::carrier,  "server_timeout"sv, "Timeout associated with error-handling procedures at the carrier"sv, "Server Timeout"sv},
  {5340, 504, originator::customer, "server_timeout"sv, "Timeout associated with error-handling procedures by the user"sv, "Server Timeout"sv},
  {5350, 503, originator::carrier,  "service_unavailable_by_carrier"sv, "The carrier is temporarily unable to handle a request ."sv, "Service Unavailable"sv},
  {5360, 503, originator::customer, "service_unavailable_by_user"sv, "The user PBX is temporarily unable to handle a request."sv, "Service Unavailable"sv},
  {6000, 503, originator::carrier,  "busy_everywhere"sv, "All possible destinations are busy and no alternative destination (such as a voicemail server) is available to accept the call."sv, "Service Unavailable"sv},
  {6030, 503, originator::carrier,  "alloted_timeout"sv, "Zentrunk canceled the call because the destination channel took too long to answer."sv, "Service Unavailable"sv},
  {6040, 503, originator::carrier,  "declined_from_carrier"sv, "Services were declined by the carrier because there are no alternate destinations for the call to be accepted."sv, "Service Unavailable"sv},
  {6070, 503, originator::carrier,  "not_acceptable"sv, "The user\342\200\231s agent was contacted successfully but some aspects of the session description were not acceptable. This is a carrier-side failure."sv, "Service Unavailable"sv},
}};

struct source {
  std::string_view name, description;
};
// By the number of the originator: its name and what the page says of it.
inline constexpr std::array<source, 3> sources{{
  {"Customer"sv, "The call was hung up by the customer\342\200\231s communication infrastructure."sv},
  {"Carrier"sv, "The hangup was initiated by the remote carrier."sv},
  {"Zentrunk"sv, "Zentrunk initiated the hangup. There are several possible scenarios in which Plivo will hang up a call."sv},
}};
}  // namespace detail
using detail::table;

/// The hangup codes by name: the cause in lower case, with the code behind it where several
/// codes share the name.
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

namespace detail {
// The number of a row, of a group, or of a place in a list of rows.
using row_number = std::uint8_t;

// The slot code * multiplier >> shift holds the row that alone can have the code: as a pointer,
// which spares by_code a multiplication by the size of a row.
struct code_index {
  static constexpr std::uint32_t multiplier = 0x0FCD0CD5;
  static constexpr unsigned shift = 25;
  static constexpr std::array<const entry*, 128> row_in_slot{{
    &table[ 0], &table[ 0], &table[ 3], &table[27], &table[ 0], &table[62], &table[38], &table[ 0],
    &table[15], &table[44], &table[55], &table[25], &table[ 0], &table[ 0], &table[32], &table[ 7],
    &table[66], &table[ 0], &table[ 0], &table[20], &table[48], &table[ 0], &table[ 0], &table[74],
    &table[59], &table[35], &table[12], &table[71], &table[41], &table[52], &table[ 0], &table[ 0],
    &table[ 0], &table[29], &table[ 0], &table[64], &table[ 0], &table[ 0], &table[17], &table[46],
    &table[ 0], &table[ 0], &table[73], &table[57], &table[34], &table[ 9], &table[68], &table[ 0],
    &table[ 0], &table[22], &table[50], &table[ 2], &table[ 0], &table[ 0], &table[61], &table[37],
    &table[14], &table[ 0], &table[43], &table[54], &table[24], &table[ 0], &table[ 0], &table[31],
    &table[ 6], &table[65], &table[ 0], &table[ 0], &table[19], &table[47], &table[ 0], &table[26],
    &table[ 0], &table[ 0], &table[ 0], &table[11], &table[70], &table[ 0], &table[51], &table[23],
    &table[ 0], &table[ 4], &table[28], &table[76], &table[63], &table[ 0], &table[ 0], &table[16],
    &table[45], &table[ 0], &table[ 0], &table[ 0], &table[56], &table[33], &table[ 8], &table[67],
    &table[39], &table[ 0], &table[21], &table[49], &table[ 1], &table[ 0], &table[75], &table[60],
    &table[36], &table[13], &table[72], &table[42], &table[53], &table[ 0], &table[ 0], &table[ 0],
    &table[30], &table[ 5], &table[ 0], &table[ 0], &table[ 0], &table[18], &table[ 0], &table[ 0],
    &table[ 0], &table[ 0], &table[58], &table[ 0], &table[10], &table[69], &table[40], &table[ 0],
  }};
};

// A slot for each SIP status code holds the number of its group of rows; group 0 is empty.
struct sip_code_index {
  static constexpr std::array<row_number, 700> group_in_slot{{
     1,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  2,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  3,  4,  5,  6,  7,  0,  0,  0,
     8,  0,  0,  0,  0,  0,  0,  9, 10,  0,  0,  0,  0,  0, 11,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0, 12,  0,  0,  0,
    13, 14, 15, 16,  0,  0, 17, 18, 19,  0,  0, 20,  0,  0, 21,  0,  0,  0,  0,  0, 22, 23,  0, 24,
    25,  0,  0, 26, 27,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,
  }};
  using group = std::array<row_number, 4>;
  static constexpr std::array<group, 28> groups{{
    {{0, 0, 0, 0}},  // none
    {{0, 0, 0, 1}},  // 0
    {{1, 2, 3, 4}},  // 200
    {{4, 4, 4, 6}},  // 400
    {{6, 7, 7, 7}},  // 401
    {{7, 7, 7, 9}},  // 402
    {{9, 10, 10, 16}},  // 403
    {{16, 16, 17, 23}},  // 404
    {{23, 24, 24, 24}},  // 408
    {{24, 24, 24, 25}},  // 415
    {{25, 25, 25, 26}},  // 416
    {{26, 26, 27, 27}},  // 422
    {{27, 27, 27, 28}},  // 476
    {{28, 29, 30, 31}},  // 480
    {{31, 31, 31, 32}},  // 481
    {{32, 32, 32, 33}},  // 482
    {{33, 33, 33, 34}},  // 483
    {{34, 34, 34, 35}},  // 486
    {{35, 36, 37, 38}},  // 487
    {{38, 39, 40, 43}},  // 488
    {{43, 43, 43, 44}},  // 491
    {{44, 44, 44, 45}},  // 494
    {{45, 45, 45, 46}},  // 500
    {{46, 47, 48, 49}},  // 501
    {{49, 51, 61, 71}},  // 503
    {{71, 72, 73, 74}},  // 504
    {{74, 75, 76, 76}},  // 507
    {{76, 76, 76, 77}},  // 508
  }};
  static constexpr std::array<row_number, 77> rows{{
     2,  0,  1,  4,  5, 45,  7,  3,  8, 10, 11, 16, 23, 43, 44, 46, 12, 13, 14, 15, 17, 27, 66, 22,
    24, 25, 26, 28, 29, 30, 31, 32, 33, 34, 35, 36, 38, 42, 37, 47, 48, 49, 50, 39, 40, 52, 53, 54,
    55,  6,  9, 18, 19, 20, 21, 41, 51, 56, 57, 59, 62, 63, 64, 65, 67, 71, 72, 73, 74, 75, 76, 58,
    69, 70, 60, 68, 61,
  }};
  static constexpr std::array<row_number, 77> rows_by_originator{{
     2,  1,  0,  4,  5, 45,  7,  3,  8, 11, 10, 16, 23, 43, 44, 46, 66, 12, 13, 14, 15, 17, 27, 22,
    24, 25, 26, 28, 31, 30, 29, 32, 33, 34, 35, 42, 36, 38, 50, 49, 37, 47, 48, 39, 40, 52, 55, 54,
    53, 59, 72,  6,  9, 20, 21, 67, 71, 73, 74, 75, 76, 18, 19, 41, 51, 56, 57, 62, 63, 64, 65, 70,
    69, 58, 60, 68, 61,
  }};
};

// The slot of a cause holds the number of the only group whose rows can have that cause.
struct cause_index {
  static constexpr std::size_t shortest = 9;
  static constexpr bool whole_name = false;
  static constexpr std::array<std::uint64_t, 1> seeds{{
    0x97CA3D6CA9714F11,
  }};
  static constexpr unsigned slot_shift = 56;
  static constexpr std::array<row_number, 256> group_in_slot{{
     4,  0, 67,  0,  0,  0,  0,  0, 29, 22,  0,  0, 27,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     1,  0,  0,  8,  5, 42,  0,  0,  0,  0,  0,  0, 57,  0,  0,  0,  0,  0,  0,  0, 15, 13,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0, 46,  0,  0,  0, 47, 51,  0, 45, 37,  0, 10,  0,  0, 24, 53,  0,
     0, 56,  0,  0, 17, 11,  0, 16,  0,  0,  0, 65, 20,  0, 52,  0,  0,  0,  2,  0, 38,  0, 40,  0,
    28,  0,  0,  0,  0, 14,  0,  0,  0,  0, 25, 41,  0, 55,  0,  0,  0,  0,  0,  0, 62,  0,  0,  0,
     0,  6, 44, 36,  0,  0,  0,  0,  0,  0,  0, 54,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0, 12,  0,
     0, 18,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0, 66,  0,  0,  0,  0,  0,  0,  0,
     0,  0,  0,  0,  9,  0,  0,  0, 30,  0, 49,  0, 33, 34, 26,  0,  0,  0,  0, 23, 60,  0,  0,  0,
     0,  0,  0, 59,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0, 50,  0,  0, 43,  0, 61,  0, 35,
     0, 58,  7,  0, 32,  0,  0,  0,  0, 31, 64,  0,  0,  0, 63,  0,  0,  0,  0,  0,  0, 48,  0,  0,
     0,  0,  0,  3, 21,  0,  0, 39,  0,  0, 19,  0,  0,  0,  0,  0,
  }};
  static constexpr std::array<const entry*, 68> first_row{{
    &table[ 0], &table[ 2], &table[ 3], &table[ 4], &table[ 5], &table[ 6], &table[ 7], &table[ 9],
    &table[10], &table[12], &table[13], &table[14], &table[15], &table[16], &table[17], &table[18],
    &table[19], &table[20], &table[21], &table[22], &table[23], &table[24], &table[25], &table[26],
    &table[27], &table[28], &table[29], &table[32], &table[33], &table[34], &table[35], &table[36],
    &table[37], &table[38], &table[39], &table[40], &table[42], &table[43], &table[44], &table[45],
    &table[46], &table[47], &table[48], &table[49], &table[50], &table[51], &table[52], &table[53],
    &table[54], &table[55], &table[56], &table[57], &table[58], &table[59], &table[61], &table[62],
    &table[63], &table[64], &table[65], &table[66], &table[67], &table[68], &table[71], &table[72],
    &table[73], &table[74], &table[75], &table[76],
  }};
  using group = std::array<row_number, 4>;
  static constexpr std::array<group, 68> groups{{
    {{0, 1, 2, 2}},  // "normal_hangup"
    {{2, 2, 2, 3}},  // "rtp_timeout"
    {{3, 3, 3, 5}},  // "insufficient_Plivo_credits"
    {{5, 5, 5, 6}},  // "abnormal_hangup_due_to_reinvite"
    {{6, 6, 6, 7}},  // "bad_request"
    {{7, 7, 8, 8}},  // "call_rejected_unauthorized_by_carrier"
    {{8, 9, 9, 9}},  // "call_rejected_unauthorized"
    {{9, 10, 11, 12}},  // "forbidden"
    {{12, 12, 12, 13}},  // "blacklisted_for_verification"
    {{13, 13, 13, 14}},  // "trunk_not_found"
    {{14, 14, 14, 15}},  // "route_not_found"
    {{15, 15, 15, 16}},  // "destination_not_found"
    {{16, 16, 16, 17}},  // "prefix_not_supported"
    {{17, 17, 17, 18}},  // "forbidden_call_secure_trunking_disabled"
    {{18, 18, 18, 19}},  // "destination_invalid"
    {{19, 19, 19, 20}},  // "incorrect_callerid_non_numeric"
    {{20, 20, 20, 21}},  // "incorrect_callerid_too_short"
    {{21, 21, 22, 22}},  // "proxy_authentication_required"
    {{22, 22, 23, 23}},  // "request_timeout_carrier"
    {{23, 24, 24, 24}},  // "request_timeout_customer"
    {{24, 24, 24, 25}},  // "unknown_caller_id"
    {{25, 25, 25, 26}},  // "unsupported_media_type"
    {{26, 26, 26, 27}},  // "unsupported_uri_scheme"
    {{27, 27, 28, 28}},  // "session_interval_too_small"
    {{28, 28, 28, 29}},  // "uri_not_found"
    {{29, 29, 29, 30}},  // "uri_invalid"
    {{30, 31, 32, 33}},  // "temporary_unavailable"
    {{33, 33, 33, 34}},  // "call_does_not_exist"
    {{34, 34, 34, 35}},  // "loop_detected"
    {{35, 35, 35, 36}},  // "too_many_hops"
    {{36, 36, 36, 37}},  // "user_busy"
    {{37, 37, 38, 38}},  // "carrier_cancelled"
    {{38, 38, 38, 39}},  // "sdp_not_acceptable_here"
    {{39, 39, 39, 40}},  // "request_terminated"
    {{40, 40, 40, 41}},  // "request_pending"
    {{41, 41, 41, 42}},  // "security_agreement_required"
    {{42, 43, 43, 43}},  // "user_cancelled"
    {{43, 43, 43, 44}},  // "barred_country"
    {{44, 44, 44, 45}},  // "barred_number"
    {{45, 45, 45, 46}},  // "invalid_sip_packet"
    {{46, 46, 46, 47}},  // "domestic_anchored_terms_not_met"
    {{47, 47, 47, 48}},  // "ruri_not_acceptable_here"
    {{48, 48, 48, 49}},  // "codec_not_acceptable_here"
    {{49, 49, 50, 50}},  // "sdp_not_acceptable_here_by_carrier"
    {{50, 51, 51, 51}},  // "sdp_not_acceptable_here_by_user"
    {{51, 51, 51, 52}},  // "service_unavailable_no_more_destinations"
    {{52, 52, 52, 53}},  // "port_limit_reached"
    {{53, 53, 53, 54}},  // "not_implemented"
    {{54, 54, 55, 55}},  // "not_implemented_at_carrier"
    {{55, 56, 56, 56}},  // "not_implemented_at_user"
    {{56, 56, 56, 57}},  // "cps_limit_reached"
    {{57, 57, 57, 58}},  // "concurrent_call_limit_exceeded"
    {{58, 59, 60, 61}},  // "server_timeout"
    {{61, 63, 63, 63}},  // "service_interrupted_middialog_by_customer"
    {{63, 63, 63, 64}},  // "service_interrupted_by_nomedia"
    {{64, 64, 64, 65}},  // "internal_error"
    {{65, 65, 65, 66}},  // "internal_error_routing"
    {{66, 66, 66, 67}},  // "internal_error_media_service"
    {{67, 67, 67, 68}},  // "internal_error_trunk"
    {{68, 68, 69, 69}},  // "bad_gateway"
    {{69, 69, 70, 70}},  // "service_interrupted_middialog_by_carrier_4xx"
    {{70, 70, 71, 71}},  // "service_interrupted_middialog_by_carrier_5xx_6xx"
    {{71, 71, 72, 72}},  // "service_unavailable_by_carrier"
    {{72, 73, 73, 73}},  // "service_unavailable_by_user"
    {{73, 73, 74, 74}},  // "busy_everywhere"
    {{74, 74, 75, 75}},  // "alloted_timeout"
    {{75, 75, 76, 76}},  // "declined_from_carrier"
    {{76, 76, 77, 77}},  // "not_acceptable"
  }};
  static constexpr std::array<row_number, 77> rows{{
     0,  1,  2,  3,  8,  4,  5,  6,  7,  9, 11, 41, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
    23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 42, 43, 44, 45, 46, 47,
    48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 69, 70, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 71,
    72, 73, 74, 75, 76,
  }};
  static constexpr std::array<row_number, 77> rows_by_originator{{
     1,  0,  2,  3,  8,  4,  5,  6,  7, 11,  9, 41, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
    23, 24, 25, 26, 27, 28, 31, 30, 29, 32, 33, 34, 35, 36, 37, 38, 39, 40, 42, 43, 44, 45, 46, 47,
    48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 70, 69, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 71,
    72, 73, 74, 75, 76,
  }};
};

// The same for SIP reason phrases.
struct sip_response_index {
  static constexpr std::size_t shortest = 9;
  static constexpr bool whole_name = false;
  static constexpr std::array<std::uint64_t, 1> seeds{{
    0x46B532B1C6C656C5,
  }};
  static constexpr unsigned slot_shift = 57;
  static constexpr std::array<row_number, 128> group_in_slot{{
    29, 42,  0,  5,  0,  0, 13, 21, 40,  0,  0,  0,  0,  0,  8,  0,  0, 18, 26, 24, 11,  0,  0,  0,
     4, 39,  0,  0,  0, 27,  0,  0,  0,  0,  0,  0, 43, 10,  0,  0, 41,  0,  0, 16,  0, 32, 38,  0,
     0,  7,  0,  0, 17,  0,  0,  0,  0,  0,  0,  0,  0, 20, 33,  0,  0,  0,  0, 35,  0,  0,  0,  0,
     0, 14,  0, 12,  0,  2,  0, 22,  0,  0,  0, 28,  0,  6,  0,  0,  0,  0,  0,  0, 34,  0,  0, 19,
     0,  9, 31,  0,  0,  0, 37,  0, 23,  0, 44,  0,  0,  3,  0,  0,  0,  0,  0,  0,  0,  0, 30,  1,
     0, 36,  0, 25,  0,  0,  0, 15,
  }};
  static constexpr std::array<const entry*, 45> first_row{{
    &table[ 0], &table[ 1], &table[ 2], &table[ 3], &table[ 4], &table[ 5], &table[ 6], &table[ 7],
    &table[ 8], &table[10], &table[11], &table[12], &table[13], &table[14], &table[15], &table[16],
    &table[17], &table[22], &table[24], &table[25], &table[26], &table[27], &table[28], &table[29],
    &table[30], &table[31], &table[32], &table[33], &table[34], &table[35], &table[36], &table[37],
    &table[39], &table[40], &table[43], &table[44], &table[45], &table[46], &table[52], &table[53],
    &table[58], &table[59], &table[61], &table[66], &table[67],
  }};
  using group = std::array<row_number, 2>;
  static constexpr std::array<group, 45> groups{{
    {{0, 1}},  // "Hangup from Carrier"
    {{1, 2}},  // "Hangup from User"
    {{2, 3}},  // "Media Timeout Hangup"
    {{3, 4}},  // "Low Credits"
    {{4, 5}},  // "Abnormal Hangup"
    {{5, 6}},  // "Bad Request"
    {{6, 26}},  // "Service Unavailable"
    {{26, 27}},  // "Call Rejected"
    {{27, 28}},  // "Insufficient Credits"
    {{28, 29}},  // "Blacklisted For Verification"
    {{29, 31}},  // "Forbidden"
    {{31, 32}},  // "Trunk Not Found"
    {{32, 33}},  // "Route Not Found"
    {{33, 34}},  // "Destination Not Found"
    {{34, 35}},  // "Prefix Not Supported"
    {{35, 36}},  // "Hangup from Zentrunk"
    {{36, 37}},  // "Invalid Destination Number"
    {{37, 38}},  // "Request Timeout"
    {{38, 39}},  // "Unsupported Media Type"
    {{39, 40}},  // "Unsupported URI Scheme"
    {{40, 41}},  // "Session Interval Too Small"
    {{41, 42}},  // "Origination URI Not found"
    {{42, 43}},  // "Invalid URI"
    {{43, 44}},  // "Temporary Unavailable"
    {{44, 45}},  // "Temporary Unavailable from Carrier"
    {{45, 46}},  // "Temporary Unavailable from Customer"
    {{46, 47}},  // "Call Does Not Exist"
    {{47, 48}},  // "Loop Detected"
    {{48, 49}},  // "Too Many Hops"
    {{49, 50}},  // "User Busy"
    {{50, 53}},  // "Request Terminated"
    {{53, 58}},  // "Not Acceptable Here"
    {{58, 59}},  // "Request Pending"
    {{59, 60}},  // "Security Agreement Required"
    {{60, 61}},  // "Barred Country"
    {{61, 62}},  // "Barred Number"
    {{62, 63}},  // "Invalid SIP Request"
    {{63, 64}},  // "Domestic Anchored Terms Not Met"
    {{64, 65}},  // "Port Limit Reached"
    {{65, 68}},  // "Not Implemented"
    {{68, 71}},  // "Server Timeout"
    {{71, 73}},  // "Service Interrupted By Customer"
    {{73, 74}},  // "Service Interrupted by No Media"
    {{74, 75}},  // "Bad gateway"
    {{75, 77}},  // "Service Interrupted By Carrier"
  }};
  static constexpr std::array<row_number, 77> rows{{
     0,  1,  2,  3,  4,  5,  6,  9, 18, 19, 20, 21, 41, 51, 56, 57, 62, 63, 64, 65, 71, 72, 73, 74,
    75, 76,  7,  8, 10, 11, 23, 12, 13, 14, 15, 16, 17, 22, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33,
    34, 35, 36, 38, 42, 37, 47, 48, 49, 50, 39, 40, 43, 44, 45, 46, 52, 53, 54, 55, 58, 69, 70, 59,
    60, 61, 66, 67, 68,
  }};
};

// All rows as one group.
struct originator_index {
  using group = std::array<row_number, 4>;
  static constexpr group everything{{0, 12, 31, 77}};
  static constexpr std::array<row_number, 77> rows_by_originator{{
     1,  7, 11, 22, 31, 42, 50, 55, 59, 60, 70, 72,  0,  6,  9, 20, 21, 26, 30, 36, 49, 54, 66, 67,
    68, 69, 71, 73, 74, 75, 76,  2,  3,  4,  5,  8, 10, 12, 13, 14, 15, 16, 17, 18, 19, 23, 24, 25,
    27, 28, 29, 32, 33, 34, 35, 37, 38, 39, 40, 41, 43, 44, 45, 46, 47, 48, 51, 52, 53, 56, 57, 58,
    61, 62, 63, 64, 65,
  }};
};
}  // namespace detail
// clang-format on
// </generated>

// ---- Lookups ------------------------------------------------------------------------------------

/// Some rows of the table, ascending by code; perhaps none. A view: two pointers, cheap to copy,
/// and its iterators stay good when it is gone. A view and a borrowed range in C++20.
///
/// As with the standard's views, front(), back() and operator[] want the row to be there.
class entries {
 public:
  class iterator;
  using value_type = entry;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using reference = const entry&;
  using const_reference = const entry&;
  using const_iterator = iterator;

  constexpr entries() noexcept = default;

  [[nodiscard]] constexpr iterator begin() const noexcept;
  [[nodiscard]] constexpr iterator end() const noexcept;
  [[nodiscard]] constexpr size_type size() const noexcept {
    return static_cast<size_type>(last_ - first_);
  }
  [[nodiscard]] constexpr bool empty() const noexcept { return first_ == last_; }
  [[nodiscard]] constexpr reference operator[](size_type position) const noexcept {
    return table[first_[position]];
  }
  [[nodiscard]] constexpr reference front() const noexcept { return table[*first_]; }
  [[nodiscard]] constexpr reference back() const noexcept { return table[*(last_ - 1)]; }

  /// For the lookups below: the rows with the numbers [first, last).
  constexpr entries(const detail::row_number* first, const detail::row_number* last) noexcept
      : first_(first), last_(last) {}

 private:
  const detail::row_number* first_ = nullptr;
  const detail::row_number* last_ = nullptr;
};

/// A random-access iterator over `entries`.
class entries::iterator {
 public:
  using iterator_category = std::random_access_iterator_tag;
  using value_type = entry;
  using difference_type = std::ptrdiff_t;
  using pointer = const entry*;
  using reference = const entry&;

  constexpr iterator() noexcept = default;

  [[nodiscard]] constexpr reference operator*() const noexcept { return table[*place_]; }
  [[nodiscard]] constexpr pointer operator->() const noexcept { return &table[*place_]; }
  [[nodiscard]] constexpr reference operator[](difference_type steps) const noexcept {
    return table[place_[steps]];
  }

  constexpr iterator& operator+=(difference_type steps) noexcept {
    place_ += steps;
    return *this;
  }
  constexpr iterator& operator-=(difference_type steps) noexcept { return *this += -steps; }
  constexpr iterator& operator++() noexcept { return *this += 1; }
  constexpr iterator& operator--() noexcept { return *this += -1; }
  constexpr iterator operator++(int) noexcept {
    const iterator before = *this;
    ++*this;
    return before;
  }
  constexpr iterator operator--(int) noexcept {
    const iterator before = *this;
    --*this;
    return before;
  }

  [[nodiscard]] friend constexpr iterator operator+(iterator from, difference_type steps) noexcept {
    return from += steps;
  }
  [[nodiscard]] friend constexpr iterator operator+(difference_type steps, iterator from) noexcept {
    return from += steps;
  }
  [[nodiscard]] friend constexpr iterator operator-(iterator from, difference_type steps) noexcept {
    return from -= steps;
  }
  [[nodiscard]] friend constexpr difference_type operator-(iterator a, iterator b) noexcept {
    return a.place_ - b.place_;
  }
  [[nodiscard]] friend constexpr bool operator==(iterator a, iterator b) noexcept {
    return a.place_ == b.place_;
  }
  [[nodiscard]] friend constexpr bool operator!=(iterator a, iterator b) noexcept {
    return !(a == b);
  }
  [[nodiscard]] friend constexpr bool operator<(iterator a, iterator b) noexcept {
    return a.place_ < b.place_;
  }
  [[nodiscard]] friend constexpr bool operator>(iterator a, iterator b) noexcept { return b < a; }
  [[nodiscard]] friend constexpr bool operator<=(iterator a, iterator b) noexcept {
    return !(b < a);
  }
  [[nodiscard]] friend constexpr bool operator>=(iterator a, iterator b) noexcept {
    return !(a < b);
  }

 private:
  friend class entries;
  constexpr explicit iterator(const detail::row_number* place) noexcept : place_(place) {}

  const detail::row_number* place_ = nullptr;
};

constexpr entries::iterator entries::begin() const noexcept { return iterator(first_); }
constexpr entries::iterator entries::end() const noexcept { return iterator(last_); }

namespace detail {

// The rows of one group of an index, and those of them that have the originator. Indexes without
// an order by originator have no second list.
template <class Index>
constexpr entries rows_of(const typename Index::group& found) noexcept {
  return {Index::rows.data() + found.front(), Index::rows.data() + found.back()};
}
template <class Index>
constexpr entries rows_of(const typename Index::group& found, originator who) noexcept {
  const auto nth = static_cast<std::size_t>(who);
  if (nth >= sources.size()) return {};
  return {Index::rows_by_originator.data() + found[nth],
          Index::rows_by_originator.data() + found[nth + 1]};
}

// A text of at most eight characters as a number, the first one lowest, filled up with zeros.
constexpr std::uint64_t up_to_eight(std::string_view text) noexcept {
  std::uint64_t characters = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    characters = characters << 8 | static_cast<unsigned char>(text[i]);
  }
  return characters;
}

// Eight characters likewise, by one load where the machine has that order of bytes. (Compilers make
// one load of the loop, too, but not before they have found the lookups too large to inline.)
constexpr std::uint64_t eight(const char* from) noexcept {
#if defined(_MSC_VER) || defined(__has_builtin) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  if (!__builtin_is_constant_evaluated()) {
    std::uint64_t characters = 0;
    std::char_traits<char>::copy(reinterpret_cast<char*>(&characters), from, sizeof characters);
    return characters;
  }
#endif
  return up_to_eight({from, 8});
}

// In ASCII this bit alone tells a lower-case letter from its upper case (and '{' from '[', ...).
inline constexpr std::uint64_t case_bits = 0x2020202020202020;

// That bit of those of eight characters that are ASCII letters, A to Z or a to z.
constexpr std::uint64_t case_bits_of_letters(std::uint64_t characters) noexcept {
  constexpr std::uint64_t each = 0x0101010101010101;
  const std::uint64_t lower = (characters | case_bits) & 0x7F * each;
  const std::uint64_t from_a = lower + (0x80 - 'a') * each;       // bit 7: 'a' or above
  const std::uint64_t above_z = lower + (0x80 - 'z' - 1) * each;  // bit 7: above 'z'
  return ((from_a ^ above_z) & ~characters & 0x80 * each) >> 2;
}

// Tells the compiler what holds of most keys: they are spelled as published, and not very long.
constexpr bool mostly(bool condition) noexcept {
#if defined(__GNUC__)
  return __builtin_expect(condition, true);
#else
  return condition;
#endif
}

// Where eight characters differ from eight others, and where by more than the case of letters.
constexpr std::uint64_t difference(std::uint64_t a, std::uint64_t b) noexcept { return a ^ b; }
constexpr std::uint64_t difference_in_any_case(std::uint64_t a, std::uint64_t b) noexcept {
  return (a ^ b) & ~case_bits_of_letters(a);
}

// All differences of two texts that have the same length, eight characters at least. First those of
// the first and the last sixteen, without a branch that depends on how many there are: where there
// are fewer, some are compared twice. Then those between, which few names have.
template <std::uint64_t (*Difference)(std::uint64_t, std::uint64_t) noexcept>
constexpr std::uint64_t differences(std::string_view a, std::string_view b) noexcept {
  const auto at = [&](std::size_t place) noexcept {
    return Difference(eight(a.data() + place), eight(b.data() + place));
  };
  const std::size_t last = a.size() - 8;
  const std::size_t second = last < 8 ? last : 8;
  std::uint64_t found = at(0) | at(second) | at(last - second) | at(last);
  for (std::size_t place = 16; !mostly(place + 16 >= a.size()); place += 8) found |= at(place);
  return found;
}

// Whether two texts differ in the case of ASCII letters at most.
constexpr bool equal_in_any_case(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  if (a.size() < 8) return difference_in_any_case(up_to_eight(a), up_to_eight(b)) == 0;
  return differences<difference_in_any_case>(a, b) == 0;
}

// A hash of all of a name's characters, the same in any case.
constexpr std::uint64_t hash_of_whole(std::string_view name, std::uint64_t multiplier) noexcept {
  std::uint64_t mixed = name.size();
  for (;; name.remove_prefix(8)) {
    const bool more = name.size() > 8;
    const std::uint64_t next = more ? eight(name.data()) : up_to_eight(name);
    mixed = (mixed ^ (next | case_bits_of_letters(next))) * multiplier;
    mixed ^= mixed >> 32;
    if (!more) return mixed;
  }
}

// The group of an index that alone can have the name, whose first and last eight characters are
// given (of a shorter one all, and how many there are); whether it does is for the caller to see.
// By a hash that is the same in any case: of those characters, or of the whole name where that is
// needed to tell the names of the index apart. The generator made sure that no two of them share a
// slot.
template <class Index>
constexpr std::size_t candidate(std::string_view name, std::uint64_t first,
                                std::uint64_t last) noexcept {
  std::uint64_t hash = (first ^ (last << 3)) & ~(case_bits | (case_bits << 3));
  if constexpr (Index::whole_name) hash = hash_of_whole(name, Index::multiplier);
  std::uint32_t bucket = 0;
  if constexpr (Index::seeds.size() > 1) {
    bucket = static_cast<std::uint32_t>((hash * Index::multiplier) >> Index::bucket_shift);
  }
  const auto slot = static_cast<std::uint32_t>((hash * Index::seeds[bucket]) >> Index::slot_shift);
  return Index::group_in_slot[slot];
}

// The rows of the group, of the originator if one is given, if they have the name in the column.
template <class Index, const std::string_view entry::*Column, class... Who>
#if defined(__GNUC__)
[[gnu::noinline]]  // inlined, it takes registers from the way of most keys: 4 instructions
#endif
constexpr entries rows_in_any_case(std::size_t group, std::string_view name, Who... who) noexcept {
  const std::string_view stored = Index::first_row[group]->*Column;
  return equal_in_any_case(name, stored) ? rows_of<Index>(Index::groups[group], who...) : entries();
}

// The rows, of the originator if one is given, that have the name in the column.
template <class Index, const std::string_view entry::*Column, class... Who>
constexpr entries rows_by_name(std::string_view name, Who... who) noexcept {
  const std::size_t size = name.size();
  if (size < 8) {
    if constexpr (Index::shortest >= 8) return {};
    const std::uint64_t all = up_to_eight(name) | std::uint64_t{size} << 56;
    return rows_in_any_case<Index, Column>(candidate<Index>(name, all, all), name, who...);
  }
  const std::uint64_t first = eight(name.data());
  const std::uint64_t last = eight(name.data() + size - 8);
  const std::size_t group = candidate<Index>(name, first, last);
  const std::string_view stored = Index::first_row[group]->*Column;
  if (!mostly(stored.size() == size)) return {};
  const std::uint64_t found = differences<difference>(name, stored);
  if (mostly(found == 0)) return rows_of<Index>(Index::groups[group], who...);
  if ((found & ~case_bits) != 0) return {};
  return rows_in_any_case<Index, Column>(group, name, who...);
}

// An integer of any type as an unsigned one in which no two values become one: what was negative
// is larger than every code.
template <class Integer>
using unsigned_of = std::make_unsigned_t<std::common_type_t<Integer, std::int32_t>>;

template <class Integer>
using if_integer = std::enable_if_t<std::is_integral_v<Integer>, int>;

// The rows with the SIP status code, of the originator if one is given. All codes that SIP can have
// are below the end of the table, so the branch goes the same way for each of them.
template <class Integer, class... Who>
constexpr entries rows_by_sip_code(Integer sip_code, Who... who) noexcept {
  using index = sip_code_index;
  const auto key = static_cast<unsigned_of<Integer>>(sip_code);
  if (key >= index::group_in_slot.size()) return {};
  return rows_of<index>(index::groups[index::group_in_slot[static_cast<std::size_t>(key)]], who...);
}

constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }

constexpr std::string_view without_blanks_around(std::string_view text) noexcept {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// Takes the first line off a message, which must not be empty, and gives it without its line end.
constexpr std::string_view take_line(std::string_view& message) noexcept {
  const std::size_t end = message.find('\n');
  std::string_view line = message.substr(0, end);
  message.remove_prefix(end == message.npos ? message.size() : end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace detail

/// The row with the hangup code: `by_code(4090)`, from any integer type.
///
/// A number that is no published code, negative or beyond every code included, gives nullptr.
/// One multiplication and two reads, however many rows there are.
template <class Integer, detail::if_integer<Integer> = 0>
[[nodiscard]] constexpr const entry* by_code(Integer code) noexcept {
  const auto key = static_cast<detail::unsigned_of<Integer>>(code);
  const std::uint32_t slot = (static_cast<std::uint32_t>(key) * detail::code_index::multiplier) >>
                             detail::code_index::shift;
  const entry* row = detail::code_index::row_in_slot[slot];
  return row->code == key ? row : nullptr;
}

/// The row with the hangup code in decimal digits: `by_code("4090")`, as in a header field or a
/// CSV.
///
/// Spaces and tabs around the digits are fine. Anything else gives nullptr: a sign, a leading zero,
/// a fraction, a NUL, no digit at all, a code that is not published.
[[nodiscard]] constexpr const entry* by_code(std::string_view digits) noexcept {
  digits = detail::without_blanks_around(digits);
  if (digits.empty() || digits.size() > 5) return nullptr;  // codes are below 65,536
  if (digits.front() == '0' && digits.size() > 1) return nullptr;
  std::uint32_t code = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return nullptr;
    code = code * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  return by_code(code);
}

/// The rows with the cause name, the CDR's hangup_cause_name: `by_cause("user_busy")`.
///
/// The whole name in any ASCII case. Some names have several codes; an unknown name has no rows.
[[nodiscard]] constexpr entries by_cause(std::string_view cause) noexcept {
  return detail::rows_by_name<detail::cause_index, &entry::cause>(cause);
}

/// The rows of by_cause(cause) whose originator is `who`: `by_cause("forbidden",
/// originator::carrier)`. A value outside the named originators has no rows.
[[nodiscard]] constexpr entries by_cause(std::string_view cause, originator who) noexcept {
  return detail::rows_by_name<detail::cause_index, &entry::cause>(cause, who);
}

/// The rows with the SIP status code: `by_sip_code(503)`, from any integer type. 0 finds the rows
/// to which no SIP status applies. A number without rows, negative or huge included, gives none.
template <class Integer, detail::if_integer<Integer> = 0>
[[nodiscard]] constexpr entries by_sip_code(Integer sip_code) noexcept {
  return detail::rows_by_sip_code(sip_code);
}

/// The rows of by_sip_code(sip_code) whose originator is `who`: `by_sip_code(503,
/// originator::carrier)`. A value outside the named originators has no rows.
template <class Integer, detail::if_integer<Integer> = 0>
[[nodiscard]] constexpr entries by_sip_code(Integer sip_code, originator who) noexcept {
  return detail::rows_by_sip_code(sip_code, who);
}

/// The rows whose originator is `who`. A value outside the named originators has no rows.
[[nodiscard]] constexpr entries by_originator(originator who) noexcept {
  return detail::rows_of<detail::originator_index>(detail::originator_index::everything, who);
}

/// The rows with the SIP reason phrase: `by_sip_response("User Busy")`.
///
/// The whole phrase in any ASCII case, without the status code. An unknown phrase has no rows.
[[nodiscard]] constexpr entries by_sip_response(std::string_view phrase) noexcept {
  return detail::rows_by_name<detail::sip_response_index, &entry::sip_response>(phrase);
}

/// The originator's name as published: "Customer", "Carrier", "Zentrunk". Empty for a value
/// outside the named ones.
[[nodiscard]] constexpr std::string_view to_string(originator who) noexcept {
  const auto nth = static_cast<std::size_t>(who);
  return nth < detail::sources.size() ? detail::sources[nth].name : std::string_view();
}

/// For {fmt} 10 and newer, which prints an originator by it as it prints any text. ({fmt} 9 takes
/// numbers only from a format_as: <zentrunk/format.hpp> is for that.)
[[nodiscard]] constexpr std::string_view format_as(originator who) noexcept {
  return to_string(who);
}

/// What the page says of the originator. Empty for a value outside the named ones.
[[nodiscard]] constexpr std::string_view describe(originator who) noexcept {
  const auto nth = static_cast<std::size_t>(who);
  return nth < detail::sources.size() ? detail::sources[nth].description : std::string_view();
}

/// The originator of that name, the CDR's hangup_source: "carrier", "Carrier". The whole name in
/// any ASCII case; nullopt for every other.
[[nodiscard]] constexpr std::optional<originator> parse_originator(std::string_view name) noexcept {
  for (std::size_t nth = 0; nth < detail::sources.size(); ++nth) {
    if (detail::equal_in_any_case(name, detail::sources[nth].name)) {
      return static_cast<originator>(nth);
    }
  }
  return std::nullopt;
}

/// The row whose code stands in the header field X-ZT-Hangup-Code of a raw SIP request or response.
///
/// The field's name may be in any case with blanks before the colon, its value folded, lines may
/// end in CRLF or LF alone; the message may end with the value. The search begins after the start
/// line and ends at the empty line before the body; the first such field decides. nullptr where the
/// field is missing or its value no published code. Reads the message once.
[[nodiscard]] constexpr const entry* from_sip_message(std::string_view message) noexcept {
  constexpr std::string_view field_name = "X-ZT-Hangup-Code";
  // A stream may put empty lines before the start line (RFC 3261, section 7.5).
  while (!message.empty() && detail::take_line(message).empty()) {
  }
  while (!message.empty()) {
    std::string_view line = detail::take_line(message);
    if (line.empty()) return nullptr;  // the body follows
    // A continuation line begins with a blank, so it can't have the name.
    if (!detail::equal_in_any_case(line.substr(0, field_name.size()), field_name)) continue;
    line = detail::without_blanks_around(line.substr(field_name.size()));
    if (line.empty() || line.front() != ':') continue;  // another field, whose name goes on

    std::string_view value = detail::without_blanks_around(line.substr(1));
    while (!message.empty() && detail::is_blank(message.front())) {  // a folded value goes on
      const std::string_view more = detail::without_blanks_around(detail::take_line(message));
      if (!value.empty() && !more.empty()) return nullptr;  // a fold within the digits
      if (value.empty()) value = more;
    }
    return by_code(value);
  }
  return nullptr;
}

/// `4090_hangup`, after `using namespace zentrunk::hangup::literals`: the row itself, a
/// `const entry&`. A code that is not published does not compile.
namespace literals {
template <char... Digits>
[[nodiscard]] constexpr const entry& operator""_hangup() noexcept {
  constexpr std::array<char, sizeof...(Digits)> digits{Digits...};
  constexpr const entry* row = by_code(std::string_view(digits.data(), digits.size()));
  static_assert(row != nullptr, "this is no published hangup code");
  return *row;
}
}  // namespace literals

}  // inline namespace data_..., which the generated part begins
}  // namespace v1
}  // namespace zentrunk::hangup

#if defined(__ELF__)
#pragma GCC visibility pop
#endif

#if defined(__cpp_lib_ranges)
template <>
inline constexpr bool std::ranges::enable_view<zentrunk::hangup::entries> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<zentrunk::hangup::entries> = true;
#endif

#endif  // ZENTRUNK_HANGUP_HPP
