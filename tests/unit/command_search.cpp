// SPDX-License-Identifier: BSL-1.0
//
// hangup --search.
#include "command.hpp"

TEST_CASE("hangup --search looks in every column, and combines with keys") {
  for (const auto& [arguments, wanted] : std::vector<std::pair<strings, codes>>{
           {{"--search", "re-invite was"}, {3040}},  // a description
           {{"--search=srtp"}, {4110}},
           {{"--search", "476"}, {4320}},
           {{"--search", "alloted"}, {6030}},
           {{"--search", "Origination uri not"}, {4310}},    // a reason phrase
           {{"--search", "turn on auto-recharge"}, {3030}},  // a next step
           {{"--search", "USER'S  pbx"}, {4060}},
           {{"--search", "user\xE2\x80\x99s PBX"}, {4060}},
           {{"--search", "\"To\" field"}, {4120}},
           {{"--search", "sender\xE2\x80\x98s re\xE2\x80\x93invite"}, {3040}},
           {{"--search", "timeout", "carrier"}, {4160, 5330, 6030}},
           {{"carrier", "--search", "timeout", "504"}, {5330}}}) {
    CAPTURE(arguments);
    CHECK(found(arguments) == wanted);
  }
  CHECK(found({"--search", "customer"}).size() > found({"customer"}).size());
  CHECK(hangup({"--search", "xyzzy"}).status == 1);
  CHECK(hangup({"--search", "xyzzy"}).err == "hangup: no entry has 'xyzzy'\n");
  CHECK(hangup({"--search", "timeout", "4090"}).err ==
        "hangup: no entry has 'timeout' and '4090'\n");
  const outcome lines = hangup({"--search", "timeout", "-", "--format=csv"}, "503\ncustomer\n");
  CHECK(lines.status == 0);
  CHECK_THAT(lines.out, contains("\n503,4160,") && contains("\ncustomer,"));
}

TEST_CASE("hangup --search shows the words that match") {
  CHECK_THAT(hangup({"--search", "procedures"}).out, contains("error-handling procedures"));
  std::istringstream lines(hangup({"--search", "network"}).out);
  std::string line;
  std::getline(lines, line);
  int entries = 0, excerpts = 0;
  while (std::getline(lines, line)) ++(line.compare(0, 7, "       ") == 0 ? excerpts : entries);
  CHECK(entries > 1);
  CHECK(excerpts == entries);
}
