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
#define IN
#define OUT
#define OPTIONAL
#define CONST const
#define ERROR 0
#define NO_ERROR 0
#define DELETE 0x00010000L
#define TRUE 1
#define FALSE 0
#define VOID void
#define STRICT 1
#define DIFFERENCE 11
#define ABSOLUTE 1
#define RELATIVE 2
#define STATUS_PENDING 0x103L
#define GetMessage GetMessageW
#define HOST_NOT_FOUND 1
#define TRY_AGAIN 2
#define NO_RECOVERY 3
#define NO_DATA 4
#define NO_ADDRESS NO_DATA
#define NETDB_SUCCESS 0
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
