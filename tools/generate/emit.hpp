// SPDX-License-Identifier: BSL-1.0
//
// Step 4, emit: the generated parts of the headers as C++, in place of the old ones.
#pragma once

#include <string>

#include "index.hpp"
#include "validate.hpp"

namespace generate {

// The generated parts of hangup.hpp, advice.hpp and hangup.cppm, without the markers.
std::string emit_hangup(const dataset& data, const hashes& found);
std::string emit_advice(const dataset& data, const hashes& found);
std::string emit_module(const dataset& data);

// The text of a header with its generated part replaced. Throws problem if a marker is missing or
// occurs twice; `name` is the header's, for that message.
std::string replace_generated_part(const std::string& name, const std::string& header,
                                   const std::string& part);

}  // namespace generate
