# Sourced by run.sh: every panel type of the gallery, cold; large trees; how drawings that are laid out by forces or by search grow.

trees="tree mind-map organization treemap sunburst"
grown="network:1000 word-cloud:500" # with the number of items that growth starts from

# Cold, to PNG; prints the slowest.
measure_gallery() {
    local spec name most=0
    for spec in "$root"/specs/gallery/*.json; do
        name=$(basename "$spec" .json)
        case $name in sheet | *-en) continue ;; esac # all of them; the same in English
        measure "gallery-$name" "$work/gallery.png" "$huibao" render -q "$spec" -o "$work/gallery.png" || return 1
        printf '%s %s %s\n' "${wall[gallery-$name]}" "${cpu[gallery-$name]}" "$name"
    done >"$work/gallery"
    printf '\nThe slowest of %s panels of the gallery, PNG\n%-34s %9s %9s\n' "$(wc -l <"$work/gallery")" "" "wall ms" "CPU ms"
    sort -rg "$work/gallery" | head -8 | while read -r most cpu name; do
        printf '%-34s %9s %9s\n' "$name" "$(short "$most")" "$(short "$cpu")"
    done
    read -r "wall[gallery]" _ <<<"$(sort -rg "$work/gallery")"
    read -r "cpu[gallery]" <<<"$(cut -d' ' -f2 "$work/gallery" | sort -rg)"
}

measure_items() { # KIND COUNT
    python3 "$here/material.py" structure "$1" "$2" "$work/items.json" &&
        measure "$1-$2" "$work/items.svg" "$huibao" render -q "$work/items.json" -o "$work/items.svg"
}

measure_structures() {
    local kind count times
    measure_gallery || return 1
    printf '\nStructures of 1,000 items, SVG\n%-34s %9s %9s %9s\n' "" "wall ms" "CPU ms" "peak MB"
    for kind in $trees; do
        measure_items "$kind" 1000 || return 1
        printf '%-34s %9s %9s %9s\n' "$kind" "$(short "${wall[$kind-1000]}")" "$(short "${cpu[$kind-1000]}")" "${memory[$kind-1000]}"
    done
    printf '\nGrowth of structures, SVG, ms\n%-34s %9s %9s %9s\n' "" n 2n 4n
    for kind in $grown; do
        count=${kind#*:} kind=${kind%:*}
        for times in 1 2 4; do measure_items "$kind" $((count * times)) || return 1; done
        printf '%-34s %9s %9s %9s\n' "$kind, n = $count" "$(short "${wall[$kind-$count]}")" \
            "$(short "${wall[$kind-$((count * 2))]}")" "$(short "${wall[$kind-$((count * 4))]}")"
    done
}

# Of n log n the double of a thousand takes 2.2 times as long.
structure_targets() {
    local kind count
    times "the slowest panel of the gallery as PNG, ms" 40 gallery
    for kind in $trees; do times "1,000 items: $kind, ms" 50 "$kind-1000"; done
    for kind in $grown; do
        count=${kind#*:} kind=${kind%:*}
        target "$kind of $((count * 4)), of twice $((count * 2))'s time" 1.2 \
            "$(of wall "$kind-$((count * 4))") / ($(of wall "$kind-$((count * 2))") * 2)" \
            "$(of cpu "$kind-$((count * 4))") / ($(of cpu "$kind-$((count * 2))") * 2)"
    done
}
