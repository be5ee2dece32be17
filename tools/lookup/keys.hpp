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
  std::vector<std::string> unknown;  // what is none, in words that stand together
};

// The keys in a text that somebody pasted: `4090`, `"4090",`, `486 User Busy`,
// `SIP/2.0 404 Destination Not Found`, `X-ZT-Hangup-Code: 4090`. Whatever a key cannot contain
// parts one from the next: blanks, quotes, brackets, punctuation.
parsed parse_keys(std::string_view text);

// Whether the text has nothing but what parts keys.
bool is_empty(std::string_view text);

}  // namespace lookup
