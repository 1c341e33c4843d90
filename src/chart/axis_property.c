/* Properties of an axis that is drawn. */
#include "base/hash.h"
#include "chart/axis_drawing.h"
#include "chart/encode.h"
#include "chart/params.h"

#include <math.h>
#include <string.h>

/* Every tick asks for the same properties: each is looked up once. */
enum { MOST_FOUND = HUI_AXIS_SLOTS * 3 / 4 };

const hui_json *hui_axis_find(const hui_axis_drawing *d, const char *key)
{
    hui_axis_found *found = d->found;
    const uint32_t hash = hui_hash_bytes(HUI_HASH_START, key, strlen(key));
    size_t slot = hash % HUI_AXIS_SLOTS;
    for (; found->at[slot].key; slot = (slot + 1) % HUI_AXIS_SLOTS)
        if (found->at[slot].hash == hash && !strcmp(found->at[slot].key, key))
            return found->at[slot].value;
    const hui_json *own = hui_split_find(d->part->props, key), *value = own ? own : hui_axis_look_find(&d->look, key);
    if (found->count < MOST_FOUND) {
        found->at[slot].key = hui_arena_string(d->arena, key);
        found->at[slot].hash = hash;
        found->at[slot].value = value;
        found->count++;
    }
    return value;
}

static hui_value tick_datum(const hui_axis_drawing *d, const hui_tick *t)
{
    hui_member *members = HUI_NEW_ARRAY(d->arena, hui_member, 3);
    members[0] = (hui_member){"value", t->value};
    members[1] = (hui_member){"label", hui_value_string(t->label)};
    members[2] = (hui_member){"index", hui_value_number(t->index)};
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = 3, .members = members};
}

hui_value hui_axis_evaluate(const hui_axis_drawing *d, const char *expression, hui_place place, const hui_tick *t)
{
    const hui_expr *expr = hui_chart_expr(d->chart, expression, place);
    const hui_expr_scope scope = {
        .arena = d->arena, .datum = tick_datum(d, t), .params = d->chart->params, .random = &d->chart->random};
    return expr ? hui_expr_value(expr, &scope) : (hui_value){0};
}

static bool holds(const hui_axis_drawing *d, const hui_json *condition, const hui_tick *t)
{
    const hui_json *test = hui_json_find(condition, "test");
    const hui_predicate *predicate = hui_chart_predicate(d->chart, test ? test : condition);
    const hui_expr_scope scope = {.arena = d->arena, .datum = tick_datum(d, t), .params = d->chart->params};
    return predicate && hui_predicate_true(predicate, &scope);
}

/* A property at a tick: what its conditions say there. */
const hui_json *hui_axis_find_at(const hui_axis_drawing *d, const char *key, const hui_tick *t)
{
    const hui_json *found = hui_axis_find(d, key);
    const hui_json *condition = hui_json_is(found, HUI_JSON_OBJECT) ? hui_json_find(found, "condition") : NULL;
    if (!condition) {
        const char *expression = hui_json_expression(found);
        return expression
                   ? hui_json_from_value(
                         d->arena, hui_axis_evaluate(d, expression, hui_json_place(d->arena, found->first), t), found)
                   : found;
    }
    const bool one = condition->kind == HUI_JSON_OBJECT;
    for (const hui_json *c = one ? condition : condition->first; c; c = one ? NULL : c->next)
        if (holds(d, c, t))
            return hui_json_find(c, "value");
    return hui_json_find(found, "value");
}

double hui_axis_number_at(const hui_axis_drawing *d, const char *key, const hui_tick *t, double fallback)
{
    return hui_json_number(hui_axis_find_at(d, key, t), fallback);
}

double hui_axis_number(const hui_axis_drawing *d, const char *key, double fallback)
{
    return hui_json_number(hui_axis_find(d, key), fallback);
}

hui_color hui_axis_color(const hui_json *json)
{
    hui_color color = {0};
    if (hui_json_is(json, HUI_JSON_STRING))
        hui_color_css(json->string, &color);
    return color;
}

/* Text style of labels ("label") or title ("title"), from properties and the guide's style. */
hui_label_style hui_axis_text_style(const hui_axis_drawing *d, const char *prefix, const hui_tick *t)
{
    const bool title = prefix[0] == 't';
    const hui_json *style = hui_spec_find(d->chart->config, title ? "style.guide-title" : "style.guide-label");
    const hui_json *vega = hui_json_find(hui_json_find(hui_spec_find(d->chart->config, "vega"), "style"),
                                         title ? "guide-title" : "guide-label");
    char key[64];
    const char *names[] = {"Font", "FontSize", "FontWeight", "FontStyle"},
               *styles[] = {"font", "fontSize", "fontWeight", "fontStyle"};
    const hui_json *found[4];
    for (int i = 0; i < 4; i++) {
        strcpy(key, prefix);
        strcat(key, names[i]);
        found[i] = t ? hui_axis_find_at(d, key, t) : hui_axis_find(d, key);
        if (!found[i])
            found[i] = hui_json_first(hui_spec_find(style, styles[i]), hui_spec_find(vega, styles[i]));
    }
    return (hui_label_style){.font = hui_json_string(found[0], NULL),
                             .size = hui_json_number(found[1], title ? 11 : 10),
                             .weight = hui_json_weight(found[2], 400),
                             .italic = hui_json_is_string(found[3], "italic"),
                             .limit = hui_axis_number(d, title ? "titleLimit" : "labelLimit", 0),
                             .line_height = hui_axis_number(d, title ? "titleLineHeight" : "labelLineHeight", 0)};
}

hui_color hui_axis_text_color(const hui_axis_drawing *d, const char *key, const char *style_name, const hui_tick *t)
{
    const hui_json *found = t ? hui_axis_find_at(d, key, t) : hui_axis_find(d, key);
    if (!found) {
        const hui_json *style = hui_json_find(hui_json_find(d->chart->config, "style"), style_name);
        const hui_json *vega =
            hui_json_find(hui_json_find(hui_json_find(d->chart->config, "vega"), "style"), style_name);
        found = hui_json_first(hui_spec_find(style, "fill"), hui_spec_find(vega, "fill"));
    }
    return hui_axis_color(found);
}
