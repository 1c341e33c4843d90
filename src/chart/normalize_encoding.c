/* Encodings while a spec is normalised: types written out, inheritance from layers, and transforms taken out of them. */
#include "chart/normalize_parts.h"

#include <string.h>

bool hui_json_is_field_def(const hui_json *def)
{
    return hui_json_is(def, HUI_JSON_OBJECT) &&
           (hui_json_find(def, "field") || hui_json_is_string(hui_json_find(def, "aggregate"), "count"));
}

bool hui_json_is_field_or_datum_def(const hui_json *def)
{
    return hui_json_is_field_def(def) || (hui_json_is(def, HUI_JSON_OBJECT) && hui_json_find(def, "datum"));
}

bool hui_json_is_binned(const hui_json *def)
{
    const hui_json *bin = hui_spec_find(def, "bin");
    return hui_json_is_string(bin, "binned") || hui_spec_bool(bin, "binned", false);
}

bool hui_encoding_has_field(const hui_json *encoding, const char *channel)
{
    const hui_json *def = hui_spec_find(encoding, channel);
    if (!hui_json_is(def, HUI_JSON_ARRAY))
        return hui_json_is_field_def(def) || hui_json_is_field_def(hui_spec_find(def, "condition"));
    for (const hui_json *item = def->first; item; item = item->next)
        if (hui_json_truthy(hui_spec_find(item, "field")))
            return true;
    return false;
}

/* Types
 * ----- */

/* `aggregate` may name the mark itself, to say which axis is the continuous one. */
static bool aggregates_to_mark(const hui_json *def)
{
    const char *op = hui_spec_string(def, "aggregate", "");
    return !strcmp(op, "boxplot") || !strcmp(op, "errorbar") || !strcmp(op, "errorband");
}

static const hui_json *complete_def(hui_rewrite *r, hui_channel channel, const hui_json *def)
{
    static const char *const words[] = {"nominal", "ordinal", "temporal", "quantitative", "geojson"};
    const hui_channel_def *read = hui_channel_def_read(&r->chart, channel, def);
    if (!read || (hui_channel_main(channel) != channel && !hui_json_find(def, "type")))
        return def;
    const bool implied = aggregates_to_mark(def) && !hui_json_find(def, "type");
    hui_json *copy = hui_json_copy(r->arena, def);
    hui_json_put(r->arena, copy, "type",
                 hui_json_make_string(r->arena, words[implied ? HUI_QUANTITATIVE : read->type],
                                      hui_json_first(hui_json_find(def, "type"), def)));
    return copy;
}

static const hui_json *complete(hui_rewrite *r, const hui_json *def)
{
    const hui_channel channel = hui_channel_find(def->key);
    if (def->kind != HUI_JSON_OBJECT && def->kind != HUI_JSON_ARRAY && def->kind != HUI_JSON_NULL)
        return HUI_OBJECT(r->arena, def, {"value", def});
    if (channel == HUI_CHANNEL_NONE)
        return def;
    if (hui_json_is_field_or_datum_def(def))
        return complete_def(r, channel, def);
    const hui_json *condition = hui_spec_find(def, "condition");
    if (!hui_json_is_field_or_datum_def(condition))
        return def;
    hui_json *copy = hui_json_copy(r->arena, def);
    hui_json_put(r->arena, copy, "condition", complete_def(r, channel, condition));
    return copy;
}

const hui_json *hui_encoding_complete(hui_rewrite *r, const hui_json *encoding)
{
    hui_json *completed = hui_json_make(r->arena, HUI_JSON_OBJECT, encoding);
    if (hui_json_is(encoding, HUI_JSON_OBJECT))
        for (const hui_json *def = encoding->first; def; def = def->next)
            hui_json_put(r->arena, completed, def->key, complete(r, def));
    return completed;
}

/* Inheritance
 * ----------- */

static hui_json *lay_over(hui_arena *arena, const hui_json *under, const hui_json *over)
{
    hui_json *merged = hui_json_make(arena, HUI_JSON_OBJECT, over);
    hui_json_put_all(arena, merged, under);
    hui_json_put_all(arena, merged, over);
    return merged;
}

static const hui_json *inherit_def(hui_arena *arena, const hui_json *outer, const hui_json *def)
{
    if (hui_json_is_field_or_datum_def(def))
        return lay_over(arena, outer, def);
    if (!hui_json_is_field_or_datum_def(hui_spec_find(def, "condition")))
        return def;
    hui_json *copy = hui_json_copy(arena, def);
    hui_json_put(arena, copy, "condition", lay_over(arena, outer, hui_json_find(def, "condition")));
    return copy;
}

