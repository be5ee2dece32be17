// SPDX-License-Identifier: BSL-1.0
//
// The program behind tools/hangup.
#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>
#include <zentrunk/hangup.hpp>

#include "catch.hpp"
#include "process.hpp"
#include "published.hpp"

namespace {

using published::codes;
using published::the_page;

outcome hangup(std::vector<std::string> words, const std::string& input = "") {
  words.insert(words.begin(), ZENTRUNK_HANGUP);
  return run(words, input);
}

// The codes in the answer of `hangup --format=csv WORDS`, which must have found something.
codes found(std::vector<std::string> words) {
  words.insert(words.begin(), "--format=csv");
  const outcome answer = hangup(words);
  CHECK(answer.status == 0);
  CHECK(answer.err == "");
  codes all;
  for (std::size_t line = answer.out.find('\n') + 1; line < answer.out.size();
       line = answer.out.find('\n', line) + 1) {
    all.push_back(std::stoll(answer.out.substr(line)));
  }
  return all;
}

// Puts a text into JSON, in the only form that the command writes.
std::string in_json(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted += '"';
}

}  // namespace

TEST_CASE("one code is shown with all that is published of it") {
  const outcome answer = hangup({"4090"});
  CHECK(answer.status == 0);
  CHECK(answer.err == "");
  CHECK(answer.out ==
        "4090 destination_not_found\n"
        "No route to destination. This means Zentrunk was unable to find any carrier\n"
        "gateway or that we received a decline notification from the carrier.\n"
        "\n"
        "SIP response  404 Destination Not Found\n"
        "Originator    Zentrunk: Zentrunk initiated the hangup. There are several\n"
        "              possible scenarios in which Plivo will hang up a call.\n");
  CHECK_THAT(hangup({"3020"}).out, contains("Media Timeout Hangup (no SIP status code)"));
}

TEST_CASE("several codes are shown as an aligned table") {
  CHECK(hangup({"normal_hangup"}).out ==
        " code  cause          SIP  originator  SIP response\n"
        " 3000  normal_hangup  200  Carrier     Hangup from Carrier\n"
        " 3010  normal_hangup  200  Customer    Hangup from User\n");
}

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
  }
}

TEST_CASE("keys of every kind, alone and together") {
  CHECK(found({"user_busy"}) == codes{4410});
  CHECK(found({"USER_BUSY"}) == codes{4410});
  CHECK(found({"User Busy"}) == codes{4410});
  CHECK(found({"503"}) == the_page().by_sip_code(503));
  CHECK(found({"carrier"}) == the_page().by_originator("Carrier"));
  CHECK(found({"0"}) == codes{3020});
  CHECK(found({"forbidden"}) == codes{4040, 4060, 4190, 4540});  // a cause and a phrase
  CHECK(found({"403", "Domestic Anchored Terms Not Met"}) == codes{4590});
  CHECK(found({"503", "customer", "Service Unavailable"}) == codes{5360});
}

TEST_CASE("hangup --search looks in every column") {
  CHECK(found({"--search", "media"}) == codes{3020, 4110, 4220, 4380, 5240, 5270});
  CHECK(found({"--search=srtp"}) == codes{4110});
  CHECK(found({"--search", "3010"}) == codes{3010});
  CHECK(found({"--search", "476"}) == codes{4320});
  CHECK(found({"--search", "alloted"}) == codes{6030});
  CHECK(found({"--search", "Origination uri"}) == codes{4310});
  CHECK(found({"--search", "customer"}).size() > the_page().by_originator("Customer").size());
}

TEST_CASE("hangup --list as CSV is the published file, byte for byte") {
  const outcome answer = hangup({"--list", "--format=csv"});
  CHECK(answer.status == 0);
  CHECK(answer.out == read_text(std::string(ZENTRUNK_DATA_DIR) + "/hangup_codes.csv"));
}

