// SPDX-License-Identifier: BSL-1.0
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <system_error>

#include "generate.hpp"

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

// ---- One field of a record: its value, or a problem ----

const std::string& text(const record& line, std::size_t column, std::string_view name) {
  const std::string& field = line.fields[column];
  if (field.empty()) throw problem(line.where, "the {} is empty", name);
  return field;
}

const std::string& identifier(const record& line, std::size_t column, std::string_view name) {
  const std::string& field = text(line, column, name);
  if (const std::string_view why = why_no_identifier(to_lower(field)); !why.empty()) {
    throw problem(line.where, "the {} \"{}\" is not a C++ identifier: {}", name, field, why);
  }
  return field;
}

// A decimal number without sign, leading zeros or blanks.
std::uint16_t number(const record& line, std::size_t column, std::string_view name,
                     std::uint16_t highest) {
  const std::string& field = line.fields[column];
  std::int64_t value = 0;
  const char* const end = field.data() + field.size();
  const auto [rest, error] = std::from_chars(field.data(), end, value);
  if (field.empty() || rest != end) {
    throw problem(line.where, "the {} \"{}\" is not a number", name, field);
  }
  if (error != std::errc() || value < 0 || value > highest) {
    throw problem(line.where, "the {} {} is out of range (0 to {})", name, field, highest);
  }
  if (field != fmt::to_string(value)) {
    throw problem(line.where, "the {} {} must be written {}", name, field, value);
  }
  return static_cast<std::uint16_t>(value);
}

std::uint16_t code_in(const record& line, std::size_t column) {
  return number(line, column, "code", std::numeric_limits<std::uint16_t>::max());
}

const std::string& word(const record& line, std::size_t column, std::string_view name,
                        const std::vector<std::string>& words) {
  const std::string& field = line.fields[column];
  if (std::find(words.begin(), words.end(), field) == words.end()) {
    throw problem(line.where, "the {} \"{}\" is not one of {}", name, field,
                  fmt::join(words, ", "));
  }
  return field;
}

// ---- Several records ----

// The records after the header line. Each has as many fields as there are columns.
csv_file body(const csv_file& csv, const std::vector<std::string>& columns) {
  const record& head = csv.front();
  if (head.fields != columns) {
    throw problem(head.where, "the columns are \"{}\" and must be \"{}\"",
                  fmt::join(head.fields, ","), fmt::join(columns, ","));
  }
  for (const record& line : csv) {
    const std::size_t size = line.fields.size();
    if (size == columns.size()) continue;
    throw problem(line.where,
                  "{} field{} where the columns are {} (quote a field that holds a comma)", size,
                  size == 1 ? "" : "s", columns.size());
  }
  return {csv.begin() + 1, csv.end()};
}

const std::string& name_of(const csv_file& csv) { return csv.front().where.file; }

// The keys so far, each with its line.
template <class Key>
using lines_of = std::map<Key, std::size_t>;

template <class Key>
void add_unique(lines_of<Key>& lines, const place& where, std::string_view what, const Key& key) {
  if (const auto [first, is_new] = lines.emplace(key, where.line); !is_new) {
    throw problem(where, "the {} {} is already in line {}", what, key, first->second);
  }
}

template <class Row>
void sort_by_code(std::vector<Row>& rows) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.code < b.code; });
}

// The position of the row with the code; `none` if there is none.
std::size_t find_code(const std::vector<row>& rows, std::uint16_t code) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const row& each) { return each.code == code; });
  return found == rows.end() ? none : static_cast<std::size_t>(found - rows.begin());
}

// ---- The files ----

std::vector<source> read_sources(const csv_file& csv) {
  std::vector<source> sources;
  lines_of<std::string> names;
  for (const record& line : body(csv, {"source", "description"})) {
    const std::string& name = identifier(line, 0, "source");
    add_unique(names, line.where, "source", to_lower(name));
    if (sources.size() == std::numeric_limits<std::uint8_t>::max()) {
      throw problem(line.where, "more than {} sources", sources.size());
    }
    sources.push_back({name, to_lower(name), line.fields[1], line.where});
  }
  return sources;
}

