// SPDX-License-Identifier: BSL-1.0
//
// The program behind tools/hangup.
#include <algorithm>
#include <cctype>
#include <clocale>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>
#include <zentrunk/advice.hpp>
#include <zentrunk/sip.hpp>

#include "catch.hpp"
#include "json.hpp"
#include "process.hpp"
#include "published.hpp"

namespace {

using published::codes;
using published::the_page;
using namespace std::string_literals;

outcome hangup(std::vector<std::string> words, const std::string& input = "") {
  words.insert(words.begin(), ZENTRUNK_HANGUP);
  return run(words, input);
}

// The number at the start of each line after the heading.
codes first_column(const std::string& csv) {
  codes all;
  for (std::size_t line = csv.find('\n') + 1; line < csv.size(); line = csv.find('\n', line) + 1) {
    all.push_back(std::stoll(csv.substr(line)));
  }
  return all;
}

// The codes in the answer of `hangup --format=csv WORDS`, which must have found something.
codes found(std::vector<std::string> words) {
  words.insert(words.begin(), "--format=csv");
  const outcome answer = hangup(words);
  CHECK(answer.status == 0);
  CHECK(answer.err == "");
  return first_column(answer.out);
}

codes both(const codes& a, const codes& b) {
  codes all;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}
codes either(const codes& a, const codes& b) {
  codes all;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}

// What `hangup --scan --format=csv` counts in a text: "COUNT CODE CAUSE" for each code.
std::vector<std::string> scanned(const std::string& text) {
  const outcome answer = hangup({"--scan", "--format=csv"}, text);
  std::vector<std::string> counts;
  std::istringstream lines(answer.out);
  std::string line;
  std::getline(lines, line);
  CHECK(line == "count,share,code,cause,fixer,retry,expected,next_step");
  while (std::getline(lines, line)) {
    std::vector<std::string> fields(4);
    std::istringstream fields_of(line);
    for (std::string& field : fields) std::getline(fields_of, field, ',');
    counts.push_back(fields[0] + ' ' + fields[2] + ' ' + fields[3]);
  }
  CHECK(answer.status == (answer.err.empty() ? 0 : 1));
  return counts;
}
using counts = std::vector<std::string>;

std::string source_file(const std::string& name) {
  return read_text(std::string(ZENTRUNK_TOOLS) + "/lookup/" + name);
}

}  // namespace

// ---- One code, and lists ----

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
    CHECK_THAT(out, contains("\nRetry         " + std::string(to_string(advice.retry))));
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
  CHECK_THAT(hangup({"--format=csv", "4180"}).out, contains(",,,,customer,after fix,"));
  CHECK_THAT(hangup({"4020", "4180"}).out, contains("  -  -           (not published)"));
}

