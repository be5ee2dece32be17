// SPDX-License-Identifier: BSL-1.0
//
// Each lookup beside its alternatives, on the same entries and keys: LOOKUP/WORKLOAD/PEER.
#include <absl/container/flat_hash_map.h>
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unordered_map>

#include "workloads.hpp"
// Written by make_gperf.
#include "gperf_by_cause.hpp"
#include "gperf_by_sip_response.hpp"

namespace benchmarks {
namespace {

// Uses the answer as a caller would, in registers. (benchmark::DoNotOptimize stores the two
// pointers of `entries` separately and loads them together, which stalls.)
void take(const hangup::entry* row) { benchmark::DoNotOptimize(row); }
void take(hangup::entries rows) {
  benchmark::DoNotOptimize(rows.begin());
  benchmark::DoNotOptimize(rows.end());
}

bool same(const hangup::entry* a, const hangup::entry* b) { return a == b; }
bool same(hangup::entries a, hangup::entries b) {
  return a.size() == b.size() && (a.empty() || &a.front() == &b.front());
}

// Every workload of a lookup, once the peer has given our answers. Peers match the published case
// only. `find` is part of the loop, as in a program that uses it.
template <class Lookup, class Find>
void add(const std::string& peer, Find find) {
  for (const auto& work : workloads<Lookup>()) {
    const std::string name = std::string(Lookup::name) + '/' + work.name + '/' + peer;
    if (work.name == "other case" && peer != "zentrunk") continue;
    for (const auto& key : work.keys) {
      if (same(find(key), Lookup::find(key))) continue;
      std::fprintf(stderr, "%s: another answer than zentrunk's\n", name.c_str());
      std::exit(2);
    }
    benchmark::RegisterBenchmark(name.c_str(), [&work, find](benchmark::State& state) {
      const auto* const first = work.keys.data();
      const std::size_t mask = work.keys.size() - 1;
      std::size_t i = 0;
      for (auto _ : state) {
        take(find(first[i]));
        i = (i + 1) & mask;
      }
    });
  }
}

template <class Lookup, class Map>
void add_map(const std::string& peer) {
  static const auto all = all_keys<Lookup>();
  static const Map map(all.begin(), all.end());
  add<Lookup>(peer, [](typename Lookup::key key) {
    const auto found = map.find(key);
    return found != map.end() ? found->second : typename Lookup::answer();
  });
}

template <class Lookup>
void add_lookup() {
  using key = typename Lookup::stored_key;
  using answer = typename Lookup::answer;
  add<Lookup>("zentrunk", [](typename Lookup::key k) { return Lookup::find(k); });
  add_map<Lookup, std::unordered_map<key, answer>>("std::unordered_map");
  add_map<Lookup, absl::flat_hash_map<key, answer>>("absl::flat_hash_map");
}

template <class Lookup, class Words>
void add_lookup_with_gperf() {
  add_lookup<Lookup>();
  add<Lookup>("gperf", [](std::string_view key) {
    const auto* word = Words::in_word_set(key.data(), key.size());
    return word != nullptr ? word->rows : hangup::entries();
  });
}

}  // namespace
}  // namespace benchmarks

int main(int argc, char** argv) {
  using namespace benchmarks;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  add_lookup<by_code>();
  add_lookup<by_sip_code>();
  add_lookup<by_sip_code_and_originator>();
  add_lookup_with_gperf<by_cause, gperf_by_cause>();
  add_lookup_with_gperf<by_sip_response, gperf_by_sip_response>();
  benchmark::RunSpecifiedBenchmarks();
}
