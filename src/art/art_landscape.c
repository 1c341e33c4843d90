/* Landscape: a mild morning over hills in the accent, room for words at the upper left. */
#include "art/art_rows.h"
#include "art/panorama.h"
#include "art/shape.h"

static const hui_point back_hill[HUI_CREST_POINTS] = {{0, 58}, {0.2, 80}, {0.38, 72}, {0.54, 56}, {0.76, 46}, {1, 88}};
static const hui_point front_hill[HUI_CREST_POINTS] = {{0, 24}, {0.17, 36}, {0.4, 30}, {0.63, 30}, {0.82, 40}, {1, 44}};

static void draw_sky(hui_panorama *p, const hui_palette *palette)
{
    hui_scene_rect(p->scene, p->area, NULL, hui_shape_blend(p->scene, p->area, 180, palette->gold_tint, palette->paper),
                   hui_stroke_none());
    const double rings[] = {80 * p->k, 108 * p->k};
    hui_sun sun = {
        .x = hui_panorama_x(p, 0.833),
        .y = hui_panorama_y(p, 212),
        .r = 56 * p->k,
        .rings = rings,
        .ring_count = 2,
        .width = 2 * p->k,
        .disc = hui_paint_solid(hui_color_mix(palette->gold, palette->gold_light, 0.5)),
        .ring = hui_color_alpha(palette->gold, 0.6),
    };
    hui_sun_draw(p->scene, &sun);
}

void hui_art_landscape(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    hui_accent accent = *options->accent;
    if (options->color.a) {
        accent.color = options->color;
        accent.dark = hui_shape_darken(options->color, 0.27);
        accent.line = hui_color_mix(options->color, options->theme->palette.card, 0.75);
    }
    hui_panorama p = hui_panorama_new(scene, area, options->seed, 984, 320);
    draw_sky(&p, &options->theme->palette);
    hui_ridge far = {hui_panorama_band(&p, 0, 1, 50, 198), 190 * p.k, hui_color_mix(accent.color, accent.line, 0.9),
                     hui_color_mix(accent.color, accent.line, 0.76)};
    hui_ridge near = {hui_panorama_band(&p, 0, 1, 10, 120), 245 * p.k, hui_color_mix(accent.color, accent.line, 0.56),
                      hui_color_mix(accent.color, accent.line, 0.45)};
    hui_ridge_draw(scene, &far, &p.rng);
    hui_ridge_draw(scene, &near, &p.rng);

    hui_crest back = hui_panorama_crest(&p, back_hill, 0), front = hui_panorama_crest(&p, front_hill, 0);
    hui_crest_fill(scene, &back, area.y + area.h,
                   hui_shape_blend(scene, hui_panorama_under(&p, &back), 180,
                                   hui_color_mix(accent.color, accent.line, 0.3), accent.color));
    static const double groves[] = {0.105, 0.645, 0.93};
    for (int i = 0; i < 3; i++) {
        double x = hui_panorama_x(&p, groves[i] + hui_rng_range(&p.rng, -0.015, 0.015));
        hui_firs_draw(scene, (hui_point){x, 0}, &back, 37 * p.k, &accent, &p.rng);
    }
    hui_crest_fill(scene, &front, area.y + area.h, hui_paint_solid(accent.dark));
}
