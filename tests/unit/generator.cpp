// SPDX-License-Identifier: BSL-1.0
//
// The program `generate`: what it writes, and which data it rejects without changing a header.
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>
#include <zentrunk/hangup.hpp>

#include "catch.hpp"
#include "index.hpp"
#include "process.hpp"

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

const std::string columns = "code,cause,description,sip_response,sip_code,originator\n";
const std::string one_row = columns + "4090,not_found,No route,Not Found,404,Zentrunk\n";
const std::string sources = "source,description\nCarrier,The carrier.\nZentrunk,Zentrunk.\n";
const std::string aliases = "cause,code,source\n";
const std::string later_codes = "code,cause,description,source\n";
const std::string advice_columns = "code,fixer,retry,retry_stated,expected,next_step\n";
const std::string header = "before\n// <generated> old\nold lines\n// </generated> end\nafter\n";

// Advice for every code at the start of a line.
std::string advice_about(const std::string& codes_csv) {
  std::string csv = advice_columns;
  std::istringstream lines(codes_csv);
  for (std::string line; std::getline(lines, line);) {
    const std::string code = line.substr(0, line.find(','));
    if (code.find_first_not_of("0123456789") == code.npos) csv += code + ",nobody,no,no,no,Wait.\n";
  }
  return csv;
}

// A data directory, and headers to write to.
struct workplace {
  explicit workplace(const std::string& codes_csv = one_row,
                     const std::string& sources_csv = sources,
                     const std::string& header_text = header) {
    fs::create_directory(data);
    write_text(codes, codes_csv);
    write_text(data + "/hangup_sources.csv", sources_csv);
    write_text(data + "/cause_aliases.csv", aliases);
    write_text(data + "/later_codes.csv", later_codes);
    write_text(data + "/advice.csv", advice_about(codes_csv));
    fs::create_directory(headers);
    write_text(hpp, header_text);
    write_text(headers + "/advice.hpp", header);
    write_text(headers + "/hangup.cppm", header);
  }

  outcome generate() const { return run({ZENTRUNK_GENERATE, data, headers}); }
  outcome check() const { return run({ZENTRUNK_GENERATE, "--check", data, headers}); }
  std::string text() const { return read_text(hpp); }
  std::map<std::string, std::string> all_headers() const {
    std::map<std::string, std::string> all;
    for (const auto& file : fs::directory_iterator(headers)) {
      all[file.path().filename().string()] = read_text(file.path().string());
    }
    return all;
  }

  scratch_directory scratch;
  std::string data = scratch.path("data");
  std::string codes = data + "/hangup_codes.csv";
  std::string headers = scratch.path("headers");
  std::string hpp = headers + "/hangup.hpp";
};

// The generator rejects the workplace's data with FILE:LINE: ...reason... and changes nothing.
void check_refused(const workplace& place, const std::string& file, int line,
                   const std::string& reason) {
  const auto before = place.all_headers();
  for (const outcome& refused : {place.generate(), place.check()}) {
    CHECK(refused.status == 2);
    CHECK(refused.out == "");
    CHECK_THAT(refused.err, starts_with(file + ":" + std::to_string(line) + ": "));
    CHECK_THAT(refused.err, contains(reason));
    CHECK_THAT(refused.err, ends_with("\n"));
  }
  CHECK(place.all_headers() == before);
}

// A row with the given fields, in line 3, after a valid one.
std::string second_row(const std::string& fields) { return one_row + fields + "\n"; }

}  // namespace

TEST_CASE("the committed headers are what the generator writes") {
  const std::string committed = fs::path(ZENTRUNK_HEADER).parent_path().string();
  const outcome check = run({ZENTRUNK_GENERATE, "--check", ZENTRUNK_DATA_DIR, committed});
  INFO(check.err);
  CHECK(check.status == 0);

  const workplace place;
  for (const auto& [name, text] : place.all_headers()) {
    write_text(place.headers + "/" + name, read_text((fs::path(committed) / name).string()));
  }
  const auto before = place.all_headers();
  CHECK(run({ZENTRUNK_GENERATE, ZENTRUNK_DATA_DIR, place.headers}).status == 0);
  CHECK(place.all_headers() == before);
}

