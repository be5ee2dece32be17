// SPDX-License-Identifier: BSL-1.0
#include "workloads.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <random>

namespace benchmarks {
namespace {

std::mt19937 source_of_random;  // the standard defines its sequence

unsigned random_below(std::size_t end) { return static_cast<unsigned>(source_of_random() % end); }
unsigned random_number() { return static_cast<unsigned>(source_of_random()); }

const hangup::entry& random_row() { return hangup::table[random_below(hangup::table.size())]; }

bool is_known(const void* row) { return row != nullptr; }
bool is_known(hangup::entries rows) { return !rows.empty(); }

// An unknown key of `make_key`, or a known one if nearly all are known.
template <class Lookup, class Make>
auto unknown(Make make_key) {
  auto key = make_key();
  for (int i = 0; i < 100 && is_known(Lookup::find(key)); ++i) key = make_key();
  return key;
}

template <class Key, class Make>
workload<Key> make(std::string name, std::size_t count, Make make_key) {
  workload<Key> made{std::move(name), {}};
  std::generate_n(std::back_inserter(made.keys), count, make_key);
  return made;
}

template <class Lookup, class NearMiss, class Miss, class Random>
std::vector<workload<typename Lookup::key>> of_numbers(NearMiss near_miss, Miss miss,
                                                       Random random) {
  using key = typename Lookup::key;
  const auto hit = [] { return Lookup::key_of(random_row()); };
  const auto far = [&] { return unknown<Lookup>(miss); };
  const auto near = [&] { return unknown<Lookup>(near_miss); };
  return {make<key>("hits", few, hit),
          make<key>("many hits", many, hit),
          make<key>("half misses", many, [&] { return random_below(2) == 0 ? hit() : far(); }),
          make<key>("misses", many, far),
          make<key>("near misses", many, near),
          make<key>("random", many, random)};
}

template <class Lookup>
std::vector<workload<std::string_view>> of_names() {
  const auto hit = [] { return std::string(Lookup::key_of(random_row())); };
  const auto letter = [] { return static_cast<char>('a' + random_below(26)); };
  const auto near_miss = [&] {
    return unknown<Lookup>([&] {
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
    return unknown<Lookup>([&] {
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
  // The keys are parts of one text, like those of a file of call records.
  const auto add = [&](const char* name, std::size_t count, auto make_key) {
    static std::deque<std::string> texts;
    std::string& text = texts.emplace_back();
    const auto keys = make<std::string>(name, count, make_key).keys;
    for (const std::string& key : keys) text += key;
    std::string_view rest = text;
    all.push_back({name, {}});
    for (const std::string& key : keys) {
      all.back().keys.push_back(rest.substr(0, key.size()));
      rest.remove_prefix(key.size());
    }
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
const std::vector<workload<by_code::key>>& workloads<by_code>() {
  static const auto all =
      of_numbers<by_code>([] { return random_row().code + 2 * random_below(2) - 1; },
                          [] { return 1000 + random_below(9000); }, random_number);
  return all;
}

template <>
const std::vector<workload<advice_for::key>>& workloads<advice_for>() {
  return workloads<by_code>();  // nearly the same codes
}

template <>
const std::vector<workload<by_sip_code::key>>& workloads<by_sip_code>() {
  static const auto all =
      of_numbers<by_sip_code>([] { return random_row().sip_code + 2 * random_below(2) - 1; },
                              [] { return 100 + random_below(1000); }, random_number);
  return all;
}

template <>
const std::vector<workload<sip_code_and_originator>>& workloads<by_sip_code_and_originator>() {
  const auto with_originator = [](unsigned sip_code) {
    return sip_code_and_originator{sip_code, static_cast<hangup::originator>(random_below(3))};
  };
  static const auto all = of_numbers<by_sip_code_and_originator>(
      [&] { return with_originator(random_row().sip_code); },
      [&] { return with_originator(100 + random_below(600)); },
      [&] { return with_originator(random_below(1 << 28)); });
  return all;
}

template <class Lookup>
const std::vector<workload<typename Lookup::key>>& workloads() {
  static const auto all = of_names<Lookup>();
  return all;
}
template const std::vector<workload<std::string_view>>& workloads<by_cause>();
template const std::vector<workload<std::string_view>>& workloads<by_sip_response>();

}  // namespace benchmarks
