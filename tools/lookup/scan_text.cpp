// SPDX-License-Identifier: BSL-1.0
//
// Any text: logs, JSON, SIP messages, XML. It is searched for the names of a code and its cause
// with a value after them, in the forms in which programs write both.
#include <algorithm>

#include "lookup.hpp"

namespace lookup {
namespace {

constexpr std::string_view opening = "[({<", closing = "])}>";
constexpr char_set spaces(" \t"), around_names("\"'`]) \t\\"), tag_ends("<>\r\n"),
    value_ends(" \t\r\n\"'`[](){}<>,;&|");

bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; }

// What encloses a value, as in Some(4090), np.int64(4090) and {"$numberLong": "4090"}.
bool is_wrapper(std::string word) {
  word = to_lower(word.substr(word.rfind('.') + 1));
  while (!word.empty() && is_digit(word.back())) word.pop_back();
  return is_among(
      " int uint integer long number numberint numberlong some just option optional decimal ",
      word);
}
constexpr std::string_view types =
    " N S int long float double string $numberInt $numberLong $numberDouble $numberDecimal ";

// ---- Names ----

struct name {
  std::size_t size = 0;  // 0: there is none
  bool is_code = true, is_field = false;
  bool is_escaped = false;  // is in a text within a text
  std::string_view before;
};

constexpr std::array<std::string_view, 9> names{
    "hangup_cause_code", "hangup_code", "hangup-code",     "hangup_cause_name", "hangup_cause",
    "hangupCauseCode",   "hangupCode",  "hangupCauseName", "hangupCause"};

// What a name takes of the text, without the colors that grep --color writes into it.
std::string first_characters(std::string_view text) {
  std::string plain(text.substr(0, 18));
  if (plain.find('\x1B') == plain.npos) return plain;
  plain.clear();
  for (characters at(text); plain.size() < 18 && at.size > 0; at.next()) plain += at.c;
  return plain;
}

// How many bytes they are in the text.
std::size_t size_of(std::string_view text, std::size_t characters_of_name) {
  if (text.substr(0, characters_of_name).find('\x1B') == text.npos) return characters_of_name;
  characters at(text);
  for (; characters_of_name > 0; --characters_of_name) at.next();
  return text.size() - at.rest.size();
}

// The name that `after` begins with.
name name_between(std::string_view before, std::string_view after) {
  const auto* const is = std::find_if(names.begin(), names.end(), [&](std::string_view each) {
    const std::string_view text = after.substr(0, each.size());
    return (each[6] == 'C' ? text == each : equal_in_any_case(text, each)) &&
           !is_word(char_at(after, each.size()));
  });
  if (is == names.end()) return {};
  name found{is->size(), is->substr(is->size() - 2) == "de", (*is)[6] == '-', false, before};
  const auto ends_in = [&](std::string_view end) {
    const std::size_t size = std::min(found.before.size(), end.size());
    return equal_in_any_case(found.before.substr(found.before.size() - size), end);
  };
  if (found.is_field) {
    if (!ends_in("X-ZT-")) return {};
    found.before.remove_suffix(5);
  }
  std::size_t color = found.before.rfind('\x1B');
  while (color != found.before.npos && characters(found.before.substr(color)).rest.empty()) {
    found.before = found.before.substr(0, color);
    color = found.before.rfind('\x1B');
  }
  found.is_escaped = ends_in("\"\"");
  for (std::size_t size = 2; size <= std::min<std::size_t>(found.before.size(), 6); ++size) {
    const std::string_view last = found.before.substr(found.before.size() - size);
    found.is_escaped = found.is_escaped || (escapes[last[0]] && characters(last).size == size);
  }
  const bool goes_on = !found.before.empty() && is_word(found.before.back()) && !found.is_escaped &&
                       !(found.is_field && ends_in("_"));
  return goes_on ? name{} : found;
}

// Where "hangup" is in any case; text.size(): nowhere. memchr() finds its rarest letter. It takes a
// block at a time, because a text may have many a G and the next g far away, or the reverse.
std::size_t find_hangup(std::string_view text) {
  constexpr std::size_t block = 1024;
  std::size_t found = text.size();
  for (std::size_t end = 0; end < found;) {
    const std::size_t begin = std::max<std::size_t>(end, 3);
    end += block;
    for (const char letter : {'g', 'G'}) {
      for (std::size_t at = begin;
           (at = text.substr(0, std::min(end, found)).find(letter, at)) != text.npos; ++at) {
        const bool may_be = to_lower(char_at(text, at + 1)) == 'u';
        if (may_be && equal_in_any_case(text.substr(at - 3, 6), "hangup")) found = at - 3;
      }
    }
  }
  return found;
}

// ---- Values ----

struct value {
  std::string text;
  bool is_understood = true;  // else it is in a form that no code has
};

class value_reader {
 public:
  value_reader(const name& of, std::string_view after) : name_(of), at_(after) {}

