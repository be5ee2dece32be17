// SPDX-License-Identifier: BSL-1.0
//
// Usage, errors and locales.
#include <csignal>
#include <filesystem>

#include "command.hpp"

namespace {

std::string source_file(const std::string& name) {
  return read_text(std::string(ZENTRUNK_TOOLS) + "/lookup/" + name);
}

}  // namespace

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
  for (const strings& arguments : std::vector<strings>{
           {huge}, {"--search", huge}, {"--format=" + huge, "1"}, {"--" + huge}, {"-" + huge}}) {
    const scratch_directory scratch;
    strings all{ZENTRUNK_HANGUP};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const int status = end_of(start(all));
    CHECK((status == 1 || status == 2));
  }
  const std::string message =
      "BYE sip:a SIP/2.0\r\nSubject: " + std::string(std::size_t{1} << 24, 'x') +
      "\r\nX-ZT-Hangup-Code: 4090\r\n\r\n";
  CHECK_THAT(run({ZENTRUNK_HANGUP, "--scan", "--format=csv"}, message).out,
             contains("\n1,1.000000,4090,destination_not_found,"));
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

TEST_CASE("hangup and the generator in any locale") {
  std::vector<strings> locales{{"LC_ALL=C"}, {"LC_ALL=nonesuch"}};
#ifdef ZENTRUNK_LOCALES
  locales.push_back({"LC_ALL=tr_TR.UTF-8", "LOCPATH=" ZENTRUNK_LOCALES});
#endif
  const std::vector<strings> questions{
      {"--list"},         {"URI_INVALID"},          {"invalid uri"},          {"INVALID URI"},
      {"CARRIER", "503"}, {"--search", "MID-CALL"}, {"--search", "\xC4\xB0"},  // dotted I
      {"URI_INVALIT"}};
  for (const auto& locale : locales) {
    CAPTURE(locale.front());
    for (const auto& question : questions) {
      CAPTURE(question.front());
      const outcome wanted = hangup(question, "", {"LC_ALL=C.UTF-8"});
      const outcome answer = hangup(question, "", locale);
      CHECK(answer.status == wanted.status);
      CHECK(answer.out == wanted.out);
      CHECK(answer.err == wanted.err);
    }
    const std::string headers = std::filesystem::path(ZENTRUNK_HEADER).parent_path().string();
    CHECK(run({ZENTRUNK_GENERATE, "--check", ZENTRUNK_DATA_DIR, headers}, "", locale).status == 0);
  }
}
