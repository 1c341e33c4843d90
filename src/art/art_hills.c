/* Hills and waves: smooth crests, filled down to the foot. */
#include "art/art_rows.h"
#include "art/pieces.h"
#include "art/shape.h"

#include <math.h>

hui_crest hui_crest_place(hui_point left_bottom, double width, double height, const hui_point shares[HUI_CREST_POINTS],
                          double vary, hui_rng *rng)
{
    hui_crest crest;
    for (int i = 0; i < HUI_CREST_POINTS; i++) {
        bool is_inner = i > 0 && i < HUI_CREST_POINTS - 1;
        double up = shares[i].y + (is_inner ? hui_rng_range(rng, -vary, vary) : 0);
        crest.at[i] = (hui_point){left_bottom.x + width * shares[i].x, left_bottom.y - height * up};
    }
    return crest;
}

void hui_crest_fill(hui_scene *scene, const hui_crest *crest, double bottom, hui_paint paint)
{
    hui_path path = hui_path_new(scene->arena);
    hui_path_move(&path, crest->at[0].x, bottom);
    hui_path_smooth(&path, crest->at, HUI_CREST_POINTS);
    hui_path_line(&path, crest->at[HUI_CREST_POINTS - 1].x, bottom);
    hui_path_close(&path);
    hui_scene_path(scene, path, paint, hui_stroke_none());
}

void hui_crest_line(hui_scene *scene, const hui_crest *crest, hui_color color, double width)
{
    hui_path path = hui_path_new(scene->arena);
    hui_path_smooth(&path, crest->at, HUI_CREST_POINTS);
    hui_shape_line(scene, path, color, width);
}

double hui_crest_y(const hui_crest *crest, double x)
{
    int i = 1;
    while (i < HUI_CREST_POINTS - 1 && crest->at[i].x < x)
        i++;
    /* The piece of the smooth curve around x (Catmull-Rom, as hui_path_smooth draws it), halved until it is found. */
    const hui_point *at = crest->at;
    hui_point a = at[i - 1], b = at[i], before = at[i > 1 ? i - 2 : 0],
              after = at[i + 1 < HUI_CREST_POINTS ? i + 1 : i];
    const hui_point cubic[4] = {a,
                                {a.x + (b.x - before.x) / 6, a.y + (b.y - before.y) / 6},
                                {b.x - (after.x - a.x) / 6, b.y - (after.y - a.y) / 6},
                                b};
    double from = 0, to = 1;
    for (int round = 0; round < 16; round++) {
        double t = (from + to) / 2;
        if (hui_shape_cubic(cubic, t, NULL).x < x)
            from = t;
        else
            to = t;
    }
    return hui_shape_cubic(cubic, from, NULL).y;
}

static const hui_point back_hill[HUI_CREST_POINTS] = {{0, 0.62},   {0.2, 0.92},  {0.44, 0.68},
                                                      {0.62, 0.5}, {0.78, 0.48}, {1, 0.86}};
static const hui_point front_hill[HUI_CREST_POINTS] = {{0, 0.24},   {0.17, 0.42}, {0.4, 0.3},
                                                       {0.6, 0.28}, {0.82, 0.42}, {1, 0.4}};

void hui_art_hills(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const hui_accent *accent = options->accent;
    hui_color color = hui_shape_color(options, accent->color);
    hui_color dark = options->color.a ? hui_shape_darken(color, 0.27) : accent->dark;
    hui_rng rng = hui_rng_seed((uint64_t)options->seed);
    hui_point foot = {area.x, area.y + area.h};
    hui_crest back = hui_crest_place(foot, area.w, area.h, back_hill, 0.06, &rng);
    hui_crest_fill(scene, &back, foot.y,
                   hui_shape_blend(scene, area, 180, hui_color_mix(color, accent->line, 0.3), color));
    hui_crest front = hui_crest_place(foot, area.w, area.h, front_hill, 0.04, &rng);
    hui_crest_fill(scene, &front, foot.y, hui_paint_solid(dark));
}

void hui_art_waves(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const int waves = options->layers > 0 ? options->layers : 3;
    hui_color color = hui_shape_main_color(options);
    hui_rng rng = hui_rng_seed((uint64_t)options->seed);
    for (int i = 0; i < waves; i++) {
        double phase = hui_rng_range(&rng, 0, 2 * HUI_PI), level = 0.72 - 0.6 * i / waves;
        hui_point shares[HUI_CREST_POINTS];
        for (int k = 0; k < HUI_CREST_POINTS; k++) {
            double x = (double)k / (HUI_CREST_POINTS - 1);
            shares[k] = (hui_point){x, level + 0.2 * sin(phase + 2 * HUI_PI * x * 1.15)};
        }
        hui_crest crest = hui_crest_place((hui_point){area.x, area.y + area.h}, area.w, area.h, shares, 0, &rng);
        hui_color top = hui_color_alpha(color, 0.22 + 0.18 * i / waves), foot = hui_color_alpha(color, 0.06);
        hui_crest_fill(scene, &crest, area.y + area.h, hui_shape_blend(scene, area, 180, top, foot));
    }
}
