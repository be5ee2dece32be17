// SPDX-License-Identifier: BSL-1.0
//
// Raw SIP messages. The second reader is written the other way round: first all lines, then all
// fields with their folded values, then the search.
#include <sstream>

#include "fuzz.hpp"

using published::the_page;

namespace {

bool begins_with_blank(const std::string& line) {
  return !line.empty() && (line[0] == ' ' || line[0] == '\t');
}

struct line {
  std::string text, end;  // CRLF, LF, or at the end of the message CR or nothing
};

std::vector<line> lines_of(const std::string& message) {
  std::istringstream stream(message);
  std::vector<line> lines;
  for (std::string text; std::getline(stream, text);) {
    lines.push_back({text, stream.eof() ? "" : "\n"});
    if (text.empty() || text.back() != '\r') continue;
    lines.back().text.pop_back();
    lines.back().end.insert(0, "\r");
  }
  return lines;
}

struct field {
  std::string name;
  std::vector<line> value;
};

// The header fields, between the start line and the first empty one. A line without a colon is a
// field without a name.
std::vector<field> fields_of(std::vector<line> lines) {
  const auto is_empty = [](const line& each) { return each.text.empty(); };
  lines.erase(lines.begin(), std::find_if_not(lines.begin(), lines.end(), is_empty));
  lines.erase(std::find_if(lines.begin(), lines.end(), is_empty), lines.end());
  std::vector<field> fields;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string& text = lines[i].text;
    if (begins_with_blank(text)) {
      if (!fields.empty()) fields.back().value.push_back(lines[i]);  // else the start line's
      continue;
    }
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) {
      fields.push_back({});
    } else {
      std::string name = text.substr(0, colon);
      while (begins_with_blank({name.rbegin(), name.rend()})) name.pop_back();
      fields.push_back({published::to_lower(name), {{text.substr(colon + 1), lines[i].end}}});
    }
  }
  return fields;
}

// The value as it is, without the blanks around it and the lines that are all blank at its ends.
std::string text_of(std::vector<line> value) {
  const auto is_blank = [](const line& each) {
    return each.text.find_first_not_of(" \t") == std::string::npos;
  };
  while (!value.empty() && is_blank(value.front())) value.erase(value.begin());
  while (!value.empty() && is_blank(value.back())) value.pop_back();
  if (value.empty()) return "";
  value.back().end.clear();
  std::string text;
  for (const line& each : value) text += each.text + each.end;
  const std::size_t first = text.find_first_not_of(" \t");
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string value_in(const std::string& message) {
  for (const field& each : fields_of(lines_of(message))) {
    if (each.name == "x-zt-hangup-code") return text_of(each.value);
  }
  return "";
}

}  // namespace

void fuzz::check(std::string_view input) {
  const std::string wanted = value_in(std::string(input));
  require(zentrunk::hangup::hangup_code_field(input) == wanted, "hangup_code_field");
  require(published::code_of(zentrunk::hangup::from_sip_message(input)) ==
              published::code_of(the_page().by_code(published::number_in(wanted))),
          "from_sip_message");
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
