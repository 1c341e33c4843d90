/* Rows of a JSON file: the items of an array, read as a whole. */
#include "data/row_source.h"

#include <string.h>

static hui_row_status next(hui_row_reader *r, hui_arena *arena, hui_value *row)
{
    const hui_value *all = r->state;
    if (r->number >= all->count)
        return HUI_ROW_END;
    *row = all->items[r->number++];
    const char *label = hui_arena_printf(r->arena, "row %zu", r->number);
    hui_source *source = HUI_NEW(r->arena, hui_source);
    source->name = r->origin.name;
    const hui_place place = {.source = source, .row = label};
    if (row->kind != HUI_VALUE_OBJECT) {
        hui_diags_add(r->diags, HUI_CODE_BAD_DATA, place, "such as [{\"city\": \"呼和浩特\"}]", r->origin.name,
                      "its items must be objects");
        return HUI_ROW_BAD;
    }
    hui_member *members = hui_arena_copy(arena, row->members, row->count * sizeof *members);
    bool is_fine = true;
    for (uint32_t i = 0; i < row->count; i++) {
        const hui_row_column column = {.name = members[i].key, .type = hui_row_said_type(r, members[i].key)};
        const hui_value given = members[i].value;
        if (hui_column_convert(arena, column.type, given, &members[i].value))
            continue;
        hui_row_report_cell(r, place, &column, given);
        is_fine = false;
    }
    row->members = members;
    return is_fine ? HUI_ROW_GOOD : HUI_ROW_BAD;
}

static bool rewind_values(hui_row_reader *r)
{
    (void)r;
    return true;
}

static bool read_all(hui_row_reader *r)
{
    const size_t limit = (size_t)256 << 20;
    size_t size = 0;
    while (hui_byte_stream_more(r->stream)) {
        hui_byte_stream_window(r->stream, &size);
        if (size > limit) {
            hui_diags_add(r->diags, HUI_CODE_FILE_TOO_LARGE, (hui_place){0}, "NDJSON has no limit", size, limit);
            return false;
        }
    }
    return !hui_byte_stream_failed(r->stream);
}

bool hui_row_values_open(hui_row_reader *r)
{
    hui_value *all = HUI_NEW(r->arena, hui_value);
    const hui_reading reading = {.arena = r->arena, .name = r->origin.name, .diags = r->diags};
    size_t size;
    r->next = next;
    r->rewind = rewind_values;
    r->state = all;
    r->stream = hui_byte_stream_open(r->arena, &r->origin, r->options.encoding, r->diags);
    if (!r->stream || !read_all(r))
        return false;
    const char *text = hui_byte_stream_window(r->stream, &size);
    if (size >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3)) {
        text += 3;
        size -= 3;
    }
    if (!hui_json_text_read(&reading, text ? text : "", size, all))
        return false;
    if (all->kind == HUI_VALUE_ARRAY)
        return true;
    hui_diags_add(r->diags, HUI_CODE_BAD_DATA, (hui_place){0}, "such as [{\"city\": \"呼和浩特\"}]", r->origin.name,
                  "it must hold an array of rows");
    return false;
}
