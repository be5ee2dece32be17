// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

// Whether the text is JSON (RFC 8259) in valid UTF-8: one value, or one in each line.
bool is_json(std::string_view text);
bool is_json_lines(std::string_view text);
