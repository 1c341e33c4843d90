/* Pen: paths under construction. Only their extent is kept, and how thin the bars are that they fill. */
#include "preflight/interpreter.h"

#include <math.h>
#include <string.h>

static hui_point operand_point(const hui_interpreter *in, const hui_statement *s, size_t from_end)
{
    return hui_matrix_apply(in->now.ctm, (hui_point){hui_operand(s, from_end + 1), hui_operand(s, from_end)});
}

static void extend(hui_rect *rect, bool *has, hui_point p)
{
    if (!*has) {
        *rect = (hui_rect){p.x, p.y, 0, 0};
        *has = true;
        return;
    }
    const double right = fmax(rect->x + rect->w, p.x), top = fmax(rect->y + rect->h, p.y);
    rect->x = fmin(rect->x, p.x);
    rect->y = fmin(rect->y, p.y);
    rect->w = right - rect->x;
    rect->h = top - rect->y;
}

/* A side that the segment lies on is touched along its length; one that it moves outwards was not the last. The longest
 * counts: a bar has one edge, a row of windows has many. */
static void touch(hui_pen *pen, int side, double beyond, bool lies_on, double length)
{
    static const double slack = 0.3;
    if (beyond > slack)
        pen->contact[side] = 0;
    if (lies_on)
        pen->contact[side] = fmax(pen->contact[side], length);
}

/* Before the bounds grow by the segment's end. */
static void touch_sides(hui_pen *pen, hui_point from, hui_point to)
{
    static const double slack = 0.3;
    const hui_rect box = pen->bounds;
    const double right = box.x + box.w, top = box.y + box.h, dx = fabs(to.x - from.x), dy = fabs(to.y - from.y);
    touch(pen, 0, box.x - to.x, dx < slack && fmax(from.x, to.x) < fmin(box.x, to.x) + slack, dy);
    touch(pen, 1, to.x - right, dx < slack && fmin(from.x, to.x) > fmax(right, to.x) - slack, dy);
    touch(pen, 2, to.y - top, dy < slack && fmin(from.y, to.y) > fmax(top, to.y) - slack, dx);
    touch(pen, 3, box.y - to.y, dy < slack && fmax(from.y, to.y) < fmin(box.y, to.y) + slack, dx);
}

static void reach(hui_interpreter *in, hui_point p)
{
    hui_pen *pen = &in->pen;
    if (!isfinite(p.x + p.y))
        return;
    if (pen->has_bounds)
        touch_sides(pen, pen->has_bar ? pen->current : p, p);
    extend(&pen->bounds, &pen->has_bounds, p);
    extend(&pen->bar, &pen->has_bar, p);
    pen->current = p;
    pen->has_path = true;
}

/* A part whose box is much longer than wide is a line, however it was drawn. */
static void end_bar(hui_pen *pen)
{
    static const double longer = 8;
    const double thin = fmin(pen->bar.w, pen->bar.h), wide = fmax(pen->bar.w, pen->bar.h);
    if (pen->has_bar && thin > 0 && wide > longer * thin && (pen->thinnest < 0 || thin < pen->thinnest))
        pen->thinnest = thin;
    pen->has_bar = false;
}

void hui_pen_move(hui_interpreter *in, const hui_statement *s)
{
    end_bar(&in->pen);
    in->pen.current = in->pen.start = operand_point(in, s, 0);
    in->pen.has_path = true;
}

static void from_current(hui_interpreter *in)
{
    if (!in->pen.has_bar)
        reach(in, in->pen.current);
}

void hui_pen_line(hui_interpreter *in, const hui_statement *s)
{
    from_current(in);
    reach(in, operand_point(in, s, 0));
}

/* Near enough at eight points. `v` and `y` have one control point less (section 8.5.2.2). */
void hui_pen_curve(hui_interpreter *in, const hui_statement *s)
{
    enum { STEPS = 8 };
    const hui_point from = in->pen.current, to = operand_point(in, s, 0);
    const bool is_v = hui_token_is(s->word, "v"), is_y = hui_token_is(s->word, "y");
    const hui_point a = is_v ? from : operand_point(in, s, is_y ? 2 : 4), b = is_y ? to : operand_point(in, s, 2);
    from_current(in);
    for (int i = 1; i <= STEPS; i++) {
        const double t = (double)i / STEPS, u = 1 - t;
        reach(in, (hui_point){u * u * u * from.x + 3 * u * u * t * a.x + 3 * u * t * t * b.x + t * t * t * to.x,
                              u * u * u * from.y + 3 * u * u * t * a.y + 3 * u * t * t * b.y + t * t * t * to.y});
    }
}

void hui_pen_rect(hui_interpreter *in, const hui_statement *s)
{
    const double x = hui_operand(s, 3), y = hui_operand(s, 2), w = hui_operand(s, 1), h = hui_operand(s, 0);
    const hui_point corners[] = {{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}, {x, y}};
    end_bar(&in->pen);
    for (int i = 0; i < 5; i++)
        reach(in, hui_matrix_apply(in->now.ctm, corners[i]));
    in->pen.start = in->pen.current;
    end_bar(&in->pen);
}

void hui_pen_close(hui_interpreter *in)
{
    if (in->pen.has_bar)
        reach(in, in->pen.start);
    end_bar(&in->pen);
    in->pen.current = in->pen.start;
}

/* Of a line that is drawn, the narrowest way across: the lesser singular value of the matrix. */
static double stroke_width(const hui_graphics *now)
{
    const hui_matrix m = now->ctm;
    const double sum = m.xx * m.xx + m.yx * m.yx + m.xy * m.xy + m.yy * m.yy, det = fabs(m.xx * m.yy - m.xy * m.yx);
    const double root = sqrt(fmax(0, sum * sum - 4 * det * det));
    return now->line_width * sqrt(fmax(0, (sum - root) / 2));
}

static void clip_to_path(hui_interpreter *in, const hui_pen *path)
{
    const hui_rect old = in->now.clip;
    hui_clip_to(&in->now, path->has_bounds ? path->bounds : (hui_rect){old.x, old.y, 0, 0}, path->contact);
}

static void paint_patterns(hui_interpreter *in, const bool paints[2])
{
    for (int side = 0; side < 2; side++)
        if (paints[side] && in->now.tints[side].pattern)
            hui_paint_pattern(in, in->now.tints[side].pattern);
}

void hui_pen_paint(hui_interpreter *in, bool fills, bool strokes)
{
    hui_pen *pen = &in->pen;
    if (fills || pen->clips)
        hui_pen_close(in);
    end_bar(pen);
    const hui_pen path = *pen;
    *pen = (hui_pen){.thinnest = -1};
    if (path.has_bounds && (fills || strokes)) {
        hui_mark mark = {.kind = HUI_MARK_PATH, .box = path.bounds, .paints = {fills, strokes}, .thinnest = -1};
        memcpy(mark.contact, path.contact, sizeof mark.contact);
        if (fills)
            mark.thinnest = path.thinnest;
        if (strokes) {
            const double width = stroke_width(&in->now);
            mark.box = (hui_rect){path.bounds.x - width / 2, path.bounds.y - width / 2, path.bounds.w + width,
                                  path.bounds.h + width};
            mark.thinnest = width;
            for (int side = 0; side < 4 && !in->now.has_round_caps; side++)
                mark.contact[side] = fmax(mark.contact[side], width);
        }
        hui_interpreter_mark(in, mark);
        paint_patterns(in, mark.paints);
    }
    if (path.clips)
        clip_to_path(in, &path);
}
