/* Alternative texts: the kind of chart, what it shows of what, how many, the extremes, and where a series goes. */
#include "chart/alt.h"

#include "chart/chinese.h"
#include "chart/encode.h"

#include <math.h>
#include <string.h>

/* What is told of a unit. */
typedef struct story {
    hui_charting *chart;
    const hui_view *unit;
    const hui_channel_def *measure, *dimension, *parts; /* NULL: there is none */
    hui_accessor values, labels;
    size_t count, low, high; /* rows with values; of the extremes */
    double sum;
    bool chinese;
} story;

static const char *const mark_names[][2] = {
    [HUI_MARK_KIND_ARC] = {"Pie chart", "饼图"},         [HUI_MARK_KIND_AREA] = {"Area chart", "面积图"},
    [HUI_MARK_KIND_BAR] = {"Bar chart", "柱形图"},       [HUI_MARK_KIND_CIRCLE] = {"Scatter plot", "散点图"},
    [HUI_MARK_KIND_GEOSHAPE] = {"Map", "地图"},          [HUI_MARK_KIND_IMAGE] = {"Images", "图片"},
    [HUI_MARK_KIND_LINE] = {"Line chart", "折线图"},     [HUI_MARK_KIND_POINT] = {"Scatter plot", "散点图"},
    [HUI_MARK_KIND_RECT] = {"Heat map", "热力图"},       [HUI_MARK_KIND_RULE] = {"Lines", "线条图"},
    [HUI_MARK_KIND_SQUARE] = {"Scatter plot", "散点图"}, [HUI_MARK_KIND_TEXT] = {"Labels", "文字"},
    [HUI_MARK_KIND_TICK] = {"Strip plot", "刻度图"},     [HUI_MARK_KIND_TRAIL] = {"Line chart", "折线图"},
};

static bool measures(const hui_channel_def *def)
{
    return hui_def_is_field(def) && def->type == HUI_QUANTITATIVE && !def->bins;
}

static void find_fields(story *s)
{
    static const hui_channel measured[] = {HUI_CHANNEL_Y,     HUI_CHANNEL_X,    HUI_CHANNEL_THETA,
                                           HUI_CHANNEL_COLOR, HUI_CHANNEL_SIZE, HUI_CHANNEL_RADIUS};
    static const hui_channel named[] = {HUI_CHANNEL_X, HUI_CHANNEL_Y, HUI_CHANNEL_COLOR, HUI_CHANNEL_FILL};
    const bool flat = s->unit->orient == HUI_HORIZONTAL;
    for (size_t i = 0; !s->measure && i < sizeof measured / sizeof *measured; i++) {
        const hui_channel channel = flat && i < 2 ? measured[1 - i] : measured[i];
        s->measure = measures(s->unit->channels[channel]) ? s->unit->channels[channel] : NULL;
    }
    for (size_t i = 0; !s->dimension && i < sizeof named / sizeof *named; i++) {
        const hui_channel_def *def = s->unit->channels[flat && i < 2 ? named[1 - i] : named[i]];
        s->dimension = hui_def_is_field(def) && def != s->measure ? def : NULL;
    }
    const hui_channel_def *color = hui_unit_scaled(s->unit, HUI_CHANNEL_COLOR);
    if (hui_def_is_field(color) && color != s->dimension && color != s->measure)
        s->parts = color;
}

static void find_extremes(story *s)
{
    const hui_table *table = s->unit->main;
    s->values = hui_accessor_new(s->chart->arena, table, s->measure->column);
    s->labels = s->dimension ? hui_accessor_new(s->chart->arena, table, s->dimension->column) : (hui_accessor){0};
    for (size_t i = 0; i < table->rows; i++) {
        const double value = hui_value_to_number(hui_accessor_value(&s->values, i));
        if (!isfinite(value))
            continue;
        s->low = s->count == 0 || value < hui_value_to_number(hui_accessor_value(&s->values, s->low)) ? i : s->low;
        s->high = s->count == 0 || value > hui_value_to_number(hui_accessor_value(&s->values, s->high)) ? i : s->high;
        s->count++;
    }
}

static const char *title_of(const story *s, const hui_channel_def *def)
{
    const hui_json *axis = hui_spec_find(def->json, "axis.title"), *own = hui_json_find(def->json, "title");
    const char *text = hui_json_text(s->chart->arena, own);
    if (!text || !*text)
        text = hui_json_text(s->chart->arena, axis);
    return text && *text ? text : hui_def_title(s->chart, def);
}

/* To five significant digits: means have endless ones. */
static double rounded(double number)
{
    const double digits = 4 - floor(log10(fabs(number)));
    if (!isfinite(digits) || digits > 300 || digits < -300)
        return number;
    const double scale = pow(10, fabs(digits));
    return digits < 0 ? round(number / scale) * scale : round(number * scale) / scale;
}

static const char *text_at(const story *s, const hui_channel_def *def, const hui_accessor *field, size_t row)
{
    hui_value value = hui_accessor_value(field, row);
    if (value.kind == HUI_VALUE_NUMBER && def->type == HUI_QUANTITATIVE)
        value.number = rounded(value.number);
    return hui_def_text(s->chart, def, value, (hui_value){0}, NULL, NULL);
}

