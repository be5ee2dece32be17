// SPDX-License-Identifier: BSL-1.0
//
// zentrunk/advice.hpp: what to do about a hangup code. Who has to act, whether a retry can help,
// and the next step.
//
//   if (const hangup::advice* found = hangup::advice_for(4330)) log(found->next_step);
//   static_assert(hangup::advice_for(4330)->retry == hangup::retry::yes);
//
// Optional, and beyond the Plivo page. The steps come from a newer edition of the page and from
// plivo-cli's agent skill, paraphrased in data/advice.csv. The codes that only those two have
// (4180, 4200, 4650, 6020) are here and not in hangup.hpp. As there, every function is constexpr
// and noexcept, allocates nothing and can be called from any thread.

#ifndef ZENTRUNK_ADVICE_HPP
#define ZENTRUNK_ADVICE_HPP

#include "hangup.hpp"

namespace zentrunk::hangup {
inline namespace v1 {

/// Who has to act before the next call. If nobody, the callee or the caller, people ended the call
/// and the trunk is not at fault.
enum class fixer : std::uint8_t { nobody, customer, carrier, plivo, callee, caller };

/// Can the same call succeed unchanged when it is tried again? `unstated`: no source says, or they
/// disagree.
enum class retry : std::uint8_t { unstated, no, after_fix, later, yes };

/// Advice about one code. The strings are UTF-8 and have static storage duration.
struct advice {
  std::uint16_t code;      ///< X-ZT-Hangup-Code, hangup_cause_code in a CDR
  hangup::fixer fixer;     ///< who has to act
  hangup::retry retry;     ///< whether a retry can help
  bool retry_stated;       ///< Plivo says so; otherwise it is inferred
  bool expected;           ///< a normal end of a call; for faults of the trunk, see `fixer`
  std::string_view cause;  ///< the published cause; of a later code what a source gives, or ""
  std::string_view description;  ///< the published one; of a later code what a source says
  std::string_view next_step;    ///< one or two sentences of at most 160 bytes, never empty
};

inline namespace ZENTRUNK_RELEASE {

/// The advice about this hangup code: advice_for(4330). Integers as for by_code().
/// Unknown: nullptr. Cost: one multiplication and two loads. Source: data/advice.csv.
template <class Integer, detail::if_integer<Integer> = 0>
[[nodiscard]] constexpr const advice* advice_for(Integer code) noexcept;

/// The same from decimal digits, with the rules of by_code("4090"): advice_for("4330").
[[nodiscard]] constexpr const advice* advice_for(detail::text digits) noexcept;

/// "nobody", "customer", "carrier", "plivo", "callee", "caller". Empty if `who` is not an
/// enumerator.
[[nodiscard]] constexpr std::string_view to_string(fixer who) noexcept;

/// "unstated", "no", "after_fix", "later", "yes". Empty if `when` is not an enumerator.
[[nodiscard]] constexpr std::string_view to_string(retry when) noexcept;

/// Let {fmt} 10 and newer print both; format.hpp is for {fmt} 9 and std::format.
[[nodiscard]] constexpr std::string_view format_as(fixer who) noexcept;
[[nodiscard]] constexpr std::string_view format_as(retry when) noexcept;

}  // namespace ZENTRUNK_RELEASE
}  // namespace v1
}  // namespace zentrunk::hangup

// ---- Data ---------------------------------------------------------------------------------------

