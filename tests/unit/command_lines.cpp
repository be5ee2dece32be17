// SPDX-License-Identifier: BSL-1.0
//
// hangup -: keys on standard input.
#include "command.hpp"
#include "json.hpp"

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
