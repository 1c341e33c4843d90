/* Tables: columns by name, in the order in which they were added; many of them are found by a hash index. */
#include "data/table.h"

#include "base/hash.h"
#include "base/vec.h"

#include <string.h>

enum { INDEX_FROM = 16, NOT_FOUND = -1 }; /* with fewer columns it is quicker to look at all */

static uint32_t *slot_of(const hui_table *table, const char *name)
{
    const size_t mask = table->slot_count - 1;
    size_t at = hui_hash_bytes(HUI_HASH_START, name, strlen(name)) & mask;
    while (table->slots[at] && strcmp(table->columns[table->slots[at] - 1].name, name) != 0)
        at = (at + 1) & mask;
    return &table->slots[at];
}

static ptrdiff_t find_index(const hui_table *table, const char *name)
{
    if (table->slot_count)
        return (ptrdiff_t)*slot_of(table, name) - 1;
    for (size_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return (ptrdiff_t)i;
    return NOT_FOUND;
}

static void build_index(hui_table *table)
{
    table->slot_count = INDEX_FROM;
    while (table->slot_count < 4 * table->column_count)
        table->slot_count *= 2;
    table->slots = HUI_NEW_ARRAY(table->arena, uint32_t, table->slot_count);
    for (size_t i = 0; i < table->column_count; i++)
        *slot_of(table, table->columns[i].name) = (uint32_t)(i + 1);
}

static void index_last(hui_table *table)
{
    if (table->column_count < INDEX_FROM)
        return;
    if (table->slot_count < 2 * table->column_count)
        build_index(table);
    else
        *slot_of(table, table->columns[table->column_count - 1].name) = (uint32_t)table->column_count;
}

hui_table *hui_table_new(hui_arena *arena, size_t rows)
{
    hui_table *table = HUI_NEW(arena, hui_table);
    table->arena = arena;
    table->rows = rows;
    return table;
}

/* The same names in the same order, in room of its own; the values are the caller's. */
static hui_table *copy_names(hui_arena *arena, const hui_table *table, size_t rows)
{
    hui_table *copy = hui_table_new(arena, rows);
    if (!table->column_count)
        return copy;
    copy->column_count = copy->column_capacity = table->column_count;
    copy->columns = hui_arena_copy(arena, table->columns, table->column_count * sizeof *table->columns);
    copy->slot_count = table->slot_count;
    if (table->slot_count)
        copy->slots = hui_arena_copy(arena, table->slots, table->slot_count * sizeof *table->slots);
    return copy;
}

hui_table *hui_table_copy(hui_arena *arena, const hui_table *table)
{
    return copy_names(arena, table, table->rows);
}

hui_table *hui_table_gather(hui_arena *arena, const hui_table *table, const size_t *rows, size_t count)
{
    hui_table *gathered = copy_names(arena, table, count);
    for (size_t column = 0; column < table->column_count; column++) {
        const hui_value *const from = table->columns[column].at;
        hui_value *const to = HUI_NEW_ARRAY(arena, hui_value, count);
        for (size_t i = 0; i < count; i++)
            to[i] = from[rows[i]];
        gathered->columns[column].at = to;
    }
    return gathered;
}

void hui_table_share(hui_table *table, const char *name, const hui_value *values)
{
    const ptrdiff_t old = find_index(table, name);
    if (old != NOT_FOUND) {
        table->columns[old].at = values;
        return;
    }
    if (table->column_count == table->column_capacity)
        table->columns = hui_vec_grow(table->arena, table->columns, sizeof *table->columns, table->column_count,
                                      &table->column_capacity);
    table->columns[table->column_count++] = (hui_column){name, values};
    index_last(table);
}

hui_value *hui_table_add(hui_table *table, const char *name)
{
    hui_value *values = HUI_NEW_ARRAY(table->arena, hui_value, table->rows);
    hui_table_share(table, hui_arena_string(table->arena, name), values);
    return values;
}

const hui_column *hui_table_find(const hui_table *table, const char *name)
{
    const ptrdiff_t index = find_index(table, name);
    return index == NOT_FOUND ? NULL : &table->columns[index];
}

hui_value hui_table_row(hui_arena *arena, const hui_table *table, size_t row)
{
    hui_member *members = HUI_NEW_ARRAY(arena, hui_member, table->column_count);
    uint32_t count = 0;
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].at[row].kind != HUI_VALUE_UNDEFINED)
            members[count++] = (hui_member){table->columns[i].name, table->columns[i].at[row]};
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = count, .members = members};
}
