// SPDX-License-Identifier: BSL-1.0
//
// Hostile data files and headers for the generator: it rejects them with a problem or writes
// correct headers.
//
// An input is up to six texts, separated by NULs: hangup_codes.csv, hangup_sources.csv,
// cause_aliases.csv, later_codes.csv, advice.csv, a header. Missing ones get simple contents; the
// advice is about the codes.
#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

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

const std::string aliases = "cause,code,source\n";
const std::string later_codes = "code,cause,description,source\n";
const std::string advice_columns = "code,fixer,retry,retry_stated,expected,next_step\n";

struct files {
  std::string codes, sources, aliases, later_codes, advice, header;
};

std::string advice_about(const std::string& codes_csv) {
  std::string csv = advice_columns;
  std::istringstream lines(codes_csv);
  for (std::string line; std::getline(lines, line);) {
    const std::string code = line.substr(0, line.find(','));
    if (!code.empty() && code.find_first_not_of("0123456789") == code.npos) {
      csv += code + ",plivo,later,yes,no,Wait.\n";
    }
  }
  return csv;
}

files files_in(std::string_view input) {
  std::vector<std::string> texts;
  for (;;) {
    const std::string_view text = input.substr(0, input.find('\0'));
    texts.emplace_back(text);
    if (text.size() == input.size() || texts.size() == 6) break;
    input.remove_prefix(text.size() + 1);
  }
  files given{texts[0], sources, aliases, later_codes, advice_about(texts[0]), header};
  std::string* const all[] = {&given.codes,       &given.sources, &given.aliases,
                              &given.later_codes, &given.advice,  &given.header};
  for (std::size_t i = 1; i < texts.size(); ++i) *all[i] = texts[i];
  return given;
}

// ---- The parsed files, compared with the simple parser of published.cpp, which accepts only LF
// ----

void check_read(const files& given, const generate::dataset& data) {
  const auto begins_with = [](const std::string& text, const std::string& line) {
    return text.compare(0, line.size(), line) == 0 && text.find('\r') == text.npos;
  };
  if (!begins_with(given.codes, columns) || !begins_with(given.sources, "source,description\n") ||
      !begins_with(given.aliases, aliases) || !begins_with(given.later_codes, later_codes) ||
      !begins_with(given.advice, advice_columns)) {
    return;
  }
  std::istringstream codes_csv(given.codes), sources_csv(given.sources), aliases_csv(given.aliases),
      later_csv(given.later_codes), advice_csv(given.advice);
  published::page page(codes_csv, sources_csv);
  page.read_aliases(aliases_csv);
  page.read_advice(later_csv, advice_csv);
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
  require(data.aliases.size() == page.aliases.size(), "the number of aliases");
  for (const generate::alias& alias : data.aliases) {
    const published::codes found = page.by_cause(alias.cause);
    require(std::count(found.begin(), found.end(), alias.code) == 1, "an alias");
  }
  require(data.advice_rows.size() == page.advices.size(), "the number of lines of advice");
  for (std::size_t i = 0; i < page.advices.size(); ++i) {
    const generate::advice& advice = data.advice_rows[i];
    const published::advice& wanted = page.advices[i];
    require(advice.code == wanted.code && advice.fixer == wanted.fixer &&
                advice.retry == wanted.retry && advice.retry_stated == wanted.retry_stated &&
                advice.expected == wanted.expected && advice.next_step == wanted.next_step,
            "a line of advice");
    const bool is_later = advice.row == generate::none;
    require((is_later ? advice.cause : data.rows[advice.row].cause) == wanted.cause &&
                (is_later ? advice.description : data.rows[advice.row].description) ==
                    wanted.description,
            "what a line of advice is about");
  }
}

// ---- The perfect hashes, by the headers' rules ----

