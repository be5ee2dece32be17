// SPDX-License-Identifier: BSL-1.0
//
// make_peers DIR: writes the peers that are source code: a switch for each lookup, and gperf's
// input for names. Both return the number of a key in all_keys().
#include <fmt/format.h>
#include <fmt/os.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "workloads.hpp"

namespace benchmarks {
namespace {

template <class Lookup>
void switch_of_numbers(fmt::ostream& out) {
  out.print("inline int switch_{}(unsigned key) noexcept {{\n  switch (key) {{\n", Lookup::name);
  int number = 0;
  for (const auto& [key, answer] : all_keys<Lookup>()) {
    out.print("    case {}: return {};\n", key, number++);
  }
  out.print("    default: return -1;\n  }}\n}}\n\n");
}

// A switch over the length, then one comparison after another.
template <class Lookup>
void switch_of_names(fmt::ostream& out) {
  std::map<std::size_t, std::vector<std::pair<std::string_view, int>>> by_size;
  int number = 0;
  for (const auto& [key, answer] : all_keys<Lookup>()) {
    by_size[key.size()].emplace_back(key, number++);
  }
  out.print("inline int switch_{}(std::string_view key) noexcept {{\n  switch (key.size()) {{\n",
            Lookup::name);
  for (const auto& [size, names] : by_size) {
    out.print("    case {}:\n", size);
    for (const auto& [name, nth] : names) {
      out.print("      if (key == \"{}\") return {};\n", name, nth);
    }
    out.print("      return -1;\n");
  }
  out.print("    default: return -1;\n  }}\n}}\n\n");
}

template <class Lookup>
void gperf_input(const std::string& directory, bool ignore_case) {
  const std::string name =
      fmt::format("gperf_{}{}", Lookup::name, ignore_case ? "_ignore_case" : "");
  auto out = fmt::output_file(fmt::format("{}/{}.gperf", directory, name));
  out.print(
      "%language=C++\n%compare-lengths\n%readonly-tables\n%struct-type\n"
      "%define class-name {0}\n{1}struct {0}_word {{ const char* name; int number; }};\n%%\n",
      name, ignore_case ? "%ignore-case\n" : "");
  std::set<std::string> known;  // --ignore-case allows each name once
  int number = 0;
  for (const auto& [key, answer] : all_keys<Lookup>()) {
    std::string lower(key);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (!ignore_case || known.insert(lower).second) out.print("\"{}\", {}\n", key, number);
    ++number;
  }
}

}  // namespace
}  // namespace benchmarks

int main(int, char** argv) {
  using namespace benchmarks;
  const std::string directory = argv[1];
  auto out = fmt::output_file(directory + "/switches.hpp");
  out.print("// Written by make_peers.\n#include <string_view>\n\n");
  switch_of_numbers<by_code>(out);
  switch_of_numbers<by_sip_code>(out);
  switch_of_numbers<by_sip_code_and_originator>(out);
  switch_of_names<by_cause>(out);
  switch_of_names<by_sip_response>(out);
  for (const bool ignore_case : {false, true}) {
    gperf_input<by_cause>(directory, ignore_case);
    gperf_input<by_sip_response>(directory, ignore_case);
  }
}
