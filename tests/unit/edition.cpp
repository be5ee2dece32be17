// SPDX-License-Identifier: BSL-1.0
//
// What documents and examples say about today's edition of the Plivo page. No other test knows any
// row. After an update of the CSV files only this file fails to compile: correct its numbers, and
// the documents that have them.
#include <initializer_list>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>
#include <zentrunk/sip.hpp>

namespace hangup = zentrunk::hangup;
using hangup::originator;
using namespace hangup::literals;

constexpr bool are(hangup::entries found, std::initializer_list<int> codes) {
  if (found.size() != codes.size()) return false;
  std::size_t i = 0;
  for (const int code : codes) {
    if (found[i++].code != code) return false;
  }
  return true;
}

static_assert(hangup::table.size() == 77);
static_assert(hangup::advice_table.size() == 81);
static_assert(hangup::table.front().code == 3000 && hangup::table.back().code == 6070);
static_assert(hangup::by_code(" 4090\t") == &4090_hangup);
static_assert((4090_hangup).cause == "destination_not_found");
static_assert((4090_hangup).sip_code == 404);
static_assert((4090_hangup).sip_response == "Destination Not Found");
static_assert((4090_hangup).originator == originator::zentrunk);
static_assert(hangup::by_code(4091) == nullptr && hangup::by_code("04090") == nullptr);
static_assert(hangup::code::user_busy == 4410 && hangup::code::forbidden_4040 == 4040);
static_assert(hangup::from_sip_message("SIP/2.0 404 Not Found\r\n"
                                       "X-ZT-Hangup-Code: 4090\r\n"
                                       "\r\n") == &4090_hangup);

static_assert(are(hangup::by_cause("user_busy"), {4410}));
static_assert(are(hangup::by_cause("forbidden"), {4040, 4060, 4540}));
static_assert(are(hangup::by_cause("FORBIDDEN", originator::carrier), {4040}));
static_assert(hangup::by_sip_code("503").size() == 22);
static_assert(are(hangup::by_sip_code(503, originator::customer), {5220, 5360}));
static_assert(are(hangup::by_sip_code(504, originator::carrier), {5330}));
static_assert(are(hangup::by_sip_response("User Busy"), {4410}));
static_assert(hangup::by_originator(originator::customer).size() == 12);
static_assert(hangup::describe(originator::carrier) ==
              "The hangup was initiated by the remote carrier.");

// Each of the two published spellings finds both rows. Each row keeps its own.
static_assert(are(hangup::by_cause("insufficient_plivo_credits"), {3030, 4030}));
static_assert(hangup::by_code(3030)->cause == "insufficient_Plivo_credits");
static_assert(hangup::by_code(4030)->cause == "insufficient_plivo_credits");

static_assert(are(hangup::by_cause("customer_cancelled"), {4550}));
static_assert(are(hangup::by_cause("service_interrupted_by_customer"), {5220, 5230}));
static_assert(are(hangup::by_cause("call_rejected_unauthorized"), {4020}));
static_assert(hangup::by_code(4180) == nullptr && hangup::by_code(4200) == nullptr);
static_assert(hangup::by_code(4650) == nullptr && hangup::by_code(6020) == nullptr);
static_assert(hangup::advice_for(4180)->cause == "call_rejected_unauthorized");
static_assert(hangup::advice_for(4650)->cause.empty());
static_assert(hangup::advice_for("4330")->retry == hangup::retry::yes);
