// SPDX-License-Identifier: BSL-1.0
//
// Makes call records for the engines, and the counts that the engines must find:
//
//   records make NUMBER FILE   writes that many as CSV, the same on every machine
//   records count FILE         counts them by code, cause, originator, SIP code, who has to act,
//                              and those worth retrying by code
//   records rows               prints the published rows
//
// Counts and rows come from the library, as lines of tab-separated fields in byte order, each after
// the name of its list: `cause`, `user_busy`, 1234. A record with an unknown code keeps its own
// cause; its other labels are `unknown`. The times of reading and counting go to standard error.
#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>
#include <zentrunk/advice.hpp>

namespace {

namespace hangup = zentrunk::hangup;
using namespace std::string_view_literals;

constexpr std::string_view columns =
    "call_uuid,call_id,hangup_cause_code,hangup_cause_name,hangup_source\n";

// Unknown codes: neighbors of published ones, and some that are published without their upper bits.
constexpr std::array<std::int64_t, 8> unknown_codes{0,    3001, 3999,         4091,
                                                    4411, 9999, 65536 + 4090, 131072 + 3000};

constexpr bool all_unknown() {
  for (const std::int64_t code : unknown_codes) {
    if (hangup::advice_for(code) != nullptr) return false;
  }
  return true;
}
static_assert(all_unknown(), "a source now names one of unknown_codes; choose another");

using optional_code = std::optional<std::int64_t>;

// Codes that the Plivo page lacks: none, the unknown ones and the later ones.
std::vector<optional_code> unpublished_codes() {
  std::vector<optional_code> codes{std::nullopt};
  codes.insert(codes.end(), unknown_codes.begin(), unknown_codes.end());
  for (const hangup::advice& advice : hangup::advice_table) {
    if (hangup::by_code(advice.code) == nullptr) codes.emplace_back(advice.code);
  }
  return codes;
}

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

// Of 100 calls, 42 have 3000, 33 have 3010 and one has an unpublished code. The other codes share
// the rest: the n-th has 1/n of the first one's share. A random number picks the first position
// with a higher sum among the table's rows, followed by the unpublished codes.
std::vector<std::uint64_t> sums_of_parts(std::size_t unpublished) {
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
  for (std::size_t i = 0; i < unpublished; ++i) sums.push_back(sum += percent / unpublished);
  return sums;
}

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

std::string uuid(std::uint64_t high, std::uint64_t low) {
  std::array<char, 37> text{};
  std::snprintf(text.data(), text.size(), "%08x-%04x-%04x-%04x-%012llx",
                static_cast<unsigned>(high >> 32U), static_cast<unsigned>(high >> 16U & 0xffffU),
                static_cast<unsigned>(high & 0xffffU), static_cast<unsigned>(low >> 48U),
                static_cast<unsigned long long>(low & 0xffffffffffffU));
  return text.data();
}

// A record has the source in lower case, as in the CDR API. Of 64 records with a published code,
// one has another cause and source than the Plivo page, and one has neither.
void make(std::uint64_t number, const char* name) {
  const std::vector<optional_code> unpublished = unpublished_codes();
  const std::vector<std::uint64_t> sums = sums_of_parts(unpublished.size());
  constexpr std::array<std::string_view, 3> own_causes{"own_cause", "user_busy", ""};
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
    text += uuid(drawn, random()) + ',' + std::to_string(id) + "@192.0.2.7,";
    if (place < hangup::table.size()) {
      const hangup::entry& row = hangup::table[place];
      const auto source = static_cast<std::size_t>(row.originator);
      text += std::to_string(row.code) + ',';
      switch (drawn >> 58U) {
        case 0:
          (text += "own_cause,") += sources[(source + 1) % sources.size()];
          break;
        case 1:
          text += ',';
          break;
        default:
          (text.append(row.cause) += ',') += sources[source];
      }
    } else {
      const optional_code code = unpublished[place - hangup::table.size()];
      if (code) text += std::to_string(*code);
      (text += ',').append(own_causes[id % own_causes.size()]) += ",zentrunk";
    }
    text += '\n';
    if (text.size() > 1'000'000) write();
  }
  write();
  if (std::fflush(file.get()) != 0)
    throw std::runtime_error(std::string(name) + ": " + std::strerror(errno));
}

// ---- count --------------------------------------------------------------------------------------

struct record {
  optional_code code;
  std::uint32_t cause;  // a position in `causes`
};

struct records {
  std::vector<record> all;
  std::vector<std::string> causes;
};

