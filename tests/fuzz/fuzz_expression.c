/* Fuzz target: any text as an expression of a chart, evaluated for rows of a table, and as a text of a template, filled in. */
#include "text.h"

#include "base/buffer.h"
#include "data/expr.h"
#include "json/make.h"
#include "template/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char rows_text[] = "[{\"a\": 1.5, \"b\": -7, \"s\": \"Hello\", \"cn\": \"中文😀\", \"t\": true, \"z\": "
                                "null, \"arr\": [3, 1, 2, [4]], \"n\": \"12\","
                                " \"o\": {\"x\": {\"y\": 42}}, \"e\": \"\", \"d\": \"2023-05-01\", \"code\": \"010\"}, "
                                "{\"a\": 1e308, \"s\": \"a,b;c\", \"arr\": []}]";
static const hui_param params[] = {{"width", {.kind = HUI_VALUE_NUMBER, .number = 200}, false},
                                   {"brush", {.kind = HUI_VALUE_UNDEFINED}, true}};

static hui_table *make_table(hui_arena *arena, hui_value rows)
{
    static const char *const names[] = {"a", "b", "s", "cn", "t", "z", "arr", "n", "o", "e", "d", "code"};
    hui_table *table = hui_table_new(arena, rows.count);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        hui_value *cells = hui_table_add(table, names[i]);
        for (size_t row = 0; row < rows.count; row++)
            cells[row] = hui_value_member(rows.items[row], names[i]);
    }
    return table;
}

static void ignore(void *closure, const char *field)
{
    (void)closure;
    if (!field)
        abort();
}

/* A bound expression is but a quicker one. */
static void evaluate(hui_arena *arena, const hui_expr *expr, hui_rng *random, const hui_table *table, size_t row)
{
    const hui_expr *bound = hui_expr_bind(arena, expr, table);
    hui_expr_scope scope = {
        .arena = arena, .datum = hui_table_row(arena, table, row), .params = {params, 2}, .random = random};
    hui_rng before = *random;
    const hui_value value = hui_expr_value(expr, &scope);
    *random = before;
    scope.table = table;
    scope.row = row;
    if (!hui_value_same(value, hui_expr_value(bound, &scope)))
        abort();
    hui_buffer out = {0};
    hui_value_write_json(arena, &out, value);
    hui_buffer_finish(&out);
}

static void fill(hui_arena *arena, const char *text, hui_value datum, hui_diags *diags)
{
    const hui_json *json = hui_json_make_string(arena, text, hui_json_constant(arena, "\"\""));
    const hui_scope *scope = hui_scope_of_row(arena, hui_scope_new(arena), datum, "row 1");
    const hui_text_plan *plan = hui_text_plan_new(arena, json, diags);
    if (plan)
        hui_text_fill(plan, &(hui_filling){arena, scope, diags});
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);
    hui_arena *arena = hui_arena_new();
    hui_diags *diags = hui_diags_new(arena);
    const hui_source source = {.name = "fuzz", .bytes = text, .size = size};
    const hui_place place = {.source = &source, .length = size};
    const hui_value rows = hui_value_from_json(arena, hui_json_constant(arena, rows_text));
    const hui_table *table = make_table(arena, rows);
    hui_rng random = hui_rng_seed(size);
    const hui_expr *expr = hui_expr_parse(arena, text, place, diags);
    if (!expr && !diags->error_count)
        abort();
    if (expr && hui_expr_check(expr, (hui_params){params, 2}, place, diags)) {
        hui_expr_fields(expr, ignore, NULL);
        for (size_t row = 0; row < table->rows; row++)
            evaluate(arena, expr, &random, table, row);
    }
    fill(arena, text, rows.items[0], diags);
    fill(arena, hui_arena_printf(arena, "{{= %s}}", text), rows.items[0], diags);
    hui_arena_free(arena);
    free(text);
    return 0;
}
