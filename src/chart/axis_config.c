/* Config of axes: which of its objects speak of an axis. */
#include "chart/axis.h"

#include <string.h>

static void add(hui_arena *arena, hui_axis_look *look, const hui_json *object)
{
    if (hui_json_is(object, HUI_JSON_OBJECT) && object->count > 0)
        *hui_vec_push(arena, look) = object;
}

/* A style, or several of which the last is the strongest. */
static void add_styles(const hui_charting *chart, hui_axis_look *look, const hui_json *style)
{
    const hui_json *styles = hui_json_find(chart->config, "style");
    const bool several = hui_json_is(style, HUI_JSON_ARRAY);
    for (size_t i = several ? style->count : 1; styles && i-- > 0;) {
        const hui_json *name = several ? hui_json_at(style, i) : style;
        if (hui_json_is(name, HUI_JSON_STRING))
            add(chart->arena, look, hui_json_find(styles, name->string));
    }
}

/* The parts of config that may speak of an axis, the strongest first; up to 8. */
static size_t name_parts(const hui_charting *chart, hui_channel channel, hui_scale_type type, const char *orient,
                         const char *parts[8])
{
    static const char *const kinds[] = {"Quantitative", "Temporal", "Point", "Band"};
    const char *xy = channel == HUI_CHANNEL_X ? "X" : "Y";
    const unsigned traits = hui_scale_traits(type);
    const int kind = type == HUI_SCALE_BAND            ? 3
                     : type == HUI_SCALE_POINT         ? 2
                     : (traits & HUI_SCALE_TEMPORAL)   ? 1
                     : (traits & HUI_SCALE_CONTINUOUS) ? 0
                                                       : -1;
    size_t count = 0;
    if (kind >= 0) {
        parts[count++] = hui_arena_printf(chart->arena, "axis%s%s", xy, kinds[kind]);
        if (kind >= 2)
            parts[count++] = hui_arena_printf(chart->arena, "axis%sDiscrete", xy);
        parts[count++] = hui_arena_printf(chart->arena, "axis%s", kinds[kind]);
        if (kind >= 2)
            parts[count++] = "axisDiscrete";
    }
    parts[count++] = *xy == 'X' ? "axisX" : "axisY";
    parts[count++] = !strcmp(orient, "top")     ? "axisTop"
                     : !strcmp(orient, "left")  ? "axisLeft"
                     : !strcmp(orient, "right") ? "axisRight"
                                                : "axisBottom";
    parts[count++] = "axis";
    return count;
}

hui_axis_look hui_axis_look_new(const hui_charting *chart, hui_channel channel, hui_scale_type type, const char *orient,
                                const hui_json *style)
{
    hui_axis_look look = {0};
    const char *parts[8];
    const hui_json *objects[8];
    const size_t count = name_parts(chart, channel, type, orient, parts);
    add_styles(chart, &look, style);
    for (size_t i = 0; i < count; i++) {
        objects[i] = hui_json_find(chart->config, parts[i]);
        add(chart->arena, &look, objects[i]);
    }
    for (size_t i = 0; i < count; i++)
        if (objects[i])
            add_styles(chart, &look, hui_json_find(objects[i], "style"));
    return look;
}

void hui_axis_look_add_vega(const hui_charting *chart, hui_axis_look *look, hui_scale_type type)
{
    const hui_json *vega = hui_json_find(chart->config, "vega");
    if (!vega)
        return;
    if (type == HUI_SCALE_BAND)
        add(chart->arena, look, hui_json_find(vega, "axisBand"));
    add(chart->arena, look, hui_json_find(vega, "axis"));
}

const hui_json *hui_axis_look_find(const hui_axis_look *look, const char *key)
{
    const hui_json *found = NULL;
    for (size_t i = 0; !found && i < look->count; i++)
        found = hui_json_find(look->at[i], key);
    return found;
}
