/* Outlines on a grid: what rounds away is left out, and a curve becomes the simplest that looks the same. */
#include "backend/svg_contours.h"

#include "base/buffer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A contour being read. */
typedef struct tracer {
    double tolerance;
    hui_svg_segment *at;
    size_t count;
    int64_t start_x, start_y, x, y;
    double curve[8]; /* what the last segment was before it was rounded */
    bool has_curve;  /* it was a curve, and one alone */
    bool has_bend;   /* it is a line that a point beside was left out of */
    bool filled;
    hui_svg_take_contour *take;
    void *closure;
} tracer;

/* hypot() guards against numbers that no outline has, which takes its time. */
static double length_of(double x, double y)
{
    return sqrt(x * x + y * y);
}

static hui_svg_segment *add_segment(tracer *t, int points, int64_t x, int64_t y)
{
    hui_svg_segment *s = &t->at[t->count++];
    s->points = points;
    s->at[2 * points - 2] = t->x = x;
    s->at[2 * points - 1] = t->y = y;
    return s;
}

static const hui_svg_segment *find_last(const tracer *t)
{
    return t->count > 0 ? &t->at[t->count - 1] : NULL;
}

/* Whether the last segment may run on to (x, y): its end is no more than half a step beside the line there. Of two points in a
 * row one stays, or a slow bend would be lost bit by bit. */
static bool runs_on(const tracer *t, int64_t x, int64_t y)
{
    if (t->count == 0 || t->at[t->count - 1].points != 1 || t->has_bend)
        return false;
    const hui_svg_segment *before = t->count > 1 ? &t->at[t->count - 2] : NULL;
    const int64_t from_x = before ? before->at[2 * before->points - 2] : t->start_x;
    const int64_t from_y = before ? before->at[2 * before->points - 1] : t->start_y;
    const double dx = (double)(x - from_x), dy = (double)(y - from_y);
    const double px = (double)(t->x - from_x), py = (double)(t->y - from_y), along = px * dx + py * dy;
    return along >= 0 && along <= dx * dx + dy * dy && fabs(px * dy - py * dx) <= 0.5 * length_of(dx, dy);
}

/* A step of no length shows only where it is all there is, as a dot of round caps. */
static void add_line(tracer *t, int64_t x, int64_t y)
{
    if (x == t->x && y == t->y && t->count > 0)
        return;
    const bool is_bend = t->filled && runs_on(t, x, y);
    t->count -= is_bend;
    add_segment(t, 1, x, y);
    t->has_bend = is_bend;
}

/* What a cubic's points weigh at t. */
static void find_weights(double t, double weights[4])
{
    const double u = 1 - t;
    weights[0] = u * u * u;
    weights[1] = 3 * u * u * t;
    weights[2] = 3 * u * t * t;
    weights[3] = t * t * t;
}

/* Whether two cubics, of four points each, run side by side: at five places, no point of one is further beside the other
 * than what does not show. It does not matter that they run at different speeds, unless one is far ahead. */
static bool look_alike(const double *wanted, const double *other, double most)
{
    enum { PLACES = 5 };
    static const double ahead = 4;
    double apart[8], legs[6];
    for (int i = 0; i < 8; i++)
        apart[i] = other[i] - wanted[i];
    for (int i = 0; i < 6; i++)
        legs[i] = wanted[i + 2] - wanted[i];
    for (int place = 1; place <= PLACES; place++) {
        const double t = place / (PLACES + 1.0), u = 1 - t;
        double w[4];
        find_weights(t, w);
        const double x = w[0] * apart[0] + w[1] * apart[2] + w[2] * apart[4] + w[3] * apart[6];
        const double y = w[0] * apart[1] + w[1] * apart[3] + w[2] * apart[5] + w[3] * apart[7];
        const double along_x = u * u * legs[0] + 2 * u * t * legs[2] + t * t * legs[4];
        const double along_y = u * u * legs[1] + 2 * u * t * legs[3] + t * t * legs[5];
        const double beside = x * along_y - y * along_x, speed = along_x * along_x + along_y * along_y;
        const double far = x * x + y * y;
        if (far > most * most && (far > ahead * ahead * most * most || beside * beside > most * most * speed))
            return false;
    }
    return true;
}

/* The controls' nearest points on the line make a cubic that runs along it. */
static bool is_line(const tracer *t, const double *c)
{
    const double px = (double)t->x, py = (double)t->y, dx = round(c[6]) - px, dy = round(c[7]) - py;
    const double length = dx * dx + dy * dy;
    double line[8] = {px, py, px, py, px, py, px + dx, py + dy};
    for (int i = 2; i < 6 && length > 0; i += 2) {
        const double share = fmin(fmax(((c[i] - px) * dx + (c[i + 1] - py) * dy) / length, 0), 1);
        line[i] += share * dx;
        line[i + 1] += share * dy;
    }
    return look_alike(c, line, t->tolerance);
}

