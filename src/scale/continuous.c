/* Continuous scales: a formula, then straight lines between the stops of the domain, to numbers or colours. */
#include "scale/scale_parts.h"

/* How colours are found. Vega treats two stops, and three, apart from longer domains: all colours stand evenly between
 * the first and the last, whatever their number, the middle stop at the middle. */
enum coloring {
    COLORING_NONE,
    COLORING_SEQUENTIAL,
    COLORING_DIVERGING,
    COLORING_PIECEWISE /* a colour for each stop */
};

/* Stops in ascending order of `from`, by its ends. */
struct lines {
    const double *from, *to;
    size_t count; /* below 2: nothing is mapped */
    bool is_reversed;
};

struct hui_scale_map {
    hui_formula formula;
    struct lines forward, backward;
    bool clamp, round;
    double low, high; /* of clamp */
    enum coloring coloring;
    double stop[3]; /* lifted domain of COLORING_SEQUENTIAL, COLORING_DIVERGING */
    double slope[2];
    hui_color_space space;
    double gamma;
    hui_color_point *points;
    size_t point_count;
    double first, length; /* the part of them */
};

hui_formula hui_scale_formula(const hui_scale *scale)
{
    hui_formula formula = {.type = scale->type, .parameter = 1};
    if (scale->type == HUI_SCALE_LOG) {
        formula.negative = hui_scale_domain_number(scale, 0) < 0;
    } else if (scale->type == HUI_SCALE_SYMLOG) {
        formula.parameter = scale->constant != 0 ? scale->constant : 1;
    } else if (scale->type == HUI_SCALE_POW) {
        formula.parameter = scale->exponent != 0 ? scale->exponent : 1;
        if (formula.parameter == 1 || formula.parameter == 0.5)
            formula.type = formula.parameter == 1 ? HUI_SCALE_LINEAR : HUI_SCALE_SQRT;
    } else if (scale->type != HUI_SCALE_SQRT) {
        formula.type = HUI_SCALE_LINEAR;
    }
    return formula;
}

static double signed_power(double x, double exponent)
{
    return x < 0 ? -pow(-x, exponent) : pow(x, exponent);
}

double hui_formula_lift(const hui_formula *formula, double x)
{
    if (formula->type == HUI_SCALE_LINEAR)
        return x;
    if (formula->type == HUI_SCALE_LOG)
        return formula->negative ? -log(-x) : log(x);
    if (formula->type == HUI_SCALE_SQRT)
        return x < 0 ? -sqrt(-x) : sqrt(x);
    if (formula->type == HUI_SCALE_POW)
        return signed_power(x, formula->parameter);
    const double size = log1p(fabs(x / formula->parameter));
    return x < 0 ? -size : size;
}

double hui_formula_ground(const hui_formula *formula, double y)
{
    if (formula->type == HUI_SCALE_LINEAR)
        return y;
    if (formula->type == HUI_SCALE_LOG)
        return formula->negative ? -exp(-y) : exp(y);
    if (formula->type == HUI_SCALE_SQRT)
        return y < 0 ? -y * y : y * y;
    if (formula->type == HUI_SCALE_POW)
        return signed_power(y, 1 / formula->parameter);
    const double size = expm1(fabs(y)) * formula->parameter;
    return y < 0 ? -size : size;
}

double hui_scale_base(const hui_scale *scale)
{
    return scale->base != 0 ? scale->base : 10;
}

/* A stretch of no length maps to the middle. */
static double share_between(double from, double to, double x)
{
    const double length = to - from;
    if (isnan(length))
        return NAN;
    return length != 0 ? (x - from) / length : 0.5;
}

static size_t stretch_of(const double *from, size_t count, double x)
{
    return count > 2 ? hui_bisect(from + 1, count - 2, x) : 0;
}

static double lines_at(const struct lines *lines, double x)
{
    if (lines->count < 2)
        return NAN;
    const size_t i = stretch_of(lines->from, lines->count, x);
    const double t = share_between(lines->from[i], lines->from[i + 1], x);
    return lines->to[i] * (1 - t) + lines->to[i + 1] * t;
}

