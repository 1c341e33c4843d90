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

static bool is_timed(const hui_channel_def *def, const char *format_type)
{
    return format_type ? !strcmp(format_type, "time") : def->type == HUI_TEMPORAL || def->unit.parts;
}

static const char *date_text(hui_charting *chart, hui_value value, const char *specifier)
{
    const double ms = value.kind == HUI_VALUE_STRING ? hui_date_parse(value.string) : hui_value_to_number(value);
    return hui_chart_date_text(chart, specifier, ms);
}

const char *hui_value_lines(hui_arena *arena, hui_value value)
{
    if (value.kind != HUI_VALUE_ARRAY)
        return hui_value_to_string(arena, value);
    const char **lines = HUI_NEW_ARRAY(arena, const char *, value.count);
    for (uint32_t i = 0; i < value.count; i++)
        lines[i] = hui_value_to_string(arena, value.items[i]);
    return hui_arena_join(arena, lines, value.count, "\n");
}

const char *hui_def_format(hui_charting *chart, const hui_channel_def *def, const char *given, const char *format_type)
{
    if (given)
        return given;
    if (is_timed(def, format_type))
        return def->unit.parts ? hui_chart_unit_format(chart, def->unit)
                               : hui_spec_string(chart->config, "timeFormat", "%b %d, %Y");
    return def->type == HUI_QUANTITATIVE ? hui_spec_string(chart->config, "numberFormat", "") : NULL;
}

const char *hui_def_text(hui_charting *chart, const hui_channel_def *def, hui_value value, hui_value end,
                         const char *format, const char *format_type)
{
    const char *specifier = hui_def_format(chart, def, format, format_type);
    if (is_timed(def, format_type))
        return date_text(chart, value, specifier);
    if (def->bins && end.kind != HUI_VALUE_UNDEFINED) {
        if (!hui_value_valid(value) || !isfinite(hui_value_to_number(value)))
            return "null";
        return hui_arena_printf(chart->arena, "%s – %s", number_text(chart, specifier, value),
                                number_text(chart, specifier, end));
    }
    return specifier ? number_text(chart, specifier, value) : hui_value_lines(chart->arena, value);
}
