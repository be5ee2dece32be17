// SPDX-License-Identifier: BSL-1.0
//
// A target as libFuzzer calls it, with a copy of the input that ends where the input ends.
#include <cstdint>

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::check({reinterpret_cast<const char*>(data), size});
  return 0;
}

// LeakSanitizer wants to trace processes, which a container may forbid. `ctest -L sanitizers` looks
// for leaks.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
