// SPDX-License-Identifier: BSL-1.0
//
// Every lookup works in constant expressions and is noexcept. If this compiles, it has passed.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>
#include <zentrunk/sip.hpp>

#include "catch.hpp"

namespace hangup = zentrunk::hangup;
using hangup::originator;

static_assert(std::is_same_v<std::underlying_type_t<originator>, std::uint8_t>);
static_assert(std::is_same_v<decltype(hangup::entry::code), std::uint16_t>);
static_assert(std::is_same_v<decltype(hangup::entry::sip_code), std::uint16_t>);
static_assert(std::is_same_v<decltype(hangup::entry::originator), originator>);
static_assert(std::is_same_v<decltype(hangup::entry::cause), std::string_view>);
static_assert(std::is_same_v<decltype(hangup::entry::description), std::string_view>);
static_assert(std::is_same_v<decltype(hangup::entry::sip_response), std::string_view>);
static_assert(
    std::is_same_v<decltype(hangup::table), const std::array<hangup::entry, hangup::table.size()>>);

static_assert(std::is_same_v<std::underlying_type_t<hangup::fixer>, std::uint8_t>);
static_assert(std::is_same_v<std::underlying_type_t<hangup::retry>, std::uint8_t>);
static_assert(std::is_same_v<decltype(hangup::advice::code), std::uint16_t>);
static_assert(std::is_same_v<decltype(hangup::advice::fixer), hangup::fixer>);
static_assert(std::is_same_v<decltype(hangup::advice::retry), hangup::retry>);
static_assert(std::is_same_v<decltype(hangup::advice::retry_stated), bool>);
static_assert(std::is_same_v<decltype(hangup::advice::expected), bool>);
static_assert(std::is_same_v<decltype(hangup::advice::cause), std::string_view>);
static_assert(std::is_same_v<decltype(hangup::advice::description), std::string_view>);
static_assert(std::is_same_v<decltype(hangup::advice::next_step), std::string_view>);
static_assert(std::is_same_v<decltype(hangup::advice_table),
                             const std::array<hangup::advice, hangup::advice_table.size()>>);

static_assert(static_cast<int>(originator::customer) == 0);
static_assert(static_cast<int>(originator::carrier) == 1);
static_assert(static_cast<int>(originator::zentrunk) == 2);

// ---- What the lookups return, and that they throw nothing ----

// A std::string_view, because its constructor from a literal need not be noexcept.
constexpr std::string_view text = "1";
constexpr const char* null = nullptr;
constexpr auto carrier = originator::carrier;

template <class Result, class Found>
constexpr bool is(const Found&, bool is_noexcept) {
  return is_noexcept && std::is_same_v<Result, Found>;
}
#define ZENTRUNK_RETURNS(result, call) static_assert(is<result>(call, noexcept(call)))
ZENTRUNK_RETURNS(const hangup::entry*, hangup::by_code(1));
ZENTRUNK_RETURNS(const hangup::entry*, hangup::by_code(text));
ZENTRUNK_RETURNS(hangup::entries, hangup::by_cause(text));
ZENTRUNK_RETURNS(hangup::entries, hangup::by_cause(text, carrier));
ZENTRUNK_RETURNS(hangup::entries, hangup::by_sip_code(1));
ZENTRUNK_RETURNS(hangup::entries, hangup::by_sip_code(1, carrier));
ZENTRUNK_RETURNS(hangup::entries, hangup::by_sip_code(text));
ZENTRUNK_RETURNS(hangup::entries, hangup::by_sip_code(text, carrier));
ZENTRUNK_RETURNS(hangup::entries, hangup::by_originator(carrier));
ZENTRUNK_RETURNS(hangup::entries, hangup::by_sip_response(text));
ZENTRUNK_RETURNS(std::string_view, hangup::to_string(carrier));
ZENTRUNK_RETURNS(std::string_view, hangup::describe(carrier));
ZENTRUNK_RETURNS(std::string_view, format_as(carrier));  // found as {fmt} finds it
ZENTRUNK_RETURNS(std::optional<originator>, hangup::parse_originator(text));
ZENTRUNK_RETURNS(std::string_view, hangup::hangup_code_field(text));
ZENTRUNK_RETURNS(const hangup::entry*, hangup::from_sip_message(text));
ZENTRUNK_RETURNS(const hangup::advice*, hangup::advice_for(1));
ZENTRUNK_RETURNS(const hangup::advice*, hangup::advice_for(text));
ZENTRUNK_RETURNS(std::string_view, hangup::to_string(hangup::fixer::plivo));
ZENTRUNK_RETURNS(std::string_view, hangup::to_string(hangup::retry::later));
ZENTRUNK_RETURNS(std::string_view, format_as(hangup::fixer::plivo));
ZENTRUNK_RETURNS(std::string_view, format_as(hangup::retry::later));
static_assert(noexcept(hangup::by_code(null)) && noexcept(hangup::by_cause(null)));

