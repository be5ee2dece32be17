// SPDX-License-Identifier: BSL-1.0
//
// The C++20 module zentrunk.hangup: everything in <zentrunk/hangup.hpp> but the macros.
module;

// What the header includes must come in here, outside the module.
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <type_traits>
#include <version>

export module zentrunk.hangup;

// In extern "C++" the entities are the same as those of units that include the header instead.
export extern "C++" {
#include "hangup.hpp"
}
