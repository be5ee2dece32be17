// SPDX-License-Identifier: BSL-1.0
//
// Loaded into a program by LD_PRELOAD, makes every disk one that takes at most 1,000 bytes at once,
// and with LOSES_DATA in the environment one that loses them, and tells so when asked to keep them.
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdlib>

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): the C library's are reserved
extern "C" ssize_t write(int descriptor, const void* bytes, std::size_t size) {
  return syscall(SYS_write, descriptor, bytes, std::min(size, std::size_t{1000}));
}

extern "C" int fsync(int descriptor) {
  if (std::getenv("LOSES_DATA") == nullptr) return static_cast<int>(syscall(SYS_fsync, descriptor));
  errno = EIO;
  return -1;
}
// NOLINTEND(readability-inconsistent-declaration-parameter-name)
