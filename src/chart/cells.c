/* Cells of facets: which there are, in which order, and which rows belong to each. */
#include "chart/frame.h"

#include <stdlib.h>
#include <string.h>

/* Rows of a table by the fields of a facet and those around it; kept, as every mark of every cell asks for it. */
typedef struct hui_partition hui_partition;
struct hui_partition {
    const hui_table *table;
    const hui_view *facet;
    hui_groups groups;
    const size_t *rows, *starts; /* rows of group g: rows[starts[g]] … rows[starts[g + 1] - 1] */
    uint32_t *slots;             /* hash table of groups + 1, by their values */
    size_t slot_count;
    hui_accessor *accessors;
    size_t accessor_count;
    hui_partition *next;
};

/* The facet around a view that parts its data, too; NULL where there is none, or the view has data of its own. */
static const hui_view *outer_facet(const hui_view *view)
{
    do {
        if (hui_view_has_data(view))
            return NULL;
        view = view->parent;
    } while (view && view->kind != HUI_VIEW_FACET);
    return view;
}

static hui_names facet_columns(const hui_frame *frame, const hui_view *facet)
{
    hui_names columns = {0};
    for (; facet; facet = outer_facet(facet))
        for (int i = 0; i < HUI_FACET_COUNT; i++)
            if (facet->headers[i].def)
                *hui_vec_push(frame->chart->arena, &columns) = facet->headers[i].def->column;
    return columns;
}

static uint32_t mix(uint32_t hash, hui_value value)
{
    return hash * 16777619u ^ hui_value_hash(value);
}

static void index_groups(hui_arena *arena, hui_partition *part)
{
    part->slot_count = 2 * part->groups.count + 1;
    part->slots = HUI_NEW_ARRAY(arena, uint32_t, part->slot_count);
    for (size_t g = 0; g < part->groups.count; g++) {
        uint32_t hash = 0;
        for (size_t i = 0; i < part->accessor_count; i++)
            hash = mix(hash, hui_accessor_value(&part->accessors[i], part->groups.first[g]));
        size_t slot = hash % part->slot_count;
        while (part->slots[slot])
            slot = (slot + 1) % part->slot_count;
        part->slots[slot] = (uint32_t)g + 1;
    }
}

static hui_partition *partition_new(const hui_frame *frame, const hui_table *table, const hui_view *facet)
{
    hui_arena *arena = frame->chart->arena;
    hui_partition *part = HUI_NEW(arena, hui_partition);
    const hui_names columns = facet_columns(frame, facet);
    part->table = table;
    part->facet = facet;
    part->groups = hui_table_group(arena, table, columns.at, columns.count);
    part->accessor_count = columns.count;
    part->accessors = HUI_NEW_ARRAY(arena, hui_accessor, columns.count + 1);
    for (size_t i = 0; i < columns.count; i++)
        part->accessors[i] = hui_accessor_new(arena, table, columns.at[i]);
    size_t *starts = HUI_NEW_ARRAY(arena, size_t, part->groups.count + 2);
    size_t *rows = HUI_NEW_ARRAY(arena, size_t, table->rows + 1);
    for (size_t i = 0; i < table->rows; i++)
        starts[part->groups.of_row[i] + 2]++;
    for (size_t g = 2; g < part->groups.count + 2; g++)
        starts[g] += starts[g - 1];
    for (size_t i = 0; i < table->rows; i++)
        rows[starts[part->groups.of_row[i] + 1]++] = i;
    part->starts = starts;
    part->rows = rows;
    index_groups(arena, part);
    return part;
}

static hui_partition *find_partition(const hui_frame *frame, const hui_table *table, const hui_view *facet)
{
    for (hui_partition *part = frame->chart->partitions; part; part = part->next)
        if (part->table == table && part->facet == facet)
            return part;
    hui_partition *part = partition_new(frame, table, facet);
    part->next = frame->chart->partitions;
    frame->chart->partitions = part;
    return part;
}

static hui_rows rows_of_cell(const hui_frame *frame, const hui_table *table, const hui_cell *cell)
{
    const hui_partition *part = find_partition(frame, table, cell->facet);
    hui_value values[16];
    size_t count = 0;
    uint32_t hash = 0;
    for (const hui_cell *at = cell; at; at = outer_facet(at->facet) ? at->outer : NULL)
        for (int i = 0; i < HUI_FACET_COUNT; i++)
            if (at->facet->headers[i].def && count < sizeof values / sizeof *values) {
                values[count] = at->values[i];
                hash = mix(hash, values[count++]);
            }
    for (size_t slot = hash % part->slot_count; part->slots[slot]; slot = (slot + 1) % part->slot_count) {
        const size_t g = part->slots[slot] - 1;
        size_t same = 0;
        while (same < count && same < part->accessor_count &&
               hui_value_same(hui_accessor_value(&part->accessors[same], part->groups.first[g]), values[same]))
            same++;
        if (same == count)
            return (hui_rows){table, part->rows + part->starts[g], part->starts[g + 1] - part->starts[g]};
    }
    return (hui_rows){table, part->rows, 0};
}

