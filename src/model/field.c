/* Fields: one function per field kind that checks a value and stores it. */
#include "model/reader.h"

#include "base/utf8.h"

#include <limits.h>
#include <math.h>
#include <string.h>

typedef void read_field(hui_reader *reader, const hui_field *field, const hui_json *value, void *member);

hui_place hui_reader_place(const hui_reader *reader, const hui_json *value)
{
    return reader->in_defaults ? (hui_place){0} : hui_json_place(reader->arena, value);
}

const char *hui_value_label(hui_arena *arena, const hui_json *value)
{
    if (value->key)
        return value->key;
    if (!value->parent)
        return "the file";
    if (value->parent->key)
        return hui_arena_printf(arena, "%s[%zu]", value->parent->key, value->index);
    return hui_arena_printf(arena, "[%zu]", value->index);
}

void hui_report_type(hui_reader *reader, const hui_json *value, const char *expected)
{
    const char *hint = NULL;
    hui_length number;
    if (value->kind == HUI_JSON_NULL)
        hint = "leave it out instead";
    else if (value->kind == HUI_JSON_NUMBER && strstr(expected, "a string"))
        hint = hui_arena_printf(reader->arena, "put it in quotes: \"%s\"", value->string);
    else if (value->kind == HUI_JSON_STRING && strstr(expected, "number") && hui_length_parse(value->string, &number) &&
             number.unit == HUI_UNIT_PX)
        hint = "remove the quotes";
    else if (value->kind == HUI_JSON_STRING && !strcmp(expected, "true or false"))
        hint = "without quotes";
    hui_diags_add(reader->diags, HUI_CODE_WRONG_TYPE, hui_reader_place(reader, value), hint,
                  hui_value_label(reader->arena, value), expected, hui_json_kind_word(value));
}

static const char *hint_table(hui_reader *reader, const char *word, const hui_word *words)
{
    HUI_VEC(const char *) names = {0};
    for (; words->word; words++)
        *hui_vec_push(reader->arena, &names) = words->word;
    return hui_word_hint(reader->arena, word, names.at, names.count);
}

