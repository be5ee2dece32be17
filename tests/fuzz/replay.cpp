// SPDX-License-Identifier: BSL-1.0
//
// A target as a test, with any compiler: replay_TARGET [FILE...] checks the seeds, every beginning
// of each, and the files, which once failed.
#include <fstream>
#include <iterator>

#include "fuzz.hpp"

int main(int argc, char** argv) {
  const auto check = [](std::string_view input) { fuzz::check(fuzz::lone_text(input).view()); };
  for (const std::string& seed : fuzz::seeds()) {
    for (std::size_t size = 0; size <= seed.size(); ++size) check(seed.substr(0, size));
  }
  for (int i = 1; i < argc; ++i) {
    std::printf("%s\n", argv[i]);
    std::ifstream stream(argv[i], std::ios::binary);
    check(std::string(std::istreambuf_iterator<char>(stream), {}));
  }
}
