/* Sprites: markers blended into pixels, most from masks that were drawn once. Cairo takes some 10 µs to fill a circle,
 * this a twentieth of it. */
#include "backend/sprites.h"

#include "backend/canvas.h"
#include "backend/markers.h"
#include "backend/paint.h"
#include "base/vec.h"

#include <math.h>

enum {
    PHASES = 8,           /* places inside a pixel, each way */
    LARGEST = 128,        /* px, width or height */
    MOST_BYTES = 1 << 24, /* of all sprites */
};

/* Coverage of a shape's inside and of its stroke, from the pixel that holds its origin. */
typedef struct sprite {
    int x, y, width, height;
    unsigned char *fill, *stroke; /* NULL: nothing is there */
} sprite;

/* The sprites of an item, PHASES × PHASES a shape, made when they are first needed. */
typedef struct sheet {
    const hui_item *item;
    sprite **at;
} sheet;

struct hui_sprites {
    hui_arena *arena;
    HUI_VEC(sheet) sheets;
    size_t bytes;
};

hui_sprites *hui_sprites_new(void)
{
    hui_arena *arena = hui_arena_new();
    hui_sprites *sprites = HUI_NEW(arena, hui_sprites);
    sprites->arena = arena;
    return sprites;
}

void hui_sprites_free(hui_sprites *sprites)
{
    hui_arena_free(sprites->arena);
}

static sprite **find_sheet(hui_sprites *sprites, const hui_item *item)
{
    for (size_t i = 0; i < sprites->sheets.count; i++)
        if (sprites->sheets.at[i].item == item)
            return sprites->sheets.at[i].at;
    sprite **at = HUI_NEW_ARRAY(sprites->arena, sprite *, item->markers.shape_count * PHASES * PHASES);
    *hui_vec_push(sprites->arena, &sprites->sheets) = (sheet){item, at};
    return at;
}

static unsigned char *draw_mask(hui_arena *arena, const hui_canvas *c, const hui_marker_shape *shape, const sprite *s,
                                double x, double y, bool stroke)
{
    const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, s->width);
    unsigned char *mask = hui_arena_alloc(arena, (size_t)stride * (size_t)s->height);
    cairo_surface_t *surface = cairo_image_surface_create_for_data(mask, CAIRO_FORMAT_A8, s->width, s->height, stride);
    cairo_t *cr = cairo_create(surface);
    cairo_translate(cr, x - s->x, y - s->y);
    cairo_scale(cr, c->m.xx, c->m.yy);
    hui_paint_add_path(cr, &shape->outline);
    if (stroke) {
        hui_paint_set_pen(cr, &shape->stroke);
        cairo_stroke(cr);
    } else {
        cairo_fill(cr);
    }
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    cairo_surface_destroy(surface);
    return mask;
}

/* NULL if it would be too large. (x, y): the origin inside its pixel. */
static sprite *make_sprite(hui_sprites *sprites, const hui_canvas *c, const hui_marker_shape *shape, double x, double y)
{
    const hui_rect *ink = &shape->ink;
    const double width = ink->w * c->m.xx, height = ink->h * c->m.yy;
    if (!(width < LARGEST && height < LARGEST) || sprites->bytes > MOST_BYTES)
        return NULL;
    sprite *s = HUI_NEW(sprites->arena, sprite);
    s->x = (int)floor(ink->x * c->m.xx + x);
    s->y = (int)floor(ink->y * c->m.yy + y);
    s->width = (int)ceil((ink->x + ink->w) * c->m.xx + x) - s->x;
    s->height = (int)ceil((ink->y + ink->h) * c->m.yy + y) - s->y;
    if (s->width <= 0 || s->height <= 0)
        return s;
    s->fill = draw_mask(sprites->arena, c, shape, s, x, y, false);
    if (shape->stroke.width > 0)
        s->stroke = draw_mask(sprites->arena, c, shape, s, x, y, true);
    sprites->bytes += 2 * (size_t)(s->width + 3) * (size_t)s->height;
    return s;
}

/* (x, y): the pixel that holds the origin. */
static void stamp(const hui_canvas *c, const sprite *s, const unsigned char *mask, int x, int y, hui_color color)
{
    if (!mask || color.a == 0)
        return;
    const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, s->width);
    const int first = x + s->x < c->left ? c->left - x - s->x : 0, above = y + s->y < c->top ? c->top - y - s->y : 0;
    const int end = x + s->x + s->width > c->right ? c->right - x - s->x : s->width;
    const int below = y + s->y + s->height > c->bottom ? c->bottom - y - s->y : s->height;
    for (int row = above; row < below; row++) {
        const unsigned char *cover = mask + row * stride;
        uint32_t *pixels = c->pixels + (ptrdiff_t)(y + s->y + row) * c->stride + x + s->x;
        for (int i = first; i < end; i++)
            if (cover[i])
                pixels[i] = hui_canvas_blend(pixels[i], color, hui_canvas_divide((uint32_t)cover[i] * color.a));
    }
}

