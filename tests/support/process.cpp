// SPDX-License-Identifier: BSL-1.0
#include "process.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace fs = std::filesystem;

scratch_directory::scratch_directory() {
  std::string name = (fs::temp_directory_path() / "zentrunk.").string() + std::string(6, 'X');
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
  path_ = name;
}

scratch_directory::~scratch_directory() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string read_text(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

void write_text(const std::string& file, const std::string& text) {
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  if (!stream.flush()) throw std::runtime_error("cannot write " + file);
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
  return text;
}

outcome run(const std::vector<std::string>& words, const std::string& input,
            const std::vector<std::string>& environment) {
  const auto quoted = [](const std::string& word) {
    std::string result = "'";
    for (const char c : word) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
  };
  const scratch_directory scratch;
  write_text(scratch.path("in"), input);
  std::string command = "env -u NO_COLOR -u COLUMNS";
  for (const std::string& each : environment) command += ' ' + quoted(each);
  for (const std::string& word : words) command += ' ' + quoted(word);
  command += " < " + quoted(scratch.path("in")) + " > " + quoted(scratch.path("out")) + " 2> " +
             quoted(scratch.path("err"));
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_text(scratch.path("out")),
          read_text(scratch.path("err"))};
}
