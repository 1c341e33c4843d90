/* ranking: places from the first on, with bars and moves since last time. */
#include "structure/drawing.h"
#include "structure/topic.h"

#include <math.h>

typedef struct ranking_item {
    hui_topic topic;
    hui_string move;
} ranking_item;

typedef struct ranking {
    hui_list items;
    double max;
    int first;
    bool bars, medals;
} ranking;

static const hui_field item_fields[] = {
    HUI_TOPIC_FIELDS(ranking_item, topic),
    HUI_FIELD(ranking_item, move, VALUE, "places it went up, or with a minus down, since last time; 0 for none"),
};
static const hui_record item_record = {"ranking item",       "one place", item_fields, HUI_FIELD_COUNT(item_fields),
                                       sizeof(ranking_item), "label"};

static const hui_field fields[] = {
    HUI_FIELD(ranking, items, LIST, "the places in their order", .required = true, .record = &item_record),
    HUI_FIELD(ranking, max, NUMBER, "the value of a full bar; the largest of all if absent", .min = 1e-9, .max = 1e15),
    HUI_FIELD(ranking, first, INTEGER, "the place of the first item", "1", .min = 1, .max = 100000),
    HUI_FIELD(ranking, bars, BOOL, "bars below the labels", "true"),
    HUI_FIELD(ranking, medals, BOOL, "the first three places in gold", "true"),
};

static const double place_size = 48, bar_height = 16, narrow_width = 560, move_height = 18, thumb = 48,
                    most_value = 0.35;
enum { MEDALS = 3 };

/* What all rows share. */
typedef struct measures {
    double max, value; /* of a full bar; width of a figure, px */
    bool moves, marks;
} measures;

static double largest(const ranking *p)
{
    const ranking_item *items = p->items.at;
    double max = 0;
    for (size_t i = 0; i < p->items.count; i++)
        max = fmax(max, hui_amount_of(items[i].topic.value));
    return max;
}

static hui_box *place_of(const hui_build *b, const ranking *p, size_t place)
{
    const hui_palette *palette = &b->theme->palette;
    const bool medal = p->medals && place <= MEDALS, first = place == 1;
    hui_box *disc = hui_box_stack(b);
    disc->width = disc->height = place_size;
    disc->align = HUI_ALIGN_CENTER;
    disc->justify = HUI_JUSTIFY_CENTER;
    hui_look *look = hui_box_look(b, disc);
    look->fill = medal ? (first ? palette->gold : palette->gold_light) : hui_soft_of(b);
    hui_look_radius(look, place_size / 2);
    const hui_color ink = medal ? palette->gold_dark : hui_inks_of(b).strong;
    hui_box_add(disc, hui_part_text(b, hui_text_at(hui_arena_printf(b->arena, "%zu", place), p->items.place),
                                    (hui_text_look){.type = place > 99 ? HUI_TYPE_NOTE : HUI_TYPE_TAG,
                                                    .weight = 900,
                                                    .color = medal && first ? palette->ink : ink,
                                                    .on = look->fill,
                                                    .nowrap = true,
                                                    .kind = "place"}));
    return disc;
}

/* An arrow and the number of places; a dash for those that stayed. */
static hui_box *move_of(const hui_build *b, const ranking_item *item)
{
    if (!item->move.text || !item->move.text[0])
        return NULL;
    const double places = hui_number_of(item->move);
    const hui_inks inks = hui_inks_of(b);
    const hui_trend trend = isnan(places) ? HUI_TREND_NONE
                            : places > 0  ? HUI_TREND_UP
                            : places < 0  ? HUI_TREND_DOWN
                                          : HUI_TREND_FLAT;
    const hui_color color = trend == HUI_TREND_UP ? inks.strong : inks.secondary;
    hui_box *row = hui_box_row(b, 6, HUI_ALIGN_CENTER);
    hui_box_add(row, hui_part_trend(b, trend, move_height, color));
    const char *digits = item->move.text;
    if (trend != HUI_TREND_NONE)
        while (*digits && (*digits < '0' || *digits > '9'))
            digits++;
    if (trend != HUI_TREND_FLAT)
        hui_box_add(row, hui_part_text(b, hui_text_at(digits, item->move.place),
                                       (hui_text_look){.type = HUI_TYPE_PILL,
                                                       .color = color,
                                                       .tabular = true,
                                                       .role = HUI_ROLE_PARAGRAPH,
                                                       .kind = "move"}));
    return row;
}

static hui_box *value_of(const hui_build *b, const ranking_item *item, hui_text_align align)
{
    return item->topic.value.text ? hui_part_numeral(b, &(hui_numeral){.value = item->topic.value,
                                                                       .unit = item->topic.unit,
                                                                       .size = HUI_NUMERAL_LINE,
                                                                       .limit = 40,
                                                                       .align = align})
                                  : NULL;
}

