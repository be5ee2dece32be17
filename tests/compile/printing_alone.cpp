// SPDX-License-Identifier: BSL-1.0
//
// format.hpp and ostream.hpp as a user's project uses them, compiled with every warning that it can
// have on. ADVICE_FIRST, ADVICE_LAST: includes advice.hpp before or after them.
#ifdef ADVICE_FIRST
#include <zentrunk/advice.hpp>
#endif
#include <zentrunk/format.hpp>
#include <zentrunk/ostream.hpp>
#ifdef ADVICE_LAST
#include <zentrunk/advice.hpp>
#endif

namespace hangup = zentrunk::hangup;

template <class Value>
static bool is_printed(std::ostream& out, const Value& value) {
  out << value;
#ifdef FMT_VERSION
  if (fmt::format("{:>30}", value).empty()) return false;
#endif
#ifdef __cpp_lib_format
  if (std::format("{:>30}", value).empty()) return false;
#endif
  return static_cast<bool>(out);
}

int main(int argc, char** argv) {
  const hangup::entry* row = hangup::by_code(argv[argc - 1]);
  if (row == nullptr) return 1;
  std::ostream out(nullptr);
  bool good = is_printed(out, *row) && is_printed(out, row->originator);
#if defined(ADVICE_FIRST) || defined(ADVICE_LAST)
  const hangup::advice& advice = hangup::advice_table.front();
  good = good && is_printed(out, advice.fixer) && is_printed(out, advice.retry);
#endif
  return good ? 0 : 1;
}
