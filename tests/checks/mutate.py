"""Changes the header and the generator in hundreds of small ways, one at a time, and tells which of
these mutants the tests catch.

A mutant that compiles must be caught by some test or stand in tests/checks/mutate.equivalent, with the
reason why no test can tell it from the original. Closes with "N passed, N failed". Works on a copy
of the tree below .build/.
"""
import argparse
import collections
import concurrent.futures
import hashlib
import os
import pathlib
import queue
import random
import re
import shutil
import signal
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORK = ROOT / ".build" / "mutate"
HEADER = "include/zentrunk/hangup.hpp"
GENERATOR = ["main", "read", "validate", "index", "emit"]
HEADER_TESTS = ["sip_message", "entries", "constant_expressions", "rows", "lookups"]
NUMBERS_FROM_THE_DATA = 100
MOST_EQUIVALENT = 0.05
SEED = 20240611
KINDS = ["one_row", "short_names", "alike_names", "same_name", "odd_255", "odd_256", "rows_2000", "odd_2000"]

# A look behind an array's end is caught as the sanitizers would.
COMPILE = ["-std=c++17", "-O0", "-w", "-D_GLIBCXX_ASSERTIONS"]
EVERY_WARNING = ["-Weverything", "-Wno-c++98-compat", "-Wno-c++98-compat-pedantic", "-Wno-padded",
                 "-Wno-unknown-warning-option", "-Wno-unsafe-buffer-usage"]

Mutant = collections.namedtuple("Mutant", "file start end new before after")


# ---- The mutants ---------------------------------------------------------------------------------

# What to put in place of what, in code that is neither comment nor text. Operators stand between
# blanks, which tells them from templates, references and pointers.
RULES = [(re.compile(pattern), replacements) for pattern, replacements in [
    (r" < ", [" <= "]), (r" <= ", [" < "]), (r" > ", [" >= "]), (r" >= ", [" > "]),
    (r" == ", [" != "]), (r" != ", [" == "]), (r" && ", [" || "]), (r" \|\| ", [" && "]),
    (r" \+ ", [" - "]), (r" - ", [" + "]), (r" \* ", [" + "]), (r" / ", [" * "]),
    (r" << ", [" >> "]), (r" >> ", [" << "]), (r" & ", [" | "]), (r" \| ", [" & "]),
    (r" \^ ", [" | "]), (r" \+= ", [" -= "]), (r" -= ", [" += "]), (r" \|= ", [" &= "]),
    (r" \^= ", [" |= "]), (r"\+\+(?=\w)", ["--"]), (r"(?<![\w-])--(?=\w)", ["++"]),
    (r"(?<=[ (])!(?=[\w(])", [""]), (r"(?<=[ (])-(?=[a-z])", [""]), (r"~(?=\w)", [""]),
    (r"\btrue\b", ["false"]), (r"\bfalse\b", ["true"]),
    (r"\.front\(\)", [".back()"]), (r"\.back\(\)", [".front()"]),
    (r"\bstd::min\b", ["std::max"]), (r"\bstd::max\b", ["std::min"]),
    (r"remove_prefix\b", ["remove_suffix"]), (r"remove_suffix\b", ["remove_prefix"]),
    (r"\bcontinue;", ["break;"]), (r"\bbreak;", [";"]),
    (r" \? ([^?:;,]+) : ([^?:;,)]+)", [r" ? \2 : \1"]),
    (r"\breturn (?!(?:\{\}|0|done|false|nullptr|std::nullopt);)[^;{}]+;", ["return {};"]),
    (r"(?<![\w.'])\d+(?=U?\b)(?!')", ["+1"]),
    (r"(?<![\w.'])0x[0-9A-F]+(?=U?\b)", ["+1"]),
]]
STATEMENT = re.compile(r"(?<=[;{})]\n)( +)(?!return\b)(\w[^;{}\n]*;)(?=\n)")
CONDITION = re.compile(r"\b(if|while) \(")
TEXT_OR_COMMENT = re.compile(r'R"\(.*?\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|//[^\n]*|'
                             r"^#[^\n]*", re.DOTALL | re.MULTILINE)


def number_changed(number, step):
    value = int(number, 0) + int(step)
    if value < 0:
        return None
    return f"0x{value:0{len(number) - 2}X}" if number.startswith("0x") else str(value)


