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

void require_rows(zentrunk::hangup::entries found, const published::codes& wanted,
                  const char* what) {
  require(published::codes_of(found) == wanted, what);
  for (const zentrunk::hangup::entry& row : found) {
    require(&row == zentrunk::hangup::by_code(row.code), what);
  }
}

}  // namespace fuzz
