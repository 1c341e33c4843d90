/* Looks: grounds, borders, clips and groups of boxes. */
#include "panel/build.h"

static hui_paint fill_of(const hui_look *look, const hui_box *box, hui_scene *scene)
{
    if (look->stop_count)
        return hui_paint_linear(scene->arena, box->rect, look->angle, look->stops, look->stop_count);
    return look->fill.a ? hui_paint_solid(look->fill) : hui_paint_none();
}

static void draw_ground(const hui_look *look, const hui_box *box, hui_scene *scene)
{
    hui_paint fill = fill_of(look, box, scene);
    if (fill.kind != HUI_PAINT_NONE)
        hui_scene_rect(scene, hui_scene_bleed(scene, box->rect), look->radii, fill, hui_stroke_none());
}

/* A line inside the edge: its outer side is `inset` from the box. */
static void draw_line(const hui_box *box, hui_scene *scene, hui_color color, double width, double inset,
                      const double radii[4])
{
    double inner[4];
    for (int i = 0; i < 4; i++)
        inner[i] = radii[i] > width / 2 ? radii[i] - width / 2 : 0;
    hui_rect rect = hui_rect_inset(box->rect, inset + width / 2);
    hui_scene_rect(scene, rect, inner, hui_paint_none(), hui_stroke_line(color, width));
}

static void draw_rule(const hui_look *look, const hui_box *box, hui_scene *scene)
{
    hui_rect rule = box->rect;
    if (look->rule_side == HUI_LEFT)
        rule.w = look->rule_width;
    else
        rule.h = look->rule_width;
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "rule"});
    hui_scene_rect(scene, rule, NULL, hui_paint_solid(look->rule), hui_stroke_none());
    hui_scene_end(scene);
}

static void open_clip(const hui_look *look, const hui_box *box, hui_scene *scene)
{
    hui_path *path = HUI_NEW(scene->arena, hui_path);
    *path = hui_path_new(scene->arena);
    /* Half a border in, so that its line covers the seam. */
    const double inset = look->border_width / 2;
    double radii[4];
    for (int i = 0; i < 4; i++)
        radii[i] = look->radii[i] > inset ? look->radii[i] - inset : 0;
    hui_path_round_rect(path, hui_rect_inset(hui_scene_bleed(scene, box->rect), inset), radii);
    hui_scene_group(scene, (hui_group){.clip = path});
}

static void draw_before(const hui_box *box, struct hui_scene *scene)
{
    const hui_look *look = box->look;
    if (look->is_group) {
        hui_group group = look->group;
        group.box = box->rect;
        if (look->turn != 0)
            group.transform =
                hui_matrix_rotate_at(look->turn, box->rect.x + box->rect.w / 2, box->rect.y + box->rect.h / 2);
        hui_scene_group(scene, group);
    }
    draw_ground(look, box, scene);
    if (look->clip)
        open_clip(look, box, scene);
}

static const double divider_width = 2;

/* The line between two neighbours: upright between columns, level between rows; empty where none belongs. */
static hui_rect divider_between(const hui_box *box, const hui_look *look, const hui_box *a, const hui_box *c)
{
    const bool side_by_side = c->rect.x >= a->rect.x + a->rect.w - 1;
    const bool rows = box->kind == HUI_BOX_COLUMN || look->divide_rows;
    if (side_by_side && !rows)
        return (hui_rect){(a->rect.x + a->rect.w + c->rect.x - divider_width) / 2, c->rect.y, divider_width, c->rect.h};
    if (!side_by_side && rows)
        return (hui_rect){box->rect.x, (a->rect.y + a->rect.h + c->rect.y - divider_width) / 2, box->rect.w,
                          divider_width};
    return (hui_rect){0};
}

static void draw_dividers(const hui_look *look, const hui_box *box, hui_scene *scene)
{
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "rule"});
    for (const hui_box *a = box->first; a && a->next; a = a->next) {
        const hui_rect line = divider_between(box, look, a, a->next);
        if (!hui_rect_empty(line))
            hui_scene_rect(scene, line, NULL, hui_paint_solid(look->divider), hui_stroke_none());
    }
    hui_scene_end(scene);
}

static void draw_after(const hui_box *box, struct hui_scene *scene)
{
    const hui_look *look = box->look;
    if (look->divider.a)
        draw_dividers(look, box, scene);
    if (look->clip)
        hui_scene_end(scene);
    if (look->border_width > 0)
        draw_line(box, scene, look->border, look->border_width, 0, look->radii);
    if (look->inner_width > 0) {
        const double r = look->inner_radius, radii[4] = {r, r, r, r};
        draw_line(box, scene, look->inner_border, look->inner_width, look->inner_inset, radii);
    }
    if (look->rule_width > 0)
        draw_rule(look, box, scene);
    if (look->is_group)
        hui_scene_end(scene);
}

hui_look *hui_box_look(const hui_build *build, hui_box *box)
{
    if (!box->look) {
        box->look = HUI_NEW(build->arena, hui_look);
        box->draw_before = draw_before;
        box->draw_after = draw_after;
    }
    return box->look;
}

void hui_look_radius(hui_look *look, double radius)
{
    for (int i = 0; i < 4; i++)
        look->radii[i] = radius;
}

void hui_look_stops(const hui_build *build, hui_look *look, double angle, const hui_stop *stops, size_t count)
{
    look->angle = angle;
    look->stops = hui_arena_copy(build->arena, stops, count * sizeof *stops);
    look->stop_count = count;
}

void hui_look_gradient(const hui_build *build, hui_look *look, double angle, hui_color from, hui_color to)
{
    const hui_stop stops[] = {{0, from}, {1, to}};
    hui_look_stops(build, look, angle, stops, 2);
}

void hui_look_role(hui_look *look, hui_role role, const char *kind)
{
    look->is_group = true;
    look->group.role = role;
    look->group.kind = kind;
}