TEST_CASE("only the lines between the markers are rewritten") {
  const workplace place;
  const outcome written = place.generate();
  CHECK(written.status == 0);
  CHECK(written.err == "");
  CHECK_THAT(written.out,
             contains(place.hpp + ": written\n  code::not_found: new\n  entry 4090: new\n"));
  CHECK_THAT(written.out, contains("/advice.hpp: written\n  advice 4090: new\n"));
  const std::string text = place.text();
  CHECK_THAT(text, starts_with("before\n// <generated>"));
  CHECK_THAT(text, ends_with("\n// </generated> end\nafter\n"));
  CHECK_THAT(text, !contains("old lines"));
  CHECK_THAT(text, contains("// Written by tools/generate from data/*.csv."));
  CHECK_THAT(text, contains("\n  {4090, 404, originator::zentrunk, \"not_found\"sv, \"No "
                            "route\"sv, \"Not Found\"sv},\n"));
  CHECK(place.all_headers().size() == 3);  // and no temporary file

  // A second run changes nothing, not even the files' modification times.
  const auto time = fs::last_write_time(place.hpp);
  CHECK(place.generate().status == 0);
  CHECK(place.text() == text);
  CHECK(fs::last_write_time(place.hpp) == time);
}

TEST_CASE("generate --check reports a stale header and changes nothing") {
  const workplace place;
  const outcome stale = place.check();
  CHECK(stale.status == 1);
  CHECK_THAT(stale.err, starts_with(place.hpp + ":1: "));
  CHECK(place.text() == header);
  CHECK(place.generate().status == 0);
  CHECK(place.check().status == 0);
  const std::string changed = second_row("4100,a,b,c,404,Zentrunk");
  write_text(place.codes, changed);
  write_text(place.data + "/advice.csv", advice_about(changed));
  CHECK(place.check().status == 1);
  CHECK(place.generate().status == 0);
  // Each header counts.
  for (const auto& [name, text] : place.all_headers()) {
    CAPTURE(name);
    const std::string file = place.headers + "/" + name;
    write_text(file, text.substr(0, text.find("// clang-format on")) + "x\n" +
                         text.substr(text.find("// clang-format on")));
    const outcome edited = place.check();
    CHECK(edited.status == 1);
    CHECK_THAT(edited.err, starts_with(file + ":1: "));
    write_text(file, text);
  }
}

TEST_CASE("the generator lists what appears, changes and vanishes") {
  const workplace place(second_row("4100,busy,b,c,404,Zentrunk"));
  write_text(place.data + "/cause_aliases.csv", aliases + "occupied,4100,x\n");
  CHECK(place.generate().status == 0);
  const std::string codes =
      columns + "4090,not_found,New text,Not Found,404,Zentrunk\n" + "4200,away,b,c,404,Zentrunk\n";
  write_text(place.codes, codes);
  write_text(place.data + "/cause_aliases.csv", aliases + "gone,4200,x\n");
  write_text(place.data + "/advice.csv", advice_about(codes));
  const outcome written = place.generate();
  CHECK(written.err == "");
  for (const char* change :
       {"  entry 4090: changed\n", "  entry 4100: removed\n", "  entry 4200: new\n",
        "  code::away: new\n",
        "  code::busy: removed, a breaking change: ", "  alias of 4100 occupied: removed\n",
        "  alias of 4200 gone: new\n", "  advice 4100: removed\n", "  advice 4200: new\n"}) {
    CHECK_THAT(written.out, contains(change));
  }
  CHECK_THAT(written.out, !contains("code::not_found"));
}

TEST_CASE("the generator does not list advice whose entry only moves") {
  const workplace place;
  CHECK(place.generate().status == 0);
  const std::string codes = second_row("4080,first,b,c,404,Zentrunk");
  write_text(place.codes, codes);
  write_text(place.data + "/advice.csv", advice_about(codes));
  const outcome written = place.generate();
  CHECK_THAT(written.out, contains("  advice 4080: new\n"));
  CHECK_THAT(written.out, !contains("4090"));
}

TEST_CASE("an originator keeps its number") {
  const workplace place;
  CHECK(place.generate().status == 0);
  CHECK_THAT(place.text(),
             contains("enum class originator : std::uint8_t { carrier = 0, zentrunk = 1 };"));
  write_text(place.data + "/hangup_sources.csv",
             "source,description\nCarrier,The carrier.\nProxy,A proxy.\nZentrunk,Zentrunk.\n");
  check_refused(place, place.data + "/hangup_sources.csv", 4,
                "the originator zentrunk has the number 1 and would get 2; add new sources at the "
                "end");
  write_text(place.data + "/hangup_sources.csv", sources + "Proxy,A proxy.\n");
  CHECK(place.generate().status == 0);
  CHECK_THAT(place.text(), contains("{ carrier = 0, zentrunk = 1, proxy = 2 };"));
}

