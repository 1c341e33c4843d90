/* Outlines: building them from lines, curves, arcs and the shapes made of those. */
#include "base/path.h"

#include "base/vec.h"

#include <assert.h>
#include <math.h>

/* The control points' distance for a quarter circle that passes through its middle: 4/3 (sqrt 2 - 1). */
#define QUARTER 0.5522847498307936

static const unsigned char points_of_verb[] = {
    [HUI_PATH_MOVE] = 1, [HUI_PATH_LINE] = 1, [HUI_PATH_CURVE] = 3, [HUI_PATH_CLOSE] = 0};

hui_path hui_path_new(hui_arena *arena)
{
    return (hui_path){.arena = arena};
}

/* Appends the verb and returns where its points go. */
static hui_point *add_verb(hui_path *path, hui_path_verb verb)
{
    size_t points = points_of_verb[verb];
    if (path->verb_count == path->verb_capacity)
        path->verbs = hui_vec_grow(path->arena, path->verbs, 1, path->verb_count, &path->verb_capacity);
    if (path->point_capacity - path->point_count < points)
        path->points = hui_vec_grow(path->arena, path->points, sizeof *path->points, path->point_count,
                                    &path->point_capacity);
    path->verbs[path->verb_count++] = (unsigned char)verb;
    path->point_count += points;
    return path->points + path->point_count - points;
}

static bool is_open(const hui_path *path)
{
    return path->verb_count && path->verbs[path->verb_count - 1] != HUI_PATH_CLOSE;
}

void hui_path_move(hui_path *path, double x, double y)
{
    *add_verb(path, HUI_PATH_MOVE) = (hui_point){x, y};
}

void hui_path_line(hui_path *path, double x, double y)
{
    assert(is_open(path));
    *add_verb(path, HUI_PATH_LINE) = (hui_point){x, y};
}

void hui_path_curve(hui_path *path, double x1, double y1, double x2, double y2, double x, double y)
{
    assert(is_open(path));
    hui_point *at = add_verb(path, HUI_PATH_CURVE);
    at[0] = (hui_point){x1, y1};
    at[1] = (hui_point){x2, y2};
    at[2] = (hui_point){x, y};
}

void hui_path_quad(hui_path *path, double x1, double y1, double x, double y)
{
    assert(is_open(path));
    hui_point from = path->points[path->point_count - 1];
    hui_path_curve(path, from.x + (x1 - from.x) * 2 / 3, from.y + (y1 - from.y) * 2 / 3, x + (x1 - x) * 2 / 3,
                   y + (y1 - y) * 2 / 3, x, y);
}

void hui_path_close(hui_path *path)
{
    if (is_open(path))
        add_verb(path, HUI_PATH_CLOSE);
}

static void line_or_move(hui_path *path, double x, double y)
{
    if (is_open(path))
        hui_path_line(path, x, y);
    else
        hui_path_move(path, x, y);
}

void hui_path_rect(hui_path *path, hui_rect r)
{
    hui_path_move(path, r.x, r.y);
    hui_path_line(path, r.x + r.w, r.y);
    hui_path_line(path, r.x + r.w, r.y + r.h);
    hui_path_line(path, r.x, r.y + r.h);
    hui_path_close(path);
}

/* A quarter circle from the path's point to (x, y), around the corner at (cx, cy). */
static void corner(hui_path *path, double x0, double y0, double cx, double cy, double x, double y)
{
    if (x0 == x && y0 == y)
        return;
    hui_path_curve(path, x0 + (cx - x0) * QUARTER, y0 + (cy - y0) * QUARTER, x + (cx - x) * QUARTER,
                   y + (cy - y) * QUARTER, x, y);
}

bool hui_radii_round(const double radii[4])
{
    return radii[0] > 0 || radii[1] > 0 || radii[2] > 0 || radii[3] > 0;
}