// ---- Null pointers are unknown texts ----

#define ZENTRUNK_FINDS_NOTHING(...)                                                               \
  static_assert(                                                                                  \
      hangup::by_code(__VA_ARGS__) == nullptr && hangup::advice_for(__VA_ARGS__) == nullptr &&    \
      hangup::from_sip_message(__VA_ARGS__) == nullptr &&                                         \
      hangup::hangup_code_field(__VA_ARGS__).empty() && !hangup::parse_originator(__VA_ARGS__) && \
      hangup::by_sip_response(__VA_ARGS__).empty() && hangup::by_cause(__VA_ARGS__).empty() &&    \
      hangup::by_cause(__VA_ARGS__, carrier).empty() &&                                           \
      hangup::by_sip_code(__VA_ARGS__).empty() &&                                                 \
      hangup::by_sip_code(__VA_ARGS__, carrier).empty())
ZENTRUNK_FINDS_NOTHING(null);
ZENTRUNK_FINDS_NOTHING(static_cast<char*>(nullptr));
ZENTRUNK_FINDS_NOTHING({nullptr, 4});
ZENTRUNK_FINDS_NOTHING({null, 4});

// ---- Which types are keys ----

namespace c_api {
enum number { lowest = -1, highest = 9999 };
constexpr bool operator+(number) noexcept { return true; }
}  // namespace c_api

enum c_enum { one };
enum c_enum_of_bytes : unsigned char {};
enum class scoped { one };

constexpr auto by_any_code = [](auto&& key) -> decltype(hangup::by_code(key)) { return {}; };
constexpr auto advice_for_any = [](auto&& key) -> decltype(hangup::advice_for(key)) { return {}; };
constexpr auto by_any_sip_code = [](auto&& key) -> decltype(hangup::by_sip_code(key)) {
  return {};
};
constexpr auto by_any_sip_code_of_carrier =
    [](auto&& key) -> decltype(hangup::by_sip_code(key, carrier)) { return {}; };

template <class Key>
constexpr int lookups_of_numbers = std::is_invocable_v<decltype(by_any_code), Key> +
                                   std::is_invocable_v<decltype(advice_for_any), Key> +
                                   std::is_invocable_v<decltype(by_any_sip_code), Key> +
                                   std::is_invocable_v<decltype(by_any_sip_code_of_carrier), Key>;
template <class... Keys>
constexpr bool all_are_numbers = ((lookups_of_numbers<Keys> == 4) && ...);
template <class... Keys>
constexpr bool none_is_a_number = ((lookups_of_numbers<Keys> == 0) && ...);

static_assert(all_are_numbers<char, signed char, unsigned char, wchar_t, char16_t, char32_t, short,
                              unsigned short, int, unsigned, long, unsigned long, long long,
                              unsigned long long, const int, int&, c_enum, c_enum_of_bytes>);
static_assert(all_are_numbers<const char*, char*, std::string_view, const char (&)[5]>);
static_assert(none_is_a_number<bool, bool&, float, double, long double, scoped, std::byte,
                               originator, hangup::fixer, std::nullptr_t, void*, const int*,
                               const wchar_t*, std::wstring_view, hangup::entry, const bool*>);
#ifdef __cpp_char8_t
static_assert(all_are_numbers<char8_t>);
#endif

// ---- Every row and every name ----

template <char... Digits>
constexpr const hangup::entry& literal() {
  return hangup::literals::operator""_hangup<Digits...>();
}
constexpr char digit(unsigned place) {
  return static_cast<char>('0' + hangup::table.front().code / place % 10);
}
constexpr const hangup::entry& first = literal<digit(1000), digit(100), digit(10), digit(1)>();
static_assert(&first == &hangup::table.front());

static_assert(hangup::by_code(static_cast<c_api::number>(first.code)) == &first);
static_assert(hangup::by_sip_code(static_cast<c_api::number>(first.sip_code))[0].sip_code ==
              first.sip_code);
static_assert(hangup::by_code(c_api::lowest) == nullptr);

