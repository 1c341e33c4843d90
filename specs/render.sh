#!/bin/sh
# Builds huibao and renders the report's poster into out/, as PNG, SVG and PDF; installs the Debian packages it needs.
# May be run again at any time. usage: specs/render.sh [SPEC...]
set -eu
cd "$(dirname "$0")/.."
sh .ci/packages build
cmake -S . -B build/release -G Ninja -DCMAKE_BUILD_TYPE=Release -DHUIBAO_TESTS=OFF > /dev/null
ninja -C build/release --quiet
[ $# -gt 0 ] || set -- specs/hohhot-2023/poster.json
build/release/huibao render "$@" -f png,svg,pdf --scale 2 -o out/
