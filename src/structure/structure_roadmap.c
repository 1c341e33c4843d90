/* roadmap: milestones along a winding road. */
#include "structure/spine.h"
#include "structure/timeline.h"

#include <math.h>

typedef struct roadmap {
    hui_list items;
} roadmap;

static const hui_field fields[] = {
    HUI_FIELD(roadmap, items, LIST, "the milestones, from the start", .required = true, .record = &hui_moment_record),
};

static const double swing = 72, road_width = 44, narrow_road = 32, dash_width = 3, tail = 40, bend = 0.5;
static const double dashes[] = {16, 11};

/* From milestone to milestone, upright at each. */
static hui_path road_of(hui_arena *arena, const hui_box *box, const hui_spine *s)
{
    hui_path path = hui_path_new(arena);
    hui_point last = hui_spine_node(box, s->at);
    hui_path_move(&path, last.x, last.y);
    for (size_t i = 1; i < s->count; i++) {
        const hui_point next = hui_spine_node(box, &s->at[i]);
        const double pull = (next.y - last.y) * bend;
        hui_path_curve(&path, last.x, last.y + pull, next.x, next.y - pull, next.x, next.y);
        last = next;
    }
    hui_path_line(&path, last.x,
                  fmax(last.y + s->node / 2 + 1, fmin(last.y + s->node / 2 + tail, hui_box_inner(box).y + s->foot)));
    return path;
}

static void draw_road(const hui_box *box, hui_scene *scene)
{
    const hui_spine *s = box->data;
    if (!s->count)
        return;
    const hui_build *b = &s->build;
    const bool dark = b->ground == HUI_GROUND_STRONG;
    const hui_path road = road_of(scene->arena, box, s);
    hui_stroke ground =
        hui_stroke_line(dark ? hui_inks_of(b).line : b->accent->dark, s->both_sides ? road_width : narrow_road);
    ground.cap = HUI_CAP_ROUND;
    ground.join = HUI_JOIN_ROUND;
    hui_stroke middle = hui_stroke_line(b->theme->palette.gold_light, dash_width);
    hui_stroke_dash(scene->arena, &middle, dashes, 2, 0);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "road"});
    hui_scene_path(scene, road, hui_paint_none(), ground);
    hui_scene_path(scene, road, hui_paint_none(), middle);
    hui_scene_end(scene);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const roadmap *p = props;
    const hui_build inner = hui_build_group(b);
    hui_spine *s = hui_spine_winding(&inner, p->items, sizeof(hui_moment), true, true, swing);
    return hui_topic_list(b, hui_spine_box(&inner, s, draw_road), "roadmap");
}

const hui_panel_kind hui_panel_roadmap = {
    .record = {"roadmap", "milestones along a winding road", fields, HUI_FIELD_COUNT(fields), sizeof(roadmap), NULL},
    .build = build};