// Without a NUL at the end.
constexpr char code_digits[4] = {digit(1000), digit(100), digit(10), digit(1)};
constexpr char sip_digits[3] = {'2', '0', '0'};
constexpr std::string_view one_too_many = "BYE sip:a SIP/2.0\nX-ZT-Hangup-Code: 12345";
static_assert(hangup::by_code({code_digits, 4}) == &first &&
              hangup::by_code({code_digits, 3}) == nullptr);
static_assert(hangup::advice_for({code_digits, sizeof code_digits})->code == first.code);
static_assert(hangup::by_sip_code({sip_digits, 3}).size() == hangup::by_sip_code(200).size());
static_assert(hangup::by_sip_code({sip_digits, 3}, carrier).size() ==
              hangup::by_sip_code(200, carrier).size());
static_assert(hangup::by_cause({first.cause.data(), first.cause.size()}).front().code ==
              first.code);
static_assert(hangup::by_cause({first.cause.data(), first.cause.size()}, carrier).size() ==
              hangup::by_cause(first.cause, carrier).size());
static_assert(hangup::by_sip_response({first.sip_response.data(), first.sip_response.size()})
                  .size() == hangup::by_sip_response(first.sip_response).size());
static_assert(hangup::parse_originator({"Carriers", 7}) == carrier);
static_assert(hangup::hangup_code_field({one_too_many.data(), one_too_many.size() - 1}) == "1234");
static_assert(hangup::from_sip_message({one_too_many.data(), one_too_many.size() - 1}) ==
              hangup::by_code(1234));

constexpr int sum_of_codes(hangup::entries rows) {
  int sum = 0;
  for (const hangup::entry& row : rows) sum += row.code;
  return sum;
}
static_assert(sum_of_codes(hangup::by_sip_code(first.sip_code)) >= first.code);

// A constant expression cannot read past an array's end, so compiling proves that these lookups do
// not: numbers beyond both ends of every table, and every name without its first or last
// characters.
constexpr bool numbers_stay_inside() {
  std::size_t rows = 0;
  for (int number = -2; number < 1100; ++number) {
    rows += hangup::by_sip_code(number).size();
    for (unsigned who = 0; who < 5; ++who) {
      rows -= hangup::by_sip_code(number, static_cast<originator>(who)).size();
    }
  }
  for (int number = first.code - 20; number < hangup::table.back().code + 40; ++number) {
    const hangup::entry* row = hangup::by_code(number);
    const hangup::advice* advice = hangup::advice_for(number);
    if (row != nullptr && row->code != number) return false;
    if (advice != nullptr && advice->code != number) return false;
    if (row != nullptr && advice == nullptr) return false;
  }
  return rows == 0;
}
static_assert(numbers_stay_inside());

constexpr bool names_stay_inside() {
  for (const hangup::entry& row : hangup::table) {
    if (hangup::by_code(row.code) != &row) return false;
    if (hangup::by_cause(row.cause).empty()) return false;
    if (hangup::by_sip_response(row.sip_response).empty()) return false;
    if (hangup::by_cause(row.cause, row.originator).empty()) return false;
    for (std::size_t size = 0; size < 16; ++size) {
      if (hangup::by_cause(row.cause.substr(0, size)).size() > hangup::table.size()) return false;
    }
  }
  for (unsigned number = 0; number < 256; ++number) {
    const auto who = static_cast<originator>(number);
    const bool has_name = !hangup::to_string(who).empty();
    if (hangup::describe(who).empty() == has_name) return false;
    if (hangup::by_originator(who).size() > (has_name ? hangup::table.size() : 0)) return false;
    if (hangup::to_string(static_cast<hangup::fixer>(number)).empty() != (number > 5)) return false;
    if (hangup::to_string(static_cast<hangup::retry>(number)).empty() != (number > 4)) return false;
  }
  return true;
}
static_assert(names_stay_inside());

constexpr bool messages_stay_inside() {
  constexpr std::string_view message =
      "\r\nSIP/2.0 404 Not Found\r\nX-ZT-Hangup-Code :\r\n 1234 \r\n \r\n\r\n";
  for (std::size_t size = 0; size <= message.size(); ++size) {
    const std::string_view field = hangup::hangup_code_field(message.substr(0, size));
    if (field != std::string_view("1234").substr(0, field.size())) return false;
    if (hangup::from_sip_message(message.substr(0, size)) != hangup::by_code(field)) return false;
  }
  return hangup::hangup_code_field(message) == "1234";
}
static_assert(messages_stay_inside());

TEST_CASE("lookups in constant expressions") { SUCCEED("or this would not have compiled"); }

TEST_CASE("a literal at run time") { CHECK(&first == hangup::by_code(hangup::table[0].code)); }
