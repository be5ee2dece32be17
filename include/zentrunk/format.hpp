// SPDX-License-Identifier: BSL-1.0
//
// zentrunk/format.hpp: prints entries, originators and the enumerations of advice.hpp with {fmt} 9
// or newer, and with std::format where the standard library has it:
//
//   fmt::print("{:>30}|{}", row, row.originator);  // "    4090 destination_not_found|Zentrunk"
//
// An entry is printed as its code, a space and its cause; the enumerations as by to_string().
// Width, fill, alignment and precision are those of a string.

#ifndef ZENTRUNK_FORMAT_HPP
#define ZENTRUNK_FORMAT_HPP

#include <string>

#include "hangup.hpp"

#if __has_include(<fmt/format.h>)
#include <fmt/format.h>
#endif
#if defined(FMT_VERSION) && FMT_VERSION >= 90000
#define ZENTRUNK_HAS_FMT
#endif
#ifdef __cpp_lib_format
#include <format>
#elif !defined(ZENTRUNK_HAS_FMT)
#error "zentrunk/format.hpp needs {fmt} 9 or newer, or a standard library with std::format (C++20)"
#endif

namespace zentrunk::hangup {
inline namespace v1 {

enum class fixer : std::uint8_t;  // advice.hpp defines these, included before or after this file
enum class retry : std::uint8_t;

inline namespace ZENTRUNK_RELEASE {
namespace detail {

// Base is the library's formatter of strings.
template <class Base>
struct entry_formatter : private Base {
  using Base::parse;
  template <class Context>
  auto format(const entry& row, Context& context) const {
    return Base::format(std::to_string(unsigned{row.code}).append(1, ' ').append(row.cause),
                        context);
  }
};

template <class Base>
struct enum_formatter : private Base {
  using Base::parse;
  template <class Enum, class Context>
  auto format(Enum value, Context& context) const {
    return Base::format(to_string(value), context);
  }
};

}  // namespace detail
}  // namespace ZENTRUNK_RELEASE
}  // namespace v1
}  // namespace zentrunk::hangup

#ifdef ZENTRUNK_HAS_FMT
template <>
struct fmt::formatter<zentrunk::hangup::entry>
    : zentrunk::hangup::detail::entry_formatter<fmt::formatter<std::string_view>> {};
#if FMT_VERSION < 100000  // later versions find format_as()
template <>
struct fmt::formatter<zentrunk::hangup::originator>
    : zentrunk::hangup::detail::enum_formatter<fmt::formatter<std::string_view>> {};
template <>
struct fmt::formatter<zentrunk::hangup::fixer>
    : zentrunk::hangup::detail::enum_formatter<fmt::formatter<std::string_view>> {};
template <>
struct fmt::formatter<zentrunk::hangup::retry>
    : zentrunk::hangup::detail::enum_formatter<fmt::formatter<std::string_view>> {};
#endif
#undef ZENTRUNK_HAS_FMT
#endif

#ifdef __cpp_lib_format
template <>
struct std::formatter<zentrunk::hangup::entry>
    : zentrunk::hangup::detail::entry_formatter<std::formatter<std::string_view>> {};
template <>
struct std::formatter<zentrunk::hangup::originator>
    : zentrunk::hangup::detail::enum_formatter<std::formatter<std::string_view>> {};
template <>
struct std::formatter<zentrunk::hangup::fixer>
    : zentrunk::hangup::detail::enum_formatter<std::formatter<std::string_view>> {};
template <>
struct std::formatter<zentrunk::hangup::retry>
    : zentrunk::hangup::detail::enum_formatter<std::formatter<std::string_view>> {};
#endif

#endif  // ZENTRUNK_FORMAT_HPP
