/* Functions of expressions: ranges, extents and sequences of numbers. */
#include "data/expr_node.h"

#include <math.h>

/* Transformations of a domain for panning and zooming. */
typedef enum lift_kind { LINEAR, LOG, POW, SYMLOG } lift_kind;

static hui_value item(hui_value array, uint32_t index)
{
    return array.kind == HUI_VALUE_ARRAY && index < array.count ? array.items[index] : (hui_value){0};
}

static double first_of(hui_value array)
{
    return hui_value_to_number(item(array, 0));
}

static double last_of(hui_value array)
{
    return hui_value_to_number(item(array, array.count - 1));
}

static hui_value pair(const hui_expr_call *call, hui_value first, hui_value second)
{
    hui_value *const items = hui_expr_items(call->scope, 2);
    items[0] = first;
    items[1] = second;
    return hui_expr_array(items, 2);
}

static hui_value number_pair(const hui_expr_call *call, double first, double second)
{
    return pair(call, hui_value_number(first), hui_value_number(second));
}

/* a < b, as the operator has it. */
static bool is_less(hui_value a, hui_value b)
{
    if (a.kind == HUI_VALUE_STRING && b.kind == HUI_VALUE_STRING)
        return hui_value_compare(a, b) < 0;
    return hui_value_to_number(a) < hui_value_to_number(b);
}

static hui_value extent(const hui_expr_call *call)
{
    const hui_value array = hui_expr_argument(call, 0);
    hui_value least = {0}, most = {0};
    for (uint32_t i = 0; array.kind == HUI_VALUE_ARRAY && i < array.count; i++) {
        const hui_value value = array.items[i];
        if (value.kind == HUI_VALUE_UNDEFINED || value.kind == HUI_VALUE_NULL)
            continue;
        if (least.kind == HUI_VALUE_UNDEFINED) {
            const bool is_nan = value.kind == HUI_VALUE_NUMBER && isnan(value.number);
            least = most = is_nan ? (hui_value){0} : value;
        } else {
            least = is_less(value, least) ? value : least;
            most = is_less(most, value) ? value : most;
        }
    }
    return pair(call, least, most);
}

/* Moved into the bounds as a whole. */
static hui_value clamp_range(const hui_expr_call *call)
{
    const hui_value range = hui_expr_argument(call, 0);
    const double first = hui_value_to_number(item(range, 0)), second = hui_value_to_number(item(range, 1));
    const double low = second < first ? second : first, span = (second < first ? first : second) - low;
    const double least = hui_expr_number(call, 1), most = hui_expr_number(call, 2);
    if (span >= most - least)
        return number_pair(call, least, most);
    if (isnan(span) || isnan(least) || isnan(most))
        return number_pair(call, (double)NAN, (double)NAN);
    const double start = fmin(fmax(low, least), most - span);
    return number_pair(call, start, start + span);
}

static hui_value is_in_range(const hui_expr_call *call)
{
    const double value = hui_expr_number(call, 0);
    const hui_value range = hui_expr_argument(call, 1), left = hui_expr_argument(call, 2),
                    right = hui_expr_argument(call, 3);
    const double first = first_of(range), last = last_of(range);
    const double low = first > last ? last : first, high = first > last ? first : last;
    const bool is_above = left.kind == HUI_VALUE_UNDEFINED || hui_value_truthy(left) ? low <= value : low < value;
    const bool is_below = right.kind == HUI_VALUE_UNDEFINED || hui_value_truthy(right) ? value <= high : value < high;
    return hui_value_bool(is_above && is_below);
}

static hui_value span(const hui_expr_call *call)
{
    const hui_value array = hui_expr_argument(call, 0);
    const double difference = array.kind == HUI_VALUE_ARRAY ? last_of(array) - first_of(array) : 0;
    return hui_value_number(isnan(difference) ? 0 : difference);
}

static hui_value lerp(const hui_expr_call *call)
{
    const hui_value array = hui_expr_argument(call, 0);
    const double share = hui_expr_number(call, 1);
    const hui_value first = item(array, 0), last = item(array, array.count - 1);
    if (last.kind == HUI_VALUE_UNDEFINED || share == 0 || isnan(share))
        return first;
    if (share == 1)
        return last;
    return hui_value_number(first_of(array) + share * (last_of(array) - first_of(array)));
}

/* Along an array's numbers, which stand evenly. */
static hui_value interpolate_linear(const hui_expr_call *call)
{
    const hui_value array = hui_expr_argument(call, 0);
    const double share = hui_expr_number(call, 1);
    if (array.kind != HUI_VALUE_ARRAY || array.count == 0)
        return (hui_value){0};
    if (array.count == 1 || !(share > 0))
        return item(array, 0);
    if (share >= 1)
        return item(array, array.count - 1);
    const double at = share * (array.count - 1);
    const uint32_t index = (uint32_t)at;
    if (at == index)
        return item(array, index);
    const double low = hui_value_to_number(item(array, index)), high = hui_value_to_number(item(array, index + 1));
    return hui_value_number(low + (at - index) * (high - low));
}