TEST_CASE("several codes are shown as an aligned table") {
  CHECK(hangup({"normal_hangup"}).out ==
        " code  cause          SIP  originator  SIP response         who acts  retry\n"
        " 3000  normal_hangup  200  Carrier     Hangup from Carrier  nobody    no\n"
        " 3010  normal_hangup  200  Customer    Hangup from User     nobody    no\n");
  CHECK_THAT(hangup({"3020", "3030"}).out, contains(" 3020  rtp_timeout                   -  "));
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

// ---- Keys ----

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

// ---- hangup --search ----

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

// ---- hangup - ----

TEST_CASE("hangup - answers each line of standard input") {
  const std::string lines =
      "4090\nUser Busy\n402\r\n\n  \r\n\"4\", 1\n40900\n486 User Busy\nuser_busy";
  const codes busy = the_page().by_sip_response("User Busy");
  const codes busy_486 = both(busy, the_page().by_sip_code(486));
  const outcome table = hangup({"-"}, lines);
  CHECK(table.status == 1);  // some line found nothing
  CHECK(table.err == "");
  const std::string list = hangup({"--list"}).out;
  const auto lines_of = [&](const codes& wanted) {
    std::string all;
    for (const long long code : wanted) {
      const std::size_t begin = list.find("\n " + std::to_string(code)) + 1;
      all += list.substr(begin, list.find('\n', begin) + 1 - begin);
    }
    return all;
  };
  CHECK(table.out == list.substr(0, list.find('\n') + 1) + lines_of({4090}) + lines_of(busy) +
                         lines_of(the_page().by_sip_code(402)) +
                         "not found: '\"4\", 1'\nnot found: '40900'\n" + lines_of(busy_486) +
                         lines_of(the_page().by_cause("user_busy")));

  const std::string all = hangup({"--list", "--format=csv"}).out;
  const auto csv_lines = [&](const std::string& key, const codes& wanted) {
    std::string text;
    for (const long long code : wanted) {
      const std::size_t begin = all.find("\n" + std::to_string(code) + ",") + 1;
      text += key + "," + all.substr(begin, all.find('\n', begin) + 1 - begin);
    }
    return text;
  };
  const outcome csv = hangup({"--format=csv", "-"}, lines);
  CHECK(csv.status == 1);
  CHECK(csv.out == "key," + all.substr(0, all.find('\n') + 1) + csv_lines("4090", {4090}) +
                       csv_lines("User Busy", busy) +
                       csv_lines("402", the_page().by_sip_code(402)) +
                       "\"\"\"4\"\", 1\",,,,,,,,,\n" + "40900,,,,,,,,,\n" +
                       csv_lines("486 User Busy", busy_486) +
                       csv_lines("user_busy", the_page().by_cause("user_busy")));

  const std::string json = hangup({"-", "--format=json"}, "402\nx\"y\n").out;
  CHECK_THAT(json, starts_with("{\"key\": \"402\", \"rows\": [{\"code\": 3030, "));
  CHECK_THAT(json, contains("}, {\"code\": 4030, "));
  CHECK_THAT(json, ends_with("}]}\n{\"key\": \"x\\\"y\", \"rows\": []}\n"));
  CHECK(is_json_lines(json));

  CHECK(hangup({"-"}, "4090\n4410\n").status == 0);
  CHECK(hangup({"-"}, "").status == 0);
  CHECK(hangup({"-"}, "\n\r\n").out == hangup({"-"}, "").out);
}

TEST_CASE("JSON is valid UTF-8, whatever the input") {
  CHECK(hangup({"--format=json", "-"}, "\xFF\n").out ==
        "{\"key\": \"\xEF\xBF\xBD\", \"rows\": []}\n");
  for (const std::string& line :
       {std::string("\xC3"), std::string("\xED\xA0\x80"), std::string("\xF4\x90\x80\x80"),
        std::string("\xC0\x80"), std::string("\xF9\x80\x80\x80"), std::string("a\0b", 3),
        std::string("\x01\x7F\x1B\""), std::string("\xE2\x80\x99 \xF0\x9F\x93\x9E"),
        std::string("\xE2\x28\xA1")}) {
    const std::string out = hangup({"--format=json", "-"}, line + "\n").out;
    CAPTURE(out);
    CHECK(is_json_lines(out));
    CHECK(is_json(hangup({"--scan", "--format=json"},
                         "{\"hangup_cause_code\": 9999, \"hangup_cause_name\": \"" + line + "\"}")
                      .out));
  }
  CHECK_FALSE(is_json("\"\xFF\""));
  CHECK_FALSE(is_json("\"\xED\xA0\x80\""));
  CHECK_FALSE(is_json("[1,]"));
  CHECK_FALSE(is_json("{\"a\": 01}"));
  CHECK_FALSE(is_json("\"\n\""));
  CHECK(is_json("{\"a\": [1, -2.5e3, \"\\u00e9\xC3\xA9\", null, true], \"b\": {}}"));
}

TEST_CASE("UTF-16 is rejected") {
  using namespace std::string_literals;
  for (const std::string& text : {"\xFF\xFE"
                                  "4\0"
                                  "0\0"
                                  "9\0"
                                  "0\0\n\0"s,
                                  "\xFE\xFF\0"
                                  "4\0"
                                  "0\0"
                                  "9\0"
                                  "0\0\n"s,
                                  "4\0"
                                  "0\0"
                                  "9\0"
                                  "0\0\n\0"s}) {
    for (const char* what : {"-", "--scan"}) {
      const outcome rejected = hangup({what}, text);
      CHECK(rejected.status == 2);
      CHECK(rejected.err ==
            "hangup: standard input: UTF-16 text; convert it first: iconv -f UTF-16 -t UTF-8\n");
    }
  }
}

TEST_CASE("hangup - combines with other keys") {
  const std::string out = hangup({"--format=csv", "carrier", "-"}, "402\n4090\n487\n").out;
  CHECK_THAT(out, contains("\n402,,,,,,,,,\n4090,,,,,,,,,\n487,4420,"));
  CHECK(std::count(out.begin(), out.end(), '\n') == 4);
}

TEST_CASE("hangup - answers before it reads the next line") {
  const scratch_directory scratch;
  // Writes each key after the answer to the one before; waits at most 60 s for it.
  const outcome talk = run({"sh", "-c", R"(
    cd "$0" && mkfifo in || exit 2
    "$1" - < in > out &
    exec 3> in
    answered() { for i in $(seq 600); do grep -q " $1 " out && return; sleep 0.1; done; exit 1; }
    echo 4090 >&3; answered destination_not_found
    echo 4410 >&3; answered user_busy
    exec 3>&-; wait)",
                            scratch.path(""), ZENTRUNK_HANGUP});
  CHECK(talk.status == 0);
  CHECK(talk.err == "");
}

// ---- hangup --scan ----

namespace {

std::string message(const std::string& code, const std::string& end = "\r\n") {
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

// Each line with something before and after it.
std::string framed(const std::string& text, const std::string& before, const std::string& after) {
  std::string result;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    result.append(before).append(line).append(after).append(1, '\n');
  }
  return result;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
  return text;
}

}  // namespace

