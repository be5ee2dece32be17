// SPDX-License-Identifier: BSL-1.0
//
// UTF-8, for both tools.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

struct character {
  std::uint32_t code_point;
  std::size_t size;  // in bytes; 0: not valid UTF-8
};

// The first character of a text that is not empty.
inline character first_character(std::string_view text) {
  constexpr std::uint32_t smallest[] = {0x80, 0x800, 0x10000};  // of 2, 3 and 4 bytes
  const std::uint32_t lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return {lead, 1};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead >> 6 == 2 || lead >> 3 == 0x1F || text.size() < size) return {};
  std::uint32_t code_point = lead & (0xFFU >> (size + 1));
  for (const char c : text.substr(1, size - 1)) {
    const std::uint32_t byte = static_cast<unsigned char>(c);
    if (byte >> 6 != 2) return {};
    code_point = code_point << 6 | (byte & 0x3F);
  }
  const bool is_surrogate = 0xD800 <= code_point && code_point <= 0xDFFF;
  if (code_point < smallest[size - 2] || code_point > 0x10FFFF || is_surrogate) return {};
  return {code_point, size};
}
