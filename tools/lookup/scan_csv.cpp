// SPDX-License-Identifier: BSL-1.0
//
// CSV: rows of fields below a header. Exporters quote in different ways, so a row is read in each
// of them, in a fixed order, until it has as many fields as the header.
#include <fmt/format.h>

#include <algorithm>

#include "lookup.hpp"

namespace lookup {
namespace {

// How a quote is written within quotes: "" (RFC 4180) or \" (Spark, MySQL). `none`: quotes are
// characters like any other, unless they enclose the whole field.
enum class quoting { doubled, escaped, none };

struct dialect {
  char delimiter;
  quoting how;
  char_set ends, stops;  // of a field; of a field without quotes, too

  dialect(char between, quoting quotes, std::string_view line_ends)
      : delimiter(between), how(quotes), ends(between + std::string(line_ends)), stops(ends) {
    stops.has['"'] = how != quoting::none;
  }
};

// In the order in which they are tried.
std::vector<dialect> dialects_of(char delimiter, std::string_view line_ends) {
  std::vector<dialect> all;
  for (const quoting how : {quoting::doubled, quoting::escaped, quoting::none}) {
    const bool is_first = delimiter == '\t' && how == quoting::none;
    all.emplace(is_first ? all.begin() : all.end(), delimiter, how, line_ends);
  }
  return all;
}

struct row {
  std::size_t size = 0;  // in bytes, with the line end
  std::vector<std::string_view> fields;
  quoting how = quoting::none;
};

struct header {
  std::vector<dialect> dialects;
  std::size_t size = 0, width = 0;                // in bytes and in fields
  std::size_t code = SIZE_MAX, cause = SIZE_MAX;  // columns
  std::string remark;
};

std::string unquoted(std::string_view field, quoting how) {
  field = trimmed(field);
  if (field.size() < 2 || field.front() != '"' || field.back() != '"') return std::string(field);
  std::string text;
  for (std::size_t i = 1; i + 1 < field.size(); ++i) {
    const bool is_escape =
        how == quoting::escaped ? field[i] == '\\' : field.substr(i, 2) == "\"\"";
    if (is_escape && i + 2 < field.size()) ++i;
    text += field[i];
  }
  return text;
}

// Whether a field of a header is that name: calls.NAME is the same column, and
// variable_sip_h_X-ZT-Hangup-Code, too.
bool is_named(std::string_view field, std::string_view name) {
  constexpr std::size_t longest = 200;
  if (field.size() > longest || field.find_first_of(",;\t|") != field.npos) return false;
  const std::string wanted = squashed(name);
  if (squashed(field.substr(field.rfind('.') + 1)) == wanted) return true;
  while (name.front() == 'X' && field.find('_') != field.npos) {
    field.remove_prefix(field.find('_') + 1);
    if (squashed(field) == wanted) return true;
  }
  return false;
}

// Lines that are no rows: empty ones, sep=, the rules of psql and Markdown, and the number of rows
// below them.
bool is_no_row(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  if (line.empty() || (line.substr(0, 4) == "sep=" && line.size() < 6)) return true;
  const auto has = [&](std::string_view part) { return line.find(part) != line.npos; };
  if (line.find_first_not_of("-+|:= ") == line.npos) {
    return has("---") || ((has("|") || has("+")) && (has("--") || has(":-") || has("-:")));
  }
  if (line.front() == '(') line.remove_prefix(1);
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  line.remove_prefix(digits);
  return digits > 0 &&
         (line == " rows)" || line == " row)" || line.substr(0, 12) == " rows in set" ||
          line.substr(0, 11) == " row in set");
}

class csv_reader {
 public:
  csv_reader(input& from, tally& to)
      : from_(from), to_(to), line_ends_(from.line_end() == '\r' ? "\r\n" : "\n") {}

