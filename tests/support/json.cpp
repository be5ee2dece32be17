// SPDX-License-Identifier: BSL-1.0
#include "json.hpp"

#include <cstddef>

namespace {

class reader {
 public:
  explicit reader(std::string_view text) : text_(text) {}

  bool whole() {
    const bool good = value(0);
    blanks();
    return good && at_ == text_.size();
  }

 private:
  // NOLINTBEGIN(misc-no-recursion): JSON nests, here up to a depth of 100
  bool value(int depth) {
    blanks();
    switch (peek()) {
      case '{':
        return depth < 100 && members('{', '}', depth);
      case '[':
        return depth < 100 && members('[', ']', depth);
      case '"':
        return string();
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }

  bool members(char opening, char closing, int depth) {
    take(opening);
    blanks();
    if (take(closing)) return true;
    do {
      if (opening == '{') {
        blanks();
        if (!string()) return false;
        blanks();
        if (!take(':')) return false;
      }
      if (!value(depth + 1)) return false;
      blanks();
    } while (take(','));
    return take(closing);
  }

  // NOLINTEND(misc-no-recursion)

  bool string() {
    if (!take('"')) return false;
    while (!take('"')) {
      if (take('\\')) {
        if (take('u')) {
          for (int i = 0; i < 4; ++i) {
            if (!one_of("0123456789abcdefABCDEF")) return false;
          }
        } else if (!one_of("\"\\/bfnrt")) {
          return false;
        }
      } else if (!character()) {
        return false;
      }
    }
    return true;
  }

  // RFC 3629, its table of well-formed sequences.
  bool character() {
    const unsigned char first = byte();
    if (at_ == text_.size() || first < 0x20) return false;
    ++at_;
    if (first < 0x80) return true;
    if (first < 0xC2 || first > 0xF4) return false;
    if (first < 0xE0) return between(0x80, 0xBF);
    if (first < 0xF0) {
      return between(first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) &&
             between(0x80, 0xBF);
    }
    return between(first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) &&
           between(0x80, 0xBF) && between(0x80, 0xBF);
  }

  bool number() {
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (one_of("eE")) {
      one_of("+-");
      return digits();
    }
    return true;
  }

  bool digits() {
    const std::size_t begin = at_;
    while (one_of("0123456789")) {
    }
    return at_ > begin;
  }

  bool word(std::string_view wanted) {
    const bool there = text_.substr(at_, wanted.size()) == wanted;
    at_ += there ? wanted.size() : 0;
    return there;
  }

  void blanks() {
    while (one_of(" \t\n\r")) {
    }
  }
  bool take(char wanted) { return word(std::string_view(&wanted, 1)); }
  bool one_of(std::string_view any) {
    const bool there = at_ < text_.size() && any.find(text_[at_]) != any.npos;
    at_ += there ? 1 : 0;
    return there;
  }
  bool between(unsigned first, unsigned last) {
    const bool there = at_ < text_.size() && first <= byte() && byte() <= last;
    at_ += there ? 1 : 0;
    return there;
  }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  unsigned char byte() const { return static_cast<unsigned char>(peek()); }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_json(std::string_view text) { return reader(text).whole(); }

bool is_json_lines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == text.npos || !is_json(text.substr(0, end))) return false;
    text.remove_prefix(end + 1);
  }
  return true;
}
