/* Sea: swell behind swell before a low sun, with its light on the water. */
#include "art/art_rows.h"
#include "art/scenery.h"
#include "art/shape.h"

#include <math.h>

enum { USUAL_SWELLS = 5, MOST_CRESTS = 80 };

/* Crests from edge to edge that lean to the right, each a long slope up and a short curl down. */
static hui_path swell(hui_scenery *s, double y, double height, double pitch)
{
    hui_panorama *f = &s->frame;
    hui_path path = hui_path_new(f->scene->arena);
    hui_point at = {f->area.x - pitch * hui_rng_range(&f->rng, 0.2, 0.9), y};
    hui_path_move(&path, at.x, at.y);
    for (int i = 0; i < MOST_CRESTS && at.x < f->area.x + f->area.w; i++) {
        const double length = pitch * hui_rng_range(&f->rng, 0.85, 1.15),
                     rise = height * hui_rng_range(&f->rng, 0.75, 1);
        const hui_point crest = {at.x + length * 0.62, y - rise}, foot = {at.x + length, y};
        hui_path_curve(&path, at.x + length * 0.24, y, crest.x - length * 0.2, crest.y, crest.x, crest.y);
        hui_path_curve(&path, crest.x + length * 0.13, crest.y, foot.x - length * 0.2, y, foot.x, foot.y);
        at = foot;
    }
    return path;
}

static void draw_swell(hui_scenery *s, double depth, double y)
{
    hui_panorama *f = &s->frame;
    const double foot = f->area.y + f->area.h, height = (10 + 34 * depth) * f->k;
    hui_path line = swell(s, y, height, fmax((150 + 230 * depth) * f->k / s->density, f->area.w / 70)), body = line;
    body = hui_path_new(f->scene->arena);
    hui_path_add(&body, &line, hui_matrix_identity());
    const hui_point first = line.points[0], last = line.points[line.point_count - 1];
    hui_path_line(&body, last.x, foot);
    hui_path_line(&body, first.x, foot);
    hui_path_close(&body);
    const hui_rect under = {f->area.x, y - height, f->area.w, foot - y + height};
    hui_scene_path(f->scene, body, hui_scenery_haze(s, under, depth, 0.3 * (1 - depth)), hui_stroke_none());
    hui_shape_line(f->scene, line, hui_color_alpha(s->air.light, 0.2 + 0.45 * depth), (1.5 + 2.5 * depth) * f->k);
}

/* Short level strokes under the sun, wider and farther apart towards the foot. */
static void draw_glitter(hui_scenery *s, double top)
{
    enum { STROKES = 26 };
    hui_panorama *f = &s->frame;
    hui_path path = hui_path_new(f->scene->arena);
    for (int i = 0; i < STROKES; i++) {
        const double t = (double)i / STROKES, reach = (30 + 120 * t) * f->k;
        const double x = hui_panorama_x(f, 0.76) + hui_rng_range(&f->rng, -0.6, 0.6) * reach;
        const double half = hui_rng_range(&f->rng, 0.2, 0.5) * reach,
                     y = hui_panorama_y(f, top - top * 0.62 * t * t - 8);
        hui_path_move(&path, x - half, y);
        hui_path_line(&path, x + half, y);
    }
    hui_shape_line(f->scene, path, hui_color_alpha(s->air.glow, 0.55), 4 * f->k);
}

void hui_art_sea(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    static const double horizon = 286;
    hui_scenery s = hui_scenery_new(scene, area, options, USUAL_SWELLS, horizon + 36);
    const double water = hui_panorama_y(&s.frame, horizon);
    hui_scenery_birds(&s, 0.5, 420);
    hui_scene_rect(scene, (hui_rect){area.x, water, area.w, area.y + area.h - water}, NULL,
                   hui_paint_solid(hui_scenery_color(&s, 0.12)), hui_stroke_none());
    draw_glitter(&s, horizon);
    for (int i = 0; i < s.layers; i++) {
        const double depth = hui_scenery_depth(&s, i);
        draw_swell(&s, 0.25 + 0.75 * depth, hui_panorama_y(&s.frame, 212 - 162 * pow(depth, 1.2)));
    }
}
