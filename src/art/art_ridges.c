/* Ridges: faceted mountains, each summit with a face in light and one in shade. */
#include "art/art_rows.h"
#include "art/pieces.h"
#include "art/shape.h"

#include <math.h>

enum { MOST_POINTS = 161 };

/* Summits and saddles in turn, the first and last beyond the edges. Heights are shares: saddles stay below half, and a
 * high summit is followed by lower ones. */
static int plan_ridge(const hui_ridge *r, hui_rng *rng, hui_point at[MOST_POINTS])
{
    double pitch = fmax(r->pitch, r->area.w / 70); /* so that the points reach the right edge */
    double bottom = r->area.y + r->area.h, x = r->area.x - pitch * hui_rng_range(rng, 0.15, 0.5);
    int count = 0, high = hui_rng_int(rng, 0, 2);
    while (count < MOST_POINTS && (count < 3 || at[count - 1].x < r->area.x + r->area.w)) {
        bool is_summit = count % 2;
        bool is_high = is_summit && (count / 2 + high) % 3 == 0;
        double share = is_high     ? hui_rng_range(rng, 0.92, 1)
                       : is_summit ? hui_rng_range(rng, 0.7, 0.86)
                                   : hui_rng_range(rng, 0.44, 0.58);
        at[count++] = (hui_point){x, bottom - r->area.h * share};
        /* The slope in shade is the longer one. */
        x += pitch * (is_summit ? hui_rng_range(rng, 0.5, 0.62) : hui_rng_range(rng, 0.42, 0.58));
    }
    return count;
}

/* From the summit down its right slope, and back along a broken edge that leans into the mountain. */
static void add_shade(hui_path *shades, hui_point summit, hui_point saddle, double bottom)
{
    double dx = saddle.x - summit.x, dy = bottom - summit.y;
    const hui_point face[6] = {
        summit,
        saddle,
        {summit.x + dx * 0.5, bottom},
        {summit.x + dx * 0.2, bottom},
        {summit.x + dx * 0.06, summit.y + dy * 0.6},
        {summit.x + dx * 0.25, summit.y + dy * 0.33},
    };
    hui_path_polygon(shades, face, 6);
}

void hui_ridge_draw(hui_scene *scene, const hui_ridge *r, hui_rng *rng)
{
    hui_point at[MOST_POINTS];
    int count = plan_ridge(r, rng, at);
    double bottom = r->area.y + r->area.h;
    hui_path body = hui_path_new(scene->arena), shades = hui_path_new(scene->arena);
    hui_path_move(&body, at[0].x, bottom);
    for (int i = 0; i < count; i++)
        hui_path_line(&body, at[i].x, at[i].y);
    hui_path_line(&body, at[count - 1].x, bottom);
    hui_path_close(&body);
    for (int i = 1; i + 1 < count; i += 2)
        add_shade(&shades, at[i], at[i + 1], bottom);
    hui_shape_fill(scene, body, r->light);
    hui_shape_fill(scene, shades, r->shade);
}

void hui_art_ridges(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    hui_color color = hui_shape_color(options, options->accent->color), pale = options->accent->line;
    if (options->on_strong) {
        color = options->accent->dark;
        pale = hui_color_mix(options->accent->color, options->theme->palette.on_strong, 0.12);
    }
    hui_rng rng = hui_rng_seed((uint64_t)options->seed);
    hui_ridge far = {area, area.h * 0.95, hui_color_mix(color, pale, 0.88), hui_color_mix(color, pale, 0.74)};
    hui_ridge_draw(scene, &far, &rng);
    hui_ridge near = {{area.x, area.y + area.h * 0.42, area.w, area.h * 0.58},
                      area.h * 0.85,
                      hui_color_mix(color, pale, 0.55),
                      hui_color_mix(color, pale, 0.42)};
    hui_ridge_draw(scene, &near, &rng);
}
