// SPDX-License-Identifier: BSL-1.0
#include "validate.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <set>
#include <system_error>

#include "problem.hpp"

namespace generate {
namespace {

// The reserved words of C++17 to C++23, alternative tokens included.
const std::set<std::string_view> reserved_words{"alignas",       "alignof",     "and",
                                                "and_eq",        "asm",         "auto",
                                                "bitand",        "bitor",       "bool",
                                                "break",         "case",        "catch",
                                                "char",          "char16_t",    "char32_t",
                                                "char8_t",       "class",       "co_await",
                                                "co_return",     "co_yield",    "compl",
                                                "concept",       "const",       "const_cast",
                                                "consteval",     "constexpr",   "constinit",
                                                "continue",      "decltype",    "default",
                                                "delete",        "do",          "double",
                                                "dynamic_cast",  "else",        "enum",
                                                "explicit",      "export",      "extern",
                                                "false",         "float",       "for",
                                                "friend",        "goto",        "if",
                                                "inline",        "int",         "long",
                                                "mutable",       "namespace",   "new",
                                                "noexcept",      "not",         "not_eq",
                                                "nullptr",       "operator",    "or",
                                                "or_eq",         "private",     "protected",
                                                "public",        "register",    "reinterpret_cast",
                                                "requires",      "return",      "short",
                                                "signed",        "sizeof",      "static",
                                                "static_assert", "static_cast", "struct",
                                                "switch",        "template",    "this",
                                                "thread_local",  "throw",       "true",
                                                "try",           "typedef",     "typeid",
                                                "typename",      "union",       "unsigned",
                                                "using",         "virtual",     "void",
                                                "volatile",      "wchar_t",     "while",
                                                "xor",           "xor_eq"};

// Lower-case names that compilers, the C library, windows.h or Qt define as macros.
const std::set<std::string_view> common_macros{
    "assert",    "cdecl", "emit",  "errno",  "far",   "foreach", "huge", "i386",
    "interface", "linux", "major", "max",    "min",   "minor",   "near", "pascal",
    "signals",   "slots", "small", "stderr", "stdin", "stdout",  "unix"};

// Why the name in lower case can't name something in C++; empty where it can.
std::string_view why_no_identifier(std::string_view name) {
  const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
  if (is_digit(name.front())) return "it begins with a digit";
  for (const char c : name) {
    if (!is_digit(c) && !('a' <= c && c <= 'z') && c != '_') {
      return "only letters, digits and underscores can";
    }
  }
  if (name.substr(0, 2) == "__") return "the compiler's own names begin with two underscores";
  if (common_macros.count(name) != 0) return "common headers define a macro of that name";
  return reserved_words.count(name) != 0 ? "it is a reserved word" : "";
}

void check_identifier(const std::string& file, std::size_t line, std::string_view column,
                      const std::string& name) {
  if (name.empty()) throw problem(file, line, "the {} is empty", column);
  if (const std::string_view why = why_no_identifier(to_lower(name)); !why.empty()) {
    throw problem(file, line, "the {} \"{}\" makes no C++ identifier: {}", column, name, why);
  }
}

// A decimal number, written as a person writes it.
std::uint16_t number(const std::string& file, std::size_t line, std::string_view column,
                     const std::string& field, std::uint16_t highest) {
  std::int64_t value = 0;
  const char* const end = field.data() + field.size();
  const auto [rest, error] = std::from_chars(field.data(), end, value);
  if (field.empty() || rest != end) {
    throw problem(file, line, "the {} \"{}\" is no number", column, field);
  }
  if (error != std::errc() || value < 0 || value > highest) {
    throw problem(file, line, "the {} {} is out of range (0 to {})", column, field, highest);
  }
  if (field != fmt::to_string(value)) {
    throw problem(file, line, "the {} {} must be written {}", column, field, value);
  }
  return static_cast<std::uint16_t>(value);
}

// The records below the line of column names, each known to have as many fields.
std::vector<record> body(const csv_file& csv, const std::vector<std::string>& columns) {
  const record& head = csv.records.front();
  if (head.fields != columns) {
    throw problem(csv.name, head.line, "the columns are \"{}\" and must be \"{}\"",
                  fmt::join(head.fields, ","), fmt::join(columns, ","));
  }
  if (csv.records.size() == 1) throw problem(csv.name, head.line, "no row follows the columns");
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

std::vector<source> validate_sources(const csv_file& csv) {
  std::vector<source> sources;
  std::map<std::string, std::size_t> line_of;
  for (const record& each : body(csv, {"source", "description"})) {
    const std::string& name = each.fields[0];
    check_identifier(csv.name, each.line, "source", name);
    const std::string enumerator = to_lower(name);
    if (const auto [first, is_new] = line_of.emplace(enumerator, each.line); !is_new) {
      throw problem(csv.name, each.line, "the source \"{}\" stands in line {} already", name,
                    first->second);
    }
    if (sources.size() == std::numeric_limits<std::uint8_t>::max()) {
      throw problem(csv.name, each.line, "more than {} sources", sources.size());
    }
    sources.push_back({name, enumerator, each.fields[1]});
  }
  return sources;
}

}  // namespace

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

dataset validate(const csv_file& codes, const csv_file& sources) {
  dataset data{validate_sources(sources), {}};
  const std::vector<record> records =
      body(codes, {"code", "cause", "description", "sip_response", "sip_code", "originator"});

  std::map<std::uint16_t, std::size_t> line_of;  // by code
  std::map<std::string, std::size_t> rows_with;  // by cause in lower case
  for (const record& each : records) {
    const auto& field = each.fields;
    row next{};
    next.code =
        number(codes.name, each.line, "code", field[0], std::numeric_limits<std::uint16_t>::max());
    if (const auto [first, is_new] = line_of.emplace(next.code, each.line); !is_new) {
      throw problem(codes.name, each.line, "the code {} stands in line {} already", next.code,
                    first->second);
    }
    check_identifier(codes.name, each.line, "cause", field[1]);
    next.cause = field[1];
    next.description = field[2];
    next.sip_response = field[3];
    next.sip_code = number(codes.name, each.line, "SIP code", field[4], 699);
    const auto found = std::find_if(data.sources.begin(), data.sources.end(),
                                    [&](const source& s) { return s.name == field[5]; });
    if (found == data.sources.end()) {
      throw problem(codes.name, each.line, "the source \"{}\" does not stand in {} (in that case)",
                    field[5], sources.name);
    }
    next.originator = static_cast<std::size_t>(found - data.sources.begin());
    ++rows_with[to_lower(next.cause)];
    data.rows.push_back(std::move(next));
  }

  // A cause that several codes share names its constants with the code behind it.
  std::map<std::string_view, std::uint16_t> code_of;  // by constant
  for (row& each : data.rows) {
    each.constant = to_lower(each.cause);
    if (rows_with[each.constant] > 1) each.constant += fmt::format("_{}", each.code);
    if (const auto [first, is_new] = code_of.emplace(each.constant, each.code); !is_new) {
      throw problem(codes.name, line_of[each.code],
                    "the constant code::{} would stand for {} and for {}", each.constant,
                    first->second, each.code);
    }
  }

  std::sort(data.rows.begin(), data.rows.end(),
            [](const row& a, const row& b) { return a.code < b.code; });
  return data;
}

}  // namespace generate
