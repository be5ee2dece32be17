// SPDX-License-Identifier: BSL-1.0
//
// The measured lookups: what a peer needs to answer the same question, and the keys.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
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

// For each lookup the type of its keys, of the keys that a peer stores, and of its answer; and how
// to get a key from a row.
struct by_code {
  using key = unsigned;
  using stored_key = unsigned;
  using answer = const hangup::entry*;
  static constexpr std::string_view name = "by_code";
  static key key_of(const hangup::entry& row) { return row.code; }
  static answer find(key code) noexcept { return hangup::by_code(code); }
};

struct advice_for {
  using key = unsigned;
  using answer = const hangup::advice*;
  static constexpr std::string_view name = "advice_for";
  static answer find(key code) noexcept { return hangup::advice_for(code); }
};

struct by_sip_code {
  using key = unsigned;
  using stored_key = unsigned;
  using answer = hangup::entries;
  static constexpr std::string_view name = "by_sip_code";
  static key key_of(const hangup::entry& row) { return row.sip_code; }
  static answer find(key sip_code) noexcept { return hangup::by_sip_code(sip_code); }
};

struct by_sip_code_and_originator {
  using key = sip_code_and_originator;
  using stored_key = unsigned;
  using answer = hangup::entries;
  static constexpr std::string_view name = "by_sip_code_and_originator";
  static key key_of(const hangup::entry& row) { return {row.sip_code, row.originator}; }
  static answer find(key both) noexcept { return hangup::by_sip_code(both.sip_code, both.who); }
};

struct by_cause {
  using key = std::string_view;
  using stored_key = std::string_view;
  using answer = hangup::entries;
  static constexpr std::string_view name = "by_cause";
  static key key_of(const hangup::entry& row) { return row.cause; }
  static answer find(key cause) noexcept { return hangup::by_cause(cause); }
};

struct by_sip_response {
  using key = std::string_view;
  using stored_key = std::string_view;
  using answer = hangup::entries;
  static constexpr std::string_view name = "by_sip_response";
  static key key_of(const hangup::entry& row) { return row.sip_response; }
  static answer find(key phrase) noexcept { return hangup::by_sip_response(phrase); }
};

// What a peer stores: every key once with its answer, in order of the first row.
template <class Lookup>
using stored = std::vector<std::pair<typename Lookup::stored_key, typename Lookup::answer>>;

template <class Lookup>
stored<Lookup> all_keys() {
  stored<Lookup> all;
  for (const hangup::entry& row : hangup::table) {
    const typename Lookup::key key = Lookup::key_of(row);
    const bool known = std::any_of(all.begin(), all.end(), [&](const auto& pair) {
      return pair.first == typename Lookup::stored_key(key);
    });
    if (!known) all.emplace_back(key, Lookup::find(key));
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

// A SIP message of that size whose last header field is X-ZT-Hangup-Code.
std::string sip_message(std::size_t size);

}  // namespace benchmarks
