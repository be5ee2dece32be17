// SPDX-License-Identifier: BSL-1.0
//
// generate: writes the generated parts of the headers from the CSV files in data/.
#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/os.h>
#include <sys/file.h>
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

constexpr const char* usage =
    "usage: generate DATA_DIR HEADER_DIR          rewrite the generated parts of the headers\n"
    "       generate --check DATA_DIR HEADER_DIR  change nothing; exit 1 if a header is stale\n"
    "\n"
    "DATA_DIR has the CSV files, HEADER_DIR has hangup.hpp, advice.hpp and hangup.cppm.\n"
    "Bad data and files that cannot be read or written print FILE:LINE: reason. These and other "
    "errors exit 2 and leave the headers as they were.\n";

// A header: its text before and after.
struct header {
  std::string name, before, after;
};

// A temporary file next to the header. It replaces the header, or is removed.
class replacement {
 public:
  explicit replacement(const std::string& name)
      : target_(fs::canonical(name).string()),  // the file, not a link to it
        temporary_(fmt::format("{}.{}.tmp", target_, getpid())) {}
  replacement(const replacement&) = delete;
  replacement& operator=(const replacement&) = delete;
  ~replacement() {
    std::error_code ignored;
    fs::remove(temporary_, ignored);
  }

  void write(std::string_view text) const {
    fmt::file(target_, fmt::file::WRONLY).close();  // throws unless the header can be written
    fs::remove(temporary_);  // left by a process that had the same number and was killed
    fmt::file file(temporary_, fmt::file::WRONLY | fmt::file::CREATE | O_EXCL | O_DSYNC);
    while (!text.empty()) text.remove_prefix(file.write(text.data(), text.size()));
    file.close();
    fs::permissions(temporary_, fs::status(target_).permissions());
  }
  void take_place() const { fs::rename(temporary_, target_); }

 private:
  std::string target_, temporary_;
};

// Locks the directory of the headers until the result is gone: generators wait for each other, so
// that no two leave headers of both. The kernel unlocks it however the process ends.
fmt::file lock(const std::string& directory) {
  try {
    fmt::file locked(directory, fmt::file::RDONLY);
    if (flock(locked.descriptor(), LOCK_EX) != 0) throw fmt::system_error(errno, "flock");
    return locked;
  } catch (const std::system_error& error) {
    throw generate::problem({directory}, "cannot be locked: {}", error.code().message());
  }
}

int run(const std::string& data_dir, const std::string& header_dir, bool check_only) {
  const fmt::file locked = lock(header_dir);
  const generate::dataset data = generate::validate(generate::read_data(data_dir));
  const generate::hashes hashes = generate::find_hashes(data);

  std::vector<header> headers{{"hangup.hpp", "", emit_hangup(data, hashes)},
                              {"advice.hpp", "", emit_advice(data, hashes, "")},
                              {"hangup.cppm", "", emit_module(data)}};
  for (header& each : headers) {
    each.name = (fs::path(header_dir) / each.name).string();
    each.before = generate::read_file(each.name);
  }
  header& hangup = headers[0];
  const std::string release =
      generate::name_release(hangup.name, hangup.before, hangup.after + headers[1].after);
  headers[1].after = emit_advice(data, hashes, release);
  for (header& each : headers) {
    each.after = generate::replace_generated_part(each.name, each.before, each.after);
  }
  hangup.after = generate::replace_release(hangup.name, hangup.after, release);
  generate::check_originators(hangup.before, data);

  // Writes all headers before it replaces the first.
  std::string report, mismatches;
  std::deque<replacement> replacements;
  for (const header& each : headers) {
    if (each.after == each.before) {
      report += fmt::format("{}: up to date\n", each.name);
    } else if (check_only) {
      mismatches +=
          fmt::format("{}:1: does not match {}; run tools/regenerate\n", each.name, data_dir);
    } else {
      try {
        replacements.emplace_back(each.name).write(each.after);
      } catch (const std::system_error& error) {
        throw generate::problem({each.name}, "cannot be written: {}", error.code().message());
      }
      report += fmt::format("{}: written\n", each.name);
      report += generate::list_changes(each.before, each.after);
    }
  }
  for (const replacement& each : replacements) each.take_place();
  // The exit status does not depend on whether these can be printed.
  std::fputs(report.c_str(), stdout);
  std::fputs(mismatches.c_str(), stderr);
  return mismatches.empty() ? done : stale;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const std::string_view option = argc > 1 ? argv[1] : "";
  const bool help = option == "--help";
  const bool check_only = option == "--check";
  if (check_only) arguments.erase(arguments.begin());
  if (arguments.size() != 2) {
    std::fputs(usage, help ? stdout : stderr);
    return help ? done : failed;
  }
  std::signal(SIGXFSZ, SIG_IGN);  // too large a file is an error like a full disk
  try {
    return run(arguments[0], arguments[1], check_only);
  } catch (const std::exception& error) {
    std::fputs(fmt::format("{}\n", error.what()).c_str(), stderr);
    return failed;
  }
}
