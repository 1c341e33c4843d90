#!/bin/sh
# Checks that the shared library exports the functions of the header and nothing else, and that the static one defines
# only names that start with hui_. usage: symbols.sh HEADER SHARED STATIC
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
nm -D --defined-only "$2" | awk '{ print $NF }' | grep -vE '^(__|_init$|_fini$|_end$|_edata$|__bss_start$)' | sort > "$work/exported"
tr '\n' ' ' < "$1" | grep -oE 'HUI_API [^;]*\(' | grep -oE 'hui_[a-z_]+ *\(' | tr -d ' (' | sort > "$work/declared"
test -s "$work/declared"
diff "$work/declared" "$work/exported" > "$work/difference" || {
  echo "declared in the header (<), exported by the library (>):"; cat "$work/difference"; exit 1; }
nm -g --defined-only "$3" 2> /dev/null | awk 'NF == 3 && $3 !~ /^(hui_|__)/ { print "not ours by name: " $3; bad = 1 } END { exit bad }'
