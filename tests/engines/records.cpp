// SPDX-License-Identifier: BSL-1.0
//
// Makes call records for the engines, as exporters write them, and the counts that the engines must
// find:
//
//   records NUMBER   writes half of the records to calls.csv, with the API's columns and all fields
//                    quoted but some empty codes, and half to export.csv, with the console's
//                    columns; reads cause_aliases.csv; prints the counts
//   records          prints the published rows
//
// Counts and rows come from the library, as lines of tab-separated fields in byte order, a count
// after the name of its list: `cause`, `user_busy`, 1234.
#include <cctype>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>
#include <zentrunk/advice.hpp>
#include <zentrunk/ostream.hpp>

namespace {

namespace hangup = zentrunk::hangup;
using strings = std::vector<std::string>;

constexpr int no_code = -1;
const strings empty_words{"",    "NULL",   "null", "None", "nil", "undefined", "NaN", "NA", "n/a",
                          "N/A", "<NULL>", "#N/A", "<NA>", "~",   "-",         "\\N", " "};

std::string in_case(std::string text, int (*change)(int)) {
  for (char& c : text) c = static_cast<char>(change(static_cast<unsigned char>(c)));
  return text;
}
std::string to_lower(const std::string& text) { return in_case(text, std::tolower); }

// The text without blanks around it; "" for a word that means none.
std::string value_of(const std::string& text) {
  for (const std::string& word : empty_words) {
    if (to_lower(word) == to_lower(text)) return "";
  }
  const std::size_t first = text.find_first_not_of(' ');
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

// The code that a record means: its own, or the only one of its cause.
int code_of(const std::string& own_code, const std::string& cause) {
  if (own_code.empty()) {
    std::set<int> codes;
    for (const hangup::entry& row : hangup::by_cause(cause)) codes.insert(row.code);
    for (const hangup::advice& advice : hangup::advice_table) {
      if (!cause.empty() && to_lower(std::string(advice.cause)) == cause) codes.insert(advice.code);
    }
    return codes.size() == 1 ? *codes.begin() : no_code;
  }
  const std::string digits = own_code.substr(0, 4), rest = own_code.substr(digits.size());
  const bool is_code = digits.size() == 4 && (rest.empty() || rest == ".0") &&
                       digits.find_first_not_of("0123456789") == digits.npos;
  return is_code ? std::stoi(digits) : no_code;
}

// The number of each line. The first of the key sorts the lists that ascend by code.
std::map<std::pair<int, std::string>, unsigned long> counts;

template <class... Fields>
void count(int place, std::string line, const Fields&... fields) {
  (line.append("\t").append(fields), ...);
  ++counts[{place, line}];
}

void count_record(const std::string& code_field, const std::string& cause_field) {
  const std::string own_cause = to_lower(value_of(cause_field));
  const int code = code_of(value_of(code_field), own_cause);
  const hangup::entry* row = hangup::by_code(code);
  const hangup::advice* advice = hangup::advice_for(code);
  std::string cause(advice != nullptr && !advice->cause.empty() ? advice->cause : own_cause);
  if (cause.empty()) cause = "unknown";
  const std::string_view originator = row != nullptr ? to_string(row->originator) : "unknown";
  const std::string sip_code = row != nullptr ? std::to_string(row->sip_code) : "unknown";
  const std::string code_text = code == no_code ? "" : std::to_string(code);
  count(code, "code", code_text, cause, originator, sip_code);
  count(0, "cause", cause);
  count(0, "originator", originator);
  count(0, "sip_code", sip_code);
  if (code == no_code) count(0, "no_code", code_field);
  if (advice == nullptr) {
    count(0, "fixer", "unknown", "unknown");
    count(0, "class", "unknown");
    return;
  }
  const std::string_view who = to_string(advice->fixer);
  count(0, "fixer", who, advice->expected ? "yes" : "no");
  count(0, "class", who == "nobody" || who == "callee" || who == "caller" ? "effective" : who);
  if (advice->retry == hangup::retry::yes || advice->retry == hangup::retry::later) {
    count(0, "retry", to_string(advice->retry), code_text, advice->next_step);
  }
}

// Counts the row under its status and phrase, if all rows with both give the same answer.
void count_phrase(const hangup::entry& row) {
  const hangup::retry answer = hangup::advice_for(row.code)->retry;
  for (const hangup::entry& other : hangup::by_sip_response(row.sip_response)) {
    if (other.sip_code == row.sip_code && hangup::advice_for(other.code)->retry != answer) return;
  }
  count(row.sip_code, "phrase", std::to_string(row.sip_code), row.sip_response,
        answer == hangup::retry::after_fix ? "after_fix" : to_string(answer));
}

void make(unsigned long number) {
  strings published, causes{"no_such_cause", ""};
  for (const hangup::entry& row : hangup::table) published.push_back(std::to_string(row.code));
  for (const hangup::advice& advice : hangup::advice_table) causes.emplace_back(advice.cause);
  std::ifstream aliases("cause_aliases.csv");
  std::string line;
  std::getline(aliases, line);  // the header
  while (std::getline(aliases, line)) {
    causes.push_back(line.substr(0, line.find(',')));
  }
  const strings others{"4999",    "4999.0", "3001",  "0",    "69626", "4.09e3", "04090", "4090.00",
                       "4090abc", "-4090",  "0xFFA", "40.0", "4180",  "4650.0", " 4090 "};
  std::mt19937 random(20240229);
  const auto any = [&](const strings& of) { return of[random() % of.size()]; };
  std::ofstream calls("calls.csv", std::ios::binary), console("export.csv", std::ios::binary);
  calls << "call_uuid,call_id,hangup_cause_code,hangup_cause_name,hangup_source\n";
  console << "rate(INR),hangup_code,hangup_cause,hangup_initiator,trunk_domain\n";
  for (unsigned long i = 0; i < number; ++i) {
    const unsigned kind = random() % 8;
    const std::string code = kind < 4   ? any(published)
                             : kind < 5 ? any(published) + ".0"
                             : kind < 6 ? any(others)
                                        : any(empty_words);
    std::string cause = kind == 0 ? any(empty_words) : any(causes);
    if (const hangup::entry* row = hangup::by_code(code); kind > 0 && row != nullptr) {
      cause = row->cause;
    }
    if (i % 3 == 1) cause = in_case(cause, std::toupper);
    if (i % 3 == 2) cause = in_case(cause, std::tolower);
    if (i % 2 == 0) {
      const std::string quoted = code.empty() && i % 4 == 0 ? "" : '"' + code + '"';
      calls << '"' << i << "\",\"" << i << "@192.0.2.7\"," << quoted << ",\"" << cause
            << "\",\"zentrunk\"\n";
    } else {
      console << "0.5," << code << ',' << cause << ",carrier,example.invalid\n";
    }
    count_record(code, cause);
  }
  for (const hangup::entry& row : hangup::table) count_phrase(row);
  for (const auto& [key, times] : counts) std::cout << key.second << '\t' << times << '\n';
  if (!calls.flush() || !console.flush()) std::exit(2);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2) {
    make(std::strtoul(argv[1], nullptr, 10));
  } else {
    for (const hangup::entry& row : hangup::table) {
      std::cout << row.code << '\t' << row.cause << '\t' << row.description << '\t'
                << row.sip_response << '\t' << row.sip_code << '\t' << row.originator << '\n';
    }
  }
  return std::cout.flush() ? 0 : 2;
}
