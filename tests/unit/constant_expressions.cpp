// SPDX-License-Identifier: BSL-1.0
//
// Everything works in constant expressions and throws nothing. If this compiles, it has passed.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <zentrunk/hangup.hpp>

#include "catch.hpp"

namespace hangup = zentrunk::hangup;
using hangup::originator;
using namespace hangup::literals;

static_assert(std::is_same_v<std::underlying_type_t<originator>, std::uint8_t>);
static_assert(std::is_same_v<decltype(hangup::entry::code), std::uint16_t>);
static_assert(std::is_same_v<decltype(hangup::entry::sip_code), std::uint16_t>);
static_assert(std::is_same_v<decltype(hangup::entry::originator), originator>);
static_assert(std::is_same_v<decltype(hangup::entry::cause), std::string_view>);
static_assert(std::is_same_v<decltype(hangup::table), const std::array<hangup::entry, 77>>);
static_assert(std::is_same_v<decltype(hangup::code::user_busy), const std::uint16_t>);
static_assert(std::is_same_v<decltype(4090_hangup), const hangup::entry&>);

static_assert(hangup::table.front().code == 3000 && hangup::table.back().code == 6070);

static_assert(hangup::by_code(4090) == &hangup::table[14]);
static_assert(hangup::by_code(4090)->cause == "destination_not_found");
static_assert(hangup::by_code(std::uint16_t{4090}) == hangup::by_code(4090LL));
static_assert(hangup::by_code(hangup::code::user_busy)->sip_code == 486);
static_assert(hangup::by_code(4091) == nullptr);
static_assert(hangup::by_code(" 4090\t") == &4090_hangup);
static_assert(hangup::by_code("04090") == nullptr);
static_assert((4090_hangup).code == 4090);

static_assert(hangup::by_cause("forbidden").size() == 3);
static_assert(hangup::by_cause("FORBIDDEN", originator::customer).front().code == 4060);
static_assert(hangup::by_cause("forbiddem").empty());
static_assert(hangup::by_sip_code(503).size() == 22);
static_assert(hangup::by_sip_code(503, originator::customer).size() == 2);
static_assert(hangup::by_sip_code(504, originator::carrier)[0].code == 5330);
static_assert(hangup::by_sip_code(999).empty());
static_assert(hangup::by_originator(originator::customer).size() == 12);
static_assert(hangup::by_sip_response("bad GATEWAY").back().code == 5300);

static_assert(hangup::to_string(originator::carrier) == "Carrier");
static_assert(format_as(originator::carrier) == "Carrier");  // found as {fmt} finds it
static_assert(hangup::describe(originator::carrier) ==
              "The hangup was initiated by the remote carrier.");
static_assert(hangup::parse_originator("carrier") == originator::carrier);
static_assert(!hangup::parse_originator("Caller"));
static_assert(hangup::from_sip_message("SIP/2.0 404 Not Found\r\n"
                                       "X-ZT-Hangup-Code: 4090\r\n"
                                       "\r\n") == hangup::by_code(4090));

static_assert(hangup::code::forbidden_4040 == 4040);
static_assert(hangup::code::insufficient_plivo_credits_3030 == 3030);
static_assert(hangup::code::insufficient_plivo_credits_4030 == 4030);

constexpr int sum_of_codes(hangup::entries rows) {
  int sum = 0;
  for (const hangup::entry& row : rows) sum += row.code;
  return sum;
}
static_assert(sum_of_codes(hangup::by_cause("normal_hangup")) == 3000 + 3010);

// A constant expression must not read past an array's end, so that the compiler proves here that
// these lookups don't: numbers beyond both ends of every table, and every name and what it becomes
// when its last character or its first ones are gone.
constexpr bool numbers_stay_inside() {
  std::size_t rows = 0;
  for (int number = -2; number < 1100; ++number) {
    rows += hangup::by_sip_code(number).size();
    for (unsigned who = 0; who < 5; ++who) {
      rows -= hangup::by_sip_code(number, static_cast<originator>(who)).size();
    }
  }
  for (int number = 2980; number < 6100; ++number) {
    const hangup::entry* row = hangup::by_code(number);
    if (row != nullptr && row->code != number) return false;
  }
  return rows == 0;
}
static_assert(numbers_stay_inside());

constexpr bool names_stay_inside() {
  for (const hangup::entry& row : hangup::table) {
    if (hangup::by_cause(row.cause).empty()) return false;
    if (hangup::by_sip_response(row.sip_response).empty()) return false;
    if (hangup::by_cause(row.cause, row.originator).empty()) return false;
    const std::string_view shorter = row.cause.substr(0, row.cause.size() - 1);
    if (!hangup::by_sip_response(shorter).empty()) return false;
    for (std::size_t size = 0; size < 16; ++size) {
      if (hangup::by_cause(row.cause.substr(0, size)).size() > 3) return false;
    }
  }
  for (unsigned who = 0; who < 256; ++who) {
    const auto nobody = static_cast<originator>(who);
    if (hangup::by_originator(nobody).empty() != (who > 2)) return false;
    if (hangup::to_string(nobody).empty() != (who > 2)) return false;
    if (hangup::describe(nobody).empty() != (who > 2)) return false;
    if (hangup::by_cause("forbidden", nobody).empty() != (who > 2)) return false;
  }
  return true;
}
static_assert(names_stay_inside());

constexpr bool messages_stay_inside() {
  constexpr std::string_view message =
      "\r\nSIP/2.0 404 Not Found\r\nX-ZT-Hangup-Code :\r\n 4090 \r\n \r\n\r\n";
  for (std::size_t size = 0; size <= message.size(); ++size) {
    const hangup::entry* row = hangup::from_sip_message(message.substr(0, size));
    if (row != nullptr && row != &4090_hangup) return false;
  }
  return hangup::from_sip_message(message) == &4090_hangup;
}
static_assert(messages_stay_inside());

// As a view, for the library may make one of a literal by a constructor that is not noexcept.
constexpr std::string_view text = "1";
static_assert(noexcept(hangup::by_code(1)) && noexcept(hangup::by_code(text)));
static_assert(noexcept(hangup::by_cause(text)) && noexcept(hangup::by_cause(text,
                                                                            originator::carrier)));
static_assert(
    noexcept(hangup::by_sip_code(1)) && noexcept(hangup::by_sip_code(1, originator::carrier)));
static_assert(noexcept(hangup::by_originator(originator::carrier)));
static_assert(noexcept(hangup::by_sip_response(text)) && noexcept(hangup::from_sip_message(text)));
static_assert(noexcept(hangup::to_string(originator::carrier)) && noexcept(
    hangup::describe(originator::carrier)) && noexcept(hangup::parse_originator(text)));

TEST_CASE("lookups in constant expressions") { SUCCEED("or this would not have compiled"); }

TEST_CASE("a literal at run time") { CHECK(&4090_hangup == hangup::by_code(4090)); }
