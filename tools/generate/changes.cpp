// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <map>
#include <sstream>

#include "generate.hpp"

namespace generate {
namespace {

// Removes the prefix, if the text has it.
bool take(std::string_view& text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::string up_to(std::string_view text, std::string_view end) {
  return std::string(text.substr(0, text.find(end)));
}

// What a line of a header defines: a row, an alias, an originator or a constant; else empty.
std::string name_defined_in(std::string_view line) {
  if (take(line, "inline constexpr std::uint16_t ")) return "code::" + up_to(line, " = ");
  if (!take(line, "  {")) return "";
  if (take(line, "\"")) return "originator " + up_to(line, "\"sv");
  const std::string code = up_to(line, ",");
  line.remove_prefix(std::min(code.size(), line.size()));
  if (take(line, ", fixer::")) return "advice " + code;
  if (take(line, ", \"")) return "alias of " + code + " " + up_to(line, "\"sv");
  return line.find(", originator::") == line.npos ? "" : "entry " + code;
}

// The lines that define something, by its name.
std::map<std::string, std::string> definitions(const std::string& header) {
  constexpr std::string_view position = "table[";
  std::map<std::string, std::string> found;
  std::istringstream lines(header);
  for (std::string line; std::getline(lines, line);) {
    const std::string name = name_defined_in(line);
    if (name.empty()) continue;
    // The positions in `table` change when rows before them are added or removed.
    for (std::size_t at = 0; (at = line.find(position, at)) != line.npos;) {
      at += position.size();
      line.erase(at, line.find(']', at) - at);
    }
    found.emplace(name, line);
  }
  return found;
}

}  // namespace

std::string list_changes(const std::string& before, const std::string& after) {
  const auto old = definitions(before);
  const auto now = definitions(after);
  std::string changes;
  for (const auto& [name, line] : now) {
    const auto found = old.find(name);
    if (found != old.end() && found->second == line) continue;
    changes += fmt::format("  {}: {}\n", name, found == old.end() ? "new" : "changed");
  }
  for (const auto& [name, line] : old) {
    if (now.count(name) != 0) continue;
    const bool has_constant = name.find("code::") == 0 || name.find("originator ") == 0;
    changes +=
        fmt::format("  {}: removed{}\n", name,
                    has_constant ? ", a breaking change: code that uses it does not compile" : "");
  }
  return changes;
}

void check_originators(const std::string& header, const dataset& data) {
  constexpr std::string_view definition = "\nenum class originator : std::uint8_t {";
  std::string_view enumerators = header;
  enumerators.remove_prefix(std::min(header.find(definition), header.size()));
  enumerators = enumerators.substr(0, enumerators.find('}'));
  for (std::size_t number = 0; number < data.sources.size(); ++number) {
    const source& each = data.sources[number];
    const std::string name = to_lower(each.name), enumerator = fmt::format(" {} = ", name);
    const std::size_t found = enumerators.find(enumerator);
    if (found == enumerators.npos) continue;
    const std::string_view rest = enumerators.substr(found + enumerator.size());
    const std::string_view old_number = rest.substr(0, rest.find_first_not_of("0123456789"));
    if (old_number == fmt::to_string(number)) continue;
    throw problem(
        each.where,
        "the originator {} has the number {} and would get {}; add new sources at the end", name,
        old_number, number);
  }
}

}  // namespace generate
