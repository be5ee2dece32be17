// SPDX-License-Identifier: BSL-1.0
#include "index.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace generate {
namespace {

// The lowest number of bits, at least one, in which `count` things have a number each.
unsigned bits_for(std::size_t count) {
  unsigned bits = 1;
  while ((std::size_t{1} << bits) < count) ++bits;
  return bits;
}

// ---- Codes --------------------------------------------------------------------------------------

// The index with that multiplier. A slot that is no code's holds row 0, which does as well as any.
code_index code_slots(const std::vector<row>& rows, std::uint32_t multiplier, unsigned bits) {
  code_index index{multiplier, 32 - bits, std::vector<std::size_t>(std::size_t{1} << bits)};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    index.slots[(rows[i].code * multiplier) >> index.shift] = i;
  }
  return index;
}

code_index index_codes(const std::vector<row>& rows) {
  constexpr int most_attempts = 1 << 20;
  std::mt19937 random;  // the standard fixes its sequence
  const std::size_t pairs = rows.size() * (rows.size() - 1) / 2;
  for (unsigned bits = bits_for(rows.size()); bits < 16; ++bits) {
    // Random codes part with a probability of about e^-(pairs / slots). Today's have steps of ten,
    // which fit better: one multiplier in 100,000 parts them in 128 slots, 23 pairs to a slot.
    if (pairs >> bits > 32) continue;
    std::vector<int> taken_in(std::size_t{1} << bits, -1);  // the attempt that took the slot
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
      const std::uint32_t multiplier = static_cast<std::uint32_t>(random()) | 1U;
      const bool all_apart = std::all_of(rows.begin(), rows.end(), [&](const row& r) {
        return std::exchange(taken_in[(r.code * multiplier) >> (32 - bits)], attempt) != attempt;
      });
      if (all_apart) return code_slots(rows, multiplier, bits);
    }
  }
  // A slot for every number of 16 bits: no data is beyond it.
  return code_slots(rows, 1U << 16, 16);
}

// ---- Groups -------------------------------------------------------------------------------------

// Adds the rows with the numbers `members`, which ascend, as the next group.
void add_group(row_groups& groups, const dataset& data, const std::vector<std::size_t>& members) {
  std::vector<std::size_t> bounds{groups.rows.size()};
  for (std::size_t originator = 0; originator < data.sources.size(); ++originator) {
    for (const std::size_t member : members) {
      if (data.rows[member].originator == originator) groups.rows_by_originator.push_back(member);
    }
    bounds.push_back(groups.rows_by_originator.size());
  }
  groups.bounds.push_back(std::move(bounds));
  groups.rows.insert(groups.rows.end(), members.begin(), members.end());
}

// The row numbers by key, the keys in the order of their first row.
template <class Key>
struct keyed_rows {
  std::vector<Key> keys;
  std::map<Key, std::vector<std::size_t>> rows;
};

template <class KeyOf>
auto rows_by_key(const dataset& data, KeyOf key_of) {
  keyed_rows<decltype(key_of(data.rows.front()))> keyed;
  for (std::size_t i = 0; i < data.rows.size(); ++i) {
    const auto key = key_of(data.rows[i]);
    std::vector<std::size_t>& rows = keyed.rows[key];
    if (rows.empty()) keyed.keys.push_back(key);
    rows.push_back(i);
  }
  return keyed;
}

sip_code_index index_sip_codes(const dataset& data) {
  const auto keyed = rows_by_key(data, [](const row& r) { return r.sip_code; });
  sip_code_index index;
  index.slots.resize(700);  // 0, and what SIP can have: 100 to 699
  add_group(index.groups, data, {});
  for (const auto& [sip_code, rows] : keyed.rows) {
    index.slots[sip_code] = index.groups.bounds.size();
    add_group(index.groups, data, rows);
  }
  return index;
}

// ---- Names --------------------------------------------------------------------------------------

// The header hashes with the same rules in code of its own (`hash` there):
// it can't be included here, where it is written.

// The first eight characters as a number, or what there is, the first one lowest.
std::uint64_t up_to_eight(std::string_view text) {
  std::uint64_t number = 0;
  for (std::size_t i = std::min(text.size(), std::size_t{8}); i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(text[i]);
  }
  return number;
}

std::uint64_t hash_of_ends(std::string_view name) {
  constexpr std::uint64_t case_bits = 0x2020202020202020;
  const bool is_short = name.size() < 8;
  const std::uint64_t length = is_short ? std::uint64_t{name.size()} << 56 : 0;
  const std::uint64_t first = up_to_eight(name) | length;
  const std::uint64_t last = is_short ? first : up_to_eight(name.substr(name.size() - 8));
  return (first ^ (last << 3)) & ~(case_bits | (case_bits << 3));
}

std::uint64_t hash_of_whole(std::string_view name, std::uint64_t multiplier) {
  const std::string lower = to_lower(name);
  std::uint64_t hash = name.size();
  std::size_t i = 0;
  do {
    hash = (hash ^ up_to_eight(std::string_view(lower).substr(i))) * multiplier;
    hash ^= hash >> 32;
  } while ((i += 8) < lower.size());
  return hash;
}

