// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <map>
#include <regex>
#include <sstream>

#include "generate.hpp"

namespace generate {
namespace {

// The rows, originators and constants that a header defines: the name of each, and the line that
// defines it.
std::map<std::string, std::string> definitions(std::string_view row, const std::string& header) {
  struct kind {
    std::regex line;
    std::string name;
  };
  const std::array<kind, 4> kinds{{
      {std::regex(R"(  \{(\d+), (?: *\d+, )?\w+::)"), fmt::format("{} $1", row)},
      {std::regex(R"re(  \{(\d+), "([^"]*)"sv\})re"), "alias of $1 $2"},
      {std::regex(R"re(  \{"([^"]*)"sv, )re"), "originator $1"},
      {std::regex(R"(inline constexpr std::uint16_t (\w+) = )"), "code::$1"},
  }};
  // The positions in `table` change when rows before them come or go.
  const std::regex position(R"(table\[\d+\])");
  std::map<std::string, std::string> found;
  std::istringstream lines(header);
  for (std::string line; std::getline(lines, line);) {
    for (const kind& each : kinds) {
      std::smatch match;
      if (!std::regex_search(line, match, each.line, std::regex_constants::match_continuous))
        continue;
      found.emplace(match.format(each.name), std::regex_replace(line, position, "table[]"));
    }
  }
  return found;
}

}  // namespace

std::vector<std::string> list_changes(std::string_view row, const std::string& before,
                                      const std::string& after) {
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
    const bool has_constant = name.find("code::") == 0 || name.find("originator ") == 0;
    changes.push_back(
        name + ": removed" +
        (has_constant ? ", a breaking change: code that uses it does not compile" : ""));
  }
  return changes;
}

void check_originators(const std::string& header, const dataset& data) {
  const std::size_t begin = header.find("enum class originator : ");
  if (begin == header.npos) return;
  const std::string enumerators = header.substr(begin, header.find('}', begin) - begin);
  for (std::size_t number = 0; number < data.sources.size(); ++number) {
    const source& each = data.sources[number];
    const std::regex old(fmt::format(R"(\b{} = (\d+))", each.enumerator));
    std::smatch match;
    if (std::regex_search(enumerators, match, old) && match[1] != fmt::to_string(number)) {
      throw problem(each.where,
                    "the originator {} has the number {} and would get {}; add new sources at the "
                    "end",
                    each.enumerator, match[1].str(), number);
    }
  }
}

}  // namespace generate
