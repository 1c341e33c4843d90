/* Rasters: an image that reaches beyond its stripe is drawn aside in bands of many stripes. librsvg walks its whole
 * document whatever the clip, and some documents take seconds. */
#include "backend/raster.h"

#include "backend/canvas.h"
#include "base/vec.h"

#include <math.h>

enum { BAND_PIXELS = 8 * 1024 * 1024 };

/* Some of the item's rows of pixels. */
typedef struct band {
    const hui_item *item;
    cairo_surface_t *surface;
    int first, rows;
} band;

struct hui_rasters {
    hui_arena *arena;
    HUI_VEC(band) bands;
};

hui_rasters *hui_rasters_new(void)
{
    hui_arena *arena = hui_arena_new();
    hui_rasters *rasters = HUI_NEW(arena, hui_rasters);
    rasters->arena = arena;
    return rasters;
}

void hui_rasters_free(hui_rasters *rasters)
{
    for (size_t i = 0; i < rasters->bands.count; i++)
        cairo_surface_destroy(rasters->bands.at[i].surface);
    hui_arena_free(rasters->arena);
}

static band *find_band(hui_rasters *rasters, const hui_item *item)
{
    for (size_t i = 0; i < rasters->bands.count; i++)
        if (rasters->bands.at[i].item == item)
            return &rasters->bands.at[i];
    band *fresh = hui_vec_push(rasters->arena, &rasters->bands);
    fresh->item = item;
    return fresh;
}

/* Device pixels around the item: whole numbers, with the item's own (x, y) and scale inside them. */
typedef struct frame {
    cairo_matrix_t matrix;
    int x, y, width, height;
} frame;

static frame frame_of(cairo_t *cr, hui_rect rect)
{
    frame f;
    cairo_get_matrix(cr, &f.matrix);
    double left = rect.x, top = rect.y, right = rect.x + rect.w, bottom = rect.y + rect.h;
    cairo_user_to_device(cr, &left, &top);
    cairo_user_to_device(cr, &right, &bottom);
    f.x = (int)floor(left);
    f.y = (int)floor(top);
    f.width = (int)ceil(right) - f.x;
    f.height = (int)ceil(bottom) - f.y;
    return f;
}

/* The item's rows that the clip lets through, from `first` to `end`: none if these are equal. */
static void find_rows(cairo_t *cr, const frame *f, int *first, int *end)
{
    double left, top, right, bottom;
    cairo_save(cr);
    cairo_identity_matrix(cr);
    cairo_clip_extents(cr, &left, &top, &right, &bottom);
    cairo_restore(cr);
    *first = (int)fmax(0, floor(top) - f->y);
    *end = (int)fmax(*first, fmin(f->height, ceil(bottom) - f->y));
}

static void fill_band(band *b, const frame *f, int first, int end)
{
    int rows = BAND_PIXELS / f->width;
    b->first = first;
    b->rows = rows > f->height - first ? f->height - first : rows;
    if (b->rows < end - first)
        b->rows = end - first;
    cairo_surface_destroy(b->surface);
    b->surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, f->width, b->rows);
    cairo_t *cr = cairo_create(b->surface);
    cairo_matrix_t matrix = f->matrix;
    matrix.x0 -= f->x;
    matrix.y0 -= f->y + first;
    cairo_set_matrix(cr, &matrix);
    hui_image_paint_svg(b->item->picture.image, cr, b->item->picture.rect);
    cairo_destroy(cr);
}

void hui_rasters_paint(hui_rasters *rasters, cairo_t *cr, const hui_item *item)
{
    frame f = frame_of(cr, item->picture.rect);
    int first, end;
    find_rows(cr, &f, &first, &end);
    const bool upright = hui_canvas_is_upright(&f.matrix);
    if (upright && first == end)
        return;
    if (!upright || f.width > 32767 || end - first == f.height) {
        hui_image_paint_svg(item->picture.image, cr, item->picture.rect);
        return;
    }
    band *b = find_band(rasters, item);
    if (!b->surface || first < b->first || end > b->first + b->rows)
        fill_band(b, &f, first, end);
    cairo_save(cr);
    cairo_identity_matrix(cr);
    cairo_set_source_surface(cr, b->surface, f.x, f.y + b->first);
    cairo_rectangle(cr, f.x, f.y + first, f.width, end - first);
    cairo_fill(cr);
    cairo_restore(cr);
    if (end == f.height) { /* the last stripe that shows it */
        cairo_surface_destroy(b->surface);
        b->surface = NULL;
    }
}
