/* Formats as a table, and what they have in common: arguments, empty values, conversions. */
#include "template/text_format.h"

#include "data/format.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const hui_text_format hui_text_formats[] = {
#define HUI_FORMAT(word, takes, first, second, least, apply, use, input, output, doc) \
    {word,                                                                            \
     HUI_FORMAT_TAKES_##takes,                                                        \
     {HUI_FORMAT_##first, HUI_FORMAT_##second},                                       \
     least,                                                                           \
     hui_format_##apply,                                                              \
     use,                                                                             \
     input,                                                                           \
     output,                                                                          \
     doc},
#include "template/format_rows.inc"
#undef HUI_FORMAT
};
const size_t hui_text_format_count = sizeof hui_text_formats / sizeof *hui_text_formats;

const hui_text_format *hui_text_format_find(const char *word)
{
    for (size_t i = 0; i < hui_text_format_count; i++)
        if (!strcmp(hui_text_formats[i].word, word))
            return &hui_text_formats[i];
    return NULL;
}

size_t hui_text_format_most(const hui_text_format *format)
{
    size_t count = 0;
    while (count < HUI_FORMAT_ARGUMENTS && format->arguments[count] != HUI_FORMAT_NO_ARGUMENT)
        count++;
    return count;
}

static bool is_whole(const char *text, long least, long most)
{
    const size_t length = strspn(text, "0123456789");
    if (length == 0 || length > 6 || text[length])
        return false;
    const long number = strtol(text, NULL, 10);
    return number >= least && number <= most;
}

const char *hui_text_format_fault(const hui_text_format *format, size_t index, const char *argument)
{
    switch (format->arguments[index]) {
    case HUI_FORMAT_DECIMALS:
        return is_whole(argument, 0, 20) ? NULL : "must be a whole number from 0 to 20";
    case HUI_FORMAT_LENGTH:
        return is_whole(argument, 1, 10000) ? NULL : "must be a whole number from 1 to 10000";
    case HUI_FORMAT_NUMBER:
        return hui_format_number_check(argument) ? NULL : "must be a specifier of d3-format, such as ,.2f";
    case HUI_FORMAT_DATE:
    case HUI_FORMAT_TEXT:
    case HUI_FORMAT_NO_ARGUMENT:
        break;
    }
    return NULL;
}

bool hui_value_is_empty(hui_value value)
{
    return value.kind == HUI_VALUE_UNDEFINED || value.kind == HUI_VALUE_NULL ||
           (value.kind == HUI_VALUE_STRING && value.count == 0);
}

const char *hui_value_text(hui_arena *arena, hui_value value)
{
    switch (value.kind) {
    case HUI_VALUE_UNDEFINED:
    case HUI_VALUE_NULL:
        return "";
    case HUI_VALUE_BOOL:
        return value.truth ? "true" : "false";
    case HUI_VALUE_NUMBER:
        return hui_number_string(arena, value.number);
    case HUI_VALUE_DATE:
        return hui_date_string(arena, value.number);
    case HUI_VALUE_STRING:
        return value.string;
    case HUI_VALUE_ARRAY:
    case HUI_VALUE_OBJECT:
        break;
    }
    return NULL;
}

static hui_value fail(hui_formatting *f, const char *fault)
{
    f->fault = fault;
    return hui_value_null();
}

static hui_value to_number(hui_formatting *f, hui_value value)
{
    const double number =
        value.kind == HUI_VALUE_NUMBER || value.kind == HUI_VALUE_STRING ? hui_value_to_number(value) : (double)NAN;
    return isfinite(number) ? hui_value_number(number) : fail(f, "is not a number");
}

static hui_value to_date(hui_formatting *f, hui_value value)
{
    const double ms = value.kind == HUI_VALUE_DATE || value.kind == HUI_VALUE_NUMBER ? value.number
                      : value.kind == HUI_VALUE_STRING                               ? hui_date_parse(value.string)
                                                                                     : (double)NAN;
    return isfinite(ms) ? hui_value_date(ms) : fail(f, "is not a date, such as 2023-05-01");
}

static hui_value to_text(hui_formatting *f, hui_value value)
{
    const char *text = hui_value_text(f->arena, value);
    return text ? hui_value_string(text) : fail(f, "is a list or an object, not a text");
}

static hui_value convert(hui_formatting *f, hui_format_takes takes, hui_value value)
{
    switch (takes) {
    case HUI_FORMAT_TAKES_NUMBER:
        return to_number(f, value);
    case HUI_FORMAT_TAKES_DATE:
        return to_date(f, value);
    case HUI_FORMAT_TAKES_TEXT:
        return to_text(f, value);
    case HUI_FORMAT_TAKES_LIST:
        return value.kind == HUI_VALUE_ARRAY ? value : fail(f, "is not a list");
    case HUI_FORMAT_TAKES_ANY:
        break;
    }
    return value;
}

hui_value hui_text_format_apply(const hui_text_format *format, hui_formatting *f, hui_value value,
                                const char *const *arguments)
{
    if (f->is_final || (format->takes != HUI_FORMAT_TAKES_ANY && hui_value_is_empty(value)))
        return value;
    value = convert(f, format->takes, value);
    return f->fault ? value : format->apply(f, value, arguments);
}
