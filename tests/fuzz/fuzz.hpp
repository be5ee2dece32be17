// SPDX-License-Identifier: BSL-1.0
//
// What every fuzz target defines and can use. A target is one source file. With libfuzzer.cpp it is
// a fuzzer, with replay.cpp a test.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "published.hpp"

namespace fuzz {

// ---- Defined by the target ----

// Compares the library's answer with a second implementation's, and aborts if they differ. The
// input is a block of its exact size, so that sanitizers detect any read beyond it.
void check(std::string_view input);

// Inputs to start from.
std::vector<std::string> seeds();

// ---- For the target to use ----

// Prints what is wrong and aborts, if something is.
inline void require(bool as_it_should_be, const char* what) {
  if (as_it_should_be) return;
  std::fprintf(stderr, "wrong: %s\n", what);
  std::abort();
}

// A copy of a text in a block of its exact size.
class lone_text {
 public:
  explicit lone_text(std::string_view text) : size_(text.size()), bytes_(new char[text.size()]) {
    std::copy(text.begin(), text.end(), bytes_.get());
  }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::size_t size_;
  std::unique_ptr<char[]> bytes_;
};

}  // namespace fuzz
