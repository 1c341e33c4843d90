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

static const hui_view *outer_facet(const hui_view *facet)
{
    const hui_view *view = facet->parent;
    while (view && view->kind != HUI_VIEW_FACET)
        view = view->parent;
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
    for (const hui_cell *at = cell; at; at = at->outer)
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

hui_rows hui_frame_rows(const hui_frame *frame, const hui_table *table)
{
    return frame->cell ? rows_of_cell(frame, table, frame->cell) : (hui_rows){table, NULL, table->rows};
}

/* Values of one field of a facet, in order
 * ---------------------------------------- */

typedef struct header_value {
    hui_value value, key;
    size_t index;
} header_value;

static int compare_up(const void *left, const void *right)
{
    const header_value *a = left, *b = right;
    const int order = hui_value_compare(a->key, b->key);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static int compare_down(const void *left, const void *right)
{
    const header_value *a = left, *b = right;
    const int order = hui_value_compare(b->key, a->key);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static hui_value array_key(hui_charting *chart, const hui_channel_def *def, hui_value value)
{
    size_t index = 0;
    for (const hui_json *item = def->sort->first; item; item = item->next, index++)
        if (hui_value_same(hui_def_value(chart, def, item), value))
            break;
    return hui_value_number((double)index);
}

/* By an aggregate of another field over the facet's own data. */
static void sort_by_field(hui_charting *chart, const hui_table *table, const hui_channel_def *def, header_value *list,
                          size_t count)
{
    const char *op = hui_spec_string(def->sort, "op", "min"), *groupby[] = {def->column};
    const hui_measure measure = {hui_aggregate_find(op), hui_spec_string(def->sort, "field", NULL), "key"};
    if (measure.op == HUI_AGGREGATE_NONE)
        return;
    hui_rng random = chart->random;
    const hui_table *groups = hui_aggregate_apply(chart->arena, table, groupby, 1, &measure, 1, &random);
    const hui_accessor values = hui_accessor_new(chart->arena, groups, def->column);
    const hui_accessor keys = hui_accessor_new(chart->arena, groups, "key");
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < groups->rows; k++)
            if (hui_value_same(hui_accessor_value(&values, k), list[i].value)) {
                list[i].key = hui_accessor_value(&keys, k);
                break;
            }
}

/* Rows of a table in the frame's cell, as a table. */
static const hui_table *table_in(const hui_frame *frame, const hui_table *table)
{
    const hui_rows rows = hui_frame_rows(frame, table);
    return rows.at ? hui_table_gather(frame->chart->arena, rows.table, rows.at, rows.count) : rows.table;
}

/* Distinct values of a facet's field among what its cells show. */
static hui_value *header_values(const hui_frame *frame, const hui_view *facet, const hui_channel_def *def,
                                size_t *count)
{
    hui_charting *chart = frame->chart;
    const hui_view *child = facet->children[0];
    const hui_table *shown = table_in(
        frame, child->kind == HUI_VIEW_UNIT && !hui_json_find(child->spec, "data") ? child->main : facet->source);
    const char *fields[] = {def->column};
    const hui_groups groups = hui_table_group(chart->arena, shown, fields, 1);
    const hui_accessor column = hui_accessor_new(chart->arena, shown, def->column);
    header_value *list = HUI_NEW_ARRAY(chart->arena, header_value, groups.count + 1);
    hui_value *values = HUI_NEW_ARRAY(chart->arena, hui_value, groups.count + 1);
    for (size_t i = 0; i < groups.count; i++) {
        const hui_value value = hui_accessor_value(&column, groups.first[i]);
        const bool listed = hui_json_is(def->sort, HUI_JSON_ARRAY);
        list[i] = (header_value){value, listed ? array_key(chart, def, value) : value, i};
    }
    if (hui_json_is(def->sort, HUI_JSON_OBJECT))
        sort_by_field(chart, table_in(frame, facet->source), def, list, groups.count);
    const bool down = hui_json_is_string(def->sort, "descending") ||
                      hui_json_is_string(hui_spec_find(def->sort, "order"), "descending");
    if (!hui_json_is(def->sort, HUI_JSON_NULL) && groups.count > 1)
        qsort(list, groups.count, sizeof *list, down ? compare_down : compare_up);
    for (size_t i = 0; i < groups.count; i++)
        values[i] = list[i].value;
    *count = groups.count;
    return values;
}

static hui_cell *cell_new(const hui_frame *frame, const hui_view *facet)
{
    hui_cell *cell = HUI_NEW(frame->chart->arena, hui_cell);
    cell->facet = facet;
    cell->outer = frame->cell;
    return cell;
}

static void wrap_cells(const hui_frame *frame, const hui_view *facet, hui_cells *cells, const hui_value *values)
{
    for (size_t i = 0; i < cells->count; i++) {
        cells->at[i] = cell_new(frame, facet);
        cells->at[i]->values[HUI_FACET_WRAP] = values[i];
    }
    const double columns = hui_spec_number(facet->spec, "columns", (double)cells->count);
    cells->columns = columns >= 1 && columns < (double)cells->count ? (size_t)columns : cells->count ? cells->count : 1;
    cells->rows = (cells->count + cells->columns - 1) / cells->columns;
}

static void cross_cells(const hui_frame *frame, const hui_view *facet, hui_cells *cells)
{
    for (size_t i = 0; i < cells->count; i++) {
        cells->at[i] = cell_new(frame, facet);
        if (cells->row_values)
            cells->at[i]->values[HUI_FACET_ROW] = cells->row_values[i / cells->columns];
        if (cells->column_values)
            cells->at[i]->values[HUI_FACET_COLUMN] = cells->column_values[i % cells->columns];
    }
}

hui_cells hui_facet_cells(const hui_frame *frame, const hui_view *facet)
{
    hui_charting *chart = frame->chart;
    const hui_channel_def *wrap = facet->headers[HUI_FACET_WRAP].def;
    hui_cells cells = {.columns = 1, .rows = 1};
    const hui_value *wrapped = NULL;
    if (wrap) {
        wrapped = header_values(frame, facet, wrap, &cells.count);
    } else {
        if (facet->headers[HUI_FACET_ROW].def)
            cells.row_values = header_values(frame, facet, facet->headers[HUI_FACET_ROW].def, &cells.rows);
        if (facet->headers[HUI_FACET_COLUMN].def)
            cells.column_values = header_values(frame, facet, facet->headers[HUI_FACET_COLUMN].def, &cells.columns);
        cells.count = cells.rows * cells.columns;
    }
    cells.at = HUI_NEW_ARRAY(chart->arena, hui_cell *, cells.count + 1);
    if (wrap)
        wrap_cells(frame, facet, &cells, wrapped);
    else
        cross_cells(frame, facet, &cells);
    return cells;
}
