/* Stencils: what Cairo covers of each pixel is asked for once. Its scan converter takes 15 steps a row and edge, and begins
 * anew in each stripe that an outline reaches; cards, icons and pills stand in one place after the other all alike. */
#include "backend/stencils.h"

#include "backend/canvas.h"
#include "backend/paint.h"
#include "base/buffer.h"
#include "base/hash.h"
#include "base/index.h"
#include "base/memory.h"
#include "base/vec.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_BYTES = 1 << 20,  /* of all stencils */
    MOST_PIXELS = 1 << 19, /* of one's box */
    LEAST_VERBS = 8,       /* of an outline without curves */
};
#define MOST_PLACE 1e6 /* px, from the origin */

/* Pixels of a row that are covered alike, or whose coverage is listed. */
typedef struct span {
    uint16_t x, length;
    uint32_t covers; /* where they begin; WHOLE: all are covered wholly */
} span;
#define WHOLE UINT32_MAX

/* Rows of spans in a box, from the pixel that holds the origin of the item's coordinates. */
typedef struct stencil {
    int x, y, width, height;
    const uint32_t *rows; /* the first span of each, and the end of the last */
    const span *spans;
    const unsigned char *covers;
    const void *key;
    size_t key_size;
} stencil;

struct hui_stencils {
    hui_arena *arena;
    hui_index index;
    HUI_VEC(stencil) kept;
    hui_buffer points, key, spans, covers; /* of the one that is sought or made */
};

hui_stencils *hui_stencils_new(void)
{
    hui_stencils *stencils = hui_memory_zeroed(sizeof *stencils);
    stencils->arena = hui_arena_new();
    return stencils;
}

void hui_stencils_free(hui_stencils *stencils)
{
    if (!stencils)
        return;
    hui_buffer_finish(&stencils->points);
    hui_buffer_finish(&stencils->key);
    hui_buffer_finish(&stencils->spans);
    hui_buffer_finish(&stencils->covers);
    hui_arena_free(stencils->arena);
    free(stencils);
}

/* When there are too many, all are forgotten: what is drawn again and again is soon there again. */
static void make_room(hui_stencils *s)
{
    if (hui_arena_size(s->arena) < MOST_BYTES)
        return;
    hui_arena_clear(s->arena, 0);
    s->index = (hui_index){0};
    memset(&s->kept, 0, sizeof s->kept);
}

/* What a stencil goes by
 * ---------------------- */

static bool is_worth(const hui_stencil_use *use)
{
    const hui_item *item = use->item;
    if (use->pen && use->pen->dash_count > 0)
        return false;
    if (item->kind == HUI_ITEM_RECT) {
        const double *r = item->shape.radii;
        return r[0] > 0 || r[1] > 0 || r[2] > 0 || r[3] > 0;
    }
    const hui_path *path = &item->outline.path;
    return path->verb_count >= LEAST_VERBS ||
           (path->verb_count > 0 && memchr(path->verbs, HUI_PATH_CURVE, path->verb_count));
}

/* An outline on the device, from a whole pixel on, in Cairo's own steps: what differs by less in one place and another is
 * drawn alike, whichever was first. */
typedef struct figure {
    hui_item item;  /* its outline only */
    hui_stroke pen; /* of width 0: it is filled */
    int x, y;       /* the pixel */
} figure;
#define STEPS 256.0

static double to_step(double x)
{
    return floor(x * STEPS + 0.5) / STEPS;
}

static hui_point on_device(const cairo_matrix_t *m, hui_point p)
{
    return (hui_point){to_step(p.x * m->xx + m->x0), to_step(p.y * m->yy + m->y0)};
}

/* Where the outline begins; false: too far away for whole numbers of pixels. */
static bool set_origin(figure *f, hui_point p)
{
    if (!(fabs(p.x) < MOST_PLACE && fabs(p.y) < MOST_PLACE))
        return false;
    f->x = (int)floor(p.x);
    f->y = (int)floor(p.y);
    return true;
}

static hui_point from_origin(const figure *f, hui_point p)
{
    return (hui_point){p.x - f->x, p.y - f->y};
}

static bool place_rect(figure *f, const cairo_matrix_t *m, const hui_item *item)
{
    const hui_rect *r = &item->shape.rect;
    const hui_point p = on_device(m, (hui_point){r->x, r->y});
    if (!set_origin(f, p))
        return false;
    const hui_point corner = from_origin(f, p);
    f->item.shape.rect = (hui_rect){corner.x, corner.y, to_step(r->w * m->xx), to_step(r->h * m->xx)};
    for (int i = 0; i < 4; i++)
        f->item.shape.radii[i] = to_step(item->shape.radii[i] * m->xx);
    return true;
}

