// SPDX-License-Identifier: BSL-1.0
#include "changes.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <map>

#include "problem.hpp"

namespace generate {
namespace {

// The text between the other two; empty if one does not occur.
std::string_view between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t begin = text.find(before);
  if (begin == text.npos) return {};
  text.remove_prefix(begin + before.size());
  const std::size_t end = text.find(after);
  return end == text.npos ? std::string_view() : text.substr(0, end);
}

// The line without what changes when rows before it come or go: the positions in `table`.
std::string without_positions(std::string_view line) {
  constexpr std::string_view position = "table[";
  std::string rest(line);
  for (std::size_t at = 0; (at = rest.find(position, at)) != rest.npos;) {
    at += position.size();
    rest.erase(at, rest.find(']', at) - at);
  }
  return rest;
}

// The rows and constants of a generated part: the name of each, and the line that defines it.
std::map<std::string, std::string> definitions(std::string_view row, std::string_view text) {
  constexpr std::string_view constant = "inline constexpr std::uint16_t ";
  std::map<std::string, std::string> found;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.substr(0, 3) == "  {" && '0' <= line[3] && line[3] <= '9') {
      // An alias has two fields, a row has more.
      const std::string_view code = between(line, "{", ",");
      const bool is_row = line.find("::") != line.npos;
      found.emplace(fmt::format("{} {}{}", is_row ? row : "alias of", code,
                                is_row ? "" : fmt::format(" {}", between(line, "\"", "\""))),
                    without_positions(line));
    } else if (line.substr(0, constant.size()) == constant) {
      found.emplace(fmt::format("code::{}", between(line, constant, " ")), line);
    }
  }
  return found;
}

}  // namespace

std::vector<std::string> list_changes(std::string_view row, std::string_view before,
                                      std::string_view after) {
  const auto old = definitions(row, before);
  const auto now = definitions(row, after);
  std::vector<std::string> changes;
  for (const auto& [name, line] : now) {
    const auto found = old.find(name);
    if (found == old.end()) {
      changes.push_back(name + ": new");
    } else if (found->second != line) {
      changes.push_back(name + ": changed");
    }
  }
  for (const auto& [name, line] : old) {
    if (now.count(name) != 0) continue;
    changes.push_back(name +
                      (name.substr(0, 4) == "code"
                           ? ": removed, a breaking change: code that uses it does not compile"
                           : ": removed"));
  }
  return changes;
}

void check_originators(std::string_view header, const dataset& data) {
  const std::string old =
      fmt::format(" {},", between(header, "enum class originator : std::uint8_t {", "}"));
  for (std::size_t number = 0; number < data.sources.size(); ++number) {
    const source& each = data.sources[number];
    const std::string_view before = between(old, fmt::format(" {} = ", each.enumerator), ",");
    const std::string_view digits = before.substr(0, before.find(' '));
    if (!digits.empty() && digits != fmt::to_string(number)) {
      throw problem(data.sources_file, each.line,
                    "the originator {} has the number {} and would get {}; add new sources at the "
                    "end",
                    each.enumerator, digits, number);
    }
  }
}

}  // namespace generate
