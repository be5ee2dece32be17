// SPDX-License-Identifier: BSL-1.0
#include "emit.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string_view>

#include "problem.hpp"

namespace generate {
namespace {

constexpr std::size_t line_width = 100;

constexpr std::string_view begin_marker = "// <generated>";
constexpr std::string_view end_marker = "// </generated>";

constexpr std::string_view explanation = R"(
// Written by tools/generate from data/hangup_codes.csv and data/hangup_sources.csv. To change it,
// edit those and run tools/regenerate; an edit by hand is lost, and fails tools/test before.
//
// Layout: the originators; the table, one line for each published row; the constants; and for each
// lookup an index that gives rows or their numbers (their places in the table). All but the
// originators, and the lookups behind this part, stand in a namespace of this data's own: units
// with other releases of the same major version can be linked to this one, and each finds in its
// own.
// clang-format off
)";

// A string literal of ASCII characters only, which means the same bytes to every compiler.
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
  explicit writer(const dataset& data) : data_(data) {}

  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Args>(args)...);
    text_ += '\n';
  }

  void originators() {
    line("enum class originator : std::uint8_t {{");
    for (const source& s : data_.sources) {
      line("  {},  ///< {}", s.enumerator, string_literal(s.description));
    }
    line("}};");
  }

  void table() {
    std::size_t longest = 0;
    for (const source& s : data_.sources) longest = std::max(longest, s.enumerator.size());
    line("/// Every published row, ascending by code.");
    line("inline constexpr std::array<entry, {}> table{{{{", data_.rows.size());
    line("  // code, SIP code, originator, cause, description, SIP reason phrase");
    for (const row& r : data_.rows) {
      line("  {{{}, {:3}, originator::{:{}} {}sv, {}sv, {}sv}},", r.code, r.sip_code,
           data_.sources[r.originator].enumerator + ",", longest + 1, string_literal(r.cause),
           string_literal(r.description), string_literal(r.sip_response));
    }
    line("}}}};");
  }

  void sources() {
    line("struct source {{");
    line("  std::string_view name, description;");
    line("}};");
    line("// By the number of the originator: its name and what the page says of it.");
    line("inline constexpr std::array<source, {}> sources{{{{", data_.sources.size());
    for (const source& s : data_.sources) {
      line("  {{{}sv, {}sv}},", string_literal(s.name), string_literal(s.description));
    }
    line("}}}};");
  }

  void constants() {
    line(
        "/// The hangup codes by name: the cause in lower case, with the code behind it where "
        "several");
    line("/// codes share the name.");
    line("namespace code {{");
    for (const row& r : data_.rows) {
      line("inline constexpr std::uint16_t {} = {};  ///< {} {}, {}", r.constant, r.code,
           r.sip_code, data_.sources[r.originator].name, string_literal(r.sip_response));
    }
    line("}}  // namespace code");
  }

  void row_number() {
    line("// The number of a row, of a group, or of a place in a list of rows.");
    line("using row_number = {};",
         data_.rows.size() <= std::numeric_limits<std::uint8_t>::max()    ? "std::uint8_t"
         : data_.rows.size() <= std::numeric_limits<std::uint16_t>::max() ? "std::uint16_t"
                                                                          : "std::uint32_t");
  }

  void code(const code_index& index) {
    line(
        "// The slot code * multiplier >> shift holds the row that alone can have the code: as a "
        "pointer,");
    line("// which spares by_code a multiplication by the size of a row.");
    line("struct code_index {{");
    line("  static constexpr std::uint32_t multiplier = 0x{:08X};", index.multiplier);
    line("  static constexpr unsigned shift = {};", index.shift);
    pointers("row_in_slot", index.slots);
    line("}};");
  }

  void sip_code(const sip_code_index& index) {
    line(
        "// A slot for each SIP status code holds the number of its group of rows; group 0 is "
        "empty.");
    line("struct sip_code_index {{");
    numbers("group_in_slot", index.slots);
    groups(index.groups,
           [&](std::size_t first) { return fmt::to_string(data_.rows[first].sip_code); });
    by_originator(index.groups);
    line("}};");
  }

  void cause(const name_index& index) {
    line(
        "// The slot of a cause holds the number of the only group whose rows can have that "
        "cause.");
    line("struct cause_index {{");
    hash(index);
    groups(index.groups,
           [&](std::size_t first) { return string_literal(data_.rows[first].cause); });
    by_originator(index.groups);
    line("}};");
  }

  void sip_response(const name_index& index) {
    line("// The same for SIP reason phrases.");
    line("struct sip_response_index {{");
    hash(index);
    row_groups whole = index.groups;
    for (auto& bounds : whole.bounds) bounds = {bounds.front(), bounds.back()};
    groups(whole,
           [&](std::size_t first) { return string_literal(data_.rows[first].sip_response); });
    line("}};");
  }

  void originator(const row_groups& index) {
    line("// All rows as one group.");
    line("struct originator_index {{");
    group_type(index);
    line("  static constexpr group everything{{{{{}}}}};", fmt::join(index.bounds.front(), ", "));
    by_originator(index);
    line("}};");
  }

  std::string text() && { return std::move(text_); }

 private:
  // The values between `before` and `behind` each, in lines.
  void list(const std::vector<std::size_t>& values, std::string_view before = "",
            std::string_view behind = "") {
    const std::size_t width =
        fmt::formatted_size("{}", *std::max_element(values.begin(), values.end()));
    const std::size_t in_a_line = (line_width - 4) / (before.size() + width + behind.size() + 2);
    for (std::size_t i = 0; i < values.size(); i += in_a_line) {
      text_ += "   ";
      for (std::size_t k = i; k < std::min(i + in_a_line, values.size()); ++k) {
        fmt::format_to(std::back_inserter(text_), " {}{:{}}{},", before, values[k], width, behind);
      }
      text_ += '\n';
    }
  }

  void numbers(std::string_view name, const std::vector<std::size_t>& values) {
    line("  static constexpr std::array<row_number, {}> {}{{{{", values.size(), name);
    list(values);
    line("  }}}};");
  }

  void pointers(std::string_view name, const std::vector<std::size_t>& row_numbers) {
    line("  static constexpr std::array<const entry*, {}> {}{{{{", row_numbers.size(), name);
    list(row_numbers, "&table[", "]");
    line("  }}}};");
  }

  void hash(const name_index& index) {
    line("  static constexpr std::size_t shortest = {};", index.shortest);
    line("  static constexpr bool whole_name = {};", index.whole_name);
    if (index.whole_name || !index.one_seed()) {
      line("  static constexpr std::uint64_t multiplier = 0x{:016X};", index.multiplier);
    }
    if (!index.one_seed()) {
      line("  static constexpr unsigned bucket_shift = {};", index.bucket_shift);
    }
    line("  static constexpr std::array<std::uint64_t, {}> seeds{{{{", index.seeds.size());
    for (const std::uint64_t seed : index.seeds) line("    0x{:016X},", seed);
    line("  }}}};");
    line("  static constexpr unsigned slot_shift = {};", index.slot_shift);
    numbers("group_in_slot", index.slots);
    std::vector<std::size_t> first_rows;
    for (const auto& bounds : index.groups.bounds) {
      first_rows.push_back(index.groups.rows[bounds.front()]);
    }
    pointers("first_row", first_rows);
  }

  void group_type(const row_groups& index) {
    line("  using group = std::array<row_number, {}>;", index.bounds.front().size());
  }

  // The groups, a line for each, and the rows in their order by code.
  template <class KeyOfRow>
  void groups(const row_groups& index, KeyOfRow key_of_row) {
    group_type(index);
    line("  static constexpr std::array<group, {}> groups{{{{", index.bounds.size());
    for (const auto& bounds : index.bounds) {
      const bool empty = bounds.front() == bounds.back();
      line("    {{{{{}}}}},  // {}", fmt::join(bounds, ", "),
           empty ? "none" : key_of_row(index.rows[bounds.front()]));
    }
    line("  }}}};");
    numbers("rows", index.rows);
  }

  void by_originator(const row_groups& index) {
    numbers("rows_by_originator", index.rows_by_originator);
  }

  const dataset& data_;
  std::string text_;
};

