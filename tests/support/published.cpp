// SPDX-License-Identifier: BSL-1.0
#include "published.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <utility>

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

// Every originator, and values that are not: one past the last, and the highest.
std::vector<std::size_t> originator_numbers(const page& page) {
  std::vector<std::size_t> numbers{255};
  for (std::size_t i = 0; i <= page.sources.size(); ++i) numbers.push_back(i);
  return numbers;
}

bool is_yes(const std::string& text) { return text == "yes"; }

// Collects the differences.
class findings {
 public:
  void expect(bool as_it_should_be, const std::string& what) {
    if (!as_it_should_be) text_ << what << "; ";
  }
  void expect_codes(hangup::entries found, const codes& wanted, const std::string& what) {
    expect(codes_of(found) == wanted, what);
    for (const hangup::entry& row : found) {
      expect(&row == hangup::by_code(row.code), what + " gives a row that is not the table's");
    }
  }
  // by_cause in any case, with every originator and without.
  void expect_cause(const page& page, const std::string& cause) {
    const codes wanted = page.by_cause(cause);
    for (const std::string& key : in_any_case(cause)) {
      expect_codes(hangup::by_cause(key), wanted, "by_cause(" + key + ")");
      for (const std::size_t source : originator_numbers(page)) {
        expect_codes(hangup::by_cause(key, static_cast<hangup::originator>(source)),
                     page.of_originator(wanted, source),
                     "by_cause(" + key + ", originator " + std::to_string(source) + ")");
      }
    }
  }
  std::string text() const { return text_.str(); }

 private:
  std::ostringstream text_;
};

}  // namespace

std::string to_lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
  }
  return text;
}

std::string to_upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 0x20);
  }
  return text;
}

std::vector<std::string> in_any_case(const std::string& text) {
  std::string mixed = to_lower(text);
  const std::string upper = to_upper(text);
  for (std::size_t i = 0; i < mixed.size(); i += 2) mixed[i] = upper[i];
  return {text, to_lower(text), upper, mixed};
}

std::string bare_digits(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return "";
  std::string bare = text.substr(first, text.find_last_not_of(" \t") - first + 1);
  return bare.find_first_not_of("0123456789") == std::string::npos ? bare : "";
}

page::page(std::istream& codes_csv, std::istream& sources_csv) {
  for (const auto& fields : read(sources_csv, "source,description")) {
    sources.push_back({fields.at(0), fields.at(1)});
  }
  for (const auto& fields :
       read(codes_csv, "code,cause,description,sip_response,sip_code,originator")) {
    rows.push_back({std::stoll(fields.at(0)), std::stoll(fields.at(4)), fields.at(1), fields.at(2),
                    fields.at(3), fields.at(5)});
  }
  std::sort(rows.begin(), rows.end(), [](const row& a, const row& b) { return a.code < b.code; });
  for (const row& each : rows) {
    by_code_[each.code] = &each;
    by_cause_[to_lower(each.cause)].push_back(each.code);
    by_sip_code_[each.sip_code].push_back(each.code);
    by_sip_response_[to_lower(each.sip_response)].push_back(each.code);
    by_originator_[each.originator].push_back(each.code);
  }
}

void page::read_aliases(std::istream& aliases_csv) {
  for (const auto& fields : read(aliases_csv, "cause,code,source")) {
    aliases.push_back({fields.at(0), std::stoll(fields.at(1))});
    codes& all = by_alias_[to_lower(fields.at(0))];
    all.push_back(aliases.back().code);
    std::sort(all.begin(), all.end());
  }
}

void page::read_advice(std::istream& later_csv, std::istream& advice_csv) {
  std::map<long long, std::pair<std::string, std::string>> texts;  // cause and description
  for (const row& each : rows) texts[each.code] = {each.cause, each.description};
  for (const auto& fields : read(later_csv, "code,cause,description,source")) {
    texts[std::stoll(fields.at(0))] = {fields.at(1), fields.at(2)};
  }
  for (const auto& fields : read(advice_csv, "code,fixer,retry,retry_stated,expected,next_step")) {
    const long long code = std::stoll(fields.at(0));
    advices.push_back({code, fields.at(1), fields.at(2), is_yes(fields.at(3)), is_yes(fields.at(4)),
                       fields.at(5), texts.at(code).first, texts.at(code).second});
  }
  std::sort(advices.begin(), advices.end(),
            [](const advice& a, const advice& b) { return a.code < b.code; });
}

const row* page::by_code(long long code) const { return find_or_none(by_code_, code); }
const row* page::by_code(const std::string& digits) const {
  const std::string bare = bare_digits(digits);
  for (const row& each : rows) {
    if (std::to_string(each.code) == bare) return &each;
  }
  return nullptr;
}
const advice* page::advice_for(long long code) const {
  for (const advice& each : advices) {
    if (each.code == code) return &each;
  }
  return nullptr;
}
const advice* page::advice_for(const std::string& digits) const {
  const std::string bare = bare_digits(digits);
  for (const advice& each : advices) {
    if (std::to_string(each.code) == bare) return &each;
  }
  return nullptr;
}
codes page::by_cause(const std::string& cause) const {
  const codes published = find_or_none(by_cause_, to_lower(cause));
  return published.empty() ? find_or_none(by_alias_, to_lower(cause)) : published;
}
codes page::by_sip_code(long long sip_code) const { return find_or_none(by_sip_code_, sip_code); }
codes page::by_sip_code(const std::string& digits) const {
  const std::string bare = bare_digits(digits);
  for (const auto& [sip_code, all] : by_sip_code_) {
    if (std::to_string(sip_code) == bare) return all;
  }
  return {};
}
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

