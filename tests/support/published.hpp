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

// A name that later sources use for a code.
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

// A to Z in lower case, and the reverse.
std::string to_lower(std::string text);
std::string to_upper(std::string text);

// The text unchanged, in lower, upper and mixed case.
std::vector<std::string> in_any_case(const std::string& text);

// The decimal digits without the blanks around them; empty if there is anything else.
std::string bare_digits(const std::string& text);

class page {
 public:
  // From the contents of hangup_codes.csv and hangup_sources.csv.
  page(std::istream& codes_csv, std::istream& sources_csv);
  page(const page&) = delete;
  page& operator=(const page&) = delete;

  // Adds those of cause_aliases.csv; of later_codes.csv and advice.csv.
  void read_aliases(std::istream& aliases_csv);
  void read_advice(std::istream& later_csv, std::istream& advice_csv);

  std::vector<row> rows;  // ascending by code
  std::vector<source> sources;
  std::vector<alias> aliases;
  std::vector<advice> advices;  // ascending by code

  // Null for an unknown code.
  const row* by_code(long long code) const;
  const row* by_code(const std::string& digits) const;  // blanks around them allowed
  const advice* advice_for(long long code) const;
  const advice* advice_for(const std::string& digits) const;
  codes by_cause(const std::string& cause) const;
  codes by_sip_code(long long sip_code) const;
  codes by_sip_code(const std::string& digits) const;
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

// The files in the directory ZENTRUNK_DATA_DIR. If that is not defined, those compiled in, for
// machines that cannot read them.
const page& the_page();

codes codes_of(zentrunk::hangup::entries found);

// The code of the row; -1 for a null pointer.
template <class Row>
long long code_of(const Row* row) {
  return row == nullptr ? -1 : static_cast<long long>(row->code);
}

// How the library differs from the files' n-th row, alias or line of advice: in a field, or in a
// lookup that must find it. Empty if it does not.
std::string row_disagreement(const page& page, std::size_t nth);
std::string alias_disagreement(const page& page, std::size_t nth);
std::string advice_disagreement(const page& page, std::size_t nth);

}  // namespace published
