// SPDX-License-Identifier: BSL-1.0
//
// Digits as a key: of a hangup code, with and without advice, and of a SIP status code.
#include "fuzz.hpp"

namespace hangup = zentrunk::hangup;
using published::code_of;
using published::the_page;

void fuzz::check(std::string_view input) {
  const std::string digits(input);
  require(code_of(hangup::by_code(input)) == code_of(the_page().by_code(digits)), "by_code");
  require(code_of(hangup::advice_for(input)) == code_of(the_page().advice_for(digits)),
          "advice_for");
  const published::codes wanted = the_page().by_sip_code(digits);
  require_rows(hangup::by_sip_code(input), wanted, "by_sip_code");
  for (const unsigned number : originator_numbers) {
    require_rows(hangup::by_sip_code(input, static_cast<hangup::originator>(number)),
                 the_page().of_originator(wanted, number), "by_sip_code with an originator");
  }
}

std::vector<std::string> fuzz::seeds() {
  std::vector<std::string> keys{"", "0", " 4090\t", "04090", "65536", "69626"};
  for (const auto& advice : the_page().advices) keys.push_back(std::to_string(advice.code));
  for (const auto& row : the_page().rows) {
    const std::string sip_code = std::to_string(row.sip_code);
    if (std::find(keys.begin(), keys.end(), sip_code) == keys.end()) keys.push_back(sip_code);
  }
  return keys;
}

std::vector<std::string> fuzz::words() {
  std::vector<std::string> all = seeds();
  for (const char* word : {" ", "\t", "-", "+", ".0", "4294967296"}) all.emplace_back(word);
  return all;
}
