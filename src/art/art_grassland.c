/* Grassland: meadows to the horizon, a river, yurts, a flock, and grass before them. */
#include "art/art_rows.h"
#include "art/scenery.h"
#include "art/shape.h"

#include <math.h>

enum { USUAL_MEADOWS = 4, MOST_YURTS = 9, MOST_SHEEP = 60, MOST_TUFTS = 400 };

/* A felt dome over a round wall, with a band and a door; `width` px across at its foot. */
static void draw_yurt(const hui_scenery *s, hui_point foot, double width)
{
    hui_scene *scene = s->frame.scene;
    const double half = width / 2, wall = width * 0.27, roof = width * 0.25, eave = foot.y - wall;
    const hui_color felt = hui_color_mix(s->air.light, s->air.glow, 0.18), shade = hui_scenery_color(s, 0.8);
    hui_path dome = hui_path_new(scene->arena), crown = hui_path_new(scene->arena);
    hui_path_move(&dome, foot.x - half * 1.06, eave);
    hui_path_curve(&dome, foot.x - half * 0.86, eave - roof * 0.75, foot.x - half * 0.4, eave - roof, foot.x,
                   eave - roof);
    hui_path_curve(&dome, foot.x + half * 0.4, eave - roof, foot.x + half * 0.86, eave - roof * 0.75,
                   foot.x + half * 1.06, eave);
    hui_path_close(&dome);
    hui_path_rect(&crown, (hui_rect){foot.x - half * 0.2, eave - roof * 1.14, half * 0.4, roof * 0.24});
    hui_shape_fill(scene, crown, shade);
    hui_scene_rect(scene, (hui_rect){foot.x - half, eave - 0.5, width, wall + 0.5}, NULL,
                   hui_paint_solid(hui_color_mix(felt, shade, 0.14)), hui_stroke_none());
    hui_shape_fill(scene, dome, felt);
    hui_scene_rect(scene, (hui_rect){foot.x - half * 1.06, eave - wall * 0.1, half * 2.12, wall * 0.2}, NULL,
                   hui_paint_solid(hui_color_mix(shade, s->air.glow, 0.25)), hui_stroke_none());
    hui_scene_rect(scene, (hui_rect){foot.x - half * 0.2, foot.y - wall * 0.8, half * 0.4, wall * 0.8}, NULL,
                   hui_paint_solid(shade), hui_stroke_none());
}

/* The left half of the meadow belongs to the yurts, larger to the right. */
static void draw_yurts(hui_scenery *s, const hui_crest *meadow)
{
    hui_panorama *f = &s->frame;
    const int count = (int)fmin(fmax(round(3 * s->density), 1), MOST_YURTS);
    for (int i = 0; i < count; i++) {
        const double t = (i + 0.5) / count, share = 0.08 + 0.46 * t + hui_rng_range(&f->rng, -0.02, 0.02);
        const double x = hui_panorama_x(f, share), width = (62 + 40 * t) * f->k * hui_rng_range(&f->rng, 0.92, 1.08);
        draw_yurt(s, (hui_point){x, hui_crest_y(meadow, x) + 9 * f->k}, width);
    }
}

/* Bodies at once, then heads, so that they are two drawings however many there are. */
static void draw_sheep(hui_scenery *s, const hui_crest *meadow)
{
    hui_panorama *f = &s->frame;
    const int count = (int)fmin(round(14 * s->density), MOST_SHEEP);
    hui_path bodies = hui_path_new(f->scene->arena), heads = hui_path_new(f->scene->arena);
    for (int i = 0; i < count; i++) {
        const double x = hui_panorama_x(f, hui_rng_range(&f->rng, 0.62, 0.95)),
                     size = hui_rng_range(&f->rng, 6, 9) * f->k;
        const double y = hui_crest_y(meadow, x) + hui_rng_range(&f->rng, 14, 46) * f->k;
        hui_path body = hui_path_new(f->scene->arena);
        hui_path_circle(&body, 0, 0, 1);
        hui_path_add(&bodies, &body, (hui_matrix){size * 1.35, 0, 0, size * 0.85, x, y});
        hui_path_circle(&heads, x + (i % 3 ? 1.4 : -1.4) * size, y - size * 0.3, size * 0.42);
    }
    hui_shape_fill(f->scene, bodies, hui_color_mix(s->air.light, s->air.glow, 0.1));
    hui_shape_fill(f->scene, heads, hui_scenery_color(s, 0.9));
}

