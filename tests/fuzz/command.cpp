// SPDX-License-Identifier: BSL-1.0
//
// Hostile arguments and standard input for the command behind tools/hangup. An input is a byte
// whose last three bits are the number of arguments and whose fourth one asks for colour; then the
// arguments, each with a NUL behind it; then what stands on standard input.
#include "command.hpp"

#include <optional>
#include <set>
#include <sstream>

#include "find.hpp"
#include "fuzz.hpp"
#include "print.hpp"

namespace hangup = zentrunk::hangup;
using fuzz::require;
using published::codes;
using published::the_page;

namespace {

// The rows that one text finds as a key: column by column.
codes wanted_for_key(const std::string& key) {
  const std::string lower = published::to_lower(key);
  const published::row* with_code = the_page().by_code(key);
  codes wanted;
  for (const auto& row : the_page().rows) {
    if (&row == with_code || std::to_string(row.sip_code) == key ||
        published::to_lower(row.cause) == lower || published::to_lower(row.sip_response) == lower ||
        published::to_lower(row.originator) == lower) {
      wanted.push_back(row.code);
    }
  }
  return wanted;
}

// The rows with the text in any column. As no argument has a NUL, a row's columns can be one text.
codes wanted_for_search(const std::string& text) {
  static const std::vector<std::string> texts = [] {
    std::vector<std::string> all;
    for (const auto& row : the_page().rows) {
      all.emplace_back();
      for (const std::string& column :
           {std::to_string(row.code), row.cause, row.description, row.sip_response,
            std::to_string(row.sip_code), row.originator}) {
        all.back() += published::to_lower(column) + '\0';
      }
    }
    return all;
  }();
  const std::string lower = published::to_lower(text);
  codes wanted;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].find(lower) != std::string::npos) wanted.push_back(the_page().rows[i].code);
  }
  return wanted;
}

codes in_both(const codes& a, const codes& b) {
  codes both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

struct answer {
  lookup::exit_status status = lookup::found_something;
  std::string out, err;
};

answer ask(const std::vector<std::string>& arguments, const std::string& input,
           bool colour = false) {
  answer given;
  std::istringstream lines(input);
  lookup::surroundings around;
  around.name = "hangup";
  around.colour = colour;
  around.read_all = [&] { return input; };
  around.read_line = [&]() -> std::optional<std::string> {
    std::string line;
    if (std::getline(lines, line)) return line;
    return std::nullopt;
  };
  around.write = [&](std::string_view text) { given.out += text; };
  around.complain = [&](std::string_view text) { given.err += text; };
  given.status = lookup::run(arguments, around);
  return given;
}

// A command that asks for CSV gets the rows with the codes, and the exit status that goes with
// them.
void check_csv(std::vector<std::string> arguments, const std::string& input, const codes& wanted,
               const char* what) {
  arguments.insert(arguments.begin(), "--format=csv");
  const answer given = ask(arguments, input);
  std::istringstream codes_csv(given.out), sources_csv("source,description\n");
  const published::page page(codes_csv, sources_csv);
  codes found;
  for (const auto& row : page.rows) found.push_back(row.code);
  require(found == wanted, what);
  require(given.status == (wanted.empty() ? lookup::found_nothing : lookup::found_something), what);
}

// For each line of the input a line for each of its rows, or one without a row; then the exit
// status tells of it.
void check_lines(const std::string& input) {
  std::string wanted;
  auto status = lookup::found_something;
  std::istringstream lines(input);
  for (std::string key; std::getline(lines, key);) {
    const codes found = wanted_for_key(key);
    for (const long long code : found) wanted += std::to_string(code) + ' ';
    wanted += found.empty() ? "none\n" : "\n";
    if (found.empty()) status = lookup::found_nothing;
  }
  const answer given = ask({"-", "--format=json"}, input);
  require(given.status == status && given.err.empty(), "the exit status for lines");
  // In JSON a key that holds a quotation mark has a backslash before it, so that only the command's
  // own words match.
  std::string found;
  std::istringstream answers(given.out);
  const std::string code = "{\"code\": ", none = "\"rows\": []}";
  for (std::string line; std::getline(answers, line);) {
    for (auto at = line.find(code); at != line.npos; at = line.find(code, at + 1)) {
      found += line.substr(at + code.size(), line.find(',', at) - at - code.size()) + ' ';
    }
    if (line.size() > none.size() && line.substr(line.size() - none.size()) == none)
      found += "none";
    found += '\n';
  }
  require(found == wanted, "an answer to each line");
}

// Whatever the arguments, the exit status and the two outputs go together.
void check_answer(const std::vector<std::string>& arguments, const std::string& input,
                  bool colour) {
  const answer given = ask(arguments, input, colour);
  if (given.status == lookup::found_something) {
    require(given.out.empty() || given.out.back() == '\n', "an answer in whole lines");
    require(given.err.empty(), "an answer and no complaint");
    return;
  }
  if (given.status == lookup::found_nothing && given.err.empty()) {
    require(std::find(arguments.begin(), arguments.end(), "-") != arguments.end(),
            "a complaint, or an answer to lines");
    return;
  }
  require(given.err.compare(0, 8, "hangup: ") == 0 && given.err.back() == '\n', "a complaint");
  require(given.status != lookup::failed || given.out.empty(), "no answer after a mistake");
}

}  // namespace

