// SPDX-License-Identifier: BSL-1.0
#include <map>
#include <regex>
#include <sstream>

#include "generate.hpp"

namespace generate {
namespace {

// The rows, originators and constants that a header defines: the name of each, and the line that
// defines it.
std::map<std::string, std::string> definitions(std::string_view row, const std::string& header) {
  const std::regex row_line(R"(  \{(\d+), (?: *\d+, )?\w+::)");
  const std::regex alias_line(R"re(  \{(\d+), "([^"]*)"sv\})re");
  const std::regex originator_line(R"re(  \{"([^"]*)"sv, )re");
  const std::regex constant_line(R"(inline constexpr std::uint16_t (\w+) = )");
  // The positions in `table` change when rows before them come or go.
  const std::regex position(R"(table\[\d+\])");
  std::map<std::string, std::string> found;
  std::istringstream lines(header);
  for (std::string line; std::getline(lines, line);) {
    const auto add_if = [&](const std::regex& kind, const std::string& name) {
      std::smatch match;
      if (!std::regex_search(line, match, kind, std::regex_constants::match_continuous)) return;
      found.emplace(match.format(name), std::regex_replace(line, position, "table[]"));
    };
    add_if(row_line, fmt::format("{} $1", row));
    add_if(alias_line, "alias of $1 $2");
    add_if(originator_line, "originator $1");
    add_if(constant_line, "code::$1");
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
