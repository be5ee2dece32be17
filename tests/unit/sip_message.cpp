// SPDX-License-Identifier: BSL-1.0
//
// hangup_code_field and from_sip_message: which value in a raw message is the field's.
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
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

TEST_CASE("the field's value") {
  for (const auto& [lines, value] : std::vector<std::pair<std::string, std::string>>{
           // In any case, with blanks before the colon and around the value; lines can end in LF.
           {"X-ZT-Hangup-Code: 4090\r\n", "4090"},
           {"x-zt-hangup-code:4090\n", "4090"},
           {"X-Zt-hAnGuP-cOdE \t : \t 4090 \t \r\n", "4090"},
           {"X-ZT-Hangup-Code: \t \r\n", ""},
           // Folded: a line end between two parts is kept.
           {"X-ZT-Hangup-Code: \r\n\t4090 \r\n", "4090"},
           {"X-ZT-Hangup-Code:\n \n\t\n 4090\n", "4090"},
           {"X-ZT-Hangup-Code : \r\n \t \r\n 4090\r\n \t\r\n", "4090"},
           {"X-ZT-Hangup-Code:\r\n \r\n", ""},
           {"X-ZT-Hangup-Code\r\n : 4090\r\n", ""},
           {"X-ZT-Hangup-Code: 40\r\n 90\r\n", "40\r\n 90"},
           {"X-ZT-Hangup-Code: 40 \n\t 90 \n", "40 \n\t 90"},
           {"X-ZT-Hangup-Code: 4090\r\n \r\n ;x\r\n \r\n", "4090\r\n \r\n ;x"},
           {"X-ZT-Hangup-Code:\r\n 1\r\n 2\r\n 3\r\n", "1\r\n 2\r\n 3"},
           // It ends before a line that does not begin with a blank.
           {"X-ZT-Hangup-Code:\r\n4090\r\n", ""},
           {"X-ZT-Hangup-Code: 4090\r\nSubject: 1\r\n 2\r\n", "4090"},
           {"Subject: a\r\n b\r\nX-ZT-Hangup-Code: 4090\r\n", "4090"},
           // Unchanged.
           {"X-ZT-Hangup-Code: 4090;q=1\r\n", "4090;q=1"},
           {"X-ZT-Hangup-Code: 4090\r\r\n", "4090\r"},
           {"X-ZT-Hangup-Code: \r4090\r\n", "\r4090"},
           {"X-ZT-Hangup-Code:: 40 90\r\n", ": 40 90"},
           {"X-ZT-Hangup-Code: 40\0\x90\r\n"s, "40\0\x90"s},
           // The first such field decides.
           {"X-ZT-Hangup-Code: 4090\r\nX-ZT-Hangup-Code: 3000\r\n", "4090"},
           {"X-ZT-Hangup-Code: 9999\r\nX-ZT-Hangup-Code: 3000\r\n", "9999"},
           {"x-zt-hangup-code:\r\nX-ZT-Hangup-Code: 3000\r\n", ""}}) {
    CAPTURE(lines);
    CHECK(value_in(bye(lines)) == value);
  }
}

TEST_CASE("fields with similar names, and other fields' values and continuations, are ignored") {
  for (const char* line :
       {"X-ZT-Hangup-Codes: 4090\r\n", "XX-ZT-Hangup-Code: 4090\r\n", "-ZT-Hangup-Code: 4090\r\n",
        "X-ZT-Hangup-Cod: 4090\r\n", "X_ZT_Hangup_Code: 4090\r\n", "X-ZT-Hangup\rCode: 4090\r\n",
        "X\rZT-Hangup-Code: 4090\r\n", "X-ZT-Hangup-Code 4090\r\n", "X-ZT-Hangup-Code= 4090\r\n",
        "X-ZT-Hangup-Code\r\n", ": 4090\r\n", "\"X-ZT-Hangup-Code\": 4090\r\n",
        "X-ZT-Hangup-Cause: 4090\r\n", "Subject: X-ZT-Hangup-Code: 4090\r\n",
        "Subject: a\r\n X-ZT-Hangup-Code: 4090\r\n", "Subject: a\r\n\tX-ZT-Hangup-Code: 4090\r\n",
        "Subject: a\rX-ZT-Hangup-Code: 4090\r\n", " X-ZT-Hangup-Code: 4090\r\n"}) {
    CAPTURE(line);
    CHECK(value_in(bye(line)) == "");
    CHECK(value_in(bye(line + std::string("X-ZT-Hangup-Code: 3000\r\n"))) == "3000");
  }
  CHECK(value_in(bye("X-ZT-Hangup-Code\0: 4090\r\n"s)) == "");
}

TEST_CASE("the start line and the body are ignored, empty lines before the message skipped") {
  const std::string field = "X-ZT-Hangup-Code: 4090\r\n";
  CHECK(value_in("SIP/2.0 404 Destination Not Found\r\n" + field + "\r\n") == "4090");
  CHECK(value_in(field + "\r\n") == "");
  CHECK(value_in(field + "X-ZT-Hangup-Code: 3000\r\n\r\n") == "3000");
  CHECK(value_in(bye("") + field + "\r\n") == "");
  CHECK(value_in("BYE sip:a SIP/2.0\r\n\n" + field + "\r\n") == "");
  CHECK(value_in("BYE sip:a SIP/2.0\nVia: x\n\n" + field + "\n") == "");
  CHECK(value_in("\r\n\n\r\n" + bye(field)) == "4090");
  CHECK(value_in("\n\r\n" + field + "\r\n") == "");
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

TEST_CASE("the code of every row, also in a long message and after many folds") {
  std::string lines, folds;
  for (int i = 0; i < 1000; ++i) {
    lines += "Record-Route: <sip:192.0.2.7;lr>\r\n";
    folds += " \r\n";
  }
  CHECK(value_in(bye(lines)) == "");
  for (const auto& row : published::the_page().rows) {
    const std::string code = std::to_string(row.code);
    const std::string message = bye(lines + "X-ZT-Hangup-Code:\r\n" + folds + " " + code + "\r\n");
    CHECK(value_in(message) == code);
    CHECK(hangup::from_sip_message(message) == hangup::by_code(row.code));
  }
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
