// SPDX-License-Identifier: BSL-1.0
//
// zentrunk/format.hpp and zentrunk/ostream.hpp: rows, originators, fixers and retries as text.
#include <fmt/ranges.h>

#include <iomanip>
#include <locale>
#include <sstream>
#include <string>
#include <string_view>
#include <zentrunk/advice.hpp>
#include <zentrunk/format.hpp>
#include <zentrunk/ostream.hpp>

#include "catch.hpp"
#include "published.hpp"

namespace hangup = zentrunk::hangup;
using hangup::entry;
using hangup::originator;

namespace {

constexpr auto nobody = static_cast<originator>(3);

// Formats of texts, and texts that are not formats.
constexpr std::string_view fields[] = {"{}",        "{:}",     "{:s}",    "{:<40}", "{:>40}",
                                       "{:^40}",    "{:*^41}", "{:_<40}", "{:30}",  "{:2}",
                                       "{:#>40.9}", "{:.0}",   "{:.100}", "{:>{}}", "{:.{}}"};
constexpr std::string_view mistakes[] = {"{:d}", "{:x}", "{:+}", "{:<", "{:.}"};

std::string text_of(const entry& row) {
  const published::row& published = *published::the_page().by_code(row.code);
  return std::to_string(published.code) + ' ' + published.cause;
}

// Calls check(value, text) for every entry and every enumerator, and values without a name.
template <class Check>
void for_each_value(const Check& check) {
  for (const entry& row : hangup::table) check(row, text_of(row));
  for (unsigned number = 0; number < 8; ++number) {
    const auto who = static_cast<originator>(number);
    const auto& sources = published::the_page().sources;
    check(who, number < sources.size() ? sources[number].name : "");
    check(static_cast<hangup::fixer>(number),
          std::string(to_string(static_cast<hangup::fixer>(number))));
    check(static_cast<hangup::retry>(number),
          std::string(to_string(static_cast<hangup::retry>(number))));
  }
}

// `format` takes a format string, a value and a number for a nested field. A value is printed like
// its text.
template <class Error, class Format>
void check_like_strings(const Format& format) {
  for_each_value([&](const auto& value, const std::string& text) {
    for (const std::string_view field : fields) {
      CAPTURE(text, field);
      CHECK(format(field, value, 35) == format(field, text, 35));
    }
    for (const std::string_view mistake : mistakes) {
      CAPTURE(text, mistake);
      CHECK_THROWS_AS(format(mistake, value, 0), Error);
    }
  });
}

}  // namespace

TEST_CASE("{fmt} prints entries and enumerators") {
  const entry& row = hangup::table.front();
  CHECK(fmt::format("{:>60}|{}", row, row.originator) ==
        fmt::format("{:>60}|{}", text_of(row), to_string(row.originator)));
  check_like_strings<fmt::format_error>([](std::string_view format, const auto& what, int number) {
    return fmt::format(fmt::runtime(format), what, number);
  });
}

TEST_CASE("{fmt} prints ranges of entries") {
  const hangup::entries rows = hangup::by_sip_code(hangup::table.front().sip_code);
  std::string joined;
  for (const entry& row : rows) joined += (joined.empty() ? "" : ", ") + text_of(row);
  CHECK(fmt::format("{}", rows) == "[" + joined + "]");
  CHECK(fmt::format("{}", fmt::join(rows, ", ")) == joined);
}

TEST_CASE("an entry that is not in the table, with a cause of any length") {
  const std::string cause(1000, 'x');
  const entry row{65535, 0, nobody, cause, "", ""};
  CHECK(fmt::format("{}", row) == "65535 " + cause);
  std::ostringstream out;
  out << row;
  CHECK(out.str() == "65535 " + cause);
}

#ifdef __cpp_lib_format
TEST_CASE("std::format prints entries and enumerators") {
  check_like_strings<std::format_error>([](std::string_view format, const auto& what, int number) {
    return std::vformat(format, std::make_format_args(what, number));
  });
}
#endif

TEST_CASE("streams take entries and enumerators") {
  const auto streamed = [](const auto& what, bool left) {
    std::ostringstream stream;
    stream << (left ? std::left : std::right) << std::setfill('*') << std::setw(60) << what << '|'
           << what;
    return stream.str();
  };
  for_each_value([&](const auto& value, const std::string& text) {
    for (const bool left : {true, false}) CHECK(streamed(value, left) == streamed(text, left));
  });
}

TEST_CASE("no locale puts a separator into a code") {
  struct with_commas : std::numpunct<char> {
    char do_thousands_sep() const override { return ','; }
    std::string do_grouping() const override { return "\3"; }
  };
  std::ostringstream out;
  out.imbue(std::locale(std::locale::classic(), new with_commas));
  const entry row{4090, 0, nobody, "cause", "", ""};
  out << 4090 << ' ' << row;
  CHECK(out.str() == "4,090 4090 cause");
}
