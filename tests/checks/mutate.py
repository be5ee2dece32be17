"""The mutants of tests/checks/mutate, on copies of the tree below .build/, built by CMake."""
import argparse
import collections
import concurrent.futures
import hashlib
import itertools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORK = ROOT / ".build" / "mutate"
FILES = [f"include/zentrunk/{name}.hpp" for name in ["hangup", "sip", "advice"]] + [
    f"tools/{name}" for name in ["utf8.hpp", "generate/main.cpp", "generate/read.cpp",
                                 "generate/validate.cpp", "generate/index.cpp",
                                 "generate/changes.cpp", "generate/emit.cpp"]]

Mutant = collections.namedtuple("Mutant", "file start end new before after")


# ---- The mutants ---------------------------------------------------------------------------------

# What to put in place of what, in code that is neither comment nor text. Operators have blanks
# around them, which distinguishes them from templates, references and pointers.
RULES = [(re.compile(pattern), new) for pattern, new in [
    (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "),
    (r" == ", " != "), (r" != ", " == "), (r" && ", " || "), (r" \|\| ", " && "),
    (r" \+ ", " - "), (r" - ", " + "), (r" \* ", " + "), (r" / ", " * "),
    (r" << ", " >> "), (r" >> ", " << "), (r" & ", " | "), (r" \| ", " & "),
    (r" \^ ", " | "), (r" \+= ", " -= "), (r" -= ", " += "), (r" \|= ", " &= "),
    (r" \^= ", " |= "), (r"\+\+(?=\w)", "--"), (r"(?<![\w-])--(?=\w)", "++"),
    (r"(?<=[ (])!(?=[\w(])", ""), (r"(?<=[ (])-(?=[a-z])", ""), (r"~(?=\w)", ""),
    (r"\btrue\b", "false"), (r"\bfalse\b", "true"),
    (r"\.front\(\)", ".back()"), (r"\.back\(\)", ".front()"),
    (r"\bstd::min\b", "std::max"), (r"\bstd::max\b", "std::min"),
    (r"remove_prefix\b", "remove_suffix"), (r"remove_suffix\b", "remove_prefix"),
    (r"\bcontinue;", "break;"), (r"\bbreak;", ";"),
    (r" \? ([^?:;,]+) : ([^?:;,)]+)", r" ? \2 : \1"),
    (r"\breturn (?!(?:\{\}|0|done|false|nullptr|std::nullopt);)[^;{}]+;", "return {};"),
    (r"(?<![\w.'])\d+(?=U?\b)(?!')", "+1"),
    (r"(?<![\w.'])0x[0-9A-F]+(?=U?\b)", "+1"),
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
    for pattern, new in RULES:
        for found in pattern.finditer(code, begin, end):
            is_number = found[0][0].isdigit()
            yield (found.start(), found.end(),
                   number_changed(found[0], new) if is_number else found.expand(new))
    for found in STATEMENT.finditer(code, begin, end):
        yield found.start(2), found.end(2), ";"
    for found in CONDITION.finditer(code, begin, end):
        start = found.end()
        depth, stop = 1, start
        while depth > 0:
            depth += {"(": 1, ")": -1}.get(code[stop], 0)
            stop += 1
        if ";" in code[start:stop]:  # an initialization is before the condition
            start += code[start:stop].index(";") + 1
        yield start, stop - 1, " false" if code[start] == " " else "false"
        if found[1] == "if":
            yield start, stop - 1, " true" if code[start] == " " else "true"
    for found in TEXT_OR_COMMENT.finditer(text, begin, end):
        if found[0][0] == "'" and len(found[0]) == 3:
            yield found.start() + 1, found.end() - 1, chr(ord(found[0][1]) + 1)


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
    for file in FILES:
        text = (ROOT / file).read_text(encoding="utf-8")
        begin, end = (text.find(f"\n// <{marker}>") for marker in ["generated", "/generated"])
        if begin < 0:
            begin = end = len(text)
        yield from mutants_of(file, text, code_changes(text, 0, begin))
        yield from mutants_of(file, text, code_changes(text, end, len(text)))


def show(mutant):
    return f"{mutant.file}\n- {mutant.before}\n+ {mutant.after}"


def equivalent_mutants():
    """The listed ones, as show() has them. The list says it like a patch: the file, a line with -, a
    line with +, and one with = and the reason."""
    text = (ROOT / "tests/checks/mutate.equivalent").read_text(encoding="utf-8")
    listed = set()
    file = change = ""
    for line in text.splitlines():
        if line.startswith("- "):
            change = f"{file}\n{line}"
        elif line.startswith("+ "):
            listed.add(f"{change}\n{line}")
        elif line and line[0] not in "#=":
            file = line
    return listed


def sample(mutants, number):
    """So many of them, at random, each by its own text: a line more or less in the code leaves the
    choice among all others as it was."""
    return sorted(mutants, key=lambda each: hashlib.sha256(show(each).encode()).digest())[:number]


# ---- Building and testing them -------------------------------------------------------------------

class Workshop:
    """A copy of the tree, in which one mutant at a time is built and tested."""

    def __init__(self, number):
        self.dir = WORK / str(number)
        self.build = self.dir / "build"
        self.temporary = self.dir / "tmp"
        shutil.rmtree(self.dir, ignore_errors=True)
        self.temporary.mkdir(parents=True)
        self.build.mkdir()
        for name in ["CMakeLists.txt", "LICENSE"]:
            shutil.copy(ROOT / name, self.dir)
        for name in ["include", "tools", "tests", "data"]:
            shutil.copytree(ROOT / name, self.dir / name)
        # A look past an array's end is caught as the sanitizers would.
        configured = self.run(
            "cmake", "-S", str(self.dir), "-B", str(self.build), "-DCMAKE_CXX_COMPILER=clang++",
            "-DCMAKE_CXX_STANDARD=20", "-DCMAKE_CXX_FLAGS=-O0 -w -D_GLIBCXX_ASSERTIONS",
            "-DZENTRUNK_INSTRUMENTED=ON")
        if not configured or self.caught_by("all"):
            log = (self.dir / "log").read_text(errors="replace")
            raise RuntimeError(f"the tests fail in {self.dir}, even without a change: {log}")

    def run(self, *words, seconds=60):
        """Whether the command succeeds, each process with that much time of a processor (ten times
        that on the clock), 4 GB of memory, and files of 200 MB."""
        limits = ["timeout", "--signal=KILL", str(10 * seconds), "prlimit", f"--cpu={seconds}",
                  f"--as={4 << 30}", f"--fsize={200 << 20}", "--core=0"]
        with open(self.dir / "log", "wb") as log:
            return subprocess.run([*limits, *words], cwd=self.build, stdin=subprocess.DEVNULL,
                                  stdout=log, stderr=log, check=False,
                                  env={**os.environ, "TMPDIR": str(self.temporary)}).returncode == 0

    def make(self, target, seconds=60):
        return self.run("cmake", "--build", str(self.build), "--target", target, seconds=seconds)

    def caught_by(self, target):
        """What fails once the target is built, "" where nothing does."""
        if not self.make(target):
            return f"the compiler, building {target}"
        commands = {"check_today": ["tests/check_today"],
                    "generate": ["tools/generate", "--check", "../data", "../include/zentrunk"],
                    "unit_tests": ["tests/unit_tests", "--abort", "~[slow]"],
                    "all": ["ctest", "-L", "^(unit|compile)$", "--stop-on-failure", "--timeout", "60"]}
        if self.run(*commands[target], seconds=120):
            return ""
        log = (self.dir / "log").read_text(errors="replace")
        failed = re.search(r"tests FAILED:\s+\d+ - (.*) \(", log)
        return failed[1] if failed else target

    def test(self, mutant):
        """What catches the mutant; "" if nothing does."""
        original = self.dir / mutant.file
        text = original.read_text(encoding="utf-8")
        changed = text[:mutant.start] + mutant.new + text[mutant.end:]
        original.write_text(changed, encoding="utf-8")
        quick = "check_today" if mutant.file.startswith("include") else "generate"
        try:
            return next(filter(None, map(self.caught_by, [quick, "unit_tests", "all"])), "")
        finally:
            original.write_text(text, encoding="utf-8")
            shutil.rmtree(self.temporary)
            self.temporary.mkdir()


# ---- All of them ---------------------------------------------------------------------------------

def main():
    parser = argparse.ArgumentParser(prog="tests/checks/mutate")
    parser.add_argument("--sample", type=int, metavar="N")
    parser.add_argument("--only", metavar="TEXT", default="")
    wanted = parser.parse_args()

    mutants = list(all_mutants())
    listed = equivalent_mutants()
    gone = listed - set(map(show, mutants))
    for each in gone:
        print(f"listed as equivalent, but no mutant any more: {each}\n")
    mutants = sample([each for each in mutants if wanted.only in show(each)], wanted.sample)

    own, numbers = threading.local(), itertools.count()

    def open_workshop():
        own.workshop = Workshop(next(numbers))

    caught_by = collections.Counter()
    wrong = len(gone)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count(), initializer=open_workshop) as pool:
        # A sample takes the listed ones for granted: they take longest.
        tests = pool.map(lambda each: "" if wanted.sample and show(each) in listed
                         else own.workshop.test(each), mutants)
        for done, (mutant, test) in enumerate(zip(mutants, tests)):
            if done % 20 == 0:
                print(f"{done} of {len(mutants)}", file=sys.stderr, flush=True)
            if test and show(mutant) in listed:
                wrong += 1
                print(f"listed as equivalent, but caught by {test}: {show(mutant)}\n", flush=True)
            elif not test and show(mutant) not in listed:
                wrong += 1
                print(f"survives: {show(mutant)}\n", flush=True)
            else:
                caught_by[test or "no test, but listed as equivalent"] += 1

    for test, number in caught_by.most_common():
        print(f"{number:5} caught by {test}")
    print(f"{wrong:5} of {len(mutants)} not caught or wrongly listed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
