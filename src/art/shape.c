/* Shapes: the few calls that most drawings are made of. */
#include "art/shape.h"

#include <math.h>

hui_color hui_shape_color(const hui_art_options *options, hui_color own)
{
    return options->color.a ? options->color : own;
}

hui_color hui_shape_main_color(const hui_art_options *options)
{
    return hui_shape_color(options, options->on_strong ? options->theme->palette.gold_light : options->accent->color);
}

hui_color hui_shape_darken(hui_color color, double share)
{
    return hui_color_mix(color, (hui_color){0, 0, 0, color.a}, share);
}

void hui_shape_fill(hui_scene *scene, hui_path path, hui_color color)
{
    hui_scene_path(scene, path, hui_paint_solid(color), hui_stroke_none());
}

void hui_shape_line(hui_scene *scene, hui_path path, hui_color color, double width)
{
    hui_stroke stroke = hui_stroke_line(color, width);
    stroke.join = HUI_JOIN_ROUND;
    hui_scene_path(scene, path, hui_paint_none(), stroke);
}

void hui_shape_polygon(hui_scene *scene, const hui_point *points, size_t count, hui_color color)
{
    hui_path path = hui_path_new(scene->arena);
    hui_path_polygon(&path, points, count);
    hui_shape_fill(scene, path, color);
}

void hui_shape_circle(hui_scene *scene, double cx, double cy, double r, hui_color color)
{
    hui_path path = hui_path_new(scene->arena);
    hui_path_circle(&path, cx, cy, r);
    hui_shape_fill(scene, path, color);
}

void hui_shape_ring(hui_scene *scene, double cx, double cy, double r, hui_color color, double width)
{
    hui_path path = hui_path_new(scene->arena);
    hui_path_circle(&path, cx, cy, r);
    hui_shape_line(scene, path, color, width);
}

hui_paint hui_shape_blend(hui_scene *scene, hui_rect rect, double degrees, hui_color from, hui_color to)
{
    const hui_stop stops[2] = {{0, from}, {1, to}};
    return hui_paint_linear(scene->arena, rect, degrees, stops, 2);
}

hui_rect hui_shape_fit(hui_rect area, double w, double h, double *factor)
{
    double f = fmin(area.w / w, area.h / h);
    if (factor)
        *factor = f;
    return (hui_rect){area.x + (area.w - w * f) / 2, area.y + (area.h - h * f) / 2, w * f, h * f};
}

hui_matrix hui_shape_fit_matrix(hui_rect area, double w, double h)
{
    double f;
    hui_rect box = hui_shape_fit(area, w, h, &f);
    return (hui_matrix){f, 0, 0, f, box.x, box.y};
}

hui_point hui_shape_cubic(const hui_point c[4], double t, hui_point *direction)
{
    double s = 1 - t;
    double b[4] = {s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
    double d[3] = {s * s, 2 * s * t, t * t};
    if (direction) {
        *direction = (hui_point){0, 0};
        for (int i = 0; i < 3; i++) {
            direction->x += d[i] * (c[i + 1].x - c[i].x);
            direction->y += d[i] * (c[i + 1].y - c[i].y);
        }
    }
    hui_point p = {0, 0};
    for (int i = 0; i < 4; i++) {
        p.x += b[i] * c[i].x;
        p.y += b[i] * c[i].y;
    }
    return p;
}
