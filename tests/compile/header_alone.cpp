// SPDX-License-Identifier: BSL-1.0
//
// The header as a stranger's project uses it, compiled with every warning that project may have on.
#include <zentrunk/hangup.hpp>

namespace hangup = zentrunk::hangup;

template <class Integer>
static bool by_number(Integer number) {
  return hangup::by_code(number) != nullptr && !hangup::by_sip_code(number).empty() &&
         !hangup::by_sip_code(number, hangup::originator::carrier).empty();
}

int main(int argc, char** argv) {
  using namespace hangup::literals;
  const bool numbers =
      by_number(argc) && by_number(argc > 1) && by_number(argv[0][0]) &&
      by_number(static_cast<signed char>(argc)) && by_number(static_cast<unsigned char>(argc)) &&
      by_number(static_cast<short>(argc)) && by_number(static_cast<unsigned short>(argc)) &&
      by_number(static_cast<unsigned>(argc)) && by_number(long{argc}) &&
      by_number(static_cast<unsigned long>(argc)) && by_number(static_cast<long long>(argc)) &&
      by_number(static_cast<unsigned long long>(argc)) && by_number(static_cast<wchar_t>(argc)) &&
      by_number(static_cast<char32_t>(argc));
#if defined(__SIZEOF_INT128__) && !defined(__STRICT_ANSI__)
  __extension__ using widest = __int128;
  __extension__ using unsigned_widest = unsigned __int128;
  if (!by_number(widest{argc}) || !by_number(static_cast<unsigned_widest>(argc))) return 1;
#endif
  int sum = hangup::by_code("4090") == &4090_hangup && numbers;
  for (const hangup::entry& row : hangup::by_cause(argv[0])) sum += row.code;
  for (const hangup::entry& row : hangup::by_cause(argv[0], hangup::originator::customer)) {
    sum += row.sip_code;
  }
  for (const hangup::entry& row : hangup::by_sip_response(argv[0])) sum += row.code;
  for (const hangup::entry& row : hangup::by_originator(hangup::originator::zentrunk)) {
    sum += static_cast<int>(to_string(row.originator).size() + describe(row.originator).size());
  }
  if (hangup::parse_originator(argv[0])) ++sum;
  if (hangup::from_sip_message(argv[0]) != nullptr) ++sum;
  return sum;
}
