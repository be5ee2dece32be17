// SPDX-License-Identifier: BSL-1.0
//
// Any text as a key of every lookup.
#include "fuzz.hpp"

using published::the_page;

void fuzz::check(std::string_view input) {
  const std::string wrong = text_disagreement(the_page(), input);
  require(wrong.empty(), wrong.c_str());
}

std::vector<std::string> fuzz::seeds() {
  std::vector<std::string> keys{"", " 4090\t", "04090", "65536", "69626"};
  for (const auto& row : the_page().rows) {
    keys.insert(keys.end(), {std::to_string(row.code), std::to_string(row.sip_code), row.cause,
                             row.sip_response, row.originator});
  }
  for (const auto& alias : the_page().aliases) keys.push_back(alias.cause);
  for (const auto& advice : the_page().advices) keys.push_back(std::to_string(advice.code));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}
