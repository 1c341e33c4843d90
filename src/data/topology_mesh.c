/* Meshes: each line of a topology once, joined to others where they meet end to start. */
#include "data/topology.h"

#include "base/hash.h"
#include "base/index.h"
#include "base/vec.h"

#include <math.h>
#include <string.h>

enum { MOST_DEPTH = 64 };

/* An arc that the object uses, in the direction in which it does so first. */
typedef struct use {
    double reference;
    uint32_t first_shape, last_shape;
    struct use *next; /* in its chain */
    bool is_used;
} use;

/* Arcs end to start. `start` and `end` are numbers of places. */
typedef struct chain {
    use *first, *last;
    uint32_t start, end;
    bool is_joined; /* to another one, which lives on */
} chain;

typedef struct mesh {
    hui_topology topology;
    use *uses;              /* one an arc */
    HUI_VEC(uint32_t) arcs; /* those of the mesh */
    uint32_t shape;
    HUI_VEC(hui_value) places;
    hui_index index;            /* of places */
    chain **by_start, **by_end; /* one a place */
    HUI_VEC(chain *) chains;
} mesh;

static void add_use(mesh *m, hui_value reference)
{
    bool is_backward;
    const hui_arc *const arc = hui_topology_arc(&m->topology, reference, &is_backward);
    if (!arc || !arc->count)
        return;
    const size_t index = (size_t)(arc - m->topology.arcs);
    use *const found = &m->uses[index];
    if (!found->is_used)
        *found = (use){
            .reference = is_backward ? -1 - (double)index : (double)index, .first_shape = m->shape, .is_used = true};
    found->last_shape = m->shape;
}

/* Arcs stand in arrays within arrays, as deep as the geometry needs. */
static void add_uses(mesh *m, hui_value arcs, int depth)
{
    if (arcs.kind != HUI_VALUE_ARRAY)
        add_use(m, arcs);
    else if (depth < 3)
        for (uint32_t i = 0; i < arcs.count; i++)
            add_uses(m, arcs.items[i], depth + 1);
}

static void visit_geometry(mesh *m, hui_value geometry, int depth)
{
    const hui_value parts = hui_topology_parts(geometry), arcs = hui_value_member(geometry, "arcs");
    m->shape++;
    if (arcs.kind == HUI_VALUE_ARRAY)
        add_uses(m, arcs, 0);
    if (parts.kind == HUI_VALUE_ARRAY && depth < MOST_DEPTH)
        for (uint32_t i = 0; i < parts.count; i++)
            visit_geometry(m, parts.items[i], depth + 1);
}

/* The arcs that are used, and by as many shapes as the filter wants. */
static void list_arcs(mesh *m, const char *filter)
{
    const bool no_own = filter && strcmp(filter, "interior") == 0,
               no_shared = filter && strcmp(filter, "exterior") == 0;
    for (int64_t i = 0; i < m->topology.arc_count; i++) {
        const bool is_shared = m->uses[i].first_shape != m->uses[i].last_shape;
        if (m->uses[i].is_used && !(is_shared ? no_shared : no_own))
            *hui_vec_push(m->topology.arena, &m->arcs) = (uint32_t)i;
    }
}

/* Of no length: other arcs may go on from them. */
static bool is_empty(const hui_arc *arc)
{
    return arc->count == 2 && hui_topology_coordinate(arc->points[1], 0) == 0 &&
           hui_topology_coordinate(arc->points[1], 1) == 0;
}

/* Before all others, as topojson-client joins them. */
static void put_empty_first(mesh *m)
{
    size_t empty = 0;
    for (size_t i = 0; i < m->arcs.count; i++) {
        const uint32_t arc = m->arcs.at[i];
        if (!is_empty(&m->topology.arcs[arc]))
            continue;
        m->arcs.at[i] = m->arcs.at[empty];
        m->arcs.at[empty++] = arc;
    }
}

static bool is_at(const void *items, size_t place, const void *sought)
{
    const hui_value *const pair = ((const hui_value *)items)[place].items;
    const double *at = sought;
    return pair[0].number == at[0] && pair[1].number == at[1];
}