TEST_CASE("hangup --scan counts the same in every kind of text") {
  const std::string both = message("4090") + message("9999");
  const std::string json_record =
      R"({"call_uuid": "0", "hangup_cause_code": 4090, "hangup_source": "zentrunk"})";
  const std::string records = json_record + '\n' + replaced(json_record, "4090", "9999") + '\n';
  const std::string quoted_records =
      replaced(replaced(records, "4090", "\"4090\""), "9999", "\"9999\"");
  const std::string csv =
      "call_uuid,hangup_cause_code,hangup_source\n0,4090,zentrunk\n0,9999,carrier\n";
  const std::vector<std::pair<const char*, std::string>> texts{
      {"SIP messages", both},
      {"SIP messages with bare line feeds", replaced(both, "\r", "")},
      {"an indented paste", framed(both, "    ", "")},
      {"a paste indented by tabs", framed(both, "\t", "\r")},
      {"quoted mail", framed(both, "> ", "")},
      {"a dialog whose second message has the field",
       "INVITE sip:b@example.com SIP/2.0\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n" + both},
      {"messages with bodies",
       "INVITE sip:b@example.com SIP/2.0\r\nContent-Type: application/sdp\r\nContent-Length: 5\r\n"
       "\r\nv=0\r\n" +
           both},
      {"messages with bodies of unknown length",
       "INVITE sip:b@example.com SIP/2.0\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n" + both},
      {"folded fields", replaced(both, "Code: ", "Code:\r\n ")},
      {"lower-case fields", replaced(both, "X-ZT-Hangup-Code:", "x-zt-hangup-code :")},
      {"ngrep -W byline", "U 2026/11/01 12:00:00.000000 192.0.2.1:5060 -> 192.0.2.4:5060 #1\n" +
                              framed(both, "", ".")},
      {"ngrep", "U 192.0.2.1:5060 -> 192.0.2.4:5060\n  " + replaced(message("4090"), "\r\n", "..") +
                    "\n#\nU 192.0.2.1:5060 -> 192.0.2.4:5060\n  " +
                    replaced(message("9999"), "\r\n", "..") + "\n"},
      {"sngrep", "2026/11/01 12:00:00.000000 192.0.2.1:5060 -> 192.0.2.4:5060\n" + message("4090") +
                     "\n2026/11/01 12:00:01.000000 192.0.2.1:5060 -> 192.0.2.4:5060\n" +
                     message("9999") + "\n"},
      {"syslog, a line for each", framed(both, "Nov  1 12:00:00 sbc kamailio[7]: INFO: ", "")},
      {"syslog with octal escapes",
       "Nov  1 12:00:00 sbc app[7]: recv: " + replaced(message("4090"), "\r\n", "#015#012") +
           "\nNov  1 12:00:01 sbc app[7]: recv: " + replaced(message("9999"), "\r\n", "#015#012") +
           "\n"},
      {"a log with escaped line ends", "[7] got '" + replaced(message("4090"), "\r\n", "\\r\\n") +
                                           "'\n[7] got '" +
                                           replaced(message("9999"), "\r\n", "\\r\\n") + "'\n"},
      {"FreeSWITCH's sip trace",
       "recv 300 bytes from udp/[192.0.2.1]:5060 at 12:00:00.000000:\n   ---------------\n" +
           framed(both, "   ", "") + "   ---------------\n"},
      {"FreeSWITCH's variables",
       "2026-11-01 12:00:00.0 [INFO] mod_dptools.c:1 CHANNEL_DATA:\n"
       "variable_sip_h_X-ZT-Hangup-Code: [4090]\n"
       "2026-11-01 12:00:00.0 [DEBUG] switch_core.c:1 SET [sip_bye_h_X-ZT-Hangup-Code]=[9999]\n"},
      {"Asterisk's pjsip logger",
       "<--- Received SIP request (300 bytes) from UDP:192.0.2.1:5060 --->\n" + message("4090") +
           "\n<--- Received SIP request (300 bytes) from UDP:192.0.2.1:5060 --->\n" +
           message("9999") + "\n"},
      {"Asterisk's verbose log",
       "[Nov  1 12:00:00] VERBOSE[7][C-1] pbx.c: Executing NoOp(\"x\", \"X-ZT-Hangup-Code: "
       "4090\")\n"
       "[Nov  1 12:00:00] VERBOSE[7][C-1] pbx.c: PJSIP_HEADER(read,X-ZT-Hangup-Code)=9999\n"},
      {"JSON lines", records},
      {"JSON lines with quotes", quoted_records},
      {"JSON lines without blanks", replaced(records, ": ", ":")},
      {"JSON with fractions", replaced(replaced(records, "4090", "4090.0"), "9999", "9999.0")},
      {"JSON in one line", "[" + replaced(records, "\n", ",") + "{}]"},
      {"JSON in many lines", replaced(records, ", ", ",\n  ")},
      {"JSON in strings", framed(replaced(records, "\"", "\\\""), "{\"message\": \"", "\"}")},
      {"JSON in strings in strings",
       framed(replaced(quoted_records, "\"", "\\\\\\\""), "{\"message\": \"", "\"}")},
      {"Python", replaced(records, "\"", "'")},
      {"key=value",
       "level=info call=0 hangup_cause_code=4090 hangup_source=zentrunk\n"
       "level=info call=0 hangup_cause_code=\"9999\" hangup_source=carrier\n"},
      {"XML",
       "<call><hangup_cause_code>4090</hangup_cause_code></call>\n"
       "<call><hangup_cause_code>9999</hangup_cause_code></call>\n"},
      {"CSV", csv},
      {"CSV without a last line end", csv.substr(0, csv.size() - 1)},
      {"CSV with CR LF and a byte order mark", "\xEF\xBB\xBF" + replaced(csv, "\n", "\r\n")},
      {"CSV with semicolons", replaced(csv, ",", ";")},
      {"TSV", replaced(csv, ",", "\t")},
      {"CSV with quotes",
       replaced("\"" + replaced(csv.substr(0, csv.size() - 1), ",", "\",\""), "\n", "\"\n\"") +
           "\"\n"},
      {"CSV with the column at the end",
       "a,hangup_cause_code\n\"x, \"\"y\"\"\n hangup_cause_code: 3000\",4090\n,9999.0\n"},
      {"CSV with one column", "hangup_cause_code\n4090\n9999\n"},
      {"CSV with a hint for spreadsheets", "sep=;\n" + replaced(csv, ",", ";")},
      {"CSV after empty lines", "\r\n\n" + csv}};
  for (const auto& [name, text] : texts) {
    CAPTURE(name);
    CHECK(scanned(text) == counts{"1 4090 destination_not_found", "1 9999 "});
    CHECK(is_json(hangup({"--scan", "--format=json"}, text).out));
    CHECK(hangup({"--scan"}, text).out == hangup({"--scan"}, both).out);
  }
}

