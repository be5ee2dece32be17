// SPDX-License-Identifier: BSL-1.0
//
// Output for a terminal.
#include <filesystem>

#include "command.hpp"

TEST_CASE("output fits the width of COLUMNS, else the terminal's, else 80 columns") {
  const scratch_directory scratch;  // whose name, unlike the tree's, has no space
  std::filesystem::copy(ZENTRUNK_TERMINAL, scratch.path("terminal.so"));
  const std::string terminal = "LD_PRELOAD=" + scratch.path("terminal.so");
  const auto widest = [](const std::string& text) {
    std::size_t width = 0, most = 0;
    for (const char c : text) {
      if (c == '\n') width = 0;
      if (c != '\n' && (static_cast<unsigned char>(c) & 0xC0) != 0x80)
        most = std::max(most, ++width);
    }
    return most;
  };
  const std::string text =
      "hangup_cause_code,hangup_cause_name\n4090,\n9999," + std::string(60, 'x') + "\n5320,\n";
  for (const std::size_t width : {40U, 55U, 80U, 100U, 140U}) {
    CAPTURE(width);
    const std::string columns = "COLUMNS=" + std::to_string(width);
    const std::string on_terminal = "TERMINAL_COLUMNS=" + std::to_string(width);
    for (const strings& arguments : std::vector<strings>{{"4090"},
                                                         {"4180"},
                                                         {"--list"},
                                                         {"--search", "the"},
                                                         {"403"},
                                                         {"503", "carrier"},
                                                         {"--scan"}}) {
      const std::string out = hangup(arguments, text, {columns}).out;
      CAPTURE(out);
      CHECK(widest(out) <= width);
      CHECK(hangup(arguments, text, {"NO_COLOR=1", terminal, on_terminal}).out == out);
      CHECK(hangup(arguments, text, {"NO_COLOR=1", terminal, on_terminal, "COLUMNS=80"}).out ==
            hangup(arguments, text).out);
    }
  }
  CHECK(hangup({"4090"}, "", {"COLUMNS=no"}).out == hangup({"4090"}).out);
  CHECK(hangup({"4090"}, "", {"COLUMNS=0"}).out == hangup({"4090"}).out);
}

TEST_CASE("a long cause is cut before a column is left out, the last one first") {
  const auto heading = [](const strings& arguments, const char* columns) {
    const std::string out = hangup(arguments, "", {columns}).out;
    std::istringstream names(out.substr(0, out.find('\n')));
    return strings(std::istream_iterator<std::string>(names), {});
  };
  const strings all{"code", "cause",      "who", "acts",    "retry",
                    "SIP",  "originator", "SIP", "response"};
  for (const strings& arguments :
       std::vector<strings>{{"403"}, {"503", "carrier"}, {"--search", "a"}, {"--list"}}) {
    CHECK(heading(arguments, "COLUMNS=80") == strings(all.begin(), all.end() - 2));
    CHECK(heading(arguments, "COLUMNS=140") == all);
    CHECK(heading(arguments, "COLUMNS=50") == strings(all.begin(), all.begin() + 5));
  }
  CHECK_THAT(hangup({"4110", "4090"}, "", {"COLUMNS=70"}).out,
             contains("\xE2\x80\xA6  customer  after fix  403  Zentrunk"));
}

TEST_CASE("bold on a terminal only, never with NO_COLOR or TERM=dumb") {
  const scratch_directory scratch;
  std::filesystem::copy(ZENTRUNK_TERMINAL, scratch.path("terminal.so"));
  const std::string on_a_terminal = "LD_PRELOAD=" + scratch.path("terminal.so");
  const auto show = [](const strings& environment) {
    return hangup({"4090"}, "", environment).out;
  };
  CHECK_THAT(show({on_a_terminal, "TERM=xterm"}),
             starts_with("\x1B[1m4090\x1B[0m \x1B[1mdestination_not_found\x1B[0m\n"));
  CHECK_THAT(show({on_a_terminal, "TERM=xterm", "NO_COLOR="}), contains("\x1B"));  // no-color.org
  CHECK_THAT(show({on_a_terminal, "TERM=xterm", "NO_COLOR=1"}), !contains("\x1B"));
  CHECK_THAT(show({on_a_terminal, "TERM=dumb"}), !contains("\x1B"));
  CHECK_THAT(show({}), !contains("\x1B"));
  const auto search = [&](const std::string& text) {
    return hangup({"--search", text}, "", {on_a_terminal, "TERM=xterm"}).out;
  };
  CHECK_THAT(search("user's PBX"), contains("\x1B[1muser\xE2\x80\x99s\x1B[0m \x1B[1mPBX.\x1B[0m"));
  CHECK_THAT(search("timeout"), contains("\x1B[1mrequest_timeout_carrier\x1B[0m"));
}
