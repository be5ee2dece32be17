// SPDX-License-Identifier: BSL-1.0
//
// The headers as a user's project uses them, compiled with every warning that it can have on.
#include <string>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>
#include <zentrunk/sip.hpp>

namespace hangup = zentrunk::hangup;

enum c_enum { some = 404 };
enum c_unsigned_enum : unsigned { other = 404 };

template <class Integer>
static bool by_number(Integer number) {
  return hangup::by_code(number) != nullptr && !hangup::by_sip_code(number).empty() &&
         !hangup::by_sip_code(number, hangup::originator::carrier).empty() &&
         hangup::advice_for(number) != nullptr;
}

template <class Text>
static int by_text(const Text& text) {
  int sum = 0;
  if (hangup::by_code(text) != nullptr && hangup::advice_for(text) != nullptr) ++sum;
  for (const hangup::entry& row : hangup::by_cause(text)) sum += row.code;
  for (const hangup::entry& row : hangup::by_cause(text, hangup::originator::customer)) {
    sum += row.sip_code;
  }
  for (const hangup::entry& row : hangup::by_sip_code(text)) sum += row.code;
  for (const hangup::entry& row : hangup::by_sip_code(text, hangup::originator::customer)) {
    sum += row.sip_code;
  }
  for (const hangup::entry& row : hangup::by_sip_response(text)) sum += row.code;
  if (hangup::parse_originator(text)) ++sum;
  if (hangup::from_sip_message(text) != nullptr) ++sum;
  return sum + static_cast<int>(hangup::hangup_code_field(text).size());
}

// None of these dangles: g++ 13 must not say so.
static int by_reference(hangup::originator who) {
  const hangup::entry& front = hangup::by_cause("user_busy").front();
  const hangup::entry& back = hangup::by_sip_code(503, who).back();
  const hangup::entry& nth = hangup::by_sip_response("User Busy")[0];
  const hangup::entry& first_of_all = *hangup::by_originator(who).begin();
  const hangup::entry& third = hangup::by_sip_code("503").begin()[2];
  return front.code + back.code + nth.code + first_of_all.code + third.code;
}

// The first row's literal, because rows are added and removed.
static constexpr char digit(unsigned place) {
  return static_cast<char>('0' + hangup::table.front().code / place % 10);
}
static constexpr const hangup::entry &first = hangup::literals::operator""_hangup<digit(1000),
                                     digit(100), digit(10), digit(1) > ();

int main(int argc, char** argv) {
  const bool numbers =
      by_number(argc) && by_number(argv[0][0]) && by_number(static_cast<signed char>(argc)) &&
      by_number(static_cast<unsigned char>(argc)) && by_number(static_cast<short>(argc)) &&
      by_number(static_cast<unsigned short>(argc)) && by_number(static_cast<unsigned>(argc)) &&
      by_number(long{argc}) && by_number(static_cast<unsigned long>(argc)) &&
      by_number(static_cast<long long>(argc)) && by_number(static_cast<unsigned long long>(argc)) &&
      by_number(static_cast<wchar_t>(argc)) && by_number(static_cast<char16_t>(argc)) &&
      by_number(static_cast<char32_t>(argc)) && by_number(some) && by_number(other);
#if defined(__SIZEOF_INT128__) && !defined(__STRICT_ANSI__)
  __extension__ using widest = __int128;
  __extension__ using unsigned_widest = unsigned __int128;
  if (!by_number(widest{argc}) || !by_number(static_cast<unsigned_widest>(argc))) return 1;
#endif
  int sum = (numbers ? first.code : 0) + by_reference(first.originator);
  sum += by_text(argv[0]) + by_text(static_cast<const char*>(argv[0])) + by_text("4090");
  sum += by_text(std::string_view(argv[0])) + by_text(std::string(argv[0]));
  for (const hangup::entry& row : hangup::by_originator(hangup::originator::zentrunk)) {
    sum += static_cast<int>(to_string(row.originator).size() + describe(row.originator).size());
  }
  const hangup::entries rows = hangup::by_sip_code(first.sip_code);
  sum += rows.front().code + rows.back().code + rows[0].code + rows.begin()[0].code;
  for (const hangup::advice& each : hangup::advice_table) {
    sum += static_cast<int>(to_string(each.fixer).size() + to_string(each.retry).size());
  }
  return sum;
}
