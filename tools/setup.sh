# Sourced by the scripts, which set `script` to their own path: their common options, installing what
# they need, and building the tools.
#
#   --help        print the script's first comment; install nothing
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

# need PACKAGE COMMAND...: notes the Debian package as missing if the command fails.
missing=
need() {
  package=$1
  shift
  "$@" > /dev/null 2>&1 || missing="$missing $package"
}

# CXX can be several words, such as a compiler after ccache.
has_header() { printf '#include <%s>\n' "$1" | ${CXX:-c++} -std=c++17 -x c++ -E -; }
has_compiler() { echo | ${CXX:-c++} -std=c++17 -x c++ -E -; }
has_catch2() { has_header catch2/catch_all.hpp || has_header catch2/catch.hpp; }

need_for_tools() {
  need cmake command -v cmake
  need make command -v make
  if [ -n "${CXX:-}" ] && ! has_compiler > /dev/null 2>&1; then
    say "CXX is \"$CXX\", which is not a working C++17 compiler; change or unset it"
    exit 2
  fi
  need g++ has_compiler
  need_library libfmt-dev has_header fmt/format.h
}

# need_clang_runtime COMMAND...: clang's fuzzer and sanitizers have their own package, named after
# clang's version.
need_clang_runtime() {
  need clang command -v clang++
  version=$(clang++ -dumpversion 2> /dev/null || echo 14)
  need "libclang-rt-${version%%.*}-dev" "$@"
}

# A library that CMake fetches itself if the machine has no apt-get.
need_library() {
  if command -v apt-get > /dev/null; then
    need "$@"
  else
    library=$1
    shift
    "$@" > /dev/null 2>&1 || need "git (or $library)" command -v git
  fi
}

# Installs at once as root and in CI, and asks first on a terminal if it needs sudo.
install_missing() {
  [ -n "$missing" ] || return 0
  if [ -n "$wants_help" ]; then
    usage
    exit 0
  fi
  if ! command -v apt-get > /dev/null; then
    say "install these (Debian package names):$missing; CMake must be 3.16 or newer, compilers must support C++17"
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
    say "could not install; run this yourself: $command"
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
  say "building $1 (in .build)"
  if ! mkdir -p "$build" || ! [ -w "$build" ]; then
    say "cannot write to $build; use a writable copy of the tree"
    exit 2
  fi
  log=$build/$1.log
  (
    # One build at a time, if the machine has flock.
    if command -v flock > /dev/null; then flock 9; fi
    started=$build/$1.started
    touch "$started"
    configure() {
      cmake -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=Release -DZENTRUNK_BUILD_TESTS=OFF
    }
    # Start over if the build directory was copied from elsewhere.
    { configure || { rm -rf "$build/CMakeCache.txt" "$build/CMakeFiles" && configure; }; } &&
      cmake --build "$build" --target "$1" && mv "$started" "$stamp"
  ) 9> "$build/lock" > "$log" 2>&1 || {
    cat "$log" >&2 || :
    say "could not build $1 (the messages above are in .build/tools/$1.log too)"
    exit 2
  }
}