/* The number of a place, the same for the same coordinates. */
static uint32_t place_of(mesh *m, double x, double y)
{
    const double at[2] = {x + 0, y + 0}; /* -0 is 0 */
    const uint32_t hash = hui_hash_bytes(HUI_HASH_START, at, sizeof at);
    const size_t place = hui_index_add(m->topology.arena, &m->index, hash, is_at, m->places.at, at);
    if (place == m->places.count) {
        hui_value *pair = HUI_NEW_ARRAY(m->topology.arena, hui_value, 2);
        pair[0] = hui_value_number(at[0]);
        pair[1] = hui_value_number(at[1]);
        *hui_vec_push(m->topology.arena, &m->places) = (hui_value){.kind = HUI_VALUE_ARRAY, .count = 2, .items = pair};
    }
    return (uint32_t)place;
}

static double number_or_zero(double number)
{
    return isnan(number) ? 0 : number;
}

static void find_ends(mesh *m, uint32_t index, uint32_t *start, uint32_t *end)
{
    const hui_arc *const arc = &m->topology.arcs[index];
    double first[2], last[2];
    for (uint32_t axis = 0; axis < 2; axis++) {
        first[axis] = number_or_zero(hui_topology_coordinate(arc->points[0], axis));
        last[axis] = m->topology.is_quantized ? 0 : hui_topology_coordinate(arc->points[arc->count - 1], axis);
        for (uint32_t i = 0; m->topology.is_quantized && i < arc->count; i++)
            last[axis] += hui_topology_coordinate(arc->points[i], axis);
        last[axis] = number_or_zero(last[axis]);
    }
    const bool is_backward = m->uses[index].reference < 0;
    *start = place_of(m, is_backward ? last[0] : first[0], is_backward ? last[1] : first[1]);
    *end = place_of(m, is_backward ? first[0] : last[0], is_backward ? first[1] : last[1]);
}

/* `after` goes on where `before` ends. */
static chain *join(chain *before, chain *after)
{
    before->last->next = after->first;
    before->last = after->last;
    before->end = after->end;
    after->is_joined = true;
    return before;
}

static void add_chain(mesh *m, uint32_t index)
{
    chain *joined = HUI_NEW(m->topology.arena, chain);
    joined->first = joined->last = &m->uses[index];
    find_ends(m, index, &joined->start, &joined->end);
    *hui_vec_push(m->topology.arena, &m->chains) = joined;
    chain *const before = m->by_end[joined->start], *const after = m->by_start[joined->end];
    if (before) {
        m->by_end[before->end] = NULL;
        joined = join(before, joined);
    }
    if (after) {
        m->by_start[after->start] = NULL;
        joined = after == joined ? joined : join(joined, after); /* else a ring is closed */
    }
    m->by_start[joined->start] = joined;
    m->by_end[joined->end] = joined;
}

static hui_value line_of(mesh *m, const chain *c)
{
    HUI_VEC(hui_value) references = {0};
    for (const use *at = c->first; at; at = at->next)
        *hui_vec_push(m->topology.arena, &references) = hui_value_number(at->reference);
    return hui_topology_line(
        &m->topology, (hui_value){.kind = HUI_VALUE_ARRAY, .count = (uint32_t)references.count, .items = references.at},
        2);
}

static hui_value lines_of(mesh *m)
{
    hui_value *lines = HUI_NEW_ARRAY(m->topology.arena, hui_value, m->chains.count);
    uint32_t count = 0;
    for (size_t i = 0; i < m->chains.count; i++)
        if (!m->chains.at[i]->is_joined)
            lines[count++] = line_of(m, m->chains.at[i]);
    return (hui_value){.kind = HUI_VALUE_ARRAY, .count = count, .items = lines};
}

bool hui_topology_mesh(const hui_reading *reading, hui_value value, const char *name, const char *filter,
                       hui_value *result)
{
    mesh m = {0};
    hui_value object;
    if (!hui_topology_read(reading, value, name, &m.topology, &object))
        return false;
    m.uses = HUI_NEW_ARRAY(reading->arena, use, m.topology.arc_count);
    visit_geometry(&m, object, 0);
    list_arcs(&m, filter);
    put_empty_first(&m);
    m.by_start = HUI_NEW_ARRAY(reading->arena, chain *, 2 * m.arcs.count);
    m.by_end = HUI_NEW_ARRAY(reading->arena, chain *, 2 * m.arcs.count);
    for (size_t i = 0; i < m.arcs.count; i++)
        add_chain(&m, m.arcs.at[i]);
    hui_member *members = HUI_NEW_ARRAY(reading->arena, hui_member, 2);
    members[0] = (hui_member){"type", hui_value_string("MultiLineString")};
    members[1] = (hui_member){"coordinates", lines_of(&m)};
    *result = (hui_value){.kind = HUI_VALUE_OBJECT, .count = 2, .members = members};
    return true;
}
