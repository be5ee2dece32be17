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

std::vector<int> codes_in(entries rows) {
  std::vector<int> codes;
  while (codes.size() < rows.size()) codes.push_back(rows[codes.size()].code);
  return codes;
}

}  // namespace

TEST_CASE("entries by iterator, by index, front and back") {
  const entries rows = many();
  CHECK_FALSE(rows.empty());
  CHECK(&rows.front() == &rows[0]);
  CHECK(&rows.back() == &rows[rows.size() - 1]);
  CHECK(&*rows.begin() == &rows.front());
  CHECK(rows.begin()->code == rows.front().code);
  std::size_t i = 0;
  for (const entry& row : rows) CHECK(&row == &rows[i++]);
  CHECK(i == rows.size());
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
  const auto codes = codes_in(many());
  auto first = many().begin();
  const auto last = many().end();
  CHECK(last - first == static_cast<std::ptrdiff_t>(codes.size()));
  CHECK((++first)->code == codes[1]);
}

TEST_CASE("iterators are random-access iterators") {
  const entries rows = many();
  const std::vector<int> codes = codes_in(rows);
  const auto begin = rows.begin();
  const auto size = static_cast<std::ptrdiff_t>(codes.size());
  auto it = begin;
  CHECK(it++ == begin);
  CHECK(it->code == codes[1]);
  CHECK(it-- == begin + 1);
  CHECK(it == begin);
  CHECK((++it)->code == codes[1]);
  CHECK((--it)->code == codes[0]);
  CHECK((it += 2)->code == codes[2]);
  CHECK((it -= 2)->code == codes[0]);
  CHECK((begin + 2)->code == codes[2]);
  CHECK((2 + begin)->code == codes[2]);
  CHECK((rows.end() - 1)->code == codes.back());
  CHECK(begin[1].code == codes[1]);
  CHECK(rows.end()[-size].code == codes[0]);
  CHECK(rows.end() - begin == size);
  CHECK(begin - rows.end() == -size);
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

  const auto found = std::lower_bound(rows.begin(), rows.end(), codes[1],
                                      [](const entry& row, int code) { return row.code < code; });
  CHECK(found == begin + 1);
  std::vector<int> backwards;
  std::transform(std::make_reverse_iterator(rows.end()), std::make_reverse_iterator(rows.begin()),
                 std::back_inserter(backwards), [](const entry& row) { return row.code; });
  CHECK(backwards == std::vector<int>(codes.rbegin(), codes.rend()));
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
  const std::vector<int> codes = codes_in(many());
  std::vector<int> all;
  for (const int code : many() | std::views::reverse | std::views::transform(&entry::code)) {
    all.push_back(code);
  }
  CHECK(all == std::vector<int>(codes.rbegin(), codes.rend()));
  CHECK(std::ranges::find(many(), codes[1], &entry::code)->code == codes[1]);
}
#endif
#endif
