/* Geoshapes: what the data say in GeoJSON, projected. */
#include "chart/encode.h"
#include "chart/projection.h"

#include <string.h>

/* As long as it needs to be, since it was built in memory that is used again. */
static const hui_path *keep(hui_arena *arena, const hui_path *path)
{
    hui_path *kept = HUI_NEW(arena, hui_path);
    *kept = *path;
    kept->verbs = hui_arena_copy(arena, path->verbs, path->verb_count);
    kept->points = hui_arena_copy(arena, path->points, path->point_count * sizeof *path->points);
    kept->verb_capacity = path->verb_count;
    kept->point_capacity = path->point_count;
    return kept;
}

/* One of many that is the wrong way round hides all of the others. */
static void report_covering(const hui_drawing *drawing, size_t count)
{
    hui_charting *chart = drawing->frame->chart;
    hui_diags_add(chart->diags, HUI_CODE_COVERED_MAP,
                  hui_json_place(chart->arena, hui_json_find(drawing->unit->spec, "mark")),
                  "turn their rings round: d3's polygons are clockwise around what is inside", count);
}

void hui_draw_geoshapes(hui_drawing *drawing, hui_marks *marks)
{
    const hui_view *unit = drawing->unit;
    hui_projection *projection = hui_frame_projection(drawing->frame, unit);
    if (!projection)
        return;
    const hui_painter *painter = hui_painter_new(drawing);
    const hui_rows rows = hui_drawing_ordered(drawing);
    const hui_geo_rows objects = hui_geo_rows_new(drawing->arena, unit, rows.table);
    const bool turned = hui_unit_geo_turned(unit);
    hui_mark *mark = hui_mark_add(drawing, marks, HUI_MARK_PATH, rows.count);
    hui_path path = hui_path_new(drawing->arena);
    const size_t covering = hui_projection_covering(projection);
    for (size_t i = 0; i < rows.count; i++) {
        const size_t row = hui_row_at(&rows, i);
        hui_mark_item *item = &mark->items[i];
        path.verb_count = path.point_count = 0;
        hui_projection_outline(projection, hui_geo_row(&objects, row), turned, &path);
        hui_painter_apply(painter, drawing, row, item);
        item->shape.path = path.verb_count > 0 ? keep(drawing->arena, &path) : NULL;
    }
    if (hui_projection_covering(projection) > covering)
        report_covering(drawing, hui_projection_covering(projection) - covering);
}
