// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <zentrunk/hangup.hpp>

#include "find.hpp"

namespace lookup {

enum class format { table, csv, json };

std::optional<format> parse_format(std::string_view name);

// The columns of data/hangup_codes.csv and a row's text in each.
inline constexpr std::array<std::string_view, 6> columns{"code",         "cause",    "description",
                                                         "sip_response", "sip_code", "originator"};
std::array<std::string, columns.size()> as_text(const zentrunk::hangup::entry& row);

// The rows in that format. In the table format a single row is shown with its description; colour
// sets the most important words in bold.
std::string print(const rows& found, format as, bool colour);

// The same for many keys, one after the other: what stands above all answers, and the answer to one
// key, which tells the key, too, but for rows in the table format. JSON is one object a line.
std::string print_heading(format as, bool colour);
std::string print_answer(std::string_view key, const rows& found, format as);

}  // namespace lookup
