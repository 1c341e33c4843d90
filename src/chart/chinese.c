/* Chinese dates. */
#include "chart/chinese.h"

#include "data/format.h"

#include <string.h>

bool hui_chart_is_chinese(const hui_charting *chart)
{
    const char *lang = chart->options->lang;
    return chart->options->theme && lang && !strncmp(lang, "zh", 2);
}

static const struct {
    unsigned parts;
    const char *format;
} formats[] = {
    {HUI_TIME_YEAR, "%Y年"},
    {HUI_TIME_YEAR | HUI_TIME_QUARTER, "%Y年%q季度"},
    {HUI_TIME_YEAR | HUI_TIME_MONTH, "%Y年%-m月"},
    {HUI_TIME_YEAR | HUI_TIME_MONTH | HUI_TIME_DATE, "%Y年%-m月%-d日"},
    {HUI_TIME_QUARTER, "%q季度"},
    {HUI_TIME_MONTH, "%-m月"},
    {HUI_TIME_MONTH | HUI_TIME_DATE, "%-m月%-d日"},
    {HUI_TIME_WEEK, "第%-U周"},
    {HUI_TIME_DATE, "%-d日"},
    {HUI_TIME_DAY, "%a"},
    {HUI_TIME_HOURS, "%-H时"},
    {HUI_TIME_HOURS | HUI_TIME_MINUTES, "%H:%M"},
    {HUI_TIME_HOURS | HUI_TIME_MINUTES | HUI_TIME_SECONDS, "%H:%M:%S"},
};

const char *hui_chart_unit_format(const hui_charting *chart, hui_time_unit unit)
{
    if (!hui_chart_is_chinese(chart))
        return hui_time_unit_format(chart->arena, unit);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (formats[i].parts == unit.parts)
            return formats[i].format;
    return unit.parts & HUI_TIME_HOURS ? "%-m月%-d日 %H:%M" : "%Y年%-m月%-d日";
}

const char *hui_chart_tick_format(const hui_charting *chart, double ms)
{
    const hui_date date = hui_date_of(ms);
    if (!hui_chart_is_chinese(chart))
        return hui_format_time_tick(ms);
    if (date.milliseconds || date.seconds)
        return "%H:%M:%S";
    if (date.hours || date.minutes)
        return "%H:%M";
    return date.day != 1 ? "%-d日" : date.month != 0 ? "%-m月" : "%Y年";
}

static const char *weekday(hui_arena *arena, const char *text)
{
    static const char *const names[][2] = {{"Sun", "周日"}, {"Mon", "周一"}, {"Tue", "周二"}, {"Wed", "周三"},
                                           {"Thu", "周四"}, {"Fri", "周五"}, {"Sat", "周六"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(text, names[i][0]))
            return hui_arena_string(arena, names[i][1]);
    return text;
}

const char *hui_chart_date_text(const hui_charting *chart, const char *specifier, double ms)
{
    const char *text = hui_format_time(chart->arena, specifier, ms);
    if (!text)
        return "";
    return hui_chart_is_chinese(chart) ? weekday(chart->arena, text) : text;
}
