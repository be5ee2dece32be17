// SPDX-License-Identifier: BSL-1.0
#include <map>
#include <regex>
#include <sstream>

#include "generate.hpp"

namespace generate {
namespace {

// The rows, aliases, originators and constants that a header defines: the name of each, and the
// line that defines it.
std::map<std::string, std::string> definitions(const std::string& header) {
  constexpr std::pair<const char*, const char*> kinds[] = {
      {R"(  \{(\d+), +\d+, originator::)", "entry $1"},
      {R"(  \{(\d+), fixer::)", "advice $1"},
      {R"re(  \{(\d+), "([^"]*)"sv\})re", "alias of $1 $2"},
      {R"re(  \{"([^"]*)"sv, )re", "originator $1"},
      {R"(inline constexpr std::uint16_t (\w+) = )", "code::$1"}};
  // The positions in `table` change when rows before them come or go.
  const std::regex position(R"(table\[\d+\])");
  std::map<std::string, std::string> found;
  for (const auto& [pattern, name] : kinds) {
    const std::regex kind(pattern);
    std::istringstream lines(header);
    for (std::string line; std::getline(lines, line);) {
      std::smatch match;
      if (!std::regex_search(line, match, kind, std::regex_constants::match_continuous)) continue;
      found.emplace(match.format(name), std::regex_replace(line, position, "table[]"));
    }
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
  for (std::size_t number = 0; number < data.sources.size(); ++number) {
    const source& each = data.sources[number];
    const std::regex enumerator(
        fmt::format(R"(enum class originator : .*\b{} = (\d+))", to_lower(each.name)));
    std::smatch match;
    if (std::regex_search(header, match, enumerator) && match[1] != fmt::to_string(number)) {
      throw problem(each.where,
                    "the originator {} has the number {} and would get {}; add new sources at the "
                    "end",
                    to_lower(each.name), match[1].str(), number);
    }
  }
}

}  // namespace generate
