// SPDX-License-Identifier: BSL-1.0
//
// A cause or an alias as a key, with and without an originator.
#include "fuzz.hpp"

namespace hangup = zentrunk::hangup;
using published::the_page;

void fuzz::check(std::string_view input) {
  const published::codes wanted = the_page().by_cause(std::string(input));
  require_rows(hangup::by_cause(input), wanted, "by_cause");
  for (const unsigned number : originator_numbers) {
    require_rows(hangup::by_cause(input, static_cast<hangup::originator>(number)),
                 the_page().of_originator(wanted, number), "by_cause with an originator");
  }
}

std::vector<std::string> fuzz::seeds() {
  std::vector<std::string> keys;
  for (const auto& row : the_page().rows) keys.push_back(row.cause);
  for (const auto& alias : the_page().aliases) keys.push_back(alias.cause);
  return keys;
}

std::vector<std::string> fuzz::words() { return seeds(); }
