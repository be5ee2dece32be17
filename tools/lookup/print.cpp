// SPDX-License-Identifier: BSL-1.0
#include "print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <vector>

namespace lookup {
namespace {

namespace hangup = zentrunk::hangup;

// ---- For programs ----

struct column {
  std::string_view name;
  bool is_number;
};
constexpr std::array<column, 9> columns{{{"code", true},
                                         {"cause", false},
                                         {"description", false},
                                         {"sip_response", false},
                                         {"sip_code", true},
                                         {"originator", false},
                                         {"fixer", false},
                                         {"retry", false},
                                         {"next_step", false}}};

// A row's text in each column. A later code has no SIP response, SIP status code and originator.
std::array<std::string, columns.size()> as_text(const row& of) {
  const hangup::entry* entry = hangup::by_code(of.code);
  const auto published = [&](auto text) { return entry == nullptr ? "" : std::string(text()); };
  return {fmt::to_string(of.code),
          std::string(of.cause),
          std::string(of.description),
          published([&] { return entry->sip_response; }),
          published([&] { return fmt::to_string(entry->sip_code); }),
          published([&] { return to_string(entry->originator); }),
          std::string(to_string(of.fixer)),
          std::string(to_string(of.retry)),
          std::string(of.next_step)};
}

std::string csv_heading() {
  std::vector<std::string_view> names;
  for (const column& each : columns) names.push_back(each.name);
  return fmt::format("{}\n", fmt::join(names, ","));
}

std::string csv_line(const row& of) {
  auto fields = as_text(of);
  for (std::string& field : fields) field = csv_field(field);
  return fmt::format("{}\n", fmt::join(fields, ","));
}

std::string json_object(const row& of) {
  std::vector<std::string> members;
  const auto fields = as_text(of);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    members.push_back(fmt::format("\"{}\": {}", columns[i].name,
                                  fields[i].empty()      ? "null"
                                  : columns[i].is_number ? fields[i]
                                                         : json_string(fields[i])));
  }
  return fmt::format("{{{}}}", fmt::join(members, ", "));
}

std::string json_array(const std::vector<std::string>& objects) {
  return objects.empty() ? "[]\n" : fmt::format("[\n  {}\n]\n", fmt::join(objects, ",\n  "));
}

std::vector<std::string> json_objects(const rows& found) {
  std::vector<std::string> objects;
  for (const row* each : found) objects.push_back(json_object(*each));
  return objects;
}

// ---- For people ----

std::string status(const hangup::entry* entry) {
  if (entry == nullptr) return "-";
  return fmt::format("{} {}", entry->sip_code == 0 ? "-" : fmt::to_string(entry->sip_code),
                     entry->sip_response);
}

std::string retry_and_source(const row& of) {
  const std::string_view retry = to_string(of.retry);
  if (of.retry == hangup::retry::unstated) return std::string(retry);
  return fmt::format("{} ({})", retry, of.retry_stated ? "stated by Plivo" : "derived");
}

std::string_view text_or_dash(std::string_view text) { return text.empty() ? "-" : text; }

std::string details(const row& of, const layout& as, const pattern& searched) {
  constexpr std::size_t indent = 14;
  const hangup::entry* entry = hangup::by_code(of.code);
  const auto line = [&](std::string_view name, std::string_view text) {
    return fmt::format("{:{}}{}\n", name, indent,
                       wrapped(searched.emphasised(text, as), indent, as.width));
  };
  std::string text = fmt::format("{} {}\n", bold(fmt::to_string(of.code), as),
                                 bold(text_or_dash(of.cause), as));
  text += wrapped(searched.emphasised(of.description, as), 0, as.width) + '\n';
  if (entry == nullptr) {
    text += wrapped("This code is missing from the published page; later sources name it.", 0,
                    as.width) +
            '\n';
  }
  text += '\n' + line("Next step", of.next_step) + line("Who acts", to_string(of.fixer)) +
          line("Retry", retry_and_source(of)) + line("SIP response", status(entry)) +
          line("Originator", entry == nullptr ? "-"
                                              : fmt::format("{}: {}", to_string(entry->originator),
                                                            describe(entry->originator)));
  return text;
}

// Columns side by side, as many from the left as the width has room for. Those on the right go first;
// the last one that stays may be cut.
class table {
 public:
  struct column {
    std::string_view heading;
    bool to_the_right = false;
    std::size_t least = 0;  // the width down to which it may be cut; 0: it may not
  };
  using cells = std::vector<std::string>;

  table(std::vector<column> all, const std::vector<cells>& lines, std::size_t width)
      : columns_(std::move(all)) {
    std::size_t taken = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      std::size_t wide = display_width(columns_[i].heading);
      for (const cells& line : lines) wide = std::max(wide, display_width(line[i]));
      const std::size_t gap = i == 0 ? 0 : 2, free = width - std::min(width, taken + gap);
      if (wide > free) {
        if (columns_[i].least == 0 || columns_[i].least > free) break;
        wide = free;
      }
      widths_.push_back(wide);
      taken += gap + wide;
    }
  }

