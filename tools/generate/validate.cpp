// SPDX-License-Identifier: BSL-1.0
#include "validate.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <system_error>
#include <utility>

#include "problem.hpp"

namespace generate {
namespace {

// The reserved words of C++17 to C++23, alternative tokens included, with a space on both sides.
constexpr std::string_view reserved_words =
    " alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t "
    "char32_t char8_t class co_await co_return co_yield compl concept const const_cast "
    "consteval constexpr constinit continue decltype default delete do double dynamic_cast "
    "else enum explicit export extern false float for friend goto if inline int long mutable "
    "namespace new noexcept not not_eq nullptr operator or or_eq private protected public "
    "register reinterpret_cast requires return short signed sizeof static static_assert "
    "static_cast struct switch template this thread_local throw true try typedef typeid "
    "typename union unsigned using virtual void volatile wchar_t while xor xor_eq ";

// Lower-case names that compilers, the C library, windows.h or Qt define as macros.
constexpr std::string_view common_macros =
    " assert cdecl emit errno far foreach huge i386 interface linux major max min minor near "
    "pascal signals slots small stderr stdin stdout unix ";

bool has_word(std::string_view words, std::string_view word) {
  return words.find(fmt::format(" {} ", word)) != words.npos;
}

// Why the lower-case name is not an identifier; empty if it is one.
std::string_view why_no_identifier(std::string_view name) {
  const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
  if (is_digit(name.front())) return "it begins with a digit";
  for (const char c : name) {
    if (!is_digit(c) && !('a' <= c && c <= 'z') && c != '_') {
      return "only letters, digits and underscores are allowed";
    }
  }
  if (name.substr(0, 2) == "__") return "the compiler's own names begin with two underscores";
  if (has_word(common_macros, name)) return "common headers define a macro of that name";
  return has_word(reserved_words, name) ? "it is a reserved word" : "";
}

void check_identifier(const std::string& file, std::size_t line, std::string_view column,
                      const std::string& name) {
  if (name.empty()) throw problem(file, line, "the {} is empty", column);
  if (const std::string_view why = why_no_identifier(to_lower(name)); !why.empty()) {
    throw problem(file, line, "the {} \"{}\" is not a C++ identifier: {}", column, name, why);
  }
}

// A decimal number without sign, leading zeros or blanks.
std::uint16_t number(const std::string& file, std::size_t line, std::string_view column,
                     const std::string& field, std::uint16_t highest) {
  std::int64_t value = 0;
  const char* const end = field.data() + field.size();
  const auto [rest, error] = std::from_chars(field.data(), end, value);
  if (field.empty() || rest != end) {
    throw problem(file, line, "the {} \"{}\" is not a number", column, field);
  }
  if (error != std::errc() || value < 0 || value > highest) {
    throw problem(file, line, "the {} {} is out of range (0 to {})", column, field, highest);
  }
  if (field != fmt::to_string(value)) {
    throw problem(file, line, "the {} {} must be written {}", column, field, value);
  }
  return static_cast<std::uint16_t>(value);
}

// The records after the header line. Each has as many fields as there are columns.
std::vector<record> body(const csv_file& csv, const std::vector<std::string>& columns) {
  const record& head = csv.records.front();
  if (head.fields != columns) {
    throw problem(csv.name, head.line, "the columns are \"{}\" and must be \"{}\"",
                  fmt::join(head.fields, ","), fmt::join(columns, ","));
  }
  std::vector<record> rows(csv.records.begin() + 1, csv.records.end());
  for (const record& each : rows) {
    if (each.fields.size() != columns.size()) {
      throw problem(csv.name, each.line,
                    "{} field{} where the columns are {} (quote a field that holds a comma)",
                    each.fields.size(), each.fields.size() == 1 ? "" : "s", columns.size());
    }
  }
  return rows;
}

// Rejects a key that an earlier line has.
template <class Key>
class unique_keys {
 public:
  unique_keys(std::string file, std::string_view what) : file_(std::move(file)), what_(what) {}

  void add(std::size_t line, const Key& key) {
    if (const auto [first, is_new] = line_of_.emplace(key, line); !is_new) {
      throw problem(file_, line, "the {} {} is already in line {}", what_, key, first->second);
    }
  }
  bool has(const Key& key) const { return line_of_.count(key) != 0; }
  std::size_t line_of(const Key& key) const { return line_of_.at(key); }

