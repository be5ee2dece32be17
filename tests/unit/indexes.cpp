// SPDX-License-Identifier: BSL-1.0
//
// The generator's indexes: what it finds for chosen data, and for some that no file can bring it
// to.
#include <cstddef>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>
#include <zentrunk/hangup.hpp>

#include "catch.hpp"
#include "emit.hpp"
#include "index.hpp"
#include "validate.hpp"

namespace {

generate::dataset with_phrases(const std::vector<std::string>& phrases) {
  generate::dataset data{{{"Carrier", "carrier", ""}}, {}};
  std::uint16_t code = 0;
  for (const std::string& phrase : phrases) {
    data.rows.push_back({++code, 0, 0, "a", "", phrase, "a"});
  }
  return data;
}

// The text with the highest bit of one byte turned.
std::string turned(std::string text, std::size_t byte) {
  text[byte] = static_cast<char>(text[byte] ^ '\x80');
  return text;
}

// So many codes on no regular step, ascending, and as many phrases.
generate::dataset data_at_random(std::size_t count) {
  std::mt19937 random;
  generate::dataset data = with_phrases(std::vector<std::string>(count));
  std::uint32_t code = 0;
  for (generate::row& row : data.rows) {
    code += 1 + static_cast<std::uint32_t>(random() % 40);
    row.code = static_cast<std::uint16_t>(code);
    row.sip_response = std::to_string(random());
    row.sip_response += " and " + std::to_string(random());
  }
  return data;
}

// The header's own index of causes, as if it had names of less than eight characters.
struct index_with_short_names : zentrunk::hangup::detail::cause_index {
  static constexpr std::size_t shortest = 1;
};

// All seeds in one number.
std::uint64_t folded(const std::vector<std::uint64_t>& seeds) {
  std::uint64_t all = 0;
  for (const std::uint64_t seed : seeds) all = all * 31 + seed;
  return all;
}

}  // namespace

// The numbers of rows are those around which the search leaves out a table that is too small to be
// worth it, and for which it tries one in vain. Where it takes another way it comes out elsewhere.
TEST_CASE("the same data give the same tables, on every machine") {
  struct found_codes {
    generate::dataset data;
    std::uint32_t multiplier;
    std::size_t slots;
  };
  const auto steps = [](std::size_t count) {  // codes from 1 on
    return with_phrases(std::vector<std::string>(count, "a"));
  };
  for (const found_codes& found : std::vector<found_codes>{{data_at_random(92), 0xDF4116FD, 512},
                                                           {data_at_random(93), 0xAA9FCE13, 512},
                                                           {steps(736), 0xD091BB5D, 16384},
                                                           {steps(1500), 1 << 16, 65536}}) {
    const generate::code_index index = generate::make_indexes(found.data).code;
    CAPTURE(found.data.rows.size());
    CHECK(index.multiplier == found.multiplier);
    CHECK(index.slots.size() == found.slots);
  }

  struct found_names {
    std::size_t names, slots, seeds;
    std::uint64_t all_seeds;
  };
  for (const found_names& found : std::vector<found_names>{{41, 128, 1, 0xA04DD2441627CF03},
                                                           {42, 128, 1, 0x26C4BF424FCA8777},
                                                           {116, 1024, 1, 0x9FD7914AB8F52579},
                                                           {400, 1024, 128, 0x57914A0EBEA19972}}) {
    generate::dataset data = data_at_random(found.names);
    for (std::size_t i = 0; i < data.rows.size(); ++i) {
      data.rows[i].code = static_cast<std::uint16_t>(i);  // which are quickly apart
    }
    const generate::name_index index = generate::make_indexes(data).sip_response;
    CAPTURE(found.names);
    CHECK_FALSE(index.whole_name);
    CHECK(index.slots.size() == found.slots);
    CHECK(index.seeds.size() == found.seeds);
    CHECK(folded(index.seeds) == found.all_seeds);
  }
}

