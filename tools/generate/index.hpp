// SPDX-License-Identifier: BSL-1.0
//
// Step 3, index: for each lookup of the header the tables that answer it in O(1).
//
// Everything here is searched once, by the generator, so that a translation unit that includes the
// header searches nothing. The search is deterministic: the same data give the same tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "validate.hpp"

namespace generate {

// A slot for each code: slots[(code * multiplier, in 32 bits) >> shift] is the only row that can
// have the code.
struct code_index {
  std::uint32_t multiplier;
  unsigned shift;
  std::vector<std::size_t> slots;
};

// Rows in groups of one key. Group g owns the places bounds[g].front() to bounds[g].back() of both
// lists; the bounds between them part its originators in the second list.
struct row_groups {
  std::vector<std::vector<std::size_t>> bounds;
  std::vector<std::size_t> rows;                // of each group, ascending by code
  std::vector<std::size_t> rows_by_originator;  // of each group, by originator, then by code
};

// A slot for each SIP code that SIP can have, and for 0. Group 0 has no rows.
struct sip_code_index {
  std::vector<std::size_t> slots;  // the number of a group
  row_groups groups;
};

// A slot for each name: the name's hash, which does not know case, picks a seed, and both of them
// the slot. Today's data needs one seed; much larger data needs one for every few names.
struct name_index {
  std::size_t shortest;  // the length of the shortest name
  bool whole_name;       // what is hashed: the name, or its first and its last 8 characters
  std::uint64_t multiplier;
  unsigned bucket_shift;             // of no use where there is one seed
  std::vector<std::uint64_t> seeds;  // seeds[hash * multiplier >> bucket_shift]
  unsigned slot_shift;
  std::vector<std::size_t> slots;  // slots[hash * seed >> slot_shift], the number of a group
  row_groups groups;

  bool one_seed() const { return seeds.size() == 1; }
};

struct indexes {
  code_index code;
  sip_code_index sip_code;
  name_index cause;
  name_index sip_response;
  row_groups originator;  // one group of all rows
};

indexes make_indexes(const dataset& data);

}  // namespace generate
