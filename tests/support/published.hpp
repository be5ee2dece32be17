// SPDX-License-Identifier: BSL-1.0
//
// Reads the CSV files, with no code of the generator, and compares all lookups with them. It uses
// only the library's public names and no test framework, so that it can also test headers generated
// from other data.
#pragma once

#include <cstddef>
#include <istream>
#include <map>
#include <string>
#include <string_view>
#include <vector>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>
#include <zentrunk/sip.hpp>

namespace published {

struct row {
  long long code = 0;
  long long sip_code = 0;
  std::string cause, description, sip_response, originator;
};

struct source {
  std::string name, description;
};

// A name that newer Plivo documents use for a code.
struct alias {
  std::string cause;
  long long code = 0;
};

// A line of advice.csv; cause and description are those of the published or the later code.
struct advice {
  long long code = 0;
  std::string fixer, retry;
  bool retry_stated = false, expected = false;
  std::string next_step, cause, description;
};

// Codes in ascending order.
using codes = std::vector<long long>;

std::string to_lower(std::string text);  // A to Z

// The text unchanged, in lower, upper and mixed case.
std::vector<std::string> in_any_case(const std::string& text);

// The number that the text is: decimal digits, blanks around them allowed. -1: it is none.
long long number_in(const std::string& text);

class page {
 public:
  // From the contents of hangup_codes.csv, hangup_sources.csv and so on.
  page(std::istream&& codes_csv, std::istream&& sources_csv, std::istream&& aliases_csv,
       std::istream&& later_csv, std::istream&& advice_csv);
  page(const page&) = delete;
  page& operator=(const page&) = delete;

  std::vector<row> rows;  // ascending by code
  std::vector<source> sources;
  std::vector<alias> aliases;
  std::vector<advice> advices;  // ascending by code

  // Null for an unknown code.
  const row* by_code(long long code) const;
  const advice* advice_for(long long code) const;
  codes by_cause(const std::string& cause) const;
  codes by_sip_code(long long sip_code) const;
  codes by_sip_response(const std::string& phrase) const;
  codes by_originator(const std::string& name) const;
  // The number of the source with that name in any case; the number of sources if there is none.
  std::size_t parse_originator(const std::string& name) const;

  // The codes of `some` whose originator is the n-th source; none if there is no such source.
  codes of_originator(const codes& some, std::size_t nth) const;

 private:
  std::map<long long, const row*> by_code_;
  std::map<std::string, codes> by_cause_, by_alias_, by_sip_response_;  // in lower case
  std::map<long long, codes> by_sip_code_;
  std::map<std::string, codes> by_originator_;
};

// The files in the directory ZENTRUNK_DATA_DIR; by default data/ below the working directory.
const page& the_page();

codes codes_of(zentrunk::hangup::entries found);

// The code of the row; -1 for a null pointer.
template <class Row>
long long code_of(const Row* row) {
  return row == nullptr ? -1 : static_cast<long long>(row->code);
}

// Every originator, and values that are not: one past the last, and the highest.
std::vector<std::size_t> originator_numbers(const page& page);

// ---- How the library differs from the files; empty if it does not ----

// In a field of the n-th row, alias or line of advice, or in a lookup that must find it.
std::string row_disagreement(const page& page, std::size_t nth);
std::string alias_disagreement(const page& page, std::size_t nth);
std::string advice_disagreement(const page& page, std::size_t nth);

// In any lookup by this text.
std::string text_disagreement(const page& page, std::string_view text);

// In any lookup by this number, which may be wider than long long.
template <class Integer>
std::string number_disagreement(const page& page, Integer number) {
  namespace hangup = zentrunk::hangup;
  const auto held = static_cast<long long>(number);
  const long long value = static_cast<Integer>(held) == number ? held : -1;
  std::string wrong;
  if (code_of(hangup::by_code(number)) != code_of(page.by_code(value))) wrong += "by_code; ";
  if (code_of(hangup::advice_for(number)) != code_of(page.advice_for(value))) {
    wrong += "advice_for; ";
  }
  const codes with_sip_code = page.by_sip_code(value);
  if (codes_of(hangup::by_sip_code(number)) != with_sip_code) wrong += "by_sip_code; ";
  for (const std::size_t who : originator_numbers(page)) {
    if (codes_of(hangup::by_sip_code(number, static_cast<hangup::originator>(who))) !=
        page.of_originator(with_sip_code, who)) {
      wrong += "by_sip_code, originator " + std::to_string(who) + "; ";
    }
  }
  return wrong;
}

}  // namespace published
