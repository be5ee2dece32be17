// SPDX-License-Identifier: BSL-1.0
//
// A target as a test, with any compiler.
//
//   replay_TARGET DIRECTORY          checks the seeds, every beginning of each, and the files in
//                                    DIRECTORY: inputs that once failed
//   replay_TARGET --write DIRECTORY  writes seeds and dictionary to DIRECTORY, for the fuzzer
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz.hpp"

namespace {

namespace fs = std::filesystem;

long checked = 0;

void check(std::string_view input) {
  fuzz::check(fuzz::lone_text(input).view());
  ++checked;
}

// In the form that libFuzzer reads: "text", every byte as \xHH.
std::string dictionary_line(const std::string& word) {
  std::string line = "\"";
  for (const char c : word) {
    constexpr const char* digits = "0123456789ABCDEF";
    const unsigned byte = static_cast<unsigned char>(c);
    line += {'\\', 'x', digits[byte / 16], digits[byte % 16]};
  }
  return line + "\"\n";
}

void write(const fs::path& directory) {
  fs::create_directories(directory / "seeds");
  int number = 0;
  for (const std::string& seed : fuzz::seeds()) {
    std::ofstream(directory / "seeds" / std::to_string(++number), std::ios::binary) << seed;
  }
  std::ofstream dictionary(directory / "dictionary", std::ios::binary);
  for (const std::string& word : fuzz::words()) {
    if (!word.empty()) dictionary << dictionary_line(word);
  }
}

void replay(const fs::path& directory) {
  for (const std::string& seed : fuzz::seeds()) {
    for (std::size_t size = 0; size <= seed.size(); ++size) check(seed.substr(0, size));
  }
  if (!fs::exists(directory)) return;
  for (const auto& file : fs::directory_iterator(directory)) {
    std::ifstream stream(file.path(), std::ios::binary);
    std::printf("%s\n", file.path().filename().string().c_str());
    check(std::string(std::istreambuf_iterator<char>(stream), {}));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  try {
    if (arguments.size() == 2 && arguments[0] == "--write") {
      write(arguments[1]);
    } else if (arguments.size() == 1) {
      replay(arguments[0]);
      std::printf("%ld inputs\n", checked);
    } else {
      std::fprintf(stderr, "usage: replay_TARGET [--write] DIRECTORY\n");
      return 2;
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
