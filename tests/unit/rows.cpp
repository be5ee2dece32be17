// SPDX-License-Identifier: BSL-1.0
//
// Every line of the CSV files is a section: all its fields, and every lookup that must find it.
#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>

#include "catch.hpp"
#include "published.hpp"

namespace hangup = zentrunk::hangup;
using published::the_page;

namespace {

// A section for each of the lines, ascending by code.
template <class Lines, class Table, class Disagreement>
void check_lines(const Lines& lines, const Table& table, const Disagreement& disagreement) {
  REQUIRE(table.size() == lines.size());
  CHECK(std::is_sorted(table.begin(), table.end(),
                       [](const auto& a, const auto& b) { return a.code < b.code; }));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    DYNAMIC_SECTION(lines[i].code << ' ' << lines[i].cause) {
      CHECK(disagreement(the_page(), i) == "");
    }
  }
}

}  // namespace

TEST_CASE("every published row") {
  check_lines(the_page().rows, hangup::table, published::row_disagreement);
}

TEST_CASE("every alias") {
  for (std::size_t i = 0; i < the_page().aliases.size(); ++i) {
    CAPTURE(the_page().aliases[i].cause);
    CHECK(published::alias_disagreement(the_page(), i) == "");
  }
}

TEST_CASE("every line of advice") {
  check_lines(the_page().advices, hangup::advice_table, published::advice_disagreement);
}

TEST_CASE("the originators are the Plivo page's hangup sources") {
  for (std::size_t i = 0; i < the_page().sources.size(); ++i) {
    const auto& source = the_page().sources[i];
    const auto who = static_cast<hangup::originator>(i);
    CHECK(to_string(who) == source.name);
    CHECK(format_as(who) == source.name);
    CHECK(describe(who) == source.description);
  }
}

TEST_CASE("a next step is whole sentences") {
  for (const hangup::advice& each : hangup::advice_table) {
    CAPTURE(each.code);
    CHECK(each.next_step.back() == '.');
  }
}

TEST_CASE("the names of fixer and retry") {
  const std::vector<std::string_view> fixers{"nobody", "customer", "carrier",
                                             "plivo",  "callee",   "caller"};
  const std::vector<std::string_view> retries{"unstated", "no", "after_fix", "later", "yes"};
  for (unsigned number = 0; number < 256; ++number) {
    CAPTURE(number);
    const auto who = static_cast<hangup::fixer>(number);
    const auto when = static_cast<hangup::retry>(number);
    CHECK(to_string(who) == (number < fixers.size() ? fixers[number] : ""));
    CHECK(to_string(when) == (number < retries.size() ? retries[number] : ""));
    CHECK(format_as(who) == to_string(who));
    CHECK(format_as(when) == to_string(when));
  }
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
