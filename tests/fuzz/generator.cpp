// SPDX-License-Identifier: BSL-1.0
//
// Hostile data files and headers for the generator: it refuses them with a problem or makes of them
// what it should.
//
// An input is the text of hangup_codes.csv; or of hangup_sources.csv, a NUL, and that of
// hangup_codes.csv; or of a header, a NUL, and both.
#include <cstdint>
#include <map>
#include <set>
#include <sstream>

#include "emit.hpp"
#include "fuzz.hpp"
#include "index.hpp"
#include "problem.hpp"
#include "read.hpp"
#include "validate.hpp"

using fuzz::require;

namespace {

const std::string columns = "code,cause,description,sip_response,sip_code,originator\n";
const std::string sources = "source,description\nCarrier,The carrier.\nZentrunk,Zentrunk.\n";
const std::string header = "before\n// <generated> old\nold lines\n// </generated> end\nafter\n";

struct files {
  std::string codes, sources, header;
};

files files_in(std::string_view input) {
  const std::size_t first = input.find('\0');
  if (first == input.npos) return {std::string(input), sources, header};
  const std::string_view behind = input.substr(first + 1);
  const std::size_t second = behind.find('\0');
  if (second == behind.npos) {
    return {std::string(behind), std::string(input.substr(0, first)), header};
  }
  return {std::string(behind.substr(second + 1)), std::string(behind.substr(0, second)),
          std::string(input.substr(0, first))};
}

// ---- What was read, against the plain reader of published.cpp, which knows LF only ----

void check_read(const files& given, const generate::dataset& data) {
  const bool plain = (given.codes + given.sources).find('\r') == std::string::npos &&
                     given.codes.substr(0, columns.size()) == columns &&
                     given.sources.substr(0, 19) == "source,description\n";
  if (!plain) return;
  std::istringstream codes_csv(given.codes), sources_csv(given.sources);
  const published::page page(codes_csv, sources_csv);
  require(data.sources.size() == page.sources.size(), "the number of sources");
  for (std::size_t i = 0; i < page.sources.size(); ++i) {
    require(data.sources[i].name == page.sources[i].name, "a source's name");
    require(data.sources[i].description == page.sources[i].description, "a source's description");
  }
  require(data.rows.size() == page.rows.size(), "the number of rows");
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    const generate::row& row = data.rows[i];
    const published::row& wanted = page.rows[i];
    require(row.code == wanted.code && row.sip_code == wanted.sip_code, "a row's numbers");
    require(row.cause == wanted.cause && row.description == wanted.description &&
                row.sip_response == wanted.sip_response,
            "a row's texts");
    require(data.sources[row.originator].name == wanted.originator, "a row's originator");
  }
}

// ---- The indexes, by the rules that the header follows, bound checks included ----

using row_numbers = std::vector<std::size_t>;

void check_group(const generate::dataset& data, const generate::row_groups& groups,
                 std::size_t group, const row_numbers& wanted) {
  const row_numbers& bounds = groups.bounds.at(group);
  require(bounds.size() == data.sources.size() + 1, "a bound for each originator");
  const auto part = [&](const row_numbers& rows, std::size_t first, std::size_t last) {
    require(first <= last && last <= rows.size(), "bounds within the list");
    return row_numbers(rows.begin() + static_cast<std::ptrdiff_t>(first),
                       rows.begin() + static_cast<std::ptrdiff_t>(last));
  };
  require(part(groups.rows, bounds.front(), bounds.back()) == wanted, "a group's rows");
  for (std::size_t originator = 0; originator < data.sources.size(); ++originator) {
    row_numbers his;
    for (const std::size_t row : wanted) {
      if (data.rows[row].originator == originator) his.push_back(row);
    }
    require(part(groups.rows_by_originator, bounds[originator], bounds[originator + 1]) == his,
            "a group's rows of one originator");
  }
}

std::uint64_t eight_at(const std::string& text, std::size_t position) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8 && position + i < text.size(); ++i) {
    number |= std::uint64_t{static_cast<unsigned char>(text[position + i])} << 8 * i;
  }
  return number;
}

std::size_t group_of(const generate::name_index& index, const std::string& name) {
  std::uint64_t hash = name.size();
  if (index.whole_name) {
    const std::string lower = published::to_lower(name);
    for (std::size_t i = 0; i == 0 || i < lower.size(); i += 8) {
      hash = (hash ^ eight_at(lower, i)) * index.multiplier;
      hash ^= hash >> 32;
    }
  } else {
    const bool is_short = name.size() < 8;
    const std::uint64_t number_if_short = is_short ? hash << 56 : 0;
    const std::uint64_t first = eight_at(name, 0) + number_if_short;
    const std::uint64_t last = is_short ? first : eight_at(name, name.size() - 8);
    hash = (first ^ last * 8) & 0xDEDEDEDEDEDEDEDF;
  }
  const std::size_t bucket =
      index.seeds.size() == 1 ? 0 : (hash * index.multiplier) >> index.bucket_shift;
  return index.slots.at((hash * index.seeds.at(bucket)) >> index.slot_shift);
}

