// SPDX-License-Identifier: BSL-1.0
//
// A target for libFuzzer, with a copy of the input in a block of its exact size.
#include <cstdint>
#include <fstream>

#include "fuzz.hpp"

// Writes the seeds to the directory that is the last argument, before libFuzzer reads it.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  const std::string directory = (*argv)[*argc - 1];
  int number = 0;
  for (const std::string& seed : fuzz::seeds()) {
    std::ofstream(directory + '/' + std::to_string(++number), std::ios::binary) << seed;
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::check({reinterpret_cast<const char*>(data), size});
  return 0;
}

// LeakSanitizer traces processes, which a container can forbid. `ctest -L sanitizers` finds leaks.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
