/* Rows of data, and what may be asked of one. */
#include "data/row_reader.h"
#include "facade/rows.h"
#include "facade/status.h"

#include <assert.h>
#include <string.h>

enum { SPARE_BYTES = 1024 * 1024 };

static hui_rows *open_rows(const char *path, const void *bytes, size_t size, const hui_rows_options *options)
{
    static const hui_rows_options defaults;
    options = options ? options : &defaults;
    hui_arena *arena = hui_arena_new();
    hui_rows *rows = HUI_NEW(arena, hui_rows);
    *rows = (hui_rows){
        .arena = arena, .row_arena = hui_arena_new(), .said_arena = hui_arena_new(), .diags = hui_diags_new(arena)};
    rows->diags->arena = rows->said_arena;
    rows->first = options->first_number ? options->first_number : 1;
    hui_row_source_options how = {.format = options->format,
                                  .delimiter = options->delimiter,
                                  .encoding = options->encoding,
                                  .query = options->query,
                                  .max_row_bytes = options->max_row_size,
                                  .bytes = bytes,
                                  .size = size};
    if (options->columns)
        how.columns = hui_json_read(arena, "columns", options->columns, strlen(options->columns), NULL, rows->diags);
    if (how.columns || !options->columns)
        rows->reader = hui_row_reader_open(arena, path, &how, rows->diags);
    return rows;
}

hui_rows *hui_rows_open(const char *path, const hui_rows_options *options)
{
    return open_rows(path, NULL, 0, options);
}

hui_rows *hui_rows_read(const char *name, const void *bytes, size_t size, const hui_rows_options *options)
{
    return open_rows(name, bytes ? bytes : "", size, options);
}

void hui_rows_free(hui_rows *rows)
{
    if (!rows)
        return;
    hui_arena_free(rows->row_arena);
    hui_arena_free(rows->said_arena);
    hui_arena_free(rows->arena); /* which holds the rows themselves */
}

static hui_rows_next_result next(hui_rows *rows)
{
    if (!rows->reader)
        return HUI_ROWS_END;
    hui_arena_clear(rows->row_arena, SPARE_BYTES);
    switch (hui_row_reader_next(rows->reader, rows->row_arena, &rows->row.datum)) {
    case HUI_ROW_END:
        return HUI_ROWS_END;
    case HUI_ROW_BAD:
        return HUI_ROWS_BAD;
    case HUI_ROW_GOOD:
        break;
    }
    rows->row.number = hui_rows_number(rows);
    rows->row.label =
        hui_arena_printf(rows->row_arena, "row %zu of %s", rows->row.number, hui_row_reader_name(rows->reader));
    return HUI_ROWS_ROW;
}

hui_rows_next_result hui_rows_next(hui_rows *rows, const hui_row **row)
{
    const hui_rows_next_result result = next(rows);
    *row = result == HUI_ROWS_ROW ? &rows->row : NULL;
    return result;
}

bool hui_rows_rewind(hui_rows *rows)
{
    return rows->reader && hui_row_reader_rewind(rows->reader);
}

size_t hui_rows_number(const hui_rows *rows)
{
    const size_t count = rows->reader ? hui_row_reader_number(rows->reader) : 0;
    return count ? count + rows->first - 1 : 0;
}

hui_status hui_rows_status(const hui_rows *rows)
{
    return hui_diags_status(rows->diags, 0);
}

size_t hui_rows_diagnostic_count(const hui_rows *rows)
{
    return rows->diags->count;
}

const hui_diagnostic *hui_rows_diagnostic(const hui_rows *rows, size_t index)
{
    assert(index < rows->diags->count);
    return &rows->diags->at[index];
}

void hui_rows_forget(hui_rows *rows)
{
    hui_arena_clear(rows->said_arena, SPARE_BYTES);
    *rows->diags = (hui_diags){.arena = rows->said_arena};
}

/* One row
 * ------- */

/* A copy, which holds its arena. */
typedef struct owned_row {
    hui_row row;
    hui_arena *arena;
} owned_row;

hui_row *hui_row_copy(const hui_row *row)
{
    hui_arena *arena = hui_arena_new();
    owned_row *copy = HUI_NEW(arena, owned_row);
    copy->arena = arena;
    copy->row = (hui_row){hui_value_copy(arena, row->datum), row->number, hui_arena_string(arena, row->label)};
    return &copy->row;
}

void hui_row_free(hui_row *copy)
{
    if (copy)
        hui_arena_free(((owned_row *)copy)->arena);
}

size_t hui_row_number(const hui_row *row)
{
    return row->number;
}

static char *json_of(hui_value value)
{
    hui_buffer out = {0};
    hui_arena *arena = hui_arena_new();
    hui_value_write_json(arena, &out, value);
    hui_arena_free(arena);
    return out.bytes;
}

char *hui_row_json(const hui_row *row)
{
    return json_of(row->datum);
}

char *hui_row_field_json(const hui_row *row, const char *field)
{
    const hui_value value = hui_value_member(row->datum, field);
    return value.kind == HUI_VALUE_UNDEFINED ? NULL : json_of(value);
}

char *hui_row_text(const hui_row *row, const char *field)
{
    hui_buffer out = {0};
    const hui_value value = hui_value_member(row->datum, field);
    if (value.kind == HUI_VALUE_UNDEFINED)
        return NULL;
    hui_arena *arena = hui_arena_new();
    const char *text = hui_value_text(arena, value);
    hui_buffer_add_string(&out, text ? text : "");
    if (!text)
        hui_value_write_json(arena, &out, value);
    hui_arena_free(arena);
    return out.bytes;
}

/* "message; hint" */
static char *first_error(const hui_diags *diags)
{
    hui_buffer out = {0};
    hui_buffer_printf(&out, "%s%s%s", diags->at[0].message, diags->at[0].hint ? "; " : "",
                      diags->at[0].hint ? diags->at[0].hint : "");
    return out.bytes;
}

/* The value of each brace may hold none of the characters. */
static void check_values(const hui_text_plan *plan, const hui_filling *filling, const char *refused)
{
    for (size_t i = 0; i < plan->count; i++) {
        const hui_text_plan one = {plan->json, &plan->pieces[i], 1};
        if (plan->pieces[i].literal)
            continue;
        const char *text = hui_json_as_string(hui_text_fill(&one, filling)),
                   *bad = text ? strpbrk(text, refused) : NULL;
        if (bad)
            hui_diags_add(filling->diags, HUI_CODE_BAD_VALUE, (hui_place){.row = filling->scope->json.row}, NULL, text,
                          hui_arena_printf(filling->arena, "holds “%c”, which may not stand here", *bad));
    }
}

char *hui_row_fill(const hui_row *row, const char *text, const char *refused, char **error)
{
    hui_arena *arena = hui_arena_new();
    hui_diags *diags = hui_diags_new(arena);
    hui_json *json = hui_json_make_string(arena, text, NULL);
    const hui_text_plan *plan = hui_text_plan_new(arena, json, diags);
    hui_buffer out = {0};
    if (plan) {
        const hui_scope *scope = hui_scope_of_row(arena, hui_scope_new(arena), row->datum, row->label);
        const hui_filling filling = {arena, scope, diags};
        if (refused)
            check_values(plan, &filling, refused);
        const char *filled = hui_json_as_string(hui_text_fill(plan, &filling));
        hui_buffer_add_string(&out, filled ? filled : "");
    }
    if (diags->error_count > 0)
        hui_buffer_finish(&out);
    if (error)
        *error = diags->error_count > 0 ? first_error(diags) : NULL;
    hui_arena_free(arena);
    return out.bytes;
}
