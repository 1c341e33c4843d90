#!/bin/sh
# Replays the seeds of some kinds (see corpus.sh), and what fuzzing once found. usage: seeds.sh REPLAY SOURCE_DIR HUIBAO KIND...
set -eu
replay=$1 source=$2 program=$3
shift 3
corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
for kind; do
  sh "$source/tests/fuzz/corpus.sh" "$kind" "$source" "$corpus" "$program"
done
find "$corpus" -type f | LC_ALL=C sort | xargs "$replay"