static void reverse(double *numbers, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        const double kept = numbers[i];
        numbers[i] = numbers[count - 1 - i], numbers[count - 1 - i] = kept;
    }
}

static struct lines lines_new(hui_arena *arena, const double *from, const double *to, size_t count)
{
    double *own_from = hui_arena_copy(arena, from, count * sizeof *from);
    double *own_to = hui_arena_copy(arena, to, count * sizeof *to);
    const bool is_reversed = count > 1 && from[count - 1] < from[0];
    if (is_reversed) {
        reverse(own_from, count);
        reverse(own_to, count);
    }
    return (struct lines){own_from, own_to, count, is_reversed};
}

/* What the stops are mapped to; of colours only their number counts. */
static double *range_numbers(hui_arena *arena, const hui_scale *scale, size_t *count)
{
    const bool is_default = scale->range_count == 0 && scale->color_count == 0;
    *count = is_default ? 2 : scale->color_count > 0 ? scale->color_count : scale->range_count;
    if (scale->ramp)
        *count = scale->domain_count;
    double *range = HUI_NEW_ARRAY(arena, double, *count + 1);
    for (size_t i = 0; i < *count; i++)
        range[i] = i < scale->range_count ? hui_value_to_number(scale->range[i]) : (double)i;
    return range;
}

static void finish_lines(hui_arena *arena, const hui_scale *scale, struct hui_scale_map *made)
{
    size_t count;
    double *range = range_numbers(arena, scale, &count);
    count = count < scale->domain_count ? count : scale->domain_count;
    double *domain = HUI_NEW_ARRAY(arena, double, count + 1);
    for (size_t i = 0; i < count; i++)
        domain[i] = hui_formula_lift(&made->formula, hui_scale_domain_number(scale, i));
    made->forward = lines_new(arena, domain, range, count);
    made->backward = lines_new(arena, range, domain, count);
    if (scale->clamp && count > 0) {
        const double a = hui_scale_domain_number(scale, 0), b = hui_scale_domain_number(scale, count - 1);
        made->clamp = true;
        made->low = b < a ? b : a;
        made->high = b < a ? a : b;
    }
}

static double slope_between(double a, double b, double rise)
{
    return a == b ? 0 : rise / (b - a);
}

static void reverse_points(hui_color_point *points, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        const hui_color_point kept = points[i];
        points[i] = points[count - 1 - i], points[count - 1 - i] = kept;
    }
}

/* NULL: all of the ramp. */
static const double *ramp_extent(const hui_scale *scale)
{
    const double *const extent = scale->ramp_extent;
    return scale->ramp && extent[0] != extent[1] ? extent : NULL;
}

static void finish_colors(hui_arena *arena, const hui_scale *scale, struct hui_scale_map *made)
{
    const bool is_temporal = hui_scale_traits(scale->type) & HUI_SCALE_TEMPORAL;
    const hui_color *colors = scale->colors;
    size_t count = scale->color_count;
    if (!is_temporal && (scale->domain_count == 2 || scale->domain_count == 3)) {
        const double rise = scale->domain_count == 2 ? 1 : 0.5;
        made->coloring = scale->domain_count == 2 ? COLORING_SEQUENTIAL : COLORING_DIVERGING;
        for (size_t i = 0; i < scale->domain_count; i++)
            made->stop[i] = hui_formula_lift(&made->formula, hui_scale_domain_number(scale, i));
        made->slope[0] = slope_between(made->stop[0], made->stop[1], rise);
        made->slope[1] = slope_between(made->stop[1], made->stop[2], rise);
    } else {
        made->coloring = COLORING_PIECEWISE;
        const hui_scheme scheme = {colors, count, false};
        if (scale->ramp) /* then Vega gives each stop a colour of the scheme, its ends left out */
            colors = hui_scheme_quantize(arena, &scheme, scale->domain_count, ramp_extent(scale));
        count = made->forward.count;
    }
    const bool is_sampled = scale->ramp && made->coloring != COLORING_PIECEWISE;
    made->space = is_sampled ? HUI_SPACE_RGB : hui_color_space_find(scale->interpolate);
    made->gamma = is_sampled || scale->gamma == 0 ? 1 : scale->gamma;
    const double *extent = made->coloring != COLORING_PIECEWISE ? ramp_extent(scale) : NULL;
    made->first = extent ? extent[0] : 0;
    made->length = extent ? extent[1] - extent[0] : 1;
    made->points = hui_colors_to_space(arena, made->space, colors, count);
    made->point_count = count;
    if (made->coloring == COLORING_PIECEWISE && made->forward.is_reversed)
        reverse_points(made->points, count);
}

