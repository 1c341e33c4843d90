/* tab: a large word in a block of the accent's colour beside its panels. */
#include "base/utf8.h"
#include "panel/container.h"

#include <string.h>

typedef struct tab {
    hui_string title, icon;
    hui_length gap;
    hui_panels panels;
} tab;

static const hui_field fields[] = {
    HUI_FIELD(tab, title, STRING, "two to four characters, set below each other; longer words wrap", .required = true),
    HUI_FIELD(tab, icon, ICON, "above the word"),
    HUI_FIELD(tab, gap, LENGTH, "room between panels", "20", .min = 0, .max = 1000),
    HUI_FIELD(tab, panels, PANELS, "beside the tab", .required = true),
};

static const double tab_width = 128;

/* A line for each word. */
static hui_string word_lines(const hui_build *b, hui_string title)
{
    char *text = hui_arena_string(b->arena, title.text);
    title.text = text;
    for (; *text; text++)
        if (*text == ' ')
            *text = '\n';
    return title;
}

/* Han characters stand one below the other, more than four in two columns, more than ten in a wider block; words of other
 * scripts shrink to the block's width, and the longest make it wider. */
static hui_box *word(const hui_build *b, hui_string title)
{
    const char *first = title.text;
    const bool han = hui_utf8_is_cjk(hui_utf8_next(&first));
    const size_t length = strlen(title.text) / strlen("宜");
    const double han_size = length <= 4 ? 60 : length <= 10 ? 44 : 34;
    hui_box *text = hui_part_text(b, han ? title : word_lines(b, title),
                                  (hui_text_look){.type = han ? HUI_TYPE_DISPLAY : HUI_TYPE_NAME,
                                                  .size = han ? han_size : 34,
                                                  .color = b->theme->palette.on_strong,
                                                  .align = HUI_TEXT_CENTER,
                                                  .balance = true,
                                                  .role = HUI_ROLE_HEADING,
                                                  .kind = "title",
                                                  .shrink_to = han ? 0 : 26});
    text->max_width = (han && length > 10 ? 2 : 1) * tab_width - 24;
    return text;
}

static hui_box *block(const hui_build *b, const tab *p)
{
    hui_build strong = hui_build_on(b, HUI_GROUND_STRONG);
    hui_box *column = hui_box_column(b, 20);
    column->min_width = tab_width;
    column->align = HUI_ALIGN_CENTER;
    column->justify = HUI_JUSTIFY_CENTER;
    hui_box_pad(column, 20, 12);
    hui_look_gradient(b, hui_box_look(b, column), 180, b->accent->fill, b->accent->dark);
    hui_box_add(column, hui_part_icon(b, p->icon, 60, b->theme->palette.gold_light));
    if (p->title.text[0])
        hui_box_add(column, word(&strong, p->title));
    return column;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const tab *p = props;
    hui_build inner;
    hui_box *card = hui_card_open(b, &inner);
    inner = hui_build_group(&inner);
    hui_box_pad(card, 0, 0);
    hui_box_look(b, card)->clip = true;
    hui_box *row = hui_box_row(b, 0, HUI_ALIGN_STRETCH), *body = hui_box_column(b, hui_length_px(p->gap));
    row->grow = 1;
    hui_box_pad(body, 24, 32);
    body->grow = 1;
    body->justify = HUI_JUSTIFY_CENTER;
    hui_box_add(row, block(&inner, p));
    inner = hui_build_within(&inner, b->room - tab_width - 64);
    inner.heading_level++;
    hui_panels_build(&inner, p->panels, body);
    hui_box_add(row, body);
    hui_box_add(card, row);
    hui_look_role(hui_box_look(b, card), HUI_ROLE_SECTION, "tab");
    return card;
}

const hui_panel_kind hui_panel_tab = {.record = {"tab", "a large word in a coloured block beside its panels", fields,
                                                 HUI_FIELD_COUNT(fields), sizeof(tab), NULL},
                                      .build = build};
