// SPDX-License-Identifier: BSL-1.0
//
// hangup: tells on a terminal what a Zentrunk hangup code means. People start it as tools/hangup,
// or as zentrunk-hangup, which it is called where it is installed.
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "command.hpp"

namespace {

// For people, on standard error. What it does not take is lost; the exit status says enough.
void complain(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

[[noreturn]] void fail(const char* where) {
  throw std::system_error(errno, std::generic_category(), where);
}

std::string read_all() {
  std::string text;
  std::array<char, 65536> part{};
  while (const std::size_t size = std::fread(part.data(), 1, part.size(), stdin)) {
    text.append(part.data(), size);
  }
  if (std::ferror(stdin) != 0) fail("standard input");
  return text;
}

// The line without its end, which is LF or CRLF, or that of the input.
std::optional<std::string> read_line() {
  static char* line = nullptr;  // as long as the longest one yet; it lives as long as the program
  static std::size_t capacity = 0;
  const ssize_t size = getline(&line, &capacity, stdin);
  if (size < 0) {
    if (std::feof(stdin) == 0) fail("standard input");
    return std::nullopt;
  }
  std::string_view text(line, static_cast<std::size_t>(size));
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return std::string(text);
}

// Colour is for people at a terminal who did not ask to go without (no-color.org).
bool wants_colour() {
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

void write_out(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    fail("standard output");
  }
}

}  // namespace

int main(int argc, char** argv) {
  lookup::surroundings around;
  around.name = argc > 0 ? std::filesystem::path(argv[0]).filename().string() : "hangup";
  around.colour = wants_colour();
  around.read_all = [&] {
    if (isatty(STDIN_FILENO) != 0) {
      complain(
          fmt::format("{}: reads a SIP message from the terminal, up to Ctrl-D\n", around.name));
    }
    return read_all();
  };
  around.read_line = read_line;
  around.write = write_out;
  around.complain = complain;
  try {
    return lookup::run({argv + 1, argv + argc}, around);
  } catch (const std::exception& error) {
    complain(fmt::format("{}: {}\n", around.name, error.what()));
  }
  return lookup::failed;
}
