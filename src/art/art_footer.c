/* Footer: the hero's scene in tints, where a poster ends. */
#include "art/art_rows.h"
#include "art/panorama.h"
#include "art/shape.h"

/* The hero's back and front hills, lowered; the middle one leaves a band of the back one's gold. */
static const double lowered_back = -102, lowered_front = -52;
static const hui_point middle_hill[HUI_CREST_POINTS] = {{0, 72},    {0.2, 104}, {0.4, 84},
                                                        {0.57, 64}, {0.78, 56}, {1, 90}};

void hui_art_footer(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const hui_palette *palette = &options->theme->palette;
    hui_color start = palette->strong_start, middle = hui_shape_color(options, palette->strong_middle);
    hui_color end = hui_shape_color(options, palette->strong_end);
    if (options->color.a)
        start = hui_shape_darken(middle, 0.22);
    double foot = area.y + area.h;
    hui_panorama p = hui_panorama_new(scene, area, options->seed, 1080, 264);

    hui_ridge ridge = {hui_panorama_band(&p, 0, 1, 50, 218), 205 * p.k, hui_color_mix(end, palette->paper, 0.75),
                       hui_color_mix(end, palette->paper, 0.66)};
    hui_ridge_draw(scene, &ridge, &p.rng);
    hui_color wall = hui_color_mix(middle, palette->paper, 0.2);
    hui_skyline city = {.area = hui_panorama_band(&p, 0.4815, 0.97, 48, 214),
                        .scale = 0.85 * p.k,
                        .plinth = 68 * p.k,
                        .lit = 0.4,
                        .wall = wall,
                        .window = hui_color_mix(middle, palette->paper, 0.93)};
    hui_skyline_draw(scene, &city, &p.rng);

    hui_crest back = hui_panorama_crest(&p, hui_panorama_back, lowered_back);
    hui_panorama_turbines(&p, &back, 94, hui_color_mix(middle, palette->paper, 0.1));
    hui_crest_fill(scene, &back, foot, hui_paint_solid(palette->gold));
    hui_crest hill = hui_panorama_crest(&p, middle_hill, 0);
    hui_crest_fill(scene, &hill, foot, hui_shape_blend(scene, hui_panorama_under(&p, &hill), 180, middle, start));
    hui_crest front = hui_panorama_crest(&p, hui_panorama_front, lowered_front);
    hui_crest_fill(scene, &front, foot, hui_paint_solid(hui_shape_darken(start, 0.13)));
}
