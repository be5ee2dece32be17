// SPDX-License-Identifier: BSL-1.0
#include "published.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <utility>

#ifndef ZENTRUNK_DATA_DIR
#define ZENTRUNK_DATA_DIR "data"
#endif

namespace published {
namespace {

namespace hangup = zentrunk::hangup;

// The fields of a CSV line. A comma separates two fields unless the number of quotes before it is
// odd. Then removes the quotes around a field, and halves those in it.
std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  bool in_quotes = false;
  for (const char c : line) {
    if (c == '"') in_quotes = !in_quotes;
    if (c == ',' && !in_quotes) {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  for (std::string& field : fields) {
    if (field.empty() || field.front() != '"') continue;
    field = field.substr(1, field.size() - 2);
    for (std::size_t i = 0; (i = field.find("\"\"", i)) != std::string::npos; ++i)
      field.erase(i, 1);
  }
  return fields;
}

// The records after the header line, which must have these columns.
std::vector<std::vector<std::string>> read(std::istream& csv, const std::string& columns) {
  std::string line;
  if (!std::getline(csv, line) || line != columns) {
    std::fprintf(stderr, "no data with the columns %s\n", columns.c_str());
    std::exit(2);
  }
  std::vector<std::vector<std::string>> records;
  while (std::getline(csv, line)) records.push_back(fields_of(line));
  return records;
}

template <class Map, class Key>
auto find_or_none(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? typename Map::mapped_type() : found->second;
}

// Collects the differences.
struct findings {
  std::string text;

  void expect(bool as_it_should_be, std::string_view what) {
    if (!as_it_should_be) text.append(what).append("; ");
  }
  void expect_codes(hangup::entries found, const codes& wanted, std::string_view what) {
    expect(codes_of(found) == wanted, what);
    for (const hangup::entry& row : found) {
      if (&row != hangup::by_code(row.code)) expect(false, "a row that is not the table's");
    }
  }
  void expect_texts(const page& page, const std::string& text_in_one_case) {
    for (const std::string& each : in_any_case(text_in_one_case)) {
      const std::string wrong = text_disagreement(page, each);
      if (!wrong.empty()) expect(false, each + ": " + wrong);
    }
  }
};

}  // namespace

std::string to_lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
  }
  return text;
}

std::vector<std::string> in_any_case(const std::string& text) {
  std::string upper = text, mixed = to_lower(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 0x20);
  }
  for (std::size_t i = 0; i < mixed.size(); i += 2) mixed[i] = upper[i];
  return {text, to_lower(text), upper, mixed};
}

long long number_in(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return -1;
  const std::string digits = text.substr(first, text.find_last_not_of(" \t") - first + 1);
  const bool is_number = digits.find_first_not_of("0123456789") == std::string::npos &&
                         (digits == "0" || digits[0] != '0') && digits.size() < 19;
  return is_number ? std::stoll(digits) : -1;
}

page::page(std::istream&& codes_csv, std::istream&& sources_csv, std::istream&& aliases_csv,
           std::istream&& later_csv, std::istream&& advice_csv) {
  for (const auto& fields : read(sources_csv, "source,description")) {
    sources.push_back({fields.at(0), fields.at(1)});
  }
  std::map<long long, std::pair<std::string, std::string>> texts;  // cause and description
  for (const auto& fields :
       read(codes_csv, "code,cause,description,sip_response,sip_code,originator")) {
    rows.push_back({std::stoll(fields.at(0)), std::stoll(fields.at(4)), fields.at(1), fields.at(2),
                    fields.at(3), fields.at(5)});
    texts[rows.back().code] = {fields.at(1), fields.at(2)};
  }
  const auto by_code = [](const auto& a, const auto& b) { return a.code < b.code; };
  std::sort(rows.begin(), rows.end(), by_code);
  for (const row& each : rows) {
    by_code_[each.code] = &each;
    by_cause_[to_lower(each.cause)].push_back(each.code);
    by_sip_code_[each.sip_code].push_back(each.code);
    by_sip_response_[to_lower(each.sip_response)].push_back(each.code);
    by_originator_[each.originator].push_back(each.code);
  }
  for (const auto& fields : read(aliases_csv, "cause,code,source")) {
    aliases.push_back({fields.at(0), std::stoll(fields.at(1))});
    codes& all = by_alias_[to_lower(fields.at(0))];
    all.push_back(aliases.back().code);
    std::sort(all.begin(), all.end());
  }
  for (const auto& fields : read(later_csv, "code,cause,description,source")) {
    texts[std::stoll(fields.at(0))] = {fields.at(1), fields.at(2)};
  }
  for (const auto& fields : read(advice_csv, "code,fixer,retry,retry_stated,expected,next_step")) {
    const long long code = std::stoll(fields.at(0));
    advices.push_back({code, fields.at(1), fields.at(2), fields.at(3) == "yes",
                       fields.at(4) == "yes", fields.at(5), texts.at(code).first,
                       texts.at(code).second});
  }
  std::sort(advices.begin(), advices.end(), by_code);
}

const row* page::by_code(long long code) const { return find_or_none(by_code_, code); }
const advice* page::advice_for(long long code) const {
  for (const advice& each : advices) {
    if (each.code == code) return &each;
  }
  return nullptr;
}
codes page::by_cause(const std::string& cause) const {
  const codes published = find_or_none(by_cause_, to_lower(cause));
  return published.empty() ? find_or_none(by_alias_, to_lower(cause)) : published;
}
codes page::by_sip_code(long long sip_code) const { return find_or_none(by_sip_code_, sip_code); }
codes page::by_sip_response(const std::string& phrase) const {
  return find_or_none(by_sip_response_, to_lower(phrase));
}
codes page::by_originator(const std::string& name) const {
  return find_or_none(by_originator_, name);
}