// A number that another text is all but certain not to have (FNV-1a).
std::uint64_t fingerprint(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

// The place of the only line of the text that begins with the marker.
std::size_t find_marker(const std::string& name, std::string_view text, std::string_view marker) {
  std::size_t found = text.npos;
  std::size_t number = 0;
  for (std::size_t line = 0; line < text.size();) {
    ++number;
    if (text.substr(line, marker.size()) == marker) {
      if (found != text.npos) throw problem(name, number, "a second line \"{}\"", marker);
      found = line;
    }
    const std::size_t end = text.find('\n', line);
    line = end == text.npos ? text.size() : end + 1;
  }
  if (found == text.npos) {
    throw problem(name, 1, "no line \"{}\", so there is no place to write to", marker);
  }
  return found;
}

}  // namespace

std::string emit(const dataset& data, const indexes& all) {
  writer out(data);
  out.line("namespace detail {{");
  out.line("using namespace std::string_view_literals;");
  out.line("");
  out.table();
  out.line("");
  out.sources();
  out.line("}}  // namespace detail");
  out.line("using detail::table;");
  out.line("");
  out.constants();
  out.line("");
  out.line("namespace detail {{");
  out.row_number();
  out.line("");
  out.code(all.code);
  out.line("");
  out.sip_code(all.sip_code);
  out.line("");
  out.cause(all.cause);
  out.line("");
  out.sip_response(all.sip_response);
  out.line("");
  out.originator(all.originator);
  out.line("}}  // namespace detail");
  const std::string tables = std::move(out).text();

  writer head(data);
  head.originators();
  head.line("");
  head.line("inline namespace data_{:016x} {{", fingerprint(tables));
  head.line("");
  return std::move(head).text() + tables;
}

std::string replace_generated_part(const std::string& name, const std::string& header,
                                   const std::string& part) {
  const std::size_t begin = find_marker(name, header, begin_marker);
  const std::size_t end = find_marker(name, header, end_marker);
  if (end < begin) throw problem(name, 1, "\"{}\" stands before \"{}\"", end_marker, begin_marker);
  return header.substr(0, begin)
             .append(begin_marker)
             .append(explanation)
             .append(part)
             .append("// clang-format on\n") +
         header.substr(end);
}

}  // namespace generate
