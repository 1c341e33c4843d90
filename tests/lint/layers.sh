#!/bin/sh
# Checks that every #include of ours is allowed by src/layers.txt. usage: layers.sh SOURCE_DIR
set -eu
cd "$1/src"
for folder in */; do
  folder=${folder%/}
  grep -q "^$folder:" layers.txt || { echo "src/$folder: has no row in src/layers.txt"; exit 1; }
done
awk '
  FILENAME == "layers.txt" {
    if (!/^#/ && split($0, row, /: */) == 2) {
      known[row[1]] = 1
      count = split(row[2], names, " ")
      for (i = 1; i <= count; i++) allowed[row[1], names[i]] = 1
    }
    next
  }
  /^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, quoted, "\""); to = quoted[2]
    split(FILENAME, path, "/"); from = path[1]
    checked++
    if (to == "huibao.h") next
    if (index(to, "/") == 0) { print "src/" FILENAME ":" FNR ": " to ": write its folder too"; bad = 1; next }
    sub(/\/.*/, "", to)
    if (to == from || (from, to) in allowed || ((from, "*") in allowed && to != "cli")) next
    print "src/" FILENAME ":" FNR ": " from " may not include " to " (src/layers.txt)"; bad = 1
  }
  END {
    if (checked < 20) { print "only " checked + 0 " includes found"; bad = 1 }
    exit bad
  }' layers.txt */*.c */*.h */*.inc
