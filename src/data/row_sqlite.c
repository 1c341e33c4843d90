/* Rows of a query. */
#include "data/row_source.h"
#include "data/sqlite.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static hui_row_status next(hui_row_reader *r, hui_arena *arena, hui_value *row)
{
    hui_value *values = HUI_NEW_ARRAY(arena, hui_value, r->column_count);
    hui_member *members = HUI_NEW_ARRAY(arena, hui_member, r->column_count);
    bool is_fine = true;
    if (!hui_sqlite_next(r->state, arena, values))
        return HUI_ROW_END;
    r->number++;
    for (size_t i = 0; i < r->column_count; i++) {
        members[i].key = r->columns[i].name;
        if (hui_column_convert(arena, r->columns[i].type, values[i], &members[i].value))
            continue;
        hui_source *source = HUI_NEW(r->arena, hui_source);
        source->name = r->origin.name;
        hui_row_report_cell(r, (hui_place){.source = source, .row = hui_arena_printf(r->arena, "row %zu", r->number)},
                            &r->columns[i], values[i]);
        is_fine = false;
    }
    *row = (hui_value){.kind = HUI_VALUE_OBJECT, .count = (uint32_t)r->column_count, .members = members};
    return is_fine ? HUI_ROW_GOOD : HUI_ROW_BAD;
}

static bool rewind_query(hui_row_reader *r)
{
    return hui_sqlite_rewind(r->state);
}

bool hui_row_sqlite_open(hui_row_reader *r)
{
    r->next = next;
    r->rewind = rewind_query;
    if (!r->options.bytes && access(r->origin.path, R_OK) != 0) {
        hui_diags_add(r->diags, HUI_CODE_UNREADABLE_FILE, (hui_place){0}, NULL, r->origin.name, strerror(errno));
        return false;
    }
    hui_sqlite *sqlite = hui_sqlite_open(r->arena, r->options.bytes ? NULL : r->origin.path, r->options.bytes,
                                         r->options.size, r->options.query, r->origin.name, (hui_place){0}, r->diags);
    if (!sqlite)
        return false;
    r->state = sqlite;
    r->column_count = hui_sqlite_column_count(sqlite);
    r->columns = HUI_NEW_ARRAY(r->arena, hui_row_column, r->column_count);
    for (size_t i = 0; i < r->column_count; i++) {
        r->columns[i].name = hui_sqlite_column(sqlite, i);
        r->columns[i].type = hui_row_said_type(r, r->columns[i].name);
    }
    return true;
}