// <generated>
// Written by tools/generate from data/*.csv. Edit those, then run tools/regenerate.
// clang-format off
namespace zentrunk::hangup {
inline namespace v1 {
inline namespace ZENTRUNK_RELEASE {
namespace detail {
using namespace std::string_view_literals;

static_assert(sizeof(v1_2_0_4af92037::entries) != 0, "hangup.hpp is of another release or of other data");

/// Every published code and the later ones, ascending. `table` is that of hangup.hpp.
inline constexpr std::array<advice, 81> advice_table{{
  // code, fixer, retry, retry stated, expected, cause, description, next step
  {3000, fixer::nobody,   retry::no,        false, true,  table[0].cause, table[0].description, "Nothing to do: the other end hung up normally."sv},
  {3010, fixer::nobody,   retry::no,        false, true,  table[1].cause, table[1].description, "Nothing to do: your end hung up normally. If the call lasted 0 seconds, check your PBX log to see who ended it."sv},
  {3020, fixer::customer, retry::after_fix, false, false, table[2].cause, table[2].description, "Check the network and open the RTP ports in your firewall (Plivo's docs differ: 10000-20000 or 10000-30000). The call was up, so a redial is a new call."sv},
  {3030, fixer::customer, retry::after_fix, false, false, table[3].cause, table[3].description, "Add credit to your Plivo account and turn on auto-recharge under Billing. The call was up, so a redial is a new call."sv},
  {3040, fixer::customer, retry::unstated,  false, false, table[4].cause, table[4].description, "Find the session parameter that the rejected re-INVITE changed (seen on transferred calls). The call was up, so a redial is a new call."sv},
  {4000, fixer::customer, retry::after_fix, true,  false, table[5].cause, table[5].description, "Correct the malformed SIP request before you retry. If the 400 came after a 183, the syntax may be fine, so ask Plivo support."sv},
  {4010, fixer::carrier,  retry::unstated,  false, false, table[6].cause, table[6].description, "Have the carrier-side credentials checked for a block. Plivo's docs disagree on whether a retry helps."sv},
  {4020, fixer::customer, retry::after_fix, true,  false, table[7].cause, table[7].description, "Correct the trunk credentials, then retry. A record that says call_rejected_unauthorized without a code can also be 4180."sv},
  {4030, fixer::customer, retry::after_fix, false, false, table[8].cause, table[8].description, "Add credit to your Plivo account, then retry. Plivo's docs disagree on whether inbound calls use credit too."sv},
  {4040, fixer::carrier,  retry::unstated,  false, false, table[9].cause, table[9].description, "Check the called number and ask the carrier why it refused (new credentials will not help). If this keeps happening, ask Plivo support."sv},
  {4050, fixer::plivo,    retry::unstated,  false, false, table[10].cause, table[10].description, "Ask Plivo support why Zentrunk blocks the called number."sv},
  {4060, fixer::customer, retry::after_fix, false, false, table[11].cause, table[11].description, "Your PBX rejected the call. Correct the credentials that it expects, then call again."sv},
  {4070, fixer::customer, retry::after_fix, false, false, table[12].cause, table[12].description, "Set your PBX to dial the exact trunk domain shown in the Plivo Console, then retry."sv},
  {4080, fixer::customer, retry::after_fix, false, false, table[13].cause, table[13].description, "Check the trunk URI and how incoming calls are routed, then call again."sv},
  {4090, fixer::customer, retry::after_fix, false, false, table[14].cause, table[14].description, "Outbound: check the number, then the carrier's status (one Plivo doc only says to retry). Inbound: check that the number is set up on your platform."sv},
  {4100, fixer::customer, retry::after_fix, false, false, table[15].cause, table[15].description, "Add the correct country code to the called number, then retry."sv},
  {4110, fixer::customer, retry::after_fix, false, false, table[16].cause, table[16].description, "Turn on Secure Trunking or use neither TLS nor SRTP, then retry."sv},
  {4120, fixer::customer, retry::after_fix, false, false, table[17].cause, table[17].description, "Send the called number in E.164 format in the To header, then retry."sv},
  {4130, fixer::customer, retry::after_fix, false, false, table[18].cause, table[18].description, "Send a caller ID of digits only, then retry."sv},
  {4140, fixer::customer, retry::after_fix, false, false, table[19].cause, table[19].description, "Send the full number, at least six digits, as the caller ID, then retry."sv},
  {4150, fixer::carrier,  retry::after_fix, false, false, table[20].cause, table[20].description, "Outbound: ask the carrier for proxy credentials, then retry. Inbound: check whether your PBX challenges Plivo."sv},
  {4160, fixer::carrier,  retry::yes,       true,  false, table[21].cause, table[21].description, "Retry, and check whether the carrier is responding."sv},
  {4170, fixer::customer, retry::after_fix, false, false, table[22].cause, table[22].description, "Check that your PBX is online and reachable, then call again. It did not respond in time."sv},
  {4180, fixer::customer, retry::after_fix, false, false, "call_rejected_unauthorized"sv, "The call was refused with SIP status code 403 because the trunk credentials are wrong or the source address is not on the IP access list."sv, "Correct the trunk credentials or add your source address to the IP access list, then retry."sv},
  {4190, fixer::customer, retry::after_fix, false, false, table[23].cause, table[23].description, "Set the caller ID to a number you rent from Plivo, then retry. Plivo's docs disagree on whether a verified caller ID is enough."sv},
  {4200, fixer::customer, retry::after_fix, false, false, "dno_caller_id"sv, "The caller ID is a number on a do-not-originate list."sv, "Call from another number. This caller ID is inbound-only and on a do-not-originate list, by regulation."sv},
  {4220, fixer::customer, retry::after_fix, false, false, table[24].cause, table[24].description, "Remove every codec except PCMU, PCMA and telephone-event from the SDP, then retry."sv},
  {4230, fixer::customer, retry::after_fix, false, false, table[25].cause, table[25].description, "Correct the scheme or format of the SIP URI, then retry."sv},
  {4270, fixer::customer, retry::after_fix, false, false, table[26].cause, table[26].description, "Raise the session timer (Session-Expires) on your PBX, then retry."sv},
  {4310, fixer::customer, retry::after_fix, false, false, table[27].cause, table[27].description, "Assign an origination URI to the trunk (create one if needed), then call again."sv},
  {4320, fixer::customer, retry::after_fix, false, false, table[28].cause, table[28].description, "Check the host name in the URI and make it resolve in DNS, then call again."sv},
  {4330, fixer::plivo,    retry::yes,       true,  false, table[29].cause, table[29].description, "Retry, but not at once: you may have hit a calls-per-second limit, or Zentrunk may be short of capacity. If it persists, start calls more slowly."sv},
  {4340, fixer::callee,   retry::later,     true,  true,  table[30].cause, table[30].description, "Retry later. The callee's phone may be switched off."sv},
  {4350, fixer::customer, retry::after_fix, false, false, table[31].cause, table[31].description, "Check that your PBX is online and that both sides agree on TLS, then call again. A fallback URI gives calls another route."sv},
  {4360, fixer::customer, retry::after_fix, false, false, table[32].cause, table[32].description, "Make your PBX use a new Call-ID for every call, then retry."sv},
  {4370, fixer::customer, retry::after_fix, false, false, table[33].cause, table[33].description, "Check your routing for a loop, such as a call to your own trunk number, and break it (one Plivo doc only says to retry). Otherwise ask Plivo support."sv},
  {4380, fixer::customer, retry::after_fix, false, false, table[34].cause, table[34].description, "Route the call through fewer SIP proxies, then retry."sv},
  {4410, fixer::callee,   retry::later,     true,  true,  table[35].cause, table[35].description, "Outbound: retry later or fall back to voicemail (busy is normal). Inbound: check that your platform has a dispatch rule and a free agent."sv},
  {4420, fixer::caller,   retry::no,        false, false, table[36].cause, table[36].description, "Answer inbound calls faster. The caller hung up, so there is nothing to redial (one Plivo doc says to check the carrier log instead)."sv},
  {4430, fixer::customer, retry::after_fix, false, false, table[37].cause, table[37].description, "Check your SDP and offer only what Zentrunk supports, then retry."sv},
  {4440, fixer::plivo,    retry::unstated,  false, false, table[38].cause, table[38].description, "Check the logs to see why Zentrunk ended the call, and send Plivo support the call UUID."sv},
  {4500, fixer::customer, retry::later,     false, false, table[39].cause, table[39].description, "Wait for the pending SIP request to finish, then retry."sv},
  {4520, fixer::customer, retry::after_fix, false, false, table[40].cause, table[40].description, "Configure your PBX to use a security mechanism that the 494 response lists, then retry."sv},
  {4540, fixer::plivo,    retry::unstated,  false, false, table[41].cause, table[41].description, "Ask Plivo support: authentication failed on the Zentrunk side."sv},
  {4550, fixer::nobody,   retry::no,        false, true,  table[42].cause, table[42].description, "Nothing to do: the call was canceled unanswered. If that took only a second or two, check your dialer: US rules count it as abandoned."sv},
  {4560, fixer::customer, retry::after_fix, false, false, table[43].cause, table[43].description, "Enable the country in Geo Permissions, then retry (this block can show as 4560 or 4650). If Plivo itself disabled the country, ask Plivo support."sv},
  {4570, fixer::plivo,    retry::no,        false, false, table[44].cause, table[44].description, "Stop calling this number. If the block is unexpected, ask Plivo support (one Plivo doc points to Geo Permissions instead)."sv},
  {4580, fixer::customer, retry::after_fix, false, false, table[45].cause, table[45].description, "Correct the headers and format of the SIP request, then retry. Either end of the call may have sent it."sv},
  {4590, fixer::customer, retry::after_fix, false, false, table[46].cause, table[46].description, "Keep signaling and media of domestic Indian calls in India, and do not bridge PSTN and WebRTC. This is regulation, not missing KYC."sv},
  {4610, fixer::customer, retry::after_fix, false, false, table[47].cause, table[47].description, "Correct the format of the Request-URI, then retry."sv},
  {4620, fixer::customer, retry::after_fix, false, false, table[48].cause, table[48].description, "Offer G.711 (PCMU or PCMA), then retry. Note that telephone-event alone carries no voice."sv},
  {4630, fixer::customer, retry::after_fix, false, false, table[49].cause, table[49].description, "Offer PCMU or PCMA, check that both sides agree on SRTP, and settle the SDP with the carrier, then retry (one Plivo doc only says to retry)."sv},
  {4640, fixer::customer, retry::after_fix, false, false, table[50].cause, table[50].description, "Find out why your PBX rejected the SDP and change what it accepts, then call again."sv},
  {4650, fixer::customer, retry::after_fix, false, false, ""sv, "The geo permissions do not allow calls to this country."sv, "Enable the country in Geo Permissions, then retry (this block can show as 4560 or 4650). If Plivo itself disabled the country, ask Plivo support."sv},
  {5000, fixer::carrier,  retry::yes,       true,  false, table[51].cause, table[51].description, "Retry, and check the carrier's status."sv},
  {5010, fixer::plivo,    retry::after_fix, false, false, table[52].cause, table[52].description, "Ask Plivo support to raise the port capacity before you retry. An unexpected condition in Zentrunk can also be the cause."sv},
  {5020, fixer::customer, retry::after_fix, false, false, table[53].cause, table[53].description, "Send only SIP methods that Zentrunk supports, then retry."sv},
  {5030, fixer::customer, retry::after_fix, false, false, table[54].cause, table[54].description, "Use another SIP method, then retry. The carrier did not understand the request you sent."sv},
  {5040, fixer::customer, retry::after_fix, false, false, table[55].cause, table[55].description, "Update the configuration of your PBX before the next call. It did not understand the request."sv},
  {5180, fixer::customer, retry::later,     false, false, table[56].cause, table[56].description, "Start calls more slowly and retry later, or have the calls-per-second limit raised (Plivo's docs name support, sales and the Console assistant for that)."sv},
  {5190, fixer::plivo,    retry::later,     false, false, table[57].cause, table[57].description, "Retry once some of your calls have ended. Run fewer calls at once, or ask Plivo to raise the limit."sv},
  {5200, fixer::plivo,    retry::yes,       true,  false, table[58].cause, table[58].description, "Retry: a timer in Zentrunk expired."sv},
  {5220, fixer::customer, retry::unstated,  false, false, table[59].cause, table[59].description, "Check your PBX log around the time of the drop (a mid-dialog request failed with 4xx). The call was up, so a redial is a new call."sv},
  {5230, fixer::customer, retry::unstated,  false, false, table[60].cause, table[60].description, "Check your PBX log around the time of the drop (a mid-dialog request failed with 5xx or 6xx). The call was up, so a redial is a new call."sv},
  {5240, fixer::customer, retry::after_fix, false, false, table[61].cause, table[61].description, "Correct the NAT or network problem that stopped the media. The call was up, so a redial is a new call."sv},
  {5250, fixer::plivo,    retry::yes,       true,  false, table[62].cause, table[62].description, "Retry. If the internal error persists, ask Plivo support."sv},
  {5260, fixer::plivo,    retry::yes,       true,  false, table[63].cause, table[63].description, "Retry. If the internal routing error persists, ask Plivo support."sv},
  {5270, fixer::plivo,    retry::yes,       true,  false, table[64].cause, table[64].description, "Retry. If the media server error persists, ask Plivo support."sv},
  {5290, fixer::plivo,    retry::yes,       true,  false, table[65].cause, table[65].description, "Retry, and check that your trunk has a URI assigned."sv},
  {5300, fixer::carrier,  retry::yes,       true,  false, table[66].cause, table[66].description, "Retry (only one Plivo doc says so), and check the carrier's status. Plivo's docs give 404 or 502 as the SIP status code."sv},
  {5310, fixer::carrier,  retry::unstated,  false, false, table[67].cause, table[67].description, "Check the carrier log (a mid-dialog request failed with 4xx). The call was up, so a redial is a new call."sv},
  {5320, fixer::carrier,  retry::unstated,  false, false, table[68].cause, table[68].description, "Check the carrier's status (a mid-dialog request failed with 5xx or 6xx). The call was up, so a redial is a new call."sv},
  {5330, fixer::carrier,  retry::yes,       true,  false, table[69].cause, table[69].description, "Retry, and check whether the carrier is responding."sv},
  {5340, fixer::customer, retry::after_fix, false, false, table[70].cause, table[70].description, "Find out why your PBX responds too slowly and fix it, then call again."sv},
  {5350, fixer::carrier,  retry::later,     true,  false, table[71].cause, table[71].description, "Retry later. The carrier cannot take the call right now."sv},
  {5360, fixer::customer, retry::after_fix, false, false, table[72].cause, table[72].description, "Check the state of your PBX, set up a fallback URI as another route, then call again."sv},
  {6000, fixer::callee,   retry::later,     true,  false, table[73].cause, table[73].description, "Retry later. Every destination is busy, and there is no voicemail to fall back on."sv},
  {6020, fixer::customer, retry::after_fix, false, false, "does_not_exist_anywhere"sv, "The called user does not exist."sv, "Correct the called number, then retry. The user you called does not exist."sv},
  {6030, fixer::callee,   retry::unstated,  false, false, table[74].cause, table[74].description, "Treat the call as unanswered. Zentrunk ended it because nobody picked up in time, and Plivo's docs name no further step."sv},
  {6040, fixer::carrier,  retry::unstated,  false, false, table[75].cause, table[75].description, "Ask the carrier why it declined the call. Plivo's docs disagree on retrying; a redial may annoy the callee or count against you."sv},
  {6070, fixer::customer, retry::after_fix, false, false, table[76].cause, table[76].description, "Correct the SDP that you send, then retry. Plivo's docs blame the carrier, but the change is yours to make."sv},
}};

inline constexpr std::uint32_t advice_multiplier = 0x0FCD0CD5;
inline constexpr unsigned advice_bits = 7;
}  // namespace detail
using detail::advice_table;  // public
}  // namespace ZENTRUNK_RELEASE
}  // namespace v1
}  // namespace zentrunk::hangup
// clang-format on
// </generated>

