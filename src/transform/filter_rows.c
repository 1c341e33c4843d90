/* Filter: the rows that somebody else's test lets pass. */
#include "transform/transform.h"

hui_table *hui_filter_apply(hui_arena *arena, const hui_table *table, bool (*keep)(void *closure, size_t row),
                            void *closure)
{
    hui_arena *const scratch = hui_arena_new();
    size_t *rows = HUI_NEW_ARRAY(scratch, size_t, table->rows), count = 0;
    for (size_t row = 0; row < table->rows; row++)
        if (keep(closure, row))
            rows[count++] = row;
    hui_table *filtered =
        count == table->rows ? hui_table_copy(arena, table) : hui_table_gather(arena, table, rows, count);
    hui_arena_free(scratch);
    return filtered;
}
