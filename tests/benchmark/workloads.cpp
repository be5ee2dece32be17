// SPDX-License-Identifier: BSL-1.0
#include "workloads.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <random>

namespace benchmarks {
namespace {

using hangup::table;

std::mt19937& source_of_random() {
  static std::mt19937 source;  // the standard defines its sequence
  return source;
}

unsigned random_below(std::size_t end) { return static_cast<unsigned>(source_of_random()() % end); }

const hangup::entry& random_row() { return table[random_below(table.size())]; }

template <class Lookup, class KeyOf>
stored<Lookup> store(KeyOf key_of,
                     std::function<typename Lookup::answer(const hangup::entry&)> find) {
  stored<Lookup> all;
  for (const hangup::entry& row : table) {
    const typename Lookup::stored_key key = key_of(row);
    const bool known =
        std::any_of(all.begin(), all.end(), [&](const auto& pair) { return pair.first == key; });
    if (!known) all.emplace_back(key, find(row));
  }
  return all;
}

template <class Lookup>
stored<Lookup> store_names() {
  return store<Lookup>([](const hangup::entry& row) { return row.*Lookup::column; },
                       [](const hangup::entry& row) { return Lookup::find(row.*Lookup::column); });
}

template <class Key, class Make>
workload<Key> make(std::string name, std::size_t count, Make make_key) {
  workload<Key> made{std::move(name), {}};
  std::generate_n(std::back_inserter(made.keys), count, make_key);
  return made;
}

// The workloads of a numeric key. `hit` returns a known one.
template <class Key, class Hit, class NearMiss, class Miss, class Random>
std::vector<workload<Key>> of_numbers(Hit hit, NearMiss near_miss, Miss miss, Random random) {
  std::vector<workload<Key>> all;
  all.push_back(make<Key>("hits", few, hit));
  all.push_back(make<Key>("many hits", many, hit));
  all.push_back(
      make<Key>("half misses", many, [&] { return random_below(2) == 0 ? hit() : miss(); }));
  all.push_back(make<Key>("misses", many, miss));
  all.push_back(make<Key>("near misses", many, near_miss));
  all.push_back(make<Key>("random", many, random));
  return all;
}

// An unknown key of `make_key`, or a known one if nearly all are known.
template <class IsUnknown, class Make>
auto unknown(IsUnknown is_unknown, Make make_key) {
  auto key = make_key();
  for (int attempt = 0; attempt < 100 && !is_unknown(key); ++attempt) key = make_key();
  return key;
}

template <class Lookup>
std::vector<workload<std::string_view>> of_names() {
  const auto hit = [] { return std::string(random_row().*Lookup::column); };
  const auto letter = [] { return static_cast<char>('a' + random_below(26)); };
  const auto is_unknown = [](const std::string& name) { return Lookup::find(name).empty(); };
  const auto near_miss = [&] {
    return unknown(is_unknown, [&] {
      std::string name = hit();
      const std::size_t at = random_below(name.size() + 1);
      switch (at == name.size() ? 2 : random_below(3)) {
        case 0:
          name[at] = letter();
          break;
        case 1:
          name.erase(at, 1);
          break;
        default:
          name.insert(at, 1, letter());
          break;
      }
      return name;
    });
  };
  const auto random = [&] {
    return unknown(is_unknown, [&] {
      std::string name = hit();
      std::generate(name.begin(), name.end(), letter);
      return name;
    });
  };
  const auto other_case = [&] {
    std::string name = hit();
    for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return name;
  };
  std::vector<workload<std::string_view>> all;
  const auto add = [&](const char* name, std::size_t count, auto make_key) {
    static std::vector<texts*> kept;  // for the whole run
    kept.push_back(new texts(make<std::string>(name, count, make_key).keys));
    all.push_back({name, kept.back()->keys()});
  };
  add("hits", few, hit);
  add("many hits", many, hit);
  add("half misses", many, [&] { return random_below(2) == 0 ? hit() : near_miss(); });
  add("near misses", many, near_miss);
  add("random", many, random);
  add("other case", many, other_case);
  return all;
}

}  // namespace

template <>
const stored<by_code>& all_keys<by_code>() {
  static const auto all = store<by_code>([](const hangup::entry& row) { return row.code; },
                                         [](const hangup::entry& row) { return &row; });
  return all;
}

template <>
const stored<by_sip_code>& all_keys<by_sip_code>() {
  static const auto all = store<by_sip_code>(
      [](const hangup::entry& row) { return row.sip_code; },
      [](const hangup::entry& row) { return hangup::by_sip_code(row.sip_code); });
  return all;
}

template <>
const stored<by_sip_code_and_originator>& all_keys<by_sip_code_and_originator>() {
  static const auto all = store<by_sip_code_and_originator>(
      [](const hangup::entry& row) {
        return sip_code_and_originator{row.sip_code, row.originator};
      },
      [](const hangup::entry& row) { return hangup::by_sip_code(row.sip_code, row.originator); });
  return all;
}

template <>
const stored<by_cause>& all_keys<by_cause>() {
  static const auto all = store_names<by_cause>();
  return all;
}

template <>
const stored<by_sip_response>& all_keys<by_sip_response>() {
  static const auto all = store_names<by_sip_response>();
  return all;
}

texts::texts(const std::vector<std::string>& keys) {
  for (const std::string& key : keys) all_ += key;
  std::size_t begin = 0;
  for (const std::string& key : keys) {
    keys_.push_back(std::string_view(all_).substr(begin, key.size()));
    begin += key.size();
  }
}

template <>
const std::vector<workload<unsigned>>& workloads<by_code>() {
  const auto is_unknown = [](unsigned code) { return hangup::by_code(code) == nullptr; };
  static const auto all = of_numbers<unsigned>(
      [] { return unsigned{random_row().code}; },
      [&] {
        return unknown(is_unknown, [] { return random_row().code + 2 * random_below(2) - 1; });
      },
      [&] { return unknown(is_unknown, [] { return 1000 + random_below(9000); }); },
      [] { return static_cast<unsigned>(source_of_random()()); });
  return all;
}

template <>
const std::vector<workload<unsigned>>& workloads<advice_for>() {
  return workloads<by_code>();  // nearly the same codes
}

template <>
const std::vector<workload<unsigned>>& workloads<by_sip_code>() {
  const auto is_unknown = [](unsigned code) { return hangup::by_sip_code(code).empty(); };
  static const auto all = of_numbers<unsigned>(
      [] { return unsigned{random_row().sip_code}; },
      [&] {
        return unknown(is_unknown, [] { return random_row().sip_code + 2 * random_below(2) - 1; });
      },
      [&] { return unknown(is_unknown, [] { return 100 + random_below(1000); }); },
      [] { return static_cast<unsigned>(source_of_random()()); });
  return all;
}

template <>
const std::vector<workload<sip_code_and_originator>>& workloads<by_sip_code_and_originator>() {
  using key = sip_code_and_originator;
  const auto is_unknown = [](key both) { return by_sip_code_and_originator::find(both).empty(); };
  const auto who = [] { return static_cast<hangup::originator>(random_below(3)); };
  static const auto all = of_numbers<key>(
      [] {
        const hangup::entry& row = random_row();
        return key{row.sip_code, row.originator};
      },
      [&] { return unknown(is_unknown, [&] {
              return key{random_row().sip_code, who()};
            }); },
      [&] { return unknown(is_unknown, [&] {
              return key{100 + random_below(600), who()};
            }); },
      [&] {
        return key{random_below(1 << 28), who()};
      });
  return all;
}

template <>
const std::vector<workload<std::string_view>>& workloads<by_cause>() {
  static const auto all = of_names<by_cause>();
  return all;
}

template <>
const std::vector<workload<std::string_view>>& workloads<by_sip_response>() {
  static const auto all = of_names<by_sip_response>();
  return all;
}

template <class Lookup>
std::vector<typename Lookup::answer> answers(const std::vector<typename Lookup::key>& keys) {
  std::vector<typename Lookup::answer> all;
  for (const auto& key : keys) all.push_back(Lookup::find(key));
  return all;
}
template std::vector<by_code::answer> answers<by_code>(const std::vector<by_code::key>&);
template std::vector<by_sip_code::answer> answers<by_sip_code>(
    const std::vector<by_sip_code::key>&);
template std::vector<by_sip_code_and_originator::answer> answers<by_sip_code_and_originator>(
    const std::vector<by_sip_code_and_originator::key>&);
template std::vector<by_cause::answer> answers<by_cause>(const std::vector<by_cause::key>&);
template std::vector<by_sip_response::answer> answers<by_sip_response>(
    const std::vector<by_sip_response::key>&);

std::string sip_message(std::size_t size) {
  const std::string last = "X-ZT-Hangup-Code: " + std::to_string(table.back().code) + "\r\n\r\n";
  std::string message =
      "BYE sip:+15550100@192.0.2.10:5060;transport=udp SIP/2.0\r\n"
      "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776asdhds;rport=5060\r\n"
      "Max-Forwards: 69\r\n"
      "From: \"Alice\" <sip:+15550199@198.51.100.7>;tag=1928301774\r\n"
      "To: <sip:+15550100@192.0.2.10>;tag=a6c85cf\r\n"
      "Call-ID: a84b4c76e66710@198.51.100.7\r\n"
      "CSeq: 231 BYE\r\n"
      "User-Agent: a switch of somebody's/4.2 (x86_64/linux)\r\n"
      "Content-Length: 0\r\n";
  // Record routes of typical length, up to the wanted size.
  const std::string route = "Record-Route: <sip:198.51.100.%;lr;ftag=1928301774;did=5c1.9a2>\r\n";
  for (char digit = '1'; message.size() + 2 * route.size() + last.size() < size; ++digit) {
    message += std::string(route).replace(route.find('%'), 1, 1, digit <= '9' ? digit : '9');
  }
  const std::string name = "X-Padding: ";
  const std::size_t rest = size - message.size() - last.size() - name.size() - 2;
  return message + name + std::string(rest, 'p') + "\r\n" + last;
}

}  // namespace benchmarks
