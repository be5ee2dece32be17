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

// The code of the found entry; -1: none.
long long wanted_code(long long number) { return code_of(the_page().by_code(number)); }

constexpr unsigned originator_numbers[] = {0, 1, 2, 3, 4, 128, 255};

// The numbers around every limit, and the same plus what a narrower type would cut off.
std::set<long long> boundaries() {
  std::set<long long> edges{0, 255, 256, 699, 700, 32767, 65535};
  for (const auto* row : {&the_page().rows.front(), &the_page().rows.back()}) {
    edges.insert({row->code, row->sip_code});
  }
  for (const auto& advice : the_page().advices) {
    if (the_page().by_code(advice.code) == nullptr) edges.insert(advice.code);
  }
  std::set<long long> sip_codes, numbers;
  for (const auto& row : the_page().rows) sip_codes.insert(row.sip_code);
  edges.insert({*++sip_codes.begin(), *sip_codes.rbegin()});
  for (const long long edge : edges) {
    for (const long long near : {edge - 1, edge, edge + 1}) {
      for (const long long lost : {0LL, 1LL << 8, 1LL << 16, 1LL << 31, 1LL << 32, 1LL << 48}) {
        numbers.insert({near, near + lost, near - lost, -near, -near + lost, -near - lost});
      }
    }
  }
  return numbers;
}

template <class Integer>
void check_number(Integer number) {
  // A value beyond long long is unknown, like -1.
  const auto held = static_cast<long long>(number);
  const long long value = static_cast<Integer>(held) == number ? held : -1;
  CAPTURE(value);
  CHECK(code_of(hangup::by_code(number)) == wanted_code(value));
  CHECK(code_of(hangup::advice_for(number)) == code_of(the_page().advice_for(value)));
  CHECK(codes_of(hangup::by_sip_code(number)) == the_page().by_sip_code(value));
  for (const unsigned who : originator_numbers) {
    const codes wanted = the_page().of_originator(the_page().by_sip_code(value), who);
    const codes found = codes_of(hangup::by_sip_code(number, static_cast<originator>(who)));
    if (found != wanted) FAIL_CHECK("originator " << who);
  }
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
          key + '\0',
          '\0' + key,
          " " + key,
          key + " ",
          key + "\r\n",
          "\"" + key + "\"",
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

TEST_CASE("numbers that a narrower type would take for a code are unknown") {
  for (const auto& row : the_page().rows) {
    for (const long long number :
         {65536 + row.code, (1LL << 32) + row.code, -row.code, row.code - 65536}) {
      CHECK(hangup::by_code(number) == nullptr);
      CHECK(hangup::advice_for(number) == nullptr);
      CHECK(hangup::by_code(std::to_string(number)) == nullptr);
    }
    CHECK(hangup::by_code(0xFFFFFFFF00000000ULL + static_cast<unsigned>(row.code)) == nullptr);
    CHECK(hangup::by_sip_code(65536 + row.sip_code).empty());
    CHECK(hangup::by_sip_code(std::to_string(65536 + row.sip_code)).empty());
    CHECK((row.sip_code == 0 || hangup::by_sip_code(-row.sip_code).empty()));
  }
}

TEST_CASE("every number from -200,000 to 200,000") {
  for (int number = -200000; number <= 200000; ++number) {
    const std::string digits = std::to_string(number);
    const long long code = wanted_code(number);
    const long long advice = code_of(the_page().advice_for(number));
    const codes with_sip_code = the_page().by_sip_code(number);
    if (code_of(hangup::by_code(number)) != code || code_of(hangup::by_code(digits)) != code ||
        code_of(hangup::advice_for(number)) != advice ||
        code_of(hangup::advice_for(digits)) != advice ||
        codes_of(hangup::by_sip_code(number)) != with_sip_code ||
        codes_of(hangup::by_sip_code(digits)) != with_sip_code) {
      FAIL_CHECK(number);
    }
  }
}

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
  const long long code = the_page().rows.back().code;
  long long highest = 0;
  for (const auto& row : the_page().rows) highest = std::max(highest, row.sip_code);
  for (const std::string& number : {std::to_string(code), std::to_string(highest)}) {
    const codes with_sip_code = the_page().by_sip_code(number);
    const codes of_carrier = the_page().of_originator(with_sip_code, 1);
    const hangup::entry* entry = hangup::by_code(number);
    const hangup::advice* advice = hangup::advice_for(number);
    CHECK((entry != nullptr || !with_sip_code.empty()));
    for (const char* before : {"", " ", "\t", " \t ", "          "}) {
      for (const char* after : {"", " ", "\t", " \t ", "          "}) {
        const std::string digits = before + number + after;
        CAPTURE(digits);
        CHECK(hangup::by_code(digits) == entry);
        CHECK(hangup::advice_for(digits) == advice);
        CHECK(codes_of(hangup::by_sip_code(digits)) == with_sip_code);
        CHECK(codes_of(hangup::by_sip_code(digits, originator::carrier)) == of_carrier);
      }
    }
    const std::string nul(1, '\0');
    for (const std::string& bad : {"+" + number,
                                   "-" + number,
                                   "0" + number,
                                   "00" + number,
                                   number + ".0",
                                   number + ".",
                                   number + "e0",
                                   "0x" + number,
                                   std::string(number).insert(1, " "),
                                   std::string(number).insert(1, "'"),
                                   std::string(number).insert(1, ","),
                                   number + "\n",
                                   "\n" + number,
                                   "\r" + number,
                                   number + "\r",
                                   "\v" + number,
                                   "\f" + number,
                                   number + "x",
                                   "x" + number,
                                   nul + number,
                                   number + nul,
                                   std::string(number).insert(1, nul),
                                   "\xC2\xA0" + number,
                                   number + ";",
                                   "4294967296" + number,
                                   std::string(100000, '4'),
                                   std::string(100000, '0') + number}) {
      CAPTURE(bad);
      CHECK(answers(bad) == nothing);
    }
  }
  for (const std::string_view bad : {"", " ", "\t", "18446744073709551616",
                                     "\u0664\u0660\u0669\u0660", "00", "+0", "-0", "0.0", "0x0"}) {
    CAPTURE(bad);
    CHECK(answers(bad) == nothing);
  }
  CHECK(hangup::by_code(std::string(100000, ' ') + std::to_string(code)) == hangup::by_code(code));
  CHECK(codes_of(hangup::by_sip_code("0")) == the_page().by_sip_code(0));
  CHECK(codes_of(hangup::by_sip_code(" 0\t")) == the_page().by_sip_code(0));
}

