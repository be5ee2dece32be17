// SPDX-License-Identifier: BSL-1.0
//
// Step 2, validate: records to the published rows, every field checked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read.hpp"

namespace generate {

struct source {
  std::string name;
  std::string enumerator;  // the name in lower case
  std::string description;
};

struct row {
  std::uint16_t code;
  std::uint16_t sip_code;
  std::size_t originator;  // which source
  std::string cause;
  std::string description;
  std::string sip_response;
  std::string constant;  // the name in zentrunk::hangup::code
};

struct dataset {
  std::vector<source> sources;
  std::vector<row> rows;  // ascending by code
};

// A to Z, and nothing else, in lower case, whatever the locale.
std::string to_lower(std::string_view text);

// Throws problem at the first record that breaks a rule of the data.
dataset validate(const csv_file& codes, const csv_file& sources);

}  // namespace generate
