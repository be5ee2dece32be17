// SPDX-License-Identifier: BSL-1.0
//
// What differs between two versions of a header's generated part, for the person who regenerates.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validate.hpp"

namespace generate {

// One line for each row and each constant that appears, changes or vanishes. `row` names a row of
// this header: "entry", "advice".
std::vector<std::string> list_changes(std::string_view row, std::string_view before,
                                      std::string_view after);

// Throws problem if an originator that `header` has gets another number: units compiled with two
// releases would disagree.
void check_originators(std::string_view header, const dataset& data);

}  // namespace generate
