# Sourced by the tree's scripts, which set `script` to their own path: the options that all of them
# have, what they need of the machine, and the tools' build.
#
#   --help        print the script's first comment and install nothing
#   --no-install  as the first argument: list what is missing and exit 2

root=$(cd -- "$(dirname -- "$script")" && while [ ! -e tools/setup.sh ]; do cd ..; done && pwd -P)

trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Write errors on stderr are ignored.
say() { printf '%s: %s\n' "$(basename -- "$script")" "$*" >&2 || :; }

usage() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$script"; }
usage_error() {
  usage >&2
  exit 2
}

no_install=
if [ "${1-}" = --no-install ]; then
  no_install=yes
  shift
fi
wants_help=
if [ "${1-}" = --help ]; then wants_help=yes; fi
if [ -n "$wants_help" ] && [ -z "${program_has_help-}" ]; then
  usage
  exit 0
fi

# need PACKAGE COMMAND...: the command tells whether the machine has what Debian has in PACKAGE.
missing=
need() {
  package=$1
  shift
  "$@" > /dev/null 2>&1 || missing="$missing $package"
}

# CXX may be several words: a compiler after ccache, say, or with an option.
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

# need_clang_runtime COMMAND...: what clang links to for fuzzing and sanitizers is in a package of its
# own, named after clang's version.
need_clang_runtime() {
  need clang command -v clang++
  version=$(clang++ -dumpversion 2> /dev/null || echo 14)
  need "libclang-rt-${version%%.*}-dev" "$@"
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

# As root and in CI it installs at once, for a user with sudo on a terminal it asks first.
install_missing() {
  [ -n "$missing" ] || return 0
  if [ -n "$wants_help" ]; then
    usage
    exit 0
  fi
  if ! command -v apt-get > /dev/null; then
    say "install these (Debian's names):$missing; CMake must be 3.16 or newer, the compilers know C++17"
    exit 2
  fi
  as_root=
  if [ "$(id -u)" -ne 0 ]; then as_root="sudo "; fi
  command="${as_root}apt-get update && ${as_root}env DEBIAN_FRONTEND=noninteractive apt-get install \
-y --no-install-recommends -o DPkg::Lock::Timeout=300$missing"
  if [ -n "$as_root" ] && ! command -v sudo > /dev/null; then no_install=yes; fi
  if [ -n "$as_root" ] && [ -z "${CI-}" ] && { [ ! -t 0 ] || [ ! -t 2 ]; }; then no_install=yes; fi
  if [ -n "$no_install" ]; then
    say "not installed:$missing"
    say "to install: $command"
    exit 2
  fi
  say "installing: $command"
  if [ -n "$as_root" ] && [ -z "${CI-}" ]; then
    printf '%s: run this? [y/N] ' "$(basename -- "$script")" >&2
    read -r answer || answer=
    case $answer in
      [yY]*) ;;
      *) exit 2 ;;
    esac
  fi
  if ! sh -c "$command" < /dev/null >&2; then
    say "could not install; do it by hand: $command"
    exit 2
  fi
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
