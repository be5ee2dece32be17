# Sourced by scripts that set `root` to the tree and run what its documents show.

# snippet NAME: prints the snippet of that name from whichever document (*.md) has it.
snippet() {
  find "$root" -name .build -prune -o -name '*.md' -exec awk -v mark="<!-- snippet: $1 -->" '
    $0 == mark { wanted = 1; next }
    wanted && /^```/ { if (inside) exit; inside = 1; next }
    inside { print; found = 1 }
    END { if (!found) { print "no document has the snippet " substr(mark, 15) > "/dev/stderr"; exit 1 } }
  ' {} +
}