TEST_CASE("hangup --list as JSON has every field of every row") {
  std::string wanted = "[";
  for (const auto& row : the_page().rows) {
    wanted += (wanted.size() > 1 ? ",\n  {\"code\": " : "\n  {\"code\": ") +
              std::to_string(row.code) + ", \"cause\": " + in_json(row.cause) +
              ", \"description\": " + in_json(row.description) +
              ", \"sip_response\": " + in_json(row.sip_response) +
              ", \"sip_code\": " + std::to_string(row.sip_code) +
              ", \"originator\": " + in_json(row.originator) + "}";
  }
  const outcome answer = hangup({"--list", "--format", "json"});
  CHECK(answer.status == 0);
  CHECK(answer.out == wanted + "\n]\n");
}

TEST_CASE("hangup --list as a table has a line for every row") {
  const std::string out = hangup({"--list"}).out;
  CHECK(std::count(out.begin(), out.end(), '\n') == 1 + 77);
}

TEST_CASE("hangup --sip reads the message on standard input") {
  const outcome answer =
      hangup({"--sip"}, "BYE sip:a SIP/2.0\r\nx-zt-hangup-code :\r\n 4320\r\n\r\n");
  CHECK(answer.status == 0);
  CHECK_THAT(answer.out, starts_with("4320 uri_invalid\n"));
  for (const char* message : {"", "BYE sip:a SIP/2.0\r\nX-ZT-Hangup-Code: 9999\r\n\r\n"}) {
    const outcome nothing = hangup({"--sip"}, message);
    CHECK(nothing.status == 1);
    CHECK(nothing.out == "");
    CHECK_THAT(nothing.err, contains("X-ZT-Hangup-Code"));
  }
}

TEST_CASE("hangup - answers to each line of standard input") {
  const std::string lines = "4090\nUser Busy\n402\r\n\n\"4\", 1\n40900\nuser_busy";
  const outcome table = hangup({"-"}, lines);
  CHECK(table.status == 1);  // some line found nothing
  CHECK(table.err == "");
  const auto line_of = [](int code) {
    const std::string list = hangup({"--list"}).out;
    const std::size_t begin = list.find("\n " + std::to_string(code)) + 1;
    return list.substr(begin, list.find('\n', begin) + 1 - begin);
  };
  CHECK(table.out == hangup({"--list"}).out.substr(0, hangup({"--list"}).out.find('\n') + 1) +
                         line_of(4090) + line_of(4410) + line_of(3030) + line_of(4030) +
                         "not found: \"\"\nnot found: \"\\\"4\\\", 1\"\nnot found: \"40900\"\n" +
                         line_of(4410));

  const outcome csv = hangup({"--format=csv", "-"}, lines);
  CHECK(csv.status == 1);
  const std::string file = read_text(std::string(ZENTRUNK_DATA_DIR) + "/hangup_codes.csv");
  const auto published_line = [&](int code) {
    const std::size_t begin = file.find("\n" + std::to_string(code) + ",") + 1;
    return file.substr(begin, file.find('\n', begin) + 1 - begin);
  };
  CHECK(csv.out == "key," + file.substr(0, file.find('\n') + 1) + "4090," + published_line(4090) +
                       "User Busy," + published_line(4410) + "402," + published_line(3030) +
                       "402," + published_line(4030) + ",,,,,,\n\"\"\"4\"\", 1\",,,,,,\n" +
                       "40900,,,,,,\nuser_busy," + published_line(4410));

  const std::string json = hangup({"-", "--format=json"}, "402\nx\"y\n").out;
  CHECK_THAT(json, starts_with("{\"key\": \"402\", \"rows\": [{\"code\": 3030, "));
  CHECK_THAT(json, contains("}, {\"code\": 4030, "));
  CHECK_THAT(json, ends_with("}]}\n{\"key\": \"x\\\"y\", \"rows\": []}\n"));

  CHECK(hangup({"-"}, "4090\n4410\n").status == 0);
  CHECK(hangup({"-"}, "").status == 0);
}

