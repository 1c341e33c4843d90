/* Specs of every structure in every size: types × numbers of items × lengths of labels × languages × widths × how much items
 * have × the words and switches of the type. Types and fields are those of the field tables. Include after cmocka. */
#ifndef TESTS_UNIT_STRUCTURE_SPACE_H
#define TESTS_UNIT_STRUCTURE_SPACE_H

#include "base/buffer.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "panel/panel.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Length 0: all of them in turn. */
static const int space_counts[] = {1, 2, 3, 5, 8, 20}, space_lengths[] = {2, 8, 20, 60, 0},
                 space_widths[] = {984, 460, 300};

/* BARE: what is required and labels; FULL: all there is; MIXED: some of it. */
typedef enum space_form { SPACE_BARE, SPACE_FULL, SPACE_MIXED, SPACE_FORM_COUNT } space_form;
static const char *const space_forms[] = {"bare", "full", "mixed"};

enum { SPACE_COUNTS = 6, SPACE_LENGTHS = 5, SPACE_WIDTHS = 3, SPACE_LANGUAGES = 2, SPACE_MARGIN = 48 };

typedef struct space_point {
    const hui_panel_kind *kind;
    int count, length, width;
    bool is_chinese;
    space_form form;
    size_t options; /* digits of the fields that choose, the first one the lowest */
} space_point;

typedef struct space_texts {
    const char **at;
    size_t count, capacity;
} space_texts;

/* A spec as it is written. */
typedef struct space_spec {
    const space_point *point;
    hui_arena *arena;
    hui_buffer json;
    space_texts labels, texts; /* in the order of the spec; what else it says */
    const char *folder;        /* for files of its own */
    int codes, numbers;        /* how many there are so far */
    bool has_items;            /* or only links that name them */
    int index, outer;          /* in the innermost list, and in the one around it */
} space_spec;

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

/* Words */

/* Two characters that no other text of the spec has beside each other. */
static const char *space_code(space_spec *s)
{
    static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"},
                             *const branches[] = {"子", "丑", "寅", "卯", "辰", "巳",
                                                  "午", "未", "申", "酉", "戌", "亥"};
    enum { PAIRS = 120 };
    const int n = s->codes++;
    assert_true(n < 2 * PAIRS);
    if (!s->point->is_chinese)
        return hui_arena_printf(s->arena, "%c%d", 'A' + n / 10, n % 10);
    const char *stem = stems[n % PAIRS / 12], *branch = branches[n % 12];
    return hui_arena_printf(s->arena, "%s%s", n < PAIRS ? stem : branch, n < PAIRS ? branch : stem);
}

static const char *space_han(space_spec *s, int length)
{
    static const char prose[] =
        "深化改革开放激发首府高质量发展内生动力持续优化营商环境推动城市功能品质全面提升增进民生福祉"
        "建设宜居宜业宜游现代化新城区统筹安全稳定";
    enum { HAN = 3 }; /* bytes */
    const int start = s->codes * 7 % 24;
    const char *code = space_code(s), *from = prose + (ptrdiff_t)start * HAN;
    const int most = (int)sizeof prose / HAN - start, wanted = length - 2;
    const int first = wanted < most ? wanted : most;
    return hui_arena_printf(s->arena, "%s%.*s%.*s", code, first * HAN, from, (wanted - first) * HAN, prose);
}

static const char *space_latin(space_spec *s, int length)
{
    static const char *const words[] = {"growth",   "of",     "trade",         "and", "industry", "in",  "the",
                                        "regional", "supply", "manufacturing", "of",  "energy",   "for", "services"};
    enum { WORDS = sizeof words / sizeof *words };
    int next = s->codes * 3 % WORDS, used = 2;
    const char *text = space_code(s);
    for (;; next = (next + 1) % WORDS) {
        used += 1 + (int)strlen(words[next]);
        if (used > length)
            return text;
        text = hui_arena_printf(s->arena, "%s %s", text, words[next]);
    }
}

static const char *space_words(space_spec *s, int length)
{
    return s->point->is_chinese ? space_han(s, length) : space_latin(s, length);
}

static int space_length(const space_spec *s)
{
    return s->point->length ? s->point->length : space_lengths[s->codes * 7 % (SPACE_LENGTHS - 1)];
}

static void space_label(space_spec *s)
{
    const char *label = space_words(s, space_length(s));
    *hui_vec_push(s->arena, &s->labels) = label;
    hui_buffer_printf(&s->json, "\"%s\"", label);
}

static void space_text(space_spec *s, int length)
{
    const char *text = space_words(s, length);
    *hui_vec_push(s->arena, &s->texts) = text;
    hui_buffer_printf(&s->json, "\"%s\"", text);
}

static void space_sentence(space_spec *s)
{
    space_text(s, s->point->is_chinese ? 26 : 64);
}

