// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <getopt.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "lookup.hpp"

namespace lookup {
namespace {

// {0} is the command's name.
constexpr std::string_view usage = R"(usage: {0} [--format=FORMAT] KEY...
       {0} [--format=FORMAT] --search TEXT [KEY...]
       {0} [--format=FORMAT] --scan [FILE...]
       {0} [--format=FORMAT] --list
       {0} --keys | --help | --version

Explains the hangup codes of Zentrunk, Plivo's SIP trunking service.

A KEY is a hangup code, a SIP status code, a name (a cause or a SIP reason
phrase) or an originator (customer, carrier, zentrunk). It matches whole and in
any case; quotes, brackets and punctuation around it are ignored. Keys of one
kind widen the result, keys of different kinds narrow it. The KEY - means each
line of standard input; blank lines are skipped.

  --search TEXT    find TEXT in any column, descriptions and next steps included
  --scan           count the hangup codes in call records (CSV, JSON), SIP
                   messages and logs; without a FILE, or for the FILE -, in
                   standard input
  --list           print every code
  --format=FORMAT  table (the default), csv or json; with the KEY -, json is
                   one object per line
  --keys           print every key, one per line
  -h, --help       print this help
  --version        print the version of the library

Examples:
  {0} 4090
  {0} 4090 4410         either code
  {0} 503 carrier       both that SIP status code and that originator
  {0} "486 User Busy"
  {0} --search timeout carrier
  {0} --scan calls.csv sip.log
  {0} --format=json - < codes.txt

Exit status: 0 found, 1 not found (with -, some line was not), 2 wrong usage or
a file that cannot be read, 130 interrupted.
)";

constexpr std::string_view each_line = "-";

class usage_error : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct request {
  // getopt gives these numbers; 1 is what it gives for a word that is not an option.
  enum { keys = 1, search, scan, list, known, help, version } what = keys;
  std::vector<std::string> arguments;  // keys or files
  std::string text;                    // to search for
  format as = format::table;
};

request parse(const std::string& name, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), name);
  const std::array<option, 9> options{{{"search", required_argument, nullptr, request::search},
                                       {"scan", no_argument, nullptr, request::scan},
                                       {"list", no_argument, nullptr, request::list},
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
  std::string option_before;
  opterr = 0;  // the messages are ours
  optind = 0;  // forget an earlier call's words
  for (;;) {
    const auto place = static_cast<std::size_t>(std::max(optind, 1));
    const int given =
        getopt_long(count, words.data(), "-:h" /* in their order */, options.data(), nullptr);
    if (given == -1) break;
    if (given == request::keys) {
      wanted.arguments.emplace_back(optarg);
    } else if (given == '?') {
      throw usage_error(fmt::format("unknown option {}", quoted(words[place])));
    } else if (given == ':') {
      throw usage_error(fmt::format("option {} needs a value", quoted(words[place])));
    } else if (given == 'f') {
      const auto format = parse_format(optarg);
      if (!format) {
        throw usage_error(fmt::format("unknown format {}: use table, csv or json", quoted(optarg)));
      }
      wanted.as = *format;
    } else {
      const int what = given == 'h' ? static_cast<int>(request::help) : given;
      if (wanted.what != request::keys && wanted.what != what) {
        throw usage_error(
            fmt::format("cannot combine {} with {}", quoted(words[place]), quoted(option_before)));
      }
      option_before = words[place];
      wanted.what = static_cast<decltype(wanted.what)>(what);
      if (what == request::search) wanted.text = optarg;
    }
  }
  wanted.arguments.insert(wanted.arguments.end(), words.begin() + optind,
                          words.end() - 1);  // after a "--"

  if (wanted.what == request::keys && wanted.arguments.empty()) throw usage_error("missing key");
  if (wanted.what == request::search && pattern(wanted.text).empty()) {
    throw usage_error("no text to search for");
  }
  const bool takes_arguments = wanted.what == request::keys || wanted.what == request::search ||
                               wanted.what == request::scan;
  if (!takes_arguments && !wanted.arguments.empty()) {
    throw usage_error(fmt::format("unexpected argument {}", quoted(wanted.arguments.front())));
  }
  return wanted;
}

// The keys that arguments hold. A phrase may come as several arguments.
parsed keys_in(const std::vector<std::string>& arguments) {
  const std::string text = fmt::format("{}", fmt::join(arguments, " "));
  parsed all = parse_keys(text);
  if (all.keys.empty() && all.unknown.empty() && !arguments.empty()) all.unknown.push_back(text);
  for (const std::string& each : arguments) {
    if (is_empty(each)) all.unknown.push_back(each);  // a variable of a script that is not set
  }
  return all;
}

// The rows with the keys and the text that the request asks for.
rows find(const parsed& wanted, const pattern& searched) {
  if (!wanted.unknown.empty()) return {};
  const rows found = find(wanted.keys);
  return searched.empty() ? found : in_both(found, searched.search());
}

// Why there are no rows, and what to do.
std::string why_none(const request& wanted, const parsed& keys, const std::string& name) {
  if (keys.unknown.empty()) {
    std::vector<std::string> all;
    if (wanted.what == request::search) all.push_back(quoted(wanted.text));
    for (const key& each : keys.keys) all.push_back(quoted(each.text));
    return fmt::format("no entry has {}", fmt::join(all, " and "));
  }
  const std::string& unknown = keys.unknown.front();
  const std::string message =
      is_number(unknown)
          ? fmt::format("{} is not a hangup code or SIP status code", quoted(unknown))
          : fmt::format("{} is not a code, cause, reason phrase or originator", quoted(unknown));
  std::vector<std::string> near = nearest(unknown);
  for (std::string& each : near) each = quoted(each);
  if (!near.empty()) return fmt::format("{}\nDid you mean {}?", message, fmt::join(near, " or "));
  if (is_number(unknown)) {
    return fmt::format("{}\nTry '{} --list' for all codes, or '{} --search TEXT'.", message, name,
                       name);
  }
  return fmt::format("{}\nTry '{} --search TEXT'.", message, name);
}

exit_status answer(const request& wanted, const surroundings& around) {
  const pattern searched(wanted.text);
  const parsed keys = keys_in(wanted.arguments);
  const rows found = find(keys, searched);
  if (found.empty()) {
    around.complain(fmt::format("{}: {}\n", around.name, why_none(wanted, keys, around.name)));
  }
  around.write(print(found, wanted.as, around.terminal, searched));
  return found.empty() ? found_nothing : found_something;
}

// Answers to each line of standard input before it waits for the next one.
exit_status answer_lines(const request& wanted, const surroundings& around) {
  const pattern searched(wanted.text);
  std::vector<std::string> others = wanted.arguments;
  others.erase(std::remove(others.begin(), others.end(), each_line), others.end());
  const parsed always = keys_in(others);
  exit_status status = found_something;
  bool is_first = true;
  while (std::optional<std::string> line = around.read_line()) {
    if (std::exchange(is_first, false)) {
      if (is_utf16(*line))
        throw std::runtime_error(fmt::format("standard input: {}", utf16_message));
      if (line->compare(0, byte_order_mark.size(), byte_order_mark) == 0) {
        line->erase(0, byte_order_mark.size());
      }
      around.write(print_heading(wanted.as, around.terminal));
    }
    if (line->find_first_not_of(" \t\r") == line->npos) continue;
    parsed keys = parse_keys(*line);
    if (keys.keys.empty()) keys.unknown.push_back(*line);
    keys.keys.insert(keys.keys.end(), always.keys.begin(), always.keys.end());
    keys.unknown.insert(keys.unknown.end(), always.unknown.begin(), always.unknown.end());
    const rows found = find(keys, searched);
    if (found.empty()) status = found_nothing;
    around.write(print_answer(*line, found, wanted.as, around.terminal));
  }
  if (is_first) around.write(print_heading(wanted.as, around.terminal));
  return status;
}

exit_status answer_scan(const request& wanted, const surroundings& around) {
  std::vector<std::string> files = wanted.arguments;
  if (files.empty()) files.emplace_back(each_line);
  tally counts;
  bool failure = false;
  for (const std::string& file : files) {
    if (around.interrupted()) break;
    try {
      scan(around.open(file), counts);
    } catch (const std::runtime_error& error) {
      around.complain(fmt::format("{}: {}: {}\n", around.name,
                                  file == each_line ? "standard input" : printable(file),
                                  error.what()));
      failure = true;
    }
  }
  const bool found = counts.codes() > 0;
  if (!found && !failure) {
    around.complain(fmt::format("{}: no hangup code found\n", around.name));
  }
  around.write(print(counts, wanted.as, around.terminal));
  if (around.interrupted()) return was_interrupted;
  return failure ? failed : found ? found_something : found_nothing;
}

}  // namespace

exit_status run(const std::vector<std::string>& arguments, const surroundings& around) {
  try {
    const request wanted = parse(around.name, arguments);
    switch (wanted.what) {
      case request::keys:
      case request::search: {
        const auto& keys = wanted.arguments;
        const bool lines = std::find(keys.begin(), keys.end(), each_line) != keys.end();
        return lines ? answer_lines(wanted, around) : answer(wanted, around);
      }
      case request::scan:
        return answer_scan(wanted, around);
      case request::list:
        around.write(print(every_row(), wanted.as, around.terminal, pattern("")));
        break;
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
        fmt::format("{}: {}\nTry '{} --help'.\n", around.name, error.what(), around.name));
    return failed;
  }
}

}  // namespace lookup
