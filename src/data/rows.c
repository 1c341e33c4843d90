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
    hui_diags_add(reading->diags, HUI_CODE_TOO_MANY_ROWS, reading->place, hui_limit_hint(reading->arena, HUI_MOST_ROWS),
                  reading->name, (double)rows, (double)reading->max_rows);
    return false;
}

/* A column under way: its cells are filled in place. */
typedef struct cells {
    const char *name;
    hui_value *at;
} cells;

/* Columns of the members of one row, which most often are those of the next. */
typedef struct layout {
    const hui_reading *reading;
    hui_table *table;
    HUI_VEC(cells) columns;
    size_t found; /* members of all rows */
} layout;

/* Without cells after a diagnostic. */
static cells add_column(layout *l, const char *name)
{
    const hui_column *column = hui_table_find(l->table, name);
    if (column)
        return (cells){column->name, (hui_value *)column->at};
    if (!hui_rows_fit(l->reading, l->table->rows, l->table->column_count + 1, l->found))
        return (cells){name, NULL};
    hui_value *at = HUI_NEW_ARRAY(l->table->arena, hui_value, l->table->rows);
    hui_table_share(l->table, name, at);
    return (cells){name, at};
}

static hui_value *cells_of(layout *l, size_t member, const char *key)
{
    if (member == l->columns.count)
        *hui_vec_push(l->table->arena, &l->columns) = add_column(l, key);
    cells *const column = &l->columns.at[member];
    if (column->name != key && strcmp(column->name, key) != 0)
        *column = add_column(l, key);
    return column->at;
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

static size_t count_members(const hui_value *rows, size_t count)
{
    size_t members = 0;
    for (size_t i = 0; i < count; i++)
        members += rows[i].kind == HUI_VALUE_OBJECT || rows[i].kind == HUI_VALUE_ARRAY ? rows[i].count : 1;
    return members;
}

static bool fill(layout *l, const hui_value *rows)
{
    for (size_t at = 0; at < l->table->rows; at++) {
        hui_member only;
        const hui_value row = as_object(l->table->arena, rows[at], &only);
        for (uint32_t i = 0; i < row.count; i++) {
            hui_value *const column = cells_of(l, i, row.members[i].key);
            if (!column)
                return false;
            column[at] = row.members[i].value;
        }
    }
    return true;
}

hui_table *hui_rows_table(const hui_reading *reading, hui_value data)
{
    const bool is_array = data.kind == HUI_VALUE_ARRAY;
    const hui_value *const rows = is_array ? data.items : &data;
    const size_t count = is_array ? data.count : data.kind != HUI_VALUE_NULL && data.kind != HUI_VALUE_UNDEFINED;
    if (!hui_rows_counted(reading, count))
        return NULL;
    layout l = {.reading = reading, .table = hui_table_new(reading->arena, count), .found = count_members(rows, count)};
    return fill(&l, rows) ? l.table : NULL;
}
