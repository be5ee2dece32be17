// SPDX-License-Identifier: BSL-1.0
//
// hangup.hpp after headers that define lower-case macros or common names, like windows.h and
// netdb.h.
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define small char
#define near
#define far
#define interface struct
#define hyper __int64
#define cdecl
#define pascal
#define huge
#define GetMessage GetMessageW
#define h_errno (*__h_errno_location())
#define h_addr h_addr_list[0]
#define major(x) (x)
#define minor(x) (x)
#define makedev(x, y) (x)
#define linux 1
#define unix 1
#define errno (*__errno_location())
#define signals protected
#define slots
#define emit
#define foreach
#define check(x) (x)
#define verify(x) (x)
#define assert(x) ((void)0)
#define N 1
#define T 1
#define E 1
#define _A 1
#define I 1
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>
#include <zentrunk/ostream.hpp>
#include <zentrunk/sip.hpp>

int main() {
  namespace hangup = zentrunk::hangup;
  const hangup::entry& row = hangup::table.front();
  return hangup::by_code(row.code) == &row && !hangup::by_cause(row.cause).empty() &&
                 hangup::advice_for(row.code) != nullptr && hangup::from_sip_message("") == nullptr
             ? 0
             : 1;
}
