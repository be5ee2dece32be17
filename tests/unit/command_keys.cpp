// SPDX-License-Identifier: BSL-1.0
//
// hangup KEY...
#include "command.hpp"

TEST_CASE("every key of every row finds it") {
  for (const auto& row : the_page().rows) {
    CAPTURE(row.code);
    CHECK(found({std::to_string(row.code)}) == codes{row.code});
    CHECK(found({std::to_string(row.sip_code)}) == the_page().by_sip_code(row.sip_code));
    const std::size_t source = row.originator == "Customer"  ? 0
                               : row.originator == "Carrier" ? 1
                                                             : 2;
    CHECK(found({std::to_string(row.sip_code), published::to_lower(row.originator)}) ==
          the_page().of_originator(the_page().by_sip_code(row.sip_code), source));
    CHECK(found({std::to_string(row.sip_code) + ' ' + row.sip_response + ' ' + row.cause}) ==
          found({std::to_string(row.sip_code), row.sip_response, row.cause}));
  }
}

TEST_CASE("keys of every kind") {
  CHECK(found({"user_busy"}) == the_page().by_cause("user_busy"));
  CHECK(found({"USER_BUSY"}) == the_page().by_cause("user_busy"));
  CHECK(found({"User Busy"}) == the_page().by_sip_response("User Busy"));
  CHECK(found({"User", "Busy"}) == the_page().by_sip_response("User Busy"));
  CHECK(found({"503"}) == the_page().by_sip_code(503));
  CHECK(found({"carrier"}) == the_page().by_originator("Carrier"));
  CHECK(found({"0"}) == the_page().by_sip_code(0));
  CHECK(found({"forbidden"}) ==
        either(the_page().by_cause("forbidden"), the_page().by_sip_response("forbidden")));
  const codes unauthorized = the_page().by_cause("call_rejected_unauthorized");
  CHECK(found({"call_rejected_unauthorized"}) ==
        either(unauthorized, {4180}));  // a later code, too
}

TEST_CASE("keys of one kind widen, keys of different kinds narrow") {
  CHECK(found({"4090", "4410"}) == codes{4090, 4410});
  CHECK(found({"4090 4410"}) == codes{4090, 4410});
  CHECK(found({"4410", "4090", "4180"}) == codes{4090, 4180, 4410});
  CHECK(found({"user_busy", "normal_hangup"}) ==
        either(the_page().by_cause("user_busy"), the_page().by_cause("normal_hangup")));
  CHECK(found({"503", "carrier"}) == the_page().of_originator(the_page().by_sip_code(503), 1));
  const codes either_status = either(the_page().by_sip_code(403), the_page().by_sip_code(487));
  CHECK(found({"403", "487", "customer"}) == the_page().of_originator(either_status, 0));
  CHECK(found({"403 487 customer"}) == the_page().of_originator(either_status, 0));
  CHECK(found({"403", "Forbidden"}) ==
        both(the_page().by_sip_code(403),
             either(the_page().by_cause("forbidden"), the_page().by_sip_response("forbidden"))));
  CHECK(
      found({"503", "customer", "Service Unavailable"}) ==
      the_page().of_originator(
          both(the_page().by_sip_code(503), the_page().by_sip_response("Service Unavailable")), 0));
  CHECK(found({"4090", "4410", "486"}) == codes{4410});
}

TEST_CASE("quotes, brackets and punctuation around a key are ignored") {
  const std::vector<std::string> pasted{"4090",
                                        "4090,",
                                        "4090.0",
                                        "\"4090\"",
                                        "(4090)",
                                        " 4090\t",
                                        "4090\r",
                                        "\xEF\xBB\xBF"
                                        "4090",
                                        "'4090'",
                                        "\xE2\x80\x9C"
                                        "4090\xE2\x80\x9D",
                                        "[4090]",
                                        "<4090>",
                                        "4090;",
                                        "\"4090.0\",",
                                        "4090.",
                                        "4090 destination_not_found",
                                        "4090 - Destination Not Found",
                                        "4090,destination_not_found",
                                        "404 Destination Not Found",
                                        "404 - Destination Not Found",
                                        "SIP/2.0 404 Destination Not Found",
                                        "SIP 404 \"Destination Not Found\"",
                                        "sip/2.0 404 destination not found",
                                        "X-ZT-Hangup-Code: 4090",
                                        "x-zt-hangup-code:4090\r",
                                        "hangup_cause_code=4090",
                                        "\"hangup_cause_code\": 4090,",
                                        "hangup_cause_name=destination_not_found",
                                        "  Destination \xC2\xA0 Not  Found "};
  for (const std::string& text : pasted) {
    CAPTURE(text);
    CHECK(found({text}) == codes{4090});
    const outcome line = hangup({"--format=csv", "-"}, text + "\n");
    CHECK(line.status == 0);
    CHECK_THAT(line.out, contains(",No route to destination. "));
    CHECK(std::count(line.out.begin(), line.out.end(), '\n') == 2);
  }
  CHECK(found({"X-ZT-Hangup-Code:", "4090"}) == codes{4090});
  CHECK(found({"SIP/2.0", "404", "Destination", "Not", "Found"}) == codes{4090});
  CHECK(found({"' 4410 '"}) == codes{4410});
  CHECK(found({"486 User Busy"}) ==
        both(the_page().by_sip_code(486), the_page().by_sip_response("User Busy")));
  CHECK(found({"hangup_source: carrier", "503"}) ==
        the_page().of_originator(the_page().by_sip_code(503), 1));
}

