/* Types of the columns of a source: what `columns` says, and for CSV what the cells show. */
#include "data/columns.h"
#include "data/reading.h"

#include <string.h>

static void report_type(const hui_reading *reading, const hui_json *value)
{
    const hui_place place = hui_json_place(reading->arena, value);
    if (value->kind != HUI_JSON_STRING)
        hui_diags_add(reading->diags, HUI_CODE_WRONG_TYPE, place, NULL, value->key, "a type such as \"number\"",
                      hui_json_kind_word(value));
    else
        hui_diags_add(reading->diags, HUI_CODE_UNKNOWN_VALUE, place,
                      "number, text, date, boolean and such as date:%d.%m.%Y are there", value->string, "columns");
}

static void report_column(const hui_reading *reading, const hui_table *table, const hui_json *value)
{
    const char **names = HUI_NEW_ARRAY(reading->arena, const char *, table->column_count + 1);
    for (size_t i = 0; i < table->column_count; i++)
        names[i] = table->columns[i].name;
    hui_diags_add(reading->diags, HUI_CODE_UNKNOWN_COLUMN, hui_json_key_place(reading->arena, value),
                  hui_word_hint(reading->arena, value->key, names, table->column_count), value->key);
}

/* Where a cell stands in its file, if it is known; else where the data are named. */
static hui_place cell_place(const hui_reading *reading, hui_value cell)
{
    const hui_source *source = reading->source;
    if (cell.kind != HUI_VALUE_STRING || !source || cell.string < reading->text ||
        cell.string > reading->text + source->size)
        return reading->place;
    return (hui_place){source, (size_t)(cell.string - reading->text), cell.count ? cell.count : 1, "", NULL};
}

static void report_cell(const hui_reading *reading, hui_value cell, const char *column, size_t row,
                        hui_column_type type)
{
    if (hui_diags_full(reading->diags))
        return;
    const char *message = hui_arena_printf(reading->arena, "is not %s, which the column “%s” should hold (row %zu)",
                                           hui_column_kind_noun(type.kind), column, row + 1);
    hui_diags_add(reading->diags, HUI_CODE_BAD_VALUE, cell_place(reading, cell), NULL,
                  hui_value_to_string(reading->arena, cell), message);
}

static bool convert(const hui_reading *reading, hui_table *table, const hui_column *column, hui_column_type type)
{
    bool is_fine = true;
    hui_value *to = HUI_NEW_ARRAY(reading->arena, hui_value, table->rows);
    for (size_t row = 0; row < table->rows; row++)
        if (!hui_column_convert(reading->arena, type, column->at[row], &to[row])) {
            report_cell(reading, column->at[row], column->name, row, type);
            is_fine = false;
        }
    hui_table_share(table, column->name, to);
    return is_fine;
}

static hui_column_kind guess(const hui_table *table, const hui_column *column)
{
    hui_column_guess guess = {0};
    for (size_t row = 0; row < table->rows; row++) {
        if (column->at[row].kind != HUI_VALUE_STRING)
            return HUI_COLUMN_OPEN;
        hui_column_guess_see(&guess, column->at[row].string, column->at[row].count);
    }
    return hui_column_guess_kind(&guess);
}

bool hui_columns_said(const hui_reading *reading, const hui_json *columns)
{
    bool is_fine = true;
    hui_column_type type;
    if (columns->kind != HUI_JSON_OBJECT) {
        hui_diags_add(reading->diags, HUI_CODE_WRONG_TYPE, hui_json_place(reading->arena, columns), NULL, "columns",
                      "an object of columns and types", hui_json_kind_word(columns));
        return false;
    }
    for (const hui_json *member = columns->first; member; member = member->next)
        if (member->kind != HUI_JSON_STRING || !hui_column_type_read(reading->arena, member->string, &type)) {
            report_type(reading, member);
            is_fine = false;
        }
    return is_fine;
}

static bool apply_said(const hui_reading *reading, hui_table *table, const hui_json *columns)
{
    bool is_fine = true;
    for (const hui_json *member = columns->first; member; member = member->next) {
        hui_column_type type;
        const hui_column *column = hui_table_find(table, member->key);
        if (!column && table->column_count > 0)
            report_column(reading, table, member);
        hui_column_type_read(reading->arena, member->string, &type);
        is_fine &= column ? convert(reading, table, column, type) : table->column_count == 0;
    }
    return is_fine;
}

hui_table *hui_columns_apply(const hui_reading *reading, const hui_table *given, const hui_json *columns, bool find)
{
    hui_table *table = hui_table_copy(reading->arena, given);
    if (columns && (!hui_columns_said(reading, columns) || !apply_said(reading, table, columns)))
        return NULL;
    for (size_t i = 0; find && i < table->column_count; i++) {
        const hui_column *column = &table->columns[i];
        const hui_column_type type = {.kind = guess(table, column)};
        const bool is_said = columns && hui_json_find(columns, column->name);
        if (!is_said && type.kind != HUI_COLUMN_OPEN && type.kind != HUI_COLUMN_TEXT)
            convert(reading, table, column, type);
    }
    return table;
}
