/* Topics: their fields, words and marks. */
#include "structure/topic.h"

#include <math.h>

/* A topic that is no member of anything. */
typedef struct alone {
    hui_topic topic;
} alone;

static const hui_field fields[] = {HUI_TOPIC_FIELDS(alone, topic)};

const hui_record hui_topic_record = {"topic", "one item of a structure", fields, HUI_FIELD_COUNT(fields), sizeof(alone),
                                     "label"};

static const hui_field tree_fields[] = {
    HUI_TOPIC_FIELDS(alone, topic),
    HUI_FIELD_AS("items", alone, topic.items, LIST, "what is below it", .record = &hui_topic_tree_record),
};

const hui_record hui_topic_tree_record = {"topic with items", "one item of a structure, and those below it",
                                          tree_fields,        HUI_FIELD_COUNT(tree_fields),
                                          sizeof(alone),      "label"};

hui_build hui_build_topic(const hui_build *build, const hui_topic *topic)
{
    hui_build inner = *build;
    if (topic->accent)
        inner.accent = topic->accent;
    return inner;
}

bool hui_topic_has_words(const hui_topic *topic)
{
    return topic->label.text || topic->text.text || topic->value.text;
}

static hui_box *figure_of(const hui_build *b, const hui_topic *topic, hui_topic_look look)
{
    if (!topic->value.text)
        return NULL;
    const hui_inks inks = hui_inks_of(b);
    hui_numeral numeral = {.value = topic->value,
                           .unit = topic->unit,
                           .size = look.compact ? HUI_NUMERAL_LINE : HUI_NUMERAL_DENSE,
                           .align = look.align};
    if (look.plain)
        numeral.color = numeral.unit_color = inks.ink;
    return hui_part_numeral(b, &numeral);
}

static hui_box *label_of(const hui_build *b, const hui_topic *topic, hui_topic_look look)
{
    const hui_inks inks = hui_inks_of(b);
    return hui_part_text(b, topic->label,
                         (hui_text_look){.type = look.compact ? HUI_TYPE_PILL : HUI_TYPE_TAG,
                                         .color = look.plain ? inks.ink : inks.strong,
                                         .on = look.on,
                                         .align = look.align,
                                         .balance = true,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "label"});
}

static hui_box *text_of(const hui_build *b, const hui_topic *topic, hui_topic_look look)
{
    return hui_part_text(b, topic->text,
                         (hui_text_look){.type = look.compact ? HUI_TYPE_NOTE : HUI_TYPE_SMALL,
                                         .on = look.on,
                                         .align = look.align,
                                         .figure_scale = 1.08,
                                         .balance = look.balance || look.align != HUI_TEXT_START,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "text"});
}

hui_box *hui_topic_words(const hui_build *b, const hui_topic *topic, hui_topic_look look)
{
    hui_box *column = hui_box_column(b, 2);
    if (!look.text_only) {
        hui_box_add(column, figure_of(b, topic, look));
        hui_box_add(column, label_of(b, topic, look));
    }
    if (!look.no_text)
        hui_box_add(column, text_of(b, topic, look));
    return column->first ? column : NULL;
}

/* The icon's own edges are air: pictures fill their circle. */
static hui_box *picture_of(const hui_build *b, const hui_topic *topic, double size, double radius)
{
    const hui_image *image =
        hui_image_read_file(b->arena, topic->image.text, topic->image.text, topic->image.place, b->diags);
    return image ? hui_part_picture(b, image, size, size, radius) : NULL;
}

hui_box *hui_topic_icon(const hui_build *b, const hui_topic *topic, double size, hui_color color)
{
    return topic->image.text ? picture_of(b, topic, size, 0) : hui_part_icon(b, topic->icon, size, color);
}

hui_box *hui_topic_mark(const hui_build *b, const hui_topic *topic, size_t number, double diameter, bool solid)
{
    if (topic->image.text)
        return picture_of(b, topic, diameter, diameter / 2);
    if (topic->icon.text)
        return hui_part_disc(b, topic->icon, diameter, solid);
    return number ? hui_part_number(b, number, diameter, diameter < 48 ? HUI_TYPE_NOTE : HUI_TYPE_NAME) : NULL;
}

