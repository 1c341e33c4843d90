#!/usr/bin/env bash
# Measures huibao beside other programs, in one run on one machine, and prints what is to be compared. See README.md.
set -u -o pipefail
export LC_ALL=C TZ=UTC

usage() {
    cat <<EOF
usage: tests/bench/run.sh [--install] [--runs N] [HUIBAO]

Measures the program HUIBAO (build/huibao) and, as far as they are installed,
Chromium, Takumi, Typst, gnuplot and Vega. Takes about twenty minutes and writes nothing outside
a temporary folder, which it removes.

  --install   install what is missing: hyperfine, time, chromium, gnuplot-nox
              and poppler-utils by apt-get, Takumi, oxipng, Typst, Vega and resvg
              by npm into the temporary folder
  --runs N    measure each command at least N times (10)
EOF
}

takumi=@takumi-rs/core@2.16.3
oxipng=@napi-rs/image@1.15.0
typst=@myriaddreamin/typst-ts-node-compiler@0.7.0
vega="vega@6.4.0 vega-lite@6.4.3 @resvg/resvg-js@2.6.2"

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
huibao=$root/build/huibao
runs=10
install=false
while [ $# -gt 0 ]; do
    case $1 in
    --install) install=true ;;
    --runs) runs=${2:?$(usage)} && shift ;;
    -h | --help) usage && exit 0 ;;
    -*) usage >&2 && exit 2 ;;
    *) huibao=$(realpath "$1") ;;
    esac
    shift
done
[ -x "$huibao" ] || { echo "run.sh: $huibao is not there: build it first, as Release" >&2; exit 2; }

work=$(mktemp -d)
# Where batches draw: in memory if possible, as file systems take longer for new files soon after many were removed.
pictures=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'rm -rf "$work" "$pictures"' EXIT
modules=${HUIBAO_BENCH_MODULES:-$work/modules}
fonts=$root/fonts
report=$root/specs/hohhot-2023/poster.json

# What is there
# -------------

have() { command -v "$1" >/dev/null; }
skip() { printf 'skipped: %s\n' "$*"; }

