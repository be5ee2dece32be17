// SPDX-License-Identifier: BSL-1.0
//
// Every lookup agrees with the CSV files: for keys of every type, at their limits, and for near
// misses, which are unknown.
#include <algorithm>
#include <cctype>
#include <clocale>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>
#include <zentrunk/sip.hpp>

#include "catch.hpp"
#include "published.hpp"

namespace hangup = zentrunk::hangup;
using hangup::originator;
using published::code_of;
using published::codes;
using published::codes_of;
using published::the_page;

namespace {

// Limits and all known numbers, and the same plus what a narrower type would cut off.
std::set<long long> boundaries() {
  std::set<long long> edges{0, 1, 127, 128, 255, 256, 699, 700, 32767, 32768, 65535}, numbers;
  for (const auto& row : the_page().rows) edges.insert({row.code, row.sip_code});
  for (const auto& advice : the_page().advices) edges.insert(advice.code);
  for (const long long edge : edges) {
    for (const long long lost : {0LL, 1LL << 8, 1LL << 16, 1LL << 31, 1LL << 32, 1LL << 48}) {
      numbers.insert({edge, edge + lost, edge - lost, -edge, -edge + lost, -edge - lost});
    }
  }
  return numbers;
}

template <class Integer>
void check_number(Integer number) {
  CAPTURE(static_cast<long long>(number));
  CHECK(number_disagreement(the_page(), number) == "");
}

// All of these numbers that Integer can hold.
template <class Integer, class Key = Integer>
void check_numbers() {
  using limits = std::numeric_limits<Integer>;
  check_number(static_cast<Key>(limits::lowest()));
  check_number(static_cast<Key>((limits::max)()));
  for (const long long boundary : boundaries()) {
    const auto number = static_cast<Integer>(boundary);
    if (static_cast<long long>(number) == boundary) check_number(static_cast<Key>(number));
  }
}

enum of_int : int {};
enum of_unsigned : unsigned {};
enum of_short : short {};
enum of_char : unsigned char {};
enum of_long_long : long long {};

// The results of all lookups for one text, which can be in braces.
#define ZENTRUNK_ANSWERS(...)                                                         \
  {                                                                                   \
    {code_of(hangup::by_code(__VA_ARGS__)), code_of(hangup::advice_for(__VA_ARGS__)), \
     code_of(hangup::from_sip_message(__VA_ARGS__)),                                  \
     static_cast<long long>(hangup::parse_originator(__VA_ARGS__).value_or(nobody)),  \
     static_cast<long long>(hangup::hangup_code_field(__VA_ARGS__).size())},          \
        codes_of(hangup::by_cause(__VA_ARGS__)),                                      \
        codes_of(hangup::by_cause(__VA_ARGS__, originator::zentrunk)),                \
        codes_of(hangup::by_sip_code(__VA_ARGS__)),                                   \
        codes_of(hangup::by_sip_code(__VA_ARGS__, originator::zentrunk)),             \
        codes_of(hangup::by_sip_response(__VA_ARGS__))                                \
  }

constexpr auto nobody = static_cast<originator>(255);

template <class Text>
std::vector<codes> answers(Text&& text) {
  return ZENTRUNK_ANSWERS(text);
}
template <class Size>
std::vector<codes> answers(const char* data, Size size) {
  return ZENTRUNK_ANSWERS({data, size});
}

const std::vector<codes> nothing{{-1, -1, -1, 255, 0}, {}, {}, {}, {}, {}};

struct as_view {
  std::string_view text;
  operator std::string_view() const noexcept {  // NOLINT(google-explicit-constructor)
    return text;
  }
};

struct as_view_or_pointer : as_view {
  operator const char*() const noexcept {  // NOLINT(google-explicit-constructor)
    return "a pointer is not asked for";
  }
};

struct own_string : std::string {};

// Calls `check` with the key with each character dropped, added or changed.
template <class Check>
void for_each_near_miss(const std::string& key, Check check) {
  for (std::size_t i = 0; i <= key.size(); ++i) {
    if (i < key.size()) check(std::string(key).erase(i, 1));
    for (int byte = 0; byte < 256; ++byte) {
      const auto c = static_cast<char>(byte);
      check(std::string(key).insert(i, 1, c));
      if (i < key.size()) check(std::string(key).replace(i, 1, 1, c));
    }
  }
}

// Texts that are close to a key but differ in more than one character.
std::vector<std::string> relatives(const std::string& key) {
  return {key + key,
          key + "\r\n",
          '"' + key + '"',
          key.substr(0, 8),
          key.substr(key.size() / 2),
          key + "_4040",
          key + std::string(1 << 16, 'x'),
          std::string(key.rbegin(), key.rend())};
}

}  // namespace

