/* Walking the field tables: which records there are, and what ranges mean. */
#include "model/tables.h"

#include <math.h>
#include <string.h>

size_t hui_records_index(const hui_records *records, const hui_record *record)
{
    size_t i = 0;
    while (i < records->count && records->at[i] != record)
        i++;
    return i;
}

void hui_records_collect(hui_arena *arena, hui_records *records, const hui_record *record)
{
    if (hui_records_index(records, record) < records->count)
        return;
    *hui_vec_push(arena, records) = record;
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].record)
            hui_records_collect(arena, records, record->fields[i].record);
}

const hui_field *hui_record_field(const hui_record *record, const char *name)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (!strcmp(record->fields[i].name, name))
            return &record->fields[i];
    return NULL;
}

const char *hui_shorthand_words(const hui_record *record)
{
    const hui_field_kind kind = hui_record_field(record, record->shorthand)->kind;
    if (kind == HUI_FIELD_NUMBER || kind == HUI_FIELD_INTEGER)
        return "a number";
    if (kind == HUI_FIELD_NUMBERS)
        return "an array of numbers";
    if (kind == HUI_FIELD_LIST)
        return "an array";
    if (kind == HUI_FIELD_WORDS)
        return "a string or an array of strings";
    return kind == HUI_FIELD_VALUE || kind == HUI_FIELD_LENGTH ? "a string or number" : "a string";
}

bool hui_bound_is_real(double bound)
{
    return fabs(bound) <= 1e12;
}

bool hui_bound_is_tiny(double bound)
{
    return bound > 0 && bound <= 1e-6;
}

void hui_range_write(hui_buffer *out, double min, double max)
{
    const bool has_min = hui_bound_is_real(min), has_max = hui_bound_is_real(max), is_tiny = hui_bound_is_tiny(min);
    if (!(min < max) || !(has_min || has_max))
        return;
    if (is_tiny)
        hui_buffer_add_string(out, has_max ? "more than 0 and at most " : "more than 0");
    else
        hui_buffer_add_string(out, !has_max ? "at least " : !has_min ? "at most " : "between ");
    if (has_min && !is_tiny)
        hui_buffer_add_number(out, min, 6);
    if (has_min && has_max && !is_tiny)
        hui_buffer_add_string(out, " and ");
    if (has_max)
        hui_buffer_add_number(out, max, 6);
}
