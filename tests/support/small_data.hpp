// SPDX-License-Identifier: BSL-1.0
//
// The least that the generator takes: for its tests and its fuzz target.
#pragma once

#include <sstream>
#include <string>

namespace small_data {

// The columns of the files.
inline const std::string codes = "code,cause,description,sip_response,sip_code,originator\n";
inline const std::string aliases = "cause,code,source\n";
inline const std::string later_codes = "code,cause,description,source\n";
inline const std::string advice = "code,fixer,retry,retry_stated,expected,next_step\n";

inline const std::string sources = "source,description\nCarrier,The carrier.\nZentrunk,Zentrunk.\n";
// A header; the version and the namespace are those of hangup.hpp.
inline const std::string version =
    "#define ZENTRUNK_VERSION_MAJOR 3\n#define ZENTRUNK_VERSION_MINOR 14\n"
    "#define ZENTRUNK_VERSION_PATCH 15\n#define ZENTRUNK_RELEASE v0\n";
inline const std::string header =
    version + "before\n// <generated> old\nold lines\n// </generated> end\nafter\n";

// Advice for every code at the start of a line.
inline std::string advice_about(const std::string& codes_csv) {
  std::string csv = advice;
  std::istringstream lines(codes_csv);
  for (std::string line; std::getline(lines, line);) {
    const std::string code = line.substr(0, line.find(','));
    if (!code.empty() && code.find_first_not_of("0123456789") == code.npos) {
      csv += code + ",nobody,no,no,no,Wait.\n";
    }
  }
  return csv;
}

}  // namespace small_data