TEST_CASE("hangup - goes together with other keys") {
  const std::string out = hangup({"--format=csv", "carrier", "-"}, "402\n4090\n487\n").out;
  CHECK_THAT(out, contains("\n402,,,,,,\n4090,,,,,,\n487,4420,"));
  CHECK(std::count(out.begin(), out.end(), '\n') == 4);
}

TEST_CASE("hangup - answers before the next line comes") {
  const scratch_directory scratch;
  // Each key is written once the one before has its answer, for which it waits 60 s at most.
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

TEST_CASE("standard input that can't be read exits 2") {
  for (const char* what : {"-", "--sip"}) {
    const outcome unreadable = run({"sh", "-c", "\"$0\" \"$1\" < /", ZENTRUNK_HANGUP, what});
    CHECK(unreadable.status == 2);
    CHECK_THAT(unreadable.err, contains("standard input: Is a directory"));
  }
}

TEST_CASE("hangup --keys lists all that finds something") {
  std::set<std::string> known;
  for (const auto& row : the_page().rows) {
    known.insert({std::to_string(row.code), std::to_string(row.sip_code), row.cause,
                  row.sip_response, row.originator});
  }
  std::string wanted;
  for (const std::string& key : known) wanted += key + '\n';
  const outcome keys = hangup({"--keys"});
  CHECK(keys.status == 0);
  CHECK(keys.out == wanted);
  CHECK(hangup({"-"}, keys.out).status == 0);
}

TEST_CASE("the command calls itself by the name that it was called by") {
  const scratch_directory scratch;
  std::filesystem::create_symlink(ZENTRUNK_HANGUP, scratch.path("zentrunk-hangup"));
  const std::string installed = scratch.path("zentrunk-hangup");
  CHECK_THAT(run({installed, "--help"}).out, starts_with("usage: zentrunk-hangup ["));
  CHECK_THAT(run({installed, "--help"}).out, !contains(" hangup [") && !contains("  hangup "));
  CHECK_THAT(run({installed, "--version"}).out, starts_with("zentrunk-hangup "));
  CHECK_THAT(run({installed, "9999"}).err, starts_with("zentrunk-hangup: \"9999\" is no "));
  CHECK_THAT(run({installed, "--bogus"}).err, contains("(zentrunk-hangup --help tells more)"));
}

TEST_CASE("what is not found exits 1, with what was looked for and what is near") {
  for (const char* key : {"9999", "user_bsy", "", "65536", "4294971386", "04090", "usr busy"}) {
    CAPTURE(key);
    const outcome nothing = hangup({key});
    CHECK(nothing.status == 1);
    CHECK(nothing.out == "");
    CHECK_THAT(nothing.err, contains("\"" + std::string(key) + "\""));
    CHECK_THAT(nothing.err, contains("nearest: "));
  }
  CHECK_THAT(hangup({"user_bsy"}).err, contains("nearest: user_busy"));
  CHECK_THAT(hangup({"busy_everwhere"}).err, contains("nearest: busy_everywhere"));
  CHECK_THAT(hangup({"carrrier"}).err, contains("nearest: Carrier"));
  CHECK_THAT(hangup({"4091"}).err, contains("4090"));
  CHECK_THAT(hangup({std::string(100000, 'x')}).err, contains("nearest: "));

  const outcome none_with_both = hangup({"4090", "carrier"});
  CHECK(none_with_both.status == 1);
  CHECK(none_with_both.out == "");
  CHECK_THAT(none_with_both.err, contains("\"4090\" and \"carrier\""));
  CHECK(hangup({"--search", "xyzzy"}).status == 1);
}

TEST_CASE("an answer without rows is still JSON and CSV") {
  CHECK(hangup({"--format=json", "9999"}).out == "[]\n");
  CHECK(hangup({"--format=csv", "9999"}).out ==
        "code,cause,description,sip_response,sip_code,originator\n");
}

TEST_CASE("mistakes exit 2 with a word about them") {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{},
                                             {"--bogus"},
                                             {"-x"},
                                             {"--format=xml", "4090"},
                                             {"--format"},
                                             {"--search"},
                                             {"--search="},
                                             {"--list", "4090"},
                                             {"--sip", "4090"},
                                             {"--list", "--sip"},
                                             {"--keys", "-"}}) {
    const outcome wrong = hangup(words);
    CHECK(wrong.status == 2);
    CHECK(wrong.out == "");
    CHECK_THAT(wrong.err, starts_with("hangup: "));
    CHECK_THAT(wrong.err, contains("--help"));
  }
}

