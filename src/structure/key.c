/* Keys: topics whose words have no room in a drawing. */
#include "structure/key.h"

#include "structure/drawing.h"
#include "theme/legible.h"

#include <math.h>

static const double swatch = 34, gap = 12, column_gap = 28, row_gap = 12;

hui_rect hui_least_words(const hui_build *b)
{
    static const double thinnest = 0.2; /* a letter, by its size */
    const hui_type_style *note = &b->theme->type[HUI_TYPE_NOTE], *label = &b->theme->type[HUI_TYPE_PILL];
    return (hui_rect){0, 0, fmin(note->size, label->size) * thinnest, fmin(note->line_height, label->line_height)};
}

double hui_height_at(const hui_build *b, hui_box *box, double width)
{
    if (!box)
        return 0;
    hui_box_layout(b->arena, box, floor(width), NULL, NULL, b->monitor);
    return box->extent.min > width + 0.5 ? INFINITY : box->natural;
}

hui_box *hui_key_mark(const hui_build *b, size_t number, hui_color on, hui_color ink)
{
    const hui_string text = {.text = hui_arena_printf(b->arena, "%zu", number)};
    return hui_part_text(b, text,
                         (hui_text_look){.type = HUI_TYPE_NOTE,
                                         .weight = 700,
                                         .color = ink,
                                         .on = on,
                                         .nowrap = true,
                                         .align = HUI_TEXT_CENTER,
                                         .kind = "number"});
}

static hui_box *swatch_of(const hui_build *b, const hui_key_entry *entry)
{
    const hui_build on_color = hui_build_on(b, entry->ground);
    hui_box *box = hui_box_column(b, 0);
    box->width = box->height = swatch;
    box->justify = HUI_JUSTIFY_CENTER;
    hui_look *look = hui_box_look(b, box);
    look->fill = entry->color;
    look->border = hui_inks_of(b).line;
    look->border_width = b->theme->measures.line;
    hui_look_radius(look, 8);
    if (entry->number)
        hui_box_add(box, hui_key_mark(&on_color, entry->number, entry->color, entry->ink));
    return box;
}

/* The ink where the accent's colour could not be read. */
static hui_color strong_on(const hui_build *b, hui_color on)
{
    const hui_inks inks = hui_inks_of(b);
    const double least = hui_legible_contrast(b->theme->type[HUI_TYPE_NOTE].size, b->page_width);
    return on.a && hui_color_contrast(inks.strong, on) < least ? inks.ink : inks.strong;
}

hui_box *hui_key_words(const hui_build *b, const hui_topic *topic, hui_color on)
{
    const char *label = topic->label.text ? topic->label.text : "", *text = topic->text.text,
               *value = hui_value_with_unit(b, topic->value, topic->unit).text;
    const hui_string run = {.text = hui_arena_printf(b->arena, "%s%s%s%s%s%s", label, value ? " **" : "",
                                                     value ? value : "", value ? "**" : "", text ? " " : "",
                                                     text ? text : ""),
                            .place = topic->label.place};
    hui_box *column = hui_box_column(b, 0);
    hui_box_add(column, hui_part_text(b, run,
                                      (hui_text_look){.type = HUI_TYPE_NOTE,
                                                      .on = on,
                                                      .strong_color = strong_on(b, on),
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "label"}));
    return column;
}

hui_box *hui_key_build(const hui_build *b, const hui_key_entry *entries, size_t count)
{
    if (!count)
        return NULL;
    hui_box *wrap = hui_box_wrap(b, column_gap, row_gap, HUI_ALIGN_START);
    for (size_t i = 0; i < count; i++) {
        const hui_build inner = hui_build_topic(b, entries[i].topic);
        hui_box *row = hui_box_row(b, gap, HUI_ALIGN_START);
        hui_box_add(row, swatch_of(&inner, &entries[i]));
        hui_box_add(row, hui_key_words(&inner, entries[i].topic, (hui_color){0}));
        hui_look_role(hui_box_look(b, row), HUI_ROLE_LIST_ITEM, "key");
        hui_box_add(wrap, row);
    }
    return wrap;
}