static bool place_path(hui_stencils *s, figure *f, const cairo_matrix_t *m, const hui_item *item)
{
    const hui_path *path = &item->outline.path;
    if (!set_origin(f, on_device(m, path->points[0])))
        return false;
    s->points.size = 0;
    for (size_t i = 0; i < path->point_count; i++) {
        const hui_point p = from_origin(f, on_device(m, path->points[i]));
        hui_buffer_add(&s->points, &p, sizeof p);
    }
    f->item.outline.path = *path;
    f->item.outline.path.points = (hui_point *)(void *)s->points.bytes;
    return true;
}

static void add_pen(hui_buffer *key, const hui_stroke *pen)
{
    const double numbers[] = {pen->width, pen->miter_limit};
    const uint64_t kinds[] = {pen->cap, pen->join};
    hui_buffer_add(key, numbers, sizeof numbers);
    hui_buffer_add(key, kinds, sizeof kinds);
}

static void build_key(hui_stencils *s, const figure *f)
{
    const uint64_t kind = f->item.kind;
    s->key.size = 0;
    hui_buffer_add(&s->key, &kind, sizeof kind);
    add_pen(&s->key, &f->pen);
    if (kind == HUI_ITEM_RECT) {
        hui_buffer_add(&s->key, &f->item.shape.rect, sizeof f->item.shape.rect);
        hui_buffer_add(&s->key, f->item.shape.radii, sizeof f->item.shape.radii);
    } else {
        hui_buffer_add(&s->key, s->points.bytes, s->points.size);
        hui_buffer_add(&s->key, f->item.outline.path.verbs, f->item.outline.path.verb_count);
    }
}

/* Shapes that keep their angles, and how large they are to each other. */
static bool is_plain(const cairo_matrix_t *m)
{
    return m->xy == 0 && m->yx == 0 && m->xx > 0 && m->xx == m->yy;
}

static bool place_figure(hui_stencils *s, figure *f, const cairo_matrix_t *m, const hui_stencil_use *use)
{
    *f = (figure){.item.kind = use->item->kind};
    if (use->pen) {
        f->pen = *use->pen;
        f->pen.width *= m->xx;
    }
    return is_plain(m) &&
           (use->item->kind == HUI_ITEM_RECT ? place_rect(f, m, use->item) : place_path(s, f, m, use->item));
}

static bool has_key(const void *items, size_t at, const void *sought)
{
    const stencil *known = (const stencil *)items + at;
    const hui_buffer *key = sought;
    return known->key_size == key->size && memcmp(known->key, key->bytes, key->size) == 0;
}

/* Making one
 * ---------- */

/* Pixels that the figure may reach; false: they are too many. */
static bool find_box(stencil *s, const figure *f)
{
    const hui_rect box = f->item.kind == HUI_ITEM_RECT ? f->item.shape.rect : hui_path_bounds(&f->item.outline.path);
    const double reach = hui_stroke_reach(&f->pen), left = floor(box.x - reach), top = floor(box.y - reach),
                 width = ceil(box.x + box.w + reach) - left, height = ceil(box.y + box.h + reach) - top;
    if (!(width > 0 && height > 0 && width <= UINT16_MAX && width * height <= MOST_PIXELS && fabs(left) < MOST_PLACE &&
          fabs(top) < MOST_PLACE))
        return false;
    s->x = (int)left;
    s->y = (int)top;
    s->width = (int)width;
    s->height = (int)height;
    return true;
}

static cairo_surface_t *draw_mask(const stencil *s, const figure *f)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, s->width, s->height);
    cairo_t *cr = cairo_create(surface);
    cairo_translate(cr, -s->x, -s->y);
    hui_paint_add_outline(cr, &f->item);
    if (f->pen.width > 0) {
        hui_paint_set_pen(cr, &f->pen);
        cairo_stroke(cr);
    } else {
        cairo_fill(cr);
    }
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

/* How many bytes are like the first. */
static size_t run_length(const unsigned char *bytes, size_t size)
{
    const uint64_t all = 0x0101010101010101u * *bytes;
    size_t run = 1;
    for (uint64_t eight; run + sizeof eight <= size; run += sizeof eight) {
        memcpy(&eight, bytes + run, sizeof eight);
        if (eight != all)
            break;
    }
    while (run < size && bytes[run] == *bytes)
        run++;
    return run;
}

static size_t count_partial(const unsigned char *bytes, size_t size)
{
    size_t count = 0;
    while (count < size && bytes[count] != 0 && bytes[count] != 255)
        count++;
    return count;
}

