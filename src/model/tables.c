/* Walking the field tables: which records there are. */
#include "model/tables.h"

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

bool hui_field_has_range(const hui_field *field)
{
    return field->min < field->max;
}
