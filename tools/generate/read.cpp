// SPDX-License-Identifier: BSL-1.0
#include "read.hpp"

#include <fmt/os.h>

#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "problem.hpp"

namespace generate {
namespace {

// The byte sequences of UTF-8, as the Unicode Standard lists them (table 3-7): a lead byte, the
// range of the second byte, and how many more follow, each of them 80 to BF.
struct utf8_form {
  unsigned char lead_first, lead_last, second_first, second_last;
  std::size_t more;
};
constexpr std::array<utf8_form, 8> utf8_forms{{{0xC2, 0xDF, 0x80, 0xBF, 0},
                                               {0xE0, 0xE0, 0xA0, 0xBF, 1},
                                               {0xE1, 0xEC, 0x80, 0xBF, 1},
                                               {0xED, 0xED, 0x80, 0x9F, 1},
                                               {0xEE, 0xEF, 0x80, 0xBF, 1},
                                               {0xF0, 0xF0, 0x90, 0xBF, 2},
                                               {0xF1, 0xF3, 0x80, 0xBF, 2},
                                               {0xF4, 0xF4, 0x80, 0x8F, 2}}};

// The length in bytes of the first character; 0 if it is not complete UTF-8.
std::size_t utf8_length(std::string_view text) {
  const auto in = [text](std::size_t i, unsigned char first, unsigned char last) {
    if (i >= text.size()) return false;
    const auto byte = static_cast<unsigned char>(text[i]);
    return first <= byte && byte <= last;
  };
  if (in(0, 0x00, 0x7F)) return 1;
  for (const utf8_form& form : utf8_forms) {
    if (!in(0, form.lead_first, form.lead_last)) continue;
    if (!in(1, form.second_first, form.second_last)) return 0;
    for (std::size_t i = 2; i < 2 + form.more; ++i) {
      if (!in(i, 0x80, 0xBF)) return 0;
    }
    return 2 + form.more;
  }
  return 0;
}

void check_characters(const std::string& name, std::size_t line, std::string_view text) {
  for (std::size_t i = 0, length = 0; i < text.size(); i += length) {
    length = utf8_length(text.substr(i));
    const unsigned byte = static_cast<unsigned char>(text[i]);
    if (length == 0) throw problem(name, line, "byte {} (0x{:02X}) is not UTF-8", i + 1, byte);
    if (byte == 0) throw problem(name, line, "byte {} is a NUL", i + 1);
    if (byte < 0x20 || byte == 0x7F) {
      throw problem(name, line, "byte {} is a control character (0x{:02X})", i + 1, byte);
    }
  }
}

std::vector<std::string> split(const std::string& name, std::size_t line, std::string_view text) {
  std::vector<std::string> fields;
  for (;;) {
    std::string field;
    if (!text.empty() && text.front() == '"') {
      for (text.remove_prefix(1);; text.remove_prefix(1)) {
        if (text.empty())
          throw problem(name, line, "a quoted field has no closing quote in this line");
        if (text.front() == '"') {
          text.remove_prefix(1);
          if (text.empty() || text.front() != '"') break;
        }
        field += text.front();
      }
      if (!text.empty() && text.front() != ',') {
        throw problem(name, line, "text follows the closing quote of a field");
      }
    } else {
      field = text.substr(0, text.find(','));
      if (field.find('"') != field.npos) {
        throw problem(name, line,
                      "a quote in an unquoted field (quote the field and double the quotes in it)");
      }
      text.remove_prefix(field.size());
    }
    fields.push_back(std::move(field));
    if (text.empty()) return fields;
    text.remove_prefix(1);  // the comma
  }
}

}  // namespace

std::string read_file(const std::string& name) {
  try {
    fmt::file file(name, fmt::file::RDONLY);
    std::string text;
    std::array<char, 65536> part{};
    while (const std::size_t size = file.read(part.data(), part.size())) {
      text.append(part.data(), size);
    }
    return text;
  } catch (const std::system_error& error) {
    throw problem(name, 1, "cannot be read: {}", error.code().message());
  }
}

csv_file parse_csv(const std::string& name, std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) {
    text.remove_prefix(byte_order_mark.size());
  }

  csv_file csv{name, {}};
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    check_characters(name, number, line);
    if (line.empty()) throw problem(name, number, "the line is empty");
    csv.records.push_back({number, split(name, number, line)});
  }
  if (csv.records.empty()) throw problem(name, 1, "the file is empty");
  return csv;
}

csv_files read_data(const std::string& directory) {
  const auto read = [&](const char* file) {
    const std::string name = (std::filesystem::path(directory) / file).string();
    return parse_csv(name, read_file(name));
  };
  return {read("hangup_codes.csv"), read("hangup_sources.csv"), read("cause_aliases.csv"),
          read("later_codes.csv"), read("advice.csv")};
}

}  // namespace generate
