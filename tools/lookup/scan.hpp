// SPDX-License-Identifier: BSL-1.0
//
// How --scan reads: the input, what a value means, and a reader for each form of text.
#pragma once

#include <memory>

#include "lookup.hpp"

namespace lookup {

// A source as a window that moves over it. What a reader sees does not depend on how the source
// cuts its text.
class input {
 public:
  static constexpr std::size_t window = std::size_t{1} << 18;

  explicit input(const source& read);

  std::string_view ahead();         // what comes next: `window` bytes, or all that is left
  std::string_view before() const;  // a few bytes before that
  bool is_last();                   // nothing follows what is ahead
  void drop(std::size_t size);      // continues after that many bytes
  std::uint64_t line() const { return line_; }  // the number of the line that is ahead
  char line_end() const { return line_end_; }   // '\r' if the first line ends in CR alone

 private:
  void fill();

  const source& read_;
  const std::unique_ptr<char[]> buffer_{new char[4 * window]};  // without zeros, which take time
  std::size_t begin_ = 0, end_ = 0;                             // of what is ahead
  std::uint64_t line_ = 1;
  char line_end_ = '\n';
  bool at_end_ = false;
};

// What a text means where a code is expected. `text` becomes the digits of a code.
enum class meaning { code, nothing, not_understood };
meaning understand(std::string_view& text);
bool is_missing(std::string_view text);  // a word such as null, or nothing

inline constexpr std::size_t longest_value = 64;  // of a code or a cause

// The readers. Each reads all that comes and adds to the tally, or returns false and reads nothing,
// as it knows another form of text.
bool read_csv(input& from, tally& to);
bool read_list(input& from, tally& to);  // a value on each line
bool read_text(input& from, tally& to);  // anything: logs, JSON, SIP messages, XML

}  // namespace lookup
