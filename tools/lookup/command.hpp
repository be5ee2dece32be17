// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lookup {

enum exit_status { found_something = 0, found_nothing = 1, failed = 2 };

// What the command has around it. Each function may throw, which ends the command.
struct surroundings {
  std::string name;                       // by which it was called: what its messages begin with
  bool colour = false;                    // whether it may set the most important words in bold
  std::function<std::string()> read_all;  // standard input, up to its end
  std::function<std::optional<std::string>()> read_line;  // its next line, without what ends it
  std::function<void(std::string_view)> write, complain;  // to standard output and standard error
};

// Answers to the arguments. It reads standard input only if these ask for that.
exit_status run(const std::vector<std::string>& arguments, const surroundings& around);

}  // namespace lookup
