// SPDX-License-Identifier: BSL-1.0
#include "generate.hpp"

namespace generate {
namespace {

// An ASCII string literal, which gives the same bytes with every compiler.
std::string literal(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const unsigned byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\' || (c == '?' && result.back() == '?')) {  // "??" begins a trigraph
      result += '\\';
      result += c;
    } else if (byte < 0x20 || byte > 0x7E) {
      result += fmt::format("\\{:03o}", byte);
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string view(std::string_view text) { return literal(text) + "sv"; }

// What `format` makes of each row.
template <class Row, class Format>
std::string each(const std::vector<Row>& rows, Format format) {
  std::string all;
  for (const Row& row : rows) all += format(row);
  return all;
}

std::string definition(std::string_view name, unsigned key_bits, const hash& found) {
  return fmt::format(
      "inline constexpr std::uint{0}_t {1}_multiplier = 0x{2:0{3}X};\n"
      "inline constexpr unsigned {1}_bits = {4};\n",
      key_bits, name, found.multiplier, key_bits / 4, found.bits);
}

// The position of the one line that begins with the marker.
std::size_t find_marker(const std::string& name, const std::string& header,
                        std::string_view marker) {
  const std::string lines = '\n' + header, line = fmt::format("\n{}", marker);
  const std::size_t found = lines.find(line);
  if (found == lines.npos) throw problem({name}, "the line \"{}\" is missing", marker);
  if (found != lines.rfind(line)) throw problem({name}, "the line \"{}\" occurs twice", marker);
  return found;
}

// The value in the header's line "#define MACRO VALUE".
std::string_view value_of(const std::string& name, const std::string& header,
                          std::string_view macro) {
  const std::string line = "#define " + std::string(macro) + ' ';
  const std::size_t begin = find_marker(name, header, line) + line.size();
  return std::string_view(header).substr(begin, header.find('\n', begin) - begin);
}

// FNV-1a.
std::uint32_t hash_text(std::string_view text) {
  std::uint32_t hash = 0x811C9DC5;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return hash;
}

}  // namespace

std::string emit_hangup(const dataset& data, const hashes& found) {
  std::string enumerators;
  for (std::size_t number = 0; number < data.sources.size(); ++number) {
    enumerators += fmt::format("{}{} = {}", number == 0 ? "" : ", ",
                               to_lower(data.sources[number].name), number);
  }
  const auto format_row = [&](const row& r) {
    return fmt::format("  {{{}, {:3}, originator::{}, {}, {}, {}}},\n", r.code, r.sip_code,
                       to_lower(r.originator), view(r.cause), view(r.description),
                       view(r.sip_response));
  };
  const auto format_source = [](const source& s) {
    return fmt::format("  {{{}, {}}},\n", view(s.name), view(s.description));
  };
  const auto format_alias = [](const alias& a) {
    return fmt::format("  {{{}, {}}},\n", a.code, view(a.cause));
  };
  const auto format_constant = [&](const row& r) {
    return fmt::format("inline constexpr std::uint16_t {} = {};  ///< {} {}, {}\n", r.constant,
                       r.code, r.sip_code, r.originator, literal(r.sip_response));
  };
  return fmt::format(
      R"(namespace zentrunk::hangup {{
inline namespace v1 {{
enum class originator : std::uint8_t {{ {enumerators} }};
inline namespace ZENTRUNK_RELEASE {{
namespace detail {{
using namespace std::string_view_literals;

/// Every entry, ascending by code.
inline constexpr std::array<entry, {row_count}> table{{{{
  // code, SIP status code, originator, cause, description, SIP reason phrase
{rows}}}}};

// Names and descriptions, indexed by the enumerator.
struct originator_text {{ std::string_view name, description; }};
inline constexpr originator_text originators[] = {{
{sources}}};

struct cause_alias {{ std::uint16_t code; std::string_view cause; }};
inline constexpr std::array<cause_alias, {alias_count}> cause_aliases{{{{
{aliases}}}}};

// The perfect hashes: see slot_of() of code_index and names.
{hashes}}}  // namespace detail
using detail::table;  // public

/// The hangup codes by cause in lower case; if several share a cause, the code is appended.
namespace code {{
{constants}}}  // namespace code
}}  // namespace ZENTRUNK_RELEASE
}}  // namespace v1
}}  // namespace zentrunk::hangup
)",
      fmt::arg("enumerators", enumerators), fmt::arg("row_count", data.rows.size()),
      fmt::arg("rows", each(data.rows, format_row)),
      fmt::arg("sources", each(data.sources, format_source)),
      fmt::arg("alias_count", data.aliases.size()),
      fmt::arg("aliases", each(data.aliases, format_alias)),
      fmt::arg("hashes", definition("code", 32, found.code) + definition("cause", 64, found.cause) +
                             definition("phrase", 64, found.sip_response)),
      fmt::arg("constants", each(data.rows, format_constant)));
}

