// SPDX-License-Identifier: BSL-1.0
//
// The program `generate`: what it writes, which data it rejects, and that it leaves complete
// headers whatever happens to it.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>
#include <zentrunk/hangup.hpp>

#include "catch.hpp"
#include "generate.hpp"
#include "process.hpp"

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

const std::string codes = "code,cause,description,sip_response,sip_code,originator\n";
const std::string sources = "source,description\nCarrier,The carrier.\nZentrunk,Zentrunk.\n";
const std::string aliases = "cause,code,source\n";
const std::string later_codes = "code,cause,description,source\n";
// A header; the version and the namespace are those of hangup.hpp.
const std::string version =
    "#define ZENTRUNK_VERSION_MAJOR 3\n#define ZENTRUNK_VERSION_MINOR 14\n"
    "#define ZENTRUNK_VERSION_PATCH 15\n#define ZENTRUNK_RELEASE v0\n";
const std::string header =
    version + "before\n// <generated> old\nold lines\n// </generated> end\nafter\n";

// Advice for every code at the start of a line.
std::string advice_about(const std::string& codes_csv) {
  std::string csv = "code,fixer,retry,retry_stated,expected,next_step\n";
  std::istringstream lines(codes_csv.substr(codes_csv.find('\n') + 1));
  for (std::string line; std::getline(lines, line);) {
    csv += line.substr(0, line.find(',')) + ",nobody,no,no,no,Wait.\n";
  }
  return csv;
}

const std::string one_row = codes + "4090,not_found,No route,Not Found,404,Zentrunk\n";
const std::string two_rows = one_row + "4100,busy,Busy,Busy,486,Zentrunk\n";

// A data directory, and a directory of three headers.
struct workplace {
  explicit workplace(const std::string& codes_csv = one_row,
                     const std::string& header_text = header) {
    fs::create_directory(data);
    set_codes(codes_csv);
    set("hangup_sources", sources);
    set("cause_aliases", aliases);
    set("later_codes", later_codes);
    fs::create_directory(headers);
    for (const char* name : {"hangup.hpp", "advice.hpp", "hangup.cppm"}) {
      write_text(headers + "/" + name, header_text);
    }
  }

  std::string csv(const std::string& name) const { return data + "/" + name + ".csv"; }
  void set(const std::string& name, const std::string& text) const { write_text(csv(name), text); }
  void set_codes(const std::string& codes_csv) const {
    set("hangup_codes", codes_csv);
    set("advice", advice_about(codes_csv));
  }

  outcome generate() const { return run({ZENTRUNK_GENERATE, data, headers}); }
  outcome check() const { return run({ZENTRUNK_GENERATE, "--check", data, headers}); }
  // As a user whom permissions restrict, unlike root.
  outcome generate_with_permissions() const {
    std::vector<std::string> words{ZENTRUNK_GENERATE, data, headers};
    if (geteuid() == 0) {
      words.insert(words.begin(), {"setpriv", "--bounding-set", "-dac_override,-dac_read_search"});
    }
    return run(words);
  }

  std::string text() const { return read_text(hpp); }
  // The name and text of every file beside the headers, temporary ones too.
  std::map<std::string, std::string> all_headers() const {
    std::map<std::string, std::string> all;
    for (const auto& file : fs::directory_iterator(headers)) {
      all[file.path().filename().string()] = read_text(file.path().string());
    }
    return all;
  }

  scratch_directory scratch;
  std::string data = scratch.path("data");
  std::string headers = scratch.path("headers");
  std::string hpp = headers + "/hangup.hpp";
};

// The generator rejects the workplace's data with FILE:LINE: ...reason... and changes nothing.
void check_refused(const workplace& place, const std::string& file, std::size_t line,
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

void check_not_written(const workplace& place, const outcome& refused, const std::string& reason) {
  CHECK(refused.status == 2);
  CHECK(refused.out == "");
  CHECK(refused.err == place.hpp + ":1: cannot be written: " + reason + "\n");
}

}  // namespace

