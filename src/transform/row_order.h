/* Orders of rows, for the steps that sort. For this folder only. */
#ifndef HUI_TRANSFORM_ROW_ORDER_H
#define HUI_TRANSFORM_ROW_ORDER_H

#include "transform/transform.h"

/* All rows of the table, sorted; equal ones keep their order. NULL if there is nothing to sort by. */
const size_t *hui_row_order(hui_arena *arena, const hui_table *table, const hui_sort_field *sort, size_t sort_count);

#endif
