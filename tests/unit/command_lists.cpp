// SPDX-License-Identifier: BSL-1.0
//
// hangup CODE and hangup --list.
#include "command.hpp"

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
                                   "Retry         after fix (inferred)\n"
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
  for (const auto& advice : frozen_page().advices) {
    const std::string out = hangup({std::to_string(advice.code)}, "", {"COLUMNS=999"}).out;
    CHECK_THAT(out, contains("\nNext step     " + advice.next_step + "\n"));
    CHECK_THAT(out, contains("\nWho acts      " + advice.fixer + "\n"));
    CHECK_THAT(out, contains("\nRetry         " + replaced(advice.retry, "_", " ")));
  }
}

TEST_CASE("a later code is marked") {
  const std::string out = hangup({"4180"}).out;
  CHECK_THAT(out, starts_with("4180 call_rejected_unauthorized\n"));
  CHECK_THAT(out, contains("\nNot on the Plivo page; newer Plivo documents list it.\n"));
  CHECK_THAT(out, contains("\nSIP response  -\nOriginator    -\n"));
  CHECK_THAT(hangup({"4650"}).out, starts_with("4650 -\n"));
  CHECK_THAT(hangup({"4090"}).out, !contains("Not on the Plivo page"));
  CHECK_THAT(hangup({"--format=json", "4650"}).out, contains("{\"code\": 4650, \"cause\": null, "));
  CHECK_THAT(hangup({"--format=json", "4180"}).out,
             contains("\"sip_response\": null, \"sip_code\": null, \"originator\": null, "));
  CHECK_THAT(hangup({"--format=csv", "4180"}).out, contains(",,,,customer,after_fix,"));
  CHECK_THAT(hangup({"4020", "4180"}, "", {"COLUMNS=100"}).out,
             contains("  -  -           (not published)\n"));
}

TEST_CASE("several codes are shown as an aligned table") {
  CHECK(hangup({"normal_hangup"}).out ==
        " code  cause          who acts  retry  SIP  originator  SIP response\n"
        " 3000  normal_hangup  nobody    no     200  Carrier     Hangup from Carrier\n"
        " 3010  normal_hangup  nobody    no     200  Customer    Hangup from User\n");
  CHECK_THAT(hangup({"3020", "4090"}).out,
             contains(" 3020  rtp_timeout            customer  after fix    -  Zentrunk"));
  const std::string list = hangup({"--list"}).out;
  CHECK(std::count(list.begin(), list.end(), '\n') == 1 + 77 + 4);
}

// list.csv was put together from the other files by Python's csv module.
TEST_CASE("hangup --list as CSV and JSON has every published field, and the advice") {
  const std::string csv = hangup({"--list", "--format=csv"}).out;
  CHECK(csv == frozen_file("list.csv").str());
  const std::string json = hangup({"--list", "--format", "json"}).out;
  CHECK(is_json(json));
  const std::string fields = "(.[0] | keys_unsorted), (.[] | map(. // \"\")) | @csv";
  CHECK(replaced(run({"jq", "-r", fields}, json).out, "\"", "") == replaced(csv, "\"", ""));
}
