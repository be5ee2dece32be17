// SPDX-License-Identifier: BSL-1.0
#include "find.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <tuple>

#include "print.hpp"

namespace lookup {
namespace {

namespace hangup = zentrunk::hangup;

// In the same order as the library's table, which is by code.
constexpr std::less<> by_code{};

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// How many characters must be added, dropped or changed to make the key some part of the name.
std::size_t edit_distance(std::string_view key, std::string_view name) {
  std::vector<std::size_t> distance(name.size() + 1);  // of the key's characters seen so far
  for (const char c : key) {
    std::size_t diagonal = distance[0]++;
    for (std::size_t i = 0; i < name.size(); ++i) {
      const std::size_t changed = diagonal + (c == name[i] ? 0 : 1);
      diagonal = distance[i + 1];
      distance[i + 1] = std::min({changed, diagonal + 1, distance[i] + 1});
    }
  }
  return *std::min_element(distance.begin(), distance.end());
}

bool is_number(std::string_view text) { return text.find_first_not_of("0123456789") == text.npos; }

}  // namespace

rows every_row() {
  rows all;
  for (const hangup::entry& row : hangup::table) all.push_back(&row);
  return all;
}

rows find(std::string_view key) {
  std::set<const hangup::entry*, std::less<>> found;
  const auto add = [&](hangup::entries some) {
    for (const hangup::entry& row : some) found.insert(&row);
  };
  if (const hangup::entry* row = hangup::by_code(key)) found.insert(row);
  int sip_code = 0;
  const auto [rest, error] = std::from_chars(key.data(), key.data() + key.size(), sip_code);
  if (error == std::errc() && fmt::to_string(sip_code) == key) add(hangup::by_sip_code(sip_code));
  add(hangup::by_cause(key));
  add(hangup::by_sip_response(key));
  if (const auto originator = hangup::parse_originator(key)) {
    add(hangup::by_originator(*originator));
  }
  return rows(found.begin(), found.end());
}

rows in_both(const rows& a, const rows& b) {
  rows both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both), by_code);
  return both;
}

rows search(std::string_view text) {
  const std::string wanted = to_lower(text);
  rows found;
  for (const hangup::entry& row : hangup::table) {
    const auto fields = as_text(row);
    if (std::any_of(fields.begin(), fields.end(), [&](const std::string& field) {
          return to_lower(field).find(wanted) != std::string::npos;
        })) {
      found.push_back(&row);
    }
  }
  return found;
}

const std::set<std::string>& known_keys() {
  static const std::set<std::string> known = [] {
    std::set<std::string> keys;
    for (const hangup::entry& row : hangup::table) {
      keys.insert({fmt::to_string(row.code), fmt::to_string(row.sip_code), std::string(row.cause),
                   std::string(row.sip_response), std::string(to_string(row.originator))});
    }
    return keys;
  }();
  return known;
}

std::vector<std::string_view> nearest(std::string_view key) {
  constexpr std::size_t enough = 3;
  constexpr std::size_t longest = 200;  // of a key that was meant to be a known one
  const std::string wanted = to_lower(key.substr(0, longest));
  std::vector<std::tuple<std::size_t, std::size_t, std::string_view>> ranked;
  for (const std::string& candidate : known_keys()) {
    if (is_number(candidate) != is_number(wanted)) continue;
    const auto [shorter, longer] = std::minmax({wanted.size(), candidate.size()});
    ranked.emplace_back(edit_distance(wanted, to_lower(candidate)), longer - shorter, candidate);
  }
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > enough) ranked.resize(enough);
  std::vector<std::string_view> best;
  best.reserve(ranked.size());
  for (const auto& ranking : ranked) best.push_back(std::get<std::string_view>(ranking));
  return best;
}

}  // namespace lookup
