/* sectors: the parts of a whole, around a circle or a half one. */
#include "structure/around.h"

#include <math.h>

typedef struct sectors {
    hui_list items;
    hui_string title;
    int shape;
} sectors;

enum { CIRCLE, FAN };

static const hui_word shape_words[] = {{"circle", NULL}, {"fan", "the upper half of a circle"}, {0}};

static const hui_field fields[] = {
    HUI_TOPICS_FIELD(sectors, "the parts, clockwise"),
    HUI_FIELD(sectors, title, TEXT, "in the middle"),
    HUI_FIELD(sectors, shape, ENUM, "what the parts make", "\"circle\"", .words = shape_words),
};

static const double hole = 0.42, gap = 5; /* px between parts */

/* Edges are parallel to their neighbours'. */
static void sector(hui_path *path, const hui_ring_part *p)
{
    const double outer = fmin(gap / p->outer * 90 / HUI_PI, (p->to - p->from) / 4),
                 inner = fmin(gap / p->inner * 90 / HUI_PI, (p->to - p->from) / 4);
    hui_path_arc(path, p->x, p->y, p->outer, p->from + outer, p->to - outer);
    hui_path_arc(path, p->x, p->y, p->inner, p->to - inner, p->from + inner);
    hui_path_close(path);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const sectors *p = props;
    hui_around *around = HUI_NEW(b->arena, hui_around);
    *around = (hui_around){.items = p->items,
                           .title = p->title,
                           .from = p->shape == FAN ? 180 : -90,
                           .sweep = p->shape == FAN ? 180 : 360,
                           .inner = hole,
                           .outline = sector,
                           .kind = "sectors"};
    return hui_around_build(b, around);
}

const hui_panel_kind hui_panel_sectors = {.record = {"sectors", "the parts of a whole around a circle", fields,
                                                     HUI_FIELD_COUNT(fields), sizeof(sectors), NULL},
                                          .build = build};
