// SPDX-License-Identifier: BSL-1.0
//
// Compiles without MISTAKES. With it, each line that ends in "error: REGEX" is refused for that
// reason; the script `mistakes` checks that.
#include <cstddef>
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>
#include <zentrunk/sip.hpp>

using namespace zentrunk::hangup;
using namespace zentrunk::hangup::literals;

enum class scoped { one };

constexpr entries unknown = by_cause("unheard_of");
constexpr entries known = by_sip_code(table[0].sip_code);
static_assert(unknown.empty() && !known.empty());

#ifdef MISTAKES
// clang-format off
void mistakes() {
  (void)1_hangup;  // error: required from here|requested here
  (void)04070_hangup;  // error: required from here|requested here
  (void)4090.0_hangup;  // error: required from here|requested here
  (void)0x1000_hangup;  // error: required from here|requested here
  (void)4'090_hangup;  // error: required from here|requested here
  (void)65536_hangup;  // error: required from here|requested here
  (void)by_cause(0);  // error: deleted|ambiguous|no matching function
  (void)by_cause(0, originator::carrier);  // error: deleted|ambiguous|no matching function
  (void)by_sip_response(0);  // error: deleted|ambiguous|no matching function
  (void)parse_originator(0);  // error: deleted|ambiguous|no matching function
  (void)hangup_code_field(0);  // error: deleted|ambiguous|no matching function
  (void)from_sip_message(0);  // error: deleted|ambiguous|no matching function
  (void)by_cause(NULL);  // error: deleted|ambiguous|no matching function
  (void)by_cause(NULL, originator::carrier);  // error: deleted|ambiguous|no matching function
  (void)by_sip_response(NULL);  // error: deleted|ambiguous|no matching function
  (void)parse_originator(NULL);  // error: deleted|ambiguous|no matching function
  (void)hangup_code_field(NULL);  // error: deleted|ambiguous|no matching function
  (void)from_sip_message(NULL);  // error: deleted|ambiguous|no matching function
  (void)by_cause(nullptr);  // error: deleted|ambiguous|no matching function
  (void)by_cause(nullptr, originator::carrier);  // error: deleted|ambiguous|no matching function
  (void)by_sip_response(nullptr);  // error: deleted|ambiguous|no matching function
  (void)parse_originator(nullptr);  // error: deleted|ambiguous|no matching function
  (void)hangup_code_field(nullptr);  // error: deleted|ambiguous|no matching function
  (void)from_sip_message(nullptr);  // error: deleted|ambiguous|no matching function
  (void)by_code(nullptr);  // error: deleted|no matching function
  (void)by_sip_code(nullptr);  // error: deleted|no matching function
  (void)by_sip_code(nullptr, originator::carrier);  // error: deleted|no matching function
  (void)advice_for(nullptr);  // error: deleted|no matching function
  (void)by_cause({"a", "b"});  // error: no matching function|could not convert
  (void)by_cause({"a", true});  // error: no matching function|could not convert
  (void)by_code(1.0);  // error: deleted|no matching function
  (void)by_code(true);  // error: deleted|no matching function
  (void)by_sip_code(true);  // error: deleted|no matching function
  (void)advice_for(true);  // error: deleted|no matching function
  (void)by_sip_code(scoped::one);  // error: deleted|no matching function
  (void)by_code(scoped::one);  // error: deleted|no matching function
  constexpr auto code_0 = entries().front().code;  // error: constant expression|constexpr
  constexpr auto code_1 = entries().back().code;  // error: constant expression|constexpr
  constexpr auto code_2 = entries()[0].code;  // error: constant expression|constexpr
  constexpr auto code_3 = unknown.front().code;  // error: constant expression|constexpr
  constexpr auto code_4 = unknown.back().code;  // error: constant expression|constexpr
  constexpr auto code_5 = known[known.size()].code;  // error: constant expression|constexpr
  constexpr auto code_6 = known[table.size()].code;  // error: constant expression|constexpr
  by_code(1)->code = 1;  // error: read-only|const
  by_originator(originator::carrier)[0].code = 1;  // error: read-only|const
  table[0].code = 1;  // error: read-only|const
  advice_for(1)->code = 1;  // error: read-only|const
  advice_table[0].code = 1;  // error: read-only|const
  by_code(1);  // error: nodiscard
  by_code("1");  // error: nodiscard
  by_cause("a");  // error: nodiscard
  by_cause("a", originator::carrier);  // error: nodiscard
  by_sip_code(1);  // error: nodiscard
  by_sip_code(1, originator::carrier);  // error: nodiscard
  by_sip_code("1");  // error: nodiscard
  by_sip_code("1", originator::carrier);  // error: nodiscard
  by_originator(originator::carrier);  // error: nodiscard
  by_sip_response("a");  // error: nodiscard
  to_string(originator::carrier);  // error: nodiscard
  to_string(fixer::plivo);  // error: nodiscard
  to_string(retry::no);  // error: nodiscard
  describe(originator::carrier);  // error: nodiscard
  parse_originator("a");  // error: nodiscard
  advice_for(1);  // error: nodiscard
  advice_for("1");  // error: nodiscard
  hangup_code_field("a");  // error: nodiscard
  from_sip_message("a");  // error: nodiscard
}
// clang-format on
#endif