hui_rows hui_frame_rows(const hui_frame *frame, const hui_view *view, const hui_table *table)
{
    return frame->cell && outer_facet(view) ? rows_of_cell(frame, table, frame->cell)
                                            : (hui_rows){table, NULL, table->rows};
}

/* Values of one field of a facet, in order
 * ---------------------------------------- */

typedef struct header_value {
    hui_value value, key;
    size_t index; /* among the values as they come in the data */
} header_value;

typedef struct header_values {
    header_value *at; /* in order */
    size_t count;
    const uint32_t *of_row; /* `index` of each row of the table */
    bool descending, keyed; /* keyed: sorted by something else than themselves */
} header_values;

static int compare_indices(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_up(const void *left, const void *right)
{
    const header_value *a = left, *b = right;
    const int order = hui_value_compare(a->key, b->key);
    return order ? order : compare_indices(a->index, b->index);
}

static int compare_down(const void *left, const void *right)
{
    const header_value *a = left, *b = right;
    const int order = hui_value_compare(b->key, a->key);
    return order ? order : compare_indices(a->index, b->index);
}

/* By their places in a list; those that are not in it come last. */
static void sort_by_list(hui_charting *chart, const hui_channel_def *def, header_values *list)
{
    hui_value_index places = {0};
    for (const hui_json *item = def->sort->first; item; item = item->next)
        hui_value_index_add(chart->arena, &places, hui_def_value(chart, def, item));
    for (size_t i = 0; i < list->count; i++) {
        const size_t place = hui_value_index_find(&places, list->at[i].value);
        list->at[i].key = hui_value_number(place == SIZE_MAX ? (double)places.count : (double)place);
    }
}

/* By an aggregate of another field over a table. */
static void sort_by_field(hui_charting *chart, const hui_table *table, const hui_channel_def *def, header_values *list)
{
    const char *op = hui_spec_string(def->sort, "op", "min"), *groupby[] = {def->column};
    const hui_measure measure = {hui_aggregate_find(op), hui_spec_string(def->sort, "field", NULL), "key"};
    if (measure.op == HUI_AGGREGATE_NONE)
        return;
    hui_rng random = chart->random;
    const hui_table *groups = hui_aggregate_apply(chart->arena, table, groupby, 1, &measure, 1, &random);
    const hui_accessor values = hui_accessor_new(chart->arena, groups, def->column);
    const hui_accessor keys = hui_accessor_new(chart->arena, groups, "key");
    hui_value_index places = {0};
    for (size_t k = 0; k < groups->rows; k++)
        hui_value_index_add(chart->arena, &places, hui_accessor_value(&values, k));
    for (size_t i = 0; i < list->count; i++) {
        const size_t place = hui_value_index_find(&places, list->at[i].value);
        if (place != SIZE_MAX)
            list->at[i].key = hui_accessor_value(&keys, place);
    }
}

/* Rows of a facet's table in the frame's cell, as a table. */
static const hui_table *table_in(const hui_frame *frame, const hui_view *facet, const hui_table *table)
{
    const hui_rows rows = hui_frame_rows(frame, facet, table);
    return rows.at ? hui_table_gather(frame->chart->arena, rows.table, rows.at, rows.count) : rows.table;
}

/* Scales whose categories are sorted by what is not among them read the data before they are aggregated. */
static bool keeps_raw(const hui_view *unit)
{
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++) {
        const hui_channel_def *def = hui_unit_scaled(unit, (hui_channel)i);
        const hui_scale_part *part = hui_view_scale(unit, (hui_channel)i);
        if (hui_def_is_field(def) && part && (hui_scale_traits(part->type) & HUI_SCALE_DISCRETE) && def->sort &&
            def->sort->kind != HUI_JSON_NULL && !hui_json_is_string(def->sort, "ascending") &&
            !hui_json_is(hui_spec_find(def->json, "scale.domain"), HUI_JSON_ARRAY))
            return true;
    }
    return false;
}

