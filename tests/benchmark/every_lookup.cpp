// SPDX-License-Identifier: BSL-1.0
//
// A unit that uses every lookup, so that its object has all tables and strings.
#include <optional>
#include <string_view>
#include <zentrunk/hangup.hpp>
#include <zentrunk/sip.hpp>

namespace hangup = zentrunk::hangup;

const hangup::entry* by_code(unsigned code) { return hangup::by_code(code); }
const hangup::entry* by_digits(std::string_view digits) { return hangup::by_code(digits); }
hangup::entries by_cause(std::string_view cause) { return hangup::by_cause(cause); }
hangup::entries by_cause(std::string_view cause, hangup::originator who) {
  return hangup::by_cause(cause, who);
}
hangup::entries by_sip_code(unsigned sip_code) { return hangup::by_sip_code(sip_code); }
hangup::entries by_sip_code(unsigned sip_code, hangup::originator who) {
  return hangup::by_sip_code(sip_code, who);
}
hangup::entries by_sip_response(std::string_view phrase) { return hangup::by_sip_response(phrase); }
hangup::entries by_originator(hangup::originator who) { return hangup::by_originator(who); }
std::string_view to_string(hangup::originator who) { return hangup::to_string(who); }
std::string_view describe(hangup::originator who) { return hangup::describe(who); }
std::optional<hangup::originator> parse_originator(std::string_view name) {
  return hangup::parse_originator(name);
}
const hangup::entry* from_sip_message(std::string_view message) {
  return hangup::from_sip_message(message);
}
