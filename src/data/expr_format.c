/* Functions of expressions: numbers and dates as text, and back. */
#include "data/expr_node.h"

#include "data/format.h"

#include <math.h>
#include <string.h>

/* Vega's formats make a word of null; of all else the number that it is. */
static bool is_null(const hui_expr_call *call)
{
    return hui_expr_argument(call, 0).kind == HUI_VALUE_NULL;
}

static hui_value text_or_nothing(const char *text)
{
    return text ? hui_value_string(text) : (hui_value){0};
}

static hui_value format_number(const hui_expr_call *call)
{
    if (is_null(call))
        return hui_value_string("null");
    return text_or_nothing(
        hui_format_number(call->scope->arena, hui_expr_text(call, 1).string, hui_expr_number(call, 0)));
}

static hui_value format_time(const hui_expr_call *call)
{
    const double ms = hui_expr_number(call, 0);
    if (is_null(call))
        return hui_value_string("null");
    if (hui_expr_argument(call, 1).kind == HUI_VALUE_STRING)
        return text_or_nothing(hui_format_time(call->scope->arena, call->at[1].string, ms));
    const char *const specifier = hui_format_time_tick(ms);
    return text_or_nothing(hui_format_time(call->scope->arena, specifier, ms));
}

static hui_value parse_time(const hui_expr_call *call)
{
    if (is_null(call))
        return hui_value_string("null");
    const double ms = hui_date_parse_format(hui_expr_text(call, 1).string, hui_expr_text(call, 0).string);
    return isnan(ms) ? hui_value_null() : hui_value_date(ms);
}

/* Names of months and days */

enum { MONTH, MONTH_SHORT, DAY, DAY_SHORT };

static hui_value format_name(const hui_expr_call *call)
{
    static const char *const specifiers[] = {[MONTH] = "%B", [MONTH_SHORT] = "%b", [DAY] = "%A", [DAY_SHORT] = "%a"};
    const hui_value number = hui_expr_argument(call, 0);
    const int kind = call->function->detail;
    const bool is_month = kind == MONTH || kind == MONTH_SHORT;
    if (number.kind != HUI_VALUE_NUMBER || number.number != trunc(number.number) || !isfinite(number.number))
        return hui_value_string("");
    /* January 2, 2000 was a Sunday. */
    const double ms =
        hui_date_ms(2000, is_month ? number.number : 0, is_month ? 1 : 2 + fmod(number.number, 7), 0, 0, 0, 0);
    return text_or_nothing(hui_format_time(call->scope->arena, specifiers[kind], ms));
}

/* timeUnitSpecifier: parts, from large to small, and those that are written together. */

enum { PART_COUNT = 12 };

static const char *const part_words[PART_COUNT] = {"year", "quarter",   "month", "week",    "isoweek", "date",
                                                   "day",  "dayofyear", "hours", "minutes", "seconds", "milliseconds"};

static const struct {
    const char *parts, *specifier;
} specifiers[] = {{"year", "%Y "},
                  {"quarter", "Q%q "},
                  {"month", "%b "},
                  {"date", "%d "},
                  {"week", "W%U "},
                  {"isoweek", "W%V "},
                  {"day", "%a "},
                  {"dayofyear", "%j "},
                  {"hours", "%H:00"},
                  {"minutes", "00:%M"},
                  {"seconds", ":%S"},
                  {"milliseconds", ".%L"},
                  {"year-isoweek", "%G W%V "},
                  {"year-month", "%Y-%m "},
                  {"year-month-date", "%Y-%m-%d "},
                  {"hours-minutes", "%H:%M"}};

/* What the caller wants instead comes first; null there means that the parts are not written together after all. */
static const char *find_specifier(const hui_expr_call *call, const char *parts)
{
    const hui_value own = hui_expr_argument(call, 1);
    for (uint32_t i = 0; own.kind == HUI_VALUE_OBJECT && i < own.count; i++)
        if (strcmp(own.members[i].key, parts) == 0)
            return own.members[i].value.kind == HUI_VALUE_STRING ? own.members[i].value.string : NULL;
    for (size_t i = 0; i < sizeof specifiers / sizeof *specifiers; i++)
        if (strcmp(specifiers[i].parts, parts) == 0)
            return specifiers[i].specifier;
    return NULL;
}

/* A bit for each part named; false if one is none. */
static bool read_parts(hui_value units, bool parts[PART_COUNT])
{
    const uint32_t count = units.kind == HUI_VALUE_ARRAY ? units.count : 1;
    for (uint32_t i = 0; i < count; i++) {
        const hui_value unit = units.kind == HUI_VALUE_ARRAY ? units.items[i] : units;
        int part = 0;
        while (part < PART_COUNT && (unit.kind != HUI_VALUE_STRING || strcmp(unit.string, part_words[part]) != 0))
            part++;
        if (part == PART_COUNT)
            return false;
        parts[part] = true;
    }
    return count > 0;
}

static hui_value unit_specifier(const hui_expr_call *call)
{
    hui_arena *const arena = call->scope->arena;
    bool parts[PART_COUNT] = {false};
    const char *words[PART_COUNT], *text = "";
    size_t count = 0;
    if (!read_parts(hui_expr_argument(call, 0), parts))
        return (hui_value){0};
    for (int part = 0; part < PART_COUNT; part++)
        if (parts[part])
            words[count++] = part_words[part];
    for (size_t start = 0, end; start < count; start = end) {
        const char *found = NULL;
        for (end = count; end > start; end--) {
            const char *key = words[start];
            for (size_t i = start + 1; i < end; i++)
                key = hui_arena_printf(arena, "%s-%s", key, words[i]);
            found = find_specifier(call, key);
            if (found)
                break;
        }
        if (!found)
            return (hui_value){0};
        text = hui_arena_printf(arena, "%s%s", text, found);
    }
    size_t length = strlen(text);
    const size_t leading = strspn(text, " ");
    while (length > leading && text[length - 1] == ' ')
        length--;
    return hui_expr_string(call->scope, text + leading, length - leading);
}

const hui_expr_function hui_expr_format_functions[] = {HUI_EXPR_FUNCTION("format", format_number),
                                                       HUI_EXPR_FUNCTION("timeFormat", format_time),
                                                       HUI_EXPR_FUNCTION("utcFormat", format_time),
                                                       HUI_EXPR_FUNCTION("timeParse", parse_time),
                                                       HUI_EXPR_FUNCTION("utcParse", parse_time),
                                                       HUI_EXPR_VARIANT("monthFormat", format_name, MONTH),
                                                       HUI_EXPR_VARIANT("monthAbbrevFormat", format_name, MONTH_SHORT),
                                                       HUI_EXPR_VARIANT("dayFormat", format_name, DAY),
                                                       HUI_EXPR_VARIANT("dayAbbrevFormat", format_name, DAY_SHORT),
                                                       HUI_EXPR_FUNCTION("timeUnitSpecifier", unit_specifier),
                                                       {0}};
