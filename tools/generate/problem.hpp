// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

namespace generate {

// An error, as FILE:LINE: reason. An error of a whole file names line 1.
class problem : public std::runtime_error {
 public:
  template <class... Args>
  problem(const std::string& file, std::size_t line, fmt::format_string<Args...> reason,
          Args&&... args)
      : std::runtime_error(fmt::format("{}:{}: {}", file, line,
                                       fmt::format(reason, std::forward<Args>(args)...))) {}
};

}  // namespace generate
