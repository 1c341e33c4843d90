/* zigzag: items at both sides of a line that goes to and fro. */
#include "structure/spine.h"

#include <math.h>

typedef struct zigzag {
    hui_list items;
} zigzag;

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(zigzag, "the items, from the top"),
};

static const double swing = 104, line_width = 8;

static void draw_line(const hui_box *box, hui_scene *scene)
{
    const hui_spine *s = box->data;
    hui_path path = hui_path_new(scene->arena);
    for (size_t i = 0; i < s->count; i++) {
        const hui_point node = hui_spine_node(box, &s->at[i]);
        if (i)
            hui_path_line(&path, node.x, node.y);
        else
            hui_path_move(&path, node.x, node.y);
    }
    hui_stroke stroke = hui_stroke_line(hui_inks_of(&s->build).line, line_width);
    stroke.join = HUI_JOIN_ROUND;
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "line"});
    if (s->count > 1)
        hui_scene_path(scene, path, hui_paint_none(), stroke);
    hui_scene_end(scene);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const zigzag *p = props;
    const hui_build inner = hui_build_group(b);
    hui_spine *s = hui_spine_winding(&inner, p->items, sizeof(hui_topic), false, true, swing);
    return hui_topic_list(b, hui_spine_box(&inner, s, draw_line), "zigzag");
}

const hui_panel_kind hui_panel_zigzag = {.record = {"zigzag", "items at both sides of a line that goes to and fro",
                                                    fields, HUI_FIELD_COUNT(fields), sizeof(zigzag), NULL},
                                         .build = build};
