/* City: rows of buildings behind each other at the water, with their light in it. */
#include "art/art_rows.h"
#include "art/scenery.h"
#include "art/shape.h"

#include <math.h>

enum { USUAL_ROWS = 3 };

/* Level bands that grow thinner towards the shore. */
static void draw_water(hui_scenery *s, double shore)
{
    enum { BANDS = 16 };
    hui_panorama *f = &s->frame;
    const double top = hui_panorama_y(f, shore), foot = f->area.y + f->area.h;
    hui_scene_rect(f->scene, (hui_rect){f->area.x, top, f->area.w, foot - top}, NULL,
                   hui_shape_blend(f->scene, (hui_rect){f->area.x, top, f->area.w, foot - top}, 180,
                                   hui_scenery_color(s, 0.7), hui_scenery_color(s, 1)),
                   hui_stroke_none());
    hui_path path = hui_path_new(f->scene->arena);
    for (int i = 0; i < BANDS; i++) {
        const double t = (i + 0.5) / BANDS, x = hui_panorama_x(f, hui_rng_range(&f->rng, -0.05, 0.9));
        const double length = hui_rng_range(&f->rng, 60, 240) * f->k, y = top + (foot - top) * t;
        hui_path_move(&path, x, y);
        hui_path_line(&path, x + length, y);
    }
    hui_shape_line(f->scene, path, hui_color_alpha(s->air.glow, 0.4), 3 * f->k);
}

void hui_art_city(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    static const double shore = 92;
    hui_scenery s = hui_scenery_new(scene, area, options, USUAL_ROWS, 330);
    hui_panorama *f = &s.frame;
    hui_scenery_birds(&s, 0.46, 430);
    for (int i = 0; i < s.layers; i++) {
        const double depth = hui_scenery_depth(&s, i);
        const hui_color wall = hui_scenery_color(&s, 0.1 + 0.9 * depth);
        const hui_skyline row = {.area = hui_panorama_band(f, 0, 1, shore - 2, 356 - 96 * depth),
                                 .scale = (1.25 - 0.25 * depth) * f->k / s.density,
                                 .slope = 0.5,
                                 .low = 0.5,
                                 .plain = depth < 0.5,
                                 .first = -1,
                                 .lit = 0.35 + 0.3 * depth,
                                 .wall = wall,
                                 .window = hui_color_mix(wall, s.air.glow, 0.15 + 0.6 * depth)};
        hui_skyline_draw(scene, &row, &f->rng);
    }
    draw_water(&s, shore);
}
