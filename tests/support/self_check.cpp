// SPDX-License-Identifier: BSL-1.0
//
// Whether a header agrees with the data it was generated from: every row in every direction, every
// number, and names that are not there. For data other than today's, and for other machines.
#include <cstddef>
#include <cstdio>
#include <string>
#include <zentrunk/hangup.hpp>

#include "published.hpp"

namespace {

namespace hangup = zentrunk::hangup;
using published::codes_of;

long checks = 0;
long disagreements = 0;

void expect(bool as_it_should_be, const std::string& what) {
  ++checks;
  if (as_it_should_be) return;
  ++disagreements;
  std::fprintf(stderr, "%s\n", what.c_str());
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
    // The bit that tells a letter's cases apart tells other characters apart, too.
    for (std::size_t at = 0; at < row.sip_response.size(); ++at) {
      std::string other = row.sip_response;
      other[at] = static_cast<char>(other[at] ^ 0x20);
      expect(codes_of(hangup::by_sip_response(other)) == page.by_sip_response(other),
             "phrase " + other);
    }
    for (const std::string& other : {row.cause + "x", "x" + row.cause, row.cause.substr(1),
                                     row.cause.substr(0, row.cause.size() - 1)}) {
      expect(codes_of(hangup::by_cause(other)) == page.by_cause(other), "cause " + other);
      expect(codes_of(hangup::by_sip_response(other)) == page.by_sip_response(other),
             "phrase " + other);
    }
  }
  for (int number = -70000; number < 140000; ++number) {
    const hangup::entry* row = hangup::by_code(number);
    expect((row == nullptr ? -1 : row->code) == (page.by_code(number) == nullptr ? -1 : number),
           "code " + std::to_string(number));
    expect(codes_of(hangup::by_sip_code(number)) == page.by_sip_code(number),
           "SIP code " + std::to_string(number));
  }
  std::printf("%ld checks, %ld failed\n", checks, disagreements);
  return disagreements == 0 ? 0 : 1;
}
