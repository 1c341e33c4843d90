/* Specs of every structure in every size: types × numbers of items × lengths of labels × languages × widths × how much items
 * have × the words and switches of the type. Types and fields are those of the field tables. Include after cmocka. */
#ifndef TESTS_UNIT_STRUCTURE_SPACE_H
#define TESTS_UNIT_STRUCTURE_SPACE_H

#include "panel/panel.h"
#include "structure_words.h"

#include <unistd.h>

/* The space */

/* Those with a file in src/structure. */
static bool space_is_structure(const hui_panel_kind *kind)
{
    char path[512];
    snprintf(path, sizeof path, HUI_SOURCE_DIR "/src/structure/structure_%s.c", kind->record.name);
    for (char *c = strrchr(path, '/'); *c; c++)
        if (*c == '-')
            *c = '_';
    return access(path, R_OK) == 0;
}

static size_t space_choices(const hui_field *field)
{
    size_t count = field->kind == HUI_FIELD_BOOL ? 2 : 1;
    if (field->kind == HUI_FIELD_ENUM)
        while (field->words[count].word)
            count++;
    return count;
}

static size_t space_size(const hui_panel_kind *kind)
{
    size_t size = (size_t)SPACE_COUNTS * SPACE_LENGTHS * SPACE_WIDTHS * SPACE_LANGUAGES * SPACE_FORM_COUNT;
    for (size_t i = 0; i < kind->record.field_count; i++)
        size *= space_choices(&kind->record.fields[i]);
    return size;
}

static size_t space_digit(size_t *rest, size_t base)
{
    const size_t digit = *rest % base;
    *rest /= base;
    return digit;
}

static space_point space_at(const hui_panel_kind *kind, size_t index)
{
    space_point point = {.kind = kind};
    point.width = space_widths[space_digit(&index, SPACE_WIDTHS)];
    point.is_chinese = space_digit(&index, SPACE_LANGUAGES) == 0;
    point.length = space_lengths[space_digit(&index, SPACE_LENGTHS)];
    point.count = space_counts[space_digit(&index, SPACE_COUNTS)];
    point.form = (space_form)space_digit(&index, SPACE_FORM_COUNT);
    point.options = index;
    return point;
}

/* Fields of which the kind does not say what they want; records NULL: any. The first that fits counts. */
static const struct {
    const char *record, *field;
    void (*write)(space_spec *s); /* NULL: left out */
} space_fields[] = {
    {"map", "src", space_map},
    {"map", "key", NULL},
    {"map item", "name", space_label},
    {"calendar-heat-map", "values", space_days},
    {"calendar-heat-map", "year", space_year},
    {"calendar-heat-map", "month", NULL},
    {"calendar-heat-map", "day", NULL},
    {"big-number", "series", space_values},
    {"big-number", "change", space_short},
    {"radar series", "values", space_values},
    {"bullet item", "ranges", space_ranges},
    {"venn overlap", "sets", space_sets},
    {"venn overlap", "value", space_low_figure},
    {"gauge", "value", space_share},
    {"gauge", "target", space_quiet_share},
    {"gauge", "min", NULL},
    {"gauge", "max", NULL},
    {"gauge band", "to", space_bound},
    {"icon-array", "value", space_share},
    {"quadrant point", "x", space_quiet_share},
    {"quadrant point", "y", space_quiet_share},
    {"ranking item", "move", space_move},
    {"task", "step", space_step},
    {"table column", "kind", NULL},
    {"table column", "align", NULL},
    {"cell", "text", space_cell},
    {"qr", "data", space_data},
    {"versus", "mark", space_mark},
    {"word", "weight", space_quiet_share},
    {"related topic", "id", NULL},
    {NULL, "prefix", space_prefix},
    {NULL, "unit", space_unit},
    {NULL, "date", space_date},
};

/* How many there are of what a list holds. */

static int space_overlaps(const space_spec *s)
{
    return s->point->count == 1 ? 0 : s->point->count == 2 ? 1 : 4;
}

static int space_list_length(const space_spec *s, const hui_record *record, const char *field)
{
    const int count = s->point->count;
    if (!strcmp(record->name, "venn"))
        return !strcmp(field, "overlaps") ? space_overlaps(s) : count < 3 ? count : 3;
    if (!strcmp(record->name, "swot"))
        return (count + 3) / 4;
    if (!strcmp(field, "columns") || !strcmp(field, "cells"))
        return 3;
    if (!strcmp(record->name, "radar") && !strcmp(field, "series"))
        return 1 + count / 8;
    if (!strcmp(record->name, "swim-lanes") && !strcmp(field, "items"))
        return space_lanes(s);
    if (!strcmp(record->name, "lane"))
        return (count - s->index + space_lanes(s) - 1) / space_lanes(s);
    return count;
}

/* Specs */

static void space_write_record(space_spec *s, const hui_record *record, int items);

