// SPDX-License-Identifier: BSL-1.0
//
// Digits as a key.
#include "fuzz.hpp"

using published::the_page;

void fuzz::check(std::string_view input) {
  const zentrunk::hangup::entry* found = zentrunk::hangup::by_code(input);
  const published::row* wanted = the_page().by_code(std::string(input));
  require((found == nullptr) == (wanted == nullptr), "by_code finds a row or not");
  require(found == nullptr || found->code == wanted->code, "by_code finds the code");
}

std::vector<std::string> fuzz::seeds() {
  std::vector<std::string> keys{"", "0", " 4090\t", "04090", "65536", "69626"};
  for (const auto& row : the_page().rows) keys.push_back(std::to_string(row.code));
  return keys;
}

std::vector<std::string> fuzz::words() {
  std::vector<std::string> all{"0", " ", "\t", "-", "+", ".0", "4294967296"};
  for (const auto& row : the_page().rows) all.push_back(std::to_string(row.code));
  return all;
}
