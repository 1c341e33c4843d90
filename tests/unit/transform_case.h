/* Cases of transforms: rows and steps in JSON, with ' for ", and what the steps make of the rows. Include after cmocka. */
#ifndef TESTS_UNIT_TRANSFORM_CASE_H
#define TESTS_UNIT_TRANSFORM_CASE_H

#include "base/buffer.h"
#include "base/number.h"
#include "transform/transform.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct transform_case {
    const char *name, *rows, *steps, *result;
} transform_case;

static inline const hui_json *case_json(hui_arena *arena, const char *text, hui_diags *diags)
{
    char *json = hui_arena_string(arena, text);
    for (char *at = json; *at; at++)
        if (*at == '\'')
            *at = '"';
    const hui_json *root = hui_json_read(arena, "case.json", json, strlen(json), NULL, diags);
    assert_non_null(root);
    return root;
}

static inline hui_table *case_table(hui_arena *arena, const hui_json *rows)
{
    const hui_value array = hui_value_from_json(arena, rows);
    hui_table *table = hui_table_new(arena, array.kind == HUI_VALUE_ARRAY ? array.count : 0);
    for (uint32_t row = 0; row < table->rows; row++)
        for (uint32_t i = 0; array.items[row].kind == HUI_VALUE_OBJECT && i < array.items[row].count; i++) {
            const hui_member *member = &array.items[row].members[i];
            const hui_column *column = hui_table_find(table, member->key);
            hui_value *values = column ? (hui_value *)(uintptr_t)column->at : hui_table_add(table, member->key);
            values[row] = member->value;
        }
    return table;
}

static inline int case_compare(const void *a, const void *b)
{
    return strcmp(((const hui_member *)a)->key, ((const hui_member *)b)->key);
}

/* Numbers with nine digits, dates as @ms, members in the order of their names; what is undefined is left out. */
static inline void case_write(hui_buffer *out, hui_arena *arena, hui_value value)
{
    char digits[40];
    double number = value.number;
    switch (value.kind) {
    case HUI_VALUE_UNDEFINED:
    case HUI_VALUE_NULL:
    case HUI_VALUE_BOOL:
        hui_buffer_add_string(out, hui_value_to_string(arena, value));
        break;
    case HUI_VALUE_DATE:
        hui_buffer_add_string(out, "@");
        hui_buffer_add_string(out, hui_number_string(arena, value.number));
        break;
    case HUI_VALUE_NUMBER:
        snprintf(digits, sizeof digits, "%.8e", value.number);
        if (isfinite(value.number))
            hui_number_read(digits, &number);
        hui_buffer_add_string(out, hui_number_string(arena, number));
        break;
    case HUI_VALUE_STRING:
        hui_buffer_add_string(out, hui_arena_printf(arena, "'%s'", value.string));
        break;
    case HUI_VALUE_ARRAY:
        hui_buffer_add_string(out, "[");
        for (uint32_t i = 0; i < value.count; i++) {
            hui_buffer_add_string(out, i ? "," : "");
            case_write(out, arena, value.items[i]);
        }
        hui_buffer_add_string(out, "]");
        break;
    case HUI_VALUE_OBJECT: {
        hui_member *members = HUI_NEW_ARRAY(arena, hui_member, value.count);
        const char *comma = "";
        if (value.count)
            memcpy(members, value.members, value.count * sizeof *members);
        qsort(members, value.count, sizeof *members, case_compare);
        hui_buffer_add_string(out, "{");
        for (uint32_t i = 0; i < value.count; i++) {
            if (members[i].value.kind == HUI_VALUE_UNDEFINED)
                continue;
            hui_buffer_add_string(out, hui_arena_printf(arena, "%s%s:", comma, members[i].key));
            case_write(out, arena, members[i].value);
            comma = ",";
        }
        hui_buffer_add_string(out, "}");
    }
    }
}

static inline const char *case_text(hui_arena *arena, const hui_table *table)
{
    hui_buffer out = {0};
    for (size_t row = 0; row < table->rows; row++) {
        if (row)
            hui_buffer_add_string(&out, " ");
        case_write(&out, arena, hui_table_row(arena, table, row));
    }
    const char *text = hui_arena_string_n(arena, out.bytes ? out.bytes : "", out.size);
    hui_buffer_finish(&out);
    return text;
}

static inline hui_table *case_lookup_table(void *closure, const hui_json *data)
{
    const hui_json *values = hui_json_find(data, "values");
    return values ? case_table(closure, values) : hui_table_new(closure, 0);
}

/* The table after all steps; parameters that they define are known to those after them. NULL after a diagnostic. */
static inline const hui_table *case_apply(hui_arena *arena, hui_transform_scope *scope, const char *rows,
                                          const char *steps)
{
    static const size_t most = 8;
    hui_param *params = HUI_NEW_ARRAY(arena, hui_param, scope->params.count + most);
    for (size_t i = 0; i < scope->params.count; i++)
        params[i] = scope->params.at[i];
    scope->params.at = params;
    const hui_table *table = case_table(arena, case_json(arena, rows, scope->diags));
    for (const hui_json *step = case_json(arena, steps, scope->diags)->first; step && table; step = step->next) {
        const hui_transform *transform = hui_transform_read(arena, step, scope->diags);
        if (!transform)
            return NULL;
        if (hui_transform_param(transform, scope, table, &params[scope->params.count]))
            scope->params.count++;
        table = hui_transform_apply(transform, scope, table);
    }
    return table;
}

static inline hui_transform_scope case_scope(hui_arena *arena)
{
    return (hui_transform_scope){
        .arena = arena, .table = case_lookup_table, .closure = arena, .diags = hui_diags_new(arena)};
}

static inline void check_cases(const transform_case *cases, size_t count)
{
    bool is_fine = true;
    for (size_t i = 0; i < count; i++) {
        hui_arena *arena = hui_arena_new();
        hui_transform_scope scope = case_scope(arena);
        const hui_table *table = case_apply(arena, &scope, cases[i].rows, cases[i].steps);
        const char *text = table                ? case_text(arena, table)
                           : scope.diags->count ? scope.diags->at[0].message
                                                : "nothing";
        if (strcmp(text, cases[i].result) != 0) {
            print_error("%s:\n    %s\nexpected\n    %s\n", cases[i].name, text, cases[i].result);
            is_fine = false;
        }
        hui_arena_free(arena);
    }
    assert_true(is_fine);
}

/* What is wrong with a step: the code, the JSON Pointer, and the hint if one is expected. */
typedef struct fault_case {
    const char *step, *code, *pointer, *hint;
} fault_case;

static inline void check_faults(const fault_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        hui_arena *arena = hui_arena_new();
        hui_transform_scope scope = case_scope(arena);
        assert_null(hui_transform_read(arena, case_json(arena, cases[i].step, scope.diags), scope.diags));
        if (scope.diags->count != 1)
            print_error("%s has %zu faults\n", cases[i].step, scope.diags->count);
        assert_int_equal(scope.diags->count, 1);
        assert_string_equal(scope.diags->at[0].code, cases[i].code);
        assert_string_equal(scope.diags->at[0].pointer, cases[i].pointer);
        if (cases[i].hint)
            assert_string_equal(scope.diags->at[0].hint, cases[i].hint);
        hui_arena_free(arena);
    }
}

#endif
