/* Rows from values: objects of an array are laid out in columns. */
#include "data/reading.h"

#include "base/vec.h"

#include <string.h>

/* Objects whose members differ leave holes in the table; a small file must not make a huge one of them. */
enum { FREE_CELLS = 8 * 1024 * 1024, CELLS_EACH = 32 };

bool hui_rows_fit(const hui_reading *reading, size_t rows, size_t columns, size_t found)
{
    if (!rows || columns <= (FREE_CELLS + CELLS_EACH * found) / rows)
        return true;
    hui_diags_add(reading->diags, HUI_CODE_BAD_DATA, reading->place, NULL, reading->name,
                  hui_arena_printf(reading->arena, "%zu rows of %zu columns would be almost empty", rows, columns));
    return false;
}

bool hui_rows_counted(const hui_reading *reading, size_t rows)
{
    if (rows <= reading->max_rows)
        return true;
    hui_diags_add(reading->diags, HUI_CODE_TOO_MANY_ROWS, reading->place, NULL, reading->name, (double)rows,
                  (double)reading->max_rows);
    return false;
}

/* Columns of the members of one row, which most often are those of the next. */
typedef struct layout {
    hui_table *table;
    HUI_VEC(size_t) columns;
    size_t found;
} layout;

static size_t add_column(layout *l, const char *name)
{
    const hui_column *column = hui_table_find(l->table, name);
    if (column)
        return (size_t)(column - l->table->columns);
    hui_table_share(l->table, name, NULL);
    return l->table->column_count - 1;
}

static size_t column_of(layout *l, size_t member, const char *key)
{
    if (member == l->columns.count)
        *hui_vec_push(l->table->arena, &l->columns) = add_column(l, key);
    size_t *const column = &l->columns.at[member];
    const char *const name = l->table->columns[*column].name;
    if (name != key && strcmp(name, key) != 0)
        *column = add_column(l, key);
    return *column;
}

/* What has no members is the only one; the items of an array are members, too. */
static hui_value as_object(hui_arena *arena, hui_value row, hui_member *only)
{
    if (row.kind == HUI_VALUE_OBJECT)
        return row;
    if (row.kind != HUI_VALUE_ARRAY) {
        *only = (hui_member){"data", row};
        return (hui_value){.kind = HUI_VALUE_OBJECT, .count = 1, .members = only};
    }
    hui_member *members = HUI_NEW_ARRAY(arena, hui_member, row.count);
    for (uint32_t i = 0; i < row.count; i++)
        members[i] = (hui_member){hui_arena_printf(arena, "%u", (unsigned)i), row.items[i]};
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = row.count, .members = members};
}

/* Without `cells` only the columns are found. */
static void visit(layout *l, const hui_value *rows, hui_value *const *cells)
{
    for (size_t at = 0; at < l->table->rows; at++) {
        hui_member only;
        const hui_value row = as_object(l->table->arena, rows[at], &only);
        for (uint32_t i = 0; i < row.count; i++) {
            const size_t column = column_of(l, i, row.members[i].key);
            if (cells)
                cells[column][at] = row.members[i].value;
        }
        l->found += row.count;
    }
}

hui_table *hui_rows_read(const hui_reading *reading, hui_value data)
{
    const bool is_array = data.kind == HUI_VALUE_ARRAY;
    const hui_value *const rows = is_array ? data.items : &data;
    const size_t count = is_array ? data.count : data.kind != HUI_VALUE_NULL && data.kind != HUI_VALUE_UNDEFINED;
    if (!hui_rows_counted(reading, count))
        return NULL;
    layout l = {.table = hui_table_new(reading->arena, count)};
    visit(&l, rows, NULL);
    if (!hui_rows_fit(reading, count, l.table->column_count, l.found))
        return NULL;
    hui_value **cells = HUI_NEW_ARRAY(reading->arena, hui_value *, l.table->column_count);
    for (size_t i = 0; i < l.table->column_count; i++)
        l.table->columns[i].at = cells[i] = HUI_NEW_ARRAY(reading->arena, hui_value, count);
    visit(&l, rows, cells);
    return l.table;
}
