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

// A unit's text before and after the rows.
struct unit {
  std::string_view name, before, after;
};

constexpr unit units[] = {
    {"linear_scan",
     "#include <string_view>\n#include <strings.h>\n"
     "struct row { std::string_view cause, description; };\nstatic constexpr row rows[] = {\n",
     "};\nstd::string_view description_of(std::string_view cause) {\n"
     "  for (const row& each : rows) {\n"
     "    if (each.cause.size() == cause.size() &&\n"
     "        strncasecmp(each.cause.data(), cause.data(), cause.size()) == 0) {\n"
     "      return each.description;\n    }\n  }\n  return {};\n}\n"},
    {"std_map",
     "#include <map>\n#include <string_view>\n"
     "static const std::map<std::string_view, std::string_view> rows{\n",
     "};\nstd::string_view description_of(std::string_view cause) {\n"
     "  const auto found = rows.find(cause);\n"
     "  return found != rows.end() ? found->second : std::string_view();\n}\n"},
    {"std_unordered_map",
     "#include <string_view>\n#include <unordered_map>\n"
     "static const std::unordered_map<std::string_view, std::string_view> rows{\n",
     "};\nstd::string_view description_of(std::string_view cause) {\n"
     "  const auto found = rows.find(cause);\n"
     "  return found != rows.end() ? found->second : std::string_view();\n}\n"},
    {"absl_flat_hash_map",
     "#include <absl/container/flat_hash_map.h>\n#include <string_view>\n"
     "static const absl::flat_hash_map<std::string_view, std::string_view> rows{\n",
     "};\nstd::string_view description_of(std::string_view cause) {\n"
     "  const auto found = rows.find(cause);\n"
     "  return found != rows.end() ? found->second : std::string_view();\n}\n"},
    {"boost_multi_index",
     "#include <boost/multi_index/hashed_index.hpp>\n#include <boost/multi_index/member.hpp>\n"
     "#include <boost/multi_index_container.hpp>\n#include <string_view>\n"
     "struct row { std::string_view cause, description; };\nnamespace bmi = boost::multi_index;\n"
     "static const bmi::multi_index_container<row, bmi::indexed_by<bmi::hashed_unique<\n"
     "    bmi::member<row, std::string_view, &row::cause>, std::hash<std::string_view>>>> rows{\n",
     "};\nstd::string_view description_of(std::string_view cause) {\n"
     "  const auto found = rows.find(cause);\n"
     "  return found != rows.end() ? found->description : std::string_view();\n}\n"},
};

void write_units(const std::string& directory) {
  const std::string_view zentrunk =
      "#include <zentrunk/hangup.hpp>\nstd::string_view description_of(std::string_view cause) {\n"
      "  const auto rows = zentrunk::hangup::by_cause(cause);\n"
      "  return rows.empty() ? std::string_view() : rows.front().description;\n}\n";
  fmt::output_file(directory + "/unit_zentrunk.cpp").print("{}", zentrunk);
  for (const unit& each : units) {
    auto out = fmt::output_file(fmt::format("{}/unit_{}.cpp", directory, each.name));
    out.print("{}", each.before);
    for (const auto& [cause, rows] : all_keys<by_cause>()) {
      out.print("  {{\"{}\", R\"--({})--\"}},\n", cause, rows.front().description);
    }
    out.print("{}", each.after);
  }
}

}  // namespace
}  // namespace benchmarks

int main(int argc, char** argv) {
  using namespace benchmarks;
  if (argc != 2) {
    fmt::print(stderr, "usage: make_peers DIR\n");
    return 2;
  }
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
  write_units(directory);
}
