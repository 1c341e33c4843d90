/* Types of columns: what `format.parse` and temporal fields ask for, as Vega's loader converts values. */
#include "data/format.h"
#include "data/source.h"

#include <math.h>
#include <string.h>

/* Of a value that is neither null nor an empty string. `pattern` is that of dates, else NULL. */
typedef hui_value (*conversion)(hui_arena *arena, hui_value value, const char *pattern);

static hui_value convert_number(hui_arena *arena, hui_value value, const char *pattern)
{
    (void)arena, (void)pattern;
    return value.kind == HUI_VALUE_NUMBER ? value : hui_value_number(hui_value_to_number(value));
}

static hui_value convert_boolean(hui_arena *arena, hui_value value, const char *pattern)
{
    (void)arena, (void)pattern;
    const bool is_false =
        value.kind == HUI_VALUE_STRING && (strcmp(value.string, "false") == 0 || strcmp(value.string, "0") == 0);
    return hui_value_bool(!is_false && hui_value_truthy(value));
}

static hui_value convert_string(hui_arena *arena, hui_value value, const char *pattern)
{
    (void)pattern;
    return value.kind == HUI_VALUE_STRING ? value : hui_value_string(hui_value_to_string(arena, value));
}

static hui_value convert_date(hui_arena *arena, hui_value value, const char *pattern)
{
    (void)pattern;
    if (value.kind == HUI_VALUE_NUMBER || value.kind == HUI_VALUE_DATE)
        return hui_value_date(value.number);
    return hui_value_date(hui_date_parse(hui_value_to_string(arena, value)));
}

static hui_value convert_patterned(hui_arena *arena, hui_value value, const char *pattern)
{
    const double ms = hui_date_parse_format(pattern, hui_value_to_string(arena, value));
    return isnan(ms) ? hui_value_null() : hui_value_date(ms);
}

static const struct parse_type {
    const char *word;
    conversion convert;
    hui_value_kind kind; /* values of this kind stay as they are */
} types[] = {{"number", convert_number, HUI_VALUE_NUMBER},
             {"integer", convert_number, HUI_VALUE_NUMBER},
             {"boolean", convert_boolean, HUI_VALUE_BOOL},
             {"string", convert_string, HUI_VALUE_STRING},
             {"date", convert_date, HUI_VALUE_DATE}};

enum { TYPE_COUNT = sizeof types / sizeof *types };

static bool is_empty(hui_value value)
{
    return value.kind == HUI_VALUE_UNDEFINED || value.kind == HUI_VALUE_NULL ||
           (value.kind == HUI_VALUE_STRING && value.count == 0);
}

/* Inference
 * --------- */

static bool is_numeric(hui_value value)
{
    return value.kind != HUI_VALUE_DATE && !isnan(hui_value_to_number(value));
}

static bool looks_boolean(hui_arena *arena, hui_value value)
{
    (void)arena;
    return value.kind == HUI_VALUE_BOOL ||
           (value.kind == HUI_VALUE_STRING && (!strcmp(value.string, "true") || !strcmp(value.string, "false")));
}

static bool looks_numeric(hui_arena *arena, hui_value value)
{
    (void)arena;
    return is_numeric(value);
}

static bool looks_dated(hui_arena *arena, hui_value value)
{
    return value.kind == HUI_VALUE_DATE ? !isnan(value.number)
                                        : !isnan(hui_date_parse(hui_value_to_string(arena, value)));
}

/* The first type that all valid values have. Integers need no type of their own: they are numbers in the end. */
static const char *infer(hui_arena *arena, const hui_accessor *accessor, size_t rows)
{
    static const struct {
        const char *word;
        bool (*fits)(hui_arena *arena, hui_value value);
    } tests[] = {{"boolean", looks_boolean}, {"number", looks_numeric}, {"date", looks_dated}};
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        size_t row = 0;
        for (; row < rows; row++) {
            const hui_value value = hui_accessor_value(accessor, row);
            if (hui_value_valid(value) && !tests[i].fits(arena, value))
                break;
        }
        if (row == rows)
            return tests[i].word;
    }
    return "string";
}

/* Conversion
 * ---------- */

static bool same_string(hui_value a, hui_value b)
{
    return a.kind == HUI_VALUE_STRING && b.kind == HUI_VALUE_STRING && a.count == b.count &&
           (a.string == b.string || memcmp(a.string, b.string, a.count) == 0);
}

static bool is_converted(const hui_accessor *accessor, size_t rows, hui_value_kind kind)
{
    for (size_t row = 0; row < rows; row++) {
        const hui_value value = hui_accessor_value(accessor, row);
        if (value.kind != HUI_VALUE_NULL && (value.kind != kind || is_empty(value)))
            return false;
    }
    return true;
}

