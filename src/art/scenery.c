/* Scenery: the sky of the hour that a theme's grounds have, and what is seen through its air. */
#include "art/scenery.h"

#include "art/shape.h"

#include <math.h>

enum { MOST_LAYERS = 12 };

static hui_air dusk_of(const hui_palette *p, hui_color start, hui_color end)
{
    return (hui_air){
        .top = hui_shape_darken(start, 0.2),
        .horizon = hui_color_mix(end, p->gold_light, 0.5),
        .far = hui_color_mix(end, p->gold_light, 0.26),
        .near = hui_shape_darken(start, 0.34),
        .glow = hui_color_mix(p->gold_light, p->gold, 0.12),
        .light = p->gold_light,
        .birds = p->gold_light,
    };
}

static hui_air morning_of(const hui_palette *p, const hui_accent *a, hui_color color, hui_color dark)
{
    return (hui_air){
        .top = a->tint,
        .horizon = p->gold_tint,
        .far = hui_color_mix(color, a->line, 0.86),
        .near = dark,
        .glow = hui_color_mix(p->gold, p->gold_light, 0.5),
        .light = p->card,
        .birds = color,
    };
}

/* Dusk where words over the scene are light: on a dark ground of the frame's colours, and where paper is dark. */
static hui_air air_of(const hui_art_options *options)
{
    const hui_palette *p = &options->theme->palette;
    const hui_accent *a = options->accent;
    const hui_color color = options->color;
    if (!options->on_strong && hui_color_contrast(p->paper, p->on_strong) < 4.5)
        return morning_of(p, a, hui_shape_color(options, a->fill), color.a ? hui_shape_darken(color, 0.3) : a->dark);
    if (color.a)
        return dusk_of(p, hui_shape_darken(color, 0.22), color);
    return options->on_strong ? dusk_of(p, p->strong_start, p->strong_end)
                              : dusk_of(p, hui_color_mix(p->paper, a->dark, 0.35), a->fill);
}

static void draw_sky(const hui_scenery *s)
{
    const hui_air *air = &s->air;
    const hui_stop stops[] = {
        {0, air->top}, {0.45, hui_color_mix(air->top, air->horizon, 0.16)}, {0.78, air->horizon}, {1, air->horizon}};
    hui_scene_rect(s->frame.scene, s->frame.area, NULL,
                   hui_paint_linear(s->frame.scene->arena, s->frame.area, 180, stops, 4), hui_stroke_none());
}

static void draw_sun(const hui_scenery *s, double up)
{
    const hui_panorama *f = &s->frame;
    const double x = hui_panorama_x(f, 0.76), y = hui_panorama_y(f, up), k = f->k;
    const hui_color glow = s->air.glow;
    const hui_stop stops[] = {
        {0, hui_color_alpha(glow, 0.6)}, {0.4, hui_color_alpha(glow, 0.22)}, {1, hui_color_alpha(glow, 0)}};
    hui_path halo = hui_path_new(f->scene->arena);
    hui_path_circle(&halo, x, y, 300 * k);
    hui_scene_path(f->scene, halo, hui_paint_radial(f->scene->arena, x, y, 300 * k, stops, 3), hui_stroke_none());
    const double rings[] = {118 * k, 160 * k};
    const hui_sun sun = {.x = x,
                         .y = y,
                         .r = 84 * k,
                         .rings = rings,
                         .ring_count = 2,
                         .width = 2 * k,
                         .disc = hui_paint_solid(glow),
                         .ring = hui_color_alpha(glow, 0.5)};
    hui_sun_draw(f->scene, &sun);
}

hui_scenery hui_scenery_new(hui_scene *scene, hui_rect area, const hui_art_options *options, int usual, double sun_up)
{
    const int layers = options->layers > 0 ? options->layers : usual;
    hui_scenery s = {.frame = hui_panorama_new(scene, area, options->seed, 1080, 620),
                     .air = air_of(options),
                     .layers = layers < MOST_LAYERS ? layers : MOST_LAYERS,
                     .density = options->density > 0 ? options->density : 1};
    draw_sky(&s);
    draw_sun(&s, sun_up);
    return s;
}

double hui_scenery_depth(const hui_scenery *s, int layer)
{
    return s->layers > 1 ? (double)layer / (s->layers - 1) : 1;
}

hui_color hui_scenery_color(const hui_scenery *s, double depth)
{
    return hui_color_mix(s->air.far, s->air.near, depth);
}

hui_paint hui_scenery_haze(const hui_scenery *s, hui_rect under, double depth, double mist)
{
    const hui_color color = hui_scenery_color(s, depth);
    return hui_shape_blend(s->frame.scene, under, 180, color, hui_color_mix(color, s->air.horizon, mist));
}

void hui_scenery_birds(hui_scenery *s, double share, double up)
{
    enum { BIRDS = 5 };
    hui_panorama *f = &s->frame;
    hui_path path = hui_path_new(f->scene->arena);
    for (int i = 0; i < BIRDS; i++) {
        const double span = hui_rng_range(&f->rng, 9, 17) * f->k;
        const double x = hui_panorama_x(f, share) + (i - BIRDS / 2 + hui_rng_range(&f->rng, -0.3, 0.3)) * 34 * f->k;
        const double y = hui_panorama_y(f, up + hui_rng_range(&f->rng, -22, 22));
        hui_path_move(&path, x - span, y - span * 0.35);
        hui_path_quad(&path, x - span * 0.35, y - span * 0.5, x, y);
        hui_path_quad(&path, x + span * 0.35, y - span * 0.5, x + span, y - span * 0.35);
    }
    hui_shape_line(f->scene, path, hui_color_alpha(s->air.birds, 0.8), 2.5 * f->k);
}
