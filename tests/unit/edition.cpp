// SPDX-License-Identifier: BSL-1.0
//
// Facts of today's edition of the Plivo page, its aliases and its advice. No other test knows any
// row. After an update of the CSV files only this file fails: check its numbers and correct them
// here.
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>
#include <zentrunk/sip.hpp>

#include "catch.hpp"
#include "published.hpp"

#define ZENTRUNK_EDITION(...)                                                       \
  static_assert(__VA_ARGS__,                                                        \
                "has the Plivo page changed? then correct tests/unit/edition.cpp, " \
                "which alone knows today's edition")

namespace hangup = zentrunk::hangup;
using hangup::originator;
using published::the_page;
using namespace hangup::literals;

namespace {

constexpr bool are(hangup::entries found, std::initializer_list<int> codes) {
  if (found.size() != codes.size()) return false;
  std::size_t i = 0;
  for (const int code : codes) {
    if (found[i++].code != code) return false;
  }
  return true;
}

}  // namespace

ZENTRUNK_EDITION(hangup::table.size() == 77 && hangup::advice_table.size() == 81);
ZENTRUNK_EDITION(hangup::table.front().code == 3000 && hangup::table.back().code == 6070);
ZENTRUNK_EDITION(hangup::by_code(4090) == &hangup::table[14]);
ZENTRUNK_EDITION(hangup::by_code(4090)->cause == "destination_not_found");
ZENTRUNK_EDITION(hangup::by_code(4090)->sip_code == 404);
ZENTRUNK_EDITION(hangup::by_code(4090)->sip_response == "Destination Not Found");
ZENTRUNK_EDITION(hangup::by_code(4090)->originator == originator::zentrunk);
ZENTRUNK_EDITION(hangup::by_code(std::uint16_t{4090}) == hangup::by_code(4090LL));
ZENTRUNK_EDITION(hangup::by_code(" 4090\t") == &4090_hangup);
ZENTRUNK_EDITION((4090_hangup).code == 4090);
ZENTRUNK_EDITION(std::is_same_v<decltype(4090_hangup), const hangup::entry&>);
ZENTRUNK_EDITION(hangup::by_code(4091) == nullptr && hangup::by_code("04090") == nullptr);

ZENTRUNK_EDITION(std::is_same_v<decltype(hangup::code::user_busy), const std::uint16_t>);
ZENTRUNK_EDITION(hangup::by_code(hangup::code::user_busy)->sip_code == 486);
ZENTRUNK_EDITION(hangup::code::forbidden_4040 == 4040);
ZENTRUNK_EDITION(hangup::code::insufficient_plivo_credits_3030 == 3030);
ZENTRUNK_EDITION(hangup::code::insufficient_plivo_credits_4030 == 4030);

ZENTRUNK_EDITION(are(hangup::by_cause("forbidden"), {4040, 4060, 4540}));
ZENTRUNK_EDITION(are(hangup::by_cause("FORBIDDEN", originator::customer), {4060}));
ZENTRUNK_EDITION(hangup::by_cause("forbiddem").empty());
ZENTRUNK_EDITION(hangup::by_sip_code(503).size() == 22 && hangup::by_sip_code("503").size() == 22);
ZENTRUNK_EDITION(are(hangup::by_sip_code(503, originator::customer), {5220, 5360}));
ZENTRUNK_EDITION(are(hangup::by_sip_code(504, originator::carrier), {5330}));
ZENTRUNK_EDITION(are(hangup::by_sip_code("504", originator::carrier), {5330}));
ZENTRUNK_EDITION(hangup::by_sip_code(999).empty());
ZENTRUNK_EDITION(hangup::by_originator(originator::customer).size() == 12);
ZENTRUNK_EDITION(are(hangup::by_sip_response("bad GATEWAY"), {5300}));
ZENTRUNK_EDITION(are(hangup::by_sip_response("Domestic Anchored Terms Not Met"), {4590}));
ZENTRUNK_EDITION(hangup::describe(originator::carrier) ==
                 "The hangup was initiated by the remote carrier.");
ZENTRUNK_EDITION(hangup::from_sip_message("SIP/2.0 404 Not Found\r\n"
                                          "X-ZT-Hangup-Code: 4090\r\n"
                                          "\r\n") == &4090_hangup);