/* What a facet parts: data as far as nothing but its cells needs them. `kept`: columns of the facet's source are still there. */
static const hui_table *parted_table(const hui_view *facet, bool *kept)
{
    const hui_view *view = facet->children[0];
    const hui_table *table = facet->source;
    *kept = true;
    while ((view->kind == HUI_VIEW_LAYER || view->kind == HUI_VIEW_CONCAT) && !hui_view_has_data(view)) {
        table = view->source;
        if (view->child_count != 1)
            return table;
        view = view->children[0];
    }
    if (hui_view_has_data(view))
        return table;
    if (view->kind != HUI_VIEW_UNIT || keeps_raw(view))
        return view->kind == HUI_VIEW_UNIT ? view->raw : view->source;
    *kept = !view->aggregated;
    return view->main;
}

/* Distinct values of a facet's field in `parted`. */
static header_values header_values_of(const hui_frame *frame, const hui_view *facet, const hui_channel_def *def,
                                      const hui_table *parted, bool kept)
{
    hui_charting *chart = frame->chart;
    const char *fields[] = {def->column};
    const hui_groups groups = hui_table_group(chart->arena, parted, fields, 1);
    const hui_accessor column = hui_accessor_new(chart->arena, parted, def->column);
    const bool crossed = facet->headers[HUI_FACET_ROW].def && facet->headers[HUI_FACET_COLUMN].def;
    const bool listed = hui_json_is(def->sort, HUI_JSON_ARRAY), measured = hui_json_is(def->sort, HUI_JSON_OBJECT);
    header_values list = {.at = HUI_NEW_ARRAY(chart->arena, header_value, groups.count + 1),
                          .count = groups.count,
                          .of_row = groups.of_row,
                          .keyed = listed || measured};
    for (size_t i = 0; i < groups.count; i++) {
        const hui_value value = hui_accessor_value(&column, groups.first[i]);
        list.at[i] = (header_value){.value = value, .index = i};
        if (!list.keyed)
            list.at[i].key = value;
    }
    if (listed && kept) /* else its order is lost, as it is in Vega-Lite */
        sort_by_list(chart, def, &list);
    if (measured && (kept || !crossed))
        sort_by_field(chart, crossed ? table_in(frame, facet, facet->source) : parted, def, &list);
    list.descending = hui_json_is_string(def->sort, "descending") ||
                      hui_json_is_string(hui_spec_find(def->sort, "order"), "descending");
    if (groups.count > 1)
        qsort(list.at, groups.count, sizeof *list.at, list.descending ? compare_down : compare_up);
    return list;
}

static const hui_value *values_of(hui_arena *arena, const header_values *list)
{
    hui_value *values = HUI_NEW_ARRAY(arena, hui_value, list->count + 1);
    for (size_t i = 0; i < list->count; i++)
        values[i] = list->at[i].value;
    return values;
}

/* Cells
 * ----- */

static hui_cell *cell_new(const hui_frame *frame, const hui_view *facet)
{
    hui_cell *cell = HUI_NEW(frame->chart->arena, hui_cell);
    cell->facet = facet;
    cell->outer = frame->cell;
    return cell;
}

static void fill_line(const hui_frame *frame, const hui_view *facet, hui_cells *cells, const header_values *list,
                      int index)
{
    for (size_t i = 0; i < list->count; i++) {
        cells->at[i] = cell_new(frame, facet);
        cells->at[i]->values[index] = list->at[i].value;
    }
}

static void wrap_cells(const hui_view *facet, hui_cells *cells)
{
    const double fallback = hui_spec_number(facet->chart->config, "facet.columns", (double)cells->count);
    const double columns = hui_spec_number(facet->spec, "columns", fallback);
    cells->columns = columns >= 1 && columns < (double)cells->count ? (size_t)columns : cells->count ? cells->count : 1;
    cells->rows = (cells->count + cells->columns - 1) / cells->columns;
}

/* A cell of rows × columns: with the keys it is sorted by. Cells without data have none where values do not sort by
 * themselves, and stand first. */
typedef struct crossed_cell {
    hui_value keys[2];
    bool descending[2];
    size_t index, row, column;
    bool empty;
} crossed_cell;

static int compare_crossed(const void *left, const void *right)
{
    const crossed_cell *a = left, *b = right;
    for (int i = 0; i < 2; i++) {
        const int order = hui_value_compare(a->keys[i], b->keys[i]);
        if (order)
            return a->descending[i] ? -order : order;
    }
    return compare_indices(a->index, b->index);
}

static hui_value crossed_key(const header_values *list, size_t at, bool empty)
{
    return empty && list->keyed ? (hui_value){0} : list->at[at].key;
}

