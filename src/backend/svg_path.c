/* Path data in SVG, as short as can be: on a grid, in relative steps, curves as simple as the grid lets them be. */
#include "backend/svg_writer.h"

#include <math.h>

void hui_svg_add_fixed(hui_buffer *out, int64_t value, int decimals)
{
    char digits[32], *end = digits + sizeof digits, *at = end;
    uint64_t rest = (uint64_t)(value < 0 ? -value : value);
    while (decimals > 0 && rest % 10 == 0)
        rest /= 10, decimals--;
    const bool pointed = decimals > 0;
    for (; decimals > 0; decimals--, rest /= 10)
        *--at = (char)('0' + rest % 10);
    if (pointed)
        *--at = '.';
    for (; rest || at == end; rest /= 10)
        *--at = (char)('0' + rest % 10);
    if (value < 0)
        *--at = '-';
    hui_buffer_add(out, at, (size_t)(end - at));
}

int64_t hui_svg_to_fixed(double value, int decimals)
{
    static const double units[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    return (int64_t)llround(value * units[decimals]);
}

/* Where a path's pen is, on the grid. */
typedef struct path_pen {
    hui_buffer *out;
    int decimals;
    char letter;   /* last written command, 0 if the next needs its letter */
    bool number;   /* a number stands last: a positive one needs a space before it */
    bool fraction; /* and it has a point, so that one that begins with a point needs none */
    int64_t x, y, start_x, start_y;
    int64_t control_x, control_y;     /* second control of the last cubic, or the pen's own place */
    int64_t quadratic_x, quadratic_y; /* control of the last quadratic, or the pen's own place */
} path_pen;

/* A cubic from the pen on, in units of the grid: its controls where they are, its end on the grid. */
typedef struct cubic {
    double x1, y1, x2, y2;
    int64_t x, y;
} cubic;

static void add_command(path_pen *pen, char letter)
{
    if (pen->letter == letter)
        return;
    hui_buffer_add_char(pen->out, letter);
    pen->letter = letter;
    pen->number = false;
}

static void add_step(path_pen *pen, int64_t step)
{
    static const int64_t units[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    const int64_t unit = units[pen->decimals];
    const bool begins_with_point = step > 0 && step < unit;
    if (pen->number && step >= 0 && !(begins_with_point && pen->fraction))
        hui_buffer_add_char(pen->out, ' ');
    hui_svg_add_fixed(pen->out, step, pen->decimals);
    pen->number = true;
    pen->fraction = step % unit != 0;
}

static void go_to(path_pen *pen, int64_t x, int64_t y)
{
    pen->x = pen->control_x = pen->quadratic_x = x;
    pen->y = pen->control_y = pen->quadratic_y = y;
}

/* A step of no length shows only where it is all there is, as a dot of round caps. */
static void add_line(path_pen *pen, int64_t x, int64_t y)
{
    if (x == pen->x && y == pen->y && pen->letter != 'm')
        return;
    add_command(pen, y == pen->y ? 'h' : x == pen->x ? 'v' : 'l');
    if (pen->letter != 'v')
        add_step(pen, x - pen->x);
    if (pen->letter != 'h')
        add_step(pen, y - pen->y);
    go_to(pen, x, y);
}

/* Whether a cubic of these controls stays within three quarters of a step of the grid of the wanted one: two with the same ends are
 * 3t(1-t)[(1-t)d1 + t d2] apart, d1 and d2 being what their controls are apart. */
static bool is_close(const cubic *wanted, double x1, double y1, double x2, double y2)
{
    static const double most = 0.75, of_even = 0.75, of_odd = 0.2887; /* maxima of 3t(1-t) and of 3t(1-t)(1-2t) */
    const double dx1 = wanted->x1 - x1, dy1 = wanted->y1 - y1, dx2 = wanted->x2 - x2, dy2 = wanted->y2 - y2;
    return of_even * hypot(dx1 + dx2, dy1 + dy2) / 2 + of_odd * hypot(dx1 - dx2, dy1 - dy2) / 2 <= most;
}

static bool is_line(const path_pen *pen, const cubic *c)
{
    const double dx = (double)(c->x - pen->x), dy = (double)(c->y - pen->y), length = dx * dx + dy * dy;
    if (length == 0)
        return is_close(c, (double)c->x, (double)c->y, (double)c->x, (double)c->y);
    /* the controls' nearest points on the line: it does not matter how fast a curve runs along it */
    const double px = (double)pen->x, py = (double)pen->y;
    const double t1 = fmin(fmax(((c->x1 - px) * dx + (c->y1 - py) * dy) / length, 0), 1);
    const double t2 = fmin(fmax(((c->x2 - px) * dx + (c->y2 - py) * dy) / length, 0), 1);
    return is_close(c, px + t1 * dx, py + t1 * dy, px + t2 * dx, py + t2 * dy);
}

static bool is_quadratic(const path_pen *pen, const cubic *c, int64_t x, int64_t y)
{
    const double qx = 2 * (double)x, qy = 2 * (double)y;
    return is_close(c, ((double)pen->x + qx) / 3, ((double)pen->y + qy) / 3, ((double)c->x + qx) / 3,
                    ((double)c->y + qy) / 3);
}

static void add_quadratic(path_pen *pen, const cubic *c, int64_t x, int64_t y, bool mirrored)
{
    add_command(pen, mirrored ? 't' : 'q');
    if (!mirrored) {
        add_step(pen, x - pen->x);
        add_step(pen, y - pen->y);
    }
    add_step(pen, c->x - pen->x);
    add_step(pen, c->y - pen->y);
    go_to(pen, c->x, c->y);
    pen->quadratic_x = x;
    pen->quadratic_y = y;
}

/* `s` leaves out a first control that mirrors the last curve's second (SVG 2, section 9.3.6). */
static void add_cubic(path_pen *pen, const cubic *c)
{
    const int64_t at[] = {llround(c->x1), llround(c->y1), llround(c->x2), llround(c->y2), c->x, c->y};
    const bool smooth = is_close(c, (double)(2 * pen->x - pen->control_x), (double)(2 * pen->y - pen->control_y),
                                 (double)at[2], (double)at[3]);
    add_command(pen, smooth ? 's' : 'c');
    for (int i = smooth ? 2 : 0; i < 6; i += 2) {
        add_step(pen, at[i] - pen->x);
        add_step(pen, at[i + 1] - pen->y);
    }
    go_to(pen, c->x, c->y);
    pen->control_x = at[2];
    pen->control_y = at[3];
}

/* The simplest that looks the same. */
static void add_curve(path_pen *pen, const cubic *c)
{
    const int64_t mirror_x = 2 * pen->x - pen->quadratic_x, mirror_y = 2 * pen->y - pen->quadratic_y;
    const int64_t x = llround((3 * (c->x1 + c->x2) - (double)(pen->x + c->x)) / 4);
    const int64_t y = llround((3 * (c->y1 + c->y2) - (double)(pen->y + c->y)) / 4);
    if (is_line(pen, c))
        add_line(pen, c->x, c->y);
    else if (is_quadratic(pen, c, mirror_x, mirror_y))
        add_quadratic(pen, c, mirror_x, mirror_y, true);
    else if (is_quadratic(pen, c, x, y))
        add_quadratic(pen, c, x, y, false);
    else
        add_cubic(pen, c);
}

void hui_svg_add_path_data(hui_buffer *out, const hui_path *path, const hui_svg_grid *grid)
{
    const hui_point *const start = grid->start;
    path_pen pen = {.out = out, .decimals = grid->decimals};
    const hui_point *point = path->points;
    const double unit = pow(10, grid->decimals);
    double x = 0, y = 0;
    if (start && path->point_count > 0) {
        x = round(start->x * unit) - point->x * unit;
        y = round(start->y * unit) - point->y * unit;
    }
    for (size_t i = 0; i < path->verb_count; i++) {
        const hui_path_verb verb = (hui_path_verb)path->verbs[i];
        double at[6] = {0};
        const int points = verb == HUI_PATH_CURVE ? 3 : verb == HUI_PATH_CLOSE ? 0 : 1;
        for (int k = 0; k < points; k++, point++) {
            at[2 * k] = x + point->x * unit;
            at[2 * k + 1] = y + point->y * unit;
        }
        const int64_t end_x = llround(at[points > 1 ? 4 : 0]), end_y = llround(at[points > 1 ? 5 : 1]);
        switch (verb) {
        case HUI_PATH_MOVE:
            pen.letter = 0;
            add_command(&pen, 'm');
            add_step(&pen, end_x - pen.x);
            add_step(&pen, end_y - pen.y);
            go_to(&pen, end_x, end_y);
            pen.start_x = pen.x;
            pen.start_y = pen.y;
            break;
        case HUI_PATH_LINE: {
            const bool closes = i + 1 < path->verb_count && path->verbs[i + 1] == HUI_PATH_CLOSE;
            if (!closes || end_x != pen.start_x || end_y != pen.start_y || pen.letter == 'm')
                add_line(&pen, end_x, end_y);
            break;
        }
        case HUI_PATH_CURVE:
            add_curve(&pen, &(cubic){at[0], at[1], at[2], at[3], end_x, end_y});
            break;
        case HUI_PATH_CLOSE:
            if (grid->filled)
                break;
            pen.letter = 0;
            add_command(&pen, 'z');
            go_to(&pen, pen.start_x, pen.start_y);
            break;
        }
    }
}
