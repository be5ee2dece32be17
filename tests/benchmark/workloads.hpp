// SPDX-License-Identifier: BSL-1.0
//
// The lookups that are measured, by their keys: what a peer needs to answer the same question, and
// the keys that are asked for.
#pragma once

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

// As many keys as a branch predictor can't learn by heart, and as few as it can.
inline constexpr std::size_t many = 65536;
inline constexpr std::size_t few = 512;

// A SIP status code and an originator: as an argument of ours, and in one number for the peers,
// which have one key.
struct sip_code_and_originator {
  unsigned sip_code;
  hangup::originator who;

  constexpr operator unsigned() const noexcept { return sip_code * 4 + static_cast<unsigned>(who); }
};

// For each lookup the type of its keys, as they come and as a peer stores them, and its answer.
struct by_code {
  using key = unsigned;
  using stored_key = unsigned;
  using answer = const hangup::entry*;
  static constexpr std::string_view name = "by_code";
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
  static answer find(key sip_code) noexcept { return hangup::by_sip_code(sip_code); }
};

struct by_sip_code_and_originator {
  using key = sip_code_and_originator;
  using stored_key = unsigned;
  using answer = hangup::entries;
  static constexpr std::string_view name = "by_sip_code_and_originator";
  static answer find(key both) noexcept { return hangup::by_sip_code(both.sip_code, both.who); }
};

struct by_cause {
  using key = std::string_view;
  using stored_key = std::string_view;
  using answer = hangup::entries;
  static constexpr std::string_view name = "by_cause";
  static constexpr const std::string_view hangup::entry::*column = &hangup::entry::cause;
  static answer find(key cause) noexcept { return hangup::by_cause(cause); }
};

struct by_sip_response {
  using key = std::string_view;
  using stored_key = std::string_view;
  using answer = hangup::entries;
  static constexpr std::string_view name = "by_sip_response";
  static constexpr const std::string_view hangup::entry::*column = &hangup::entry::sip_response;
  static answer find(key phrase) noexcept { return hangup::by_sip_response(phrase); }
};

// What a peer stores: every key once, in order of its first row, and its answer.
template <class Lookup>
using stored = std::vector<std::pair<typename Lookup::stored_key, typename Lookup::answer>>;

template <class Lookup>
const stored<Lookup>& everything();

// A text that its keys live in: one after the other, as in a file of call records.
class texts {
 public:
  explicit texts(const std::vector<std::string>& keys);
  const std::vector<std::string_view>& keys() const { return keys_; }

 private:
  std::string all_;
  std::vector<std::string_view> keys_;
};

template <class Key>
struct workload {
  std::string name;
  std::vector<Key> keys;  // a power of two of them
};

// The workloads of a lookup, each the same in every run: hits (few and many), half of them misses,
// near misses (a unit or a character off), random keys, and for names another case.
template <class Lookup>
const std::vector<workload<typename Lookup::key>>& workloads();

// What our lookup answers to them.
template <class Lookup>
std::vector<typename Lookup::answer> answers(const std::vector<typename Lookup::key>& keys);

// A SIP message of that many bytes whose last header field is X-ZT-Hangup-Code.
std::string sip_message(std::size_t size);

}  // namespace benchmarks