std::size_t page::parse_originator(const std::string& name) const {
  std::size_t nth = 0;
  while (nth < sources.size() && to_lower(sources[nth].name) != to_lower(name)) ++nth;
  return nth;
}

codes page::of_originator(const codes& some, std::size_t nth) const {
  codes remaining;
  for (const long long code : some) {
    if (nth < sources.size() && by_code(code)->originator == sources[nth].name) {
      remaining.push_back(code);
    }
  }
  return remaining;
}

const page& the_page() {
  const auto file = [](const std::string& name) {
    return std::ifstream(ZENTRUNK_DATA_DIR "/" + name + ".csv", std::ios::binary);
  };
  static const page page(file("hangup_codes"), file("hangup_sources"), file("cause_aliases"),
                         file("later_codes"), file("advice"));
  return page;
}

codes codes_of(hangup::entries found) {
  codes all;
  for (const hangup::entry& row : found) all.push_back(row.code);
  return all;
}

std::vector<std::size_t> originator_numbers(const page& page) {
  std::vector<std::size_t> numbers{255};
  for (std::size_t i = 0; i <= page.sources.size(); ++i) numbers.push_back(i);
  return numbers;
}

std::string text_disagreement(const page& page, std::string_view text) {
  findings found;
  const std::string key(text);
  const long long number = number_in(key);
  found.expect(code_of(hangup::by_code(text)) == code_of(page.by_code(number)), "by_code");
  found.expect(code_of(hangup::advice_for(text)) == code_of(page.advice_for(number)), "advice_for");
  const auto who = hangup::parse_originator(text);
  found.expect(
      (who ? static_cast<std::size_t>(*who) : page.sources.size()) == page.parse_originator(key),
      "parse_originator");
  const codes with_cause = page.by_cause(key), with_sip_code = page.by_sip_code(number);
  found.expect_codes(hangup::by_sip_response(text), page.by_sip_response(key), "by_sip_response");
  found.expect_codes(hangup::by_cause(text), with_cause, "by_cause");
  found.expect_codes(hangup::by_sip_code(text), with_sip_code, "by_sip_code");
  for (const std::size_t each : originator_numbers(page)) {
    const auto originator = static_cast<hangup::originator>(each);
    found.expect_codes(hangup::by_cause(text, originator), page.of_originator(with_cause, each),
                       "by_cause, by originator");
    found.expect_codes(hangup::by_sip_code(text, originator),
                       page.of_originator(with_sip_code, each), "by_sip_code, by originator");
  }
  return found.text;
}

std::string row_disagreement(const page& page, std::size_t nth) {
  findings found;
  const row& wanted = page.rows.at(nth);
  const hangup::entry& row = hangup::table.at(nth);
  found.expect(row.code == wanted.code, "code");
  found.expect(row.sip_code == wanted.sip_code, "SIP code");
  found.expect(row.cause == wanted.cause, "cause");
  found.expect(row.description == wanted.description, "description");
  found.expect(row.sip_response == wanted.sip_response, "phrase");
  found.expect(to_string(row.originator) == wanted.originator, "originator");
  found.expect(hangup::by_code(wanted.code) == &row, "by_code(number)");
  found.expect(hangup::by_code(std::to_string(wanted.code)) == &row, "by_code(digits)");
  found.expect_codes(hangup::by_originator(row.originator), page.by_originator(wanted.originator),
                     "by_originator");
  for (const long long number : {wanted.code, wanted.sip_code}) {
    found.expect(number_disagreement(page, number).empty(), number_disagreement(page, number));
    found.expect_texts(page, std::to_string(number));
  }
  for (const std::string& name : {wanted.cause, wanted.sip_response, wanted.originator}) {
    found.expect_texts(page, name);
  }
  return found.text;
}

std::string alias_disagreement(const page& page, std::size_t nth) {
  findings found;
  const alias& wanted = page.aliases.at(nth);
  found.expect_texts(page, wanted.cause);
  const hangup::entry* row = hangup::by_code(wanted.code);
  found.expect(row != nullptr && row->cause == page.by_code(wanted.code)->cause,
               "the published cause");
  return found.text;
}

std::string advice_disagreement(const page& page, std::size_t nth) {
  findings found;
  const published::advice& wanted = page.advices.at(nth);
  const hangup::advice& advice = hangup::advice_table.at(nth);
  found.expect(advice.code == wanted.code, "code");
  found.expect(to_string(advice.fixer) == wanted.fixer, "fixer");
  found.expect(to_string(advice.retry) == wanted.retry, "retry");
  found.expect(advice.retry_stated == wanted.retry_stated, "retry_stated");
  found.expect(advice.expected == wanted.expected, "expected");
  found.expect(advice.cause == wanted.cause, "cause");
  found.expect(advice.description == wanted.description, "description");
  found.expect(advice.next_step == wanted.next_step, "next_step");
  found.expect(hangup::advice_for(wanted.code) == &advice, "advice_for(number)");
  found.expect(hangup::advice_for(std::to_string(wanted.code)) == &advice, "advice_for(digits)");
  found.expect_texts(page, std::to_string(wanted.code));
  return found.text;
}

}  // namespace published
