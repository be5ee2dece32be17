// SPDX-License-Identifier: BSL-1.0
//
// A unit that includes headers after it imports the module.
import zentrunk.hangup;
#include <ostream>
#include <ranges>
#include <zentrunk/advice.hpp>
#include <zentrunk/format.hpp>
#include <zentrunk/ostream.hpp>

#include "uses_both.hpp"
