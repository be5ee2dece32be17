// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>
#include <stdexcept>

#include "lookup.hpp"

namespace lookup {
namespace {

namespace hangup = zentrunk::hangup;

constexpr std::string_view code_name = "hangup_cause_code";
constexpr std::string_view cause_name = "hangup_cause_name";
constexpr std::string_view field_name = "X-ZT-Hangup-Code";

constexpr std::size_t context = 4096;  // what a code may need of the text before and after it

bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '+'; }

bool starts_with(std::string_view text, std::string_view start) {
  return equal_in_any_case(text.substr(0, start.size()), start);
}

std::string_view trimmed(std::string_view text, std::string_view around) {
  const std::size_t begin = text.find_first_not_of(around);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(around) + 1 - begin);
}

// Spreadsheets and data frames make 4090.0 of a code in a column with gaps.
std::string_view without_fraction(std::string_view number) {
  if (number.size() > 2 && number.substr(number.size() - 2) == ".0" &&
      is_number(number.substr(0, number.size() - 2))) {
    number.remove_suffix(2);
  }
  return number;
}

bool means_nothing(std::string_view value) {
  for (const char* word : {"", "null", "none", "nil", "undefined", "nan", "\\N"}) {
    if (equal_in_any_case(value, word)) return true;
  }
  return false;
}

// ---- The two names in a text ----

// Where one of them begins, at `from` or after and before `limit`; text.size(): nowhere. Horspool's
// search for both at once, which looks at every fifth byte or so.
class names {
 public:
  names() {
    skip_.fill(length);
    for (const std::string_view end : {code_name.substr(code_name.size() - length), field_name}) {
      for (std::size_t i = 0; i + 1 < length; ++i) {
        for (const char c : {end[i], to_lower(end[i]), to_upper(end[i])}) {
          std::size_t& skip = skip_[static_cast<unsigned char>(c)];
          skip = std::min(skip, length - 1 - i);
        }
      }
    }
  }

  std::size_t find(std::string_view text, std::size_t from, std::size_t limit) const {
    std::size_t last = from + length - 1;                         // of the bytes that are compared
    while (last < text.size() && last - (length - 1) <= limit) {  // an h before may be in range
      const char c = text[last];
      if (to_lower(c) == 'e' && to_lower(text[last - 1]) == 'd') {
        const std::size_t begin = last - (length - 1);
        const std::string_view window = text.substr(begin, length);
        if (equal_in_any_case(window, field_name)) return begin;
        if (begin > from && equal_in_any_case(window, code_name.substr(1)) &&
            to_lower(text[begin - 1]) == code_name.front()) {
          return begin - 1;
        }
      }
      last += skip_[static_cast<unsigned char>(c)];
    }
    return text.size();
  }

