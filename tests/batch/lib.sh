# Sourced by the tests of the batch: a folder to work in, a template, rows.
huibao=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
  echo "FAILED: $*" >&2
  failures=$((failures + 1))
}

finish() {
  [ "$failures" -eq 0 ] || exit 1
  echo "batch: good"
}

# The status must be the first argument, what is run the rest; its output goes to $work/said.
expect() {
  wanted=$1
  shift
  status=0
  "$@" > "$work/said" 2>&1 || status=$?
  [ "$status" -eq "$wanted" ] || {
    fail "status $status, not $wanted: $*"
    head -20 "$work/said" >&2
  }
}

said() {
  grep -qF -- "$1" "$work/said" || {
    fail "it does not say: $1"
    head -20 "$work/said" >&2
  }
}

# Checksums of a folder's files without reports, by name.
sums() {
  (cd "$1" && find . -type f ! -name '*.ndjson' | sort | xargs -r cksum)
}

same() {
  [ "$(sums "$1")" = "$(sums "$2")" ] || fail "$1 and $2 differ"
}

make_template() {
  cat > "$work/card.json" <<'TEMPLATE'
{
  "type": "grid",
  "columns": 2,
  "cards": true,
  "panels": [
    { "type": "kpi", "label": "{{city}}", "value": "{{value}}", "unit": "亿元" },
    { "type": "kpi", "label": "{{city}}的名次", "value": "{{rank}}", "unit": "位" }
  ]
}
TEMPLATE
}

# So many rows on standard output.
make_rows() {
  awk -v count="$1" 'BEGIN {
    print "city,value,rank"
    for (i = 1; i <= count; i++) printf "旗县%d,%d.%d,%d\n", i, i * 37 % 1000, i % 10, i
  }'
}