static hui_box *label_of(const hui_build *b, const ranking_item *item)
{
    return hui_part_text(b, item->topic.label,
                         (hui_text_look){.type = HUI_TYPE_TAG,
                                         .color = hui_inks_of(b).ink,
                                         .keep = hui_text_keep(b),
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "label"});
}

static hui_box *text_of(const hui_build *b, const ranking_item *item)
{
    return hui_part_text(
        b, item->topic.text,
        (hui_text_look){
            .type = HUI_TYPE_NOTE, .color = hui_inks_of(b).secondary, .role = HUI_ROLE_PARAGRAPH, .kind = "text"});
}

static hui_box *bar_of(const hui_build *b, const ranking *p, const ranking_item *item, double max)
{
    if (!p->bars || isnan(hui_number_of(item->topic.value)) || max <= 0)
        return NULL;
    return hui_part_bar(b, hui_amount_of(item->topic.value) / max, bar_height);
}

static hui_box *words_of(const hui_build *b, const ranking *p, const ranking_item *item, double max)
{
    hui_box *column = hui_box_column(b, 6);
    column->grow = 1;
    column->justify = HUI_JUSTIFY_CENTER;
    hui_box_add(column, label_of(b, item));
    hui_box_add(column, text_of(b, item));
    hui_box_add(column, bar_of(b, p, item, max));
    return column;
}

/* Figures are equally wide, so that bars are. */
static double value_width(const hui_build *b, const ranking *p)
{
    const ranking_item *items = p->items.at;
    double width = 0;
    for (size_t i = 0; i < p->items.count; i++)
        width = fmax(width, hui_leaf_extent(value_of(b, &items[i], HUI_TEXT_END)).max);
    return fmin(width, b->room * most_value);
}

/* Figures and moves stand at the right, or below the words where there is little room. */
static void add_row(const hui_build *b, hui_box *grid, const ranking *p, size_t index, const measures *m)
{
    const ranking_item *item = (const ranking_item *)p->items.at + index;
    const bool narrow = b->room < narrow_width;
    const hui_build topic = hui_build_topic(b, &item->topic);
    const double taken = place_size + 16 + (m->marks ? thumb + 16 : 0);
    const hui_build mine = narrow ? hui_build_within(&topic, b->room - taken) : topic;
    hui_box *row = hui_box_row(b, 16, HUI_ALIGN_CENTER), *words = words_of(&mine, p, item, m->max);
    hui_box_add(row, place_of(b, p, index + (size_t)p->first));
    hui_box *mark = hui_topic_mark(&mine, &item->topic, 0, thumb, false);
    hui_box_add(row, mark || !m->marks ? mark : hui_space(b, thumb, 0));
    hui_box_add(row, words);
    hui_box *value = value_of(&mine, item, narrow ? HUI_TEXT_START : HUI_TEXT_END), *move = move_of(b, item);
    if (narrow) {
        hui_box *line = hui_box_wrap(b, 16, 4, HUI_ALIGN_CENTER);
        hui_box_add(line, value);
        hui_box_add(line, move);
        if (line->first)
            hui_box_add(words, line);
    } else {
        if (value)
            value->width = m->value;
        hui_box_add(row, value ? value : hui_space(b, m->value, 0));
        if (m->moves) {
            hui_box *cell = hui_box_column(b, 0);
            cell->min_width = 72;
            cell->align = HUI_ALIGN_START;
            hui_box_add(cell, move);
            hui_box_add(row, cell);
        }
    }
    hui_look_role(hui_box_look(b, row), HUI_ROLE_LIST_ITEM, "place");
    hui_box_add(grid, row);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const ranking *p = props;
    const ranking_item *items = p->items.at;
    const hui_build group = hui_build_group(b);
    measures m = {isnan(p->max) ? largest(p) : p->max, value_width(&group, p), false, false};
    for (size_t i = 0; i < p->items.count; i++) {
        m.moves |= items[i].move.text && items[i].move.text[0];
        m.marks |= items[i].topic.icon.text || items[i].topic.image.text;
    }
    hui_box *list = hui_box_column(b, 21);
    for (size_t i = 0; i < p->items.count; i++)
        add_row(&group, list, p, i, &m);
    list->breaks = true;
    hui_look *look = hui_box_look(b, list);
    look->divider = hui_inks_of(b).line;
    hui_look_role(look, HUI_ROLE_LIST, "ranking");
    return list;
}

const hui_panel_kind hui_panel_ranking = {.record = {"ranking", "places with bars and moves since last time", fields,
                                                     HUI_FIELD_COUNT(fields), sizeof(ranking), NULL},
                                          .build = build};
