// SPDX-License-Identifier: BSL-1.0
//
// make_data KIND DIR: writes CSV files with other data, to test the generator and the headers with
// more than today's rows. A kind always gives the same data; rows_N is N random rows.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
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

// Codes without regular steps, unordered.
std::vector<std::size_t> random_codes(std::size_t count) {
  std::set<std::size_t> codes;
  while (codes.size() < count) codes.insert(random_below(65536));
  std::vector<std::size_t> shuffled(codes.begin(), codes.end());
  std::shuffle(shuffled.begin(), shuffled.end(), source_of_random);
  return shuffled;
}

// Names of up to 40 characters, about one in eight of them shared. Some characters of the phrases
// differ by the bit that distinguishes the cases of a letter, and are not letters.
std::vector<row> random_rows(std::size_t count) {
  const std::string others = " ()-'.,\"[]{}@`^~?\\";
  std::vector<row> rows;
  for (const std::size_t code : random_codes(count)) {
    // No reserved word of C++ begins with q.
    row next{code, 'q' + random_text(random_below(40), letters + "0123456789_"),
             random_text(1 + random_below(40), letters + others)};
    if (random_below(4) == 0) next.sip_response += "\xC3\xA9t\xC3\xA9";  // not ASCII
    if (!rows.empty() && random_below(8) == 0) next.cause = rows[random_below(rows.size())].cause;
    if (!rows.empty() && random_below(8) == 0) {
      next.sip_response = rows[random_below(rows.size())].sip_response;
    }
    rows.push_back(std::move(next));
  }
  return rows;
}

// Names shorter than eight characters, down to one.
std::vector<row> short_rows() {
  std::vector<row> rows;
  for (std::size_t code = 0; code < 200; ++code) {
    rows.push_back({code * 7, 'k' + random_text(random_below(7), "abc"),
                    random_text(1 + random_below(7), "ab ")});
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

// No rows for an unknown kind.
std::vector<row> rows_of(const std::string& kind) {
  if (kind == "short_names") return short_rows();
  if (kind == "same_name") return same_rows();
  if (kind.rfind("rows_", 0) != 0) return {};
  const long count = std::strtol(kind.c_str() + std::strlen("rows_"), nullptr, 10);
  return count > 0 && count <= 65536 ? random_rows(static_cast<std::size_t>(count))
                                     : std::vector<row>();
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
  std::ofstream codes_csv(directory + "/hangup_codes.csv", std::ios::binary);
  std::ofstream aliases_csv(directory + "/cause_aliases.csv", std::ios::binary);
  std::ofstream later_csv(directory + "/later_codes.csv", std::ios::binary);
  std::ofstream advice_csv(directory + "/advice.csv", std::ios::binary);
  sources_csv << "source,description\n";
  codes_csv << "code,cause,description,sip_response,sip_code,originator\n";
  aliases_csv << "cause,code,source\n";
  later_csv << "code,cause,description,source\n";
  advice_csv << "code,fixer,retry,retry_stated,expected,next_step\n";
  for (const std::string& source : sources) sources_csv << source << ",About " << source << ".\n";
  for (const row& each : rows) {
    codes_csv << each.code << ',' << each.cause << ",\"About, \"\"" << each.code << "\"\"\","
              << quoted(each.sip_response) << ',' << random_below(700) << ','
              << sources[random_below(sources.size())] << '\n';
    advice_csv << each.code << ",plivo,later,yes,no,Wait " << each.code << " seconds.\n";
    if (each.code % 8 == 0) aliases_csv << "alias_" << each.code % 16 << ',' << each.code << ",x\n";
  }
  for (std::ofstream* file : {&sources_csv, &codes_csv, &aliases_csv, &later_csv, &advice_csv}) {
    if (file->flush()) continue;
    std::fputs("make_data: cannot write\n", stderr);
    return 2;
  }
  return 0;
}