// ---- Definitions --------------------------------------------------------------------------------

namespace zentrunk::hangup {
inline namespace v1 {
inline namespace ZENTRUNK_RELEASE {

namespace detail {

inline constexpr code_index<advice, advice_multiplier, advice_bits> advice_by_code(advice_table);

inline constexpr std::string_view fixer_names[] = {"nobody", "customer", "carrier",
                                                   "plivo",  "callee",   "caller"};
inline constexpr std::string_view retry_names[] = {"unstated", "no", "after_fix", "later", "yes"};

}  // namespace detail

template <class Integer, detail::if_integer<Integer>>
constexpr const advice* advice_for(Integer code) noexcept {
  return detail::advice_by_code.find(code);
}
constexpr const advice* advice_for(detail::text digits) noexcept {
  return advice_for(detail::parse_digits(digits.view));
}

constexpr std::string_view to_string(fixer who) noexcept {
  const auto n = static_cast<std::size_t>(who);
  return n < std::size(detail::fixer_names) ? detail::fixer_names[n] : std::string_view();
}
constexpr std::string_view to_string(retry when) noexcept {
  const auto n = static_cast<std::size_t>(when);
  return n < std::size(detail::retry_names) ? detail::retry_names[n] : std::string_view();
}
constexpr std::string_view format_as(fixer who) noexcept { return to_string(who); }
constexpr std::string_view format_as(retry when) noexcept { return to_string(when); }

}  // namespace ZENTRUNK_RELEASE
}  // namespace v1
}  // namespace zentrunk::hangup

#endif  // ZENTRUNK_ADVICE_HPP