TEST_CASE("a header keeps its permissions, and a link to it stays a link") {
  const workplace place;
  const auto permissions = fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read;
  fs::permissions(place.hpp, permissions);
  const std::string target = place.scratch.path("target.hpp");
  fs::rename(place.hpp, target);
  fs::create_symlink(target, place.hpp);
  CHECK(place.generate().status == 0);
  CHECK(fs::is_symlink(place.hpp));
  CHECK(read_text(target) != header);
  CHECK(fs::status(target).permissions() == permissions);
}

TEST_CASE("a byte order mark and CRLF line ends are accepted") {
  const auto from_windows = [](std::string text) {
    for (std::size_t i = 0; (i = text.find('\n', i)) != text.npos; i += 2) text.insert(i, 1, '\r');
    return "\xEF\xBB\xBF" + text;
  };
  const workplace here;
  const workplace windows(from_windows(one_row), from_windows(sources));
  CHECK(here.generate().status == 0);
  CHECK(windows.generate().status == 0);
  CHECK(windows.text() == here.text());
  const workplace no_last_line_end(one_row.substr(0, one_row.size() - 1));
  CHECK(no_last_line_end.generate().status == 0);
  CHECK(no_last_line_end.text() == here.text());
}

TEST_CASE("rows in another order give the same header") {
  const workplace ascending(second_row("4100,not_found,Other,Not Found,404,Carrier"));
  const workplace descending(columns + "4100,not_found,Other,Not Found,404,Carrier\n" +
                             one_row.substr(columns.size()));
  CHECK(ascending.generate().status == 0);
  CHECK(descending.generate().status == 0);
  CHECK(ascending.text() == descending.text());
}