/* Of the names that the items have, or that are given here: a binary tree of them, and some that lead from there to the last. */
static void space_links(space_spec *s, const hui_record *record, bool has_items)
{
    const int count = s->point->count, tree = count - 1, more = count > 4 ? count / 2 - 2 : 0;
    for (int i = 0; i < count && !has_items; i++) {
        const char *label = space_words(s, space_length(s));
        if (count > 1)
            *hui_vec_push(s->arena, &s->labels) = label;
    }
    s->has_items = has_items;
    hui_buffer_add_char(&s->json, '[');
    for (int i = 0; i < tree + more; i++) {
        const int from = i < tree ? i / 2 : i - tree, to = i < tree ? i + 1 : count - 1;
        hui_buffer_printf(&s->json, "%s{\"source\":\"%s\",\"target\":\"%s\",\"value\":%d", i ? "," : "",
                          s->labels.at[from], s->labels.at[to], 10 + i * 17 % 50);
        *hui_vec_push(s->arena, &s->targets) = s->labels.at[to];
        if (s->point->form != SPACE_BARE && record->fields[record->field_count - 1].kind == HUI_FIELD_TEXT) {
            hui_buffer_add_string(&s->json, ",\"label\":");
            space_short(s);
        }
        hui_buffer_add_char(&s->json, '}');
    }
    hui_buffer_add_char(&s->json, ']');
}

/* A list of records, in which `items` are shared out where each has a list of the same below it. */
static void space_records(space_spec *s, const hui_record *record, int count, int items)
{
    const int outer = s->outer, index = s->index;
    s->outer = index;
    for (int i = 0; i < count; i++) {
        const int below = (items - count - i + count - 1) / count;
        s->index = i;
        hui_buffer_add_char(&s->json, i ? ',' : '[');
        space_write_record(s, record, below);
    }
    hui_buffer_add_string(&s->json, count ? "]" : "[]");
    s->outer = outer;
    s->index = index;
}

static bool space_is_tree(const hui_record *record)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].record == record)
            return true;
    return false;
}

/* Of a tree a third of the items stand on each level, or few of them. */
static void space_list(space_spec *s, const hui_record *record, const hui_field *field, int items)
{
    enum { FEW = 3 };
    if (space_is_tree(field->record)) {
        const int all = record == field->record ? items : s->point->count;
        space_records(s, field->record, all <= FEW ? all : 1 + all / FEW, all);
    } else {
        space_records(s, field->record, space_list_length(s, record, field->name), 0);
    }
}

static void space_labels(space_spec *s, int count)
{
    for (int i = 0; i < count; i++) {
        hui_buffer_add_char(&s->json, i ? ',' : '[');
        space_label(s);
    }
    hui_buffer_add_string(&s->json, count ? "]" : "[]");
}

static bool space_has(const hui_record *record, const char *name)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (!strcmp(record->fields[i].name, name))
            return true;
    return false;
}

static void space_write_field(space_spec *s, const hui_record *record, const hui_field *field, int items)
{
    static const char *const icons[] = {"bulb", "train", "star"}, *const accents[] = {"red", "navy", "teal"};
    switch (field->kind) {
    case HUI_FIELD_TEXT:
        if (!strcmp(field->name, "text") && space_has(record, "label"))
            space_sentence(s);
        else
            space_label(s);
        break;
    case HUI_FIELD_VALUE:
        space_figure(s);
        break;
    case HUI_FIELD_ICON:
        hui_buffer_printf(&s->json, "\"%s\"", icons[s->index % 3]);
        break;
    case HUI_FIELD_FILE:
        hui_buffer_add_string(&s->json, "\"picture.svg\"");
        break;
    case HUI_FIELD_ACCENT:
        hui_buffer_printf(&s->json, "\"%s\"", accents[s->index % 3]);
        break;
    case HUI_FIELD_ENUM:
        hui_buffer_printf(&s->json, "\"%s\"", field->words[(size_t)s->index % space_choices(field)].word);
        break;
    case HUI_FIELD_BOOL:
        hui_buffer_add_string(&s->json, s->index % 3 == 2 ? "true" : "false");
        break;
    case HUI_FIELD_LIST:
        if (!strcmp(field->name, "links"))
            space_links(s, field->record, s->point->form != SPACE_BARE || s->point->count == 1);
        else
            space_list(s, record, field, items);
        break;
    case HUI_FIELD_TEXTS:
        space_labels(s, space_list_length(s, record, field->name));
        break;
    case HUI_FIELD_OBJECT:
        space_write_record(s, field->record, 0);
        break;
    case HUI_FIELD_STRING:
    case HUI_FIELD_COLOR:
    case HUI_FIELD_COLORS:
    case HUI_FIELD_NUMBER:
    case HUI_FIELD_INTEGER:
    case HUI_FIELD_NUMBERS:
    case HUI_FIELD_WORDS:
    case HUI_FIELD_LENGTH:
    case HUI_FIELD_LENGTHS:
    case HUI_FIELD_TRACKS:
    case HUI_FIELD_MAP:
    case HUI_FIELD_PANEL:
    case HUI_FIELD_PANELS:
    case HUI_FIELD_JSON:
    case HUI_FIELD_CHART:
        fail_msg("no structure has had a field such as “%s” of %s: write one here", field->name, record->name);
    }
}