 private:
  std::string file_;
  std::string_view what_;
  std::map<Key, std::size_t> line_of_;
};

std::uint16_t code_in(const std::string& file, const record& each, std::size_t column) {
  return number(file, each.line, "code", each.fields[column],
                std::numeric_limits<std::uint16_t>::max());
}

// The field, which must be one of the words.
std::string word(const std::string& file, const record& each, std::size_t column,
                 std::string_view name, const std::vector<std::string>& words) {
  const std::string& field = each.fields[column];
  if (std::find(words.begin(), words.end(), field) == words.end()) {
    throw problem(file, each.line, "the {} \"{}\" is not one of {}", name, field,
                  fmt::join(words, ", "));
  }
  return field;
}

template <class Row>
void sort_by_code(std::vector<Row>& rows) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.code < b.code; });
}

// The position of the row with the code; `none` if there is none. The rows ascend by code.
std::size_t find_row(const std::vector<row>& rows, std::uint16_t code) {
  const auto found = std::lower_bound(rows.begin(), rows.end(), code,
                                      [](const row& r, std::uint16_t c) { return r.code < c; });
  return found == rows.end() || found->code != code
             ? none
             : static_cast<std::size_t>(found - rows.begin());
}

std::vector<source> read_sources(const csv_file& csv) {
  std::vector<source> sources;
  unique_keys<std::string> names(csv.name, "source");
  for (const record& each : body(csv, {"source", "description"})) {
    const std::string& name = each.fields[0];
    check_identifier(csv.name, each.line, "source", name);
    const std::string enumerator = to_lower(name);
    names.add(each.line, enumerator);
    if (sources.size() == std::numeric_limits<std::uint8_t>::max()) {
      throw problem(csv.name, each.line, "more than {} sources", sources.size());
    }
    sources.push_back({each.line, name, enumerator, each.fields[1]});
  }
  return sources;
}

std::vector<row> read_rows(const csv_file& csv, const dataset& data) {
  std::vector<row> rows;
  unique_keys<std::uint16_t> codes(csv.name, "code");
  std::map<std::string, std::size_t> rows_with;  // by cause in lower case
  for (const record& each :
       body(csv, {"code", "cause", "description", "sip_response", "sip_code", "originator"})) {
    const auto& field = each.fields;
    row next{};
    next.line = each.line;
    next.code = code_in(csv.name, each, 0);
    codes.add(each.line, next.code);
    check_identifier(csv.name, each.line, "cause", field[1]);
    next.cause = field[1];
    next.description = field[2];
    if (field[3].empty()) throw problem(csv.name, each.line, "the SIP response is empty");
    next.sip_response = field[3];
    next.sip_code = number(csv.name, each.line, "SIP code", field[4], 699);
    const auto found = std::find_if(data.sources.begin(), data.sources.end(),
                                    [&](const source& s) { return s.name == field[5]; });
    if (found == data.sources.end()) {
      throw problem(csv.name, each.line, "the originator \"{}\" is not in {} (case matters)",
                    field[5], data.sources_file);
    }
    next.originator = static_cast<std::size_t>(found - data.sources.begin());
    ++rows_with[to_lower(next.cause)];
    rows.push_back(std::move(next));
  }

  if (rows.empty()) throw problem(csv.name, 1, "the file has no rows");

  // If several codes share a cause, the constants end in the code.
  unique_keys<std::string> constants(csv.name, "constant");
  for (row& each : rows) {
    each.constant = to_lower(each.cause);
    if (rows_with[each.constant] > 1) each.constant += fmt::format("_{}", each.code);
    constants.add(each.line, "code::" + each.constant);
  }
  sort_by_code(rows);
  return rows;
}

