// SPDX-License-Identifier: BSL-1.0
//
// format.hpp and ostream.hpp as a stranger's project uses them, compiled with every warning that
// project may have on.
#include <zentrunk/format.hpp>
#include <zentrunk/ostream.hpp>

int main(int argc, char** argv) {
  namespace hangup = zentrunk::hangup;
  const hangup::entry* row = hangup::by_code(argv[argc - 1]);
  if (row == nullptr) return 1;
  std::ostream out(nullptr);
  out << *row << row->originator;
#ifdef FMT_VERSION
  if (fmt::format("{:>30}|{}", *row, row->originator).empty()) return 1;
#endif
#ifdef __cpp_lib_format
  if (std::format("{:>30}|{}", *row, row->originator).empty()) return 1;
#endif
  return out ? 0 : 1;
}
