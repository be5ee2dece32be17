// SPDX-License-Identifier: BSL-1.0
//
// All that a program sees of a {fmt} too old for zentrunk/format.hpp.
#define FMT_VERSION 80101
