// SPDX-License-Identifier: BSL-1.0
#include <fmt/os.h>

#include <array>
#include <filesystem>
#include <system_error>

#include "../utf8.hpp"
#include "generate.hpp"

namespace generate {
namespace {

void check_characters(const place& where, std::string_view text) {
  for (std::size_t i = 0, length = 0; i < text.size(); i += length) {
    length = first_character(text.substr(i)).size;
    const unsigned byte = static_cast<unsigned char>(text[i]);
    if (length == 0) throw problem(where, "byte {} (0x{:02X}) is not UTF-8", i + 1, byte);
    if (byte < 0x20 || byte == 0x7F) {
      throw problem(where, "byte {} is a control character (0x{:02X})", i + 1, byte);
    }
  }
}

std::vector<std::string> split(const place& where, std::string_view text) {
  std::vector<std::string> fields;
  for (;;) {
    std::string field;
    if (!text.empty() && text.front() == '"') {
      for (text.remove_prefix(1);; text.remove_prefix(1)) {
        if (text.empty()) throw problem(where, "a quoted field has no closing quote in this line");
        if (text.front() == '"') {
          text.remove_prefix(1);
          if (text.empty() || text.front() != '"') break;
        }
        field += text.front();
      }
      if (!text.empty() && text.front() != ',') {
        throw problem(where, "text follows the closing quote of a field");
      }
    } else {
      field = text.substr(0, text.find(','));
      if (field.find('"') != field.npos) {
        throw problem(where,
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
    throw problem({name}, "cannot be read: {}", error.code().message());
  }
}

csv_file parse_csv(const std::string& name, std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) {
    text.remove_prefix(byte_order_mark.size());
  }

  csv_file records;
  for (place where{name}; !text.empty(); ++where.line) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    check_characters(where, line);
    if (line.empty()) throw problem(where, "the line is empty");
    records.push_back({where, split(where, line)});
  }
  if (records.empty()) throw problem({name}, "the file is empty");
  return records;
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
