// SPDX-License-Identifier: BSL-1.0
//
// hangup --scan: what it prints. tests/scan shows what it counts.
#include <filesystem>

#include "command.hpp"

static std::string scanned(const std::string& text, const std::string& format = "csv") {
  return hangup({"--scan", "--format=" + format}, text).out;
}

TEST_CASE("hangup --scan prints a summary, the most frequent code first") {
  std::string text = "hangup_cause_code,hangup_cause\n";
  for (const auto& [row, count] :
       std::vector<std::pair<const char*, int>>{{"4090,", 3},
                                                {"3000,", 12},
                                                {"9999,new", 1},
                                                {"4410,user_busy", 3},
                                                {"4410,Normal Hangup", 1},
                                                {",", 2},
                                                {"user_busy,", 1}}) {
    for (int i = 0; i < count; ++i) text += std::string(row) + '\n';
  }
  const outcome answer = hangup({"--scan"}, text);
  CHECK(answer.status == 0);
  CHECK(answer.err == "hangup: standard input:24: not understood: 'user_busy'\n");
  CHECK_THAT(
      answer.out,
      starts_with("count  share          code  cause                         who acts  retry\n"
                  "   12  60.0%  ######  3000  normal_hangup                 nobody    no\n"
                  "    3  15.0%  ##      4090  destination_not_found         customer  after fix\n"
                  "    3  15.0%  ##      4410  user_busy                     callee    later\n"
                  "    1   5.0%  #       4410  another cause: Normal Hangup  -         -\n"
                  "    1   5.0%  #       9999  unknown: new                  -         -\n"
                  "2 records without a code\n"
                  "1 value not understood\n"
                  "who acts: nobody 67%, callee 17%, customer 17%\n"
                  "\n4090  "));
  CHECK_THAT(answer.out, !contains("\n3000") && !contains("\n9999"));
  CHECK_THAT(scanned(text), starts_with("count,share,code,cause,fixer,retry,expected,next_step\n"
                                        "12,0.600000,3000,normal_hangup,nobody,no,yes,"));
  CHECK_THAT(scanned(text), ends_with("\n1,0.050000,4410,Normal Hangup,,,,\n"
                                      "1,0.050000,9999,new,,,,\n"
                                      "2,,without_code,,,,,\n1,,not_understood,,,,,\n"));
  const std::string json = scanned(text, "json");
  CHECK_THAT(json, starts_with("{\"with_code\": 20, \"without_code\": 2, \"not_understood\": 1, "
                               "\"other_unknown\": 0, \"codes\": [\n  {\"count\": 12, \"share\": "
                               "0.600000, \"code\": 3000, \"cause\": \"normal_hangup\", \"fixer\": "
                               "\"nobody\", \"retry\": \"no\", \"expected\": true, "));
  CHECK_THAT(json, contains("\"code\": 9999, \"cause\": \"new\", \"fixer\": null, \"retry\": null, "
                            "\"expected\": null, \"next_step\": null}"));
  CHECK(is_json(json));
}

TEST_CASE("hangup --scan prints nothing that commands a terminal or a spreadsheet") {
  // Escapes, bidirectional controls, cut and wrong UTF-8, formulas.
  std::string text = "hangup_cause,hangup_code\n";
  const std::string overrides = "\xE2\x80"s + '\xAE', isolates = "\xE2\x81"s + '\xA6';
  for (const std::string& cause :
       {"\x1B]0;x\x07"s, "\x1B[31mred"s, overrides + "abc", isolates + "x", "\xC2\x9B"s + "31m",
        "\xFF"s, std::string(63, 'x') + "\xE2\x80\x99", "=cmd"s, "+1"s, "-1"s, "@x"s,
        "\xE2\x80\xA8"s}) {
    text += cause + ",9999\n" + cause + ",\x1B[2J=x\n";
  }
  for (const char* format : {"table", "csv", "json"}) {
    const outcome answer = hangup({"--scan", "--format="s + format}, text);
    CAPTURE(format, answer.out, answer.err);
    for (const std::string& shown : {answer.out, answer.err}) {
      CHECK(std::none_of(shown.begin(), shown.end(),
                         [](char c) { return c != '\n' && (c == '\x7F' || (c >= 0 && c < ' ')); }));
      for (const std::string& control : {overrides, isolates, "\xE2\x80\xA8"s, "\xC2\x9B"s}) {
        CHECK_THAT(shown, !contains(control));
      }
      CHECK(run({"iconv", "-f", "UTF-8", "-t", "UTF-8"}, shown).status == 0);
    }
  }
  CHECK(is_json(scanned(text, "json")));
  for (const char* cell : {",=", ",+", ",-", ",@"}) CHECK_THAT(scanned(text), !contains(cell));
  CHECK_THAT(scanned(text), contains(",'=cmd,") && contains("," + std::string(63, 'x') + ",,"));
}

TEST_CASE("hangup --scan reads files, and continues after one that it cannot read") {
  const scratch_directory scratch;
  write_text(scratch.path("a.csv"), "hangup_cause_code\n4090\n");
  write_text(scratch.path("b.log"), message("4090"));
  write_text(scratch.path("c.log"), "nothing\n");
  const auto scan = [&](strings files) {
    for (std::string& file : files) file = file == "-" ? file : scratch.path(file);
    files.insert(files.begin(), {"--scan", "--format=csv"});
    return hangup(files, message("4090"));
  };
  const outcome both = scan({"a.csv", "b.log"});
  CHECK(both.status == 0);
  CHECK_THAT(both.out, contains("\n2,1.000000,4090,"));
  CHECK(scan({"a.csv", "-"}).out == both.out);
  CHECK(scan({"c.log"}).status == 1);
  const outcome trouble = scan({"none", "a.csv", "", "c.log", "b.log"});
  CHECK(trouble.status == 2);
  CHECK(trouble.out == both.out);
  CHECK(trouble.err == "hangup: " + scratch.path("none") + ": No such file or directory\n" +
                           "hangup: " + scratch.path("") + ": Is a directory\n" +
                           "hangup: " + scratch.path("c.log") + ": no hangup code found\n");
}

TEST_CASE("hangup --scan lists at most 1,000 unknown codes") {
  std::string text = "hangup_cause_code\n";
  for (int code = 10000; code < 13000; ++code) text += std::to_string(code) + '\n';
  const std::string out = scanned(text);
  CHECK(std::count(out.begin(), out.end(), '\n') == 1 + 1000 + 1);
  CHECK_THAT(out, contains("\n2000,,other,"));
  CHECK_THAT(hangup({"--scan"}, text).out, contains("\n2000 more with other unknown codes\n"));
}

TEST_CASE("hangup --scan reads the messages in tests/messages") {
  for (const auto& file : std::filesystem::directory_iterator(ZENTRUNK_MESSAGES)) {
    const std::string code = file.path().stem().extension().string();  // NAME.CODE.sip
    if (file.path().extension() != ".sip" || code == ".0") continue;
    CAPTURE(file.path().filename().string());
    CHECK_THAT(scanned(read_text(file.path().string())), contains("," + code.substr(1) + ","));
  }
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