/* The point of the last segment's control that stands before its end, mirrored at the pen, if that segment has so many points, or
 * else the pen: where `t` and `s` take their first control from (SVG 2, sections 9.3.6 and 9.3.7). */
static void find_mirror(const tracer *t, int points, int64_t mirror[2])
{
    const hui_svg_segment *last = find_last(t);
    const bool is_same = last && last->points == points;
    mirror[0] = is_same ? 2 * t->x - last->at[2 * points - 4] : t->x;
    mirror[1] = is_same ? 2 * t->y - last->at[2 * points - 3] : t->y;
}

/* The quadratic curve of this control, if it looks the same. */
static bool add_quadratic(tracer *t, const double *c, int64_t x, int64_t y)
{
    const double qx = 2 * (double)x, qy = 2 * (double)y, px = (double)t->x, py = (double)t->y;
    const double raised[8] = {px, py, (px + qx) / 3, (py + qy) / 3, (c[6] + qx) / 3, (c[7] + qy) / 3, c[6], c[7]};
    if (!look_alike(c, raised, t->tolerance))
        return false;
    hui_svg_segment *s = add_segment(t, 2, llround(c[6]), llround(c[7]));
    s->at[0] = x;
    s->at[1] = y;
    return true;
}

/* Of the control where the curve's tangents at its ends meet, or of that which is nearest to both of its own. */
static bool add_nearest_quadratic(tracer *t, const double *c)
{
    const double ax = c[2] - c[0], ay = c[3] - c[1], bx = c[6] - c[4], by = c[7] - c[5];
    const double turn = ax * by - ay * bx;
    if (turn != 0) {
        const double share = ((c[6] - c[0]) * by - (c[7] - c[1]) * bx) / turn;
        if (share > 0 && share < 10 && add_quadratic(t, c, llround(c[0] + share * ax), llround(c[1] + share * ay)))
            return true;
    }
    return add_quadratic(t, c, llround((3 * (c[2] + c[4]) - c[0] - c[6]) / 4),
                         llround((3 * (c[3] + c[5]) - c[1] - c[7]) / 4));
}

static void add_cubic(tracer *t, const double *c)
{
    int64_t at[6];
    for (int i = 0; i < 6; i++)
        at[i] = llround(c[i + 2]);
    int64_t mirror[2];
    find_mirror(t, 3, mirror);
    const double smooth[8] = {(double)t->x,  (double)t->y,  (double)mirror[0], (double)mirror[1],
                              (double)at[2], (double)at[3], (double)at[4],     (double)at[5]};
    if (look_alike(c, smooth, t->tolerance))
        memcpy(at, mirror, sizeof mirror);
    memcpy(add_segment(t, 3, at[4], at[5])->at, at, sizeof at);
}

/* The simplest that looks the same. */
static void add_curve(tracer *t, const double *c)
{
    int64_t mirror[2];
    find_mirror(t, 2, mirror);
    if (is_line(t, c))
        add_line(t, llround(c[6]), llround(c[7]));
    else if (!add_quadratic(t, c, mirror[0], mirror[1]) && !add_nearest_quadratic(t, c))
        add_cubic(t, c);
}

/* One cubic in the place of two: the one that parts into both where the first ends. */
static bool join(const double *a, const double *b, double most, double joined[8])
{
    static const double least = 0.1; /* of the whole: what is shorter says little about the rest */
    const double before = length_of(a[6] - a[4], a[7] - a[5]), after = length_of(b[2] - b[0], b[3] - b[1]);
    const double share = before / (before + after), rest = 1 - share;
    if (!(share > least && rest > least))
        return false;
    double first[8], second[8];
    for (int k = 0; k < 2; k++) {
        const double p = a[k], q = p + (a[2 + k] - p) / share, s = b[6 + k], r = s + (b[4 + k] - s) / rest;
        joined[k] = first[k] = p;
        joined[2 + k] = q;
        joined[4 + k] = r;
        joined[6 + k] = second[6 + k] = s;
        /* de Casteljau's parts */
        const double middle = rest * q + share * r;
        first[2 + k] = rest * p + share * q;
        second[4 + k] = rest * r + share * s;
        first[4 + k] = rest * first[2 + k] + share * middle;
        second[2 + k] = rest * middle + share * second[4 + k];
        first[6 + k] = second[k] = rest * first[4 + k] + share * second[2 + k];
    }
    return look_alike(a, first, most) && look_alike(b, second, most);
}

/* A curve that goes on from another may be one with it. */
static void trace_curve(tracer *t, const double *c)
{
    double joined[8];
    if (t->has_curve && find_last(t)->points > 1 && join(t->curve, c, t->tolerance, joined)) {
        t->count--;
        t->x = llround(joined[0]);
        t->y = llround(joined[1]);
        add_curve(t, joined);
        t->has_curve = false;
        return;
    }
    const size_t before = t->count;
    add_curve(t, c);
    memcpy(t->curve, c, sizeof t->curve);
    t->has_curve = t->count > before;
}