TEST_CASE("hangup --scan names unknown codes as their records do") {
  const counts wanted{"1 9999 new_cause"};
  CHECK(scanned(R"({"hangup_cause_name": "new_cause", "hangup_cause_code": 9999})") == wanted);
  CHECK(
      scanned(R"({"hangup_cause_code": 9999, "x": {"y": 1}, "hangup_cause_name": "new_cause"})") ==
      wanted);
  CHECK(
      scanned(R"({"hangup_cause_name": "new_cause", "x": {"y": 1}, "hangup_cause_code": 9999})") ==
      wanted);
  CHECK(scanned(R"([{"hangup_cause_code": 9999}, {"hangup_cause_name": "other"}])") ==
        counts{"1 9999 "});
  CHECK(
      scanned(R"({"m": "{\"hangup_cause_code\": 9999, \"hangup_cause_name\": \"new_cause\"}"})") ==
      wanted);
  CHECK(scanned("{\n  \"hangup_cause_code\": 9999,\n  \"hangup_cause_name\": \"new_cause\"\n}\n") ==
        wanted);
  CHECK(scanned("hangup_cause_code=9999 hangup_cause_name=new_cause x=1\n") == wanted);
  CHECK(scanned("hangup_cause_name,hangup_cause_code\nnew_cause,9999\n") == wanted);
  CHECK(scanned("hangup_cause_name=a\nhangup_cause_code=9999\nhangup_cause_name=b\n") ==
        counts{"1 9999 "});
  CHECK_THAT(hangup({"--scan"}, "hangup_cause_code=9999 hangup_cause_name=new_cause\n").out,
             contains("unknown: new_cause"));
}

TEST_CASE("hangup --scan counts records without a code") {
  const counts wanted{"1 4090 destination_not_found", "2  "};
  CHECK(scanned("hangup_cause_code,x\n,1\n4090,2\nnull,3\n\n") == wanted);
  CHECK(scanned("x,hangup_cause_code\n1\n2,4090\n3,\"\"\n") == wanted);
  CHECK(scanned("hangup_cause_code\n\"\"\n4090\n\r\nNaN\n") == wanted);
  CHECK(scanned("{\"hangup_cause_code\": null}\n{\"hangup_cause_code\":4090}\n"
                "{\"hangup_cause_code\": \"\"}\n") == wanted);
  CHECK(scanned("{\"call_uuid\": \"0\", \"hangup_cause_code\": 4090}\n{\"call_uuid\": \"1\"}\n"
                "{\"hangup_source\": \"carrier\"}\n{\"x\": 1}\n") == wanted);
  CHECK(scanned("hangup_cause_code= x=1\nhangup_cause_code=4090\nhangup_cause_code=\"\"\n") ==
        wanted);
  CHECK(scanned(message("4090") + message("") + message("")) == wanted);
  CHECK_THAT(hangup({"--scan"}, "hangup_cause_code,x\n,1\n4090,2\n").out,
             contains("\n1 record without a code\n"));
  CHECK_THAT(hangup({"--scan", "--format=json"}, "hangup_cause_code,x\n,1\n4090,2\n").out,
             starts_with("{\"with_code\": 1, \"without_code\": 1, "));
}

TEST_CASE("hangup --scan finds no code in other text") {
  for (const char* text :
       {"4090\n", "code: 4090\n", "X-ZT-Hangup-Codes: 4090\n", "X-X-ZT-Hangup-Code: 4090\n",
        "X-ZT-Hangup-Code-Text: 4090\n", "X-ZT-Hangup-Code 4090\n", "old_hangup_cause_code=4090\n",
        "hangup_cause_codes=4090\n", "The field X-ZT-Hangup-Code: see the page.\n",
        "\"hangup_cause_code\": {\"x\": 1}\n", "hangup_cause_code,\n", "", "\n"}) {
    CAPTURE(text);
    const outcome nothing = hangup({"--scan"}, text);
    CHECK(nothing.status == 1);
    CHECK(nothing.out == "");
    CHECK(nothing.err == "hangup: no hangup code found\n");
  }
  CHECK(scanned("hangup_cause_code=65536\nhangup_cause_code=-4090\nhangup_cause_code=04090\n"
                "hangup_cause_code=4090.5\nhangup_cause_code=4090abc\n") ==
        counts{"1 -4090 ", "1 04090 ", "1 4090.5 ", "1 4090abc ", "1 65536 "});
}

TEST_CASE("hangup --scan knows the later codes") {
  CHECK(scanned("hangup_cause_code=4180\nhangup_cause_code=4650\n") ==
        counts{"1 4180 call_rejected_unauthorized", "1 4650 "});
}

TEST_CASE("hangup --scan reads a SIP message as the library does") {
  for (const auto& file : std::filesystem::directory_iterator(ZENTRUNK_MESSAGES)) {
    if (file.path().extension() != ".sip") continue;
    const std::string name = file.path().filename().string();
    CAPTURE(name);
    // Not well-formed, or more than one message.
    if (name == "carriage_returns_alone.0.sip" || name == "in_the_start_line.0.sip" ||
        name == "names_alike.4090.sip" || name == "first_message_in_the_stream.4090.sip" ||
        name == "next_message_in_the_stream.0.sip") {
      continue;
    }
    const std::string text = read_text(file.path().string());
    const auto* row = zentrunk::hangup::from_sip_message(text);
    if (row != nullptr) {
      CHECK(scanned(text) ==
            counts{"1 " + std::to_string(row->code) + ' ' + std::string(row->cause)});
    } else {
      CHECK_THAT(hangup({"--scan", "--format=json"}, text).out, !contains("\"fixer\": \""));
    }
  }
}

TEST_CASE("hangup --scan prints a summary, the most frequent code first") {
  std::string text = "hangup_cause_code\n";
  for (const auto& [code, count] : std::vector<std::pair<const char*, int>>{
           {"4090", 3}, {"3000", 12}, {"9999", 1}, {"4410", 4}}) {
    for (int i = 0; i < count; ++i) text += std::string(code) + '\n';
  }
  const outcome answer = hangup({"--scan"}, text);
  CHECK(answer.status == 0);
  CHECK_THAT(answer.out,
             starts_with("count  share          code  cause                  who acts  retry\n"
                         "   12  60.0%  ######  3000  normal_hangup          nobody    no\n"
                         "    4  20.0%  ##      4410  user_busy              callee    later\n"
                         "    3  15.0%  ##      4090  destination_not_found  customer  after fix\n"
                         "    1   5.0%  #       9999  unknown                -         -\n"
                         "\n"
                         "4090  On outbound calls, check the number, "));
  CHECK_THAT(answer.out, !contains("\n3000") && !contains("\n9999"));
  CHECK_THAT(hangup({"--scan", "--format=csv"}, text).out,
             starts_with("count,share,code,cause,fixer,retry,expected,next_step\n"
                         "12,0.600000,3000,normal_hangup,nobody,no,yes,"));
  CHECK_THAT(hangup({"--scan", "--format=json"}, text).out,
             starts_with("{\"with_code\": 20, \"without_code\": 0, \"other_unknown\": 0, "
                         "\"codes\": [\n  {\"count\": 12, \"share\": 0.600000, \"code\": 3000, "
                         "\"cause\": \"normal_hangup\", \"fixer\": \"nobody\", \"retry\": \"no\", "
                         "\"expected\": true, \"next_step\": "));
}

