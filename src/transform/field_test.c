/* Tests of fields: a field, of a time unit perhaps, compared to values as JavaScript's operators do. */
#include "transform/predicate.h"

#include "data/format.h"
#include "transform/date_time.h"

#include <math.h>
#include <string.h>

typedef enum comparison { EQUAL, LT, GT, LTE, GTE, ONE_OF, VALID, RANGE, COMPARISON_COUNT } comparison;

static const char *const keys[COMPARISON_COUNT] = {"equal", "lt", "gt", "lte", "gte", "oneOf", "valid", "range"};

/* Beyond this many values a set is made of them. */
enum { FEW_VALUES = 4 };

typedef struct operand {
    hui_value value;
    const hui_expr *expr; /* NULL: the value */
    hui_place place;      /* of the expression */
} operand;

struct hui_field_test {
    comparison comparison;
    const char *field, *flat;
    hui_time_unit unit;
    const char *parse; /* what the field is converted to in filters; NULL: nothing */
    bool is_valid;     /* VALID: what is asked */
    operand *operands; /* of a RANGE two, of which null is open, or an expression that gives both */
    size_t count;
    uint32_t *slots; /* ONE_OF: hash table of operands, index + 1; NULL: there are few, or expressions */
    size_t slot_count;
    const hui_table *table; /* that it is bound to */
    hui_accessor accessor;
};

static double time_of(hui_value value)
{
    const double limit = 8.64e15; /* of dates: ECMA-262, section 21.4.1.1 */
    double ms = NAN;
    if (value.kind == HUI_VALUE_STRING)
        ms = hui_date_parse(value.string);
    else if (value.kind != HUI_VALUE_ARRAY)
        ms = hui_value_to_number(value);
    return fabs(ms) <= limit ? trunc(ms) : (double)NAN;
}

/* The date made of the parts that a unit names; weeks and days of the year are no parts that a date could be made of. */
static double keep_parts(unsigned unit, double ms)
{
    if (isnan(ms))
        return NAN;
    const hui_date date = hui_date_of(ms);
    const int month = unit & HUI_TIME_MONTH ? date.month : unit & HUI_TIME_QUARTER ? date.month / 3 * 3 : 0;
    const int day = unit & HUI_TIME_DATE ? date.day : unit & HUI_TIME_DAY ? date.weekday + 1 : 1;
    return hui_date_ms(unit & HUI_TIME_YEAR ? date.year : 2012, month, day, unit & HUI_TIME_HOURS ? date.hours : 0,
                       unit & HUI_TIME_MINUTES ? date.minutes : 0, unit & HUI_TIME_SECONDS ? date.seconds : 0,
                       unit & HUI_TIME_MILLISECONDS ? date.milliseconds : 0);
}

/* Reading
 * ------- */

static bool is_single(unsigned parts)
{
    return parts && !(parts & (parts - 1));
}

/* A value for a field with a time unit: small numbers and words are values of the one part. */
static double read_time(hui_step *step, const hui_json *json, unsigned parts)
{
    const double first_ms = 10000;
    double ms = json->kind == HUI_JSON_NUMBER ? json->number : hui_date_parse(json->string);
    if (is_single(parts) && (json->kind == HUI_JSON_NUMBER ? ms < first_ms : isnan(ms)))
        ms = hui_date_time_of_part(parts, json);
    if (isnan(ms))
        hui_step_fail_range(step, json, json->key ? json->key : json->parent->key,
                            "a date, or a value of the time unit");
    return ms;
}

static operand read_object(hui_step *step, const hui_json *json, const char *key)
{
    operand result = {0};
    const hui_json *expr = hui_json_find(json, "expr");
    if (!expr)
        expr = hui_json_find(json, "signal");
    if (expr && expr->kind == HUI_JSON_STRING) {
        result.place = hui_json_place(step->arena, expr);
        result.expr = hui_expr_parse(step->arena, expr->string, result.place, step->diags);
        step->failed |= !result.expr;
    } else if (hui_date_time_is(json)) {
        result.value = hui_value_number(hui_date_time_read(json));
        if (isnan(result.value.number))
            hui_step_fail_range(step, json, key, "a date: months are 1 to 12 or named, and so are days of the week");
    } else {
        hui_step_fail(step, json, key, "a value, a date-time object or {\"expr\": …}");
    }
    return result;
}

static operand read_operand(hui_step *step, const hui_field_test *test, const hui_json *json)
{
    const char *key = keys[test->comparison];
    if (json->kind == HUI_JSON_OBJECT)
        return read_object(step, json, key);
    if (json->kind == HUI_JSON_ARRAY)
        hui_step_fail(step, json, key, "a value, a date-time object or {\"expr\": …}");
    if (test->unit.parts && (json->kind == HUI_JSON_NUMBER || json->kind == HUI_JSON_STRING))
        return (operand){.value = hui_value_number(read_time(step, json, test->unit.parts))};
    return (operand){.value = hui_value_from_json(step->arena, json)};
}