/* The first character no text may hold, or 0: controls, and the two that XML, and so SVG, cannot carry. */
static uint32_t find_bad_character(const char *text)
{
    while (*text) {
        const uint32_t c = hui_utf8_next(&text);
        if ((c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF)
            return c;
    }
    return 0;
}

static bool check_text(hui_reader *reader, const hui_json *value, const char *text)
{
    const uint32_t bad = find_bad_character(text);
    if (!bad && !value->has_nul)
        return true;
    hui_diags_add(reader->diags, HUI_CODE_BAD_TEXT, hui_reader_place(reader, value),
                  bad == '\r' ? "write \\n for a line break"
                              : "of control characters only \\n and \\t may stand in a text",
                  hui_arena_printf(reader->arena, "the control character U+%04X", (unsigned)bad));
    return false;
}

/* `text`: the value's, NULL if it has none. */
static bool read_text(hui_reader *reader, const hui_json *value, const char *text, const char *expected,
                      hui_string *string)
{
    if (!text)
        hui_report_type(reader, value, expected);
    if (!text || !check_text(reader, value, text))
        return false;
    *string = (hui_string){text, hui_reader_place(reader, value)};
    return true;
}

static bool read_string_of(hui_reader *reader, const hui_json *value, const char *expected, hui_string *string)
{
    return read_text(reader, value, hui_json_as_string(value), expected, string);
}

static void read_markdown(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    (void)field;
    read_text(reader, value, hui_json_as_markdown(value), "a string", member);
}

static void read_string(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    (void)field;
    read_string_of(reader, value, "a string", member);
}

static void read_value(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    (void)field;
    if (value->kind == HUI_JSON_NUMBER)
        *(hui_string *)member = (hui_string){value->string, hui_reader_place(reader, value)};
    else
        read_string_of(reader, value, "a string or a number", member);
}

static bool resolve(hui_reader *reader, hui_string *string)
{
    const char *folder = reader->file->folder, *joined, *real;
    const char *fault = hui_path_resolve(reader->arena, reader->files, folder, string->text, &joined, &real);
    if (!fault) {
        string->text = joined;
        return true;
    }
    hui_diags_add(reader->diags, HUI_CODE_BAD_PATH, string->place,
                  hui_path_hint(reader->arena, reader->files, folder, string->text), string->text, fault);
    return false;
}

static void read_file(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    (void)field;
    hui_string string;
    if (read_string_of(reader, value, "a string", &string) && resolve(reader, &string))
        *(hui_string *)member = string;
}

static bool is_svg(const char *name)
{
    const size_t length = strlen(name);
    return length > 4 && !strcmp(name + length - 4, ".svg");
}

static void read_icon(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    (void)field;
    const hui_read_options *options = reader->options;
    hui_string string;
    if (!read_string_of(reader, value, "the name of an icon or an .svg file", &string))
        return;
    if (is_svg(string.text) ? resolve(reader, &string)
                            : !options->icon_exists || options->icon_exists(options->icon_closure, string.text)) {
        *(hui_string *)member = string;
        return;
    }
    if (is_svg(string.text))
        return;
    const char *nearest = options->icon_nearest ? options->icon_nearest(options->icon_closure, string.text) : NULL;
    hui_diags_add(reader->diags, HUI_CODE_UNKNOWN_ICON, string.place,
                  nearest ? hui_arena_printf(reader->arena, "did you mean `%s`?", nearest) : NULL, string.text);
}

static const char *hint_color(hui_reader *reader, const char *word)
{
    HUI_VEC(const char *) names = {0};
    if (word[0] == '#')
        return "a colour is written #RGB, #RRGGBB or #RRGGBBAA";
    for (size_t i = 0; i < hui_palette_name_count(); i++)
        *hui_vec_push(reader->arena, &names) = hui_palette_name(i);
    for (size_t i = 0; i < reader->theme->accent_count; i++)
        *hui_vec_push(reader->arena, &names) = reader->theme->accents[i].name;
    static const char *const of_accent[] = {"accent", "accent-dark", "accent-line", "accent-tint"};
    for (size_t i = 0; i < sizeof of_accent / sizeof *of_accent; i++)
        *hui_vec_push(reader->arena, &names) = of_accent[i];
    const char *hint = hui_word_hint(reader->arena, word, names.at, names.count);
    return hui_arena_printf(reader->arena, "%s%s", hint, hint[0] == 't' ? ", or #RRGGBB" : "");
}

static void report_value(hui_reader *reader, const hui_json *value, const char *hint)
{
    hui_diags_add(reader->diags, HUI_CODE_UNKNOWN_VALUE, hui_reader_place(reader, value), hint, value->string,
                  hui_value_label(reader->arena, value));
}

static void read_color(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    (void)field;
    hui_string string;
    hui_color color;
    if (!read_string_of(reader, value, "a colour: a name or \"#RRGGBB\"", &string))
        return;
    if (hui_theme_color(reader->theme, &reader->theme->accents[0], string.text, &color))
        *(hui_string *)member = string;
    else
        report_value(reader, value, hint_color(reader, string.text));
}

static void read_scheme(hui_reader *reader, const hui_json *value, hui_colors *colors)
{
    const hui_read_options *options = reader->options;
    hui_string name;
    if (!read_string_of(reader, value, "the name of a colour scheme, or an array of colours", &name))
        return;
    colors->at = options->find_scheme ? options->find_scheme(reader->arena, name.text, &colors->count) : NULL;
    colors->place = name.place;
    if (colors->at)
        return;
    const char *
        nearest = options->nearest_scheme ? options->nearest_scheme(name.text) : NULL,
       *hint = "a scheme of categories, such as okabeito, dark2 or set2, or so many colours of a ramp, such as blues-5";
    if (nearest && strcmp(nearest, name.text) == 0)
        hint = hui_arena_printf(reader->arena, "it is a ramp: say how many of its colours, such as `%s-5`", nearest);
    else if (nearest)
        hint = hui_arena_printf(reader->arena, "did you mean `%s`?", nearest);
    report_value(reader, value, hint);
}

static void read_colors(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    hui_colors *colors = member;
    if (value->kind != HUI_JSON_ARRAY) {
        read_scheme(reader, value, colors);
        return;
    }
    hui_color *at = HUI_NEW_ARRAY(reader->arena, hui_color, value->count);
    for (const hui_json *item = value->first; item; item = item->next) {
        hui_string name = {0};
        read_color(reader, field, item, &name);
        if (name.text && hui_theme_color(reader->theme, &reader->theme->accents[0], name.text, &at[colors->count]))
            at[colors->count++].a = 255;
    }
    colors->at = at;
    colors->place = hui_reader_place(reader, value);
}

static void read_accent(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    (void)field;
    hui_string string;
    if (!read_string_of(reader, value, "the name of an accent", &string))
        return;
    const hui_accent *accent = hui_accent_find(reader->theme, string.text);
    if (accent) {
        memcpy(member, &accent, sizeof accent);
        return;
    }
    HUI_VEC(const char *) names = {0};
    for (size_t i = 0; i < reader->theme->accent_count; i++)
        *hui_vec_push(reader->arena, &names) = reader->theme->accents[i].name;
    report_value(reader, value, hui_word_hint(reader->arena, string.text, names.at, names.count));
}

static bool check_range(hui_reader *reader, const hui_json *value, double min, double max)
{
    if (!(min < max) || (value->number >= min && value->number <= max))
        return true;
    hui_diags_add(reader->diags, HUI_CODE_OUT_OF_RANGE, hui_reader_place(reader, value), NULL,
                  hui_value_label(reader->arena, value), hui_range_words(reader->arena, min, max));
    return false;
}

static void read_number(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    if (value->kind != HUI_JSON_NUMBER)
        hui_report_type(reader, value, "a number");
    else if (check_range(reader, value, field->min, field->max))
        *(double *)member = value->number;
}

static void read_numbers(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    if (value->kind != HUI_JSON_ARRAY) {
        hui_report_type(reader, value, "an array of numbers");
        return;
    }
    double *numbers = HUI_NEW_ARRAY(reader->arena, double, value->count);
    for (const hui_json *item = value->first; item; item = item->next)
        read_number(reader, field, item, &numbers[item->index]);
    *(hui_numbers *)member = (hui_numbers){numbers, value->count, hui_reader_place(reader, value)};
}

static void read_integer(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    const bool has_range = field->min < field->max;
    if (value->kind != HUI_JSON_NUMBER)
        hui_report_type(reader, value, "a whole number");
    else if (floor(value->number) != value->number)
        hui_diags_add(reader->diags, HUI_CODE_OUT_OF_RANGE, hui_reader_place(reader, value), NULL,
                      hui_value_label(reader->arena, value), "a whole number");
    else if (check_range(reader, value, has_range ? fmax(field->min, INT_MIN) : INT_MIN,
                         has_range ? fmin(field->max, INT_MAX) : INT_MAX))
        *(int *)member = (int)value->number;
}

static void read_bool(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    (void)field;
    if (value->kind == HUI_JSON_TRUE || value->kind == HUI_JSON_FALSE)
        *(bool *)member = value->kind == HUI_JSON_TRUE;
    else
        hui_report_type(reader, value, "true or false");
}

static void read_enum(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    if (value->kind != HUI_JSON_STRING) {
        hui_report_type(reader, value, "a string");
        return;
    }
    for (int i = 0; field->words[i].word; i++)
        if (!value->has_nul && !strcmp(field->words[i].word, value->string)) {
            *(int *)member = i;
            return;
        }
    report_value(reader, value, hint_table(reader, value->string, field->words));
}

/* Adds one word's bit. */
static void read_word(hui_reader *reader, const hui_field *field, const hui_json *value, unsigned *bits)
{
    int index = -1;
    read_enum(reader, field, value, &index);
    if (index >= 0)
        *bits |= 1U << index;
}

static void read_words(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    unsigned bits = 0;
    if (value->kind == HUI_JSON_ARRAY)
        for (const hui_json *item = value->first; item; item = item->next)
            read_word(reader, field, item, &bits);
    else if (value->kind == HUI_JSON_STRING)
        read_word(reader, field, value, &bits);
    else
        hui_report_type(reader, value, "a string or an array of strings");
    *(unsigned *)member = bits;
}

static void read_object(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    const void *props = hui_record_read(reader, field->record, value);
    memcpy(member, &props, sizeof props);
}

static void read_list(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    if (value->kind != HUI_JSON_ARRAY) {
        hui_report_type(reader, value, "an array");
        return;
    }
    const size_t size = field->record->size;
    char *items = hui_arena_alloc(reader->arena, size * value->count);
    for (const hui_json *item = value->first; item; item = item->next)
        memcpy(items + item->index * size, hui_record_read(reader, field->record, item), size);
    *(hui_list *)member = (hui_list){items, value->count, hui_reader_place(reader, value)};
}

static bool check_name(hui_reader *reader, const hui_field *field, const hui_json *value)
{
    if (!field->words)
        return true;
    for (const hui_word *word = field->words; word->word; word++)
        if (!strcmp(word->word, value->key))
            return true;
    hui_diags_add(reader->diags, HUI_CODE_UNKNOWN_KEY, hui_json_key_place(reader->arena, value),
                  hint_table(reader, value->key, field->words), value->key, field->name);
    return false;
}

static void read_map(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    if (value->kind != HUI_JSON_OBJECT) {
        hui_report_type(reader, value, "an object");
        return;
    }
    const size_t size = field->record->size;
    char *items = hui_arena_alloc(reader->arena, size * value->count);
    size_t count = 0;
    for (const hui_json *item = value->first; item; item = item->next) {
        if (!check_name(reader, field, item))
            continue;
        char *props = hui_record_read(reader, field->record, item);
        *(hui_string *)(void *)props = (hui_string){item->key, hui_json_key_place(reader->arena, item)};
        memcpy(items + count++ * size, props, size);
    }
    *(hui_list *)member = (hui_list){items, count, hui_reader_place(reader, value)};
}

static void read_texts(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    if (value->kind != HUI_JSON_ARRAY) {
        hui_report_type(reader, value, "an array of strings");
        return;
    }
    hui_string *texts = HUI_NEW_ARRAY(reader->arena, hui_string, value->count);
    for (const hui_json *item = value->first; item; item = item->next)
        read_markdown(reader, field, item, &texts[item->index]);
    *(hui_list *)member = (hui_list){texts, value->count, hui_reader_place(reader, value)};
}

static void store_object(hui_reader *reader, const hui_json *value, const char *expected, void *member)
{
    if (value->kind == HUI_JSON_OBJECT)
        memcpy(member, &value, sizeof value);
    else
        hui_report_type(reader, value, expected);
}

static void read_json(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    (void)field;
    store_object(reader, value, "an object", member);
}

const hui_json *hui_reader_read_file(hui_reader *reader, const char *path, const hui_json *reference, bool is_chart)
{
    const hui_read_options *all = reader->options;
    const hui_json_options options = {.keep_going = true};
    if (all->read_file)
        return all->read_file(all->file_closure, reader->arena, path, reference, is_chart, &options, reader->diags);
    return hui_json_read_file(reader->arena, path, hui_json_place(reader->arena, reference), &options, reader->diags);
}

const hui_json *hui_reader_follow(hui_reader *reader, const hui_json *path, bool is_chart)
{
    hui_string string = {0};
    read_file(reader, NULL, path, &string);
    return string.text ? hui_reader_read_file(reader, string.text, path, is_chart) : NULL;
}

static void read_chart(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    (void)field;
    const hui_json *root = value->kind == HUI_JSON_STRING ? hui_reader_follow(reader, value, true) : value;
    if (root)
        store_object(reader, root, "a Vega-Lite object, or the path of a .vl.json file", member);
}

void hui_field_read(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    static read_field *const readers[] = {
        [HUI_FIELD_STRING] = read_string,     [HUI_FIELD_TEXT] = read_markdown,
        [HUI_FIELD_VALUE] = read_value,       [HUI_FIELD_ICON] = read_icon,
        [HUI_FIELD_FILE] = read_file,         [HUI_FIELD_COLOR] = read_color,
        [HUI_FIELD_COLORS] = read_colors,     [HUI_FIELD_ACCENT] = read_accent,
        [HUI_FIELD_NUMBER] = read_number,     [HUI_FIELD_INTEGER] = read_integer,
        [HUI_FIELD_NUMBERS] = read_numbers,   [HUI_FIELD_BOOL] = read_bool,
        [HUI_FIELD_ENUM] = read_enum,         [HUI_FIELD_WORDS] = read_words,
        [HUI_FIELD_LENGTH] = hui_length_read, [HUI_FIELD_LENGTHS] = hui_lengths_read,
        [HUI_FIELD_TRACKS] = hui_tracks_read, [HUI_FIELD_OBJECT] = read_object,
        [HUI_FIELD_LIST] = read_list,         [HUI_FIELD_MAP] = read_map,
        [HUI_FIELD_TEXTS] = read_texts,       [HUI_FIELD_PANEL] = hui_panel_read,
        [HUI_FIELD_PANELS] = hui_panels_read, [HUI_FIELD_JSON] = read_json,
        [HUI_FIELD_CHART] = read_chart,
    };
    readers[field->kind](reader, field, value, member);
}
