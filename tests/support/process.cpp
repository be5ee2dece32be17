// SPDX-License-Identifier: BSL-1.0
#include "process.hpp"

#include <fcntl.h>
#include <spawn.h>
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

pid_t start(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_RDWR, 0);
  }
  pid_t process = 0;
  if (posix_spawn(&process, arguments[0], &files, nullptr, arguments.data(), environ) != 0) {
    throw std::runtime_error("cannot start " + words[0]);
  }
  posix_spawn_file_actions_destroy(&files);
  return process;
}

int end_of(pid_t process) {
  int status = 0;
  waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}
