/* Functions of expressions: easing curves, each by its way in; the way out is that backwards, and both make a whole. */
#include "data/expr_node.h"

#include <math.h>

#define PI 3.141592653589793

enum { IN, OUT, IN_OUT };
enum { LINEAR, QUAD, CUBIC, POLY, SIN, EXP, CIRCLE, BOUNCE, BACK, ELASTIC };

/* How curve and way are one number. */
#define EASE(curve, way) ((curve)*3 + (way))

/* 2 to the power of -10 x, stretched so that it goes from 1 to 0. */
static double decay(double x)
{
    const double end = 0x1p-10;
    return (exp2(-10 * x) - end) / (1 - end);
}

/* Four parabolas, each lower than the one before; backwards they begin at rest. */
static double bounce_in(double t)
{
    const double back = 1 - t, steepness = 121.0 / 16;
    const double center = back < 4.0 / 11 ? 0 : back < 8.0 / 11 ? 6.0 / 11 : back < 10.0 / 11 ? 9.0 / 11 : 21.0 / 22;
    const double lowest = back < 4.0 / 11 ? 0 : back < 8.0 / 11 ? 3.0 / 4 : back < 10.0 / 11 ? 15.0 / 16 : 63.0 / 64;
    return 1 - (steepness * (back - center) * (back - center) + lowest);
}

/* A sine of period 0.3 that grows. */
static double elastic_in(double t)
{
    const double period = 0.3 / (2 * PI), phase = period * PI / 2;
    return decay(1 - t) * sin((phase - (t - 1)) / period);
}

static double ease_in(int curve, double t)
{
    const double overshoot = 1.70158;
    switch (curve) {
    case QUAD:
        return t * t;
    case CUBIC:
    case POLY:
        return t * t * t;
    case SIN:
        return t == 1 ? 1 : 1 - cos(t * PI / 2);
    case EXP:
        return decay(1 - t);
    case CIRCLE:
        return 1 - sqrt(1 - t * t);
    case BOUNCE:
        return bounce_in(t);
    case BACK:
        return t * t * (overshoot * (t - 1) + t);
    case ELASTIC:
        return elastic_in(t);
    default:
        return t;
    }
}

static hui_value ease(const hui_expr_call *call)
{
    const int curve = call->function->detail / 3, way = call->function->detail % 3;
    const double t = hui_expr_number(call, 0);
    if (way == IN)
        return hui_value_number(ease_in(curve, t));
    if (way == OUT)
        return hui_value_number(1 - ease_in(curve, 1 - t));
    return hui_value_number(t * 2 <= 1 ? ease_in(curve, t * 2) / 2 : 1 - ease_in(curve, 2 - t * 2) / 2);
}

#define WAYS(name, curve)                                                                                     \
    HUI_EXPR_VARIANT(name "In", ease, EASE(curve, IN)), HUI_EXPR_VARIANT(name "Out", ease, EASE(curve, OUT)), \
        HUI_EXPR_VARIANT(name "InOut", ease, EASE(curve, IN_OUT))

const hui_expr_function hui_expr_ease_functions[] = {HUI_EXPR_VARIANT("easeLinear", ease, EASE(LINEAR, IN)),
                                                     HUI_EXPR_VARIANT("easeQuad", ease, EASE(QUAD, IN_OUT)),
                                                     HUI_EXPR_VARIANT("easeCubic", ease, EASE(CUBIC, IN_OUT)),
                                                     HUI_EXPR_VARIANT("easePoly", ease, EASE(POLY, IN_OUT)),
                                                     HUI_EXPR_VARIANT("easeSin", ease, EASE(SIN, IN_OUT)),
                                                     HUI_EXPR_VARIANT("easeExp", ease, EASE(EXP, IN_OUT)),
                                                     HUI_EXPR_VARIANT("easeCircle", ease, EASE(CIRCLE, IN_OUT)),
                                                     HUI_EXPR_VARIANT("easeBounce", ease, EASE(BOUNCE, OUT)),
                                                     HUI_EXPR_VARIANT("easeBack", ease, EASE(BACK, IN_OUT)),
                                                     HUI_EXPR_VARIANT("easeElastic", ease, EASE(ELASTIC, OUT)),
                                                     WAYS("easeQuad", QUAD),
                                                     WAYS("easeCubic", CUBIC),
                                                     WAYS("easePoly", POLY),
                                                     WAYS("easeSin", SIN),
                                                     WAYS("easeExp", EXP),
                                                     WAYS("easeCircle", CIRCLE),
                                                     WAYS("easeBounce", BOUNCE),
                                                     WAYS("easeBack", BACK),
                                                     WAYS("easeElastic", ELASTIC),
                                                     {0}};
