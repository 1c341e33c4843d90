/* Building projections: their parameters read, and fitted to the data of the units that share them. */
#include "chart/encode.h"
#include "chart/params.h"
#include "chart/projection.h"

#include <math.h>
#include <string.h>

typedef struct built {
    const hui_projection_part *part;
    double width, height;
    hui_projection *projection;
} built;

struct hui_projections {
    HUI_VEC(built) entries;
};

/* Fitting
 * ------- */

static void fit_points(hui_projection *projection, const hui_view *unit, hui_channel longitude, hui_channel latitude)
{
    const hui_channel_def *x = hui_unit_scaled(unit, longitude), *y = hui_unit_scaled(unit, latitude);
    hui_accessor fields[2] = {{0}, {0}};
    if (!x || !y)
        return;
    if (hui_def_is_field(x))
        fields[0] = hui_accessor_new(unit->chart->arena, unit->raw, x->field);
    if (hui_def_is_field(y))
        fields[1] = hui_accessor_new(unit->chart->arena, unit->raw, y->field);
    for (size_t i = 0; i < unit->raw->rows; i++) {
        const hui_value a = hui_def_is_field(x) ? hui_accessor_value(&fields[0], i) : x->datum;
        const hui_value b = hui_def_is_field(y) ? hui_accessor_value(&fields[1], i) : y->datum;
        if (hui_value_valid(a) && hui_value_valid(b))
            hui_projection_fit_point(projection, hui_value_to_number(a), hui_value_to_number(b));
    }
}

static void fit_unit(hui_projection *projection, const hui_view *unit)
{
    const bool is_placed = unit->channels[HUI_CHANNEL_LONGITUDE] || unit->channels[HUI_CHANNEL_LATITUDE] ||
                           unit->channels[HUI_CHANNEL_LONGITUDE2] || unit->channels[HUI_CHANNEL_LATITUDE2];
    const hui_channel_def *shape = unit->channels[HUI_CHANNEL_SHAPE];
    const bool has_field = hui_def_is_field(shape) && shape->type == HUI_GEOJSON;
    const hui_table *table = has_field ? unit->raw : unit->main;
    fit_points(projection, unit, HUI_CHANNEL_LONGITUDE, HUI_CHANNEL_LATITUDE);
    fit_points(projection, unit, HUI_CHANNEL_LONGITUDE2, HUI_CHANNEL_LATITUDE2);
    if (is_placed && !has_field)
        return;
    const hui_geo_rows rows = hui_geo_rows_new(unit->chart->arena, unit, table);
    const bool turned = hui_unit_geo_turned(unit);
    for (size_t i = 0; i < table->rows; i++)
        hui_projection_fit_object(projection, hui_geo_row(&rows, i), turned);
}

/* GeoJSON given in the spec: an object, or an array of them. */
static void fit_given(hui_projection *projection, hui_value given)
{
    if (given.kind != HUI_VALUE_ARRAY)
        hui_projection_fit_object(projection, given, false);
    else
        for (uint32_t i = 0; i < given.count; i++)
            fit_given(projection, given.items[i]);
}

/* Parameters
 * ---------- */

/* A parameter that may be an expression of the plot's size. */
static hui_value find_param(const hui_frame *frame, const hui_projection_part *part, const char *key)
{
    hui_charting *chart = frame->chart;
    const hui_json *json = hui_json_find(part->props, key);
    const char *text = json ? hui_json_expression(json) : NULL;
    if (!json || json->kind == HUI_JSON_NULL)
        return (hui_value){0};
    if (!text)
        return hui_value_from_json(chart->arena, json);
    const hui_expr *expr = hui_chart_expr(chart, text, hui_json_place(chart->arena, json->first));
    const hui_expr_scope scope = {.arena = chart->arena, .params = hui_frame_params(frame), .random = &chart->random};
    return expr ? hui_expr_value(expr, &scope) : (hui_value){0};
}

static void read_numbers(hui_value value, double *into, size_t count)
{
    for (size_t i = 0; value.kind == HUI_VALUE_ARRAY && i < count && i < value.count; i++)
        into[i] = hui_value_to_number(value.items[i]);
}

/* [[left, top], [right, bottom]] */
static void read_box(hui_value value, double into[4])
{
    for (uint32_t i = 0; value.kind == HUI_VALUE_ARRAY && i < 2 && i < value.count; i++)
        read_numbers(value.items[i], into + 2 * i, 2);
}

