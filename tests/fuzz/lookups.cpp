// SPDX-License-Identifier: BSL-1.0
//
// Any text as a key of every lookup.
#include "fuzz.hpp"

namespace hangup = zentrunk::hangup;
using published::code_of;
using published::codes;
using published::the_page;

void fuzz::check(std::string_view input) {
  const std::string key(input);
  require(code_of(hangup::by_code(input)) == code_of(the_page().by_code(key)), "by_code");
  require(code_of(hangup::advice_for(input)) == code_of(the_page().advice_for(key)), "advice_for");
  const auto who = hangup::parse_originator(input);
  require((who ? static_cast<std::size_t>(*who) : the_page().sources.size()) ==
              the_page().parse_originator(key),
          "parse_originator");
  require_rows(hangup::by_sip_response(input), the_page().by_sip_response(key), "by_sip_response");
  const codes with_sip_code = the_page().by_sip_code(key), with_cause = the_page().by_cause(key);
  require_rows(hangup::by_sip_code(input), with_sip_code, "by_sip_code");
  require_rows(hangup::by_cause(input), with_cause, "by_cause");
  for (const unsigned number : {0U, 1U, 2U, 3U, 4U, 255U}) {
    const auto originator = static_cast<hangup::originator>(number);
    require_rows(hangup::by_sip_code(input, originator),
                 the_page().of_originator(with_sip_code, number), "by_sip_code, by originator");
    require_rows(hangup::by_cause(input, originator), the_page().of_originator(with_cause, number),
                 "by_cause, by originator");
  }
}

std::vector<std::string> fuzz::seeds() {
  std::vector<std::string> keys{"", " 4090\t", "04090", "65536", "69626"};
  for (const auto& row : the_page().rows) {
    keys.insert(keys.end(), {std::to_string(row.code), std::to_string(row.sip_code), row.cause,
                             row.sip_response, row.originator});
  }
  for (const auto& alias : the_page().aliases) keys.push_back(alias.cause);
  for (const auto& advice : the_page().advices) keys.push_back(std::to_string(advice.code));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<std::string> fuzz::words() {
  std::vector<std::string> all = seeds();
  for (const char* word : {" ", "\t", "-", "+", ".0", "4294967296"}) all.emplace_back(word);
  return all;
}