def code_changes(text, begin, end):
    """(start, end, new) for each small change of the code in that part of the text."""
    code = TEXT_OR_COMMENT.sub(lambda m: "\1" * len(m[0]), text)
    for pattern, replacements in RULES:
        for found in pattern.finditer(code, begin, end):
            for replacement in replacements:
                if found[0][0].isdigit():
                    new = number_changed(found[0], replacement)
                else:
                    new = found.expand(replacement)
                yield found.start(), found.end(), new
    for found in STATEMENT.finditer(code, begin, end):
        yield found.start(2), found.end(2), ";"
    for found in CONDITION.finditer(code, begin, end):
        start = found.end()
        depth, stop = 1, start
        while depth > 0:
            depth += {"(": 1, ")": -1}.get(code[stop], 0)
            stop += 1
        if ";" in code[start:stop]:  # an initialisation stands before the condition
            start += code[start:stop].index(";") + 1
        yield start, stop - 1, " false" if code[start] == " " else "false"
        if found[1] == "if":
            yield start, stop - 1, " true" if code[start] == " " else "true"
    for found in TEXT_OR_COMMENT.finditer(text, begin, end):
        if found[0][0] == "'" and len(found[0]) == 3:
            yield found.start() + 1, found.end() - 1, chr(ord(found[0][1]) + 1)


def data_changes(text, begin, end, choice):
    """A sample of the numbers, names and texts in the generated part, each changed a little."""
    places = []
    for found in re.finditer(r"(?<![\w/])(?:0x)?[0-9A-F]+(?![\w.])|originator::\w+|"
                             r"[a-zA-Z](?=[\w ]*\"sv)", text[begin:end]):
        line_start = text.rindex("\n", 0, begin + found.start())
        if "//" not in text[line_start:begin + found.start()]:
            places.append((begin + found.start(), begin + found.end(), found[0]))
    names = ["originator::customer", "originator::carrier", "originator::zentrunk"]
    for start, stop, old in choice.sample(places, NUMBERS_FROM_THE_DATA):
        if old in names:
            new = names[(names.index(old) + 1) % 3]
        elif old[0].isdigit():
            new = number_changed(old, choice.choice(["+1", "-1"])) or number_changed(old, "+1")
        else:
            new = chr(ord(old) ^ 1)
        yield start, stop, new


def mutants_of(file, text, changes):
    seen = set()
    for start, stop, new in changes:
        if new is None or (start, stop, new) in seen or text[start:stop] == new:
            continue
        seen.add((start, stop, new))
        first = text.rindex("\n", 0, start) + 1
        last = text.index("\n", stop)
        before = text[first:last]
        after = text[first:start] + new + text[stop:last]
        yield Mutant(file, start, stop, new, " ".join(before.split()), " ".join(after.split()))


def all_mutants():
    choice = random.Random(SEED)
    text = (ROOT / HEADER).read_text(encoding="ascii")
    begin = text.index("// <generated>")
    end = text.index("// </generated>")
    yield from mutants_of(HEADER, text, code_changes(text, end, len(text)))
    yield from mutants_of(HEADER, text, data_changes(text, begin, end, choice))
    for name in GENERATOR:
        file = f"tools/generate/{name}.cpp"
        text = (ROOT / file).read_text(encoding="utf-8")
        yield from mutants_of(file, text, code_changes(text, 0, len(text)))


def equivalent_mutants():
    """(file, before, after) of each listed mutant. The list says it like a patch: the file, a line
    with -, a line with +, and one with = and the reason."""
    listed = {}
    file = before = after = None
    for line in (ROOT / "tests/checks/mutate.equivalent").read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark == "-":
            before = text
        elif mark == "+":
            after = text
        elif mark == "=":
            listed[file, before, after] = text
        elif line and mark != "#":
            file = line
    return listed


# ---- Building and testing them -------------------------------------------------------------------

class Caught(Exception):
    """Tells by which test."""


