// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <getopt.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <zentrunk/hangup.hpp>

#include "find.hpp"
#include "print.hpp"

namespace lookup {
namespace {

namespace hangup = zentrunk::hangup;

// {0} stands for the command's name.
constexpr std::string_view usage = R"(usage: {0} [--format=FORMAT] KEY...
       {0} [--format=FORMAT] --search TEXT | --list | --sip
       {0} --keys | --help | --version

Tells what the hangup codes of Zentrunk, Plivo's SIP trunking service, mean.

KEY is a hangup code, a SIP status code, a cause name, a SIP reason phrase or an originator
(customer, carrier, zentrunk), whole and in any case. Several keys find the rows that have them
all. A phrase of several words goes in quotes. The KEY - stands for each line of standard input,
which is answered as it comes.

  --search TEXT    the rows with TEXT anywhere, descriptions included
  --list           every row
  --sip            the row for the X-ZT-Hangup-Code of the SIP message on standard input
  --format=FORMAT  table (for people, the default), csv or json
  --keys           every key that finds something, one a line
  --help           this text
  --version        the version of the library

  {0} 4090
  {0} user_busy
  {0} 503 carrier
  {0} "Service Unavailable" customer
  {0} --search media --format=json
  cut -d, -f2 calls.csv | {0} --format=csv -

Exits 0 where something was found, 1 where nothing was (or where - found nothing for some line), 2
after a mistake or other trouble.
)";

constexpr std::string_view each_line = "-";  // the key that stands for every line

class usage_error : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct request {
  // getopt gives these numbers; 1 is what it gives for a word that is no option.
  enum { keys = 1, search, list, sip, known, help, version } what = keys;
  std::vector<std::string> arguments;  // the keys
  std::string text;                    // to search for
  format as = format::table;
};

request parse(const std::string& name, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), name);
  const std::array<option, 8> options{{{"search", required_argument, nullptr, request::search},
                                       {"list", no_argument, nullptr, request::list},
                                       {"sip", no_argument, nullptr, request::sip},
                                       {"keys", no_argument, nullptr, request::known},
                                       {"help", no_argument, nullptr, request::help},
                                       {"version", no_argument, nullptr, request::version},
                                       {"format", required_argument, nullptr, 'f'},
                                       {nullptr, 0, nullptr, 0}}};
  std::vector<char*> words;
  words.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) words.push_back(argument.data());
  const int count = static_cast<int>(words.size());
  words.push_back(nullptr);

  request wanted;
  opterr = 0;  // the messages are ours
  optind = 0;  // forget an earlier call's words
  for (;;) {
    const auto place = static_cast<std::size_t>(std::max(optind, 1));
    const int given =
        getopt_long(count, words.data(), "-:" /* in their order */, options.data(), nullptr);
    if (given == -1) break;
    if (given == request::keys) {
      wanted.arguments.emplace_back(optarg);
    } else if (given == '?') {
      throw usage_error(fmt::format("{} is no option", words[place]));
    } else if (given == ':') {
      throw usage_error(fmt::format("{} needs a value", words[place]));
    } else if (given == 'f') {
      const auto format = parse_format(optarg);
      if (!format) {
        throw usage_error(fmt::format("\"{}\" is no format (table, csv, json)", optarg));
      }
      wanted.as = *format;
    } else {
      if (wanted.what != request::keys && wanted.what != given) {
        throw usage_error(fmt::format("{} does not go with the option before it", words[place]));
      }
      wanted.what = static_cast<decltype(wanted.what)>(given);
      if (given == request::search) wanted.text = optarg;
    }
  }
  wanted.arguments.insert(wanted.arguments.end(), words.begin() + optind,
                          words.end() - 1);  // behind a "--"

  if (wanted.what == request::keys && wanted.arguments.empty()) {
    throw usage_error("nothing to look for");
  }
  if (wanted.what == request::search && wanted.text.empty()) {
    throw usage_error("no text to search for");
  }
  if (wanted.what != request::keys && !wanted.arguments.empty()) {
    throw usage_error(fmt::format("\"{}\" is too much", wanted.arguments.front()));
  }
  return wanted;
}

