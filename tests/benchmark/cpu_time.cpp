// SPDX-License-Identifier: BSL-1.0
//
// cpu_time ROUNDS COMMAND...: runs each shell command once per round. Prints a line for each: the
// median of its CPU time in milliseconds.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace {

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

// The command's CPU time. Exits if the command fails.
double run(const char* command) {
  const pid_t child = fork();
  if (child == 0) {
    execl("/bin/sh", "sh", "-c", command, static_cast<char*>(nullptr));
    _exit(127);
  }
  int status = 0;
  rusage used{};
  if (child < 0 || wait4(child, &status, 0, &used) != child || status != 0) {
    fmt::print(stderr, "cpu_time: failed: {}\n", command);
    std::exit(2);
  }
  return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
}

}  // namespace

int main(int argc, char** argv) {
  const long rounds = argc > 2 ? std::strtol(argv[1], nullptr, 10) : 0;
  if (rounds < 1) {
    fmt::print(stderr, "usage: cpu_time ROUNDS COMMAND...\n");
    return 2;
  }
  std::vector<std::vector<double>> times(static_cast<std::size_t>(argc - 2));
  for (long round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < times.size(); ++i) times[i].push_back(run(argv[i + 2]));
  }
  for (auto& each : times) {
    const auto middle = each.begin() + rounds / 2;
    std::nth_element(each.begin(), middle, each.end());
    fmt::print("{:.1f}\n", *middle);
  }
}
