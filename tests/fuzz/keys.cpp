// SPDX-License-Identifier: BSL-1.0
//
// What the command takes for keys in a text that somebody pasted.
#include "fuzz.hpp"
#include "lookup.hpp"

using lookup::key;
using published::codes;
using published::the_page;

namespace {

codes codes_of(const lookup::rows& found) {
  codes all;
  for (const lookup::row* each : found) all.push_back(each->code);
  return all;
}

// The codes with the key, column by column.
codes wanted(const key& one) {
  const std::string lower = published::to_lower(one.text);
  codes all;
  for (const auto& advice : zentrunk::hangup::advice_table) {
    const published::row* row = the_page().by_code(static_cast<long long>(advice.code));
    const bool is_name = published::to_lower(std::string(advice.cause)) == lower ||
                         (row != nullptr && published::to_lower(row->sip_response) == lower);
    const bool matches = one.what == key::code ? std::to_string(advice.code) == one.text
                         : one.what == key::sip_code
                             ? row != nullptr && std::to_string(row->sip_code) == one.text
                         : one.what == key::originator
                             ? row != nullptr && published::to_lower(row->originator) == lower
                             : is_name;
    if (matches) all.push_back(advice.code);
  }
  if (one.what == key::name) {  // aliases, too
    for (const long long code : published::codes_of(zentrunk::hangup::by_cause(one.text))) {
      if (std::find(all.begin(), all.end(), code) == all.end()) all.push_back(code);
    }
    std::sort(all.begin(), all.end());
  }
  return all;
}

bool same(const lookup::parsed& a, const lookup::parsed& b) {
  return a.unknown == b.unknown && std::equal(a.keys.begin(), a.keys.end(), b.keys.begin(),
                                              b.keys.end(), [](const key& x, const key& y) {
                                                return x.what == y.what && x.text == y.text;
                                              });
}

}  // namespace

void fuzz::check(std::string_view input) {
  const lone_text text(input);
  const lookup::parsed parsed = lookup::parse_keys(text.view());

  std::size_t size = 0;
  codes any_of[4];
  bool has[4] = {};
  for (const key& each : parsed.keys) {
    const codes found = codes_of(find(each));
    require(!found.empty() && found == wanted(each), "the rows of a key");
    size += each.text.size();
    has[each.what] = true;
    any_of[each.what].insert(any_of[each.what].end(), found.begin(), found.end());
  }
  for (const std::string& each : parsed.unknown) {
    require(!each.empty(), "an unknown word has characters");
    size += each.size();
    for (const std::string& near : lookup::nearest(each)) {
      const std::size_t longer = std::max(near.size(), each.size());
      require(longer - std::min(near.size(), each.size()) <= each.size() / 3, "a near key");
    }
  }
  require(size <= input.size(), "no character comes twice");

  // Kinds narrow what the keys of one kind have together.
  codes both;
  for (const auto& advice : zentrunk::hangup::advice_table) {
    bool in_all = true;
    for (std::size_t kind = 0; kind < 4; ++kind) {
      const codes& any = any_of[kind];
      in_all =
          in_all && (!has[kind] || std::find(any.begin(), any.end(), advice.code) != any.end());
    }
    if (in_all) both.push_back(advice.code);
  }
  require(codes_of(lookup::find(parsed.keys)) == both, "the rows of all keys");

  const std::string whole(input);
  require(same(parsed, lookup::parse_keys("\xEF\xBB\xBF(\"" + whole + "\"),\r")),
          "what is around does not count");
}

std::vector<std::string> fuzz::seeds() {
  return {"4090",
          "\"4090.0\",",
          "(4090)",
          "4090 destination_not_found",
          "486 User Busy",
          "403 - Domestic Anchored Terms Not Met",
          "SIP/2.0 404 Destination Not Found",
          "X-ZT-Hangup-Code: 4090",
          "{\"hangup_cause_code\": 4180, \"hangup_source\": \"carrier\"}",
          "403 487 customer",
          "usr_busy",
          "\342\200\2344410\342\200\235",
          ""};
}

std::vector<std::string> fuzz::words() {
  std::vector<std::string> all{"SIP/2.0",
                               "X-ZT-Hangup-Code:",
                               "hangup_cause_name=",
                               "hangup_source:",
                               ".0",
                               " - ",
                               "\xC2\xA0",
                               "\xE2\x80\x99",
                               "4180"};
  for (const std::string& each : lookup::known_keys()) all.push_back(each);
  return all;
}
