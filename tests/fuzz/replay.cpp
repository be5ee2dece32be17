// SPDX-License-Identifier: BSL-1.0
//
// A target as a test, with any compiler.
//
//   replay_TARGET DIRECTORY          checks the seeds, every beginning of each, and the files in
//                                    DIRECTORY: inputs that once failed
//   replay_TARGET --write DIRECTORY  writes the seeds to DIRECTORY, for the fuzzer
#include <cstdio>
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

void write(const fs::path& directory) {
  int number = 0;
  for (const std::string& seed : fuzz::seeds()) {
    std::ofstream(directory / std::to_string(++number), std::ios::binary) << seed;
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
  if (argc == 3) {
    write(argv[2]);
  } else {
    replay(argv[1]);
    std::printf("%ld inputs\n", checked);
  }
}