TEST_CASE("hangup --scan reads files, and goes on after one that it cannot read") {
  const scratch_directory scratch;
  write_text(scratch.path("a.csv"), "hangup_cause_code\n4090\n");
  write_text(scratch.path("b.log"), message("4090"));
  const outcome both =
      hangup({"--scan", "--format=csv", scratch.path("a.csv"), scratch.path("b.log")});
  CHECK(both.status == 0);
  CHECK_THAT(both.out, contains("\n2,1.000000,4090,"));
  CHECK(hangup({"--scan", "--format=csv", scratch.path("a.csv"), "-"}, message("4090")).out ==
        both.out);

  const outcome trouble = hangup({"--scan", "--format=csv", scratch.path("none"),
                                  scratch.path("a.csv"), scratch.path(""), scratch.path("b.log")});
  CHECK(trouble.status == 2);
  CHECK(trouble.out == both.out);
  CHECK(trouble.err == "hangup: " + scratch.path("none") + ": No such file or directory\n" +
                           "hangup: " + scratch.path("") + ": Is a directory\n");
}

TEST_CASE("hangup --scan reads lines of any length") {
  const std::string padding(600'000, 'x');
  for (const std::size_t before : {std::size_t{0}, std::size_t{4000}, std::size_t{250'000},
                                   std::size_t{258'000}, std::size_t{262'130}, padding.size()}) {
    CAPTURE(before);
    const std::string pad = padding.substr(0, before);
    CHECK(scanned("{\"x\": \"" + pad + "\", \"hangup_cause_code\": 4090, \"y\": \"" + padding +
                  "\", \"hangup_cause_code\": 4090}\n" + message("4410")) ==
          counts{"2 4090 destination_not_found", "1 4410 user_busy"});
    CHECK(scanned("x,hangup_cause_code,y\n" + pad + ",4090,\"" + padding + "\"\n" + pad +
                  ",4410,\n") == counts{"1 4090 destination_not_found", "1 4410 user_busy"});
  }
}

TEST_CASE("hangup --scan finds names wherever its buffer ends") {
  const std::string names = "hangup_cause_code=4090 X-ZT-Hangup-Code: 4410;";
  const std::string others = "old_hangup_cause_code=4090 X-X-ZT-Hangup-Code: 4410;";
  for (std::size_t before = 0; before < others.size(); ++before) {
    CAPTURE(before);
    std::string text(before, 'y'), without = text;
    std::size_t wanted = 0;
    for (; text.size() < 300'000; ++wanted) text += names;
    while (without.size() < 300'000) without += others;
    const std::string times = std::to_string(wanted);
    // The first name follows a letter, unless it begins the text.
    const std::string first = std::to_string(before == 0 ? wanted : wanted - 1);
    counts all{first + " 4090 destination_not_found", times + " 4410 user_busy"};
    if (before > 0) std::swap(all[0], all[1]);
    CHECK(scanned(text) == all);
    CHECK(scanned(without).empty());
  }
}

TEST_CASE("hangup --scan lists at most 1,000 unknown codes") {
  std::string text = "hangup_cause_code\n";
  for (int code = 10000; code < 13000; ++code) text += std::to_string(code) + '\n';
  const outcome answer = hangup({"--scan", "--format=csv"}, text);
  CHECK(std::count(answer.out.begin(), answer.out.end(), '\n') == 1 + 1000 + 1);
  CHECK_THAT(answer.out, contains("\n2000,,other,"));
  CHECK_THAT(hangup({"--scan"}, text).out, contains("\n2000 more with other unknown codes\n"));
}

TEST_CASE("hangup --scan prints its result so far after Ctrl-C") {
  const scratch_directory scratch;
  std::string text;
  while (text.size() < 300'000) text += "hangup_cause_code=4090\n";
  text += "hangup_cause_code=40";  // a part of a line does not count
  write_text(scratch.path("text"), text);
  // A pipe holds 64 KiB: when everything is written, most of it has been read.
  const outcome stopped = run({"sh", "-c", R"(
    cd "$0" && mkfifo in || exit 2
    "$1" --scan < in &
    exec 3> in
    cat text >&3
    sleep 1
    kill -INT $! && wait $!)",
                               scratch.path(""), ZENTRUNK_HANGUP});
  CHECK(stopped.status == 130);
  CHECK_THAT(stopped.out, contains(" 100.0%  ##########  4090  destination_not_found") &&
                              !contains("unknown") && !contains("without"));
}

// ---- The terminal ----

TEST_CASE("output fits the width of COLUMNS, else the terminal's, else 80 columns") {
  const scratch_directory scratch;  // whose name, unlike the tree's, has no space
  std::filesystem::copy(ZENTRUNK_TERMINAL, scratch.path("terminal.so"));
  const std::string terminal = "LD_PRELOAD=" + scratch.path("terminal.so");
  const auto widest = [](const std::string& text) {
    std::size_t width = 0, most = 0;
    for (const char c : text) {
      if (c == '\n') width = 0;
      if (c != '\n' && (static_cast<unsigned char>(c) & 0xC0) != 0x80)
        most = std::max(most, ++width);
    }
    return most;
  };
  const std::string text =
      "hangup_cause_code,hangup_cause_name\n4090,\n9999," + std::string(60, 'x') + "\n5320,\n";
  for (const std::size_t width : {40U, 55U, 80U, 100U, 140U}) {
    CAPTURE(width);
    const std::string columns = "COLUMNS=" + std::to_string(width);
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"4090"}, {"4180"}, {"--list"}, {"--search", "the"}, {"503"}, {"--scan"}}) {
      std::vector<std::string> all{ZENTRUNK_HANGUP};
      all.insert(all.end(), words.begin(), words.end());
      const std::string out = run(all, text, {columns}).out;
      CAPTURE(out);
      CHECK(widest(out) <= width);
      const std::string on_terminal = "TERMINAL_COLUMNS=" + std::to_string(width);
      CHECK(run(all, text, {"NO_COLOR=1", terminal, on_terminal}).out == out);
      CHECK(run(all, text, {"NO_COLOR=1", terminal, on_terminal, "COLUMNS=80"}).out ==
            run(all, text).out);
    }
  }
  CHECK(run({ZENTRUNK_HANGUP, "4090"}, "", {"COLUMNS=no"}).out == hangup({"4090"}).out);
  CHECK(run({ZENTRUNK_HANGUP, "4090"}, "", {"COLUMNS=0"}).out == hangup({"4090"}).out);
  const std::string wide = run({ZENTRUNK_HANGUP, "--list"}, "", {"COLUMNS=200"}).out;
  CHECK_THAT(wide, contains("  who acts  retry\n"));
  CHECK_THAT(hangup({"--list"}).out, !contains("who acts"));
}

TEST_CASE("bold on a terminal only, never with NO_COLOR or TERM=dumb") {
  const scratch_directory scratch;
  std::filesystem::copy(ZENTRUNK_TERMINAL, scratch.path("terminal.so"));
  const std::string on_a_terminal = "LD_PRELOAD=" + scratch.path("terminal.so");
  const auto show = [](const std::vector<std::string>& environment) {
    return run({ZENTRUNK_HANGUP, "4090"}, "", environment).out;
  };
  CHECK_THAT(show({on_a_terminal, "TERM=xterm"}),
             starts_with("\x1B[1m4090\x1B[0m \x1B[1mdestination_not_found\x1B[0m\n"));
  CHECK_THAT(show({on_a_terminal, "TERM=xterm", "NO_COLOR="}), contains("\x1B"));  // no-color.org
  CHECK_THAT(show({on_a_terminal, "TERM=xterm", "NO_COLOR=1"}), !contains("\x1B"));
  CHECK_THAT(show({on_a_terminal, "TERM=dumb"}), !contains("\x1B"));
  CHECK_THAT(show({}), !contains("\x1B"));
  const auto search = [&](const std::string& text) {
    return run({ZENTRUNK_HANGUP, "--search", text}, "", {on_a_terminal, "TERM=xterm"}).out;
  };
  CHECK_THAT(search("user's PBX"), contains("\x1B[1muser\xE2\x80\x99s\x1B[0m \x1B[1mPBX.\x1B[0m"));
  CHECK_THAT(search("timeout"), contains("\x1B[1mrequest_timeout_carrier\x1B[0m"));
}

TEST_CASE("progress is shown on a terminal only") {
  const scratch_directory scratch;
  std::filesystem::copy(ZENTRUNK_TERMINAL, scratch.path("terminal.so"));
  const auto slow = [&](const std::vector<std::string>& environment) {
    return run({"sh", "-c", "{ echo hangup_cause_code=4090; sleep 0.3; echo; } | \"$0\" --scan",
                ZENTRUNK_HANGUP},
               "", environment);
  };
  const outcome shown = slow({"LD_PRELOAD=" + scratch.path("terminal.so"), "TERMINAL_ERRORS=1"});
  CHECK_THAT(shown.err, starts_with("\r0 MB") && ends_with("\r"));
  const outcome quiet = slow({});
  CHECK(quiet.err == "");
  CHECK_THAT(quiet.out, contains("4090"));
}

// ---- Usage and errors ----

TEST_CASE("unreadable standard input exits 2") {
  for (const char* what : {"-", "--scan"}) {
    const outcome unreadable = run({"sh", "-c", "\"$0\" \"$1\" < /", ZENTRUNK_HANGUP, what});
    CHECK(unreadable.status == 2);
    CHECK_THAT(unreadable.err, contains("standard input: Is a directory"));
  }
}

TEST_CASE("hangup ends silently if its reader has closed the pipe") {
  const auto list_to_nobody = [](const std::string& before) {
    return run({"sh", "-c",
                before + "{ sleep 0.2; \"$0\" --list; echo $? >&2; } | :", ZENTRUNK_HANGUP})
        .err;
  };
  CHECK(list_to_nobody("") == std::to_string(128 + SIGPIPE) + "\n");
  CHECK(list_to_nobody("trap '' PIPE; ") == "hangup: standard output: Broken pipe\n2\n");
}

TEST_CASE("hangup without a terminal, and with closed standard streams") {
  const std::string plain = hangup({"4090"}).out;
  CHECK(run({"setsid", "-w", ZENTRUNK_HANGUP, "4090"}).out == plain);
  CHECK(run({"sh", "-c", "'" ZENTRUNK_HANGUP "' 4090 <&- 2>&-"}).out == plain);
  const outcome no_input = run({"sh", "-c", "'" ZENTRUNK_HANGUP "' --scan <&-"});
  CHECK(no_input.status == 2);
  CHECK(no_input.err == "hangup: standard input: Bad file descriptor\n");
}

TEST_CASE("hangup with huge arguments and a huge message") {
  const std::string huge(131000, 'x');  // Linux allows 131,071 characters in an argument
  CHECK(run({"sh", "-c", "a=$(printf '%0130000d' 0); \"$1\" $a $a $a", "sh", ZENTRUNK_HANGUP})
            .status == 1);
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {huge}, {"--search", huge}, {"--format=" + huge, "1"}, {"--" + huge}, {"-" + huge}}) {
    const scratch_directory scratch;
    std::vector<std::string> all{ZENTRUNK_HANGUP};
    all.insert(all.end(), words.begin(), words.end());
    const int status = end_of(start(all));
    CHECK((status == 1 || status == 2));
  }
  const std::string message =
      "BYE sip:a SIP/2.0\r\nSubject: " + std::string(std::size_t{1} << 24, 'x') +
      "\r\nX-ZT-Hangup-Code: 4090\r\n\r\n";
  CHECK_THAT(run({ZENTRUNK_HANGUP, "--scan", "--format=csv"}, message).out,
             contains("\n1,1.000000,4090,destination_not_found,"));
}