TEMPLATE_TEST_CASE("the limits of every integer type", "", char, signed char, unsigned char,
                   wchar_t, char16_t, char32_t, short, unsigned short, int, unsigned int, long,
                   unsigned long, long long, unsigned long long) {
  check_numbers<TestType>();
}

TEMPLATE_TEST_CASE("the limits of unscoped enumerations", "", of_int, of_unsigned, of_short,
                   of_char, of_long_long) {
  check_numbers<std::underlying_type_t<TestType>, TestType>();
}

#if defined(__SIZEOF_INT128__) && !defined(__STRICT_ANSI__)
TEST_CASE("the limits of 128-bit integers") {
  __extension__ using wide = __int128;
  __extension__ using unsigned_wide = unsigned __int128;
  check_numbers<wide>();
  check_numbers<unsigned_wide>();
  for (const auto& row : the_page().rows) {
    CHECK(hangup::by_code((wide{1} << 64) + row.code) == nullptr);
    CHECK(hangup::by_sip_code((wide{1} << 100) + row.sip_code).empty());
  }
}
#endif

TEST_CASE("a null pointer is an unknown text") {
  CHECK(answers(std::string_view()) == nothing);
  CHECK(answers(static_cast<const char*>(nullptr)) == nothing);
  CHECK(answers(static_cast<char*>(nullptr)) == nothing);
  CHECK(answers(nullptr, 4) == nothing);
  CHECK(answers(nullptr, std::size_t{4}) == nothing);
}

TEST_CASE("a negative size is an unknown text") {
  for (const hangup::entry& row : hangup::table) {
    CHECK(answers(row.cause.data(), -1) == nothing);
    CHECK(answers(row.cause.data(), -static_cast<long long>(row.cause.size())) == nothing);
  }
}

TEST_CASE("texts of every type find the same") {
  std::vector<std::string> keys{"", "unheard_of"};
  for (const auto& alias : the_page().aliases) keys.push_back(alias.cause);
  for (const auto& row : the_page().rows) {
    const std::string code = std::to_string(row.code), sip_code = std::to_string(row.sip_code);
    keys.insert(keys.end(), {code, row.cause, row.sip_response, row.originator, sip_code,
                             "BYE sip:a SIP/2.0\r\nX-ZT-Hangup-Code: " + code + "\r\n\r\n"});
  }
  for (std::string& key : keys) {
    const std::vector<codes> wanted = answers(std::string_view(key));
    CHECK((key.empty() || key == "unheard_of") == (wanted == nothing));
    const std::string constant = key;
    char array[256] = {};
    REQUIRE(key.size() < sizeof array);
    key.copy(array, key.size());
    const as_view view{key};
    CHECK(answers(constant.data()) == wanted);
    CHECK(answers(key.data()) == wanted);
    CHECK(answers(key) == wanted);
    CHECK(answers(constant) == wanted);
    CHECK(answers(std::string(key)) == wanted);
    CHECK(answers(array) == wanted);
    CHECK(answers(view) == wanted);
    CHECK(answers(as_view{key}) == wanted);
    CHECK(answers(as_view_or_pointer{{key}}) == wanted);
    CHECK(answers(own_string{key}) == wanted);
    const std::vector<char> unterminated(key.begin(), key.end());
    CHECK(answers(unterminated.data(), key.size()) == wanted);
    CHECK(answers(unterminated.data(), static_cast<int>(key.size())) == wanted);
    CHECK(answers(unterminated.data(), static_cast<long>(key.size())) == wanted);
    CHECK(answers(unterminated.data(), static_cast<unsigned char>(key.size())) == wanted);
  }
}

TEST_CASE("digits can have blanks around them and nothing else") {
  std::set<long long> numbers{the_page().rows.back().code};
  for (const auto& row : the_page().rows) numbers.insert(row.sip_code);
  for (const long long number : numbers) {
    const std::string digits = std::to_string(number);
    for (const char* before : {"", " ", "\t", " \t ", "          "}) {
      for (const char* after : {"", " ", "\t", " \t ", "          "}) {
        const std::string key = before + digits + after;
        CAPTURE(key);
        CHECK(text_disagreement(the_page(), key) == "");
        CHECK(answers(key) != nothing);
      }
    }
    for (const std::string& bad :
         {"00" + digits, digits + ".0", digits + "e0", "0x" + digits, "\xC2\xA0" + digits,
          std::to_string(65536 + number), "4294967296" + digits, std::string(100000, '4'),
          std::string(100000, '0') + digits}) {
      CAPTURE(bad);
      CHECK(answers(bad) == nothing);
    }
  }
  for (const std::string_view bad : {"", " ", "\t", "18446744073709551616",
                                     "\u0664\u0660\u0669\u0660", "00", "+0", "-0", "0.0", "0x0"}) {
    CAPTURE(bad);
    CHECK(answers(bad) == nothing);
  }
  const long long code = the_page().rows.back().code;
  CHECK(hangup::by_code(std::string(100000, ' ') + std::to_string(code)) == hangup::by_code(code));
}