TEST_CASE("names too many of which share a bucket are hashed in another way") {
  // Of a name of 16 bytes whose last 8 are 0, the first 8 are the hash, if the bits of case are 0.
  constexpr std::uint64_t case_bits = 0x2020202020202020 | 0x0101010101010100;
  std::mt19937_64 random;
  const std::uint64_t multiplier = random() | 1U;  // the first that the generator tries, too
  std::vector<std::string> names;
  while (names.size() < 400) {
    const std::uint64_t hash = random() & ~case_bits;
    if ((hash * multiplier) >> 57 != 0) continue;  // of 128 buckets, not the first
    std::string name(16, '\0');
    for (unsigned i = 0; i < 8; ++i) name[i] = static_cast<char>(hash >> 8 * i & 0xFF);
    names.push_back(name);
  }
  const generate::name_index index = generate::make_indexes(with_phrases(names)).sip_response;
  CHECK(index.whole_name);
  CHECK(index.multiplier == 0xF7EAEF8246EB609F);  // the second, after so many attempts
  CHECK(index.seeds.size() == 128);
}

TEST_CASE("the header hashes whole names as the generator does, and short ones as others") {
  const std::vector<std::string> names{"abcdefghij klmnopqrst",
                                       "abcdefghij Klmnopqrsx",
                                       "abcdefghijxklmnopqrst",
                                       "short",
                                       "12345678",
                                       ""};
  const generate::name_index index = generate::make_indexes(with_phrases(names)).sip_response;
  REQUIRE(index.whole_name);
  REQUIRE(index.one_seed());
  for (std::size_t i = 0; i < names.size(); ++i) {
    CAPTURE(names[i]);
    const std::uint64_t hash = zentrunk::hangup::detail::hash_of_whole(names[i], index.multiplier);
    CHECK(index.slots.at((hash * index.seeds.front()) >> index.slot_shift) == i);
  }

  namespace hangup = zentrunk::hangup;
  for (const char* unknown : {"", "a", "busy", "barred_"}) {
    CAPTURE(unknown);
    CHECK(hangup::detail::rows_by_name<index_with_short_names, &hangup::entry::cause>(unknown)
              .empty());
  }
}

TEST_CASE("names that no hash tells apart are refused") {
  // Their ends do not tell these apart.
  const std::string long_name = std::string(20, 'x');
  const std::string other_long_name = std::string(10, 'x') + 'y' + std::string(9, 'x');
  CHECK(generate::make_indexes(with_phrases({long_name, other_long_name})).sip_response.whole_name);

  // And these have the same hash as a whole, whatever the multiplier: the highest bit of the first
  // eight characters stays the only difference in the product; the shift copies it to bit 31; and
  // the other eight characters cancel both. In UTF-8 no bytes differ like that.
  const std::string name = "abcdefghijklmnop";
  const std::string other_name = turned(turned(turned(name, 7), 8 + 3), 8 + 7);
  CHECK_FALSE(generate::make_indexes(with_phrases({name, other_name})).sip_response.whole_name);
  CHECK_THROWS_AS(
      generate::make_indexes(with_phrases({long_name, other_long_name, name, other_name})),
      std::runtime_error);
}

TEST_CASE("as many rows as there are codes") {
  generate::dataset data =
      with_phrases(std::vector<std::string>(65535, "a"));  // codes from 1 to 65535
  CHECK_THAT(generate::emit(data, generate::make_indexes(data)),
             contains("using row_number = std::uint16_t;"));
  data.rows.insert(data.rows.begin(), {0, 0, 0, "a", "", "a", "a"});
  const generate::indexes all = generate::make_indexes(data);
  CHECK_THAT(generate::emit(data, all), contains("using row_number = std::uint32_t;"));
  for (const generate::row& row : data.rows) {
    if (all.code.slots.at((row.code * all.code.multiplier) >> all.code.shift) != row.code) {
      FAIL_CHECK(row.code);
    }
  }
}
