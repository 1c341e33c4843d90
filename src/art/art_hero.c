/* Hero: the scene at a poster's head, from the sky at the back to the paper hill at the foot. */
#include "art/art_rows.h"
#include "art/panorama.h"
#include "art/shape.h"

/* The scene's colours: a frame colour in three depths, lit by gold. */
typedef struct light {
    hui_color start, middle, end; /* of the frame, dark to bright */
    hui_color gold, gold_light, gold_pale, earth, paper;
} light;

/* The lightest of the golds: the ground of gold panels, where paper is light. */
static hui_color find_pale(const hui_palette *palette)
{
    const hui_color black = HUI_RGB(0x000000);
    return hui_color_contrast(palette->gold_tint, black) > hui_color_contrast(palette->gold_light, black)
               ? palette->gold_tint
               : hui_color_mix(palette->gold_light, palette->on_strong, 0.55);
}

static light find_light(const hui_art_options *options)
{
    const hui_palette *palette = &options->theme->palette;
    light l = {
        .start = palette->strong_start,
        .middle = palette->strong_middle,
        .end = palette->strong_end,
        .gold = palette->gold,
        .gold_light = palette->gold_light,
        .gold_pale = find_pale(palette),
        .earth = hui_color_mix(palette->gold, palette->gold_ink, 0.33),
        .paper = palette->paper,
    };
    if (options->color.a) {
        l.middle = options->color;
        l.start = hui_shape_darken(l.middle, 0.22);
        l.end = hui_color_mix(l.middle, palette->gold_light, 0.12);
    }
    return l;
}

/* What stands behind the paper hill ends below its crest, above the foot: else it would shine through at the edge that it
 * shares with the hill, since renderers blend the two there. */
static double hidden_foot(const hui_panorama *p)
{
    return p->area.y + p->area.h - 14 * p->k;
}

static void draw_sky(hui_panorama *p, const light *l)
{
    const hui_rect sky = {p->area.x, p->area.y, p->area.w, hidden_foot(p) - p->area.y};
    const hui_stop stops[] = {
        {0, hui_shape_darken(l->start, 0.13)},
        {0.5, hui_color_mix(l->middle, l->start, 0.35)},
        {0.72, hui_color_mix(l->end, l->gold_light, 0.2)},
        {1, hui_color_mix(l->end, l->gold_light, 0.5)},
    };
    hui_scene_rect(p->scene, sky, NULL,
                   hui_paint_linear(p->scene->arena, p->area, 180, stops, sizeof stops / sizeof *stops),
                   hui_stroke_none());
}

static void draw_sun(hui_panorama *p, const light *l)
{
    double x = hui_panorama_x(p, 0.774), y = hui_panorama_y(p, 280), k = p->k;
    hui_color glow = hui_color_mix(l->gold, l->gold_light, 0.65), dusk = hui_color_mix(l->end, l->gold_light, 0.2);
    const hui_stop stops[] = {{0, hui_color_alpha(glow, 0.75)},
                              {0.42, hui_color_alpha(hui_color_mix(glow, dusk, 0.4), 0.46)},
                              {1, hui_color_alpha(dusk, 0)}};
    hui_path halo = hui_path_new(p->scene->arena);
    hui_path_circle(&halo, x, y, 420 * k);
    hui_scene_path(p->scene, halo, hui_paint_radial(p->scene->arena, x, y, 420 * k, stops, 3), hui_stroke_none());
    const double rings[] = {170 * k, 226 * k, 290 * k, 362 * k};
    hui_rect box = {x - 118 * k, y - 118 * k, 236 * k, 236 * k};
    hui_sun sun = {
        .x = x,
        .y = y,
        .r = 118 * k,
        .rings = rings,
        .ring_count = 4,
        .width = 2 * k,
        .disc = hui_shape_blend(p->scene, box, 180, hui_color_mix(l->gold_light, l->gold_pale, 0.6),
                                hui_color_mix(l->gold, l->gold_light, 0.4)),
        .ring = hui_color_alpha(l->gold_light, 0.55),
    };
    hui_sun_draw(p->scene, &sun);
}

static void draw_ridges(hui_panorama *p, const light *l)
{
    hui_color far = hui_color_mix(l->end, l->gold_light, 0.08), near = hui_color_mix(l->middle, l->start, 0.6);
    hui_ridge back = {hui_panorama_band(p, 0, 1, 200, 388), 158 * p->k, far, hui_color_mix(far, l->start, 0.32)};
    hui_ridge front = {hui_panorama_band(p, 0, 1, 130, 316), 205 * p->k, near, hui_shape_darken(l->start, 0.05)};
    hui_ridge_draw(p->scene, &back, &p->rng);
    hui_ridge_draw(p->scene, &front, &p->rng);
}

