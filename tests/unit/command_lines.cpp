// SPDX-License-Identifier: BSL-1.0
//
// hangup -: keys on standard input.
#include "command.hpp"

TEST_CASE("hangup - answers each line of standard input") {
  const std::string lines = "4090\nUser Busy\n402\r\n\n  \r\n\"4\", 1\n40900\n4090 402 x";
  const outcome table = hangup({"-"}, lines);
  CHECK(table.status == 1);  // some line found nothing
  CHECK(table.err ==
        "hangup: standard input:8: not understood: 'x'\n"
        "hangup: standard input:8: no entry has '4090' and '402'\n");
  const std::string list = hangup({"--list"}).out, all = hangup({"--list", "--format=csv"}).out;
  const auto line_of = [](const std::string& of, const std::string& begin) {
    const std::size_t at = of.find(begin);
    return of.substr(at, of.find('\n', at) + 1 - at);
  };
  CHECK(table.out == line_of(list, " code") + line_of(list, " 4090") + line_of(list, " 4410") +
                         line_of(list, " 3030") + line_of(list, " 4030") +
                         "not found: '\"4\", 1'\nnot found: '40900'\nnot found: '4090 402 x'\n");
  const outcome csv = hangup({"--format=csv", "-"}, lines);
  CHECK(csv.status == 1);
  CHECK(csv.err == table.err);
  CHECK(csv.out == "key," + line_of(all, "code,") + "4090," + line_of(all, "4090,") + "User Busy," +
                       line_of(all, "4410,") + "402," + line_of(all, "3030,") + "402," +
                       line_of(all, "4030,") +
                       "\"\"\"4\"\", 1\",,,,,,,,,\n40900,,,,,,,,,\n4090 402 x,,,,,,,,,\n");
  const std::string json = hangup({"-", "--format=json"}, "402\nx\"y\n").out;
  CHECK_THAT(json, starts_with("{\"key\": \"402\", \"rows\": [{\"code\": 3030, "));
  CHECK_THAT(json, contains("}, {\"code\": 4030, "));
  CHECK_THAT(json, ends_with("}]}\n{\"key\": \"x\\\"y\", \"rows\": []}\n"));
  CHECK(is_json(json));

  CHECK(hangup({"-"}, "4090\n4410\n").status == 0);
  CHECK(hangup({"-"}, "").status == 0);
  CHECK(hangup({"-"}, "\n\r\n").out == hangup({"-"}, "").out);
}

TEST_CASE("hangup - combines with other keys") {
  const outcome answer = hangup({"--format=csv", "from: carrier", "-"}, "402\n4090\n487\n");
  CHECK_THAT(answer.out, contains("\n402,,,,,,,,,\n4090,,,,,,,,,\n487,4420,"));
  CHECK(std::count(answer.out.begin(), answer.out.end(), '\n') == 4);
  CHECK(answer.err ==
        "hangup: not understood: 'from'\n"
        "hangup: standard input:1: no entry has 'carrier' and '402'\n"
        "hangup: standard input:2: no entry has 'carrier' and '4090'\n");
  CHECK_THAT(hangup({"-", "carrrier"}, "503\n").err, starts_with("hangup: 'carrrier' is not "));
}

TEST_CASE("JSON is valid UTF-8, whatever the input") {
  CHECK(hangup({"--format=json", "-"}, "\xFF\n").out ==
        "{\"key\": \"\xEF\xBF\xBD\", \"rows\": []}\n");
  for (const std::string& line :
       {"\xC3"s, "\xED\xA0\x80"s, "\xF4\x90\x80\x80"s, "\xC0\x80"s, "\xF9\x80\x80\x80"s, "a\0b"s,
        "\x01\x7F\x1B\""s, "\xE2\x80\x99 \xF0\x9F\x93\x9E"s, "\xE2\x28\xA1"s}) {
    const std::string out = hangup({"--format=json", "-"}, line + "\n").out;
    CAPTURE(out);
    CHECK(is_json(out));
  }
}

TEST_CASE("UTF-16 is rejected") {
  for (const auto& [mark, encoding] : std::vector<std::pair<std::string, std::string>>{
           {"", "UTF-16LE"}, {"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}}) {
    const std::string text = mark + run({"iconv", "-t", encoding}, "40\n").out;
    const outcome rejected = hangup({"-"}, text);
    CHECK(rejected.status == 2);
    CHECK(rejected.err ==
          "hangup: standard input: UTF-16 text; convert it first: iconv -f UTF-16 -t UTF-8\n");
  }
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
