// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <numeric>

#include "lookup.hpp"

namespace lookup {
namespace {

namespace hangup = zentrunk::hangup;

// Whether a cause is one of the code's own: published, an alias, or its reason phrase.
bool is_own(const hangup::advice& of, std::string_view cause) {
  if (cause == of.cause) return true;
  const std::string wanted = squashed(cause);
  const hangup::entry* entry = hangup::by_code(of.code);
  const auto& aliases = hangup::detail::cause_aliases;
  return wanted == squashed(of.cause) ||
         (entry != nullptr && wanted == squashed(entry->sip_response)) ||
         std::any_of(std::begin(aliases), std::end(aliases), [&](const auto& alias) {
           return alias.code == of.code && wanted == squashed(alias.cause);
         });
}

// A cause without what exporters and sentences have around it: ="user_busy", `user_busy`.
std::string_view unwrapped(std::string_view cause) {
  cause = trimmed(cause);
  while (!cause.empty() && (cause.back() == '.' || cause.back() == ':')) cause.remove_suffix(1);
  if (cause.substr(0, 2) == "=\"") cause.remove_prefix(1);
  const bool is_quoted = cause.size() > 1 && quotes[cause.front()] && cause.back() == cause.front();
  return is_quoted ? cause.substr(1, cause.size() - 2) : cause;
}

// What is kept of a text: whole characters.
std::string start_of(std::string_view text) {
  std::size_t size = std::min(text.size(), longest_value);
  while (size < text.size() && size > 0 && (text[size] & 0xC0) == 0x80) --size;
  return std::string(text.substr(0, size));
}

}  // namespace

std::uint64_t tally::codes() const {
  return std::accumulate(foreign.begin(), foreign.end(),
                         std::accumulate(known.begin(), known.end(), other_unknown),
                         [](std::uint64_t sum, const auto& each) { return sum + each.second; });
}

void tally::add(std::string_view value, std::string_view cause, std::uint64_t line) {
  std::string_view code = value;
  const meaning what = understand(code);
  if (what == meaning::not_understood) return add_not_understood(value, line);
  if (what == meaning::nothing) {
    ++without_code;
    return;
  }
  const std::string_view name = unwrapped(cause);
  if (is_missing(name)) cause = {};
  const hangup::advice* found = hangup::advice_for(code);
  if (found != nullptr && (cause.empty() || is_own(*found, name))) {
    ++known[static_cast<std::size_t>(found - hangup::advice_table.data())];
  } else {
    add_foreign({std::string(code), start_of(cause)}, 1);
  }
}

void tally::add_foreign(const foreign_code& code, std::uint64_t count) {
  constexpr std::size_t most = 1000;
  const bool has_room = foreign.size() < most || foreign.find(code) != foreign.end();
  (has_room ? foreign[code] : other_unknown) += count;
}

void tally::add_not_understood(std::string_view text, std::uint64_t line) {
  ++not_understood;
  if (!first_not_understood) first_not_understood = {line, start_of(text)};
}

void tally::add(const tally& other) {
  for (std::size_t i = 0; i < known.size(); ++i) known[i] += other.known[i];
  for (const auto& [code, count] : other.foreign) add_foreign(code, count);
  other_unknown += other.other_unknown;
  without_code += other.without_code;
  not_understood += other.not_understood;
  if (!first_not_understood) first_not_understood = other.first_not_understood;
}

}  // namespace lookup
