// SPDX-License-Identifier: BSL-1.0
//
// Everything there is, where that is not too much: all numbers of 32 bits, all texts of up to three
// bytes. (lookups.cpp has every key with one byte dropped, added or changed.)
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>
#include <zentrunk/hangup.hpp>

#include "published.hpp"

namespace {

namespace hangup = zentrunk::hangup;
using published::codes;
using published::the_page;

std::atomic<long long> wrong{0};

void count_wrong(const std::string& what) {
  if (wrong++ < 20) std::fprintf(stderr, "wrong: %s\n", what.c_str());
}

// Calls check(first, last) for parts of [0, end), each by a thread of its own.
template <class Check>
void in_parts(const char* what, std::uint64_t end, Check check) {
  const auto start = std::chrono::steady_clock::now();
  const std::uint64_t parts = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> threads;
  for (std::uint64_t part = 0; part < parts; ++part) {
    threads.emplace_back(check, end * part / parts, end * (part + 1) / parts);
  }
  for (std::thread& thread : threads) thread.join();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::printf("%-40s %.1f s\n", what, seconds.count());
}

// No published number is as large.
constexpr std::uint64_t beyond = 1 << 16;

bool agrees_with_page(std::uint32_t number) {
  const hangup::entry* row = hangup::by_code(number);
  const published::row* wanted = the_page().by_code(static_cast<long long>(number));
  if ((row == nullptr ? -1 : row->code) != (wanted == nullptr ? -1 : wanted->code)) return false;
  if (row != hangup::by_code(static_cast<std::int32_t>(number))) return false;
  const codes with_sip_code = the_page().by_sip_code(number);
  for (const unsigned who : {0U, 1U, 2U, 3U, 255U}) {
    if (published::codes_of(hangup::by_sip_code(number, static_cast<hangup::originator>(who))) !=
        the_page().of_originator(with_sip_code, who)) {
      return false;
    }
  }
  return published::codes_of(hangup::by_sip_code(number)) == with_sip_code &&
         published::codes_of(hangup::by_sip_code(static_cast<std::int32_t>(number))) ==
             with_sip_code;
}

bool finds_nothing(std::uint32_t number) {
  const auto or_negative = static_cast<std::int32_t>(number);
  return hangup::by_code(number) == nullptr && hangup::by_code(or_negative) == nullptr &&
         hangup::by_sip_code(number).empty() && hangup::by_sip_code(or_negative).empty() &&
         hangup::by_sip_code(number, hangup::originator::zentrunk).empty();
}

void check_numbers() {
  in_parts("every number of 32 bits", std::uint64_t{1} << 32,
           [](std::uint64_t first, std::uint64_t last) {
             for (std::uint64_t each = first; each < last; ++each) {
               const auto number = static_cast<std::uint32_t>(each);
               if (number < beyond ? !agrees_with_page(number) : !finds_nothing(number)) {
                 count_wrong("the number " + std::to_string(number));
               }
             }
           });
}

// The page is only asked for a text that is found, or that is a key; the others have no rows.
void check_texts() {
  std::set<std::string> keys;  // in lower case
  for (const auto& row : the_page().rows) {
    keys.insert({std::to_string(row.code), published::to_lower(row.cause),
                 published::to_lower(row.sip_response)});
  }
  for (const auto& source : the_page().sources) keys.insert(published::to_lower(source.name));
  bool any_short = false;
  for (const std::string& key : keys) any_short = any_short || key.size() <= 3;

  for (std::size_t size = 0; size <= 3; ++size) {
    const std::string what = "every text of " + std::to_string(size) + " bytes";
    in_parts(
        what.c_str(), std::uint64_t{1} << 8 * size, [&](std::uint64_t first, std::uint64_t last) {
          std::string text(size, '\0');
          for (std::uint64_t number = first; number < last; ++number) {
            for (std::size_t i = 0; i < size; ++i) {
              text[i] = static_cast<char>(number >> 8 * i & 0xFF);
            }
            const hangup::entry* row = hangup::by_code(text);
            const hangup::entries with_cause = hangup::by_cause(text);
            const hangup::entries with_phrase = hangup::by_sip_response(text);
            const auto who = hangup::parse_originator(text);
            if (row == nullptr && with_cause.empty() && with_phrase.empty() && !who && !any_short) {
              continue;
            }
            const published::row* wanted = the_page().by_code(text);
            if ((row == nullptr ? -1 : row->code) != (wanted == nullptr ? -1 : wanted->code) ||
                published::codes_of(with_cause) != the_page().by_cause(text) ||
                published::codes_of(with_phrase) != the_page().by_sip_response(text) ||
                (who ? static_cast<std::size_t>(*who) : the_page().sources.size()) !=
                    the_page().parse_originator(text)) {
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
