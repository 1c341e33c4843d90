/* Long strokes: pieces of some hundred steps, each a step longer than needed, so that its joints are drawn. */
#include "backend/long_stroke.h"

#include <math.h>

enum { LONG = 1024, PIECE = 64 }; /* verbs */

bool hui_long_stroke_is(const hui_path *path, const hui_stroke *stroke)
{
    return path->verb_count > LONG && stroke->dash_count == 0;
}

/* A line or curve, from where the last one ended. */
typedef struct step {
    hui_point from, to[3];
    bool curved;
} step;

typedef struct pen {
    cairo_t *cr;
    hui_rect clip; /* widened by what a stroke may reach */
    hui_point at, start;
    step first;                /* of the subpath */
    size_t steps, piece_steps; /* of the subpath, of the piece */
    hui_rect box;              /* of the piece's points */
} pen;

static void widen(pen *p, hui_point to)
{
    const double right = fmax(p->box.x + p->box.w, to.x), bottom = fmax(p->box.y + p->box.h, to.y);
    p->box.x = fmin(p->box.x, to.x);
    p->box.y = fmin(p->box.y, to.y);
    p->box.w = right - p->box.x;
    p->box.h = bottom - p->box.y;
}

static void begin_piece(pen *p, hui_point at)
{
    cairo_move_to(p->cr, at.x, at.y);
    p->box = (hui_rect){at.x, at.y, 0, 0};
    p->piece_steps = 0;
}

static void end_piece(pen *p)
{
    const hui_rect b = p->box, c = p->clip;
    const bool seen = b.x <= c.x + c.w && c.x <= b.x + b.w && b.y <= c.y + c.h && c.y <= b.y + b.h;
    if (p->piece_steps && seen)
        cairo_stroke(p->cr);
    cairo_new_path(p->cr);
}

static void add_step(pen *p, const step *s)
{
    const hui_point *to = s->to;
    if (s->curved)
        cairo_curve_to(p->cr, to[0].x, to[0].y, to[1].x, to[1].y, to[2].x, to[2].y);
    else
        cairo_line_to(p->cr, to[2].x, to[2].y);
    for (int i = s->curved ? 0 : 2; i < 3; i++)
        widen(p, to[i]);
    p->piece_steps++;
}

static void go(pen *p, const step *s)
{
    add_step(p, s);
    if (p->steps++ == 0)
        p->first = *s;
    p->at = s->to[2];
    if (p->piece_steps < PIECE)
        return;
    end_piece(p);
    begin_piece(p, s->from);
    add_step(p, s);
}

/* A subpath that is still in one piece is closed; another ends with its first step again. */
static void close(pen *p)
{
    if (p->steps == p->piece_steps) {
        cairo_close_path(p->cr);
        p->piece_steps++;
    } else {
        go(p, &(step){.from = p->at, .to = {p->start, p->start, p->start}});
        add_step(p, &p->first);
    }
    end_piece(p);
    begin_piece(p, p->start);
    p->steps = 0;
}

void hui_long_stroke_paint(cairo_t *cr, const hui_path *path, double reach)
{
    double left, top, right, bottom;
    cairo_clip_extents(cr, &left, &top, &right, &bottom);
    pen p = {.cr = cr, .clip = {left - reach, top - reach, right - left + 2 * reach, bottom - top + 2 * reach}};
    const hui_point *to = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        switch ((hui_path_verb)path->verbs[i]) {
        case HUI_PATH_MOVE:
            end_piece(&p);
            p.at = p.start = *to++;
            p.steps = 0;
            begin_piece(&p, p.start);
            break;
        case HUI_PATH_LINE:
            go(&p, &(step){.from = p.at, .to = {*to, *to, *to}});
            to++;
            break;
        case HUI_PATH_CURVE:
            go(&p, &(step){.from = p.at, .to = {to[0], to[1], to[2]}, .curved = true});
            to += 3;
            break;
        case HUI_PATH_CLOSE:
            close(&p);
            p.at = p.start;
            break;
        }
    }
    end_piece(&p);
}
