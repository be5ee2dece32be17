// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lookup {

// How text is laid out for people.
struct layout {
  std::size_t width = 80;
  bool bold = false;  // whether escape sequences may emphasise words
};

constexpr bool is_digit(char c) { return '0' <= c && c <= '9'; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr char to_lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_letter(char c) { return 'a' <= to_lower(c) && to_lower(c) <= 'z'; }
std::string to_lower(std::string_view text);
bool equal_in_any_case(std::string_view a, std::string_view b);
bool is_number(std::string_view text);  // digits alone

// Two NULs or a byte order mark among the first bytes of a text that has two bytes a character.
bool is_utf16(std::string_view start);
inline constexpr std::string_view utf16_message =
    "UTF-16 text; convert it first: iconv -f UTF-16 -t UTF-8";
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The text with U+FFFD in place of each byte that is not part of valid UTF-8.
std::string to_utf8(std::string_view text);

// Valid UTF-8 without control characters, so that foreign text cannot command a terminal.
std::string printable(std::string_view text);
std::string quoted(std::string_view text);  // printable, short and between single quotes

// How many columns the text takes; escape sequences take none.
std::size_t display_width(std::string_view text);
std::string cut(std::string_view text, std::size_t width);
std::string padded(std::string_view text, std::size_t width);

// The text in lines, all but the first one indented. The first one begins at the indent, too.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);
std::string bold(std::string_view text, const layout& as);
constexpr std::string_view text_or_dash(std::string_view text) { return text.empty() ? "-" : text; }

std::string csv_field(std::string_view text);    // RFC 4180: quotes where a field needs them
std::string json_string(std::string_view text);  // quotes included
std::string json_array(const std::vector<std::string>& values);  // one value per line

// A text for comparison: lower-case letters without accents, plain quotes and dashes, single
// spaces.
struct folded {
  explicit folded(std::string_view from);
  std::string text;
  std::vector<std::size_t> offsets;  // where in the original each byte of `text` comes from
};

}  // namespace lookup
