// SPDX-License-Identifier: BSL-1.0
//
// hangup: explains Zentrunk's hangup codes on a terminal. People start it as tools/hangup, or as
// zentrunk-hangup, its name once it is installed.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>
#include <memory>
#include <system_error>

#include "lookup.hpp"

namespace {

// For people, on standard error. The exit status says enough if nobody hears it.
void complain(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

[[noreturn]] void fail(const char* where) {
  throw std::system_error(errno, std::generic_category(), where);
}

void write_out(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    fail("standard output");
  }
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

volatile std::sig_atomic_t interrupted = 0;

// The first Ctrl-C ends the reading, a second one the program.
void stop_reading_on_interrupt() {
  struct sigaction action {};
  action.sa_handler = [](int) { interrupted = 1; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
}

// A file that is scanned.
class input_file {
 public:
  explicit input_file(const std::string& file) {
    if (file != "-") descriptor_ = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0) give_up();
  }
  ~input_file() {
    if (descriptor_ > STDIN_FILENO) close(descriptor_);
  }
  input_file(const input_file&) = delete;
  input_file& operator=(const input_file&) = delete;

  std::size_t read(char* to, std::size_t size) const {
    while (interrupted == 0) {
      const ssize_t got = ::read(descriptor_, to, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) give_up();
    }
    return lookup::broken_off;
  }

 private:
  [[noreturn]] static void give_up() { throw std::runtime_error(std::strerror(errno)); }

  int descriptor_ = STDIN_FILENO;
};

lookup::source open_file(const std::string& file) {
  return [input = std::make_shared<input_file>(file)](char* to, std::size_t size) {
    return input->read(to, size);
  };
}

// COLUMNS, else the terminal's width, else 80.
std::size_t terminal_width() {
  if (const char* columns = std::getenv("COLUMNS")) {
    std::size_t width = 0;
    const char* end = columns + std::strlen(columns);
    const auto [rest, error] = std::from_chars(columns, end, width);
    if (error == std::errc() && rest == end && width > 0) return width;
  }
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

// Bold is for people at a terminal that knows it, unless they ask to go without (no-color.org).
bool wants_bold() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0') &&
         (terminal == nullptr || std::string_view(terminal) != "dumb");
}

}  // namespace

int main(int argc, char** argv) {
  lookup::surroundings around;
  around.name = argc > 0 ? std::filesystem::path(argv[0]).filename().string() : "hangup";
  around.terminal = {terminal_width(), wants_bold()};
  around.read_line = read_line;
  around.open = [&](const std::string& file) {
    stop_reading_on_interrupt();
    if (file == "-" && isatty(STDIN_FILENO) != 0) {
      complain(fmt::format("{}: reading standard input; end with Ctrl-D\n", around.name));
    }
    return open_file(file);
  };
  around.interrupted = [] { return interrupted != 0; };
  around.write = write_out;
  around.complain = complain;
  try {
    return lookup::run({argv + 1, argv + argc}, around);
  } catch (const std::exception& error) {
    complain(fmt::format("{}: {}\n", around.name, error.what()));
  }
  return lookup::failed;
}
