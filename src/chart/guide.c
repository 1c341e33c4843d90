/* Guides: properties by name, with config behind them, and the texts they describe. */
#include "chart/guide.h"

#include "chart/encode.h"
#include "chart/params.h"
#include "json/make.h"

#include <math.h>
#include <string.h>

const hui_json *hui_guide_value(const hui_frame *frame, const hui_json *json)
{
    const char *expression = hui_json_expression(json);
    if (!expression)
        return hui_json_is(json, HUI_JSON_NULL) ? NULL : json;
    hui_charting *chart = frame->chart;
    const hui_expr *expr = hui_chart_expr(chart, expression, hui_json_place(chart->arena, json->first));
    const hui_expr_scope scope = {.arena = chart->arena, .params = hui_frame_params(frame), .random = &chart->random};
    const hui_value value = expr ? hui_expr_value(expr, &scope) : (hui_value){0};
    if (value.kind == HUI_VALUE_UNDEFINED || value.kind == HUI_VALUE_NULL)
        return NULL;
    return hui_json_from_value(chart->arena, value, json);
}

const hui_json *hui_guide_find(const hui_guide_props *props, const char *key)
{
    for (size_t i = 0; i < sizeof props->objects / sizeof *props->objects; i++) {
        const hui_json *found = props->objects[i] ? hui_json_find(props->objects[i], key) : NULL;
        const hui_json *value = found ? hui_guide_value(props->frame, found) : NULL;
        if (value)
            return value;
    }
    return NULL;
}

double hui_guide_number(const hui_guide_props *props, const char *key, double fallback)
{
    return hui_json_number(hui_guide_find(props, key), fallback);
}

const char *hui_guide_word(const hui_guide_props *props, const char *key, const char *fallback)
{
    return hui_json_string(hui_guide_find(props, key), fallback);
}

/* Config
 * ------ */

static const hui_json *with_defaults(hui_arena *arena, const hui_json *defaults, const hui_json *given)
{
    if (!hui_json_is(given, HUI_JSON_OBJECT))
        return defaults;
    hui_json *merged = defaults ? hui_json_copy(arena, defaults) : hui_json_make(arena, HUI_JSON_OBJECT, given);
    for (const hui_json *member = given->first; member; member = member->next) {
        if (member->kind == HUI_JSON_NULL)
            hui_json_remove(arena, merged, member->key);
        else
            hui_json_put(arena, merged, member->key, member);
    }
    return merged;
}

static const hui_json *object_member(const hui_json *object, const char *key)
{
    const hui_json *found = hui_json_is(object, HUI_JSON_OBJECT) ? hui_json_find(object, key) : NULL;
    return hui_json_is(found, HUI_JSON_OBJECT) ? found : NULL;
}

const hui_json *hui_guide_config(const hui_charting *chart, const char *name)
{
    return with_defaults(chart->arena, object_member(object_member(chart->config, "vega"), name),
                         object_member(chart->config, name));
}

const hui_json *hui_guide_style(const hui_charting *chart, const char *style)
{
    const hui_json *vega = object_member(object_member(chart->config, "vega"), "style");
    return with_defaults(chart->arena, object_member(vega, style),
                         object_member(object_member(chart->config, "style"), style));
}

/* Marks
 * ----- */

typedef struct text_source {
    const hui_guide_props *props;
    const char *prefix;
    const hui_json *style;
} text_source;

/* "label" and "FontSize" make labelFontSize; without a prefix it is fontSize, as it is in the style. */
static const hui_json *find_text(const text_source *source, const char *name, const char *style_name)
{
    char key[64];
    const size_t length = strlen(source->prefix), rest = strlen(name);
    if (length + rest >= sizeof key)
        return NULL;
    memcpy(key, source->prefix, length);
    memcpy(key + length, name, rest + 1);
    if (length == 0)
        key[0] = (char)(key[0] - 'A' + 'a');
    const hui_json *found = hui_guide_find(source->props, key);
    const hui_json *style = !found && source->style ? hui_json_find(source->style, style_name) : NULL;
    return style ? hui_guide_value(source->props->frame, style) : found;
}

void hui_guide_text(const hui_guide_props *props, const char *prefix, const hui_json *style, hui_mark_item *item)
{
    const text_source source = {props, prefix, style};
    item->text.style = (hui_label_style){
        .font = hui_json_string(find_text(&source, "Font", "font"), NULL),
        .size = hui_json_number(find_text(&source, "FontSize", "fontSize"), 11),
        .weight = hui_json_weight(find_text(&source, "FontWeight", "fontWeight"), 400),
        .italic = hui_json_is_string(find_text(&source, "FontStyle", "fontStyle"), "italic"),
        .limit = hui_json_number(find_text(&source, "Limit", "limit"), 0),
        .line_height = hui_json_number(find_text(&source, "LineHeight", "lineHeight"), 0),
    };
    item->opacity = item->stroke_opacity = 1;
    item->fill_opacity = hui_json_number(find_text(&source, "Opacity", "fillOpacity"), 1);
    hui_guide_paint(props->frame->chart->arena, find_text(&source, "Color", "fill"), &item->fill, &item->fill_gradient);
}

void hui_guide_paint(hui_arena *arena, const hui_json *json, hui_color *color, const hui_gradient **gradient)
{
    *color = (hui_color){0};
    *gradient = hui_json_is(json, HUI_JSON_OBJECT) ? hui_gradient_read(arena, json) : NULL;
    if (hui_json_is(json, HUI_JSON_STRING) && !hui_color_css(json->string, color))
        *color = (hui_color){0};
}

hui_mark *hui_guide_mark(hui_arena *arena, hui_guide_marks *marks, hui_mark_type type, const char *role, size_t count)
{
    hui_mark *mark = hui_vec_push(arena, marks);
    *mark = (hui_mark){.type = type, .role = role, .items = HUI_NEW_ARRAY(arena, hui_mark_item, count + 1)};
    mark->item_count = count;
    for (size_t i = 0; i < count; i++)
        mark->items[i].opacity = mark->items[i].fill_opacity = mark->items[i].stroke_opacity = 1;
    return mark;
}

hui_rect hui_rect_none(void)
{
    return (hui_rect){0, 0, -1, -1};
}

hui_rect hui_rect_join(hui_rect a, hui_rect b)
{
    if (a.w < 0 || b.w < 0)
        return a.w < 0 ? b : a;
    const double x = fmin(a.x, b.x), y = fmin(a.y, b.y);
    return (hui_rect){x, y, fmax(a.x + a.w, b.x + b.w) - x, fmax(a.y + a.h, b.y + b.h) - y};
}
