// SPDX-License-Identifier: BSL-1.0
//
// Compares the lookups with their alternatives on the same rows and keys, in one run.
//
// Other programs can halve the machine's speed at any time. So each measurement takes a short turn
// in each of many rounds. The result is the median over the rounds of the ratio of two turns in a
// round.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstring>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>
#include <zentrunk/sip.hpp>

#include "peers.hpp"
#include "report.hpp"
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

// `find` is part of the loop, as in a program that uses it.
template <class Key, class Find>
void measure(const std::string& name, const std::vector<Key>& keys, Find find) {
  benchmark::RegisterBenchmark(name.c_str(), [&keys, find](benchmark::State& state) {
    const Key* const first = keys.data();
    const std::size_t mask = keys.size() - 1;
    std::size_t i = 0;
    for (auto _ : state) {
      take(find(first[i]));
      i = (i + 1) & mask;
    }
  });
}

template <class Key, class Find>
void measure_chain(const std::string& name, const std::vector<Key>& keys, Find find) {
  benchmark::RegisterBenchmark(name.c_str(), [&keys, find](benchmark::State& state) {
    const Key* const first = keys.data();
    const std::size_t mask = keys.size() - 1;
    std::size_t i = 0;
    for (auto _ : state) {
      i = (i + 1 + weight(find(first[i]))) & mask;
      benchmark::DoNotOptimize(i);
    }
  });
}

[[noreturn]] void wrong(std::string_view lookup, std::string_view workload, std::string_view peer) {
  fmt::print(stderr, "{}, {}: {} gives another answer than zentrunk\n", lookup, workload, peer);
  std::exit(2);
}

bool same(const hangup::entry* a, const hangup::entry* b) { return a == b; }
bool same(hangup::entries a, hangup::entries b) {
  return a.size() == b.size() && (a.empty() || &a.front() == &b.front());
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
  for (const auto& workload : workloads<Lookup>()) {
    if (limit == good_for::published_case && workload.name == "other case") continue;
    if (limit == good_for::valid_keys && !fit_arrays(workload.keys)) continue;
    const auto expected = answers<Lookup>(workload.keys);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      if (limit == good_for::valid_keys && same(expected[i], {})) continue;
      if (!same(find(workload.keys[i]), expected[i])) wrong(Lookup::name, workload.name, peer);
    }
    measure(fmt::format("{}/{}/{}", Lookup::name, workload.name, peer), workload.keys, find);
    if (workload.name == "many hits") {
      measure_chain(fmt::format("{}/chain/{}", Lookup::name, peer), workload.keys, find);
    }
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
void add_reading() {
  for (const auto& workload : workloads<Lookup>()) {
    const auto read = [](typename Lookup::key key) { return just_read(key); };
    measure(fmt::format("{}/{}/reading the key", Lookup::name, workload.name), workload.keys, read);
    if (workload.name == "many hits") {
      measure_chain(fmt::format("{}/chain/reading the key", Lookup::name), workload.keys, read);
    }
  }
}

template <class Lookup>
void add_common() {
  using key = typename Lookup::stored_key;
  using answer = typename Lookup::answer;
  add<Lookup>("zentrunk", good_for::all, [](typename Lookup::key k) { return Lookup::find(k); });
  add_reading<Lookup>();
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

template <class Lookup>
void add_arrays() {
  add_peer<Lookup, array_of_numbers<Lookup>>("array of numbers", good_for::valid_keys);
  add_peer<Lookup, array_of_answers<Lookup>>("array of answers", good_for::valid_keys);
}

template <class Words>
int gperf_number(std::string_view name) {
  const auto* word = Words::in_word_set(name.data(), name.size());
  return word != nullptr ? word->number : -1;
}

void add_messages() {
  static const std::string message = sip_message(1500);
  if (hangup::from_sip_message(message) != &hangup::table.back()) {
    wrong("from_sip_message", "1,500 bytes", "the message");
  }
  const auto each = [](const char* peer, auto read) {
    benchmark::RegisterBenchmark(fmt::format("from_sip_message/1,500 bytes/{}", peer).c_str(),
                                 [read](benchmark::State& state) {
                                   for (auto _ : state) {
                                     benchmark::DoNotOptimize(message.data());
                                     benchmark::DoNotOptimize(read());
                                   }
                                 });
  };
  each("zentrunk", [] { return hangup::from_sip_message(message); });
  each("memchr", [] { return std::memchr(message.data(), '\0', message.size()); });
}

void add_all() {
  add_common<by_code>();
  add_arrays<by_code>();
  add_peer<by_code, written_out<by_code, switch_by_code>>("switch");

  add_common<by_sip_code>();
  add_arrays<by_sip_code>();
  add_peer<by_sip_code, written_out<by_sip_code, switch_by_sip_code>>("switch");

  using both = by_sip_code_and_originator;
  add_common<both>();
  add_arrays<both>();
  add_peer<both, written_out<both, switch_by_sip_code_and_originator>>("switch");

  const good_for limit = good_for::published_case;
  add_common<by_cause>();
  add_peer<by_cause, written_out<by_cause, switch_by_cause>>("switch", limit);
  add_peer<by_cause, written_out<by_cause, gperf_number<gperf_by_cause>>>("gperf", limit);
  add_peer<by_cause, written_out<by_cause, gperf_number<gperf_by_cause_ignore_case>>>(
      "gperf --ignore-case");

  using phrase = by_sip_response;
  add_common<phrase>();
  add_peer<phrase, written_out<phrase, switch_by_sip_response>>("switch", limit);
  add_peer<phrase, written_out<phrase, gperf_number<gperf_by_sip_response>>>("gperf", limit);
  add_peer<phrase, written_out<phrase, gperf_number<gperf_by_sip_response_ignore_case>>>(
      "gperf --ignore-case");

  add_messages();
}

// Stores the times instead of printing them.
class collector : public benchmark::BenchmarkReporter {
 public:
  explicit collector(results& into) : into_(into) {}
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) into_.add(run.benchmark_name(), run.GetAdjustedCPUTime());
  }

 private:
  results& into_;
};

}  // namespace
}  // namespace benchmarks

int main(int argc, char** argv) {
  using namespace benchmarks;
  benchmark::Initialize(&argc, argv);
  const options wanted(argc, argv);
  add_all();
  results all;
  collector reporter(all);
  for (int round = 0; round < wanted.rounds; ++round) {
    benchmark::RunSpecifiedBenchmarks(&reporter);
    fmt::print(stderr, "\rround {} of {}", round + 1, wanted.rounds);
  }
  fmt::print(stderr, "\n");
  report(all, wanted);
}
