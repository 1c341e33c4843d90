/* Joining: the pieces of a polygon's rings that are inside an edge become rings again, along that edge. */
#include "geo/clip.h"

#include <stdlib.h>

/* An end of a segment, once on the polygon's outline and once on the edge. */
typedef struct hui_geo_crossing {
    hui_geo_vertex at;
    hui_geo_line segment; /* that begins here; of an outline's crossing */
    size_t other;         /* the same place on the other one */
    size_t next, previous;
    bool enters, visited;
} hui_geo_crossing;

typedef struct hui_geo_order {
    hui_geo_rank rank;
    size_t index; /* of the crossing */
} hui_geo_order;

static int compare(const void *left, const void *right)
{
    const hui_geo_order *a = left, *b = right;
    if (a->rank.part != b->rank.part)
        return a->rank.part < b->rank.part ? -1 : 1;
    if (a->rank.place < b->rank.place || a->rank.place > b->rank.place)
        return a->rank.place < b->rank.place ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* Crossings stand in pairs: an even one on the outline, the odd one after it on the edge. */
static void add_pair(hui_geo_clipping *memory, hui_geo_vertex at, hui_geo_line segment, bool enters)
{
    const size_t index = memory->crossings.count;
    *hui_vec_push(memory->arena, &memory->crossings) =
        (hui_geo_crossing){.at = at, .segment = segment, .other = index + 1, .enters = enters};
    *hui_vec_push(memory->arena, &memory->crossings) = (hui_geo_crossing){.at = at, .other = index};
}

static void add_segment(hui_geo_clipping *memory, hui_geo_line segment, hui_geo_lines *out)
{
    if (segment.count < 2)
        return;
    const hui_geo_vertex first = segment.at[0];
    hui_geo_vertex *last = &segment.at[segment.count - 1];
    if (hui_geo_same_place(first, *last)) {
        if (!first.cut && !last->cut) {
            hui_geo_lines_append(out, (hui_geo_line){segment.at, segment.count - 1});
            hui_geo_lines_end(out);
            return;
        }
        last->x += 2 * HUI_GEO_EPSILON; /* so that the ends can be told apart */
    }
    add_pair(memory, first, segment, true);
    add_pair(memory, *last, (hui_geo_line){0}, false);
}

static void link_outline(hui_geo_clipping *memory)
{
    const size_t count = memory->crossings.count;
    for (size_t i = 0; i < count; i += 2) {
        memory->crossings.at[i].next = i + 2 < count ? i + 2 : 0;
        memory->crossings.at[i].previous = i > 0 ? i - 2 : count - 2;
    }
}

static void link_edge(const hui_geo_clip *clip, hui_geo_clipping *memory, bool inside)
{
    hui_geo_crossing *crossings = memory->crossings.at;
    memory->order.count = 0;
    for (size_t i = 1; i < memory->crossings.count; i += 2)
        *hui_vec_push(memory->arena, &memory->order) = (hui_geo_order){clip->rank(clip, crossings[i].at), i};
    const hui_geo_order *order = memory->order.at;
    const size_t count = memory->order.count;
    qsort(memory->order.at, count, sizeof *order, compare);
    for (size_t i = 0; i < count; i++) {
        hui_geo_crossing *crossing = &crossings[order[i].index];
        crossing->next = order[(i + 1) % count].index;
        crossing->previous = order[(i + count - 1) % count].index;
        crossing->enters = inside = !inside;
    }
}

static void append_backwards(hui_geo_line line, hui_geo_lines *out)
{
    for (size_t i = line.count; i > 0; i--)
        hui_geo_lines_append(out, (hui_geo_line){line.at + i - 1, 1});
}

/* From one crossing on, by turns along the outline and along the edge, until it comes to where it has been. */
static void trace(const hui_geo_clip *clip, hui_geo_clipping *memory, size_t start, hui_geo_lines *out)
{
    hui_geo_crossing *crossings = memory->crossings.at;
    size_t current = start;
    do {
        hui_geo_crossing *at = &crossings[current];
        const bool on_outline = current % 2 == 0;
        const size_t following = at->enters ? at->next : at->previous;
        at->visited = crossings[at->other].visited = true;
        if (!on_outline)
            clip->follow(clip, &at->at, &crossings[following].at, at->enters ? 1 : -1, out);
        else if (at->enters)
            hui_geo_lines_append(out, at->segment);
        else
            append_backwards(crossings[following].segment, out);
        current = crossings[following].other;
    } while (!crossings[current].visited);
    hui_geo_lines_end(out);
}

void hui_geo_clip_join(const hui_geo_clip *clip, hui_geo_clipping *memory, bool start_inside, hui_geo_lines *out)
{
    memory->crossings.count = 0;
    for (size_t i = 0; i < memory->segments.ends.count; i++)
        add_segment(memory, hui_geo_lines_at(&memory->segments, i), out);
    if (memory->crossings.count == 0)
        return;
    link_outline(memory);
    link_edge(clip, memory, start_inside);
    for (size_t i = 0; i < memory->crossings.count; i += 2)
        if (!memory->crossings.at[i].visited)
            trace(clip, memory, i, out);
}