bool all_differ(std::vector<std::uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  return std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end();
}

// A seed that gives each of the hashes a slot of its own among those not taken, and takes them.
std::optional<std::uint64_t> take_slots(const std::vector<std::uint64_t>& hashes, unsigned shift,
                                        std::vector<bool>& taken, int attempts,
                                        std::mt19937_64& random) {
  std::vector<std::size_t> mine;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    const std::uint64_t seed = random() | 1U;
    const bool fits = std::all_of(hashes.begin(), hashes.end(), [&](std::uint64_t hash) {
      const std::size_t slot = (hash * seed) >> shift;
      if (taken[slot]) return false;
      taken[slot] = true;
      mine.push_back(slot);
      return true;
    });
    if (fits) return seed;
    for (const std::size_t slot : mine) taken[slot] = false;
    mine.clear();
  }
  return std::nullopt;
}

// One seed for all names, in the smallest table that has one.
bool find_one_seed(const std::vector<std::uint64_t>& hashes, name_index& index,
                   std::mt19937_64& random) {
  const std::size_t pairs = hashes.size() * (hashes.size() - 1) / 2;
  const unsigned fewest = bits_for(hashes.size());
  for (unsigned bits = fewest; bits < fewest + 4; ++bits) {
    // A seed parts all pairs with a probability of about e^-(pairs / slots).
    const std::size_t slots = std::size_t{1} << bits;
    if (pairs / slots > 12) continue;
    std::vector<bool> taken(slots);
    if (const auto seed = take_slots(hashes, 64 - bits, taken, 1 << 20, random)) {
      index.seeds = {*seed};
      index.slot_shift = 64 - bits;
      return true;
    }
  }
  return false;
}

// A seed for every bucket of about four names, the largest buckets first.
bool find_seeds(const std::vector<std::uint64_t>& hashes, name_index& index,
                std::mt19937_64& random) {
  const unsigned bucket_bits = bits_for(hashes.size() / 4);
  const unsigned slot_bits = bits_for(hashes.size() + hashes.size() / 2);
  index.bucket_shift = 64 - bucket_bits;
  index.slot_shift = 64 - slot_bits;
  std::vector<std::vector<std::uint64_t>> buckets(std::size_t{1} << bucket_bits);
  for (const std::uint64_t hash : hashes) {
    buckets[(hash * index.multiplier) >> index.bucket_shift].push_back(hash);
  }
  std::vector<std::size_t> order(buckets.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return buckets[a].size() > buckets[b].size();
  });
  index.seeds.assign(buckets.size(), 1);
  std::vector<bool> taken(std::size_t{1} << slot_bits);
  for (const std::size_t bucket : order) {
    if (buckets[bucket].empty()) break;
    const auto seed = take_slots(buckets[bucket], index.slot_shift, taken, 1 << 14, random);
    if (!seed) return false;
    index.seeds[bucket] = *seed;
  }
  return true;
}

// What to hash, and the seeds: the ends of the names if they tell all apart, else the whole names.
std::vector<std::uint64_t> find_hash(const std::vector<std::string>& names, name_index& index) {
  constexpr int most_multipliers = 64;
  std::mt19937_64 random;  // the standard fixes its sequence
  std::vector<std::uint64_t> hashes(names.size());
  for (int attempt = 0; attempt < most_multipliers; ++attempt) {
    index.whole_name = attempt > 0;
    index.multiplier = random() | 1U;
    std::transform(names.begin(), names.end(), hashes.begin(), [&](const std::string& name) {
      return index.whole_name ? hash_of_whole(name, index.multiplier) : hash_of_ends(name);
    });
    if (all_differ(hashes) &&
        (find_one_seed(hashes, index, random) || find_seeds(hashes, index, random))) {
      return hashes;
    }
  }
  throw std::runtime_error("no hash tells the names apart");
}

name_index index_names(const dataset& data, std::string row::*column) {
  const auto keyed = rows_by_key(data, [&](const row& r) { return to_lower(r.*column); });
  name_index index{};
  index.shortest = keyed.keys.front().size();
  for (const std::string& key : keyed.keys) index.shortest = std::min(index.shortest, key.size());
  const std::vector<std::uint64_t> hashes = find_hash(keyed.keys, index);
  index.slots.resize(std::size_t{1} << (64 - index.slot_shift));
  for (std::size_t group = 0; group < hashes.size(); ++group) {
    const std::size_t bucket =
        index.one_seed() ? 0 : (hashes[group] * index.multiplier) >> index.bucket_shift;
    index.slots[(hashes[group] * index.seeds[bucket]) >> index.slot_shift] = group;
    add_group(index.groups, data, keyed.rows.at(keyed.keys[group]));
  }
  return index;
}

}  // namespace

indexes make_indexes(const dataset& data) {
  indexes all{index_codes(data.rows),
              index_sip_codes(data),
              index_names(data, &row::cause),
              index_names(data, &row::sip_response),
              {}};
  std::vector<std::size_t> every_row(data.rows.size());
  std::iota(every_row.begin(), every_row.end(), std::size_t{0});
  add_group(all.originator, data, every_row);
  return all;
}

}  // namespace generate
