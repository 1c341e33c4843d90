/* What a reader would see wrong with a page: drawings off it, over a text, or across one. Each check returns what is wrong, or
 * NULL. */
#ifndef TESTS_UNIT_PAGE_FAULTS_H
#define TESTS_UNIT_PAGE_FAULTS_H

#include "lint/ground.h"

#include <math.h>

typedef HUI_VEC(hui_point) page_points;

static inline hui_point page_on_curve(hui_point from, const hui_point *to, double t)
{
    const double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    return (hui_point){a * from.x + b * to[0].x + c * to[1].x + d * to[2].x,
                       a * from.y + b * to[0].y + c * to[1].y + d * to[2].y};
}

static inline bool page_has(hui_rect r, hui_point p)
{
    return p.x > r.x && p.x < r.x + r.w && p.y > r.y && p.y < r.y + r.h;
}

static inline double page_distance(hui_point a, hui_point b)
{
    return hypot(b.x - a.x, b.y - a.y);
}

/* Points along a line or curve, a few px from each other at most, its end among them. */
static inline void page_trace_piece(hui_arena *arena, page_points *points, hui_matrix matrix, hui_point from,
                                    const hui_point *to, bool is_curve)
{
    const double apart = 5;
    const double length = is_curve
                              ? page_distance(from, to[0]) + page_distance(to[0], to[1]) + page_distance(to[1], to[2])
                              : page_distance(from, to[0]);
    const int steps = 1 + (int)(length / apart);
    for (int k = 1; k <= steps; k++) {
        const double t = (double)k / steps;
        const hui_point on = is_curve ? page_on_curve(from, to, t)
                                      : (hui_point){from.x + t * (to->x - from.x), from.y + t * (to->y - from.y)};
        *hui_vec_push(arena, points) = hui_matrix_apply(matrix, on);
    }
}

static inline page_points page_trace(hui_arena *arena, const hui_lint_drawing *drawing)
{
    const hui_path *path = &drawing->item->outline.path;
    const hui_point *to = path->points;
    hui_point pen = {0}, start = {0};
    page_points points = {0};
    for (size_t i = 0; i < path->verb_count; i++) {
        const hui_path_verb verb = (hui_path_verb)path->verbs[i];
        if (verb == HUI_PATH_MOVE) {
            pen = start = *to++;
            continue;
        }
        if (verb == HUI_PATH_CLOSE) {
            page_trace_piece(arena, &points, drawing->matrix, pen, &start, false);
            pen = start;
            continue;
        }
        const int taken = verb == HUI_PATH_CURVE ? 3 : 1;
        page_trace_piece(arena, &points, drawing->matrix, pen, to, taken == 3);
        to += taken;
        pen = to[-1];
    }
    return points;
}

/* A drawing nowhere, or beyond the page; the bounds of curves hold their controls, so that their lines are followed. */
static inline const char *page_stray(hui_arena *arena, const hui_lint_page *page)
{
    const double slack = 2;
    const hui_rect in = {-slack, -slack, page->scene->width + 2 * slack, page->scene->height + 2 * slack};
    for (size_t i = 0; i < page->drawings.count; i++) {
        const hui_lint_drawing *drawing = &page->drawings.at[i];
        const hui_rect r = drawing->item->bounds;
        if (!isfinite(r.x) || !isfinite(r.y) || !isfinite(r.w) || !isfinite(r.h))
            return "a place is not a number";
        if (r.x >= in.x && r.y >= in.y && r.x + r.w <= in.x + in.w && r.y + r.h <= in.y + in.h)
            continue;
        bool is_beyond = drawing->item->kind != HUI_ITEM_PATH;
        const page_points points = is_beyond ? (page_points){0} : page_trace(arena, drawing);
        for (size_t k = 0; k < points.count; k++)
            is_beyond |= !page_has(in, points.at[k]);
        if (is_beyond)
            return hui_arena_printf(arena, "a drawing reaches from %.0f, %.0f to %.0f, %.0f", r.x, r.y, r.x + r.w,
                                    r.y + r.h);
    }
    return NULL;
}

static inline const char *page_report(hui_arena *arena, const hui_lint_line *line, const char *what)
{
    return hui_arena_printf(arena, "“%s” at %.0f, %.0f %s", hui_lint_quote(arena, line->line), line->box.x, line->box.y,
                            what);
}

/* A text with something drawn over it that is no border. */
static inline const char *page_covered(hui_arena *arena, const hui_lint_page *page)
{
    const double slack = 2;
    for (size_t i = 0; i < page->lines.count; i++) {
        const hui_lint_line *line = &page->lines.at[i];
        const hui_rect box = hui_rect_inset(line->box, slack);
        for (size_t k = page->drawings.count; k > 0 && page->drawings.at[k - 1].order > line->order; k--) {
            const hui_item *item = page->drawings.at[k - 1].item;
            const bool is_border = item->kind == HUI_ITEM_RECT && item->shape.fill.kind == HUI_PAINT_NONE;
            if (!is_border && !hui_rect_empty(hui_rect_intersect(item->bounds, box)))
                return page_report(arena, line, "is covered by a drawing");
        }
    }
    return NULL;
}

