// SPDX-License-Identifier: BSL-1.0
//
// The measured lookups: what a peer needs to answer the same question, and the keys.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>

namespace benchmarks {

namespace hangup = zentrunk::hangup;

// Too many keys for a branch predictor to learn, and few enough.
inline constexpr std::size_t many = 65536;
inline constexpr std::size_t few = 512;

// A SIP status code and an originator: two arguments for our lookup, one number for the peers,
// which have one key.
struct sip_code_and_originator {
  unsigned sip_code;
  hangup::originator who;

  constexpr operator unsigned() const noexcept { return sip_code * 4 + static_cast<unsigned>(who); }
};

// A lookup: the type of its keys, of the keys that a peer stores, and of its answer; how to get a
// key from a row, and to find it.
template <class Key, class StoredKey, class Answer>
struct lookup {
  using key = Key;
  using stored_key = StoredKey;
  using answer = Answer;
};

struct by_code : lookup<unsigned, unsigned, const hangup::entry*> {
  static constexpr std::string_view name = "by_code";
  static key key_of(const hangup::entry& row) { return row.code; }
  static answer find(key code) noexcept { return hangup::by_code(code); }
};

struct advice_for : lookup<unsigned, unsigned, const hangup::advice*> {
  static constexpr std::string_view name = "advice_for";
  static answer find(key code) noexcept { return hangup::advice_for(code); }
};

struct by_sip_code : lookup<unsigned, unsigned, hangup::entries> {
  static constexpr std::string_view name = "by_sip_code";
  static key key_of(const hangup::entry& row) { return row.sip_code; }
  static answer find(key sip_code) noexcept { return hangup::by_sip_code(sip_code); }
};

struct by_sip_code_and_originator : lookup<sip_code_and_originator, unsigned, hangup::entries> {
  static constexpr std::string_view name = "by_sip_code_and_originator";
  static key key_of(const hangup::entry& row) { return {row.sip_code, row.originator}; }
  static answer find(key both) noexcept { return hangup::by_sip_code(both.sip_code, both.who); }
};

struct by_cause : lookup<std::string_view, std::string_view, hangup::entries> {
  static constexpr std::string_view name = "by_cause";
  static key key_of(const hangup::entry& row) { return row.cause; }
  static answer find(key cause) noexcept { return hangup::by_cause(cause); }
};

struct by_sip_response : lookup<std::string_view, std::string_view, hangup::entries> {
  static constexpr std::string_view name = "by_sip_response";
  static key key_of(const hangup::entry& row) { return row.sip_response; }
  static answer find(key phrase) noexcept { return hangup::by_sip_response(phrase); }
};

// What a peer stores: every key once, with its answer.
template <class Lookup>
auto all_keys() {
  std::map<typename Lookup::stored_key, typename Lookup::answer> all;
  for (const hangup::entry& row : hangup::table) {
    const auto key = Lookup::key_of(row);
    all.emplace(key, Lookup::find(key));
  }
  return all;
}

template <class Key>
struct workload {
  std::string name;
  std::vector<Key> keys;  // a power of two of them
};

// The workloads of a lookup, the same in every run; see README.md.
template <class Lookup>
const std::vector<workload<typename Lookup::key>>& workloads();

}  // namespace benchmarks
