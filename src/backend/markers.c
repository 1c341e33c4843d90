/* Markers: each as Cairo calls, or, on pixels, as a sprite. Cairo takes some 10 µs to fill a circle, blending one that was
 * drawn before a thirtieth of it. */
#include "backend/markers.h"

#include "backend/paint.h"
#include "base/vec.h"

#include <math.h>

static bool meets(hui_rect clip, const hui_marker *marker, const hui_rect *ink)
{
    const double x = marker->x + ink->x, y = marker->y + ink->y;
    return x < clip.x + clip.w && clip.x < x + ink->w && y < clip.y + clip.h && clip.y < y + ink->h;
}

static void set_color(cairo_t *cr, hui_color c)
{
    cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

/* A line of no length with round ends: in a document a tenth of a circle's outline. */
static void paint_dot(cairo_t *cr, double radius)
{
    cairo_move_to(cr, 0, 0);
    cairo_line_to(cr, 0, 0);
    cairo_set_dash(cr, NULL, 0, 0);
    cairo_set_line_width(cr, 2 * radius);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_stroke(cr);
}

static void paint_marker(cairo_t *cr, const hui_marker *marker, const hui_marker_shape *shape)
{
    const bool stroked = marker->stroke.a != 0 && shape->stroke.width > 0;
    cairo_matrix_t m;
    cairo_get_matrix(cr, &m);
    cairo_translate(cr, marker->x, marker->y);
    if (shape->radius > 0 && !stroked) {
        set_color(cr, marker->fill);
        paint_dot(cr, shape->radius);
        cairo_set_matrix(cr, &m);
        return;
    }
    hui_paint_add_path(cr, &shape->outline);
    if (marker->fill.a != 0) {
        set_color(cr, marker->fill);
        cairo_fill_preserve(cr);
    }
    if (stroked) {
        set_color(cr, marker->stroke);
        hui_paint_set_pen(cr, &shape->stroke);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
    cairo_set_matrix(cr, &m);
}

static hui_rect find_clip(cairo_t *cr)
{
    double left, top, right, bottom;
    cairo_clip_extents(cr, &left, &top, &right, &bottom);
    return (hui_rect){left, top, right - left, bottom - top};
}

void hui_markers_paint(cairo_t *cr, const hui_item *item)
{
    const hui_rect clip = find_clip(cr);
    for (size_t i = 0; i < item->markers.count; i++) {
        const hui_marker *marker = &item->markers.at[i];
        const hui_marker_shape *shape = &item->markers.shapes[marker->shape];
        if ((marker->fill.a != 0 || marker->stroke.a != 0) && meets(clip, marker, &shape->ink))
            paint_marker(cr, marker, shape);
    }
}

/* Sprites
 * ------- */

enum {
    PHASES = 8,           /* places inside a pixel, each way */
    FEW = 16,             /* markers a shape, below which it is not worth its sprites */
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

/* Where blending goes: pixels, device px to which it is confined, and the page's place and scale on them. */
typedef struct canvas {
    cairo_t *cr;
    cairo_surface_t *surface;
    uint32_t *pixels;
    int stride; /* in pixels */
    int left, top, right, bottom;
    cairo_matrix_t m;
} canvas;

/* Whole pixels that the clip lets through. */
static bool find_pixels(canvas *c, bool cut)
{
    cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list(c->cr);
    const bool hard = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;
    cairo_rectangle_list_destroy(list);
    if (!hard && cut)
        return false;
    double left, top, right, bottom;
    cairo_save(c->cr);
    cairo_identity_matrix(c->cr);
    cairo_clip_extents(c->cr, &left, &top, &right, &bottom);
    cairo_restore(c->cr);
    c->left = (int)fmax(0, floor(left));
    c->top = (int)fmax(0, floor(top));
    c->right = (int)fmin(cairo_image_surface_get_width(c->surface), ceil(right));
    c->bottom = (int)fmin(cairo_image_surface_get_height(c->surface), ceil(bottom));
    return true;
}

static bool open_canvas(canvas *c, cairo_t *cr, bool cut)
{
    *c = (canvas){.cr = cr, .surface = cairo_get_target(cr)};
    cairo_get_matrix(cr, &c->m);
    const bool upright = c->m.xy == 0 && c->m.yx == 0 && c->m.xx > 0 && c->m.yy > 0;
    if (!upright || cairo_surface_get_type(c->surface) != CAIRO_SURFACE_TYPE_IMAGE ||
        cairo_image_surface_get_format(c->surface) != CAIRO_FORMAT_ARGB32 || !find_pixels(c, cut))
        return false;
    cairo_surface_flush(c->surface);
    c->pixels = (uint32_t *)(void *)cairo_image_surface_get_data(c->surface);
    c->stride = cairo_image_surface_get_stride(c->surface) / (int)sizeof *c->pixels;
    return c->pixels != NULL;
}

static unsigned char *draw_mask(hui_arena *arena, const canvas *c, const hui_marker_shape *shape, const sprite *s,
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
static sprite *make_sprite(hui_sprites *sprites, const canvas *c, const hui_marker_shape *shape, double x, double y)
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

/* (x + 127) / 255 for products of two bytes, in both halves of a word. */
static uint32_t divide_pair(uint32_t pair)
{
    pair += 0x800080;
    return ((pair + ((pair >> 8) & 0xFF00FF)) >> 8) & 0xFF00FF;
}

static uint32_t blend(uint32_t under, hui_color color, uint32_t alpha)
{
    const uint32_t rest = 255 - alpha;
    const uint32_t red_blue = (uint32_t)color.r << 16 | color.b, alpha_green = 255u << 16 | color.g;
    return divide_pair(red_blue * alpha + (under & 0xFF00FF) * rest) |
           divide_pair(alpha_green * alpha + ((under >> 8) & 0xFF00FF) * rest) << 8;
}

/* (x, y): the pixel that holds the origin. */
static void stamp(const canvas *c, const sprite *s, const unsigned char *mask, int x, int y, hui_color color)
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
                pixels[i] = blend(pixels[i], color, divide_pair((uint32_t)cover[i] * color.a));
    }
}

/* The pixel and the place in it, in PHASES, of a coordinate on the device. */
static int split(double at, int *phase)
{
    const double steps = floor(at * PHASES + 0.5), pixel = floor(steps / PHASES);
    *phase = (int)(steps - pixel * PHASES);
    return (int)pixel;
}

static void paint_sprite(hui_sprites *sprites, const canvas *c, sprite **sheet_at, const hui_marker *marker,
                         const hui_marker_shape *shape)
{
    int right, down;
    const int x = split(marker->x * c->m.xx + c->m.x0, &right), y = split(marker->y * c->m.yy + c->m.y0, &down);
    sprite **at = &sheet_at[(marker->shape * PHASES + (size_t)down) * PHASES + (size_t)right];
    if (!*at)
        *at = make_sprite(sprites, c, shape, (double)right / PHASES, (double)down / PHASES);
    if (*at) {
        stamp(c, *at, (*at)->fill, x, y, marker->fill);
        stamp(c, *at, (*at)->stroke, x, y, marker->stroke);
        return;
    }
    cairo_surface_mark_dirty(c->surface);
    paint_marker(c->cr, marker, shape);
    cairo_surface_flush(c->surface);
}

bool hui_sprites_paint(hui_sprites *sprites, cairo_t *cr, const hui_item *item)
{
    canvas c;
    if (item->markers.count / FEW < item->markers.shape_count || !open_canvas(&c, cr, item->cut))
        return false;
    sprite **at = find_sheet(sprites, item);
    const hui_rect clip = find_clip(cr);
    for (size_t i = 0; i < item->markers.count; i++) {
        const hui_marker *marker = &item->markers.at[i];
        const hui_marker_shape *shape = &item->markers.shapes[marker->shape];
        if (meets(clip, marker, &shape->ink))
            paint_sprite(sprites, &c, at, marker, shape);
    }
    cairo_surface_mark_dirty(c.surface);
    return true;
}
