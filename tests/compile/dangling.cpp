// SPDX-License-Identifier: BSL-1.0
//
// clang warns about a view into a message that is gone, and about nothing else here.
#include <string>
#include <zentrunk/advice.hpp>
#include <zentrunk/sip.hpp>

namespace hangup = zentrunk::hangup;

std::string read_message();
std::string_view next_message();

int main() {
  const std::string message = read_message();
  const std::string_view good = hangup::hangup_code_field(message);
  const std::string_view also_good = hangup::hangup_code_field(next_message());
  const std::string_view bad = hangup::hangup_code_field(read_message());
  const bool known = hangup::advice_for(hangup::hangup_code_field(read_message())) != nullptr;
  return static_cast<int>(good.size() + also_good.size() + bad.size()) + known;
}
