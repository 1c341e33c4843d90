#!/bin/sh
# Fetches the inputs of build.py (Debian packages, Tabler's npm packages) and runs it.
# Usage, as root on Debian 12: fonts/build.sh
set -eu
cd "$(dirname "$0")"

tabler=3.49.0
inputs=.inputs

apt-get install -y --no-install-recommends \
    fonts-noto-cjk fonts-noto-cjk-extra fonts-noto-core fonts-dejavu-core unicode-data python3-fonttools

for name in icons icons-webfont; do
    folder=$inputs/$name
    [ -d "$folder" ] && continue
    mkdir -p "$folder"
    archive=$(cd "$inputs" && npm pack --silent "@tabler/$name@$tabler")
    tar -xzf "$inputs/$archive" -C "$folder" --strip-components=1
done

# Debian's own Python: it is the one that has Debian's fontTools.
/usr/bin/python3 build.py "$inputs"
