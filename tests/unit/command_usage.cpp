// SPDX-License-Identifier: BSL-1.0
//
// Usage and errors.
#include <filesystem>
#include <tuple>

#include "command.hpp"

static std::string source_file(const std::string& name) {
  return read_text(std::string(ZENTRUNK_TOOLS) + "/lookup/" + name);
}

TEST_CASE("streams that are closed, full or unreadable") {
  const std::string full = "hangup: standard output: No space left on device\n";
  const std::string closed = "hangup: standard output: Bad file descriptor\n";
  for (const auto& [script, status, err] : std::vector<std::tuple<std::string, int, std::string>>{
           {"hangup - < /", 2, "hangup: standard input: Is a directory\n"},
           {"hangup --scan < /", 2, "hangup: standard input: Is a directory\n"},
           {"hangup --scan <&-", 2, "hangup: standard input: Bad file descriptor\n"},
           {"hangup --list > /dev/full", 2, full},
           {"hangup 4090 >&-", 2, closed},
           {"hangup --help > /dev/full", 2, full},
           {"hangup --keys >&-", 2, closed},
           {"echo hangup_cause_code=4090 | hangup --scan > /dev/full", 2, full},
           {"hangup --list > /dev/full 2> /dev/full", 2, ""},
           {"hangup 9999 2> /dev/full", 1, ""},
           {"hangup --bogus 2>&-", 2, ""},
           {"hangup 4090 <&- 2>&-", 0, ""},
           {"setsid -w hangup 4090", 0, ""},
           {"hangup 4090 | head -n 1", 0, ""},
           // The reader has closed the pipe.
           {"{ sleep 0.2; hangup --list; echo $? >&2; } | :", 0, "141\n"},
           {"trap '' PIPE; { sleep 0.2; hangup --list; } | :", 0,
            "hangup: standard output: Broken pipe\n"}}) {
    CAPTURE(script);
    const outcome answer = run({"sh", "-c", "PATH=${0%/*}:$PATH; " + script, ZENTRUNK_HANGUP});
    CHECK(answer.status == status);
    CHECK(answer.err == err);
  }
}

TEST_CASE("huge arguments") {
  // Linux allows 131,071 characters in an argument.
  for (const std::string words : {"$x", "$x $x $x", "--search $x", "--format=$x 1", "--$x"}) {
    const int status =
        run({"sh", "-c", "x=$(printf '%0131000d' 0); exec \"$0\" " + words, ZENTRUNK_HANGUP})
            .status;
    CHECK((status == 1 || status == 2));
  }
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
  for (const auto& [arguments, message] : std::vector<std::pair<strings, std::string>>{
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
    const outcome wrong = hangup(arguments);
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
  write_text(scratch.path("calls.json"), "[{\"hangup_cause_code\": 4090}]");
  write_text(scratch.path("calls.txt"), "hangup_cause_code~note\n4090~\"a~b\"\n");
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
      CHECK(line.size() <= 80);
      line.resize(std::min(line.size(), line.find("   ", 2)));  // without an explanation
      if (line.find("mlr ") < 3 && run({"mlr", "--version"}).status != 0) continue;
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