install_missing() {
    local packages=()
    have hyperfine || packages+=(hyperfine)
    [ -x /usr/bin/time ] || packages+=(time)
    have chromium || packages+=(chromium)
    have pdffonts || packages+=(poppler-utils)
    have gnuplot || packages+=(gnuplot-nox)
    have npm || packages+=(nodejs npm)
    if [ ${#packages[@]} -gt 0 ]; then
        { apt-get update -q && apt-get install -qy --no-install-recommends "${packages[@]}"; } >"$work/apt.log" 2>&1 ||
            { echo "run.sh: apt-get failed:" >&2; tail -3 "$work/apt.log" >&2; }
    fi
    [ -d "$modules/node_modules" ] && return
    mkdir -p "$modules"
    (cd "$modules" && echo '{"private": true}' >package.json &&
        npm install --silent --no-audit --no-fund "$takumi" "$oxipng" "$typst" $vega >npm.log 2>&1) || echo "run.sh: npm failed" >&2
}

$install && install_missing
for tool in hyperfine python3; do
    have $tool || { echo "run.sh: $tool is missing; --install may help" >&2; exit 2; }
done
[ -x /usr/bin/time ] || { echo "run.sh: the program time is missing; --install may help" >&2; exit 2; }
have_chromium=true have_takumi=true have_typst=true
have_module() { have node && [ -d "$modules/node_modules/${1%@*}" ]; }
have chromium || { have_chromium=false; skip "Chromium is not installed"; }
have_module $takumi || { have_takumi=false; skip "Takumi is not installed (npm $takumi)"; }
have_module $typst || { have_typst=false; skip "Typst is not installed (npm $typst)"; }

# Measuring
# ---------

declare -A wall cpu memory size pixels # by the measurement's name
broken=false                           # huibao failed

# measure NAME FILE COMMAND...: median time and processor time in ms, the largest process's memory in MB, the file's size.
# What a command prints is lost; one that fails is left out.
measure() {
    local name=$1 file=$2
    shift 2
    local command fresh=()
    command=$(printf '%q ' "$@")
    [ "$1" = chromium ] && fresh=(--prepare "rm -rf $work/profile")
    if ! /usr/bin/time -q -f %M -o "$work/memory" "$@" >"$work/log" 2>&1; then
        skip "$name: $(grep -m 1 . "$work/log")"
        [ "$1" != "$huibao" ] || broken=true
        return 1
    fi
    hyperfine -N --warmup 2 --min-runs "$runs" --style none --command-name x "${fresh[@]}" \
        --export-csv "$work/times.csv" "$command" >"$work/log" 2>&1 || return 1
    read -r "wall[$name]" "cpu[$name]" <<<"$(awk -F, 'END { printf "%.4g %.4g", $4 * 1000, ($5 + $6) * 1000 }' "$work/times.csv")"
    memory[$name]=$(awk 'END { printf "%.0f", $1 / 1000 }' "$work/memory")
    size[$name]=0
    [ "$file" = - ] || size[$name]=$(stat -c %s "$file")
    pixels[$name]=0
    case $file in
    *.png) # width and height stand at byte 16
        pixels[$name]=$(od -An -tu1 -j16 -N8 "$file" | awk '{ print ($1*2^24+$2*2^16+$3*2^8+$4) * ($5*2^24+$6*2^16+$7*2^8+$8) }') ;;
    esac
}

chromium_flags=(--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync "--user-data-dir=$work/profile" --allow-file-access-from-files --hide-scrollbars)

# The height of a page, and the page made that high on paper.
fix_height() {
    local page=$1 height
    sed 's|</body>|<script>document.fonts.ready.then(() => { document.title = "H" + document.body.offsetHeight })</script></body>|' \
        "$page" >"$work/probe.html"
    height=$(chromium "${chromium_flags[@]}" --window-size=1080,1000 --virtual-time-budget=5000 --dump-dom "$work/probe.html" 2>/dev/null |
        sed -n 's|.*<title>H\([0-9]*\)</title>.*|\1|p')
    sed -i "s|HEIGHT|$height|" "$page"
    echo "$height"
}

shoot() { # NAME PAGE HEIGHT SCALE
    measure "$1" "$work/$1.png" chromium "${chromium_flags[@]}" --force-device-scale-factor="$4" --window-size="1080,$3" \
        --screenshot="$work/$1.png" "$2"
}

# Printing
# --------

row() { printf '%-34s %9s %9s %8s %9s %9s\n' "$@"; }
# A figure with three digits or so.
short() { awk "BEGIN { n = $1;"' printf n < 10 ? "%.2f" : n < 100 ? "%.1f" : "%.0f", n }'; }

show() { # NAME WORDS
    local name=$1 per_pixel=- bytes=-
    [ -n "${wall[$name]:-}" ] || return 0
    [ "${pixels[$name]}" -gt 0 ] && per_pixel=$(short "$(awk -v t="${wall[$name]}" -v p="${pixels[$name]}" 'BEGIN { print t * 1e6 / p }')")
    [ "${size[$name]}" -gt 0 ] && bytes=$(awk -v s="${size[$name]}" 'BEGIN { printf "%.0f", s / 1000 }')
    row "$2" "$(short "${wall[$name]}")" "$(short "${cpu[$name]}")" "${memory[$name]}" "$per_pixel" "$bytes"
}

heading() {
    printf '\n%s\n' "$1"
    row "" "wall ms" "CPU ms" "peak MB" "ns/pixel" "kB"
}

passed=0 failed=0
# target WORDS LIMIT VALUE [CPU]: VALUE may be an expression; one without a value was not measured. CPU is the same of
# processor time, which a busy machine changes little; it is only told.
target() {
    local value verdict
    case $3 in *none*) skip "$1"; return ;; esac
    value=$(awk "BEGIN { printf \"%.3g\", $3 }")
    if awk "BEGIN { exit !($3 <= $2) }"; then verdict=met passed=$((passed + 1)); else verdict=MISSED failed=$((failed + 1)); fi
    printf '%-50s %8s %8s %-7s %s\n' "$1" "$2" "$value" "$verdict" "${4:+$(awk "BEGIN { printf \"%.3g\", $4 }")}"
}
per_pixel() { # ARRAY NAME
    local -n array=$1
    [ -n "${array[$2]:-}" ] && echo "(${array[$2]} / ${pixels[$2]})" || echo none
}
of() { # ARRAY NAME
    local -n array=$1
    echo "${array[$2]:-none}"
}