static double number_of(hui_value value)
{
    return value.kind == HUI_VALUE_UNDEFINED ? NAN : hui_value_to_number(value);
}

static hui_projection_params read_params(const hui_frame *frame, const hui_projection_part *part)
{
    const hui_value type = find_param(frame, part, "type");
    hui_projection_params params =
        hui_projection_params_default(type.kind == HUI_VALUE_STRING ? type.string : part->type);
    params.scale = number_of(find_param(frame, part, "scale"));
    params.clip_angle = number_of(find_param(frame, part, "clipAngle"));
    params.precision = number_of(find_param(frame, part, "precision"));
    params.point_radius = number_of(find_param(frame, part, "pointRadius"));
    params.reflect_x = hui_value_truthy(find_param(frame, part, "reflectX"));
    params.reflect_y = hui_value_truthy(find_param(frame, part, "reflectY"));
    read_numbers(find_param(frame, part, "translate"), params.translate, 2);
    read_numbers(find_param(frame, part, "center"), params.center, 2);
    read_numbers(find_param(frame, part, "rotate"), params.rotate, 3);
    read_numbers(find_param(frame, part, "parallels"), params.parallels, 2);
    read_box(find_param(frame, part, "clipExtent"), params.clip_extent);
    if (!part->fits && isnan(params.translate[0])) {
        params.translate[0] = frame->width / 2;
        params.translate[1] = frame->height / 2;
    }
    return params;
}

/* What the map is to fill: all of the plot, or as the spec says. */
static hui_rect fit_box(const hui_frame *frame, const hui_projection_part *part)
{
    double size[2] = {frame->width, frame->height}, extent[4] = {NAN, NAN, NAN, NAN};
    read_numbers(find_param(frame, part, "size"), size, 2);
    read_box(find_param(frame, part, "extent"), extent);
    if (isfinite(extent[0]) && isfinite(extent[1]) && isfinite(extent[2]) && isfinite(extent[3]))
        return (hui_rect){extent[0], extent[1], extent[2] - extent[0], extent[3] - extent[1]};
    return (hui_rect){0, 0, size[0], size[1]};
}

static hui_projection *build(const hui_frame *frame, const hui_projection_part *part)
{
    hui_charting *chart = frame->chart;
    const hui_projection_params params = read_params(frame, part);
    const hui_value given = find_param(frame, part, "fit");
    hui_projection *projection = hui_projection_new(chart->arena, &params);
    if (!projection) {
        const hui_json *type = hui_json_find(part->props, "type");
        hui_diags_add(chart->diags, HUI_CODE_UNKNOWN_VALUE, hui_json_place(chart->arena, type), NULL, params.type,
                      "type");
        return NULL;
    }
    if (!part->fits && given.kind == HUI_VALUE_UNDEFINED)
        return projection;
    hui_projection_fit_begin(projection);
    if (given.kind != HUI_VALUE_UNDEFINED)
        fit_given(projection, given);
    for (size_t i = 0; given.kind == HUI_VALUE_UNDEFINED && i < part->unit_count; i++)
        fit_unit(projection, part->units[i]);
    hui_projection_fit_end(projection, fit_box(frame, part));
    return projection;
}

static bool is_built(const built *entry, const hui_projection_part *part, const hui_frame *frame)
{
    return entry->part == part && fabs(entry->width - frame->width) < 1e-9 &&
           fabs(entry->height - frame->height) < 1e-9;
}

hui_projection *hui_frame_projection(hui_frame *frame, const hui_view *unit)
{
    hui_charting *chart = frame->chart;
    const hui_view *owner = unit;
    while (owner->projection && owner->projection->merged && owner->parent)
        owner = owner->parent;
    const hui_projection_part *part = owner->projection;
    if (!chart->projections)
        chart->projections = HUI_NEW(chart->arena, struct hui_projections);
    for (size_t i = 0; i < chart->projections->entries.count; i++)
        if (is_built(&chart->projections->entries.at[i], part, frame))
            return chart->projections->entries.at[i].projection;
    hui_projection *projection = build(frame, part);
    *hui_vec_push(chart->arena, &chart->projections->entries) = (built){part, frame->width, frame->height, projection};
    return projection;
}
