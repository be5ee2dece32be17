// SPDX-License-Identifier: BSL-1.0
#include "index.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "problem.hpp"

namespace generate {
namespace {

// The headers fill their tables in constant expressions, which compilers limit: clang to 2^20
// steps.
constexpr unsigned most_bits = 13;
constexpr int most_attempts = 1 << 20;

// A multiplier that gives every key its own slot, for the smallest table that has one. A random
// multiplier fits with a probability of about e^-pairs_per_slot.
template <class Unsigned, class Random>
std::optional<std::pair<Unsigned, unsigned>> find_multiplier(const std::vector<Unsigned>& keys,
                                                             std::size_t most_pairs_per_slot) {
  Random random;  // the standard defines its sequence
  const std::size_t pairs = keys.size() * (keys.size() - 1) / 2;
  for (unsigned bits = 1; bits <= most_bits; ++bits) {
    if (keys.size() >> bits > 1 || pairs >> bits > most_pairs_per_slot) continue;
    const unsigned shift = std::numeric_limits<Unsigned>::digits - bits;
    std::vector<int> taken_in(std::size_t{1} << bits, -1);  // the attempt that took the slot
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
      const auto multiplier = static_cast<Unsigned>(random() | 1U);
      const bool fits = std::all_of(keys.begin(), keys.end(), [&](Unsigned key) {
        const auto slot = static_cast<Unsigned>(key * multiplier) >> shift;
        return std::exchange(taken_in[slot], attempt) != attempt;
      });
      if (fits) return std::pair(multiplier, bits);
    }
  }
  return std::nullopt;
}

template <class Row>
code_hash hash_codes(const std::string& file, const std::vector<Row>& rows) {
  std::vector<std::uint32_t> codes;
  codes.reserve(rows.size());
  for (const Row& each : rows) codes.push_back(each.code);
  // Codes in steps of ten are easier to separate than random ones.
  const auto found = find_multiplier<std::uint32_t, std::mt19937>(codes, 32);
  if (!found) {
    throw problem(file, 1, "no perfect hash found for these {} codes with up to {} slots",
                  codes.size(), 1U << most_bits);
  }
  return {found->first, found->second};
}

struct name {
  std::string file;
  std::size_t line;
  std::string text;
};

name_hash hash_names(std::string_view column, const std::vector<name>& names) {
  std::map<std::uint64_t, const name*> by_key;
  std::vector<std::uint64_t> keys;
  for (const name& each : names) {
    const auto [first, is_new] = by_key.emplace(name_key(each.text), &each);
    if (is_new) {
      keys.push_back(first->first);
    } else if (to_lower(first->second->text) != to_lower(each.text)) {
      throw problem(each.file, each.line,
                    "the hash cannot tell the {} \"{}\" from \"{}\": both have the same length and "
                    "the same first and last eight characters",
                    column, each.text, first->second->text);
    }
  }
  const auto found = find_multiplier<std::uint64_t, std::mt19937_64>(keys, 12);
  if (!found) {
    throw problem(names.front().file, 1,
                  "no perfect hash found for these {} {}s with up to {} slots", keys.size(), column,
                  1U << most_bits);
  }
  return {found->first, found->second};
}

// The first eight characters, or all if there are fewer, as a little-endian number.
std::uint64_t load(std::string_view text) {
  std::uint64_t word = 0;
  for (std::size_t i = std::min(text.size(), std::size_t{8}); i-- > 0;) {
    word = word << 8 | static_cast<unsigned char>(text[i]);
  }
  return word;
}

}  // namespace

std::uint64_t name_key(std::string_view name) {
  constexpr std::uint64_t case_bits = 0x2020202020202020;
  const std::uint64_t first = load(name);
  const std::uint64_t last = name.size() < 8 ? first : load(name.substr(name.size() - 8));
  return ((first ^ last << 3) & ~(case_bits | case_bits << 3)) ^ name.size();
}

hashes find_hashes(const dataset& data) {
  std::vector<name> causes, phrases;
  for (const row& each : data.rows) {
    causes.push_back({data.codes_file, each.line, each.cause});
    phrases.push_back({data.codes_file, each.line, each.sip_response});
  }
  for (const alias& each : data.aliases) {
    causes.push_back({data.aliases_file, each.line, each.cause});
  }
  return {hash_codes(data.codes_file, data.rows), hash_names("cause", causes),
          hash_names("SIP response", phrases), hash_codes(data.advice_file, data.advice_rows)};
}

}  // namespace generate