// ---- What it writes -----------------------------------------------------------------------------

TEST_CASE("the committed headers are what the generator writes") {
  const std::string headers = fs::path(ZENTRUNK_HEADER).parent_path().string();
  const outcome check = run({ZENTRUNK_GENERATE, "--check", ZENTRUNK_DATA_DIR, headers});
  INFO(check.err);
  CHECK(check.status == 0);
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
  CHECK_THAT(text, starts_with(header.substr(0, header.find("v0\n")) + "v3_14_15_"));
  CHECK_THAT(text, contains("\nbefore\n// <generated>"));
  CHECK_THAT(text, ends_with("\n// </generated> end\nafter\n"));
  CHECK_THAT(text, !contains("old lines"));
  CHECK_THAT(text, contains("// Written by tools/generate from data/*.csv."));
  CHECK_THAT(text, contains("\n  {4090, 404, originator::zentrunk, \"not_found\"sv, \"No "
                            "route\"sv, \"Not Found\"sv},\n"));
  CHECK_THAT(text, contains("code_bits = 1;"));  // the smallest table that can do
  CHECK(place.all_headers().size() == 3);        // and no temporary file

  // A second run changes nothing, not even the files' modification times.
  const auto time = fs::last_write_time(place.hpp);
  CHECK(place.generate().status == 0);
  CHECK(place.text() == text);
  CHECK(fs::last_write_time(place.hpp) == time);
}

TEST_CASE("generate --check reports a stale header and changes nothing") {
  const workplace place;
  CHECK(place.check().status == 1);
  CHECK(place.text() == header);
  CHECK(place.generate().status == 0);
  CHECK(place.check().status == 0);
  place.set_codes(two_rows);
  CHECK(place.check().status == 1);
  CHECK(place.generate().status == 0);
  // Each header counts.
  for (const auto& [name, text] : place.all_headers()) {
    CAPTURE(name);
    const std::string file = place.headers + "/" + name;
    std::string edited = text;
    write_text(file, edited.insert(text.find("// clang-format on"), "x\n"));
    const outcome stale = place.check();
    CHECK(stale.status == 1);
    CHECK_THAT(stale.err, starts_with(file + ":1: does not match "));
    write_text(file, text);
  }
}

TEST_CASE("the generator lists what is new, changed or removed") {
  const workplace place(two_rows);
  place.set("cause_aliases", aliases + "occupied,4100,newer edition\n");
  CHECK(place.generate().status == 0);
  place.set_codes(codes +
                  "4090,not_found,New text,Not Found,404,Zentrunk\n"
                  "4200,away,b,c,404,Zentrunk\n");
  place.set("cause_aliases", aliases + "gone,4200,newer edition\n");
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
  // What only moves is not listed.
  place.set_codes(read_text(place.csv("hangup_codes")) + "4080,first,b,c,404,Zentrunk\n");
  const std::string moved = place.generate().out;
  CHECK_THAT(moved, contains("  advice 4080: new\n"));
  CHECK_THAT(moved, !contains("4090"));
}