static void draw_city(hui_panorama *p, const light *l)
{
    hui_color wall = hui_shape_darken(l->start, 0.3);
    hui_skyline back = {.area = hui_panorama_band(p, 0.45, 1, 160, 406),
                        .scale = p->k * 1.1,
                        .low = 0.64,
                        .plain = true,
                        .first = 5, /* low before the sun */
                        .lit = 0.66,
                        .wall = l->start,
                        .window = hui_color_mix(l->start, l->end, 0.42)};
    hui_skyline front = {.area = hui_panorama_band(p, 0.4185, 1, 144, 400),
                         .scale = p->k,
                         .plinth = 86 * p->k,
                         .lit = 0.6,
                         .wall = wall,
                         .window = hui_color_mix(l->gold, l->gold_light, 0.45)};
    hui_skyline_draw(p->scene, &back, &p->rng);
    hui_skyline_draw(p->scene, &front, &p->rng);
}

/* Gold with contour lines and turbines, then two of the frame's colour. */
static void draw_hills(hui_panorama *p, const light *l)
{
    double foot = hidden_foot(p);
    hui_crest gold = hui_panorama_crest(p, hui_panorama_back, 0);
    hui_panorama_turbines(p, &gold, 118, l->gold_light);
    hui_crest_fill(p->scene, &gold, foot,
                   hui_shape_blend(p->scene, hui_panorama_under(p, &gold), 180,
                                   hui_color_mix(l->gold, l->gold_light, 0.18), l->earth));
    for (int line = 1; line <= 2; line++) {
        hui_crest contour = gold;
        for (int i = 0; i < HUI_CREST_POINTS; i++)
            contour.at[i].y += (20 + 5 * (i % 2)) * line * p->k;
        hui_crest_line(p->scene, &contour, hui_color_alpha(l->gold_light, 0.75 - 0.2 * line), 2 * p->k);
    }
    hui_crest middle = hui_panorama_crest(p, hui_panorama_middle, 0),
              front = hui_panorama_crest(p, hui_panorama_front, 0);
    hui_crest_fill(p->scene, &middle, foot,
                   hui_shape_blend(p->scene, hui_panorama_under(p, &middle), 135, l->middle,
                                   hui_color_mix(l->middle, l->start, 0.5)));
    hui_crest_fill(p->scene, &front, foot,
                   hui_shape_blend(p->scene, p->area, 90, hui_shape_darken(l->start, 0.13),
                                   hui_color_mix(l->middle, l->start, 0.8)));
}

/* A line that accompanies the ribbon, from and to in design px from the lower left and the lower right. */
static void draw_streak(hui_panorama *p, hui_point from, hui_point to, double width, hui_paint paint)
{
    double x0 = p->area.x + from.x * p->k, y0 = hui_panorama_y(p, from.y);
    double dx = p->area.x + p->area.w - to.x * p->k - x0, dy = hui_panorama_y(p, to.y) - y0;
    hui_path path = hui_path_new(p->scene->arena);
    hui_path_move(&path, x0, y0);
    hui_path_curve(&path, x0 + 0.455 * dx, y0 + 0.345 * dy, x0 + 0.86 * dx, y0 + 0.33 * dy, x0 + dx, y0 + dy);
    hui_stroke stroke = {.paint = paint, .width = width * p->k, .cap = HUI_CAP_ROUND, .join = HUI_JOIN_ROUND};
    hui_scene_path(p->scene, path, hui_paint_none(), stroke);
}

static void draw_ribbon(hui_panorama *p, const light *l)
{
    const hui_stop stops[] = {
        {0.04, hui_shape_darken(l->start, 0.13)}, /* the front hill's, out of which it comes */
        {0.36, hui_color_mix(l->gold, l->gold_light, 0.65)},
        {0.93, l->gold_pale},
    };
    hui_paint body = hui_paint_linear(p->scene->arena, p->area, 90, stops, 3);
    hui_ribbon ribbon = {
        .start = {p->area.x - 20 * p->k, hui_panorama_y(p, 64)},
        .end = {p->area.x + p->area.w - 92 * p->k, hui_panorama_y(p, 360)},
        .thin = 6 * p->k,
        .wide = 43 * p->k,
        .body = body,
        .head = l->gold_pale,
    };
    hui_ribbon_draw(p->scene, &ribbon);
    draw_streak(p, (hui_point){-20, 36}, (hui_point){40, 272}, 5, body);
    draw_streak(p, (hui_point){120, 32}, (hui_point){12, 204}, 3, body);
}

void hui_art_hero(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    static const hui_point paper_hill[HUI_CREST_POINTS] = {{0, 24},    {0.2, 54}, {0.36, 56},
                                                           {0.54, 39}, {0.8, 19}, {1, 48}};
    light l = find_light(options);
    hui_panorama p = hui_panorama_new(scene, area, options->seed, 1080, 920);
    draw_sky(&p, &l);
    draw_sun(&p, &l);
    draw_ridges(&p, &l);
    draw_city(&p, &l);
    draw_hills(&p, &l);
    draw_ribbon(&p, &l);
    hui_crest paper = hui_panorama_crest(&p, paper_hill, 0);
    hui_crest_fill(scene, &paper, area.y + area.h, hui_paint_solid(l.paper));
    hui_crest_line(scene, &paper, l.gold, 6 * p.k);
}
