/* Names in expressions: functions of all groups, constants, and what Vega has for interaction alone. */
#include "data/expr_node.h"

#include "base/vec.h"

#include <float.h>
#include <math.h>
#include <string.h>

static const hui_expr_function *const groups[] = {
    hui_expr_array_functions,  hui_expr_color_functions,  hui_expr_date_functions,       hui_expr_ease_functions,
    hui_expr_encode_functions, hui_expr_format_functions, hui_expr_math_functions,       hui_expr_range_functions,
    hui_expr_regexp_functions, hui_expr_scale_functions,  hui_expr_statistics_functions, hui_expr_text_functions,
    hui_expr_type_functions};

enum { GROUP_COUNT = sizeof groups / sizeof *groups };

static const struct {
    const char *name;
    double number;
} numbers[] = {{"NaN", (double)NAN},          {"E", 2.718281828459045},
               {"LN2", 0.6931471805599453},   {"LN10", 2.302585092994046},
               {"LOG2E", 1.4426950408889634}, {"LOG10E", 0.4342944819032518},
               {"PI", 3.141592653589793},     {"SQRT1_2", 0.7071067811865476},
               {"SQRT2", 1.4142135623730951}, {"MIN_VALUE", 4.9406564584124654e-324},
               {"MAX_VALUE", DBL_MAX},        {"Infinity", (double)INFINITY}};

enum { NUMBER_COUNT = sizeof numbers / sizeof *numbers };

/* Nothing happens in a static chart, so `event` and `item` are undefined. */
static const struct {
    const char *name;
    hui_value value;
} words[] = {{"null", {.kind = HUI_VALUE_NULL}},
             {"true", {.kind = HUI_VALUE_BOOL, .truth = true}},
             {"false", {.kind = HUI_VALUE_BOOL, .truth = false}},
             {"undefined", {.kind = HUI_VALUE_UNDEFINED}},
             {"event", {.kind = HUI_VALUE_UNDEFINED}},
             {"item", {.kind = HUI_VALUE_UNDEFINED}}};

enum { WORD_COUNT = sizeof words / sizeof *words };

static const char *const event_functions[] = {"data",
                                              "encode",
                                              "group",
                                              "inScope",
                                              "indata",
                                              "intersect",
                                              "intersectLasso",
                                              "item",
                                              "lassoAppend",
                                              "lassoPath",
                                              "modify",
                                              "pinchAngle",
                                              "pinchDistance",
                                              "setdata",
                                              "treeAncestors",
                                              "treePath",
                                              "view",
                                              "vlSelectionIdTest",
                                              "vlSelectionResolve",
                                              "vlSelectionTest",
                                              "vlSelectionTuples",
                                              "x",
                                              "xy",
                                              "y"};

enum { EVENT_COUNT = sizeof event_functions / sizeof *event_functions };

const hui_expr_function *hui_expr_function_find(const char *name)
{
    for (size_t group = 0; group < GROUP_COUNT; group++)
        for (const hui_expr_function *function = groups[group]; function->name; function++)
            if (strcmp(function->name, name) == 0)
                return function;
    return NULL;
}

bool hui_expr_function_needs_events(const char *name)
{
    for (size_t i = 0; i < EVENT_COUNT; i++)
        if (strcmp(event_functions[i], name) == 0)
            return true;
    return false;
}

bool hui_expr_constant_find(const char *name, hui_value *value)
{
    for (size_t i = 0; i < NUMBER_COUNT; i++) {
        if (strcmp(numbers[i].name, name) == 0) {
            *value = hui_value_number(numbers[i].number);
            return true;
        }
    }
    for (size_t i = 0; i < WORD_COUNT; i++) {
        if (strcmp(words[i].name, name) == 0) {
            *value = words[i].value;
            return true;
        }
    }
    return false;
}

const char *hui_expr_name_nearest(hui_arena *arena, const char *name, bool function)
{
    HUI_VEC(const char *) names = {0};
    for (size_t group = 0; function && group < GROUP_COUNT; group++)
        for (const hui_expr_function *at = groups[group]; at->name; at++)
            *hui_vec_push(arena, &names) = at->name;
    for (size_t i = 0; !function && i < NUMBER_COUNT; i++)
        *hui_vec_push(arena, &names) = numbers[i].name;
    for (size_t i = 0; !function && i < WORD_COUNT; i++)
        *hui_vec_push(arena, &names) = words[i].name;
    if (function)
        *hui_vec_push(arena, &names) = "if";
    else
        *hui_vec_push(arena, &names) = "datum";
    return hui_word_nearest(name, names.at, names.count);
}
