// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "text.hpp"

namespace lookup {

// Columns side by side, as many from the left as fit the width.
class table {
 public:
  struct column {
    std::string_view heading;
    bool to_the_right = false;
    std::size_t least = 0;  // how narrow its cells may be cut if they don't fit; 0: not at all
  };
  using cells = std::vector<std::string>;

  table(std::vector<column> all, const std::vector<cells>& lines, std::size_t width);

  std::string heading(const layout& as) const;
  std::string line(const cells& texts) const;
  std::string line(const cells& texts,
                   const std::function<std::string(const std::string&)>& emphasised) const;

 private:
  std::vector<column> columns_;
  std::vector<std::size_t> widths_;  // of those that fit
};

}  // namespace lookup
