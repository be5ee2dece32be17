// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "lookup.hpp"

namespace lookup {
namespace {

// What separates keys besides ASCII blanks, quotes, brackets and punctuation.
constexpr std::array<std::string_view, 11> separators{"\xC2\xA0",      // a no-break space
                                                      "\xC2\xAB",      // double angle quotes
                                                      "\xC2\xBB",      //
                                                      "\xE2\x80\x98",  // single quotes
                                                      "\xE2\x80\x99",  //
                                                      "\xE2\x80\x9A",  //
                                                      "\xE2\x80\x9C",  // double quotes
                                                      "\xE2\x80\x9D",  //
                                                      "\xE2\x80\x9E",  //
                                                      "\xE2\x80\xA6",  // an ellipsis
                                                      byte_order_mark};

// The length of the separator that the text begins with; 0: none.
std::size_t separator(std::string_view text) {
  constexpr std::string_view single = " \t\r\n\v\f\"'`()[]{}<>,;:=|\\";
  if (single.find(text.front()) != single.npos) return 1;
  for (const std::string_view each : separators) {
    if (text.substr(0, each.size()) == each) return each.size();
  }
  return 0;
}

bool is_dash(std::string_view word) {
  return word.find_first_not_of('-') == word.npos || word == "\xE2\x80\x93" ||
         word == "\xE2\x80\x94";
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  const auto add = [&](std::string_view word) {
    if (word.size() > 1 && word.back() == '.') word.remove_suffix(1);
    const std::string_view whole =
        word.substr(0, word.size() - std::min<std::size_t>(word.size(), 2));
    if (is_number(whole) && word.substr(whole.size()) == ".0") word = whole;
    if (!is_dash(word)) words.push_back(word);
  };
  std::size_t size = 0;  // of the word so far
  while (size < text.size()) {
    const std::size_t skipped = separator(text.substr(size));
    if (skipped == 0) {
      ++size;
      continue;
    }
    if (size > 0) add(text.substr(0, size));
    text.remove_prefix(size + skipped);
    size = 0;
  }
  if (size > 0) add(text);
  return words;
}

// A word that says what the next key is.
struct label {
  std::string_view word;
  key::kind next;
};
constexpr std::array<label, 6> labels{{{"X-ZT-Hangup-Code", key::code},
                                       {"hangup_cause_code", key::code},
                                       {"SIP", key::sip_code},
                                       {"SIP/2.0", key::sip_code},
                                       {"hangup_cause_name", key::name},
                                       {"hangup_source", key::originator}}};

const label* label_in(std::string_view word) {
  const auto* const found = std::find_if(labels.begin(), labels.end(), [&](const label& each) {
    return equal_in_any_case(each.word, word);
  });
  return found == labels.end() ? nullptr : found;
}

std::optional<key> known(const std::string& text, const label* announced) {
  for (const auto kind : {key::code, key::sip_code, key::name, key::originator}) {
    if (announced != nullptr && announced->next != kind) continue;
    key candidate{kind, text};
    if (!find(candidate).empty()) return candidate;
  }
  return std::nullopt;
}

}  // namespace

parsed parse_keys(std::string_view text) {
  constexpr std::size_t longest_name = 8;  // in words
  const std::vector<std::string_view> words = split(text);
  parsed result;
  std::string unknown;  // the words just before this one, if they are not keys
  const auto end_unknown = [&] {
    if (!unknown.empty()) result.unknown.push_back(std::move(unknown));
    unknown.clear();
  };
  const label* announced = nullptr;
  for (std::size_t i = 0; i < words.size();) {
    if (const label* found = label_in(words[i])) {
      end_unknown();
      announced = found;
      ++i;
      continue;
    }
    // The longest name that begins here.
    std::optional<key> found;
    std::size_t count = std::min(longest_name, words.size() - i);
    for (; count > 0 && !found; --count) {
      std::string candidate(words[i]);
      for (std::size_t j = i + 1; j < i + count; ++j) candidate.append(" ").append(words[j]);
      found = known(candidate, announced);
      if (found) break;
    }
    if (found) {
      end_unknown();
      result.keys.push_back(*std::move(found));
      i += count;
    } else {
      if (!unknown.empty()) unknown += ' ';
      unknown += words[i++];
    }
    announced = nullptr;
  }
  end_unknown();
  return result;
}

bool is_empty(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = separator(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

}  // namespace lookup