void check_indexes(const generate::dataset& data, const generate::indexes& all) {
  std::map<std::size_t, row_numbers> by_sip_code;
  std::map<std::string, row_numbers> by_cause, by_sip_response;  // in lower case
  row_numbers every_row;
  for (std::size_t i = 0; i < data.rows.size(); ++i) {
    const generate::row& row = data.rows[i];
    const std::uint32_t slot = (row.code * all.code.multiplier) >> all.code.shift;
    require(all.code.slots.at(slot) == i, "a code's slot");
    by_sip_code[row.sip_code].push_back(i);
    by_cause[published::to_lower(row.cause)].push_back(i);
    by_sip_response[published::to_lower(row.sip_response)].push_back(i);
    every_row.push_back(i);
  }
  require(all.code.slots.size() == std::size_t{1} << (32 - all.code.shift), "a slot for each hash");
  std::size_t sip_codes = 700;
  for (const generate::row& row : data.rows)
    sip_codes = std::max<std::size_t>(sip_codes, row.sip_code + 1);
  require(all.sip_code.slots.size() == sip_codes, "a slot for each SIP code");
  for (std::size_t sip_code = 0; sip_code < all.sip_code.slots.size(); ++sip_code) {
    check_group(data, all.sip_code.groups, all.sip_code.slots[sip_code], by_sip_code[sip_code]);
  }
  for (const auto& [cause, rows] : by_cause) {
    check_group(data, all.cause.groups, group_of(all.cause, cause), rows);
  }
  for (const auto& [phrase, rows] : by_sip_response) {
    check_group(data, all.sip_response.groups, group_of(all.sip_response, phrase), rows);
  }
  check_group(data, all.originator, 0, every_row);
}

// ---- The header ----

void check_header(const std::string& old_text, const generate::dataset& data,
                  const std::string& part) {
  for (const char c : part) require(c == '\n' || (c >= ' ' && c <= '~'), "ASCII only");
  const std::string text = generate::replace_generated_part("header", old_text, part);
  require(generate::replace_generated_part("header", text, part) == text, "the same again");
  const std::size_t head = old_text.find("// <generated>");
  const std::size_t tail = old_text.size() - old_text.rfind("// </generated>");
  require(text.compare(0, head, old_text, 0, head) == 0, "the lines before it stay");
  require(text.compare(text.size() - tail, tail, old_text, old_text.size() - tail, tail) == 0,
          "the lines behind it stay");
  std::set<std::string> constants;
  for (const generate::row& row : data.rows) {
    require(constants.insert(row.constant).second, "a constant for each row");
    const std::string line = "inline constexpr std::uint16_t " + row.constant + " = ";
    require(part.find("\n" + line) != std::string::npos, "every row's constant");
  }
}

}  // namespace

void fuzz::check(std::string_view input) {
  const files given = files_in(input);
  try {
    const auto source_records = generate::parse_csv("sources", lone_text(given.sources).view());
    const auto code_records = generate::parse_csv("codes", lone_text(given.codes).view());
    const generate::dataset data = generate::validate(code_records, source_records);
    check_read(given, data);
    const generate::indexes all = generate::make_indexes(data);
    check_indexes(data, all);
    check_header(given.header, data, generate::emit(data, all));
  } catch (const generate::problem&) {
    // refused
  }
}

std::vector<std::string> fuzz::seeds() {
  const std::string nul(1, '\0');
  const std::string rows =
      "4090,not_found,\"No \"\"route\"\", none\",Not Found,404,Zentrunk\n"
      "4100,Not_Found,\xE2\x80\x99,Not found,404,Carrier\n"
      "0,_,,,0,Carrier\n"
      "65535,a,\"\",?\?/\\,699,Carrier\n";
  return {columns + rows,
          sources + nul + columns + rows,
          header + nul + sources + nul + columns + "1,a,b,c,404,Zentrunk",
          "\xEF\xBB\xBF" + columns + "1,a,b,c,404,Zentrunk\r\n2,b,b,c,404,Zentrunk\r\n",
          columns + "1,a,x,y,404,Zentrunk\n2,a,x,y,404,Zentrunk\n3,a_1,x,y,404,Zentrunk\n",
          columns +
              "1,xy_abcdefgh_abcdefgh,,xy_abcdefgh_abcdefgh,1,Carrier\n"
              "2,yx_abcdefgh_abcdefgh,,yx_abcdefgh_abcdefgh,1,Carrier\n"};
}

std::vector<std::string> fuzz::words() {
  return {columns,
          sources,
          header,
          std::string(1, '\0'),
          "4090",
          "65535",
          "65536",
          "699",
          "700",
          "-1",
          "007",
          "delete",
          "unix",
          "__a",
          "\"",
          "\"\"",
          "\",\"",
          "\r\n",
          "\xEF\xBB\xBF",
          "\xC3\xA9",
          "\xED\xA0\x80",
          "Zentrunk",
          "Carrier",
          "1,a,b,c,404,Zentrunk\n",
          "// <generated>",
          "// </generated>",
          "\n// </generated>\n"};
}
