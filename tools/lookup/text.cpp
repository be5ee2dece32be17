// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "../utf8.hpp"
#include "lookup.hpp"

namespace lookup {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// The size of the escape sequences of colors that the text begins with.
std::size_t color_size(std::string_view text) {
  std::size_t size = 0;
  while (text.substr(size, 2) == "\x1B[") {
    const std::size_t end = text.find_first_not_of("0123456789;", size + 2);
    if (!is_letter(char_at(text, end))) break;
    size = end + 1;
  }
  return size;
}

// Line and paragraph separators, and marks that turn the direction of what follows.
bool turns_text(std::uint32_t code_point) {
  return code_point == 0x61C || (0x200E <= code_point && code_point <= 0x200F) ||
         (0x2028 <= code_point && code_point <= 0x202E) ||
         (0x2066 <= code_point && code_point <= 0x2069) || code_point == 0xFEFF;
}

// Calls `use(character, its bytes)` for each; bytes that are not UTF-8 come as U+FFFD.
template <typename Use>
void for_each_character(std::string_view text, Use use) {
  while (!text.empty()) {
    const character next = first_character(text);
    const std::size_t size = std::max<std::size_t>(next.size, 1);
    use(next.size == 0 ? 0xFFFDU : next.code_point,
        next.size == 0 ? replacement : text.substr(0, size), size);
    text.remove_prefix(size);
  }
}

// What a plain keyboard has for a quote or a dash, as the data and people's texts have them.
std::string plain(std::uint32_t code_point, std::string_view bytes) {
  if (code_point < 0x80) return std::string(1, to_lower(static_cast<char>(code_point)));
  if (code_point == 0xA0) return " ";
  if (0x2010 <= code_point && code_point <= 0x2015) return "-";
  if (0x2018 <= code_point && code_point <= 0x201B) return "'";
  if (0x201C <= code_point && code_point <= 0x201F) return "\"";
  return std::string(bytes);
}

}  // namespace

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower(c);
  return lower;
}

bool equal_in_any_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  return a == b || std::equal(a.begin(), a.end(), b.begin(),
                              [](char x, char y) { return to_lower(x) == to_lower(y); });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && blanks[text.front()]) text.remove_prefix(1);
  while (!text.empty() && blanks[text.back()]) text.remove_suffix(1);
  return text;
}

bool is_among(std::string_view words, std::string_view word) {
  return !word.empty() && word.find(' ') == word.npos &&
         words.find(fmt::format(" {} ", word)) != words.npos;
}

std::string squashed(std::string_view name) {
  std::string plain;
  for (const char c : trimmed(name)) {
    if (!is_blank(c) && c != '_' && c != '-') plain += to_lower(c);
  }
  return plain;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_utf16(std::string_view start) {
  using namespace std::string_view_literals;
  if (start.substr(0, 2) == "\xFF\xFE"sv || start.substr(0, 2) == "\xFE\xFF"sv) return true;
  if (start.size() < 4) return false;
  const auto is_nul = [&](std::size_t i) { return start[i] == '\0'; };
  return is_nul(0) == is_nul(2) && is_nul(1) == is_nul(3) && is_nul(0) != is_nul(1);
}

void characters::next() {
  rest.remove_prefix(size);
  read();
}

bool characters::skip_one(char wanted) {
  const bool is_it = c == wanted && size > 0;
  if (is_it) next();
  return is_it;
}

bool characters::skip(const char_set& set) {
  const std::size_t before = rest.size();
  while (set[c]) next();
  return rest.size() < before;
}

void characters::read() {
  c = char_at(rest, 0);
  size = rest.empty() ? 0 : 1;
  if (!escapes[c]) return;
  rest.remove_prefix(color_size(rest));
  c = char_at(rest, 0);
  const bool is_backslash = c == '\\';
  const std::size_t run = is_backslash ? std::min(rest.find_first_not_of('\\'), rest.size()) : 1;
  const std::string_view escape = rest.substr(run - 1);
  const auto is = [&](char found, std::size_t found_size) {
    c = found == '\r' ? '\n' : found;
    size = run - 1 + found_size;
  };
  is(c, 1);
  for (const auto& [start, base] :
       {std::pair{"\\u00", 16}, {"\\x", 16}, {"%", 16}, {"\\0", 8}, {"#0", 8}}) {
    const std::size_t begin = std::strlen(start);
    unsigned value = 0;
    if (escape.substr(0, begin) != start || escape.size() < begin + 2) continue;
    const char* const end = escape.data() + begin + 2;
    const auto [rest_of_it, error] = std::from_chars(end - 2, end, value, base);
    if (error == std::errc() && rest_of_it == end && value < 0x80)
      return is(static_cast<char>(value), begin + 2);
  }
  for (const std::string_view each :  // a character, and how it is escaped
       {"\n\\n", "\n\\r", "\t\\t", "\"\\\"", "'\\'", "`\\`", "\n^M", "\n^J", "\t^I", "\"&quot;",
        "'&apos;", "\"&#34;", "'&#39;", "<&lt;", ">&gt;"}) {
    const std::string_view form = each.substr(1);
    if (escape.substr(0, form.size()) == form) return is(each[0], form.size());
  }
  if (is_backslash && (escape.size() == 1 || line_ends[escape[1]])) c = ' ';  // the line continues
}

std::string to_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for_each_character(text,
                     [&](std::uint32_t, std::string_view bytes, std::size_t) { valid += bytes; });
  return valid;
}

