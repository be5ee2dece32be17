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

// The reserved words of C++17 to C++23, alternative tokens included, and lower-case names that
// compilers, the C library, windows.h or Qt define as macros; with a space on both sides.
constexpr std::string_view taken_words =
    " alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t "
    "char32_t char8_t class co_await co_return co_yield compl concept const const_cast "
    "consteval constexpr constinit continue decltype default delete do double dynamic_cast "
    "else enum explicit export extern false float for friend goto if inline int long mutable "
    "namespace new noexcept not not_eq nullptr operator or or_eq private protected public "
    "register reinterpret_cast requires return short signed sizeof static static_assert "
    "static_cast struct switch template this thread_local throw true try typedef typeid "
    "typename union unsigned using virtual void volatile wchar_t while xor xor_eq "
    "assert cdecl emit errno far foreach huge i386 interface linux major max min minor near "
    "pascal signals slots small stderr stdin stdout unix ";

// Why the lower-case name is not an identifier; empty if it is one.
std::string_view why_no_identifier(std::string_view name) {
  const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
  if (is_digit(name.front())) return "it begins with a digit";
  for (const char c : name) {
    if (!is_digit(c) && !('a' <= c && c <= 'z') && c != '_') {
      return "only letters, digits and underscores are allowed";
    }
  }
  if (name.front() == '_' || name.find("__") != name.npos) {
    return "names with an underscore at the start or two in a row are the compiler's";
  }
  const bool is_taken = taken_words.find(fmt::format(" {} ", name)) != taken_words.npos;
  return is_taken ? "it is a reserved word or a common macro" : "";
}

// ---- One field of a record: its value, or a problem ----

// Not empty, nor more than `longest` bytes.
const std::string& text(const record& line, std::size_t column, std::string_view name,
                        std::size_t longest = std::numeric_limits<std::size_t>::max()) {
  const std::string& field = line.fields[column];
  if (field.find_first_not_of(' ') == field.npos) {
    throw problem(line.where, "the {} is {}", name, field.empty() ? "empty" : "blank");
  }
  if (field.size() > longest) {
    throw problem(line.where, "the {} has {} bytes; the limit is {}", name, field.size(), longest);
  }
  return field;
}

// A cause or a phrase: a key, which no lookup trims.
const std::string& key(const record& line, std::size_t column, std::string_view name) {
  const std::string& field = text(line, column, name, 100);
  if (field.front() == ' ' || field.back() == ' ') {
    throw problem(line.where, "the {} \"{}\" begins or ends with a blank", name, field);
  }
  return field;
}

const std::string& identifier(const record& line, std::size_t column, std::string_view name) {
  const std::string& field = key(line, column, name);
  if (const std::string_view why = why_no_identifier(to_lower(field)); !why.empty()) {
    throw problem(line.where, "the {} \"{}\" is not a C++ identifier: {}", name, field, why);
  }
  return field;
}

std::uint16_t number(const record& line, std::size_t column, std::string_view name,
                     std::uint16_t lowest, std::uint16_t highest) {
  const std::string& field = line.fields[column];
  std::uint16_t value = 0;
  const auto [rest, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (error != std::errc() || value < lowest || value > highest || field != fmt::to_string(value)) {
    throw problem(line.where, "the {} \"{}\" is not a number from {} to {} without leading zeros",
                  name, field, lowest, highest);
  }
  return value;
}

std::uint16_t code_in(const record& line, std::size_t column) {
  return number(line, column, "code", 1000, 9999);
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
    sources.push_back({name, line.fields[1], line.where});
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
    const std::string& sip_response = key(line, 3, "SIP response");
    const std::uint16_t sip_code = number(line, 4, "SIP code", 0, 699);
    const std::string& originator = line.fields[5];
    if (std::none_of(sources.begin(), sources.end(),
                     [&](const source& each) { return each.name == originator; })) {
      throw problem(line.where, "the originator \"{}\" is not in {} (case matters)", originator,
                    name_of(files.sources));
    }
    ++rows_with[to_lower(cause)];
    rows.push_back({code, sip_code, cause, line.fields[2], sip_response, originator,
                    to_lower(cause), line.where});
  }
  if (rows.empty()) throw problem({name_of(files.codes)}, "the file has no rows");

  // If several codes share a cause, the constants end in the code.
  lines_of<std::string> constants;
  for (row& each : rows) {
    if (rows_with[each.constant] > 1) {
      if (each.constant.back() == '_') {
        throw problem(each.where, "the constant code::{}_{} would have two underscores in a row",
                      each.constant, each.code);
      }
      each.constant += fmt::format("_{}", each.code);
    }
    add_unique(constants, each.where, "constant", "code::" + each.constant);
  }
  sort_by_code(rows);
  return rows;
}

