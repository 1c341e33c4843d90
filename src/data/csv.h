/* The cells of CSV (RFC 4180, with d3's tolerance), of a whole text or of the part that was read so far. For this folder only. */
#ifndef HUI_DATA_CSV_H
#define HUI_DATA_CSV_H

#include "data/value.h"

/* What follows a cell. */
typedef enum hui_csv_end {
    HUI_CSV_CELL,
    HUI_CSV_ROW,
    HUI_CSV_TEXT,
    HUI_CSV_MORE /* the cell may go on in what was not read yet: nothing was done */
} hui_csv_end;

/* Of a whole text *end is writable, too. */
typedef struct hui_csv {
    char *at, *end;
    const char *delimiter;
    size_t delimiter_size;
    bool is_part; /* there may be more text */
} hui_csv;

/* A cell where it stands, without its quotes. */
typedef struct hui_csv_cell {
    char *start, *end;
    bool has_quotes; /* doubled ones in it */
    bool is_open;    /* its closing quote is missing */
} hui_csv_cell;

/* Steps over a cell and what ends it; the text stays as it is. */
hui_csv_end hui_csv_next(hui_csv *csv, hui_csv_cell *cell);
/* Its text, where it stands: what ends it is overwritten. */
hui_value hui_csv_value(const hui_csv_cell *cell);

#endif
