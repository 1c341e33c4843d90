/* Path data: reading what SVG's `d` attribute holds (SVG 2, section 9.3). */
#include "base/number.h"
#include "base/path.h"

#include <math.h>
#include <string.h>

typedef struct reader {
    const char *at;
    hui_path *path;
    hui_point now, start; /* current point, and the subpath's first */
    hui_point control;    /* the last curve's second control, for S and T to mirror */
    char last;            /* the last command, in upper case; 0 before the first */
} reader;

static void skip_space(reader *r)
{
    while (*r->at && strchr(" \t\n\f\r", *r->at))
        r->at++;
}

static void skip_separator(reader *r)
{
    skip_space(r);
    if (*r->at == ',') {
        r->at++;
        skip_space(r);
    }
}

static bool read_number(reader *r, double *number)
{
    skip_separator(r);
    const char *end = hui_number_read(r->at, number);
    if (end)
        r->at = end;
    return end && isfinite(*number) && fabs(*number) < 1e9;
}

/* Flags are one digit and need no separator: "a1 1 0 00 2 2". */
static bool read_flag(reader *r, bool *flag)
{
    skip_separator(r);
    *flag = *r->at == '1';
    return (*r->at == '0' || *r->at == '1') && r->at++;
}

static bool read_point(reader *r, bool relative, hui_point *point)
{
    hui_point from = relative ? r->now : (hui_point){0, 0}; /* `point` may be r->now itself */
    if (!read_number(r, &point->x) || !read_number(r, &point->y))
        return false;
    point->x += from.x;
    point->y += from.y;
    return true;
}

static double angle_between(double ux, double uy, double vx, double vy)
{
    return atan2(ux * vy - uy * vx, ux * vx + uy * vy);
}

/* From end points to centre, as SVG 2, appendix B.2.4, has it; then as cubics of a quarter turn at most. */
static void add_arc(reader *r, double rx, double ry, double degrees, bool large, bool clockwise, hui_point to)
{
    double c = cos(degrees * HUI_PI / 180), s = sin(degrees * HUI_PI / 180);
    double dx = (r->now.x - to.x) / 2, dy = (r->now.y - to.y) / 2;
    double x = c * dx + s * dy, y = c * dy - s * dx;
    double excess = x * x / (rx * rx) + y * y / (ry * ry);
    if (excess > 1) {
        rx *= sqrt(excess);
        ry *= sqrt(excess);
    }
    double den = rx * rx * y * y + ry * ry * x * x;
    double k = sqrt(fmax(0, (rx * rx * ry * ry - den) / den)) * (large == clockwise ? -1 : 1);
    double cx = k * rx * y / ry, cy = -k * ry * x / rx;
    double from = atan2((y - cy) / ry, (x - cx) / rx);
    double sweep = angle_between((x - cx) / rx, (y - cy) / ry, (-x - cx) / rx, (-y - cy) / ry);
    if (clockwise && sweep < 0)
        sweep += 2 * HUI_PI;
    if (!clockwise && sweep > 0)
        sweep -= 2 * HUI_PI;
    hui_matrix m = {c * rx, s * rx, -s * ry, c * ry, 0, 0}; /* the unit circle's to the ellipse's */
    m.x0 = c * cx - s * cy + (r->now.x + to.x) / 2;
    m.y0 = s * cx + c * cy + (r->now.y + to.y) / 2;
    int pieces = (int)fmax(1, ceil(fabs(sweep) / (HUI_PI / 2) - 1e-9));
    for (int i = 0; i < pieces; i++) {
        double a = from + sweep * i / pieces, b = from + sweep * (i + 1) / pieces, t = 4.0 / 3 * tan((b - a) / 4);
        hui_point p1 = hui_matrix_apply(m, (hui_point){cos(a) - t * sin(a), sin(a) + t * cos(a)});
        hui_point p2 = hui_matrix_apply(m, (hui_point){cos(b) + t * sin(b), sin(b) - t * cos(b)});
        hui_point p = i + 1 == pieces ? to : hui_matrix_apply(m, (hui_point){cos(b), sin(b)});
        hui_path_curve(r->path, p1.x, p1.y, p2.x, p2.y, p.x, p.y);
    }
}

