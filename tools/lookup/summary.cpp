// SPDX-License-Identifier: BSL-1.0
//
// What a scan found, for people and for programs.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "lookup.hpp"

namespace lookup {
namespace {

namespace hangup = zentrunk::hangup;

struct counted {
  std::uint64_t count;
  std::string code, cause;
  const hangup::advice* advice;  // nullptr: the code is unknown, or another product's
};

std::vector<counted> most_frequent_first(const tally& counts) {
  std::vector<counted> all;
  for (std::size_t i = 0; i < counts.known.size(); ++i) {
    const hangup::advice& advice = hangup::advice_table[i];
    if (counts.known[i] == 0) continue;
    all.push_back(
        {counts.known[i], fmt::to_string(advice.code), std::string(advice.cause), &advice});
  }
  for (const auto& [code, count] : counts.foreign) {
    all.push_back({count, code.first, printable(code.second), nullptr});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const counted& a, const counted& b) { return a.count > b.count; });
  return all;
}

double share(std::uint64_t count, std::uint64_t total) {
  return static_cast<double>(count) / static_cast<double>(total);
}

// ---- For people ----

grid::cells cells_of(const counted& each, std::uint64_t total) {
  const double part = share(each.count, total);
  std::string cause(text_or_dash(each.cause));
  if (each.advice == nullptr) {
    cause = hangup::advice_for(each.code) == nullptr ? "unknown" : "another cause";
    if (!each.cause.empty()) cause += ": " + each.cause;
  }
  return {
      fmt::to_string(each.count),
      fmt::format("{:.1f}%", 100 * part),
      std::string(std::max<std::size_t>(static_cast<std::size_t>(std::lround(10 * part)), 1), '#'),
      each.code,
      cause,
      std::string(each.advice == nullptr ? "-" : to_string(each.advice->fixer)),
      each.advice == nullptr ? "-" : retry_for_people(*each.advice)};
}

// The shares of those who have to act, of the known codes.
std::string who_acts(const tally& counts) {
  std::map<std::string_view, std::uint64_t> count_of;
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < counts.known.size(); ++i) {
    if (counts.known[i] > 0) count_of[to_string(hangup::advice_table[i].fixer)] += counts.known[i];
    total += counts.known[i];
  }
  std::vector<std::pair<std::string_view, std::uint64_t>> sorted(count_of.begin(), count_of.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> shares;
  for (const auto& [who, count] : sorted) {
    const long percent = std::lround(100 * share(count, total));
    shares.push_back(fmt::format("{} {}%", who, percent == 0 ? "<1" : fmt::to_string(percent)));
  }
  return shares.empty() ? "" : fmt::format("who acts: {}\n", fmt::join(shares, ", "));
}

std::string for_people(const tally& counts, const layout& terminal) {
  const std::vector<counted> all = most_frequent_first(counts);
  std::vector<grid::cells> lines;
  std::string steps;
  for (const counted& each : all) {
    lines.push_back(cells_of(each, counts.codes()));
    if (each.advice == nullptr || each.advice->expected) continue;
    steps += fmt::format("{:6}{}\n", each.code, wrapped(each.advice->next_step, 6, terminal.width));
  }
  const grid codes({{"count", true},
                    {"share", true},
                    {""},
                    {"code"},
                    {"cause", false, 10},
                    {"who acts"},
                    {"retry"}},
                   lines, terminal.width);
  std::string text = all.empty() ? "" : codes.heading(terminal);
  for (const grid::cells& line : lines) text += codes.line(line);
  for (const auto& [count, one, many] :
       {std::tuple{counts.other_unknown, "more with another unknown code",
                   "more with other unknown codes"},
        {counts.without_code, "record without a code", "records without a code"},
        {counts.not_understood, "value not understood", "values not understood"}}) {
    if (count > 0) text += fmt::format("{} {}\n", count, count == 1 ? one : many);
  }
  text += who_acts(counts);
  return steps.empty() ? text : text + '\n' + steps;
}

// ---- For programs ----

constexpr std::array<std::string_view, 8> column_names{"count", "share", "code",     "cause",
                                                       "fixer", "retry", "expected", "next_step"};

std::array<std::string, column_names.size()> fields_of(const counted& each, std::uint64_t total) {
  const auto advice = [&](auto text) {
    return std::string(each.advice == nullptr ? "" : text(*each.advice));
  };
  return {fmt::to_string(each.count),
          fmt::format("{:.6f}", share(each.count, total)),
          each.code,
          each.cause,
          advice([](const hangup::advice& of) { return to_string(of.fixer); }),
          advice([](const hangup::advice& of) { return to_string(of.retry); }),
          advice([](const hangup::advice& of) { return of.expected ? "yes" : "no"; }),
          advice([](const hangup::advice& of) { return of.next_step; })};
}

std::string as_csv(const tally& counts) {
  std::string text = fmt::format("{}\n", fmt::join(column_names, ","));
  for (const counted& each : most_frequent_first(counts)) {
    auto fields = fields_of(each, counts.codes());
    for (std::string& field : fields) {
      // A spreadsheet would take these for a formula.
      if (std::string_view("=+-@").find(char_at(field, 0)) != std::string_view::npos)
        field.insert(0, "'");
      field = csv_field(field);
    }
    text += fmt::format("{}\n", fmt::join(fields, ","));
  }
  for (const auto& [count, name] : {std::pair{counts.other_unknown, "other"},
                                    {counts.without_code, "without_code"},
                                    {counts.not_understood, "not_understood"}}) {
    if (count > 0) text += fmt::format("{},,{},,,,,\n", count, name);
  }
  return text;
}

std::string as_json(const tally& counts) {
  const auto value = [](std::string_view column, const std::string& text) {
    if (column == "count" || column == "share") return text;
    if (column == "code" && text.size() < 16 && text[0] != '0') return text;
    if (text.empty()) return std::string("null");
    return column == "expected" ? std::string(text == "yes" ? "true" : "false") : json_string(text);
  };
  std::vector<std::string> objects;
  for (const counted& each : most_frequent_first(counts)) {
    const auto fields = fields_of(each, counts.codes());
    std::vector<std::string> members;
    for (std::size_t i = 0; i < column_names.size(); ++i) {
      members.push_back(
          fmt::format("\"{}\": {}", column_names[i], value(column_names[i], fields[i])));
    }
    objects.push_back(fmt::format("{{{}}}", fmt::join(members, ", ")));
  }
  return fmt::format(
      "{{\"with_code\": {}, \"without_code\": {}, \"not_understood\": {}, "
      "\"other_unknown\": {}, \"codes\": {}}}\n",
      counts.codes(), counts.without_code, counts.not_understood, counts.other_unknown,
      json_array(objects));
}

}  // namespace

std::string print(const tally& counts, format as, const layout& terminal) {
  if (as == format::csv) return as_csv(counts);
  return as == format::json ? as_json(counts) : for_people(counts, terminal);
}

}  // namespace lookup
