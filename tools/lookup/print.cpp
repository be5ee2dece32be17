// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <initializer_list>

#include "lookup.hpp"

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

// The text in each column. A later code has no SIP response, SIP status code and originator.
std::array<std::string, columns.size()> as_text(const advice& of) {
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
  std::string names;
  for (const column& each : columns)
    names += fmt::format("{}{}", names.empty() ? "" : ",", each.name);
  return names + '\n';
}

std::string csv_line(const advice& of) {
  auto fields = as_text(of);
  for (std::string& field : fields) field = csv_field(field);
  return fmt::format("{}\n", fmt::join(fields, ","));
}

std::string json_object(const advice& of) {
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

std::vector<std::string> json_objects(const answers& found) {
  std::vector<std::string> objects;
  for (const advice* each : found) objects.push_back(json_object(*each));
  return objects;
}

// ---- For people ----

std::string status(const hangup::entry* entry) {
  if (entry == nullptr) return "-";
  return fmt::format("{} {}", entry->sip_code == 0 ? "-" : fmt::to_string(entry->sip_code),
                     entry->sip_response);
}

std::string retry_and_source(const advice& of) {
  std::string retry = retry_for_people(of);
  if (of.retry == hangup::retry::unstated) return retry;
  return fmt::format("{} ({})", retry, of.retry_stated ? "stated by Plivo" : "inferred");
}

std::string details(const advice& of, const layout& terminal, const pattern& searched) {
  constexpr std::size_t indent = 14;
  const hangup::entry* entry = hangup::by_code(of.code);
  const auto line = [&](std::string_view name, std::string_view text) {
    return fmt::format("{:{}}{}\n", name, indent,
                       wrapped(searched.emphasized(text, terminal), indent, terminal.width));
  };
  std::string text = fmt::format("{} {}\n", bold(fmt::to_string(of.code), terminal),
                                 bold(text_or_dash(of.cause), terminal));
  text += wrapped(searched.emphasized(of.description, terminal), 0, terminal.width) + '\n';
  if (entry == nullptr) {
    text +=
        wrapped("Not on the Plivo page; newer Plivo documents list it.", 0, terminal.width) + '\n';
  }
  text += '\n' + line("Next step", of.next_step) + line("Who acts", to_string(of.fixer)) +
          line("Retry", retry_and_source(of)) + line("SIP response", status(entry)) +
          line("Originator", entry == nullptr ? "-"
                                              : fmt::format("{}: {}", to_string(entry->originator),
                                                            describe(entry->originator)));
  return text;
}

std::string status_or_dash(const hangup::entry* entry) {
  return entry == nullptr || entry->sip_code == 0 ? "-" : fmt::to_string(entry->sip_code);
}

grid::cells cells_of(const advice& of) {
  const hangup::entry* entry = hangup::by_code(of.code);
  return {fmt::to_string(of.code),
          std::string(text_or_dash(of.cause)),
          std::string(to_string(of.fixer)),
          retry_for_people(of),
          status_or_dash(entry),
          std::string(entry != nullptr ? to_string(entry->originator) : "-"),
          std::string(entry != nullptr ? entry->sip_response : "(not published)")};
}

grid grid_of(const answers& found, const layout& terminal) {
  std::vector<grid::cells> lines;
  for (const advice* each : found) lines.push_back(cells_of(*each));
  return {{{" code", true},
           {"cause", false, 22},
           {"who acts"},
           {"retry"},
           {"SIP", true},
           {"originator"},
           {"SIP response", false, 12}},
          lines,
          terminal.width};
}

std::string list(const answers& found, const layout& terminal, const pattern& searched) {
  const grid lines = grid_of(found, terminal);
  std::string text = lines.heading(terminal);
  for (const advice* each : found) {
    bool shows_match = searched.empty();
    text += lines.line(cells_of(*each), [&](const std::string& cell) {
      shows_match = shows_match || !searched.match(cell).empty();
      return searched.emphasized(cell, terminal);
    });
    if (shows_match) continue;
    const hangup::entry* entry = hangup::by_code(each->code);
    for (const std::string_view place :
         {each->description, each->next_step,
          entry == nullptr ? std::string_view() : entry->sip_response}) {
      if (searched.match(place).empty()) continue;
      constexpr std::size_t indent = 7;
      const std::size_t width = terminal.width - std::min(terminal.width, indent);
      text +=
          std::string(indent, ' ') + searched.emphasized(searched.excerpt(place, width), terminal);
      text += '\n';
      break;
    }
  }
  return text;
}

// The columns are wide enough for every code, as the next key may find any.
const grid& grid_of_all(const layout& terminal) {
  static const grid all = grid_of(every_answer(), terminal);
  return all;
}

}  // namespace

std::string retry_for_people(const advice& of) {
  std::string retry(to_string(of.retry));
  std::replace(retry.begin(), retry.end(), '_', ' ');
  return retry;
}

std::optional<format> parse_format(std::string_view name) {
  if (name == "table") return format::table;
  if (name == "csv") return format::csv;
  if (name == "json") return format::json;
  return std::nullopt;
}

std::string print(const answers& found, format as, const layout& terminal,
                  const pattern& searched) {
  if (as == format::json) return json_array(json_objects(found)) + '\n';
  if (as == format::csv) {
    std::string text = csv_heading();
    for (const advice* each : found) text += csv_line(*each);
    return text;
  }
  if (found.empty()) return "";
  return found.size() == 1 ? details(*found.front(), terminal, searched)
                           : list(found, terminal, searched);
}

std::string print_heading(format as, const layout& terminal) {
  if (as == format::json) return "";
  return as == format::csv ? "key," + csv_heading() : grid_of_all(terminal).heading(terminal);
}

std::string print_answer(std::string_view key, const answers& found, format as,
                         const layout& terminal) {
  if (as == format::json) {
    return fmt::format("{{\"key\": {}, \"rows\": [{}]}}\n", json_string(key),
                       fmt::join(json_objects(found), ", "));
  }
  std::string text;
  if (as == format::csv) {
    const std::string field = csv_field(key);
    if (found.empty()) return field + std::string(columns.size(), ',') + '\n';
    for (const advice* each : found) text += field + ',' + csv_line(*each);
    return text;
  }
  if (found.empty()) return fmt::format("not found: {}\n", in_quotes(key));
  for (const advice* each : found) text += grid_of_all(terminal).line(cells_of(*each));
  return text;
}

}  // namespace lookup
