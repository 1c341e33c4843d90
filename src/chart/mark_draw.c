/* Drawing marks: rows of a unit in a frame become items. */
#include "chart/encode.h"
#include "chart/projection.h"

#include <math.h>

hui_mark *hui_mark_add(const hui_drawing *drawing, hui_marks *marks, hui_mark_type type, size_t count)
{
    hui_mark *mark = hui_vec_push(drawing->arena, marks);
    mark->type = type;
    mark->role = drawing->role;
    mark->clip = drawing->clip;
    mark->items = HUI_NEW_ARRAY(drawing->arena, hui_mark_item, count ? count : 1);
    mark->item_count = count;
    return mark;
}

typedef struct sort_key {
    hui_accessor field;
    bool descending;
} sort_key;

typedef struct ordering {
    sort_key keys[8];
    size_t key_count;
} ordering;

static int compare_rows(const ordering *order, size_t a, size_t b)
{
    for (size_t i = 0; i < order->key_count; i++) {
        const hui_accessor *field = &order->keys[i].field;
        const int result = hui_value_compare(hui_accessor_value(field, a), hui_accessor_value(field, b));
        if (result)
            return order->keys[i].descending ? -result : result;
    }
    return 0;
}

/* Stable, without global state: a merge sort. */
static void sort_rows(const ordering *order, size_t *rows, size_t *spare, size_t count)
{
    if (count < 2)
        return;
    const size_t half = count / 2;
    sort_rows(order, rows, spare, half);
    sort_rows(order, rows + half, spare, count - half);
    size_t a = 0, b = half, to = 0;
    while (a < half || b < count)
        spare[to++] = b >= count || (a < half && compare_rows(order, rows[a], rows[b]) <= 0) ? rows[a++] : rows[b++];
    for (size_t i = 0; i < count; i++)
        rows[i] = spare[i];
}

hui_rows hui_drawing_ordered(hui_drawing *drawing)
{
    const hui_view *unit = drawing->unit;
    hui_rows rows = drawing->rows;
    ordering order = {.key_count = 0};
    if (unit->orders.count == 0 || unit->ordered_not || unit->stack.channel != HUI_CHANNEL_NONE)
        return rows;
    for (size_t i = 0; i < unit->orders.count && i < 8; i++) {
        order.keys[order.key_count].field = hui_drawing_accessor(drawing, unit->orders.at[i]->column);
        order.keys[order.key_count++].descending = hui_json_is_string(unit->orders.at[i]->sort, "descending");
    }
    size_t *list = HUI_NEW_ARRAY(drawing->arena, size_t, rows.count + 1);
    size_t *spare = HUI_NEW_ARRAY(drawing->arena, size_t, rows.count + 1);
    for (size_t i = 0; i < rows.count; i++)
        list[i] = hui_row_at(&rows, i);
    sort_rows(&order, list, spare, rows.count);
    return (hui_rows){rows.table, list, rows.count};
}

static hui_mark_draw *const draws[] = {
    [HUI_MARK_KIND_ARC] = hui_draw_arcs,           [HUI_MARK_KIND_AREA] = hui_draw_paths,
    [HUI_MARK_KIND_BAR] = hui_draw_rects,          [HUI_MARK_KIND_CIRCLE] = hui_draw_symbols,
    [HUI_MARK_KIND_GEOSHAPE] = hui_draw_geoshapes, [HUI_MARK_KIND_IMAGE] = hui_draw_images,
    [HUI_MARK_KIND_LINE] = hui_draw_paths,         [HUI_MARK_KIND_POINT] = hui_draw_symbols,
    [HUI_MARK_KIND_RECT] = hui_draw_rects,         [HUI_MARK_KIND_RULE] = hui_draw_rules,
    [HUI_MARK_KIND_SQUARE] = hui_draw_symbols,     [HUI_MARK_KIND_TEXT] = hui_draw_texts,
    [HUI_MARK_KIND_TICK] = hui_draw_rects,         [HUI_MARK_KIND_TRAIL] = hui_draw_paths,
};

hui_params hui_frame_params(const hui_frame *frame)
{
    const hui_param size[] = {{.name = "width", .value = hui_value_number(frame->width)},
                              {.name = "height", .value = hui_value_number(frame->height)}};
    return hui_params_join(frame->chart->arena, frame->chart->params, size, 2);
}

/* What is drawn is held in memory as a whole; a text or a series takes the room of five other marks. */
static const struct {
    const char *word;
    size_t room;
} countables[] = {
    [HUI_COUNT_MARKS] = {"marks", 1}, [HUI_COUNT_TEXTS] = {"texts", 5}, [HUI_COUNT_SERIES] = {"series", 5}};

bool hui_unit_has_room(const hui_view *unit, hui_countable what, size_t count)
{
    hui_charting *chart = unit->chart;
    const size_t most = hui_budget_most(chart->diags->budget, HUI_MOST_MARKS);
    chart->mark_count += countables[what].room * count;
    if (chart->mark_count <= most || chart->gave_up)
        return !chart->gave_up;
    chart->gave_up = true;
    hui_place place = hui_json_place(chart->arena, unit->spec);
    place.length = 1;
    hui_diags_add(chart->diags, HUI_CODE_BAD_CHART, place,
                  hui_arena_printf(chart->arena, "aggregate, bin or sample the data; %s",
                                   hui_limit_hint(chart->arena, HUI_MOST_MARKS)),
                  hui_arena_printf(chart->arena, "the chart has more than %zu %s", most / countables[what].room,
                                   countables[what].word));
    return false;
}

void hui_unit_draw(const hui_view *unit, hui_frame *frame)
{
    hui_charting *chart = frame->chart;
    const size_t first = frame->marks.count;
    hui_drawing drawing = {
        .unit = unit, .frame = frame, .arena = chart->arena, .rows = hui_frame_rows(frame, unit, unit->main)};
    const hui_json *clip = hui_mark_find(unit, "clip", NULL);
    if (!hui_unit_has_room(unit, unit->mark_kind == HUI_MARK_KIND_TEXT ? HUI_COUNT_TEXTS : HUI_COUNT_MARKS,
                           drawing.rows.count))
        return;
    drawing.role = hui_arena_printf(chart->arena, "mark-%s", hui_mark_word(unit->mark_kind));
    drawing.clip = clip ? hui_json_truthy(clip) : unit->projection && !unit->projection->fits;
    drawing.scope = (hui_expr_scope){.arena = chart->arena,
                                     .table = drawing.rows.table,
                                     .params = hui_frame_params(frame),
                                     .random = &chart->random,
                                     .scales = hui_geo_function,
                                     .closure = chart};
    hui_drawing_geocode(&drawing);
    draws[unit->mark_kind](&drawing, &frame->marks);
    if (unit->projection)
        hui_marks_hide_unplaced(&frame->marks, first);
}
