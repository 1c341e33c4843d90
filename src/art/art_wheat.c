/* Wheat: a row of ears, each a grain on top and three pairs on a stem. */
#include "art/art_rows.h"
#include "art/shape.h"

#include <math.h>

/* An ear stands in 24 × 64 with its stem on x = 12; ears stand 36.8 apart, so that twenty of 80 px fill 984. */
enum { EAR_WIDTH = 24, EAR_HEIGHT = 64 };
static const double ear_pitch = 36.8, ear_stem = 2.4;

static void add_grain(hui_path *ear, double y, double side)
{
    hui_path_move(ear, 12, y);
    hui_path_curve(ear, 12 - side, y - 6, 12 - 5 * side, y - 8, 12 - 8 * side, y - 9);
    hui_path_curve(ear, 12 - 9 * side, y - 4, 12 - 6 * side, y, 12, y);
    hui_path_close(ear);
}

static hui_path ear_outline(hui_arena *arena)
{
    hui_path ear = hui_path_new(arena);
    hui_path_move(&ear, 12, 2);
    hui_path_curve(&ear, 15, 5, 15, 9, 12, 12);
    hui_path_curve(&ear, 9, 9, 9, 5, 12, 2);
    hui_path_close(&ear);
    for (int i = 0; i < 3; i++) {
        add_grain(&ear, 20 + 9 * i, 1);
        add_grain(&ear, 20 + 9 * i, -1);
    }
    hui_path_rect(&ear, (hui_rect){12 - ear_stem / 2, 12, ear_stem, EAR_HEIGHT - 12});
    return ear;
}

void hui_art_wheat(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    double k = fmin(area.h / EAR_HEIGHT, area.w / EAR_WIDTH);
    int count = options->count;
    if (count <= 0)
        count = (int)fmin(200, 1 + floor((area.w / k - EAR_WIDTH) / ear_pitch));
    /* Asked for more than fit: closer, but never so that ears overlap; then smaller. */
    k = fmin(k, area.w / (EAR_WIDTH * count));
    double pitch = count > 1 ? fmin(ear_pitch * k, (area.w - EAR_WIDTH * k) / (count - 1)) : 0;
    double left = area.x + (area.w - EAR_WIDTH * k - pitch * (count - 1)) / 2;

    const hui_path ear = ear_outline(scene->arena);
    for (int i = 0; i < count; i++) {
        hui_path placed = hui_path_new(scene->arena); /* one by one, which file formats can say once for all */
        hui_path_add(&placed, &ear, (hui_matrix){k, 0, 0, k, left + pitch * i, area.y + area.h - EAR_HEIGHT * k});
        hui_shape_fill(scene, placed, hui_shape_color(options, options->theme->palette.gold));
    }
}
