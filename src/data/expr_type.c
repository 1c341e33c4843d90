/* Functions of expressions: tests of types and conversions. */
#include "data/expr_node.h"
#include "data/format.h"

#include <string.h>

static hui_value is_kind(const hui_expr_call *call)
{
    return hui_value_bool((int)hui_expr_argument(call, 0).kind == call->function->detail);
}

static hui_value is_object(const hui_expr_call *call)
{
    const hui_value_kind kind = hui_expr_argument(call, 0).kind;
    return hui_value_bool(kind == HUI_VALUE_OBJECT || kind == HUI_VALUE_ARRAY || kind == HUI_VALUE_DATE);
}

static hui_value is_regexp(const hui_expr_call *call)
{
    return hui_value_bool(hui_expr_is_regexp(hui_expr_argument(call, 0)));
}

static hui_value is_defined(const hui_expr_call *call)
{
    return hui_value_bool(hui_expr_argument(call, 0).kind != HUI_VALUE_UNDEFINED);
}

/* Only NaN itself is unlike itself: an invalid date counts as valid. */
static hui_value is_valid(const hui_expr_call *call)
{
    const hui_value value = hui_expr_argument(call, 0);
    return hui_value_bool(value.kind == HUI_VALUE_DATE || hui_value_valid(value));
}

/* Vega's conversions leave nothing as nothing. */
static bool is_empty(hui_value value)
{
    return value.kind == HUI_VALUE_UNDEFINED || value.kind == HUI_VALUE_NULL ||
           (value.kind == HUI_VALUE_STRING && value.count == 0);
}

static hui_value to_boolean(const hui_expr_call *call)
{
    const hui_value value = hui_expr_argument(call, 0);
    if (is_empty(value))
        return hui_value_null();
    if (value.kind == HUI_VALUE_STRING && (strcmp(value.string, "false") == 0 || strcmp(value.string, "0") == 0))
        return hui_value_bool(false);
    return hui_value_bool(hui_value_truthy(value));
}

/* Of texts it makes the number of milliseconds, not a date. */
static hui_value to_date(const hui_expr_call *call)
{
    const hui_value value = hui_expr_argument(call, 0);
    if (is_empty(value))
        return hui_value_null();
    if (value.kind == HUI_VALUE_NUMBER || value.kind == HUI_VALUE_DATE)
        return value;
    return hui_value_number(hui_date_parse(hui_expr_text(call, 0).string));
}

static hui_value to_number(const hui_expr_call *call)
{
    const hui_value value = hui_expr_argument(call, 0);
    return is_empty(value) ? hui_value_null() : hui_value_number(hui_value_to_number(value));
}

static hui_value to_string(const hui_expr_call *call)
{
    return is_empty(hui_expr_argument(call, 0)) ? hui_value_null() : hui_expr_text(call, 0);
}

/* Messages to the console go nowhere; what remains is that the last argument is the result. */
static hui_value last_argument(const hui_expr_call *call)
{
    return call->count ? call->at[call->count - 1] : (hui_value){0};
}

const hui_expr_function hui_expr_type_functions[] = {HUI_EXPR_VARIANT("isArray", is_kind, HUI_VALUE_ARRAY),
                                                     HUI_EXPR_VARIANT("isBoolean", is_kind, HUI_VALUE_BOOL),
                                                     HUI_EXPR_VARIANT("isDate", is_kind, HUI_VALUE_DATE),
                                                     HUI_EXPR_VARIANT("isNumber", is_kind, HUI_VALUE_NUMBER),
                                                     HUI_EXPR_VARIANT("isString", is_kind, HUI_VALUE_STRING),
                                                     HUI_EXPR_VARIANT("isTuple", is_kind, HUI_VALUE_OBJECT),
                                                     HUI_EXPR_FUNCTION("isObject", is_object),
                                                     HUI_EXPR_FUNCTION("isRegExp", is_regexp),
                                                     HUI_EXPR_FUNCTION("isDefined", is_defined),
                                                     HUI_EXPR_FUNCTION("isValid", is_valid),
                                                     HUI_EXPR_FUNCTION("toBoolean", to_boolean),
                                                     HUI_EXPR_FUNCTION("toDate", to_date),
                                                     HUI_EXPR_FUNCTION("toNumber", to_number),
                                                     HUI_EXPR_FUNCTION("toString", to_string),
                                                     HUI_EXPR_FUNCTION("warn", last_argument),
                                                     HUI_EXPR_FUNCTION("info", last_argument),
                                                     HUI_EXPR_FUNCTION("debug", last_argument),
                                                     {0}};
