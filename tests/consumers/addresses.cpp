// SPDX-License-Identifier: BSL-1.0
//
// Compiled once for each UNIT, and as the MAIN program, which compares the addresses of their rows.
// Units a and b are in the program, c and d in a shared library. ACROSS: all four share their rows.
#include <zentrunk/hangup.hpp>

namespace hangup = zentrunk::hangup;

#pragma GCC visibility push(default)
using row_finder = const hangup::entry*(int code);
row_finder row_of_a, row_of_b, row_of_c, row_of_d;
#pragma GCC visibility pop

#ifdef MAIN
int main() {
  for (const hangup::entry& row : hangup::table) {
    if (row_of_a(row.code) != &row || row_of_b(row.code) != &row) return 1;
    if (row_of_c(row.code) == nullptr || row_of_c(row.code) != row_of_d(row.code)) return 2;
    if (ACROSS && row_of_c(row.code) != &row) return 3;
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