std::vector<alias> read_aliases(const csv_file& csv, const dataset& data) {
  std::vector<alias> aliases;
  unique_keys<std::string> lines(csv.name, "line");
  for (const record& each : body(csv, {"cause", "code", "source"})) {
    const std::string& cause = each.fields[0];
    if (cause.empty()) throw problem(csv.name, each.line, "the cause is empty");
    const std::uint16_t code = code_in(csv.name, each, 1);
    if (find_row(data.rows, code) == none) {
      throw problem(csv.name, each.line, "the code {} is not in {}", code, data.codes_file);
    }
    for (const row& published : data.rows) {
      if (to_lower(published.cause) == to_lower(cause)) {
        throw problem(csv.name, each.line, "\"{}\" is the published cause of {}; delete this line",
                      cause, published.code);
      }
    }
    lines.add(each.line, fmt::format("{},{}", to_lower(cause), code));
    aliases.push_back({each.line, code, cause});
  }
  sort_by_code(aliases);
  return aliases;
}

// Codes that later sources name, as advice without a next step.
std::vector<advice> read_later_codes(const csv_file& csv, const dataset& data) {
  std::vector<advice> later;
  unique_keys<std::uint16_t> codes(csv.name, "code");
  for (const record& each : body(csv, {"code", "cause", "description", "source"})) {
    const std::uint16_t code = code_in(csv.name, each, 0);
    codes.add(each.line, code);
    if (find_row(data.rows, code) != none) {
      throw problem(csv.name, each.line, "the code {} is published now; delete this line", code);
    }
    if (each.fields[2].empty()) throw problem(csv.name, each.line, "the description is empty");
    advice next{};
    next.line = each.line;
    next.code = code;
    next.row = none;
    next.cause = each.fields[1];
    next.description = each.fields[2];
    later.push_back(std::move(next));
  }
  return later;
}

std::vector<advice> read_advice(const csv_file& csv, const std::vector<advice>& later,
                                const std::string& later_file, const dataset& data) {
  constexpr std::size_t longest = 160;
  std::vector<advice> all;
  unique_keys<std::uint16_t> codes(csv.name, "code");
  for (const record& each :
       body(csv, {"code", "fixer", "retry", "retry_stated", "expected", "next_step"})) {
    const std::uint16_t code = code_in(csv.name, each, 0);
    codes.add(each.line, code);
    advice next{};
    next.row = find_row(data.rows, code);
    if (next.row == none) {
      const auto found =
          std::find_if(later.begin(), later.end(), [&](const advice& l) { return l.code == code; });
      if (found == later.end()) {
        throw problem(csv.name, each.line, "the code {} is neither in {} nor in {}", code,
                      data.codes_file, later_file);
      }
      next = *found;
    }
    next.line = each.line;
    next.code = code;
    next.fixer = word(csv.name, each, 1, "fixer",
                      {"nobody", "customer", "carrier", "plivo", "callee", "caller"});
    next.retry = word(csv.name, each, 2, "retry", {"unstated", "no", "after_fix", "later", "yes"});
    next.retry_stated = word(csv.name, each, 3, "retry_stated", {"no", "yes"}) == "yes";
    next.expected = word(csv.name, each, 4, "expected", {"no", "yes"}) == "yes";
    next.next_step = each.fields[5];
    if (next.next_step.empty()) throw problem(csv.name, each.line, "the next step is empty");
    if (next.next_step.size() > longest) {
      throw problem(csv.name, each.line, "the next step has {} bytes; the limit is {}",
                    next.next_step.size(), longest);
    }
    all.push_back(std::move(next));
  }
  for (const row& each : data.rows) {
    if (!codes.has(each.code)) {
      throw problem(data.codes_file, each.line, "the code {} has no line in {}", each.code,
                    csv.name);
    }
  }
  for (const advice& each : later) {
    if (!codes.has(each.code)) {
      throw problem(later_file, each.line, "the code {} has no line in {}", each.code, csv.name);
    }
  }
  sort_by_code(all);
  return all;
}

}  // namespace

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

dataset validate(const csv_files& files) {
  dataset data{
      files.codes.name, files.sources.name, files.aliases.name, files.advice.name, {}, {}, {}, {}};
  data.sources = read_sources(files.sources);
  data.rows = read_rows(files.codes, data);
  data.aliases = read_aliases(files.aliases, data);
  data.advice_rows = read_advice(files.advice, read_later_codes(files.later_codes, data),
                                 files.later_codes.name, data);
  return data;
}

}  // namespace generate
