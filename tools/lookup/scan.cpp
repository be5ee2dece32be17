// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "lookup.hpp"

namespace lookup {
namespace {

// Formats that need another program first, by their first bytes.
void reject_other_formats(std::string_view start) {
  if (is_utf16(start)) throw std::runtime_error(std::string(utf16_message));
  for (const auto& [bytes, name, remedy] :
       {std::array<std::string_view, 3>{"\x1F\x8B", "gzip data", "zcat FILE | hangup --scan"},
        {"PK\x03\x04", "a zip archive or xlsx workbook", "unzip it, or save the sheet as CSV"},
        {"\x28\xB5\x2F\xFD", "zstd data", "zstdcat FILE | hangup --scan"},
        {"\xFD\x37zXZ", "xz data", "xzcat FILE | hangup --scan"},
        {"BZh", "bzip2 data", "bzcat FILE | hangup --scan"},
        {"PAR1", "Parquet", "duckdb -csv -c \"FROM 'FILE'\" | hangup --scan"}}) {
    const bool is_text = bytes == "BZh" && !is_digit(char_at(start, 3));
    if (start.substr(0, bytes.size()) == bytes && !is_text) {
      throw std::runtime_error(fmt::format("{}; convert it first: {}", name, remedy));
    }
  }
}

}  // namespace

// ---- The input ----

input::input(const source& read) : read_(read) {
  const std::string_view start = ahead();
  const std::size_t end = std::min(start.find_first_of("\r\n"), start.size());
  if (char_at(start, end) == '\r' && char_at(start, end + 1) != '\n') line_end_ = '\r';
}

void input::fill() {
  constexpr std::size_t kept = 64;  // before what is ahead
  while (!at_end_ && end_ - begin_ <= window) {
    if (begin_ > 2 * window) {
      const std::size_t moved = begin_ - kept;
      std::memmove(buffer_.get(), buffer_.get() + moved, end_ - moved);
      begin_ = kept;
      end_ -= moved;
    }
    const std::size_t size = read_(buffer_.get() + end_, 4 * window - end_);
    at_end_ = size == 0 || size == broken_off;
    if (!at_end_) end_ += size;
    while (size == broken_off && end_ > begin_ && buffer_[end_ - 1] != line_end_)
      --end_;  // whole lines
  }
}

std::string_view input::ahead() {
  fill();
  return {buffer_.get() + begin_, std::min(end_ - begin_, window)};
}

std::string_view input::before() const {
  const std::size_t size = std::min<std::size_t>(begin_, 64);
  return {buffer_.get() + begin_ - size, size};
}

bool input::is_last() {
  fill();
  return end_ - begin_ <= window;
}

void input::drop(std::size_t size) {
  for (const std::size_t end = begin_ + size; begin_ < end;) {
    const std::size_t block = std::min<std::size_t>(end - begin_, 128);
    std::uint8_t lines = 0;  // so narrow that compilers count 16 bytes at once: half the time
    for (std::size_t i = 0; i < block; ++i) {
      lines = static_cast<std::uint8_t>(lines + (buffer_[begin_ + i] == line_end_ ? 1 : 0));
    }
    line_ += lines;
    begin_ += block;
  }
}

// ---- Values ----

bool is_missing(std::string_view text) {
  text = trimmed(text);
  return text.empty() || (text.size() < 10 &&
                          is_among(" null none nil undefined nan na n/a #n/a <na> <null> ~ - \\n "
                                   "=\"\" ",
                                   to_lower(text)));
}

meaning understand(std::string_view& text) {
  std::string_view value = trimmed(text);
  const auto strip = [&](std::string_view before, std::string_view after) {
    const std::size_t around = before.size() + after.size();
    if (value.size() > around && value.substr(0, before.size()) == before &&
        value.substr(value.size() - after.size()) == after) {
      value = trimmed(value.substr(before.size(), value.size() - around));
    }
  };
  if (!is_number(value)) {
    strip("=\"", "\"");  // as spreadsheets write a text
    strip("\"", "\"");
    strip("'", "'");
    strip("'", "");
    strip("", ".0");  // as data frames write a column with gaps
  }
  if (is_number(value) && value.size() <= longest_value) {
    text = value;
    return meaning::code;
  }
  return is_missing(value) ? meaning::nothing : meaning::not_understood;
}

// ---- The readers ----

bool read_list(input& from, tally& to) {
  std::string_view text = from.ahead();
  const std::size_t begin = std::min(text.find_first_not_of("\r\n"), text.size());
  std::string_view first = text.substr(begin, text.find_first_of("\r\n", begin) - begin);
  if (understand(first) != meaning::code) return false;
  for (bool begins_line = true; !(text = from.ahead()).empty();) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    if (begins_line && end > 0) to.add(text.substr(0, end), "", from.line());
    begins_line = end < text.size();
    from.drop(std::min(end + 1, text.size()));
  }
  return true;
}

void scan(const source& read, tally& counts) {
  input from(read);
  reject_other_formats(from.ahead());
  const bool has_mark = from.ahead().substr(0, byte_order_mark.size()) == byte_order_mark;
  from.drop(has_mark ? byte_order_mark.size() : 0);
  read_csv(from, counts) || read_list(from, counts) || read_text(from, counts);
}

}  // namespace lookup
