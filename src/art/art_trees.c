/* Trees: firs in groups of three, lit from the left as the ridges are. */
#include "art/art_rows.h"
#include "art/pieces.h"
#include "art/shape.h"

#include <math.h>

static const double fir_width = 0.88; /* of its height */

static void draw_fir(hui_scene *scene, hui_point foot, double height, hui_color light, hui_color shade)
{
    double half = height * fir_width / 2;
    const hui_point whole[3] = {{foot.x - half, foot.y}, {foot.x, foot.y - height}, {foot.x + half, foot.y}};
    const hui_point face[3] = {{foot.x + half * 0.25, foot.y}, {foot.x, foot.y - height}, {foot.x + half, foot.y}};
    hui_shape_polygon(scene, whole, 3, light);
    hui_shape_polygon(scene, face, 3, shade);
}

void hui_firs_draw(hui_scene *scene, hui_point foot, const hui_crest *crest, double height, const hui_accent *accent,
                   hui_rng *rng)
{
    hui_color light = hui_color_mix(accent->color, accent->line, 0.08), shade = accent->dark;
    for (int i = 0; i < 3; i++) {
        double size = height * (i == 1 ? 1 : hui_rng_range(rng, 0.7, 0.84));
        double x = foot.x + height * 0.92 * (i - 1);
        /* On a slope the whole foot has to be on the ground. */
        double slack = size * fir_width / 2,
               y = crest ? fmax(hui_crest_y(crest, x - slack), hui_crest_y(crest, x + slack)) : foot.y;
        draw_fir(scene, (hui_point){x, y}, size, light, shade);
    }
}

void hui_art_trees(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    hui_accent accent = *options->accent;
    if (options->color.a) {
        accent.color = options->color;
        accent.dark = hui_shape_darken(options->color, 0.27);
    }
    /* A group is as wide as its three firs; groups stand half a group apart. */
    double group = 0.92 * 2 + fir_width, height = fmin(area.h, area.w / group);
    int count =
        options->count > 0 ? options->count : (int)fmin(60, fmax(1, floor((area.w / height + 1) / (group + 1))));
    height = fmin(height, area.w / (group * count));
    double step = count > 1 ? (area.w - group * height) / (count - 1) : 0;
    double left = count > 1 ? area.x + group * height / 2 : area.x + area.w / 2;
    hui_rng rng = hui_rng_seed((uint64_t)options->seed);
    for (int i = 0; i < count; i++)
        hui_firs_draw(scene, (hui_point){left + step * i, area.y + area.h}, NULL, height, &accent, &rng);
}
