/* Sources of a chart's data. */
#include "chart/sources.h"

#include "geo/geojson.h"
#include "json/make.h"

#include <math.h>
#include <string.h>

typedef struct source_entry {
    const hui_json *data;
    hui_table *table;
} source_entry;

struct hui_sources {
    HUI_VEC(source_entry) entries;
    int depth; /* of named sources that name others */
};

static struct hui_sources *sources_of(hui_charting *chart)
{
    if (!chart->sources)
        chart->sources = HUI_NEW(chart->arena, struct hui_sources);
    return chart->sources;
}

static bool has_content(const hui_json *data)
{
    return hui_source_has_content(data) || hui_json_find(data, "graticule");
}

/* Where a name is defined: in `datasets` of the spec, by the poster around it, or by another view's data. */
static const hui_json *search_views(const hui_json *value, const char *name)
{
    if (!value || (value->kind != HUI_JSON_OBJECT && value->kind != HUI_JSON_ARRAY))
        return NULL;
    if (value->kind == HUI_JSON_OBJECT) {
        const hui_json *data = hui_json_find(value, "data");
        if (hui_json_is(data, HUI_JSON_OBJECT) && has_content(data) && hui_json_is_string(hui_json_find(data, "name"), name))
            return data;
    }
    for (const hui_json *child = value->first; child; child = child->next) {
        if (child->key && (!strcmp(child->key, "values") || !strcmp(child->key, "encoding")))
            continue;
        const hui_json *found = search_views(child, name);
        if (found)
            return found;
    }
    return NULL;
}

/* Graticules
 * ---------- */

static void read_pair(const hui_json *json, double pair[2])
{
    for (size_t i = 0; hui_json_is(json, HUI_JSON_ARRAY) && i < 2; i++)
        pair[i] = hui_json_number(hui_json_at(json, i), NAN);
}

static void read_extent(const hui_json *json, double extent[2][2])
{
    for (size_t i = 0; hui_json_is(json, HUI_JSON_ARRAY) && i < 2; i++)
        read_pair(hui_json_at(json, i), extent[i]);
}

static hui_table *read_graticule(hui_charting *chart, const hui_json *json)
{
    hui_graticule how = hui_graticule_default();
    read_extent(hui_spec_find(json, "extent"), how.extent_major);
    read_extent(hui_spec_find(json, "extent"), how.extent_minor);
    read_extent(hui_spec_find(json, "extentMajor"), how.extent_major);
    read_extent(hui_spec_find(json, "extentMinor"), how.extent_minor);
    read_pair(hui_spec_find(json, "step"), how.step_major);
    read_pair(hui_spec_find(json, "step"), how.step_minor);
    read_pair(hui_spec_find(json, "stepMajor"), how.step_major);
    read_pair(hui_spec_find(json, "stepMinor"), how.step_minor);
    how.precision = hui_spec_number(json, "precision", how.precision);
    const hui_value lines = hui_graticule_lines(chart->arena, &how);
    if (lines.kind == HUI_VALUE_UNDEFINED) {
        hui_diags_add(chart->diags, HUI_CODE_BAD_CHART, hui_json_place(chart->arena, json), NULL,
                      "the graticule has no end, or too many lines: its steps must be greater");
        return NULL;
    }
    hui_table *table = hui_table_new(chart->arena, 1);
    *hui_table_add(table, "type") = hui_value_member(lines, "type");
    *hui_table_add(table, "coordinates") = hui_value_member(lines, "coordinates");
    return table;
}

static const hui_json *as_inline(hui_charting *chart, const hui_json *dataset)
{
    const bool is_map = dataset->kind == HUI_JSON_OBJECT && hui_json_find(dataset, "graticule");
    return is_map ? dataset : hui_source_whole(chart->arena, dataset);
}

static const hui_json *find_named(hui_charting *chart, const char *name)
{
    const hui_json *datasets = hui_json_find(chart->spec, "datasets");
    const hui_json *found = hui_json_is(datasets, HUI_JSON_OBJECT) ? hui_json_find(datasets, name) : NULL;
    if (!found && hui_json_is(chart->options->datasets, HUI_JSON_OBJECT))
        found = hui_json_find(chart->options->datasets, name);
    return found ? as_inline(chart, found) : search_views(chart->spec, name);
}

/* Of the poster, unless the chart has data of that name itself. A copy, as it may be many charts'. */
static hui_table *find_read(hui_charting *chart, const char *name)
{
    const hui_chart_options *options = chart->options;
    const hui_json *own = hui_json_find(chart->spec, "datasets");
    const bool is_own = hui_json_is(own, HUI_JSON_OBJECT) && hui_json_find(own, name);
    const hui_table *table = options->find_table && !is_own ? options->find_table(options->table_closure, name) : NULL;
    return table ? hui_table_copy(chart->arena, table) : NULL;
}

static hui_table *read_named(hui_charting *chart, const hui_json *data, const char *name)
{
    hui_table *table = find_read(chart, name);
    const hui_json *parse = hui_spec_find(data, "format.parse");
    if (table)
        return parse ? hui_source_parse(chart->arena, table, parse, chart->diags) : table;
    const hui_json *found = find_named(chart, name);
    if (!found || found == data || chart->sources->depth > 8) {
        hui_diags_add(chart->diags, HUI_CODE_UNKNOWN_VALUE,
                      hui_json_place(chart->arena, hui_json_find(data, "name")), "define it in `datasets`", name, "name");
        return NULL;
    }
    chart->sources->depth++;
    table = hui_chart_source(chart, found);
    chart->sources->depth--;
    return table && parse ? hui_source_parse(chart->arena, table, parse, chart->diags) : table;
}

hui_table *hui_chart_source(hui_charting *chart, const hui_json *data)
{
    struct hui_sources *sources = sources_of(chart);
    if (!hui_json_is(data, HUI_JSON_OBJECT))
        return hui_table_new(chart->arena, 0);
    for (size_t i = 0; i < sources->entries.count; i++)
        if (sources->entries.at[i].data == data ||
            (!hui_json_find(data, "values") && hui_json_equal(sources->entries.at[i].data, data)))
            return sources->entries.at[i].table;
    const char *name = hui_spec_string(data, "name", NULL);
    hui_table *table;
    if (hui_json_find(data, "graticule") && !hui_json_find(data, "values") && !hui_json_find(data, "url"))
        table = read_graticule(chart, hui_json_find(data, "graticule"));
    else if (has_content(data))
        table = hui_source_read(chart->arena, data, &chart->options->source, chart->diags);
    else
        table = name ? read_named(chart, data, name) : hui_table_new(chart->arena, 0);
    if (table)
        *hui_vec_push(chart->arena, &sources->entries) = (source_entry){data, table};
    return table;
}