/* A disc, or a ring around a hole, as far as it matters to pixels: squared distances between which an edge runs. */
typedef struct ring {
    float inner, outer; /* radii, each half a pixel out, so that coverage falls from 1 to 0 around them */
    float void_to, full_from, full_to, void_from;
} ring;

static float square(double x)
{
    return x > 0 ? (float)(x * x) : -1;
}

static ring ring_of(double inner, double outer)
{
    return (ring){(float)inner + 0.5f, (float)outer + 0.5f, square(inner - 0.5), inner > 0 ? square(inner + 0.5) : -1,
                  square(outer - 0.5), square(outer + 0.5)};
}

/* How much of a pixel lies in the ring: as if edges were straight, which they nearly are from a few pixels on. */
static inline float cover_of(const ring *r, float distance_square)
{
    if (distance_square >= r->full_from && distance_square <= r->full_to)
        return 1;
    if (distance_square >= r->void_from || distance_square < r->void_to)
        return 0;
    const float distance = sqrtf(distance_square);
    const float outside = r->outer - distance, hole = r->full_from < 0 ? 0 : r->inner - distance;
    return (outside < 1 ? outside : 1) - (hole > 0 ? hole : 0);
}

static void fill_ring(const hui_canvas *c, double x, double y, double inner, double outer, hui_color color)
{
    const ring r = ring_of(inner, outer);
    const double reach = outer + 0.5;
    const int above = (int)fmax(c->top, floor(y - reach)), below = (int)fmin(c->bottom, ceil(y + reach));
    for (int row = above; row < below; row++) {
        const double dy = row + 0.5 - y, half = sqrt(fmax(0, reach * reach - dy * dy));
        const int first = (int)fmax(c->left, floor(x - half)), end = (int)fmin(c->right, ceil(x + half));
        const float dy_square = (float)(dy * dy);
        float dx = (float)(first + 0.5 - x);
        uint32_t *pixels = c->pixels + (ptrdiff_t)row * c->stride;
        for (int i = first; i < end; i++, dx++) {
            const float cover = cover_of(&r, dx * dx + dy_square);
            if (cover > 0)
                pixels[i] = hui_canvas_blend(pixels[i], color, (uint32_t)(cover * (float)color.a + 0.5f));
        }
    }
}

static void paint_circle(const hui_canvas *c, const hui_marker *marker, const hui_marker_shape *shape)
{
    const double x = marker->x * c->m.xx + c->m.x0, y = marker->y * c->m.yy + c->m.y0, k = c->m.xx;
    const double r = shape->radius * k, half = shape->stroke.width / 2 * k;
    if (marker->fill.a != 0)
        fill_ring(c, x, y, 0, r, marker->fill);
    if (marker->stroke.a != 0 && half > 0)
        fill_ring(c, x, y, r - half, r + half, marker->stroke);
}

/* The pixel and the place in it, in PHASES, of a coordinate on the device. */
static int split(double at, int *phase)
{
    const double steps = floor(at * PHASES + 0.5), pixel = floor(steps / PHASES);
    *phase = (int)(steps - pixel * PHASES);
    return (int)pixel;
}

static bool paint_sprite(hui_sprites *sprites, const hui_canvas *c, sprite **sheet_at, const hui_marker *marker,
                         const hui_marker_shape *shape)
{
    int right, down;
    const int x = split(marker->x * c->m.xx + c->m.x0, &right), y = split(marker->y * c->m.yy + c->m.y0, &down);
    sprite **at = &sheet_at[(marker->shape * PHASES + (size_t)down) * PHASES + (size_t)right];
    if (!*at)
        *at = make_sprite(sprites, c, shape, (double)right / PHASES, (double)down / PHASES);
    if (!*at)
        return false;
    stamp(c, *at, (*at)->fill, x, y, marker->fill);
    stamp(c, *at, (*at)->stroke, x, y, marker->stroke);
    return true;
}

static bool is_plain_circle(const hui_canvas *c, const hui_marker_shape *shape)
{
    return shape->radius > 0 && shape->stroke.dash_count == 0 && c->m.xx == c->m.yy;
}

bool hui_sprites_paint(hui_sprites *sprites, cairo_t *cr, const hui_item *item)
{
    hui_canvas c;
    if (!hui_canvas_open(&c, cr, item->cut) || !hui_canvas_is_upright(&c.m))
        return false;
    const bool worth = item->markers.count / (PHASES * PHASES) >= item->markers.shape_count;
    sprite **at = worth ? find_sheet(sprites, item) : NULL;
    const hui_rect clip = hui_markers_clip(cr);
    for (size_t i = 0; i < item->markers.count; i++) {
        const hui_marker *marker = &item->markers.at[i];
        const hui_marker_shape *shape = &item->markers.shapes[marker->shape];
        if (!hui_marker_meets(clip, marker, &shape->ink))
            continue;
        if (at && paint_sprite(sprites, &c, at, marker, shape))
            continue;
        if (is_plain_circle(&c, shape)) {
            paint_circle(&c, marker, shape);
        } else {
            hui_canvas_close(&c);
            hui_marker_paint(cr, marker, shape);
            cairo_surface_flush(c.surface);
        }
    }
    hui_canvas_close(&c);
    return true;
}
