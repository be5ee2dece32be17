// SPDX-License-Identifier: BSL-1.0
//
// The generator's indexes for data that no file can bring it to.
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

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

}  // namespace

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
