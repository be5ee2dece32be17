// SPDX-License-Identifier: BSL-1.0
//
// hangup --search.
#include "command.hpp"

TEST_CASE("hangup --search looks in every column, and in next steps") {
  CHECK(found({"--search", "re-invite was"}) == codes{3040});
  CHECK(found({"--search=srtp"}) == codes{4110});
  CHECK(found({"--search", "476"}) == codes{4320});
  CHECK(found({"--search", "alloted"}) == codes{6030});
  CHECK(found({"--search", "Origination uri"}) == codes{4310});
  CHECK(found({"--search", "customer"}).size() > the_page().by_originator("Customer").size());
  for (const auto& advice : zentrunk::hangup::advice_table) {
    const codes some = found({"--search", std::string(advice.next_step)});
    CHECK(std::count(some.begin(), some.end(), advice.code) == 1);
  }
  const outcome none = hangup({"--search", "xyzzy"});
  CHECK(none.status == 1);
  CHECK(none.err == "hangup: no entry has 'xyzzy'\n");
}

TEST_CASE("hangup --search takes plain characters for typographic ones") {
  CHECK(found({"--search", "user's PBX"}) == codes{4060});
  CHECK(found({"--search", "user\xE2\x80\x99s PBX"}) == codes{4060});
  CHECK(found({"--search", "USER'S  pbx"}) == codes{4060});
  CHECK(found({"--search", "\"To\" field"}) == codes{4120});
  CHECK(found({"--search", "sender's re-invite"}) == codes{3040});
  CHECK(found({"--search",
               "s\xC3\xA9nder\xE2\x80\x98s re\xE2\x80\x93"
               "invite"}) == codes{3040});
}

TEST_CASE("hangup --search combines with keys") {
  CHECK(found({"--search", "timeout", "carrier"}) == codes{4160, 5330, 6030});
  CHECK(found({"carrier", "--search", "timeout", "504"}) == codes{5330});
  CHECK(hangup({"--search", "timeout", "4090"}).err ==
        "hangup: no entry has 'timeout' and '4090'\n");
  const outcome lines = hangup({"--search", "timeout", "-", "--format=csv"}, "503\ncustomer\n");
  CHECK(lines.status == 0);
  CHECK_THAT(lines.out, contains("\n503,4160,") && contains("\ncustomer,"));
}

TEST_CASE("hangup --search shows the words that match") {
  CHECK_THAT(hangup({"--search", "procedures"}).out, contains("error-handling procedures"));
  for (const char* text : {"network", "turn on", "user's"}) {
    CAPTURE(text);
    const outcome answer = hangup({"--search", text});
    std::istringstream lines(answer.out);
    std::string line;
    std::getline(lines, line);
    std::size_t rows = 0, excerpts = 0;
    while (std::getline(lines, line)) ++(line.compare(0, 7, "       ") == 0 ? excerpts : rows);
    if (answer.out.compare(0, 5, " code") == 0) CHECK(excerpts >= rows / 2);
  }
}
