/* Sun: a disc and the rings of its glow. */
#include "art/art_rows.h"
#include "art/pieces.h"
#include "art/shape.h"

void hui_sun_draw(hui_scene *scene, const hui_sun *sun)
{
    double fade = 1, alpha = sun->ring.a / 255.0;
    for (size_t i = 0; i < sun->ring_count; i++, fade *= 0.66)
        hui_shape_ring(scene, sun->x, sun->y, sun->rings[i], hui_color_alpha(sun->ring, alpha * fade), sun->width);
    hui_path disc = hui_path_new(scene->arena);
    hui_path_circle(&disc, sun->x, sun->y, sun->r);
    hui_scene_path(scene, disc, sun->disc, hui_stroke_none());
}

void hui_art_sun(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const hui_palette *palette = &options->theme->palette;
    double k, middle = 112;
    hui_rect box = hui_shape_fit(area, 2 * middle, 2 * middle, &k);
    const double rings[2] = {80 * k, 108 * k};
    hui_color color = hui_shape_color(options, hui_color_mix(palette->gold, palette->gold_light, 0.55));
    hui_sun sun = {
        .x = box.x + box.w / 2,
        .y = box.y + box.h / 2,
        .r = 56 * k,
        .rings = rings,
        .ring_count = 2,
        .width = 2 * k,
        .disc = hui_paint_solid(color),
        .ring = hui_color_alpha(options->color.a ? color : palette->gold, 0.6),
    };
    hui_sun_draw(scene, &sun);
}