hui_extent hui_topic_extent(const hui_build *b, const hui_topic *topic, hui_topic_look look)
{
    hui_extent extent = {0, 0};
    const hui_box *words = hui_topic_words(b, topic, look);
    for (const hui_box *leaf = words ? words->first : NULL; leaf; leaf = leaf->next) {
        const hui_extent one = hui_leaf_extent(leaf);
        extent.min = fmax(extent.min, one.min);
        extent.max = fmax(extent.max, one.max);
    }
    return extent;
}

const hui_topic *hui_topic_at(hui_list topics, size_t size, size_t index)
{
    return (const void *)((const char *)topics.at + index * size);
}

hui_extent hui_topics_extent(const hui_build *b, hui_list topics, size_t size, hui_topic_look look)
{
    hui_extent all = {0, 0};
    for (size_t i = 0; i < topics.count; i++) {
        const hui_extent one = hui_topic_extent(b, hui_topic_at(topics, size, i), look);
        all.min = fmax(all.min, one.min);
        all.max = fmax(all.max, one.max);
    }
    return all;
}

/* Six to eight characters of running text; and so many lines a label may have. */
static const double least_line = 156, good_line = 208, most_label_lines = 5;

double hui_topics_column(const hui_build *b, hui_list topics, size_t size, hui_topic_look look)
{
    const hui_extent extent = hui_topics_extent(b, topics, size, look);
    hui_topic_look labels = look;
    labels.no_text = true;
    const double label = look.text_only ? 0 : hui_topics_extent(b, topics, size, labels).max;
    return fmax(fmax(extent.min, label / most_label_lines), fmin(fmax(extent.max, least_line), good_line));
}

static const double row_mark = 44, row_gap = 16;

hui_box *hui_topic_row(const hui_build *b, const hui_topic *topic, size_t number)
{
    const hui_build mine = hui_build_topic(b, topic), within = hui_build_within(&mine, b->room - row_mark - row_gap);
    hui_box *row = hui_box_row(b, row_gap, HUI_ALIGN_START);
    hui_box_add(row, hui_topic_mark(&mine, topic, number, row_mark, true));
    hui_box *words = hui_topic_words(&within, topic, (hui_topic_look){.balance = true});
    if (words) {
        words->min_height = row_mark;
        words->justify = HUI_JUSTIFY_CENTER;
        hui_box_add(row, hui_grow(words));
    }
    hui_look_role(hui_box_look(b, row), HUI_ROLE_LIST_ITEM, "topic");
    return row;
}

static const double rows_gap = 16, columns_gap = 40, least_row = 380;

hui_box *hui_topic_rows(const hui_build *b, hui_list topics, size_t size)
{
    const bool two = topics.count > 3 && b->room >= 2 * least_row + columns_gap;
    hui_box *grid = hui_box_new(b->arena, HUI_BOX_GRID);
    static const hui_length tracks[] = {{1, HUI_UNIT_FR}, {1, HUI_UNIT_FR}};
    hui_box_tracks(b, grid, (hui_lengths){tracks, two ? 2 : 1});
    grid->gap = columns_gap;
    grid->row_gap = rows_gap;
    grid->breaks = true;
    const hui_build cell = hui_build_within(b, two ? floor((b->room - columns_gap) / 2) : b->room);
    for (size_t i = 0; i < topics.count; i++)
        hui_box_add(grid, hui_topic_row(&cell, hui_topic_at(topics, size, i), i + 1));
    return grid;
}

hui_box *hui_topic_list(const hui_build *b, hui_box *inner, const char *kind)
{
    hui_box *list = hui_box_column(b, 0);
    hui_box_add(list, hui_grow(inner));
    hui_look_role(hui_box_look(b, list), HUI_ROLE_LIST, kind);
    return list;
}

static void open_item(const hui_box *box, hui_scene *scene)
{
    (void)box;
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_LIST_ITEM, .kind = "topic"});
}

static void close_item(const hui_box *box, hui_scene *scene)
{
    (void)box;
    hui_scene_end(scene);
}

void hui_topic_item(hui_box *first, hui_box *last)
{
    if (!first || !last)
        return;
    first->draw_before = open_item;
    last->draw_after = close_item;
}