class Workshop:
    """A copy of the tree, in which one mutant at a time is built and tested."""

    def __init__(self, number):
        self.dir = WORK / str(number)
        shutil.rmtree(self.dir, ignore_errors=True)
        for name in ["include", "tools", "tests", "data"]:
            shutil.copytree(ROOT / name, self.dir / name)
        self.build = self.dir / "build"
        (self.build / "tmp").mkdir(parents=True)
        self.check_unchanged()

    def path(self, name):
        return str(self.dir / name)

    def built(self, name):
        return str(self.build / name)

    def run(self, *words, seconds=60):
        """Whether the command succeeds, with that much time of a processor (ten times that on the
        clock, which runs on where a busy machine does not), 4 GB of memory, and files of 200 MB."""
        limited = ["prlimit", f"--cpu={seconds}", f"--as={4 << 30}", f"--fsize={200 << 20}", "--core=0", *words]
        with open(self.build / "log", "wb") as log, \
                subprocess.Popen(limited, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                 start_new_session=True,
                                 env={**os.environ, "TMPDIR": self.built("tmp")}) as process:
            try:
                return process.wait(10 * seconds) == 0
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                return False

    def compile(self, source, to, *options):
        return self.run("clang++", *COMPILE, *options, "-c", self.path(source),
                        "-o", self.built(to))

    def compile_test(self, name, folder="tests/unit"):
        return self.compile(
            f"{folder}/{name}.cpp", f"{name}.o", "-include-pch", self.built("tests.pch"),
            f"-I{self.path('include')}", f"-I{self.path('tools/generate')}",
            f"-I{self.path('tests/support')}",
            f"-DZENTRUNK_DATA_DIR=\"{self.path('data')}\"",
            f"-DZENTRUNK_HEADER=\"{self.path(HEADER)}\"",
            f"-DZENTRUNK_GENERATE=\"{self.built('generate')}\"",
            f"-DZENTRUNK_HANGUP=\"{self.built('hangup')}\"",
            "-DZENTRUNK_LIMIT_MEMORY", f"-DZENTRUNK_DISK=\"{self.built('disk.so')}\"",
            f"-DZENTRUNK_MESSAGES=\"{self.path('tests/messages')}\"")

    def compile_quick(self, include, data):
        """The test that tells most in the least time: one unit, without Catch2."""
        return self.compile("build/quick.cpp", "quick.o", "-include-pch", self.built("tests.pch"),
                            f"-I{self.path(include)}", f"-DZENTRUNK_DATA_DIR=\"{self.path(data)}\"")

    def link(self, program, *objects):
        libraries = ["-lfmt"] if program in ("generate", "reference", "index_tests", "hangup") else []
        return self.run("clang++", *[self.built(f"{name}.o") for name in objects], *libraries,
                        "-o", self.built(program))

    def must(self, succeeded):
        if not succeeded:
            log = (self.build / "log").read_text()
            raise RuntimeError(f"could not be built in {self.dir}, even without a change: {log}")

    def check_unchanged(self):
        """Builds what the mutants need, and sees that the tests pass without them."""
        headers = ["algorithm", "array", "charconv", "cstdio", "filesystem", "fstream", "map",
                   "optional", "random", "set", "sstream", "string", "vector"]
        (self.build / "tests.hpp").write_text(
            "".join(f"#include <{name}>\n" for name in headers) + '#include "../tests/support/catch.hpp"\n')
        (self.build / "quick.cpp").write_text(
            '#include "../tests/support/published.cpp"\n#include "../tests/support/self_check.cpp"\n')
        (self.build / "header_tests.cpp").write_text(
            '#include "../tests/support/published.cpp"\n' +
            "".join(f'#include "../tests/unit/{name}.cpp"\n' for name in HEADER_TESTS))
        (self.build / "tools.hpp").write_text(
            "".join(f"#include <{name}>\n" for name in headers) +
            "#include <fmt/format.h>\n#include <fmt/os.h>\n#include <fmt/ranges.h>\n")
        for name, level in [("tests", "-O0"), ("tools", "-O1")]:
            self.must(self.run("clang++", *COMPILE, level, "-x", "c++-header",
                               self.built(f"{name}.hpp"), "-o", self.built(f"{name}.pch")))
        self.must(self.compile("tests/unit/main.cpp", "tests_main.o"))  # Catch2 itself, not just its names
        for name in ["process", "published"]:
            self.must(self.compile_test(name, "tests/support"))
        for name in ["generator", "faults", "indexes"]:
            self.must(self.compile_test(name))
        self.must(self.run("clang++", *COMPILE, "-shared", "-fPIC", self.path("tests/support/disk.cpp"),
                           "-o", self.built("disk.so")))
        for name in GENERATOR:
            self.must(self.compile_generator(name))
            shutil.copy(self.built(f"{name}.o"), self.built(f"{name}.o.unchanged"))
        lookup = ["main", "command", "find", "keys", "print", "scan", "search", "summary",
                  "table", "text"]
        for name in lookup:
            self.must(self.compile(f"tools/lookup/{name}.cpp", f"lookup_{name}.o",
                                   f"-I{self.path('include')}"))
        self.must(self.link("hangup", *[f"lookup_{name}" for name in lookup]))
        self.must(self.link("generate", *GENERATOR))
        self.must(self.link("reference", *GENERATOR))
        self.must(self.link("generator_tests", "tests_main", "process", "published", "generator",
                            "faults"))
        self.must(self.compile("tests/support/make_data.cpp", "make_data.o"))
        self.must(self.link("make_data", "make_data"))
        for kind in KINDS:
            (self.build / kind / "zentrunk").mkdir(parents=True)
            self.must(self.run(self.built("make_data"), kind, self.built(kind)))
            self.must(self.regenerate(kind, "reference"))
            shutil.copy(self.header_of(kind), self.built(kind) + "/reference.hpp")
        try:
            self.test_header(HEADER, generated=False)
            self.test_generator("main")
        except Caught as caught:
            log = (self.build / "log").read_text()
            raise RuntimeError(f"without a change, {caught} fails: {log}") from None

    def compile_generator(self, name):
        return self.compile(f"tools/generate/{name}.cpp", f"{name}.o", "-O1", "-include-pch",
                            self.built("tools.pch"))

    def header_of(self, kind):
        return self.build / kind / "zentrunk" / "hangup.hpp"

    def regenerate(self, kind, generator):
        shutil.copy(self.path(HEADER), self.header_of(kind))
        return self.run(self.built(generator), self.built(kind), str(self.header_of(kind)),
                        seconds=10)

    def expect(self, succeeded, test):
        if not succeeded:
            raise Caught(test)

    def test(self, mutant):
        """The test that catches the mutant, "" where none does, None where it does not compile."""
        original = self.dir / mutant.file
        text = original.read_text(encoding="utf-8")
        changed = text[:mutant.start] + mutant.new + text[mutant.end:]
        original.write_text(changed, encoding="utf-8")
        name = original.stem
        try:
            if mutant.file == HEADER:
                if not self.compile_quick("include", "data"):
                    return None
                self.test_header(mutant.file, mutant.start < text.index("// </generated>"))
            else:
                if not (self.compile_generator(name) and self.link("generate", *GENERATOR)):
                    return None
                self.test_generator(name)
            return ""
        except Caught as caught:
            return str(caught)
        finally:
            original.write_text(text, encoding="utf-8")
            if mutant.file != HEADER:
                shutil.copy(self.built(f"{name}.o.unchanged"), self.built(f"{name}.o"))
            shutil.rmtree(self.built("tmp"))
            (self.build / "tmp").mkdir()

    def test_header(self, file, generated):
        self.expect(self.compile_quick("include", "data") and self.link("quick", "quick") and
                    self.run(self.built("quick"), seconds=10), "self_check.cpp")
        self.expect(self.compile_test("header_tests", "build") and
                    self.link("header_tests", "tests_main", "process", "header_tests") and
                    self.run(self.built("header_tests"), "--abort"),
                    ", ".join(f"{name}.cpp" for name in HEADER_TESTS))
        if generated:
            self.expect(self.run(self.built("reference"), "--check", self.path("data"),
                                 self.path(file)), "byte for byte")
            return
        for kind in KINDS:
            self.expect(self.regenerate(kind, "reference"), kind)
            self.expect_other_data(kind)
        self.expect(self.run("clang++", "-std=c++17", "-Werror", *EVERY_WARNING, "-fsyntax-only",
                             f"-I{self.path('include')}", self.path("tests/compile/header_alone.cpp")),
                    "header_alone.cpp")
        mistakes = re.findall(r"defined\((\w+)\)|ifdef (\w+)",
                              (self.dir / "tests/compile/must_not_compile.cpp").read_text())
        for mistake in ["", *[a or b for a, b in mistakes]]:
            compiles = self.run("clang++", "-std=c++17", "-Werror", "-fsyntax-only",
                                f"-I{self.path('include')}", *([f"-D{mistake}"] if mistake else []),
                                self.path("tests/compile/must_not_compile.cpp"))
            self.expect(compiles == (mistake == ""), "must_not_compile.cpp")

    def expect_other_data(self, kind):
        self.expect(self.compile_quick(f"build/{kind}", f"build/{kind}") and
                    self.link("quick", "quick") and self.run(self.built("quick"), seconds=30),
                    f"other data: {kind}")

    def test_generator(self, name):
        self.expect(self.run(self.built("generate"), "--check", self.path("data"),
                             self.path(HEADER), seconds=5), "byte for byte")
        if name != "main":
            self.expect(self.link("index_tests", "tests_main", "indexes",
                                  *[each for each in GENERATOR if each != "main"]) and
                        self.run(self.built("index_tests"), "--abort"), "indexes.cpp")
        tests = self.built("generator_tests")
        self.expect(self.run(tests, "--abort", "~[slow]"),
                    "generator.cpp, faults.cpp")
        for kind in KINDS:
            self.expect(self.regenerate(kind, "generate"), f"other data: {kind}")
            # Where it writes what it should, so does the compiler.
            if self.header_of(kind).read_bytes() != (self.build / kind / "reference.hpp").read_bytes():
                self.expect_other_data(kind)
        if name == "main":
            self.expect(self.run(tests, "--abort", "[slow]"), "faults.cpp")


