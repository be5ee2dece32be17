// SPDX-License-Identifier: BSL-1.0
//
// The command in trouble: a closed pipe, no terminal, huge arguments; and other locales.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <clocale>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>
#include <zentrunk/hangup.hpp>

#include "catch.hpp"
#include "process.hpp"
#include "published.hpp"

namespace fs = std::filesystem;
namespace hangup = zentrunk::hangup;

TEST_CASE("hangup ends silently if its reader has closed the pipe") {
  const scratch_directory scratch;
  for (const bool ignored : {false, true}) {
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    close(ends[0]);
    const std::string err = scratch.path("err");
    const pid_t process = fork();
    if (process == 0) {
      std::signal(SIGPIPE, ignored ? SIG_IGN : SIG_DFL);
      dup2(ends[1], STDOUT_FILENO);
      dup2(open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
      execl(ZENTRUNK_HANGUP, "hangup", "--list", nullptr);
      _exit(99);
    }
    close(ends[1]);
    // With the default action the signal kills the program; if it is ignored, the write fails.
    CHECK(end_of(process) == (ignored ? 2 : -SIGPIPE));
    CHECK(read_text(err) == (ignored ? "hangup: standard output: Broken pipe\n" : ""));
  }
}

TEST_CASE("hangup without a terminal, and with closed standard streams") {
  const std::string plain = run({ZENTRUNK_HANGUP, "4090"}).out;
  const outcome alone = run({"setsid", "-w", ZENTRUNK_HANGUP, "4090"});
  CHECK(alone.status == 0);
  CHECK(alone.out == plain);
  CHECK(run({"sh", "-c", "'" ZENTRUNK_HANGUP "' 4090 <&- 2>&-"}).out == plain);
  const outcome no_output = run({"sh", "-c", "'" ZENTRUNK_HANGUP "' 4090 >&-"});
  CHECK(no_output.status == 2);
  CHECK(no_output.err == "hangup: standard output: Bad file descriptor\n");
  const outcome no_input = run({"sh", "-c", "'" ZENTRUNK_HANGUP "' --scan <&-"});
  CHECK(no_input.status == 2);
  CHECK(no_input.err == "hangup: standard input: Bad file descriptor\n");
  const outcome no_file = run({"sh", "-c", "'" ZENTRUNK_HANGUP "' --scan < /"});
  CHECK(no_file.status == 2);
  CHECK(no_file.err == "hangup: standard input: Is a directory\n");
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
    const std::string headers = fs::path(ZENTRUNK_HEADER).parent_path().string();
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
    CHECK(published::codes_of(hangup::by_cause(cause)) ==
          published::the_page().by_cause(row.cause));
    CHECK(published::codes_of(hangup::by_sip_response(phrase)) ==
          published::the_page().by_sip_response(row.sip_response));
  }
  CHECK(hangup::parse_originator("CARRIER") == hangup::originator::carrier);
  CHECK(hangup::from_sip_message("BYE sip:a SIP/2.0\r\nx-zt-hangup-code: 4090\r\n\r\n") ==
        hangup::by_code(4090));
  std::setlocale(LC_ALL, "C");
  unsetenv("LOCPATH");
}
#endif
