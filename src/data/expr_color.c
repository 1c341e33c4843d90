/* Functions of expressions: colours. A colour is a string, `rgb(r, g, b)`, as d3's colours are when they are written. */
#include "data/expr_node.h"

#include "base/color_space.h"

#include <math.h>

static hui_value color_string(const hui_expr_call *call, hui_color color, double alpha)
{
    hui_arena *const arena = call->scope->arena;
    const unsigned r = color.r, g = color.g, b = color.b;
    if (isnan(alpha) || alpha >= 1)
        return hui_value_string(hui_arena_printf(arena, "rgb(%u, %u, %u)", r, g, b));
    return hui_value_string(
        hui_arena_printf(arena, "rgba(%u, %u, %u, %s)", r, g, b, hui_number_string(arena, fmax(alpha, 0))));
}

/* With as few digits as give the byte back (CSS Color 4, section 15.1). */
static double alpha_of(hui_color color)
{
    const double hundredths = rint(color.a / 2.55) / 100;
    return rint(hundredths * 255) == color.a ? hundredths : rint(color.a / 0.255) / 1000;
}

/* From one argument, a CSS colour (one that is none is black), or from its parts in a space. */
static hui_value make_color(const hui_expr_call *call)
{
    hui_color color = {0, 0, 0, 255};
    const hui_value alpha = hui_expr_argument(call, 3);
    if (call->count < 2) {
        hui_color_css(hui_expr_text(call, 0).string, &color);
        return color_string(call, color, alpha_of(color));
    }
    const bool is_opaque = alpha.kind == HUI_VALUE_UNDEFINED || alpha.kind == HUI_VALUE_NULL;
    const hui_color_point point = {.at = {hui_expr_number(call, 0), hui_expr_number(call, 1), hui_expr_number(call, 2)},
                                   .alpha = 1};
    color = hui_color_from_space((hui_color_space)call->function->detail, point);
    return color_string(call, color, is_opaque ? 1 : hui_value_to_number(alpha));
}

/* WCAG 2.0's relative luminance of a channel. */
static double channel_luminance(uint8_t channel)
{
    const double share = channel / 255.0;
    return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance_of(const hui_expr_call *call, size_t index)
{
    hui_color color;
    if (!hui_color_css(hui_expr_text(call, index).string, &color))
        return NAN;
    return 0.2126 * channel_luminance(color.r) + 0.7152 * channel_luminance(color.g) +
           0.0722 * channel_luminance(color.b);
}

static hui_value luminance(const hui_expr_call *call)
{
    return hui_value_number(luminance_of(call, 0));
}

static hui_value contrast(const hui_expr_call *call)
{
    const double first = luminance_of(call, 0), second = luminance_of(call, 1);
    const double lighter = first > second ? first : second, darker = first > second ? second : first;
    return hui_value_number((lighter + 0.05) / (darker + 0.05));
}

const hui_expr_function hui_expr_color_functions[] = {HUI_EXPR_VARIANT("rgb", make_color, HUI_SPACE_RGB),
                                                      HUI_EXPR_VARIANT("hsl", make_color, HUI_SPACE_HSL),
                                                      HUI_EXPR_VARIANT("lab", make_color, HUI_SPACE_LAB),
                                                      HUI_EXPR_VARIANT("hcl", make_color, HUI_SPACE_HCL),
                                                      HUI_EXPR_FUNCTION("luminance", luminance),
                                                      HUI_EXPR_FUNCTION("contrast", contrast),
                                                      {0}};
