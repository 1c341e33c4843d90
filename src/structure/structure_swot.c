/* swot: strengths and weaknesses above opportunities and threats. */
#include "structure/sides.h"

typedef struct swot {
    hui_list strengths, weaknesses, opportunities, threats; /* hui_string */
} swot;

static const hui_field fields[] = {
    HUI_FIELD(swot, strengths, TEXTS, "what helps, from within", .required = true),
    HUI_FIELD(swot, weaknesses, TEXTS, "what hinders, from within", .required = true),
    HUI_FIELD(swot, opportunities, TEXTS, "what helps, from without", .required = true),
    HUI_FIELD(swot, threats, TEXTS, "what hinders, from without", .required = true),
};

typedef struct quarter {
    const char *letter, *han, *english;
} quarter;

static const quarter quarters[] = {
    {"S", "优势", "Strengths"}, {"W", "劣势", "Weaknesses"}, {"O", "机会", "Opportunities"}, {"T", "威胁", "Threats"}};

/* Strengths and opportunities in the accent's colour, what stands against them in its dark one. */
static hui_box *quarter_box(const hui_build *b, const quarter *q, hui_list texts, bool against)
{
    const bool dark = b->ground == HUI_GROUND_STRONG;
    const hui_side side = {.title = hui_text_at(hui_is_han(b) ? q->han : q->english, texts.place),
                           .letter = hui_text_at(q->letter, texts.place),
                           .texts = texts,
                           .marker = against ? "minus" : "plus",
                           .head = against && !dark ? b->accent->dark : (hui_color){0}};
    return hui_side_box(b, &side);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const swot *p = props;
    const hui_list texts[] = {p->strengths, p->weaknesses, p->opportunities, p->threats};
    static const hui_length tracks[] = {{1, HUI_UNIT_FR}, {1, HUI_UNIT_FR}};
    hui_box *grid = hui_box_new(b->arena, HUI_BOX_GRID);
    grid->gap = grid->row_gap = b->room < 640 ? 16 : b->theme->measures.gap;
    const bool beside = (b->room - grid->gap) / 2 >= hui_side_least;
    const hui_build inner = hui_build_within(b, beside ? (b->room - grid->gap) / 2 : b->room);
    hui_box_tracks(b, grid, (hui_lengths){tracks, beside ? 2 : 1});
    for (size_t i = 0; i < 4; i++)
        hui_box_add(grid, quarter_box(&inner, &quarters[i], texts[i], i % 2));
    return grid;
}

const hui_panel_kind hui_panel_swot = {.record = {"swot",
                                                  "strengths, weaknesses, opportunities and threats in four cards",
                                                  fields, HUI_FIELD_COUNT(fields), sizeof(swot), NULL},
                                       .build = build};