/* Neighbours are often equal, dates above all, and cost much to read. */
static void convert_column(hui_table *table, const hui_accessor *accessor, const char *as, conversion convert,
                           const char *pattern)
{
    hui_value *const values = HUI_NEW_ARRAY(table->arena, hui_value, table->rows);
    hui_value last = {0};
    for (size_t row = 0; row < table->rows; row++) {
        const hui_value value = hui_accessor_value(accessor, row);
        if (is_empty(value))
            values[row] = hui_value_null();
        else if (same_string(value, last))
            values[row] = values[row - 1];
        else
            values[row] = convert(table->arena, value, pattern);
        last = value;
    }
    hui_table_share(table, as, values);
}

static void convert_to(hui_table *table, const hui_accessor *accessor, const char *as, const struct parse_type *type)
{
    const bool is_column = accessor->column && !accessor->path_count;
    if (!is_column || !is_converted(accessor, table->rows, type->kind))
        convert_column(table, accessor, as, type->convert, NULL);
}

static const struct parse_type *find_type(const char *word)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (strcmp(types[i].word, word) == 0)
            return &types[i];
    return NULL;
}

/* "date:'%Y'", "utc:%Y": the pattern without its quotes, or NULL if it is none of these. */
static const char *read_pattern(hui_arena *arena, const char *word)
{
    const size_t skip = strncmp(word, "date:", 5) == 0 ? 5 : strncmp(word, "utc:", 4) == 0 ? 4 : 0;
    const char *const pattern = word + skip;
    const size_t length = strlen(pattern);
    if (!skip || !length)
        return NULL;
    if (length >= 2 && (*pattern == '\'' || *pattern == '"') && pattern[length - 1] == *pattern)
        return hui_arena_string_n(arena, pattern + 1, length - 2);
    return pattern;
}

static bool parse_column(hui_table *table, const char *field, const char *word)
{
    const hui_accessor accessor = hui_accessor_new(table->arena, table, field);
    const struct parse_type *const type =
        find_type(strcmp(word, "auto") == 0 ? infer(table->arena, &accessor, table->rows) : word);
    const char *const pattern = read_pattern(table->arena, word), *const as = hui_field_flat(table->arena, field);
    if (type)
        convert_to(table, &accessor, as, type);
    else if (pattern)
        convert_column(table, &accessor, as, convert_patterned, pattern);
    return type || pattern;
}

static void report_type(hui_arena *arena, const hui_json *type, hui_diags *diags)
{
    const char *words[TYPE_COUNT];
    for (size_t i = 0; i < TYPE_COUNT; i++)
        words[i] = types[i].word;
    const char *const nearest = hui_word_nearest(type->string, words, TYPE_COUNT);
    hui_diags_add(diags, HUI_CODE_UNKNOWN_VALUE, hui_json_place(arena, type),
                  nearest ? hui_arena_printf(arena, "did you mean “%s”?", nearest)
                          : "number, boolean, string, date, date:'%d.%m.%Y' and the like are",
                  type->string, "parse");
}

static bool parse_member(hui_table *table, const hui_json *type, hui_diags *diags)
{
    if (type->kind == HUI_JSON_NULL)
        return true;
    if (type->kind != HUI_JSON_STRING) {
        hui_diags_add(diags, HUI_CODE_WRONG_TYPE, hui_json_place(table->arena, type), NULL, type->key,
                      "a type such as \"number\" or null", hui_json_kind_word(type));
        return false;
    }
    if (parse_column(table, type->key, type->string))
        return true;
    report_type(table->arena, type, diags);
    return false;
}

static void parse_all(hui_table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        const hui_accessor accessor = {.column = &table->columns[i]};
        convert_to(table, &accessor, table->columns[i].name, find_type(infer(table->arena, &accessor, table->rows)));
    }
}

hui_table *hui_source_parse(hui_arena *arena, const hui_table *table, const hui_json *parse, hui_diags *diags)
{
    hui_table *parsed = hui_table_copy(arena, table);
    bool is_fine = true;
    if (!parsed->rows || parse->kind == HUI_JSON_NULL)
        return parsed;
    if (parse->kind == HUI_JSON_STRING && strcmp(parse->string, "auto") == 0) {
        parse_all(parsed);
    } else if (parse->kind == HUI_JSON_OBJECT) {
        for (const hui_json *type = parse->first; type; type = type->next)
            is_fine &= parse_member(parsed, type, diags);
    } else {
        hui_diags_add(diags, HUI_CODE_WRONG_TYPE, hui_json_place(arena, parse), NULL, "parse",
                      "an object of fields and types", hui_json_kind_word(parse));
        return NULL;
    }
    return is_fine ? parsed : NULL;
}

hui_table *hui_source_parse_column(hui_arena *arena, const hui_table *table, const char *field, const char *type)
{
    hui_table *parsed = hui_table_copy(arena, table);
    parse_column(parsed, field, type);
    return parsed;
}
