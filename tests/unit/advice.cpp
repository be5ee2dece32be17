// SPDX-License-Identifier: BSL-1.0
//
// Advice beyond the lines of advice.csv, each of which is a section in rows.cpp.
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>
#include <zentrunk/advice.hpp>

#include "catch.hpp"

namespace hangup = zentrunk::hangup;
using hangup::fixer;
using hangup::retry;

TEST_CASE("every published code has advice") {
  for (const hangup::entry& row : hangup::table) CHECK(hangup::advice_for(row.code) != nullptr);
}

// As text, since compilers may give equal literals one address, or the same literal several.
TEST_CASE("advice about a published code refers to the cause and description of its entry") {
  std::ifstream file(std::filesystem::path(ZENTRUNK_HEADER).replace_filename("advice.hpp"));
  const std::string header{std::istreambuf_iterator<char>(file), {}};
  for (std::size_t i = 0; i < hangup::table.size(); ++i) {
    const std::size_t begin = header.find("\n  {" + std::to_string(hangup::table[i].code) + ", ");
    REQUIRE(begin != header.npos);
    const std::string row = "table[" + std::to_string(i) + "].";
    CHECK_THAT(header.substr(begin + 1, header.find('\n', begin + 1) - begin - 1),
               contains(" " + row + "cause, " + row + "description, "));
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
    const auto who = static_cast<fixer>(number);
    const auto when = static_cast<retry>(number);
    CHECK(to_string(who) == (number < fixers.size() ? fixers[number] : ""));
    CHECK(to_string(when) == (number < retries.size() ? retries[number] : ""));
    CHECK(format_as(who) == to_string(who));
    CHECK(format_as(when) == to_string(when));
  }
}
