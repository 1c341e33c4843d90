/* Stencils of outlines: what Cairo covers of each pixel is asked for once. Its scan converter takes 15 steps a row and edge,
 * and begins anew in each stripe that an outline reaches; cards, icons and pills stand in one place after the other all alike. */
#include "backend/paint.h"
#include "backend/stencil_store.h"

#include <math.h>
#include <string.h>

enum { LEAST_VERBS = 8 /* of an outline without curves */ };

static bool is_worth(const hui_stencil_use *use)
{
    const hui_item *item = use->item;
    if (use->pen && use->pen->dash_count > 0)
        return false;
    if (item->kind == HUI_ITEM_RECT)
        return hui_radii_round(item->shape.radii);
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
    if (!(fabs(p.x) < HUI_STENCIL_FARTHEST && fabs(p.y) < HUI_STENCIL_FARTHEST))
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

static bool place_figure(hui_stencils *s, figure *f, const cairo_matrix_t *m, const hui_stencil_use *use)
{
    *f = (figure){.item.kind = use->item->kind};
    if (use->pen) {
        f->pen = *use->pen;
        f->pen.width *= m->xx;
    }
    return hui_stencil_suits(m) &&
           (use->item->kind == HUI_ITEM_RECT ? place_rect(f, m, use->item) : place_path(s, f, m, use->item));
}

/* Pixels that the figure may reach; false: they are too many. */
static bool find_box(hui_stencil_box *box, const figure *f)
{
    const hui_rect ink = f->item.kind == HUI_ITEM_RECT ? f->item.shape.rect : hui_path_bounds(&f->item.outline.path);
    const double reach = hui_stroke_reach(&f->pen);
    return hui_stencil_box_of(box, floor(ink.x - reach), floor(ink.y - reach), ceil(ink.x + ink.w + reach),
                              ceil(ink.y + ink.h + reach));
}

static cairo_surface_t *draw_mask(const hui_stencil_box *box, const figure *f)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, box->width, box->height);
    cairo_t *cr = cairo_create(surface);
    cairo_translate(cr, -box->x, -box->y);
    hui_paint_add_outline(cr, &f->item);
    if (f->pen.width > 0) {
        hui_paint_set_pen(cr, &f->pen);
        cairo_stroke(cr);
    } else {
        cairo_fill(cr);
    }
    cairo_destroy(cr);
    return surface;
}

/* NULL if there can be none. */
static const hui_stencil *find_stencil(hui_stencils *s, const figure *f)
{
    build_key(s, f);
    const hui_stencil *known = hui_stencils_find(s);
    hui_stencil_box box;
    return known || !find_box(&box, f) ? known : hui_stencils_keep(s, box, draw_mask(&box, f));
}

bool hui_stencils_paint(hui_stencils *stencils, cairo_t *cr, const hui_stencil_use *use)
{
    hui_canvas c;
    figure f;
    if (!is_worth(use) || !hui_canvas_open(&c, cr, use->item->cut))
        return false;
    hui_stencils_make_room(stencils);
    const hui_stencil *s = place_figure(stencils, &f, &c.m, use) ? find_stencil(stencils, &f) : NULL;
    if (s)
        hui_stencil_blend(&c, s, f.x, f.y, use->color);
    hui_canvas_close(&c);
    return s != NULL;
}
