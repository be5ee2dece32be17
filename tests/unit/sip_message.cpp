// SPDX-License-Identifier: BSL-1.0
//
// hangup_code_field and from_sip_message: which value in a raw message is the field's.
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <zentrunk/sip.hpp>

#include "catch.hpp"
#include "process.hpp"
#include "published.hpp"

namespace hangup = zentrunk::hangup;
using namespace std::string_literals;

namespace {

// The value of the field, whose code from_sip_message finds.
std::string value_in(std::string_view message) {
  const std::string_view value = hangup::hangup_code_field(message);
  CHECK(hangup::from_sip_message(message) == hangup::by_code(value));
  const bool within =
      value.empty() || (value.data() >= message.data() &&
                        value.data() + value.size() <= message.data() + message.size());
  CHECK(within);
  return std::string(value);
}

// A request with the given lines after another header field.
std::string bye(const std::string& lines) {
  return "BYE sip:alice@example.com SIP/2.0\r\n"
         "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK776\r\n" +
         lines +
         "Content-Length: 0\r\n"
         "\r\n";
}

}  // namespace

TEST_CASE("the field in a request and in a response") {
  CHECK(value_in(bye("X-ZT-Hangup-Code: 4090\r\n")) == "4090");
  CHECK(value_in("SIP/2.0 404 Destination Not Found\r\nX-ZT-Hangup-Code: 4090\r\n\r\n") == "4090");
  for (const auto& row : published::the_page().rows) {
    const std::string field = "X-ZT-Hangup-Code: " + std::to_string(row.code) + "\r\n";
    CHECK(hangup::from_sip_message(bye(field)) == hangup::by_code(row.code));
  }
}

TEST_CASE("the field's name in any case, with blanks before the colon and around the value") {
  for (const char* line : {"x-zt-hangup-code: 4090\r\n", "X-ZT-HANGUP-CODE: 4090\r\n",
                           "X-Zt-hAnGuP-cOdE:4090\r\n", "X-ZT-Hangup-Code : 4090\r\n",
                           "X-ZT-Hangup-Code \t : \t 4090 \t \r\n", "X-ZT-Hangup-Code:4090\n"}) {
    CAPTURE(line);
    CHECK(value_in(bye(line)) == "4090");
  }
}

TEST_CASE("lines can end in LF alone") {
  CHECK(value_in("BYE sip:a SIP/2.0\nVia: x\nX-ZT-Hangup-Code: 4090\nTo: b\n\nbody") == "4090");
  CHECK(value_in("BYE sip:a SIP/2.0\nVia: x\n\nX-ZT-Hangup-Code: 4090\n\n") == "");
}

TEST_CASE("a folded value") {
  for (const char* line : {"X-ZT-Hangup-Code:\r\n 4090\r\n", "X-ZT-Hangup-Code: \r\n\t4090 \r\n",
                           "X-ZT-Hangup-Code:\n \n\t\n 4090\n", "X-ZT-Hangup-Code: 4090\r\n \r\n",
                           "X-ZT-Hangup-Code : \r\n \t \r\n 4090\r\n \t\r\n"}) {
    CAPTURE(line);
    CHECK(value_in(bye(line)) == "4090");
  }
  for (const char* line : {"X-ZT-Hangup-Code:\r\n \r\n", "X-ZT-Hangup-Code\r\n : 4090\r\n",
                           "X-ZT-Hangup-Code:\r\n4090\r\n"}) {
    CAPTURE(line);
    CHECK(value_in(bye(line)) == "");
  }
}