static void space_short(space_spec *s)
{
    space_text(s, 5);
}

/* How many there are of what a list holds. */

static int space_lanes(const space_spec *s)
{
    enum { MOST = 6 };
    return s->point->count < MOST ? s->point->count : MOST;
}

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

/* Figures */

static void space_number(space_spec *s, int number, bool is_half)
{
    *hui_vec_push(s->arena, &s->texts) = hui_arena_printf(s->arena, "%d%s", number, is_half ? ".5" : "");
    hui_buffer_printf(&s->json, "%d%s", number, is_half ? ".5" : "");
}

static void space_figure(space_spec *s)
{
    const int n = s->numbers++;
    space_number(s, 120 + n * 37 % 800, n % 3 == 1);
}

static void space_low_figure(space_spec *s)
{
    space_number(s, 20 + s->index, false);
}

static void space_share(space_spec *s)
{
    space_number(s, 10 + s->numbers++ * 17 % 80, true);
}

static void space_quiet_share(space_spec *s)
{
    hui_buffer_printf(&s->json, "%d", 7 + s->numbers++ * 29 % 90);
}

static void space_move(space_spec *s)
{
    hui_buffer_printf(&s->json, "%d", s->index % 5 - 2);
}

/* Lanes take turns. */
static void space_step(space_spec *s)
{
    hui_buffer_printf(&s->json, "%d", 1 + s->outer + s->index * space_lanes(s));
}

/* Where the nth of as many parts as there are items ends. */
static void space_bound(space_spec *s)
{
    hui_buffer_printf(&s->json, "%d", 100 * (s->index + 1) / s->point->count);
}

static void space_date(space_spec *s)
{
    const int year = 2004 + s->index, month = 1 + s->index * 5 % 12;
    const char *date = hui_arena_printf(s->arena, s->point->is_chinese ? "%d年%d月" : "%d-%02d", year, month);
    *hui_vec_push(s->arena, &s->texts) = date;
    hui_buffer_printf(&s->json, "\"%s\"", date);
}

static void space_numbers(space_spec *s, int count)
{
    for (int i = 0; i < count; i++)
        hui_buffer_printf(&s->json, "%c%d", i ? ',' : '[', 10 + (i + s->index) * 37 % 80);
    hui_buffer_add_char(&s->json, ']');
}

static void space_values(space_spec *s)
{
    space_numbers(s, s->point->count);
}

static void space_days(space_spec *s)
{
    space_numbers(s, s->point->count * 18);
}

static void space_ranges(space_spec *s)
{
    hui_buffer_add_string(&s->json, "[400,700,1000]");
}

static void space_year(space_spec *s)
{
    hui_buffer_add_string(&s->json, "2023");
}

/* Pairs of sets, then all of them. */
static void space_sets(space_spec *s)
{
    static const char *const sets[] = {"[1,2]", "[2,3]", "[1,3]", "[1,2,3]"};
    hui_buffer_add_string(&s->json, sets[s->index]);
}

/* Strings */

static void space_unit(space_spec *s)
{
    hui_buffer_add_string(&s->json, s->point->is_chinese ? "\"亿元\"" : "\"units\"");
}

static void space_prefix(space_spec *s)
{
    hui_buffer_add_string(&s->json, s->point->is_chinese ? "\"第\"" : "\"No.\"");
}

static void space_data(space_spec *s)
{
    hui_buffer_printf(&s->json, "\"https://example.org/%.*s\"", space_length(s),
                      "reports-of-all-years-and-of-all-regions-and-all-of-what-there-is");
}

static void space_mark(space_spec *s)
{
    hui_buffer_add_string(&s->json, s->point->is_chinese ? "\"或\"" : "\"or\"");
}

static void space_cell(space_spec *s)
{
    if (s->index == 0)
        space_label(s);
    else
        space_figure(s);
}

/* A file with a square for each district; the items' names are those of it. */
static void space_map(space_spec *s)
{
    hui_buffer map = {0};
    const int columns = s->point->count < 5 ? s->point->count : 5, codes = s->codes;
    hui_buffer_add_string(&map, "{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < s->point->count; i++) {
        const int x = 110 + i % columns, y = 40 - i / columns;
        hui_buffer_printf(&map,
                          "%s{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\"},\"geometry\":{\"type\":\"Polygon\","
                          "\"coordinates\":[[[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%d,%d]]]}}",
                          i ? "," : "", space_words(s, space_length(s)), x, y, x + 1, y, x + 1, y + 1, x, y + 1, x, y);
    }
    hui_buffer_add_string(&map, "]}");
    s->codes = codes;
    char path[512];
    snprintf(path, sizeof path, "%s/map.json", s->folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fwrite(map.bytes, 1, map.size, file) == map.size);
    fclose(file);
    hui_buffer_finish(&map);
    hui_buffer_add_string(&s->json, "\"map.json\"");
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
