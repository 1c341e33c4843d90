/* Hand: each corner is moved once, each line becomes a smooth curve through points beside it. */
#include "base/hand.h"

#include "base/rng.h"

#include <math.h>

/* Shares of a piece's length, px at most, and how far apart a long line wavers. */
static const double stray_share = 0.014, wave = 130;
enum { MOST_WAVES = 64 };

typedef struct hand {
    hui_path made;
    hui_rng rng;
    double strength;
    hui_point pen, drawn;      /* where the path is, and where the hand is */
    hui_point start, at_start; /* the same of where the outline began */
} hand;

static double stray_of(const hand *h, double length)
{
    return h->strength * fmin(length * stray_share, HUI_HAND_STRAY);
}

static hui_point strayed(hand *h, hui_point to, double by)
{
    const double dx = hui_rng_range(&h->rng, -by, by), dy = hui_rng_range(&h->rng, -by, by);
    return (hui_point){to.x + dx, to.y + dy};
}

static double distance(hui_point a, hui_point b)
{
    return hypot(b.x - a.x, b.y - a.y);
}

/* A smooth curve through the points (Catmull-Rom), the first of which is where the path is. */
static void smooth_through(hui_path *path, const hui_point *at, int last)
{
    for (int i = 0; i < last; i++) {
        const hui_point a = at[i], b = at[i + 1], before = at[i > 0 ? i - 1 : i],
                        after = at[i + 2 <= last ? i + 2 : last];
        hui_path_curve(path, a.x + (b.x - before.x) / 6, a.y + (b.y - before.y) / 6, b.x - (after.x - a.x) / 6,
                       b.y - (after.y - a.y) / 6, b.x, b.y);
    }
}

/* One curve, whose ends are drawn towards different sides or the same. */
static void bow(hand *h, hui_point from, hui_point end, hui_point across, double by)
{
    const double first = hui_rng_range(&h->rng, -by, by), second = hui_rng_range(&h->rng, -by, by);
    const hui_point third = {(end.x - from.x) / 3, (end.y - from.y) / 3};
    hui_path_curve(&h->made, from.x + third.x + across.x * first, from.y + third.y + across.y * first,
                   end.x - third.x + across.x * second, end.y - third.y + across.y * second, end.x, end.y);
}

/* From where the hand is to `end`, through points beside the straight line. */
static void waver(hand *h, hui_point end, double length)
{
    const int pieces = (int)fmin(ceil(length / wave), MOST_WAVES);
    const hui_point from = h->drawn, across = {(end.y - from.y) / length, (from.x - end.x) / length};
    if (pieces == 1) {
        bow(h, from, end, across, stray_of(h, length));
        return;
    }
    hui_point at[MOST_WAVES + 1];
    at[0] = from;
    for (int i = 1; i < pieces; i++) {
        const double t = (double)i / pieces, aside = hui_rng_range(&h->rng, -1, 1) * stray_of(h, length);
        at[i] = (hui_point){from.x + (end.x - from.x) * t + across.x * aside,
                            from.y + (end.y - from.y) * t + across.y * aside};
    }
    at[pieces] = end;
    smooth_through(&h->made, at, pieces);
}

/* An outline ends where it began, there too. */
static hui_point end_of(hand *h, hui_point to)
{
    const double near = 1e-6;
    return distance(to, h->start) < near ? h->at_start : strayed(h, to, stray_of(h, distance(h->pen, to)));
}

static void draw_to(hand *h, hui_point to, hui_point end)
{
    h->pen = to;
    h->drawn = end;
}

static const double least_wavering = 24; /* px: a shorter line stays straight */

static void line_to(hand *h, hui_point to)
{
    const hui_point end = end_of(h, to);
    const double length = distance(h->drawn, end);
    if (length >= least_wavering)
        waver(h, end, length);
    else if (length > 0)
        hui_path_line(&h->made, end.x, end.y);
    draw_to(h, to, end);
}

/* The controls go along with the ends, or the curve would have kinks there. */
static void curve_to(hand *h, const hui_point to[3])
{
    const hui_point end = end_of(h, to[2]);
    hui_path_curve(&h->made, to[0].x + h->drawn.x - h->pen.x, to[0].y + h->drawn.y - h->pen.y,
                   to[1].x + end.x - to[2].x, to[1].y + end.y - to[2].y, end.x, end.y);
    draw_to(h, to[2], end);
}

/* How far its beginning strays depends on what follows, as if it were the end of that. */
static void move_to(hand *h, hui_point to, hui_point next)
{
    const hui_point at = strayed(h, to, stray_of(h, distance(to, next)));
    hui_path_move(&h->made, at.x, at.y);
    h->start = to;
    h->at_start = at;
    draw_to(h, to, at);
}

static void close(hand *h)
{
    if (distance(h->pen, h->start) >= least_wavering)
        line_to(h, h->start);
    hui_path_close(&h->made);
    draw_to(h, h->start, h->at_start);
}

/* A tenth of a px is seen by nobody, and more digits would fill the files. */
static void round_points(hui_path *path)
{
    for (size_t i = 0; i < path->point_count; i++)
        path->points[i] = (hui_point){round(path->points[i].x * 10) / 10, round(path->points[i].y * 10) / 10};
}

hui_path hui_hand_path(hui_arena *arena, const hui_path *path, double strength, uint64_t seed)
{
    hand h = {.made = hui_path_new(arena), .rng = hui_rng_seed(seed), .strength = strength};
    const hui_point *at = path->points, *const end = path->points + path->point_count;
    for (size_t i = 0; i < path->verb_count; i++)
        switch ((hui_path_verb)path->verbs[i]) {
        case HUI_PATH_MOVE:
            move_to(&h, *at, at + 1 < end ? at[1] : *at);
            at++;
            break;
        case HUI_PATH_LINE:
            line_to(&h, *at++);
            break;
        case HUI_PATH_CURVE:
            curve_to(&h, at);
            at += 3;
            break;
        case HUI_PATH_CLOSE:
            close(&h);
            break;
        }
    round_points(&h.made);
    return h.made;
}