TEST_CASE("a column knows the sizes of its names") {
  for (std::size_t least = 0; least < 60; ++least) {
    for (std::size_t most = least; most < 60; ++most) {
      const bool has_any =
          std::any_of(hangup::table.begin(), hangup::table.end(), [&](const hangup::entry& row) {
            return row.sip_response.size() >= least && row.sip_response.size() <= most;
          });
      if (hangup::detail::phrases.has_size(least, most) != has_any) {
        FAIL_CHECK(least << " to " << most);
      }
    }
  }
}

TEST_CASE("keys with one character dropped, added or changed, and parts and multiples of keys") {
  std::set<std::string> keys;
  for (const auto& row : the_page().rows) {
    keys.insert({std::to_string(row.code), std::to_string(row.sip_code), row.cause,
                 row.sip_response, row.originator});
  }
  for (const auto& alias : the_page().aliases) keys.insert(alias.cause);
  for (const auto& advice : the_page().advices) keys.insert(std::to_string(advice.code));
  for (const std::string& key : keys) {
    const auto check = [](const std::string& other) {
      const std::string wrong = text_disagreement(the_page(), other);
      if (!wrong.empty()) FAIL_CHECK('"' << other << "\": " << wrong);
    };
    for_each_near_miss(key, check);
    for (const std::string& relative : relatives(key)) check(relative);
  }
  for (const char* other : {"a", "ab", "BOGUS", "17abc", "user", "Answer XML", "API", "unknown"}) {
    CAPTURE(other);
    CHECK(answers(other) == nothing);
  }
}

TEST_CASE("only ASCII letters have a case") {
  // The dotless and dotted i of Turkish, the long s, the Kelvin sign.
  const std::vector<std::pair<char, std::string>> strangers{
      {'i', "\xC4\xB1"}, {'i', "\xC4\xB0"}, {'s', "\xC5\xBF"}, {'k', "\xE2\x84\xAA"}};
  for (const auto& row : the_page().rows) {
    for (const auto& [letter, stranger] : strangers) {
      for (const std::string& name : {row.cause, row.sip_response, row.originator}) {
        const std::size_t at = published::to_lower(name).find(letter);
        if (at == name.npos) continue;
        CHECK(answers(std::string(name).replace(at, 1, stranger)) == nothing);
      }
    }
  }
}

TEST_CASE("a value that is not an originator finds nothing") {
  for (std::size_t number = the_page().sources.size(); number < 256; ++number) {
    const auto who = static_cast<originator>(number);
    CAPTURE(number);
    CHECK(hangup::by_originator(who).empty());
    for (const hangup::entry& row : hangup::table) {
      if (!hangup::by_cause(row.cause, who).empty() ||
          !hangup::by_sip_code(row.sip_code, who).empty()) {
        FAIL_CHECK(row.code);
      }
    }
    CHECK(to_string(who).empty());
    CHECK(describe(who).empty());
  }
}

// In Turkish, I is not the capital letter of i.
#ifdef ZENTRUNK_LOCALES
TEST_CASE("lookups in a program with a Turkish locale") {
  setenv("LOCPATH", ZENTRUNK_LOCALES, 1);
  REQUIRE(std::setlocale(LC_ALL, "tr_TR.UTF-8") != nullptr);
  CHECK(std::tolower('I') != 'i');
  for (const auto& row : the_page().rows) {
    std::string cause = row.cause, phrase = row.sip_response;
    std::replace(cause.begin(), cause.end(), 'i', 'I');
    std::replace(phrase.begin(), phrase.end(), 'i', 'I');
    CHECK(codes_of(hangup::by_cause(cause)) == the_page().by_cause(row.cause));
    CHECK(codes_of(hangup::by_sip_response(phrase)) ==
          the_page().by_sip_response(row.sip_response));
  }
  CHECK(hangup::parse_originator("CARRIER") == originator::carrier);
  CHECK(hangup::hangup_code_field("BYE sip:a SIP/2.0\r\nX-ZT-HANGUP-CODE: 1\r\n\r\n") == "1");
  std::setlocale(LC_ALL, "C");
  unsetenv("LOCPATH");
}
#endif
