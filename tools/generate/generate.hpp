// SPDX-License-Identifier: BSL-1.0
//
// The steps of the generator, in their order: read, validate, index, emit.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace generate {

// A line of a file; line 1 is also used for the whole file.
struct place {
  std::string file;
  std::size_t line = 1;
};

// An error, as FILE:LINE: reason.
class problem : public std::runtime_error {
 public:
  template <class... Args>
  problem(const place& where, fmt::format_string<Args...> reason, Args&&... args)
      : std::runtime_error(fmt::format("{}:{}: {}", where.file, where.line,
                                       fmt::format(reason, std::forward<Args>(args)...))) {}
};

// ---- Read: CSV files (RFC 4180, UTF-8) to records -----------------------------------------------

struct record {
  place where;
  std::vector<std::string> fields;
};
using csv_file = std::vector<record>;  // the first record holds the names of the columns

struct csv_files {
  csv_file codes, sources, aliases, later_codes, advice;
};

// The content of the file. Throws problem if it cannot be read.
std::string read_file(const std::string& name);

// The records of the text, one per line; `name` is the file's, for messages. Ignores a byte order
// mark and takes CRLF line ends. Throws problem at the first line that is empty, is not UTF-8, has
// a control character or has wrong quotes.
csv_file parse_csv(const std::string& name, std::string_view text);

csv_files read_data(const std::string& directory);

// ---- Validate: records to rows, every field checked ---------------------------------------------

struct source {
  std::string name, description;  // the name in lower case is the enumerator
  place where;
};

struct row {
  std::uint16_t code, sip_code;
  std::string cause, description, sip_response, originator;
  std::string constant;  // the name in zentrunk::hangup::code
  place where;
};

struct alias {
  std::uint16_t code;
  std::string cause;
  place where;
};

inline constexpr std::size_t none = static_cast<std::size_t>(-1);

struct advice {
  std::uint16_t code = 0;
  std::size_t row = none;  // which published row; `none` for a later code
  std::string cause, description;
  place where;
  std::string fixer = {}, retry = {};  // enumerators
  bool retry_stated = false, expected = false;
  std::string next_step = {};
};

struct dataset {
  std::vector<source> sources;
  std::vector<row> rows;  // ascending by code, like the others
  std::vector<alias> aliases;
  std::vector<advice> advice_rows;
};

// The text with A to Z in lower case, in every locale.
std::string to_lower(std::string_view text);

// Throws problem at the first record that breaks a rule of the data.
dataset validate(const csv_files& files);

// ---- Index: the multipliers of the headers' perfect hashes --------------------------------------
//
// The headers derive everything else from their rows. The search is deterministic: the same data
// give the same multipliers.

// The slot of a key is the top `bits` of key * multiplier: of 32 bits for codes, of 64 for names.
struct hash {
  std::uint64_t multiplier;
  unsigned bits;
};

struct hashes {
  hash code, cause, sip_response, advice;  // the aliases are causes too
};

// The key that the headers hash for a name (names::slot_of() in hangup.hpp): its first and last
// eight characters, without their case, and its length.
std::uint64_t name_key(std::string_view name);

// Throws problem if the data have no perfect hash.
hashes find_hashes(const dataset& data);

// ---- Emit: the generated parts of the headers as C++ --------------------------------------------

std::string emit_hangup(const dataset& data, const hashes& found);
std::string emit_advice(const dataset& data, const hashes& found, const std::string& release);
std::string emit_module(const dataset& data);

// The namespace of functions and data in hangup.hpp, whose text is `header`: v1_2_0_HASH, of the
// version that it defines and a hash of the generated parts. Data that differ have another one.
std::string name_release(const std::string& name, const std::string& header,
                         std::string_view parts);

// The text of hangup.hpp with another ZENTRUNK_RELEASE.
std::string replace_release(const std::string& name, std::string header,
                            const std::string& release);

// The text of a header with what is between its markers replaced. Throws problem if a marker is
// missing or occurs twice; `name` is the header's, for that message.
std::string replace_generated_part(const std::string& name, const std::string& header,
                                   std::string_view part);

// ---- What differs between two texts of a header -------------------------------------------------

// One line for each row, alias, originator and constant that is new, changed or removed.
std::string list_changes(const std::string& before, const std::string& after);

// Throws problem if an originator that `header` has gets another number: units compiled with two
// releases would disagree.
void check_originators(const std::string& header, const dataset& data);

}  // namespace generate
