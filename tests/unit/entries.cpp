// SPDX-License-Identifier: BSL-1.0
//
// `entries` as a range: what the standard's algorithms ask of it.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>
#include <vector>
#include <zentrunk/hangup.hpp>

#include "catch.hpp"

#if defined(__cpp_lib_ranges)
#include <ranges>
#endif

namespace hangup = zentrunk::hangup;
using hangup::entries;
using hangup::entry;

static_assert(std::is_same_v<std::iterator_traits<entries::iterator>::iterator_category,
                             std::random_access_iterator_tag>);
static_assert(std::is_same_v<std::iterator_traits<entries::iterator>::reference, const entry&>);
static_assert(std::is_trivially_copyable_v<entries> &&
              std::is_trivially_copyable_v<entries::iterator>);
static_assert(std::is_nothrow_default_constructible_v<entries> && entries().empty());

TEST_CASE("a range of rows gives them by iterator, by number and at its ends") {
  const entries rows = hangup::by_sip_code(503);
  REQUIRE(rows.size() == 22);
  CHECK_FALSE(rows.empty());
  CHECK(&rows.front() == &rows[0]);
  CHECK(&rows.back() == &rows[21]);
  CHECK(&*rows.begin() == &rows.front());
  CHECK(rows.begin()->code == 4010);
  std::size_t i = 0;
  for (const entry& row : rows) CHECK(&row == &rows[i++]);
  CHECK(i == 22);
  CHECK(std::is_sorted(rows.begin(), rows.end(),
                       [](const entry& a, const entry& b) { return a.code < b.code; }));
}

TEST_CASE("an empty range") {
  for (const entries& none :
       {entries(), hangup::by_cause("unheard_of"), hangup::by_sip_code(999)}) {
    CHECK(none.empty());
    CHECK(none.size() == 0);
    CHECK(none.begin() == none.end());
  }
}

TEST_CASE("iterators outlive the range") {
  auto first = hangup::by_cause("forbidden").begin();
  const auto last = hangup::by_cause("forbidden").end();
  CHECK(last - first == 3);
  CHECK((++first)->code == 4060);
}

TEST_CASE("iterators are random-access iterators") {
  const entries rows = hangup::by_cause("forbidden");  // 4040, 4060, 4540
  const auto begin = rows.begin();
  auto it = begin;
  CHECK(it++ == begin);
  CHECK(it->code == 4060);
  CHECK(it-- == begin + 1);
  CHECK(it == begin);
  CHECK((++it)->code == 4060);
  CHECK((--it)->code == 4040);
  CHECK((it += 2)->code == 4540);
  CHECK((it -= 2)->code == 4040);
  CHECK((begin + 2)->code == 4540);
  CHECK((2 + begin)->code == 4540);
  CHECK((rows.end() - 1)->code == 4540);
  CHECK(begin[1].code == 4060);
  CHECK(rows.end()[-3].code == 4040);
  CHECK(rows.end() - begin == 3);
  CHECK(begin - rows.end() == -3);
  CHECK(begin != begin + 1);
  CHECK_FALSE(begin != begin);
  CHECK(begin < begin + 1);
  CHECK_FALSE(begin < begin);
  CHECK(begin + 1 > begin);
  CHECK_FALSE(begin > begin);
  CHECK(begin <= begin);
  CHECK(begin <= begin + 1);
  CHECK_FALSE(begin + 1 <= begin);
  CHECK(begin >= begin);
  CHECK(begin + 1 >= begin);
  CHECK_FALSE(begin >= begin + 1);
  CHECK(entries::iterator() == entries::iterator());

  const auto found = std::lower_bound(rows.begin(), rows.end(), 4060,
                                      [](const entry& row, int code) { return row.code < code; });
  CHECK(found == begin + 1);
  std::vector<int> backwards;
  std::transform(std::make_reverse_iterator(rows.end()), std::make_reverse_iterator(rows.begin()),
                 std::back_inserter(backwards), [](const entry& row) { return row.code; });
  CHECK(backwards == std::vector<int>{4540, 4060, 4040});
}

#if defined(__cpp_lib_ranges)
static_assert(std::random_access_iterator<entries::iterator>);
static_assert(std::sized_sentinel_for<entries::iterator, entries::iterator>);
static_assert(std::ranges::view<entries>);
static_assert(std::ranges::borrowed_range<entries>);
static_assert(std::ranges::random_access_range<entries> && std::ranges::sized_range<entries>);
static_assert(std::ranges::common_range<entries>);

#if defined(__GNUC__) && !defined(__clang__)  // clang 14 can't parse libstdc++'s adaptors
TEST_CASE("a range of rows is a C++20 view") {
  auto codes =
      hangup::by_cause("forbidden") | std::views::reverse | std::views::transform(&entry::code);
  std::vector<int> all;
  for (const int code : codes) all.push_back(code);
  CHECK(all == std::vector<int>{4540, 4060, 4040});
  CHECK(std::ranges::find(hangup::by_sip_code(503), 4540, &entry::code)->code == 4540);
}
#endif
#endif
