// SPDX-License-Identifier: BSL-1.0
//
// With one of these macros defined the file must not compile; without any it does.
#include <zentrunk/hangup.hpp>

using namespace zentrunk::hangup;
using namespace zentrunk::hangup::literals;

static_assert((4090_hangup).code == 4090 && by_code(4090) && !by_sip_code(503).empty());

#if defined(unknown_literal)
const entry& row = 4091_hangup;
#elif defined(octal_literal)
const entry& row = 04070_hangup;
#elif defined(fraction_literal)
const entry& row = 4090.0_hangup;
#elif defined(fraction_code)
const entry* row = by_code(4090.0);
#elif defined(fraction_sip_code)
entries rows = by_sip_code(503.0);
#elif defined(change_by_code)
void change() { by_code(4090)->code = 1; }
#elif defined(change_in_entries)
void change() { by_cause("forbidden")[0].code = 1; }
#elif defined(dropped_result)
void drop() { by_code(4090); }
#endif
