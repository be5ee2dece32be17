// SPDX-License-Identifier: BSL-1.0
//
// zentrunk/ostream.hpp: prints entries, originators and the enumerations of advice.hpp to streams:
//
//   std::cout << std::setw(30) << entry << '|' << entry.originator;  // like zentrunk/format.hpp

#ifndef ZENTRUNK_OSTREAM_HPP
#define ZENTRUNK_OSTREAM_HPP

#include <ostream>
#include <string>

#include "hangup.hpp"

namespace zentrunk::hangup {
inline namespace v1 {

enum class fixer : std::uint8_t;  // advice.hpp defines these, included before or after this file
enum class retry : std::uint8_t;

inline namespace ZENTRUNK_RELEASE {

/// The code, a space and the cause: "4090 destination_not_found". The stream's width, fill and
/// alignment apply to the whole, as for a string.
inline std::ostream& operator<<(std::ostream& out, const entry& row) {
  return out << std::to_string(unsigned{row.code}).append(1, ' ').append(row.cause);
}

/// An originator, fixer or retry as by to_string(). Nothing for other values.
template <class Enum,
          std::enable_if_t<std::is_same_v<Enum, originator> || std::is_same_v<Enum, fixer> ||
                               std::is_same_v<Enum, retry>,
                           int> = 0>
std::ostream& operator<<(std::ostream& out, Enum value) {
  return out << to_string(value);
}

}  // namespace ZENTRUNK_RELEASE
}  // namespace v1
}  // namespace zentrunk::hangup

#endif  // ZENTRUNK_OSTREAM_HPP
