/* Drawing symbols: all of a mark in one item of the scene, equal shapes shared. */
#include "chart/picture_draw.h"

#include "base/hash.h"
#include "base/index.h"
#include "base/vec.h"

#include <math.h>
#include <string.h>

/* The shapes of a mark, by what makes them differ. `of` holds an item that has the shape. */
typedef struct shapes {
    hui_pencil pencil;
    HUI_VEC(hui_marker_shape) found;
    HUI_VEC(const hui_mark_item *) of;
    hui_index index;
} shapes;

static bool has_stroke(const hui_mark_item *item)
{
    return item->stroke.a != 0 && item->stroke_width > 0;
}

static bool same_pen(const hui_mark_item *a, const hui_mark_item *b)
{
    if (!has_stroke(a) || !has_stroke(b))
        return has_stroke(a) == has_stroke(b);
    return a->stroke_width == b->stroke_width && a->cap == b->cap && a->join == b->join &&
           a->miter_limit == b->miter_limit && a->dash.at == b->dash.at && a->dash.count == b->dash.count &&
           a->dash.offset == b->dash.offset;
}

static bool same_name(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_shape(const hui_mark_item *a, const hui_mark_item *b)
{
    return a->symbol.size == b->symbol.size && a->symbol.angle == b->symbol.angle && same_pen(a, b) &&
           same_name(a->symbol.shape, b->symbol.shape);
}

static uint32_t hash_of(const hui_mark_item *item)
{
    const double numbers[] = {item->symbol.size, item->symbol.angle, has_stroke(item) ? item->stroke_width : 0};
    const char *name = item->symbol.shape ? item->symbol.shape : "";
    return hui_hash_bytes(hui_hash_bytes(HUI_HASH_START, numbers, sizeof numbers), name, strlen(name));
}

/* Of a stroke's paint it only matters that there is one. */
static hui_marker_shape make_shape(hui_pencil pencil, const hui_mark_item *item)
{
    hui_mark_item own = *item;
    own.x = own.y = 0;
    own.opacity = own.stroke_opacity = 1;
    hui_path path = hui_path_new(pencil.scene->arena);
    hui_item_outline(&path, HUI_MARK_SYMBOL, &own);
    const bool circle = !item->symbol.shape || strcmp(item->symbol.shape, "circle") == 0;
    const double radius = circle && item->symbol.size > 0 ? sqrt(hui_coordinate(item->symbol.size)) / 2 : 0;
    return hui_marker_shape_new(path, radius, hui_pencil_stroke(pencil, &own, (hui_rect){0}));
}

static bool has_shape(const void *items, size_t place, const void *sought)
{
    const hui_mark_item *const *of = items;
    return same_shape(of[place], sought);
}

/* The index of an item's shape. */
static size_t find_shape(shapes *s, const hui_mark_item *item)
{
    hui_arena *arena = s->pencil.scene->arena;
    const size_t place = hui_index_add(arena, &s->index, hash_of(item), has_shape, s->of.at, item);
    if (place == s->of.count) {
        *hui_vec_push(arena, &s->found) = make_shape(s->pencil, item);
        *hui_vec_push(arena, &s->of) = item;
    }
    return place;
}

void hui_pencil_symbols(hui_pencil pencil, const hui_mark *mark)
{
    shapes s = {.pencil = pencil};
    hui_marker *markers = HUI_NEW_ARRAY(pencil.scene->arena, hui_marker, mark->item_count);
    size_t count = 0, shape = 0;
    for (size_t i = 0; i < mark->item_count; i++) {
        const hui_mark_item *item = &mark->items[i];
        if (i == 0 || !same_shape(item, &mark->items[i - 1]))
            shape = find_shape(&s, item);
        const hui_marker marker = {
            .x = hui_coordinate(item->x),
            .y = hui_coordinate(item->y),
            .shape = shape,
            .fill = hui_pencil_color(item->fill, item->opacity, item->fill_opacity),
            .stroke = hui_pencil_color(item->stroke, item->opacity, item->stroke_opacity),
            .tooltip = item->tooltip,
        };
        if (item->undefined)
            continue;
        if ((marker.fill.a != 0 || (marker.stroke.a != 0 && has_stroke(item))) && s.found.at[shape].outline.verb_count)
            markers[count++] = marker;
    }
    hui_scene_markers(pencil.scene, s.found.at, s.found.count, markers, count);
}