TEST_CASE("quotes and non-ASCII characters are escaped in the header") {
  const workplace place(second_row("1,a,\"x, \"\"y\"\" \\ \xE2\x80\x99 \?\?/~\",c,0,Zentrunk"));
  CHECK(place.generate().status == 0);
  CHECK_THAT(place.text(), contains(R"("x, \"y\" \\ \342\200\231 ?\?/~"sv)"));
}

TEST_CASE("wrong columns are rejected") {
  for (const char* wrong : {"code,cause,description,sip_response,sip_code\n",
                            "code,cause,description,sip_response,sip_code,originator,more\n",
                            "cause,code,description,sip_response,sip_code,originator\n",
                            "Code,cause,description,sip_response,sip_code,originator\n",
                            "code;cause;description;sip_response;sip_code;originator\n",
                            "4090,not_found,No route,Not Found,404,Zentrunk\n"}) {
    CAPTURE(wrong);
    const workplace place(wrong + one_row.substr(columns.size()));
    check_refused(place, place.codes, 1, "columns");
  }
  const workplace place(one_row, "name,description\nZentrunk,Zentrunk.\n");
  check_refused(place, place.data + "/hangup_sources.csv", 1, "columns");
}

TEST_CASE("a file without rows is rejected") {
  const workplace empty("");
  check_refused(empty, empty.codes, 1, "empty");
  const workplace only_mark("\xEF\xBB\xBF");
  check_refused(only_mark, only_mark.codes, 1, "empty");
  const workplace no_row(columns);
  check_refused(no_row, no_row.codes, 1, "no row");
  const workplace no_source(one_row, "source,description\n");
  check_refused(no_source, no_source.codes, 2, "\"Zentrunk\" is not in");
}

TEST_CASE("rows that break a rule are rejected") {
  struct bad_row {
    std::string row, reason;
  };
  for (const bad_row& bad : std::vector<bad_row>{
           {"4100,a,b,c,404", "5 fields"},
           {"4100", "1 field where"},
           {"", "the line is empty"},
           {"4100,a,b,c,404,Zentrunk,", "7 fields"},
           {"4100,a,b, c, d,404,Zentrunk", "7 fields"},
           {"4100,a,\"b,c,404,Zentrunk", "closing quote"},
           {"4100,a,\"b\nb\",c,404,Zentrunk", "closing quote"},
           {"4100,a,\"b\"b,c,404,Zentrunk", "closing quote"},
           {"4100,a,b\"b,c,404,Zentrunk", "quote"},
           {"4100,a,b,c,404,\"", "closing quote"},
           {",a,b,c,404,Zentrunk", "not a number"},
           {"x,a,b,c,404,Zentrunk", "not a number"},
           {"41O0,a,b,c,404,Zentrunk", "not a number"},
           {"4100.0,a,b,c,404,Zentrunk", "not a number"},
           {" 4100,a,b,c,404,Zentrunk", "not a number"},
           {"4100 ,a,b,c,404,Zentrunk", "not a number"},
           {"+4100,a,b,c,404,Zentrunk", "not a number"},
           {"0x1004,a,b,c,404,Zentrunk", "not a number"},
           {"-4100,a,b,c,404,Zentrunk", "out of range"},
           {"65536,a,b,c,404,Zentrunk", "out of range"},
           {"69636,a,b,c,404,Zentrunk", "out of range"},
           {"99999999999999999999,a,b,c,404,Zentrunk", "out of range"},
           {"04100,a,b,c,404,Zentrunk", "must be written 4100"},
           {"4090,a,b,c,404,Zentrunk", "line 2"},
           {"4100,,b,c,404,Zentrunk", "cause is empty"},
           {"4100,user busy,b,c,404,Zentrunk", "identifier"},
           {"4100,user-busy,b,c,404,Zentrunk", "identifier"},
           {"4100,4user,b,c,404,Zentrunk", "identifier"},
           {"4100,b\xC3\xBCsy,b,c,404,Zentrunk", "identifier"},
           {"4100,delete,b,c,404,Zentrunk", "reserved word"},
           {"4100,Delete,b,c,404,Zentrunk", "reserved word"},
           {"4100,xor,b,c,404,Zentrunk", "reserved word"},
           {"4100,unix,b,c,404,Zentrunk", "macro"},
           {"4100,errno,b,c,404,Zentrunk", "macro"},
           {"4100,__cplusplus,b,c,404,Zentrunk", "two underscores"},
           {"4100,a,b,,404,Zentrunk", "the SIP response is empty"},
           {"4100,a,b,c,404,Nobody", "\"Nobody\""},
           {"4100,a,b,c,404,zentrunk", "\"zentrunk\""},
           {"4100,a,b,c,404,", "\"\""},
           {"4100,a,b,c,700,Zentrunk", "out of range"},
           {"4100,a,b,c,-1,Zentrunk", "out of range"},
           {"4100,a,b,c,,Zentrunk", "not a number"},
           {"4100,a,b,c,4o4,Zentrunk", "not a number"},
           {"4100,a,b,c,0404,Zentrunk", "must be written 404"},
           {"4100,a,\xFF,c,404,Zentrunk", "UTF-8"},
           {"4100,a,\x80,c,404,Zentrunk", "UTF-8"},
           {"\xFF", "byte 1 (0xFF) is not UTF-8"},
           {"4100,a,\xC0\x80,c,404,Zentrunk", "UTF-8"},
           {"4100,a,\xE2\x80,c,404,Zentrunk", "UTF-8"},
           {"4100,a,\xED\xA0\x80,c,404,Zentrunk", "UTF-8"},
           {"4100,a,\xF4\x90\x80\x80,c,404,Zentrunk", "UTF-8"},
           {"4100,a,\xF0\x80\x80\x80,c,404,Zentrunk", "UTF-8"},
           {"4100,a,b,c,404,Zentrunk\xE2", "UTF-8"},
           {"4100,a,b\0b,c,404,Zentrunk"s, "byte 9 is a NUL"},
           {"4100,a,b\tb,c,404,Zentrunk", "byte 9 is a control character (0x09)"},
           {"4100,a,b\rb,c,404,Zentrunk", "control character"},
           {"4100,a,b\x7F,c,404,Zentrunk", "control character"},
       }) {
    CAPTURE(bad.row);
    const workplace place(second_row(bad.row));
    check_refused(place, place.codes, 3, bad.reason);
  }
}

TEST_CASE("the limits of what is accepted") {
  for (const char* good :
       {"0,a,b,c,404,Zentrunk", "65535,a,b,c,404,Zentrunk", "4100,a,b,c,0,Zentrunk",
        "4100,a,b,c,699,Zentrunk", "4100,a,,c,404,Zentrunk", "4100,_,b,c,404,Zentrunk",
        "4100,Not_Found,b,c,404,Carrier", "4100,a,\"\",\"c\",404,Zentrunk",
        "4100,a,\xF4\x8F\xBF\xBF\xED\x9F\xBF\xEE\x80\x80,c,404,Zentrunk",
        "4100,a,\xC2\x80\xE0\xA0\x80\xF0\x90\x80\x80,c,404,Zentrunk"}) {
    CAPTURE(good);
    const workplace place(second_row(good));
    const outcome written = place.generate();
    INFO(written.err);
    CHECK(written.status == 0);
  }
}

TEST_CASE("the limits of UTF-8") {
  const workplace all(
      second_row("4100,a,\x7E\xC2\x80\xDF\xBF\xE0\xA0\x80\xE0\xBF\xBF\xE1\x80\x80\xEC\xBF\xBF"
                 "\xED\x80\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF"
                 "\xF0\x90\x80\x80\xF0\xBF\xBF\xBF\xF1\x80\x80\x80\xF3\xBF\xBF\xBF"
                 "\xF4\x80\x80\x80\xF4\x8F\xBF\xBF,c,404,Zentrunk"));
  const outcome written = all.generate();
  INFO(written.err);
  CHECK(written.status == 0);
  for (const char* bad :
       {"\xC1\xBF",         "\xC2\x7F",         "\xC2\xC0",         "\xDF\x7F",
        "\xDF\xC0",         "\xE0\x9F\xBF",     "\xE0\xC0\x80",     "\xE0\xA0\x7F",
        "\xE0\xA0\xC0",     "\xE1\x7F\xBF",     "\xE1\xC0\x80",     "\xEC\x7F\xBF",
        "\xEC\xC0\x80",     "\xED\x7F\xBF",     "\xED\xA0\x80",     "\xEE\x7F\xBF",
        "\xEE\xC0\x80",     "\xEF\x7F\xBF",     "\xEF\xC0\x80",     "\xF0\x8F\xBF\xBF",
        "\xF0\xC0\x80\x80", "\xF0\x90\x80\x7F", "\xF0\x90\x80\xC0", "\xF0\x90\x7F\xBF",
        "\xF1\x7F\xBF\xBF", "\xF1\xC0\x80\x80", "\xF3\x7F\xBF\xBF", "\xF3\xC0\x80\x80",
        "\xF4\x7F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF\x80\x80\x80"}) {
    CAPTURE(bad);
    const workplace place(second_row("4100,a,"s + bad + ",c,404,Zentrunk"));
    check_refused(place, place.codes, 3, "byte 8 ");
  }
}

TEST_CASE("C++ names have letters, digits and underscores, and constants are lower case") {
  const workplace place(second_row("4100,AZaz_09,b,c,404,Zentrunk"));
  CHECK(place.generate().status == 0);
  CHECK_THAT(place.text(), contains("inline constexpr std::uint16_t azaz_09 = 4100;"));
  for (const char* beside : {"a/", "a:", "a@", "a[", "a`", "a{", "0a", "9a"}) {
    CAPTURE(beside);
    const workplace bad(second_row("4100,"s + beside + ",b,c,404,Zentrunk"));
    check_refused(bad, bad.codes, 3, "is not a C++ identifier");
  }
}

TEST_CASE("data without a perfect hash is rejected") {
  const workplace alike(
      second_row("4100,abcdefgh_1_stuvwxyz,b,c,404,Zentrunk\n"
                 "4110,ABCDEFGH_2_stuvwxyz,b,c,404,Zentrunk"));
  check_refused(alike, alike.codes, 4,
                "the hash cannot tell the cause \"ABCDEFGH_2_stuvwxyz\" from "
                "\"abcdefgh_1_stuvwxyz\"");

  std::string many = columns;
  for (int number = 0; number < 600; ++number) {
    many += std::to_string(number) + ",q" + std::to_string(number * number) + ",x,y,404,Zentrunk\n";
  }
  const workplace too_many(many);
  check_refused(too_many, too_many.codes, 1, "no perfect hash found for these 600 causes");
  many = columns;
  for (int number = 0; number < 1000; ++number) {
    many += std::to_string(number * number % 65521) + ",a" + std::to_string(number % 9) +
            ",x,y,404,Zentrunk\n";
  }
  const workplace even_more(many);
  check_refused(even_more, even_more.codes, 1, "no perfect hash found for these 1000 codes");
}

// The generator cannot use the header's hash before it has written the header, so it has its own.
TEST_CASE("generator and header hash names in the same way") {
  namespace hangup = zentrunk::hangup;
  const auto slot_in_header = [](std::string_view name) {
    return hangup::detail::causes.slot_of(name);
  };
  const auto slot_in_generator = [](std::string_view name) {
    return generate::name_key(name) * hangup::detail::cause_multiplier >>
           (64 - hangup::detail::cause_bits);
  };
  const std::string text = "Not_Found [by] Any\xE2\x80\x99@{`} of_them_0123456789";
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    for (std::size_t size = 0; size <= text.size() - begin; ++size) {
      const std::string_view name = std::string_view(text).substr(begin, size);
      if (slot_in_header(name) != slot_in_generator(name)) FAIL_CHECK(name);
    }
  }
}

