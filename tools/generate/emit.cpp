// SPDX-License-Identifier: BSL-1.0
#include "emit.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "problem.hpp"

namespace generate {
namespace {

constexpr std::string_view begin_marker = "// <generated>";
constexpr std::string_view end_marker = "// </generated>";

constexpr std::string_view explanation = R"(
// Written by tools/generate from data/*.csv. Edit those, then run tools/regenerate.
// clang-format off
)";

// An ASCII string literal, which gives the same bytes with every compiler.
std::string string_literal(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    const unsigned byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\' || (c == '?' && literal.back() == '?')) {  // "??" begins a trigraph
      literal += '\\';
      literal += c;
    } else if (byte < 0x20 || byte > 0x7E) {
      literal += fmt::format("\\{:03o}", byte);
    } else {
      literal += c;
    }
  }
  return literal + '"';
}

class writer {
 public:
  void hangup(const dataset& data, const hashes& found) {
    std::vector<std::string> enumerators;
    for (const source& s : data.sources) {
      enumerators.push_back(fmt::format("{} = {}", s.enumerator, enumerators.size()));
    }
    open_namespaces();
    line("enum class originator : std::uint8_t {{ {} }};", fmt::join(enumerators, ", "));
    line("inline namespace ZENTRUNK_RELEASE {{");
    line("namespace detail {{");
    line("using namespace std::string_view_literals;");
    line("");
    line("/// Every entry, ascending by code.");
    line("inline constexpr std::array<entry, {}> table{{{{", data.rows.size());
    line("  // code, SIP status code, originator, cause, description, SIP reason phrase");
    for (const row& r : data.rows) {
      line("  {{{}, {:3}, originator::{}, {}, {}, {}}},", r.code, r.sip_code,
           data.sources[r.originator].enumerator, literal(r.cause), literal(r.description),
           literal(r.sip_response));
    }
    line("}}}};");
    line("");
    line("// By number.");
    line("struct originator_text {{ std::string_view name, description; }};");
    line("inline constexpr originator_text originators[] = {{");
    for (const source& s : data.sources) {
      line("  {{{}, {}}},", literal(s.name), literal(s.description));
    }
    line("}};");
    line("");
    line("struct cause_alias {{ std::uint16_t code; std::string_view cause; }};");
    line("inline constexpr std::array<cause_alias, {}> cause_aliases{{{{", data.aliases.size());
    for (const alias& a : data.aliases) line("  {{{}, {}}},", a.code, literal(a.cause));
    line("}}}};");
    line("");
    line("// The perfect hashes: see hash_code() and hash_name().");
    hash("code", found.code.multiplier, 8, found.code.bits);
    hash("cause", found.cause.multiplier, 16, found.cause.bits);
    hash("phrase", found.sip_response.multiplier, 16, found.sip_response.bits);
    line("}}  // namespace detail");
    line("using detail::table;");
    line("");
    line(
        "/// The hangup codes by cause in lower case; causes that several codes share end in the "
        "code.");
    line("namespace code {{");
    for (const row& r : data.rows) {
      line("inline constexpr std::uint16_t {} = {};  ///< {} {}, {}", r.constant, r.code,
           r.sip_code, data.sources[r.originator].name, string_literal(r.sip_response));
    }
    line("}}  // namespace code");
    close_namespaces();
  }

  void advice(const dataset& data, const hashes& found) {
    open_namespaces();
    line("inline namespace ZENTRUNK_RELEASE {{");
    line("namespace detail {{");
    line("using namespace std::string_view_literals;");
    line("");
    line("/// Every published code and the later ones, ascending. `table` is that of hangup.hpp.");
    line("inline constexpr std::array<advice, {}> advice_table{{{{", data.advice_rows.size());
    line("  // code, fixer, retry, retry stated, expected, cause, description, next step");
    for (const generate::advice& a : data.advice_rows) {
      const bool is_later = a.row == none;
      line("  {{{}, {:16} {:17} {:6} {:6} {}, {}, {}}},", a.code, "fixer::" + a.fixer + ",",
           "retry::" + a.retry + ",", fmt::format("{},", a.retry_stated),
           fmt::format("{},", a.expected),
           is_later ? literal(a.cause) : fmt::format("table[{}].cause", a.row),
           is_later ? literal(a.description) : fmt::format("table[{}].description", a.row),
           literal(a.next_step));
    }
    line("}}}};");
    line("");
    hash("advice", found.advice.multiplier, 8, found.advice.bits);
    line("}}  // namespace detail");
    line("using detail::advice_table;");
    close_namespaces();
  }

  void module(const dataset& data) {
    line("export namespace zentrunk::hangup::inline v1::inline ZENTRUNK_RELEASE::code {{");
    for (const row& r : data.rows) line("using code::{};", r.constant);
    line("}}  // namespace zentrunk::hangup::inline v1::inline ZENTRUNK_RELEASE::code");
  }

  std::string text() && { return std::move(text_); }

 private:
  void open_namespaces() {
    line("namespace zentrunk::hangup {{");
    line("inline namespace v1 {{");
  }
  void close_namespaces() {
    line("}}  // namespace ZENTRUNK_RELEASE");
    line("}}  // namespace v1");
    line("}}  // namespace zentrunk::hangup");
  }

  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Args>(args)...);
    text_ += '\n';
  }

  void hash(std::string_view name, std::uint64_t multiplier, int digits, unsigned bits) {
    line("inline constexpr std::uint{}_t {}_multiplier = 0x{:0{}X};", 4 * digits, name, multiplier,
         digits);
    line("inline constexpr unsigned {}_bits = {};", name, bits);
  }

  static std::string literal(std::string_view text) { return string_literal(text) + "sv"; }

  std::string text_;
};

// The position of the one line that begins with the marker.
std::size_t find_marker(const std::string& name, std::string_view text, std::string_view marker) {
  std::size_t found = text.npos;
  std::size_t number = 0;
  for (std::size_t line = 0; line < text.size();) {
    ++number;
    if (text.substr(line, marker.size()) == marker) {
      if (found != text.npos) throw problem(name, number, "the line \"{}\" occurs twice", marker);
      found = line;
    }
    const std::size_t end = text.find('\n', line);
    line = end == text.npos ? text.size() : end + 1;
  }
  if (found == text.npos) {
    throw problem(name, 1, "the line \"{}\" is missing", marker);
  }
  return found;
}

}  // namespace

std::string emit_hangup(const dataset& data, const hashes& found) {
  writer out;
  out.hangup(data, found);
  return std::move(out).text();
}

std::string emit_advice(const dataset& data, const hashes& found) {
  writer out;
  out.advice(data, found);
  return std::move(out).text();
}

std::string emit_module(const dataset& data) {
  writer out;
  out.module(data);
  return std::move(out).text();
}

std::string replace_generated_part(const std::string& name, const std::string& header,
                                   const std::string& part) {
  const std::size_t begin = find_marker(name, header, begin_marker);
  const std::size_t end = find_marker(name, header, end_marker);
  if (end < begin) throw problem(name, 1, "\"{}\" comes before \"{}\"", end_marker, begin_marker);
  return header.substr(0, begin)
             .append(begin_marker)
             .append(explanation)
             .append(part)
             .append("// clang-format on\n") +
         header.substr(end);
}

}  // namespace generate
