// SPDX-License-Identifier: BSL-1.0
//
// Compiles unless MISTAKE is defined as a statement that must not compile. tests/CMakeLists.txt has
// them.
#include <cstddef>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>
#include <zentrunk/sip.hpp>

#ifndef MISTAKE
#define MISTAKE constexpr auto none = by_cause("unheard_of").size()
#endif

enum class scoped { one };

void mistake() {
  using namespace zentrunk::hangup;
  using namespace zentrunk::hangup::literals;
  MISTAKE;
}
