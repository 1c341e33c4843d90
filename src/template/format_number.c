/* Formats of numbers: by d3's specifiers, and what these do not have. */
#include "template/text_format.h"

#include "data/format.h"

#include <math.h>
#include <string.h>

static hui_value by_specifier(hui_formatting *f, const char *specifier, double number)
{
    return hui_value_string(hui_format_number(f->arena, specifier, number));
}

/* "BEFORE.NAFTER", or with `otherwise` where no decimals are asked for. */
static hui_value with_decimals(hui_formatting *f, double number, const char *before, const char *decimals,
                               const char *after, const char *otherwise)
{
    const char *specifier = decimals ? hui_arena_printf(f->arena, "%s.%s%s", before, decimals, after) : otherwise;
    return by_specifier(f, specifier, number);
}

hui_value hui_format_group(hui_formatting *f, hui_value value, const char *const *arguments)
{
    return with_decimals(f, value.number, ",", arguments[0], "f", ",.12~f");
}

hui_value hui_format_fixed(hui_formatting *f, hui_value value, const char *const *arguments)
{
    return with_decimals(f, value.number, "", arguments[0], "f", NULL);
}

/* By way of the decimal text, so that 0.1 comes out as 0.1. */
hui_value hui_format_round(hui_formatting *f, hui_value value, const char *const *arguments)
{
    const hui_value text = with_decimals(f, fabs(value.number), "", arguments[0], "f", ".0f");
    const double rounded = hui_value_to_number(text);
    return hui_value_number(value.number < 0 && rounded > 0 ? -rounded : rounded);
}

hui_value hui_format_percent(hui_formatting *f, hui_value value, const char *const *arguments)
{
    return with_decimals(f, value.number, "", arguments[0], "%", ".0%");
}

hui_value hui_format_sign(hui_formatting *f, hui_value value, const char *const *arguments)
{
    return value.number == 0 ? with_decimals(f, 0, "", arguments[0], "f", "~f")
                             : with_decimals(f, value.number, "+", arguments[0], "f", "+.12~f");
}

hui_value hui_format_wan(hui_formatting *f, hui_value value, const char *const *arguments)
{
    return with_decimals(f, value.number, "", arguments[0], "wan", "wan");
}

hui_value hui_format_yi(hui_formatting *f, hui_value value, const char *const *arguments)
{
    return with_decimals(f, value.number, "", arguments[0], "yi", "yi");
}

hui_value hui_format_wanyi(hui_formatting *f, hui_value value, const char *const *arguments)
{
    return with_decimals(f, value.number, "", arguments[0], "cn", "cn");
}

hui_value hui_format_rank(hui_formatting *f, hui_value value, const char *const *arguments)
{
    (void)arguments;
    return hui_value_string(hui_arena_printf(f->arena, "第%s", hui_number_string(f->arena, value.number)));
}

hui_value hui_format_ordinal(hui_formatting *f, hui_value value, const char *const *arguments)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    (void)arguments;
    if (value.number < 0 || value.number != floor(value.number)) {
        f->fault = "is no whole number, so it has no ordinal";
        return value;
    }
    const int tens = (int)fmod(floor(value.number / 10), 10), ones = (int)fmod(value.number, 10);
    return hui_value_string(hui_arena_printf(f->arena, "%s%s", hui_number_string(f->arena, value.number),
                                             endings[tens != 1 && ones < 4 ? ones : 0]));
}

hui_value hui_format_format(hui_formatting *f, hui_value value, const char *const *arguments)
{
    return by_specifier(f, arguments[0], value.number);
}

hui_value hui_format_number_value(hui_formatting *f, hui_value value, const char *const *arguments)
{
    (void)f, (void)arguments;
    return value;
}
