#!/bin/sh
# SVG through librsvg's rsvg-convert and, where it is there, resvg: what Chromium is not, against our own PNG.
# usage: librsvg.sh HUIBAO DIFFER SOURCE_DIR
. "$(dirname "$0")/common.sh"
need rsvg-convert
twenty > list
while read -r name spec; do
  draw ours.png
  case $spec in *.vl.json) dark= ;; *) dark="--svg-dark dark" ;; esac # of which they show the light look
  for mode in hybrid outline; do
    draw $mode.svg --svg-mode $mode $dark
    rsvg-convert $mode.svg -o theirs.png || fail "$name: rsvg-convert fails"
    "$differ" ours.png theirs.png 3000 || fail "$name: $mode"
    if command -v resvg > /dev/null 2>&1; then
      resvg $mode.svg theirs.png && "$differ" ours.png theirs.png 3000 || fail "$name: $mode in resvg"
    fi
  done
done < list
finish
