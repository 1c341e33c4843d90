/* Ribbon and rise: growth, as a widening ribbon with an arrow head and as a curve over fanning shapes. */
#include "art/art_rows.h"
#include "art/pieces.h"
#include "art/shape.h"

#include <math.h>

enum { RIBBON_STEPS = 20 };

void hui_ribbon_curve(hui_point start, hui_point end, hui_point cubic[4])
{
    /* Flat for a long way, then steeper and steeper. */
    static const hui_point shares[4] = {{0, 0}, {0.456, 0.034}, {0.806, 0.331}, {1, 1}};
    for (int i = 0; i < 4; i++)
        cubic[i] = (hui_point){start.x + (end.x - start.x) * shares[i].x, start.y + (end.y - start.y) * shares[i].y};
}

static hui_point unit(hui_point v)
{
    double length = hypot(v.x, v.y);
    return length > 0 ? (hui_point){v.x / length, v.y / length} : (hui_point){1, 0};
}

/* A triangle on `at` along the curve's last direction, bent on by half of what the curve turned in its last sixth. */
static void draw_head(hui_scene *scene, const hui_point cubic[4], double width, hui_color color)
{
    hui_point before, last;
    hui_shape_cubic(cubic, 0.83, &before);
    hui_point at = hui_shape_cubic(cubic, 1, &last);
    before = unit(before);
    last = unit(last);
    hui_point u = unit((hui_point){last.x + (last.x - before.x) / 2, last.y + (last.y - before.y) / 2});
    double half = 1.3 * width, length = HUI_RIBBON_HEAD * width;
    at = (hui_point){at.x - 0.15 * width * u.x, at.y - 0.15 * width * u.y}; /* overlaps the ribbon: no slit */
    const hui_point head[3] = {
        {at.x - half * u.y, at.y + half * u.x},
        {at.x + half * u.y, at.y - half * u.x},
        {at.x + length * u.x, at.y + length * u.y},
    };
    hui_shape_polygon(scene, head, 3, color);
}

void hui_ribbon_draw(hui_scene *scene, const hui_ribbon *ribbon)
{
    hui_point cubic[4], edge[2 * RIBBON_STEPS + 2];
    hui_ribbon_curve(ribbon->start, ribbon->end, cubic);
    for (int i = 0; i <= RIBBON_STEPS; i++) {
        double t = (double)i / RIBBON_STEPS, half = (ribbon->thin + (ribbon->wide - ribbon->thin) * t) / 2;
        hui_point d, p = hui_shape_cubic(cubic, t, &d);
        d = unit(d);
        edge[i] = (hui_point){p.x + half * d.y, p.y - half * d.x};
        edge[2 * RIBBON_STEPS + 1 - i] = (hui_point){p.x - half * d.y, p.y + half * d.x};
    }
    hui_path path = hui_path_new(scene->arena);
    hui_path_smooth(&path, edge, RIBBON_STEPS + 1);
    hui_path_smooth(&path, edge + RIBBON_STEPS + 1, RIBBON_STEPS + 1);
    hui_path_close(&path);
    hui_scene_path(scene, path, ribbon->body, hui_stroke_none());
    draw_head(scene, cubic, ribbon->wide, ribbon->head);
}

void hui_art_ribbon(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const hui_palette *palette = &options->theme->palette;
    hui_color color = hui_shape_color(options, options->on_strong ? palette->gold_light : palette->gold);
    double wide = fmin(area.h * 0.115, area.w * 0.06), thin = wide / 7, head = HUI_RIBBON_HEAD * wide;
    hui_ribbon ribbon = {
        .start = {area.x + thin, area.y + area.h - thin},
        .end = {area.x + area.w - head, area.y + head},
        .thin = thin,
        .wide = wide,
        .body = hui_shape_blend(scene, area, 90, hui_color_alpha(color, 0.1), color),
        .head = color,
    };
    hui_ribbon_draw(scene, &ribbon);
}

/* The fans under the curve: where each starts and how high it ends, as shares. */
static const struct {
    double from, c1, c2, c2_up, up;
} fans[] = {{0, 0.37, 0.7, 0.27, 1.02}, {0.1, 0.47, 0.77, 0.17, 0.66}, {0.23, 0.57, 0.83, 0.07, 0.35}};
enum { FANS = sizeof fans / sizeof *fans };

void hui_art_rise(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const hui_palette *palette = &options->theme->palette;
    hui_color fan = hui_shape_main_color(options);
    double right = area.x + area.w, foot = area.y + area.h, share = options->on_strong ? 0.34 : 0.2;
    for (int i = 0; i < FANS; i++) {
        hui_path path = hui_path_new(scene->arena);
        hui_path_move(&path, area.x + area.w * fans[i].from, foot);
        hui_path_curve(&path, area.x + area.w * fans[i].c1, foot - area.h * 0.03, area.x + area.w * fans[i].c2,
                       foot - area.h * fans[i].c2_up, right, foot - area.h * fans[i].up);
        hui_path_line(&path, right, foot);
        hui_path_close(&path);
        hui_rect span = {area.x + area.w * fans[i].from, area.y, area.w * (1 - fans[i].from), area.h};
        hui_scene_path(scene, path,
                       hui_shape_blend(scene, span, 90, hui_color_alpha(fan, 0), hui_color_alpha(fan, share)),
                       hui_stroke_none());
    }
    double k = area.h / 256;
    hui_point cubic[4] = {{area.x, foot},
                          {area.x + area.w * 0.367, foot - area.h * 0.04},
                          {area.x + area.w * 0.7, foot - area.h * 0.273},
                          {right - 20 * k, area.y + 32 * k}};
    hui_path curve = hui_path_new(scene->arena);
    hui_path_move(&curve, cubic[0].x, cubic[0].y);
    hui_path_curve(&curve, cubic[1].x, cubic[1].y, cubic[2].x, cubic[2].y, cubic[3].x, cubic[3].y);
    hui_shape_line(scene, curve, palette->gold, 3 * k);
    draw_head(scene, cubic, 11.5 * k, palette->gold);
}