TEST_CASE("hangup --keys prints every key, and each finds a code") {
  std::set<std::string> known;
  for (const auto& row : the_page().rows) {
    known.insert({std::to_string(row.code), std::to_string(row.sip_code), row.cause,
                  row.sip_response, row.originator});
  }
  known.insert({"4180", "4200", "4650", "6020", "dno_caller_id", "does_not_exist_anywhere"});
  std::string wanted;
  for (const std::string& key : known) wanted += key + '\n';
  const outcome keys = hangup({"--keys"});
  CHECK(keys.status == 0);
  CHECK(keys.out == wanted);
  CHECK(hangup({"-"}, keys.out).status == 0);
}

TEST_CASE("the command's messages begin with the name that it was called by") {
  const scratch_directory scratch;
  std::filesystem::create_symlink(ZENTRUNK_HANGUP, scratch.path("zentrunk-hangup"));
  const std::string installed = scratch.path("zentrunk-hangup");
  CHECK_THAT(run({installed, "--help"}).out, starts_with("usage: zentrunk-hangup ["));
  CHECK_THAT(run({installed, "--help"}).out, !contains(" hangup [") && !contains("  hangup "));
  CHECK_THAT(run({installed, "--version"}).out, starts_with("zentrunk-hangup "));
  CHECK_THAT(run({installed, "9999"}).err, starts_with("zentrunk-hangup: '9999' is not "));
  CHECK_THAT(run({installed, "--bogus"}).err, contains("Try 'zentrunk-hangup --help'.\n"));
}

