#!/bin/sh
# Checks the shape of source files: a sentence of purpose first, at most 600 lines, functions of at most 70, no
# tabs or trailing spaces. usage: files.sh SOURCE_DIR
set -eu
cd "$1"
awk '
  FNR == 1 {
    files++
    if (FILENAME !~ /tests/ && !/^\/\* [^ ]/) complain("does not begin with its purpose")
  }
  FNR == 601 && FILENAME !~ /\.inc$/ { complain("more than 600 lines: it holds two nouns") }
  /\t/ { complain("tab") }
  /[ \t]$/ { complain("space at the end") }
  /^\{$/ { opened = FNR }
  FNR == 1 { opened = 0 }
  /^\}$/ && opened { if (FNR - opened > 71) complain("a function of " FNR - opened - 1 " lines"); opened = 0 }
  function complain(what) { print FILENAME ":" FNR ": " what; bad = 1 }
  END { if (files < 50) { print "only " files " files"; bad = 1 } exit bad }
' include/*.h src/*/*.c src/*/*.h src/*/*.inc tests/unit/*.c
