# Sourced by scripts that set `readme` to README.md's path and do what it shows.

# snippet NAME: prints the README's snippet of that name.
snippet() {
  awk -v mark="<!-- snippet: $1 -->" '
    $0 == mark { wanted = 1; next }
    wanted && /^```/ { if (inside) exit; inside = 1; next }
    inside { print; found = 1 }
    END { if (!found) { print "the README has no snippet " substr(mark, 15) > "/dev/stderr"; exit 1 } }
  ' "$readme"
}