/* What a unit can use as it is; the rest are parts of definitions, meant for those that have a field. */
static bool is_whole(const hui_json *def)
{
    return hui_json_is(def, HUI_JSON_ARRAY) || hui_json_is_field_or_datum_def(def) || hui_spec_find(def, "value") ||
           hui_spec_find(def, "signal");
}

const hui_json *hui_encoding_inherit(hui_arena *arena, const hui_json *outer, const hui_json *encoding, bool layer)
{
    if (!hui_json_is(encoding, HUI_JSON_OBJECT))
        encoding = hui_json_make(arena, HUI_JSON_OBJECT, outer);
    if (!hui_json_is(outer, HUI_JSON_OBJECT))
        return encoding->count ? encoding : NULL;
    hui_json *merged = hui_json_make(arena, HUI_JSON_OBJECT, encoding);
    for (const hui_json *def = outer->first; def; def = def->next) {
        const hui_json *own = hui_json_find(encoding, def->key);
        if (own)
            hui_json_put(arena, merged, def->key, inherit_def(arena, def, own));
        else if (layer || is_whole(def))
            hui_json_put(arena, merged, def->key, def);
    }
    for (const hui_json *def = encoding->first; def; def = def->next)
        if (!hui_json_find(outer, def->key))
            hui_json_put(arena, merged, def->key, def);
    return merged->count ? merged : NULL;
}

/* Extraction
 * ---------- */

static const hui_json *text(hui_rewrite *r, const char *string, const hui_json *like)
{
    return hui_json_make_string(r->arena, string, like);
}

static const hui_json *find_guide(const hui_json *def)
{
    static const char *const guides[] = {"axis", "legend", "header"};
    for (size_t i = 0; i < sizeof guides / sizeof *guides; i++)
        if (hui_json_truthy(hui_json_find(def, guides[i])))
            return hui_json_find(def, guides[i]);
    return NULL;
}

/* The definition without what was taken out, and with the title it would have had. */
static hui_json *strip(hui_rewrite *r, const hui_json *def, const hui_channel_def *read)
{
    static const char *const functions[] = {"aggregate", "bin", "timeUnit", NULL};
    const hui_json *title = hui_spec_find(find_guide(def), "title");
    hui_json *stripped = hui_json_without(r->arena, def, functions);
    if (!hui_json_truthy(title) && !hui_json_find(def, "title"))
        hui_json_put(r->arena, stripped, "title", title ? title : text(r, hui_def_title(&r->chart, read), def));
    hui_json_put(r->arena, stripped, "field", text(r, read->column, hui_json_first(hui_json_find(def, "field"), def)));
    return stripped;
}

static void extract_aggregate(hui_rewrite *r, hui_extraction *e, const hui_channel_def *read, hui_json *stripped)
{
    const hui_json *json = hui_json_find(read->json, "aggregate"), *field = hui_json_find(read->json, "field");
    const char *op = hui_aggregate_word(read->op), *as = read->column;
    if (read->by) {
        as = hui_arena_printf(r->arena, "%s_%s", op, read->by);
        hui_json_put(r->arena, stripped, "field",
                     text(r, hui_arena_printf(r->arena, "%s.%s", as, read->field), read->json));
    }
    hui_json_put(r->arena, e->aggregate, NULL,
                 HUI_OBJECT(r->arena, json, {"op", text(r, op, json)}, {"as", text(r, as, json)}, {"field", field}));
}

static void extract_bin(hui_rewrite *r, hui_extraction *e, const hui_channel_def *read, hui_json *stripped)
{
    const hui_json *json = hui_json_find(read->json, "bin");
    hui_json *bin = hui_json_make(r->arena, HUI_JSON_OBJECT, json);
    hui_json_put_all(r->arena, bin, json);
    if (!hui_json_truthy(hui_json_find(bin, "maxbins")) && !hui_json_truthy(hui_json_find(bin, "step")))
        hui_json_put(r->arena, bin, "maxbins", hui_json_make_number(r->arena, read->bin.maxbins, json));
    hui_json_put(r->arena, e->bins, NULL,
                 HUI_OBJECT(r->arena, json, {"bin", bin}, {"field", hui_json_find(read->json, "field")},
                            {"as", text(r, read->column, json)}));
    hui_json_put(r->arena, e->groupby, NULL, text(r, read->column_end, json));
    if ((hui_channel_traits(read->channel) & HUI_CHANNEL_SCALED) && hui_def_is_discrete(read))
        hui_json_put(r->arena, e->groupby, NULL, text(r, read->column_range, json));
    if (read->channel == HUI_CHANNEL_X || read->channel == HUI_CHANNEL_Y)
        hui_json_put(r->arena, e->encoding, read->channel == HUI_CHANNEL_X ? "x2" : "y2",
                     HUI_OBJECT(r->arena, json, {"field", text(r, read->column_end, json)}));
    hui_json_put(r->arena, stripped, "bin", text(r, "binned", json));
    if (hui_channel_main(read->channel) == read->channel)
        hui_json_put(r->arena, stripped, "type", text(r, "quantitative", json));
}

