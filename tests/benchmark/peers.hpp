// SPDX-License-Identifier: BSL-1.0
//
// The alternatives to the library. Each holds every key with its answer; `find` returns an empty
// answer for an unknown key. All but linear scan and gperf --ignore-case match the published case
// only.
#pragma once

#include <absl/container/flat_hash_map.h>
#include <strings.h>

#include <algorithm>
#include <array>
#include <boost/multi_index/hashed_index.hpp>
#include <boost/multi_index/member.hpp>
#include <boost/multi_index_container.hpp>
#include <map>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "workloads.hpp"

namespace benchmarks {

// A loop over all rows, names in any case, as FreeSWITCH and Asterisk do it.
template <class Key, class Answer>
class linear_scan {
 public:
  explicit linear_scan(const std::vector<std::pair<Key, Answer>>& all) : all_(all) {}
  Answer find(Key key) const noexcept {
    for (const auto& [stored, answer] : all_) {
      if (equal(stored, key)) return answer;
    }
    return {};
  }

 private:
  static bool equal(unsigned a, unsigned b) noexcept { return a == b; }
  static bool equal(std::string_view a, std::string_view b) noexcept {
    return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
  }
  std::vector<std::pair<Key, Answer>> all_;
};

template <class Key, class Answer>
class sorted_array {
 public:
  explicit sorted_array(std::vector<std::pair<Key, Answer>> all) : all_(std::move(all)) {
    std::sort(all_.begin(), all_.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  Answer find(Key key) const noexcept {
    const auto found = std::lower_bound(all_.begin(), all_.end(), key,
                                        [](const auto& a, Key b) { return a.first < b; });
    return found != all_.end() && found->first == key ? found->second : Answer();
  }

 private:
  std::vector<std::pair<Key, Answer>> all_;
};

template <class Map>
class map {
 public:
  using key = typename Map::key_type;
  using answer = typename Map::mapped_type;
  explicit map(const std::vector<std::pair<key, answer>>& all) : map_(all.begin(), all.end()) {}
  answer find(key wanted) const noexcept {
    const auto found = map_.find(wanted);
    return found != map_.end() ? found->second : answer();
  }

 private:
  Map map_;
};

template <class Key, class Answer>
class multi_index {
 public:
  explicit multi_index(const std::vector<std::pair<Key, Answer>>& all)
      : container_(all.begin(), all.end()) {}
  Answer find(Key key) const noexcept {
    const auto found = container_.find(key);
    return found != container_.end() ? found->second : Answer();
  }

 private:
  using pair = std::pair<Key, Answer>;
  boost::multi_index_container<pair,
                               boost::multi_index::indexed_by<boost::multi_index::hashed_unique<
                                   boost::multi_index::member<pair, Key, &pair::first>>>>
      container_;
};

// Code that make_peers writes: returns the number of the key in all_keys(), or -1.
template <class Lookup, int (*Number)(typename Lookup::stored_key)>
class written_out {
 public:
  explicit written_out(const stored<Lookup>& all) {
    for (const auto& pair : all) answers_.push_back(pair.second);
  }
  typename Lookup::answer find(typename Lookup::stored_key key) const noexcept {
    const int number = Number(key);
    return number >= 0 ? answers_[static_cast<std::size_t>(number)] : typename Lookup::answer();
  }

 private:
  std::vector<typename Lookup::answer> answers_;
};

// The lower limit: an unchecked array of answers, and one of their numbers. Not for random keys;
// all other keys are below this size.
inline constexpr std::size_t keys_of_arrays = 16384;

template <class Lookup>
class array_of_answers {
 public:
  explicit array_of_answers(const stored<Lookup>& all) {
    for (const auto& [key, answer] : all) answers_[key] = answer;
  }
  typename Lookup::answer find(typename Lookup::stored_key key) const noexcept {
    return answers_[key];
  }

 private:
  static inline std::array<typename Lookup::answer, keys_of_arrays> answers_{};
};

template <class Lookup>
class array_of_numbers {
 public:
  explicit array_of_numbers(const stored<Lookup>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      numbers_[all[i].first] = static_cast<std::uint8_t>(i);
      answers_[i] = all[i].second;
    }
  }
  typename Lookup::answer find(typename Lookup::stored_key key) const noexcept {
    if constexpr (std::is_same_v<Lookup, by_code>) {
      return &hangup::table[numbers_[key]];
    } else {
      return answers_[numbers_[key]];
    }
  }

 private:
  static inline std::array<std::uint8_t, keys_of_arrays> numbers_{};
  static inline std::array<typename Lookup::answer, 256> answers_{};
};

}  // namespace benchmarks
