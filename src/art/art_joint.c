/* Joints: the hill curves over the full width where one chapter's ground meets the next. */
#include "art/art_rows.h"
#include "art/shape.h"

/* Shares of width and height: the start and two cubics. All controls lie within, so the curve does too. */
typedef hui_point hill[7];

static const hill high_left = {{0, 0.6}, {0.13, 0.02}, {0.29, 0}, {0.435, 0.35}, {0.59, 0.7}, {0.76, 1}, {1, 0.2}};
static const hill high_right = {{0, 0.25},     {0.185, 0.85}, {0.352, 0.85}, {0.519, 0.45},
                                {0.685, 0.05}, {0.833, 0},    {1, 0.55}};

static void draw(hui_scene *scene, hui_rect area, const hui_art_options *options, const hill curve)
{
    hui_point at[7];
    for (int i = 0; i < 7; i++)
        at[i] = (hui_point){area.x + area.w * curve[i].x, area.y + area.h * curve[i].y};
    hui_path path = hui_path_new(scene->arena);
    hui_path_move(&path, area.x, area.y + area.h);
    hui_path_line(&path, at[0].x, at[0].y);
    hui_path_curve(&path, at[1].x, at[1].y, at[2].x, at[2].y, at[3].x, at[3].y);
    hui_path_curve(&path, at[4].x, at[4].y, at[5].x, at[5].y, at[6].x, at[6].y);
    hui_path_line(&path, area.x + area.w, area.y + area.h);
    hui_path_close(&path);
    hui_shape_fill(scene, path, hui_shape_color(options, options->accent->tint));
}

void hui_art_joint_a(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    draw(scene, area, options, high_left);
}

void hui_art_joint_b(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    draw(scene, area, options, high_right);
}