records read_records(const char* name) {
  const file_ptr file = open(name, "rb");
  records result;
  std::map<std::string, std::uint32_t, std::less<>> places;
  bool below_columns = false;
  const auto read_line = [&](std::string_view line) {
    if (!below_columns) {
      if (line != columns) throw std::runtime_error(std::string(name) + ": other columns");
      below_columns = true;
      return;
    }
    std::array<std::string_view, 5> fields;
    std::string_view rest = line.substr(0, line.size() - 1);
    bool good = std::count(rest.begin(), rest.end(), ',') == fields.size() - 1;
    for (std::string_view& field : fields) {
      field = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(rest.size(), field.size() + 1));
    }
    optional_code code;
    if (const std::string_view digits = fields[2]; !digits.empty()) {
      const char* const end = digits.data() + digits.size();
      const auto parsed = std::from_chars(digits.data(), end, code.emplace());
      good = good && parsed.ec == std::errc() && parsed.ptr == end;
    }
    if (!good) throw std::runtime_error(std::string(name) + ": no record: " + std::string(line));
    auto place = places.find(fields[3]);
    if (place == places.end()) {
      place = places.emplace(fields[3], static_cast<std::uint32_t>(places.size())).first;
      result.causes.emplace_back(fields[3]);
    }
    result.all.push_back({code, place->second});
  };
  std::vector<char> block(1U << 20U);
  std::size_t kept = 0;  // bytes of a line that continues in the next block
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
  return result;
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
  std::array<std::uint64_t, hangup::table.size()> published{};  // for each row
  std::map<std::pair<optional_code, std::uint32_t>, std::uint64_t> unpublished;
};

counts count(const records& calls) {
  counts result;
  for (const record& call : calls.all) {
    if (const hangup::entry* row = call.code ? hangup::by_code(*call.code) : nullptr) {
      ++result.published[static_cast<std::size_t>(row - hangup::table.data())];
    } else {
      ++result.unpublished[{call.code, call.cause}];
    }
  }
  return result;
}

// The fields of a line and the number of its records.
template <class Key>
using counted = std::map<Key, std::uint64_t>;

template <class Key>
void print(const char* list, const counted<Key>& numbers) {
  const auto text = [](const auto& field) {
    if constexpr (std::is_convertible_v<decltype(field), std::string>) {
      return std::string(field);
    } else {
      return field ? std::to_string(*field) : std::string();  // NULL
    }
  };
  for (const auto& [key, number] : numbers) {
    std::string line(list);
    std::apply([&](const auto&... field) { ((line += '\t' + text(field)), ...); }, key);
    std::printf("%s\t%llu\n", line.c_str(), static_cast<unsigned long long>(number));
  }
}

void print_counts(const counts& all, const std::vector<std::string>& own_causes) {
  using text = std::string;
  counted<std::tuple<optional_code, text, text, text>> codes;
  counted<std::tuple<text>> causes;
  counted<std::tuple<text>> originators;
  counted<std::tuple<text>> sip_codes;
  counted<std::tuple<text, text>> fixers;
  counted<std::tuple<text, optional_code, text>> retries;
  const auto add = [&](optional_code code, std::string_view own_cause, std::uint64_t number) {
    if (number == 0) return;
    const hangup::entry* row = code ? hangup::by_code(*code) : nullptr;
    const hangup::advice* advice = code ? hangup::advice_for(*code) : nullptr;
    text cause(advice != nullptr && !advice->cause.empty() ? advice->cause : own_cause);
    if (cause.empty()) cause = "unknown";
    const text originator(row != nullptr ? to_string(row->originator) : "unknown");
    const text sip_code = row != nullptr ? std::to_string(row->sip_code) : "unknown";
    const text fixer(advice != nullptr ? to_string(advice->fixer) : "unknown");
    const text expected = advice == nullptr ? "unknown" : advice->expected ? "yes" : "no";
    codes[{code, cause, originator, sip_code}] += number;
    causes[cause] += number;
    originators[originator] += number;
    sip_codes[sip_code] += number;
    fixers[{fixer, expected}] += number;
    if (advice != nullptr &&
        (advice->retry == hangup::retry::yes || advice->retry == hangup::retry::later)) {
      retries[{text(to_string(advice->retry)), code, text(advice->next_step)}] += number;
    }
  };
  for (std::size_t i = 0; i < all.published.size(); ++i)
    add(hangup::table[i].code, {}, all.published[i]);
  for (const auto& [key, number] : all.unpublished) add(key.first, own_causes[key.second], number);

  print("code", codes);
  print("cause", causes);
  print("originator", originators);
  print("sip_code", sip_codes);
  print("fixer", fixers);
  print("retry", retries);
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
    const records calls = read_records(arguments[1].c_str());
    const double read = reading.seconds();
    const stopwatch counting;
    const counts all = count(calls);
    const double counted = counting.seconds();
    print_counts(all, calls.causes);
    std::fprintf(stderr, "%zu records: read in %.3f s, counted in %.3f s\n", calls.all.size(), read,
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