# ---- All of them ---------------------------------------------------------------------------------

def show(mutant):
    return f"{mutant.file}\n- {mutant.before}\n+ {mutant.after}"


def sample(mutants, number, seed):
    """So many of them, at random, each by its own text: a line more or less in the code leaves the
    choice among all others as it was."""
    def place(mutant):
        return hashlib.sha256(f"{seed} {show(mutant)}".encode()).digest()
    chosen = set(sorted(mutants, key=place)[:number])
    return [each for each in mutants if each in chosen]


def main():
    parser = argparse.ArgumentParser(prog="tests/checks/mutate", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, metavar="N", help="test N of the mutants, not all")
    parser.add_argument("--seed", type=int, metavar="N", default=0, help="choose others")
    parser.add_argument("--jobs", type=int, metavar="N", default=os.cpu_count(),
                        help="test so many at a time")
    parser.add_argument("--listed", action="store_true",
                        help="test those listed as equivalent, and no others")
    parser.add_argument("--only", metavar="TEXT", default="",
                        help="only those with the text in file, line or change")
    wanted = parser.parse_args()

    listed = equivalent_mutants()

    def text_of(mutant):
        return mutant.file, mutant.before, mutant.after

    mutants = list(all_mutants())
    known = set(map(text_of, mutants))
    gone = [each for each in listed if each not in known]
    for file, before, after in gone:
        print(f"listed as equivalent, but no mutant any more: {file}\n- {before}\n+ {after}\n")
    if wanted.listed:
        mutants = [each for each in mutants if text_of(each) in listed]
    mutants = [each for each in mutants if wanted.only in show(each)]
    if wanted.sample is not None:
        mutants = sample(mutants, wanted.sample, wanted.seed)
    caught_by = collections.Counter()
    not_compiled = equivalent = 0
    failed = len(gone)
    with concurrent.futures.ThreadPoolExecutor(wanted.jobs) as pool:
        idle = queue.Queue()
        for workshop in pool.map(Workshop, range(wanted.jobs)):
            idle.put(workshop)

        def test_in_idle_workshop(mutant):
            if wanted.sample is not None and text_of(mutant) in listed:
                return mutant, ""  # which takes long, and is for the run of all
            workshop = idle.get()
            try:
                return mutant, workshop.test(mutant)
            finally:
                idle.put(workshop)

        tasks = [pool.submit(test_in_idle_workshop, mutant) for mutant in mutants]
        for done, future in enumerate(concurrent.futures.as_completed(tasks)):
            if sys.stderr.isatty() or done % 20 == 0:
                print(f"\r{done} of {len(mutants)}: {sum(caught_by.values())} caught, {equivalent} "
                      f"equivalent, {failed} failed, {not_compiled} did not compile",
                      end="" if sys.stderr.isatty() else "\n", file=sys.stderr, flush=True)
            mutant, test = future.result()
            explained = text_of(mutant) in listed
            if test is None:
                not_compiled += 1
            elif test and explained:
                failed += 1
                print(f"\nlisted as equivalent, but caught by {test}: {show(mutant)}", flush=True)
            elif test:
                caught_by[test] += 1
            elif explained:
                equivalent += 1
            else:
                failed += 1
                print(f"\nsurvives: {show(mutant)}", flush=True)

    compiled = len(mutants) - not_compiled
    print(f"\n{len(mutants)} mutants, {compiled} of which compile")
    for test, number in caught_by.most_common():
        print(f"{number:5} caught by {test}")
    share = equivalent / compiled if compiled else 0
    print(f"{equivalent:5} equivalent, {share:.1%}")
    if share > MOST_EQUIVALENT and not (wanted.only or wanted.listed):
        failed += 1
        print(f"which are more than {MOST_EQUIVALENT:.0%}")
    print(f"{sum(caught_by.values()) + equivalent} passed, {failed} failed")
    return 0 if failed == 0 and sum(caught_by.values()) + equivalent > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
