/* section: a chapter: numeral, title, claim and icon, then its panels. */
#include "panel/container.h"
#include "panel/section_header.h"

typedef struct section {
    hui_section_header header;
    int ground, joint;
    hui_length gap;
    hui_panels panels;
} section;

static const hui_word ground_words[] = {{"paper", "the page's"}, {"tint", "the accent's tint"}, {0}};
static const hui_word joint_words[] = {
    {"none", "a straight edge"}, {"a", "a hill, highest at the left"}, {"b", "a hill, highest at the right"}, {0}};

static const hui_field fields[] = {
    HUI_FIELD_AS("number", section, header.number, STRING, "the chapter's number: 壹, 1, A"),
    HUI_FIELD_AS("title", section, header.title, TEXT, "the chapter's title", .required = true),
    HUI_FIELD_AS("claim", section, header.claim, TEXT, "the line below the title"),
    HUI_FIELD_AS("icon", section, header.icon, ICON, "at the right"),
    HUI_FIELD_AS("header", section, header.style, ENUM, "how number, title, claim and icon are set", "\"seal\"",
                 .words = hui_section_header_words),
    HUI_FIELD(section, ground, ENUM, "what the chapter stands on", "\"paper\"", .words = ground_words),
    HUI_FIELD(section, joint, ENUM, "how it meets the chapter above", "\"none\"", .words = joint_words),
    HUI_FIELD(section, gap, LENGTH, "room between panels; the theme's gap if absent", .min = 0, .max = 1000),
    HUI_FIELD(section, panels, PANELS, "the chapter's panels", .required = true),
};

static const double joint_height = 39;

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
    hui_box *head = hui_box_column(b, 0);
    hui_box_add(head, hui_section_header_build(&inner, &p->header));
    head->padding[HUI_BOTTOM] = 32 - hui_gap_of(b, p->gap);
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