/* Vega-Lite looks at the first value only, and not at one that counts as false. */
static const char *parse_for(const hui_json *first)
{
    if (!first)
        return NULL;
    if (first->kind == HUI_JSON_NUMBER)
        return first->number != 0 ? "number" : NULL;
    if (first->kind == HUI_JSON_STRING)
        return first->string[0] ? "string" : NULL;
    return hui_date_time_is(first) ? "date" : NULL;
}

static void read_operands(hui_step *step, hui_field_test *test, const hui_json *value)
{
    const bool is_list = test->comparison == ONE_OF || (test->comparison == RANGE && value->kind != HUI_JSON_OBJECT);
    if (is_list && value->kind != HUI_JSON_ARRAY) {
        hui_step_fail(step, value, value->key, test->comparison == RANGE ? "an array of two values" : "an array");
        return;
    }
    if (is_list && test->comparison == RANGE && value->count != 2) {
        hui_step_fail_range(step, value, value->key, "two values");
        return;
    }
    const hui_json *first = is_list ? value->first : value;
    test->operands = HUI_NEW_ARRAY(step->arena, operand, is_list ? value->count : 1);
    for (const hui_json *item = first; item; item = is_list ? item->next : NULL)
        test->operands[test->count++] = read_operand(step, test, item);
    if (test->comparison == RANGE && !is_list && !test->operands[0].expr)
        hui_step_fail(step, value, value->key, "an array of two values");
    test->parse = test->unit.parts ? "date" : parse_for(first);
}

/* The slot that holds the value, or the free one where it would stand. */
static uint32_t *find_slot(const hui_field_test *test, hui_value value)
{
    const size_t mask = test->slot_count - 1;
    size_t at = hui_value_hash(value) & mask;
    while (test->slots[at] && !hui_value_equal_strictly(test->operands[test->slots[at] - 1].value, value))
        at = (at + 1) & mask;
    return &test->slots[at];
}

static void make_set(hui_arena *arena, hui_field_test *test)
{
    if (test->count <= FEW_VALUES)
        return;
    for (size_t i = 0; i < test->count; i++)
        if (test->operands[i].expr)
            return;
    for (test->slot_count = 2 * FEW_VALUES; test->slot_count < 2 * test->count;)
        test->slot_count *= 2;
    test->slots = HUI_NEW_ARRAY(arena, uint32_t, test->slot_count);
    for (size_t i = 0; i < test->count; i++)
        *find_slot(test, test->operands[i].value) = (uint32_t)(i + 1);
}

static const hui_json *find_comparison(const hui_json *json, comparison *which)
{
    for (*which = 0; *which < COMPARISON_COUNT; ++*which) {
        const hui_json *value = hui_json_find(json, keys[*which]);
        if (value)
            return value;
    }
    return NULL;
}

const hui_field_test *hui_field_test_read(hui_step *step, const hui_json *json)
{
    hui_field_test *test = HUI_NEW(step->arena, hui_field_test);
    test->field = hui_step_string(step, json, "field");
    test->flat = hui_field_flat(step->arena, test->field);
    const hui_json *unit = hui_step_find(json, "timeUnit");
    if (unit)
        hui_step_time_unit(step, unit, &test->unit);
    const hui_json *value = find_comparison(json, &test->comparison);
    if (!value) {
        if (hui_step_find(json, "field"))
            hui_step_need(step, json, keys[EQUAL]);
        return test;
    }
    if (test->comparison != VALID) {
        read_operands(step, test, value);
        if (test->comparison == ONE_OF && !step->failed)
            make_set(step->arena, test);
    } else if (value->kind == HUI_JSON_TRUE || value->kind == HUI_JSON_FALSE) {
        test->is_valid = value->kind == HUI_JSON_TRUE;
    } else {
        hui_step_fail(step, value, keys[VALID], "true or false");
    }
    return test;
}

bool hui_field_test_check(const hui_field_test *test, hui_params params, hui_diags *diags)
{
    bool is_fine = true;
    for (size_t i = 0; i < test->count; i++)
        if (test->operands[i].expr)
            is_fine &= hui_expr_check(test->operands[i].expr, params, test->operands[i].place, diags);
    return is_fine;
}

/* Testing
 * ------- */

const hui_field_test *hui_field_test_bind(hui_arena *arena, const hui_field_test *test, const hui_table *table)
{
    hui_field_test *bound = hui_arena_copy(arena, test, sizeof *test);
    bound->table = table;
    bound->accessor = hui_accessor_new(arena, table, test->field);
    if (test->count)
        bound->operands = hui_arena_copy(arena, test->operands, test->count * sizeof *test->operands);
    for (size_t i = 0; i < test->count; i++)
        if (test->operands[i].expr)
            bound->operands[i].expr = hui_expr_bind(arena, test->operands[i].expr, table);
    return bound;
}

