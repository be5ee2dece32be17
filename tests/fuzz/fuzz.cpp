// SPDX-License-Identifier: BSL-1.0
#include "fuzz.hpp"

#include <cstdio>
#include <cstdlib>

namespace fuzz {

void require(bool as_it_should_be, const char* what) {
  if (as_it_should_be) return;
  std::fprintf(stderr, "wrong: %s\n", what);
  std::abort();
}

void require_json(std::string_view text) {
  std::string open;  // brackets, and the quote of a string
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool in_string = !open.empty() && open.back() == '"';
    require(c == '\n' ? !in_string : static_cast<unsigned char>(c) >= 0x20, "no raw control");
    if (c == '"' && !in_string) {
      open += c;
    } else if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') open.pop_back();
    } else if (c == '{' || c == '[') {
      open += c;
    } else if (c == '}' || c == ']') {
      require(!open.empty() && open.back() == (c == '}' ? '{' : '['), "a bracket to close");
      open.pop_back();
    }
  }
  require(open.empty(), "closed strings and brackets");
}

}  // namespace fuzz
