/* Paths: line, area and trail, one for each series. */
#include "chart/encode.h"

#include <math.h>
#include <stdlib.h>

/* A vertex while its series is being put in order. */
typedef struct vertex {
    size_t row, index;
    double key;
} vertex;

/* What all series of a unit share. */
typedef struct path_style {
    const hui_painter *painter;
    hui_interval x, y; /* an area's range in one direction */
    const hui_encoder *size;
    hui_accessor tested[HUI_CHANNEL_COUNT]; /* fields whose invalid values break the path */
    size_t tested_count;
    const char *interpolate;
    double tension;
} path_style;

static int compare(const void *left, const void *right)
{
    const vertex *a = left, *b = right;
    if (a->key < b->key || a->key > b->key)
        return a->key < b->key ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

static bool is_defined(const path_style *style, size_t row)
{
    for (size_t i = 0; i < style->tested_count; i++) {
        const hui_value value = hui_accessor_value(&style->tested[i], row);
        if (!hui_value_valid(value) || !isfinite(hui_value_to_number(value)))
            return false;
    }
    return true;
}

static void find_tested(const hui_drawing *drawing, path_style *style)
{
    const hui_view *unit = drawing->unit;
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++) {
        const hui_channel_def *def = hui_unit_scaled(unit, (hui_channel)i);
        if (!hui_def_is_field(def) || !(hui_channel_traits((hui_channel)i) & HUI_CHANNEL_SCALED))
            continue;
        const hui_invalid mode = hui_unit_invalid(unit, (hui_channel)i);
        if (mode != HUI_INVALID_BREAK && mode != HUI_INVALID_BREAK_FILTER)
            continue;
        const bool middle = unit->stack.channel != HUI_CHANNEL_NONE && unit->stack.impute && def->bins;
        style->tested[style->tested_count++] = hui_drawing_accessor(drawing, middle ? def->column_mid : def->column);
    }
}

/* 0 is the curve's own for a mark: a given 0 is a tiny number instead. */
static double read_tension(const hui_json *json)
{
    const double given = hui_json_number(json, NAN);
    return isnan(given) ? 0 : given == 0 ? 1e-9 : given;
}

static path_style style_new(hui_drawing *drawing)
{
    const hui_view *unit = drawing->unit;
    const bool area = unit->mark_kind == HUI_MARK_KIND_AREA, flat = unit->orient == HUI_HORIZONTAL;
    const hui_default_place place = area ? HUI_PLACE_ZERO_OR_MIN : HUI_PLACE_MID;
    path_style style = {.painter = hui_painter_new(drawing)};
    if (area && flat)
        style.x = hui_encode_range(drawing, HUI_CHANNEL_X, place, HUI_PLACE_ZERO_OR_MIN);
    else
        style.x.start = hui_encode_point(drawing, HUI_CHANNEL_X, place);
    if (area && !flat && unit->orient == HUI_VERTICAL)
        style.y = hui_encode_range(drawing, HUI_CHANNEL_Y, place, HUI_PLACE_ZERO_OR_MIN);
    else
        style.y.start = hui_encode_point(drawing, HUI_CHANNEL_Y, place);
    if (unit->mark_kind == HUI_MARK_KIND_TRAIL)
        style.size = hui_encode_channel(drawing, HUI_CHANNEL_SIZE, "size", NULL);
    style.interpolate = hui_json_string(hui_mark_find(unit, "interpolate", NULL), "linear");
    style.tension = read_tension(hui_mark_find(unit, "tension", NULL));
    find_tested(drawing, &style);
    return style;
}

static void fill_vertex(hui_drawing *drawing, const path_style *style, size_t row, hui_mark_item *item)
{
    item->undefined = !is_defined(style, row);
    item->x = hui_encode_number(style->x.start, drawing, row, 0);
    item->y = hui_encode_number(style->y.start, drawing, row, 0);
    item->x2 = style->x.end ? hui_encode_number(style->x.end, drawing, row, item->x) : item->x;
    item->y2 = style->y.end ? hui_encode_number(style->y.end, drawing, row, item->y) : item->y;
    if (style->size)
        item->symbol.size = hui_encode_number(style->size, drawing, row, 2);
}

/* Along the dimension, unless the spec orders the vertices otherwise or not at all. */
static bool sorts_by_place(const hui_view *unit, const hui_encoder **place, const path_style *style)
{
    const bool flat = unit->orient == HUI_HORIZONTAL;
    const hui_json *order = hui_mark_find(unit, "order", NULL);
    *place = flat ? style->y.start : style->x.start;
    if (unit->ordered_not || hui_json_is(order, HUI_JSON_NULL) || hui_json_is(order, HUI_JSON_FALSE) ||
        (unit->orders.count > 0 && unit->stack.channel == HUI_CHANNEL_NONE))
        return false;
    return hui_def_is_field(unit->channels[flat ? HUI_CHANNEL_Y : HUI_CHANNEL_X]);
}

