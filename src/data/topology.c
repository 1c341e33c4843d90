/* TopoJSON: lines that shapes share are put together to GeoJSON features, or to the mesh of all lines. */
#include "data/topology.h"

#include "base/vec.h"

#include <string.h>

enum { MOST_DEPTH = 64 };

typedef HUI_VEC(hui_value) points;

static hui_value array_of(const hui_value *items, size_t count)
{
    return (hui_value){.kind = HUI_VALUE_ARRAY, .count = (uint32_t)count, .items = items};
}

static hui_value object_of(const hui_member *members, size_t count)
{
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = (uint32_t)count, .members = members};
}

double hui_topology_coordinate(hui_value point, uint32_t axis)
{
    return point.kind == HUI_VALUE_ARRAY && axis < point.count ? hui_value_to_number(point.items[axis]) : 0;
}

static hui_value make_point(const hui_topology *t, const double at[2])
{
    hui_value *pair = HUI_NEW_ARRAY(t->arena, hui_value, 2);
    for (int axis = 0; axis < 2; axis++)
        pair[axis] = hui_value_number(at[axis] * t->scale[axis] + t->translate[axis]);
    return array_of(pair, 2);
}

static hui_value read_point(const hui_topology *t, hui_value point)
{
    return make_point(t, (const double[2]){hui_topology_coordinate(point, 0), hui_topology_coordinate(point, 1)});
}

static void reverse(hui_value *items, size_t count)
{
    for (size_t i = 0; i + i + 1 < count; i++) {
        const hui_value item = items[i];
        items[i] = items[count - 1 - i];
        items[count - 1 - i] = item;
    }
}

const hui_arc *hui_topology_arc(const hui_topology *t, hui_value reference, bool *is_backward)
{
    const double number = hui_value_to_number(reference);
    if (!(number >= -(double)t->arc_count && number < (double)t->arc_count))
        return NULL;
    const int64_t index = (int64_t)number;
    *is_backward = index < 0;
    return &t->arcs[index < 0 ? ~index : index];
}

/* Its first point is the last one of the arc before it. Quantized points are steps from one to the next. */
static void add_arc(hui_topology *t, hui_value reference, points *line)
{
    bool is_backward;
    const hui_arc *const found = hui_topology_arc(t, reference, &is_backward);
    if (!found || t->point_budget < found->count)
        return;
    t->point_budget -= found->count;
    line->count -= line->count > 0;
    const size_t first = line->count;
    double at[2] = {0, 0};
    for (uint32_t i = 0; i < found->count; i++) {
        for (uint32_t axis = 0; axis < 2; axis++) {
            const double step = hui_topology_coordinate(found->points[i], axis);
            at[axis] = t->is_quantized ? at[axis] + step : step;
        }
        *hui_vec_push(t->arena, line) = make_point(t, at);
    }
    if (is_backward)
        reverse(line->at + first, line->count - first);
}

hui_value hui_topology_line(hui_topology *t, hui_value arcs, size_t at_least)
{
    points line = {0};
    for (uint32_t i = 0; arcs.kind == HUI_VALUE_ARRAY && i < arcs.count; i++)
        add_arc(t, arcs.items[i], &line);
    while (line.count > 0 && line.count < at_least) {
        hui_value *const again = hui_vec_push(t->arena, &line);
        *again = line.at[0];
    }
    return array_of(line.at, line.count);
}

/* Coordinates of any geometry: `nesting` arrays around lines or points. */
static hui_value make_coordinates(hui_topology *t, hui_value from, int nesting, size_t at_least)
{
    if (nesting == 0)
        return at_least ? hui_topology_line(t, from, at_least) : read_point(t, from);
    const uint32_t count = from.kind == HUI_VALUE_ARRAY ? from.count : 0;
    hui_value *items = HUI_NEW_ARRAY(t->arena, hui_value, count);
    for (uint32_t i = 0; i < count; i++)
        items[i] = make_coordinates(t, from.items[i], nesting - 1, at_least);
    return array_of(items, count);
}

static const struct geometry_kind {
    const char *type;
    int nesting;
    size_t at_least; /* points of a line; 0: it has no lines */
} geometry_kinds[] = {{"Point", 0, 0},           {"MultiPoint", 1, 0}, {"LineString", 0, 2},
                      {"MultiLineString", 1, 2}, {"Polygon", 1, 4},    {"MultiPolygon", 2, 4}};

static const struct geometry_kind *kind_of(hui_value geometry)
{
    const hui_value type = hui_value_member(geometry, "type");
    for (size_t i = 0; type.kind == HUI_VALUE_STRING && i < sizeof geometry_kinds / sizeof *geometry_kinds; i++)
        if (strcmp(geometry_kinds[i].type, type.string) == 0)
            return &geometry_kinds[i];
    return NULL;
}

