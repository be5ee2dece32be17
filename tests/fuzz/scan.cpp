// SPDX-License-Identifier: BSL-1.0
//
// Any text for hangup --scan: the same counts for every way of cutting it, also across the reader's
// window.
#include <stdexcept>

#include "fuzz.hpp"
#include "lookup.hpp"

namespace {

// What a scan finds in a text that comes in pieces of that size.
std::string scanned(std::string_view text, std::size_t piece, std::size_t at_end = 0) {
  lookup::tally counts;
  const lookup::source read = [&](char* to, std::size_t size) {
    if (text.empty()) return at_end;
    const std::size_t copied = text.copy(to, std::min(size, piece));
    text.remove_prefix(copied);
    return copied;
  };
  try {
    lookup::scan(read, counts);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  for (const auto format : {lookup::format::csv, lookup::format::table}) {
    const std::string out = print(counts, format, {40, true});
    fuzz::require(out.empty() || out.back() == '\n', "whole lines");
  }
  const auto& odd = counts.first_not_understood;
  return print(counts, lookup::format::json, {}) + counts.remark +
         (odd ? std::to_string(odd->line) + odd->text : "");
}

}  // namespace

void fuzz::check(std::string_view input) {
  const std::string whole = scanned(input, input.size() + 1);
  for (const std::size_t piece : {1U, 3U, 64U}) {
    require(scanned(input, piece) == whole, "the size of the pieces does not count");
  }
  scanned(input, 64, lookup::broken_off);
  if (input.size() % 16 != 1) return;  // what follows takes its time
  const std::string lines(std::size_t{256} * 1024 - input.size() / 2 - 1, '\n');
  const std::string across = lines + std::string(input) + lines + std::string(input);
  require(scanned(across, across.size()) == scanned(across, 4093), "nor does the window's end");
}

std::vector<std::string> fuzz::seeds() {
  return {"BYE sip:a SIP/2.0\r\nX-ZT-Hangup-Code:\r\n 4090\r\n\r\n",
          "<7> X-ZT-Hangup-Code: 4090#015#012X-ZT-Hangup-Code: 4410\\r\\n",
          "variable_sip_h_X-ZT-Hangup-Code: [4090]\n",
          "{\"hangup_cause_code\": {\"N\": \"9999\"}, \"hangup_cause_name\": \"x\"}\n",
          "{\"m\": \"{\\\"hangup_code\\\": \\\"9999\\\"}\", \"hangup_code\": [4090]}\n",
          "hangup_cause_code= x=1 hangup_cause=x \x1B[1mhangupCode\x1B[0m=Some(4090.)\n",
          "<hangup_cause_code type=\"x\">4090</hangup_cause_code><hangup_code/>",
          "\xEF\xBB\xBF"
          "sep=;\r\ncall_uuid;hangup_cause_code;hangup_cause\r\n\"0\";\"4090.0\";x\r\n0;;\r\n",
          "note,hangup_code\r\"a\"\"b\nc\",4090\r\"d \\\" "
          "e\",=\"4410\"\rx,y,z\rhangup_code,note\r1,2\r",
          "note\thangup_code\n\"a\t4090\n\"b\nc\"\t4410\n\n",
          " id | hangup_code \n----+----\n 1 | 4090\n(1 row)\n",
          "4090\n\"4410\"\nnull\n",
          std::string("\xFF\xFEh\0", 4)};
}
