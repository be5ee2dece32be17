// SPDX-License-Identifier: BSL-1.0
//
// A unit that includes the header, in a program whose main unit imports the module.
#include <zentrunk/hangup.hpp>

static_assert(zentrunk::hangup::by_code(4090) != nullptr);