TEST_CASE("an originator keeps its number") {
  // A constant of that name, far from the enumerators, is no originator.
  const workplace place(one_row + "4100,proxy,b,c,404,Zentrunk\n",
                        std::string(10000, '\n') + header);
  CHECK(place.generate().status == 0);
  CHECK_THAT(place.text(),
             contains("enum class originator : std::uint8_t { carrier = 0, zentrunk = 1 };"));
  place.set("hangup_sources",
            "source,description\nCarrier,The carrier.\nProxy,A proxy.\nZentrunk,Zentrunk.\n");
  check_refused(place, place.csv("hangup_sources"), 4,
                "the originator zentrunk has the number 1 and would get 2; add new sources at the "
                "end");
  place.set("hangup_sources", sources + "Proxy,A proxy.\n");
  CHECK_THAT(place.generate().out, contains("  originator Proxy: new\n"));
  CHECK_THAT(place.text(), contains("{ carrier = 0, zentrunk = 1, proxy = 2 };"));
  place.set("hangup_sources", sources);
  CHECK_THAT(place.generate().out, contains("  originator Proxy: removed, a breaking change: "));
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

TEST_CASE("the same rows give the same header") {
  const auto text_for = [](const std::string& codes_csv) {
    const workplace place(codes_csv);
    CHECK(place.generate().status == 0);
    return place.text();
  };
  const std::string text = text_for(two_rows);
  std::string windows = "\xEF\xBB\xBF";  // a byte order mark, and CRLF line ends
  for (const char c : two_rows) windows += c == '\n' ? "\r\n"s : std::string(1, c);
  CHECK(text_for(windows) == text);
  CHECK(text_for(two_rows.substr(0, two_rows.size() - 1)) == text);  // no line end at the end
  CHECK(text_for(codes + two_rows.substr(one_row.size()) + one_row.substr(codes.size())) ==
        text);  // another order
}

TEST_CASE("each data set has its own namespace, which both headers name") {
  const workplace place(two_rows);
  std::set<std::string> names;
  for (const auto& [file, before, after] : std::vector<std::array<std::string, 3>>{
           {"advice", "Wait.", "Wait."},
           {"advice", "Wait.", "Pause."},
           {"cause_aliases", "source\n", "source\noccupied,4100,newer edition\n"},
           {"hangup_sources", "Zentrunk.\n", "Zentrunk.\nProxy,A proxy.\n"}}) {
    place.set(file, replaced(read_text(place.csv(file)), before, after));
    CHECK(place.generate().status == 0);
    const std::string text = place.text();
    const std::size_t begin = text.find("v3_14_15_");
    const std::string name = text.substr(begin, text.find('\n', begin) - begin);
    CHECK(name.size() == std::string("v3_14_15_01234567").size());
    CHECK_THAT(place.all_headers()["advice.hpp"], contains("sizeof(" + name + "::entries)"));
    names.insert(name);
  }
  CHECK(names.size() == 4);
}

TEST_CASE("quotes and non-ASCII characters are escaped in the header") {
  const workplace place(one_row + "4100,a,\"x, \"\"y\"\" \\ \xE2\x80\x99 \?\?/~\",c,0,Zentrunk\n");
  CHECK(place.generate().status == 0);
  CHECK_THAT(place.text(), contains(R"("x, \"y\" \\ \342\200\231 ?\?/~"sv)"));
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

// ---- What it rejects ----------------------------------------------------------------------------

TEST_CASE("lines that break a rule are rejected") {
  // A bad line in place of the file's last one, and why it is bad; {} is each of the values.
  struct bad_line {
    std::string file, text, reason, values = {};
  };
  const std::vector<bad_line> bad_lines{
      {"hangup_codes", "4100{}", "fields where the columns are 6",
       ",a,b,c,404|,a,b,c,404,Zentrunk,|,a,b, c, d,404,Zentrunk"},
      {"hangup_codes", "4100", "1 field where the columns are 6"},
      {"hangup_codes", "", "the line is empty"},
      {"hangup_codes", "4100,a,{},c,404,Zentrunk", "closing quote", "\"b|\"b\nb\"|\"b\"b"},
      {"hangup_codes", "4100,a,b,c,404,\"", "closing quote"},
      {"hangup_codes", "4100,a,b\"b,c,404,Zentrunk", "a quote in an unquoted field"},
      {"hangup_codes", "{},a,b,c,404,Zentrunk", "the code \"{}\" is not a number from 1000 to 9999",
       "|41O0| 4100|4100 |+4100|-4100|04100|0|999|10000|65536|69636|99999999999999999999"},
      {"hangup_codes", "4090,a,b,c,404,Zentrunk", "the code 4090 is already in line 2"},
      {"hangup_codes", "4100,,b,c,404,Zentrunk", "the cause is empty"},
      {"hangup_codes", "4100,{},b,c,404,Zentrunk", "\"{}\" is not a C++ identifier: only letters",
       "user busy|b\xC3\xBCsy|a/|a:|a@|a[|a`|a{"},
      {"hangup_codes", "4100,{},b,c,404,Zentrunk", "not a C++ identifier: it begins", "0a|9a"},
      {"hangup_codes", "4100,{},b,c,404,Zentrunk",
       "\"{}\" is not a C++ identifier: it is a reserved",
       "alignas|delete|Delete|xor_eq|assert|unix"},
      {"hangup_codes", "4100,{},b,c,404,Zentrunk",
       "the cause \"{}\" is not a C++ identifier: names with an underscore at the start or two in "
       "a "
       "row are the compiler's",
       "__cplusplus|a__b|_x|A__|_"},
      {"hangup_codes", "4100,{},b,c,404,Zentrunk", "the cause \"{}\" begins or ends with a blank",
       " a|a | a b"},
      {"hangup_codes", "4100,{},b,c,404,Zentrunk", "the cause has 101 bytes; the limit is 100",
       std::string(101, 'a')},
      {"hangup_codes", "4100,a,b,,404,Zentrunk", "the SIP response is empty"},
      {"hangup_codes", "4100,a,b,{},404,Zentrunk", "the SIP response is blank", " |   "},
      {"hangup_codes", "4100,a,b,{},404,Zentrunk",
       "the SIP response \"{}\" begins or ends with a blank", " Not Found|Not Found "},
      {"hangup_codes", "4100,a,b,{},404,Zentrunk",
       "the SIP response has 101 bytes; the limit is 100", std::string(101, 'c')},
      {"hangup_codes", "4100,a,b,c,404,{}", "the originator \"{}\" is not in", "Nobody|zentrunk|"},
      {"hangup_codes", "4100,a,b,c,{},Zentrunk",
       "the SIP code \"{}\" is not a number from 0 to 699", "700|-1||0404"},
      {"hangup_codes", "\xFF", "byte 1 (0xFF) is not UTF-8"},
      {"hangup_codes", "4100,a,b,c,404,Zentrunk\xE2", "byte 24 (0xE2) is not UTF-8"},
      {"hangup_codes", "4100,a,b{}b,c,404,Zentrunk", "byte 9 is a control character (0x",
       "\0|\t|\r|\x1F|\x7F"s},
      {"hangup_sources", "CARRIER,x", "the source carrier is already in line 2"},
      {"hangup_sources", ",x", "the source is empty"},
      {"hangup_sources", "Answer XML,x", "not a C++ identifier"},
      {"hangup_sources", "Auto,x", "reserved word"},
      {"hangup_sources", "API", "1 field"},
      {"hangup_sources", "API,a,b", "3 fields"},
      {"cause_aliases", "BUSY,4100,newer edition",
       "\"BUSY\" is the published cause of 4100; delete this line"},
      {"cause_aliases", "{},4100,newer edition",
       "\"{}\" is the cause of the later code 4180; delete this line", "later_cause|Later_CAUSE"},
      {"cause_aliases", "missing,4091,newer edition", "the code 4091 is not in"},
      {"cause_aliases", "missing,four,newer edition", "not a number"},
      {"cause_aliases", ",4090,newer edition", "the cause is empty"},
      {"cause_aliases", "{},4090,newer edition", "the cause \"{}\" begins or ends with a blank",
       " x|x "},
      {"cause_aliases", "{},4090,newer edition", "101 bytes; the limit is 100",
       std::string(101, 'x')},
      {"cause_aliases", "missing,4090,{}",
       "the source \"{}\" is not one of newer edition, plivo-cli skill", "x||Newer edition"},
      {"cause_aliases", "Known,4090,newer edition", "the line known,4090 is already in line 2"},
      {"cause_aliases", "missing,4090", "2 fields"},
      {"later_codes", "4090,a,b,x", "the code 4090 is published now; delete this line"},
      {"later_codes", "4180,a,b,x", "the code 4180 is already in line 2"},
      {"later_codes", "4190,a,,x", "the description is empty"},
      {"later_codes", "4190,{},b,x", "the cause \"{}\" begins or ends with a blank", "a | a"},
      {"later_codes", "41OO,a,b,x", "not a number"},
      {"advice", "4090,nobody,no,no,no,Wait.", "the code 4090 is already in line 2"},
      {"advice", "4200,nobody,no,no,no,Wait.", "the code 4200 is neither in"},
      {"advice", "4190,somebody,no,no,no,Wait.", "the fixer \"somebody\" is not one of nobody,"},
      {"advice", "4190,nobody,never,no,no,Wait.", "the retry \"never\" is not one of unstated,"},
      {"advice", "4190,nobody,no,maybe,no,Wait.", "the retry_stated \"maybe\" is not one of no,"},
      {"advice", "4190,nobody,no,no,,Wait.", "the expected \"\" is not one of no, yes"},
      {"advice", "4190,nobody,no,no,no,", "the next step is empty"},
      {"advice", "4190,nobody,no,no,no,{}", "the next step is blank", " |  "},
      {"advice", "4190,nobody,no,no,no,{}", "161 bytes; the limit is 160", std::string(161, 'x')},
  };
  const workplace place(two_rows);
  place.set("cause_aliases", aliases + "known,4090,newer edition\nother,4100,plivo-cli skill\n");
  place.set("later_codes", later_codes + "4180,later_cause,b,x\n4190,,b,x\n");
  place.set("advice", advice_about(two_rows + "4180,\n4190,\n"));
  CHECK(place.check().status == 1);  // without a bad line, all that is wrong is the header
  for (const bad_line& bad : bad_lines) {
    const std::string good = read_text(place.csv(bad.file));
    const std::size_t last_line = good.rfind('\n', good.size() - 2) + 1;
    const auto lines = std::count(good.begin(), good.end(), '\n');
    std::istringstream values(bad.values + '|');
    for (std::string value; std::getline(values, value, '|');) {
      const std::string text = fmt::format(fmt::runtime(bad.text), value);
      CAPTURE(bad.file, text);
      place.set(bad.file, good.substr(0, last_line) + text + "\n");
      check_refused(place, place.csv(bad.file), static_cast<std::size_t>(lines),
                    fmt::format(fmt::runtime(bad.reason), value));
    }
    place.set(bad.file, good);
  }
}

TEST_CASE("the limits of what is accepted") {
  const workplace place(one_row +
                        "1000,b_,,c,0,Zentrunk\n"
                        "9999,AZaz_09,\x20\x7E,\"c\",699,Zentrunk\n" +
                        "5000," + std::string(100, 'a') + ",," + std::string(100, '\'') +
                        ",699,Zentrunk\n"
                        "4100,Not_Found,\"\",c,404,Carrier\n");
  const std::string advice = read_text(place.csv("advice"));
  place.set("advice", replaced(advice, "Wait.", std::string(160, 'x')));
  std::string many = sources;
  for (int i = 3; i <= 255; ++i) many += fmt::format("s{},x\n", i);
  place.set("hangup_sources", many);
  CHECK(place.generate().status == 0);
  place.set("hangup_sources", many + "s256,x\n");
  check_refused(place, place.csv("hangup_sources"), 257, "more than 255 sources");
}

TEST_CASE("only UTF-8 is accepted") {
  std::istringstream good(
      "\x7E \xC2\x80 \xDF\xBF \xE0\xA0\x80 \xEC\xBF\xBF \xED\x9F\xBF \xEE\x80\x80 \xEF\xBF\xBF "
      "\xF0\x90\x80\x80 \xF3\xBF\xBF\xBF \xF4\x8F\xBF\xBF");
  for (std::string text; good >> text;) {
    CHECK(generate::parse_csv("name", text).front().fields.front() == text);
  }
  std::istringstream bad(
      "A\x80 \x80 \x84\x80 \xBF\xBF \xC0\x80 \xC1\xBF \xC2 \xC2\x41 \xC2\xC0 \xE0\x9F\xBF \xE2\x82 "
      "\xE2\x41\x82 \xE2\x82\x41 \xED\xA0\x80 \xED\xBF\xBF \xF0\x8F\xBF\xBF \xF0\x9F\x93 "
      "\xF4\x90\x80\x80 \xF5\x80\x80\x80 \xF8\x90\x80\x80 \xFF\xBF\xBF\xBF");
  for (std::string text; bad >> text;) {
    CAPTURE(text);
    CHECK_THROWS_WITH(generate::parse_csv("name", text), contains("is not UTF-8"));
  }
}

TEST_CASE("data without a perfect hash is rejected") {
  const workplace alike(one_row +
                        "4100,abcdefgh_1_stuvwxyz,b,c,404,Zentrunk\n"
                        "4110,ABCDEFGH_2_stuvwxyz,b,c,404,Zentrunk\n");
  check_refused(alike, alike.csv("hangup_codes"), 4,
                "the hash cannot tell the cause \"ABCDEFGH_2_stuvwxyz\" from "
                "\"abcdefgh_1_stuvwxyz\"");

  std::string many_causes = codes, many_codes = codes;
  for (int i = 0; i < 600; ++i) {
    many_causes += fmt::format("{},q{},x,y,404,Zentrunk\n", 1000 + i, i * i);
  }
  for (int i = 0; i < 1000; ++i) {
    many_codes += fmt::format("{},a{},x,y,404,Zentrunk\n", 1000 + i * i % 8999, i % 9);
  }
  const workplace too_many(many_causes);
  check_refused(too_many, too_many.csv("hangup_codes"), 1,
                "no perfect hash found for these 600 causes with up to 8192 slots");
  too_many.set_codes(many_codes);
  check_refused(too_many, too_many.csv("hangup_codes"), 1,
                "no perfect hash found for these 1000 codes with up to 8192 slots");
}

TEST_CASE("two codes with the same constant, and codes without advice are rejected") {
  const workplace same(codes + "4100,a,x,y,404,Zentrunk\n4200,a,x,y,404,Zentrunk\n" +
                       "4300,a_4100,x,y,404,Zentrunk\n");
  check_refused(same, same.csv("hangup_codes"), 4,
                "the constant code::a_4100 is already in line 2");
  const workplace reserved(one_row + "4100,a_,x,y,404,Zentrunk\n4200,A_,x,y,404,Zentrunk\n");
  check_refused(reserved, reserved.csv("hangup_codes"), 3,
                "the constant code::a__4100 would have two underscores in a row");
  const workplace missing(two_rows);
  missing.set("advice", advice_about(one_row));
  check_refused(missing, missing.csv("hangup_codes"), 3, "the code 4100 has no line in");
  missing.set("advice", advice_about(two_rows));
  missing.set("later_codes", later_codes + "4200,a,b,x\n");
  check_refused(missing, missing.csv("later_codes"), 2, "the code 4200 has no line in");
}

TEST_CASE("files without the right columns, or without rows, are rejected") {
  const workplace place;
  for (const char* name :
       {"hangup_codes", "hangup_sources", "cause_aliases", "later_codes", "advice"}) {
    const std::string good = read_text(place.csv(name));
    std::string more = good;
    more.insert(good.find('\n'), ",more");
    for (const auto& [bad, reason] : std::vector<std::pair<std::string, std::string>>{
             {"", "the file is empty"},
             {"\xEF\xBB\xBF", "the file is empty"},
             {good.substr(good.find(',') + 1), "the columns are \""},
             {"X" + good, "the columns are \"X"},
             {replaced(good, ",", ";"), "the columns are \""},
             {good.substr(good.find('\n') + 1) + "1,2\n", "the columns are \""},
             {more, "and must be \"" + good.substr(0, good.find('\n')) + "\""}}) {
      CAPTURE(name, bad);
      place.set(name, bad);
      check_refused(place, place.csv(name), 1, reason);
    }
    place.set(name, good);
  }
  place.set("hangup_sources", "source,description\n");
  check_refused(place, place.csv("hangup_codes"), 2, "\"Zentrunk\" is not in");
  place.set("hangup_codes", codes);
  check_refused(place, place.csv("hangup_codes"), 1, "the file has no rows");
}

TEST_CASE("headers without their two markers are rejected") {
  for (const auto& [text, reason] : std::vector<std::pair<std::string, std::string>>{
           {"", "the line \"// <generated>\" is missing"},
           {"// <generated>\n", "the line \"// </generated>\" is missing"},
           {"// </generated>\n", "the line \"// <generated>\" is missing"},
           {"// </generated>\n// <generated>\n", "comes before"},
           {header.substr(version.size()) + header.substr(version.size()),
            "the line \"// <generated>\" occurs twice"},
           {header.substr(version.size()) + "// </generated>\n",
            "the line \"// </generated>\" occurs twice"},
           {"x // <generated>\n// </generated>\n", "the line \"// <generated>\" is missing"}}) {
    CAPTURE(text);
    const workplace place(one_row, version + text);
    check_refused(place, place.hpp, 1, reason);
  }
  for (const char* macro : {"VERSION_MAJOR", "VERSION_MINOR", "VERSION_PATCH", "RELEASE"}) {
    const std::string line = "#define ZENTRUNK_"s + macro + " ";
    const workplace place(one_row, std::string(header).replace(header.find(line), 1, "/"));
    check_refused(place, place.hpp, 1, "the line \"" + line + "\" is missing");
  }
}

TEST_CASE("unreadable files are rejected") {
  const workplace place;
  for (const std::string& file : {place.hpp, place.csv("hangup_codes")}) {
    fs::remove(file);
    CHECK(place.generate().status == 2);
    CHECK(place.generate().err == file + ":1: cannot be read: No such file or directory\n");
    fs::create_directory(file);
    CHECK(place.check().status == 2);
    CHECK(place.check().err == file + ":1: cannot be read: Is a directory\n");
  }
  fs::remove_all(place.headers);
  CHECK(place.generate().status == 2);
  CHECK(place.generate().err ==
        place.headers + ":1: cannot be locked: No such file or directory\n");
}

TEST_CASE("the generator's usage") {
  for (const char* arguments : {"", "data", "--check data", "a b c", "--help"}) {
    const outcome shown = run({"sh", "-c", fmt::format("'{}' {}", ZENTRUNK_GENERATE, arguments)});
    const bool help = arguments == "--help"s;
    CHECK(shown.status == (help ? 0 : 2));
    CHECK((help ? shown.err : shown.out) == "");
    CHECK_THAT(help ? shown.out : shown.err, starts_with("usage: generate DATA_DIR HEADER_DIR"));
    CHECK_THAT(help ? shown.out : shown.err, ends_with("and leave the headers as they were.\n"));
  }
}

// ---- Trouble ------------------------------------------------------------------------------------

static std::string long_header() {
  std::string text;
  for (int line = 0; line < 2000; ++line) text += "// kept\n";
  return text + header;
}

TEST_CASE("the generator on a full disk changes nothing") {
  const workplace place(one_row, long_header());
  const auto before = place.all_headers();
  const scratch_directory profile;  // tools/test --coverage: none on that disk
  const auto with_blocks = [&](std::size_t blocks) {
    return run({"sh", "-c", "ulimit -f \"$4\"; exec \"$1\" \"$2\" \"$3\"", "sh", ZENTRUNK_GENERATE,
                place.data, place.headers, std::to_string(blocks)},
               "", {"GCOV_PREFIX=" + profile.path(""), "GCOV_ERROR_FILE=/dev/null"});
  };
  for (const std::size_t blocks : {std::size_t{1}, std::size_t{7}, long_header().size() / 512}) {
    CAPTURE(blocks);
    check_not_written(place, with_blocks(blocks), "File too large");
    CHECK(place.all_headers() == before);
  }
  CHECK(with_blocks(1000000).status == 0);
}

TEST_CASE("the generator without permissions changes nothing") {
  const workplace place;
  const auto before = place.all_headers();
  fs::permissions(place.headers, fs::perms::owner_read | fs::perms::owner_exec);
  check_not_written(place, place.generate_with_permissions(), "Permission denied");
  fs::permissions(place.headers, fs::perms::owner_all);

  fs::permissions(place.hpp, fs::perms::owner_read);
  check_not_written(place, place.generate_with_permissions(), "Permission denied");
  CHECK(place.check().status == 1);
  CHECK(place.all_headers() == before);

  fs::permissions(place.hpp, fs::perms::none);
  const outcome refused = place.generate_with_permissions();
  CHECK(refused.status == 2);
  CHECK(refused.err == place.hpp + ":1: cannot be read: Permission denied\n");

  fs::permissions(place.hpp, fs::perms::owner_all);
  CHECK(place.generate_with_permissions().status == 0);
}

TEST_CASE("the generator writes the headers even if it cannot print its report") {
  const workplace place;
  const auto to_full_disk = [&](const char* command) {
    return run({"sh", "-c", command, "sh", ZENTRUNK_GENERATE, place.data, place.headers});
  };
  CHECK(to_full_disk("\"$1\" \"$2\" \"$3\" > /dev/full").status == 0);
  CHECK(place.text() != header);
  CHECK(to_full_disk("\"$1\" nowhere \"$3\" 2> /dev/full").status == 2);
}

// Little to compute and much to copy, so that many kills hit the generator while it writes. Each
// run takes the lock that the killed one held.
TEST_CASE("the generator killed at 100 random moments leaves complete headers", "[slow]") {
  const workplace place(one_row, long_header());
  const auto before = place.all_headers();
  const auto generate_for = [&](double seconds) {
    return run({"timeout", "--foreground", "--signal=KILL", fmt::format("{:.4f}", seconds),
                ZENTRUNK_GENERATE, place.data, place.headers})
        .status;
  };
  using clock = std::chrono::steady_clock;
  const auto started = clock::now();
  REQUIRE(generate_for(60) == 0);
  const std::chrono::duration<double> whole_run = clock::now() - started;
  const auto after = place.all_headers();

  std::mt19937 random(20240611);
  for (int kill_number = 0; kill_number < 100; ++kill_number) {
    for (const auto& [name, text] : before) write_text(place.headers + "/" + name, text);
    generate_for(std::uniform_real_distribution<>(0.0001, whole_run.count())(random));
    for (const auto& [name, text] : place.all_headers()) {
      if (before.count(name) == 0) {
        fs::remove(place.headers + "/" + name);  // a temporary file
      } else if (text != before.at(name) && text != after.at(name)) {
        FAIL("half of " << name << ", kill " << kill_number);
      }
    }
  }
  CHECK(generate_for(60) == 0);
  CHECK(place.all_headers() == after);
}

TEST_CASE("four generators at once on two data sets never leave a mixture", "[slow]") {
  const workplace place, other(two_rows);
  REQUIRE(place.generate().status == 0);
  const auto of_place = place.all_headers();
  REQUIRE(run({ZENTRUNK_GENERATE, other.data, place.headers}).status == 0);
  const auto of_other = place.all_headers();
  const std::string four_at_once =
      R"(for data in "$1" "$2" "$1" "$2"; do { "$0" "$data" "$3" || echo failed; } & done; wait)";
  for (int round = 0; round < 100; ++round) {
    const auto& [first, second] =
        round % 2 == 0 ? std::tie(place.data, other.data) : std::tie(other.data, place.data);
    const outcome all =
        run({"sh", "-c", four_at_once, ZENTRUNK_GENERATE, first, second, place.headers});
    CHECK_THAT(all.out, !contains("failed"));
    const auto left = place.all_headers();
    if (left != of_other && left != of_place) FAIL_CHECK("a mixture in round " << round);
  }
}
