// SPDX-License-Identifier: BSL-1.0
//
// What a scan found, for people and for programs.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "lookup.hpp"

namespace lookup {
namespace {

namespace hangup = zentrunk::hangup;

struct counted {
  std::uint64_t count;
  double share;
  std::string code;
  std::string cause;    // of an unknown code what its record says
  const advice* known;  // nullptr: unknown
};

std::vector<counted> most_frequent_first(const tally& counts) {
  const auto total = static_cast<double>(counts.codes());
  std::vector<counted> all;
  const auto add = [&](std::uint64_t count, std::string code, std::string_view cause,
                       const advice* known) {
    all.push_back(
        {count, static_cast<double>(count) / total, std::move(code), std::string(cause), known});
  };
  for (std::size_t i = 0; i < counts.known.size(); ++i) {
    const advice& known = hangup::advice_table[i];
    if (counts.known[i] > 0) add(counts.known[i], fmt::to_string(known.code), known.cause, &known);
  }
  for (const auto& [code, each] : counts.unknown) add(each.count, code, each.cause, nullptr);
  std::stable_sort(all.begin(), all.end(),
                   [](const counted& a, const counted& b) { return a.count > b.count; });
  return all;
}

// ---- For people ----

grid::cells cells_of(const counted& each) {
  constexpr double bar_width = 10;
  const auto bar = static_cast<std::size_t>(std::lround(each.share * bar_width));
  std::string cause(text_or_dash(each.cause));
  if (each.known == nullptr) {
    cause = each.cause.empty() ? "unknown" : fmt::format("unknown: {}", printable(each.cause));
  }
  return {fmt::to_string(each.count),
          fmt::format("{:.1f}%", 100 * each.share),
          std::string(std::max<std::size_t>(bar, 1), '#'),
          printable(each.code),
          cause,
          std::string(each.known == nullptr ? "-" : to_string(each.known->fixer)),
          each.known == nullptr ? "-" : retry_for_people(*each.known)};
}

std::string codes_grid(const std::vector<counted>& all, const layout& screen) {
  const std::vector<grid::column> columns{{"count", true},     {"share", true}, {""},     {"code"},
                                          {"cause", false, 5}, {"who acts"},    {"retry"}};
  constexpr std::size_t cause = 4, least = 10;
  std::vector<grid::cells> lines;
  lines.reserve(all.size());
  for (const counted& each : all) lines.push_back(cells_of(each));
  // Long causes leave room for the columns after them.
  std::size_t others = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i == cause) continue;
    std::size_t wide = display_width(columns[i].heading);
    for (const grid::cells& line : lines) wide = std::max(wide, display_width(line[i]));
    others += wide + 2;
  }
  for (grid::cells& line : lines) {
    if (others + least <= screen.width) line[cause] = cut(line[cause], screen.width - others);
  }
  const grid summary(columns, lines, screen.width);
  std::string text = summary.heading(screen);
  for (const grid::cells& line : lines) text += summary.line(line);
  return text;
}

std::string for_people(const tally& counts, const layout& screen) {
  const auto all = most_frequent_first(counts);
  std::string text = all.empty() ? "" : codes_grid(all, screen);
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
                         wrapped(each.known->next_step, indent, screen.width));
  }
  return steps.empty() ? text : text + '\n' + steps;
}

// ---- For programs ----

std::string as_csv(const tally& counts) {
  std::string text = "count,share,code,cause,fixer,retry,expected,next_step\n";
  for (const counted& each : most_frequent_first(counts)) {
    text += fmt::format("{},{:.6f},{},{},", each.count, each.share, csv_field(each.code),
                        csv_field(each.cause));
    const advice* known = each.known;
    text += known == nullptr
                ? ",,,\n"
                : fmt::format("{},{},{},{}\n", to_string(known->fixer), to_string(known->retry),
                              known->expected ? "yes" : "no", csv_field(known->next_step));
  }
  if (counts.other_unknown > 0) text += fmt::format("{},,other,,,,,\n", counts.other_unknown);
  if (counts.without_code > 0) text += fmt::format("{},,,,,,,\n", counts.without_code);
  return text;
}

bool is_json_number(std::string_view text) {
  return is_number(text) && text.size() < 16 && text.front() != '0';
}

std::string as_json(const tally& counts) {
  std::vector<std::string> objects;
  for (const counted& each : most_frequent_first(counts)) {
    const advice* known = each.known;
    const auto advice = [&](auto text) {
      return known == nullptr ? "null" : json_string(text(*known));
    };
    std::string expected = "null";
    if (known != nullptr) expected = known->expected ? "true" : "false";
    objects.push_back(fmt::format(
        "{{\"count\": {}, \"share\": {:.6f}, \"code\": {}, \"cause\": {}, \"fixer\": {}, "
        "\"retry\": {}, \"expected\": {}, \"next_step\": {}}}",
        each.count, each.share, is_json_number(each.code) ? each.code : json_string(each.code),
        each.cause.empty() ? "null" : json_string(each.cause),
        advice([](const auto& of) { return to_string(of.fixer); }),
        advice([](const auto& of) { return to_string(of.retry); }), expected,
        advice([](const auto& of) { return of.next_step; })));
  }
  return fmt::format(
      "{{\"with_code\": {}, \"without_code\": {}, \"other_unknown\": {}, \"codes\": {}}}\n",
      counts.codes(), counts.without_code, counts.other_unknown, json_array(objects));
}

}  // namespace

std::string print(const tally& counts, format as, const layout& terminal) {
  if (as == format::csv) return as_csv(counts);
  return as == format::json ? as_json(counts) : for_people(counts, terminal);
}

}  // namespace lookup
