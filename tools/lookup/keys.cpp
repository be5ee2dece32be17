// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "lookup.hpp"

namespace lookup {
namespace {

// What separates words besides ASCII blanks, quotes, brackets and punctuation.
constexpr std::string_view separators[] = {"\xC2\xA0",  // a no-break space, double angle quotes
                                           "\xC2\xAB",     "\xC2\xBB",
                                           "\xE2\x80\x93",  // dashes
                                           "\xE2\x80\x94",
                                           "\xE2\x80\x98",  // single and double quotes
                                           "\xE2\x80\x99", "\xE2\x80\x9A", "\xE2\x80\x9C",
                                           "\xE2\x80\x9D", "\xE2\x80\x9E",
                                           "\xE2\x80\xA6",  // an ellipsis
                                           byte_order_mark};

// The length of the separator that the text begins with; 0: none.
std::size_t separator(std::string_view text) {
  constexpr std::string_view single = " \t\r\n\v\f\"'`()[]{}<>,;:=|\\#*&!?";
  for (const std::string_view escape : {"\\r", "\\n", "\\t"}) {
    if (text.substr(0, 2) == escape) return 2;
  }
  if (single.find(text.front()) != single.npos) return 1;
  for (const std::string_view each : separators) {
    if (text.substr(0, each.size()) == each) return each.size();
  }
  return 0;
}

// Whether the rest continues with a part of the same time, address or the like: 12:00:01,404.
bool goes_on(std::string_view word, std::string_view rest) {
  if (word.empty() || !is_digit(word.back()) || !is_digit(char_at(rest, 1))) return false;
  const bool is_fraction = rest[0] == ',' && word.find(':') != word.npos &&
                           is_number(rest.substr(1, 3)) && !is_digit(char_at(rest, 4));
  return rest[0] == ':' || is_fraction;
}

using words = std::vector<std::string_view>;

words split(std::string_view text) {
  words all;
  const auto add = [&](std::string_view word) {
    while (word.size() > 1 && word.back() == '.') word.remove_suffix(1);
    const std::string_view whole =
        word.substr(0, word.size() - std::min<std::size_t>(word.size(), 2));
    if (is_number(whole) && word.substr(whole.size()) == ".0") word = whole;
    if (word.find_first_not_of("-.") != word.npos) all.push_back(word);
  };
  std::size_t size = 0;  // of the word so far
  while (size < text.size()) {
    const std::size_t skipped = separator(text.substr(size));
    if (skipped == 0 || goes_on(text.substr(0, size), text.substr(size))) {
      ++size;
      continue;
    }
    if (size > 0) add(text.substr(0, size));
    text.remove_prefix(size + skipped);
    size = 0;
  }
  if (size > 0) add(text);
  return all;
}

std::string joined(const words& all, std::size_t first, std::size_t count) {
  std::string text(all[first]);
  for (std::size_t i = first + 1; i < first + count; ++i) text.append(" ").append(all[i]);
  return text;
}

// Kinds of keys, one bit for each.
using kinds = unsigned;
constexpr kinds bit(key::kind kind) { return 1U << kind; }
constexpr kinds any_code = bit(key::code), any_status = bit(key::sip_code),
                any_name = bit(key::name), any_originator = bit(key::originator),
                no_originator = any_code | any_status | any_name,
                any_kind = no_originator | any_originator;

// Words that say what comes next, without case, blanks, '_' and '-'.
struct label {
  std::string_view text;
  kinds next;
};
constexpr label labels[] = {{"xzthangupcode", any_code},
                            {"hangupcausecode", any_code},
                            {"hangupcode", any_code},
                            {"causecode", any_code},
                            {"hangupcausename", any_name},
                            {"causename", any_name},
                            {"hangupcause", no_originator},
                            {"hangupreason", no_originator},
                            {"hangupsource", any_originator},
                            {"hangupinitiator", any_originator},
                            {"originator", any_originator},
                            {"initiator", any_originator},
                            {"source", any_originator},
                            {"sip", any_status | any_name},
                            {"sip/2.0", any_status | any_name},
                            {"sipstatus", any_status | any_name},
                            {"sipresponse", any_status | any_name},
                            {"sipcode", any_status},
                            {"sipstatuscode", any_status},
                            {"sipresponsecode", any_status},
                            {"statuscode", any_code | any_status},
                            {"responsecode", any_code | any_status},
                            {"code", no_originator},
                            {"cause", no_originator},
                            {"reason", no_originator},
                            {"status", no_originator},
                            {"response", no_originator},
                            {"text", no_originator},
                            {"hangup", any_kind},
                            {"int", any_kind},  // around a value
                            {"some", any_kind},
                            {"quot", any_kind}};

// Words that say that what comes next is no key, unless it is a name.
constexpr std::string_view other_labels =
    " acts attempt billduration billsec callduration callid cseq duration ext expires extension "
    "fixer "
    "id line pid port timeout ";
constexpr std::string_view units = " bytes min minutes ms s sec secs seconds ";

// A word as the labels have it.
std::string plain(std::string_view word) {
  return squashed(word.substr(word.front() == '/' ? 1 : 0, 32));  // also in </hangup_code>
}

// Whether nothing but a blank is between the word and the next one.
bool goes_with_next(const words& all, std::size_t i) {
  if (i + 1 >= all.size()) return false;
  const char* const end = all[i].data() + all[i].size();
  return all[i + 1].data() == end + 1 && *end == ' ';
}

// Whether a brace closes before the word: in {code="4090"} 4410 it does not belong to the label.
bool is_after_brace(const words& all, std::size_t i) {
  const char* const end = all[i - 1].data() + all[i - 1].size();
  const std::string_view between(end, static_cast<std::size_t>(all[i].data() - end));
  return between.find('}') != between.npos;
}

// The longest label that begins with the word, and of how many words it is.
std::pair<const label*, std::size_t> label_at(const words& all, std::size_t first) {
  constexpr std::size_t longest = 3;
  std::pair<const label*, std::size_t> best{nullptr, 1};
  std::string text;
  for (std::size_t count = 1; count <= longest; ++count) {
    text += plain(all[first + count - 1]);
    for (const label& each : labels) {
      if (each.text == text) best = {&each, count};
    }
    if (!goes_with_next(all, first + count - 1)) break;
  }
  return best;
}

// The longest key of these kinds that begins with the word, and of how many words it is.
std::pair<std::optional<key>, std::size_t> key_at(const words& all, std::size_t first,
                                                  kinds allowed) {
  constexpr std::size_t longest = 8;
  for (std::size_t count = std::min(longest, all.size() - first); count > 0; --count) {
    const std::string text = joined(all, first, count);
    for (const auto kind : {key::code, key::sip_code, key::name, key::originator}) {
      if ((allowed & bit(kind)) == 0) continue;
      key candidate{kind, text};
      if (!find(candidate).empty()) return {std::move(candidate), count};
    }
  }
  return {std::nullopt, 1};
}

// A part of a text, in the order in which a text that says more than keys is understood: what a
// label or its neighbor supports, what is a key and nothing else, what can be plain English.
struct part {
  enum { supported, plain_key, phrase, originator, label, other } what;
  key value;  // of a label or another word only the text

