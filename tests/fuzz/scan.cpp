// SPDX-License-Identifier: BSL-1.0
//
// Any text for hangup --scan: the size of the reads changes nothing, well-formed SIP messages have
// the code that the library finds in them, and the summary is valid JSON.
#include <stdexcept>
#include <zentrunk/sip.hpp>

#include "fuzz.hpp"
#include "lookup.hpp"

namespace hangup = zentrunk::hangup;

namespace {

// Nothing: the text is rejected.
std::optional<lookup::tally> scanned(std::string_view text, std::size_t at_once,
                                     std::size_t at_end = 0) {
  lookup::tally counts;
  const lookup::source read = [&](char* to, std::size_t size) {
    if (text.empty()) return at_end;
    const std::size_t copied = text.copy(to, std::min(size, at_once));
    text.remove_prefix(copied);
    return copied;
  };
  try {
    lookup::scan(read, counts);
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
  return counts;
}

std::string summary(const std::optional<lookup::tally>& counts) {
  return counts ? print(*counts, lookup::format::json, {}) : "rejected";
}

std::size_t times(const std::string& text, const std::string& name) {
  std::size_t count = 0;
  for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) ++count;
  return count;
}

// Whether the text can be header fields of a SIP message: each line has a name and a colon, or
// begins with a blank and is not the first one.
bool is_header(const std::string& text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = text.find("\r\n", begin);
    if (end == text.npos) return false;
    const std::string line = text.substr(begin, end - begin);
    if (line.find_first_of(std::string("\r\n\0", 3)) != line.npos) return false;
    const bool goes_on = begin > 0 && (line[0] == ' ' || line[0] == '\t');
    const std::size_t name = line.find_first_not_of(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.!%*_+`'~");
    if (!goes_on && (name == 0 || name == line.npos || line[name] != ':')) return false;
    begin = end + 2;
  }
  return true;
}

}  // namespace

void fuzz::check(std::string_view input) {
  const auto counts = scanned(input, input.size() + 1);
  const std::string json = summary(counts);
  for (const std::size_t at_once : {1U, 3U, 64U}) {
    require(summary(scanned(input, at_once)) == json, "the size of the reads does not count");
  }
  const std::string text = published::to_lower(std::string(input));
  if (counts) {
    fuzz::require_json(json);
    const std::string csv = print(*counts, lookup::format::csv, {});
    require(!csv.empty() && csv.back() == '\n', "whole lines");
    print(*counts, lookup::format::table, {40, true});
    const std::size_t names = times(text, "hangup_cause_code") + times(text, "x-zt-hangup-code");
    require(names > 0 || counts->codes() == 0, "no code without a name");
    const auto broken = scanned(input, input.size() + 1, lookup::broken_off);
    require(broken && broken->codes() <= counts->codes(), "a part of a line does not count");
  }

  const std::string header(input);
  if (is_header(header)) {
    const std::string message = "BYE sip:a@example.com SIP/2.0\r\n" + header + "\r\n";
    const auto in_message = scanned(message, message.size());
    require(in_message.has_value(), "a message is read");
    const hangup::entry* entry = hangup::from_sip_message(message);
    const std::string_view field = hangup::hangup_code_field(message);
    require(in_message->codes() == (field.empty() ? 0 : 1), "one code in a message");
    for (const hangup::advice& each : hangup::advice_table) {
      const bool is_it = entry != nullptr && entry->code == each.code;
      const auto place = static_cast<std::size_t>(&each - hangup::advice_table.data());
      if (hangup::by_code(each.code) != nullptr) {
        require(in_message->known[place] == (is_it ? 1 : 0), "the code of the library");
      }
    }
  }
}

std::vector<std::string> fuzz::seeds() {
  return {"BYE sip:a SIP/2.0\r\nX-ZT-Hangup-Code: 4090\r\nContent-Length: 0\r\n\r\n",
          "BYE sip:a SIP/2.0\r\nContent-Length: 9\r\n\r\nX-ZT-Hangup-Code: 4090\r\n",
          "X-ZT-Hangup-Code:\r\n 4090\r\nTo: <sip:b@example.com>\r\n",
          "x-zt-hangup-code: 9999\r\nX-ZT-Hangup-Code: 4410\r\n",
          "  X-ZT-Hangup-Code: 4090.\n",
          "<7> X-ZT-Hangup-Code: 4090#015#012X-ZT-Hangup-Code: 4410\\r\\n",
          "variable_sip_h_X-ZT-Hangup-Code: [4090]\n",
          "{\"call_uuid\": \"0\", \"hangup_cause_code\": 9999, \"hangup_cause_name\": \"x\"}\n",
          "{\"m\": \"{\\\"hangup_cause_code\\\": \\\"9999\\\", \\\"hangup_cause_name\\\": "
          "\\\"x\\\"}\"}",
          "{\"call_uuid\": \"0\"}\n{\"hangup_cause_code\": null}\n",
          "hangup_cause_code=4090 hangup_cause_name=x\nhangup_cause_code= x=1\n",
          "<hangup_cause_code>4090</hangup_cause_code>",
          "\xEF\xBB\xBF"
          "call_uuid;hangup_cause_code;hangup_cause_name\r\n\"0\";\"4090.0\";x\r\n0;;\r\n",
          "hangup_cause_code\n4090\n\n9999",
          "x\thangup_cause_code\n\"a\"\"b\n\"\t4090\n",
          std::string("\xFF\xFEh\0", 4)};
}

std::vector<std::string> fuzz::words() {
  return {"hangup_cause_code",
          "hangup_cause_name",
          "X-ZT-Hangup-Code",
          "X-ZT-Hangup-Code: 4090\r\n",
          "Content-Length: ",
          "Content-Type: ",
          "\r\n\r\n",
          "SIP/2.0",
          "BYE sip:a SIP/2.0\r\n",
          "SIP/2.0 404 x\r\n",
          "4090",
          "4410",
          "9999",
          "4180",
          "null",
          "\"call_uuid\"",
          "\\r\\n",
          "#015#012",
          "\xEF\xBB\xBF",
          "\"\"",
          ".0",
          "\\\"",
          ": ",
          "=>"};
}
