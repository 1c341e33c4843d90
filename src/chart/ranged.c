/* Lines from x to x2 or from y to y2 are rules. */
#include "chart/normalize_parts.h"

#include <string.h>

bool hui_ranged_line_matches(const hui_json *unit, const hui_json *config)
{
    (void)config;
    const hui_json *encoding = hui_json_find(unit, "encoding");
    if (strcmp(hui_mark_type_word(unit), "line") != 0 || !hui_json_is(encoding, HUI_JSON_OBJECT))
        return false;
    for (const hui_json *def = encoding->first; def; def = def->next) {
        const hui_channel channel = hui_channel_find(def->key);
        if (channel == HUI_CHANNEL_NONE || hui_channel_main(channel) == channel || !hui_json_truthy(def))
            continue;
        const hui_json *start = hui_json_find(encoding, hui_channel_word(hui_channel_main(channel)));
        if (hui_json_is_field_or_datum_def(start) && !(hui_json_is_field_def(start) && hui_json_is_binned(start)))
            return true;
    }
    return false;
}

const hui_json *hui_ranged_line_expand(hui_rewrite *r, const hui_json *unit, const hui_rewrite_scope *scope)
{
    const hui_json *mark = hui_json_find(unit, "mark");
    hui_json *rule = hui_json_copy(r->arena, hui_mark_definition(r->arena, unit));
    hui_json_put(r->arena, rule, "type", hui_json_make_string(r->arena, "rule", mark));
    hui_json *copy = hui_json_copy(r->arena, unit);
    hui_json_put(r->arena, copy, "mark", rule);
    return hui_rewrite_layer_or_unit(r, copy, scope);
}
