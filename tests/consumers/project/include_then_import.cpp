// SPDX-License-Identifier: BSL-1.0
//
// A unit that includes headers before it imports the module.
#include <ostream>
#include <ranges>
#include <zentrunk/advice.hpp>
#include <zentrunk/format.hpp>
#include <zentrunk/ostream.hpp>
import zentrunk.hangup;

#include "uses_both.hpp"
