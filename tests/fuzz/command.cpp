// SPDX-License-Identifier: BSL-1.0
//
// Hostile arguments, standard input and pasted texts for the command. An input is a byte
// whose last three bits are the number of arguments and whose fourth one asks for bold; then the
// arguments, each with a NUL after it; then standard input.
#include <sstream>

#include "fuzz.hpp"
#include "lookup.hpp"

using fuzz::require;

namespace {

struct answer {
  lookup::exit_status status = lookup::found_something;
  std::string out, err;
};

answer ask(const std::vector<std::string>& arguments, const std::string& input,
           const lookup::layout& terminal = {}) {
  answer given;
  std::istringstream lines(input);
  lookup::surroundings around;
  around.name = "hangup";
  around.terminal = terminal;
  around.read_line = [&]() -> std::optional<std::string> {
    std::string line;
    if (std::getline(lines, line)) return line;
    return std::nullopt;
  };
  around.open = [&](const std::string&) -> lookup::source {
    return [&input, at = std::size_t{0}](char* to, std::size_t size) mutable {
      const std::size_t copied = input.copy(to, size, at);
      at += copied;
      return copied;
    };
  };
  around.write = [&](std::string_view text) { given.out += text; };
  around.complain = [&](std::string_view text) { given.err += text; };
  try {
    given.status = lookup::run(arguments, around);
  } catch (const std::runtime_error& error) {  // UTF-16
    given.err += "hangup: " + std::string(error.what()) + '\n';
    given.status = lookup::failed;
  }
  return given;
}

// Whatever the arguments, the exit status and the two outputs go together.
void check_answer(const std::vector<std::string>& arguments, const std::string& input,
                  const lookup::layout& terminal) {
  const answer given = ask(arguments, input, terminal);
  require(given.out.empty() || given.out.back() == '\n', "an answer in whole lines");
  require(given.err.empty() || given.err.back() == '\n', "a complaint in whole lines");
  require(
      given.err.empty() ? given.status != lookup::failed : given.err.compare(0, 8, "hangup: ") == 0,
      "a complaint");
  require(terminal.bold || given.out.find("\x1B[1m") == std::string::npos, "bold only on request");
}

// No control character is raw. (The unit tests let jq read the JSON.)
void check_json(std::vector<std::string> arguments, const std::string& input) {
  arguments.insert(arguments.begin(), "--format=json");
  for (const char c : ask(arguments, input).out) {
    require(c == '\n' || static_cast<unsigned char>(c) >= 0x20, "no raw control");
  }
}

// Keys find something and are in the text; what is around them does not count.
void check_keys(const std::string& text) {
  const lookup::parsed parsed = lookup::parse_pasted(text);
  std::size_t size = 0;
  for (const lookup::key& each : parsed.keys) {
    require(!find(each).empty(), "the rows of a key");
    size += each.text.size();
  }
  for (const std::string& each : parsed.unknown) {
    size += each.size();
    for (const std::string& near : lookup::nearest(each)) {
      const std::size_t longer = std::max(near.size(), each.size());
      require(longer - std::min(near.size(), each.size()) <= each.size() / 3, "a near key");
    }
  }
  require(size <= text.size(), "no character comes twice");
  const lookup::parsed framed = lookup::parse_pasted("\xEF\xBB\xBF(\"" + text + "\"),\r");
  require(parsed.unknown == framed.unknown && find(parsed.keys) == find(framed.keys),
          "what is around does not count");
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

  check_answer(arguments, standard_input, {first / 2U, (first & 8U) != 0});
  check_json({"-"}, standard_input);
  check_keys(standard_input);
  std::vector<std::string> keys{"--"};
  keys.insert(keys.end(), arguments.begin(), arguments.end());
  check_json(keys, standard_input);
  if (!arguments.empty()) {
    keys.insert(keys.begin(), {"--search", arguments.front()});
    check_json(keys, standard_input);
  }
}

std::vector<std::string> fuzz::seeds() {
  const auto input = [](const std::vector<std::string>& arguments, const std::string& rest = "") {
    std::string bytes(1, static_cast<char>(arguments.size()));
    for (const std::string& argument : arguments) bytes += argument + '\0';
    return bytes + rest;
  };
  return {input({}),
          input({"4090", "4410"}),
          input({"503", "carrier"}),
          input({"SIP/2.0 486 Busy Here", "call 4000 failed with cause 4550 (user_cancelled)"}),
          input({}, "INVITE failed: 503 Service Unavailable by carrier"),
          input({}, "{\"hangup_cause_code\": 4180, \"hangup_source\": \"carrier\"}"),
          input({"user_bsy"}),
          input({"--search", "media", "--format=json"}),
          input({"--search", "user's PBX", "carrier"}),
          input({"--list", "--format", "csv"}),
          input({"--scan"}, "BYE sip:a SIP/2.0\r\nX-ZT-Hangup-Code: 4090\r\n\r\n"),
          input({"--scan", "--format=json"}, "{\"hangup_cause_code\": 9999}\n"),
          input({"--scan", "-", "-"}, "hangup_cause_code,hangup_cause_name\n9999,\xFF\n"),
          input({"--format=xml", "4090"}),
          input({"-"}, "4090\nUser Busy\n503\n\n\"key\": 4410"),
          input({"--format=csv", "carrier", "-"}, "503\r\nuser_busy"),
          input({"--help"}),
          input({"--version"})};
}
