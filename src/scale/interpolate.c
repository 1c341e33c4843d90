/* Colours between colours, in any space, and along a list of them. */
#include "scale/scale_parts.h"

/* What one of two colours lacks it takes from the other. */
static double between(double a, double b, double t)
{
    const double way = b - a;
    if (isnan(way) || way == 0)
        return isnan(a) ? b : a;
    return a + t * way;
}

static double between_by_gamma(double a, double b, double t, double gamma)
{
    const double way = b - a;
    if (gamma == 1 || isnan(way) || way == 0)
        return between(a, b, t);
    const double from = pow(a, gamma);
    return pow(from + t * (pow(b, gamma) - from), 1 / gamma);
}

/* Hues take the shorter way round. */
static double between_hues(double a, double b, double t)
{
    const double way = b - a;
    if (way > 180 || way < -180)
        return a + t * (way - 360 * hui_round_half_up(way / 360));
    return between(a, b, t);
}

hui_color hui_color_between(hui_color_space space, double gamma, hui_color_point a, hui_color_point b, double t)
{
    const bool is_helix = space == HUI_SPACE_CUBEHELIX || space == HUI_SPACE_CUBEHELIX_LONG;
    const bool is_short = space == HUI_SPACE_HSL || space == HUI_SPACE_HCL || space == HUI_SPACE_CUBEHELIX;
    hui_color_point point = {.alpha = between(a.alpha, b.alpha, t)};
    for (int i = 0; i < 3; i++) {
        if (space == HUI_SPACE_RGB)
            point.at[i] = between_by_gamma(a.at[i], b.at[i], t, gamma);
        else if (i == 0 && is_short)
            point.at[i] = between_hues(a.at[i], b.at[i], t);
        else
            point.at[i] = between(a.at[i], b.at[i], i == 2 && is_helix ? pow(t, gamma) : t);
    }
    return hui_color_from_space(space, point);
}

hui_color hui_color_along(hui_color_space space, double gamma, const hui_color_point *points, size_t count, double t)
{
    if (count < 2)
        return hui_color_from_space(space, points[0]);
    const double at = t * (double)(count - 1), last = (double)(count - 2);
    const double i = at > 0 ? fmin(floor(at), last) : 0;
    const hui_color_point *pair = &points[(size_t)i];
    return hui_color_between(space, gamma, pair[0], pair[1], at - i);
}

hui_color_point *hui_colors_to_space(hui_arena *arena, hui_color_space space, const hui_color *colors, size_t count)
{
    hui_color_point *points = HUI_NEW_ARRAY(arena, hui_color_point, count + 1);
    for (size_t i = 0; i < count; i++)
        points[i] = hui_color_to_space(space, colors[i]);
    return points;
}

hui_color hui_color_interpolate(hui_color a, hui_color b, double t, const char *space, double gamma)
{
    const hui_color_space found = hui_color_space_find(space);
    return hui_color_between(found, gamma == 0 ? 1 : gamma, hui_color_to_space(found, a), hui_color_to_space(found, b),
                             t);
}
