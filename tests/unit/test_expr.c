/* links: base json data */
/* Expressions: their values are Vega's, and faults are told where they stand. */
#include "data/expr.h"

#include "base/buffer.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char datum_text[] =
    "{\"a\":1.5,\"b\":-7,\"s\":\"Hello\",\"cn\":\"中文字符\",\"t\":true,\"z\":null,\"arr\":[3,1,2],"
    "\"o\":{\"x\":{\"y\":42}},\"n\":\"12\",\"e\":\"\",\"emoji\":\"a😀b\",\"a.b\":9,\"key\":\"s\",\"kx\":\"x\"}";

/* The datum with what JSON cannot hold. */
static hui_value make_datum(hui_arena *arena, hui_diags *diags)
{
    const hui_json *const json = hui_json_read(arena, "datum", datum_text, strlen(datum_text), NULL, diags);
    assert_non_null(json);
    const hui_value plain = hui_value_from_json(arena, json);
    hui_member *const members = HUI_NEW_ARRAY(arena, hui_member, plain.count + 2);
    memcpy(members, plain.members, plain.count * sizeof *members);
    members[plain.count] = (hui_member){"nan", hui_value_number((double)NAN)};
    members[plain.count + 1] = (hui_member){"date", hui_value_date(1330837567089)};
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = plain.count + 2, .members = members};
}

static void show_string(hui_buffer *out, const char *text)
{
    hui_buffer_add_char(out, '"');
    for (; *text; text++) {
        const char *const found = strchr("\"\\\n\t", *text);
        if (found)
            hui_buffer_add_char(out, '\\');
        hui_buffer_add_char(out, !found ? *text : "\"\\nt"[found - "\"\\\n\t"]);
    }
    hui_buffer_add_char(out, '"');
}

static void show(hui_buffer *out, hui_arena *arena, hui_value value)
{
    switch (value.kind) {
    case HUI_VALUE_DATE:
        hui_buffer_printf(out, "Date(%s)", hui_number_string(arena, value.number));
        break;
    case HUI_VALUE_NUMBER:
        hui_buffer_add_string(out, value.number == 0 && signbit(value.number) ? "-" : "");
        hui_buffer_add_string(out, hui_number_string(arena, value.number));
        break;
    case HUI_VALUE_STRING:
        assert_int_equal(strlen(value.string), value.count);
        show_string(out, value.string);
        break;
    case HUI_VALUE_ARRAY:
        hui_buffer_add_char(out, '[');
        for (uint32_t i = 0; i < value.count; i++) {
            hui_buffer_add_string(out, i ? "," : "");
            show(out, arena, value.items[i]);
        }
        hui_buffer_add_char(out, ']');
        break;
    case HUI_VALUE_OBJECT:
        hui_buffer_add_char(out, '{');
        for (uint32_t i = 0; i < value.count; i++) {
            hui_buffer_printf(out, "%s%s:", i ? "," : "", value.members[i].key);
            show(out, arena, value.members[i].value);
        }
        hui_buffer_add_char(out, '}');
        break;
    case HUI_VALUE_UNDEFINED:
    case HUI_VALUE_NULL:
    case HUI_VALUE_BOOL:
        hui_buffer_add_string(out, hui_value_to_string(arena, value));
        break;
    }
}

/* Numbers may differ in the last digits, where libraries round functions differently. */
static bool is_close(const char *left, const char *right)
{
    double a, b;
    char rest;
    return sscanf(left, "%lf%c", &a, &rest) == 1 && sscanf(right, "%lf%c", &b, &rest) == 1 &&
           fabs(a - b) <= 4e-14 * fmax(fabs(a), fabs(b)) + 1e-300;
}

static void values_are_those_of_vega(void **state)
{
    (void)state;
    static const struct {
        const char *text, *value;
    } rows[] = {
#include "expr_values.inc"
    };
    int wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hui_arena *const arena = hui_arena_new();
        hui_diags *const diags = hui_diags_new(arena);
        const hui_expr_scope scope = {.arena = arena, .datum = make_datum(arena, diags)};
        const hui_expr *const expr = hui_expr_parse(arena, rows[i].text, (hui_place){0}, diags);
        hui_buffer out = {0};
        if (expr)
            show(&out, arena, hui_expr_value(expr, &scope));
        else
            hui_buffer_add_string(&out, diags->at[0].message);
        if (strcmp(out.bytes, rows[i].value) != 0 && !is_close(out.bytes, rows[i].value)) {
            print_error("%s: %s, not %s\n", rows[i].text, out.bytes, rows[i].value);
            wrong++;
        }
        hui_buffer_finish(&out);
        hui_arena_free(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(values_are_those_of_vega)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
