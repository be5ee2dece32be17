// SPDX-License-Identifier: BSL-1.0
//
// What the tests of the command share. The command is built on the data in unit/frozen_data.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>
#include <zentrunk/advice.hpp>
#include <zentrunk/sip.hpp>

#include "catch.hpp"
#include "process.hpp"
#include "published.hpp"

// NOLINTBEGIN(google-global-names-in-headers): only tests include it
using published::codes;
using strings = std::vector<std::string>;
using namespace std::string_literals;
// NOLINTEND(google-global-names-in-headers)

inline outcome hangup(const strings& arguments, const std::string& input = "",
                      const strings& environment = {}) {
  strings words{ZENTRUNK_HANGUP};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run(words, input, environment);
}

// The number at the start of each line after the heading.
inline codes first_column(const std::string& csv) {
  codes all;
  for (std::size_t line = csv.find('\n') + 1; line < csv.size(); line = csv.find('\n', line) + 1) {
    all.push_back(std::stoll(csv.substr(line)));
  }
  return all;
}

// The codes in the answer of `hangup --format=csv WORDS`, which must have found something.
inline codes found(strings arguments) {
  arguments.insert(arguments.begin(), "--format=csv");
  const outcome answer = hangup(arguments);
  CHECK(answer.status == 0);
  CHECK(answer.err == "");
  return first_column(answer.out);
}

inline std::istringstream frozen_file(const std::string& name) {
  return std::istringstream(read_text(ZENTRUNK_FROZEN_DATA "/" + name));
}

inline const published::page& frozen_page() {
  static const published::page page(
      frozen_file("hangup_codes.csv"), frozen_file("hangup_sources.csv"),
      frozen_file("cause_aliases.csv"), frozen_file("later_codes.csv"), frozen_file("advice.csv"));
  return page;
}

// Whether the text is JSON values in valid UTF-8.
inline bool is_json(const std::string& text) {
  return run({"iconv", "-f", "UTF-8", "-t", "UTF-8"}, text).status == 0 &&
         run({"jq", "-e", "."}, text).status == 0;
}

inline std::string message(const std::string& code) {
  return "BYE sip:bob@192.0.2.4 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-7\r\n"
         "CSeq: 2 BYE\r\nX-ZT-Hangup-Code: " +
         code + "\r\nContent-Length: 0\r\n\r\n";
}
