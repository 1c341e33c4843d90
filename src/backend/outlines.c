/* Outlines that a document draws more than once: alike up to a shift, in the same colour. Cairo writes a recording that
 * is painted repeatedly as one form (ISO 32000-1, section 8.10), which also spares it the numbers. */
#include "backend/outlines.h"

#include "base/buffer.h"
#include "base/hash.h"
#include "base/index.h"
#include "base/vec.h"

#include <math.h>
#include <string.h>

/* A kept outline takes some 250 bytes once and 40 a time, both with what surrounds them: less than eight curves. */
enum { LEAST_POINTS = 24, LEAST_SAVED = 96 };

/* An outline from its first point, in units: what is alike has the same key, of colour, verbs and steps. */
typedef struct outline {
    const char *key;
    size_t key_size, verb_count, point_count, uses;
    hui_color color;
    cairo_surface_t *form;
} outline;

/* Where an item draws an outline. */
typedef struct place {
    size_t item;
    outline *outline;
    double x, y; /* of its first point, in pt */
} place;

struct hui_outlines {
    hui_arena *arena;
    HUI_VEC(place) places; /* by item */
    size_t next;           /* place to be painted */
    HUI_VEC(outline *) outlines;
    hui_index index; /* of outlines, by their keys */
};

static bool may_repeat(const hui_item *item)
{
    return item->kind == HUI_ITEM_PATH && item->outline.path.point_count >= LEAST_POINTS &&
           item->outline.fill.kind == HUI_PAINT_SOLID && !(item->outline.stroke.width > 0);
}

static hui_point to_units(hui_matrix m, hui_point p)
{
    p = hui_matrix_apply(m, p);
    return (hui_point){p.x / HUI_OUTLINES_UNIT, p.y / HUI_OUTLINES_UNIT};
}

static void build_key(hui_buffer *key, const hui_item *item, hui_matrix m)
{
    const hui_path *path = &item->outline.path;
    const hui_point start = to_units(m, path->points[0]);
    key->size = 0;
    hui_buffer_add(key, &item->outline.fill.color, sizeof item->outline.fill.color);
    hui_buffer_add(key, path->verbs, path->verb_count);
    for (size_t i = 0; i < path->point_count; i++) {
        const hui_point p = to_units(m, path->points[i]);
        const int32_t step[2] = {(int32_t)lround(p.x - start.x), (int32_t)lround(p.y - start.y)};
        hui_buffer_add(key, step, sizeof step);
    }
}

static bool has_key(const void *items, size_t at, const void *sought)
{
    const outline *o = ((outline *const *)items)[at];
    const hui_buffer *key = sought;
    return o->key_size == key->size && memcmp(o->key, key->bytes, key->size) == 0;
}

static outline *find_outline(hui_outlines *outlines, const hui_buffer *key, const hui_item *item)
{
    const uint32_t hash = hui_hash_bytes(HUI_HASH_START, key->bytes, key->size);
    const size_t at = hui_index_add(outlines->arena, &outlines->index, hash, has_key, outlines->outlines.at, key);
    if (at < outlines->outlines.count)
        return outlines->outlines.at[at];
    outline *fresh = HUI_NEW(outlines->arena, outline);
    *fresh = (outline){.key = hui_arena_copy(outlines->arena, key->bytes, key->size),
                       .key_size = key->size,
                       .verb_count = item->outline.path.verb_count,
                       .point_count = item->outline.path.point_count,
                       .color = item->outline.fill.color};
    *hui_vec_push(outlines->arena, &outlines->outlines) = fresh;
    return fresh;
}

static void add_place(hui_outlines *outlines, size_t index, const hui_item *item, hui_matrix m, hui_buffer *key)
{
    build_key(key, item, m);
    outline *o = find_outline(outlines, key, item);
    const hui_point start = to_units(m, item->outline.path.points[0]);
    *hui_vec_push(outlines->arena, &outlines->places) =
        (place){index, o, round(start.x) * HUI_OUTLINES_UNIT, round(start.y) * HUI_OUTLINES_UNIT};
    o->uses++;
}

