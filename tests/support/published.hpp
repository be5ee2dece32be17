// SPDX-License-Identifier: BSL-1.0
//
// What the CSV files say, read by code that the generator does not have, and what the lookups must
// answer then. It knows the library only by its public names, and uses no test framework, so that
// it can also judge headers that were generated from other data.
#pragma once

#include <cstddef>
#include <istream>
#include <map>
#include <string>
#include <string_view>
#include <vector>
#include <zentrunk/hangup.hpp>

namespace published {

struct row {
  long long code = 0;
  long long sip_code = 0;
  std::string cause, description, sip_response, originator;
};

struct source {
  std::string name, description;
};

// Codes in ascending order.
using codes = std::vector<long long>;

// A to Z in lower case.
std::string to_lower(std::string text);

class page {
 public:
  // From what stands in hangup_codes.csv and in hangup_sources.csv.
  page(std::istream& codes_csv, std::istream& sources_csv);
  page(const page&) = delete;
  page& operator=(const page&) = delete;

  std::vector<row> rows;  // ascending by code
  std::vector<source> sources;

  // Null where there is no such row.
  const row* by_code(long long code) const;
  const row* by_code(const std::string& digits) const;  // blanks around them allowed
  codes by_cause(const std::string& cause) const;
  codes by_sip_code(long long sip_code) const;
  codes by_sip_response(const std::string& phrase) const;
  codes by_originator(const std::string& name) const;
  // The number of the source with that name in any case, how many there are where there is none.
  std::size_t parse_originator(const std::string& name) const;

  // The codes of `some` whose originator is the n-th source; none where there is no such source.
  codes of_originator(const codes& some, std::size_t nth) const;

 private:
  std::map<long long, const row*> by_code_;
  std::map<std::string, codes> by_cause_, by_sip_response_;  // in lower case
  std::map<long long, codes> by_sip_code_;
  std::map<std::string, codes> by_originator_;
};

// The page in the directory ZENTRUNK_DATA_DIR; where that is not defined, the one that was compiled
// in, for machines without our files.
const page& the_page();

codes codes_of(zentrunk::hangup::entries found);

// What the library says otherwise than the page about its n-th row: every field, and every lookup
// that must find it. Empty where they agree.
std::string disagreement(const page& page, std::size_t nth);

}  // namespace published
