// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "find.hpp"
#include "text.hpp"

namespace lookup {

// A text to search for. It matches in any case, plain quotes, dashes and letters match typographic
// ones.
class pattern {
 public:
  explicit pattern(std::string_view text);

  bool empty() const { return folded_.empty(); }
  rows search() const;  // the rows that have it in any text or number, their next step included

  // The words that it matches at the first place; empty: none.
  std::string_view match(std::string_view text) const;

  // The text with all matching words in bold.
  std::string emphasised(std::string_view text, const layout& as) const;

  // A part of the text around the first match, in that many columns.
  std::string excerpt(std::string_view text, std::size_t width) const;

 private:
  std::string folded_;
};

}  // namespace lookup