rows rows_with_all(const std::vector<std::string>& keys) {
  std::optional<rows> found;
  for (const std::string& key : keys) found = found ? in_both(*found, find(key)) : find(key);
  return *found;
}

// Why there are no rows with all keys.
std::string why_none(const std::vector<std::string>& keys) {
  std::vector<std::string> quoted;
  quoted.reserve(keys.size());
  for (const std::string& key : keys) {
    if (find(key).empty()) {
      return fmt::format(
          "{:?} is no code, SIP code, cause, SIP phrase or originator\n"
          "nearest: {}",
          key, fmt::join(nearest(key), ", "));
    }
    quoted.push_back(fmt::format("{:?}", key));
  }
  return fmt::format("no row has {}", fmt::join(quoted, " and "));
}

// The rows with a text anywhere. Where there are none, says why in `why`.
rows rows_with_text(const std::string& text, std::string& why) {
  rows found = search(text);
  if (found.empty()) why = fmt::format("no row has {:?} in any column", text);
  return found;
}

// The same for a SIP message.
rows row_for(const std::string& sip_message, std::string& why) {
  const hangup::entry* row = hangup::from_sip_message(sip_message);
  if (row == nullptr) {
    why =
        "the message on standard input has no header field X-ZT-Hangup-Code with a published code";
    return {};
  }
  return {row};
}

exit_status answer(const rows& found, const std::string& why, const request& wanted,
                   const surroundings& around) {
  if (found.empty()) around.complain(fmt::format("{}: {}\n", around.name, why));
  around.write(print(found, wanted.as, around.colour));
  return found.empty() ? found_nothing : found_something;
}

// Answers to each line of standard input before it waits for the next one.
exit_status answer_lines(const request& wanted, const surroundings& around) {
  exit_status status = found_something;
  around.write(print_heading(wanted.as, around.colour));
  while (const std::optional<std::string> line = around.read_line()) {
    std::vector<std::string> keys = wanted.arguments;
    std::replace(keys.begin(), keys.end(), std::string(each_line), *line);
    const rows found = rows_with_all(keys);
    if (found.empty()) status = found_nothing;
    around.write(print_answer(*line, found, wanted.as));
  }
  return status;
}

}  // namespace

exit_status run(const std::vector<std::string>& arguments, const surroundings& around) {
  try {
    const request wanted = parse(around.name, arguments);
    std::string why;
    switch (wanted.what) {
      case request::keys: {
        const auto& keys = wanted.arguments;
        if (std::find(keys.begin(), keys.end(), each_line) != keys.end()) {
          return answer_lines(wanted, around);
        }
        const rows found = rows_with_all(keys);
        return answer(found, found.empty() ? why_none(keys) : "", wanted, around);
      }
      case request::search: {
        const rows found = rows_with_text(wanted.text, why);
        return answer(found, why, wanted, around);
      }
      case request::sip: {
        const rows found = row_for(around.read_all(), why);
        return answer(found, why, wanted, around);
      }
      case request::list:
        return answer(every_row(), why, wanted, around);
      case request::known:
        around.write(fmt::format("{}\n", fmt::join(known_keys(), "\n")));
        break;
      case request::help:
        around.write(fmt::format(usage, around.name));
        break;
      case request::version:
        around.write(fmt::format("{} {}.{}.{}\n", around.name, ZENTRUNK_VERSION_MAJOR,
                                 ZENTRUNK_VERSION_MINOR, ZENTRUNK_VERSION_PATCH));
        break;
    }
    return found_something;
  } catch (const usage_error& error) {
    around.complain(
        fmt::format("{}: {} ({} --help tells more)\n", around.name, error.what(), around.name));
    return failed;
  }
}

}  // namespace lookup