/* Where the format of a channel's labels is said; NULL: in the definition itself. False: nowhere. */
static bool find_format_guide(hui_channel channel, const char **guide)
{
    const unsigned traits = hui_channel_traits(channel);
    *guide = traits & HUI_CHANNEL_POSITION ? "axis" : "legend";
    if (channel == HUI_CHANNEL_TEXT || channel == HUI_CHANNEL_TOOLTIP)
        *guide = NULL;
    return !*guide || traits & (HUI_CHANNEL_POSITION | HUI_CHANNEL_DETAILED);
}

static void extract_time_unit(hui_rewrite *r, hui_extraction *e, const hui_channel_def *read, hui_json *stripped)
{
    const hui_json *json = hui_json_find(read->json, "timeUnit");
    hui_json_put(r->arena, e->time_units, NULL,
                 HUI_OBJECT(r->arena, json, {"timeUnit", json}, {"field", hui_json_find(read->json, "field")},
                            {"as", text(r, read->column, json)}));
    const char *guide;
    if (read->type == HUI_TEMPORAL || !find_format_guide(read->channel, &guide))
        return;
    hui_json *with_format = HUI_OBJECT(r->arena, json, {"formatType", text(r, "time", json)});
    if (guide)
        hui_json_put_all(r->arena, with_format, hui_json_find(stripped, guide));
    if (guide)
        hui_json_put(r->arena, stripped, guide, with_format);
    else
        hui_json_put_all(r->arena, stripped, with_format);
}

static void extract_def(hui_rewrite *r, hui_extraction *e, const hui_json *whole, const hui_json *def)
{
    const hui_channel channel = hui_channel_find(whole->key);
    const hui_channel_def *read = channel != HUI_CHANNEL_NONE ? hui_channel_def_read(&r->chart, channel, def) : NULL;
    const bool derived = hui_json_truthy(hui_spec_find(def, "aggregate")) ||
                         hui_json_truthy(hui_spec_find(def, "bin")) || hui_json_truthy(hui_spec_find(def, "timeUnit"));
    if (!hui_def_is_field(read) || !derived) {
        if (hui_json_is_field_def(def))
            hui_json_put(r->arena, e->groupby, NULL, hui_json_find(def, "field"));
        hui_json_put(r->arena, e->encoding, whole->key, whole);
        return;
    }
    hui_json *stripped = strip(r, def, read);
    if (hui_json_truthy(hui_json_find(def, "aggregate"))) {
        if (read->op != HUI_AGGREGATE_NONE)
            extract_aggregate(r, e, read, stripped);
    } else {
        hui_json_put(r->arena, e->groupby, NULL, text(r, read->column, def));
        if (read->bins)
            extract_bin(r, e, read, stripped);
        else if (read->unit.parts && !read->unit.binned)
            extract_time_unit(r, e, read, stripped);
    }
    hui_json_put(r->arena, e->encoding, whole->key, stripped);
}

hui_extraction hui_encoding_extract(hui_rewrite *r, const hui_json *encoding)
{
    hui_extraction e = {
        hui_json_make(r->arena, HUI_JSON_ARRAY, encoding), hui_json_make(r->arena, HUI_JSON_ARRAY, encoding),
        hui_json_make(r->arena, HUI_JSON_ARRAY, encoding), hui_json_make(r->arena, HUI_JSON_ARRAY, encoding),
        hui_json_make(r->arena, HUI_JSON_OBJECT, encoding)};
    for (const hui_json *def = encoding->first; def; def = def->next) {
        const bool many = def->kind == HUI_JSON_ARRAY;
        for (const hui_json *one = many ? def->first : def; one; one = many ? one->next : NULL)
            extract_def(r, &e, def, one);
    }
    return e;
}
