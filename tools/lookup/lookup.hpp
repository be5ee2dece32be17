// SPDX-License-Identifier: BSL-1.0
//
// The parts of the command, each built on those before it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <zentrunk/advice.hpp>

namespace lookup {

// ---- Text ---------------------------------------------------------------------------------------

// How text is laid out for people.
struct layout {
  std::size_t width = 80;
  bool bold = false;  // whether escape sequences may emphasize words
};

constexpr bool is_digit(char c) { return '0' <= c && c <= '9'; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr char to_lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_letter(char c) { return 'a' <= to_lower(c) && to_lower(c) <= 'z'; }
std::string to_lower(std::string_view text);
bool equal_in_any_case(std::string_view a, std::string_view b);
bool is_number(std::string_view text);            // digits alone
std::string_view trimmed(std::string_view text);  // without blanks and line ends around it
bool is_among(std::string_view words, std::string_view word);  // ` words between blanks `
std::string squashed(std::string_view name);                   // without case, blanks, _ and -

// Two NULs or a byte order mark among the first bytes of a text that has two bytes a character.
bool is_utf16(std::string_view start);
inline constexpr std::string_view utf16_message =
    "UTF-16 text; convert it first: iconv -f UTF-16 -t UTF-8";
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A set of characters, without '\0'.
struct char_set {
  std::array<bool, 256> has{};
  constexpr explicit char_set(std::string_view characters) {
    for (const char c : characters) has[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool operator[](char c) const { return has[static_cast<unsigned char>(c)]; }
};
inline constexpr char_set blanks(" \t\r\n"), line_ends("\r\n"), quotes("\"'`"),
    escapes("\\%#^&\x1B");

constexpr char char_at(std::string_view text, std::size_t i) {  // beyond it: '\0'
  return i < text.size() ? text[i] : '\0';
}

// Moves over the characters of a text in which a log wrote some as escapes, such as `\n`, `\"`,
// `\u0022`, `%22`, `&quot;`, `#015` and `^M`. Escape sequences of colors are passed over.
struct characters {
  std::string_view rest;
  char c = '\0';         // the first character; '\0': the end
  std::size_t size = 0;  // of its escape in the text

  explicit characters(std::string_view text) : rest(text) { read(); }
  void next();
  bool skip_one(char wanted);
  bool skip(const char_set& set);  // all that are in the set

 private:
  void read();
};

// The text with U+FFFD in place of each byte that is not part of valid UTF-8.
std::string to_utf8(std::string_view text);

// Valid UTF-8 without control characters, so that foreign text cannot command a terminal or turn
// its neighbors around.
std::string printable(std::string_view text);
std::string in_quotes(std::string_view text);  // printable, short and between single quotes

// How many columns the text takes; escape sequences take none.
std::size_t display_width(std::string_view text);
std::string cut(std::string_view text, std::size_t width);

// The text in lines, all but the first one indented. The first one begins at the indent, too.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);
std::string bold(std::string_view text, const layout& terminal);
constexpr std::string_view text_or_dash(std::string_view text) { return text.empty() ? "-" : text; }

std::string csv_field(std::string_view text);    // RFC 4180: quotes where a field needs them
std::string json_string(std::string_view text);  // quotes included
std::string json_array(const std::vector<std::string>& values);  // one value per line

// A text for comparison: in lower case, with plain quotes and dashes and single spaces.
struct folded {
  explicit folded(std::string_view from);
  std::string text;
  std::vector<std::size_t> offsets;  // where in the original each byte of `text` comes from
};

// ---- Tables for people --------------------------------------------------------------------------

// Columns side by side. If they don't fit the width, some are cut, then the last ones are left out.
class grid {
 public:
  struct column {
    std::string_view heading;
    bool to_the_right = false;
    std::size_t least = 0;  // to how many characters its cells may be cut; 0: not at all
  };
  using cells = std::vector<std::string>;

  grid(std::vector<column> all, const std::vector<cells>& lines, std::size_t width);

  std::string heading(const layout& terminal) const;
  std::string line(const cells& texts) const;
  std::string line(const cells& texts,
                   const std::function<std::string(const std::string&)>& emphasized) const;

 private:
  std::vector<column> columns_;
  std::vector<std::size_t> widths_;  // of those that fit
};

// ---- Keys in a text -----------------------------------------------------------------------------

// One thing that an entry is found by.
struct key {
  enum kind { code, sip_code, name, originator } what;
  std::string text;
};

struct parsed {
  std::vector<key> keys;
  std::vector<std::string> unknown;  // the rest: runs of words that are not keys and not labels
};

// The keys in a text, such as `4090`, `486 User Busy`, `X-ZT-Hangup-Code: 4090`. Blanks, quotes,
// brackets and punctuation separate words; labels say which kind of key comes next.
//
// In a typed text every word is meant as a key or a label. A pasted one, such as a line of a log,
// may say more: there, a word that could be a key but contradicts more reliable ones is unknown.
parsed parse_typed(std::string_view text);
parsed parse_pasted(std::string_view text);

std::size_t count_words(std::string_view text);

// ---- Advice by key ------------------------------------------------------------------------------

using zentrunk::hangup::advice;              // on a published code, or on a later one
using answers = std::vector<const advice*>;  // ascending by code

answers every_answer();

// What has the key. It matches in full, names in any case.
answers find(const key& wanted);

// Keys of one kind widen the result, keys of different kinds narrow it.
answers find(const std::vector<key>& keys);

answers in_both(const answers& a, const answers& b);

// Every key that finds something: codes, SIP status codes, causes, reason phrases, originators.
const std::set<std::string>& known_keys();

// The known keys that an unknown one is a slip away from, at most a third of its characters; the
// nearest first, at most three. Digits get codes with as many digits.
std::vector<std::string> nearest(std::string_view unknown);

// ---- Advice by text -----------------------------------------------------------------------------

// A text to search for. It matches in any case, and plain quotes and dashes match typographic ones.
class pattern {
 public:
  explicit pattern(std::string_view text);

  bool empty() const { return folded_.empty(); }
  answers search() const;  // all that has it in a text or number

  // The words that it matches at the first place; empty: none.
  std::string_view match(std::string_view text) const;

  // The text with all matching words in bold.
  std::string emphasized(std::string_view text, const layout& terminal) const;

  // A part of the text around the first match, in that many columns.
  std::string excerpt(std::string_view text, std::size_t width) const;

 private:
  std::string folded_;
};

// ---- Counting the codes in a text ---------------------------------------------------------------

// How often a scan found each code. Its size is bounded, whatever is scanned.
struct tally {
  struct place {
    std::uint64_t line;
    std::string text;
  };
  std::array<std::uint64_t, zentrunk::hangup::advice_table.size()> known{};  // as in that table
  // Unknown codes, and known ones with the cause of another product: code and cause.
  using foreign_code = std::pair<std::string, std::string>;
  std::map<foreign_code, std::uint64_t> foreign;
  std::uint64_t other_unknown = 0;   // beyond those of which there is an account
  std::uint64_t without_code = 0;    // values such as null, and empty ones
  std::uint64_t not_understood = 0;  // values that are neither
  std::optional<place> first_not_understood;
  std::string remark;  // what else to say about the text

  std::uint64_t codes() const;  // all but the last two counts
  void add(std::string_view value, std::string_view cause, std::uint64_t line);
  void add_not_understood(std::string_view text, std::uint64_t line);
  void add(const tally& other);

 private:
  void add_foreign(const foreign_code& code, std::uint64_t count);
};

// Reads at most `size` bytes into `to`. 0: the end; broken_off: no more comes, and the last line
// may be a part of one. It may throw, which ends the scan.
using source = std::function<std::size_t(char* to, std::size_t size)>;
inline constexpr std::size_t broken_off = static_cast<std::size_t>(-1);

// Counts the hangup codes in a text: CSV, a code on each line, or anything else with
// `hangup_cause_code`, `hangup_code` or `X-ZT-Hangup-Code` and a value in it. Takes memory of
// constant size. Throws std::runtime_error at a format that needs another program first.
void scan(const source& read, tally& counts);

// ---- What a scan reads with ---------------------------------------------------------------------

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

// ---- Answers in every format --------------------------------------------------------------------

enum class format { table, csv, json };

std::optional<format> parse_format(std::string_view name);

// "after fix", which is after_fix for programs.
std::string retry_for_people(const advice& of);

// The answers in that format. For people a single one has its description, and the words
// that the pattern matches are bold.
std::string print(const answers& found, format as, const layout& terminal, const pattern& searched);

// The same for many keys, one after the other: the heading of all answers, and the answer to one
// key, which repeats the key in CSV and JSON. JSON is one object per line.
std::string print_heading(format as, const layout& terminal);
std::string print_answer(std::string_view key, const answers& found, format as,
                         const layout& terminal);

// What a scan found.
std::string print(const tally& counts, format as, const layout& terminal);

// ---- The command --------------------------------------------------------------------------------

enum exit_status { found_something = 0, found_nothing = 1, failed = 2, was_interrupted = 130 };

// What the command has around it. Each function may throw, which ends the command.
struct surroundings {
  std::string name;  // by which it was called: what its messages begin with
  layout terminal;
  std::function<std::optional<std::string>()> read_line;  // standard input, without line ends
  std::function<source(const std::string& file)> open;    // to scan; -: standard input
  std::function<bool()> interrupted = [] { return false; };
  std::function<void(std::string_view)> write, complain;  // to standard output and standard error
};

// Answers to the arguments. It reads only what these ask for.
exit_status run(const std::vector<std::string>& arguments, const surroundings& around);

}  // namespace lookup
