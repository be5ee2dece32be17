// SPDX-License-Identifier: BSL-1.0
//
// Two releases of one major version, or two data sets, in a program: this unit is compiled with
// each. The main unit calls OTHER; ONE_MORE: OTHER's data has one more row.
#include <zentrunk/advice.hpp>
#include <zentrunk/hangup.hpp>

namespace hangup = zentrunk::hangup;

// The type of an entry is the same in both.
bool other_release_is_right(const hangup::entry& row, std::size_t rows);

namespace {

bool holds(hangup::entries found, const hangup::entry& wanted) {
  if (found.size() > hangup::table.size()) return false;
  bool held = false;
  for (const hangup::entry& row : found) held = held || &row == &wanted;
  return held;
}

bool is_right(std::size_t rows, bool has_one_more) {
  for (const hangup::entry& row : hangup::table) {
    if (hangup::by_code(row.code) != &row || !holds(hangup::by_cause(row.cause), row) ||
        !holds(hangup::by_cause(row.cause, row.originator), row) ||
        !holds(hangup::by_sip_code(row.sip_code), row) ||
        !holds(hangup::by_sip_response(row.sip_response), row) ||
        !holds(hangup::by_originator(row.originator), row) ||
        hangup::advice_for(row.code)->cause != row.cause) {
      return false;
    }
  }
  std::size_t found = 0;
  for (int code = 0; code < 65536; ++code) found += hangup::by_code(code) == nullptr ? 0U : 1U;
  return found == rows && hangup::table.size() == rows &&
         hangup::by_cause("one_more").empty() != has_one_more &&
         hangup::by_sip_code(299).empty() != has_one_more;
}

}  // namespace

#ifdef OTHER
bool other_release_is_right(const hangup::entry& row, std::size_t rows) {
  const hangup::entry* ours = hangup::by_code(row.code);
  return is_right(rows + ONE_MORE, ONE_MORE) && ours != nullptr && ours != &row &&
         ours->cause == row.cause;
}
#else
int main() {
  return is_right(hangup::table.size(), false) &&
                 other_release_is_right(*hangup::by_code(4090), hangup::table.size())
             ? 0
             : 1;
}
#endif