TEST_CASE("a folded value keeps its line ends") {
  CHECK(value_in(bye("X-ZT-Hangup-Code: 40\r\n 90\r\n")) == "40\r\n 90");
  CHECK(value_in(bye("X-ZT-Hangup-Code: 40 \n\t 90 \n")) == "40 \n\t 90");
  CHECK(value_in(bye("X-ZT-Hangup-Code: 4090\r\n 1\r\n")) == "4090\r\n 1");
  CHECK(value_in(bye("X-ZT-Hangup-Code: 4090\r\n \r\n ;x\r\n \r\n")) == "4090\r\n \r\n ;x");
  CHECK(value_in(bye("X-ZT-Hangup-Code:\r\n 1\r\n 2\r\n 3\r\n")) == "1\r\n 2\r\n 3");
  for (const auto& row : published::the_page().rows) {
    const std::string digits = std::to_string(row.code);
    for (std::size_t i = 1; i < digits.size(); ++i) {
      const std::string folded = digits.substr(0, i) + "\r\n " + digits.substr(i);
      const std::string message = bye("X-ZT-Hangup-Code: " + folded + "\r\n");
      CHECK(hangup::from_sip_message(message) == nullptr);
    }
  }
}

TEST_CASE("a field ends before a line that does not begin with a blank") {
  CHECK(value_in(bye("X-ZT-Hangup-Code: 4090\r\nSubject: 1\r\n 2\r\n")) == "4090");
  CHECK(value_in(bye("Subject: a\r\n b\r\nX-ZT-Hangup-Code: 4090\r\n")) == "4090");
}

TEST_CASE("the value is returned unchanged") {
  for (const char* value : {"4091", "04090", "+4090", "4090.0", "4090;q=1", "4090, 3000",
                            "\"4090\"", "69626", "destination_not_found", "4090\r", "\r4090",
                            ": 4090", "40 90", "\xD9\xA4\xD9\xA0", "(a)"}) {
    CAPTURE(value);
    CHECK(value_in(bye("X-ZT-Hangup-Code: "s + value + "\r\n")) == value);
    CHECK(hangup::from_sip_message(bye("X-ZT-Hangup-Code: "s + value + "\r\n")) ==
          hangup::by_code(value));
  }
  CHECK(value_in(bye("X-ZT-Hangup-Code: 40\0\x90\r\n"s)) == "40\0\x90"s);
  CHECK(value_in(bye("X-ZT-Hangup-Code:\r\n")) == "");
  CHECK(value_in(bye("X-ZT-Hangup-Code: \t \r\n")) == "");
}

TEST_CASE("the first such field decides") {
  CHECK(value_in(bye("X-ZT-Hangup-Code: 4090\r\nX-ZT-Hangup-Code: 3000\r\n")) == "4090");
  CHECK(value_in(bye("X-ZT-Hangup-Code: 9999\r\nX-ZT-Hangup-Code: 3000\r\n")) == "9999");
  CHECK(value_in(bye("x-zt-hangup-code:\r\nX-ZT-Hangup-Code: 3000\r\n")) == "");
}

TEST_CASE("fields with similar names are ignored") {
  for (const char* line :
       {"X-ZT-Hangup-Codes: 4090\r\n", "X-ZT-Hangup-Code-Old: 4090\r\n",
        "X-X-ZT-Hangup-Code: 4090\r\n", "XX-ZT-Hangup-Code: 4090\r\n", "-ZT-Hangup-Code: 4090\r\n",
        "X-ZT-Hangup-Cod: 4090\r\n", "X_ZT_Hangup_Code: 4090\r\n", "X-ZT-Hangup\rCode: 4090\r\n",
        "X\rZT-Hangup-Code: 4090\r\n", "X-ZT-Hangup-Code 4090\r\n", "X-ZT-Hangup-Code; 4090\r\n",
        "X-ZT-Hangup-Code= 4090\r\n", "X-ZT-Hangup-Code\r\n", ": 4090\r\n",
        "\"X-ZT-Hangup-Code\": 4090\r\n", "X-ZT-Hangup-Cause: 4090\r\n"}) {
    CAPTURE(line);
    CHECK(value_in(bye(line)) == "");
    CHECK(value_in(bye(line + std::string("X-ZT-Hangup-Code: 3000\r\n"))) == "3000");
  }
  CHECK(value_in(bye("X-ZT-Hangup-Code\0: 4090\r\n"s)) == "");
}

