/* Walking the field tables, for what is generated from them. For the files of model/ only. */
#ifndef HUI_MODEL_TABLES_H
#define HUI_MODEL_TABLES_H

#include "base/buffer.h"
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
/* What a record's shorthand is: "a string", "a number", "a string or number", "an array of numbers". */
const char *hui_shorthand_words(const hui_record *record);

/* Ranges as tables give them: a bound beyond 10^12 bounds nothing, and a tiny one stands for "more than 0". */
bool hui_bound_is_real(double bound);
bool hui_bound_is_tiny(double bound);
/* "between 1 and 12", "at least 0", "more than 0", …; nothing where nothing is bounded. */
void hui_range_write(hui_buffer *out, double min, double max);

#endif
