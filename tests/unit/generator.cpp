// SPDX-License-Identifier: BSL-1.0
//
// The program `generate`: what it writes, and what it refuses without touching the header.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "process.hpp"

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

const std::string columns = "code,cause,description,sip_response,sip_code,originator\n";
const std::string one_row = columns + "4090,not_found,No route,Not Found,404,Zentrunk\n";
const std::string sources = "source,description\nCarrier,The carrier.\nZentrunk,Zentrunk.\n";
const std::string header = "before\n// <generated> old\nold lines\n// </generated> end\nafter\n";

// A data directory and a header to write to.
struct workplace {
  explicit workplace(const std::string& codes_csv = one_row,
                     const std::string& sources_csv = sources,
                     const std::string& header_text = header) {
    fs::create_directory(data);
    write_text(codes, codes_csv);
    write_text(data + "/hangup_sources.csv", sources_csv);
    write_text(hpp, header_text);
  }

  outcome generate() const { return run({ZENTRUNK_GENERATE, data, hpp}); }
  outcome check() const { return run({ZENTRUNK_GENERATE, "--check", data, hpp}); }
  std::string text() const { return read_text(hpp); }

  scratch_directory scratch;
  std::string data = scratch.path("data");
  std::string codes = data + "/hangup_codes.csv";
  std::string hpp = scratch.path("hangup.hpp");
};

// The generator refuses the data of the workplace with FILE:LINE: ...reason... and changes nothing.
void check_refused(const workplace& place, const std::string& file, int line,
                   const std::string& reason) {
  const std::string before = place.text();
  for (const outcome& refused : {place.generate(), place.check()}) {
    CHECK(refused.status == 2);
    CHECK(refused.out == "");
    CHECK_THAT(refused.err, starts_with(file + ":" + std::to_string(line) + ": "));
    CHECK_THAT(refused.err, contains(reason));
    CHECK_THAT(refused.err, ends_with("\n"));
  }
  CHECK(place.text() == before);
  CHECK(place.scratch.names() == std::vector<std::string>{"data", "hangup.hpp"});
}

// One row with the given fields, in line 3 behind a good one.
std::string second_row(const std::string& fields) { return one_row + fields + "\n"; }

}  // namespace

TEST_CASE("the committed header is what the generator writes") {
  const outcome check = run({ZENTRUNK_GENERATE, "--check", ZENTRUNK_DATA_DIR, ZENTRUNK_HEADER});
  INFO(check.err);
  CHECK(check.status == 0);

  const workplace place;
  write_text(place.hpp, read_text(ZENTRUNK_HEADER));
  CHECK(run({ZENTRUNK_GENERATE, ZENTRUNK_DATA_DIR, place.hpp}).status == 0);
  CHECK(place.text() == read_text(ZENTRUNK_HEADER));
}

TEST_CASE("only what stands between the markers is rewritten") {
  const workplace place;
  const outcome written = place.generate();
  CHECK(written.status == 0);
  CHECK(written.err == "");
  CHECK_THAT(written.out, contains("1 row"));
  const std::string text = place.text();
  CHECK_THAT(text, starts_with("before\n// <generated>"));
  CHECK_THAT(text, ends_with("\n// </generated> end\nafter\n"));
  CHECK_THAT(text, !contains("old lines"));
  CHECK_THAT(text, contains("tools/generate from data/hangup_codes.csv and "
                            "data/hangup_sources.csv"));
  CHECK_THAT(text, contains("\n  {4090, 404, originator::zentrunk, \"not_found\"sv, \"No "
                            "route\"sv, \"Not Found\"sv},\n"));
  CHECK(place.scratch.names() == std::vector<std::string>{"data", "hangup.hpp"});

  // Again, and everything stays, the file's time of change included.
  const auto time = fs::last_write_time(place.hpp);
  CHECK(place.generate().status == 0);
  CHECK(place.text() == text);
  CHECK(fs::last_write_time(place.hpp) == time);
}

TEST_CASE("generate --check tells a stale header and changes nothing") {
  const workplace place;
  const outcome stale = place.check();
  CHECK(stale.status == 1);
  CHECK_THAT(stale.err, starts_with(place.hpp + ":1: "));
  CHECK(place.text() == header);
  CHECK(place.generate().status == 0);
  CHECK(place.check().status == 0);
  write_text(place.codes, second_row("4100,a,b,c,404,Zentrunk"));
  CHECK(place.check().status == 1);
}

