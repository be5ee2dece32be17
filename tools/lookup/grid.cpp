// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <utility>

#include "lookup.hpp"

namespace lookup {

grid::grid(std::vector<column> all, const std::vector<cells>& lines, std::size_t width)
    : columns_(std::move(all)) {
  std::vector<std::size_t> wide;
  std::size_t taken = 0;  // by the columns so far, as narrow as they may be
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    wide.push_back(display_width(columns_[i].heading));
    for (const cells& line : lines) wide[i] = std::max(wide[i], display_width(line[i]));
    const std::size_t least =
        columns_[i].least == 0 ? wide[i] : std::min(wide[i], columns_[i].least);
    const std::size_t gap = i == 0 ? 0 : 2;
    if (taken + gap + least > width) break;
    widths_.push_back(least);
    taken += gap + least;
  }
  // What is left is for those that are cut, the first one first.
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    const std::size_t more = std::min(wide[i] - widths_[i], width - taken);
    widths_[i] += more;
    taken += more;
  }
}

std::string grid::heading(const layout& terminal) const {
  cells names;
  for (const column& each : columns_) names.emplace_back(each.heading);
  std::string text = line(names);
  text.pop_back();
  return bold(text, terminal) + '\n';
}

std::string grid::line(const cells& texts) const {
  return line(texts, [](const std::string& cell) { return cell; });
}

std::string grid::line(const cells& texts,
                       const std::function<std::string(const std::string&)>& emphasized) const {
  std::string result;
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    const std::string cell = cut(texts[i], widths_[i]);
    const std::string space(widths_[i] - display_width(cell), ' ');
    if (i > 0) result += "  ";
    if (columns_[i].to_the_right) result += space;
    result += emphasized(cell);
    if (!columns_[i].to_the_right && i + 1 < widths_.size()) result += space;
  }
  return result + '\n';
}

}  // namespace lookup
