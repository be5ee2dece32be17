// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <zentrunk/advice.hpp>

namespace lookup {

// How often a scan found each code. Its size is bounded, whatever is scanned.
struct tally {
  struct unknown_code {
    std::uint64_t count = 0;
    std::string cause;  // as the first record with a cause gives it
  };
  std::array<std::uint64_t, zentrunk::hangup::advice_table.size()> known{};  // as in that table
  std::map<std::string, unknown_code> unknown;
  std::uint64_t other_unknown = 0;  // beyond those of which there is an account
  std::uint64_t without_code = 0;   // records

  std::uint64_t codes() const;  // all but without_code
  void add(std::string_view code, std::string_view cause = "");
};

// Reads at most `size` bytes into `to`. 0: the end; broken_off: no more comes, and the last line
// may be a part of one. It may throw, which ends the scan.
using source = std::function<std::size_t(char* to, std::size_t size)>;
inline constexpr std::size_t broken_off = static_cast<std::size_t>(-1);

// Counts the hangup codes in a text: call records as CSV or TSV with a header, or anything else
// with `hangup_cause_code` or `X-ZT-Hangup-Code` and a value in it. Takes memory of constant size.
// Throws std::runtime_error at UTF-16.
void scan(const source& read, tally& counts);

}  // namespace lookup
