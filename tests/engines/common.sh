# Sourced by the engines' scripts, which set `script` to their own path and take the number of records:
# makes the records, counts them with the library, runs the checks and cleans up.
. "$(dirname -- "$script")/../../tools/setup.sh"
. "$root/tests/support/snippet.sh"
here=$root/tests/engines
engine=$(basename -- "$script")
export LC_ALL=C

# begin RECORDS: makes the temporary directory `work` with the shipped CSV files, calls.csv and the
# library's counts. The engine must be installed.
begin() {
  case $1 in
    '' | 0 | *[!0-9]*)
      say "RECORDS must be a positive number, not '$1'"
      exit 2
      ;;
  esac
  umask 022
  work=$(mktemp -d)
  servers=
  trap clean_up EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  records=$work/records
  # shellcheck disable=SC2086  # CXX can be several words
  ${CXX:-c++} -std=c++17 -O2 -I"$root/include" "$here/records.cpp" -o "$records" || exit 2
  cp "$root"/data/*.csv "$work/"
  cd "$work" || exit 2
  echo "$engine, $1 records"
  "$records" > rows
  "$records" "$1" calls.csv > counts
  failed=0
  if [ "$1" -ge 1000000 ]; then check "records of every code, and 1 % of unpublished ones" worth_counting "$1"; fi
}
worth_counting() {
  awk -F '\t' -v all="$1" -v rows="$(wc -l < rows)" '
    $1 == "code" { sum += $6 }
    $1 == "code" && $4 != "unknown" { known++ }
    $1 == "originator" && $2 == "unknown" { unknown = $3 }
    END { print known, unknown, sum; exit known != rows || sum != all || unknown < all * .009 || unknown > all * .011 }
  ' counts
}

# Stops the servers and removes all files.
clean_up() {
  status=$?
  trap - EXIT
  trap '' HUP INT TERM
  for server in $servers; do stop "$server"; done
  cd /
  rm -rf "$work"
  exit "$status"
}

# stop PID: sends SIGINT (PostgreSQL: fast shutdown), and SIGKILL after 15 seconds.
stop() {
  kill -INT "$1" 2> /dev/null || :
  tries=0
  while kill -0 "$1" 2> /dev/null && [ $tries -lt 150 ]; do
    tries=$((tries + 1))
    sleep 0.1
  done
  kill -KILL "$1" 2> /dev/null || :
  wait "$1" 2> /dev/null || :
}

# wait_for COMMAND...: repeats it until it succeeds, for a minute at most.
wait_for() {
  tries=0
  until "$@" > wait.log 2>&1; do
    tries=$((tries + 1))
    if [ $tries -ge 300 ]; then
      cat wait.log >&2
      return 1
    fi
    sleep 0.2
  done
}

# check NAME COMMAND...: prints whether it succeeded, and its output if it failed.
check() {
  name=$1
  shift
  if "$@" > check.log 2>&1; then
    echo "ok       $name"
  else
    failed=1
    head -n 40 check.log
    echo "FAILED   $name"
  fi
}

# The scripts define `query`: it reads statements and writes the resulting rows, fields separated by tabs.

# rows_published TABLE [ARGUMENT]: the engine's rows equal the library's, which tests/unit/rows.cpp
# compares with the CSV. The argument is passed to `query`.
rows_published() {
  query ${2+"$2"} > found.rows << END
SELECT code, cause, description, sip_response, sip_code, originator FROM $1 ORDER BY code;
END
  diff rows found.rows
}

# counts_equal LIST: the statement of data/README.md that counts by LIST gives the library's counts.
counts_equal() {
  query < "$1.sql" > "found.$1" || return
  sed -n "s/^$1	//p" counts | diff - "found.$1"
}

# check_counts: all six lists.
check_counts() {
  snippet sql_counts > counts.sql
  place=0
  for list in code cause originator sip_code fixer retry; do
    place=$((place + 1))
    awk -v RS=';\n' -v place=$place 'NR == place { print $0 ";" }' counts.sql > $list.sql
    check "counted by $list" counts_equal $list
  done
}

# The scripts also define `load_calls`: it empties `calls` and loads calls.csv as data/README.md says.

# other_order: a calls.csv with its text columns in another order is rejected, or loads the same records.
other_order() {
  mv calls.csv calls.kept
  awk -F , -v OFS=, '{ print $1, $4, $3, $5, $2 }' calls.kept > calls.csv
  loaded=yes
  load_calls || loaded=no
  mv calls.kept calls.csv
  echo "loaded: $loaded"
  if [ $loaded = yes ]; then
    counts_equal code
  else
    [ "$(echo 'SELECT count(*) FROM calls;' | query)" = 0 ]
  fi
}

finish() {
  exit $failed
}
