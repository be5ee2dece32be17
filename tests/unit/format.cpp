// SPDX-License-Identifier: BSL-1.0
//
// zentrunk/format.hpp and zentrunk/ostream.hpp: rows and originators as text.
#include <fmt/ranges.h>

#include <iomanip>
#include <locale>
#include <sstream>
#include <string>
#include <string_view>
#include <zentrunk/format.hpp>
#include <zentrunk/ostream.hpp>

#include "catch.hpp"
#include "published.hpp"

namespace hangup = zentrunk::hangup;
using hangup::entry;
using hangup::originator;

namespace {

constexpr auto nobody = static_cast<originator>(3);

// All ways for a text to stand in its field, and what is no way.
constexpr std::string_view fields[] = {"{}",        "{:}",     "{:s}",    "{:<40}", "{:>40}",
                                       "{:^40}",    "{:*^41}", "{:_<40}", "{:30}",  "{:2}",
                                       "{:#>40.9}", "{:.0}",   "{:.100}", "{:>{}}", "{:.{}}"};
constexpr std::string_view mistakes[] = {"{:d}", "{:x}", "{:+}", "{:<", "{:.}"};

// `format` takes a format string, what shall be printed and a number for a nested field. A row and
// an originator are printed as their texts are.
template <class Error, class Format>
void check_like_strings(const Format& format) {
  for (const entry& row : hangup::table) {
    const published::row& published = *published::the_page().by_code(row.code);
    const std::string text = std::to_string(published.code) + ' ' + published.cause;
    CHECK(format("{}", row, 0) == text);
    CHECK(format("{}", row.originator, 0) == published.originator);
    for (const std::string_view field : fields) {
      CAPTURE(row.code, field);
      CHECK(format(field, row, 35) == format(field, text, 35));
      CHECK(format(field, row.originator, 35) == format(field, published.originator, 35));
    }
  }
  CHECK(format("{:>3}", nobody, 0) == "   ");
  for (const std::string_view mistake : mistakes) {
    CAPTURE(mistake);
    CHECK_THROWS_AS(format(mistake, hangup::table.front(), 0), Error);
    CHECK_THROWS_AS(format(mistake, originator::carrier, 0), Error);
  }
}

}  // namespace

TEST_CASE("{fmt} prints rows and originators") {
  const entry& row = *hangup::by_code(4090);
  CHECK(fmt::format("{:>30}|{}", row, row.originator) == "    4090 destination_not_found|Zentrunk");
  check_like_strings<fmt::format_error>([](std::string_view format, const auto& what, int number) {
    return fmt::format(fmt::runtime(format), what, number);
  });
}

TEST_CASE("{fmt} prints ranges of rows") {
  CHECK(fmt::format("{}", hangup::by_cause("temporary_unavailable", originator::carrier)) ==
        "[4340 temporary_unavailable]");
  CHECK(fmt::format("{}", fmt::join(hangup::by_sip_code(402), ", ")) ==
        "3030 insufficient_Plivo_credits, 4030 insufficient_plivo_credits");
}

TEST_CASE("a row of one's own, with a cause of any length") {
  const std::string cause(1000, 'x');
  const entry row{65535, 0, nobody, cause, "", ""};
  CHECK(fmt::format("{}", row) == "65535 " + cause);
  std::ostringstream out;
  out << row;
  CHECK(out.str() == "65535 " + cause);
}

#ifdef __cpp_lib_format
TEST_CASE("std::format prints rows and originators") {
  const entry& row = *hangup::by_code(4090);
  CHECK(std::format("{:>30}|{}", row, row.originator) == "    4090 destination_not_found|Zentrunk");
  check_like_strings<std::format_error>([](std::string_view format, const auto& what, int number) {
    return std::vformat(format, std::make_format_args(what, number));
  });
}
#endif

TEST_CASE("streams take rows and originators") {
  std::ostringstream out;
  const entry& row = *hangup::by_code(4090);
  out << std::setw(30) << row << '|' << row.originator << '|' << nobody << '|';
  CHECK(out.str() == "    4090 destination_not_found|Zentrunk||");

  const auto streamed = [](const auto& what, bool left) {
    std::ostringstream stream;
    stream << (left ? std::left : std::right) << std::setfill('*') << std::setw(40) << what << what;
    return stream.str();
  };
  for (const entry& each : hangup::table) {
    const published::row& published = *published::the_page().by_code(each.code);
    const std::string text = std::to_string(published.code) + ' ' + published.cause;
    for (const bool left : {true, false}) {
      CHECK(streamed(each, left) == streamed(text, left));
      CHECK(streamed(each.originator, left) == streamed(published.originator, left));
    }
  }
}

TEST_CASE("no locale puts a separator into a code") {
  struct with_commas : std::numpunct<char> {
    char do_thousands_sep() const override { return ','; }
    std::string do_grouping() const override { return "\3"; }
  };
  std::ostringstream out;
  out.imbue(std::locale(std::locale::classic(), new with_commas));
  out << 4090 << ' ' << *hangup::by_code(4090);
  CHECK(out.str() == "4,090 4090 destination_not_found");
}
