// SPDX-License-Identifier: BSL-1.0
//
// Compiled once for each UNIT, and as the MAIN program, which compares the addresses of their rows.
#include <zentrunk/hangup.hpp>

namespace hangup = zentrunk::hangup;

#pragma GCC visibility push(default)
using row_finder = const hangup::entry*(int code);
row_finder row_of_a, row_of_b, row_of_c, row_of_d;
#pragma GCC visibility pop

#ifdef MAIN
int main() {
  for (const hangup::entry& row : hangup::table) {
    for (row_finder* row_of : {row_of_a, row_of_b, row_of_c, row_of_d}) {
      if (row_of(row.code) != &row) return 1;
    }
  }
  return 0;
}
#else
const hangup::entry* UNIT(int code) {
  for (const hangup::entry& row : hangup::by_cause(hangup::by_code(code)->cause)) {
    if (row.code == code) return &row;
  }
  return nullptr;
}
#endif