/* Lengths, ratios and numbers of columns are left to the type. */
static bool space_is_measure(const hui_field *field)
{
    return field->kind == HUI_FIELD_NUMBER || field->kind == HUI_FIELD_INTEGER || field->kind == HUI_FIELD_LENGTH ||
           field->kind == HUI_FIELD_NUMBERS;
}

/* Whether the item has a picture, which then stands instead of its icon; or a colour of its own. */
static bool space_is_turn(const space_spec *s, const hui_field *field)
{
    enum { EVERY = 4 };
    if (field->kind == HUI_FIELD_FILE || field->kind == HUI_FIELD_ACCENT)
        return s->index % EVERY == 1;
    return field->kind != HUI_FIELD_ICON || s->index % EVERY != 1;
}

/* The word that is chosen of a field of the panel; NULL: there is no such field. */
static const char *space_chosen(const space_point *point, const char *name)
{
    size_t options = point->options;
    for (size_t i = 0; i < point->kind->record.field_count; i++) {
        const hui_field *field = &point->kind->record.fields[i];
        const size_t choice = space_digit(&options, space_choices(field));
        if (!strcmp(field->name, name) && field->kind == HUI_FIELD_ENUM)
            return field->words[choice].word;
    }
    return NULL;
}

static bool space_is_dated(const space_spec *s)
{
    const char *scale = space_chosen(s->point, "scale");
    return scale && !strcmp(scale, "date");
}

/* Who has links needs no items, and who has no items no list of them. */
static bool space_is_wanted(const space_spec *s, const hui_record *record, const hui_field *field, int items)
{
    if (field->record == record && items == 0)
        return false;
    if (field->required || (!strcmp(field->name, "date") && space_is_dated(s)))
        return true;
    if (s->point->form == SPACE_FULL)
        return space_is_turn(s, field);
    if (s->point->form == SPACE_MIXED && (s->codes * 5 + (int)strlen(field->name)) % 3 != 0)
        return space_is_turn(s, field);
    static const char *const basic[] = {"label", "items", "links", "points"};
    if (!strcmp(field->name, "items") && space_has(record, "links"))
        return s->point->count == 1 || s->point->form != SPACE_BARE;
    for (size_t i = 0; i < sizeof basic / sizeof *basic; i++)
        if (!strcmp(field->name, basic[i]))
            return true;
    return false;
}

static void space_write_known(space_spec *s, const hui_record *record, const hui_field *field, int items)
{
    void (*write)(space_spec *) = NULL;
    bool is_known = false;
    for (size_t i = 0; i < sizeof space_fields / sizeof *space_fields && !is_known; i++) {
        is_known = !strcmp(space_fields[i].field, field->name) &&
                   (!space_fields[i].record || !strcmp(space_fields[i].record, record->name));
        write = space_fields[i].write;
    }
    if ((is_known && !write) || (!is_known && space_is_measure(field)) || !space_is_wanted(s, record, field, items))
        return;
    hui_buffer_printf(&s->json, "%s\"%s\":", s->json.bytes[s->json.size - 1] == '{' ? "" : ",", field->name);
    if (is_known)
        write(s);
    else
        space_write_field(s, record, field, items);
}

static void space_write_record(space_spec *s, const hui_record *record, int items)
{
    hui_buffer_add_char(&s->json, '{');
    for (size_t i = 0; i < record->field_count; i++)
        space_write_known(s, record, &record->fields[i], items);
    hui_buffer_add_char(&s->json, '}');
}

static void space_choose(space_spec *s, const hui_field *field, size_t choice)
{
    hui_buffer_printf(&s->json, ",\"%s\":", field->name);
    if (field->kind == HUI_FIELD_BOOL)
        hui_buffer_add_string(&s->json, choice ? "true" : "false");
    else
        hui_buffer_printf(&s->json, "\"%s\"", field->words[choice].word);
}

/* The poster of a point, in a buffer that the caller finishes. */
static void space_write(space_spec *s)
{
    const hui_record *record = &s->point->kind->record;
    size_t options = s->point->options;
    hui_buffer_printf(&s->json, "{\"lang\":\"%s\",\"page\":{\"width\":%d,\"margin\":%d},\"panels\":[{\"type\":\"%s\"",
                      s->point->is_chinese ? "zh-CN" : "en", s->point->width + 2 * SPACE_MARGIN, SPACE_MARGIN,
                      record->name);
    for (size_t i = 0; i < record->field_count; i++) {
        const size_t choices = space_choices(&record->fields[i]);
        if (choices > 1)
            space_choose(s, &record->fields[i], space_digit(&options, choices));
        else
            space_write_known(s, record, &record->fields[i], 0);
    }
    hui_buffer_add_string(&s->json, "}]}");
}

#endif
