// SPDX-License-Identifier: BSL-1.0
//
// A unit that imports the module and includes only the standard's headers.
#include <ranges>

import zentrunk.hangup;

static_assert(std::ranges::view<zentrunk::hangup::entries>);
static_assert(std::ranges::borrowed_range<zentrunk::hangup::entries>);
