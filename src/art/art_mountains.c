/* Mountains: ranges behind ranges, each paler than the one before it, with mist at their feet. */
#include "art/art_rows.h"
#include "art/scenery.h"
#include "art/shape.h"

#include <math.h>

enum { USUAL_RANGES = 5, MOST_SUMMITS = 60 };

/* Slopes are hollow, steeper towards the summit, which is round. */
static void climb(hui_path *path, hui_point from, hui_point to)
{
    const double dx = to.x - from.x, dy = to.y - from.y;
    hui_path_curve(path, from.x + dx * 0.5, from.y + dy * 0.06, to.x - dx * 0.24, to.y - dy * 0.02, to.x, to.y);
}

static void descend(hui_path *path, hui_point from, hui_point to)
{
    const double dx = to.x - from.x, dy = to.y - from.y;
    hui_path_curve(path, from.x + dx * 0.24, from.y + dy * 0.02, to.x - dx * 0.5, to.y - dy * 0.06, to.x, to.y);
}

/* A range from edge to edge; its summits reach from `foot` up to `height` above it, px. */
static void draw_range(hui_scenery *s, double foot, double height, double pitch, hui_paint paint)
{
    hui_panorama *f = &s->frame;
    const double right = f->area.x + f->area.w;
    hui_path path = hui_path_new(f->scene->arena);
    hui_point at = {f->area.x - pitch * hui_rng_range(&f->rng, 0.4, 0.9), foot - height * 0.2};
    int high = hui_rng_int(&f->rng, 0, 2);
    hui_path_move(&path, at.x, f->area.y + f->area.h);
    hui_path_line(&path, at.x, at.y);
    for (int i = 0; i < MOST_SUMMITS && at.x < right; i++) {
        const bool is_high = (i + high) % 3 == 0;
        const double share = is_high ? hui_rng_range(&f->rng, 0.88, 1) : hui_rng_range(&f->rng, 0.5, 0.72);
        const hui_point summit = {at.x + pitch * hui_rng_range(&f->rng, 0.45, 0.6), foot - height * share};
        const hui_point saddle = {summit.x + pitch * hui_rng_range(&f->rng, 0.42, 0.62),
                                  foot - height * hui_rng_range(&f->rng, 0.12, 0.3)};
        climb(&path, at, summit);
        descend(&path, summit, saddle);
        at = saddle;
    }
    hui_path_line(&path, at.x, f->area.y + f->area.h);
    hui_path_close(&path);
    hui_scene_path(f->scene, path, paint, hui_stroke_none());
}

void hui_art_mountains(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    hui_scenery s = hui_scenery_new(scene, area, options, USUAL_RANGES, 322);
    const double k = s.frame.k;
    hui_scenery_birds(&s, 0.52, 430);
    for (int i = 0; i < s.layers; i++) {
        const double depth = hui_scenery_depth(&s, i), foot = hui_panorama_y(&s.frame, 215 * (1 - depth));
        const double height = (190 - 40 * depth) * k, pitch = fmax((330 + 150 * depth) * k / s.density, area.w / 50);
        const hui_rect under = {area.x, foot - height, area.w, height + 60 * k};
        draw_range(&s, foot, height, pitch, hui_scenery_haze(&s, under, depth, 0.6 * (1 - depth * 0.85)));
    }
}