  bool run() {
    if (!skip_to_rows()) return false;
    for (std::string_view text; !(text = from_.ahead()).empty();) {
      if (text.substr(0, byte_order_mark.size()) == byte_order_mark) {  // cat a.csv b.csv
        from_.drop(byte_order_mark.size());
        continue;
      }
      const std::string_view line = first_line(text);
      if (is_no_row(line)) {
        from_.drop(std::min(line.size() + 1, text.size()));
      } else if (line.size() == text.size() && !from_.is_last()) {
        const std::uint64_t number = from_.line();
        const std::string shortened = take_long_line();
        if (add_row(shortened, number) == 0) to_.add_not_understood(shortened, number);
      } else if (const std::size_t size = add_row(text, from_.line())) {
        from_.drop(size);
      } else {
        to_.add_not_understood(line, from_.line());
        from_.drop(std::min(line.size() + 1, text.size()));
      }
    }
    to_.remark = columns_.remark;
    return true;
  }

 private:
  std::string_view first_line(std::string_view text) const {
    return text.substr(0,
                       line_ends_.size() == 1 ? text.find('\n') : text.find_first_of(line_ends_));
  }

  // A line that does not fit the window, with only the beginning of what is long between its quotes
  // and delimiters.
  std::string take_long_line() {
    std::string line;
    std::size_t run = 0;
    for (bool ends = false; !ends && !from_.ahead().empty();) {
      const std::string_view text = from_.ahead();
      const std::size_t size = std::min(first_line(text).size() + 1, text.size());
      ends = size < text.size() || from_.is_last();
      for (const char c : text.substr(0, size)) {
        run = c == '"' || c == '\\' || columns_.dialects[0].ends[c] ? 0 : run + 1;
        if (run <= longest_value && line.size() < input::window) line += c;
      }
      from_.drop(size);
    }
    return line;
  }

  // Reads the row that the text begins with. False: in this dialect it is not a row.
  bool split(std::string_view text, const dialect& in, row& into) const {
    constexpr std::size_t most = 10'000;  // fields
    into.fields.clear();
    into.how = in.how;
    for (std::size_t at = 0; into.fields.size() < most;) {
      const std::size_t begin = at;
      while (is_blank(char_at(text, at)) && !in.ends[text[at]]) ++at;
      if (text.substr(at, 2) == "=\"") ++at;  // as spreadsheets write a text
      if (in.how != quoting::none && char_at(text, at) == '"') {
        for (++at; at < text.size(); ++at) {
          const bool is_pair =
              in.how == quoting::doubled ? text.substr(at, 2) == "\"\"" : text[at] == '\\';
          if (text[at] == '"' && !is_pair) break;
          if (is_pair) ++at;
        }
        if (at++ >= text.size()) return false;
        while (blanks[char_at(text, at)] && !in.ends[text[at]]) ++at;
        if (at < text.size() && !in.ends[text[at]]) return false;
      }
      while (at < text.size() && !in.stops[text[at]]) ++at;
      if (at < text.size() ? !in.ends[text[at]] : !from_.is_last()) return false;
      into.fields.push_back(text.substr(begin, at - begin));
      into.size = std::min(at + 1, text.size());
      if (at == text.size() || text[at++] != in.delimiter) return true;
    }
    return false;
  }

  // The same in the first dialect in which the row is as wide as the header.
  bool split(std::string_view text, const header& below, row& into) const {
    const auto fits = [&](const dialect& in) {
      return split(text, in, into) && into.fields.size() == below.width;
    };
    const dialect& first = below.dialects[0];
    const std::size_t line = std::min(first_line(text).size() + 1, text.size());
    if (first.how == quoting::none && text.substr(0, line).find('"') != text.npos) {
      // In a tab-separated file, quotes continue in the next line only if that is not a row itself.
      const bool next_is_row =
          split(text.substr(line), first, into) && into.fields.size() == below.width;
      if (!next_is_row && fits(below.dialects[1])) return true;
    }
    return std::any_of(below.dialects.begin(), below.dialects.end(), fits);
  }

  // ---- Headers ----

  // Takes the first of ten rows that is a header.
  bool skip_to_rows() {
    const std::string_view text = from_.ahead();
    int rows = 0;
    for (std::size_t at = 0; at < text.size() && rows < 10;) {
      const std::string_view line = first_line(text.substr(at));
      if (!is_no_row(line)) {
        if (const auto found = find_header(text.substr(at), rows++ == 0)) {
          columns_ = *found;
          from_.drop(at + found->size);
          return true;
        }
      }
      at = std::min(at + line.size() + 1, text.size());
    }
    return false;
  }

