// SPDX-License-Identifier: BSL-1.0
//
// What is not published is not found, whatever it is like.
#include <cstddef>
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <vector>
#include <zentrunk/hangup.hpp>

#include "catch.hpp"
#include "published.hpp"

namespace hangup = zentrunk::hangup;
using published::codes;
using published::codes_of;
using published::the_page;

namespace {

long long code_of(const hangup::entry* row) { return row == nullptr ? -1 : row->code; }

// The code that by_code must find for the number, -1 for none.
long long expected_code(long long number) {
  return the_page().by_code(number) == nullptr ? -1 : number;
}

// The numbers around every edge: of the published codes and SIP codes, of the holes between them,
// and each of those moved by what a narrower type would lose.
std::set<long long> boundaries() {
  const auto& rows = the_page().rows;
  std::set<long long> numbers;
  for (const long long edge :
       {rows.front().code, rows.back().code, 4180LL /* a hole */, 4090LL, 0LL, 200LL, 508LL, 509LL,
        503LL, 699LL, 700LL, 255LL, 256LL, 32767LL, 65535LL}) {
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
  // Beyond a long long's range a number turns negative here; no negative one is published either.
  const auto value = static_cast<long long>(number);
  CAPTURE(value);
  CHECK(code_of(hangup::by_code(number)) == expected_code(value));
  CHECK(codes_of(hangup::by_sip_code(number)) == the_page().by_sip_code(value));
  for (const unsigned who : {0U, 1U, 2U, 3U, 4U, 128U, 255U}) {
    const codes wanted = the_page().of_originator(the_page().by_sip_code(value), who);
    const codes found = codes_of(hangup::by_sip_code(number, static_cast<hangup::originator>(who)));
    if (found != wanted) FAIL_CHECK("originator " << who);
  }
}

// Calls `check` with every text that one dropped, added or changed character makes of the key.
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

// Texts that are close to a key by other ways than one character.
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

TEMPLATE_TEST_CASE("numbers at the edges of every integer type", "", bool, char, signed char,
                   unsigned char, wchar_t, char16_t, char32_t, short, unsigned short, int,
                   unsigned int, long, unsigned long, long long, unsigned long long) {
  using limits = std::numeric_limits<TestType>;
  check_number(limits::lowest());
  check_number(limits::max());
  for (const long long boundary : boundaries()) {
    const auto number = static_cast<TestType>(boundary);
    if (static_cast<long long>(number) == boundary) check_number(number);
  }
}

TEST_CASE("numbers that a narrower type would take for a code are unknown") {
  CHECK(hangup::by_code(65536 + 4090) == nullptr);
  CHECK(hangup::by_code((1LL << 32) + 4090) == nullptr);
  CHECK(hangup::by_code(-4090) == nullptr);
  CHECK(hangup::by_code(std::int16_t{-4090}) == nullptr);
  CHECK(hangup::by_code(0xFFFFFFFF00000000ULL + 4090) == nullptr);
  CHECK(hangup::by_sip_code(65536 + 503).empty());
  CHECK(hangup::by_sip_code(-503).empty());
}

TEST_CASE("every number from -200,000 to 200,000") {
  for (int number = -200000; number <= 200000; ++number) {
    if (code_of(hangup::by_code(number)) != expected_code(number)) FAIL_CHECK("code " << number);
    if (code_of(hangup::by_code(std::to_string(number))) != expected_code(number)) {
      FAIL_CHECK("code \"" << number << '"');
    }
    if (codes_of(hangup::by_sip_code(number)) != the_page().by_sip_code(number)) {
      FAIL_CHECK("SIP code " << number);
    }
  }
}

TEST_CASE("digits may have blanks around them and nothing else") {
  const hangup::entry* row = hangup::by_code(4090);
  REQUIRE(row != nullptr);
  for (const char* good : {"4090", " 4090", "4090 ", "\t4090\t", " \t 4090 \t "}) {
    CAPTURE(good);
    CHECK(hangup::by_code(good) == row);
  }
  for (const std::string_view bad : {"",
                                     " ",
                                     "+4090",
                                     "-4090",
                                     "04090",
                                     "004090",
                                     "4090.0",
                                     "4090.",
                                     "4e3",
                                     "0xFFA",
                                     "4 090",
                                     "40 90",
                                     "4'090",
                                     "4,090",
                                     "4090\n",
                                     "\r4090",
                                     "4090\r",
                                     "\v4090",
                                     "4090x",
                                     "x4090",
                                     "4091",
                                     "69626",
                                     "4294971386",
                                     "18446744073709555706",
                                     "\u0664\u0660\u0669\u0660"}) {
    CAPTURE(bad);
    CHECK(hangup::by_code(bad) == nullptr);
  }
  using namespace std::string_view_literals;
  for (const std::string_view bad : {"4090\0"sv, "\0004090"sv, "40\00090"sv, "4090\0 "sv}) {
    CHECK(hangup::by_code(bad) == nullptr);
  }
  CHECK(hangup::by_code(std::string(100000, '4')) == nullptr);
  CHECK(hangup::by_code(std::string(100000, ' ') + "4090") == row);
}

TEST_CASE("digits with one character dropped, added or changed") {
  for (const auto& row : the_page().rows) {
    for_each_near_miss(std::to_string(row.code), [](const std::string& digits) {
      const published::row* wanted = the_page().by_code(digits);
      if (code_of(hangup::by_code(digits)) != (wanted == nullptr ? -1 : wanted->code)) {
        FAIL_CHECK('"' << digits << '"');
      }
    });
  }
}

TEST_CASE("causes with one character dropped, added or changed") {
  for (const auto& row : the_page().rows) {
    for_each_near_miss(row.cause, [](const std::string& cause) {
      const codes wanted = the_page().by_cause(cause);
      if (codes_of(hangup::by_cause(cause)) != wanted) FAIL_CHECK('"' << cause << '"');
      if (codes_of(hangup::by_cause(cause, hangup::originator::carrier)) !=
          the_page().of_originator(wanted, 1)) {
        FAIL_CHECK('"' << cause << "\" of a carrier");
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
  for (const auto& row : the_page().rows) {
    for (const std::string& key : relatives(row.cause)) {
      if (codes_of(hangup::by_cause(key)) != the_page().by_cause(key)) FAIL_CHECK(key);
    }
    for (const std::string& key : relatives(row.sip_response)) {
      if (codes_of(hangup::by_sip_response(key)) != the_page().by_sip_response(key))
        FAIL_CHECK(key);
    }
  }
  for (const char* other : {"", "a", "ab", "BOGUS", "17abc", "user", "USER_BUSY_EXTRA", "503"}) {
    CAPTURE(other);
    CHECK(hangup::by_cause(other).empty());
    CHECK(hangup::by_sip_response(other).empty());
  }
  CHECK(hangup::by_cause(std::string_view()).empty());
  CHECK(hangup::by_sip_response(std::string_view()).empty());
  CHECK(hangup::by_code(std::string_view()) == nullptr);
  CHECK_FALSE(hangup::parse_originator(std::string_view()).has_value());
}

TEST_CASE("both published spellings find 3030 and 4030, which keep their own") {
  for (const char* spelling : {"insufficient_Plivo_credits", "insufficient_plivo_credits"}) {
    CHECK(codes_of(hangup::by_cause(spelling)) == codes{3030, 4030});
  }
  CHECK(hangup::by_code(3030)->cause == "insufficient_Plivo_credits");
  CHECK(hangup::by_code(4030)->cause == "insufficient_plivo_credits");
}

TEST_CASE("only ASCII letters have a case") {
  // The dotless and dotted i of Turkish, the long s, the Kelvin sign.
  CHECK(hangup::by_cause("user_bus\xC3\xBF").empty());
  CHECK(hangup::by_cause("ur\xC4\xB1_invalid").empty());
  CHECK(hangup::by_cause("ur\xC4\xB0_invalid").empty());
  CHECK(hangup::by_cause("u\xC5\xBF"
                         "er_busy")
            .empty());
  CHECK(hangup::by_sip_response("Hangup from \xE2\x84\xAA").empty());
  // What differs from a published character in the bit that tells cases apart.
  CHECK(hangup::by_cause("user\x7F"
                         "busy")
            .empty());
  CHECK(hangup::by_sip_response(std::string_view("User\0Busy", 9)).empty());
}

TEST_CASE("an unknown originator finds nothing") {
  for (unsigned number = 3; number < 256; ++number) {
    const auto who = static_cast<hangup::originator>(number);
    CAPTURE(number);
    CHECK(hangup::by_originator(who).empty());
    CHECK(hangup::by_cause("forbidden", who).empty());
    CHECK(hangup::by_sip_code(503, who).empty());
    CHECK(to_string(who).empty());
    CHECK(describe(who).empty());
  }
}

TEST_CASE("the counts that are known of the page") {
  std::set<std::string> causes, phrases;
  std::set<long long> sip_codes;
  std::set<std::pair<long long, std::string>> pairs;
  std::size_t unique_pairs = 0;
  for (const auto& row : the_page().rows) {
    causes.insert(published::to_lower(row.cause));
    phrases.insert(row.sip_response);
    sip_codes.insert(row.sip_code);
    if (pairs.emplace(row.sip_code, row.originator).second) {
      const auto who = hangup::parse_originator(row.originator);
      unique_pairs += hangup::by_sip_code(row.sip_code, *who).size() == 1;
    }
  }
  CHECK(the_page().rows.size() == 77);
  CHECK(causes.size() == 68);
  CHECK(phrases.size() == 45);
  CHECK(sip_codes.size() == 27);
  CHECK(pairs.size() == 44);
  CHECK(unique_pairs == 36);
  CHECK(hangup::by_sip_code(503).size() == 22);
  CHECK(hangup::by_cause("forbidden").size() == 3);
  CHECK(codes_of(hangup::by_sip_response("Domestic Anchored Terms Not Met")) == codes{4590});
}
