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
phrase) or an originator (customer, carrier, zentrunk). Keys match in full,
ignoring case. Keys of one kind widen the result; keys of different kinds narrow
it. A KEY of several words can be any text with keys in it, such as a line of a
log; standard error names the words that are not understood. KEY - reads keys
from standard input, one per line, and skips blank lines.

  --search TEXT    find TEXT in any column, description or next step
  --scan           count the hangup codes in CSV, in a list of codes, or in text
                   such as logs, JSON, SIP messages and XML; with no FILE, or -,
                   reads standard input
  --list           print every code
  --format=FORMAT  table (the default), csv or json; with KEY -, json is
                   one object per line
  --keys           print every key, one per line
  -h, --help       print this help
  --version        print the version of the library

--scan counts the values of hangup_cause_code, hangup_code and X-ZT-Hangup-Code.
It counts values, not calls: a log that prints a call twice counts twice. Empty
values count as records without a code, and what is neither empty nor a code as
not understood; standard error shows the first of those in each file. To read
another format, put its own tool first, as with jq and mlr below.

Examples:
  {0} 4090
  {0} 4090 4410         either code
  {0} 503 carrier       both that status and that originator
  {0} "SIP/2.0 486 User Busy"
  {0} --search timeout carrier
  {0} --scan calls.csv sip.log
  {0} --format=json - < codes.txt
  jq -r '.. | .hangup_cause_code? // empty' calls.json | {0} --scan
  mlr --icsv --ifs '~' --ojson cat calls.txt | {0} --scan

Exit status: 0 found, 1 not found (with -: some line not found), 2 wrong usage
or unreadable file, 130 interrupted. Values that are not understood do not
change it.
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
  for (std::string& argument : arguments) {
    // A pasted line such as "- hangup_code: 4310" is not an option.
    const std::size_t blank = argument.find(' ');
    const bool is_value = !words.empty() && words.back() == std::string_view("--search");
    if (!is_value && argument[0] == '-' && blank < argument.find('=') && blank != argument.npos) {
      argument.insert(argument.begin(), ' ');
    }
    words.push_back(argument.data());
  }
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
      throw usage_error(fmt::format("unknown option {}", in_quotes(words[place])));
    } else if (given == ':') {
      throw usage_error(fmt::format("option {} needs a value", in_quotes(words[place])));
    } else if (given == 'f') {
      const auto format = parse_format(optarg);
      if (!format) {
        throw usage_error(
            fmt::format("unknown format {}: use table, csv or json", in_quotes(optarg)));
      }
      wanted.as = *format;
    } else {
      const int what = given == 'h' ? static_cast<int>(request::help) : given;
      if (wanted.what != request::keys && wanted.what != what) {
        throw usage_error(fmt::format("cannot combine {} with {}", in_quotes(words[place]),
                                      in_quotes(option_before)));
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
    throw usage_error(fmt::format("unexpected argument {}", in_quotes(wanted.arguments.front())));
  }
  return wanted;
}

// What somebody asks for.
struct question {
  std::vector<key> keys;
  std::vector<std::string> unknown;         // not keys: there is no answer
  std::vector<std::string> not_understood;  // other words, beside keys

  void add(const parsed& from, std::string_view text) {
    keys.insert(keys.end(), from.keys.begin(), from.keys.end());
    if (!from.keys.empty()) {
      not_understood.insert(not_understood.end(), from.unknown.begin(), from.unknown.end());
    } else {
      const bool is_part = from.unknown.size() == 1 && nearest(text).empty();
      unknown.push_back(is_part ? from.unknown.front() : std::string(text));
    }
  }
};

// A phrase may come as several arguments of one word; an argument of several words is a text that
// somebody pasted.
question keys_in(const std::vector<std::string>& arguments) {
  question all;
  std::string typed;
  const auto add_typed = [&] {
    if (typed.empty()) return;
    parsed from = parse_typed(typed);
    all.unknown.insert(all.unknown.end(), from.unknown.begin(), from.unknown.end());
    all.keys.insert(all.keys.end(), from.keys.begin(), from.keys.end());
    typed.clear();
  };
  for (const std::string& each : arguments) {
    if (count_words(each) == 1) {
      typed += each + ' ';
      continue;
    }
    add_typed();
    all.add(parse_pasted(each), each);  // no word: a variable of a script that is not set
  }
  add_typed();
  return all;
}

// What has the keys and the text that the request asks for.
answers find(const question& wanted, const pattern& searched) {
  if (!wanted.unknown.empty()) return {};
  const answers found = find(wanted.keys);
  return searched.empty() ? found : in_both(found, searched.search());
}

std::string all_quoted(const std::vector<std::string>& texts, std::string_view between) {
  constexpr std::size_t enough = 5;
  std::vector<std::string> all;
  for (const std::string& each : texts) {
    if (all.size() < enough) all.push_back(in_quotes(each));
  }
  if (texts.size() > enough) all.push_back(fmt::format("{} more", texts.size() - enough));
  return fmt::format("{}", fmt::join(all, between));
}

std::string not_understood(const question& wanted) {
  return fmt::format("not understood: {}", all_quoted(wanted.not_understood, ", "));
}