TEST_CASE("a header keeps its permissions, and a link to it stays a link") {
  const workplace place;
  const auto permissions = fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read;
  fs::permissions(place.hpp, permissions);
  const std::string link = place.scratch.path("link.hpp");
  fs::create_symlink(place.hpp, link);
  CHECK(run({ZENTRUNK_GENERATE, place.data, link}).status == 0);
  CHECK(fs::is_symlink(link));
  CHECK(place.text() != header);
  CHECK(fs::status(place.hpp).permissions() == permissions);
}

TEST_CASE("a file from Windows is read like any other") {
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

TEST_CASE("rows in another order make the same header") {
  const workplace ascending(second_row("4100,not_found,Other,Not Found,404,Carrier"));
  const workplace descending(columns + "4100,not_found,Other,Not Found,404,Carrier\n" +
                             one_row.substr(columns.size()));
  CHECK(ascending.generate().status == 0);
  CHECK(descending.generate().status == 0);
  CHECK(ascending.text() == descending.text());
}

TEST_CASE("quotes, commas and everything that is not ASCII arrive in the header escaped") {
  const workplace place(second_row("1,a,\"x, \"\"y\"\" \\ \xE2\x80\x99 \?\?/~\",,0,Zentrunk"));
  CHECK(place.generate().status == 0);
  CHECK_THAT(place.text(), contains(R"("x, \"y\" \\ \342\200\231 ?\?/~"sv)"));
}

TEST_CASE("columns that are not the ones") {
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

TEST_CASE("files without rows") {
  const workplace empty("");
  check_refused(empty, empty.codes, 1, "empty");
  const workplace only_mark("\xEF\xBB\xBF");
  check_refused(only_mark, only_mark.codes, 1, "empty");
  const workplace no_row(columns);
  check_refused(no_row, no_row.codes, 1, "no row");
  const workplace no_source(one_row, "source,description\n");
  check_refused(no_source, no_source.data + "/hangup_sources.csv", 1, "no row");
}

TEST_CASE("rows that break a rule") {
  struct bad_row {
    std::string row, reason;
  };
  for (const bad_row& bad : std::vector<bad_row>{
           {"4100,a,b,c,404", "5 fields"},
           {"4100", "1 field where"},
           {"", "empty line"},
           {"4100,a,b,c,404,Zentrunk,", "7 fields"},
           {"4100,a,b, c, d,404,Zentrunk", "7 fields"},
           {"4100,a,\"b,c,404,Zentrunk", "closing quote"},
           {"4100,a,\"b\nb\",c,404,Zentrunk", "closing quote"},
           {"4100,a,\"b\"b,c,404,Zentrunk", "closing quote"},
           {"4100,a,b\"b,c,404,Zentrunk", "quote"},
           {"4100,a,b,c,404,\"", "closing quote"},
           {",a,b,c,404,Zentrunk", "no number"},
           {"x,a,b,c,404,Zentrunk", "no number"},
           {"41O0,a,b,c,404,Zentrunk", "no number"},
           {"4100.0,a,b,c,404,Zentrunk", "no number"},
           {" 4100,a,b,c,404,Zentrunk", "no number"},
           {"4100 ,a,b,c,404,Zentrunk", "no number"},
           {"+4100,a,b,c,404,Zentrunk", "no number"},
           {"0x1004,a,b,c,404,Zentrunk", "no number"},
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
           {"4100,a,b,c,404,Nobody", "\"Nobody\""},
           {"4100,a,b,c,404,zentrunk", "\"zentrunk\""},
           {"4100,a,b,c,404,", "\"\""},
           {"4100,a,b,c,700,Zentrunk", "out of range"},
           {"4100,a,b,c,-1,Zentrunk", "out of range"},
           {"4100,a,b,c,,Zentrunk", "no number"},
           {"4100,a,b,c,4o4,Zentrunk", "no number"},
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

TEST_CASE("the edges of what is allowed") {
  for (const char* good :
       {"0,a,b,c,404,Zentrunk", "65535,a,b,c,404,Zentrunk", "4100,a,b,c,0,Zentrunk",
        "4100,a,b,c,699,Zentrunk", "4100,a,,,404,Zentrunk", "4100,_,b,c,404,Zentrunk",
        "4100,Not_Found,b,c,404,Carrier", "4100,a,\"\",\"\",404,Zentrunk",
        "4100,a,\xF4\x8F\xBF\xBF\xED\x9F\xBF\xEE\x80\x80,c,404,Zentrunk",
        "4100,a,\xC2\x80\xE0\xA0\x80\xF0\x90\x80\x80,c,404,Zentrunk"}) {
    CAPTURE(good);
    const workplace place(second_row(good));
    const outcome written = place.generate();
    INFO(written.err);
    CHECK(written.status == 0);
  }
}

TEST_CASE("UTF-8 to both ends of each of its forms, and nothing beyond them") {
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

TEST_CASE("a name in C++ has letters, digits and underscores, and its constant small letters") {
  const workplace place(second_row("4100,AZaz_09,b,c,404,Zentrunk"));
  CHECK(place.generate().status == 0);
  CHECK_THAT(place.text(), contains("inline constexpr std::uint16_t azaz_09 = 4100;"));
  for (const char* beside : {"a/", "a:", "a@", "a[", "a`", "a{", "0a", "9a"}) {
    CAPTURE(beside);
    const workplace bad(second_row("4100,"s + beside + ",b,c,404,Zentrunk"));
    check_refused(bad, bad.codes, 3, "makes no C++ identifier");
  }
}

TEST_CASE("as many sources as an originator has numbers for") {
  std::string many = sources;
  for (int number = 3; number <= 255; ++number) many += "s" + std::to_string(number) + ",x\n";
  const workplace most(one_row, many);
  CHECK(most.generate().status == 0);
  const workplace too_many(one_row, many + "one_more,x\n");
  check_refused(too_many, too_many.data + "/hangup_sources.csv", 257, "more than 255 sources");
}

// What is in a header and in the summary of data with so many rows.
TEST_CASE("numbers and tables are no larger than the rows need them") {
  const auto generated = [](int rows) {
    std::string codes = columns;
    for (int number = 0; number < rows; ++number) {
      const std::string name = std::to_string(number);
      codes += std::to_string(number * 37) + ",q" + name + ",x,Phrase,404,Zentrunk\n";
    }
    const workplace place(codes);
    const outcome written = place.generate();
    CHECK(written.status == 0);
    return written.out.substr(written.out.find(": ")) + place.text();
  };
  const std::string one = generated(1);
  CHECK_THAT(one,
             starts_with(": written, 1 rows\n"
                         "  codes: 2 slots\n"
                         "  SIP codes: 1 in 700 slots\n"
                         "  causes: 1 in 2 slots, hashed by the first and the last 8 characters\n"
                         "  SIP phrases: 1 in 2 slots, hashed by the first and the last 8 "
                         "characters\n"));
  CHECK_THAT(generated(255), contains("using row_number = std::uint8_t;"));
  CHECK_THAT(generated(256), contains("using row_number = std::uint16_t;"));
  const std::string two = generated(2);
  CHECK_THAT(two, contains("  codes: 2 slots\n"));
  CHECK_THAT(two, contains("  causes: 2 in 2 slots, "));
  const std::string many = generated(1500);
  CHECK_THAT(many, contains("  codes: 65536 slots\n"));
  CHECK_THAT(many,
             contains("  causes: 1500 in 4096 slots, hashed by the first and the last 8 characters "
                      "with 512 seeds\n"));
}

TEST_CASE("two codes that would give one constant") {
  const workplace place(columns +
                        "1,a,x,y,404,Zentrunk\n"
                        "2,a,x,y,404,Zentrunk\n"
                        "3,a_1,x,y,404,Zentrunk\n");
  check_refused(place, place.codes, 4, "code::a_1");
}

TEST_CASE("sources that break a rule") {
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

TEST_CASE("more sources than an originator has numbers for") {
  std::string many = "source,description\nCarrier,The carrier.\nZentrunk,Zentrunk.\n";
  for (int i = 3; i <= 255; ++i) many += "s" + std::to_string(i) + ",x\n";
  CHECK(workplace(one_row, many).generate().status == 0);
  const workplace place(one_row, many + "s256,x\n");
  check_refused(place, place.data + "/hangup_sources.csv", 257, "more than 255 sources");
}

TEST_CASE("headers without a place to write to") {
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
                               {header + header, 7, "second"},
                               {"x // <generated>\n// </generated>\n", 1, "<generated>"}}) {
    CAPTURE(bad.text);
    const workplace place(one_row, sources, bad.text);
    check_refused(place, place.hpp, bad.line, bad.reason);
  }
}

TEST_CASE("files that can't be read") {
  const workplace no_codes;
  fs::remove(no_codes.codes);
  check_refused(no_codes, no_codes.codes, 1, "No such file");

  const workplace directory;
  fs::remove(directory.codes);
  fs::create_directory(directory.codes);
  check_refused(directory, directory.codes, 1, "directory");

  const workplace place;
  const outcome no_header = run({ZENTRUNK_GENERATE, place.data, place.scratch.path("missing")});
  CHECK(no_header.status == 2);
  CHECK_THAT(no_header.err, starts_with(place.scratch.path("missing") + ":1: "));
  const outcome header_is_directory = run({ZENTRUNK_GENERATE, place.data, place.data});
  CHECK(header_is_directory.status == 2);
  CHECK_THAT(header_is_directory.err, starts_with(place.data + ":1: "));
}

TEST_CASE("the generator where it can't speak or write enough") {
  const workplace place;
  const std::string generate = "'" ZENTRUNK_GENERATE "' '" + place.data + "' '" + place.hpp + "'";
  CHECK(run({"sh", "-c", "'" ZENTRUNK_GENERATE "' nowhere x 2> /dev/full"}).status == 2);
  const outcome no_help = run({"sh", "-c", "'" ZENTRUNK_GENERATE "' --help > /dev/full"});
  CHECK(no_help.status == 2);
  CHECK(no_help.err == "standard output:1: cannot be written: No space left on device\n");

  // The largest file may have 512 bytes; the generated part is longer.
  const outcome too_large = run({"sh", "-c", "ulimit -f 1; " + generate});
  CHECK(too_large.status == 2);
  CHECK_THAT(too_large.err, starts_with(place.hpp + ":1: cannot be written: File too large"));
  CHECK(place.text() == header);
  CHECK(place.scratch.names() == std::vector<std::string>{"data", "hangup.hpp"});
}

TEST_CASE("headers that can be read and not replaced") {
  // No name is left for the file that would take its place.
  const workplace place;
  const std::string longest = place.scratch.path(std::string(255, 'x'));
  write_text(longest, header);
  const outcome too_long = run({ZENTRUNK_GENERATE, place.data, longest});
  CHECK(too_long.status == 2);
  CHECK_THAT(too_long.err, starts_with(longest + ":1: cannot be written: File name too long"));
  CHECK(read_text(longest) == header);

  const std::string from_a_pipe =
      "cat '" + place.hpp + "' | '" ZENTRUNK_GENERATE "' '" + place.data + "' /dev/stdin";
  const outcome pipe = run({"sh", "-c", from_a_pipe});
  CHECK(pipe.status == 2);
  CHECK_THAT(pipe.err, starts_with("/dev/stdin:1: "));
}

TEST_CASE("the generator's usage") {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{ZENTRUNK_GENERATE},
                                             {ZENTRUNK_GENERATE, "data"},
                                             {ZENTRUNK_GENERATE, "--check", "data"},
                                             {ZENTRUNK_GENERATE, "a", "b", "c"}}) {
    const outcome wrong = run(words);
    CHECK(wrong.status == 2);
    CHECK(wrong.out == "");
    CHECK_THAT(wrong.err, starts_with("usage: generate"));
    CHECK_THAT(wrong.err, ends_with("HEADER stays as it was.\n"));
  }
  const outcome help = run({ZENTRUNK_GENERATE, "--help"});
  CHECK(help.status == 0);
  CHECK_THAT(help.out, starts_with("usage: generate"));
  CHECK_THAT(help.out, ends_with("HEADER stays as it was.\n"));
}
