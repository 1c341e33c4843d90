/* Texts of values: numbers and dates of a definition as marks, tooltips and headers show them. */
#include "chart/chinese.h"
#include "chart/encode.h"

#include "data/format.h"

#include <math.h>
#include <string.h>

static const char *number_text(hui_charting *chart, const char *format, hui_value value)
{
    const double number = hui_value_to_number(value);
    char *text = hui_format_number(chart->arena, format ? format : "", number);
    return text ? text : hui_number_string(chart->arena, number);
}

static const char *date_text(hui_charting *chart, const hui_channel_def *def, hui_value value, const char *format)
{
    const char *specifier = format;
    if (!specifier)
        specifier = def->unit.parts ? hui_chart_unit_format(chart, def->unit)
                                    : hui_spec_string(chart->config, "timeFormat", "%b %d, %Y");
    const double ms = value.kind == HUI_VALUE_STRING ? hui_date_parse(value.string) : hui_value_to_number(value);
    return hui_chart_date_text(chart, specifier, ms);
}

static const char *plain_text(hui_charting *chart, hui_value value)
{
    if (value.kind == HUI_VALUE_ARRAY) {
        const char *text = "";
        for (uint32_t i = 0; i < value.count; i++)
            text = hui_arena_printf(chart->arena, "%s%s%s", text, i ? "\n" : "",
                                    hui_value_to_string(chart->arena, value.items[i]));
        return text;
    }
    return hui_value_to_string(chart->arena, value);
}

const char *hui_def_text(hui_charting *chart, const hui_channel_def *def, hui_value value, hui_value end,
                         const char *format, const char *format_type)
{
    const bool timed = format_type ? !strcmp(format_type, "time") : def->type == HUI_TEMPORAL || def->unit.parts;
    if (timed)
        return date_text(chart, def, value, format);
    const bool numeric = def->type == HUI_QUANTITATIVE;
    const char *specifier = format ? format : numeric ? hui_spec_string(chart->config, "numberFormat", NULL) : NULL;
    if (def->bins && end.kind != HUI_VALUE_UNDEFINED) {
        if (!hui_value_valid(value) || !isfinite(hui_value_to_number(value)))
            return "null";
        return hui_arena_printf(chart->arena, "%s – %s", number_text(chart, specifier, value),
                                number_text(chart, specifier, end));
    }
    return specifier || numeric ? number_text(chart, specifier, value) : plain_text(chart, value);
}
