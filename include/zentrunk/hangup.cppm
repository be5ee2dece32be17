// SPDX-License-Identifier: BSL-1.0
//
// The C++20 module zentrunk.hangup: exports what hangup.hpp, advice.hpp and sip.hpp declare. Units
// that import it can include any of the headers too: include, then import. The other order fails in
// the standard's headers with g++ 15 and 16, and with clang 19 and libc++.
module;

#define ZENTRUNK_IN_MODULE  // hangup.hpp leaves the specializations below to this file
#include "advice.hpp"
#include "hangup.hpp"
#include "sip.hpp"

export module zentrunk.hangup;

// In the purview, because g++ drops those of the global module fragment.
#if defined(__cpp_lib_ranges)
extern "C++" {
template <>
inline constexpr bool std::ranges::enable_view<zentrunk::hangup::entries> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<zentrunk::hangup::entries> = true;
}
#endif

export namespace zentrunk::hangup {
using hangup::entries;
using hangup::entry;
using hangup::originator;
using hangup::table;

using hangup::by_cause;
using hangup::by_code;
using hangup::by_originator;
using hangup::by_sip_code;
using hangup::by_sip_response;
using hangup::describe;
using hangup::format_as;
using hangup::parse_originator;
using hangup::to_string;

using hangup::advice;
using hangup::advice_for;
using hangup::advice_table;
using hangup::fixer;
using hangup::retry;

using hangup::from_sip_message;
using hangup::hangup_code_field;
}  // namespace zentrunk::hangup

export namespace zentrunk::hangup::inline v1::inline ZENTRUNK_RELEASE::literals {
using literals::operator""_hangup;
}

// <generated>
// Written by tools/generate from data/*.csv. Edit those, then run tools/regenerate.
// clang-format off
export namespace zentrunk::hangup::inline v1::inline ZENTRUNK_RELEASE::code {
using code::normal_hangup_3000;
using code::normal_hangup_3010;
using code::rtp_timeout;
using code::insufficient_plivo_credits_3030;
using code::abnormal_hangup_due_to_reinvite;
using code::bad_request;
using code::call_rejected_unauthorized_by_carrier;
using code::call_rejected_unauthorized;
using code::insufficient_plivo_credits_4030;
using code::forbidden_4040;
using code::blacklisted_for_verification;
using code::forbidden_4060;
using code::trunk_not_found;
using code::route_not_found;
using code::destination_not_found;
using code::prefix_not_supported;
using code::forbidden_call_secure_trunking_disabled;
using code::destination_invalid;
using code::incorrect_callerid_non_numeric;
using code::incorrect_callerid_too_short;
using code::proxy_authentication_required;
using code::request_timeout_carrier;
using code::request_timeout_customer;
using code::unknown_caller_id;
using code::unsupported_media_type;
using code::unsupported_uri_scheme;
using code::session_interval_too_small;
using code::uri_not_found;
using code::uri_invalid;
using code::temporary_unavailable_4330;
using code::temporary_unavailable_4340;
using code::temporary_unavailable_4350;
using code::call_does_not_exist;
using code::loop_detected;
using code::too_many_hops;
using code::user_busy;
using code::carrier_cancelled;
using code::sdp_not_acceptable_here;
using code::request_terminated;
using code::request_pending;
using code::security_agreement_required;
using code::forbidden_4540;
using code::user_cancelled;
using code::barred_country;
using code::barred_number;
using code::invalid_sip_packet;
using code::domestic_anchored_terms_not_met;
using code::ruri_not_acceptable_here;
using code::codec_not_acceptable_here;
using code::sdp_not_acceptable_here_by_carrier;
using code::sdp_not_acceptable_here_by_user;
using code::service_unavailable_no_more_destinations;
using code::port_limit_reached;
using code::not_implemented;
using code::not_implemented_at_carrier;
using code::not_implemented_at_user;
using code::cps_limit_reached;
using code::concurrent_call_limit_exceeded;
using code::server_timeout_5200;
using code::service_interrupted_middialog_by_customer_5220;
using code::service_interrupted_middialog_by_customer_5230;
using code::service_interrupted_by_nomedia;
using code::internal_error;
using code::internal_error_routing;
using code::internal_error_media_service;
using code::internal_error_trunk;
using code::bad_gateway;
using code::service_interrupted_middialog_by_carrier_4xx;
using code::service_interrupted_middialog_by_carrier_5xx_6xx;
using code::server_timeout_5330;
using code::server_timeout_5340;
using code::service_unavailable_by_carrier;
using code::service_unavailable_by_user;
using code::busy_everywhere;
using code::alloted_timeout;
using code::declined_from_carrier;
using code::not_acceptable;
}  // namespace zentrunk::hangup::inline v1::inline ZENTRUNK_RELEASE::code
// clang-format on
// </generated>
