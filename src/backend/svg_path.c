/* Path data in SVG, as short as can be: each step absolute or relative, and no letter or space that goes without saying. */
#include "backend/svg_contours.h"
#include "backend/svg_writer.h"

#include <math.h>

static const int64_t units[] = {1, 10, 100, 1000, 10000, 100000, 1000000};

/* Writes the number before `end`; returns its first character. */
static char *write_fixed(char *end, int64_t value, int decimals)
{
    char *at = end;
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
    return at;
}

void hui_svg_add_fixed(hui_buffer *out, int64_t value, int decimals)
{
    char digits[32], *const end = digits + sizeof digits, *const at = write_fixed(end, value, decimals);
    hui_buffer_add(out, at, (size_t)(end - at));
}

int64_t hui_svg_to_fixed(double value, int decimals)
{
    return (int64_t)llround(value * (double)units[decimals]);
}

/* What has been written, and where that leads. */
typedef struct path_pen {
    hui_buffer *out;
    int decimals;
    bool relative; /* steps only, but for the first */
    char letter;   /* last written command, or the one it implies; 0 if the next needs its letter */
    bool number;   /* a number stands last: a positive one needs a space before it */
    bool fraction; /* and it has a point, so that one that begins with a point needs none */
    int64_t x, y;
} path_pen;

/* What a command takes, about: a number's sign stands in the place of a space. */
static size_t weigh(const path_pen *pen, char letter, const int64_t *numbers, int count)
{
    const bool goes_on = pen->letter == letter;
    size_t weight = goes_on ? numbers[0] >= 0 : 1 + (numbers[0] < 0);
    for (int i = 0; i < count; i++)
        weight += hui_svg_count_figures(numbers[i]);
    return weight;
}

static void write_command(path_pen *pen, char letter, const int64_t *numbers, int count)
{
    char text[6 * 32 + 1], *at = text + sizeof text;
    for (int i = count - 1; i >= 0; i--) {
        const bool follows = i > 0 || (pen->number && pen->letter == letter);
        const bool fraction = i > 0 ? numbers[i - 1] % units[pen->decimals] != 0 : pen->fraction;
        at = write_fixed(at, numbers[i], pen->decimals);
        if (follows && numbers[i] >= 0 && !(*at == '.' && fraction))
            *--at = ' ';
    }
    if (pen->letter != letter)
        *--at = letter;
    hui_buffer_add(pen->out, at, (size_t)(text + sizeof text - at));
    pen->letter = letter;
    pen->number = true;
    pen->fraction = numbers[count - 1] % units[pen->decimals] != 0;
}

/* In the form that takes less room, about. `to`: absolute; `from`: what steps count from, for each number. */
static void add_command(path_pen *pen, char letter, const int64_t *to, const int64_t *from, int count)
{
    const char capital = (char)(letter - ('a' - 'A'));
    int64_t steps[6];
    for (int i = 0; i < count; i++)
        steps[i] = to[i] - from[i];
    if (!pen->relative && weigh(pen, capital, to, count) < weigh(pen, letter, steps, count))
        write_command(pen, capital, to, count);
    else
        write_command(pen, letter, steps, count);
}

/* `t` and `s` leave out a first control that mirrors the last curve's (SVG 2, sections 9.3.6 and 9.3.7); `last`: NULL at the start. */
static bool is_mirrored(const path_pen *pen, const hui_svg_segment *last, const hui_svg_segment *s)
{
    const bool is_same = last && last->points == s->points;
    const int64_t *control = is_same ? last->at + 2 * s->points - 4 : NULL;
    return s->at[0] == (control ? 2 * pen->x - control[0] : pen->x) &&
           s->at[1] == (control ? 2 * pen->y - control[1] : pen->y);
}

static void add_segment(path_pen *pen, const hui_svg_segment *last, const hui_svg_segment *s)
{
    const int64_t from[] = {pen->x, pen->y, pen->x, pen->y, pen->x, pen->y};
    const int64_t *const end = s->at + 2 * s->points - 2;
    if (s->points == 1) {
        const bool flat = end[1] == pen->y, upright = !flat && end[0] == pen->x;
        add_command(pen, flat ? 'h' : upright ? 'v' : 'l', end + upright, from + upright, flat || upright ? 1 : 2);
    } else {
        const int left_out = is_mirrored(pen, last, s) ? 2 : 0;
        const char letter = s->points == 2 ? (left_out ? 't' : 'q') : left_out ? 's' : 'c';
        add_command(pen, letter, s->at + left_out, from, 2 * s->points - left_out);
    }
    pen->x = end[0];
    pen->y = end[1];
}

static void add_contour(void *closure, const hui_svg_contour *contour)
{
    path_pen *pen = closure;
    const int64_t start[] = {contour->x, contour->y}, from[] = {pen->x, pen->y};
    pen->letter = 0;
    add_command(pen, 'm', start, from, 2);
    pen->letter = (char)(pen->letter - 1); /* a line goes on without its letter (SVG 2, section 9.3.3) */
    pen->x = contour->x;
    pen->y = contour->y;
    for (size_t i = 0; i < contour->count; i++)
        add_segment(pen, i > 0 ? hui_svg_contour_segment(contour, i - 1) : NULL, hui_svg_contour_segment(contour, i));
    if (!contour->closed)
        return;
    hui_buffer_add_char(pen->out, 'z');
    pen->number = false;
    pen->x = contour->x;
    pen->y = contour->y;
}

void hui_svg_add_path_data(hui_buffer *out, const hui_path *path, const hui_svg_grid *grid)
{
    path_pen pen = {.out = out, .decimals = grid->decimals, .relative = grid->relative};
    const double unit = (double)units[grid->decimals];
    double x = 0, y = 0;
    if (grid->start && path->point_count > 0) {
        x = round(grid->start->x * unit) - path->points[0].x * unit;
        y = round(grid->start->y * unit) - path->points[0].y * unit;
    }
    const double tolerance = grid->decimals > 0 ? 1.5 : 0.75; /* glyphs' steps are larger */
    hui_svg_find_contours(path, x, y, unit, tolerance, grid->filled, add_contour, &pen);
}