// The later codes, still without their advice.
std::vector<advice> read_later_codes(const csv_files& files, const std::vector<row>& rows) {
  std::vector<advice> later_codes;
  lines_of<std::uint16_t> lines;
  for (const record& line : body(files.later_codes, {"code", "cause", "description", "source"})) {
    const std::uint16_t code = code_in(line, 0);
    add_unique(lines, line.where, "code", code);
    if (std::any_of(rows.begin(), rows.end(), [&](const row& r) { return r.code == code; })) {
      throw problem(line.where, "the code {} is published now; delete this line", code);
    }
    const std::string& cause = line.fields[1].empty() ? line.fields[1] : key(line, 1, "cause");
    later_codes.push_back({code, none, cause, text(line, 2, "description"), line.where});
  }
  return later_codes;
}

std::vector<alias> read_aliases(const csv_files& files, const std::vector<row>& rows,
                                const std::vector<advice>& later_codes) {
  std::vector<alias> aliases;
  lines_of<std::string> lines;
  for (const record& line : body(files.aliases, {"cause", "code", "source"})) {
    const std::string& cause = key(line, 0, "cause");
    const std::uint16_t code = code_in(line, 1);
    word(line, 2, "source", {"newer edition", "plivo-cli skill"});
    bool is_known = false;
    for (const row& published : rows) {
      if (published.code == code) is_known = true;
      if (to_lower(published.cause) == to_lower(cause)) {
        throw problem(line.where, "\"{}\" is the published cause of {}; delete this line", cause,
                      published.code);
      }
    }
    for (const advice& later : later_codes) {
      if (to_lower(later.cause) == to_lower(cause)) {
        throw problem(line.where, "\"{}\" is the cause of the later code {}; delete this line",
                      cause, later.code);
      }
    }
    if (!is_known) {
      throw problem(line.where, "the code {} is not in {}", code, name_of(files.codes));
    }
    add_unique(lines, line.where, "line", fmt::format("{},{}", to_lower(cause), code));
    aliases.push_back({code, cause, line.where});
  }
  sort_by_code(aliases);
  return aliases;
}

// The advice for published rows and later codes.
std::vector<advice> read_advice(const csv_files& files, const std::vector<row>& rows,
                                const std::vector<advice>& later_codes) {
  std::map<std::uint16_t, advice> by_code;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const row& published = rows[i];
    by_code[published.code] = {published.code, i, published.cause, published.description,
                               published.where};
  }
  for (const advice& later : later_codes) by_code[later.code] = later;

  lines_of<std::uint16_t> lines;
  for (const record& line :
       body(files.advice, {"code", "fixer", "retry", "retry_stated", "expected", "next_step"})) {
    const std::uint16_t code = code_in(line, 0);
    add_unique(lines, line.where, "code", code);
    const auto found = by_code.find(code);
    if (found == by_code.end()) {
      throw problem(line.where, "the code {} is neither in {} nor in {}", code,
                    name_of(files.codes), name_of(files.later_codes));
    }
    advice& about = found->second;
    about.fixer =
        word(line, 1, "fixer", {"nobody", "customer", "carrier", "plivo", "callee", "caller"});
    about.retry = word(line, 2, "retry", {"unstated", "no", "after_fix", "later", "yes"});
    about.retry_stated = word(line, 3, "retry_stated", {"no", "yes"}) == "yes";
    about.expected = word(line, 4, "expected", {"no", "yes"}) == "yes";
    about.next_step = text(line, 5, "next step", 160);
  }

  std::vector<advice> all;
  for (const auto& [code, about] : by_code) {
    if (lines.count(code) == 0) {
      throw problem(about.where, "the code {} has no line in {}", code, name_of(files.advice));
    }
    all.push_back(about);
  }
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
  const std::vector<advice> later_codes = read_later_codes(files, data.rows);
  data.aliases = read_aliases(files, data.rows, later_codes);
  data.advice_rows = read_advice(files, data.rows, later_codes);
  return data;
}

}  // namespace generate
