// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lookup {

// One thing that a row is found by.
struct key {
  enum kind { code, sip_code, name, originator } what;
  std::string text;
};

struct parsed {
  std::vector<key> keys;
  std::vector<std::string> unknown;  // the rest: runs of words that are not keys
};

// The keys in a text that somebody pasted: `4090`, `"4090",`, `486 User Busy`,
// `SIP/2.0 404 Destination Not Found`, `X-ZT-Hangup-Code: 4090`. Blanks, quotes, brackets and
// punctuation separate keys.
parsed parse_keys(std::string_view text);

// Whether the text has nothing but separators.
bool is_empty(std::string_view text);

}  // namespace lookup
