/* Functions of expressions: numbers. ECMAScript's Math where it differs from C's library. */
#include "data/expr_node.h"

#include <math.h>

enum { ABS, ACOS, ASIN, ATAN, CEIL, COS, EXP, FLOOR, LOG, ROUND, SIN, SQRT, TAN };

/* Halves go up. floor(x + 0.5) would be wrong where the sum is rounded. */
static double round_half_up(double x)
{
    const double below = floor(x);
    return x - below >= 0.5 ? below + 1 : below;
}

static hui_value of_one(const hui_expr_call *call)
{
    const double x = hui_expr_number(call, 0);
    double result = NAN;
    switch (call->function->detail) {
    case ABS:
        result = fabs(x);
        break;
    case ACOS:
        result = acos(x);
        break;
    case ASIN:
        result = asin(x);
        break;
    case ATAN:
        result = atan(x);
        break;
    case CEIL:
        result = ceil(x);
        break;
    case COS:
        result = cos(x);
        break;
    case EXP:
        result = exp(x);
        break;
    case FLOOR:
        result = floor(x);
        break;
    case LOG:
        result = log(x);
        break;
    case ROUND:
        result = round_half_up(x);
        break;
    case SIN:
        result = sin(x);
        break;
    case SQRT:
        result = sqrt(x);
        break;
    case TAN:
        result = tan(x);
        break;
    }
    return hui_value_number(result);
}

static hui_value arc_tangent(const hui_expr_call *call)
{
    return hui_value_number(atan2(hui_expr_number(call, 0), hui_expr_number(call, 1)));
}

/* 1 to the power of what is not finite is no number here. */
static hui_value power(const hui_expr_call *call)
{
    const double base = hui_expr_number(call, 0), exponent = hui_expr_number(call, 1);
    if (isnan(exponent) || (fabs(base) == 1 && isinf(exponent)))
        return hui_value_number((double)NAN);
    return hui_value_number(pow(base, exponent));
}

static hui_value hypotenuse(const hui_expr_call *call)
{
    double length = 0;
    for (size_t i = 0; i < call->count; i++)
        length = hypot(length, hui_expr_number(call, i));
    return hui_value_number(length);
}

/* Not fmin and fmax: one that is no number makes the result none. */
static double lesser(double a, double b)
{
    return isnan(a) || isnan(b) ? (double)NAN : a < b ? a : b;
}

static double greater(double a, double b)
{
    return isnan(a) || isnan(b) ? (double)NAN : a > b ? a : b;
}

static hui_value minimum(const hui_expr_call *call)
{
    double least = INFINITY;
    for (size_t i = 0; i < call->count; i++)
        least = lesser(hui_expr_number(call, i), least);
    return hui_value_number(least);
}

static hui_value maximum(const hui_expr_call *call)
{
    double most = -INFINITY;
    for (size_t i = 0; i < call->count; i++)
        most = greater(hui_expr_number(call, i), most);
    return hui_value_number(most);
}

static hui_value clamp(const hui_expr_call *call)
{
    return hui_value_number(
        greater(hui_expr_number(call, 1), lesser(hui_expr_number(call, 2), hui_expr_number(call, 0))));
}

/* Of numbers only: no other value is converted. */
static hui_value is_nan(const hui_expr_call *call)
{
    const hui_value value = hui_expr_argument(call, 0);
    return hui_value_bool(value.kind == HUI_VALUE_NUMBER && isnan(value.number));
}

static hui_value is_finite(const hui_expr_call *call)
{
    const hui_value value = hui_expr_argument(call, 0);
    return hui_value_bool(value.kind == HUI_VALUE_NUMBER && isfinite(value.number));
}

static hui_value random_number(const hui_expr_call *call)
{
    return hui_value_number(call->scope->random ? hui_rng_range(call->scope->random, 0, 1) : 0.5);
}

const hui_expr_function hui_expr_math_functions[] = {HUI_EXPR_VARIANT("abs", of_one, ABS),
                                                     HUI_EXPR_VARIANT("acos", of_one, ACOS),
                                                     HUI_EXPR_VARIANT("asin", of_one, ASIN),
                                                     HUI_EXPR_VARIANT("atan", of_one, ATAN),
                                                     HUI_EXPR_VARIANT("ceil", of_one, CEIL),
                                                     HUI_EXPR_VARIANT("cos", of_one, COS),
                                                     HUI_EXPR_VARIANT("exp", of_one, EXP),
                                                     HUI_EXPR_VARIANT("floor", of_one, FLOOR),
                                                     HUI_EXPR_VARIANT("log", of_one, LOG),
                                                     HUI_EXPR_VARIANT("round", of_one, ROUND),
                                                     HUI_EXPR_VARIANT("sin", of_one, SIN),
                                                     HUI_EXPR_VARIANT("sqrt", of_one, SQRT),
                                                     HUI_EXPR_VARIANT("tan", of_one, TAN),
                                                     HUI_EXPR_FUNCTION("atan2", arc_tangent),
                                                     HUI_EXPR_FUNCTION("pow", power),
                                                     HUI_EXPR_FUNCTION("hypot", hypotenuse),
                                                     HUI_EXPR_FUNCTION("min", minimum),
                                                     HUI_EXPR_FUNCTION("max", maximum),
                                                     {"clamp", clamp, 0, 3, false},
                                                     HUI_EXPR_FUNCTION("isNaN", is_nan),
                                                     HUI_EXPR_FUNCTION("isFinite", is_finite),
                                                     HUI_EXPR_VARYING("random", random_number),
                                                     {0}};
