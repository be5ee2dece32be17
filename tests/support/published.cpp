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

// The fields of a CSV line: a comma parts two fields unless the quotes before it are odd in number;
// then the quotes around a field go, and two quotes in it become one.
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

// The records below the line of columns. Without the right columns there is nothing to test.
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

std::string in_upper_case(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 0x20);
  }
  return text;
}

std::string in_mixed_case(const std::string& text) {
  std::string mixed = to_lower(text);
  const std::string upper = in_upper_case(text);
  for (std::size_t i = 0; i < mixed.size(); i += 2) mixed[i] = upper[i];
  return mixed;
}

// Collects what is not as it should be.
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

const row* page::by_code(long long code) const { return find_or_none(by_code_, code); }
const row* page::by_code(const std::string& digits) const {
  const std::size_t first = digits.find_first_not_of(" \t");
  if (first == std::string::npos) return nullptr;
  const std::string bare = digits.substr(first, digits.find_last_not_of(" \t") - first + 1);
  for (const row& each : rows) {
    if (std::to_string(each.code) == bare) return &each;
  }
  return nullptr;
}
codes page::by_cause(const std::string& cause) const {
  return find_or_none(by_cause_, to_lower(cause));
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
#ifdef ZENTRUNK_DATA_DIR
  static std::ifstream codes_csv(ZENTRUNK_DATA_DIR "/hangup_codes.csv", std::ios::binary);
  static std::ifstream sources_csv(ZENTRUNK_DATA_DIR "/hangup_sources.csv", std::ios::binary);
#else
  static std::istringstream codes_csv(
#include "hangup_codes.csv.inc"
  );
  static std::istringstream sources_csv(
#include "hangup_sources.csv.inc"
  );
#endif
  static const page page(codes_csv, sources_csv);
  return page;
}

codes codes_of(hangup::entries found) {
  codes all;
  for (const hangup::entry& row : found) all.push_back(row.code);
  return all;
}

std::string disagreement(const page& page, std::size_t nth) {
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

  const codes same_cause = page.by_cause(wanted.cause);
  for (const std::string& key : {wanted.cause, to_lower(wanted.cause), in_upper_case(wanted.cause),
                                 in_mixed_case(wanted.cause)}) {
    found.expect_codes(hangup::by_cause(key), same_cause, "by_cause(" + key + ")");
  }
  const codes same_phrase = page.by_sip_response(wanted.sip_response);
  for (const std::string& key :
       {wanted.sip_response, to_lower(wanted.sip_response), in_upper_case(wanted.sip_response),
        in_mixed_case(wanted.sip_response)}) {
    found.expect_codes(hangup::by_sip_response(key), same_phrase, "by_sip_response(" + key + ")");
  }
  const codes same_sip_code = page.by_sip_code(wanted.sip_code);
  found.expect_codes(hangup::by_sip_code(wanted.sip_code), same_sip_code, "by_sip_code");
  // One past the last source, and the last number of all, are no originators.
  for (const std::size_t source :
       {std::size_t{0}, std::size_t{1}, std::size_t{2}, page.sources.size() - 1,
        page.sources.size(), std::size_t{255}}) {
    const auto who = static_cast<hangup::originator>(source);
    const std::string name = std::to_string(source);
    found.expect_codes(hangup::by_cause(wanted.cause, who), page.of_originator(same_cause, source),
                       "by_cause(cause, originator " + name + ")");
    found.expect_codes(hangup::by_sip_code(wanted.sip_code, who),
                       page.of_originator(same_sip_code, source),
                       "by_sip_code(SIP code, originator " + name + ")");
  }
  const auto source = std::find_if(page.sources.begin(), page.sources.end(), [&](const auto& each) {
    return each.name == wanted.originator;
  });
  found.expect(static_cast<std::ptrdiff_t>(row.originator) == source - page.sources.begin(),
               "the originator's number");
  found.expect_codes(hangup::by_originator(row.originator), page.by_originator(wanted.originator),
                     "by_originator");
  return found.text();
}

}  // namespace published
