// SPDX-License-Identifier: BSL-1.0
//
// Every line of the CSV files is a test case: all its fields, and every lookup that must find it.
#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>

#include "catch.hpp"
#include "published.hpp"

namespace hangup = zentrunk::hangup;
using published::the_page;

namespace {

template <auto Disagreement, std::size_t Nth>
void line_agrees() {
  CHECK(Disagreement(the_page(), Nth) == "");
}

// A case for each of the first `count` numbers.
template <auto Disagreement, std::size_t... Nth, class Name>
void register_lines(std::index_sequence<Nth...>, std::size_t count, const Name& name_of) {
  const auto register_line = [&](auto test, std::size_t nth) {
    if (nth < count) REGISTER_TEST_CASE(test, name_of(nth), "[line]");
  };
  (register_line(line_agrees<Disagreement, Nth>, Nth), ...);
}

constexpr std::size_t most_aliases = 64;

const bool registered = [] {
  register_lines<published::row_disagreement>(std::make_index_sequence<hangup::table.size()>(),
                                              the_page().rows.size(), [](std::size_t nth) {
                                                const published::row& row = the_page().rows[nth];
                                                return "row " + std::to_string(row.code) + " " +
                                                       row.cause;
                                              });
  register_lines<published::alias_disagreement>(
      std::make_index_sequence<most_aliases>(), the_page().aliases.size(), [](std::size_t nth) {
        const published::alias& alias = the_page().aliases[nth];
        return "alias " + alias.cause + " of " + std::to_string(alias.code);
      });
  register_lines<published::advice_disagreement>(
      std::make_index_sequence<hangup::advice_table.size()>(), the_page().advices.size(),
      [](std::size_t nth) {
        const long long code = the_page().advices[nth].code;
        return "advice " + std::to_string(code) +
               (the_page().by_code(code) == nullptr ? ", a later code" : "");
      });
  return true;
}();

}  // namespace

TEST_CASE("the tables have as many rows as the files, ascending by code") {
  REQUIRE(registered);
  REQUIRE(hangup::table.size() == the_page().rows.size());
  REQUIRE(hangup::advice_table.size() == the_page().advices.size());
  REQUIRE(the_page().aliases.size() <= most_aliases);
  const auto ascending = [](const auto& a, const auto& b) { return a.code < b.code; };
  CHECK(std::is_sorted(hangup::table.begin(), hangup::table.end(), ascending));
  CHECK(std::is_sorted(hangup::advice_table.begin(), hangup::advice_table.end(), ascending));
}

TEST_CASE("the originators are the Plivo page's hangup sources") {
  for (std::size_t i = 0; i < the_page().sources.size(); ++i) {
    const auto& source = the_page().sources[i];
    const auto who = static_cast<hangup::originator>(i);
    CHECK(to_string(who) == source.name);
    CHECK(format_as(who) == source.name);
    CHECK(describe(who) == source.description);
    for (const std::string& name : published::in_any_case(source.name)) {
      CHECK(hangup::parse_originator(name) == who);
    }
    CHECK(published::codes_of(hangup::by_originator(who)) == the_page().by_originator(source.name));
  }
  CHECK(to_string(hangup::originator::customer) == "Customer");
  CHECK(to_string(hangup::originator::carrier) == "Carrier");
  CHECK(to_string(hangup::originator::zentrunk) == "Zentrunk");
}

// The header as text, since a running program cannot look up constants by name.
TEST_CASE("every code has its constant, explained in one line") {
  std::map<std::string, int> rows_with;
  for (const auto& row : the_page().rows) ++rows_with[published::to_lower(row.cause)];

  std::ifstream header(ZENTRUNK_HEADER);
  std::set<std::string> constants;
  for (std::string line; std::getline(header, line);) {
    if (line.find("inline constexpr std::uint16_t ") == 0) constants.insert(line);
  }
  for (const auto& row : the_page().rows) {
    std::ostringstream line;
    const std::string name = published::to_lower(row.cause);
    line << "inline constexpr std::uint16_t " << name;
    if (rows_with[name] > 1) line << '_' << row.code;
    line << " = " << row.code << ";  ///< " << row.sip_code << ' ' << row.originator << ", \"";
    INFO(line.str());
    const auto found = constants.lower_bound(line.str());
    REQUIRE(found != constants.end());
    CHECK(found->substr(0, line.str().size()) == line.str());
    constants.erase(found);
  }
  CHECK(constants.empty());
}

TEST_CASE("the headers are ASCII") {
  const auto headers = std::filesystem::path(ZENTRUNK_HEADER).parent_path();
  for (const auto& file : std::filesystem::directory_iterator(headers)) {
    CAPTURE(file.path());
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    CHECK(text.size() > 100);
    CHECK(std::all_of(text.begin(), text.end(),
                      [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
  }
}
