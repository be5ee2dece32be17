// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "lookup.hpp"

namespace lookup {
namespace {

namespace hangup = zentrunk::hangup;

// How many characters must be added, dropped or changed to get from one text to the other.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> distance(b.size() + 1);
  for (std::size_t i = 0; i <= b.size(); ++i) distance[i] = i;
  for (const char c : a) {
    std::size_t diagonal = distance[0]++;
    for (std::size_t i = 0; i < b.size(); ++i) {
      const std::size_t changed = diagonal + (c == b[i] ? 0 : 1);
      diagonal = distance[i + 1];
      distance[i + 1] = std::min({changed, diagonal + 1, distance[i] + 1});
    }
  }
  return distance.back();
}

}  // namespace

answers every_answer() {
  answers all;
  for (const advice& each : hangup::advice_table) all.push_back(&each);
  return all;
}

answers find(const key& wanted) {
  std::set<const advice*> found;  // all in one table, so that they are ascending by code
  const auto add = [&](hangup::entries some) {
    for (const hangup::entry& each : some) found.insert(hangup::advice_for(each.code));
  };
  switch (wanted.what) {
    case key::code:
      if (const advice* only = hangup::advice_for(wanted.text)) found.insert(only);
      break;
    case key::sip_code:
      add(hangup::by_sip_code(wanted.text));
      break;
    case key::name:
      add(hangup::by_cause(wanted.text));
      add(hangup::by_sip_response(wanted.text));
      for (const advice& each : hangup::advice_table) {  // the later codes have causes, too
        if (equal_in_any_case(each.cause, wanted.text)) found.insert(&each);
      }
      break;
    case key::originator:
      if (const auto originator = hangup::parse_originator(wanted.text)) {
        add(hangup::by_originator(*originator));
      }
      break;
  }
  return answers(found.begin(), found.end());
}

answers find(const std::vector<key>& keys) {
  answers found = every_answer();
  for (const auto kind : {key::code, key::sip_code, key::name, key::originator}) {
    std::set<const advice*> any;
    bool wanted = false;
    for (const key& each : keys) {
      if (each.what != kind) continue;
      wanted = true;
      const answers some = find(each);
      any.insert(some.begin(), some.end());
    }
    if (wanted) found = in_both(found, answers(any.begin(), any.end()));
  }
  return found;
}

answers in_both(const answers& a, const answers& b) {
  answers both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

const std::set<std::string>& known_keys() {
  static const std::set<std::string> known = [] {
    std::set<std::string> keys;
    for (const advice& each : hangup::advice_table) {
      keys.insert(fmt::to_string(each.code));
      if (!each.cause.empty()) keys.emplace(each.cause);
    }
    for (const hangup::entry& each : hangup::table) {
      keys.insert({fmt::to_string(each.sip_code), std::string(each.sip_response),
                   std::string(to_string(each.originator))});
    }
    return keys;
  }();
  return known;
}

std::vector<std::string> nearest(std::string_view unknown) {
  constexpr std::size_t enough = 3, longest = 100;  // of a key that was meant to be a known one
  if (unknown.size() > longest) return {};
  const std::string wanted = to_lower(unknown);
  std::set<std::pair<std::size_t, std::string>> ranked;
  for (const std::string& known : known_keys()) {
    if (is_number(known) != is_number(wanted)) continue;
    if (is_number(known) && known.size() != wanted.size()) continue;
    const std::size_t distance = edit_distance(wanted, to_lower(known));
    if (distance > 0 && distance <= wanted.size() / 3) ranked.emplace(distance, known);
  }
  std::vector<std::string> best;
  for (const auto& [distance, known] : ranked) {
    const bool there = std::any_of(best.begin(), best.end(), [&known = known](const auto& other) {
      return equal_in_any_case(known, other);
    });
    if (best.size() < enough && !there) best.push_back(known);
  }
  return best;
}

}  // namespace lookup