std::string printable(std::string_view text) {
  std::string visible;
  for_each_character(text, [&](std::uint32_t code_point, std::string_view bytes, std::size_t) {
    if (code_point < 0x20 || (0x7F <= code_point && code_point < 0xA0)) {
      visible += fmt::format("\\x{:02x}", code_point);
    } else if (turns_text(code_point)) {
      visible += fmt::format("\\u{:04x}", code_point);
    } else {
      visible += bytes;
    }
  });
  return visible;
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t enough = 60;
  return fmt::format("'{}'", cut(printable(text.substr(0, 4 * enough)), enough));
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const std::size_t color = color_size(text);
    if (color == 0) ++width;
    text.remove_prefix(color > 0 ? color : std::max<std::size_t>(first_character(text).size, 1));
  }
  return width;
}

std::string cut(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::string start;
  for_each_character(text, [&, left = width](auto, std::string_view bytes, auto) mutable {
    if (left > 1) {
      start += bytes;
      --left;
    }
  });
  return width == 0 ? "" : start + "\xE2\x80\xA6";  // an ellipsis
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  std::string lines;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const std::size_t length = display_width(word);
    if (column > indent && column + 1 + length > width) {
      lines += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += length;
  }
  return lines;
}

std::string bold(std::string_view text, const layout& terminal) {
  return terminal.bold ? fmt::format("\x1B[1m{}\x1B[0m", text) : std::string(text);
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == text.npos) return std::string(text);
  std::string field = "\"";
  for (const char c : text) field += c == '"' ? std::string("\"\"") : std::string(1, c);
  return field + '"';
}

std::string json_string(std::string_view text) {
  std::string string = "\"";
  for (const char c : to_utf8(text)) {
    if (c == '"' || c == '\\') {
      string += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20) {
      string += fmt::format("\\u{:04x}", c);
    } else {
      string += c;
    }
  }
  return string + '"';
}

std::string json_array(const std::vector<std::string>& values) {
  return values.empty() ? "[]" : fmt::format("[\n  {}\n]", fmt::join(values, ",\n  "));
}

folded::folded(std::string_view from) {
  std::size_t offset = 0;
  for_each_character(from, [&](std::uint32_t code_point, std::string_view bytes, std::size_t size) {
    for (const char c : plain(code_point, bytes)) {
      const char blank_or_c = c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
      if (blank_or_c == ' ' && (text.empty() || text.back() == ' ')) continue;
      text += blank_or_c;
      offsets.push_back(offset);
    }
    offset += size;
  });
  offsets.push_back(from.size());
}

}  // namespace lookup
