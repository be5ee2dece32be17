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

constexpr std::string_view usage = R"(usage: hangup [--format=FORMAT] KEY...
       hangup [--format=FORMAT] --search TEXT | --list | --sip
       hangup --help | --version

Tells what the hangup codes of Zentrunk, Plivo's SIP trunking service, mean.

KEY is a hangup code, a SIP status code, a cause name, a SIP reason phrase or an originator
(customer, carrier, zentrunk), whole and in any case. Several keys find the rows that have them
all. A phrase of several words goes in quotes.

  --search TEXT    the rows with TEXT anywhere, descriptions included
  --list           every row
  --sip            the row for the X-ZT-Hangup-Code of the SIP message on standard input
  --format=FORMAT  table (for people, the default), csv or json
  --help           this text
  --version        the version of the library

  hangup 4090
  hangup user_busy
  hangup 503 carrier
  hangup "Service Unavailable" customer
  hangup --search media --format=json

Exits 0 where something was found, 1 where nothing was, 2 after a mistake or other trouble.
)";

class usage_error : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct request {
  // getopt gives these numbers; 1 is what it gives for a word that is no option.
  enum { keys = 1, search, list, sip, help, version } what = keys;
  std::vector<std::string> arguments;  // the keys
  std::string text;                    // to search for
  format as = format::table;
};

request parse(std::vector<std::string> arguments) {
  const std::array<option, 7> options{{{"search", required_argument, nullptr, request::search},
                                       {"list", no_argument, nullptr, request::list},
                                       {"sip", no_argument, nullptr, request::sip},
                                       {"help", no_argument, nullptr, request::help},
                                       {"version", no_argument, nullptr, request::version},
                                       {"format", required_argument, nullptr, 'f'},
                                       {nullptr, 0, nullptr, 0}}};
  std::string program = "hangup";
  std::vector<char*> words{program.data()};
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

// The rows with all keys. Where there are none, says why in `err`.
rows rows_with_all(const std::vector<std::string>& keys, std::string& err) {
  std::optional<rows> found;
  for (const std::string& key : keys) {
    const rows with_key = find(key);
    if (with_key.empty()) {
      err = fmt::format(
          "hangup: \"{}\" is no code, SIP code, cause, SIP phrase or originator\n"
          "nearest: {}\n",
          key, fmt::join(nearest(key), ", "));
      return {};
    }
    found = found ? in_both(*found, with_key) : with_key;
  }
  if (found->empty())
    err = fmt::format("hangup: no row has \"{}\"\n", fmt::join(keys, "\" and \""));
  return *found;
}

// The same for a text anywhere.
rows rows_with_text(const std::string& text, std::string& err) {
  rows found = search(text);
  if (found.empty()) err = fmt::format("hangup: no row has \"{}\" in any column\n", text);
  return found;
}

rows every_row() {
  rows all;
  for (const hangup::entry& row : hangup::table) all.push_back(&row);
  return all;
}

// The same for a SIP message.
rows row_for(const std::string& sip_message, std::string& err) {
  const hangup::entry* row = hangup::from_sip_message(sip_message);
  if (row == nullptr) {
    err =
        "hangup: the message on standard input has no header field X-ZT-Hangup-Code with a "
        "published code\n";
    return {};
  }
  return {row};
}

}  // namespace

answer run(const std::vector<std::string>& arguments,
           const std::function<std::string()>& read_standard_input, bool colour) {
  try {
    const request wanted = parse(arguments);
    answer given;
    rows found;
    switch (wanted.what) {
      case request::help:
        return {found_something, std::string(usage), ""};
      case request::version:
        return {found_something,
                fmt::format("hangup {}.{}.{}\n", ZENTRUNK_VERSION_MAJOR, ZENTRUNK_VERSION_MINOR,
                            ZENTRUNK_VERSION_PATCH),
                ""};
      case request::keys:
        found = rows_with_all(wanted.arguments, given.err);
        break;
      case request::search:
        found = rows_with_text(wanted.text, given.err);
        break;
      case request::list:
        found = every_row();
        break;
      case request::sip:
        found = row_for(read_standard_input(), given.err);
        break;
    }
    given.out = print(found, wanted.as, colour);
    given.status = found.empty() ? found_nothing : found_something;
    return given;
  } catch (const usage_error& error) {
    return {failed, "", fmt::format("hangup: {} (hangup --help tells more)\n", error.what())};
  }
}

}  // namespace lookup
