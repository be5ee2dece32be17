// SPDX-License-Identifier: BSL-1.0
//
// A SIP reason phrase as a key.
#include "fuzz.hpp"

using published::the_page;

void fuzz::check(std::string_view input) {
  require_rows(zentrunk::hangup::by_sip_response(input),
               the_page().by_sip_response(std::string(input)), "by_sip_response");
}

std::vector<std::string> fuzz::seeds() {
  std::vector<std::string> keys;
  for (const auto& row : the_page().rows) keys.push_back(row.sip_response);
  return keys;
}

std::vector<std::string> fuzz::words() { return seeds(); }