TEST_CASE("aliases that break a rule are rejected") {
  struct bad_alias {
    std::string line, reason;
  };
  for (const bad_alias& bad : std::vector<bad_alias>{
           {"NOT_FOUND,4090,x", "\"NOT_FOUND\" is the published cause of 4090; delete this line"},
           {"missing,4091,x", "the code 4091 is not in"},
           {"missing,four,x", "not a number"},
           {",4090,x", "the cause is empty"},
           {"Known,4090,x", "the line known,4090 is already in line 2"},
           {"missing,4090", "2 fields"}}) {
    CAPTURE(bad.line);
    const workplace place;
    const std::string file = place.data + "/cause_aliases.csv";
    write_text(file, aliases + "known,4090,x\n" + bad.line + "\n");
    check_refused(place, file, 3, bad.reason);
  }
}

TEST_CASE("later codes that break a rule are rejected") {
  struct bad_code {
    std::string line, reason;
  };
  for (const bad_code& bad :
       std::vector<bad_code>{{"4090,a,b,x", "the code 4090 is published now; delete this line"},
                             {"4180,a,b,x", "the code 4180 is already in line 2"},
                             {"4200,a,,x", "the description is empty"},
                             {"4200,a,b,x", "the code 4200 has no line in"},
                             {"42OO,a,b,x", "not a number"}}) {
    CAPTURE(bad.line);
    const workplace place;
    const std::string file = place.data + "/later_codes.csv";
    write_text(file, later_codes + "4180,a,b,x\n" + bad.line + "\n");
    write_text(place.data + "/advice.csv", advice_about(one_row) + "4180,nobody,no,no,no,Wait.\n");
    check_refused(place, file, 3, bad.reason);
  }
}