  // `last` ends the line, after its last cell's text.
  template <typename Emphasise>
  std::string line(const cells& texts, Emphasise emphasise) const {
    std::string result;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const std::string cell = cut(texts[i], widths_[i]);
      const std::string space(widths_[i] - display_width(cell), ' ');
      if (i > 0) result += "  ";
      if (columns_[i].to_the_right) result += space;
      result += emphasise(cell);
      if (!columns_[i].to_the_right && i + 1 < widths_.size()) result += space;
    }
    return result + '\n';
  }
  std::string line(const cells& texts) const {
    return line(texts, [](const std::string& cell) { return cell; });
  }
  std::string heading(const layout& as) const {
    cells names;
    for (const column& each : columns_) names.emplace_back(each.heading);
    std::string text = line(names);
    text.pop_back();
    return bold(text, as) + '\n';
  }

 private:
  std::vector<column> columns_;
  std::vector<std::size_t> widths_;
};

table::cells cells_of(const row& of) {
  const hangup::entry* entry = hangup::by_code(of.code);
  const bool has_status = entry != nullptr && entry->sip_code != 0;
  return {fmt::to_string(of.code),
          std::string(text_or_dash(of.cause)),
          has_status ? fmt::to_string(entry->sip_code) : "-",
          std::string(entry == nullptr ? "-" : to_string(entry->originator)),
          std::string(entry == nullptr ? "(not on the page)" : entry->sip_response),
          std::string(to_string(of.fixer)),
          std::string(to_string(of.retry))};
}

table table_of(const rows& found, const layout& as) {
  std::vector<table::cells> lines;
  for (const row* each : found) lines.push_back(cells_of(*each));
  return {{{" code", true},
           {"cause", false, 10},
           {"SIP", true},
           {"originator"},
           {"SIP response", false, 12},
           {"who acts"},
           {"retry"}},
          lines,
          as.width};
}

std::string list(const rows& found, const layout& as, const pattern& searched) {
  const table lines = table_of(found, as);
  std::string text = lines.heading(as);
  for (const row* each : found) {
    bool shows_match = searched.empty();
    text += lines.line(cells_of(*each), [&](const std::string& cell) {
      shows_match = shows_match || !searched.match(cell).empty();
      return searched.emphasised(cell, as);
    });
    if (shows_match) continue;
    const hangup::entry* entry = hangup::by_code(each->code);
    for (const std::string_view place :
         {each->description, each->next_step,
          entry == nullptr ? std::string_view() : entry->sip_response}) {
      if (searched.match(place).empty()) continue;
      constexpr std::size_t indent = 7;
      const std::size_t width = as.width - std::min(as.width, indent);
      text += std::string(indent, ' ') + searched.emphasised(searched.excerpt(place, width), as);
      text += '\n';
      break;
    }
  }
  return text;
}

// The columns are as wide as any row needs them, as the next key may find that one.
const table& table_of_all(const layout& as) {
  static const table all = table_of(every_row(), as);
  return all;
}

// ---- A scan's counts ----

struct counted {
  std::uint64_t count;
  std::string code;
  std::string cause;  // of an unknown code what its record says
  const row* known;   // nullptr: unknown
};

std::vector<counted> most_frequent_first(const tally& counts) {
  std::vector<counted> all;
  for (std::size_t i = 0; i < counts.known.size(); ++i) {
    const row& known = hangup::advice_table[i];
    if (counts.known[i] == 0) continue;
    all.push_back({counts.known[i], fmt::to_string(known.code), std::string(known.cause), &known});
  }
  for (const auto& [code, unknown] : counts.unknown) {
    all.push_back({unknown.count, code, unknown.cause, nullptr});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const counted& a, const counted& b) { return a.count > b.count; });
  return all;
}

double share(std::uint64_t count, std::uint64_t total) {
  return static_cast<double>(count) / static_cast<double>(total);
}

std::string scan_table(const tally& counts, const layout& as) {
  constexpr std::size_t bar_width = 10;
  const auto all = most_frequent_first(counts);
  std::string text;
  if (!all.empty()) {
    std::vector<table::cells> lines;
    for (const counted& each : all) {
      const double part = share(each.count, counts.codes());
      const auto bar = static_cast<std::size_t>(part * bar_width + 0.5);
      std::string cause(text_or_dash(each.cause));
      if (each.known == nullptr) {
        cause = each.cause.empty() ? "unknown" : fmt::format("unknown: {}", printable(each.cause));
      }
      lines.push_back({fmt::to_string(each.count), fmt::format("{:.1f}%", 100 * part),
                       std::string(std::max<std::size_t>(bar, 1), '#'), printable(each.code), cause,
                       std::string(each.known == nullptr ? "-" : to_string(each.known->fixer)),
                       std::string(each.known == nullptr ? "-" : to_string(each.known->retry))});
    }
    // Where there is no room for all, the cause gives way.
    const auto width_of = [&](std::size_t i, std::size_t least) {
      for (const table::cells& line : lines) least = std::max(least, display_width(line[i]));
      return least;
    };
    const std::size_t others = width_of(0, 5) + width_of(1, 5) + width_of(2, 0) + width_of(3, 4) +
                               width_of(5, 8) + width_of(6, 5) + 6 * 2;
    if (others + 10 <= as.width) {
      for (table::cells& line : lines) line[4] = cut(line[4], as.width - others);
    }
    const table summary({{"count", true},
                         {"share", true},
                         {""},
                         {"code"},
                         {"cause", false, 5},
                         {"who acts"},
                         {"retry"}},
                        lines, as.width);
    text += summary.heading(as);
    for (const table::cells& line : lines) text += summary.line(line);
  }
  if (counts.other_unknown > 0) {
    text += fmt::format("{} more with other unknown codes\n", counts.other_unknown);
  }
  if (counts.without_code > 0) {
    text += fmt::format("{} {} without a code\n", counts.without_code,
                        counts.without_code == 1 ? "record" : "records");
  }
  std::string steps;
  for (const counted& each : all) {
    if (each.known == nullptr || each.known->expected) continue;
    constexpr std::size_t indent = 6;
    steps += fmt::format("{:{}}{}\n", each.code, indent,
                         wrapped(each.known->next_step, indent, as.width));
  }
  return steps.empty() ? text : text + '\n' + steps;
}