static inline bool page_is_filled(const hui_item *item)
{
    return (item->kind == HUI_ITEM_RECT && item->shape.fill.kind != HUI_PAINT_NONE) ||
           (item->kind == HUI_ITEM_PATH && item->outline.fill.kind != HUI_PAINT_NONE);
}

/* Whether something is between the drawing and the text. */
static inline bool page_is_hidden(const hui_lint_page *page, const hui_lint_drawing *drawing, const hui_lint_line *line)
{
    const hui_lint_drawing *const end = page->drawings.at + page->drawings.count;
    for (const hui_lint_drawing *d = drawing + 1; d < end && d->order < line->order; d++) {
        const hui_rect in = hui_rect_intersect(d->item->bounds, line->box);
        if (page_is_filled(d->item) && in.w >= line->box.w - 1 && in.h >= line->box.h - 1)
            return true;
    }
    return false;
}

/* A text that a drawn line runs through. */
static inline const char *page_crossed(hui_arena *arena, const hui_lint_page *page)
{
    const double slack = 4;
    for (size_t i = 0; i < page->drawings.count; i++) {
        const hui_lint_drawing *drawing = &page->drawings.at[i];
        const hui_item *item = drawing->item;
        if (item->kind != HUI_ITEM_PATH || item->outline.stroke.paint.kind == HUI_PAINT_NONE)
            continue;
        page_points points = {0};
        for (size_t k = 0; k < page->lines.count; k++) {
            const hui_lint_line *line = &page->lines.at[k];
            const hui_rect box = hui_rect_inset(line->box, slack);
            if (line->order < drawing->order || hui_rect_empty(hui_rect_intersect(box, item->bounds)))
                continue;
            if (!points.count)
                points = page_trace(arena, drawing);
            for (size_t n = 0; n < points.count; n++)
                if (page_has(box, points.at[n]) && !page_is_hidden(page, drawing, line))
                    return page_report(arena, line, "is crossed by a line");
        }
    }
    return NULL;
}

/* Whether the colour below changes from one spot to the next, of those from one end to the other. */
static inline bool page_has_edge(const hui_lint_ground *ground, size_t order, hui_point from, hui_point to)
{
    const double step = 2, most = 1.1, length = page_distance(from, to);
    hui_color before = {0};
    for (double at = 0; at <= length; at += step) {
        const hui_point spot = {from.x + (to.x - from.x) * at / length, from.y + (to.y - from.y) * at / length};
        hui_color color;
        if (!hui_lint_ground_at(ground, spot, order, &color))
            return false;
        if (at > 0 && hui_color_contrast(before, color) > most)
            return true;
        before = color;
    }
    return false;
}

/* Along its middle, and from top to bottom every so often. */
static inline bool page_is_struck(const hui_lint_ground *ground, size_t order, hui_rect box)
{
    const double end = 0.12, pitch = 24;
    const double top = box.y + box.h * end, bottom = box.y + box.h * (1 - end), middle = box.y + box.h / 2;
    bool is_struck = page_has_edge(ground, order, (hui_point){box.x, middle}, (hui_point){box.x + box.w, middle});
    for (double x = box.x; x <= box.x + box.w && !is_struck; x += pitch)
        is_struck = page_has_edge(ground, order, (hui_point){x, top}, (hui_point){x, bottom});
    return is_struck;
}

/* Whether an edge of anything below the text may run through it. */
static inline bool page_may_be_struck(const hui_lint_page *page, const hui_lint_line *line, hui_rect box)
{
    for (size_t i = 0; i < page->drawings.count && page->drawings.at[i].order < line->order; i++) {
        const hui_item *item = page->drawings.at[i].item;
        const hui_rect in = hui_rect_intersect(item->bounds, box);
        const bool is_whole = in.w >= box.w && in.h >= box.h;
        if (!hui_rect_empty(in) && (!is_whole || item->kind != HUI_ITEM_RECT))
            return true;
    }
    return false;
}

/* A text across the edge of what is drawn below it: half of it on another colour. */
static inline const char *page_struck(hui_arena *arena, const hui_lint_page *page)
{
    const double slack = 4;
    const hui_lint_ground *ground = hui_lint_ground_new(arena, page);
    for (size_t i = 0; i < page->lines.count; i++) {
        const hui_lint_line *line = &page->lines.at[i];
        const hui_rect box = hui_rect_inset(line->box, slack);
        if (!line->is_decoration && line->size > 0 && !hui_rect_empty(box) && page_may_be_struck(page, line, box) &&
            page_is_struck(ground, line->order, box))
            return page_report(arena, line, "stands across an edge");
    }
    return NULL;
}

#endif
