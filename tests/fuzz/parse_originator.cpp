// SPDX-License-Identifier: BSL-1.0
//
// The name of an originator.
#include "fuzz.hpp"

using published::the_page;

void fuzz::check(std::string_view input) {
  const auto found = zentrunk::hangup::parse_originator(input);
  const std::size_t none = the_page().sources.size();
  require((found ? static_cast<std::size_t>(*found) : none) ==
              the_page().parse_originator(std::string(input)),
          "parse_originator");
}

std::vector<std::string> fuzz::seeds() {
  std::vector<std::string> names{""};
  for (const auto& source : the_page().sources) {
    names.push_back(source.name);
    names.push_back(published::to_lower(source.name));
  }
  return names;
}

std::vector<std::string> fuzz::words() { return seeds(); }
