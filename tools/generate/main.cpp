// SPDX-License-Identifier: BSL-1.0
//
// generate: writes the generated part of include/zentrunk/hangup.hpp from the CSV files in data/.
#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/os.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "emit.hpp"
#include "index.hpp"
#include "problem.hpp"
#include "read.hpp"
#include "validate.hpp"

namespace {

namespace fs = std::filesystem;

enum exit_status { done = 0, stale = 1, failed = 2 };

constexpr std::string_view usage =
    "usage: generate DATA_DIR HEADER          rewrite the generated part of HEADER\n"
    "       generate --check DATA_DIR HEADER  only tell whether HEADER is up to date: exit 1 if "
    "not\n"
    "\n"
    "DATA_DIR holds hangup_codes.csv and hangup_sources.csv. Bad input or any other trouble\n"
    "exits 2 with FILE:LINE: reason, and HEADER stays as it was.\n";

void answer(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    throw generate::problem("standard output", 1, "cannot be written: {}",
                            std::generic_category().message(errno));
  }
}

// What the stream does not take is lost; the exit status says enough.
void tell(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
}

void check(int result) {
  if (result != 0) throw std::system_error(errno, std::generic_category());
}

// The file, open for reading and writing; no other run of the generator has it until it is closed.
fmt::file lock(const std::string& name) {
  for (;;) {
    fmt::file file(name, fmt::file::RDWR);
    check(flock(file.descriptor(), LOCK_EX));
    // Whoever had the lock before has most likely put another file in this one's place.
    struct stat mine = {}, there = {};
    check(fstat(file.descriptor(), &mine));
    check(stat(name.c_str(), &there));
    if (mine.st_ino == there.st_ino && mine.st_dev == there.st_dev) return file;
  }
}

// Puts the text in place of the file's, whole or not at all: a temporary file beside it takes the
// file's place once it is safely on the disk.
void replace_file(const std::string& name, std::string_view text) {
  try {
    const std::string target = fs::canonical(name).string();  // the file, not a link to it
    const fmt::file locked = lock(target);
    const std::string temporary = target + ".tmp";
    fs::remove(temporary);  // left by a run that was killed
    fmt::file file(temporary, fmt::file::WRONLY | fmt::file::CREATE | O_EXCL);
    try {
      while (!text.empty()) text.remove_prefix(file.write(text.data(), text.size()));
      check(fsync(file.descriptor()));
      file.close();
      fs::permissions(temporary, fs::status(target).permissions());
      fs::rename(temporary, target);
    } catch (...) {
      std::error_code ignored;
      fs::remove(temporary, ignored);
      throw;
    }
  } catch (const std::system_error& error) {
    throw generate::problem(name, 1, "cannot be written: {}", error.code().message());
  }
}

// What the indexes are like, since they change shape with the data.
std::string describe(const generate::name_index& index) {
  return fmt::format(
      "{} in {} slots, hashed by {}", index.groups.bounds.size(), index.slots.size(),
      (index.whole_name ? "the whole name (the ends do not tell all apart)"
                        : "the first and the last 8 characters") +
          (index.one_seed() ? "" : fmt::format(" with {} seeds", index.seeds.size())));
}

int run(const std::string& data_dir, const std::string& header, bool check_only) {
  const auto in_data_dir = [&](const char* name) { return (fs::path(data_dir) / name).string(); };
  const auto sources = generate::read_csv(in_data_dir("hangup_sources.csv"));
  const auto codes = generate::read_csv(in_data_dir("hangup_codes.csv"));
  const auto data = generate::validate(codes, sources);
  const auto indexes = generate::make_indexes(data);
  const std::string old_text = generate::read_file(header);
  const std::string new_text =
      generate::replace_generated_part(header, old_text, generate::emit(data, indexes));

  if (check_only && new_text != old_text) {
    tell(stderr, fmt::format("{}:1: not what {} says; run tools/regenerate\n", header, data_dir));
    return stale;
  }
  if (new_text != old_text) replace_file(header, new_text);
  tell(stdout,
       fmt::format(
           "{}: {}, {} rows\n"
           "  codes: {} slots\n  SIP codes: {} in {} slots\n  causes: {}\n  SIP phrases: {}\n",
           header, new_text == old_text ? "up to date" : "written", data.rows.size(),
           indexes.code.slots.size(), indexes.sip_code.groups.bounds.size() - 1,
           indexes.sip_code.slots.size(), describe(indexes.cause), describe(indexes.sip_response)));
  return done;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  std::signal(SIGXFSZ, SIG_IGN);  // too large a file is an error like a full disk
  try {
    if (arguments == std::vector<std::string>{"--help"}) {
      answer(usage);
      return done;
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