  bool is_key() const { return what < label; }
};

part bare(key value) {
  const auto what = value.what == key::originator ? part::originator
                    : value.what == key::name && value.text.find('_') == std::string::npos
                        ? part::phrase
                        : part::plain_key;
  return {what, std::move(value)};
}

// Whether two keys support each other, as in 486 User Busy.
bool agree(const key& a, const key& b) {
  return a.what != b.what && a.what != key::originator && b.what != key::originator &&
         !in_both(find(a), find(b)).empty();
}

std::vector<part> parts_of(const words& all) {
  std::vector<part> parts;
  parts.reserve(all.size());
  part* before = nullptr;  // the key just before, labels aside
  kinds announced = any_kind;
  bool labeled = false, in_list = false;  // the latter: after a labeled number
  for (std::size_t i = 0; i < all.size();) {
    if (in_list && (is_after_brace(all, i) || !key_at(all, i, announced).first)) {
      announced = any_kind;
      labeled = in_list = false;
    }
    const bool is_amount = (!labeled || in_list) && is_number(all[i]) && goes_with_next(all, i) &&
                           is_among(units, to_lower(all[i + 1]));
    auto [found, words_of_key] = key_at(all, i, is_amount ? 0 : announced);
    const auto [label, words_of_label] = label_at(all, i);
    if (found) {
      const bool is_zero = found->text == "0";  // which is rarely a status
      const bool supported = labeled && !(is_zero && (announced & any_code) != 0);
      in_list = labeled && is_number(found->text);
      announced = in_list ? announced & (any_code | any_status) : any_kind;
      labeled = in_list;
      parts.push_back(bare(*std::move(found)));
      if (supported) parts.back().what = part::supported;
      if (before != nullptr && agree(before->value, parts.back().value)) {
        before->what = parts.back().what = part::supported;
      }
      before = &parts.back();
      i += words_of_key;
    } else if (label != nullptr) {
      const kinds both = labeled && !in_list ? announced & label->next : 0U;
      announced = both != 0 ? both : label->next;
      labeled = true;
      in_list = false;
      parts.push_back({part::label, {key::name, joined(all, i, words_of_label)}});
      i += words_of_label;
    } else {
      const std::string word = plain(all[i]);
      const bool is_code =
          labeled && announced == any_code && is_number(all[i]) && all[i].size() == 4;
      announced = is_among(other_labels, word) || is_among(units, word) ? any_name : any_kind;
      labeled = in_list = false;
      parts.push_back({part::other, {is_code ? key::code : key::name, std::string(all[i++])}});
      before = nullptr;
    }
  }
  return parts;
}

// In a text that says more than keys, some words only look like one. Those that have nothing in
// common with more reliable keys become other words.
void settle(std::vector<part>& parts) {
  const auto has = [&](auto what) {
    return std::any_of(parts.begin(), parts.end(), [&](const part& p) { return p.what == what; });
  };
  const bool has_other = has(part::other);
  if (!has_other && !has(part::label)) return;
  // A record of an unknown code is about that one.
  const auto code = [&](bool is_known) {
    return std::find_if(parts.begin(), parts.end(), [&](const part& each) {
      return each.is_key() == is_known && each.value.what == key::code;
    });
  };
  if (const auto unknown = code(false); unknown != parts.end() && code(true) == parts.end()) {
    parts = {*unknown};
    return;
  }
  std::vector<key> kept;
  const auto keep = [&](auto what, bool is_originator) {
    const answers so_far = find(kept);
    const bool is_first = kept.empty();
    for (part& each : parts) {
      if (each.what != what || (each.value.what == key::originator) != is_originator) continue;
      const bool fits = !in_both(so_far, find(each.value)).empty() && each.value.text != "0" &&
                        !(what == part::originator && has_other && !is_first);
      if (fits || (what == part::supported && !is_originator)) {
        kept.push_back(each.value);
      } else {
        each.what = part::other;
      }
    }
  };
  keep(part::supported, false);
  keep(part::supported, true);  // the source of one call can differ from the code's originator
  keep(part::plain_key, false);
  keep(part::phrase, false);
  keep(part::originator, true);
}

// `typed`: every label must have its key.
parsed collect(const std::vector<part>& parts, bool typed) {
  parsed result;
  bool goes_on = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const part& each = parts[i];
    const bool labels_nothing = typed && each.what == part::label &&
                                (i + 1 == parts.size() || parts[i + 1].what == part::other);
    const bool is_unknown = each.what == part::other || labels_nothing;
    if (each.is_key()) result.keys.push_back(each.value);
    if (is_unknown && goes_on) result.unknown.back() += ' ' + each.value.text;
    if (is_unknown && !goes_on) result.unknown.push_back(each.value.text);
    goes_on = is_unknown;
  }
  return result;
}

}  // namespace

parsed parse_typed(std::string_view text) { return collect(parts_of(split(text)), true); }

parsed parse_pasted(std::string_view text) {
  std::vector<part> parts = parts_of(split(text));
  settle(parts);
  return collect(parts, false);
}

std::size_t count_words(std::string_view text) { return split(text).size(); }

}  // namespace lookup
