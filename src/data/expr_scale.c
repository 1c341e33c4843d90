/* Functions of expressions: scales and projections of the chart, which the scope looks up; and bandspace. */
#include "data/expr_node.h"

static hui_value of_scales(const hui_expr_call *call)
{
    const hui_expr_scope *const scope = call->scope;
    return scope->scales ? scope->scales(scope->closure, call->function->name, call->at, call->count) : (hui_value){0};
}

static double number_or_zero(const hui_expr_call *call, size_t index)
{
    const double number = hui_expr_number(call, index);
    return number == number ? number : 0;
}

/* How many steps `count` bands with their paddings take. */
static hui_value band_space(const hui_expr_call *call)
{
    const double count = number_or_zero(call, 0), inner = number_or_zero(call, 1), outer = number_or_zero(call, 2);
    const double space = count - inner + outer * 2;
    return hui_value_number(count != 0 ? space > 0 ? space : 1 : 0);
}

static hui_value empty_object(const hui_expr_call *call)
{
    (void)call;
    return (hui_value){.kind = HUI_VALUE_OBJECT};
}

/* No window and no container is around a static chart. */
static hui_value no_size(const hui_expr_call *call)
{
    return hui_expr_array(hui_expr_items(call->scope, 2), 2);
}

const hui_expr_function hui_expr_scale_functions[] = {HUI_EXPR_VARYING("scale", of_scales),
                                                      HUI_EXPR_VARYING("invert", of_scales),
                                                      HUI_EXPR_VARYING("domain", of_scales),
                                                      HUI_EXPR_VARYING("range", of_scales),
                                                      HUI_EXPR_VARYING("bandwidth", of_scales),
                                                      HUI_EXPR_VARYING("copy", of_scales),
                                                      HUI_EXPR_VARYING("gradient", of_scales),
                                                      HUI_EXPR_VARYING("geoArea", of_scales),
                                                      HUI_EXPR_VARYING("geoBounds", of_scales),
                                                      HUI_EXPR_VARYING("geoCentroid", of_scales),
                                                      HUI_EXPR_VARYING("geoShape", of_scales),
                                                      HUI_EXPR_VARYING("geoScale", of_scales),
                                                      HUI_EXPR_VARYING("geoTranslate", of_scales),
                                                      HUI_EXPR_VARYING("pathShape", of_scales),
                                                      HUI_EXPR_FUNCTION("bandspace", band_space),
                                                      HUI_EXPR_FUNCTION("screen", empty_object),
                                                      HUI_EXPR_FUNCTION("windowSize", no_size),
                                                      HUI_EXPR_FUNCTION("containerSize", no_size),
                                                      {0}};