hui_outlines *hui_outlines_new(const hui_scene *scene, const cairo_matrix_t *page)
{
    hui_arena *arena = hui_arena_new();
    hui_outlines *outlines = HUI_NEW(arena, hui_outlines);
    outlines->arena = arena;
    HUI_VEC(hui_matrix) matrices = {0};
    hui_matrix m = {page->xx, page->yx, page->xy, page->yy, page->x0, page->y0};
    hui_buffer key = {0};
    for (size_t i = 0; i < scene->count; i++) {
        const hui_item *item = &scene->items[i];
        if (item->kind == HUI_ITEM_GROUP) {
            *hui_vec_push(arena, &matrices) = m;
            m = hui_matrix_multiply(m, item->group.transform);
        } else if (item->kind == HUI_ITEM_END) {
            m = matrices.at[--matrices.count];
        } else if (may_repeat(item)) {
            add_place(outlines, i, item, m, &key);
        }
    }
    hui_buffer_finish(&key);
    return outlines;
}

void hui_outlines_free(hui_outlines *outlines)
{
    if (!outlines)
        return;
    for (size_t i = 0; i < outlines->outlines.count; i++)
        cairo_surface_destroy(outlines->outlines.at[i]->form);
    hui_arena_free(outlines->arena);
}

static void add_points(const outline *o, cairo_t *cr)
{
    const char *verbs = o->key + sizeof o->color, *steps = verbs + o->verb_count;
    for (size_t i = 0; i < o->verb_count; i++) {
        int32_t s[6] = {0};
        const size_t points = verbs[i] == HUI_PATH_CURVE   ? 3
                              : verbs[i] == HUI_PATH_CLOSE ? 0
                                                           : 1,
                     size = points * 2 * sizeof *s;
        memcpy(s, steps, size);
        steps += size;
        double p[6];
        for (int k = 0; k < 6; k++)
            p[k] = s[k] * HUI_OUTLINES_UNIT;
        switch ((hui_path_verb)verbs[i]) {
        case HUI_PATH_MOVE:
            cairo_move_to(cr, p[0], p[1]);
            break;
        case HUI_PATH_LINE:
            cairo_line_to(cr, p[0], p[1]);
            break;
        case HUI_PATH_CURVE:
            cairo_curve_to(cr, p[0], p[1], p[2], p[3], p[4], p[5]);
            break;
        case HUI_PATH_CLOSE:
            cairo_close_path(cr);
            break;
        }
    }
}

static cairo_surface_t *record(const outline *o)
{
    const char *steps = o->key + sizeof o->color + o->verb_count;
    double left = 0, top = 0, right = 0, bottom = 0;
    for (size_t i = 0; i < o->point_count; i++) {
        int32_t s[2];
        memcpy(s, steps + i * sizeof s, sizeof s);
        left = fmin(left, s[0]);
        right = fmax(right, s[0]);
        top = fmin(top, s[1]);
        bottom = fmax(bottom, s[1]);
    }
    left = floor(left * HUI_OUTLINES_UNIT) - 1;
    top = floor(top * HUI_OUTLINES_UNIT) - 1;
    const cairo_rectangle_t box = {left, top, ceil(right * HUI_OUTLINES_UNIT) + 1 - left,
                                   ceil(bottom * HUI_OUTLINES_UNIT) + 1 - top};
    cairo_surface_t *form = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &box);
    cairo_t *cr = cairo_create(form);
    cairo_set_source_rgba(cr, o->color.r / 255.0, o->color.g / 255.0, o->color.b / 255.0, o->color.a / 255.0);
    add_points(o, cr);
    cairo_fill(cr);
    cairo_destroy(cr);
    return form;
}

bool hui_outlines_paint(hui_outlines *outlines, cairo_t *cr, size_t index)
{
    while (outlines->next < outlines->places.count && outlines->places.at[outlines->next].item < index)
        outlines->next++;
    if (outlines->next == outlines->places.count || outlines->places.at[outlines->next].item != index)
        return false;
    const place *at = &outlines->places.at[outlines->next];
    outline *o = at->outline;
    if (o->uses < 2 || (o->uses - 1) * o->point_count < LEAST_SAVED)
        return false;
    if (!o->form)
        o->form = record(o);
    cairo_save(cr);
    cairo_identity_matrix(cr);
    cairo_set_source_surface(cr, o->form, at->x, at->y);
    cairo_paint(cr);
    cairo_restore(cr);
    return true;
}