const hui_svg_segment *hui_svg_contour_segment(const hui_svg_contour *contour, size_t index)
{
    const size_t at = contour->first + index;
    return &contour->ring[at < contour->ring_size ? at : at - contour->ring_size];
}

size_t hui_svg_count_figures(int64_t number)
{
    size_t figures = 1;
    for (int64_t most_of = 10, size = number < 0 ? -number : number; size >= most_of && figures < 18; most_of *= 10)
        figures++;
    return figures;
}

static void get_end(const hui_svg_segment *s, int64_t *x, int64_t *y)
{
    *x = s->at[2 * s->points - 2];
    *y = s->at[2 * s->points - 1];
}

/* The line that takes most to write; the count of segments if there is none. */
static size_t find_heaviest(const tracer *t)
{
    size_t heaviest = t->count, most_weight = 0;
    int64_t x = t->start_x, y = t->start_y;
    for (size_t i = 0; i < t->count; i++) {
        int64_t to_x, to_y;
        get_end(&t->at[i], &to_x, &to_y);
        const bool slants = to_x != x && to_y != y;
        const size_t weight = slants ? 1 + hui_svg_count_figures(to_x - x) + hui_svg_count_figures(to_y - y)
                                     : hui_svg_count_figures(to_x - x + to_y - y);
        if (t->at[i].points == 1 && weight >= most_weight) {
            most_weight = weight;
            heaviest = i;
        }
        x = to_x;
        y = to_y;
    }
    return heaviest;
}

/* What is only filled need not be closed, and starts where that leaves out the heaviest line. */
static void end_filled(tracer *t)
{
    if (t->x != t->start_x || t->y != t->start_y)
        add_segment(t, 1, t->start_x, t->start_y);
    hui_svg_contour contour = {t->start_x, t->start_y, t->at, t->count, 0, t->count, false};
    const size_t left_out = find_heaviest(t);
    if (left_out < t->count) {
        get_end(&t->at[left_out], &contour.x, &contour.y);
        contour.first = left_out + 1;
        contour.count--;
    }
    t->take(t->closure, &contour);
}

static void end_contour(tracer *t, bool closed)
{
    if (t->filled && t->count > 0) {
        end_filled(t);
    } else {
        const bool closes = closed && t->count > 1 && t->x == t->start_x && t->y == t->start_y;
        t->count -= closes && find_last(t)->points == 1;
        t->take(t->closure,
                &(hui_svg_contour){t->start_x, t->start_y, t->at, t->count, 0, t->count, closed && !t->filled});
    }
    t->count = 0;
    t->has_bend = t->has_curve = false;
}

/* Room for every verb's segment and a closing line. */
static hui_svg_segment *make_room(const hui_path *path)
{
    hui_svg_segment *room = malloc((path->verb_count + 1) * sizeof *room);
    if (!room)
        abort();
    return room;
}

void hui_svg_find_contours(const hui_path *path, double x, double y, double unit, double tolerance, bool filled,
                           hui_svg_take_contour *take, void *closure)
{
    tracer t = {.tolerance = tolerance, .at = make_room(path), .filled = filled, .take = take, .closure = closure};
    const hui_point *point = path->points;
    bool open = false;
    for (size_t i = 0; i < path->verb_count; i++) {
        const hui_path_verb verb = (hui_path_verb)path->verbs[i];
        double at[6] = {0};
        const int points = verb == HUI_PATH_CURVE ? 3 : verb == HUI_PATH_CLOSE ? 0 : 1;
        for (int k = 0; k < points; k++, point++) {
            at[2 * k] = x + point->x * unit;
            at[2 * k + 1] = y + point->y * unit;
        }
        const int64_t end_x = llround(at[points > 1 ? 4 : 0]), end_y = llround(at[points > 1 ? 5 : 1]);
        if (open && (verb == HUI_PATH_MOVE || verb == HUI_PATH_CLOSE))
            end_contour(&t, verb == HUI_PATH_CLOSE);
        open = verb != HUI_PATH_CLOSE;
        switch (verb) {
        case HUI_PATH_MOVE:
            t.start_x = t.x = end_x;
            t.has_curve = false;
            t.start_y = t.y = end_y;
            break;
        case HUI_PATH_LINE:
            add_line(&t, end_x, end_y);
            t.has_curve = false;
            break;
        case HUI_PATH_CURVE:
            trace_curve(&t, (double[8]){x + point[-4].x * unit, y + point[-4].y * unit, at[0], at[1], at[2], at[3],
                                        at[4], at[5]});
            break;
        case HUI_PATH_CLOSE:
            t.x = t.start_x;
            t.y = t.start_y;
            break;
        }
    }
    if (open)
        end_contour(&t, false);
    free(t.at);
}
