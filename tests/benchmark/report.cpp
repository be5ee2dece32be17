// SPDX-License-Identifier: BSL-1.0
#include "report.hpp"

#include <fmt/format.h>
#include <fmt/os.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace benchmarks {
namespace {

constexpr std::string_view ours = "zentrunk";

double median_of(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Part `number` of LOOKUP/WORKLOAD/PEER.
std::string part(const std::string& name, int number) {
  std::size_t begin = 0;
  for (; number > 0; --number) begin = name.find('/', begin) + 1;
  return name.substr(begin, name.find('/', begin) - begin);
}

// All different such parts, in the order of the names.
std::vector<std::string> parts(const std::vector<std::string>& names, const std::string& lookup,
                               int number) {
  std::vector<std::string> found;
  for (const std::string& name : names) {
    if (!lookup.empty() && part(name, 0) != lookup) continue;
    if (std::find(found.begin(), found.end(), part(name, number)) == found.end()) {
      found.push_back(part(name, number));
    }
  }
  return found;
}

std::string named(std::string_view lookup, std::string_view workload, std::string_view peer) {
  return fmt::format("{}/{}/{}", lookup, workload, peer);
}

void print_table(const results& all, const std::string& lookup) {
  const auto workloads = all.workloads(lookup);
  fmt::print("\n{:32}", lookup);
  for (const std::string& workload : workloads) fmt::print("{:>13}", workload);
  fmt::print("\n{:32}", "zentrunk, ns");
  for (const std::string& workload : workloads) {
    fmt::print("{:>13.2f}", all.median(named(lookup, workload, ours)));
  }
  fmt::print("\n");
  for (const std::string& peer : all.peers(lookup)) {
    if (peer == ours) continue;
    fmt::print("{:32}", peer + " / zentrunk");
    for (const std::string& workload : workloads) {
      const std::string name = named(lookup, workload, peer);
      if (all.has(name)) {
        fmt::print("{:>13.2f}", all.ratio(name, named(lookup, workload, ours)));
      } else {
        fmt::print("{:>13}", "-");
      }
    }
    fmt::print("\n");
  }
}

void write_csv(const results& all, const std::string& file) {
  auto out = fmt::output_file(file);
  out.print("lookup,workload,peer,nanoseconds,ratio\n");
  for (const std::string& lookup : all.lookups()) {
    for (const std::string& workload : all.workloads(lookup)) {
      for (const std::string& peer : all.peers(lookup)) {
        const std::string name = named(lookup, workload, peer);
        if (!all.has(name)) continue;
        out.print("{},{},{},{:.3f},{:.3f}\n", lookup, workload, peer, all.median(name),
                  all.ratio(name, named(lookup, workload, ours)));
      }
    }
  }
}

// The library's own bounds. Each compares two times of the same round.
class bounds {
 public:
  explicit bounds(const results& all) : all_(all) { fmt::print("\nbounds\n"); }

  void at_most(double bound, const std::string& a, const std::string& b) {
    compare(
        a, b, [&](double ratio) { return ratio <= bound; }, "at most", bound);
  }
  void at_least(double bound, const std::string& a, const std::string& b) {
    compare(
        a, b, [&](double ratio) { return ratio >= bound; }, "at least", bound);
  }

 private:
  template <class Keeps>
  void compare(const std::string& a, const std::string& b, Keeps keeps, const char* at,
               double bound) {
    if (!all_.has(a) || !all_.has(b)) return;  // --benchmark_filter left them out
    const double ratio = all_.ratio(a, b);
    const bool kept = keeps(ratio);
    fmt::print("  {:6} {:6.2f} ({} {}): {} / {}\n", kept ? "kept" : "MISSED", ratio, at, bound, a,
               b);
  }

  const results& all_;
};

void check_bounds(const results& all) {
  bounds check(all);
  const auto zentrunk = [](std::string_view lookup, std::string_view workload) {
    return named(lookup, workload, ours);
  };
  const std::vector<std::string> hash_maps{"std::unordered_map", "absl::flat_hash_map",
                                           "boost::multi_index"};
  for (const char* lookup : {"by_code", "by_sip_code"}) {
    for (const char* workload : {"hits", "many hits"}) {
      check.at_most(1.2, zentrunk(lookup, workload), named(lookup, workload, "array of numbers"));
    }
  }
  check.at_most(1.7, zentrunk("by_code", "chain"), named("by_code", "chain", "array of numbers"));
  for (const char* workload : {"half misses", "misses", "near misses", "random"}) {
    check.at_most(1.2, zentrunk("by_code", workload), zentrunk("by_code", "many hits"));
    check.at_most(1.2, zentrunk("by_code", "many hits"), zentrunk("by_code", workload));
  }
  for (const std::string& peer : hash_maps) {
    for (const char* workload : {"hits", "many hits", "near misses"}) {
      check.at_least(3, named("by_code", workload, peer), zentrunk("by_code", workload));
    }
  }
  for (const char* lookup : {"by_cause", "by_sip_response"}) {
    for (const char* workload : {"hits", "many hits"}) {
      check.at_least(1.5, named(lookup, workload, "gperf"), zentrunk(lookup, workload));
      check.at_least(5, named(lookup, workload, "gperf --ignore-case"), zentrunk(lookup, workload));
      for (const std::string& peer : hash_maps) {
        check.at_least(3, named(lookup, workload, peer), zentrunk(lookup, workload));
      }
    }
    check.at_least(2.5, named(lookup, "near misses", "gperf"), zentrunk(lookup, "near misses"));
    check.at_most(3, zentrunk(lookup, "other case"), zentrunk(lookup, "many hits"));
  }
  // 1,500 bytes in 1,500 ns are 1 GB/s.
  const std::string message = zentrunk("from_sip_message", "1,500 bytes");
  if (!all.has(message)) return;
  const double speed = 1500 / all.median(message);
  fmt::print("  {:6} {:6.2f} (at least 1): GB/s of from_sip_message; {:.0f} times memchr's time\n",
             speed >= 1 ? "kept" : "MISSED", speed,
             all.ratio(message, named("from_sip_message", "1,500 bytes", "memchr")));
}

}  // namespace

options::options(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const std::string value = argument.substr(std::min(argument.size(), argument.find('=') + 1));
    const long number = std::strtol(value.c_str(), nullptr, 10);
    if (argument == "--rounds=" + value && number > 0 && number <= 10000) {
      rounds = static_cast<int>(number);
    } else if (argument == "--csv=" + value) {
      csv = value;
    } else {
      fmt::print(stderr,
                 "unknown argument '{}'; use --rounds=N, --csv=FILE, or Google Benchmark's "
                 "--benchmark_...\n",
                 argument);
      std::exit(2);
    }
  }
}

void results::add(const std::string& name, double nanoseconds) {
  std::vector<double>& times = times_[name];
  if (times.empty()) names_.push_back(name);
  times.push_back(nanoseconds);
}

std::vector<std::string> results::lookups() const { return parts(names_, "", 0); }

std::vector<std::string> results::workloads(const std::string& lookup) const {
  return parts(names_, lookup, 1);
}

std::vector<std::string> results::peers(const std::string& lookup) const {
  return parts(names_, lookup, 2);
}

double results::median(const std::string& name) const { return median_of(times_.at(name)); }

double results::ratio(const std::string& a, const std::string& b) const {
  std::vector<double> ratios;
  const std::vector<double>& times_of_b = times_.at(b);
  std::transform(times_.at(a).begin(), times_.at(a).end(), times_of_b.begin(),
                 std::back_inserter(ratios), [](double x, double y) { return x / y; });
  return median_of(std::move(ratios));
}

void report(const results& all, const options& wanted) {
  for (const std::string& lookup : all.lookups()) print_table(all, lookup);
  if (!wanted.csv.empty()) write_csv(all, wanted.csv);
  check_bounds(all);
}

}  // namespace benchmarks
