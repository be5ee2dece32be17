// SPDX-License-Identifier: BSL-1.0
//
// What the tests of the command share.
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

using published::codes;
using published::the_page;
using namespace std::string_literals;

inline outcome hangup(std::vector<std::string> words, const std::string& input = "") {
  words.insert(words.begin(), ZENTRUNK_HANGUP);
  return run(words, input);
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
inline codes found(std::vector<std::string> words) {
  words.insert(words.begin(), "--format=csv");
  const outcome answer = hangup(words);
  CHECK(answer.status == 0);
  CHECK(answer.err == "");
  return first_column(answer.out);
}

inline codes both(const codes& a, const codes& b) {
  codes all;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}
inline codes either(const codes& a, const codes& b) {
  codes all;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}

inline std::string message(const std::string& code, const std::string& end = "\r\n") {
  std::string text;
  for (const std::string& line :
       {"BYE sip:bob@192.0.2.4 SIP/2.0"s, "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-7"s,
        "From: <sip:a@example.com>;tag=1"s, "To: <sip:b@example.com>;tag=2"s,
        "Call-ID: 0@192.0.2.1"s, "CSeq: 2 BYE"s, "X-ZT-Hangup-Code: " + code, "Content-Length: 0"s,
        ""s}) {
    text += line + end;
  }
  return text;
}

inline std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
  return text;
}
