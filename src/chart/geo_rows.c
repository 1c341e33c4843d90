/* Rows of maps: as GeoJSON, those that have some, and which way their polygons go. */
#include "chart/projection.h"
#include "geo/measure.h"

static const char *const member_names[] = {"type", "geometry", "coordinates", "features", "geometries"};

hui_geo_rows hui_geo_rows_new(hui_arena *arena, const hui_view *unit, const hui_table *table)
{
    const hui_channel_def *shape = unit->channels[HUI_CHANNEL_SHAPE];
    hui_geo_rows rows = {.arena = arena};
    rows.is_field = hui_def_is_field(shape) && shape->type == HUI_GEOJSON;
    if (rows.is_field)
        rows.field = hui_accessor_new(arena, table, shape->column);
    for (size_t i = 0; i < sizeof member_names / sizeof *member_names; i++)
        rows.members[i] = hui_table_find(table, member_names[i]);
    return rows;
}

hui_value hui_geo_row(const hui_geo_rows *rows, size_t row)
{
    const size_t count = sizeof member_names / sizeof *member_names;
    if (rows->is_field)
        return hui_accessor_value(&rows->field, row);
    hui_member *members = HUI_NEW_ARRAY(rows->arena, hui_member, count);
    uint32_t used = 0;
    for (size_t i = 0; i < count; i++)
        if (rows->members[i])
            members[used++] = (hui_member){member_names[i], rows->members[i]->at[row]};
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = used, .members = members};
}

bool hui_unit_geo_turned(const hui_view *unit)
{
    const hui_geo_rows rows = hui_geo_rows_new(unit->chart->arena, unit, unit->main);
    hui_geo_winding found = HUI_GEO_NO_POLYGONS;
    for (size_t i = 0; i < unit->main->rows && found != HUI_GEO_WOUND; i++) {
        const hui_geo_winding winding = hui_geo_winding_of(hui_geo_row(&rows, i));
        if (winding != HUI_GEO_NO_POLYGONS)
            found = winding;
    }
    return found == HUI_GEO_TURNED;
}

static bool shape_is_valid(void *closure, size_t row)
{
    return hui_value_valid(hui_accessor_value(closure, row));
}

hui_table *hui_unit_filter_shapes(const hui_view *view, hui_table *table)
{
    const hui_channel_def *shape = view->channels[HUI_CHANNEL_SHAPE];
    if (view->kind != HUI_VIEW_UNIT || !hui_def_is_field(shape) || shape->type != HUI_GEOJSON || !hui_unit_fits(view))
        return table;
    hui_accessor field = hui_accessor_new(view->chart->arena, table, shape->column);
    return hui_filter_apply(view->chart->arena, table, shape_is_valid, &field);
}