/* Where each value, by its `index`, stands in the list. */
static size_t *places_of(hui_arena *arena, const header_values *list)
{
    size_t *places = HUI_NEW_ARRAY(arena, size_t, list->count + 1);
    for (size_t i = 0; i < list->count; i++)
        places[list->at[i].index] = i;
    return places;
}

static crossed_cell *cross(hui_arena *arena, const hui_table *parted, const header_values *rows,
                           const header_values *columns)
{
    const size_t count = rows->count * columns->count, *row_places = places_of(arena, rows);
    const size_t *column_places = places_of(arena, columns);
    crossed_cell *list = HUI_NEW_ARRAY(arena, crossed_cell, count + 1);
    size_t seen = 0;
    for (size_t i = 0; i < count; i++)
        list[i] = (crossed_cell){.empty = true, .row = i / columns->count, .column = i % columns->count};
    for (size_t i = 0; i < parted->rows; i++) {
        crossed_cell *cell = &list[row_places[rows->of_row[i]] * columns->count + column_places[columns->of_row[i]]];
        if (cell->empty)
            cell->index = seen++;
        cell->empty = false;
    }
    /* what has no data comes last, in the order in which the values come */
    for (size_t r = 0; r < rows->count; r++)
        for (size_t c = 0; c < columns->count; c++) {
            crossed_cell *cell = &list[row_places[r] * columns->count + column_places[c]];
            if (cell->empty)
                cell->index = seen++;
        }
    for (size_t i = 0; i < count; i++) {
        list[i].keys[0] = crossed_key(rows, list[i].row, list[i].empty);
        list[i].keys[1] = crossed_key(columns, list[i].column, list[i].empty);
        list[i].descending[0] = rows->descending;
        list[i].descending[1] = columns->descending;
    }
    if (count > 1)
        qsort(list, count, sizeof *list, compare_crossed);
    return list;
}

static void cross_cells(const hui_frame *frame, const hui_view *facet, hui_cells *cells, const hui_table *parted,
                        const header_values *rows, const header_values *columns)
{
    const crossed_cell *list = cross(frame->chart->arena, parted, rows, columns);
    for (size_t i = 0; i < cells->count; i++) {
        cells->at[i] = cell_new(frame, facet);
        cells->at[i]->values[HUI_FACET_ROW] = rows->at[list[i].row].value;
        cells->at[i]->values[HUI_FACET_COLUMN] = columns->at[list[i].column].value;
        cells->at[i]->empty = list[i].empty;
    }
}

hui_cells hui_facet_cells(const hui_frame *frame, const hui_view *facet)
{
    hui_arena *arena = frame->chart->arena;
    const hui_header_part *headers = facet->headers;
    bool kept;
    const hui_table *parted = table_in(frame, facet, parted_table(facet, &kept));
    header_values lists[HUI_FACET_COUNT] = {0};
    for (int i = 0; i < HUI_FACET_COUNT; i++)
        if (headers[i].def)
            lists[i] = header_values_of(frame, facet, headers[i].def, parted, kept);
    const header_values *rows = &lists[HUI_FACET_ROW], *columns = &lists[HUI_FACET_COLUMN],
                        *wrap = &lists[HUI_FACET_WRAP];
    hui_cells cells = {.columns = headers[HUI_FACET_COLUMN].def ? columns->count : 1,
                       .rows = headers[HUI_FACET_ROW].def ? rows->count : 1};
    cells.count = headers[HUI_FACET_WRAP].def ? wrap->count : cells.rows * cells.columns;
    cells.row_values = headers[HUI_FACET_ROW].def ? values_of(arena, rows) : NULL;
    cells.column_values = headers[HUI_FACET_COLUMN].def ? values_of(arena, columns) : NULL;
    if (headers[HUI_FACET_WRAP].def)
        wrap_cells(facet, &cells);
    if (cells.count > HUI_CELL_LIMIT)
        return cells;
    cells.at = HUI_NEW_ARRAY(arena, hui_cell *, cells.count + 1);
    if (headers[HUI_FACET_WRAP].def)
        fill_line(frame, facet, &cells, wrap, HUI_FACET_WRAP);
    else if (cells.row_values && cells.column_values)
        cross_cells(frame, facet, &cells, parted, rows, columns);
    else if (cells.row_values)
        fill_line(frame, facet, &cells, rows, HUI_FACET_ROW);
    else if (cells.column_values)
        fill_line(frame, facet, &cells, columns, HUI_FACET_COLUMN);
    else
        cells.at[0] = cell_new(frame, facet);
    return cells;
}
