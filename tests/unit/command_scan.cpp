// SPDX-License-Identifier: BSL-1.0
//
// hangup --scan.
#include <filesystem>

#include "command.hpp"

namespace {

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
