// SPDX-License-Identifier: BSL-1.0
//
// Step 1, read: a CSV file (RFC 4180, UTF-8) to its records.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace generate {

struct record {
  std::size_t line;
  std::vector<std::string> fields;
};

struct csv_file {
  std::string name;
  std::vector<record> records;  // the first one holds the names of the columns
};

// The content of the file. Throws problem if it cannot be read.
std::string read_file(const std::string& name);

// The records of the text, one per line; `name` is the file's, for messages. Ignores a byte order
// mark and takes CRLF line ends. Throws problem at the first line that is not UTF-8, has a control
// character or has wrong quotes.
csv_file parse_csv(const std::string& name, std::string_view text);

// The five files in data/.
struct csv_files {
  csv_file codes, sources, aliases, later_codes, advice;
};
csv_files read_data(const std::string& directory);

}  // namespace generate
