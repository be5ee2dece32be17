// SPDX-License-Identifier: BSL-1.0
//
// zentrunk/sip.hpp: the hangup code in a SIP message.
//
//   if (const hangup::entry* found = hangup::from_sip_message(message)) log(found->cause);
//   advice_for(hangup_code_field(message));  // finds later codes too, with zentrunk/advice.hpp
//
// A message is a raw SIP request or response with its start line. Both functions read it once, and
// are constexpr and noexcept, allocate nothing and can be called from any thread.

#ifndef ZENTRUNK_SIP_HPP
#define ZENTRUNK_SIP_HPP

#include "hangup.hpp"

namespace zentrunk::hangup {
inline namespace v1 {
inline namespace ZENTRUNK_RELEASE {

/// The value of the header field X-ZT-Hangup-Code, as it is in the message, without the blanks
/// around it: a view into the message, so it must not outlive that. Empty: no such field. Cost:
/// proportional to the length of the header section.
///
/// The field name can be in any case, with blanks before the colon; the value can be folded; lines
/// end in CRLF or LF. The start line, the body and other fields are not searched. If repeated, the
/// first counts.
[[nodiscard]] constexpr std::string_view hangup_code_field(detail::text message) noexcept;

#if defined(__clang__)  // so that it warns if the message is a string that is gone before the view
template <class String, std::enable_if_t<std::is_convertible_v<const String&, std::string_view> &&
                                             !std::is_trivially_destructible_v<String>,
                                         int> = 0>
[[nodiscard]] constexpr std::string_view hangup_code_field(const String& message
                                                           [[clang::lifetimebound]]) noexcept {
  return hangup_code_field(detail::text(message));
}
#endif

/// by_code() of that value. Codes that only advice.hpp knows are unknown here.
[[nodiscard]] constexpr const entry* from_sip_message(detail::text message) noexcept;

namespace detail {

// Removes and returns the first line, without its line end. The message must not be empty.
constexpr std::string_view take_line(std::string_view& message) noexcept {
  const std::size_t end = message.find('\n');
  std::string_view line = message.substr(0, end);
  message.remove_prefix(end == message.npos ? message.size() : end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace detail

constexpr std::string_view hangup_code_field(detail::text message) noexcept {
  constexpr std::string_view field_name = "X-ZT-Hangup-Code";
  std::string_view rest = message.view, value;
  // A stream can have empty lines before the start line (RFC 3261, section 7.5).
  while (!rest.empty() && detail::take_line(rest).empty()) {
  }
  while (!rest.empty()) {
    std::string_view line = detail::take_line(rest);
    if (line.empty()) break;  // the body follows
    // A continuation line begins with a blank, so it cannot begin with the name.
    if (!detail::equal_in_any_case(line.substr(0, field_name.size()), field_name)) continue;
    line = detail::trim_blanks(line.substr(field_name.size()));
    if (line.empty() || line.front() != ':') continue;  // a longer name

    value = detail::trim_blanks(line.substr(1));
    while (!rest.empty() && detail::is_blank(rest.front())) {  // folded
      const std::string_view more = detail::trim_blanks(detail::take_line(rest));
      if (more.empty()) continue;
      // The line break stays in the value, so it is not a code.
      value = value.empty()
                  ? more
                  : std::string_view(
                        value.data(),
                        static_cast<std::size_t>(more.data() - value.data()) + more.size());
    }
    break;
  }
  return value;
}

constexpr const entry* from_sip_message(detail::text message) noexcept {
  return by_code(hangup_code_field(message));
}

}  // namespace ZENTRUNK_RELEASE
}  // namespace v1
}  // namespace zentrunk::hangup

#endif  // ZENTRUNK_SIP_HPP
