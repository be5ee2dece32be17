// SPDX-License-Identifier: BSL-1.0
//
// Loaded into a program by LD_PRELOAD, makes its standard output a terminal in its eyes. (A real
// one is not to be had everywhere, in a plain chroot for example.)
#include <unistd.h>

// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): the C library's is reserved
extern "C" int isatty(int descriptor) noexcept { return descriptor == STDOUT_FILENO ? 1 : 0; }
