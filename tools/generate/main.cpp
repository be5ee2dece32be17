// SPDX-License-Identifier: BSL-1.0
//
// generate: writes the generated parts of the headers from the CSV files in data/.
#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/os.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <deque>
#include <exception>
#include <filesystem>
#include <system_error>

#include "generate.hpp"

namespace {

namespace fs = std::filesystem;

enum exit_status { done = 0, stale = 1, failed = 2 };

constexpr std::string_view usage =
    "usage: generate DATA_DIR HEADER_DIR          rewrite the generated parts of the headers\n"
    "       generate --check DATA_DIR HEADER_DIR  change nothing; exit 1 if a header is stale\n"
    "\n"
    "DATA_DIR has the CSV files, HEADER_DIR has hangup.hpp, advice.hpp and hangup.cppm.\n"
    "Bad data and other errors print FILE:LINE: reason, exit 2, and leave the headers as they "
    "were.\n";

// Write errors are ignored: the exit status is enough.
void tell(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
}

// A header: its text before and after.
struct header {
  std::string name;
  std::string_view row;  // what a row of it is called
  std::string before, after;
};

// A temporary file next to the header. It replaces the header, or is removed.
class replacement {
 public:
  explicit replacement(const std::string& name)
      : name_(name),
        target_(fs::canonical(name).string()),  // the file, not a link to it
        temporary_(fmt::format("{}.{}.tmp", target_, getpid())) {}
  replacement(const replacement&) = delete;
  replacement& operator=(const replacement&) = delete;
  ~replacement() {
    std::error_code ignored;
    fs::remove(temporary_, ignored);
  }

  void write(std::string_view text) const {
    attempt([&] {
      check(access(target_.c_str(), W_OK));
      fs::remove(temporary_);  // left by a process that had the same number and was killed
      fmt::file file(temporary_, fmt::file::WRONLY | fmt::file::CREATE | O_EXCL);
      while (!text.empty()) text.remove_prefix(file.write(text.data(), text.size()));
      check(fsync(file.descriptor()));
      file.close();
      fs::permissions(temporary_, fs::status(target_).permissions());
    });
  }
  void take_place() const {
    attempt([&] { fs::rename(temporary_, target_); });
  }

 private:
  static void check(int result) {
    if (result != 0) throw std::system_error(errno, std::generic_category());
  }
  template <class Action>
  void attempt(Action action) const {
    try {
      action();
    } catch (const std::system_error& error) {
      throw generate::problem({name_}, "cannot be written: {}", error.code().message());
    }
  }

  std::string name_, target_, temporary_;
};

int run(const std::string& data_dir, const std::string& header_dir, bool check_only) {
  const generate::dataset data = generate::validate(generate::read_data(data_dir));
  const generate::hashes hashes = generate::find_hashes(data);

  std::vector<header> headers{{"hangup.hpp", "entry", "", emit_hangup(data, hashes)},
                              {"advice.hpp", "advice", "", emit_advice(data, hashes)},
                              {"hangup.cppm", "", "", emit_module(data)}};
  for (header& each : headers) {
    each.name = (fs::path(header_dir) / each.name).string();
    each.before = generate::read_file(each.name);
    each.after = generate::replace_generated_part(each.name, each.before, each.after);
  }
  generate::check_originators(headers.front().before, data);

  // Writes all headers before it replaces the first.
  std::string report;
  std::deque<replacement> replacements;
  bool is_stale = false;
  for (const header& each : headers) {
    if (each.after == each.before) {
      report += fmt::format("{}: up to date\n", each.name);
    } else if (check_only) {
      is_stale = true;
      tell(stderr,
           fmt::format("{}:1: does not match {}; run tools/regenerate\n", each.name, data_dir));
    } else {
      replacements.emplace_back(each.name).write(each.after);
      report += fmt::format("{}: written\n", each.name);
      for (const std::string& change : generate::list_changes(each.row, each.before, each.after)) {
        report += fmt::format("  {}\n", change);
      }
    }
  }
  for (const replacement& each : replacements) each.take_place();
  if (is_stale) return stale;
  tell(stdout, report);
  return done;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  std::signal(SIGXFSZ, SIG_IGN);  // too large a file is an error like a full disk
  try {
    if (arguments == std::vector<std::string>{"--help"}) {
      tell(stdout, usage);
      if (std::fflush(stdout) == 0) return done;
      throw generate::problem({"standard output"}, "cannot be written: {}",
                              std::generic_category().message(errno));
    }
    const bool check_only = !arguments.empty() && arguments.front() == "--check";
    if (check_only) arguments.erase(arguments.begin());
    if (arguments.size() != 2) {
      tell(stderr, usage);
      return failed;
    }
    return run(arguments[0], arguments[1], check_only);
  } catch (const generate::problem& problem) {
    tell(stderr, fmt::format("{}\n", problem.what()));
    return failed;
  } catch (const std::exception& error) {
    tell(stderr, fmt::format("{}:1: {}\n", arguments.back(), error.what()));
    return failed;
  }
}
