#!/bin/sh
# Replays every spec of the repository, the cases and what fuzzing once found. usage: seeds.sh REPLAY SOURCE_DIR
set -eu
cd "$2"
find specs tests/cases tests/invalid tests/fuzz/charts tests/fuzz/found -type f \( -name '*.json' -o -path '*/found/*' \) -size -64k | LC_ALL=C sort | xargs "$1"
