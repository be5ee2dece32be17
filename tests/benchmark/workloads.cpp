// SPDX-License-Identifier: BSL-1.0
#include "workloads.hpp"

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

std::string sip_message(std::size_t size) {
  const std::string last =
      "X-ZT-Hangup-Code: " + std::to_string(hangup::table.back().code) + "\r\n\r\n";
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
  const std::string route = "Record-Route: <sip:198.51.100.1;lr;ftag=1928301774;did=5c1.9a2>\r\n";
  while (message.size() + 2 * route.size() + last.size() < size) message += route;
  const std::string name = "X-Padding: ";
  const std::size_t rest = size - message.size() - last.size() - name.size() - 2;
  return message + name + std::string(rest, 'p') + "\r\n" + last;
}

}  // namespace benchmarks
