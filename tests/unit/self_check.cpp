// SPDX-License-Identifier: BSL-1.0
//
// Compares the headers with the data they were generated from: every row, alias and advice by every
// key, every number, and unknown names. For other data than today's, and for other machines.
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>

#include "published.hpp"

namespace {

namespace hangup = zentrunk::hangup;
using published::code_of;
using published::codes_of;

long checks = 0;
long disagreements = 0;

void expect(bool as_it_should_be, const std::string& what) {
  ++checks;
  if (as_it_should_be) return;
  ++disagreements;
  std::fprintf(stderr, "%s\n", what.c_str());
}

void check_near_misses(const published::page& page, const std::string& name) {
  std::vector<std::string> others{name + "x", "x" + name, name.substr(1),
                                  name.substr(0, name.size() - 1)};
  for (std::size_t at = 0; at < name.size(); ++at) {
    others.push_back(name);
    others.back()[at] = static_cast<char>(name[at] ^ 1);
  }
  for (const std::string& other : others) {
    expect(codes_of(hangup::by_cause(other)) == page.by_cause(other), "cause " + other);
    expect(codes_of(hangup::by_sip_response(other)) == page.by_sip_response(other),
           "phrase " + other);
  }
}

}  // namespace

int main() {
  const published::page& page = published::the_page();
  const auto expect_no = [&](auto disagreement, std::size_t count, std::size_t wanted) {
    expect(count == wanted, "the number of rows");
    for (std::size_t i = 0; i < count; ++i) {
      const std::string wrong = disagreement(page, i);
      expect(wrong.empty(), "line " + std::to_string(i) + ": " + wrong);
    }
  };
  expect_no(published::row_disagreement, page.rows.size(), hangup::table.size());
  expect_no(published::advice_disagreement, page.advices.size(), hangup::advice_table.size());
  expect_no(published::alias_disagreement, page.aliases.size(), page.aliases.size());
  for (const published::row& row : page.rows) {
    expect(hangup::by_code("0" + std::to_string(row.code)) == nullptr, "a zero before a code");
    // The bit that distinguishes the cases of a letter also distinguishes other characters.
    for (std::size_t at = 0; at < row.sip_response.size(); ++at) {
      std::string other = row.sip_response;
      other[at] = static_cast<char>(other[at] ^ 0x20);
      expect(codes_of(hangup::by_sip_response(other)) == page.by_sip_response(other),
             "phrase " + other);
    }
    check_near_misses(page, row.cause);
  }
  for (const published::alias& alias : page.aliases) check_near_misses(page, alias.cause);
  for (int number = -70000; number < 140000; ++number) {
    expect(code_of(hangup::by_code(number)) == code_of(page.by_code(number)),
           "code " + std::to_string(number));
    expect(code_of(hangup::advice_for(number)) == code_of(page.advice_for(number)),
           "advice for " + std::to_string(number));
    expect(codes_of(hangup::by_sip_code(number)) == page.by_sip_code(number),
           "SIP code " + std::to_string(number));
  }
  std::printf("%ld checks, %ld failed\n", checks, disagreements);
  return disagreements == 0 ? 0 : 1;
}
