/* Medal: a disc with a rim and an inner line, on two ribbon tails. */
#include "art/art_rows.h"
#include "art/shape.h"

void hui_art_medal(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const hui_palette *palette = &options->theme->palette;
    /* 152 × 176; the disc's middle is (76, 72). */
    static const hui_point tails[7] = {{44, 112}, {28, 172}, {54, 160}, {76, 176}, {98, 160}, {124, 172}, {108, 112}};
    hui_matrix m = hui_shape_fit_matrix(area, 152, 176);
    hui_point at[7], middle = hui_matrix_apply(m, (hui_point){76, 72});
    for (int i = 0; i < 7; i++)
        at[i] = hui_matrix_apply(m, tails[i]);
    hui_shape_polygon(scene, at, 7, hui_shape_color(options, options->accent->color));
    hui_shape_circle(scene, middle.x, middle.y, 70 * m.xx, palette->gold);
    hui_shape_circle(scene, middle.x, middle.y, 58 * m.xx, palette->gold_tint);
    hui_shape_ring(scene, middle.x, middle.y, 52 * m.xx, palette->gold, 2 * m.xx);
}
