/* Clipping of lines and polygons at any edge. */
#include "geo/clip.h"

hui_geo_clipping hui_geo_clipping_new(hui_arena *arena)
{
    return (hui_geo_clipping){
        .arena = arena, .pieces = {.arena = arena}, .segments = {.arena = arena}, .ring = {.arena = arena}};
}

void hui_geo_clip_line(const hui_geo_clip *clip, hui_geo_line line, hui_geo_lines *out)
{
    clip->cut(clip, line, out);
}

static void copy_line(hui_geo_line line, hui_geo_lines *out)
{
    hui_geo_lines_append(out, line);
    hui_geo_lines_end(out);
}

/* A ring that is not cut goes on as it is, pieces wait to be joined. */
static void clip_ring(const hui_geo_clip *clip, hui_geo_clipping *memory, hui_geo_line ring, hui_geo_lines *out)
{
    hui_geo_lines *pieces = &memory->pieces;
    hui_geo_lines_clear(&memory->ring);
    hui_geo_lines_append(&memory->ring, ring);
    hui_geo_lines_append(&memory->ring, (hui_geo_line){ring.at, 1});
    hui_geo_lines_end(&memory->ring);
    hui_geo_lines_clear(pieces);
    const unsigned how = clip->cut(clip, hui_geo_lines_at(&memory->ring, 0), pieces);
    if (pieces->ends.count == 0)
        return;
    hui_geo_line first = hui_geo_lines_at(pieces, 0), last = hui_geo_lines_at(pieces, pieces->ends.count - 1);
    if (how & HUI_GEO_UNCUT) {
        if (first.count > 1)
            copy_line((hui_geo_line){first.at, first.count - 1}, out);
        return;
    }
    const size_t rejoined = pieces->ends.count > 1 && (how & HUI_GEO_REJOIN) ? 1 : 0;
    for (size_t i = rejoined; i + rejoined < pieces->ends.count; i++)
        copy_line(hui_geo_lines_at(pieces, i), &memory->segments);
    if (rejoined) {
        hui_geo_lines_append(&memory->segments, last);
        copy_line(first, &memory->segments);
    }
}

bool hui_geo_clip_polygon(const hui_geo_clip *clip, hui_geo_clipping *memory, const hui_geo_lines *rings,
                          hui_geo_lines *out)
{
    hui_geo_lines_clear(&memory->segments);
    for (size_t i = 0; i < rings->ends.count; i++)
        if (hui_geo_lines_at(rings, i).count > 0)
            clip_ring(clip, memory, hui_geo_lines_at(rings, i), out);
    const bool is_cut = memory->segments.ends.count > 0, start_inside = clip->start_inside(clip, rings, is_cut);
    if (is_cut)
        hui_geo_clip_join(clip, memory, start_inside, out);
    else if (start_inside)
        hui_geo_clip_edge(clip, out);
    return start_inside && !is_cut;
}

void hui_geo_clip_edge(const hui_geo_clip *clip, hui_geo_lines *out)
{
    clip->follow(clip, NULL, NULL, 1, out);
    hui_geo_lines_end(out);
}