TEST_CASE("other fields' values and continuations, the start line and the body are ignored") {
  for (const char* line :
       {"Subject: X-ZT-Hangup-Code: 4090\r\n", "Subject: a\r\n X-ZT-Hangup-Code: 4090\r\n",
        "Subject: a\r\n\tX-ZT-Hangup-Code: 4090\r\n", " X-ZT-Hangup-Code: 4090\r\n",
        "Subject: a\rX-ZT-Hangup-Code: 4090\r\n", "\tX-ZT-Hangup-Code: 4090\r\n"}) {
    CAPTURE(line);
    CHECK(value_in(bye(line)) == "");
  }
  CHECK(value_in("X-ZT-Hangup-Code: 4090\r\n\r\n") == "");
  CHECK(value_in("X-ZT-Hangup-Code: 4090\r\nX-ZT-Hangup-Code: 3000\r\n\r\n") == "3000");
  CHECK(value_in(bye("") + "X-ZT-Hangup-Code: 4090\r\n\r\n") == "");
  CHECK(value_in("BYE sip:a SIP/2.0\r\n\nX-ZT-Hangup-Code: 4090\r\n\r\n") == "");
}

TEST_CASE("empty lines before the start line are skipped") {
  CHECK(value_in("\r\n\r\n" + bye("X-ZT-Hangup-Code: 4090\r\n")) == "4090");
  CHECK(value_in("\n\r\nX-ZT-Hangup-Code: 4090\r\n\r\n") == "");
}

TEST_CASE("a truncated message gives the part of the value that it has") {
  const std::string head = "BYE sip:a SIP/2.0\r\nX-ZT-Hangup-Code: 4090";
  const std::string message = head + "\r\nTo: b\r\n\r\n";
  for (std::size_t size = 0; size <= message.size(); ++size) {
    CAPTURE(size);
    const std::size_t missing = size < head.size() ? head.size() - size : 0;
    CHECK(value_in(std::string_view(message).substr(0, size)) ==
          (missing < 4 ? "4090"s.substr(0, 4 - missing) : ""));
  }
  for (const char* nothing : {"", "\r", "\n", "\r\n", "\r\n\r\n", ":", " ", "X-ZT-Hangup-Code"}) {
    CHECK(value_in(nothing) == "");
  }
}

TEST_CASE("a long message") {
  std::string lines;
  for (int i = 0; i < 10000; ++i) lines += "Record-Route: <sip:192.0.2.7;lr>\r\n";
  CHECK(value_in(bye(lines + "X-ZT-Hangup-Code: 4090\r\n")) == "4090");
  CHECK(value_in(bye(lines)) == "");
  const std::string field = "Subject: " + std::string(20000, 's') + "\r\n";
  const std::string blanks(20000, ' ');
  CHECK(value_in(bye(field + "X-ZT-Hangup-Code:" + blanks + "3020" + blanks + "\r\n")) == "3020");
  std::string folds;
  for (int i = 0; i < 10000; ++i) folds += " \r\n";
  CHECK(value_in(bye("X-ZT-Hangup-Code:\r\n" + folds + " 4090\r\n")) == "4090");
}

// NAME.CODE.sip: messages that SIPp and Kamailio sent (tests/messages/run), and unusual ones like
// those of RFC 4475. CODE is 0 if the message has none.
TEST_CASE("the messages in tests/messages") {
  int messages = 0;
  for (const auto& file : std::filesystem::directory_iterator(ZENTRUNK_MESSAGES)) {
    if (file.path().extension() != ".sip") continue;
    const std::string name = file.path().stem().string();
    CAPTURE(name);
    const int code = std::stoi(name.substr(name.find_last_of('.') + 1));
    const std::string message = read_text(file.path().string());
    CHECK(hangup::from_sip_message(message) == (code == 0 ? nullptr : hangup::by_code(code)));
    if (code != 0) CHECK(value_in(message) == std::to_string(code));
    ++messages;
  }
  CHECK(messages >= 50);
}
