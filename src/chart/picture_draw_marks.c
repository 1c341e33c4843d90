/* Drawing marks: each kind of item as drawings of the scene. */
#include "chart/picture_draw.h"

#include <math.h>

/* Paints
 * ------ */

static double share(double value)
{
    return isnan(value) ? 1 : fmax(0, fmin(1, value));
}

hui_color hui_pencil_color(hui_color color, double opacity, double own)
{
    color.a = (uint8_t)lround(color.a * share(opacity) * share(own));
    return color;
}

static const hui_stop *faded(hui_arena *arena, const hui_gradient *gradient, double opacity, double own)
{
    hui_stop *stops = hui_arena_copy(arena, gradient->stops, gradient->stop_count * sizeof *stops);
    for (size_t i = 0; i < gradient->stop_count; i++) {
        stops[i].offset = share(stops[i].offset);
        stops[i].color = hui_pencil_color(stops[i].color, opacity, own);
    }
    return stops;
}

/* Without numbers that cannot be drawn. */
static hui_gradient sane(const hui_gradient *gradient)
{
    hui_gradient g = *gradient;
    g.x1 = hui_coordinate(g.x1);
    g.y1 = hui_coordinate(g.y1);
    g.x2 = hui_coordinate(g.x2);
    g.y2 = hui_coordinate(g.y2);
    g.r1 = fmax(0, hui_coordinate(g.r1));
    g.r2 = fmax(0, hui_coordinate(g.r2));
    return g;
}

/* In the item's own square, lines of one colour are perpendicular to the gradient; stretched to its box they slant, and
 * the gradient that has those lines points elsewhere. */
static void place_linear(hui_paint *paint, const hui_gradient *gradient, hui_rect b)
{
    const double dx = gradient->x2 - gradient->x1, dy = gradient->y2 - gradient->y1;
    const double across = b.h * b.h * dx * dx + b.w * b.w * dy * dy;
    const double k = across > 0 ? b.w * b.h * (dx * dx + dy * dy) / across : 0;
    paint->x0 = b.x + gradient->x1 * b.w;
    paint->y0 = b.y + gradient->y1 * b.h;
    paint->x1 = k > 0 ? paint->x0 + k * b.h * dx : b.x + gradient->x2 * b.w;
    paint->y1 = k > 0 ? paint->y0 + k * b.w * dy : b.y + gradient->y2 * b.h;
}

static void place_radial(hui_paint *paint, const hui_gradient *gradient, hui_rect b)
{
    const double side = fmax(b.w, b.h);
    paint->x0 = b.x + gradient->x2 * b.w;
    paint->y0 = b.y + gradient->y2 * b.h;
    paint->x1 = gradient->r2 * side;
    paint->focus = (hui_point){(gradient->x1 - gradient->x2) * b.w, (gradient->y1 - gradient->y2) * b.h};
    paint->inner = gradient->r1 * side;
}

static hui_paint paint_gradient(hui_arena *arena, const hui_gradient *gradient, hui_rect bounds, double opacity,
                                double own)
{
    hui_paint paint = {.kind = gradient->radial ? HUI_PAINT_RADIAL : HUI_PAINT_LINEAR};
    paint.stops = faded(arena, gradient, opacity, own);
    paint.stop_count = gradient->stop_count;
    const hui_gradient placed = sane(gradient);
    if (gradient->radial)
        place_radial(&paint, &placed, bounds);
    else
        place_linear(&paint, &placed, bounds);
    return paint;
}

static hui_paint paint_of(hui_arena *arena, hui_color color, const hui_gradient *gradient, hui_rect bounds,
                          double opacity, double own)
{
    if (!(share(opacity) * share(own) > 0))
        return hui_paint_none();
    if (gradient)
        return paint_gradient(arena, gradient, bounds, opacity, own);
    color = hui_pencil_color(color, opacity, own);
    return color.a ? hui_paint_solid(color) : hui_paint_none();
}

hui_paint hui_pencil_fill(hui_pencil pencil, const hui_mark_item *item, hui_rect bounds)
{
    return paint_of(pencil.scene->arena, item->fill, item->fill_gradient, bounds, item->opacity, item->fill_opacity);
}

hui_stroke hui_pencil_stroke(hui_pencil pencil, const hui_mark_item *item, hui_rect bounds)
{
    hui_arena *arena = pencil.scene->arena;
    hui_stroke stroke = {.width = fmax(0, hui_coordinate(item->stroke_width)),
                         .cap = (hui_cap)item->cap,
                         .join = (hui_join)item->join,
                         .miter_limit = hui_coordinate(item->miter_limit)};
    stroke.paint = paint_of(arena, item->stroke, item->stroke_gradient, bounds, item->opacity, item->stroke_opacity);
    if (stroke.paint.kind == HUI_PAINT_NONE || !(stroke.width > 0))
        return hui_stroke_none();
    if (item->dash.at && item->dash.count)
        hui_stroke_dash(arena, &stroke, item->dash.at, item->dash.count, item->dash.offset);
    return stroke;
}

/* Only gradients ask for them. */
static hui_rect bounds_for_paint(hui_pencil pencil, const hui_mark *mark, const hui_mark_item *item, bool joined)
{
    if (!item->fill_gradient && !item->stroke_gradient)
        return (hui_rect){0};
    return joined ? hui_mark_bounds(pencil.labels, mark) : hui_item_bounds(pencil.labels, mark->type, item);
}

/* Items
 * ----- */

static hui_rect span(const hui_mark_item *item)
{
    const double x = hui_coordinate(item->x), y = hui_coordinate(item->y);
    const double x2 = hui_coordinate(item->x2), y2 = hui_coordinate(item->y2);
    return (hui_rect){fmin(x, x2), fmin(y, y2), fabs(x2 - x), fabs(y2 - y)};
}

