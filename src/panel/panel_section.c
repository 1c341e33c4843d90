/* section: a chapter: numeral, title, claim and icon, then its panels. */
#include "panel/container.h"

#include <math.h>

typedef struct section {
    hui_string number, title, claim, icon;
    int ground, joint;
    hui_length gap;
    hui_panels panels;
} section;

static const hui_word ground_words[] = {{"paper", "the page's"}, {"tint", "the accent's tint"}, {0}};
static const hui_word joint_words[] = {
    {"none", "a straight edge"}, {"a", "a hill, highest at the left"}, {"b", "a hill, highest at the right"}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(section, number, STRING, "on the seal: 壹, 1, A"),
    HUI_FIELD(section, title, TEXT, "the chapter's title", .required = true),
    HUI_FIELD(section, claim, TEXT, "the line below the title"),
    HUI_FIELD(section, icon, ICON, "in a circle at the right"),
    HUI_FIELD(section, ground, ENUM, "what the chapter stands on", "\"paper\"", .words = ground_words),
    HUI_FIELD(section, joint, ENUM, "how it meets the chapter above", "\"none\"", .words = joint_words),
    HUI_FIELD(section, gap, LENGTH, "room between panels; the theme's gap if absent", .min = 0, .max = 1000),
    HUI_FIELD(section, panels, PANELS, "the chapter's panels", .required = true),
};

static const double seal_size = 104, joint_height = 39;

static hui_box *seal(const hui_build *b, hui_string number)
{
    if (!number.text || !number.text[0])
        return NULL;
    hui_box *box = hui_box_stack(b);
    box->width = box->height = seal_size;
    box->align = HUI_ALIGN_CENTER;
    box->justify = HUI_JUSTIFY_CENTER;
    hui_look *look = hui_box_look(b, box);
    hui_look_radius(look, b->theme->measures.radius);
    hui_look_gradient(b, look, 160, b->accent->fill, b->accent->dark);
    look->inner_border = b->theme->palette.gold;
    look->inner_inset = 8;
    look->inner_width = b->theme->measures.line;
    look->inner_radius = fmax(0, b->theme->measures.radius - 7);
    hui_box *numeral = hui_part_text(b, number,
                                     (hui_text_look){.type = HUI_TYPE_TITLE,
                                                     .size = 56,
                                                     .color = b->theme->palette.on_strong,
                                                     .on = b->accent->fill,
                                                     .nowrap = true,
                                                     .shrink_to = 24,
                                                     .role = HUI_ROLE_PARAGRAPH,
                                                     .kind = "number"});
    numeral->max_width = 76; /* within the inner line */
    numeral->offset_y = -2;  /* optically centred: the line box leaves more room above han than below */
    hui_box_add(box, numeral);
    return box;
}

static hui_box *header(const hui_build *b, const section *p)
{
    const hui_inks inks = hui_inks_of(b);
    hui_box *row = hui_box_row(b, 28, HUI_ALIGN_CENTER), *titles = hui_box_column(b, 4);
    row->padding[HUI_BOTTOM] = 32 - hui_gap_of(b, p->gap);
    titles->grow = 1;
    hui_box_add(titles, hui_part_text(b, p->title,
                                      (hui_text_look){.type = HUI_TYPE_TITLE,
                                                      .color = inks.strong,
                                                      .strong_weight = 900,
                                                      .balance = true,
                                                      .shrink_to = 44,
                                                      .role = HUI_ROLE_HEADING,
                                                      .kind = "title"}));
    hui_box_add(titles, hui_part_text(b, p->claim,
                                      (hui_text_look){.type = HUI_TYPE_CLAIM,
                                                      .color = inks.secondary,
                                                      .balance = true,
                                                      .shrink_to = 28,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "claim"}));
    hui_box_add(row, seal(b, p->number));
    hui_box_add(row, titles);
    hui_box_add(row, hui_part_disc(b, p->icon, 96, false));
    return row;
}

/* The curve lies over the foot of the chapter above. */
static hui_box *joint(const hui_build *b, const section *p)
{
    if (p->joint == 0)
        return NULL;
    const hui_art *art = hui_art_find(p->joint == 1 ? "joint-a" : "joint-b");
    const hui_color color = b->ground == HUI_GROUND_TINT ? b->accent->tint : b->theme->palette.paper;
    hui_box *curve = hui_part_art(b, art, (hui_art_options){.color = color}, 0, joint_height);
    curve->offset_y = 1 - joint_height;
    hui_box *top = hui_box_column(b, 0);
    top->out_of_flow = true;
    hui_box_add(top, curve);
    return top;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const section *p = props;
    const hui_measures *m = &b->theme->measures;
    hui_build inner = hui_build_on(b, p->ground == 1 ? HUI_GROUND_TINT : HUI_GROUND_PAPER);
    inner.numerals = NULL;
    inner.keep_numerals = false;
    hui_box *stack = hui_box_stack(b), *column = hui_box_column(b, hui_gap_of(b, p->gap));
    hui_look *look = hui_box_look(b, stack);
    look->fill = p->ground == 1 ? b->accent->tint : b->theme->palette.paper;
    hui_look_role(look, HUI_ROLE_SECTION, "section");
    hui_box_add(stack, joint(&inner, p));
    column->padding[HUI_TOP] = m->chapter_top;
    column->padding[HUI_BOTTOM] = m->chapter_bottom;
    column->padding[HUI_LEFT] = column->padding[HUI_RIGHT] = b->margin;
    stack->breaks = column->breaks = true;
    hui_box *head = header(&inner, p);
    head->keep = true;
    hui_box_add(column, head);
    inner = hui_build_within(&inner, b->room - 2 * b->margin);
    inner.bleed = b->margin;
    inner.heading_level++;
    hui_panels_build(&inner, p->panels, column);
    hui_box_add(stack, column);
    return stack;
}

const hui_panel_kind hui_panel_section = {.record = {"section",
                                                     "a chapter: numeral, title, claim and icon, then its panels",
                                                     fields, HUI_FIELD_COUNT(fields), sizeof(section), NULL},
                                          .build = build,
                                          .full_bleed = true};
