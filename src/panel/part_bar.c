/* Bars and rings. */
#include "panel/part.h"

#include <math.h>

typedef struct bar_leaf {
    double share, height;
    hui_color track, bar;
} bar_leaf;

static hui_extent bar_widths(void *data)
{
    const bar_leaf *leaf = data;
    return (hui_extent){2 * leaf->height, 8 * leaf->height};
}

static hui_height bar_height(void *data, double width)
{
    (void)width;
    return (hui_height){((const bar_leaf *)data)->height, NAN};
}

static void bar_draw(void *data, const hui_box *box, hui_scene *scene)
{
    const bar_leaf *leaf = data;
    const double r = leaf->height / 2, radii[4] = {r, r, r, r};
    hui_rect rect = {box->rect.x, box->rect.y, box->rect.w, leaf->height};
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "bar"});
    hui_scene_rect(scene, rect, radii, hui_paint_solid(leaf->track), hui_stroke_none());
    rect.w = fmax(leaf->height, rect.w * fmin(1, fmax(0, leaf->share)));
    if (leaf->share > 0)
        hui_scene_rect(scene, rect, radii, hui_paint_solid(leaf->bar), hui_stroke_none());
    hui_scene_end(scene);
}

static const hui_content bar_content = {bar_widths, NULL, bar_height, bar_draw};

hui_box *hui_part_bar(const hui_build *b, double share, double height)
{
    const hui_inks inks = hui_inks_of(b);
    bar_leaf *leaf = HUI_NEW(b->arena, bar_leaf);
    *leaf = (bar_leaf){share, height, inks.track, inks.bar};
    return hui_box_leaf(b->arena, &bar_content, leaf);
}

typedef struct ring_leaf {
    double share, diameter, width;
    hui_color track, bar;
} ring_leaf;

static hui_extent ring_widths(void *data)
{
    const ring_leaf *leaf = data;
    return (hui_extent){leaf->diameter, leaf->diameter};
}

static hui_height ring_height(void *data, double width)
{
    (void)width;
    return (hui_height){((const ring_leaf *)data)->diameter, NAN};
}

/* A full ring has no ends; a shorter one has round ones. */
static void ring_draw(void *data, const hui_box *box, hui_scene *scene)
{
    const ring_leaf *leaf = data;
    const double cx = box->rect.x + box->rect.w / 2, cy = box->rect.y + box->rect.h / 2,
                 r = (leaf->diameter - leaf->width) / 2;
    const double share = fmin(1, fmax(0, leaf->share));
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "ring"});
    hui_path track = hui_path_new(scene->arena);
    hui_path_circle(&track, cx, cy, r);
    hui_stroke stroke = hui_stroke_line(share >= 1 ? leaf->bar : leaf->track, leaf->width);
    hui_scene_path(scene, track, hui_paint_none(), stroke);
    if (share > 0 && share < 1) {
        hui_path arc = hui_path_new(scene->arena);
        hui_path_arc(&arc, cx, cy, r, -90, -90 + 360 * share);
        stroke = hui_stroke_line(leaf->bar, leaf->width);
        stroke.cap = HUI_CAP_ROUND;
        hui_scene_path(scene, arc, hui_paint_none(), stroke);
    }
    hui_scene_end(scene);
}

static const hui_content ring_content = {ring_widths, NULL, ring_height, ring_draw};

/* Of a ring's diameter, the most a numeral in it may have. */
static const double numeral_share = 0.34;

hui_box *hui_part_ring(const hui_build *b, double share, double diameter, double width, hui_string value,
                       hui_string unit)
{
    const hui_inks inks = hui_inks_of(b);
    ring_leaf *leaf = HUI_NEW(b->arena, ring_leaf);
    *leaf = (ring_leaf){share, diameter, width, inks.track, inks.bar};
    hui_box *stack = hui_box_stack(b);
    stack->align = HUI_ALIGN_CENTER;
    stack->justify = HUI_JUSTIFY_CENTER;
    stack->width = stack->height = diameter;
    hui_box_add(stack, hui_box_leaf(b->arena, &ring_content, leaf));
    /* The widest box in the hole: a chord at half the height of the numeral. */
    hui_box *hole = hui_box_column(b, 0);
    hole->width = (diameter - 2 * width) * 0.92;
    hui_build inside = hui_build_within(b, hole->width);
    inside.numerals = NULL;
    hole->align = HUI_ALIGN_CENTER;
    hui_box_add(hole, hui_part_numeral(&inside, &(hui_numeral){.value = value,
                                                               .unit = unit,
                                                               .size = HUI_NUMERAL_DENSE,
                                                               .limit = diameter * numeral_share}));
    hui_box_add(stack, hole);
    return stack;
}
