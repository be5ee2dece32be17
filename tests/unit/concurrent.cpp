// SPDX-License-Identifier: BSL-1.0
//
// Every lookup from many threads at once gives the answers of the CSV files. `ctest -L sanitizers`
// runs it under ThreadSanitizer.
#include <atomic>
#include <cstddef>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>
#include <zentrunk/sip.hpp>

#include "published.hpp"

namespace {

namespace hangup = zentrunk::hangup;

// The number of wrong answers. Each thread begins with another row, so that they ask different
// things at the same time.
long wrong_answers(const published::page& page, std::size_t first) {
  long wrong = 0;
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    const std::size_t nth = (first + i) % page.rows.size();
    const published::row& row = page.rows[nth];
    const std::string message =
        "BYE sip:a SIP/2.0\r\nX-ZT-Hangup-Code: " + std::to_string(row.code) + "\r\n\r\n";
    const auto who = hangup::parse_originator(row.originator);
    wrong += !row_disagreement(page, nth).empty();
    wrong += hangup::from_sip_message(message) != &hangup::table.at(nth);
    wrong += !who || hangup::to_string(*who) != row.originator || hangup::describe(*who).empty();
    wrong += hangup::by_code(65536 + row.code) != nullptr;
    wrong += !hangup::by_cause(row.cause + "/").empty();
  }
  for (std::size_t nth = 0; nth < page.advices.size(); ++nth) {
    wrong += !advice_disagreement(page, nth).empty();
  }
  return wrong;
}

}  // namespace

int main() {
  const published::page& page = published::the_page();
  constexpr std::size_t count = 16;
  std::atomic<std::size_t> ready{0};
  std::atomic<long> wrong{0};
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < count; ++i) {
    threads.emplace_back([&, i] {
      ++ready;
      while (ready < count) std::this_thread::yield();
      for (std::size_t round = 0; round < 5; ++round) wrong += wrong_answers(page, 5 * i + round);
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::printf("%zu threads, %ld wrong answers\n", count, wrong.load());
  return wrong == 0 ? 0 : 1;
}
