// SPDX-License-Identifier: BSL-1.0
//
// What documents and examples say about today's edition of the Plivo page. No other test knows any
// row. After an update of the CSV files only this file fails to compile: correct its numbers, and
// the documents that have them.
#include <initializer_list>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>
#include <zentrunk/sip.hpp>

#define ZENTRUNK_EDITION(...)                                                       \
  static_assert(__VA_ARGS__,                                                        \
                "has the Plivo page changed? then correct tests/unit/edition.cpp, " \
                "which alone knows today's edition")

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

ZENTRUNK_EDITION(hangup::table.size() == 77);
ZENTRUNK_EDITION(hangup::advice_table.size() == 81);
ZENTRUNK_EDITION(hangup::table.front().code == 3000 && hangup::table.back().code == 6070);
ZENTRUNK_EDITION(hangup::by_code(" 4090\t") == &4090_hangup);
ZENTRUNK_EDITION((4090_hangup).cause == "destination_not_found");
ZENTRUNK_EDITION((4090_hangup).sip_code == 404);
ZENTRUNK_EDITION((4090_hangup).sip_response == "Destination Not Found");
ZENTRUNK_EDITION((4090_hangup).originator == originator::zentrunk);
ZENTRUNK_EDITION(hangup::by_code(4091) == nullptr && hangup::by_code("04090") == nullptr);
ZENTRUNK_EDITION(hangup::code::user_busy == 4410 && hangup::code::forbidden_4040 == 4040);
ZENTRUNK_EDITION(hangup::from_sip_message("SIP/2.0 404 Not Found\r\n"
                                          "X-ZT-Hangup-Code: 4090\r\n"
                                          "\r\n") == &4090_hangup);

ZENTRUNK_EDITION(are(hangup::by_cause("user_busy"), {4410}));
ZENTRUNK_EDITION(are(hangup::by_cause("forbidden"), {4040, 4060, 4540}));
ZENTRUNK_EDITION(are(hangup::by_cause("FORBIDDEN", originator::carrier), {4040}));
ZENTRUNK_EDITION(hangup::by_sip_code("503").size() == 22);
ZENTRUNK_EDITION(are(hangup::by_sip_code(503, originator::customer), {5220, 5360}));
ZENTRUNK_EDITION(are(hangup::by_sip_code(504, originator::carrier), {5330}));
ZENTRUNK_EDITION(are(hangup::by_sip_response("User Busy"), {4410}));
ZENTRUNK_EDITION(hangup::by_originator(originator::customer).size() == 12);
ZENTRUNK_EDITION(hangup::describe(originator::carrier) ==
                 "The hangup was initiated by the remote carrier.");

// Each of the two published spellings finds both rows. Each row keeps its own.
ZENTRUNK_EDITION(are(hangup::by_cause("insufficient_plivo_credits"), {3030, 4030}));
ZENTRUNK_EDITION(hangup::by_code(3030)->cause == "insufficient_Plivo_credits");
ZENTRUNK_EDITION(hangup::by_code(4030)->cause == "insufficient_plivo_credits");

ZENTRUNK_EDITION(are(hangup::by_cause("customer_cancelled"), {4550}));
ZENTRUNK_EDITION(are(hangup::by_cause("service_interrupted_by_customer"), {5220, 5230}));
ZENTRUNK_EDITION(are(hangup::by_cause("call_rejected_unauthorized"), {4020}));
ZENTRUNK_EDITION(hangup::by_code(4180) == nullptr && hangup::by_code(4200) == nullptr);
ZENTRUNK_EDITION(hangup::by_code(4650) == nullptr && hangup::by_code(6020) == nullptr);
ZENTRUNK_EDITION(hangup::advice_for(4180)->cause == "call_rejected_unauthorized");
ZENTRUNK_EDITION(hangup::advice_for(4650)->cause.empty());
ZENTRUNK_EDITION(hangup::advice_for("4330")->retry == hangup::retry::yes);