# The report, and six cards
# -------------------------

python3 "$here/material.py" peers "$report" report "$fonts" "$work" || exit 1
python3 "$here/material.py" peers "$report" part "$fonts" "$work" 5 || exit 1
python3 "$here/material.py" peers "$here/kpi.json" kpi "$fonts" "$work" || exit 1

printf 'huibao %s; %s processors; load %s; medians of %s runs or more\n' "$("$huibao" --version | cut -d' ' -f2)" "$(nproc)" \
    "$(cut -d' ' -f1-3 /proc/loadavg)" "$runs"

png() { # NAME SPEC SCALE [OPTION...]
    measure "$1" "$work/$1.png" "$huibao" render -q "$2" -o "$work/$1.png" --scale "${@:3}"
}
measure version - "$huibao" --version
png huibao-kpi "$work/kpi.json" 1
png huibao-part "$work/part.json" 2
png huibao-report "$report" 2
png huibao-part-colors "$work/part.json" 2 --png-colors 256
png huibao-colors "$report" 2 --png-colors 256
# What the report's pixels take at the very least: filled, and compressed by libdeflate's level 1, in two threads.
if [ -x "${huibao%/*}/tests/bench_floor" ]; then
    read -r "wall[floor]" "cpu[floor]" size[floor] <<<"$("${huibao%/*}/tests/bench_floor" 2 "$work/huibao-report.png")"
    memory[floor]=- pixels[floor]=${pixels[huibao-report]} size[floor]=${size[floor]}000
else
    skip "bench_floor is not built (HUIBAO_TESTS=ON)"
fi
measure huibao-pdf "$work/huibao.pdf" "$huibao" render -q "$report" -o "$work/huibao.pdf"
measure huibao-svg "$work/huibao.svg" "$huibao" render -q "$report" -o "$work/huibao.svg"

if $have_takumi; then
    for what in kpi:1 part:2; do
        measure takumi-${what%:*} "$work/takumi.png" node "$here/takumi.mjs" "$modules" "$fonts" "$work/${what%:*}.takumi.json" "${what#*:}" "$work/takumi.png"
    done
fi
if $have_typst; then
    for what in kpi report; do
        measure typst-$what "$work/typst-$what.pdf" node "$here/typst.mjs" "$modules" "$fonts" "$work/$what.typ" "$work/typst-$what.pdf"
    done
fi
if $have_chromium; then
    shoot chromium-kpi "$work/kpi.html" "$(fix_height "$work/kpi.html")" 1
    shoot chromium-part "$work/part.html" "$(fix_height "$work/part.html")" 2
    fix_height "$work/report.html" >/dev/null
    measure chromium-pdf "$work/chromium.pdf" chromium "${chromium_flags[@]}" --no-pdf-header-footer --print-to-pdf="$work/chromium.pdf" "$work/report.html"
fi

heading "Start"
show version "huibao --version"
heading "Six KPI cards, PNG 1x (Typst: PDF)"
show huibao-kpi huibao
show takumi-kpi Takumi
show typst-kpi Typst
show chromium-kpi Chromium
heading "The report's first five panels, PNG 2x"
show huibao-part huibao
show huibao-part-colors "huibao, 256 colours"
show takumi-part Takumi
show chromium-part Chromium
heading "The report, PNG 2x"
show huibao-report huibao
show huibao-colors "huibao, 256 colours"
show floor "filled, and libdeflate's level 1"
# packed OURS: a picture's bytes as oxipng's default leaves them.
packed() {
    have_module $oxipng && [ -f "$1" ] && node "$here/oxipng.mjs" "$modules" "$1" 2>/dev/null || echo none
}
oxipng_report=$(packed "$work/huibao-report.png") oxipng_part=$(packed "$work/huibao-part.png")
have_module $oxipng && printf "\nkB as oxipng's default leaves them: the report %s, its first five panels %s\n" \
    "$(short "$oxipng_report / 1000")" "$(short "$oxipng_part / 1000")" || skip "oxipng is not installed (npm $oxipng)"
heading "The report, PDF"
show huibao-pdf huibao
show typst-report Typst
show chromium-pdf Chromium
heading "The report, SVG"
show huibao-svg huibao

if have pdffonts; then
    type3() {
        [ -f "$1" ] || { echo none; return; }
        pdffonts "$1" 2>/dev/null | grep -c 'Type 3'
    }
    printf '\nType 3 fonts: huibao %s, Typst %s, Chromium %s\n' "$(type3 "$work/huibao.pdf")" "$(type3 "$work/typst-report.pdf")" \
        "$(type3 "$work/chromium.pdf")"
else
    skip "pdffonts is not installed (poppler-utils)"
fi

# Growth
# ------

printf '\nPosters of many panels\n%8s %16s %16s %16s %10s\n' panels "SVG ms" "PDF ms" "PNG 1/4 ms" "peak MB"
growth() { # COUNT: the best of three, or of two for the largest
    local count=$1 line="" times=3 format most=0
    [ "$count" -ge 10000 ] && times=2
    python3 "$here/material.py" poster "$count" "$work/many.json"
    for format in svg pdf png; do
        local best=""
        for _ in $(seq $times); do
            /usr/bin/time -q -f '%e %M' -o "$work/time" "$huibao" render -q --scale 0.25 "$work/many.json" -o "$work/many.$format" ||
                { broken=true; return; }
            best=$(awk -v best="$best" '{ t = $1 * 1000; print (best == "" || t < best) ? t : best }' "$work/time")
            most=$(awk -v most="$most" '{ m = $2 / 1000; printf "%.0f", (m > most) ? m : most }' "$work/time")
        done
        line+=$(printf '%17s' "$best")
        wall[many-$count-$format]=$best
        rm -f "$work/many.$format"
    done
    memory[many-$count]=$most
    printf '%8s%s %10s\n' "$count" "$line" "$most"
}
for count in 10 100 1000 10000; do growth $count; done

# Many rows
# ---------

. "$here/batch.sh"
measure_batches || broken=true

# Structures
# ----------

. "$here/structures.sh"
measure_structures || broken=true

# Charts
# ------

python3 "$here/material.py" charts "$work" || exit 1
for format in png svg pdf; do
    measure "bars-$format" "$work/bars.$format" "$huibao" render -q "$work/bars.vl.json" -o "$work/bars.$format"
done
measure scatter "$work/scatter.png" "$huibao" render -q --scale 2 "$work/scatter.vl.json" -o "$work/scatter.png"
for count in 100000 1000000; do
    measure "rows-$count" "$work/rows.png" "$huibao" render -q "$work/rows-$count.vl.json" -o "$work/rows.png"
done
if have gnuplot; then measure bars-gnuplot "$work/gnuplot.png" gnuplot "$work/bars.gp"; else skip "gnuplot is not installed"; fi
if have_module vega && have_module vega-lite && have_module @resvg/resvg-js; then
    measure bars-vega "$work/vega.svg" node "$here/vega.mjs" "$modules" --out "$work/vega.svg" 1 "$work/bars.vl.json"
    measure scatter-vega "$work/vega.png" node "$here/vega.mjs" "$modules" --out "$work/vega.png" 2 "$work/scatter.vl.json"
else
    skip "Vega and resvg are not installed (npm $vega)"
fi
heading "A chart of 12 bars"
show bars-png "huibao, PNG"
show bars-svg "huibao, SVG"
show bars-pdf "huibao, PDF"
show bars-gnuplot "gnuplot's pngcairo"
show bars-vega "Vega, SVG"
heading "50,000 points, PNG 2x"
show scatter huibao
show scatter-vega "Vega and resvg"
heading "Bars of the means of a CSV file, PNG"
show rows-100000 "100,000 rows"
show rows-1000000 "1,000,000 rows"

# All of Vega-Lite's examples at hand in one process, charts a second.
examples=$root/../shared/vega/specs data=${XDG_CACHE_HOME:-$HOME/.cache}/huibao-vega/node_modules/vega-datasets/data
drawn=none drawn_vega=none
if [ -x "${huibao%/*}/tests/bench_charts" ] && [ -d "$examples" ] && [ -d "$data" ]; then
    mkdir "$work/examples" && cp "$examples"/*.vl.json "$work/examples" && ln -s "$data" "$work/examples/data"
    draw() { # THREADS
        "${huibao%/*}/tests/bench_charts" --threads "$1" "$work"/examples/*.vl.json | sed -n 's/.* \([0-9.]*\) a second.*/\1/p'
    }
    drawn=$(draw "$(nproc)") drawn_alone=$(draw 1)
    have_module vega && drawn_vega=$(node "$here/vega.mjs" "$modules" "$work"/examples/*.vl.json 2>/dev/null)
    printf '\nAll examples in one process, to SVG, a second: huibao %s in %s threads, %s in one; Vega %s\n' "$drawn" "$(nproc)" \
        "$drawn_alone" "$drawn_vega"
else
    skip "Vega-Lite's examples or their data are not at hand, or bench_charts is not built"
fi

# Targets
# -------

printf '\n%-46s %8s %8s %-7s %s\n' Targets "at most" measured "" "by CPU time"
times() { # WORDS LIMIT NAME
    target "$1" "$2" "$(of wall "$3")" "$(of cpu "$3")"
}
ratio() { # WORDS LIMIT FUNCTION NAME OTHER
    target "$1" "$2" "$($3 wall "$4") / $($3 wall "$5")" "$($3 cpu "$4") / $($3 cpu "$5")"
}
times "start, ms" 3 version
times "six KPI cards as PNG, ms" 30 huibao-kpi
ratio "PNG 2x per pixel, of Takumi's" 0.5 per_pixel huibao-part takumi-part
ratio "PNG 2x per pixel, of Chromium's" 0.2 per_pixel huibao-part chromium-part
ratio "PNG 2x of the report, of filling and libdeflate 1" 3 of huibao-report floor
target "PNG 2x of the report, bytes, of oxipng's" 1.25 "$(of size huibao-report) / $oxipng_report"
target "PNG 2x of five panels, bytes, of oxipng's" 1.25 "$(of size huibao-part) / $oxipng_part"
target "PNG 2x of the report, peak MB" 150 "$(of memory huibao-report)"
ratio "PDF time, of Typst's" 0.333 of huibao-pdf typst-report
ratio "PDF time, of Chromium's" 0.1 of huibao-pdf chromium-pdf
target "PDF, kB" 300 "$(of size huibao-pdf) / 1000"
have pdffonts && target "PDF, fonts of Type 3" 0 "$(type3 "$work/huibao.pdf")"
times "SVG, ms" 60 huibao-svg
for format in svg pdf png; do
    target "10,000 panels as $format, s" 10 "$(of wall many-10000-$format) / 1000"
    target "10,000 panels as $format, of ten times 1,000" 1.5 "$(of wall many-10000-$format) / ($(of wall many-1000-$format) * 10)"
done
batch_targets
structure_targets
target "10,000 panels' memory, of ten times 1,000's" 1.5 "$(of memory many-10000) / ($(of memory many-1000) * 10)"
ratio "a bar chart as PNG, of gnuplot's" 1 of bars-png bars-gnuplot
ratio "a bar chart as SVG, of Vega's" 0.1 of bars-svg bars-vega
ratio "a bar chart as SVG, of gnuplot's PNG" 0.556 of bars-svg bars-gnuplot
ratio "a bar chart as PDF, of gnuplot's PNG" 0.556 of bars-pdf bars-gnuplot
target "a bar chart as PNG, peak MB" 30 "$(of memory bars-png)"
ratio "50,000 points as PNG 2x, of Vega's and resvg's" 0.1 of scatter scatter-vega
target "a million rows, s" 1 "$(of wall rows-1000000) / 1000"
target "a million rows, peak MB" 400 "$(of memory rows-1000000)"
target "a million rows, of ten times 100,000's time" 1.2 "$(of wall rows-1000000) / ($(of wall rows-100000) * 10)"
target "Vega's charts a second, of huibao's" 0.05 "$drawn_vega / $drawn"
printf '\n%s targets met, %s missed\n' $passed $failed
! $broken
