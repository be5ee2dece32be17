// SPDX-License-Identifier: BSL-1.0
//
// With a hardened standard library, front(), back() and operator[] trap if there is no entry, and
// only then.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <zentrunk/hangup.hpp>

namespace hangup = zentrunk::hangup;

using getter = const hangup::entry& (*)(hangup::entries rows, std::size_t n);

static const hangup::entry& front(hangup::entries rows, std::size_t) { return rows.front(); }
static const hangup::entry& back(hangup::entries rows, std::size_t) { return rows.back(); }
static const hangup::entry& nth(hangup::entries rows, std::size_t n) { return rows[n]; }

static int failed = 0;

static void check(bool traps, const char* what, getter entry_of, hangup::entries rows,
                  std::size_t n = 0) {
  const pid_t child = fork();
  if (child == 0) {
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    volatile int code = entry_of(rows, n).code;
    _exit(code == 0 ? 1 : 0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  const bool good = traps ? WIFSIGNALED(status) : WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (good) return;
  std::printf("%s %s\n", what, traps ? "is not trapped" : "traps");
  ++failed;
}

int main() {
  for (const hangup::entry& row : hangup::table) {
    const hangup::entries rows = hangup::by_sip_code(row.sip_code);
    check(false, "front()", front, rows);
    check(false, "back()", back, rows);
    check(false, "[size() - 1]", nth, rows, rows.size() - 1);
    check(true, "[size()]", nth, rows, rows.size());
    check(true, "[-1]", nth, rows, static_cast<std::size_t>(-1));
  }
  for (const hangup::entries none : {hangup::entries(), hangup::by_cause("unheard_of"),
                                     hangup::by_originator(static_cast<hangup::originator>(255))}) {
    check(true, "front() of none", front, none);
    check(true, "back() of none", back, none);
    check(true, "[0] of none", nth, none, 0);
  }
  return failed == 0 ? 0 : 1;
}
