// SPDX-License-Identifier: BSL-1.0
//
// Step 4, emit: the generated part of the header as C++, put in place of the old one.
#pragma once

#include <string>

#include "index.hpp"
#include "validate.hpp"

namespace generate {

// The lines between the two markers.
std::string emit(const dataset& data, const indexes& all);

// The text of a header with its generated part replaced. Throws problem where a marker is missing
// or stands more than once; `name` is the header's, for that message.
std::string replace_generated_part(const std::string& name, const std::string& header,
                                   const std::string& part);

}  // namespace generate
