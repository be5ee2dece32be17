// SPDX-License-Identifier: BSL-1.0
//
// Hostile data files and headers for the generator: it rejects them with a problem, or it reads
// what published.cpp reads and writes correct headers.
//
// An input is up to six texts, separated by NULs: hangup_codes.csv, hangup_sources.csv,
// cause_aliases.csv, later_codes.csv, advice.csv, a header. Missing ones get simple contents; the
// advice is about the codes.
#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "fuzz.hpp"
#include "generate.hpp"
#include "small_data.hpp"

using fuzz::require;

namespace {

using files = std::array<std::string, 6>;
using namespace small_data;

files files_in(const std::string& input) {
  const std::string rows = input.substr(0, input.find('\0'));
  files given{rows, sources, aliases, later_codes, advice_about(rows), header};
  std::istringstream texts(input);
  std::string text;
  for (std::size_t i = 0; i < given.size() && std::getline(texts, text, '\0'); ++i) given[i] = text;
  return given;
}

template <class Found, class Wanted, class Fields>
void compare(const char* what, const Found& found, const Wanted& wanted, Fields fields) {
  require(std::equal(found.begin(), found.end(), wanted.begin(), wanted.end(),
                     [&](const auto& a, const auto& b) { return fields(a) == fields(b); }),
          what);
}

// Compares the rows with those of the simple parser of published.cpp, which accepts only LF.
void check_read(const files& given, const generate::dataset& data) {
  const std::array<std::string, 5> columns{codes, "source,description\n", aliases, later_codes,
                                           advice};
  std::array<std::istringstream, 5> csv;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    if (given[i].find(columns[i]) != 0 || given[i].find('\r') != given[i].npos) return;
    csv[i].str(given[i]);
  }
  const published::page page(std::move(csv[0]), std::move(csv[1]), std::move(csv[2]),
                             std::move(csv[3]), std::move(csv[4]));
  compare("the sources", data.sources, page.sources,
          [](const auto& each) { return std::tie(each.name, each.description); });
  compare("the rows", data.rows, page.rows, [](const auto& each) {
    return std::tie(each.code, each.sip_code, each.cause, each.description, each.sip_response,
                    each.originator);
  });
  require(data.aliases.size() == page.aliases.size(), "the number of aliases");
  for (const generate::alias& alias : data.aliases) {
    const published::codes found = page.by_cause(alias.cause);
    require(std::count(found.begin(), found.end(), alias.code) == 1, "an alias");
  }
  compare("the advice", data.advice_rows, page.advices, [](const auto& each) {
    return std::tie(each.code, each.cause, each.description, each.fixer, each.retry,
                    each.retry_stated, each.expected, each.next_step);
  });
}

void check_header(const std::string& old_text, const std::string& part) {
  for (const char c : part) require(c == '\n' || (c >= ' ' && c <= '~'), "ASCII only");
  const std::string text = generate::replace_generated_part("header", old_text, part);
  require(generate::replace_generated_part("header", text, part) == text, "the same again");
  const std::string head = old_text.substr(0, old_text.find("// <generated>"));
  const std::string tail = old_text.substr(old_text.rfind("// </generated>"));
  require(text.find(head) == 0, "the lines before it stay");
  require(text.rfind(tail) == text.size() - tail.size(), "the lines behind it stay");
}

}  // namespace

void fuzz::check(std::string_view input) {
  const files given = files_in(std::string(input));
  try {
    const auto parse = [&](std::size_t i) {
      return generate::parse_csv("name", lone_text(given[i]).view());
    };
    const generate::dataset data =
        generate::validate({parse(0), parse(1), parse(2), parse(3), parse(4)});
    check_read(given, data);
    const generate::hashes hashes = generate::find_hashes(data);
    const std::string part = generate::emit_hangup(data, hashes);
    for (const generate::row& row : data.rows) {
      require(part.find(" " + row.constant + " = ") != part.npos, "a constant for each row");
    }
    check_header(given[5], part);
    check_header(given[5], generate::emit_module(data));
    const std::string release = generate::name_release("header", given[5], part);
    const std::string renamed = generate::replace_release("header", given[5], release);
    require(generate::replace_release("header", renamed, "v0") ==
                generate::replace_release("header", given[5], "v0"),
            "only the release changes");
    check_header(renamed, generate::emit_advice(data, hashes, release));
  } catch (const generate::problem&) {
    // rejected
  }
}

std::vector<std::string> fuzz::seeds() {
  const std::string nul(1, '\0');
  const std::string rows =
      "4090,not_found,\"No \"\"route\"\", none\",Not Found,404,Zentrunk\n"
      "4100,Not_Found,\xE2\x80\x99,Not found,404,Carrier\n"
      "1000,b_,,-,0,Carrier\n"
      "9999,a,\"\",?\?/\\,699,Carrier\n";
  const std::string one_row = codes + "1001,a,b,c,404,Zentrunk\n";
  return {codes + rows, codes + rows + nul + sources,
          one_row + nul + sources + nul + aliases + "other,1001,newer edition\n" + nul +
              later_codes + "1002,,\"x, y\",x\n" + nul + advice + "1001,nobody,no,no,yes,Wait.\n" +
              "1002,callee,after_fix,yes,no,\"Wait, then call.\"\n" + nul + header,
          "\xEF\xBB\xBF" + codes + "1001,a,b,c,404,Zentrunk\r\n1002,b,b,c,404,Zentrunk\r\n",
          codes + "1001,a,x,y,404,Zentrunk\n1002,a,x,y,404,Zentrunk\n" +
              "1003,a_1001,x,y,404,Zentrunk\n"};
}
