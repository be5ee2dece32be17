// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>
#include <zentrunk/hangup.hpp>

namespace lookup {

using rows = std::vector<const zentrunk::hangup::entry*>;  // ascending by code

rows every_row();

// The rows in which the key is the code, the SIP code, the cause, the SIP phrase or the originator.
rows find(std::string_view key);

// The rows that stand in both.
rows in_both(const rows& a, const rows& b);

// The rows with the text anywhere in any of their columns, in any case.
rows search(std::string_view text);

// Every key that finds something: codes, SIP codes, causes, SIP phrases, originators.
const std::set<std::string>& known_keys();

// Some known keys that look most like an unknown one, the best first.
std::vector<std::string_view> nearest(std::string_view key);

}  // namespace lookup