std::uint64_t key_of(const std::string& name) {
  const auto letter = [&](std::size_t position) {
    return position < name.size() ? std::uint64_t{static_cast<unsigned char>(name[position])} : 0;
  };
  std::uint64_t first = 0, last = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    first |= letter(i) << 8 * i;
    last |= letter(name.size() < 8 ? i : name.size() - 8 + i) << 8 * i;
  }
  return ((first ^ last * 8) & 0xDEDEDEDEDEDEDEDF) ^ name.size();
}

template <class Rows, class SlotOf>
void check_slots(const Rows& rows, unsigned bits, const char* what, SlotOf slot_of) {
  require(bits >= 1 && bits <= 13, "a table that compilers can fill");
  std::map<std::uint64_t, std::string> taken;
  for (const auto& row : rows) {
    const auto [slot, key] = slot_of(row);
    require(slot < std::uint64_t{1} << bits, "a slot of the table");
    require(taken.emplace(slot, key).first->second == key, what);
  }
}

void check_hashes(const generate::dataset& data, const generate::hashes& all) {
  const auto slot_of_code = [](const generate::code_hash& hash, std::uint32_t code) {
    return std::pair(std::uint64_t{code * hash.multiplier >> (32 - hash.bits)},
                     std::to_string(code));
  };
  const auto slot_of_name = [](const generate::name_hash& hash, const std::string& name) {
    return std::pair(key_of(name) * hash.multiplier >> (64 - hash.bits), published::to_lower(name));
  };
  check_slots(data.rows, all.code.bits, "a slot for each code",
              [&](const auto& row) { return slot_of_code(all.code, row.code); });
  check_slots(data.advice_rows, all.advice.bits, "a slot for each line of advice",
              [&](const auto& row) { return slot_of_code(all.advice, row.code); });
  check_slots(data.rows, all.sip_response.bits, "a slot for each phrase",
              [&](const auto& row) { return slot_of_name(all.sip_response, row.sip_response); });
  std::vector<std::string> causes;
  for (const generate::row& row : data.rows) causes.push_back(row.cause);
  for (const generate::alias& alias : data.aliases) causes.push_back(alias.cause);
  check_slots(causes, all.cause.bits, "a slot for each cause",
              [&](const std::string& cause) { return slot_of_name(all.cause, cause); });
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
    const auto parse = [](const char* name, const std::string& text) {
      return generate::parse_csv(name, lone_text(text).view());
    };
    const generate::dataset data = generate::validate(
        {parse("codes", given.codes), parse("sources", given.sources),
         parse("aliases", given.aliases), parse("later codes", given.later_codes),
         parse("advice", given.advice)});
    check_read(given, data);
    const generate::hashes all = generate::find_hashes(data);
    check_hashes(data, all);
    check_header(given.header, data, generate::emit_hangup(data, all));
    check_header(given.header, {}, generate::emit_advice(data, all));
    check_header(given.header, {}, generate::emit_module(data));
  } catch (const generate::problem&) {
    // rejected
  }
}

std::vector<std::string> fuzz::seeds() {
  const std::string nul(1, '\0');
  const std::string rows =
      "4090,not_found,\"No \"\"route\"\", none\",Not Found,404,Zentrunk\n"
      "4100,Not_Found,\xE2\x80\x99,Not found,404,Carrier\n"
      "0,_,,-,0,Carrier\n"
      "65535,a,\"\",?\?/\\,699,Carrier\n";
  const std::string one_row = columns + "1,a,b,c,404,Zentrunk\n";
  return {columns + rows,
          columns + rows + nul + sources,
          one_row + nul + sources + nul + aliases + "other,1,x\n" + nul + later_codes +
              "2,,\"x, y\",x\n" + nul + advice_columns + "1,nobody,no,no,yes,Wait.\n" +
              "2,callee,after_fix,yes,no,\"Wait, then call.\"\n" + nul + header,
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
          aliases,
          later_codes,
          advice_columns,
          "other,1,x\n",
          "1,nobody,no,no,yes,Wait.\n",
          "// <generated>",
          "// </generated>",
          "\n// </generated>\n"};
}
