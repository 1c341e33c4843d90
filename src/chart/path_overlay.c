/* Lines and areas with points on them, areas with lines along them: a layer for each. */
#include "chart/normalize_parts.h"

#include <string.h>

/* What the mark says of its points or line, or else config; NULL: there are none. `true` stands for an empty object. */
static const hui_json *find_overlay(const hui_json *unit, const hui_json *config, const char *key)
{
    const hui_json *mark = hui_json_find(unit, "mark"), *own = hui_spec_find(mark, key);
    return hui_json_if_truthy(own ? own : hui_spec_find(hui_spec_find(config, hui_mark_type_word(unit)), key));
}

/* Shapes are for points, so an encoding of them asks for points as well. */
static const hui_json *find_points(const hui_json *unit, const hui_json *config)
{
    const hui_json *points = find_overlay(unit, config, "point");
    if (!points && !hui_spec_find(hui_json_find(unit, "mark"), "point"))
        points = hui_json_if_truthy(hui_spec_find(hui_json_find(unit, "encoding"), "shape"));
    return points;
}

static const hui_json *find_line(const hui_json *unit, const hui_json *config)
{
    return strcmp(hui_mark_type_word(unit), "area") ? NULL : find_overlay(unit, config, "line");
}

bool hui_path_overlay_matches(const hui_json *unit, const hui_json *config)
{
    static const char *const words[] = {"line", "area", "rule", "trail"};
    const char *word = hui_mark_type_word(unit);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(word, words[i]))
            return find_points(unit, config) || find_line(unit, config);
    return false;
}

/* The mark itself, without its overlays; an area under one is lighter. */
static const hui_json *find_base(hui_rewrite *r, const hui_json *mark, const hui_json *config)
{
    static const char *const overlays[] = {"point", "line", NULL};
    hui_json *base = hui_json_without(r->arena, mark, overlays);
    if (hui_json_is_string(hui_json_find(mark, "type"), "area") && !hui_mark_definition_find(mark, config, "opacity") &&
        !hui_mark_definition_find(mark, config, "fillOpacity"))
        hui_json_put(r->arena, base, "opacity", hui_json_make_number(r->arena, 0.7, mark));
    return base;
}

/* Overlays stand on the stack that the mark is in, even if they would not stack by themselves. */
static const hui_json *stack_encoding(hui_rewrite *r, const hui_json *mark, const hui_json *encoding)
{
    static const char *const words[] = {"zero", "normalize", "center"};
    static const char *const seconds[] = {"y2", "x2", NULL};
    const hui_view *view =
        hui_view_new(&r->chart, HUI_OBJECT(r->arena, encoding, {"mark", mark}, {"encoding", encoding}), NULL);
    hui_json *stacked = hui_json_without(r->arena, encoding, seconds);
    if (!view || view->stack.channel == HUI_CHANNEL_NONE)
        return stacked;
    const char *channel = hui_channel_word(view->stack.channel);
    hui_json *def = hui_json_copy(r->arena, hui_json_find(encoding, channel));
    hui_json_put(r->arena, def, "stack", hui_json_make_string(r->arena, words[view->stack.offset], def));
    hui_json_put(r->arena, stacked, channel, def);
    return stacked;
}

static hui_json *overlay(hui_rewrite *r, const hui_json *mark, const hui_json *style, const char *type)
{
    hui_json *made = HUI_OBJECT(r->arena, style, {"type", hui_json_make_string(r->arena, type, style)});
    if (!strcmp(type, "point")) {
        hui_json_put(r->arena, made, "opacity", hui_json_make_number(r->arena, 1, style));
        hui_json_put(r->arena, made, "filled", hui_json_make_bool(r->arena, true, style));
    } else {
        hui_json_put_if(r->arena, made, "interpolate", hui_json_find(mark, "interpolate"));
        hui_json_put_if(r->arena, made, "tension", hui_json_find(mark, "tension"));
    }
    hui_json_put_if(r->arena, made, "clip", hui_json_find(mark, "clip"));
    hui_json_put_if(r->arena, made, "tooltip", hui_json_find(mark, "tooltip"));
    if (hui_json_is_string(hui_json_find(mark, type), "transparent"))
        hui_json_put(r->arena, made, "opacity", hui_json_make_number(r->arena, 0, style));
    else if (strcmp(style->key, "shape") != 0)
        hui_json_put_all(r->arena, made, style);
    return made;
}

static const hui_json *without_overlays(hui_arena *arena, const hui_json *config)
{
    static const char *const words[] = {"line", "area", "rule", "trail"}, *const overlays[] = {"point", "line", NULL};
    hui_json *copy = hui_json_copy(arena, config);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const hui_json *part = hui_json_find(config, words[i]);
        if (hui_json_is(part, HUI_JSON_OBJECT))
            hui_json_put(arena, copy, words[i], hui_json_without(arena, part, overlays));
    }
    return copy;
}

const hui_json *hui_path_overlay_expand(hui_rewrite *r, const hui_json *unit, const hui_rewrite_scope *scope)
{
    static const char *const taken[] = {"params", "projection", "mark", "name", "encoding", NULL};
    static const char *const shape[] = {"shape", NULL};
    const hui_json *mark = hui_mark_definition(r->arena, unit), *projection = hui_json_find(unit, "projection");
    const hui_json *points = find_points(unit, scope->config), *line = find_line(unit, scope->config);
    const hui_json *encoding = hui_encoding_complete(r, hui_json_find(unit, "encoding"));
    const hui_json *stacked = stack_encoding(r, mark, encoding);
    hui_json *layer = hui_json_make(r->arena, HUI_JSON_ARRAY, unit);
    hui_json_put(r->arena, layer, NULL,
                 HUI_OBJECT(r->arena, unit, {"name", hui_json_find(unit, "name")},
                            {"params", hui_json_find(unit, "params")}, {"mark", find_base(r, mark, scope->config)},
                            {"encoding", hui_json_without(r->arena, encoding, shape)}));
    if (line)
        hui_json_put(r->arena, layer, NULL,
                     HUI_OBJECT(r->arena, line, {"projection", projection}, {"mark", overlay(r, mark, line, "line")},
                                {"encoding", stacked}));
    if (points)
        hui_json_put(r->arena, layer, NULL,
                     HUI_OBJECT(r->arena, points, {"projection", projection},
                                {"mark", overlay(r, mark, points, "point")}, {"encoding", stacked}));
    hui_json *layered = hui_json_without(r->arena, unit, taken);
    hui_json_put(r->arena, layered, "layer", layer);
    hui_rewrite_scope inner = *scope;
    inner.config = without_overlays(r->arena, scope->config);
    return hui_rewrite_layer_or_unit(r, layered, &inner);
}
