// SPDX-License-Identifier: BSL-1.0
//
// The generator and the command in trouble: missing and read-only files, a full disk, a kill at any
// moment, a closed pipe, other locales.
#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <clocale>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>
#include <zentrunk/hangup.hpp>

#include "catch.hpp"
#include "process.hpp"
#include "published.hpp"

namespace {

namespace fs = std::filesystem;
namespace hangup = zentrunk::hangup;

// Today's data and stale headers.
struct workplace {
  explicit workplace(std::string header_text = "before\n// <generated>\n// </generated>\nafter\n")
      : before(std::move(header_text)) {
    fs::create_directory(headers);
    write_text(header, before);
    write_text(headers + "/advice.hpp", before);
    write_text(headers + "/hangup.cppm", before);
  }

  outcome generate() const { return run({ZENTRUNK_GENERATE, data, headers}); }

  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& file : fs::directory_iterator(headers)) {
      all.push_back(file.path().filename().string());
    }
    std::sort(all.begin(), all.end());
    return all;
  }

  // The generator fails with that reason and changes nothing.
  void check_refused(const outcome& refused, const std::string& reason) const {
    CHECK(refused.status == 2);
    CHECK(refused.out == "");
    CHECK(refused.err == header + ":1: cannot be written: " + reason + "\n");
    for (const std::string& name : names()) CHECK(read_text(headers + "/" + name) == before);
    CHECK(names() == three);
  }

  const std::vector<std::string> three{"advice.hpp", "hangup.cppm", "hangup.hpp"};
  scratch_directory scratch;
  std::string data = ZENTRUNK_DATA_DIR;
  std::string headers = scratch.path("headers");
  std::string header = headers + "/hangup.hpp";
  std::string before;
};

// Runs a program as a user whom permissions restrict, unlike root.
outcome run_with_permissions(std::vector<std::string> words) {
  if (geteuid() == 0) {
    words.insert(words.begin(), {"setpriv", "--bounding-set", "-dac_override,-dac_read_search"});
  }
  return run(words);
}

// Starts a program without output.
pid_t start(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_RDWR, 0);
  }
  pid_t process = 0;
  REQUIRE(posix_spawn(&process, arguments[0], &files, nullptr, arguments.data(), environ) == 0);
  posix_spawn_file_actions_destroy(&files);
  return process;
}

