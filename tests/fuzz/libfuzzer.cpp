// SPDX-License-Identifier: BSL-1.0
//
// A target for libFuzzer, with a copy of the input in a block of its exact size.
#include <cstdint>

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::check({reinterpret_cast<const char*>(data), size});
  return 0;
}

// LeakSanitizer traces processes, which a container can forbid. `ctest -L sanitizers` finds leaks.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
