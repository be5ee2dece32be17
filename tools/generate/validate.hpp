// SPDX-License-Identifier: BSL-1.0
//
// Step 2, validate: records to rows, every field checked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read.hpp"

namespace generate {

struct source {
  std::size_t line;
  std::string name;
  std::string enumerator;  // the name in lower case
  std::string description;
};

struct row {
  std::size_t line;
  std::uint16_t code;
  std::uint16_t sip_code;
  std::size_t originator;  // which source
  std::string cause;
  std::string description;
  std::string sip_response;
  std::string constant;  // the name in zentrunk::hangup::code
};

struct alias {
  std::size_t line;
  std::uint16_t code;
  std::string cause;
};

struct advice {
  std::size_t line;
  std::uint16_t code;
  std::string fixer, retry;  // enumerators
  bool retry_stated, expected;
  std::string next_step;
  std::size_t row;                 // which published row; `none` for a later code
  std::string cause, description;  // of a later code
};
inline constexpr std::size_t none = static_cast<std::size_t>(-1);

struct dataset {
  std::string codes_file, sources_file, aliases_file, advice_file;
  std::vector<source> sources;
  std::vector<row> rows;            // ascending by code
  std::vector<alias> aliases;       // ascending by code
  std::vector<advice> advice_rows;  // ascending by code
};

// The text with A to Z in lower case, in every locale.
std::string to_lower(std::string_view text);

// Throws problem at the first record that breaks a rule of the data.
dataset validate(const csv_files& files);

}  // namespace generate
