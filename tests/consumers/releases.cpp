// SPDX-License-Identifier: BSL-1.0
//
// A program of two units: one with the release that has 77 rows, and one, OTHER, with a release of
// the same major version that has a row more.
#include <zentrunk/hangup.hpp>

namespace hangup = zentrunk::hangup;

// What both releases publish is the same row, whoever asks; the types are one.
bool other_release_is_right(const hangup::entry& row);

namespace {

bool is_right(std::size_t rows, bool has_one_more) {
  for (const hangup::entry& row : hangup::table) {
    if (hangup::by_code(row.code) != &row) return false;
    if (hangup::by_cause(row.cause, row.originator).empty()) return false;
  }
  return hangup::table.size() == rows && hangup::by_cause("one_more").empty() != has_one_more &&
         hangup::by_sip_code(299).empty() != has_one_more &&
         hangup::by_code(6070)->cause == "not_acceptable";
}

}  // namespace

#ifdef OTHER
bool other_release_is_right(const hangup::entry& row) {
  return is_right(78, true) && hangup::by_code(row.code)->cause == row.cause;
}
#else
int main() { return is_right(77, false) && other_release_is_right(*hangup::by_code(4090)) ? 0 : 1; }
#endif