TEST_CASE("wrong usage exits 2 with a message") {
  for (const auto& [words, message] : std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{}, "missing key"},
           {{"--frmat=csv"}, "unknown option '--frmat=csv'"},
           {{"4090", "--bogus=1"}, "unknown option '--bogus=1'"},
           {{"-x"}, "unknown option '-x'"},
           {{"-4090"}, "unknown option '-4090'"},
           {{"4090", "-xyz"}, "unknown option '-xyz'"},
           {{"--sip"}, "unknown option '--sip'"},
           {{"--format=xml", "4090"}, "unknown format 'xml': use table, csv or json"},
           {{"--format"}, "option '--format' needs a value"},
           {{"--search"}, "option '--search' needs a value"},
           {{"--search="}, "no text to search for"},
           {{"--search", " "}, "no text to search for"},
           {{"--list", "x"}, "unexpected argument 'x'"},
           {{"--keys", "-"}, "unexpected argument '-'"},
           {{"--list", "--scan"}, "cannot combine '--scan' with '--list'"},
           {{"--list", "--search", "a"}, "cannot combine '--search' with '--list'"}}) {
    CAPTURE(message);
    const outcome wrong = hangup(words);
    CHECK(wrong.status == 2);
    CHECK(wrong.out == "");
    CHECK(wrong.err == "hangup: " + message + "\nTry 'hangup --help'.\n");
  }
  CHECK(hangup({"4090", "--format=json"}).out == hangup({"--format=json", "4090"}).out);
}

TEST_CASE("hangup --help, -h and --version") {
  const outcome help = hangup({"--help"});
  CHECK(help.status == 0);
  CHECK_THAT(help.out, starts_with("usage: hangup") && contains("one object per line"));
  CHECK(hangup({"-h"}).out == help.out);
  const outcome version = hangup({"--version"});
  CHECK(version.status == 0);
  std::ostringstream wanted;
  wanted << "hangup " << ZENTRUNK_VERSION_MAJOR << '.' << ZENTRUNK_VERSION_MINOR << '.'
         << ZENTRUNK_VERSION_PATCH << '\n';
  CHECK(version.out == wanted.str());
}

TEST_CASE("every example in --help and in the manual page works") {
  const scratch_directory scratch;
  std::filesystem::create_symlink(ZENTRUNK_HANGUP, scratch.path("zentrunk-hangup"));
  write_text(scratch.path("calls.csv"), "call_uuid,hangup_cause_code\n0,4090\n1,4410\n");
  write_text(scratch.path("codes.txt"), "4090\n4410\n");
  write_text(scratch.path("sip.log"), message("4090"));
  const std::string help = run({scratch.path("zentrunk-hangup"), "--help"}).out;
  const std::string page = replaced(source_file("zentrunk-hangup.1.in"), "\\-", "-");
  const auto part = [](const std::string& text, const std::string& begin, const std::string& end) {
    const std::size_t at = text.find(begin) + begin.size();
    return text.substr(at, text.find(end, at) - at);
  };
  for (const std::string& examples :
       {part(help, "Examples:\n", "\n\n"), part(page, ".EX\n", "\n.EE")}) {
    std::istringstream lines(examples);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
      CAPTURE(line);
      line.resize(std::min(line.size(), line.find("   ", 2)));  // without an explanation
      const outcome answer =
          run({"sh", "-c", "cd \"$0\" && PATH=.:$PATH && " + line, scratch.path("")});
      CHECK(answer.status == 0);
      CHECK(answer.err == "");
      CHECK(answer.out != "");
    }
    CHECK(count >= 6);
  }
}

