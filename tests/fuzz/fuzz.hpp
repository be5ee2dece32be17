// SPDX-License-Identifier: BSL-1.0
//
// What every fuzz target defines, and what it may use. A target is one source beside this one; with
// libfuzzer.cpp it makes a fuzzer, with replay.cpp a test.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "published.hpp"

namespace fuzz {

// ---- Defined by the target ----

// Compares the library's answer with that of the second implementation; a wrong one ends the
// program. The bytes of the input stand alone: to read beyond them is an error that sanitizers see.
void check(std::string_view input);

// Inputs that are worth changing.
std::vector<std::string> seeds();

// Parts of inputs, for the fuzzer to insert.
std::vector<std::string> words();

// ---- For the target to use ----

// Tells what is wrong and ends the program where something is.
void require(bool as_it_should_be, const char* what);

// A copy of a text that stands alone.
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

// Numbers that stand for an originator or just do not.
constexpr unsigned originator_numbers[] = {0, 1, 2, 3, 4, 255};

// The rows are those with the codes, and the table's own.
void require_rows(zentrunk::hangup::entries found, const published::codes& wanted,
                  const char* what);

}  // namespace fuzz