TEST_CASE("a mistake is called by its name") {
  CHECK_THAT(hangup({"-4090"}).err, starts_with("hangup: -4090 is no option"));
  CHECK_THAT(hangup({"4090", "-xyz"}).err, starts_with("hangup: -xyz is no option"));
  CHECK_THAT(hangup({"4090", "--bogus=1"}).err, starts_with("hangup: --bogus=1 is no option"));
  CHECK_THAT(hangup({"--list", "--search", "a"}).err, starts_with("hangup: --search does not go"));
  CHECK(hangup({"--", "-4090"}).status == 1);
  CHECK(hangup({"4090", "--format=json"}).out == hangup({"--format=json", "4090"}).out);
}

TEST_CASE("hangup --help and --version") {
  const outcome help = hangup({"--help"});
  CHECK(help.status == 0);
  CHECK_THAT(help.out, starts_with("usage: hangup"));
  const outcome version = hangup({"--version"});
  CHECK(version.status == 0);
  std::ostringstream wanted;
  wanted << "hangup " << ZENTRUNK_VERSION_MAJOR << '.' << ZENTRUNK_VERSION_MINOR << '.'
         << ZENTRUNK_VERSION_PATCH << '\n';
  CHECK(version.out == wanted.str());
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
  CHECK_THAT(nothing.err, starts_with("hangup: \"9999\" is no "));
}

TEST_CASE("colour on a terminal only, and never with NO_COLOR") {
  const scratch_directory scratch;  // whose name, unlike the tree's, has no space
  std::filesystem::copy(ZENTRUNK_TERMINAL, scratch.path("terminal.so"));
  const std::string on_a_terminal = "LD_PRELOAD=" + scratch.path("terminal.so");
  const auto show = [](const std::vector<std::string>& environment) {
    return run({ZENTRUNK_HANGUP, "4090"}, "", environment).out;
  };
  CHECK_THAT(show({on_a_terminal}),
             starts_with("\x1B[1m4090\x1B[0m \x1B[1mdestination_not_found\x1B[0m\n"));
  CHECK_THAT(show({on_a_terminal, "NO_COLOR="}), contains("\x1B"));  // no-color.org: not when empty
  CHECK_THAT(show({on_a_terminal, "NO_COLOR=1"}), !contains("\x1B"));
  CHECK_THAT(show({}), !contains("\x1B"));
}

TEST_CASE("an answer that can't be written exits 2") {
  const outcome full = run({"sh", "-c", "'" ZENTRUNK_HANGUP "' --list > /dev/full"});
  CHECK(full.status == 2);
  CHECK_THAT(full.err, contains("standard output: No space left"));
  CHECK(run({"sh", "-c", "'" ZENTRUNK_HANGUP "' --list > /dev/full 2> /dev/full"}).status == 2);
  CHECK(run({"sh", "-c", "'" ZENTRUNK_HANGUP "' 9999 2> /dev/full"}).status == 1);
  CHECK(run({"sh", "-c", "'" ZENTRUNK_HANGUP "' 9999 2>&-"}).status == 1);
  CHECK(run({"sh", "-c", "'" ZENTRUNK_HANGUP "' --bogus 2>&-"}).status == 2);
}
