// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

// A temporary directory, removed with all its files at the end.
class scratch_directory {
 public:
  scratch_directory();
  ~scratch_directory();
  scratch_directory(const scratch_directory&) = delete;
  scratch_directory& operator=(const scratch_directory&) = delete;

  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

std::string read_text(const std::string& file);
void write_text(const std::string& file, const std::string& text);

// The text with `by` in place of each `what`.
std::string replaced(std::string text, const std::string& what, const std::string& by);

struct outcome {
  int status;  // the exit status
  std::string out, err;
};

// Runs a program with arguments, with `input` on its standard input and NAME=VALUE in its
// environment, added to the test's.
outcome run(const std::vector<std::string>& words, const std::string& input = "",
            const std::vector<std::string>& environment = {});
