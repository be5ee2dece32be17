// SPDX-License-Identifier: BSL-1.0
//
// from_sip_message: which code a raw message carries, and which it only seems to carry.
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <zentrunk/hangup.hpp>

#include "catch.hpp"
#include "process.hpp"

namespace hangup = zentrunk::hangup;
using namespace std::string_literals;

namespace {

// 0 for none.
int code_in(std::string_view message) {
  const hangup::entry* row = hangup::from_sip_message(message);
  return row == nullptr ? 0 : row->code;
}

// A request with the given header lines after one other.
std::string bye(const std::string& lines) {
  return "BYE sip:alice@example.com SIP/2.0\r\n"
         "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK776\r\n" +
         lines +
         "Content-Length: 0\r\n"
         "\r\n";
}

}  // namespace

TEST_CASE("the field in a request and in a response") {
  CHECK(code_in(bye("X-ZT-Hangup-Code: 4090\r\n")) == 4090);
  CHECK(code_in("SIP/2.0 404 Destination Not Found\r\nX-ZT-Hangup-Code: 4090\r\n\r\n") == 4090);
  CHECK(hangup::from_sip_message(bye("X-ZT-Hangup-Code: 4090\r\n")) == hangup::by_code(4090));
}

TEST_CASE("the field's name in any case, with blanks before the colon and around the value") {
  for (const char* line : {"x-zt-hangup-code: 4090\r\n", "X-ZT-HANGUP-CODE: 4090\r\n",
                           "X-Zt-hAnGuP-cOdE:4090\r\n", "X-ZT-Hangup-Code : 4090\r\n",
                           "X-ZT-Hangup-Code \t : \t 4090 \t \r\n", "X-ZT-Hangup-Code:4090\n"}) {
    CAPTURE(line);
    CHECK(code_in(bye(line)) == 4090);
  }
}

TEST_CASE("lines may end in LF alone") {
  CHECK(code_in("BYE sip:a SIP/2.0\nVia: x\nX-ZT-Hangup-Code: 4090\nTo: b\n\nbody") == 4090);
  CHECK(code_in("BYE sip:a SIP/2.0\nVia: x\n\nX-ZT-Hangup-Code: 4090\n\n") == 0);
}

TEST_CASE("a folded value") {
  for (const char* line : {"X-ZT-Hangup-Code:\r\n 4090\r\n", "X-ZT-Hangup-Code: \r\n\t4090 \r\n",
                           "X-ZT-Hangup-Code:\n \n\t\n 4090\n", "X-ZT-Hangup-Code: 4090\r\n \r\n",
                           "X-ZT-Hangup-Code : \r\n \t \r\n 4090\r\n \t\r\n"}) {
    CAPTURE(line);
    CHECK(code_in(bye(line)) == 4090);
  }
  for (const char* line : {"X-ZT-Hangup-Code: 40\r\n 90\r\n", "X-ZT-Hangup-Code: 4090\r\n 1\r\n",
                           "X-ZT-Hangup-Code: 4090\r\n ;x\r\n", "X-ZT-Hangup-Code:\r\n \r\n",
                           "X-ZT-Hangup-Code\r\n : 4090\r\n", "X-ZT-Hangup-Code:\r\n4090\r\n"}) {
    CAPTURE(line);
    CHECK(code_in(bye(line)) == 0);
  }
}

TEST_CASE("a field's end is where the next line begins without a blank") {
  CHECK(code_in(bye("X-ZT-Hangup-Code: 4090\r\nSubject: 1\r\n 2\r\n")) == 4090);
  CHECK(code_in(bye("Subject: a\r\n b\r\nX-ZT-Hangup-Code: 4090\r\n")) == 4090);
}

TEST_CASE("a value that is no published code") {
  for (const char* line :
       {"X-ZT-Hangup-Code:\r\n", "X-ZT-Hangup-Code: \r\n", "X-ZT-Hangup-Code: 4091\r\n",
        "X-ZT-Hangup-Code: 04090\r\n", "X-ZT-Hangup-Code: +4090\r\n",
        "X-ZT-Hangup-Code: 4090.0\r\n", "X-ZT-Hangup-Code: 4090;q=1\r\n",
        "X-ZT-Hangup-Code: 4090, 3000\r\n", "X-ZT-Hangup-Code: \"4090\"\r\n",
        "X-ZT-Hangup-Code: 69626\r\n", "X-ZT-Hangup-Code: destination_not_found\r\n",
        "X-ZT-Hangup-Code: \r4090\r\n", "X-ZT-Hangup-Code: 4090\r\r\n",
        "X-ZT-Hangup-Code:: 4090\r\n"}) {
    CAPTURE(line);
    CHECK(code_in(bye(line)) == 0);
  }
  CHECK(code_in(bye("X-ZT-Hangup-Code: 4090\0\r\n"s)) == 0);
}

