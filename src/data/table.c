/* Tables: columns by name, in the order in which they were added; many of them are found by a hash index. */
#include "data/table.h"

#include "base/hash.h"
#include "base/vec.h"

#include <string.h>

enum { INDEX_FROM = 16 }; /* with fewer columns it is quicker to look at all */

static bool has_name(const void *items, size_t place, const void *sought)
{
    const hui_column *columns = items;
    return strcmp(columns[place].name, sought) == 0;
}

static uint32_t hash_of(const char *name)
{
    return hui_hash_bytes(HUI_HASH_START, name, strlen(name));
}

/* SIZE_MAX if there is none. */
static size_t find_column(const hui_table *table, const char *name)
{
    if (table->index.count)
        return hui_index_find(&table->index, hash_of(name), has_name, table->columns, name);
    for (size_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return i;
    return SIZE_MAX;
}

static void index_columns(hui_table *table)
{
    if (table->column_count < INDEX_FROM)
        return;
    for (size_t i = table->index.count; i < table->column_count; i++) {
        const char *name = table->columns[i].name;
        hui_index_add(table->arena, &table->index, hash_of(name), has_name, table->columns, name);
    }
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
    copy->index = hui_index_copy(arena, &table->index);
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
    const size_t old = find_column(table, name);
    if (old != SIZE_MAX) {
        table->columns[old].at = values;
        return;
    }
    if (table->column_count == table->column_capacity)
        table->columns = hui_vec_grow(table->arena, table->columns, sizeof *table->columns, table->column_count,
                                      &table->column_capacity);
    table->columns[table->column_count++] = (hui_column){name, values};
    index_columns(table);
}

hui_value *hui_table_add(hui_table *table, const char *name)
{
    hui_value *values = HUI_NEW_ARRAY(table->arena, hui_value, table->rows);
    hui_table_share(table, hui_arena_string(table->arena, name), values);
    return values;
}

const hui_column *hui_table_find(const hui_table *table, const char *name)
{
    const size_t index = find_column(table, name);
    return index == SIZE_MAX ? NULL : &table->columns[index];
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
