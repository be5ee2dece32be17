// SPDX-License-Identifier: BSL-1.0
//
// Compares the headers with the data they were generated from: every row, alias and advice by every
// key, every number, and unknown names. For other data than today's, and for other machines.
#include <cstddef>
#include <cstdio>
#include <string>
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
  for (const std::string& other :
       {name + "x", "x" + name, name.substr(1), name.substr(0, name.size() - 1)}) {
    expect(codes_of(hangup::by_cause(other)) == page.by_cause(other), "cause " + other);
    expect(codes_of(hangup::by_sip_response(other)) == page.by_sip_response(other),
           "phrase " + other);
  }
}

}  // namespace

int main() {
  const published::page& page = published::the_page();
  expect(hangup::table.size() == page.rows.size(), "the number of rows");
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    const published::row& row = page.rows[i];
    const std::string wrong = row_disagreement(page, i);
    expect(wrong.empty(), "row " + std::to_string(row.code) + ": " + wrong);
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
  for (std::size_t i = 0; i < page.aliases.size(); ++i) {
    const std::string wrong = alias_disagreement(page, i);
    expect(wrong.empty(), "alias " + page.aliases[i].cause + ": " + wrong);
    check_near_misses(page, page.aliases[i].cause);
  }
  expect(hangup::advice_table.size() == page.advices.size(), "the number of advices");
  for (std::size_t i = 0; i < page.advices.size(); ++i) {
    const std::string wrong = advice_disagreement(page, i);
    expect(wrong.empty(), "advice " + std::to_string(page.advices[i].code) + ": " + wrong);
  }
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