  // The value after the name; nothing: the name is alone.
  std::optional<value> read() {
    std::string_view raw = at_.rest;
    at_.skip(around_names);
    separator_ = at_.c;
    if (!at_.skip_one('=') && !at_.skip_one(':') && !skip_tag()) return std::nullopt;
    const bool is_arrow = separator_ == '=' && at_.skip_one('>');
    const bool after_blank = at_.skip(is_tag_ ? blanks : spaces);
    // A SIP header field continues after a line end and a blank; PHP's var_dump begins a line.
    characters next = at_;
    if (line_ends[at_.c] && next.skip(blanks) && is_blank(*(next.rest.data() - 1)) &&
        ((name_.is_field && is_digit(next.c)) || (is_arrow && is_letter(next.c)))) {
      at_ = next;
    }
    if (!is_empty_) raw = at_.rest;
    value found;
    found.is_understood = !is_empty_ || !has_attributes_;  // which can have the value
    while (!is_empty_ && found.is_understood && open(found)) {
    }
    for (; found.is_understood && !closers_.empty(); closers_.pop_back()) {
      at_.skip(blanks);
      found.is_understood = at_.skip_one(closers_.back());
    }
    if (!found.is_understood) found.text = raw.substr(0, raw.find_first_of("\r\n"));
    // In `code= next=1`, the value is missing.
    const std::size_t sign = std::min(found.text.find('='), found.text.size());
    const bool is_next = separator_ == '=' && after_blank && sign > 0 && sign < found.text.size() &&
                         std::all_of(found.text.data(), found.text.data() + sign, is_word);
    return is_next ? value{} : found;
  }

 private:
  // Continues after the tag in <hangup_cause_code type="integer"> and <field name="hangup_code">.
  bool skip_tag() {
    std::string_view start = name_.before;
    constexpr std::string_view attribute = " name=";
    const std::size_t before = start.size() - std::min(start.size(), attribute.size() + 1);
    const bool is_attribute =
        start.substr(before, attribute.size()) == attribute && quotes[start.back()];
    if (is_attribute) start = start.substr(0, before);
    while (is_word(char_at(start, start.size() - 1)) || char_at(start, start.size() - 1) == ':') {
      start.remove_suffix(1);
    }
    const std::size_t size = start.size();
    is_tag_ = char_at(start, size - 1) == '<' || (size >= 4 && start.substr(size - 4) == "&lt;");
    if (is_attribute && at_.c != '>') return false;
    for (; is_tag_ && at_.c != '\0' && !tag_ends[at_.c]; at_.next()) {
      is_empty_ = at_.c == '/';
      has_attributes_ = has_attributes_ || at_.c == '=';
    }
    return is_tag_ && at_.skip_one('>');
  }

  // Reads the value, or what encloses it. Whether the value is still ahead.
  bool open(value& found) {
    if (quotes[at_.c]) return read_quoted(found);
    if (opening.find(at_.c) == opening.npos) return read_word(found);
    if (at_.c == '<' && char_at(at_.rest, at_.size) == '/') return false;  // the end of an element
    const bool is_brace = at_.c == '{';
    characters key = enter();
    key.skip(quotes);
    std::string type;
    for (; is_word(key.c) || key.c == '$'; key.next()) type += key.c;
    key.skip(around_names);
    const bool is_object = is_brace && key.skip_one(':');
    if (is_object) at_ = key;
    at_.skip(blanks);
    found.is_understood = is_object ? is_among(types, type) && !std::exchange(has_wrapper_, true)
                                    : !std::exchange(has_bracket_, true);
    return true;
  }

  characters enter() {
    closers_ += closing[opening.find(at_.c)];
    at_.next();
    at_.skip(blanks);
    return at_;
  }

