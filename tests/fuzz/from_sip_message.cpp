// SPDX-License-Identifier: BSL-1.0
//
// Raw SIP messages. The second reader is written the other way round: first all lines, then all
// fields with their folded values, then the search.
#include <sstream>
#include <zentrunk/sip.hpp>

#include "fuzz.hpp"

using published::the_page;

namespace {

bool begins_with_blank(const std::string& line) {
  return !line.empty() && (line[0] == ' ' || line[0] == '\t');
}

// Without their ends, CRLF or LF; the message may end within a line.
std::vector<std::string> lines_of(const std::string& message) {
  std::istringstream stream(message);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

struct field {
  std::string name, value;
};

// The header fields, between the start line and the first empty one. A line without a colon is a
// field without a name.
std::vector<field> fields_of(std::vector<std::string> lines) {
  const auto is_empty = [](const std::string& line) { return line.empty(); };
  lines.erase(lines.begin(), std::find_if_not(lines.begin(), lines.end(), is_empty));
  lines.erase(std::find_if(lines.begin(), lines.end(), is_empty), lines.end());
  std::vector<field> fields;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    if (begins_with_blank(line)) {
      if (!fields.empty()) fields.back().value += line;  // else it goes on with the start line
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) {
      fields.push_back({});
    } else {
      std::string name = line.substr(0, colon);
      while (begins_with_blank({name.rbegin(), name.rend()})) name.pop_back();
      fields.push_back({published::to_lower(name), line.substr(colon + 1)});
    }
  }
  return fields;
}

// The value of the first such field, with the line ends that a fold leaves in it removed; empty for
// none.
std::string value_in(const std::string& message) {
  for (const field& each : fields_of(lines_of(message))) {
    if (each.name == "x-zt-hangup-code") return each.value;
  }
  return "";
}

// Without the blanks around it, and without the line ends in it.
std::string bare(std::string value) {
  const auto is_line_end = [](char c) { return c == '\r' || c == '\n'; };
  value.erase(std::remove_if(value.begin(), value.end(), is_line_end), value.end());
  const std::size_t first = value.find_first_not_of(" \t");
  if (first == value.npos) return "";
  return value.substr(first, value.find_last_not_of(" \t") - first + 1);
}

}  // namespace

void fuzz::check(std::string_view input) {
  const zentrunk::hangup::entry* found = zentrunk::hangup::from_sip_message(input);
  const std::string value = value_in(std::string(input));
  const published::row* wanted = the_page().by_code(value);
  require((found == nullptr) == (wanted == nullptr), "from_sip_message finds a row or not");
  require(found == nullptr || found->code == wanted->code, "from_sip_message finds the code");
  const std::string_view field = zentrunk::hangup::hangup_code_field(input);
  require(bare(std::string(field)) == bare(value), "hangup_code_field finds the value");
  require(field.empty() || (input.data() <= field.data() &&
                            field.data() + field.size() <= input.data() + input.size()),
          "hangup_code_field gives a part of the message");
}

std::vector<std::string> fuzz::seeds() {
  const std::string start = "BYE sip:a SIP/2.0\r\n";
  return {start + "X-ZT-Hangup-Code: 4090\r\n\r\n",
          "SIP/2.0 404 Not Found\nVia: x\nx-zt-hangup-code \t:4410\nTo: b\n\nbody",
          "\r\n\n" + start + "To: b\r\n c\r\nX-ZT-HANGUP-CODE:\r\n \r\n\t3000 \r\n \r\n\r\n",
          start + "X-ZT-Hangup-Code: 40\r\n 90\r\n\r\n",
          start + "X-ZT-Hangup-Codes: 4090\r\nX-ZT-Hangup-Code: 9999\r\nX-ZT-Hangup-Code: 4090",
          start + "Subject: X-ZT-Hangup-Code: 4090\r\n X-ZT-Hangup-Code: 4090\r\n\r\n",
          start + "X-ZT-Hangup-Code\r\n : 4090\r\nX-ZT-Hangup-Code: 5000\r\n\r\n",
          start + "\r\nX-ZT-Hangup-Code: 4090\r\n\r\n",
          "X-ZT-Hangup-Code: 4090\r\nX-ZT-Hangup-Code: 4080\r\n\r\n"};
}

std::vector<std::string> fuzz::words() {
  return {"X-ZT-Hangup-Code",
          "X-ZT-Hangup-Code: 4090\r\n",
          "x-zt-hangup-code:",
          "\r\n",
          "\n",
          "\r\n\r\n",
          "\r\n ",
          "\n\t",
          ": ",
          " :",
          "4090",
          "3000",
          "BYE sip:a SIP/2.0\r\n",
          "\r"};
}
