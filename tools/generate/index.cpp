// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <limits>
#include <map>
#include <random>

#include "generate.hpp"

namespace generate {
namespace {

// A multiplier that gives every key its own slot, for the smallest table that has one. A random
// multiplier fits with a probability of about e^-pairs_per_slot. `what` the keys are and `where`,
// for messages.
template <class Unsigned, class Random>
hash find_hash(const std::vector<Unsigned>& keys, std::size_t most_pairs_per_slot,
               std::string_view what, const place& where) {
  // The headers fill their tables in constant expressions, which compilers limit: clang to 2^20
  // steps.
  constexpr unsigned most_bits = 13;
  constexpr int most_attempts = 1 << 20;
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
      if (fits) return {multiplier, bits};
    }
  }
  throw problem({where.file}, "no perfect hash found for these {} {} with up to {} slots",
                keys.size(), what, 1U << most_bits);
}

template <class Row>
hash find_code_hash(const std::vector<Row>& rows) {
  std::vector<std::uint32_t> codes;
  codes.reserve(rows.size());
  for (const Row& each : rows) codes.push_back(each.code);
  // Codes in steps of ten are easier to separate than random ones.
  return find_hash<std::uint32_t, std::mt19937>(codes, 32, "codes", rows.front().where);
}

struct name {
  std::string text;
  place where;
};

hash find_name_hash(std::string_view column, const std::vector<name>& names) {
  std::map<std::uint64_t, std::string> by_key;
  std::vector<std::uint64_t> keys;
  for (const name& each : names) {
    const auto [first, is_new] = by_key.emplace(name_key(each.text), each.text);
    if (is_new) {
      keys.push_back(first->first);
    } else if (to_lower(first->second) != to_lower(each.text)) {
      throw problem(each.where,
                    "the hash cannot tell the {} \"{}\" from \"{}\": both have the same length and "
                    "the same first and last eight characters",
                    column, each.text, first->second);
    }
  }
  return find_hash<std::uint64_t, std::mt19937_64>(keys, 12, fmt::format("{}s", column),
                                                   names.front().where);
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
    causes.push_back({each.cause, each.where});
    phrases.push_back({each.sip_response, each.where});
  }
  for (const alias& each : data.aliases) causes.push_back({each.cause, each.where});
  return {find_code_hash(data.rows), find_name_hash("cause", causes),
          find_name_hash("SIP response", phrases), find_code_hash(data.advice_rows)};
}

}  // namespace generate
