// SPDX-License-Identifier: BSL-1.0
//
// Catch2, version 2 or 3.
#pragma once

#include <string>

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
inline auto contains(const std::string& part) { return Catch::Matchers::ContainsSubstring(part); }
#else
#include <catch2/catch.hpp>
inline auto contains(const std::string& part) { return Catch::Matchers::Contains(part); }
#endif

inline auto starts_with(const std::string& part) { return Catch::Matchers::StartsWith(part); }
inline auto ends_with(const std::string& part) { return Catch::Matchers::EndsWith(part); }
