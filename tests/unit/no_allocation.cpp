// SPDX-License-Identifier: BSL-1.0
//
// No lookup allocates, whatever it is asked: this program counts what operator new is asked for.
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string_view>
#include <zentrunk/hangup.hpp>

namespace {

long allocations = 0;

}  // namespace

// Out of line, or g++ finds malloc's memory in the hands of delete.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  std::abort();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

int main() {
  namespace hangup = zentrunk::hangup;
  ::operator delete(::operator new(1));
  if (allocations != 1) {
    std::puts("this program can't see allocations");
    return 1;
  }
  std::size_t found = 0;
  for (unsigned number = 0; number < 70000; ++number) {
    found += hangup::by_code(number) != nullptr ? 1U : 0U;
    found += hangup::by_sip_code(number).size();
    found += hangup::by_sip_code(number, hangup::originator::carrier).size();
  }
  for (const hangup::entry& row : hangup::table) {
    for (const std::string_view key : {row.cause, row.description, row.sip_response}) {
      found += hangup::by_cause(key).size() + hangup::by_cause(key, row.originator).size();
      found += hangup::by_sip_response(key).size() + hangup::by_originator(row.originator).size();
      found += hangup::by_code(key) != nullptr ? 1U : 0U;
      found += hangup::from_sip_message(key) != nullptr ? 1U : 0U;
      found += hangup::parse_originator(key).has_value() ? 1U : 0U;
      found += hangup::to_string(row.originator).size() + hangup::describe(row.originator).size();
    }
  }
  constexpr std::string_view message = "BYE sip:a SIP/2.0\r\nX-ZT-Hangup-Code:\r\n 4090\r\n\r\n";
  found += hangup::from_sip_message(message) != nullptr ? 1U : 0U;
  std::printf("%zu found, %ld allocations\n", found, allocations - 1);
  return allocations == 1 ? 0 : 1;
}
