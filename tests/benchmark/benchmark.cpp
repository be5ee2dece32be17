// SPDX-License-Identifier: BSL-1.0
//
// Compares the lookups with their alternatives on the same rows and keys, in one run of Google
// Benchmark: LOOKUP/WORKLOAD/PEER.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstring>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>
#include <zentrunk/sip.hpp>

#include "peers.hpp"
#include "workloads.hpp"
// Written by make_peers and gperf.
#include "gperf_by_cause.hpp"
#include "gperf_by_cause_ignore_case.hpp"
#include "gperf_by_sip_response.hpp"
#include "gperf_by_sip_response_ignore_case.hpp"
#include "switches.hpp"

namespace benchmarks {
namespace {

// Reduces an answer to a number, on which the next key depends.
std::size_t weight(const hangup::entry* row) { return row->sip_code; }
std::size_t weight(hangup::entries rows) { return rows.size(); }
std::size_t weight(std::size_t key) { return key; }

// Uses the answer as a caller would, in registers. (benchmark::DoNotOptimize stores the two
// pointers of `entries` separately and loads them together, which stalls.)
void take(const hangup::entry* row) { benchmark::DoNotOptimize(row); }
void take(hangup::entries rows) {
  benchmark::DoNotOptimize(rows.begin());
  benchmark::DoNotOptimize(rows.end());
}
void take(std::size_t key) { benchmark::DoNotOptimize(key); }

// A workload, and as a chain if there are many hits. `find` is part of the loop, as in a program
// that uses it.
template <class Lookup, class Find>
void measure(const workload<typename Lookup::key>& work, std::string_view peer, Find find) {
  const auto add = [&](std::string_view name, auto next) {
    benchmark::RegisterBenchmark(fmt::format("{}/{}/{}", Lookup::name, name, peer).c_str(),
                                 [&work, next](benchmark::State& state) {
                                   const auto* const first = work.keys.data();
                                   const std::size_t mask = work.keys.size() - 1;
                                   std::size_t i = 0;
                                   for (auto _ : state) i = (i + 1 + next(first[i])) & mask;
                                 });
  };
  add(work.name, [find](typename Lookup::key key) {
    take(find(key));
    return std::size_t{0};
  });
  if (work.name == "many hits") {
    add("chain", [find](typename Lookup::key key) {
      std::size_t step = weight(find(key));
      benchmark::DoNotOptimize(step);
      return step;
    });
  }
}

bool same(const hangup::entry* a, const hangup::entry* b) { return a == b; }
bool same(hangup::entries a, hangup::entries b) {
  return a.size() == b.size() && (a.empty() || &a.front() == &b.front());
}

[[noreturn]] void wrong(std::string_view lookup, std::string_view workload, std::string_view peer) {
  fmt::print(stderr, "{}, {}: {} gives another answer than zentrunk\n", lookup, workload, peer);
  std::exit(2);
}

enum class good_for { all, published_case, valid_keys };

// Whether an unchecked array can take these keys.
template <class Key>
bool fit_arrays([[maybe_unused]] const std::vector<Key>& keys) {
  if constexpr (std::is_convertible_v<Key, unsigned>) {
    return std::all_of(keys.begin(), keys.end(), [](unsigned key) { return key < keys_of_arrays; });
  }
  return false;
}

// All workloads of a lookup with a peer, after comparing its answers with ours.
template <class Lookup, class Find>
void add(const std::string& peer, good_for limit, Find find) {
  for (const auto& work : workloads<Lookup>()) {
    if (limit == good_for::published_case && work.name == "other case") continue;
    if (limit == good_for::valid_keys && !fit_arrays(work.keys)) continue;
    for (const auto& key : work.keys) {
      const auto expected = Lookup::find(key);
      if (limit == good_for::valid_keys && same(expected, {})) continue;
      if (!same(find(key), expected)) wrong(Lookup::name, work.name, peer);
    }
    measure<Lookup>(work, peer, find);
  }
}

template <class Lookup, class Peer>
void add_peer(const std::string& name, good_for limit = good_for::all) {
  static const Peer peer(all_keys<Lookup>());
  add<Lookup>(name, limit, [](typename Lookup::key key) { return peer.find(key); });
}

std::size_t just_read(unsigned key) { return key; }
std::size_t just_read(std::string_view key) {
  return key.size() + static_cast<unsigned char>(key.front()) +
         static_cast<unsigned char>(key.back());
}

template <class Lookup>
void add_common() {
  using key = typename Lookup::stored_key;
  using answer = typename Lookup::answer;
  add<Lookup>("zentrunk", good_for::all, [](typename Lookup::key k) { return Lookup::find(k); });
  for (const auto& work : workloads<Lookup>()) {
    measure<Lookup>(work, "reading the key", [](typename Lookup::key k) { return just_read(k); });
  }
  // Most peers match the published case only.
  const good_for limit =
      std::is_same_v<key, std::string_view> ? good_for::published_case : good_for::all;
  add_peer<Lookup, linear_scan<key, answer>>("linear scan");
  add_peer<Lookup, map<std::map<key, answer>>>("std::map", limit);
  add_peer<Lookup, sorted_array<key, answer>>("std::lower_bound", limit);
  add_peer<Lookup, map<std::unordered_map<key, answer>>>("std::unordered_map", limit);
  add_peer<Lookup, map<absl::flat_hash_map<key, answer>>>("absl::flat_hash_map", limit);
  add_peer<Lookup, multi_index<key, answer>>("boost::multi_index", limit);
}

template <class Lookup, int (*Switch)(unsigned)>
void add_numbers() {
  add_common<Lookup>();
  add_peer<Lookup, array_of_numbers<Lookup>>("array of numbers", good_for::valid_keys);
  add_peer<Lookup, array_of_answers<Lookup>>("array of answers", good_for::valid_keys);
  add_peer<Lookup, written_out<Lookup, Switch>>("switch");
}

template <class Words>
int gperf_number(std::string_view name) {
  const auto* word = Words::in_word_set(name.data(), name.size());
  return word != nullptr ? word->number : -1;
}

template <class Lookup, int (*Switch)(std::string_view), class Exact, class IgnoreCase>
void add_names() {
  const good_for limit = good_for::published_case;
  add_common<Lookup>();
  add_peer<Lookup, written_out<Lookup, Switch>>("switch", limit);
  add_peer<Lookup, written_out<Lookup, gperf_number<Exact>>>("gperf", limit);
  add_peer<Lookup, written_out<Lookup, gperf_number<IgnoreCase>>>("gperf --ignore-case");
}

void add_messages() {
  static const std::string message = sip_message(1500);
  if (hangup::from_sip_message(message) != &hangup::table.back()) {
    wrong("from_sip_message", "1500 bytes", "the message");
  }
  const auto each = [](const char* name, auto read) {
    benchmark::RegisterBenchmark(name, [read](benchmark::State& state) {
      for (auto _ : state) {
        benchmark::DoNotOptimize(message.data());
        benchmark::DoNotOptimize(read());
      }
    });
  };
  each("from_sip_message/1500 bytes/zentrunk", [] { return hangup::from_sip_message(message); });
  each("from_sip_message/1500 bytes/memchr",
       [] { return std::memchr(message.data(), '\0', message.size()); });
}

}  // namespace
}  // namespace benchmarks

int main(int argc, char** argv) {
  using namespace benchmarks;
  benchmark::Initialize(&argc, argv);
  add_numbers<by_code, switch_by_code>();
  add_numbers<by_sip_code, switch_by_sip_code>();
  add_numbers<by_sip_code_and_originator, switch_by_sip_code_and_originator>();
  add_names<by_cause, switch_by_cause, gperf_by_cause, gperf_by_cause_ignore_case>();
  add_names<by_sip_response, switch_by_sip_response, gperf_by_sip_response,
            gperf_by_sip_response_ignore_case>();
  add_messages();
  benchmark::RunSpecifiedBenchmarks();
}