  // The header that the text begins with: a field names the code, and the next row has as many
  // fields. A name alone is a header only in the first row.
  std::optional<header> find_header(std::string_view text, bool is_first) const {
    for (const char delimiter : {',', ';', '\t', '|'}) {
      header found;
      found.dialects = dialects_of(delimiter, line_ends_);
      for (const dialect& in : found.dialects) {
        row names;
        if (!split(text, in, names) || !find_columns(names, found)) continue;
        if (found.width == 1 && !(is_first && delimiter == ',')) continue;
        std::string_view next = text.substr(found.size);
        while (!next.empty() && is_no_row(first_line(next))) {
          next.remove_prefix(std::min(first_line(next).size() + 1, next.size()));
        }
        const bool fits_window = from_.is_last() || first_line(next).size() < next.size();
        if (next.empty() || !fits_window || split(next, found, names)) return found;
      }
    }
    return std::nullopt;
  }

  // False: no column has the code.
  static bool find_columns(const row& names, header& found) {
    const auto name_of = [&](std::size_t i) { return unquoted(names.fields[i], names.how); };
    const auto find = [&](std::string_view name, std::size_t from = 0) {
      while (from < names.fields.size() && !is_named(name_of(from), name)) ++from;
      return from < names.fields.size() ? from : SIZE_MAX;
    };
    found.size = names.size;
    found.width = names.fields.size();
    found.code = SIZE_MAX;
    for (const char* name : {"hangup_cause_code", "X-ZT-Hangup-Code", "hangup_code"}) {
      if (found.code != SIZE_MAX) break;
      found.code = find(name);
      for (std::size_t i = found.code; i != SIZE_MAX && (i = find(name, i + 1)) != SIZE_MAX;) {
        found.remark +=
            fmt::format("{} column {} {}", found.remark.empty() ? "the code is also in" : " and",
                        i + 1, in_quotes(name_of(i)));
      }
    }
    if (found.code == SIZE_MAX) return false;
    // Of two legs, the cause of the same one: a.hangup_cause belongs to a.hangup_cause_code.
    const bool has_legs = !found.remark.empty();
    const auto leg = [&](std::size_t i) { return name_of(i).substr(0, name_of(i).rfind('.') + 1); };
    found.cause = has_legs ? SIZE_MAX : std::min(find("hangup_cause_name"), find("hangup_cause"));
    for (std::size_t i = names.fields.size(); i-- > 0;) {
      const bool is_cause =
          is_named(name_of(i), "hangup_cause_name") || is_named(name_of(i), "hangup_cause");
      if (is_cause && leg(i) == leg(found.code)) found.cause = i;
    }
    return true;
  }

  // ---- Rows ----

  // Counts the row that the text begins with, or takes the columns of another header. The size of
  // the row; 0: it does not fit the header.
  std::size_t add_row(std::string_view text, std::uint64_t number) {
    const bool fits = split(text, columns_, row_);
    const auto field = [&](std::size_t column) {
      return column == SIZE_MAX || !fits ? "" : unquoted(row_.fields[column], row_.how);
    };
    const std::string code = field(columns_.code);
    std::string_view digits = code;
    if ((!fits || understand(digits) == meaning::not_understood) && take_header(text))
      return columns_.size;
    if (fits) to_.add(code, field(columns_.cause), number);
    return fits ? row_.size : 0;
  }

  // Takes the header of a second file that was appended to the first one. No field of it is a
  // number.
  bool take_header(std::string_view text) {
    if (to_lower(first_line(text)).find("hangup") == std::string::npos) return false;
    auto found = find_header(text, true);
    row names;
    if (!found || !split(text, *found, names)) return false;
    const bool is_row =
        std::any_of(names.fields.begin(), names.fields.end(),
                    [](std::string_view each) { return understand(each) == meaning::code; });
    if (!is_row) columns_ = *std::move(found);
    return !is_row;
  }

  input& from_;
  tally& to_;
  std::string_view line_ends_;
  header columns_;
  row row_;
};

}  // namespace

bool read_csv(input& from, tally& to) { return csv_reader(from, to).run(); }

}  // namespace lookup
