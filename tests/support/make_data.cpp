// SPDX-License-Identifier: BSL-1.0
//
// make_data KIND DIR: writes data that the page might have one day, for the generator to be tested
// on more than the 77 rows of today. The same kind is always the same data; rows_N is N random
// rows.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

std::mt19937 source_of_random;

std::size_t random_below(std::size_t end) { return source_of_random() % end; }

std::string random_text(std::size_t size, const std::string& characters) {
  std::string text;
  while (text.size() < size) text += characters[random_below(characters.size())];
  return text;
}

const std::string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

struct row {
  std::size_t code;
  std::string cause, sip_response;
};

// Codes on no regular step, in no order.
std::vector<std::size_t> random_codes(std::size_t count) {
  std::set<std::size_t> codes;
  while (codes.size() < count) codes.insert(random_below(65536));
  std::vector<std::size_t> shuffled(codes.begin(), codes.end());
  std::shuffle(shuffled.begin(), shuffled.end(), source_of_random);
  return shuffled;
}

// Names of up to 40 characters, about one in eight of them shared; the phrases of these and others.
std::vector<row> random_rows(std::size_t count, const std::string& others) {
  std::vector<row> rows;
  for (const std::size_t code : random_codes(count)) {
    // No reserved word of C++ begins with q.
    row next{code, 'q' + random_text(random_below(40), letters + "0123456789_"),
             random_text(random_below(40), letters + others)};
    if (random_below(4) == 0) next.sip_response += "\xC3\xA9t\xC3\xA9";  // not ASCII
    if (!rows.empty() && random_below(8) == 0) next.cause = rows[random_below(rows.size())].cause;
    if (!rows.empty() && random_below(8) == 0) {
      next.sip_response = rows[random_below(rows.size())].sip_response;
    }
    rows.push_back(std::move(next));
  }
  return rows;
}

// Names shorter than eight characters, down to one, and phrases down to none.
std::vector<row> short_rows() {
  std::vector<row> rows;
  for (std::size_t code = 0; code < 300; ++code) {
    rows.push_back(
        {code * 7, 'k' + random_text(random_below(7), "abc"), random_text(random_below(8), "ab ")});
  }
  return rows;
}

// Names of one length that no eight neighbouring characters tell apart: each differs from the rest
// in one place of many. And phrases that differ where a careless fold of cases sees none.
std::vector<row> alike_rows() {
  std::vector<row> rows;
  const std::string careless = "@`[{\\|]}^~";
  for (std::size_t i = 0; i < 60; ++i) {
    std::string cause(60, 'a');
    cause[i] = 'b';
    std::string phrase = "User Busy";
    phrase[4] = careless[i % careless.size()];
    rows.push_back({1000 + i * i, cause, phrase + std::string(i / careless.size(), '!')});
  }
  return rows;
}

// Dense codes with one cause and one phrase for all.
std::vector<row> same_rows() {
  std::vector<row> rows;
  for (std::size_t code = 5000; code < 5300; ++code) rows.push_back({code, "same", "Same"});
  return rows;
}

std::string quoted(const std::string& text) {
  std::string field = "\"";
  for (const char c : text) field += c == '"' ? std::string("\"\"") : std::string(1, c);
  return field + '"';
}

const std::map<std::string, std::function<std::vector<row>()>> kinds{
    {"one_row", [] { return random_rows(1, ""); }},
    {"short_names", short_rows},
    {"alike_names", alike_rows},
    {"same_name", same_rows},
};

// Some of these differ by the bit that tells the cases of a letter apart, and are no letters.
// it.
const char* const odd = " ()-'.,\"[]{}@`^~?\\";

// No rows for a kind that there is not.
std::vector<row> rows_of(const std::string& kind) {
  const auto found = kinds.find(kind);
  if (found != kinds.end()) return found->second();
  for (const auto& [prefix, others] : {std::pair("rows_", " ()-'.,"), std::pair("odd_", odd)}) {
    if (kind.rfind(prefix, 0) != 0) continue;
    const long count = std::strtol(kind.c_str() + std::strlen(prefix), nullptr, 10);
    if (count > 0 && count <= 65536) return random_rows(static_cast<std::size_t>(count), others);
  }
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<row> rows = argc == 3 ? rows_of(argv[1]) : std::vector<row>();
  if (rows.empty()) {
    std::fputs("usage: make_data KIND DIR\n", stderr);
    return 2;
  }
  const std::string directory = argv[2];
  const std::vector<std::string> sources{"Customer", "Carrier", "Zentrunk", "Registrar"};
  std::ofstream sources_csv(directory + "/hangup_sources.csv", std::ios::binary);
  sources_csv << "source,description\n";
  for (const std::string& source : sources) sources_csv << source << ",About " << source << ".\n";

  std::ofstream codes_csv(directory + "/hangup_codes.csv", std::ios::binary);
  codes_csv << "code,cause,description,sip_response,sip_code,originator\n";
  for (const row& each : rows) {
    codes_csv << each.code << ',' << each.cause << ",\"About, \"\"" << each.code << "\"\"\","
              << quoted(each.sip_response) << ',' << random_below(700) << ','
              << sources[random_below(sources.size())] << '\n';
  }
  if (!sources_csv.flush() || !codes_csv.flush()) {
    std::fputs("make_data: cannot write\n", stderr);
    return 2;
  }
  return 0;
}