std::vector<row> read_rows(const csv_files& files, const std::vector<source>& sources) {
  std::vector<row> rows;
  lines_of<std::uint16_t> codes;
  std::map<std::string, std::size_t> rows_with;  // by cause in lower case
  for (const record& line : body(files.codes, {"code", "cause", "description", "sip_response",
                                               "sip_code", "originator"})) {
    const std::uint16_t code = code_in(line, 0);
    add_unique(codes, line.where, "code", code);
    const std::string& cause = identifier(line, 1, "cause");
    const std::string& sip_response = text(line, 3, "SIP response");
    const std::uint16_t sip_code = number(line, 4, "SIP code", 699);
    const std::string& name = line.fields[5];
    const auto found = std::find_if(sources.begin(), sources.end(),
                                    [&](const source& each) { return each.name == name; });
    if (found == sources.end()) {
      throw problem(line.where, "the originator \"{}\" is not in {} (case matters)", name,
                    name_of(files.sources));
    }
    const auto originator = static_cast<std::size_t>(found - sources.begin());
    ++rows_with[to_lower(cause)];
    rows.push_back({code, sip_code, originator, cause, line.fields[2], sip_response,
                    to_lower(cause), line.where});
  }
  if (rows.empty()) throw problem({name_of(files.codes)}, "the file has no rows");

  // If several codes share a cause, the constants end in the code.
  lines_of<std::string> constants;
  for (row& each : rows) {
    if (rows_with[each.constant] > 1) each.constant += fmt::format("_{}", each.code);
    add_unique(constants, each.where, "constant", "code::" + each.constant);
  }
  sort_by_code(rows);
  return rows;
}

std::vector<alias> read_aliases(const csv_files& files, const std::vector<row>& rows) {
  std::vector<alias> aliases;
  lines_of<std::string> lines;
  for (const record& line : body(files.aliases, {"cause", "code", "source"})) {
    const std::string& cause = text(line, 0, "cause");
    const std::uint16_t code = code_in(line, 1);
    if (find_code(rows, code) == none) {
      throw problem(line.where, "the code {} is not in {}", code, name_of(files.codes));
    }
    for (const row& published : rows) {
      if (to_lower(published.cause) == to_lower(cause)) {
        throw problem(line.where, "\"{}\" is the published cause of {}; delete this line", cause,
                      published.code);
      }
    }
    add_unique(lines, line.where, "line", fmt::format("{},{}", to_lower(cause), code));
    aliases.push_back({code, cause, line.where});
  }
  sort_by_code(aliases);
  return aliases;
}

// The advice for published rows, and for codes that only later sources name.
std::vector<advice> read_advice(const csv_files& files, const std::vector<row>& rows) {
  lines_of<std::uint16_t> later_lines;
  const csv_file later = body(files.later_codes, {"code", "cause", "description", "source"});
  for (const record& line : later) {
    const std::uint16_t code = code_in(line, 0);
    add_unique(later_lines, line.where, "code", code);
    if (find_code(rows, code) != none) {
      throw problem(line.where, "the code {} is published now; delete this line", code);
    }
    text(line, 2, "description");
  }

  std::vector<advice> all;
  lines_of<std::uint16_t> codes;
  for (const record& line :
       body(files.advice, {"code", "fixer", "retry", "retry_stated", "expected", "next_step"})) {
    constexpr std::size_t longest = 160;
    advice next{};
    next.where = line.where;
    next.code = code_in(line, 0);
    add_unique(codes, line.where, "code", next.code);
    next.row = find_code(rows, next.code);
    if (next.row == none) {
      const auto found = later_lines.find(next.code);
      if (found == later_lines.end()) {
        throw problem(line.where, "the code {} is neither in {} nor in {}", next.code,
                      name_of(files.codes), name_of(files.later_codes));
      }
      const record& about = files.later_codes[found->second - 1];  // every line is a record
      next.cause = about.fields[1];
      next.description = about.fields[2];
    }
    next.fixer =
        word(line, 1, "fixer", {"nobody", "customer", "carrier", "plivo", "callee", "caller"});
    next.retry = word(line, 2, "retry", {"unstated", "no", "after_fix", "later", "yes"});
    next.retry_stated = word(line, 3, "retry_stated", {"no", "yes"}) == "yes";
    next.expected = word(line, 4, "expected", {"no", "yes"}) == "yes";
    next.next_step = text(line, 5, "next step");
    if (next.next_step.size() > longest) {
      throw problem(line.where, "the next step has {} bytes; the limit is {}",
                    next.next_step.size(), longest);
    }
    all.push_back(std::move(next));
  }

  const auto need_advice = [&](std::uint16_t code, const place& where) {
    if (codes.count(code) != 0) return;
    throw problem(where, "the code {} has no line in {}", code, name_of(files.advice));
  };
  for (const row& each : rows) need_advice(each.code, each.where);
  for (const auto& [code, line] : later_lines) {
    need_advice(code, {name_of(files.later_codes), line});
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
  dataset data;
  data.sources = read_sources(files.sources);
  data.rows = read_rows(files, data.sources);
  data.aliases = read_aliases(files, data.rows);
  data.advice_rows = read_advice(files, data.rows);
  return data;
}

}  // namespace generate