// Each of the two published spellings finds both rows. Each row keeps its own.
ZENTRUNK_EDITION(are(hangup::by_cause("insufficient_Plivo_credits"), {3030, 4030}));
ZENTRUNK_EDITION(are(hangup::by_cause("insufficient_plivo_credits"), {3030, 4030}));
ZENTRUNK_EDITION(hangup::by_code(3030)->cause == "insufficient_Plivo_credits");
ZENTRUNK_EDITION(hangup::by_code(4030)->cause == "insufficient_plivo_credits");

ZENTRUNK_EDITION(are(hangup::by_cause("customer_cancelled"), {4550}));
ZENTRUNK_EDITION(hangup::by_cause("customer_cancelled").front().cause == "user_cancelled");
ZENTRUNK_EDITION(are(hangup::by_cause("service_interrupted_by_customer"), {5220, 5230}));
ZENTRUNK_EDITION(are(hangup::by_cause("SERVICE_INTERRUPTED_BY_CUSTOMER", originator::customer),
                     {5220, 5230}));
ZENTRUNK_EDITION(hangup::by_cause("service_interrupted_by_customer", originator::carrier).empty());
ZENTRUNK_EDITION(are(hangup::by_cause("call_rejected_unauthorized"), {4020}));

ZENTRUNK_EDITION(hangup::by_code(4180) == nullptr && hangup::by_code(4200) == nullptr);
ZENTRUNK_EDITION(hangup::by_code(4650) == nullptr && hangup::by_code(6020) == nullptr);
ZENTRUNK_EDITION(hangup::advice_for(4180)->cause == "call_rejected_unauthorized");
ZENTRUNK_EDITION(hangup::advice_for(4200)->cause == "dno_caller_id");
ZENTRUNK_EDITION(hangup::advice_for(4650)->cause.empty());
ZENTRUNK_EDITION(hangup::advice_for(6020)->cause == "does_not_exist_anywhere");
ZENTRUNK_EDITION(hangup::advice_for(4330)->retry == hangup::retry::yes);
ZENTRUNK_EDITION(hangup::advice_for(4010)->retry == hangup::retry::unstated);
ZENTRUNK_EDITION(hangup::advice_for("4330")->fixer == hangup::advice_for(4330)->fixer);
ZENTRUNK_EDITION(hangup::advice_for(9999) == nullptr && hangup::advice_for("9999") == nullptr);

TEST_CASE("the codes and causes of today's edition") {
  std::uint32_t fingerprint = 0;
  for (const auto& row : the_page().rows) {
    for (const char c : std::to_string(row.code) + row.cause) {
      fingerprint = fingerprint * 31 + static_cast<unsigned char>(c);
    }
  }
  INFO("has a code or a cause on the Plivo page changed? then correct tests/unit/edition.cpp");
  CHECK(fingerprint == 326701161);
}

TEST_CASE("the counts of today's edition") {
  std::set<std::string> causes, phrases;
  std::set<long long> sip_codes;
  std::set<std::pair<long long, std::string>> pairs;
  std::size_t unique_pairs = 0, later_codes = 0;
  for (const auto& row : the_page().rows) {
    causes.insert(published::to_lower(row.cause));
    phrases.insert(row.sip_response);
    sip_codes.insert(row.sip_code);
    if (pairs.emplace(row.sip_code, row.originator).second) {
      const auto who = hangup::parse_originator(row.originator);
      unique_pairs += hangup::by_sip_code(row.sip_code, *who).size() == 1;
    }
  }
  for (const auto& advice : the_page().advices) {
    later_codes += the_page().by_code(advice.code) == nullptr;
  }
  INFO("has the Plivo page changed? then correct the counts in tests/unit/edition.cpp");
  CHECK(the_page().rows.size() == 77);
  CHECK(the_page().sources.size() == 3);
  CHECK(causes.size() == 68);
  CHECK(phrases.size() == 45);
  CHECK(sip_codes.size() == 27);
  CHECK(pairs.size() == 44);
  CHECK(unique_pairs == 36);
  CHECK(the_page().aliases.size() == 9);
  CHECK(the_page().advices.size() == 81);
  CHECK(later_codes == 4);
}
