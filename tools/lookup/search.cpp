// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <algorithm>

#include "lookup.hpp"

namespace lookup {

namespace hangup = zentrunk::hangup;

pattern::pattern(std::string_view text) : folded_(folded(text).text) {
  while (!folded_.empty() && folded_.back() == ' ') folded_.pop_back();
}

answers pattern::search() const {
  answers found;
  for (const advice& each : hangup::advice_table) {
    const auto has = [&](std::string_view text) { return !match(text).empty(); };
    bool matches = has(fmt::to_string(each.code)) || has(each.cause) || has(each.description) ||
                   has(each.next_step);
    if (const hangup::entry* entry = hangup::by_code(each.code)) {
      matches = matches || has(entry->sip_response) || has(fmt::to_string(entry->sip_code)) ||
                has(to_string(entry->originator));
    }
    if (matches) found.push_back(&each);
  }
  return found;
}

std::string_view pattern::match(std::string_view text) const {
  const folded whole(text);
  const std::size_t at = folded_.empty() ? folded_.npos : whole.text.find(folded_);
  if (at == folded_.npos) return {};
  // From the blank before it to the blank after it.
  const std::size_t first = whole.offsets[at], last = whole.offsets[at + folded_.size() - 1];
  const std::size_t blank = text.substr(0, first).rfind(' ');
  const std::size_t begin = blank == text.npos ? 0 : blank + 1;
  return text.substr(begin, std::min(text.find(' ', last), text.size()) - begin);
}

std::string pattern::emphasized(std::string_view text, const layout& terminal) const {
  std::string result;
  for (;;) {
    const std::string_view words = match(text);
    if (words.empty() || !terminal.bold) return result.append(text);
    const auto begin = static_cast<std::size_t>(words.data() - text.data());
    result += text.substr(0, begin);
    // Word by word, so that lines can break between them.
    for (std::size_t i = 0; i < words.size();) {
      const std::size_t end = std::min(words.find(' ', i), words.size());
      result += bold(words.substr(i, end - i), terminal);
      if (end < words.size()) result += ' ';
      i = end + 1;
    }
    text.remove_prefix(begin + words.size());
  }
}

std::string pattern::excerpt(std::string_view text, std::size_t width) const {
  if (display_width(text) <= width) return std::string(text);
  // From a few words before the match on.
  const auto match_at = static_cast<std::size_t>(match(text).data() - text.data());
  const std::size_t before = width / 3;
  const std::size_t begin = match_at <= before ? 0 : text.find(' ', match_at - before - 1) + 1;
  return cut(fmt::format("{}{}", begin > 0 ? "\xE2\x80\xA6 " : "", text.substr(begin)), width);
}

}  // namespace lookup
