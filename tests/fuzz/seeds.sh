#!/bin/sh
# Replays the repository's files of one kind, and what fuzzing once found. usage: seeds.sh REPLAY SOURCE_DIR [SUFFIX...]
set -eu
replay=$1
cd "$2"
shift 2
for suffix in "${@:-json}"; do
  find specs tests/cases tests/invalid tests/fuzz -type f \( -name "*.$suffix" -o -path '*/found/*' \) -size -64k
done | LC_ALL=C sort -u | xargs "$replay"
