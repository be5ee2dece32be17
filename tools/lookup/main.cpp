// SPDX-License-Identifier: BSL-1.0
//
// hangup: tells on a terminal what a Zentrunk hangup code means. People start it as tools/hangup.
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>
#include <system_error>

#include "command.hpp"

namespace {

// For people, on standard error. What it does not take is lost; the exit status says enough.
void complain(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

std::string read_standard_input() {
  if (isatty(STDIN_FILENO) != 0) {
    complain("hangup: reads a SIP message from the terminal, up to Ctrl-D\n");
  }
  std::string text;
  std::array<char, 65536> part{};
  while (const std::size_t size = std::fread(part.data(), 1, part.size(), stdin)) {
    text.append(part.data(), size);
  }
  if (std::ferror(stdin) != 0) {
    throw std::system_error(errno, std::generic_category(), "standard input");
  }
  return text;
}

// Colour is for people at a terminal who did not ask to go without (no-color.org).
bool wants_colour() {
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

void write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    throw std::system_error(errno, std::generic_category(), "standard output");
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const lookup::answer answer =
        lookup::run({argv + 1, argv + argc}, read_standard_input, wants_colour());
    complain(answer.err);
    write(answer.out);
    return answer.status;
  } catch (const std::exception& error) {
    complain(fmt::format("hangup: {}\n", error.what()));
  }
  return lookup::failed;
}