std::string did_you_mean(const std::string& unknown) {
  const std::vector<std::string> near = nearest(unknown);
  return near.empty() ? "" : fmt::format("\nDid you mean {}?", all_quoted(near, " or "));
}

std::string nothing_has(const question& wanted, const std::string& searched) {
  std::vector<std::string> all;
  if (!searched.empty()) all.push_back(searched);
  for (const key& each : wanted.keys) all.push_back(each.text);
  return fmt::format("no entry has {}", all_quoted(all, " and "));
}

// Why it is not a key, and what to do.
std::string why_unknown(const std::string& unknown, const std::string& name) {
  if (parse_typed(unknown).unknown.empty() && count_words(unknown) > 0) {
    return fmt::format("{} does not fit its label", in_quotes(unknown));  // hangup_code: 503
  }
  const std::string message =
      is_number(unknown)
          ? fmt::format("{} is not a hangup code or SIP status code", in_quotes(unknown))
          : fmt::format("{} is not a code, cause, reason phrase or originator", in_quotes(unknown));
  const std::string near = did_you_mean(unknown);
  if (!near.empty()) return message + near;
  if (is_number(unknown)) {
    return fmt::format("{}\nTry '{} --list' for all codes, or '{} --search TEXT'.", message, name,
                       name);
  }
  return fmt::format("{}\nTry '{} --search TEXT'.", message, name);
}

exit_status answer(const request& wanted, const surroundings& around) {
  const pattern searched(wanted.text);
  const question keys = keys_in(wanted.arguments);
  const answers found = find(keys, searched);
  const auto complain = [&](const std::string& message) {
    around.complain(fmt::format("{}: {}\n", around.name, message));
  };
  if (!keys.unknown.empty()) {
    complain(why_unknown(keys.unknown.front(), around.name));
  } else {
    if (!keys.not_understood.empty()) {
      complain(not_understood(keys) + did_you_mean(keys.not_understood.front()));
    }
    if (found.empty()) complain(nothing_has(keys, wanted.text));
  }
  around.write(print(found, wanted.as, around.terminal, searched));
  return found.empty() ? found_nothing : found_something;
}

// Answers to each line of standard input before it waits for the next one.
exit_status answer_lines(const request& wanted, const surroundings& around) {
  const pattern searched(wanted.text);
  std::vector<std::string> others = wanted.arguments;
  others.erase(std::remove(others.begin(), others.end(), each_line), others.end());
  question always = keys_in(others);
  exit_status status = found_something;
  std::size_t number = 0;
  const auto complain = [&](const std::string& message) {
    const std::string place = number == 0 ? "" : fmt::format("standard input:{}: ", number);
    around.complain(fmt::format("{}: {}{}\n", around.name, place, message));
  };
  if (!always.unknown.empty()) complain(why_unknown(always.unknown.front(), around.name));
  if (!always.not_understood.empty()) complain(not_understood(always));
  always.not_understood.clear();
  while (std::optional<std::string> line = around.read_line()) {
    if (++number == 1) {
      if (is_utf16(*line))
        throw std::runtime_error(fmt::format("standard input: {}", utf16_message));
      if (line->compare(0, byte_order_mark.size(), byte_order_mark) == 0) {
        line->erase(0, byte_order_mark.size());
      }
      around.write(print_heading(wanted.as, around.terminal));
    }
    if (line->find_first_not_of(" \t\r") == line->npos) continue;
    question keys = always;
    keys.add(parse_pasted(*line), *line);
    const answers found = find(keys, searched);
    if (found.empty()) status = found_nothing;
    if (!keys.not_understood.empty()) complain(not_understood(keys));
    if (keys.unknown.empty() && find(keys.keys).empty()) complain(nothing_has(keys, ""));
    around.write(print_answer(*line, found, wanted.as, around.terminal));
  }
  if (number == 0) around.write(print_heading(wanted.as, around.terminal));
  return status;
}

exit_status answer_scan(const request& wanted, const surroundings& around) {
  std::vector<std::string> files = wanted.arguments;
  if (files.empty()) files.emplace_back(each_line);
  tally all;
  bool failure = false;
  for (const std::string& file : files) {
    if (around.interrupted()) break;
    const std::string name = file == each_line ? "standard input" : printable(file);
    const auto complain = [&](std::string_view what) {
      around.complain(fmt::format("{}: {}{}\n", around.name, name, what));
    };
    tally counts;
    try {
      scan(around.open(file), counts);
    } catch (const std::runtime_error& error) {
      complain(fmt::format(": {}", error.what()));
      failure = true;
      continue;
    }
    if (!counts.remark.empty()) complain(": " + counts.remark);
    if (const auto& odd = counts.first_not_understood) {
      complain(fmt::format(":{}: not understood: {}", odd->line, in_quotes(odd->text)));
    }
    if (counts.codes() == 0) complain(": no hangup code found");
    all.add(counts);
  }
  const bool found = all.codes() > 0;
  around.write(print(all, wanted.as, around.terminal));
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
        around.write(print(every_answer(), wanted.as, around.terminal, pattern("")));
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