void hui_path_round_rect(hui_path *path, hui_rect rect, const double radii[4])
{
    double most = fmin(rect.w, rect.h) / 2, r[4];
    for (int i = 0; i < 4; i++)
        r[i] = fmax(0, fmin(radii[i], most));
    double left = rect.x, top = rect.y, right = rect.x + rect.w, bottom = rect.y + rect.h;
    hui_path_move(path, left + r[0], top);
    hui_path_line(path, right - r[1], top);
    corner(path, right - r[1], top, right, top, right, top + r[1]);
    hui_path_line(path, right, bottom - r[2]);
    corner(path, right, bottom - r[2], right, bottom, right - r[2], bottom);
    hui_path_line(path, left + r[3], bottom);
    corner(path, left + r[3], bottom, left, bottom, left, bottom - r[3]);
    hui_path_line(path, left, top + r[0]);
    corner(path, left, top + r[0], left, top, left + r[0], top);
    hui_path_close(path);
}

void hui_path_circle(hui_path *path, double cx, double cy, double r)
{
    hui_path_move(path, cx + r, cy);
    corner(path, cx + r, cy, cx + r, cy + r, cx, cy + r);
    corner(path, cx, cy + r, cx - r, cy + r, cx - r, cy);
    corner(path, cx - r, cy, cx - r, cy - r, cx, cy - r);
    corner(path, cx, cy - r, cx + r, cy - r, cx + r, cy);
    hui_path_close(path);
}

void hui_path_arc(hui_path *path, double cx, double cy, double r, double from, double to)
{
    double start = from * HUI_PI / 180, sweep = (to - from) * HUI_PI / 180;
    line_or_move(path, cx + r * cos(start), cy + r * sin(start));
    int pieces = (int)ceil(fabs(sweep) / (HUI_PI / 2) - 1e-9);
    for (int i = 0; i < pieces; i++) {
        double a = start + sweep * i / pieces, b = start + sweep * (i + 1) / pieces;
        double k = r * 4 / 3 * tan((b - a) / 4); /* distance of the controls from the ends */
        double ca = cos(a), sa = sin(a), cb = cos(b), sb = sin(b);
        hui_path_curve(path, cx + r * ca - k * sa, cy + r * sa + k * ca, cx + r * cb + k * sb, cy + r * sb - k * cb,
                       cx + r * cb, cy + r * sb);
    }
}

void hui_path_polygon(hui_path *path, const hui_point *points, size_t count)
{
    if (!count)
        return;
    hui_path_move(path, points[0].x, points[0].y);
    for (size_t i = 1; i < count; i++)
        hui_path_line(path, points[i].x, points[i].y);
    hui_path_close(path);
}

void hui_path_smooth(hui_path *path, const hui_point *p, size_t count)
{
    if (!count)
        return;
    line_or_move(path, p[0].x, p[0].y);
    for (size_t i = 1; i < count; i++) {
        hui_point before = p[i > 1 ? i - 2 : 0], after = p[i + 1 < count ? i + 1 : i];
        hui_path_curve(path, p[i - 1].x + (p[i].x - before.x) / 6, p[i - 1].y + (p[i].y - before.y) / 6,
                       p[i].x - (after.x - p[i - 1].x) / 6, p[i].y - (after.y - p[i - 1].y) / 6, p[i].x, p[i].y);
    }
}

void hui_path_add(hui_path *path, const hui_path *other, hui_matrix m)
{
    const hui_point *from = other->points;
    for (size_t i = 0; i < other->verb_count; i++) {
        hui_path_verb verb = other->verbs[i];
        hui_point *to = add_verb(path, verb);
        for (size_t k = 0; k < points_of_verb[verb]; k++)
            to[k] = hui_matrix_apply(m, *from++);
    }
}

void hui_path_transform(hui_path *path, size_t first, hui_matrix m)
{
    for (size_t i = first; i < path->point_count; i++)
        path->points[i] = hui_matrix_apply(m, path->points[i]);
}

hui_rect hui_path_bounds(const hui_path *path)
{
    if (!path->point_count)
        return (hui_rect){0};
    double left = path->points[0].x, right = left, top = path->points[0].y, bottom = top;
    for (size_t i = 1; i < path->point_count; i++) {
        left = fmin(left, path->points[i].x);
        right = fmax(right, path->points[i].x);
        top = fmin(top, path->points[i].y);
        bottom = fmax(bottom, path->points[i].y);
    }
    return (hui_rect){left, top, right - left, bottom - top};
}