TEST_CASE("the manual page and the completions have every option of --help") {
  const std::string help = hangup({"--help"}).out;
  for (std::size_t at = help.find("\n  --"); at != help.npos; at = help.find("\n  --", at + 1)) {
    const std::string option = help.substr(at + 3, help.find_first_of(" =", at + 3) - at - 3);
    CAPTURE(option);
    CHECK_THAT(replaced(source_file("zentrunk-hangup.1.in"), "\\-", "-"), contains(option));
    CHECK_THAT(source_file("zentrunk-hangup.bash"), contains(option));
    CHECK_THAT(source_file("zentrunk-hangup.zsh"), contains(option));
    CHECK_THAT(source_file("zentrunk-hangup.fish"), contains("-l " + option.substr(2) + " "));
  }
}

TEST_CASE("the script tools/hangup answers like the program, from anywhere") {
  const outcome answer = run({"sh", "-c", "cd / && '" ZENTRUNK_TOOLS "/hangup' 4090"});
  CHECK(answer.status == 0);
  CHECK(answer.out == hangup({"4090"}).out);

  const scratch_directory scratch;
  std::filesystem::create_symlink(ZENTRUNK_TOOLS "/hangup", scratch.path("hangup"));
  const outcome nothing = run({scratch.path("hangup"), "9999"});
  CHECK(nothing.status == 1);
  CHECK(nothing.out == "");
  CHECK_THAT(nothing.err, starts_with("hangup: '9999' is not "));
}

TEST_CASE("a write error exits 2") {
  const std::string command = "'" ZENTRUNK_HANGUP "' ";
  const auto shell = [&](const std::string& words) { return run({"sh", "-c", command + words}); };
  for (const std::string words : {"--list", "4090", "--help", "--keys"}) {
    CAPTURE(words);
    const outcome full = shell(words + " > /dev/full");
    CHECK(full.status == 2);
    CHECK(full.err == "hangup: standard output: No space left on device\n");
    const outcome closed = shell(words + " >&-");
    CHECK(closed.status == 2);
    CHECK(closed.err == "hangup: standard output: Bad file descriptor\n");
  }
  const std::string scan = "printf 'hangup_cause_code=4090' | " + command + "--scan ";
  CHECK(run({"sh", "-c", scan + "> /dev/full"}).err ==
        "hangup: standard output: No space left on device\n");
  CHECK(run({"sh", "-c", scan + ">&-"}).status == 2);
  CHECK(shell("4090 | head -n 1").out == "4090 destination_not_found\n");
  CHECK(shell("4090 | head -n 1").err == "");
  CHECK(shell("--list > /dev/full 2> /dev/full").status == 2);
  CHECK(shell("9999 2> /dev/full").status == 1);
  CHECK(shell("9999 2>&-").status == 1);
  CHECK(shell("--bogus 2>&-").status == 2);
}

// ---- Locales ----

TEST_CASE("hangup and the generator in any locale") {
  std::vector<std::vector<std::string>> locales{{"LC_ALL=C"}, {"LC_ALL=nonesuch"}};
#ifdef ZENTRUNK_LOCALES
  locales.push_back({"LC_ALL=tr_TR.UTF-8", "LOCPATH=" ZENTRUNK_LOCALES});
#endif
  const std::vector<std::vector<std::string>> questions{
      {"--list"},         {"URI_INVALID"},          {"invalid uri"},          {"INVALID URI"},
      {"CARRIER", "503"}, {"--search", "MID-CALL"}, {"--search", "\xC4\xB0"},  // dotted I
      {"URI_INVALIT"}};
  for (const auto& locale : locales) {
    CAPTURE(locale.front());
    for (const auto& question : questions) {
      CAPTURE(question.front());
      std::vector<std::string> words{ZENTRUNK_HANGUP};
      words.insert(words.end(), question.begin(), question.end());
      const outcome wanted = run(words, "", {"LC_ALL=C.UTF-8"});
      const outcome answer = run(words, "", locale);
      CHECK(answer.status == wanted.status);
      CHECK(answer.out == wanted.out);
      CHECK(answer.err == wanted.err);
    }
    const std::string headers = std::filesystem::path(ZENTRUNK_HEADER).parent_path().string();
    CHECK(run({ZENTRUNK_GENERATE, "--check", ZENTRUNK_DATA_DIR, headers}, "", locale).status == 0);
  }
}

// In Turkish, I is not the capital letter of i.
#ifdef ZENTRUNK_LOCALES
TEST_CASE("lookups in a program with a Turkish locale") {
  setenv("LOCPATH", ZENTRUNK_LOCALES, 1);
  REQUIRE(std::setlocale(LC_ALL, "tr_TR.UTF-8") != nullptr);
  CHECK(std::tolower('I') != 'i');
  for (const published::row& row : published::the_page().rows) {
    std::string cause = row.cause, phrase = row.sip_response;
    std::replace(cause.begin(), cause.end(), 'i', 'I');
    std::replace(phrase.begin(), phrase.end(), 'i', 'I');
    CHECK(published::codes_of(zentrunk::hangup::by_cause(cause)) ==
          published::the_page().by_cause(row.cause));
    CHECK(published::codes_of(zentrunk::hangup::by_sip_response(phrase)) ==
          published::the_page().by_sip_response(row.sip_response));
  }
  CHECK(zentrunk::hangup::parse_originator("CARRIER") == zentrunk::hangup::originator::carrier);
  CHECK(zentrunk::hangup::from_sip_message("BYE sip:a SIP/2.0\r\nx-zt-hangup-code: 4090\r\n\r\n") ==
        zentrunk::hangup::by_code(4090));
  std::setlocale(LC_ALL, "C");
  unsetenv("LOCPATH");
}
#endif
