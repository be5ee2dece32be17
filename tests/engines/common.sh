# Sourced by the engines' scripts, which set `script` to their own path and take the number of records:
# makes the records, counts them with the library, runs the checks and cleans up.
. "$(dirname -- "$script")/../../tools/setup.sh"
. "$root/tests/support/snippet.sh"
here=$root/tests/engines
engine=$(basename -- "$script")
export LC_ALL=C

# begin RECORDS: makes the temporary directory `work` with the shipped CSV files, the call records and the
# library's counts. The engine must be installed.
begin() {
  need sqlite3 command -v sqlite3 # for the console's export
  install_missing
  umask 022
  work=$(mktemp -d)
  servers=
  trap clean_up EXIT
  cp "$root"/data/*.csv "$work/"
  cd "$work" || exit 2
  # shellcheck disable=SC2086  # CXX can be several words
  ${CXX:-c++} -std=c++17 -O2 -I"$root/include" "$here/records.cpp" -o records || exit 2
  echo "$engine, $1 records"
  ./records > rows
  ./records "$1" > counts
  failed=0
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
  while kill -0 "$1" 2> /dev/null && [ "$tries" -lt 150 ]; do
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
    if [ "$tries" -ge 300 ]; then
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

# The scripts define `query`, which reads statements and writes the resulting rows, fields separated by
# tabs, and replace of these what the engine does in another way.
load_codes() { snippet sql_tables | query && snippet "sql_$engine" | query; }
load_calls() { snippet "sql_${engine}_calls" | query; }
empty_calls() { echo 'DELETE FROM calls;' | query; }

# load: the codes, the API's records, and the console's export as the next day's.
load() {
  load_codes && load_calls || return
  mv calls.csv api.csv
  snippet console_export > export.sh
  sh -eu export.sh && load_calls
}

# rows_published [ARGUMENT]: the engine's rows equal the library's, which tests/unit/rows.cpp compares with
# the CSV. The argument is passed to `query`.
rows_published() {
  query "$@" > found.rows << END
SELECT code, cause, description, sip_response, sip_code, originator FROM hangup_codes ORDER BY code;
END
  diff rows found.rows
}

# counts_equal LIST: the statement of data/README.md for that list gives the library's counts.
counts_equal() {
  query < "$1.sql" > "found.$1" || return
  sed -n "s/^$1	//p" counts | diff - "found.$1"
}

# check_counts LIST...: these counts, and a calls.csv in another order.
check_counts() {
  {
    snippet sql_counts
    snippet sql_classes
    snippet sql_retry_by_phrase
  } > counts.sql
  place=0
  for list in code cause originator sip_code fixer retry no_code class phrase; do
    place=$((place + 1))
    awk -v RS=';\n' -v place=$place 'NR == place { print $0 ";" }' counts.sql > $list.sql
  done
  for list; do
    check "counted by $list" counts_equal "$list"
  done
  check "calls with columns in another order" other_order
}

# other_order: a calls.csv with its columns in another order is rejected, or loads the same records.
other_order() {
  echo 'SELECT hangup_cause_code, hangup_cause_name, hangup_source FROM calls ORDER BY call_id;' > calls.sql
  head -n 100 api.csv > calls.csv
  empty_calls && load_calls && query < calls.sql > right || return
  head -n 100 api.csv | awk -F , -v OFS=, '{ print $1, $4, $3, $5, $2 }' > calls.csv
  empty_calls || return
  load_calls || : > right
  query < calls.sql | diff right -
}

check_all() {
  check "the tables and data of data/README.md load" load
  check "rows as published" rows_published
  check_counts code cause originator sip_code fixer retry no_code class phrase
  exit "$failed"
}
