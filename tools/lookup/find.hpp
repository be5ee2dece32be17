// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>
#include <zentrunk/advice.hpp>

#include "keys.hpp"

namespace lookup {

using row = zentrunk::hangup::advice;  // of a published code or of a later one
using rows = std::vector<const row*>;  // ascending by code

rows every_row();

// The rows that have the key. It matches whole, names in any case.
rows find(const key& wanted);

// Keys of one kind widen the result, keys of different kinds narrow it.
rows find(const std::vector<key>& keys);

rows in_both(const rows& a, const rows& b);

// Every key that finds something: codes, SIP status codes, causes, reason phrases, originators.
const std::set<std::string>& known_keys();

// The known keys that an unknown one is a slip away from, at most a third of its characters; the
// nearest first, at most three. Digits get codes with as many digits.
std::vector<std::string> nearest(std::string_view unknown);

}  // namespace lookup
