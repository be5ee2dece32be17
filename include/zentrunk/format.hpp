// SPDX-License-Identifier: BSL-1.0
//
// zentrunk/format.hpp: prints rows and originators with {fmt} 9 or newer, and with std::format
// where the standard library has it:
//
//   fmt::print("{:>30}|{}", row, row.originator);   // "    4090 destination_not_found|Zentrunk"
//
// An entry is printed as its code, a blank and its cause; an originator as by to_string(). Width,
// fill, alignment and precision are those of a string.

#ifndef ZENTRUNK_FORMAT_HPP
#define ZENTRUNK_FORMAT_HPP

#include "hangup.hpp"

#if __has_include(<fmt/format.h>)
#include <fmt/format.h>
#endif
#ifdef __cpp_lib_format
#include <format>
#include <string>
#elif !defined(FMT_VERSION)
#error "zentrunk/format.hpp needs {fmt} or a standard library with std::format (C++20)"
#endif

#ifdef FMT_VERSION
template <>
struct fmt::formatter<zentrunk::hangup::entry> : private fmt::formatter<fmt::string_view> {
  using formatter<fmt::string_view>::parse;
  template <class Context>
  auto format(const zentrunk::hangup::entry& row, Context& context) const {
    fmt::memory_buffer text;
    fmt::format_to(fmt::appender(text), "{} {}", row.code, row.cause);
    return formatter<fmt::string_view>::format({text.data(), text.size()}, context);
  }
};

#if FMT_VERSION < 100000  // later ones find format_as
template <>
struct fmt::formatter<zentrunk::hangup::originator> : private fmt::formatter<fmt::string_view> {
  using formatter<fmt::string_view>::parse;
  template <class Context>
  auto format(zentrunk::hangup::originator who, Context& context) const {
    return formatter<fmt::string_view>::format(to_string(who), context);
  }
};
#endif
#endif

#ifdef __cpp_lib_format
template <>
struct std::formatter<zentrunk::hangup::entry> : private std::formatter<std::string_view> {
  using formatter<std::string_view>::parse;
  template <class Context>
  auto format(const zentrunk::hangup::entry& row, Context& context) const {
    std::string text;
    std::format_to(std::back_inserter(text), "{} {}", row.code, row.cause);
    return formatter<std::string_view>::format(text, context);
  }
};

template <>
struct std::formatter<zentrunk::hangup::originator> : private std::formatter<std::string_view> {
  using formatter<std::string_view>::parse;
  template <class Context>
  auto format(zentrunk::hangup::originator who, Context& context) const {
    return formatter<std::string_view>::format(to_string(who), context);
  }
};
#endif

#endif  // ZENTRUNK_FORMAT_HPP
