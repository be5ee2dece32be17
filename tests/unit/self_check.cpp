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

long checks = 0;
long disagreements = 0;

void expect(bool as_it_should_be, const std::string& what) {
  ++checks;
  if (as_it_should_be) return;
  ++disagreements;
  std::fprintf(stderr, "%s\n", what.c_str());
}

void check_near_misses(const published::page& page, const std::string& name) {
  std::vector<std::string> others{name + "x", "x" + name, "0" + name, name.substr(1),
                                  name.substr(0, name.size() - 1)};
  for (std::size_t at = 0; at < name.size(); ++at) {
    // 0x20 distinguishes the cases of a letter, and other characters.
    for (const int bit : {1, 0x20}) {
      others.push_back(name);
      others.back()[at] = static_cast<char>(name[at] ^ bit);
    }
  }
  for (const std::string& other : others) {
    const std::string wrong = text_disagreement(page, other);
    expect(wrong.empty(), other + ": " + wrong);
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
    for (const std::string& key : {std::to_string(row.code), row.cause, row.sip_response}) {
      check_near_misses(page, key);
    }
  }
  for (const published::alias& alias : page.aliases) check_near_misses(page, alias.cause);
  for (int number = -70000; number < 140000; ++number) {
    const std::string wrong = number_disagreement(page, number);
    expect(wrong.empty(), std::to_string(number) + ": " + wrong);
  }
  std::printf("%ld checks, %ld failed\n", checks, disagreements);
  return disagreements == 0 ? 0 : 1;
}
