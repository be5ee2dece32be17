// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scan.hpp"
#include "text.hpp"

namespace lookup {

enum exit_status { found_something = 0, found_nothing = 1, failed = 2, was_interrupted = 130 };

// What the command has around it. Each function may throw, which ends the command.
struct surroundings {
  std::string name;  // by which it was called: what its messages begin with
  layout terminal;
  std::function<std::optional<std::string>()> read_line;  // standard input, without line ends
  std::function<source(const std::string& file)> open;    // to scan; -: standard input
  std::function<bool()> interrupted = [] { return false; };
  std::function<void(std::string_view)> write, complain;  // to standard output and standard error
};

// Answers to the arguments. It reads only what these ask for.
exit_status run(const std::vector<std::string>& arguments, const surroundings& around);

}  // namespace lookup
