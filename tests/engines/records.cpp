// SPDX-License-Identifier: BSL-1.0
//
// Call records for the engines, and what the engines must find in them:
//
//   records make NUMBER FILE   writes so many as CSV, the same ones everywhere
//   records count FILE         counts them by code, cause, originator and SIP code
//   records rows               prints the published rows
//
// Counts and rows come out of the library, as lines of fields with tabs between them, in the order
// of their bytes, each after the name of its list: `cause`, `user_busy`, 1234. What belongs to no
// published code counts as `unknown`. The times that reading and counting took go to standard
// error.
#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>
#include <zentrunk/hangup.hpp>

namespace {

namespace hangup = zentrunk::hangup;
using namespace std::string_view_literals;

constexpr std::string_view columns = "call_id,hangup_cause_code,hangup_cause_name,hangup_source\n";

// Codes that nobody has published: none, neighbours of published ones, and some that are published
// once their upper bits are cut off.
constexpr std::array<std::int64_t, 8> unknown_codes{0,    3001, 3999,         4091,
                                                    4411, 9999, 65536 + 4090, 131072 + 3000};

constexpr bool all_unknown() {
  for (const std::int64_t code : unknown_codes) {
    if (hangup::by_code(code) != nullptr) return false;
  }
  return true;
}
static_assert(all_unknown(), "the page has come to publish one of unknown_codes; choose another");

struct closing {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using file_ptr = std::unique_ptr<std::FILE, closing>;

file_ptr open(const char* name, const char* mode) {
  file_ptr file(std::fopen(name, mode));
  if (!file) throw std::runtime_error(std::string(name) + ": " + std::strerror(errno));
  return file;
}

// ---- make ---------------------------------------------------------------------------------------

// Of 100 calls 42 end by 3000, 33 by 3010 and one by an unknown code; the other codes share the
// rest, the n-th of them having 1/n of the first one's part. A choice is the first place whose sum
// is above a random number: the table's rows, and behind them the unknown codes.
std::vector<std::uint64_t> sums_of_parts() {
  constexpr std::uint64_t first = 1'000'000'000;
  std::uint64_t rest = 0;
  for (std::size_t n = 1; n <= hangup::table.size() - 2; ++n) rest += first / n;
  const std::uint64_t percent = rest / 24;
  std::vector<std::uint64_t> sums;
  std::uint64_t sum = 0;
  std::size_t n = 0;
  for (const hangup::entry& row : hangup::table) {
    sum += row.code == 3000 ? 42 * percent : row.code == 3010 ? 33 * percent : first / ++n;
    sums.push_back(sum);
  }
  for (std::size_t i = 0; i < unknown_codes.size(); ++i)
    sums.push_back(sum += percent / unknown_codes.size());
  return sums;
}

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

// A record names the source as the CDR API does, in lower case; of 64 records one names another
// than the page does.
void make(std::uint64_t number, const char* name) {
  const std::vector<std::uint64_t> sums = sums_of_parts();
  std::array<std::string, 3> sources;
  for (std::size_t i = 0; i < sources.size(); ++i)
    sources[i] = in_lower_case(to_string(static_cast<hangup::originator>(i)));

  const file_ptr file = open(name, "wb");
  std::string text(columns);
  const auto write = [&] {
    if (std::fwrite(text.data(), 1, text.size(), file.get()) != text.size())
      throw std::runtime_error(std::string(name) + ": " + std::strerror(errno));
    text.clear();
  };
  std::mt19937_64 random(20240229);
  for (std::uint64_t id = 1; id <= number; ++id) {
    const std::uint64_t drawn = random();
    const auto place = static_cast<std::size_t>(
        std::upper_bound(sums.begin(), sums.end(), drawn % sums.back()) - sums.begin());
    text += std::to_string(id) + ',';
    if (place < hangup::table.size()) {
      const hangup::entry& row = hangup::table[place];
      const std::size_t other = drawn >> 58U == 0 ? 1 : 0;
      const std::size_t source =
          (static_cast<std::size_t>(row.originator) + other) % sources.size();
      text += std::to_string(row.code) + ',';
      text.append(row.cause) += ',';
      text += sources[source];
    } else {
      text += std::to_string(unknown_codes[place - hangup::table.size()]);
      text += ",not_on_the_page,zentrunk";
    }
    text += '\n';
    if (text.size() > 1'000'000) write();
  }
  write();
  if (std::fflush(file.get()) != 0)
    throw std::runtime_error(std::string(name) + ": " + std::strerror(errno));
}

// ---- count --------------------------------------------------------------------------------------

// The hangup_cause_code of every record.
std::vector<std::int64_t> codes_in(const char* name) {
  const file_ptr file = open(name, "rb");
  std::vector<std::int64_t> codes;
  bool below_columns = false;
  const auto read_line = [&](std::string_view line) {
    if (!below_columns) {
      if (line != columns) throw std::runtime_error(std::string(name) + ": other columns");
      below_columns = true;
      return;
    }
    const char* const end = line.data() + line.size();
    const char* const field = std::find(line.data(), end, ',') + 1;
    std::int64_t code = 0;
    const auto [rest, error] = field < end ? std::from_chars(field, end, code)
                                           : std::from_chars_result{field, std::errc()};
    if (field >= end || error != std::errc() || *rest != ',')
      throw std::runtime_error(std::string(name) + ": no record: " + std::string(line));
    codes.push_back(code);
  };
  std::vector<char> block(1U << 20U);
  std::size_t kept = 0;  // of a line that goes on in the next block
  for (;;) {
    const std::size_t got = std::fread(block.data() + kept, 1, block.size() - kept, file.get());
    if (got == 0) break;
    std::string_view text(block.data(), kept + got);
    for (std::size_t end = 0; (end = text.find('\n')) != text.npos; text.remove_prefix(end + 1))
      read_line(text.substr(0, end + 1));
    kept = text.size();
    if (kept == block.size()) throw std::runtime_error(std::string(name) + ": an endless line");
    std::memmove(block.data(), text.data(), kept);
  }
  if (std::ferror(file.get()) != 0 || kept != 0 || !below_columns)
    throw std::runtime_error(std::string(name) + ": does not end in a whole line");
  return codes;
}

class stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

struct counts {
  std::array<std::uint64_t, hangup::table.size()> known{};  // for each row
  std::map<std::int64_t, std::uint64_t> unknown;            // for each code that has none
};

counts count(const std::vector<std::int64_t>& codes) {
  counts result;
  for (const std::int64_t code : codes) {
    if (const hangup::entry* row = hangup::by_code(code)) {
      ++result.known[static_cast<std::size_t>(row - hangup::table.data())];
    } else {
      ++result.unknown[code];
    }
  }
  return result;
}

void print_counts(const counts& all) {
  std::map<std::int64_t, std::string> codes;
  std::map<std::string, std::uint64_t> causes;
  std::map<std::string, std::uint64_t> originators;
  std::map<std::string, std::uint64_t> sip_codes;
  const auto add = [&](std::int64_t code, const std::string& cause, const std::string& originator,
                       const std::string& sip_code, std::uint64_t number) {
    if (number == 0) return;
    codes[code] = cause + '\t' + originator + '\t' + sip_code + '\t' + std::to_string(number);
    causes[cause] += number;
    originators[originator] += number;
    sip_codes[sip_code] += number;
  };
  for (std::size_t i = 0; i < all.known.size(); ++i) {
    const hangup::entry& row = hangup::table[i];
    add(row.code, std::string(row.cause), std::string(to_string(row.originator)),
        std::to_string(row.sip_code), all.known[i]);
  }
  for (const auto& [code, number] : all.unknown) add(code, "unknown", "unknown", "unknown", number);

  for (const auto& [code, rest] : codes)
    std::printf("code\t%lld\t%s\n", static_cast<long long>(code), rest.c_str());
  const auto print = [](const char* list, const std::map<std::string, std::uint64_t>& numbers) {
    for (const auto& [name, number] : numbers)
      std::printf("%s\t%s\t%llu\n", list, name.c_str(), static_cast<unsigned long long>(number));
  };
  print("cause", causes);
  print("originator", originators);
  print("sip_code", sip_codes);
}

// ---- rows ---------------------------------------------------------------------------------------

void print_rows() {
  std::string text;
  for (const hangup::entry& row : hangup::table) {
    text += std::to_string(row.code);
    for (const std::string_view field : {row.cause, row.description, row.sip_response})
      (text += '\t').append(field);
    text += '\t' + std::to_string(row.sip_code) + '\t';
    text.append(to_string(row.originator)) += '\n';
  }
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void run(const std::vector<std::string>& arguments) {
  if (arguments.size() == 3 && arguments[0] == "make") {
    const char* const end = arguments[1].data() + arguments[1].size();
    std::uint64_t number = 0;
    if (const auto [rest, error] = std::from_chars(arguments[1].data(), end, number);
        rest != end || error != std::errc())
      throw std::runtime_error("not a number of records: " + arguments[1]);
    make(number, arguments[2].c_str());
  } else if (arguments.size() == 2 && arguments[0] == "count") {
    const stopwatch reading;
    const std::vector<std::int64_t> codes = codes_in(arguments[1].c_str());
    const double read = reading.seconds();
    const stopwatch counting;
    const counts all = count(codes);
    const double counted = counting.seconds();
    print_counts(all);
    std::fprintf(stderr, "%zu records: read in %.3f s, counted in %.3f s\n", codes.size(), read,
                 counted);
  } else if (arguments.size() == 1 && arguments[0] == "rows") {
    print_rows();
  } else {
    throw std::runtime_error("usage: records make NUMBER FILE | count FILE | rows");
  }
  if (std::fflush(stdout) != 0) throw std::runtime_error("could not write");
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(std::vector<std::string>(argv + 1, argv + argc));
    return 0;
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "records: %s\n", problem.what());
    return 2;
  }
}
