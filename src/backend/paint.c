/* Painting: each kind of item as Cairo calls; what lies outside the visible part is skipped by its bounds. */
#include "backend/paint.h"

#include "backend/long_stroke.h"
#include "backend/markers.h"
#include "backend/outlines.h"
#include "backend/raster.h"
#include "backend/sprites.h"
#include "base/vec.h"

#include <assert.h>
#include <math.h>
#include <string.h>

typedef struct painter {
    const hui_scene *scene;
    cairo_t *cr;
    hui_rect visible;    /* on the page */
    cairo_matrix_t page; /* where the page is */
    hui_paint_target target;
    hui_paint_hooks hooks;
    hui_rasters *rasters;   /* NULL: none */
    hui_sprites *sprites;   /* NULL: none */
    hui_stencils *stencils; /* NULL: none */
    hui_outlines *outlines; /* NULL: none */
    int translucent, clips; /* open groups that are drawn aside, that have a clip */
} painter;

static bool meets(hui_rect a, hui_rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

void hui_paint_add_path(cairo_t *cr, const hui_path *path)
{
    const hui_point *p = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        switch ((hui_path_verb)path->verbs[i]) {
        case HUI_PATH_MOVE:
            cairo_move_to(cr, p[0].x, p[0].y);
            p += 1;
            break;
        case HUI_PATH_LINE:
            cairo_line_to(cr, p[0].x, p[0].y);
            p += 1;
            break;
        case HUI_PATH_CURVE:
            cairo_curve_to(cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
            p += 3;
            break;
        case HUI_PATH_CLOSE:
            cairo_close_path(cr);
            break;
        }
    }
}

static void set_color(cairo_t *cr, hui_color c)
{
    cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

static void set_gradient(cairo_t *cr, cairo_pattern_t *pattern, const hui_paint *paint)
{
    for (size_t i = 0; i < paint->stop_count; i++) {
        hui_color c = paint->stops[i].color;
        cairo_pattern_add_color_stop_rgba(pattern, paint->stops[i].offset, c.r / 255.0, c.g / 255.0, c.b / 255.0,
                                          c.a / 255.0);
    }
    cairo_set_source(cr, pattern);
    cairo_pattern_destroy(pattern);
}

/* False if there is nothing to paint with. */
static bool set_paint(cairo_t *cr, const hui_paint *paint)
{
    switch (paint->kind) {
    case HUI_PAINT_NONE:
        return false;
    case HUI_PAINT_SOLID:
        set_color(cr, paint->color);
        return paint->color.a != 0;
    case HUI_PAINT_LINEAR:
        set_gradient(cr, cairo_pattern_create_linear(paint->x0, paint->y0, paint->x1, paint->y1), paint);
        return true;
    case HUI_PAINT_RADIAL:
        set_gradient(cr,
                     cairo_pattern_create_radial(paint->x0 + paint->focus.x, paint->y0 + paint->focus.y, paint->inner,
                                                 paint->x0, paint->y0, paint->x1),
                     paint);
        return true;
    }
    return false;
}

/* Moves the current path's points to whole units. */
static void snap_path(cairo_t *cr)
{
    cairo_path_t *path = cairo_copy_path(cr);
    for (int i = 0; i < path->num_data; i += path->data[i].header.length)
        for (int k = i + 1; k < i + path->data[i].header.length; k++) {
            double x = path->data[k].point.x, y = path->data[k].point.y;
            cairo_user_to_device(cr, &x, &y);
            x = round(x / HUI_OUTLINES_UNIT) * HUI_OUTLINES_UNIT;
            y = round(y / HUI_OUTLINES_UNIT) * HUI_OUTLINES_UNIT;
            cairo_device_to_user(cr, &x, &y);
            path->data[k].point.x = x;
            path->data[k].point.y = y;
        }
    cairo_new_path(cr);
    cairo_append_path(cr, path);
    cairo_path_destroy(path);
}

void hui_paint_set_pen(cairo_t *cr, const hui_stroke *stroke)
{
    static const cairo_line_cap_t caps[] = {[HUI_CAP_BUTT] = CAIRO_LINE_CAP_BUTT,
                                            [HUI_CAP_ROUND] = CAIRO_LINE_CAP_ROUND,
                                            [HUI_CAP_SQUARE] = CAIRO_LINE_CAP_SQUARE};
    static const cairo_line_join_t joins[] = {[HUI_JOIN_MITER] = CAIRO_LINE_JOIN_MITER,
                                              [HUI_JOIN_ROUND] = CAIRO_LINE_JOIN_ROUND,
                                              [HUI_JOIN_BEVEL] = CAIRO_LINE_JOIN_BEVEL};
    cairo_set_line_width(cr, stroke->width);
    cairo_set_line_cap(cr, caps[stroke->cap]);
    cairo_set_line_join(cr, joins[stroke->join]);
    cairo_set_miter_limit(cr, stroke->miter_limit > 0 ? fmax(1, stroke->miter_limit) : 4);
    cairo_set_dash(cr, stroke->dashes, (int)stroke->dash_count, stroke->dash_offset);
}

/* Quarter circles as arcs: Cairo flattens them by the resolution they end up in. */
static void add_round_rect(cairo_t *cr, hui_rect r, const double radii[4])
{
    const double x[4] = {r.x + radii[0], r.x + r.w - radii[1], r.x + r.w - radii[2], r.x + radii[3]};
    const double y[4] = {r.y + radii[0], r.y + radii[1], r.y + r.h - radii[2], r.y + r.h - radii[3]};
    cairo_new_sub_path(cr);
    for (int i = 0; i < 4; i++)
        cairo_arc(cr, x[i], y[i], radii[i], (i + 2) * HUI_PI / 2, (i + 3) * HUI_PI / 2);
    cairo_close_path(cr);
}

void hui_paint_add_outline(cairo_t *cr, const hui_item *item)
{
    const double *radii = item->shape.radii; /* of a RECT */
    const hui_rect r = item->shape.rect;
    if (item->kind == HUI_ITEM_PATH)
        hui_paint_add_path(cr, &item->outline.path);
    else if (hui_radii_round(radii))
        add_round_rect(cr, r, radii);
    else
        cairo_rectangle(cr, r.x, r.y, r.w, r.h);
}

/* The pen is NULL where the outline is filled. Pixels of a group that is drawn aside are not the surface's. */
static bool paint_stencil(painter *p, const hui_item *item, const hui_paint *paint, const hui_stroke *pen)
{
    const hui_stencil_use use = {.item = item, .pen = pen, .color = paint->color};
    return p->stencils && !p->translucent && paint->kind == HUI_PAINT_SOLID && paint->color.a == 255 &&
           hui_stencils_paint(p->stencils, p->cr, &use);
}

/* Unless it is the current path already. */
static void set_outline(painter *p, const hui_item *item)
{
    if (cairo_has_current_point(p->cr))
        return;
    hui_paint_add_outline(p->cr, item);
    if (p->target == HUI_PAINT_DOCUMENT)
        snap_path(p->cr);
}

static void fill_and_stroke(painter *p, const hui_item *item, const hui_paint *fill, const hui_stroke *stroke)
{
    cairo_t *cr = p->cr;
    if (!paint_stencil(p, item, fill, NULL) && set_paint(cr, fill)) {
        set_outline(p, item);
        cairo_fill_preserve(cr);
    }
    if (stroke->width > 0 && !paint_stencil(p, item, &stroke->paint, stroke) && set_paint(cr, &stroke->paint)) {
        set_outline(p, item);
        hui_paint_set_pen(cr, stroke);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

/* Pieces overlap: a translucent colour is put on all of them at once. */
static void stroke_in_pieces(painter *p, const hui_path *path, const hui_stroke *stroke)
{
    const bool is_solid = stroke->paint.kind == HUI_PAINT_SOLID, fades = is_solid && stroke->paint.color.a < 255;
    if (!(stroke->width > 0) || !set_paint(p->cr, &stroke->paint))
        return;
    if (fades) {
        cairo_push_group(p->cr);
        hui_color opaque = stroke->paint.color;
        opaque.a = 255;
        set_color(p->cr, opaque);
    }
    hui_paint_set_pen(p->cr, stroke);
    hui_long_stroke_paint(p->cr, path, 2 * stroke->width);
    if (fades) {
        cairo_pop_group_to_source(p->cr);
        cairo_paint_with_alpha(p->cr, stroke->paint.color.a / 255.0);
    }
}

static void paint_path(painter *p, size_t index)
{
    const hui_item *item = &p->scene->items[index];
    if (p->outlines && !p->translucent && hui_outlines_paint(p->outlines, p->cr, index))
        return;
    const bool in_pieces =
        p->target == HUI_PAINT_PIXELS && hui_long_stroke_is(&item->outline.path, &item->outline.stroke);
    const hui_stroke none = hui_stroke_none();
    fill_and_stroke(p, item, &item->outline.fill, in_pieces ? &none : &item->outline.stroke);
    if (in_pieces)
        stroke_in_pieces(p, &item->outline.path, &item->outline.stroke);
}

/* Cairo's glyphs and clusters of one run; small runs need no heap. */
enum { FEW = 256 };

/* Letters set wide apart, which readers of documents would take for words. */
static bool is_spread(const hui_run *run)
{
    for (size_t i = 1; i < run->glyph_count; i++)
        if ((double)run->glyphs[i].x - (double)run->glyphs[i - 1].x > 1.13 * run->size)
            return true;
    return false;
}

static void show_with_text(painter *p, const hui_run *run, const cairo_glyph_t *glyphs)
{
    cairo_text_cluster_t few[FEW], *clusters = few;
    if (run->cluster_count > FEW)
        clusters = cairo_text_cluster_allocate((int)run->cluster_count);
    int count = (int)run->cluster_count;
    for (int i = 0; i < count; i++)
        clusters[i] = (cairo_text_cluster_t){run->clusters[i].bytes, run->clusters[i].glyphs};
    if (is_spread(run)) { /* as one cluster, it is written with its text beside it */
        clusters[0] = (cairo_text_cluster_t){(int)run->text_size, (int)run->glyph_count};
        count = 1;
    }
    cairo_show_text_glyphs(p->cr, run->text, (int)run->text_size, glyphs, (int)run->glyph_count, clusters, count, 0);
    if (clusters != few)
        cairo_text_cluster_free(clusters);
}

/* Cairo puts the pictures of glyphs at whole pixels, which would make slanted lines dance: those are filled outlines. */
static bool is_upright(cairo_t *cr)
{
    cairo_matrix_t m;
    cairo_get_matrix(cr, &m);
    return m.xy == 0 && m.yx == 0;
}

static void show_run(painter *p, const hui_run *run, double x, double y)
{
    cairo_glyph_t few[FEW], *glyphs = run->glyph_count <= FEW ? few : cairo_glyph_allocate((int)run->glyph_count);
    for (size_t i = 0; i < run->glyph_count; i++)
        glyphs[i] = (cairo_glyph_t){run->glyphs[i].id, x + (double)run->glyphs[i].x, y + (double)run->glyphs[i].y};
    if (p->target == HUI_PAINT_DOCUMENT) {
        show_with_text(p, run, glyphs);
    } else if (is_upright(p->cr)) {
        cairo_show_glyphs(p->cr, glyphs, (int)run->glyph_count);
    } else {
        cairo_glyph_path(p->cr, glyphs, (int)run->glyph_count);
        cairo_fill(p->cr);
    }
    if (glyphs != few)
        cairo_glyph_free(glyphs);
}

static void open_hook(painter *p, const hui_item *item)
{
    if (p->hooks.open_item && !p->translucent)
        p->hooks.open_item(p->hooks.closure, item);
}

static void close_hook(painter *p)
{
    if (p->hooks.close && !p->translucent)
        p->hooks.close(p->hooks.closure);
}

static void paint_run(painter *p, const hui_run *run, double x, double y)
{
    cairo_font_face_t *face = hui_font_cairo_face(run->font);
    if (!face || !run->glyph_count)
        return;
    if (p->hooks.open_run && !p->translucent)
        p->hooks.open_run(p->hooks.closure, run);
    cairo_set_font_face(p->cr, face);
    cairo_set_font_size(p->cr, run->size);
    set_color(p->cr, run->color);
    show_run(p, run, x, y);
    close_hook(p);
}

static void paint_text(painter *p, const hui_item *item)
{
    const hui_lines *lines = item->text.lines;
    double x, y, right, bottom;
    cairo_clip_extents(p->cr, &x, &y, &right, &bottom);
    hui_rect clip = {x - item->text.x, y - item->text.y, right - x, bottom - y};
    open_hook(p, item);
    for (size_t i = 0; i < lines->count; i++) {
        const hui_line *line = &lines->at[i];
        if (!meets(hui_scene_line_ink(line), clip))
            continue;
        for (size_t k = 0; k < line->run_count; k++)
            paint_run(p, &line->runs[k], item->text.x + line->x, item->text.y + line->baseline);
    }
    close_hook(p);
}

static void paint_image(painter *p, const hui_item *item)
{
    const hui_image *image = item->picture.image;
    hui_rect r = item->picture.rect;
    if (image->format == HUI_IMAGE_SVG) {
        if (p->rasters)
            hui_rasters_paint(p->rasters, p->cr, item);
        else
            hui_image_paint_svg(image, p->cr, r);
        return;
    }
    /* Cairo wants pixels it may write to, but a source is only read. */
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        (unsigned char *)(uintptr_t)image->pixels, image->has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
        image->pixel_width, image->pixel_height, image->pixel_width * 4);
    if (p->target == HUI_PAINT_DOCUMENT && image->format == HUI_IMAGE_JPEG)
        cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, image->bytes, image->size, NULL, NULL);
    cairo_save(p->cr);
    cairo_rectangle(p->cr, r.x, r.y, r.w, r.h);
    cairo_translate(p->cr, r.x, r.y);
    cairo_scale(p->cr, r.w / image->pixel_width, r.h / image->pixel_height);
    cairo_set_source_surface(p->cr, surface, 0, 0);
    if (p->target == HUI_PAINT_PIXELS) /* no faint edges; a document would get the JPEG's pixels, not its bytes */
        cairo_pattern_set_extend(cairo_get_source(p->cr), CAIRO_EXTEND_PAD);
    cairo_fill(p->cr);
    cairo_restore(p->cr);
    cairo_surface_destroy(surface);
}

/* Pixels of a group that is drawn aside are not the surface's. */
static void paint_markers(painter *p, const hui_item *item)
{
    if (!p->sprites || p->translucent || !hui_sprites_paint(p->sprites, p->cr, item))
        hui_markers_paint(p->cr, item);
}

static void open_group(painter *p, const hui_item *item)
{
    const hui_group *group = &item->group;
    open_hook(p, item);
    cairo_save(p->cr);
    hui_matrix m = group->transform;
    if (!hui_matrix_is_identity(m))
        cairo_transform(p->cr, &(cairo_matrix_t){m.xx, m.yx, m.xy, m.yy, m.x0, m.y0});
    if (group->clip) {
        hui_paint_add_path(p->cr, group->clip);
        cairo_clip(p->cr);
        p->clips++;
    }
    if (group->opacity < 1) {
        cairo_push_group(p->cr);
        p->translucent++;
    }
}

static void close_group(painter *p, const hui_group *group)
{
    if (group->opacity < 1) {
        p->translucent--;
        cairo_pop_group_to_source(p->cr);
        cairo_paint_with_alpha(p->cr, group->opacity);
    }
    cairo_restore(p->cr);
    p->clips -= group->clip != NULL;
    close_hook(p);
}

/* Back to the page's own clip. Without any clip Cairo 1.16 loses its way in a document's tags and crashes. */
static void reset_clip(painter *p)
{
    cairo_matrix_t m;
    cairo_get_matrix(p->cr, &m);
    cairo_reset_clip(p->cr);
    cairo_set_matrix(p->cr, &p->page);
    const double bleed = p->scene->bleed;
    cairo_rectangle(p->cr, -bleed, -bleed, p->scene->width + 2 * bleed, p->scene->height + 2 * bleed);
    cairo_clip(p->cr);
    cairo_set_matrix(p->cr, &m);
}

/* A clip costs a document its outline with every item, and pixels a mask: what no clip cuts is drawn without any. */
static void paint_drawing(painter *p, size_t index)
{
    const hui_item *item = &p->scene->items[index];
    const bool unclip = p->clips > 0 && !item->cut;
    if (unclip) {
        cairo_save(p->cr);
        reset_clip(p);
    }
    switch (item->kind) {
    case HUI_ITEM_RECT:
        fill_and_stroke(p, item, &item->shape.fill, &item->shape.stroke);
        break;
    case HUI_ITEM_PATH:
        paint_path(p, index);
        break;
    case HUI_ITEM_TEXT:
        paint_text(p, item);
        break;
    case HUI_ITEM_IMAGE:
        paint_image(p, item);
        break;
    case HUI_ITEM_MARKERS:
        paint_markers(p, item);
        break;
    case HUI_ITEM_GROUP:
    case HUI_ITEM_END:
        break;
    }
    if (unclip)
        cairo_restore(p->cr);
}

/* Paints the item, with all inside it if it is a group, and returns the index of its last. */
static size_t paint_item(painter *p, size_t index)
{
    const hui_item *item = &p->scene->items[index];
    const size_t last = item->kind == HUI_ITEM_GROUP ? item->end : index;
    const bool is_met = meets(item->bounds, p->visible);
    if (!hui_monitor_advance(p->hooks.monitor, is_met ? 1 : last + 1 - index) || !is_met)
        return last;
    if (item->kind == HUI_ITEM_GROUP) {
        open_group(p, item);
        for (size_t i = index + 1; i < last; i++)
            i = paint_item(p, i);
        close_group(p, &item->group);
        hui_monitor_advance(p->hooks.monitor, 1);
    } else {
        paint_drawing(p, index);
    }
    return last;
}

static void set_font_options(cairo_t *cr)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
}

static void open_page(painter *p)
{
    assert(p->scene->depth == 0); /* every group was ended */
    cairo_get_matrix(p->cr, &p->page);
    cairo_save(p->cr);
    set_font_options(p->cr);
    cairo_new_path(p->cr);
}

void hui_paint_scene(const hui_scene *scene, cairo_t *cr, hui_rect visible, hui_paint_target target,
                     const hui_paint_hooks *hooks)
{
    painter p = {.scene = scene, .cr = cr, .visible = visible, .target = target};
    if (hooks)
        p.hooks = *hooks;
    open_page(&p);
    if (target == HUI_PAINT_DOCUMENT)
        p.outlines = hui_outlines_new(scene, &p.page);
    for (size_t i = 0; i < scene->count; i++)
        i = paint_item(&p, i);
    hui_outlines_free(p.outlines);
    cairo_restore(cr);
}

/* Stripes
 * ------- */

/* An item in no group, of which a stripe to come may show some. */
typedef struct pending {
    size_t index;
    double bottom, least_top; /* least_top: of this item and all after it */
} pending;

struct hui_stripe_painter {
    const hui_scene *scene;
    hui_arena *arena;
    hui_rasters *rasters;
    hui_sprites *sprites;
    hui_stencils *stencils;
    HUI_VEC(pending) items;
    size_t first; /* those before it are done */
};

hui_stripe_painter *hui_stripe_painter_new(const hui_scene *scene, hui_stencils *stencils)
{
    hui_arena *arena = hui_arena_new();
    hui_stripe_painter *stripes = HUI_NEW(arena, hui_stripe_painter);
    *stripes = (hui_stripe_painter){.scene = scene,
                                    .arena = arena,
                                    .rasters = hui_rasters_new(),
                                    .sprites = hui_sprites_new(),
                                    .stencils = stencils};
    for (size_t i = 0; i < scene->count; i++) {
        const hui_item *item = &scene->items[i];
        *hui_vec_push(arena, &stripes->items) = (pending){i, item->bounds.y + item->bounds.h, item->bounds.y};
        if (item->kind == HUI_ITEM_GROUP)
            i = item->end;
    }
    for (size_t i = stripes->items.count; i-- > 1;) {
        pending *item = &stripes->items.at[i - 1];
        item->least_top = fmin(item->least_top, item[1].least_top);
    }
    return stripes;
}

void hui_stripe_painter_free(hui_stripe_painter *stripes)
{
    hui_rasters_free(stripes->rasters);
    hui_sprites_free(stripes->sprites);
    hui_arena_free(stripes->arena);
}

/* Looks at items up to the last that may begin in this stripe, and keeps those that may go on below it: where items
 * follow each other down the page, each is looked at in its own stripes only. */
void hui_stripe_painter_paint(hui_stripe_painter *stripes, cairo_t *cr, hui_rect visible)
{
    painter p = {.scene = stripes->scene,
                 .cr = cr,
                 .visible = visible,
                 .rasters = stripes->rasters,
                 .sprites = stripes->sprites,
                 .stencils = stripes->stencils};
    const double bottom = visible.y + visible.h;
    pending *const items = stripes->items.at;
    size_t end = stripes->first;
    open_page(&p);
    for (; end < stripes->items.count && items[end].least_top < bottom; end++)
        paint_item(&p, items[end].index);
    size_t kept = end;
    for (size_t i = end; i-- > stripes->first;)
        if (items[i].bottom > bottom)
            items[--kept] = items[i];
    stripes->first = kept;
    cairo_restore(cr);
}