hui_value hui_topology_parts(hui_value geometry)
{
    const hui_value type = hui_value_member(geometry, "type"), items = hui_value_member(geometry, "geometries");
    const bool is_collection = type.kind == HUI_VALUE_STRING && strcmp(type.string, "GeometryCollection") == 0;
    return is_collection && items.kind == HUI_VALUE_ARRAY ? items : (hui_value){0};
}

static hui_value make_geometry(hui_topology *t, hui_value geometry, int depth)
{
    const struct geometry_kind *const kind = kind_of(geometry);
    hui_member *members = HUI_NEW_ARRAY(t->arena, hui_member, 2);
    members[0] = (hui_member){"type", hui_value_member(geometry, "type")};
    if (kind) {
        const hui_value from = hui_value_member(geometry, kind->at_least ? "arcs" : "coordinates");
        members[1] = (hui_member){"coordinates", make_coordinates(t, from, kind->nesting, kind->at_least)};
        return object_of(members, 2);
    }
    const hui_value parts = hui_topology_parts(geometry);
    if (parts.kind != HUI_VALUE_ARRAY || depth == MOST_DEPTH)
        return hui_value_null();
    hui_value *made = HUI_NEW_ARRAY(t->arena, hui_value, parts.count);
    for (uint32_t i = 0; i < parts.count; i++)
        made[i] = make_geometry(t, parts.items[i], depth + 1);
    members[1] = (hui_member){"geometries", array_of(made, parts.count)};
    return object_of(members, 2);
}

static hui_value make_feature(hui_topology *t, hui_value geometry)
{
    const hui_value id = hui_value_member(geometry, "id"), properties = hui_value_member(geometry, "properties");
    hui_member *members = HUI_NEW_ARRAY(t->arena, hui_member, 4);
    size_t count = 0;
    members[count++] = (hui_member){"type", hui_value_string("Feature")};
    if (hui_value_valid(id))
        members[count++] = (hui_member){"id", id};
    members[count++] = (hui_member){"properties", hui_value_valid(properties) ? properties : object_of(NULL, 0)};
    members[count++] = (hui_member){"geometry", make_geometry(t, geometry, 0)};
    return object_of(members, count);
}

static bool report(const hui_reading *reading, const char *message)
{
    hui_diags_add(reading->diags, HUI_CODE_BAD_DATA, reading->place, NULL, reading->name, message);
    return false;
}

static void read_transform(hui_topology *t, hui_value value)
{
    const hui_value transform = hui_value_member(value, "transform"), scale = hui_value_member(transform, "scale"),
                    translate = hui_value_member(transform, "translate");
    t->is_quantized = transform.kind == HUI_VALUE_OBJECT;
    for (uint32_t axis = 0; axis < 2; axis++) {
        t->scale[axis] = t->is_quantized ? hui_topology_coordinate(scale, axis) : 1;
        t->translate[axis] = t->is_quantized ? hui_topology_coordinate(translate, axis) : 0;
    }
}

bool hui_topology_read(const hui_reading *reading, hui_value value, const char *name, hui_topology *t,
                       hui_value *object)
{
    const hui_value arcs = hui_value_member(value, "arcs");
    if (arcs.kind != HUI_VALUE_ARRAY || hui_value_member(value, "objects").kind != HUI_VALUE_OBJECT)
        return report(reading, "it is no TopoJSON: it needs “objects” and “arcs”");
    *t = (hui_topology){.arena = reading->arena, .arc_count = arcs.count};
    t->arcs = HUI_NEW_ARRAY(reading->arena, hui_arc, arcs.count);
    for (uint32_t i = 0; i < arcs.count; i++)
        if (arcs.items[i].kind == HUI_VALUE_ARRAY)
            t->arcs[i] = (hui_arc){arcs.items[i].items, arcs.items[i].count};
    for (int64_t i = 0; i < t->arc_count; i++)
        t->point_budget += 16 * (int64_t)t->arcs[i].count; /* two shapes at most share a line in a true topology */
    read_transform(t, value);
    *object = hui_value_member(hui_value_member(value, "objects"), name);
    if (object->kind == HUI_VALUE_OBJECT)
        return true;
    return report(reading, hui_arena_printf(reading->arena, "there is no object “%s” in it", name));
}

bool hui_topology_features(const hui_reading *reading, hui_value value, const char *name, hui_value *features)
{
    hui_topology t;
    hui_value object;
    if (!hui_topology_read(reading, value, name, &t, &object))
        return false;
    const hui_value parts = hui_topology_parts(object);
    const uint32_t count = parts.kind == HUI_VALUE_ARRAY ? parts.count : 1;
    hui_value *made = HUI_NEW_ARRAY(reading->arena, hui_value, count);
    for (uint32_t i = 0; i < count; i++)
        made[i] = make_feature(&t, parts.kind == HUI_VALUE_ARRAY ? parts.items[i] : object);
    *features = array_of(made, count);
    return true;
}
