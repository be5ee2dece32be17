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

// The first cause of 8 characters and the first phrase of 49, the others of up to 70, often of 4,
// 49 or 60. The first alias has 48.
std::string random_text(const std::string& characters) {
  static std::vector<std::size_t> first_sizes{49, 8};
  const std::size_t sizes[] = {4, 49, 60};
  std::size_t size = random_below(4) == 0 ? sizes[random_below(3)] : 1 + random_below(70);
  if (!first_sizes.empty()) {
    size = first_sizes.back();
    first_sizes.pop_back();
  }
  std::string text;
  while (text.size() < size) text += characters[random_below(characters.size())];
  return text;
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
  csv("later_codes", "code,cause,description,source");
  std::ofstream advice = csv("advice", "code,fixer,retry,retry_stated,expected,next_step");
  const std::vector<std::string> originators{"Customer", "Carrier", "Zentrunk", "Registrar"};
  for (const std::string& name : originators) sources << name << ",About " << name << ".\n";

  // About one name in eight is shared. Some characters of the phrases differ by the bit that
  // distinguishes the cases of a letter, and are not letters. Codes without regular steps,
  // unordered.
  const std::string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const std::string others = " ()-'.,[]{}@`^~?\\";
  std::set<std::size_t> known;
  std::vector<std::string> causes, phrases;
  while (known.size() < std::stoul(argv[1])) {
    const std::size_t code = 1000 + random_below(9000);
    if (!known.insert(code).second) continue;
    // No reserved word of C++ begins with q. Two underscores in a row are reserved, too.
    causes.push_back(random_text(letters + "0123456789_"));
    std::string& cause = causes.back();
    cause[0] = 'q';
    for (std::size_t i = 1; i < cause.size(); ++i) {
      if (cause[i] == '_' && (i + 1 == cause.size() || cause[i + 1] == '_')) cause[i] = 'u';
    }
    phrases.push_back(random_text(letters + others));
    for (char* end : {&phrases.back().front(), &phrases.back().back()}) {
      if (*end == ' ') *end = '.';
    }
    if (random_below(4) == 3) phrases.back() += "\xC3\xA9t\xC3\xA9";  // not ASCII
    for (std::vector<std::string>* names : {&causes, &phrases}) {
      if (random_below(8) == 0) names->back() = (*names)[random_below(names->size())];
    }
    codes << code << ',' << causes.back() << ",\"About, \"\"" << code << "\"\"\",\""
          << phrases.back() << "\"," << random_below(700) << ','
          << originators[random_below(originators.size())] << '\n';
    advice << code << ",plivo,later,yes,no,Wait " << code << " seconds.\n";
    if (known.size() == 1) aliases << std::string(48, 'a') << ',' << code << ",newer edition\n";
    if (code % 8 == 0) aliases << "alias_" << code % 16 << ',' << code << ",newer edition\n";
  }
}
