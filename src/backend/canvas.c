/* Canvas: whole pixels of an image surface that the clip lets through. */
#include "backend/canvas.h"

#include <math.h>

static bool is_clip_whole(cairo_t *cr)
{
    cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list(cr);
    const bool whole = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;
    cairo_rectangle_list_destroy(list);
    return whole;
}

static void find_pixels(hui_canvas *c, cairo_t *cr)
{
    double left, top, right, bottom;
    cairo_save(cr);
    cairo_identity_matrix(cr);
    cairo_clip_extents(cr, &left, &top, &right, &bottom);
    cairo_restore(cr);
    c->left = (int)fmax(0, floor(left));
    c->top = (int)fmax(0, floor(top));
    c->right = (int)fmin(cairo_image_surface_get_width(c->surface), ceil(right));
    c->bottom = (int)fmin(cairo_image_surface_get_height(c->surface), ceil(bottom));
}

bool hui_canvas_open(hui_canvas *c, cairo_t *cr, bool cut)
{
    *c = (hui_canvas){.surface = cairo_get_target(cr)};
    cairo_get_matrix(cr, &c->m);
    if (cairo_surface_get_type(c->surface) != CAIRO_SURFACE_TYPE_IMAGE ||
        cairo_image_surface_get_format(c->surface) != CAIRO_FORMAT_ARGB32 || (cut && !is_clip_whole(cr)))
        return false;
    find_pixels(c, cr);
    cairo_surface_flush(c->surface);
    c->pixels = (uint32_t *)(void *)cairo_image_surface_get_data(c->surface);
    c->stride = cairo_image_surface_get_stride(c->surface) / (int)sizeof *c->pixels;
    return c->pixels != NULL;
}

void hui_canvas_close(hui_canvas *c)
{
    cairo_surface_mark_dirty(c->surface);
}
