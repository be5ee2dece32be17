// SPDX-License-Identifier: BSL-1.0
//
// zentrunk/ostream.hpp: prints rows and originators to streams:
//
//   std::cout << std::setw(30) << row << '|' << row.originator;  // like zentrunk/format.hpp

#ifndef ZENTRUNK_OSTREAM_HPP
#define ZENTRUNK_OSTREAM_HPP

#include <ostream>
#include <string>

#include "hangup.hpp"

namespace zentrunk::hangup {
inline namespace v1 {

/// The row's code, a blank and its cause: "4090 destination_not_found". The stream's width, fill
/// and alignment hold for the whole, as for a string.
inline std::ostream& operator<<(std::ostream& out, const entry& row) {
  return out << std::to_string(row.code).append(1, ' ').append(row.cause);
}

/// The originator's name, as by to_string(). Nothing for a value outside the named ones.
inline std::ostream& operator<<(std::ostream& out, originator who) { return out << to_string(who); }

}  // namespace v1
}  // namespace zentrunk::hangup

#endif  // ZENTRUNK_OSTREAM_HPP