void fuzz::check(std::string_view input) {
  if (input.empty()) return;
  const auto first = static_cast<unsigned char>(input.front());
  std::vector<std::string> arguments(first % 8);
  input.remove_prefix(1);
  for (std::string& argument : arguments) {
    argument = input.substr(0, input.find('\0'));
    input.remove_prefix(std::min(argument.size() + 1, input.size()));
  }
  const std::string standard_input(input);

  check_answer(arguments, standard_input, (first & 8) != 0);
  check_lines(standard_input);
  if (!arguments.empty() && std::find(arguments.begin(), arguments.end(), "-") == arguments.end()) {
    codes wanted = wanted_for_key(arguments.front());
    for (const std::string& key : arguments) wanted = in_both(wanted, wanted_for_key(key));
    std::vector<std::string> keys = arguments;
    keys.insert(keys.begin(), "--");
    check_csv(keys, "", wanted, "the rows with all keys");
    if (!arguments.front().empty()) {
      check_csv({"--search", arguments.front()}, "", wanted_for_search(arguments.front()),
                "the rows with a text");
    }
  }
  const hangup::entry* row = hangup::from_sip_message(standard_input);
  check_csv({"--sip"}, standard_input, row == nullptr ? codes{} : codes{row->code},
            "the row for a SIP message");
}

std::vector<std::string> fuzz::seeds() {
  const auto input = [](const std::vector<std::string>& arguments, const std::string& rest = "") {
    std::string bytes(1, static_cast<char>(arguments.size()));
    for (const std::string& argument : arguments) bytes += argument + '\0';
    return bytes + rest;
  };
  return {input({}),
          input({"4090"}),
          input({"503", "carrier"}),
          input({"403", "Domestic Anchored Terms Not Met"}),
          input({"user_bsy"}),
          input({"--search", "media", "--format=json"}),
          input({"--list", "--format", "csv"}),
          input({"--sip"}, "BYE sip:a SIP/2.0\r\nX-ZT-Hangup-Code: 4090\r\n\r\n"),
          input({"--", "-4090"}),
          input({"-xyz"}),
          input({"--format=xml", "4090"}),
          input({"--search="}),
          input({"-"}, "4090\nUser Busy\n503\n\n\"key\": 4410"),
          input({"--format=csv", "carrier", "-"}, "503\r\nuser_busy"),
          input({"--keys"}),
          input({"--help"}),
          input({"--version"})};
}

std::vector<std::string> fuzz::words() {
  std::vector<std::string> all{"--",
                               "-",
                               "--keys",
                               "--search",
                               "--search=",
                               "--list",
                               "--sip",
                               "--help",
                               "--version",
                               "--format",
                               "--format=table",
                               "--format=csv",
                               "--format=json",
                               std::string(1, '\0'),
                               "0"};
  for (const auto& row : the_page().rows) {
    for (const std::string& word : {std::to_string(row.code), std::to_string(row.sip_code),
                                    row.cause, row.sip_response, row.originator}) {
      if (std::find(all.begin(), all.end(), word) == all.end()) all.push_back(word);
    }
  }
  return all;
}