static const char *extreme(const story *s, size_t row)
{
    const char *value = text_at(s, s->measure, &s->values, row);
    if (!s->dimension)
        return value;
    const char *label = text_at(s, s->dimension, &s->labels, row);
    return hui_arena_printf(s->chart->arena, s->chinese ? "%s（%s）" : "%s (%s)", value, label);
}

/* Where a single series goes from its first to its last row; "" where rows have no order of their own. */
static const char *trend(const story *s)
{
    const hui_mark_kind kind = s->unit->mark_kind;
    const bool cloud = kind == HUI_MARK_KIND_POINT || kind == HUI_MARK_KIND_CIRCLE || kind == HUI_MARK_KIND_SQUARE;
    const bool along = s->dimension && (s->dimension->type == HUI_TEMPORAL || s->dimension->type == HUI_QUANTITATIVE);
    const bool ordered = along && !cloud;
    const hui_table *table = s->unit->main;
    size_t first = 0, last = 0;
    if (!ordered || s->parts || s->count < 2)
        return "";
    for (size_t i = 0; i < table->rows; i++) {
        const hui_value at = hui_accessor_value(&s->labels, i);
        first = hui_value_compare(at, hui_accessor_value(&s->labels, first)) < 0 ? i : first;
        last = hui_value_compare(at, hui_accessor_value(&s->labels, last)) > 0 ? i : last;
    }
    const double from = hui_value_to_number(hui_accessor_value(&s->values, first));
    const double to = hui_value_to_number(hui_accessor_value(&s->values, last));
    if (!isfinite(from) || !isfinite(to) || !(from < to || from > to))
        return "";
    const char *a = text_at(s, s->measure, &s->values, first), *b = text_at(s, s->measure, &s->values, last);
    if (s->chinese)
        return hui_arena_printf(s->chart->arena, "；由%s%s到%s", a, to > from ? "升" : "降", b);
    return hui_arena_printf(s->chart->arena, "; it %s from %s to %s", to > from ? "rises" : "falls", a, b);
}

static const char *fields_text(const story *s)
{
    hui_arena *arena = s->chart->arena;
    const char *measure = title_of(s, s->measure), *dimension = s->dimension ? title_of(s, s->dimension) : NULL;
    const char *parts = s->parts ? title_of(s, s->parts) : NULL;
    const char *text = measure;
    if (dimension && *dimension)
        text = hui_arena_printf(arena, s->chinese ? "%s（按%s" : "%s by %s", text, dimension);
    if (parts && *parts)
        text = hui_arena_printf(arena, s->chinese ? (dimension && *dimension ? "%s、%s" : "%s（按%s") : "%s and %s",
                                text, parts);
    const bool open = s->chinese && ((dimension && *dimension) || (parts && *parts));
    return open ? hui_arena_printf(arena, "%s）", text) : text;
}

static const char *tell_unit(hui_charting *chart, const hui_view *unit)
{
    story s = {.chart = chart, .unit = unit, .chinese = hui_chart_is_chinese(chart)};
    const char *kind = mark_names[unit->mark_kind][s.chinese];
    find_fields(&s);
    if (!s.measure)
        return kind;
    find_extremes(&s);
    const char *fields = fields_text(&s);
    if (s.count == 0)
        return hui_arena_printf(chart->arena, s.chinese ? "%s：%s" : "%s: %s", kind, fields);
    if (s.chinese)
        return hui_arena_printf(chart->arena, "%s：%s，%zu个值，最大%s，最小%s%s", kind, fields, s.count,
                                extreme(&s, s.high), extreme(&s, s.low), trend(&s));
    return hui_arena_printf(chart->arena, "%s: %s, %zu value%s, largest %s, smallest %s%s", kind, fields, s.count,
                            s.count == 1 ? "" : "s", extreme(&s, s.high), extreme(&s, s.low), trend(&s));
}

/* How much a unit says: marks that show a measure, then other marks, then what only goes with them. */
static int weight_of(const hui_view *unit)
{
    const hui_mark_kind kind = unit->mark_kind;
    story s = {.chart = unit->chart, .unit = unit};
    if (kind == HUI_MARK_KIND_TEXT || kind == HUI_MARK_KIND_RULE || kind == HUI_MARK_KIND_TICK)
        return 1;
    find_fields(&s);
    return s.measure ? 3 : 2;
}

/* The unit of a layer that says most; the first of those that say as much. */
static const hui_view *main_unit(const hui_view *view)
{
    if (view->kind == HUI_VIEW_UNIT)
        return view;
    const hui_view *best = NULL;
    for (size_t i = 0; i < view->child_count; i++) {
        const hui_view *unit = main_unit(view->children[i]);
        if (unit && (!best || weight_of(unit) > weight_of(best)))
            best = unit;
    }
    return best;
}

static const char *tell(hui_charting *chart, const hui_view *view)
{
    if (view->kind == HUI_VIEW_CONCAT) {
        const char *text = "";
        for (size_t i = 0; i < view->child_count && i < 8; i++)
            text = hui_arena_printf(chart->arena, "%s%s%s", text, i ? "\n" : "", tell(chart, view->children[i]));
        return text;
    }
    const hui_view *unit = main_unit(view);
    return unit ? tell_unit(chart, unit) : "";
}

const char *hui_chart_alt(hui_charting *chart, const hui_view *root)
{
    return tell(chart, root);
}
