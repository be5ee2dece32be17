// SPDX-License-Identifier: BSL-1.0
//
// Makes call records for the engines, and the counts that the engines must find:
//
//   records NUMBER FILE   writes that many as CSV, and prints how many have each code, cause,
//                         originator, SIP code, who has to act, and code worth retrying
//   records               prints the published rows
//
// Counts and rows come from the library, as lines of tab-separated fields in byte order, a count
// after the name of its list: `cause`, `user_busy`, 1234. A record with an unknown code keeps its
// own cause; its other labels are `unknown`.
#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>
#include <zentrunk/advice.hpp>
#include <zentrunk/ostream.hpp>

namespace {

namespace hangup = zentrunk::hangup;

constexpr long no_code = -1;

// Codes that the Plivo page lacks: none, neighbors of published ones, some that are published
// without their upper bits, and the later ones.
std::vector<long> unpublished_codes() {
  std::vector<long> codes{no_code};
  for (const long code : {0, 3001, 3999, 4091, 4411, 9999, 65536 + 4090, 131072 + 3000}) {
    if (hangup::advice_for(code) == nullptr) codes.push_back(code);
  }
  for (const hangup::advice& advice : hangup::advice_table) {
    if (hangup::by_code(advice.code) == nullptr) codes.push_back(advice.code);
  }
  return codes;
}

std::string text_of(long code) { return code == no_code ? "" : std::to_string(code); }

// The number of records with each line; those of the list `code` ascend by code.
using counts = std::map<std::pair<long, std::string>, unsigned long>;

void count(counts& all, long code, const std::string& own_cause, unsigned long number) {
  const auto add = [&](long place, std::string list, const auto&... fields) {
    (list.append("\t").append(fields), ...);
    all[{place, list}] += number;
  };
  const hangup::entry* row = hangup::by_code(code);
  const hangup::advice* advice = hangup::advice_for(code);
  std::string cause(advice != nullptr && !advice->cause.empty() ? advice->cause : own_cause);
  if (cause.empty()) cause = "unknown";
  const std::string_view originator = row != nullptr ? to_string(row->originator) : "unknown";
  const std::string sip_code = row != nullptr ? std::to_string(row->sip_code) : "unknown";
  add(code, "code", text_of(code), cause, originator, sip_code);
  add(0, "cause", cause);
  add(0, "originator", originator);
  add(0, "sip_code", sip_code);
  add(0, "fixer", advice != nullptr ? to_string(advice->fixer) : "unknown",
      advice == nullptr  ? "unknown"
      : advice->expected ? "yes"
                         : "no");
  if (advice != nullptr &&
      (advice->retry == hangup::retry::yes || advice->retry == hangup::retry::later)) {
    add(0, "retry", to_string(advice->retry), text_of(code), advice->next_step);
  }
}

// Of 100 calls, 42 have 3000, 33 have 3010, 24 another published code and one an unpublished one. A
// record has the source in lower case, as in the CDR API. Of 64 records with a published code, one
// has another cause and source than the Plivo page, and one has neither.
counts make(unsigned long number, std::ostream& csv) {
  std::vector<long> codes;
  std::vector<double> weights;
  const std::vector<long> unpublished = unpublished_codes();
  const auto others = static_cast<double>(hangup::table.size() - 2);
  for (const hangup::entry& row : hangup::table) {
    codes.push_back(row.code);
    weights.push_back(row.code == 3000 ? 42 : row.code == 3010 ? 33 : 24 / others);
  }
  for (const long code : unpublished) {
    codes.push_back(code);
    weights.push_back(1 / static_cast<double>(unpublished.size()));
  }
  constexpr std::array<const char*, 3> own_causes{"own_cause", "user_busy", ""};
  std::mt19937 random(20240229);
  std::discrete_distribution<std::size_t> any_code(weights.begin(), weights.end());
  std::map<std::pair<long, std::string>, unsigned long> records;  // with that code and own cause
  csv << "call_uuid,call_id,hangup_cause_code,hangup_cause_name,hangup_source\n";
  for (unsigned long id = 1; id <= number; ++id) {
    const long code = codes[any_code(random)];
    const hangup::entry* row = hangup::by_code(code);
    std::string cause(own_causes[id % 3]), source("zentrunk");
    if (row != nullptr) {
      const unsigned kind = random() % 64;
      const unsigned other = kind == 0 ? 1 : 0;
      const auto who = (static_cast<unsigned>(row->originator) + other) % 3;
      cause = kind == 0 ? "own_cause" : kind == 1 ? "" : row->cause;
      source = kind == 1 ? "" : to_string(static_cast<hangup::originator>(who));
      std::transform(source.begin(), source.end(), source.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    }
    std::array<char, 37> uuid{};
    std::snprintf(uuid.data(), uuid.size(), "%08lx-0000-4000-8000-%012lx", random() & 0xFFFFFFFF,
                  id);
    csv << uuid.data() << ',' << id << "@192.0.2.7," << text_of(code) << ',' << cause << ','
        << source << '\n';
    ++records[{code, cause}];
  }
  counts all;
  for (const auto& [record, times] : records) count(all, record.first, record.second, times);
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3) {
    std::ofstream csv(argv[2], std::ios::binary);
    for (const auto& [key, number] : make(std::strtoul(argv[1], nullptr, 10), csv)) {
      std::cout << key.second << '\t' << number << '\n';
    }
    if (!csv.flush()) return 2;
  } else {
    for (const hangup::entry& row : hangup::table) {
      std::cout << row.code << '\t' << row.cause << '\t' << row.description << '\t'
                << row.sip_response << '\t' << row.sip_code << '\t' << row.originator << '\n';
    }
  }
  return std::cout.flush() ? 0 : 2;
}