/* From the horizon to the foot in two bends, wider as it comes near. */
static void draw_river(hui_scenery *s, double top)
{
    hui_panorama *f = &s->frame;
    static const struct {
        double x, up, half;
    } bends[] = {{0.66, 1, 3}, {0.58, 0.74, 9}, {0.7, 0.48, 18}, {0.56, 0.2, 34}, {0.62, -0.1, 60}};
    enum { BENDS = sizeof bends / sizeof *bends };
    hui_point left[BENDS], right[BENDS];
    for (int i = 0; i < BENDS; i++) {
        const double x = hui_panorama_x(f, bends[i].x), y = hui_panorama_y(f, top * bends[i].up);
        left[i] = (hui_point){x - bends[i].half * f->k, y};
        right[BENDS - 1 - i] = (hui_point){x + bends[i].half * f->k, y};
    }
    hui_path path = hui_path_new(f->scene->arena);
    hui_path_smooth(&path, left, BENDS);
    hui_path_smooth(&path, right, BENDS);
    hui_path_close(&path);
    hui_shape_fill(f->scene, path, hui_color_mix(s->air.horizon, s->air.light, 0.35));
}

static void add_tuft(hui_path *path, hui_rng *rng, hui_point foot, double height)
{
    enum { BLADES = 3 };
    for (int i = 0; i < BLADES; i++) {
        const double lean = (i - 1) * height * 0.45 + hui_rng_range(rng, -0.2, 0.2) * height, half = height * 0.07;
        const double tall = height * hui_rng_range(rng, 0.7, 1);
        hui_path_move(path, foot.x - half, foot.y);
        hui_path_quad(path, foot.x - half, foot.y - tall * 0.6, foot.x + lean, foot.y - tall);
        hui_path_quad(path, foot.x + half, foot.y - tall * 0.6, foot.x + half, foot.y);
        hui_path_close(path);
    }
}

static void draw_grass(hui_scenery *s, const hui_crest *crest)
{
    hui_panorama *f = &s->frame;
    hui_path path = hui_path_new(f->scene->arena);
    const int count = (int)fmin(fmax(f->area.w / (26 * f->k) * s->density, 1), MOST_TUFTS);
    for (int i = 0; i < count; i++) {
        const double x = f->area.x + f->area.w * (i + hui_rng_range(&f->rng, 0.1, 0.9)) / count;
        const double y = hui_crest_y(crest, x) + 3 * f->k;
        add_tuft(&path, &f->rng, (hui_point){x, y}, hui_rng_range(&f->rng, 24, 50) * f->k);
    }
    hui_shape_fill(f->scene, path, hui_scenery_color(s, 1));
}

static hui_crest meadow_of(hui_scenery *s, double depth)
{
    hui_point up[HUI_CREST_POINTS];
    const double phase = hui_rng_range(&s->frame.rng, 0, 2 * HUI_PI), base = 262 - 218 * depth;
    for (int i = 0; i < HUI_CREST_POINTS; i++) {
        const double x = (double)i / (HUI_CREST_POINTS - 1);
        up[i] = (hui_point){x, base + (12 + 14 * depth) * sin(phase + 2 * HUI_PI * x * (0.7 + 0.3 * depth))};
    }
    return hui_panorama_crest(&s->frame, up, 0);
}

void hui_art_grassland(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    hui_scenery s = hui_scenery_new(scene, area, options, USUAL_MEADOWS, 326);
    hui_panorama *f = &s.frame;
    hui_ridge ridge = {hui_panorama_band(f, 0, 1, 240, 330), 260 * f->k, hui_color_mix(s.air.far, s.air.horizon, 0.45),
                       hui_color_mix(s.air.far, s.air.horizon, 0.28)};
    hui_scenery_birds(&s, 0.5, 420);
    hui_ridge_draw(scene, &ridge, &f->rng);
    for (int i = 0; i < s.layers; i++) {
        const double depth = hui_scenery_depth(&s, i);
        const hui_crest meadow = meadow_of(&s, depth);
        if (i + 1 == s.layers)
            draw_grass(&s, &meadow);
        hui_crest_fill(scene, &meadow, area.y + area.h,
                       hui_scenery_haze(&s, hui_panorama_under(f, &meadow), 0.15 + 0.85 * depth, 0.22 * (1 - depth)));
        if (i == (s.layers - 1) / 2)
            draw_river(&s, 244);
        if (i == s.layers / 2) {
            draw_yurts(&s, &meadow);
            draw_sheep(&s, &meadow);
        }
    }
}