 private:
  static constexpr std::size_t length = field_name.size();
  static_assert(code_name.size() == length + 1);
  static char to_upper(char c) {
    return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  std::array<std::size_t, 256> skip_{};
};

// Whether the text ends in a line end, or a tab, as logs write it within a line.
bool ends_in_escape(std::string_view text) {
  for (const std::string_view each :
       {"\\n",     "\\r",     "\\t",     "^M",    "^J",    "#012",  "#015",
        "#011",    "\\012",   "\\015",   "\\011", "\\x0a", "\\x0d", "\\x09",
        "\\u000a", "\\u000d", "\\u0009", "%0a",   "%0d",   "%09"}) {
    if (text.size() >= each.size() && starts_with(text.substr(text.size() - each.size()), each)) {
      return true;
    }
  }
  return false;
}

// A name at that place is not the end of a longer one. Switches prefix the name of a SIP header
// field: variable_sip_h_X-ZT-Hangup-Code.
bool begins_name(std::string_view text, std::size_t at, bool is_field) {
  if (at == 0) return true;
  const char before = text[at - 1];
  return !is_word(before) || (is_field && before == '_') || ends_in_escape(text.substr(0, at));
}

struct value {
  enum { none, missing, found } what = none;
  std::string_view text;
};

// The value after a name that ends at `at`: in JSON, a header field, key=value, XML or the log of a
// switch.
value value_after(std::string_view text, std::size_t at, bool is_field) {
  const auto peek = [&](std::size_t i) { return i < text.size() ? text[i] : '\n'; };
  const auto skip = [&](std::string_view any) {
    while (at < text.size() && any.find(text[at]) != any.npos) ++at;
  };
  skip("\\\"'`)] \t");
  const char separator = peek(at);
  if (separator == '>') {
    const std::size_t end = std::min(text.find('<', ++at), text.size());
    const std::string_view inner = text.substr(at, std::min<std::size_t>(end - at, 64));
    if (inner.empty() || !is_digit(inner.front())) return {};
  } else if (separator == ':' || separator == '=') {
    ++at;
    if (separator == '=' && peek(at) == '>') ++at;
  } else {
    return {};
  }
  skip(" \t");
  // A SIP header field may go on in the next line, which then begins with a blank.
  while (is_field && (peek(at) == '\n' || peek(at) == '\r') && at < text.size()) {
    const std::size_t next = at + (peek(at) == '\r' && peek(at + 1) == '\n' ? 2 : 1);
    if (!is_blank(peek(next))) break;
    at = next;
    skip(" \t");
  }
  skip("\\[({<");
  bool quoted = false;
  if (const char quote = peek(at); quote == '"' || quote == '\'' || quote == '`') {
    quoted = true;
    ++at;
    skip(" \t\\");
    if (peek(at) == quote) return {value::missing, {}};
  }
  std::size_t end = at;
  while (end < text.size() && is_word(text[end])) ++end;
  if (end > at && is_digit(text[at]) && peek(end) == '.' && is_digit(peek(end + 1))) {  // 4090.0
    for (++end; is_digit(peek(end));) ++end;
  }
  const std::string_view word = without_fraction(text.substr(at, end - at));
  if (word.empty()) {
    constexpr std::string_view closing = ",;}])&|\r\n";
    const bool closed = at == text.size() || closing.find(peek(at)) != closing.npos;
    return {closed ? value::missing : value::none, {}};
  }
  if (means_nothing(word)) return {value::missing, {}};
  if (!quoted && peek(end) == '=') return {value::missing, {}};  // code= next_key=
  const bool is_signed = (word[0] == '-' || word[0] == '+') && word.size() > 1;
  if (is_digit(word[is_signed ? 1 : 0])) return {value::found, word};
  return {};
}

// The cause in the same record as the code at `at`. An object in braces is a record, otherwise a
// line.
std::string_view cause_near(std::string_view text, std::size_t at) {
  const std::size_t cut_off = at - std::min(at, context);
  text = text.substr(cut_off, 2 * context);
  at -= cut_off;
  std::size_t begin = at, end = at;
  if (at > 0 && (text[at - 1] == '"' || text[at - 1] == '\'')) {
    for (int depth = 0; begin > 0; --begin) {
      if (text[begin - 1] == '}') ++depth;
      if (text[begin - 1] == '{' && depth-- == 0) break;
    }
    for (int depth = 0; end < text.size(); ++end) {
      if (text[end] == '{') ++depth;
      if (text[end] == '}' && depth-- == 0) break;
    }
  } else {
    begin = text.substr(0, at).rfind('\n') + 1;
    end = std::min(text.find('\n', at), text.size());
  }
  const std::string_view record = text.substr(begin, end - begin);
  const std::size_t name = record.find(cause_name);
  if (name == record.npos) return {};
  std::size_t first = record.find_first_not_of("\\\"' \t", name + cause_name.size());
  if (first == record.npos || (record[first] != ':' && record[first] != '=')) return {};
  first = record.find_first_not_of(" \t\\", first + 1);
  if (first == record.npos) return {};
  const bool quoted = record[first] == '"' || record[first] == '\'';
  if (quoted) ++first;
  const std::size_t last =
      std::min(record.find_first_of(quoted ? "\\\"'\n" : " \t,;&}])\"'\r\n", first), record.size());
  const std::string_view cause = record.substr(first, last - first);
  return means_nothing(cause) ? std::string_view() : cause;
}

// ---- SIP messages as they were sent ----

bool is_start_line(std::string_view line) {
  constexpr std::string_view version = "SIP/2.0";
  if (starts_with(line, version)) {
    const std::string_view status = line.substr(version.size());
    return status.size() >= 4 && status[0] == ' ' && is_number(status.substr(1, 3)) &&
           (status.size() == 4 || status[4] == ' ');
  }
  const std::size_t method = line.find(' ');
  const std::size_t uri = method == line.npos ? line.npos : line.find(' ', method + 1);
  return method > 0 && uri != line.npos && uri > method + 1 &&
         equal_in_any_case(line.substr(uri + 1), version) &&
         std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(method), is_word);
}

