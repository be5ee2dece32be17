// SPDX-License-Identifier: BSL-1.0
//
// Runs every lookup on every workload under `valgrind --tool=callgrind`, which counts instructions:
// one dump for each, named LOOKUP/WORKLOAD/NUMBER OF KEYS. It works with any data.
#include <valgrind/callgrind.h>

#include <string>
#include <vector>

#include "workloads.hpp"

namespace benchmarks {
namespace {

// Uses the answer as a caller would, in registers.
void take(const void* row) { asm volatile("" : : "r"(row)); }
void take(hangup::entries rows) {
  asm volatile("" : : "r"(rows.begin()));
  asm volatile("" : : "r"(rows.end()));
}

template <class Lookup>
[[gnu::noinline]] void find_all(const std::vector<typename Lookup::key>& keys) {
  for (const auto& key : keys) take(Lookup::find(key));
}

template <class Lookup>
void count() {
  for (const auto& workload : workloads<Lookup>()) {
    const std::string name = std::string(Lookup::name) + '/' + workload.name + '/' +
                             std::to_string(workload.keys.size());
    CALLGRIND_ZERO_STATS;
    find_all<Lookup>(workload.keys);
    CALLGRIND_DUMP_STATS_AT(name.c_str());
  }
}

}  // namespace
}  // namespace benchmarks

int main() {
  using namespace benchmarks;
  count<by_code>();
  count<advice_for>();
  count<by_sip_code>();
  count<by_sip_code_and_originator>();
  count<by_cause>();
  count<by_sip_response>();
}
