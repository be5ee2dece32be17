// SPDX-License-Identifier: BSL-1.0
//
// Loaded by LD_PRELOAD, makes a program see its standard output as a terminal of TERMINAL_COLUMNS
// columns. (Not every machine has a terminal: a plain chroot, for example.)
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdarg>
#include <cstdlib>

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): the C library's are reserved
extern "C" int isatty(int descriptor) noexcept { return descriptor == STDOUT_FILENO ? 1 : 0; }

// NOLINTNEXTLINE(cert-dcl50-cpp): so is the C library's
extern "C" int ioctl(int descriptor, unsigned long request, ...) noexcept {
  const char* columns = std::getenv("TERMINAL_COLUMNS");
  if (descriptor != STDOUT_FILENO || request != TIOCGWINSZ || columns == nullptr) return -1;
  va_list rest;
  va_start(rest, request);
  *va_arg(rest, winsize*) = {24, static_cast<unsigned short>(std::strtoul(columns, nullptr, 10)), 0,
                             0};
  va_end(rest);
  return 0;
}
// NOLINTEND(readability-inconsistent-declaration-parameter-name)
