// SPDX-License-Identifier: BSL-1.0
//
// hangup KEY...
#include <set>

#include "command.hpp"

static std::string codes_in_json(const std::string& json) {
  const std::string member = "{\"code\": ";
  std::string all;
  for (std::size_t at = 0; (at = json.find(member, at)) != json.npos;) {
    at += member.size();
    all += (all.empty() ? "" : " ") + json.substr(at, json.find(',', at) - at);
  }
  return all;
}

// What people type and paste => the codes ! the words that are named as not understood. It is the
// same for an argument and for a line of standard input.
TEST_CASE("keys in a text") {
  std::istringstream table(R"(
# Keys of one kind widen, keys of different kinds narrow
4090 => 4090
user_busy => 4410
USER_BUSY => 4410
User Busy => 4410
402 => 3030 4030
0 => 3020
forbidden => 4040 4060 4190 4540
customer_cancelled => 4550
call_rejected_unauthorized => 4020 4180
dno_caller_id => 4200
4410 4090 4180 => 4090 4180 4410
user_busy normal_hangup => 3000 3010 4410
503 carrier => 4010 4040 4150 4160 5310 5350 6000 6030 6040 6070
403 487 customer => 4060 4550
403 Forbidden => 4060 4190
503 customer Service Unavailable => 5360
4090 4410 486 => 4410
# Punctuation around a key
"4090.0", => 4090
(4090) => 4090
 4090 => 4090
4090; => 4090
“4090”. => 4090
[4090] <4090> => 4090
' 4410 ' => 4410
4090—Destination  Not  Found => 4090
# Labels
hangup code 4090 => 4090
hangup 503 carrier => 4010 4040 4150 4160 5310 5350 6000 6030 6040 6070
code #4090 => 4090
code 4090, 4410 => 4090 4410
hangup_code: 4160 => 4160
x-zt-hangup-code:4090\r\n => 4090
hangup_cause_name=destination_not_found => 4090
"hangup_code":"4310","hangup_cause":"uri_not_found","hangup_initiator":"Zentrunk" => 4310
SIP 404 "Destination Not Found" => 4090
sip/2.0 404 destination not found => 4090
sip status: 486: User Busy => 4410
Reason: SIP;cause=486;text="User Busy" => 4410
sip status 0 => 3020
sip_response: Hangup from Carrier => 3000
{"event": "hangup", "code": 486} => 4410 ! 'event'
# Other words
error 4310 => 4310 ! 'error'
4090 nonsense => 4090 ! 'nonsense'
disconnect reason 4410 => 4410 ! 'disconnect'
SIP/2.0 486 Busy Here => 4410 ! 'Busy Here'
SIP/2.0 404 Not Found => 4070 4080 4090 4100 4120 4310 5300 ! 'Not Found'
INVITE failed: 503 Service Unavailable => 4010 4040 4130 4140 4150 4160 4540 5000 5180 5190 5250 5260 5270 5290 5350 5360 6000 6030 6040 6070 ! 'INVITE failed'
call failed with cause 4550 (user_cancelled) => 4550 ! 'call failed with'
# Words that look like a key
user_busy, says Zentrunk => 4410 ! 'says Zentrunk'
customer complaint: 503 Service Unavailable => 4010 4040 4130 4140 4150 4160 4540 5000 5180 5190 5250 5260 5270 5290 5350 5360 6000 6030 6040 6070 ! 'customer complaint'
call rejected by carrier: 503 Service Unavailable => 4010 4040 4130 4140 4150 4160 4540 5000 5180 5190 5250 5260 5270 5290 5350 5360 6000 6030 6040 6070 ! 'call rejected by carrier'
call forbidden, 4090 => 4090 ! 'call forbidden'
Zentrunk hangup code 4160 => 4160 ! 'Zentrunk'
# Numbers that are no key
2026-11-29 12:00:01 call 17 failed 4090 => 4090 ! '2026-11-29 12:00:01 call 17 failed'
2026-11-29 12:00:01,404 ERROR 4310 => 4310 ! '2026-11-29 12:00:01,404 ERROR'
{"hangup_cause_code": 4160, "duration": 503} => 4160 ! 'duration 503'
call 4000 failed with cause 4550 => 4550 ! 'call 4000 failed with'
{"event": "hangup", "code": 4160, "ms": 503} => 4160 ! 'event', 'ms 503'
{"hangup_cause_code": 4410, "hangup_source": "carrier"} => 4410 ! 'carrier'
- hangup_code: 4310 => 4310
<hangup_cause_code>4310</hangup_cause_code> => 4310
&quot;hangup_code&quot;: Some(4310) => 4310
call 4000 failed: 486 User Busy => 4410 ! 'call 4000 failed'
200 seconds, then 4310 => 4310 ! '200 seconds then'
10.0.0.1:5000 answers 486 => 4410 ! '10.0.0.1:5000 answers'
hangup_cause_code: 4310, 3000 ms => 4310 ! '3000 ms'
calls_total{hangup_cause_code="4310"} 4410 => 4310 ! 'calls_total', '4410'
8f2c,2026-11-29 10:00:05,4040,forbidden,carrier => 4040 ! '8f2c 2026-11-29 10:00:05', 'carrier'
Reason: Q.850;cause=17;text="User busy" => 4410 ! 'Q.850', '17'
)");
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.front() == '#') continue;
    CAPTURE(line);
    const std::size_t arrow = line.find(" => "), mark = std::min(line.find(" ! "), line.size());
    const std::string text = line.substr(0, arrow);
    const std::string wanted = line.substr(arrow + 4, mark - arrow - 4);
    const std::string message =
        mark == line.size() ? "" : "not understood: " + line.substr(mark + 3) + "\n";
    const outcome argument = hangup({"--format=json", text});
    CHECK(argument.status == 0);
    CHECK(codes_in_json(argument.out) == wanted);
    CHECK(argument.err == (message.empty() ? "" : "hangup: " + message));
    const outcome answer = hangup({"--format=json", "-"}, "\n" + text + "\r\n");
    CHECK(answer.status == 0);
    CHECK(codes_in_json(answer.out) == wanted);
    CHECK(answer.err == (message.empty() ? "" : "hangup: standard input:2: " + message));
  }
}

