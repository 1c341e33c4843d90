/* Walking the field tables, for what is generated from them. For the files of model/ only. */
#ifndef HUI_MODEL_TABLES_H
#define HUI_MODEL_TABLES_H

#include "base/vec.h"
#include "model/poster.h"

typedef struct hui_records {
    const hui_record **at;
    size_t count, capacity;
} hui_records;

/* Adds the record and, depth first, those its fields lead to; none twice. */
void hui_records_collect(hui_arena *arena, hui_records *records, const hui_record *record);
size_t hui_records_index(const hui_records *records, const hui_record *record); /* count if it is not there */
const hui_field *hui_record_field(const hui_record *record, const char *name);  /* NULL if there is none */
bool hui_field_has_range(const hui_field *field);

#endif