static void draw_rect(hui_pencil pencil, const hui_mark *mark, const hui_mark_item *item)
{
    const hui_rect bounds = bounds_for_paint(pencil, mark, item, false);
    double radii[4];
    for (int i = 0; i < 4; i++)
        radii[i] = fmax(0, hui_coordinate(item->radii[i]));
    hui_scene_rect(pencil.scene, span(item), radii, hui_pencil_fill(pencil, item, bounds),
                   hui_pencil_stroke(pencil, item, bounds));
}

static void draw_rule(hui_pencil pencil, const hui_mark *mark, const hui_mark_item *item)
{
    const hui_stroke stroke = hui_pencil_stroke(pencil, item, bounds_for_paint(pencil, mark, item, false));
    if (!(stroke.width > 0))
        return;
    hui_path path = hui_path_new(pencil.scene->arena);
    hui_path_move(&path, hui_coordinate(item->x), hui_coordinate(item->y));
    hui_path_line(&path, hui_coordinate(item->x2), hui_coordinate(item->y2));
    hui_scene_path(pencil.scene, path, hui_paint_none(), stroke);
}

static void draw_outline(hui_pencil pencil, const hui_mark *mark, const hui_mark_item *item)
{
    const hui_rect bounds = bounds_for_paint(pencil, mark, item, false);
    const hui_paint fill = hui_pencil_fill(pencil, item, bounds);
    const hui_stroke stroke = hui_pencil_stroke(pencil, item, bounds);
    if (fill.kind == HUI_PAINT_NONE && !(stroke.width > 0))
        return;
    hui_path path = hui_path_new(pencil.scene->arena);
    hui_item_outline(&path, mark->type, item);
    hui_scene_path(pencil.scene, path, fill, stroke);
}

/* An image keeps the ratio of its sides, in the middle, unless it is stretched. */
static void draw_image(hui_pencil pencil, const hui_mark_item *item)
{
    const hui_image *image = item->picture.image;
    hui_rect r = span(item);
    if (!image || hui_rect_empty(r) || share(item->opacity) <= 0)
        return;
    if (!item->picture.stretched && image->width > 0 && image->height > 0) {
        const double k = fmin(r.w / image->width, r.h / image->height), w = image->width * k, h = image->height * k;
        r = (hui_rect){r.x + (r.w - w) / 2, r.y + (r.h - h) / 2, w, h};
    }
    if (share(item->opacity) < 1)
        hui_scene_group(pencil.scene, (hui_group){.opacity = share(item->opacity)});
    hui_scene_image(pencil.scene, r, image);
    if (share(item->opacity) < 1)
        hui_scene_end(pencil.scene);
}

static void draw_item(hui_pencil pencil, const hui_mark *mark, const hui_mark_item *item)
{
    switch (mark->type) {
    case HUI_MARK_RECT:
        draw_rect(pencil, mark, item);
        break;
    case HUI_MARK_RULE:
        draw_rule(pencil, mark, item);
        break;
    case HUI_MARK_TEXT:
        hui_pencil_text(pencil, item);
        break;
    case HUI_MARK_IMAGE:
        draw_image(pencil, item);
        break;
    case HUI_MARK_SYMBOL:
    case HUI_MARK_ARC:
    case HUI_MARK_PATH:
        draw_outline(pencil, mark, item);
        break;
    case HUI_MARK_LINE:
    case HUI_MARK_AREA:
    case HUI_MARK_TRAIL:
        break;
    }
}

static void open_item(hui_pencil pencil, const hui_mark_item *item)
{
    if (item->href)
        hui_scene_group(pencil.scene, (hui_group){.role = HUI_ROLE_LINK, .label = item->href});
    hui_scene_tooltip(pencil.scene, item->tooltip);
}

static void close_item(hui_pencil pencil, const hui_mark_item *item)
{
    hui_scene_tooltip(pencil.scene, NULL);
    if (item->href)
        hui_scene_end(pencil.scene);
}

static void draw_joined(hui_pencil pencil, const hui_mark *mark)
{
    const hui_mark_item *first = &mark->items[0];
    const hui_rect bounds = bounds_for_paint(pencil, mark, first, true);
    const hui_paint fill = hui_pencil_fill(pencil, first, bounds);
    const hui_stroke stroke = hui_pencil_stroke(pencil, first, bounds);
    if (fill.kind == HUI_PAINT_NONE && !(stroke.width > 0))
        return;
    hui_path path = hui_path_new(pencil.scene->arena);
    hui_mark_outline(&path, mark);
    open_item(pencil, first);
    hui_scene_path(pencil.scene, path, fill, stroke);
    close_item(pencil, first);
}

/* Links and gradients are each item's own business; all else of symbols can be told together. */
static bool has_loners(const hui_mark *mark)
{
    for (size_t i = 0; i < mark->item_count; i++)
        if (mark->items[i].href || mark->items[i].fill_gradient || mark->items[i].stroke_gradient)
            return true;
    return false;
}

void hui_pencil_mark(hui_pencil pencil, const hui_mark *mark)
{
    if (!mark->item_count)
        return;
    if (mark->type == HUI_MARK_LINE || mark->type == HUI_MARK_AREA || mark->type == HUI_MARK_TRAIL) {
        draw_joined(pencil, mark);
        return;
    }
    if (mark->type == HUI_MARK_SYMBOL && !has_loners(mark)) {
        hui_pencil_symbols(pencil, mark);
        return;
    }
    for (size_t i = 0; i < mark->item_count; i++) {
        if (mark->items[i].undefined)
            continue;
        open_item(pencil, &mark->items[i]);
        draw_item(pencil, mark, &mark->items[i]);
        close_item(pencil, &mark->items[i]);
    }
}