TEST_CASE("digits with one character dropped, added or changed") {
  std::set<long long> numbers;
  for (const auto& row : the_page().rows) numbers.insert({row.code, row.sip_code});
  for (const auto& advice : the_page().advices) numbers.insert(advice.code);
  for (const long long number : numbers) {
    for_each_near_miss(std::to_string(number), [](const std::string& digits) {
      const codes with_sip_code = the_page().by_sip_code(digits);
      if (code_of(hangup::by_code(digits)) != code_of(the_page().by_code(digits)) ||
          code_of(hangup::advice_for(digits)) != code_of(the_page().advice_for(digits)) ||
          codes_of(hangup::by_sip_code(digits)) != with_sip_code ||
          codes_of(hangup::by_sip_code(digits, originator::customer)) !=
              the_page().of_originator(with_sip_code, 0)) {
        FAIL_CHECK('"' << digits << '"');
      }
    });
  }
}

TEST_CASE("causes and their aliases with one character dropped, added or changed") {
  std::set<std::string> names;
  for (const auto& row : the_page().rows) names.insert(row.cause);
  for (const auto& alias : the_page().aliases) names.insert(alias.cause);
  for (const std::string& name : names) {
    for_each_near_miss(name, [](const std::string& cause) {
      const codes wanted = the_page().by_cause(cause);
      if (codes_of(hangup::by_cause(cause)) != wanted) FAIL_CHECK('"' << cause << '"');
      for (const unsigned who : originator_numbers) {
        if (codes_of(hangup::by_cause(cause, static_cast<originator>(who))) !=
            the_page().of_originator(wanted, who)) {
          FAIL_CHECK('"' << cause << "\" of originator " << who);
        }
      }
    });
  }
}

TEST_CASE("phrases with one character dropped, added or changed") {
  std::set<std::string> phrases;
  for (const auto& row : the_page().rows) phrases.insert(row.sip_response);
  for (const std::string& phrase : phrases) {
    for_each_near_miss(phrase, [](const std::string& key) {
      if (codes_of(hangup::by_sip_response(key)) != the_page().by_sip_response(key)) {
        FAIL_CHECK('"' << key << '"');
      }
    });
  }
}

TEST_CASE("originators with one character dropped, added or changed") {
  for (std::size_t nth = 0; nth < the_page().sources.size(); ++nth) {
    const auto check = [](const std::string& name) {
      const auto found = hangup::parse_originator(name);
      const std::size_t wanted = the_page().parse_originator(name);
      if ((found ? static_cast<std::size_t>(*found) : the_page().sources.size()) != wanted) {
        FAIL_CHECK('"' << name << '"');
      }
    };
    for_each_near_miss(the_page().sources[nth].name, check);
    for (const std::string& relative : relatives(the_page().sources[nth].name)) check(relative);
  }
  for (const char* other : {"", "Caller", "Answer XML", "API", "carriers", "Plivo", "unknown"}) {
    CHECK_FALSE(hangup::parse_originator(other).has_value());
  }
}

TEST_CASE("names match whole or not at all") {
  for (const auto& alias : the_page().aliases) {
    for (const std::string& key : relatives(alias.cause)) {
      if (codes_of(hangup::by_cause(key)) != the_page().by_cause(key)) FAIL_CHECK(key);
    }
  }
  for (const auto& row : the_page().rows) {
    for (const std::string& key : relatives(row.cause)) {
      if (codes_of(hangup::by_cause(key)) != the_page().by_cause(key)) FAIL_CHECK(key);
    }
    for (const std::string& key : relatives(row.sip_response)) {
      if (codes_of(hangup::by_sip_response(key)) != the_page().by_sip_response(key))
        FAIL_CHECK(key);
    }
  }
  for (const char* other : {"", "a", "ab", "BOGUS", "17abc", "user", "USER_BUSY_EXTRA"}) {
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
  for (const published::row& row : published::the_page().rows) {
    std::string cause = row.cause, phrase = row.sip_response;
    std::replace(cause.begin(), cause.end(), 'i', 'I');
    std::replace(phrase.begin(), phrase.end(), 'i', 'I');
    CHECK(published::codes_of(zentrunk::hangup::by_cause(cause)) ==
          published::the_page().by_cause(row.cause));
    CHECK(published::codes_of(zentrunk::hangup::by_sip_response(phrase)) ==
          published::the_page().by_sip_response(row.sip_response));
  }
  CHECK(zentrunk::hangup::parse_originator("CARRIER") == zentrunk::hangup::originator::carrier);
  CHECK(zentrunk::hangup::from_sip_message("BYE sip:a SIP/2.0\r\nx-zt-hangup-code: 4090\r\n\r\n") ==
        zentrunk::hangup::by_code(4090));
  std::setlocale(LC_ALL, "C");
  unsetenv("LOCPATH");
}
#endif
