/* ring: a share as a ring around its value. */
#include "panel/container.h"

#include <math.h>

typedef struct ring {
    hui_string label, value, unit;
    double max;
    int size, placement;
} ring;

static const hui_word size_words[] = {{"small", "124 px"}, {"medium", "152 px"}, {"large", "168 px"}, {0}};
static const hui_word placement_words[] = {{"left", "label at the left, ring at the right"},
                                           {"right", "ring at the left, label at the right"},
                                           {"below", "label below the ring"},
                                           {0}};
static const struct {
    double diameter, width;
} measures[] = {{124, 16}, {152, 18}, {168, 22}};

static const hui_field fields[] = {
    HUI_FIELD(ring, label, TEXT, "what is measured"),
    HUI_FIELD(ring, value, VALUE, "how much", .required = true),
    HUI_FIELD(ring, unit, STRING, "after the value", "\"%\""),
    HUI_FIELD(ring, max, NUMBER, "the value of a full ring", "100", .min = 1e-9, .max = 1e15),
    HUI_FIELD(ring, size, ENUM, "across", "\"medium\"", .words = size_words),
    HUI_FIELD_AS("labelAt", ring, placement, ENUM, "where the label stands", "\"left\"", .words = placement_words),
};

enum { LEFT, RIGHT, BELOW };

/* px beside a ring for its label; with less it stands below. */
static const double least_label = 84;

static hui_box *build(const hui_build *b, const void *props)
{
    const ring *p = props;
    const bool below = p->placement == BELOW || b->room < measures[p->size].diameter + least_label;
    const double share = hui_number_of(p->value) / p->max;
    hui_box *box = below ? hui_box_column(b, 12) : hui_box_row(b, 16, HUI_ALIGN_CENTER);
    if (below)
        box->align = HUI_ALIGN_CENTER;
    hui_box *label = hui_part_text(b, p->label,
                                   (hui_text_look){.type = p->size == 0 ? HUI_TYPE_SMALL : HUI_TYPE_LABEL,
                                                   .color = hui_inks_of(b).secondary,
                                                   .balance = true,
                                                   .keep = below ? 0 : least_label,
                                                   .align = below ? HUI_TEXT_CENTER : HUI_TEXT_START,
                                                   .role = HUI_ROLE_PARAGRAPH,
                                                   .kind = "label"});
    hui_box *circle = hui_part_ring(b, isnan(share) ? 0 : share, measures[p->size].diameter, measures[p->size].width,
                                    p->value, p->unit);
    if (!below)
        hui_grow(label);
    const bool label_first = p->placement == LEFT && !below;
    hui_box_add(box, label_first ? label : circle);
    hui_box_add(box, label_first ? circle : label);
    box->grow = 1;
    /* Whatever the order in which they are drawn, the label is read first. */
    hui_look *look = hui_box_look(b, box);
    hui_look_role(look, HUI_ROLE_FIGURE, "ring");
    const char *unit = p->unit.text ? p->unit.text : "",
               *about = p->label.text ? hui_markdown_plain(b->arena, p->label.text) : "";
    look->group.label = hui_arena_printf(b->arena, "%s%s%s%s", about, about[0] ? " " : "", p->value.text, unit);
    return box;
}

const hui_panel_kind hui_panel_ring = {
    .record = {"ring", "a share as a ring around its value", fields, HUI_FIELD_COUNT(fields), sizeof(ring), NULL},
    .build = build};