// Follows messages line by line, and knows which lines are header fields.
class messages {
 public:
  explicit messages(tally& counts) : counts_(counts) {}

  // Whether the line, without its end, is part of a message's head. `size` counts the end, too.
  bool takes(std::string_view line, std::size_t size) {
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (place_ == in_body) {
      if (body_ != unlimited) {
        body_ -= std::min(body_, size);
        if (body_ == 0) place_ = outside;
        return false;
      }
      if (!is_start_line(line)) return false;
      place_ = outside;
    }
    if (is_start_line(line)) {
      end_field();
      place_ = in_head;
      has_field_ = has_length_ = false;
      body_ = 0;
      return true;
    }
    return place_ == in_head && takes_header(line);
  }

  void end() {
    end_field();
    place_ = outside;
  }
  bool body() const { return place_ == in_body; }

 private:
  bool takes_header(std::string_view line) {
    if (line.empty()) {
      end();
      if (body_ != 0) place_ = in_body;
      return true;
    }
    if (is_blank(line.front())) {
      const std::string_view more = trimmed(line, " \t");
      if (collects_ && field_.size() < longest) {
        if (!field_.empty() && !more.empty()) field_ += ' ';
        field_ += more.substr(0, longest);
      }
      return true;
    }
    end_field();
    const std::size_t colon = line.find(':');
    const std::string_view name = trimmed(line.substr(0, colon), " \t");
    if (colon == line.npos || name.find(' ') != name.npos) {
      place_ = outside;
      return false;
    }
    const std::string_view value = trimmed(line.substr(colon + 1), " \t");
    if (equal_in_any_case(name, field_name) && !has_field_) {
      has_field_ = collects_ = true;
      field_ = value.substr(0, longest);
    } else if (equal_in_any_case(name, "Content-Length") || equal_in_any_case(name, "l")) {
      body_ = 0;
      for (const char c : value.substr(0, 9)) {
        if (is_digit(c)) body_ = 10 * body_ + static_cast<std::size_t>(c - '0');
      }
      has_length_ = true;
    } else if ((equal_in_any_case(name, "Content-Type") || equal_in_any_case(name, "c")) &&
               !has_length_) {
      body_ = unlimited;  // up to the next message
    }
    return true;
  }

  void end_field() {
    if (!collects_) return;
    collects_ = false;
    if (field_.empty()) {
      ++counts_.without_code;
    } else {
      counts_.add(field_);
    }
  }

  static constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t longest = 64;  // of a value
  tally& counts_;
  enum { outside, in_head, in_body } place_ = outside;
  bool has_field_ = false, has_length_ = false;  // the first field decides
  bool collects_ = false;                        // its value may go on in the next line
  std::string field_;
  std::size_t body_ = 0;  // bytes that are left
};

// ---- The reader ----

class scanner {
 public:
  scanner(const source& read, tally& counts) : read_(read), counts_(counts), messages_(counts) {}

  void run() {
    while (end_ < 4 && more()) {
    }
    if (is_utf16(ahead())) throw std::runtime_error(std::string(utf16_message));
    if (ahead().substr(0, byte_order_mark.size()) == byte_order_mark) {
      begin_ += byte_order_mark.size();
    }
    if (const auto header = csv_header()) {
      csv_rows(*header);
    } else {
      lines();
    }
  }

 private:
  static constexpr std::size_t capacity = std::size_t{256} * 1024;

  std::string_view ahead() const { return {buffer_.get() + begin_, end_ - begin_}; }

  // Reads on, and keeps what is ahead and a context before it. False: that is all, or there is no
  // room.
  bool more() {
    if (at_end_) return false;
    if (capacity - end_ < capacity / 4) {
      const std::size_t kept = begin_ - std::min(begin_, context);
      std::memmove(buffer_.get(), buffer_.get() + kept, end_ - kept);
      begin_ -= kept;
      end_ -= kept;
    }
    if (end_ == capacity) return false;
    const std::size_t size = read_(buffer_.get() + end_, capacity - end_);
    is_broken_off_ = size == broken_off;
    at_end_ = size == 0 || is_broken_off_;
    if (is_broken_off_) end_ = begin_ + ahead().rfind('\n') + 1;  // whole lines
    if (!at_end_) end_ += size;
    return !at_end_;
  }

