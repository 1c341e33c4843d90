/* Ring road: an orbital road with its lane line, four interchanges, and the roads that meet it. */
#include "art/art_rows.h"
#include "art/shape.h"

#include <math.h>

/* Measures of a ring of radius 172. */
static const double ring_radius = 172, ring_width = 40, lane_width = 3, lane_dash = 16, lane_gap = 11;
static const double node_radii[3] = {26, 14, 6};
static const double main_road = 18, side_road = 10;

static void draw_roads(hui_scene *scene, hui_point middle, double reach, double k, hui_color color)
{
    for (int i = 0; i < 8; i++) {
        double angle = i * HUI_PI / 4;
        hui_path road = hui_path_new(scene->arena);
        hui_path_move(&road, middle.x, middle.y);
        hui_path_line(&road, middle.x + reach * cos(angle), middle.y + reach * sin(angle));
        hui_shape_line(scene, road, color, (i % 2 ? side_road : main_road) * k);
    }
}

/* A whole number of dashes between every two nodes, with a gap before each node. */
static void draw_lane(hui_scene *scene, hui_point middle, double r, double k, hui_color color)
{
    double node = node_radii[0] * k / r, between = (HUI_PI / 2 - 2 * node) * r;
    double pair = lane_dash + lane_gap, pairs = round((between / k - lane_gap) / pair);
    double stretch = between / (pairs * pair + lane_gap);
    hui_path lane = hui_path_new(scene->arena);
    for (int i = 0; i < 4; i++) {
        double from = i * 90 + node * 180 / HUI_PI;
        hui_path quarter = hui_path_new(scene->arena);
        hui_path_arc(&quarter, middle.x, middle.y, r, from, from + between / r * 180 / HUI_PI);
        hui_path_add(&lane, &quarter, hui_matrix_identity());
    }
    hui_stroke stroke = hui_stroke_line(color, lane_width * k);
    double dash = lane_dash * stretch;
    hui_stroke_dash(scene->arena, &stroke, (const double[]){dash, lane_gap * stretch}, 2, dash);
    hui_scene_path(scene, lane, hui_paint_none(), stroke);
}

void hui_art_ring_road(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const hui_palette *palette = &options->theme->palette;
    hui_color color = hui_shape_color(options, options->accent->color);
    hui_point middle = {area.x + area.w / 2, area.y + area.h / 2};
    double k = fmin(area.w, area.h) / 2 / (ring_radius + node_radii[0] + 18), r = ring_radius * k;

    hui_scene_rect(scene, area, NULL, hui_paint_solid(options->accent->tint), hui_stroke_none());
    draw_roads(scene, middle, hypot(area.w, area.h) / 2, k, hui_color_mix(options->accent->line, color, 0.06));
    hui_shape_circle(scene, middle.x, middle.y, r, palette->card);
    hui_shape_ring(scene, middle.x, middle.y, r, color, ring_width * k);
    draw_lane(scene, middle, r, k, palette->gold_light);
    for (int i = 0; i < 4; i++) {
        double x = middle.x + r * cos(i * HUI_PI / 2), y = middle.y + r * sin(i * HUI_PI / 2);
        hui_shape_circle(scene, x, y, node_radii[0] * k, color);
        hui_shape_circle(scene, x, y, node_radii[1] * k, palette->card);
        hui_shape_circle(scene, x, y, node_radii[2] * k, palette->gold);
    }
}
