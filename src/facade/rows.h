/* Rows of data inside the facade. */
#ifndef HUI_FACADE_ROWS_H
#define HUI_FACADE_ROWS_H

#include "base/buffer.h"
#include "data/row_reader.h"
#include "facade/template.h"
#include "json/make.h"

struct hui_rows {
    hui_arena *arena, *row_arena, *said_arena; /* of all; of one row; of diagnostics */
    hui_diags *diags;
    hui_row_reader *reader; /* NULL after errors */
    size_t first;           /* number of the first row */
    hui_row row;
};

#endif
