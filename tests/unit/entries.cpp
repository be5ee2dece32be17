// SPDX-License-Identifier: BSL-1.0
//
// `entries` as a range for the standard's algorithms.
#include <algorithm>
#include <cstddef>
#include <cstdint>
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
static_assert(!std::is_constructible_v<entries, const std::uint16_t*, const std::uint16_t*> &&
              !std::is_constructible_v<entries, entries::iterator, entries::iterator> &&
              !std::is_constructible_v<entries, const std::uint16_t*> &&
              !std::is_constructible_v<entries::iterator, const std::uint16_t*>);

namespace {

// The entries of the most frequent SIP status code.
entries many() {
  entries most;
  for (const entry& row : hangup::table) {
    const entries rows = hangup::by_sip_code(row.sip_code);
    if (rows.size() > most.size()) most = rows;
  }
  REQUIRE(most.size() >= 3);
  return most;
}

}  // namespace

TEST_CASE("entries by iterator, by index, front and back") {
  const entries rows = many();
  CHECK_FALSE(rows.empty());
  CHECK(&rows.front() == &rows[0]);
  CHECK(&rows.back() == &rows[rows.size() - 1]);
  CHECK(rows.begin()->code == rows.front().code);
  std::size_t i = 0;
  for (const entry& row : rows) CHECK(&row == &rows[i++]);
  CHECK(i == rows.size());
}

TEST_CASE("an empty range") {
  for (const entries& none :
       {entries(), hangup::by_cause("unheard_of"), hangup::by_sip_code(999)}) {
    CHECK(none.empty());
    CHECK(none.size() == 0);
    CHECK(none.begin() == none.end());
  }
}

TEST_CASE("random-access iterators, which outlive the range") {
  const auto begin = many().begin(), end = many().end();
  const entries rows = many();
  CHECK(end - begin == static_cast<std::ptrdiff_t>(rows.size()));
  for (std::ptrdiff_t i = 0; i < 3; ++i) {
    for (std::ptrdiff_t j = 0; j < 3; ++j) {
      const auto a = begin + i, b = j + begin;
      const entry &first = rows[static_cast<std::size_t>(i)],
                  &second = rows[static_cast<std::size_t>(j)];
      auto moved = a;
      CHECK(&*(moved += j - i) == &second);
      CHECK(&*(moved -= j - i) == &first);
      CHECK(&*(b - (j - i)) == &first);
      CHECK(&a[j - i] == &second);
      CHECK(b - a == j - i);
      CHECK((a == b) == (i == j));
      CHECK((a != b) == (i != j));
      CHECK((a < b) == (i < j));
      CHECK((a > b) == (i > j));
      CHECK((a <= b) == (i <= j));
      CHECK((a >= b) == (i >= j));
    }
  }
  auto it = begin;
  CHECK(it++ == begin);
  CHECK(it-- == begin + 1);
  CHECK(it == begin);
  CHECK(++it == begin + 1);
  CHECK(it == begin + 1);
  CHECK(--it == begin);
  CHECK(it == begin);
  CHECK(entries::iterator() == entries::iterator());
  CHECK(std::is_sorted(std::make_reverse_iterator(end), std::make_reverse_iterator(begin),
                       [](const entry& a, const entry& b) { return a.code > b.code; }));
}

#if defined(__cpp_lib_ranges)
static_assert(std::random_access_iterator<entries::iterator>);
static_assert(std::sized_sentinel_for<entries::iterator, entries::iterator>);
static_assert(std::ranges::view<entries>);
static_assert(std::ranges::borrowed_range<entries>);
static_assert(std::ranges::random_access_range<entries> && std::ranges::sized_range<entries>);
static_assert(std::ranges::common_range<entries>);

#if defined(__GNUC__) && !defined(__clang__)  // clang 14 can't parse libstdc++'s adaptors
TEST_CASE("entries are a C++20 view") {
  std::vector<int> codes;
  for (const int code : many() | std::views::reverse | std::views::transform(&entry::code)) {
    codes.push_back(code);
  }
  CHECK(std::ranges::equal(codes, many() | std::views::reverse, {}, {}, &entry::code));
  CHECK(std::ranges::is_sorted(codes, std::ranges::greater()));
  CHECK(std::ranges::find(many(), many()[1].code, &entry::code)->code == many()[1].code);
}
#endif
#endif