std::string scan_csv(const tally& counts) {
  std::string text = "count,share,code,cause,fixer,retry,expected,next_step\n";
  for (const counted& each : most_frequent_first(counts)) {
    text += fmt::format("{},{:.6f},{},{},", each.count, share(each.count, counts.codes()),
                        csv_field(each.code), csv_field(each.cause));
    const row* known = each.known;
    text += known == nullptr
                ? ",,,\n"
                : fmt::format("{},{},{},{}\n", to_string(known->fixer), to_string(known->retry),
                              known->expected ? "yes" : "no", csv_field(known->next_step));
  }
  if (counts.other_unknown > 0) {
    text += fmt::format("{},{:.6f},other,,,,,\n", counts.other_unknown,
                        share(counts.other_unknown, counts.codes()));
  }
  if (counts.without_code > 0) text += fmt::format("{},,,,,,,\n", counts.without_code);
  return text;
}

bool is_json_number(std::string_view text) {
  return is_number(text) && text.size() < 16 && text.front() != '0';
}

std::string scan_json(const tally& counts) {
  std::vector<std::string> objects;
  for (const counted& each : most_frequent_first(counts)) {
    const row* known = each.known;
    objects.push_back(fmt::format(
        "{{\"count\": {}, \"share\": {:.6f}, \"code\": {}, \"cause\": {}, \"fixer\": {}, "
        "\"retry\": {}, \"expected\": {}, \"next_step\": {}}}",
        each.count, share(each.count, counts.codes()),
        is_json_number(each.code) ? each.code : json_string(each.code),
        each.cause.empty() ? "null" : json_string(each.cause),
        known == nullptr ? "null" : json_string(to_string(known->fixer)),
        known == nullptr ? "null" : json_string(to_string(known->retry)),
        known == nullptr    ? "null"
        : known->expected ? "true"
                            : "false",
        known == nullptr ? "null" : json_string(known->next_step)));
  }
  std::string array = json_array(objects);
  array.pop_back();
  return fmt::format(
      "{{\"with_code\": {}, \"without_code\": {}, \"other_unknown\": {}, \"codes\": {}}}\n",
      counts.codes(), counts.without_code, counts.other_unknown, array);
}

}  // namespace

std::optional<format> parse_format(std::string_view name) {
  if (name == "table") return format::table;
  if (name == "csv") return format::csv;
  if (name == "json") return format::json;
  return std::nullopt;
}

std::string print(const rows& found, format as, const layout& terminal, const pattern& searched) {
  if (as == format::json) return json_array(json_objects(found));
  if (as == format::csv) {
    std::string text = csv_heading();
    for (const row* each : found) text += csv_line(*each);
    return text;
  }
  if (found.empty()) return "";
  return found.size() == 1 ? details(*found.front(), terminal, searched)
                           : list(found, terminal, searched);
}

std::string print_heading(format as, const layout& terminal) {
  if (as == format::json) return "";
  return as == format::csv ? "key," + csv_heading() : table_of_all(terminal).heading(terminal);
}

std::string print_answer(std::string_view key, const rows& found, format as,
                         const layout& terminal) {
  if (as == format::json) {
    return fmt::format("{{\"key\": {}, \"rows\": [{}]}}\n", json_string(key),
                       fmt::join(json_objects(found), ", "));
  }
  std::string text;
  if (as == format::csv) {
    const std::string field = csv_field(key);
    if (found.empty()) return field + std::string(columns.size(), ',') + '\n';
    for (const row* each : found) text += field + ',' + csv_line(*each);
    return text;
  }
  if (found.empty()) return fmt::format("not found: {}\n", quoted(key));
  for (const row* each : found) text += table_of_all(terminal).line(cells_of(*each));
  return text;
}

std::string print(const tally& counts, format as, const layout& terminal) {
  if (as == format::csv) return scan_csv(counts);
  return as == format::json ? scan_json(counts) : scan_table(counts, terminal);
}

}  // namespace lookup
