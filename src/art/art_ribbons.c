/* Ribbons: silk that floats from edge to edge, fold over fold. */
#include "art/art_rows.h"
#include "art/scenery.h"
#include "art/shape.h"

#include <math.h>

enum { USUAL_RIBBONS = 4, KNOTS = 7 };

/* A band along a wave that narrows and widens: seen from its edge, then from its face. */
static void draw_silk(hui_scenery *s, double depth)
{
    hui_panorama *f = &s->frame;
    const double phase = hui_rng_range(&f->rng, 0, 2 * HUI_PI), turn = hui_rng_range(&f->rng, 0, 2 * HUI_PI);
    const double level = 236 - 196 * depth, swing = 46 + 26 * depth, wide = 40 + 34 * depth;
    hui_point upper[KNOTS], lower[KNOTS];
    for (int i = 0; i < KNOTS; i++) {
        const double t = -0.06 + 1.12 * i / (KNOTS - 1), x = hui_panorama_x(f, t);
        const double y = hui_panorama_y(f, level + 110 * t * (1 - depth * 0.5) +
                                               swing * sin(phase + 2 * HUI_PI * t * 0.9 * s->density));
        const double half = wide * (0.22 + 0.78 * fabs(sin(turn + HUI_PI * t * 1.4))) * f->k / 2;
        upper[i] = (hui_point){x, y - half};
        lower[KNOTS - 1 - i] = (hui_point){x, y + half};
    }
    hui_path band = hui_path_new(f->scene->arena), edge = hui_path_new(f->scene->arena);
    hui_path_smooth(&band, upper, KNOTS);
    hui_path_smooth(&band, lower, KNOTS);
    hui_path_close(&band);
    hui_path_smooth(&edge, upper, KNOTS);
    const hui_color color = hui_scenery_color(s, depth), bright = hui_color_mix(color, s->air.glow, 0.62 - 0.2 * depth);
    const hui_stop stops[] = {{0, color}, {0.35, bright}, {0.6, color}, {0.85, bright}, {1, color}};
    hui_scene_path(f->scene, band, hui_paint_linear(f->scene->arena, f->area, 90, stops, 5), hui_stroke_none());
    hui_shape_line(f->scene, edge, hui_color_alpha(s->air.light, 0.7), 2 * f->k);
}

/* The air below the sun is as deep as the nearest ribbon, so that all of them stand out from it. */
static void draw_depth(const hui_scenery *s)
{
    const hui_panorama *f = &s->frame;
    const hui_rect lower = hui_panorama_band(f, 0, 1, 0, 340);
    const hui_color deep = hui_scenery_color(s, 0.62);
    hui_scene_rect(f->scene, lower, NULL, hui_shape_blend(f->scene, lower, 180, hui_color_alpha(deep, 0), deep),
                   hui_stroke_none());
}

void hui_art_ribbons(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    hui_scenery s = hui_scenery_new(scene, area, options, USUAL_RIBBONS, 318);
    draw_depth(&s);
    for (int i = 0; i < s.layers; i++)
        draw_silk(&s, hui_scenery_depth(&s, i));
}
