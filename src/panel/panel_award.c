/* award: an honour on a gold plaque between laurels. */
#include "panel/container.h"

#include <math.h>

typedef struct award {
    hui_string verb, name, suffix, icon;
    int size;
} award;

enum { NORMAL, LARGE, SMALL };

static const hui_word size_words[] = {{"normal", "name of 34 px"},
                                      {"large", "name of 40 px: alone across the page"},
                                      {"small", "name of 30 px, small laurels: in a narrow card"},
                                      {0}};

static const hui_field fields[] = {
    HUI_FIELD(award, verb, TEXT, "the line above, such as 获评"),
    HUI_FIELD(award, name, TEXT, "the honour; `|` marks where a line may end", .required = true),
    HUI_FIELD(award, suffix, TEXT, "the line below, such as 称号"),
    HUI_FIELD(award, icon, ICON, "between the laurels, which then stand above the text"),
    HUI_FIELD(award, size, ENUM, "of the name", "\"normal\"", .words = size_words),
};

/* Laurels at both sides leave the name six characters; with less room they stand above it, px. */
static const double least_lying = 280;

static hui_box *laurel(const hui_build *b, bool right, double width, double height)
{
    const hui_art *art = hui_art_find("laurel");
    hui_box *box = hui_part_art(b, art, (hui_art_options){.mirror = right}, width, height);
    return box;
}

static hui_box *line(const hui_build *b, hui_string string, hui_text_look look)
{
    const hui_color gold_ink = b->theme->palette.gold_ink;
    look.color = look.strong_color = gold_ink;
    look.align = HUI_TEXT_CENTER;
    look.balance = true;
    look.role = HUI_ROLE_PARAGRAPH;
    return hui_part_text(b, string, look);
}

static hui_box *words(const hui_build *b, const award *p)
{
    const double size = p->size == LARGE ? 40 : p->size == SMALL ? 30 : p->icon.text || b->room < least_lying ? 32 : 34;
    hui_box *column = hui_box_column(b, 0);
    column->align = HUI_ALIGN_STRETCH;
    hui_box_add(column, line(b, p->verb, (hui_text_look){.type = HUI_TYPE_SMALL, .kind = "verb"}));
    hui_box_add(
        column,
        line(b, p->name, (hui_text_look){.type = HUI_TYPE_NAME, .kind = "name", .strong_weight = 900, .size = size}));
    hui_box_add(column, line(b, p->suffix, (hui_text_look){.type = HUI_TYPE_SMALL, .kind = "suffix"}));
    return column;
}

/* Laurels at both sides of the text. */
static hui_box *lying(const hui_build *b, const award *p)
{
    const double width = p->size == SMALL ? 40 : 54;
    hui_box *row = hui_box_row(b, p->size == LARGE ? 32 : 8, HUI_ALIGN_CENTER);
    row->justify = HUI_JUSTIFY_CENTER;
    hui_box_add(row, laurel(b, false, width, 2 * width));
    hui_box *text = words(b, p);
    text->grow = p->size == LARGE ? 0 : 1; /* in narrow plaques the laurels keep to the edges */
    hui_box_add(row, text);
    hui_box_add(row, laurel(b, true, width, 2 * width));
    return row;
}

/* Laurels, around an icon if there is one, above the text. */
static hui_box *upright(const hui_build *b, const award *p)
{
    const bool narrow = b->room < 44 + 52 + 44;
    const double width = narrow ? 28 : 44, icon = narrow ? 36 : 52;
    hui_box *column = hui_box_column(b, 12), *row = hui_box_row(b, 0, HUI_ALIGN_CENTER);
    row->justify = HUI_JUSTIFY_CENTER;
    hui_box_add(row, laurel(b, false, width, 2 * width));
    hui_box_add(row, hui_part_icon(b, p->icon, icon, b->theme->palette.gold_ink));
    hui_box_add(row, laurel(b, true, width, 2 * width));
    hui_box_add(column, row);
    hui_box_add(column, words(b, p));
    return column;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const award *p = props;
    const hui_palette *palette = &b->theme->palette;
    const hui_measures *m = &b->theme->measures;
    hui_build inner = hui_build_on(b, HUI_GROUND_GOLD);
    hui_box *plaque = hui_box_column(b, 0);
    hui_box_pad(plaque, 24, 20);
    inner = hui_build_within(&inner, b->room - 40);
    const bool stands = p->icon.text || inner.room < least_lying;
    /* Upright plaques stand side by side: their laurels stay level. */
    plaque->justify = stands ? HUI_JUSTIFY_START : HUI_JUSTIFY_CENTER;
    plaque->min_height = p->size == LARGE ? 160 : 144;
    hui_look *look = hui_box_look(b, plaque);
    hui_look_radius(look, m->radius);
    look->fill = palette->gold_tint;
    look->inner_border = palette->gold;
    look->inner_inset = 8;
    look->inner_width = m->line;
    look->inner_radius = fmax(0, m->radius - 7);
    hui_box_add(plaque, stands ? upright(&inner, p) : lying(&inner, p));
    return plaque;
}

const hui_panel_kind hui_panel_award = {.record = {"award", "an honour on a gold plaque between laurels", fields,
                                                   HUI_FIELD_COUNT(fields), sizeof(award), NULL},
                                        .build = build};
