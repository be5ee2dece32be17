// SPDX-License-Identifier: BSL-1.0
//
// Step 3, index: the multipliers of the headers' perfect hashes. The headers derive everything else
// from their rows. The search is deterministic: the same data give the same multipliers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "validate.hpp"

namespace generate {

// The slot of a code is the top `bits` of code * multiplier, in 32 bits.
struct code_hash {
  std::uint32_t multiplier;
  unsigned bits;
};

// The slot of a name is the top `bits` of name_key() * multiplier, in 64 bits.
struct name_hash {
  std::uint64_t multiplier;
  unsigned bits;
};

struct hashes {
  code_hash code;
  name_hash cause;  // of the aliases too
  name_hash sip_response;
  code_hash advice;
};

// The key that the headers hash for a name (hash_name() in hangup.hpp): its first and last eight
// characters, without their case, and its length.
std::uint64_t name_key(std::string_view name);

// Throws problem if the data have no perfect hash.
hashes find_hashes(const dataset& data);

}  // namespace generate
