// SPDX-License-Identifier: BSL-1.0
//
// make_data N DIR: writes CSV files with N random rows, always the same, to test the generator and
// the headers with other data than today's.
#include <cstdlib>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace {

std::mt19937 source_of_random;

std::size_t random_below(std::size_t end) { return source_of_random() % end; }

std::string random_text(std::size_t size, const std::string& characters) {
  std::string text;
  while (text.size() < size) text += characters[random_below(characters.size())];
  return text;
}

struct row {
  std::size_t code;
  std::string cause, sip_response;
};

// Names of up to 40 characters, about one in eight of them shared. Some characters of the phrases
// differ by the bit that distinguishes the cases of a letter, and are not letters. Codes without
// regular steps, unordered.
std::vector<row> random_rows(std::size_t count) {
  const std::string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const std::string others = " ()-'.,[]{}@`^~?\\";
  std::set<std::size_t> codes;
  std::vector<row> rows;
  while (rows.size() < count) {
    const std::size_t code = random_below(65536);
    if (!codes.insert(code).second) continue;
    // No reserved word of C++ begins with q.
    row next{code, 'q' + random_text(random_below(40), letters + "0123456789_"),
             random_text(1 + random_below(40), letters + others)};
    if (random_below(4) == 0) next.sip_response += "\xC3\xA9t\xC3\xA9";  // not ASCII
    if (!rows.empty() && random_below(8) == 0) next.cause = rows[random_below(rows.size())].cause;
    if (!rows.empty() && random_below(8) == 0) {
      next.sip_response = rows[random_below(rows.size())].sip_response;
    }
    rows.push_back(next);
  }
  return rows;
}

}  // namespace

int main(int, char** argv) {
  const std::string directory = argv[2];
  const auto csv = [&](const std::string& name, const std::string& columns) {
    std::ofstream file(directory + "/" + name + ".csv", std::ios::binary);
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file << columns << '\n';
    return file;
  };
  std::ofstream sources = csv("hangup_sources", "source,description");
  std::ofstream codes =
      csv("hangup_codes", "code,cause,description,sip_response,sip_code,originator");
  std::ofstream aliases = csv("cause_aliases", "cause,code,source");
  std::ofstream later_codes = csv("later_codes", "code,cause,description,source");
  std::ofstream advice = csv("advice", "code,fixer,retry,retry_stated,expected,next_step");
  const std::vector<std::string> names{"Customer", "Carrier", "Zentrunk", "Registrar"};
  for (const std::string& name : names) sources << name << ",About " << name << ".\n";
  for (const row& each : random_rows(std::stoul(argv[1]))) {
    codes << each.code << ',' << each.cause << ",\"About, \"\"" << each.code << "\"\"\",\""
          << each.sip_response << "\"," << random_below(700) << ','
          << names[random_below(names.size())] << '\n';
    advice << each.code << ",plivo,later,yes,no,Wait " << each.code << " seconds.\n";
    if (each.code % 8 == 0) aliases << "alias_" << each.code % 16 << ',' << each.code << ",x\n";
  }
}