TEST_CASE("the command's own lines find their code") {
  for (const auto& row : the_page().rows) {
    CAPTURE(row.code);
    const std::string out = hangup({std::to_string(row.code)}).out;
    CHECK(found({out.substr(0, out.find('\n'))}) == codes{row.code});
  }
}

TEST_CASE("unknown keys find nothing") {
  for (const char* key : {"9999",
                          "04090",
                          "-4090",
                          "+4090",
                          "4090.5",
                          "4090.00",
                          "40 90",
                          "65536",
                          "4294971386",
                          "4090x",
                          "user",
                          "user_busy_extra",
                          "X-ZT-Hangup-Code: 503",
                          "SIP/2.0 4090",
                          "hangup_source: user_busy",
                          "",
                          " ",
                          "()",
                          "4090 nonsense",
                          "X-ZT-Hangup-Code"}) {
    CAPTURE(key);
    const outcome nothing = hangup({"--", key});
    CHECK(nothing.status == 1);
    CHECK(nothing.out == "");
    CHECK_THAT(nothing.err, starts_with("hangup: '"));
  }
  CHECK(hangup({"503", ""}).status == 1);
}

TEST_CASE("a key is suggested within a third of its length") {
  const auto advice = [](const std::string& key) {
    const std::string err = hangup({key}).err;
    return err.substr(err.find('\n') + 1);
  };
  CHECK_THAT(advice("usr_busy"), starts_with("Did you mean 'user_busy'"));
  CHECK_THAT(advice("user_bsy"), contains("'user_busy'"));
  CHECK_THAT(advice("busy_everwhere"), contains("'busy_everywhere'"));
  CHECK_THAT(advice("carrrier"), contains("'Carrier'"));
  CHECK_THAT(advice("503 carrrier"), contains("'Carrier'"));
  CHECK(advice("4091") == "Did you mean '4090'?\n");
  CHECK(advice("nope") == "Try 'hangup --search TEXT'.\n");
  CHECK(advice("zzz") == "Try 'hangup --search TEXT'.\n");
  CHECK(advice("") == "Try 'hangup --search TEXT'.\n");
  CHECK(advice("9999") == "Try 'hangup --list' for all codes, or 'hangup --search TEXT'.\n");
  CHECK(advice(std::string(100000, 'x')) == "Try 'hangup --search TEXT'.\n");
}

TEST_CASE("keys without an entry in common") {
  const outcome none = hangup({"4090", "carrier"});
  CHECK(none.status == 1);
  CHECK(none.out == "");
  CHECK(none.err == "hangup: no entry has '4090' and 'carrier'\n");
  CHECK(hangup({"--format=json", "9999"}).out == "[]\n");
  CHECK(hangup({"--format=csv", "9999"}).out ==
        "code,cause,description,sip_response,sip_code,originator,fixer,retry,next_step\n");
}

TEST_CASE("control characters are printed escaped") {
  CHECK_THAT(hangup({"\x1B"
                     "c\x07"})
                 .err,
             contains("'\\x1bc\\x07'"));
  CHECK_THAT(hangup({"\xC2\x9Bx"}).err, contains("'\\x9bx'"));
  CHECK_THAT(hangup({"\xFF"}).err, contains("'\xEF\xBF\xBD'"));
  const std::string text =
      "{\"hangup_cause_code\": 9999, \"hangup_cause_name\": \"\x1B[31mred\"}\n";
  CHECK_THAT(hangup({"--scan"}, text).out, contains("\\x1b[31mred"));
}