static hui_value sequence(const hui_expr_call *call)
{
    const bool has_stop = call->count > 1;
    const double start = has_stop ? hui_expr_number(call, 0) : 0, stop = hui_expr_number(call, has_stop ? 1 : 0);
    const double step = call->count > 2 ? hui_expr_number(call, 2) : 1;
    const double count = fmax(0, ceil((stop - start) / step));
    if (!hui_expr_has_room(call->scope, count * sizeof(hui_value)))
        return (hui_value){0};
    hui_value *const items = hui_expr_items(call->scope, (size_t)count);
    for (size_t i = 0; i < (size_t)count; i++)
        items[i] = hui_value_number(start + (double)i * step);
    return hui_expr_array(items, (size_t)count);
}

/* One of three values: near the low end of a range, near the high end, or neither. */
static hui_value flush(const hui_expr_call *call)
{
    const hui_value range = hui_expr_argument(call, 0), threshold = hui_expr_argument(call, 2),
                    left = hui_expr_argument(call, 3), right = hui_expr_argument(call, 4),
                    center = hui_expr_argument(call, 5);
    const double value = hui_expr_number(call, 1), near = hui_value_to_number(threshold);
    const bool is_zero = threshold.kind == HUI_VALUE_NUMBER && threshold.number == 0;
    if ((!hui_value_truthy(threshold) && !is_zero) || item(range, range.count - 1).kind == HUI_VALUE_UNDEFINED)
        return center;
    const double first = first_of(range), last = last_of(range);
    const double to_low = fabs(value - (last < first ? last : first)),
                 to_high = fabs((last < first ? first : last) - value);
    return to_low < to_high && to_low <= near ? left : to_high <= near ? right : center;
}

/* panLinear … zoomSymlog */

static double sign_of(double x)
{
    return x > 0 ? 1 : x < 0 ? -1 : x;
}

static double lift(lift_kind kind, double parameter, double x)
{
    if (kind == LOG)
        return log(parameter * x);
    if (kind == POW)
        return x < 0 ? -pow(-x, parameter) : pow(x, parameter);
    if (kind == SYMLOG)
        return sign_of(x) * log1p(fabs(x / parameter));
    return x;
}

static double ground(lift_kind kind, double parameter, double x)
{
    if (kind == LOG)
        return parameter * exp(x);
    if (kind == POW)
        return lift(POW, 1 / parameter, x);
    if (kind == SYMLOG)
        return sign_of(x) * expm1(fabs(x)) * parameter;
    return x;
}

/* The exponent or constant, which is an argument; of logarithms the domain's sign. */
static double parameter_of(const hui_expr_call *call, size_t index)
{
    const bool is_log = call->function->detail == LOG;
    return is_log ? sign_of(first_of(hui_expr_argument(call, 0))) : hui_expr_number(call, index);
}

static hui_value pan(const hui_expr_call *call)
{
    const lift_kind kind = (lift_kind)call->function->detail;
    const hui_value domain = hui_expr_argument(call, 0);
    const double parameter = parameter_of(call, 2);
    const double first = lift(kind, parameter, first_of(domain)), last = lift(kind, parameter, last_of(domain));
    const double distance = (last - first) * hui_expr_number(call, 1);
    return number_pair(call, ground(kind, parameter, first - distance), ground(kind, parameter, last - distance));
}

static hui_value zoom(const hui_expr_call *call)
{
    const lift_kind kind = (lift_kind)call->function->detail;
    const hui_value domain = hui_expr_argument(call, 0), anchor = hui_expr_argument(call, 1);
    const double parameter = parameter_of(call, 3), scale = hui_expr_number(call, 2);
    const double first = lift(kind, parameter, first_of(domain)), last = lift(kind, parameter, last_of(domain));
    const bool has_anchor = anchor.kind != HUI_VALUE_UNDEFINED && anchor.kind != HUI_VALUE_NULL;
    const double fixed = has_anchor ? lift(kind, parameter, hui_value_to_number(anchor)) : (first + last) / 2;
    return number_pair(call, ground(kind, parameter, fixed + (first - fixed) * scale),
                       ground(kind, parameter, fixed + (last - fixed) * scale));
}

const hui_expr_function hui_expr_range_functions[] = {HUI_EXPR_FUNCTION("extent", extent),
                                                      HUI_EXPR_FUNCTION("clampRange", clamp_range),
                                                      HUI_EXPR_FUNCTION("inrange", is_in_range),
                                                      HUI_EXPR_FUNCTION("span", span),
                                                      HUI_EXPR_FUNCTION("lerp", lerp),
                                                      HUI_EXPR_FUNCTION("interpolateLinear", interpolate_linear),
                                                      HUI_EXPR_FUNCTION("sequence", sequence),
                                                      HUI_EXPR_FUNCTION("flush", flush),
                                                      HUI_EXPR_VARIANT("panLinear", pan, LINEAR),
                                                      HUI_EXPR_VARIANT("panLog", pan, LOG),
                                                      HUI_EXPR_VARIANT("panPow", pan, POW),
                                                      HUI_EXPR_VARIANT("panSymlog", pan, SYMLOG),
                                                      HUI_EXPR_VARIANT("zoomLinear", zoom, LINEAR),
                                                      HUI_EXPR_VARIANT("zoomLog", zoom, LOG),
                                                      HUI_EXPR_VARIANT("zoomPow", zoom, POW),
                                                      HUI_EXPR_VARIANT("zoomSymlog", zoom, SYMLOG),
                                                      {0}};