TEST_CASE("the first such field decides") {
  CHECK(code_in(bye("X-ZT-Hangup-Code: 4090\r\nX-ZT-Hangup-Code: 3000\r\n")) == 4090);
  CHECK(code_in(bye("X-ZT-Hangup-Code: 9999\r\nX-ZT-Hangup-Code: 3000\r\n")) == 0);
  CHECK(code_in(bye("x-zt-hangup-code:\r\nX-ZT-Hangup-Code: 3000\r\n")) == 0);
}

TEST_CASE("fields that look alike") {
  for (const char* line :
       {"X-ZT-Hangup-Codes: 4090\r\n", "X-ZT-Hangup-Code-Old: 4090\r\n",
        "X-X-ZT-Hangup-Code: 4090\r\n", "XX-ZT-Hangup-Code: 4090\r\n", "-ZT-Hangup-Code: 4090\r\n",
        "X-ZT-Hangup-Cod: 4090\r\n", "X_ZT_Hangup_Code: 4090\r\n", "X-ZT-Hangup\rCode: 4090\r\n",
        "X\rZT-Hangup-Code: 4090\r\n", "X-ZT-Hangup-Code 4090\r\n", "X-ZT-Hangup-Code; 4090\r\n",
        "X-ZT-Hangup-Code= 4090\r\n", "X-ZT-Hangup-Code\r\n", ": 4090\r\n",
        "\"X-ZT-Hangup-Code\": 4090\r\n", "X-ZT-Hangup-Cause: 4090\r\n"}) {
    CAPTURE(line);
    CHECK(code_in(bye(line)) == 0);
    CHECK(code_in(bye(line + std::string("X-ZT-Hangup-Code: 3000\r\n"))) == 3000);
  }
  CHECK(code_in(bye("X-ZT-Hangup-Code\0: 4090\r\n"s)) == 0);
}

TEST_CASE("not in another field's value, its continuation, the start line or the body") {
  for (const char* line :
       {"Subject: X-ZT-Hangup-Code: 4090\r\n", "Subject: a\r\n X-ZT-Hangup-Code: 4090\r\n",
        "Subject: a\r\n\tX-ZT-Hangup-Code: 4090\r\n", " X-ZT-Hangup-Code: 4090\r\n",
        "Subject: a\rX-ZT-Hangup-Code: 4090\r\n", "\tX-ZT-Hangup-Code: 4090\r\n"}) {
    CAPTURE(line);
    CHECK(code_in(bye(line)) == 0);
  }
  CHECK(code_in("X-ZT-Hangup-Code: 4090\r\n\r\n") == 0);
  CHECK(code_in("X-ZT-Hangup-Code: 4090\r\nX-ZT-Hangup-Code: 3000\r\n\r\n") == 3000);
  CHECK(code_in(bye("") + "X-ZT-Hangup-Code: 4090\r\n\r\n") == 0);
  CHECK(code_in("BYE sip:a SIP/2.0\r\n\nX-ZT-Hangup-Code: 4090\r\n\r\n") == 0);
}

TEST_CASE("empty lines before the start line are passed over") {
  CHECK(code_in("\r\n\r\n" + bye("X-ZT-Hangup-Code: 4090\r\n")) == 4090);
  CHECK(code_in("\n\r\nX-ZT-Hangup-Code: 4090\r\n\r\n") == 0);
}

TEST_CASE("a message that is cut off anywhere gives the code or nothing") {
  const std::string head = "BYE sip:a SIP/2.0\r\nX-ZT-Hangup-Code: 4090";
  const std::string message = head + "\r\nTo: b\r\n\r\n";
  for (std::size_t size = 0; size <= message.size(); ++size) {
    CAPTURE(size);
    CHECK(code_in(std::string_view(message).substr(0, size)) == (size < head.size() ? 0 : 4090));
  }
  for (const char* nothing : {"", "\r", "\n", "\r\n", "\r\n\r\n", ":", " ", "X-ZT-Hangup-Code"}) {
    CHECK(code_in(nothing) == 0);
  }
}

TEST_CASE("a long message") {
  std::string lines;
  for (int i = 0; i < 10000; ++i) lines += "Record-Route: <sip:192.0.2.7;lr>\r\n";
  CHECK(code_in(bye(lines + "X-ZT-Hangup-Code: 4090\r\n")) == 4090);
  CHECK(code_in(bye(lines)) == 0);
  std::string folds;
  for (int i = 0; i < 10000; ++i) folds += " \r\n";
  CHECK(code_in(bye("X-ZT-Hangup-Code:\r\n" + folds + " 4090\r\n")) == 4090);
}

// NAME.CODE.sip: messages that SIPp and Kamailio sent (tests/messages/run tells how), and ones that
// are as odd as RFC 4475 has them. CODE is 0 where the message carries none.
TEST_CASE("the messages in tests/messages") {
  int messages = 0;
  for (const auto& file : std::filesystem::directory_iterator(ZENTRUNK_MESSAGES)) {
    if (file.path().extension() != ".sip") continue;
    const std::string name = file.path().stem().string();
    CAPTURE(name);
    CHECK(code_in(read_text(file.path().string())) ==
          std::stoi(name.substr(name.find_last_of('.') + 1)));
    ++messages;
  }
  CHECK(messages >= 50);
}
