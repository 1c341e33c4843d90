/* Time unit: where the unit begins and ends that each date lies in. */
#include "transform/step.h"

#include <string.h>

typedef struct properties {
    const char *field, *as[2];
    hui_time_unit unit;
} properties;

enum { MAX_STEP = 1000000 };

static void report_unit(hui_step *step, const hui_json *value)
{
    static const char *const units[] = {"year",
                                        "yearquarter",
                                        "yearmonth",
                                        "yearmonthdate",
                                        "yearmonthdatehours",
                                        "yearmonthdatehoursminutes",
                                        "yearmonthdatehoursminutesseconds",
                                        "yearweek",
                                        "yearweekday",
                                        "yeardayofyear",
                                        "quarter",
                                        "quartermonth",
                                        "month",
                                        "monthdate",
                                        "monthdatehours",
                                        "week",
                                        "weekday",
                                        "dayofyear",
                                        "date",
                                        "day",
                                        "dayhours",
                                        "dayhoursminutes",
                                        "hours",
                                        "hoursminutes",
                                        "hoursminutesseconds",
                                        "minutes",
                                        "minutesseconds",
                                        "seconds",
                                        "secondsmilliseconds",
                                        "milliseconds"};
    hui_step_fail_word(step, value, "timeUnit", units, sizeof units / sizeof *units);
}

static void read_word(hui_step *step, const hui_json *word, hui_time_unit *unit)
{
    if (word->kind != HUI_JSON_STRING)
        hui_step_fail(step, word, word->key, !strcmp(word->key, "unit") ? "a string" : "a string or an object");
    else if (!hui_time_unit_read(word->string, unit))
        report_unit(step, word);
}

void hui_step_time_unit(hui_step *step, const hui_json *value, hui_time_unit *unit)
{
    if (value->kind != HUI_JSON_OBJECT) {
        read_word(step, value, unit);
        return;
    }
    hui_step inner = {.arena = step->arena, .json = value, .diags = step->diags};
    const hui_json *word = hui_step_need(&inner, value, "unit");
    if (word)
        read_word(&inner, word, unit);
    const double size = hui_step_number(&inner, "step", 1);
    if (size < 1 || size > MAX_STEP)
        hui_step_fail_range(&inner, hui_json_find(value, "step"), "step", "at least 1");
    else
        unit->step = (int)size;
    unit->utc |= hui_step_bool(&inner, "utc", false);
    unit->binned |= hui_step_bool(&inner, "binned", false);
    step->failed |= inner.failed;
}

static const void *read(hui_step *step)
{
    properties *p = HUI_NEW(step->arena, properties);
    const hui_json *unit = hui_step_need(step, step->json, "timeUnit");
    if (unit)
        hui_step_time_unit(step, unit, &p->unit);
    p->field = hui_step_string(step, step->json, "field");
    p->as[0] = hui_step_string(step, step->json, "as");
    p->as[1] = hui_arena_printf(step->arena, "%s_end", p->as[0]);
    return p;
}

/* Texts are read as dates, and stay so for what follows. */
static const hui_table *parse_dates(hui_arena *arena, const hui_table *table, const char *field)
{
    const hui_accessor accessor = hui_accessor_new(arena, table, field);
    for (size_t row = 0; row < table->rows; row++)
        if (hui_accessor_value(&accessor, row).kind == HUI_VALUE_STRING)
            return hui_source_parse_column(arena, table, field, "date");
    return table;
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    const hui_table *dates = parse_dates(scope->arena, table, p->field);
    return hui_time_unit_apply(scope->arena, dates, p->field, p->unit, p->as[0], p->as[1]);
}

const hui_transform_kind hui_transform_time_unit = {.word = "timeUnit", .read = read, .apply = apply};