static hui_value field_value(const hui_field_test *test, const hui_expr_scope *scope)
{
    if (!scope->table)
        return hui_value_member(scope->datum, test->flat);
    if (test->table == scope->table)
        return hui_accessor_value(&test->accessor, scope->row);
    const hui_accessor accessor = hui_accessor_new(scope->arena, scope->table, test->field);
    return hui_accessor_value(&accessor, scope->row);
}

/* Dates are compared by their time; with a time unit everything is. */
static hui_value comparable(const hui_field_test *test, hui_value value)
{
    if (test->unit.parts)
        return hui_value_number(time_of(value));
    return value.kind == HUI_VALUE_DATE ? hui_value_number(value.number) : value;
}

static hui_value left_value(const hui_field_test *test, const hui_expr_scope *scope)
{
    const hui_value value = comparable(test, field_value(test, scope));
    if (!test->unit.parts || test->unit.binned)
        return value;
    return hui_value_number(keep_parts(test->unit.parts, value.number));
}

static hui_value right_value(const hui_field_test *test, size_t i, const hui_expr_scope *scope)
{
    const operand *right = &test->operands[i];
    return right->expr ? comparable(test, hui_expr_value(right->expr, scope)) : right->value;
}

static bool is_less(hui_value a, hui_value b)
{
    if (a.kind == HUI_VALUE_STRING && b.kind == HUI_VALUE_STRING)
        return hui_value_compare(a, b) < 0;
    return hui_value_to_number(a) < hui_value_to_number(b);
}

static bool is_less_or_equal(hui_value a, hui_value b)
{
    if (a.kind == HUI_VALUE_STRING && b.kind == HUI_VALUE_STRING)
        return hui_value_compare(a, b) <= 0;
    return hui_value_to_number(a) <= hui_value_to_number(b);
}

static bool is_between(hui_value value, hui_value low, hui_value high)
{
    const bool turned = is_less(high, low);
    return is_less_or_equal(turned ? high : low, value) && is_less_or_equal(value, turned ? low : high);
}

static bool is_in_range(const hui_field_test *test, hui_value left, const hui_expr_scope *scope)
{
    if (test->count == 1) {
        const hui_value both = hui_expr_value(test->operands[0].expr, scope);
        return is_between(left, comparable(test, hui_value_member(both, "0")),
                          comparable(test, hui_value_member(both, "1")));
    }
    const operand *ends = test->operands;
    const bool open_low = !ends[0].expr && ends[0].value.kind == HUI_VALUE_NULL;
    const bool open_high = !ends[1].expr && ends[1].value.kind == HUI_VALUE_NULL;
    if (!open_low && !open_high)
        return is_between(left, right_value(test, 0, scope), right_value(test, 1, scope));
    return (open_low || is_less_or_equal(right_value(test, 0, scope), left)) &&
           (open_high || is_less_or_equal(left, right_value(test, 1, scope)));
}

static bool is_one_of(const hui_field_test *test, hui_value left, const hui_expr_scope *scope)
{
    if (test->slots)
        return *find_slot(test, left) != 0;
    for (size_t i = 0; i < test->count; i++)
        if (hui_value_equal_strictly(left, right_value(test, i, scope)))
            return true;
    return false;
}

bool hui_field_test_true(const hui_field_test *test, const hui_expr_scope *scope)
{
    const hui_value left = left_value(test, scope);
    switch (test->comparison) {
    case EQUAL:
        return hui_value_equal_strictly(left, right_value(test, 0, scope));
    case LT:
        return is_less(left, right_value(test, 0, scope));
    case GT:
        return is_less(right_value(test, 0, scope), left);
    case LTE:
        return is_less_or_equal(left, right_value(test, 0, scope));
    case GTE:
        return is_less_or_equal(right_value(test, 0, scope), left);
    case ONE_OF:
        return is_one_of(test, left, scope);
    case VALID:
        return (hui_value_valid(left) && isfinite(hui_value_to_number(left))) == test->is_valid;
    case RANGE:
        return is_in_range(test, left, scope);
    case COMPARISON_COUNT:
        break;
    }
    return false;
}

/* Whether the value is not yet of the kind that a field is parsed to. What is not there becomes null, which lies around
 * 0. */
static bool is_unparsed(hui_value value, const char *parse)
{
    if (value.kind == HUI_VALUE_UNDEFINED)
        return true;
    if (!strcmp(parse, "string"))
        return value.kind == HUI_VALUE_NUMBER || value.kind == HUI_VALUE_BOOL;
    return value.kind == HUI_VALUE_STRING || (value.kind == HUI_VALUE_BOOL && !strcmp(parse, "number"));
}

const hui_table *hui_field_test_parse(hui_arena *arena, const hui_field_test *test, const hui_table *table)
{
    const hui_accessor accessor = hui_accessor_new(arena, table, test->field);
    if (test->parse)
        for (size_t row = 0; row < table->rows; row++)
            if (is_unparsed(hui_accessor_value(&accessor, row), test->parse))
                return hui_source_parse_column(arena, table, test->field, test->parse);
    return table;
}
