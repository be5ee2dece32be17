// SPDX-License-Identifier: BSL-1.0
//
// All 32-bit numbers, and all texts of up to three bytes. (lookups.cpp drops, adds or changes one
// byte of every key.)
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <thread>
#include <vector>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>

#include "published.hpp"

namespace {

namespace hangup = zentrunk::hangup;
using published::the_page;

std::atomic<long long> wrong{0};

void count_wrong(const std::string& what) {
  if (wrong++ < 20) std::fprintf(stderr, "wrong: %s\n", what.c_str());
}

// Calls check(first, last) for parts of [0, end), each in its own thread.
template <class Check>
void in_parts(std::uint64_t end, Check check) {
  const std::uint64_t parts = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> threads;
  for (std::uint64_t part = 0; part < parts; ++part) {
    threads.emplace_back(check, end * part / parts, end * (part + 1) / parts);
  }
  for (std::thread& thread : threads) thread.join();
}

// No published number is as large.
constexpr std::uint64_t beyond = 1 << 16;

bool agrees_with_page(std::uint32_t number) {
  return number_disagreement(the_page(), number).empty() &&
         number_disagreement(the_page(), static_cast<std::int32_t>(number)).empty();
}

bool finds_nothing(std::uint32_t number) {
  const auto or_negative = static_cast<std::int32_t>(number);
  return hangup::by_code(number) == nullptr && hangup::by_code(or_negative) == nullptr &&
         hangup::advice_for(number) == nullptr && hangup::advice_for(or_negative) == nullptr &&
         hangup::by_sip_code(number).empty() && hangup::by_sip_code(or_negative).empty() &&
         hangup::by_sip_code(number, hangup::originator::zentrunk).empty();
}

void check_numbers() {
  in_parts(std::uint64_t{1} << 32, [](std::uint64_t first, std::uint64_t last) {
    for (std::uint64_t each = first; each < last; ++each) {
      const auto number = static_cast<std::uint32_t>(each);
      if (number < beyond ? !agrees_with_page(number) : !finds_nothing(number)) {
        count_wrong("the number " + std::to_string(number));
      }
    }
  });
}

bool finds_nothing(const std::string& text) {
  return hangup::by_code(text) == nullptr && hangup::advice_for(text) == nullptr &&
         hangup::by_cause(text).empty() && hangup::by_sip_code(text).empty() &&
         hangup::by_sip_response(text).empty() && !hangup::parse_originator(text);
}

// Compares with the CSV files only texts that could be digits and those that find something.
void check_texts() {
  const auto could_be_digits = [](const std::string& text) {
    return text.find_first_not_of("0123456789 \t") == text.npos;
  };

  for (std::size_t size = 0; size <= 3; ++size) {
    in_parts(std::uint64_t{1} << 8 * size, [&](std::uint64_t first, std::uint64_t last) {
      std::string text(size, '\0');
      for (std::uint64_t number = first; number < last; ++number) {
        for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>(number >> 8 * i & 0xFF);
        if ((could_be_digits(text) || !finds_nothing(text)) &&
            !text_disagreement(the_page(), text).empty()) {
          count_wrong("the text \"" + text + "\"");
        }
      }
    });
  }
}

}  // namespace

int main() {
  check_numbers();
  check_texts();
  std::printf("%lld wrong\n", wrong.load());
  return wrong == 0 ? 0 : 1;
}