std::string emit_advice(const dataset& data, const hashes& found, const std::string& release) {
  const auto format_advice = [](const advice& a) {
    const bool is_later = a.row == none;
    return fmt::format("  {{{}, {:16} {:17} {:6} {:6} {}, {}, {}}},\n", a.code,
                       "fixer::" + a.fixer + ",", "retry::" + a.retry + ",",
                       fmt::format("{},", a.retry_stated), fmt::format("{},", a.expected),
                       is_later ? view(a.cause) : fmt::format("table[{}].cause", a.row),
                       is_later ? view(a.description) : fmt::format("table[{}].description", a.row),
                       view(a.next_step));
  };
  return fmt::format(
      R"(namespace zentrunk::hangup {{
inline namespace v1 {{
inline namespace ZENTRUNK_RELEASE {{
namespace detail {{
using namespace std::string_view_literals;

static_assert(sizeof({}::entries) != 0, "hangup.hpp is of another release or of other data");

/// Every published code and the later ones, ascending. `table` is that of hangup.hpp.
inline constexpr std::array<advice, {}> advice_table{{{{
  // code, fixer, retry, retry stated, expected, cause, description, next step
{}}}}};

{}}}  // namespace detail
using detail::advice_table;  // public
}}  // namespace ZENTRUNK_RELEASE
}}  // namespace v1
}}  // namespace zentrunk::hangup
)",
      release, data.advice_rows.size(), each(data.advice_rows, format_advice),
      definition("advice", 32, found.advice));
}

std::string emit_module(const dataset& data) {
  return fmt::format(
      R"(export namespace zentrunk::hangup::inline v1::inline ZENTRUNK_RELEASE::code {{
{}}}  // namespace zentrunk::hangup::inline v1::inline ZENTRUNK_RELEASE::code
)",
      each(data.rows, [](const row& r) { return fmt::format("using code::{};\n", r.constant); }));
}

std::string name_release(const std::string& name, const std::string& header,
                         std::string_view parts) {
  return fmt::format("v{}_{}_{}_{:08x}", value_of(name, header, "ZENTRUNK_VERSION_MAJOR"),
                     value_of(name, header, "ZENTRUNK_VERSION_MINOR"),
                     value_of(name, header, "ZENTRUNK_VERSION_PATCH"), hash_text(parts));
}

std::string replace_release(const std::string& name, std::string header,
                            const std::string& release) {
  const std::string_view old = value_of(name, header, "ZENTRUNK_RELEASE");
  return header.replace(static_cast<std::size_t>(old.data() - header.data()), old.size(), release);
}

std::string replace_generated_part(const std::string& name, const std::string& header,
                                   std::string_view part) {
  constexpr std::string_view begin_marker = "// <generated>";
  constexpr std::string_view end_marker = "// </generated>";
  const std::size_t begin = find_marker(name, header, begin_marker);
  const std::size_t end = find_marker(name, header, end_marker);
  if (end < begin) throw problem({name}, "\"{}\" comes before \"{}\"", end_marker, begin_marker);
  return fmt::format(
      "{}{}\n"
      "// Written by tools/generate from data/*.csv. Edit those, then run tools/regenerate.\n"
      "// clang-format off\n"
      "{}"
      "// clang-format on\n"
      "{}",
      header.substr(0, begin), begin_marker, part, header.substr(end));
}

}  // namespace generate