TEST_CASE("keys in several arguments") {
  CHECK(found({"User", "Busy"}) == codes{4410});
  CHECK(found({"4410", "4090"}) == codes{4090, 4410});
  CHECK(found({"503", "customer", "Service Unavailable"}) == codes{5360});
  CHECK(found({"X-ZT-Hangup-Code:", "4090"}) == codes{4090});
  CHECK(found({"SIP/2.0", "404", "Destination", "Not", "Found"}) == codes{4090});
  CHECK(found({"hangup_source: carrier", "503"}) == found({"503", "carrier"}));
  CHECK(found({"\xEF\xBB\xBF\t4090\r", "  Destination \xC2\xA0 Not  Found "}) == codes{4090});
}

TEST_CASE("unknown keys find nothing") {
  std::istringstream keys(
      "9999|04090|-4090|+4090|4090.5|4090.00|40 90|65536|4294971386|4090x|user|user_busy_extra|"
      "X-ZT-Hangup-Code: 503|SIP/2.0 4090|SIP 4090|hangup_source: user_busy|X-ZT-Hangup-Code|"
      "hangup code|nothing that is known|Reason: Q.850;cause=16|Reason: Q.850;cause=0|()|"
      "{\"hangup_cause_code\":4999,\"hangup_source\":\"zentrunk\"}|failed after 200 s|failed after "
      "0 s|call 0 failed|Who acts  customer|| ");
  for (std::string key; std::getline(keys, key, '|');) {
    CAPTURE(key);
    const outcome nothing = hangup({"--", key});
    CHECK(nothing.status == 1);
    CHECK(nothing.out == "");
    CHECK_THAT(nothing.err, starts_with("hangup: '"));
    CHECK(hangup({"4410", "--", key}).status == 1);  // an argument of its own
    if (key.find_first_not_of(' ') == key.npos) continue;
    const outcome line = hangup({"-"}, key + "\n");
    CHECK(line.status == 1);
    CHECK(line.err == "");
    CHECK_THAT(line.out, ends_with("not found: '" + key + "'\n"));
  }
  CHECK(hangup({"error", "4310"}).status == 1);
  CHECK(hangup({"4310", "status"}).status == 1);
}

