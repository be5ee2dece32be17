// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace lookup {

enum exit_status { found_something = 0, found_nothing = 1, failed = 2 };

struct answer {
  exit_status status = found_something;
  std::string out, err;  // for standard output and standard error
};

// What the command answers to its arguments. It reads standard input only if these ask for that,
// and sets the most important words in bold if it may use colour.
answer run(const std::vector<std::string>& arguments,
           const std::function<std::string()>& read_standard_input, bool colour);

}  // namespace lookup