TEST_CASE("advice that breaks a rule is rejected") {
  struct bad_advice {
    std::string line, reason;
  };
  for (const bad_advice& bad : std::vector<bad_advice>{
           {"4090,nobody,no,no,no,Wait.", "the code 4090 is already in line 2"},
           {"4100,nobody,no,no,no,Wait.", "the code 4100 is neither in"},
           {"4180,somebody,no,no,no,Wait.",
            "the fixer \"somebody\" is not one of nobody, customer,"},
           {"4180,nobody,never,no,no,Wait.", "the retry \"never\" is not one of unstated, no,"},
           {"4180,nobody,no,maybe,no,Wait.", "the retry_stated \"maybe\" is not one of no, yes"},
           {"4180,nobody,no,no,,Wait.", "the expected \"\" is not one of no, yes"},
           {"4180,nobody,no,no,no,", "the next step is empty"},
           {"4180,nobody,no,no,no," + std::string(161, 'x'), "the next step has 161 bytes"}}) {
    CAPTURE(bad.line);
    const workplace place;
    const std::string file = place.data + "/advice.csv";
    write_text(place.data + "/later_codes.csv", later_codes + "4180,a,b,x\n");
    write_text(file, advice_about(one_row) + bad.line + "\n");
    check_refused(place, file, 3, bad.reason);
  }

  const workplace missing(second_row("4100,a,b,c,404,Zentrunk"));
  write_text(missing.data + "/advice.csv", advice_about(one_row));
  check_refused(missing, missing.codes, 3, "the code 4100 has no line in");
  const workplace longest;
  write_text(longest.data + "/advice.csv",
             advice_columns + "4090,nobody,no,no,no," + std::string(160, 'x') + "\n");
  CHECK(longest.generate().status == 0);
}