static bool read_arc(reader *r, bool relative)
{
    double rx, ry, degrees;
    bool large, clockwise;
    hui_point to;
    if (!read_number(r, &rx) || !read_number(r, &ry) || !read_number(r, &degrees) || !read_flag(r, &large) ||
        !read_flag(r, &clockwise) || !read_point(r, relative, &to))
        return false;
    if (rx == 0 || ry == 0)
        hui_path_line(r->path, to.x, to.y);
    else if (to.x != r->now.x || to.y != r->now.y)
        add_arc(r, fabs(rx), fabs(ry), degrees, large, clockwise, to);
    r->now = to;
    return true;
}

static bool read_line(reader *r, char command, bool relative)
{
    hui_point to = r->now;
    double number;
    if (command == 'L') {
        if (!read_point(r, relative, &to))
            return false;
    } else {
        if (!read_number(r, &number))
            return false;
        if (command == 'H')
            to.x = relative ? to.x + number : number;
        else
            to.y = relative ? to.y + number : number;
    }
    hui_path_line(r->path, to.x, to.y);
    r->now = to;
    return true;
}

/* C S Q T: a shorthand's first control mirrors the last control of a curve of the same degree. */
static bool read_curve(reader *r, char command, bool relative)
{
    bool cubic = command == 'C' || command == 'S';
    bool follows = cubic ? r->last == 'C' || r->last == 'S' : r->last == 'Q' || r->last == 'T';
    hui_point mirror = follows ? (hui_point){2 * r->now.x - r->control.x, 2 * r->now.y - r->control.y} : r->now;
    hui_point p1 = mirror, p2 = mirror, to;
    if ((command == 'C' || command == 'Q') && !read_point(r, relative, &p1))
        return false;
    if (cubic && !read_point(r, relative, &p2))
        return false;
    if (!read_point(r, relative, &to))
        return false;
    if (cubic)
        hui_path_curve(r->path, p1.x, p1.y, p2.x, p2.y, to.x, to.y);
    else
        hui_path_quad(r->path, p1.x, p1.y, to.x, to.y);
    r->control = cubic ? p2 : p1;
    r->now = to;
    return true;
}

static bool read_segment(reader *r, char command, bool relative)
{
    if (command != 'M' && r->last == 'Z') /* drawing on after a Z begins where the closed subpath began */
        hui_path_move(r->path, r->now.x, r->now.y);
    switch (command) {
    case 'M':
        if (!read_point(r, relative, &r->now))
            return false;
        r->start = r->now;
        hui_path_move(r->path, r->now.x, r->now.y);
        return true;
    case 'A':
        return read_arc(r, relative);
    case 'L':
    case 'H':
    case 'V':
        return read_line(r, command, relative);
    default:
        return read_curve(r, command, relative);
    }
}

static bool more_numbers(reader *r)
{
    skip_separator(r);
    return *r->at && strchr("0123456789+-.", *r->at);
}

bool hui_path_svg(hui_path *path, const char *d)
{
    reader r = {.at = d, .path = path};
    for (skip_space(&r); *r.at; skip_space(&r)) {
        if (!strchr("MmLlHhVvCcSsQqTtAaZz", *r.at))
            return false;
        bool relative = *r.at >= 'a';
        char command = (char)(relative ? *r.at - 'a' + 'A' : *r.at);
        if (!r.last && command != 'M')
            return false;
        r.at++;
        if (command == 'Z') {
            hui_path_close(path);
            r.now = r.start;
            r.last = 'Z';
            continue;
        }
        do {
            if (!read_segment(&r, command, relative))
                return false;
            r.last = command;
            if (command == 'M') /* further pairs after a move are lines */
                command = 'L';
        } while (more_numbers(&r));
    }
    return true;
}
