// SPDX-License-Identifier: BSL-1.0
//
// hangup CODE and hangup --list.
#include "command.hpp"
#include "json.hpp"

TEST_CASE("one code is shown with its meaning and what to do") {
  const outcome answer = hangup({"4090"});
  CHECK(answer.status == 0);
  CHECK(answer.err == "");
  CHECK_THAT(answer.out, starts_with("4090 destination_not_found\n"
                                     "No route to destination. This means Zentrunk was unable to "
                                     "find any carrier\n"
                                     "gateway or that we received a decline notification from the "
                                     "carrier.\n"
                                     "\n"
                                     "Next step     "));
  CHECK_THAT(answer.out, ends_with("Who acts      customer\n"
                                   "Retry         after fix (derived)\n"
                                   "SIP response  404 Destination Not Found\n"
                                   "Originator    Zentrunk: Zentrunk initiated the hangup. There "
                                   "are several\n"
                                   "              possible scenarios in which Plivo will hang up a "
                                   "call.\n"));
  CHECK_THAT(hangup({"3020"}).out, contains("SIP response  - Media Timeout Hangup\n"));
  CHECK_THAT(hangup({"4410"}).out, contains("Retry         later (stated by Plivo)\n"));
  CHECK_THAT(hangup({"3040"}).out, contains("Retry         unstated\n"));
}

TEST_CASE("every code is shown with its advice") {
  for (const auto& advice : zentrunk::hangup::advice_table) {
    CAPTURE(advice.code);
    const std::string out =
        run({ZENTRUNK_HANGUP, std::to_string(advice.code)}, "", {"COLUMNS=999"}).out;
    CHECK_THAT(out, contains("\nNext step     " + std::string(advice.next_step) + "\n"));
    CHECK_THAT(out, contains("\nWho acts      " + std::string(to_string(advice.fixer)) + "\n"));
    CHECK_THAT(out, contains("\nRetry         " +
                             replaced(std::string(to_string(advice.retry)), "_", " ")));
    const bool published = zentrunk::hangup::by_code(advice.code) != nullptr;
    CHECK((out.find("missing from the Plivo page") == out.npos) == published);
  }
}

TEST_CASE("a later code is marked as missing from the Plivo page") {
  const std::string out = hangup({"4180"}).out;
  CHECK_THAT(out, starts_with("4180 call_rejected_unauthorized\n"));
  CHECK_THAT(out, contains("This code is missing from the Plivo page"));
  CHECK_THAT(out, contains("\nSIP response  -\nOriginator    -\n"));
  CHECK_THAT(hangup({"4650"}).out, starts_with("4650 -\n"));
  CHECK_THAT(hangup({"--format=json", "4650"}).out, contains("{\"code\": 4650, \"cause\": null, "));
  CHECK_THAT(hangup({"--format=json", "4180"}).out,
             contains("\"sip_response\": null, \"sip_code\": null, \"originator\": null, "));
  CHECK_THAT(hangup({"--format=csv", "4180"}).out, contains(",,,,customer,after_fix,"));
  CHECK_THAT(run({ZENTRUNK_HANGUP, "4020", "4180"}, "", {"COLUMNS=100"}).out,
             contains("  -  -           (not published)\n"));
}

TEST_CASE("several codes are shown as an aligned table") {
  CHECK(hangup({"normal_hangup"}).out ==
        " code  cause          who acts  retry  SIP  originator  SIP response\n"
        " 3000  normal_hangup  nobody    no     200  Carrier     Hangup from Carrier\n"
        " 3010  normal_hangup  nobody    no     200  Customer    Hangup from User\n");
  CHECK_THAT(hangup({"3020", "4090"}).out,
             contains(" 3020  rtp_timeout            customer  after fix    -  Zentrunk"));
}

TEST_CASE("hangup --list has a line for every code") {
  const std::string out = hangup({"--list"}).out;
  CHECK(std::count(out.begin(), out.end(), '\n') ==
        1 + static_cast<std::ptrdiff_t>(the_page().advices.size()));
}

TEST_CASE("hangup --list as CSV is the published file with advice") {
  const outcome answer = hangup({"--list", "--format=csv"});
  CHECK(answer.status == 0);
  std::istringstream file(read_text(std::string(ZENTRUNK_DATA_DIR) + "/hangup_codes.csv"));
  std::istringstream lines(answer.out);
  std::string published, line;
  std::getline(file, published);
  std::getline(lines, line);
  CHECK(line == published + ",fixer,retry,next_step");
  while (std::getline(lines, line)) {
    const auto* advice = zentrunk::hangup::advice_for(line.substr(0, 4));
    REQUIRE(advice != nullptr);
    std::string wanted = ',' + std::string(to_string(advice->fixer)) + ',' +
                         std::string(to_string(advice->retry)) + ',';
    const std::string step(advice->next_step);
    wanted += step.find(',') == step.npos ? step : '"' + step + '"';
    if (zentrunk::hangup::by_code(advice->code) == nullptr) {
      CHECK_THAT(line, ends_with(",,," + wanted));
    } else {
      REQUIRE(std::getline(file, published));
      CHECK(line == published + wanted);
    }
  }
  CHECK_FALSE(std::getline(file, published));
}

TEST_CASE("hangup --list as JSON has every field of every row") {
  const outcome answer = hangup({"--list", "--format", "json"});
  CHECK(answer.status == 0);
  CHECK(is_json(answer.out));
  for (const auto& row : the_page().rows) {
    CAPTURE(row.code);
    CHECK_THAT(answer.out, contains("  {\"code\": " + std::to_string(row.code) + ", \"cause\": \"" +
                                    row.cause));
    CHECK_THAT(answer.out, contains("\"sip_response\": \"" + row.sip_response +
                                    "\", \"sip_code\": " + std::to_string(row.sip_code) +
                                    ", \"originator\": \"" + row.originator + "\", \"fixer\": \""));
  }
}
