/* Laurel: a branch of leaves in pairs along an arc, and the wreath of two. */
#include "art/art_rows.h"
#include "art/shape.h"

#include <math.h>

enum { PAIRS = 6, STEM_STEPS = 8 };

/* Units of a branch 60 × 120: the arc's middle is at the right, the leaves point along the stem, turned outwards. */
static const double arc_radius = 50, first_pair = 114, pair_step = 23.5, leaf_turn = 34;
static const double leaf_length[PAIRS] = {16, 21, 24, 23, 20, 17};

static hui_point on_arc(double degrees, double radius)
{
    return (hui_point){radius * cos(degrees * HUI_PI / 180), radius * sin(degrees * HUI_PI / 180)};
}

static void add_leaf(hui_path *branch, hui_point at, double degrees, double length)
{
    hui_path leaf = hui_path_new(branch->arena);
    hui_path_move(&leaf, 0, 0);
    hui_path_curve(&leaf, 0.3, -0.31, 0.75, -0.26, 1, 0);
    hui_path_curve(&leaf, 0.75, 0.26, 0.3, 0.31, 0, 0);
    hui_path_close(&leaf);
    double c = length * cos(degrees * HUI_PI / 180), s = length * sin(degrees * HUI_PI / 180);
    hui_path_add(branch, &leaf, (hui_matrix){c, s, -s, c, at.x, at.y});
}

/* The stem thins towards the last pair of leaves. */
static void add_stem(hui_path *branch)
{
    hui_point edge[2 * STEM_STEPS + 2];
    for (int i = 0; i <= STEM_STEPS; i++) {
        double t = (double)i / STEM_STEPS, half = 1.5 - 1.1 * t;
        double degrees = 103 + (first_pair + (PAIRS - 1) * pair_step - 103) * t;
        edge[i] = on_arc(degrees, arc_radius + half);
        edge[2 * STEM_STEPS + 1 - i] = on_arc(degrees, arc_radius - half);
    }
    hui_path_smooth(branch, edge, STEM_STEPS + 1);
    hui_path_smooth(branch, edge + STEM_STEPS + 1, STEM_STEPS + 1);
    hui_path_close(branch);
}

static hui_path branch_outline(hui_arena *arena)
{
    hui_path branch = hui_path_new(arena);
    add_stem(&branch);
    for (int i = 0; i < PAIRS; i++) {
        double degrees = first_pair + pair_step * i;
        hui_point at = on_arc(degrees, arc_radius);
        add_leaf(&branch, at, degrees + 90 + leaf_turn, leaf_length[i]);
        add_leaf(&branch, at, degrees + 90 - leaf_turn, leaf_length[i]);
    }
    return branch;
}

/* The left branch as large as `area` allows: against its left edge, in the middle of its height. */
static hui_path fit_branch(hui_arena *arena, hui_rect area)
{
    hui_path branch = branch_outline(arena), fitted = hui_path_new(arena);
    hui_rect box = hui_path_bounds(&branch);
    double k = fmin(area.w / box.w, area.h / box.h);
    hui_path_add(&fitted, &branch,
                 (hui_matrix){k, 0, 0, k, area.x - box.x * k, area.y + area.h / 2 - (box.y + box.h / 2) * k});
    return fitted;
}

void hui_art_laurel(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    hui_rect box = hui_shape_fit(area, 1, 2, NULL);
    hui_shape_fill(scene, fit_branch(scene->arena, box), hui_shape_color(options, options->theme->palette.gold));
}

void hui_art_wreath(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    hui_rect box = hui_shape_fit(area, 130, 96, NULL);
    hui_path left = fit_branch(scene->arena, (hui_rect){box.x, box.y, box.w / 2, box.h});
    hui_path both = hui_path_new(scene->arena);
    hui_path_add(&both, &left, hui_matrix_identity());
    hui_path_add(&both, &left, (hui_matrix){-1, 0, 0, 1, 2 * box.x + box.w, 0});
    hui_shape_fill(scene, both, hui_shape_color(options, options->theme->palette.gold));
}