  bool read_quoted(value& found) {
    const characters quote = at_;
    const auto is_quote = [&] { return at_.c == quote.c && at_.size <= quote.size; };
    at_.next();
    if (is_quote() && at_.size == quote.size) {  // "" is nothing, or a quote in CSV
      at_.next();
      if (!is_word(at_.c)) return false;
    }
    for (; at_.c != '\0' && !line_ends[at_.c] && !is_quote(); at_.next()) add(found);
    if (is_quote()) at_.next();
    return false;
  }

  // Whether the word is a wrapper and the value still ahead.
  bool read_word(value& found) {
    const char_set& ends = is_tag_ ? tag_ends : value_ends;
    for (; at_.c != '\0' && !ends[at_.c] && !is_at_full_stop(found.text); at_.next()) add(found);
    if ((at_.c != '(' && at_.c != '[') || !is_wrapper(found.text)) return false;
    found = {"", !std::exchange(has_wrapper_, true)};
    enter();
    return true;
  }

  bool is_at_full_stop(std::string_view digits) const {
    if (at_.c != '.' || !is_number(digits)) return false;
    characters next = at_;
    next.next();
    return !is_word(next.c);
  }

  void add(value& found) const {
    if (found.text.size() <= longest_value) found.text += at_.c;
  }

  const name& name_;
  characters at_;
  char separator_ = '\0';
  bool is_tag_ = false, is_empty_ = false, has_attributes_ = false;
  bool has_bracket_ = false, has_wrapper_ = false;
  std::string closers_;
};

// ---- The reader ----

class text_reader {
 public:
  text_reader(input& from, tally& to) : from_(from), to_(to) {}

  void run() {
    constexpr std::size_t context = 1024;  // that a name and its value take
    for (std::string_view text; !(text = from_.ahead()).empty();) {
      const std::size_t limit = from_.is_last() ? text.size() : text.size() - context;
      const std::size_t at = std::min(find_hangup(text), limit);
      const std::string_view between = text.substr(0, at);
      if (has_values_ && between.find(from_.line_end()) != text.npos) end_line();
      const bool in_same_text = has_values_ && is_plain_ && between.find('"') == text.npos &&
                                between.find('\'') == text.npos;
      from_.drop(at);
      text = from_.ahead();
      name found = at == limit ? name{} : name_between(from_.before(), first_characters(text));
      const std::size_t size = size_of(text, found.size);
      if (found.size > 0) {
        if (auto after = value_reader(found, text.substr(size, context)).read()) {
          found.is_escaped = found.is_escaped && !in_same_text;  // a log's lines in one string
          is_plain_ = !found.is_escaped;
          add(found, *std::move(after));
        }
      }
      from_.drop(at == limit ? 0 : std::max<std::size_t>(size, 6));
    }
    end_line();
  }

 private:
  // What a line has, plain or within an escaped text.
  struct values {
    std::uint64_t codes = 0, causes = 0, line = 0;
    value code, cause;  // the first ones
    tally other_codes;
  };

  static void add(const value& code, std::string_view cause, std::uint64_t line, tally& to) {
    code.is_understood ? to.add(code.text, cause, line) : to.add_not_understood(code.text, line);
  }

  void add(const name& of, value&& found) {
    has_values_ = true;
    values& all = line_[of.is_escaped ? 1 : 0];
    if (!of.is_code) {
      if (all.causes++ == 0) all.cause = std::move(found);
    } else if (all.codes++ > 0) {
      add(found, "", from_.line(), of.is_escaped ? all.other_codes : to_);
    } else {
      all.code = std::move(found);
      all.line = from_.line();
    }
  }

  // A line with values both plain and within an escaped text says the same twice: the plain ones
  // count. With one code and one cause it is a record.
  void end_line() {
    const values& codes = line_[line_[0].codes > 0 ? 0 : 1];
    const values& causes = line_[line_[0].causes > 0 ? 0 : 1];
    const bool is_record = codes.codes == 1 && causes.causes == 1 && causes.cause.is_understood;
    if (codes.codes > 0) add(codes.code, is_record ? causes.cause.text : "", codes.line, to_);
    if (line_[1].codes > 1) {
      if (line_[0].codes == 0) to_.add(line_[1].other_codes);
      line_[1].other_codes = {};
    }
    for (values& each : line_) each.codes = each.causes = 0;
    has_values_ = false;
  }

  input& from_;
  tally& to_;
  std::array<values, 2> line_;
  bool has_values_ = false, is_plain_ = false;  // the latter: the name before
};

}  // namespace

bool read_text(input& from, tally& to) {
  text_reader(from, to).run();
  return true;
}

}  // namespace lookup