static void add_row(hui_stencils *s, const unsigned char *row, size_t width)
{
    for (size_t x = 0, length; x < width; x += length) {
        const bool whole = row[x] == 255;
        length = whole || row[x] == 0 ? run_length(row + x, width - x) : count_partial(row + x, width - x);
        if (row[x] == 0)
            continue;
        const span next = {(uint16_t)x, (uint16_t)length, whole ? WHOLE : (uint32_t)s->covers.size};
        hui_buffer_add(&s->spans, &next, sizeof next);
        if (!whole)
            hui_buffer_add(&s->covers, row + x, length);
    }
}

static void *copy(hui_arena *arena, const hui_buffer *buffer)
{
    return buffer->size ? hui_arena_copy(arena, buffer->bytes, buffer->size) : NULL;
}

static void take_spans(hui_stencils *s, stencil *made, cairo_surface_t *mask)
{
    const unsigned char *bytes = cairo_image_surface_get_data(mask);
    const size_t stride = (size_t)cairo_image_surface_get_stride(mask), height = (size_t)made->height;
    uint32_t *rows = HUI_NEW_ARRAY(s->arena, uint32_t, height + 1);
    s->spans.size = s->covers.size = 0;
    for (size_t y = 0; y < height; y++) {
        add_row(s, bytes + y * stride, (size_t)made->width);
        rows[y + 1] = (uint32_t)(s->spans.size / sizeof(span));
    }
    made->rows = rows;
    made->spans = copy(s->arena, &s->spans);
    made->covers = copy(s->arena, &s->covers);
}

static bool make_stencil(hui_stencils *s, stencil *made, const figure *f)
{
    *made = (stencil){0};
    if (!find_box(made, f))
        return false;
    cairo_surface_t *mask = draw_mask(made, f);
    const bool good = cairo_surface_status(mask) == CAIRO_STATUS_SUCCESS;
    if (good)
        take_spans(s, made, mask);
    cairo_surface_destroy(mask);
    return good;
}

/* NULL if there can be none. */
static const stencil *find_stencil(hui_stencils *s, const figure *f)
{
    make_room(s);
    build_key(s, f);
    const uint32_t hash = hui_hash_bytes(HUI_HASH_START, s->key.bytes, s->key.size);
    const size_t known = hui_index_find(&s->index, hash, has_key, s->kept.at, &s->key);
    if (known != SIZE_MAX)
        return &s->kept.at[known];
    stencil made;
    if (!make_stencil(s, &made, f))
        return NULL;
    made.key = copy(s->arena, &s->key);
    made.key_size = s->key.size;
    hui_index_add(s->arena, &s->index, hash, has_key, s->kept.at, &s->key);
    stencil *kept = hui_vec_push(s->arena, &s->kept);
    *kept = made;
    return kept;
}

/* Using it
 * -------- */

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

/* Pixels of a row, in which the box begins at `x`. */
static void blend_span(const hui_canvas *c, uint32_t *row, int x, const stencil *s, const span *part, hui_color color)
{
    const int begin = x + part->x, first = most(begin, c->left), end = least(begin + part->length, c->right);
    if (part->covers == WHOLE) {
        const uint32_t pixel = 0xFF000000u | (uint32_t)color.r << 16 | (uint32_t)color.g << 8 | color.b;
        for (int i = first; i < end; i++)
            row[i] = pixel;
        return;
    }
    const unsigned char *covers = s->covers + part->covers;
    for (int i = first; i < end; i++)
        row[i] = hui_canvas_blend(row[i], color, covers[i - begin]);
}

/* (x, y): the pixel from which the stencil is placed. */
static void blend(const hui_canvas *c, const stencil *s, int x, int y, hui_color color)
{
    x += s->x;
    y += s->y;
    const int first = most(0, c->top - y), end = least(s->height, c->bottom - y);
    for (int i = first; i < end; i++) {
        uint32_t *row = c->pixels + (ptrdiff_t)(y + i) * c->stride;
        for (uint32_t k = s->rows[i]; k < s->rows[i + 1]; k++)
            blend_span(c, row, x, s, &s->spans[k], color);
    }
}

bool hui_stencils_paint(hui_stencils *stencils, cairo_t *cr, const hui_stencil_use *use)
{
    hui_canvas c;
    figure f;
    if (!is_worth(use) || !hui_canvas_open(&c, cr, use->item->cut))
        return false;
    const stencil *s = place_figure(stencils, &f, &c.m, use) ? find_stencil(stencils, &f) : NULL;
    if (s)
        blend(&c, s, f.x, f.y, use->color);
    hui_canvas_close(&c);
    return s != NULL;
}
