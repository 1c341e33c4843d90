/* Lengths: "24", "10mm", "50%", "1fr", "auto", and lists of them. */
#include "model/reader.h"
#include "model/tables.h"

#include <math.h>
#include <string.h>

static const struct {
    const char *word;
    hui_unit unit;
    double factor;
} units[] = {
    {"", HUI_UNIT_PX, 1},   {"px", HUI_UNIT_PX, 1},  {"mm", HUI_UNIT_MM, 1},     {"cm", HUI_UNIT_MM, 10},
    {"pt", HUI_UNIT_PT, 1}, {"in", HUI_UNIT_PT, 72}, {"%", HUI_UNIT_PERCENT, 1}, {"fr", HUI_UNIT_FR, 1},
};

enum { LARGEST = 1000000, TRACK_LIMIT = 100, DIGITS = 15 };

/* A plain decimal number, whatever the locale; its end, or NULL. */
static const char *parse_decimal(const char *text, double *number)
{
    const bool is_negative = *text == '-';
    double digits = 0, scale = 1;
    size_t count = 0;
    text += is_negative;
    for (; *text >= '0' && *text <= '9'; text++, count++)
        digits = digits * 10 + (*text - '0');
    if (count == 0)
        return NULL;
    if (*text == '.') {
        const char *point = text++;
        for (; *text >= '0' && *text <= '9'; text++, count++, scale *= 10)
            digits = digits * 10 + (*text - '0');
        if (text == point + 1)
            return NULL;
    }
    *number = (is_negative ? -digits : digits) / scale;
    return count <= DIGITS ? text : NULL;
}

bool hui_length_parse(const char *text, hui_length *length)
{
    double number;
    if (!strcmp(text, "auto")) {
        *length = (hui_length){0, HUI_UNIT_AUTO};
        return true;
    }
    const char *rest = parse_decimal(text, &number);
    if (!rest)
        return false;
    while (*rest == ' ')
        rest++;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (!strcmp(rest, units[i].word)) {
            *length = (hui_length){number * units[i].factor, units[i].unit};
            return true;
        }
    return false;
}

const char *hui_range_words(hui_arena *arena, double min, double max)
{
    hui_buffer out = {0};
    hui_range_write(&out, min, max);
    const char *words = hui_arena_string_n(arena, out.bytes, out.size);
    hui_buffer_finish(&out);
    return words;
}

/* The field's range is in px; other units share only its sign and the largest length there is. */
static bool check(hui_reader *reader, const hui_field *field, const hui_json *value, hui_length length)
{
    double min = field->min, max = field->max;
    if (!(min < max))
        min = -LARGEST, max = LARGEST;
    if (length.unit != HUI_UNIT_PX)
        min = min >= 0 ? 0 : -LARGEST, max = LARGEST;
    if (length.value >= min && length.value <= max)
        return true;
    hui_diags_add(reader->diags, HUI_CODE_OUT_OF_RANGE, hui_reader_place(reader, value), NULL,
                  hui_value_label(reader->arena, value), hui_range_words(reader->arena, min, max));
    return false;
}

static bool read(hui_reader *reader, const hui_field *field, const hui_json *value, hui_length *length)
{
    hui_length result;
    if (value->kind == HUI_JSON_NUMBER)
        result = (hui_length){value->number, HUI_UNIT_PX};
    else if (value->kind != HUI_JSON_STRING) {
        hui_report_type(reader, value, "a length: a number of px, or a string such as \"10mm\"");
        return false;
    } else if (value->has_nul || !hui_length_parse(value->string, &result)) {
        hui_diags_add(reader->diags, HUI_CODE_UNKNOWN_VALUE, hui_reader_place(reader, value),
                      "lengths are written 24, \"24px\", \"10mm\", \"2cm\", \"12pt\", \"50%\", \"1fr\" or \"auto\"",
                      value->string, hui_value_label(reader->arena, value));
        return false;
    }
    if (!check(reader, field, value, result))
        return false;
    *length = result;
    return true;
}

void hui_length_read(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    read(reader, field, value, member);
}

static void read_array(hui_reader *reader, const hui_field *field, const hui_json *value, hui_lengths *lengths)
{
    hui_length *items = HUI_NEW_ARRAY(reader->arena, hui_length, value->count);
    for (const hui_json *item = value->first; item; item = item->next)
        read(reader, field, item, &items[item->index]);
    *lengths = (hui_lengths){items, value->count};
}

void hui_lengths_read(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    hui_length length;
    if (value->kind == HUI_JSON_ARRAY)
        read_array(reader, field, value, member);
    else if (read(reader, field, value, &length))
        *(hui_lengths *)member = (hui_lengths){hui_arena_copy(reader->arena, &length, sizeof length), 1};
}

void hui_tracks_read(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    static const hui_field one = {.min = 0, .max = LARGEST}; /* the field's own range is that of the count */
    const double limit = field->min < field->max ? field->max : TRACK_LIMIT;
    if (value->kind == HUI_JSON_ARRAY && value->count > 0 && value->count <= (size_t)limit) {
        read_array(reader, &one, value, member);
        return;
    }
    if (value->kind != HUI_JSON_ARRAY && value->kind != HUI_JSON_NUMBER) {
        hui_report_type(reader, value, "a whole number or an array of lengths");
        return;
    }
    const double count = value->kind == HUI_JSON_NUMBER ? value->number : 0;
    if (count < 1 || count > limit || floor(count) != count) {
        hui_diags_add(
            reader->diags, HUI_CODE_OUT_OF_RANGE, hui_reader_place(reader, value), NULL,
            hui_value_label(reader->arena, value),
            hui_arena_printf(reader->arena, "%s %s",
                             value->kind == HUI_JSON_ARRAY ? "a list of lengths, as many as" : "a whole number",
                             hui_range_words(reader->arena, 1, limit)));
        return;
    }
    hui_length *items = HUI_NEW_ARRAY(reader->arena, hui_length, (size_t)count);
    for (size_t i = 0; i < (size_t)count; i++)
        items[i] = (hui_length){1, HUI_UNIT_FR};
    *(hui_lengths *)member = (hui_lengths){items, (size_t)count};
}

double hui_length_px(hui_length length)
{
    switch (length.unit) {
    case HUI_UNIT_PX:
        return length.value;
    case HUI_UNIT_MM:
        return length.value * 96 / 25.4;
    case HUI_UNIT_PT:
        return length.value * 96 / 72;
    case HUI_UNIT_NONE:
    case HUI_UNIT_PERCENT:
    case HUI_UNIT_FR:
    case HUI_UNIT_AUTO:
        break;
    }
    return 0;
}