TEST_CASE("two codes with the same constant are rejected") {
  const workplace place(columns +
                        "1,a,x,y,404,Zentrunk\n"
                        "2,a,x,y,404,Zentrunk\n"
                        "3,a_1,x,y,404,Zentrunk\n");
  check_refused(place, place.codes, 4, "code::a_1");
}

TEST_CASE("sources that break a rule are rejected") {
  struct bad_source {
    std::string row, reason;
  };
  for (const bad_source& bad : std::vector<bad_source>{{"Zentrunk,x", "line 3"},
                                                       {"CARRIER,x", "line 2"},
                                                       {",x", "empty"},
                                                       {"Answer XML,x", "identifier"},
                                                       {"Auto,x", "reserved word"},
                                                       {"API", "1 field"},
                                                       {"API,a,b", "3 fields"}}) {
    CAPTURE(bad.row);
    const workplace place(one_row, sources + bad.row + "\n");
    check_refused(place, place.data + "/hangup_sources.csv", 4, bad.reason);
  }
}

TEST_CASE("more sources than an originator has numbers for are rejected") {
  std::string many = "source,description\nCarrier,The carrier.\nZentrunk,Zentrunk.\n";
  for (int i = 3; i <= 255; ++i) many.append("s").append(std::to_string(i)).append(",x\n");
  CHECK(workplace(one_row, many).generate().status == 0);
  const workplace place(one_row, many + "s256,x\n");
  check_refused(place, place.data + "/hangup_sources.csv", 257, "more than 255 sources");
}

TEST_CASE("headers without their two markers are rejected") {
  struct bad_header {
    std::string text;
    int line;
    std::string reason;
  };
  for (const bad_header& bad :
       std::vector<bad_header>{{"", 1, "<generated>"},
                               {"text\n", 1, "<generated>"},
                               {"// <generated>\n", 1, "</generated>"},
                               {"// </generated>\n", 1, "<generated>"},
                               {"// </generated>\n// <generated>\n", 1, "before"},
                               {header + header, 7, "occurs twice"},
                               {"x // <generated>\n// </generated>\n", 1, "<generated>"}}) {
    CAPTURE(bad.text);
    const workplace place(one_row, sources, bad.text);
    check_refused(place, place.hpp, bad.line, bad.reason);
  }
}

TEST_CASE("unreadable files are rejected") {
  const workplace no_codes;
  fs::remove(no_codes.codes);
  check_refused(no_codes, no_codes.codes, 1, "No such file");

  const workplace directory;
  fs::remove(directory.codes);
  fs::create_directory(directory.codes);
  check_refused(directory, directory.codes, 1, "directory");

  const workplace no_header;
  fs::remove(no_header.hpp);
  const outcome refused = no_header.generate();
  CHECK(refused.status == 2);
  CHECK_THAT(refused.err, starts_with(no_header.hpp + ":1: cannot be read: No such file"));
  const workplace header_is_directory;
  fs::remove(header_is_directory.hpp);
  fs::create_directory(header_is_directory.hpp);
  CHECK_THAT(header_is_directory.generate().err,
             starts_with(header_is_directory.hpp + ":1: cannot be read: Is a directory"));
}

TEST_CASE("the generator with closed standard streams") {
  const workplace place;
  CHECK(run({"sh", "-c", "'" ZENTRUNK_GENERATE "' nowhere x 2> /dev/full"}).status == 2);
  const outcome no_help = run({"sh", "-c", "'" ZENTRUNK_GENERATE "' --help > /dev/full"});
  CHECK(no_help.status == 2);
  CHECK(no_help.err == "standard output:1: cannot be written: No space left on device\n");
}

TEST_CASE("the generator's usage") {
  const std::string last_line = "and leave the headers as they were.\n";
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{ZENTRUNK_GENERATE},
                                             {ZENTRUNK_GENERATE, "data"},
                                             {ZENTRUNK_GENERATE, "--check", "data"},
                                             {ZENTRUNK_GENERATE, "a", "b", "c"}}) {
    const outcome wrong = run(words);
    CHECK(wrong.status == 2);
    CHECK(wrong.out == "");
    CHECK_THAT(wrong.err, starts_with("usage: generate"));
    CHECK_THAT(wrong.err, ends_with(last_line));
  }
  const outcome help = run({ZENTRUNK_GENERATE, "--help"});
  CHECK(help.status == 0);
  CHECK_THAT(help.out, starts_with("usage: generate"));
  CHECK_THAT(help.out, ends_with(last_line));
}
