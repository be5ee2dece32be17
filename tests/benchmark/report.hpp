// SPDX-License-Identifier: BSL-1.0
//
// The benchmark's results: the times of every round, their ratios, and whether they keep the
// library's own bounds.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace benchmarks {

struct options {
  // --rounds=N; --csv=FILE writes the table for tools/bench --plot. Exits 2 on anything else.
  options(int argc, char** argv);

  int rounds = 41;
  std::string csv;
};

class results {
 public:
  // The time of LOOKUP/WORKLOAD/PEER in the round, in nanoseconds. Every round has all of them.
  void add(const std::string& name, double nanoseconds);

  // Those of a lookup, in order of registration.
  std::vector<std::string> lookups() const;
  std::vector<std::string> workloads(const std::string& lookup) const;
  std::vector<std::string> peers(const std::string& lookup) const;

  bool has(const std::string& name) const { return times_.count(name) != 0; }
  double median(const std::string& name) const;
  // The median over the rounds of time of `a` / time of `b`.
  double ratio(const std::string& a, const std::string& b) const;

 private:
  std::vector<std::string> names_;
  std::map<std::string, std::vector<double>> times_;
};

// Prints the tables and the bounds.
void report(const results& all, const options& wanted);

}  // namespace benchmarks