void hui_continuous_finish(hui_arena *arena, hui_scale *scale)
{
    struct hui_scale_map *made = HUI_NEW(arena, struct hui_scale_map);
    made->formula = hui_scale_formula(scale);
    made->round = scale->round;
    finish_lines(arena, scale, made);
    if (scale->color_count > 0)
        finish_colors(arena, scale, made);
    scale->map = made;
}

static double clamped(const struct hui_scale_map *map, double x)
{
    return !map->clamp ? x : x < map->low ? map->low : x > map->high ? map->high : x;
}

double hui_continuous_number(const hui_scale *scale, double x)
{
    const struct hui_scale_map *map = scale->map;
    if (scale->type == HUI_SCALE_IDENTITY || isnan(x))
        return x;
    if (map->coloring != COLORING_NONE)
        return NAN;
    const double number = lines_at(&map->forward, hui_formula_lift(&map->formula, clamped(map, x)));
    return map->round ? hui_round_half_up(number) : number;
}

double hui_continuous_invert(const hui_scale *scale, double at)
{
    const struct hui_scale_map *map = scale->map;
    if (scale->type == HUI_SCALE_IDENTITY)
        return at;
    return clamped(map, hui_formula_ground(&map->formula, lines_at(&map->backward, at)));
}

static bool piecewise_color(const struct hui_scale_map *map, double x, hui_color *color)
{
    const struct lines *lines = &map->forward;
    if (lines->count < 2)
        return false;
    const double y = hui_formula_lift(&map->formula, clamped(map, x));
    const size_t i = stretch_of(lines->from, lines->count, y);
    const double t = share_between(lines->from[i], lines->from[i + 1], y);
    if (!isnan(t))
        *color = hui_color_between(map->space, map->gamma, map->points[i], map->points[i + 1], t);
    return !isnan(t);
}

/* Where along the colours, 0 to 1, or beyond. */
static double color_share(const struct hui_scale_map *map, double x)
{
    const double y = hui_formula_lift(&map->formula, x), *stop = map->stop;
    double t;
    if (map->coloring == COLORING_SEQUENTIAL) {
        t = map->slope[0] == 0 ? 0.5 : (y - stop[0]) * map->slope[0];
    } else {
        const bool is_before = stop[1] < stop[0] ? y > stop[1] : y < stop[1];
        t = 0.5 + (y - stop[1]) * map->slope[is_before ? 0 : 1];
    }
    return !map->clamp || isnan(t) ? t : fmax(0, fmin(1, t));
}

bool hui_continuous_color(const hui_scale *scale, double x, hui_color *color)
{
    const struct hui_scale_map *map = scale->map;
    if (map->coloring == COLORING_NONE || isnan(x))
        return false;
    if (map->coloring == COLORING_PIECEWISE)
        return piecewise_color(map, x, color);
    const double t = color_share(map, x);
    if (isnan(t))
        return false;
    *color = hui_color_along(map->space, map->gamma, map->points, map->point_count, map->first + t * map->length);
    return true;
}

double hui_scale_fraction(const hui_scale *scale, double value)
{
    const double low = hui_scale_domain_number(scale, 0);
    const double high = scale->domain_count > 0 ? hui_scale_domain_number(scale, scale->domain_count - 1) : NAN;
    const double length = high - low;
    if (length == 0 || !isfinite(length))
        return 0.5;
    const hui_formula formula = hui_scale_formula(scale);
    const double x = !scale->clamp ? value : fmin(fmax(low, high), fmax(fmin(low, high), value));
    return share_between(hui_formula_lift(&formula, low), hui_formula_lift(&formula, high),
                         hui_formula_lift(&formula, x));
}
