// SPDX-License-Identifier: BSL-1.0
//
// hangup: tells on a terminal what a Zentrunk hangup code means. People start it as tools/hangup.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <getopt.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>
#include <zentrunk/hangup.hpp>

#include "find.hpp"
#include "print.hpp"

namespace {

namespace hangup = zentrunk::hangup;

enum exit_status { found_something = 0, found_nothing = 1, failed = 2 };

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
  lookup::format format = lookup::format::table;
};

request parse(int argc, char** argv) {
  const std::array<option, 7> options{{{"search", required_argument, nullptr, request::search},
                                       {"list", no_argument, nullptr, request::list},
                                       {"sip", no_argument, nullptr, request::sip},
                                       {"help", no_argument, nullptr, request::help},
                                       {"version", no_argument, nullptr, request::version},
                                       {"format", required_argument, nullptr, 'f'},
                                       {nullptr, 0, nullptr, 0}}};
  request wanted;
  opterr = 0;  // the messages are ours
  for (;;) {
    const int place = optind;
    const int given = getopt_long(argc, argv, "-:" /* in their order */, options.data(), nullptr);
    if (given == -1) break;
    if (given == request::keys) {
      wanted.arguments.emplace_back(optarg);
    } else if (given == '?') {
      throw usage_error(fmt::format("{} is no option", argv[place]));
    } else if (given == ':') {
      throw usage_error(fmt::format("{} needs a value", argv[place]));
    } else if (given == 'f') {
      const auto format = lookup::parse_format(optarg);
      if (!format) {
        throw usage_error(fmt::format("\"{}\" is no format (table, csv, json)", optarg));
      }
      wanted.format = *format;
    } else {
      if (wanted.what != request::keys && wanted.what != given) {
        throw usage_error(fmt::format("{} does not go with the option before it", argv[place]));
      }
      wanted.what = static_cast<decltype(wanted.what)>(given);
      if (given == request::search) wanted.text = optarg;
    }
  }
  wanted.arguments.insert(wanted.arguments.end(), argv + optind, argv + argc);  // behind a "--"

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

// For people, on standard error. What it does not take is lost; the exit status says enough.
template <class... Args>
void complain(fmt::format_string<Args...> format, Args&&... args) {
  const std::string text = fmt::format(format, std::forward<Args>(args)...);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

// The rows with all keys. Where there are none, says why on standard error.
lookup::rows find(const std::vector<std::string>& keys) {
  std::optional<lookup::rows> found;
  for (const std::string& key : keys) {
    const lookup::rows with_key = lookup::find(key);
    if (with_key.empty()) {
      complain(
          "hangup: \"{}\" is no code, SIP code, cause, SIP phrase or originator\n"
          "nearest: {}\n",
          key, fmt::join(lookup::nearest(key), ", "));
      return {};
    }
    found = found ? lookup::in_both(*found, with_key) : with_key;
  }
  if (found->empty()) complain("hangup: no row has \"{}\"\n", fmt::join(keys, "\" and \""));
  return *found;
}

// The same for a text anywhere.
lookup::rows search(const std::string& text) {
  lookup::rows found = lookup::search(text);
  if (found.empty()) complain("hangup: no row has \"{}\" in any column\n", text);
  return found;
}

lookup::rows every_row() {
  lookup::rows all;
  for (const hangup::entry& row : hangup::table) all.push_back(&row);
  return all;
}

lookup::rows read_sip_message() {
  if (isatty(STDIN_FILENO) != 0) {
    complain("hangup: reads a SIP message from the terminal, up to Ctrl-D\n");
  }
  std::string message;
  std::array<char, 65536> part{};
  while (const std::size_t size = std::fread(part.data(), 1, part.size(), stdin)) {
    message.append(part.data(), size);
  }
  if (std::ferror(stdin) != 0)
    throw std::system_error(errno, std::generic_category(), "standard input");
  const hangup::entry* row = hangup::from_sip_message(message);
  if (row == nullptr) {
    complain(
        "hangup: the message on standard input has no header field X-ZT-Hangup-Code with a "
        "published code\n");
    return {};
  }
  return {row};
}

// Colour is for people at a terminal who did not ask to go without (no-color.org).
bool wants_colour() {
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

void write(std::string_view answer) {
  if (std::fwrite(answer.data(), 1, answer.size(), stdout) != answer.size() ||
      std::fflush(stdout) != 0) {
    throw std::system_error(errno, std::generic_category(), "standard output");
  }
}

int run(const request& wanted) {
  lookup::rows found;
  switch (wanted.what) {
    case request::help:
      write(usage);
      return found_something;
    case request::version:
      write(fmt::format("hangup {}.{}.{}\n", ZENTRUNK_VERSION_MAJOR, ZENTRUNK_VERSION_MINOR,
                        ZENTRUNK_VERSION_PATCH));
      return found_something;
    case request::keys:
      found = find(wanted.arguments);
      break;
    case request::search:
      found = search(wanted.text);
      break;
    case request::list:
      found = every_row();
      break;
    case request::sip:
      found = read_sip_message();
      break;
  }
  write(lookup::print(found, wanted.format, wants_colour()));
  return found.empty() ? found_nothing : found_something;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(parse(argc, argv));
  } catch (const usage_error& error) {
    complain("hangup: {} (hangup --help tells more)\n", error.what());
  } catch (const std::exception& error) {
    complain("hangup: {}\n", error.what());
  }
  return failed;
}