TEST_CASE("every key is listed, and finds its codes") {
  std::set<std::string> known;
  std::string lines;
  for (const auto& advice : frozen_page().advices) {
    known.insert(std::to_string(advice.code));
    if (!advice.cause.empty()) known.insert(advice.cause);
  }
  for (const auto& row : frozen_page().rows) {
    known.insert({std::to_string(row.sip_code), row.sip_response, row.originator});
    lines += std::to_string(row.code) + ' ' + row.cause + '\n';
    lines += std::to_string(row.sip_code) + ' ' + row.sip_response + ' ' + row.cause + '\n';
  }
  const outcome each = hangup({"--format=csv", "-"}, lines);
  CHECK(each.status == 0);
  CHECK(each.err == "");
  for (const auto& row : frozen_page().rows) {
    const std::string code = std::to_string(row.code);
    CHECK_THAT(each.out, contains('\n' + code + ' ' + row.cause + ',' + code + ','));
    CHECK_THAT(each.out, contains('\n' + std::to_string(row.sip_code) + ' ' + row.sip_response +
                                  ' ' + row.cause + ',' + code + ','));
  }
  std::string wanted;
  for (const std::string& key : known) wanted += key + '\n';
  const outcome keys = hangup({"--keys"});
  CHECK(keys.out == wanted);
  CHECK(hangup({"-"}, keys.out).status == 0);
}

TEST_CASE("a key is suggested within a third of its length") {
  const std::string search = "Try 'hangup --search TEXT'.\n";
  for (const auto& [key, wanted] : std::vector<std::pair<std::string, std::string>>{
           {"usr_busy", "Did you mean 'user_busy' or 'User Busy'?\n"},
           {"busy_everwhere", "Did you mean 'busy_everywhere'?\n"},
           {"carrrier", "Did you mean 'Carrier'?\n"},
           {"503 carrrier", "Did you mean 'Carrier'?\n"},
           {"4091", "Did you mean '4090'?\n"},
           {"hangup_code: 503", ""},
           {"nope", search},
           {"", search},
           {"9999", "Try 'hangup --list' for all codes, or 'hangup --search TEXT'.\n"},
           {std::string(100000, 'x'), search}}) {
    const std::string err = hangup({key}).err;
    CHECK(err.substr(err.find('\n') + 1) == wanted);
  }
  CHECK(hangup({"hangup_code: 503"}).err == "hangup: '503' does not fit its label\n");
}

TEST_CASE("keys without an entry in common") {
  const outcome none = hangup({"4090", "carrier"});
  CHECK(none.status == 1);
  CHECK(none.out == "");
  CHECK(none.err == "hangup: no entry has '4090' and 'carrier'\n");
  const std::string record = "hangup_code=4090 hangup_cause=user_busy x";
  const std::string message = "no entry has '4090' and 'user_busy'\n";
  CHECK(hangup({record}).err == "hangup: not understood: 'x'\nhangup: " + message);
  CHECK_THAT(hangup({"-"}, record).err, ends_with("hangup: standard input:1: " + message));
  CHECK(hangup({"--format=json", "9999"}).out == "[]\n");
  CHECK(hangup({"--format=csv", "9999"}).out ==
        "code,cause,description,sip_response,sip_code,originator,fixer,retry,next_step\n");
}

TEST_CASE("control characters are printed escaped") {
  CHECK_THAT(hangup({"\x1Bx\x07"}).err, contains("'\\x1bx\\x07'"));
  CHECK_THAT(hangup({"\xC2\x9Bx"}).err, contains("'\\x9bx'"));
  CHECK_THAT(hangup({"\xE2\x80\xAEx\xE2\x80\xAC"}).err, contains("'\\u202ex\\u202c'"));
  CHECK_THAT(hangup({"\xFF"}).err, contains("'\xEF\xBF\xBD'"));
  CHECK_THAT(hangup({"4090 \x1Bx"}).err, contains("'\\x1bx'"));
}
