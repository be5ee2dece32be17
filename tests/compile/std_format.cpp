// SPDX-License-Identifier: BSL-1.0
//
// zentrunk/format.hpp in a program with std::format that is not linked to {fmt}: prints every entry
// and originator.
#include <string>
#include <zentrunk/format.hpp>

int main() {
  using zentrunk::hangup::table;
  int failed = table.empty() ? 1 : 0;
  for (const auto& row : table) {
    const std::string text = std::to_string(row.code) + ' ' + std::string(row.cause);
    const std::string_view who = to_string(row.originator);
    failed += std::format("{}", row) == text && std::format("{}", row.originator) == who &&
                      std::format("{:*^50.9}", row) == std::format("{:*^50.9}", text) &&
                      std::format("{:>{}}", row, 60) == std::format("{:>{}}", text, 60) &&
                      std::format("{:_<20}", row.originator) == std::format("{:_<20}", who)
                  ? 0
                  : 1;
  }
  return failed;
}
