// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "find.hpp"
#include "scan.hpp"
#include "search.hpp"
#include "text.hpp"

namespace lookup {

enum class format { table, csv, json };

std::optional<format> parse_format(std::string_view name);

// The rows in that format. For people a single row is shown with its description, and the words
// that the pattern matches are bold.
std::string print(const rows& found, format as, const layout& terminal, const pattern& searched);

// The same for many keys, one after the other: the heading of all answers, and the answer to one
// key, which repeats the key in CSV and JSON. JSON is one object per line.
std::string print_heading(format as, const layout& terminal);
std::string print_answer(std::string_view key, const rows& found, format as,
                         const layout& terminal);

// What a scan found.
std::string print(const tally& counts, format as, const layout& terminal);

}  // namespace lookup
