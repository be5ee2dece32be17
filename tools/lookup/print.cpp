// SPDX-License-Identifier: BSL-1.0
#include "print.hpp"

#include <fmt/color.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace lookup {
namespace {

namespace hangup = zentrunk::hangup;

std::string bold(std::string_view text, bool colour) {
  return colour ? fmt::format(fmt::emphasis::bold, "{}", text) : std::string(text);
}

// The text in lines of at most 80 characters, all but the first one indented.
std::string wrapped(std::string_view text, std::size_t indent) {
  constexpr std::size_t width = 80;
  std::string lines;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    // In UTF-8 every byte but those of the form 10xxxxxx begins a character.
    const auto length =
        static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
          return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        }));
    if (column > indent && column + 1 + length > width) {
      lines += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += length;
  }
  return lines;
}

std::string details(const hangup::entry& row, bool colour) {
  constexpr std::string_view layout =
      "{} {}\n"
      "{}\n"
      "\n"
      "SIP response  {}\n"
      "Originator    {}\n";
  const std::string status = row.sip_code == 0
                                 ? fmt::format("{} (no SIP status code)", row.sip_response)
                                 : fmt::format("{} {}", row.sip_code, row.sip_response);
  const std::string originator =
      fmt::format("{}: {}", to_string(row.originator), describe(row.originator));
  return fmt::format(layout, bold(fmt::to_string(row.code), colour), bold(row.cause, colour),
                     wrapped(row.description, 0), status, wrapped(originator, 14));
}

// The columns of a table, as wide as the longest of what may stand in them.
class columns_of {
 public:
  explicit columns_of(const rows& all) {
    for (const hangup::entry* row : all) {
      cause_ = std::max(cause_, row->cause.size());
      originator_ = std::max(originator_, to_string(row->originator).size());
    }
  }

  std::string heading(bool colour) const {
    return bold(fmt::format("{:>5}  {:{}}  {:>3}  {:{}}  {}", "code", "cause", cause_, "SIP",
                            "originator", originator_, "SIP response"),
                colour) +
           '\n';
  }

  std::string line(const hangup::entry& row) const {
    return fmt::format("{:>5}  {:{}}  {:>3}  {:{}}  {}\n", row.code, row.cause, cause_,
                       row.sip_code, to_string(row.originator), originator_, row.sip_response);
  }

 private:
  std::size_t cause_ = 5, originator_ = 10;
};

std::string table(const rows& found, bool colour) {
  const columns_of widths(found);
  std::string text = widths.heading(colour);
  for (const hangup::entry* row : found) text += widths.line(*row);
  return text;
}

// RFC 4180: quotes where a field needs them.
std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == text.npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string csv_line(const hangup::entry& row) {
  auto fields = as_text(row);
  for (std::string& field : fields) field = csv_field(field);
  return fmt::format("{}\n", fmt::join(fields, ","));
}

std::string csv(const rows& found) {
  std::string text = fmt::format("{}\n", fmt::join(columns, ","));
  for (const hangup::entry* row : found) text += csv_line(*row);
  return text;
}

std::string json_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20) {
      quoted += fmt::format("\\u{:04x}", c);
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string json_object(const hangup::entry& row) {
  std::string text = "{";
  const auto fields = as_text(row);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool is_number = columns[i] == "code" || columns[i] == "sip_code";
    text += fmt::format("{}\"{}\": {}", i == 0 ? "" : ", ", columns[i],
                        is_number ? fields[i] : json_string(fields[i]));
  }
  return text + '}';
}

std::string json(const rows& found) {
  std::string text = "[";
  for (const hangup::entry* row : found) {
    text += (text.size() > 1 ? ",\n  " : "\n  ") + json_object(*row);
  }
  return text + (found.empty() ? "]\n" : "\n]\n");
}

std::string json_answer(std::string_view key, const rows& found) {
  std::string objects;
  for (const hangup::entry* row : found) {
    objects += (objects.empty() ? "" : ", ") + json_object(*row);
  }
  return fmt::format("{{\"key\": {}, \"rows\": [{}]}}\n", json_string(key), objects);
}

std::string csv_answer(std::string_view key, const rows& found) {
  const std::string field = csv_field(key);
  if (found.empty()) return field + std::string(columns.size(), ',') + '\n';
  std::string text;
  for (const hangup::entry* row : found) text += field + ',' + csv_line(*row);
  return text;
}

// The columns are as wide as any row needs them, as the next key may find that one.
const columns_of& columns_of_all() {
  static const columns_of widths(every_row());
  return widths;
}

std::string table_answer(std::string_view key, const rows& found) {
  if (found.empty()) return fmt::format("not found: {:?}\n", key);
  std::string text;
  for (const hangup::entry* row : found) text += columns_of_all().line(*row);
  return text;
}

}  // namespace

std::optional<format> parse_format(std::string_view name) {
  if (name == "table") return format::table;
  if (name == "csv") return format::csv;
  if (name == "json") return format::json;
  return std::nullopt;
}

std::array<std::string, columns.size()> as_text(const hangup::entry& row) {
  return {fmt::to_string(row.code),     std::string(row.cause),
          std::string(row.description), std::string(row.sip_response),
          fmt::to_string(row.sip_code), std::string(to_string(row.originator))};
}

std::string print(const rows& found, format as, bool colour) {
  switch (as) {
    case format::csv:
      return csv(found);
    case format::json:
      return json(found);
    case format::table:
      break;
  }
  if (found.empty()) return "";
  return found.size() == 1 ? details(*found.front(), colour) : table(found, colour);
}

std::string print_heading(format as, bool colour) {
  switch (as) {
    case format::csv:
      return fmt::format("key,{}\n", fmt::join(columns, ","));
    case format::json:
      return "";
    case format::table:
      break;
  }
  return columns_of_all().heading(colour);
}

std::string print_answer(std::string_view key, const rows& found, format as) {
  switch (as) {
    case format::csv:
      return csv_answer(key, found);
    case format::json:
      return json_answer(key, found);
    case format::table:
      break;
  }
  return table_answer(key, found);
}

}  // namespace lookup
