// SPDX-License-Identifier: BSL-1.0
//
// Advice beyond the lines of advice.csv, each of which is a case in rows.cpp.
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>
#include <zentrunk/advice.hpp>

#include "catch.hpp"
#include "published.hpp"

namespace hangup = zentrunk::hangup;
using hangup::fixer;
using hangup::retry;
using published::the_page;

TEST_CASE("every published code has advice, and a later code has only advice") {
  for (const hangup::entry& row : hangup::table) CHECK(hangup::advice_for(row.code) != nullptr);
  for (const auto& advice : the_page().advices) {
    if (the_page().by_code(advice.code) != nullptr) continue;
    CHECK(hangup::by_code(advice.code) == nullptr);
    CHECK(hangup::by_code(std::to_string(advice.code)) == nullptr);
  }
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

TEST_CASE("a next step is one sentence of at most 160 characters") {
  for (const hangup::advice& each : hangup::advice_table) {
    CAPTURE(each.code);
    CHECK(each.next_step.size() <= 160);
    CHECK(each.next_step.back() == '.');
    CHECK(each.next_step.find('\n') == each.next_step.npos);
  }
}

TEST_CASE("to_string of fixer and retry") {
  const std::vector<std::string_view> fixers{"nobody", "customer", "carrier",
                                             "plivo",  "callee",   "caller"};
  const std::vector<std::string_view> retries{"unstated", "no", "after_fix", "later", "yes"};
  CHECK(to_string(fixer::nobody) == "nobody");
  CHECK(to_string(fixer::customer) == "customer");
  CHECK(to_string(fixer::carrier) == "carrier");
  CHECK(to_string(fixer::plivo) == "plivo");
  CHECK(to_string(fixer::callee) == "callee");
  CHECK(to_string(fixer::caller) == "caller");
  CHECK(to_string(retry::unstated) == "unstated");
  CHECK(to_string(retry::no) == "no");
  CHECK(to_string(retry::after_fix) == "after_fix");
  CHECK(to_string(retry::later) == "later");
  CHECK(to_string(retry::yes) == "yes");
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