  // ---- CSV and TSV ----

  static constexpr std::size_t no_column = std::numeric_limits<std::size_t>::max();
  struct csv_columns {
    char delimiter;
    std::size_t code, cause;  // the columns
  };

  // If the first line with text names the column, what it says; the line is then read.
  std::optional<csv_columns> csv_header() {
    std::size_t line_end = 0;
    for (;;) {
      while (begin_ < end_ && (buffer_[begin_] == '\n' || buffer_[begin_] == '\r')) ++begin_;
      line_end = ahead().find('\n');
      const bool is_whole = line_end != ahead().npos;
      if (is_whole && starts_with(ahead(), "sep=")) {  // for spreadsheets
        begin_ += line_end;
        continue;
      }
      if (is_whole || !more()) break;
    }
    if (line_end == ahead().npos && !at_end_) return std::nullopt;  // too long for a header
    const std::string_view line = trimmed(ahead().substr(0, line_end), "\r\n");
    for (const char delimiter : {',', ';', '\t'}) {
      csv_columns found{delimiter, no_column, no_column};
      std::size_t column = 0;
      for (std::size_t at = 0; at <= line.size(); ++column) {
        const std::size_t next = std::min(line.find(delimiter, at), line.size());
        const std::string_view name = trimmed(line.substr(at, next - at), " \"");
        if (equal_in_any_case(name, code_name)) found.code = column;
        if (equal_in_any_case(name, cause_name)) found.cause = column;
        at = next + 1;
      }
      if (found.code == no_column) continue;
      begin_ += std::min(line_end, ahead().size());
      return found;
    }
    return std::nullopt;
  }

  void csv_rows(const csv_columns& columns) {
    constexpr std::size_t longest = 64;  // of a field that counts
    std::array<bool, 256> special{};
    for (const char c : {columns.delimiter, '"', '\n'})
      special[static_cast<unsigned char>(c)] = true;
    std::string code, cause;
    std::size_t column = 0;
    std::string* field = nullptr;
    const auto begin_field = [&] {
      field = column == columns.code ? &code : column == columns.cause ? &cause : nullptr;
    };
    const auto add_to_field = [&](std::string_view text) {
      if (field != nullptr) *field += text.substr(0, longest - field->size());
    };
    begin_field();
    bool has_text = false, at_start = true, quoted = false, was_quoted = false;
    const auto end_row = [&] {
      if (has_text) csv_row(code, cause);
      code.clear();
      cause.clear();
      has_text = false;
      column = 0;
    };
    for (;;) {
      if (begin_ == end_ && !more()) break;
      // What is neither a quote nor the end of a field.
      std::size_t plain = begin_;
      while (plain < end_ && !special[static_cast<unsigned char>(buffer_[plain])]) ++plain;
      if (plain > begin_) {
        const std::string_view text = ahead().substr(0, plain - begin_);
        add_to_field(text);
        has_text = has_text || text.find_first_not_of('\r') != text.npos;
        at_start = was_quoted = false;
        begin_ = plain;
        continue;
      }
      const char c = buffer_[begin_++];
      if (c == '"' && (quoted || at_start || was_quoted)) {
        if (was_quoted) add_to_field("\"");
        was_quoted = quoted;
        quoted = !quoted;
        at_start = false;
        has_text = true;
      } else if (c == '"' || quoted) {
        add_to_field({&c, 1});
      } else {
        if (c == columns.delimiter) {
          has_text = true;
          ++column;
        } else {
          end_row();
        }
        begin_field();
        at_start = true;
        was_quoted = false;
      }
    }
    if (!is_broken_off_) end_row();
  }

  void csv_row(std::string_view code, std::string_view cause) {
    code = without_fraction(trimmed(code, " \t\r\n\"'"));
    cause = trimmed(cause, " \t\r\n");
    if (means_nothing(code)) {
      ++counts_.without_code;
    } else if (!equal_in_any_case(code, code_name)) {  // two exports, one after the other
      counts_.add(code, cause);
    }
  }

