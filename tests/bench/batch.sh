# Sourced by run.sh: many pictures of one template, beside Takumi, by one worker and by two, and the memory of a worker.

bench_rows=${huibao%/*}/tests/bench_rows
most_rows=${HUIBAO_BENCH_ROWS:-10000} # of the longest table

rounds=5 # an odd number: the machine's speed varies from minute to minute, so that all take turns, and the middle one counts

# The middle one of an odd number of lines, by their first figure.
median_line() { sort -g "$1" | awk '{ lines[NR] = $0 } END { print lines[(NR + 1) / 2] }'; }

# Rounds of a hundred pictures each, with a line of milliseconds a round: huibao's from C, its batch, Takumi.
run_hundreds() {
    local round
    for round in $(seq $rounds); do
        if [ -x "$bench_rows" ]; then "$bench_rows" "$work/cards.json" "$work/cards-100.csv" >>"$work/hundred-huibao"; fi
        time_batch 100 1 >>"$work/hundred-batch"
        if $have_takumi; then
            node "$here/takumi.mjs" "$modules" "$fonts" --list "$work/cards.takumi.json" 1 >"$work/takumi.times"
            cut -d' ' -f1,2 "$work/takumi.times" >>"$work/hundred-takumi"
            cut -d' ' -f3,4 "$work/takumi.times" >>"$work/hundred-takumi-all"
        fi
    done
}

measure_hundreds() {
    local name
    [ -x "$bench_rows" ] || skip "bench_rows is not built"
    run_hundreds
    for name in hundred-huibao hundred-batch hundred-takumi hundred-takumi-all; do
        [ ! -s "$work/$name" ] || read -r "wall[$name]" "cpu[$name]" _ <<<"$(median_line "$work/$name")"
    done
}

show_hundred() { # NAME WORDS
    [ -z "${wall[$1]:-}" ] || printf '%-34s %9s %9s %9s\n' "$2" "$(short "${wall[$1]}")" "$(short "${cpu[$1]}")" \
        "$(short "$(awk -v t="${cpu[$1]}" 'BEGIN { print t / 100 }')")"
}

run_batch() { # ROWS JOBS [OPTION...]: into a folder of its own
    local rows=$1 jobs=$2
    shift 2
    rm -rf "$pictures/cards"
    "$huibao" batch -q "$work/cards.json" --data "$work/cards-$rows.csv" -o "$pictures/cards/{{id}}.png" -j "$jobs" "$@"
}

time_batch() { # as run_batch; prints wall and processor milliseconds
    local TIMEFORMAT='%R %U %S'
    { time run_batch "$@" >"$work/log" 2>&1; } 2>&1 | awk '{ print $1 * 1000, ($2 + $3) * 1000 }'
}

# As many rows by two runs that share nothing: what the machine's second processor is worth.
time_shards() { # ROWS
    local start end
    start=$(date +%s%3N)
    run_batch "$1" 1 --shard 1/2 &
    "$huibao" batch -q "$work/cards.json" --data "$work/cards-$1.csv" -o "$pictures/cards-too/{{id}}.png" -j 1 --shard 2/2
    wait $!
    end=$(date +%s%3N)
    rm -rf "$pictures/cards-too"
    echo $((end - start))
}

# The most memory that a batch's only worker has had, in kB, when so many ROWS are in the report.
watch_worker() { # BATCH ROWS...
    local batch=$1 worker done rows
    shift
    for rows in "$@"; do
        while [ -d "/proc/$batch" ]; do
            done=$(grep -c '^{"row"' "$pictures/cards/.huibao-batch.ndjson" 2>/dev/null)
            worker=$(pgrep -P "$batch" | head -1)
            if [ "${done:-0}" -ge "$rows" ]; then
                awk -v rows="$rows" '/^VmHWM:/ { print rows, $2 }' "/proc/$worker/status" 2>/dev/null
                break
            fi
            sleep 0.02
        done
    done
}

measure_memory() { # ROWS
    run_batch "$1" 1 &
    local batch
    until batch=$(pgrep -P $! -x huibao || { [ "$(cat "/proc/$!/comm")" = huibao ] && echo $!; }) || [ ! -d "/proc/$!" ]; do :; done
    watch_worker "$batch" 100 $(($1 / 10)) $(($1 - $1 / 50)) >"$work/memory"
    wait
    memory[rows-growth]=$(awk 'NR == 1 { first = $2 } { last = $2 } END { print (last - first) / 1024 }' "$work/memory")
}

# Rounds of a table of ROWS: one worker, two, and two runs that share nothing.
measure_rows() { # ROWS
    local rows=$1 round jobs name
    for round in $(seq $rounds); do
        for jobs in 1 2; do time_batch "$rows" $jobs >>"$work/rows-$rows-$jobs"; done
        time_shards "$rows" >>"$work/rows-$rows-apart"
    done
    for name in "rows-$rows-1" "rows-$rows-2" "rows-$rows-apart"; do
        read -r "wall[$name]" "cpu[$name]" <<<"$(median_line "$work/$name")"
    done
}

measure_batches() {
    local count rows
    for rows in 100 1000 $most_rows; do
        python3 "$here/material.py" cards "$here/kpi.json" "$rows" "$work" || return 1
        mv "$work/cards.csv" "$work/cards-$rows.csv"
    done
    measure_hundreds
    printf '\nA hundred pictures of six KPI cards, PNG 1x\n%-34s %9s %9s %9s\n' "" "wall ms" "CPU ms" "CPU each"
    show_hundred hundred-huibao "huibao, from C, one thread"
    show_hundred hundred-batch "huibao batch --jobs 1, with start"
    show_hundred hundred-takumi "Takumi, one after the other"
    show_hundred hundred-takumi-all "Takumi, all at once"

    printf '\nRows of a table\n%8s %14s %14s %16s %16s %14s\n' rows "1 worker, s" "2 workers, s" "1 worker, CPU s" "2 workers, CPU s" "two runs, s"
    for rows in 100 1000 $most_rows; do
        measure_rows "$rows"
        printf '%8s %14s %14s %16s %16s %14s\n' "$rows" $(for count in "${wall[rows-$rows-1]}" "${wall[rows-$rows-2]}" \
            "${cpu[rows-$rows-1]}" "${cpu[rows-$rows-2]}" "${wall[rows-$rows-apart]}"; do awk -v t="$count" 'BEGIN { printf "%.2f ", t / 1000 }'; done)
    done
    measure_memory "$most_rows"
    printf '\nPeak memory of a worker: '
    awk '{ printf "%s%.1f MB after row %s", (NR > 1 ? ", " : ""), $2 / 1024, $1 } END { print "" }' "$work/memory"
}

batch_targets() {
    ratio "100 pictures from C, of Takumi's time" 0.25 of hundred-huibao hundred-takumi
    ratio "100 pictures by batch, of Takumi's time" 0.25 of hundred-batch hundred-takumi
    target "$most_rows rows by 2 workers, of one's time" 0.541 "$(of wall rows-"$most_rows"-2) / $(of wall rows-"$most_rows"-1)"
    target "$most_rows rows by 2 workers, of two runs' time" 1.05 "$(of wall rows-"$most_rows"-2) / $(of wall rows-"$most_rows"-apart)"
    target "$most_rows rows, of ten times $((most_rows / 10))'s time" 1.1 "$(of cpu rows-"$most_rows"-1) / ($(of cpu rows-$((most_rows / 10))-1) * 10)"
    target "a worker's growth from row 100, MB" 2 "$(of memory rows-growth)"
}
