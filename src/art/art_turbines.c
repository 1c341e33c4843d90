/* Turbines: a tapering pole, three blades, a hub. */
#include "art/art_rows.h"
#include "art/pieces.h"
#include "art/shape.h"

#include <math.h>

/* Shares of the hub's height, from the drawing of one 118 high. */
static const double blade_length = 0.46, pole_top = 0.0127, pole_foot = 0.03, hub_radius = 0.028;

static void add_blade(hui_path *path, hui_point hub, double length, double degrees)
{
    hui_path blade = hui_path_new(path->arena);
    hui_path_move(&blade, 0, 0);
    hui_path_curve(&blade, 0.06, -0.25, 0.05, -0.7, 0, -1);
    hui_path_curve(&blade, -0.02, -0.6, -0.04, -0.3, 0, 0);
    hui_path_close(&blade);
    double c = length * cos(degrees * HUI_PI / 180), s = length * sin(degrees * HUI_PI / 180);
    hui_path_add(path, &blade, (hui_matrix){c, s, -s, c, hub.x, hub.y});
}

void hui_turbine_draw(hui_scene *scene, hui_point foot, double hub, double turn, hui_color color)
{
    hui_path path = hui_path_new(scene->arena);
    hui_point top = {foot.x, foot.y - hub};
    const hui_point pole[4] = {
        {top.x - pole_top * hub, top.y},
        {top.x + pole_top * hub, top.y},
        {foot.x + pole_foot * hub, foot.y},
        {foot.x - pole_foot * hub, foot.y},
    };
    hui_path_polygon(&path, pole, 4);
    for (int i = 0; i < 3; i++)
        add_blade(&path, top, blade_length * hub, turn + 120 * i);
    hui_path_circle(&path, top.x, top.y, hub_radius * hub);
    hui_shape_fill(scene, path, color);
}

void hui_art_turbines(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    static const double sizes[] = {1, 0.78, 0.6, 0.88, 0.68};
    enum { SIZES = sizeof sizes / sizeof *sizes };
    double hub = fmin(area.h / (1 + blade_length), area.w / (2 * blade_length));
    int count = options->count > 0 ? options->count : (int)fmax(1, fmin(100, floor(area.w / hub)));
    hui_color color = hui_shape_main_color(options);
    hui_rng rng = hui_rng_seed((uint64_t)options->seed);
    double reach = hub * blade_length, step = count > 1 ? (area.w - 2 * reach) / (count - 1) : 0;
    double left = count > 1 ? area.x + reach : area.x + area.w / 2;
    for (int i = 0; i < count; i++) {
        double size = sizes[i % SIZES];
        hui_turbine_draw(scene, (hui_point){left + step * i, area.y + area.h}, hub * size, hui_rng_range(&rng, 0, 120),
                         hui_color_alpha(color, 0.55 + 0.4 * size));
    }
}
