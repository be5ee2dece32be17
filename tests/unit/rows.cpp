// SPDX-License-Identifier: BSL-1.0
//
// Every published row is a test case of its own: all its fields, and every lookup that finds it.
#include <cstddef>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <zentrunk/hangup.hpp>

#include "catch.hpp"
#include "published.hpp"

namespace hangup = zentrunk::hangup;
using published::the_page;

namespace {

template <std::size_t Nth>
void row_is_as_published() {
  CHECK(published::disagreement(the_page(), Nth) == "");
}

template <std::size_t Nth>
void register_row() {
  if (Nth >= the_page().rows.size()) return;  // the first case below tells
  const published::row& row = the_page().rows[Nth];
  const std::string name = "row " + std::to_string(row.code) + " " + row.cause;
  REGISTER_TEST_CASE(row_is_as_published<Nth>, name, "[row]");
}

template <std::size_t... Nth>
bool register_rows(std::index_sequence<Nth...>) {
  (register_row<Nth>(), ...);
  return true;
}

const bool registered = register_rows(std::make_index_sequence<hangup::table.size()>());

}  // namespace

TEST_CASE("the table has as many rows as the page, ascending by code") {
  REQUIRE(registered);
  REQUIRE(hangup::table.size() == the_page().rows.size());
  for (std::size_t i = 1; i < hangup::table.size(); ++i) {
    CHECK(hangup::table[i - 1].code < hangup::table[i].code);
  }
}

TEST_CASE("the originators are the page's hangup sources") {
  REQUIRE(the_page().sources.size() == 3);
  for (std::size_t i = 0; i < the_page().sources.size(); ++i) {
    const auto& source = the_page().sources[i];
    const auto who = static_cast<hangup::originator>(i);
    CHECK(to_string(who) == source.name);
    CHECK(format_as(who) == source.name);
    CHECK(describe(who) == source.description);
    CHECK(hangup::parse_originator(source.name) == who);
    CHECK(published::codes_of(hangup::by_originator(who)) == the_page().by_originator(source.name));
  }
  CHECK(to_string(hangup::originator::customer) == "Customer");
  CHECK(to_string(hangup::originator::carrier) == "Carrier");
  CHECK(to_string(hangup::originator::zentrunk) == "Zentrunk");
}

// The header as text, since constants can't be looked up by name in a running program.
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
    line << " = " << row.code << ";  ///< " << row.sip_code << ' ' << row.originator << ", \""
         << row.sip_response << '"';
    INFO(line.str());
    CHECK(constants.erase(line.str()) == 1);
  }
  CHECK(constants.empty());
}
