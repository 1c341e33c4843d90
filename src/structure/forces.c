/* Force-directed placement: T. Fruchterman, E. Reingold, "Graph drawing by force-directed placement", Software: Practice and Experience 21
 * (1991) 1129-1164: points repel each other by k²/d, edges attract by d²/k, and moves are limited by a temperature that falls. Repulsion of
 * far points is that of their group: J. Barnes, P. Hut, "A hierarchical O(N log N) force-calculation algorithm", Nature 324 (1986) 446-449. */
#include "structure/forces.h"

#include "base/rng.h"

#include <math.h>

/* Groups that look smaller than this (their side by their distance) count as one point. */
static const double theta = 0.9;
static const double gravity = 0.06, first_temperature = 0.12, cooling = 0.985;
enum { ROUNDS = 300, DEEPEST = 32 };

/* A square of the quadtree, with the mass of what is in it and the middle of that. */
typedef struct quad {
    double x, y, mass;
    size_t child[4]; /* 0: none; the root is nobody's child */
    bool is_leaf;
} quad;

typedef struct space {
    quad *quads;
    size_t count, capacity;
    hui_rect square;
} space;

static size_t add_quad(space *s, hui_point p)
{
    s->quads[s->count] = (quad){p.x, p.y, 1, {0}, true};
    return s->count++;
}

static int quarter_of(hui_rect *r, double x, double y)
{
    const int quarter = (x >= r->x + r->w / 2) + 2 * (y >= r->y + r->h / 2);
    r->w /= 2;
    r->h /= 2;
    r->x += quarter & 1 ? r->w : 0;
    r->y += quarter & 2 ? r->h : 0;
    return quarter;
}

/* Points that are too near to be told apart share a leaf. */
static void insert(space *s, hui_point p)
{
    if (s->count == 0) {
        add_quad(s, p);
        return;
    }
    hui_rect r = s->square;
    size_t at = 0;
    for (int depth = 0; depth < DEEPEST; depth++) {
        quad *q = &s->quads[at];
        const quad old = *q;
        q->x = (q->x * q->mass + p.x) / (q->mass + 1);
        q->y = (q->y * q->mass + p.y) / (q->mass + 1);
        q->mass++;
        hui_rect inner = r;
        if (old.is_leaf && depth + 1 < DEEPEST && s->count + 2 < s->capacity) {
            q->is_leaf = false;
            const int quarter = quarter_of(&inner, old.x, old.y);
            const size_t moved = add_quad(s, (hui_point){old.x, old.y});
            s->quads[moved].mass = old.mass;
            q->child[quarter] = moved;
        } else if (old.is_leaf)
            return;
        const int quarter = quarter_of(&r, p.x, p.y);
        if (!q->child[quarter]) {
            q->child[quarter] = add_quad(s, p);
            return;
        }
        at = q->child[quarter];
    }
}

static void repel(const space *s, size_t at, double side, hui_point p, double k, hui_point *force)
{
    const quad *q = &s->quads[at];
    const double dx = p.x - q->x, dy = p.y - q->y, square = dx * dx + dy * dy;
    if (q->is_leaf || side * side < theta * theta * square) {
        const double push = square > 1e-12 ? k * k * q->mass / square : 0;
        force->x += dx * push;
        force->y += dy * push;
        return;
    }
    for (int i = 0; i < 4; i++)
        if (q->child[i])
            repel(s, q->child[i], side / 2, p, k, force);
}

static hui_rect square_around(const hui_point *points, size_t count)
{
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        left = fmin(left, points[i].x);
        right = fmax(right, points[i].x);
        top = fmin(top, points[i].y);
        bottom = fmax(bottom, points[i].y);
    }
    const double side = fmax(fmax(right - left, bottom - top), 1e-9) * 1.001;
    return (hui_rect){left, top, side, side};
}

static void attract(const hui_point *points, const hui_force_edge *edges, size_t count, double k, hui_point *forces)
{
    for (size_t e = 0; e < count; e++) {
        const size_t a = edges[e].from, b = edges[e].to;
        const double dx = points[b].x - points[a].x, dy = points[b].y - points[a].y, pull = hypot(dx, dy) / k;
        forces[a].x += dx * pull;
        forces[a].y += dy * pull;
        forces[b].x -= dx * pull;
        forces[b].y -= dy * pull;
    }
}

/* On a spiral, a little out of place, so that no two are at one place and no forces cancel out. */
static void start(hui_point *points, size_t count, unsigned seed)
{
    static const double golden = 2.39996322972865332; /* the golden angle, radians */
    hui_rng rng = hui_rng_seed(seed);
    for (size_t i = 0; i < count; i++) {
        const double r = 0.5 * sqrt(((double)i + 0.5) / (double)count), turn = golden * (double)i;
        points[i] = (hui_point){0.5 + r * cos(turn) + hui_rng_range(&rng, -0.01, 0.01),
                                0.5 + r * sin(turn) + hui_rng_range(&rng, -0.01, 0.01)};
    }
}

void hui_forces(hui_arena *arena, hui_point *points, size_t count, const hui_force_edge *edges, size_t edge_count,
                double side, unsigned seed)
{
    space s = {.capacity = count * 8 + 16};
    s.quads = HUI_NEW_ARRAY(arena, quad, s.capacity);
    hui_point *forces = HUI_NEW_ARRAY(arena, hui_point, count);
    const double k = sqrt(1 / fmax((double)count, 1));
    start(points, count, seed);
    double temperature = first_temperature;
    for (int round = 0; round < ROUNDS && count > 1; round++, temperature *= cooling) {
        s.count = 0;
        s.square = square_around(points, count);
        for (size_t i = 0; i < count; i++)
            insert(&s, points[i]);
        for (size_t i = 0; i < count; i++) {
            forces[i] = (hui_point){(0.5 - points[i].x) * gravity / k, (0.5 - points[i].y) * gravity / k};
            repel(&s, 0, s.square.w, points[i], k, &forces[i]);
        }
        attract(points, edges, edge_count, k, forces);
        for (size_t i = 0; i < count; i++) {
            const double length = fmax(hypot(forces[i].x, forces[i].y), 1e-12), step = fmin(length, temperature);
            points[i].x += forces[i].x / length * step;
            points[i].y += forces[i].y / length * step;
        }
    }
    const hui_rect square = square_around(points, count);
    for (size_t i = 0; i < count; i++)
        points[i] = (hui_point){(points[i].x - square.x) / square.w * side, (points[i].y - square.y) / square.h * side};
}