// Waits until it ends. Returns its exit status, or the negative number of the signal that killed
// it.
int end_of(pid_t process) {
  int status = 0;
  REQUIRE(waitpid(process, &status, 0) == process);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

TEST_CASE("the generator on a full disk changes nothing") {
  const workplace place;
  const scratch_directory profile;  // tools/test --coverage: none on that disk
  const std::string shell = "ulimit -f \"$4\"; exec \"$1\" \"$2\" \"$3\"";
  const auto with_blocks = [&](int blocks) {
    return run({"sh", "-c", shell, "sh", ZENTRUNK_GENERATE, place.data, place.headers,
                std::to_string(blocks)},
               "", {"GCOV_PREFIX=" + profile.path(""), "GCOV_ERROR_FILE=/dev/null"});
  };
  const workplace whole;
  CHECK(whole.generate().status == 0);
  const int too_few = static_cast<int>((read_text(whole.header).size() - 1) / 512);
  for (const int blocks : {1, 2, 7, too_few}) {
    CAPTURE(blocks);
    place.check_refused(with_blocks(blocks), "File too large");
  }
  CHECK(with_blocks(1000000).status == 0);
}

#ifdef ZENTRUNK_LIMIT_MEMORY
TEST_CASE("the generator without enough memory changes nothing") {
  workplace place;
  const scratch_directory scratch;
  place.data = scratch.path("");
  fs::copy(ZENTRUNK_DATA_DIR, place.data);
  fs::resize_file(place.data + "/hangup_codes.csv", 1 << 27);                      // a sparse file
  const outcome refused = run({"sh", "-c", "ulimit -v 100000; exec \"$@\"", "sh",  // in KB
                               ZENTRUNK_GENERATE, place.data, place.headers});
  CHECK(refused.status == 2);
  CHECK(refused.out == "");
  CHECK(refused.err == place.headers + ":1: std::bad_alloc\n");
  CHECK(read_text(place.header) == place.before);
}
#endif

TEST_CASE("the generator in a read-only directory changes nothing") {
  const workplace place;
  const std::string& directory = place.headers;
  fs::permissions(directory, fs::perms::owner_read | fs::perms::owner_exec);
  place.check_refused(run_with_permissions({ZENTRUNK_GENERATE, place.data, place.headers}),
                      "Permission denied");
  fs::permissions(directory, fs::perms::owner_all);
  CHECK(run_with_permissions({ZENTRUNK_GENERATE, place.data, place.headers}).status == 0);
}

TEST_CASE("the generator with a read-only or unreadable header changes nothing") {
  const workplace place;
  fs::permissions(place.header, fs::perms::owner_read);
  place.check_refused(run_with_permissions({ZENTRUNK_GENERATE, place.data, place.headers}),
                      "Permission denied");
  CHECK(run_with_permissions({ZENTRUNK_GENERATE, "--check", place.data, place.headers}).status ==
        1);

  fs::permissions(place.header, fs::perms::none);
  const outcome refused = run_with_permissions({ZENTRUNK_GENERATE, place.data, place.headers});
  CHECK(refused.status == 2);
  CHECK(refused.err == place.header + ":1: cannot be read: Permission denied\n");
}

// Little to compute and much to copy, so that many kills hit the generator while it writes.
TEST_CASE("the generator killed at 1,000 random moments leaves complete headers", "[slow]") {
  std::string much;
  for (int line = 0; line < 2000; ++line) much += "// kept\n";
  workplace place(much + "// <generated>\n// </generated>\n");
  place.data = place.scratch.path("data");
  fs::create_directory(place.data);
  write_text(place.data + "/hangup_codes.csv",
             "code,cause,description,sip_response,sip_code,originator\n1,a,b,c,404,D\n");
  write_text(place.data + "/hangup_sources.csv", "source,description\nD,e\n");
  write_text(place.data + "/cause_aliases.csv", "cause,code,source\n");
  write_text(place.data + "/later_codes.csv", "code,cause,description,source\n");
  write_text(place.data + "/advice.csv",
             "code,fixer,retry,retry_stated,expected,next_step\n1,nobody,no,no,no,Wait.\n");
  const std::vector<std::string> words{ZENTRUNK_GENERATE, place.data, place.headers};

  using clock = std::chrono::steady_clock;
  const auto started = clock::now();
  REQUIRE(end_of(start(words)) == 0);
  std::chrono::duration<double> whole_run = clock::now() - started;
  std::map<std::string, std::string> after;
  for (const std::string& name : place.three) {
    after[name] = read_text(place.headers + "/" + name);
    REQUIRE(after[name].size() > place.before.size());
    write_text(place.headers + "/" + name, place.before);
  }

  std::mt19937 random(20240611);
  int old = 0, renewed = 0, left_behind = 0;
  for (int kill_number = 0; kill_number < 1000; ++kill_number) {
    const auto begin = clock::now();
    const pid_t process = start(words);
    // Later runs are faster, so measure the longest time again and again.
    std::this_thread::sleep_for(whole_run * std::uniform_real_distribution<>(0, 1.1)(random));
    kill(process, SIGKILL);
    if (end_of(process) == 0) whole_run = clock::now() - begin;

    for (const std::string& name : place.names()) {
      const std::string file = place.headers + "/" + name;
      if (after.count(name) == 0) {  // a temporary file
        ++left_behind;
        fs::remove(file);
        continue;
      }
      const std::string text = read_text(file);
      const bool is_old = text == place.before;
      if (!is_old && text != after[name]) FAIL("half of " << name << ", kill " << kill_number);
      ++(is_old ? old : renewed);
      if (!is_old) write_text(file, place.before);
    }
  }
  CAPTURE(whole_run.count());
  // Otherwise the moments were not random.
  CHECK(old >= 300);
  CHECK(renewed >= 20);
  CHECK(left_behind >= 20);
}

TEST_CASE("generators that run at the same time leave complete headers", "[slow]") {
  const workplace place;
  const std::vector<std::string> words{ZENTRUNK_GENERATE, place.data, place.headers};
  REQUIRE(place.generate().status == 0);
  const std::string after = read_text(place.header);
  for (int round = 0; round < 50; ++round) {
    write_text(place.header, place.before);
    std::array<pid_t, 4> processes{};
    for (pid_t& process : processes) process = start(words);
    for (const pid_t process : processes) CHECK(end_of(process) == 0);
    CHECK(read_text(place.header) == after);
    CHECK(place.names() == place.three);
  }
}

TEST_CASE("the generator writes the headers even if it cannot print its report") {
  const workplace place;
  const outcome mute = run({"sh", "-c", "\"$1\" \"$2\" \"$3\" > /dev/full", "sh", ZENTRUNK_GENERATE,
                            place.data, place.headers});
  CHECK(mute.status == 0);
  CHECK(read_text(place.header) != place.before);
}

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