namespace {

// The content of these five files.
#ifdef ZENTRUNK_DATA_DIR
struct files {
  std::ifstream codes{ZENTRUNK_DATA_DIR "/hangup_codes.csv", std::ios::binary};
  std::ifstream sources{ZENTRUNK_DATA_DIR "/hangup_sources.csv", std::ios::binary};
  std::ifstream aliases{ZENTRUNK_DATA_DIR "/cause_aliases.csv", std::ios::binary};
  std::ifstream later{ZENTRUNK_DATA_DIR "/later_codes.csv", std::ios::binary};
  std::ifstream advice{ZENTRUNK_DATA_DIR "/advice.csv", std::ios::binary};
};
#else
struct files {
  std::istringstream codes{
#include "hangup_codes.csv.inc"
  };
  std::istringstream sources{
#include "hangup_sources.csv.inc"
  };
  std::istringstream aliases{
#include "cause_aliases.csv.inc"
  };
  std::istringstream later{
#include "later_codes.csv.inc"
  };
  std::istringstream advice{
#include "advice.csv.inc"
  };
};
#endif

struct whole_page : page {
  explicit whole_page(files&& from) : page(from.codes, from.sources) {
    read_aliases(from.aliases);
    read_advice(from.later, from.advice);
  }
};

}  // namespace

const page& the_page() {
  static const whole_page page{files()};
  return page;
}

codes codes_of(hangup::entries found) {
  codes all;
  for (const hangup::entry& row : found) all.push_back(row.code);
  return all;
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
  found.expect(static_cast<std::size_t>(row.originator) == page.parse_originator(wanted.originator),
               "the originator's number");
  found.expect(hangup::by_code(wanted.code) == &row, "by_code(number)");
  found.expect(hangup::by_code(std::to_string(wanted.code)) == &row, "by_code(digits)");

  found.expect_cause(page, wanted.cause);
  const codes same_phrase = page.by_sip_response(wanted.sip_response);
  for (const std::string& key : in_any_case(wanted.sip_response)) {
    found.expect_codes(hangup::by_sip_response(key), same_phrase, "by_sip_response(" + key + ")");
  }
  const codes same_sip_code = page.by_sip_code(wanted.sip_code);
  const std::string digits = std::to_string(wanted.sip_code);
  found.expect_codes(hangup::by_sip_code(wanted.sip_code), same_sip_code, "by_sip_code(number)");
  found.expect_codes(hangup::by_sip_code(digits), same_sip_code, "by_sip_code(digits)");
  for (const std::size_t source : originator_numbers(page)) {
    const auto who = static_cast<hangup::originator>(source);
    const codes part = page.of_originator(same_sip_code, source);
    const std::string name = "originator " + std::to_string(source);
    found.expect_codes(hangup::by_sip_code(wanted.sip_code, who), part,
                       "by_sip_code(number, " + name + ")");
    found.expect_codes(hangup::by_sip_code(digits, who), part, "by_sip_code(digits, " + name + ")");
  }
  found.expect_codes(hangup::by_originator(row.originator), page.by_originator(wanted.originator),
                     "by_originator");
  return found.text();
}

std::string alias_disagreement(const page& page, std::size_t nth) {
  findings found;
  const alias& wanted = page.aliases.at(nth);
  found.expect_cause(page, wanted.cause);
  const hangup::entry* row = hangup::by_code(wanted.code);
  found.expect(row != nullptr && row->cause == page.by_code(wanted.code)->cause,
               "the published cause");
  return found.text();
}

std::string advice_disagreement(const page& page, std::size_t nth) {
  findings found;
  const advice& wanted = page.advices.at(nth);
  const hangup::advice& row = hangup::advice_table.at(nth);

  found.expect(row.code == wanted.code, "code");
  found.expect(to_string(row.fixer) == wanted.fixer, "fixer");
  found.expect(to_string(row.retry) == wanted.retry, "retry");
  found.expect(row.retry_stated == wanted.retry_stated, "retry_stated");
  found.expect(row.expected == wanted.expected, "expected");
  found.expect(row.cause == wanted.cause, "cause");
  found.expect(row.description == wanted.description, "description");
  found.expect(row.next_step == wanted.next_step, "next_step");
  found.expect(!row.next_step.empty(), "an empty next_step");
  found.expect(hangup::advice_for(wanted.code) == &row, "advice_for(number)");
  found.expect(hangup::advice_for(row.code) == &row, "advice_for(std::uint16_t)");
  found.expect(hangup::advice_for(static_cast<unsigned>(wanted.code)) == &row,
               "advice_for(unsigned)");
  for (const std::string& digits :
       {std::to_string(wanted.code), " \t" + std::to_string(wanted.code) + "\t "}) {
    found.expect(hangup::advice_for(digits) == &row, "advice_for(digits)");
  }
  found.expect(code_of(hangup::by_code(wanted.code)) == code_of(page.by_code(wanted.code)),
               "by_code");
  return found.text();
}

}  // namespace published