  // ---- Any other text ----

  void lines() {
    bool is_first_part = true;  // of a line
    for (;;) {
      // The context after a code must be there before the code is looked at.
      const std::size_t limit = at_end_ ? end_ : end_ - std::min(end_ - begin_, context);
      const std::size_t line_end = begin_ + std::min(ahead().find('\n'), end_ - begin_);
      const bool is_whole = at_end_ || line_end < limit;
      if (!is_whole && more()) continue;
      if (!is_whole && at_end_) continue;
      if (begin_ == end_) break;
      // A line that is too long for the buffer comes in parts.
      const std::size_t part_end = is_whole ? line_end : limit;
      const std::size_t next = part_end + (is_whole && line_end < end_ ? 1 : 0);
      const std::string_view part(buffer_.get() + begin_, part_end - begin_);
      const bool is_head = is_whole && is_first_part && messages_.takes(part, next - begin_);
      if (!is_head) look_through(part_end, is_first_part, is_whole);
      is_first_part = is_whole;
      begin_ = next;
    }
    if (!is_broken_off_) messages_.end();
  }

  // Counts what begins before `limit`.
  void look_through(std::size_t limit, bool is_first_part, bool is_last_part) {
    if (is_first_part) {
      is_object_ = trimmed(ahead().substr(0, 16), " \t[,").substr(0, 1) == "{";
      is_record_ = has_code_ = false;
    }
    const std::string_view text(buffer_.get(), end_);
    for (std::size_t at = begin_;;) {
      at = names_.find(text, at, limit);
      if (at >= limit) break;
      const bool is_field = to_lower(text[at]) == 'x';
      const std::size_t name_end = at + (is_field ? field_name : code_name).size();
      if (begins_name(text, at, is_field)) {
        count(text, at, value_after(text, name_end, is_field), is_field);
      }
      at = name_end;
    }
    // A call record as a line of JSON may lack the code.
    if (!is_object_ || has_code_) return;
    const std::string_view part = text.substr(begin_, limit - begin_);
    for (const char* name : {"\"call_uuid\"", "\"hangup_cause_name\"", "\"hangup_source\""}) {
      is_record_ = is_record_ || part.find(name) != part.npos;
    }
    const std::size_t last = part.find_last_not_of(" \t\r,]");
    if (is_last_part && is_record_ && last != part.npos && part[last] == '}') {
      ++counts_.without_code;
    }
  }

  void count(std::string_view text, std::size_t at, const value& found, bool is_field) {
    if (found.what == value::none || (is_field && messages_.body())) return;
    has_code_ = true;
    if (found.what == value::missing) {
      ++counts_.without_code;
    } else {
      const bool is_known = hangup::advice_for(found.text) != nullptr;
      counts_.add(found.text, is_known ? std::string_view() : cause_near(text, at));
    }
  }

  const source& read_;
  tally& counts_;
  messages messages_;
  names names_;
  const std::unique_ptr<char[]> buffer_{new char[capacity]};  // without zeros, which take time
  std::size_t begin_ = 0, end_ = 0;                           // of what is ahead
  bool at_end_ = false, is_broken_off_ = false;
  bool is_object_ = false, is_record_ = false, has_code_ = false;  // of the line
};

}  // namespace

std::uint64_t tally::codes() const {
  std::uint64_t sum = other_unknown;
  for (const std::uint64_t count : known) sum += count;
  for (const auto& [code, each] : unknown) sum += each.count;
  return sum;
}

void tally::add(std::string_view code, std::string_view cause) {
  constexpr std::size_t longest = 64, most = 1000;
  if (const auto* found = hangup::advice_for(code)) {
    ++known[static_cast<std::size_t>(found - hangup::advice_table.data())];
    return;
  }
  const std::string text(code.substr(0, longest));
  auto place = unknown.find(text);
  if (place == unknown.end()) {
    if (unknown.size() == most) {
      ++other_unknown;
      return;
    }
    place = unknown.emplace(text, unknown_code{}).first;
  }
  ++place->second.count;
  if (place->second.cause.empty()) place->second.cause = cause.substr(0, longest);
}

void scan(const source& read, tally& counts) { scanner(read, counts).run(); }

}  // namespace lookup
