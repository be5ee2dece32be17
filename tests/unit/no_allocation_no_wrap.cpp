// SPDX-License-Identifier: BSL-1.0
//
// No lookup allocates: this program counts the calls of operator new. It also runs with clang's
// -fsanitize=integer, which must report nothing.
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string_view>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>
#include <zentrunk/sip.hpp>

namespace {

namespace hangup = zentrunk::hangup;

long allocations = 0;
std::size_t found = 0;

template <class Integer>
void ask_number(Integer number) {
  found += hangup::by_code(number) != nullptr ? 1U : 0U;
  found += hangup::advice_for(number) != nullptr ? 1U : 0U;
  found += hangup::by_sip_code(number).size();
  found += hangup::by_sip_code(number, hangup::originator::carrier).size();
}

template <class Text>
void ask_text(const Text& key) {
  found += hangup::by_code(key) != nullptr ? 1U : 0U;
  found += hangup::advice_for(key) != nullptr ? 1U : 0U;
  found += hangup::by_cause(key).size() + hangup::by_sip_code(key).size();
  for (unsigned number = 0; number < 5; ++number) {
    const auto who = static_cast<hangup::originator>(number);
    found += hangup::by_cause(key, who).size() + hangup::by_sip_code(key, who).size();
    found += hangup::by_originator(who).size() + to_string(who).size() + describe(who).size();
  }
  found += hangup::by_sip_response(key).size();
  found += hangup::parse_originator(key).has_value() ? 1U : 0U;
  found += hangup::hangup_code_field(key).size();
  found += hangup::from_sip_message(key) != nullptr ? 1U : 0U;
}

// The key, its beginnings and ends, and the key with each character changed.
void ask_near_misses(std::string_view key) {
  char changed[512];
  key = key.substr(0, sizeof changed);
  const std::size_t size = key.copy(changed, sizeof changed);
  for (std::size_t at = 0; at < size; ++at) {
    ask_text(key.substr(at));
    ask_text(key.substr(0, at));
    for (const int bit : {0x20, 0x80}) {
      changed[at] = static_cast<char>(key[at] ^ bit);
      ask_text(std::string_view(changed, size));
      changed[at] = key[at];
    }
  }
}

}  // namespace

// Not inline: g++ would warn that delete frees memory from malloc.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  std::abort();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

int main() {
  ::operator delete(::operator new(1));
  if (allocations != 1) {
    std::puts("this program can't see allocations");
    return 1;
  }
  for (int number = -70000; number < 70000; ++number) {
    ask_number(number);
    ask_number(static_cast<unsigned>(number));
    ask_number((1LL << 32) + number);
    ask_number(static_cast<signed char>(number % 128));
  }
  ask_text(static_cast<const char*>(nullptr));
  for (const hangup::entry& row : hangup::table) {
    for (const std::string_view key : {row.cause, row.description, row.sip_response}) {
      ask_near_misses(key);
    }
  }
  for (const hangup::advice& each : hangup::advice_table) {
    found += to_string(each.fixer).size() + to_string(each.retry).size();
    char message[64];
    std::snprintf(message, sizeof message, "BYE sip:a SIP/2.0\r\nX-ZT-Hangup-Code:\r\n %u\r\n\r\n",
                  unsigned{each.code});
    ask_near_misses(message);
    ask_near_misses(std::string_view(message).substr(39, 4));  // the code
  }
  std::printf("%zu found, %ld allocations\n", found, allocations - 1);
  return allocations == 1 ? 0 : 1;
}
