# Sourced by the tree's scripts, which set `script` to their own path: what they need of the machine,
# and the tools' build.

root=$(cd -- "$(dirname -- "$script")" && while [ ! -e tools/setup.sh ]; do cd ..; done && pwd -P)

# Not being heard is no reason to stop.
say() { printf '%s: %s\n' "$(basename -- "$script")" "$*" >&2 || :; }

# need PACKAGE COMMAND...: the command tells whether the machine has what Debian has in PACKAGE.
missing=
need() {
  package=$1
  shift
  "$@" > /dev/null 2>&1 || missing="$missing $package"
}

# CXX may be several words: a compiler behind ccache, say, or with an option.
has_header() { printf '#include <%s>\n' "$1" | ${CXX:-c++} -std=c++17 -x c++ -E -; }
has_compiler() { echo | ${CXX:-c++} -std=c++17 -x c++ -E -; }
has_catch2() { has_header catch2/catch_all.hpp || has_header catch2/catch.hpp; }

need_for_tools() {
  need cmake command -v cmake
  need make command -v make
  if [ -n "${CXX:-}" ] && ! has_compiler > /dev/null 2>&1; then
    say "CXX is \"$CXX\", which does not run as a C++17 compiler; set it to one that does, or unset it"
    exit 2
  fi
  need g++ has_compiler
  need_library libfmt-dev has_header fmt/format.h
}

# need_clang_runtime COMMAND...: what clang links to for fuzzing, sanitizers and coverage stands in a
# package of its own, named after clang's version.
need_clang_runtime() {
  need clang command -v clang++
  install_missing
  need "libclang-rt-$(clang++ -dumpversion | sed 's/\..*//')-dev" "$@"
}

# A library that CMake can fetch by itself, where Debian's packages are not to be had.
need_library() {
  if command -v apt-get > /dev/null; then
    need "$@"
  else
    library=$1
    shift
    "$@" > /dev/null 2>&1 || need "git (or $library)" command -v git
  fi
}

install_missing() {
  [ -n "$missing" ] || return 0
  if ! command -v apt-get > /dev/null; then
    say "install these (Debian's names):$missing; CMake must be 3.16 or newer, the compilers know C++17"
    exit 2
  fi
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo > /dev/null; then
      say "install these as root: apt-get install$missing"
      exit 2
    fi
    as_root=sudo
  fi
  say "installing$missing"
  log=$(mktemp)
  trap 'rm -f "$log"; exit 2' INT TERM HUP
  # shellcheck disable=SC2086  # several words
  if ! { $as_root apt-get update &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
      install -y --no-install-recommends $missing; } > "$log" 2>&1 < /dev/null; then
    cat "$log" >&2
    rm -f "$log"
    say "could not install; do it by hand: apt-get install$missing"
    exit 2
  fi
  rm -f "$log"
  trap - INT TERM HUP
  missing=
}

# build_tool NAME: builds the tool if one of its sources is newer; sets `tool` to the program.
build_tool() {
  build=$root/.build/tools
  tool=$build/tools/$1
  stamp=$build/$1.built
  if [ -x "$tool" ] && [ -e "$stamp" ] &&
    [ -z "$(find "$root/CMakeLists.txt" "$root/include" "$root/tools" -newer "$stamp")" ]; then
    return 0
  fi
  need_for_tools
  install_missing
  say "building it (in .build)"
  if ! mkdir -p "$build" || ! [ -w "$build" ]; then
    say "builds in $build, which can't be written to; use a copy of the tree that can"
    exit 2
  fi
  log=$build/$1.log
  (
    # One at a time, where the machine has a lock for that.
    if command -v flock > /dev/null; then flock 9; fi
    started=$build/$1.started
    touch "$started"
    configure() {
      cmake -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=Release -DZENTRUNK_BUILD_TESTS=OFF
    }
    # A build that was made elsewhere can't be taken over.
    { configure || { rm -rf "$build/CMakeCache.txt" "$build/CMakeFiles" && configure; }; } &&
      cmake --build "$build" --target "$1" && mv "$started" "$stamp"
  ) 9> "$build/lock" > "$log" 2>&1 || {
    cat "$log" >&2 || :
    say "could not build $1 (the messages above are in .build/tools/$1.log too)"
    exit 2
  }
}