static void draw_series(hui_drawing *drawing, hui_marks *marks, const path_style *style, const size_t *rows,
                        size_t count)
{
    static const hui_mark_type types[] = {[HUI_MARK_KIND_AREA] = HUI_MARK_AREA,
                                          [HUI_MARK_KIND_LINE] = HUI_MARK_LINE,
                                          [HUI_MARK_KIND_TRAIL] = HUI_MARK_TRAIL};
    const hui_view *unit = drawing->unit;
    const hui_encoder *place;
    const bool sorted = sorts_by_place(unit, &place, style);
    vertex *vertices = HUI_NEW_ARRAY(drawing->arena, vertex, count + 1);
    for (size_t i = 0; i < count; i++) {
        const double key = sorted ? hui_encode_number(place, drawing, rows[i], 0) : 0;
        vertices[i] = (vertex){rows[i], i, isnan(key) ? -INFINITY : key};
    }
    if (sorted && count > 1)
        qsort(vertices, count, sizeof *vertices, compare);
    hui_mark *mark = hui_mark_add(drawing, marks, types[unit->mark_kind], count);
    mark->sideways = unit->orient == HUI_HORIZONTAL;
    mark->interpolate = style->interpolate;
    mark->tension = style->tension;
    for (size_t i = 0; i < count; i++) {
        fill_vertex(drawing, style, vertices[i].row, &mark->items[i]);
        if (i == 0 || mark->items[i - 1].undefined || unit->mark_kind == HUI_MARK_KIND_TRAIL)
            hui_painter_apply(style->painter, drawing, vertices[i].row, &mark->items[i]);
    }
}

/* Of the rows to be drawn alone: a cell of a facet has few of the table's. */
static hui_groups group_series(const hui_drawing *drawing, const char *const *series, size_t count)
{
    const hui_rows *rows = &drawing->rows;
    hui_arena *arena = drawing->arena;
    if (!rows->at)
        return hui_table_group(arena, rows->table, series, count);
    hui_table *table = hui_table_new(arena, rows->count);
    const char **names = HUI_NEW_ARRAY(arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        const hui_accessor field = hui_drawing_accessor(drawing, series[i]);
        names[i] = hui_arena_printf(arena, "%zu", i);
        hui_value *values = hui_table_add(table, names[i]);
        for (size_t k = 0; k < rows->count; k++)
            values[k] = hui_accessor_value(&field, rows->at[k]);
    }
    return hui_table_group(arena, table, names, count);
}

/* Which of the rows to be drawn it is; they ascend. */
static size_t find_row(const hui_rows *rows, size_t row)
{
    size_t low = 0, high = rows->count;
    if (!rows->at)
        return row;
    while (low + 1 < high) {
        const size_t middle = low + (high - low) / 2;
        *(rows->at[middle] <= row ? &low : &high) = middle;
    }
    return low;
}

void hui_draw_paths(hui_drawing *drawing, hui_marks *marks)
{
    size_t series_count;
    const char *const *series = hui_unit_series(drawing->unit, &series_count);
    const hui_rows rows = hui_drawing_ordered(drawing);
    const path_style style = style_new(drawing);
    size_t *sorted = HUI_NEW_ARRAY(drawing->arena, size_t, rows.count + 1);
    if (series_count == 0) {
        for (size_t i = 0; i < rows.count; i++)
            sorted[i] = hui_row_at(&rows, i);
        draw_series(drawing, marks, &style, sorted, rows.count);
        return;
    }
    const hui_groups groups = group_series(drawing, series, series_count);
    if (!hui_unit_has_room(drawing->unit, HUI_COUNT_SERIES, groups.count))
        return;
    size_t *starts = HUI_NEW_ARRAY(drawing->arena, size_t, groups.count + 2);
    for (size_t i = 0; i < rows.count; i++)
        starts[groups.of_row[i] + 2]++;
    for (size_t g = 2; g < groups.count + 2; g++)
        starts[g] += starts[g - 1];
    for (size_t i = 0; i < rows.count; i++) {
        const size_t row = hui_row_at(&rows, i);
        sorted[starts[groups.of_row[find_row(&drawing->rows, row)] + 1]++] = row;
    }
    for (size_t g = 0; g < groups.count; g++) {
        if (starts[g + 1] == starts[g])
            continue;
        draw_series(drawing, marks, &style, sorted + starts[g], starts[g + 1] - starts[g]);
        marks->at[marks->count - 1].is_series = true;
    }
}
