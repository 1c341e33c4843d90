/* The steps that encodings ask for, in Vega-Lite's order: parsed fields, bins, time units, aggregates, stacks. */
#include "chart/pipeline.h"
#include "chart/projection.h"

#include "data/format.h"

#include <math.h>
#include <string.h>

typedef hui_pipeline pipeline;

/* Every field of the view's encodings, with those of conditions. */
typedef void field_visit(pipeline *line, const hui_channel_def *def, hui_channel channel);

static void visit_def(pipeline *line, const hui_channel_def *def, hui_channel channel, field_visit *visit)
{
    if (!def)
        return;
    if (def->kind == HUI_DEF_FIELD)
        visit(line, def, channel);
    for (size_t i = 0; i < def->condition_count; i++)
        if (hui_def_is_field(def->conditions[i].def))
            visit(line, def->conditions[i].def, channel);
}

static void visit_list(pipeline *line, const hui_channel_defs *list, hui_channel channel, field_visit *visit)
{
    for (size_t i = 0; i < list->count; i++)
        visit_def(line, list->at[i], channel, visit);
}

static void visit_fields(pipeline *line, field_visit *visit)
{
    const hui_view *view = line->view;
    if (view->kind == HUI_VIEW_FACET)
        for (int i = 0; i < HUI_FACET_COUNT; i++)
            visit_def(line, view->headers[i].def, HUI_CHANNEL_FACET, visit);
    if (view->kind != HUI_VIEW_UNIT)
        return;
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++)
        visit_def(line, view->channels[i], (hui_channel)i, visit);
    visit_list(line, &view->orders, HUI_CHANNEL_ORDER, visit);
    visit_list(line, &view->details, HUI_CHANNEL_DETAIL, visit);
    visit_list(line, &view->tooltips, HUI_CHANNEL_TOOLTIP, visit);
}

static bool has_column(const pipeline *line, const char *name)
{
    return hui_table_find(line->table, name) != NULL;
}

static hui_measurement type_of(const pipeline *line, const hui_channel_def *def, hui_channel channel)
{
    const hui_channel main = hui_channel_main(channel);
    const hui_channel_def *first = main != channel ? line->view->channels[main] : NULL;
    return first && !hui_json_find(def->json, "type") ? first->type : def->type;
}

static void parse_as(pipeline *line, const char *field, const char *type)
{
    line->table = hui_source_parse_column(line->chart->arena, line->table, field, type);
}

/* A nested field gets a column of its own, so that later steps see plain names. */
static void flatten_field(pipeline *line, const hui_channel_def *def)
{
    hui_arena *arena = line->chart->arena;
    const hui_accessor nested = hui_accessor_new(arena, line->table, def->field);
    const char *name = def->column;
    const bool derived = def->op != HUI_AGGREGATE_NONE || def->bins || (def->unit.parts && !def->unit.binned);
    if (derived || !strcmp(name, def->field) || has_column(line, name))
        return;
    line->table = hui_table_copy(arena, line->table);
    hui_value *values = hui_table_add(line->table, name);
    for (size_t i = 0; i < line->table->rows; i++)
        values[i] = hui_accessor_value(&nested, i);
}

static void parse_field(pipeline *line, const hui_channel_def *def, hui_channel channel)
{
    const hui_view *view = line->view;
    if (!def->field)
        return;
    const hui_measurement type = type_of(line, def, channel);
    const hui_channel dimension = view->orient == HUI_HORIZONTAL ? HUI_CHANNEL_Y : HUI_CHANNEL_X;
    const bool ordered = view->kind == HUI_VIEW_UNIT && (hui_mark_traits(view->mark_kind) & HUI_MARK_PATH_LIKE) &&
                         view->orders.count == 0 && channel == dimension;
    if (type == HUI_TEMPORAL || (def->unit.parts && def->op == HUI_AGGREGATE_NONE))
        parse_as(line, def->field, "date");
    else if (type == HUI_QUANTITATIVE && (def->op == HUI_AGGREGATE_MIN || def->op == HUI_AGGREGATE_MAX ||
                                          (ordered && def->op == HUI_AGGREGATE_NONE)))
        parse_as(line, def->field, "number");
    flatten_field(line, def);
}

static const char *bin_text(pipeline *line, const hui_channel_def *def, hui_value value)
{
    hui_arena *arena = line->chart->arena;
    const char *format = hui_spec_string(
        def->json, "axis.format",
        hui_spec_string(def->json, "legend.format", hui_spec_string(line->chart->config, "numberFormat", "")));
    char *text = hui_format_number(arena, format, value.number);
    return text ? text : hui_number_string(arena, value.number);
}

/* Texts of bins, for scales that take them as categories: "10 – 20". */
static void name_bins(pipeline *line, const hui_channel_def *def)
{
    hui_arena *arena = line->chart->arena;
    const hui_value *start = hui_table_find(line->table, def->column)->at;
    const hui_value *end = hui_table_find(line->table, def->column_end)->at;
    hui_value *texts = hui_table_add(line->table, def->column_range);
    for (size_t i = 0; i < line->table->rows; i++)
        texts[i] = hui_value_string(
            hui_value_valid(start[i]) && isfinite(start[i].number)
                ? hui_arena_printf(arena, "%s – %s", bin_text(line, def, start[i]), bin_text(line, def, end[i]))
                : "null");
}

static void bin_field(pipeline *line, const hui_channel_def *def, hui_channel channel)
{
    if (!def->bins || !def->field)
        return;
    line->table = hui_bin_apply(line->chart->arena, line->table, def->field, &def->bin, def->column, def->column_end,
                                &line->view->bins[channel]);
    if (hui_def_is_discrete(def))
        name_bins(line, def);
}

static double blend(double a, double b, double share)
{
    return (1 - share) * a + share * b;
}

static void shift_field(pipeline *line, const hui_channel_def *def, hui_channel channel)
{
    const double share =
        hui_unit_band_position(line->view, def, line->view->channels[hui_channel_second(channel)]) + 0.5;
    hui_value *start = hui_table_add(line->table, def->column_rect_start);
    hui_value *end = hui_table_add(line->table, def->column_rect_end);
    const hui_column *from = hui_table_find(line->table, def->column),
                     *to = hui_table_find(line->table, def->column_end);
    for (size_t i = 0; from && to && i < line->table->rows; i++) {
        const double at = hui_value_to_number(from->at[i]), last = hui_value_to_number(to->at[i]);
        const double before = hui_time_unit_offset(def->unit, at, -1);
        start[i] = hui_value_number(blend(before, at, share));
        end[i] = hui_value_number(blend(at, last, share));
    }
}

static void unit_field(pipeline *line, const hui_channel_def *def, hui_channel channel)
{
    hui_arena *arena = line->chart->arena;
    if (!def->unit.parts || !def->field)
        return;
    if (!def->unit.binned) {
        line->table = hui_time_unit_apply(arena, line->table, def->field, def->unit, def->column, def->column_end);
    } else {
        line->table = hui_table_copy(arena, line->table);
        const hui_accessor dates = hui_accessor_new(arena, line->table, def->column);
        hui_value *ends = hui_table_add(line->table, def->column_end);
        for (size_t i = 0; i < line->table->rows; i++)
            ends[i] =
                hui_value_date(hui_time_unit_offset(def->unit, hui_value_to_number(hui_accessor_value(&dates, i)), 1));
    }
    if (def->column_rect_start)
        shift_field(line, def, channel);
}

/* Stacks in the order of a colour's domain: see order_by_domain of view.c. */
static void index_field(pipeline *line, const hui_channel_def *def, hui_channel channel)
{
    const hui_json *domain = hui_spec_find(def->json, "scale.domain");
    if (channel != HUI_CHANNEL_ORDER || !strstr(def->column, "_sort_index") || !domain)
        return;
    line->table = hui_table_copy(line->chart->arena, line->table);
    const hui_accessor field = hui_accessor_new(line->chart->arena, line->table, def->field);
    const hui_value known = hui_value_from_json(line->chart->arena, domain);
    hui_value *indices = hui_table_add(line->table, def->column);
    hui_value_index places = {0};
    for (uint32_t k = 0; known.kind == HUI_VALUE_ARRAY && k < known.count; k++)
        hui_value_index_add(line->chart->arena, &places, known.items[k]);
    for (size_t i = 0; i < line->table->rows; i++) {
        const size_t place = hui_value_index_find(&places, hui_accessor_value(&field, i));
        indices[i] = hui_value_number(place == SIZE_MAX ? -1 : (double)place);
    }
}

typedef struct aggregation {
    pipeline line;
    hui_names dimensions;
    HUI_VEC(hui_measure) measures;
} aggregation;

static void add_dimension(aggregation *step, const char *column)
{
    for (size_t i = 0; i < step->dimensions.count; i++)
        if (!strcmp(step->dimensions.at[i], column))
            return;
    *hui_vec_push(step->line.chart->arena, &step->dimensions) = column;
}

static void add_measure(aggregation *step, hui_aggregate_op op, const char *field, const char *as)
{
    for (size_t i = 0; i < step->measures.count; i++)
        if (!strcmp(step->measures.at[i].as, as))
            return;
    *hui_vec_push(step->line.chart->arena, &step->measures) = (hui_measure){op, field, as};
}

static void aggregate_field(pipeline *line, const hui_channel_def *def, hui_channel channel)
{
    aggregation *step = (aggregation *)line; /* its first member */
    hui_arena *arena = line->chart->arena;
    (void)channel;
    if (def->op == HUI_AGGREGATE_NONE) {
        add_dimension(step, def->column);
        if (has_column(line, def->column_end) && (def->bins || def->unit.parts))
            add_dimension(step, def->column_end);
        if (def->bins && has_column(line, def->column_range))
            add_dimension(step, def->column_range);
        if (def->column_rect_start) {
            add_dimension(step, def->column_rect_start);
            add_dimension(step, def->column_rect_end);
        }
        return;
    }
    add_measure(step, def->op, def->by ? def->by : def->field, def->column);
    if (hui_def_unaggregated(line->chart, def)) {
        add_measure(step, HUI_AGGREGATE_MIN, def->field, hui_arena_printf(arena, "min_%s", def->column));
        add_measure(step, HUI_AGGREGATE_MAX, def->field, hui_arena_printf(arena, "max_%s", def->column));
    }
}

/* argmax of one field for another: the row found gives its value of the field. */
static void pick_field(pipeline *line, const hui_channel_def *def, hui_channel channel)
{
    (void)channel;
    if (!def->by || !def->field)
        return;
    const hui_column *found = hui_table_find(line->table, def->column);
    const hui_value *rows = found ? found->at : NULL;
    hui_value *picked = hui_table_add(line->table, def->column);
    for (size_t i = 0; rows && i < line->table->rows; i++)
        picked[i] = rows[i].kind == HUI_VALUE_OBJECT ? hui_value_member(rows[i], def->field) : rows[i];
}

static void aggregate(pipeline *line)
{
    if (!line->view->aggregated)
        return;
    aggregation step = {.line = *line};
    visit_fields(&step.line, aggregate_field);
    for (size_t i = 0; i < line->scope.facet_count; i++)
        add_dimension(&step, line->scope.facets[i]);
    line->table = hui_aggregate_apply(line->chart->arena, line->table, step.dimensions.at, step.dimensions.count,
                                      step.measures.at, step.measures.count, &line->chart->random);
    visit_fields(line, pick_field);
}

static void add_series(hui_arena *arena, hui_names *series, const char *column)
{
    *hui_vec_push(arena, series) = column;
}

/* Fields that part a path into series: see hui_unit_series. */
const char *const *hui_unit_series(const hui_view *unit, size_t *count)
{
    hui_arena *arena = unit->chart->arena;
    hui_names series = {0};
    for (unsigned i = HUI_CHANNEL_COLOR; i <= HUI_CHANNEL_SIZE; i++) {
        const hui_channel_def *def = hui_unit_scaled(unit, (hui_channel)i);
        if (hui_def_is_field(def) && def->op == HUI_AGGREGATE_NONE &&
            !(i == HUI_CHANNEL_SIZE && unit->mark_kind == HUI_MARK_KIND_TRAIL))
            add_series(arena, &series, def->column);
    }
    for (size_t i = 0; unit->mark_kind == HUI_MARK_KIND_AREA && i < unit->orders.count; i++)
        if (unit->orders.at[i]->op == HUI_AGGREGATE_NONE)
            add_series(arena, &series, unit->orders.at[i]->column);
    for (size_t i = 0; i < unit->details.count; i++)
        if (unit->details.at[i]->op == HUI_AGGREGATE_NONE)
            add_series(arena, &series, unit->details.at[i]->column);
    if (hui_def_is_field(unit->channels[HUI_CHANNEL_KEY]))
        add_series(arena, &series, unit->channels[HUI_CHANNEL_KEY]->column);
    for (hui_channel offset = HUI_CHANNEL_XOFFSET; offset <= HUI_CHANNEL_YOFFSET; offset++) {
        const hui_channel_def *def = unit->channels[offset];
        const hui_channel_def *position = unit->channels[offset == HUI_CHANNEL_XOFFSET ? HUI_CHANNEL_X : HUI_CHANNEL_Y];
        if (hui_def_is_field(def) && hui_def_is_field(position) && def->op == HUI_AGGREGATE_NONE &&
            position->op == HUI_AGGREGATE_NONE && strcmp(def->column, position->column) != 0)
            add_series(arena, &series, position->column);
    }
    *count = series.count;
    return series.at;
}

static void read_impute(pipeline *line, const hui_json *json, hui_impute *impute)
{
    hui_arena *arena = line->chart->arena;
    const hui_json *value = hui_json_find(json, "value"), *frame = hui_json_find(json, "frame");
    const hui_json *keyvals = hui_json_find(json, "keyvals");
    impute->value = value ? hui_value_from_json(arena, value) : hui_value_number(0);
    impute->method = hui_spec_string(json, "method", "value");
    for (int i = 0; i < 2; i++)
        impute->frame[i] = hui_json_number(hui_json_at(frame, (size_t)i), NAN);
    if (hui_json_is(keyvals, HUI_JSON_ARRAY)) {
        const hui_value list = hui_value_from_json(arena, keyvals);
        impute->keyvals = list.items;
        impute->keyval_count = list.count;
    } else if (hui_json_is(keyvals, HUI_JSON_OBJECT)) {
        const double start = hui_spec_number(keyvals, "start", 0), stop = hui_spec_number(keyvals, "stop", 0);
        const double step = hui_spec_number(keyvals, "step", 1), count = ceil((stop - start) / step);
        const size_t length = count > 0 && count < 1e6 ? (size_t)count : 0;
        hui_value *values = HUI_NEW_ARRAY(arena, hui_value, length + 1);
        for (size_t i = 0; i < length; i++)
            values[i] = hui_value_number(start + step * (double)i);
        impute->keyvals = values;
        impute->keyval_count = length;
    }
}

static void impute(pipeline *line)
{
    const hui_channel_def *x = line->view->channels[HUI_CHANNEL_X], *y = line->view->channels[HUI_CHANNEL_Y];
    if (!hui_def_is_field(x) || !hui_def_is_field(y))
        return;
    const hui_json *of_x = hui_json_find(x->json, "impute"), *of_y = hui_json_find(y->json, "impute");
    const bool sideways = hui_json_is(of_x, HUI_JSON_OBJECT);
    if (!sideways && !hui_json_is(of_y, HUI_JSON_OBJECT))
        return;
    hui_impute step = {.field = sideways ? x->column : y->column, .key = sideways ? y->column : x->column};
    size_t count;
    const char *const *series = hui_unit_series(line->view, &count);
    hui_names groupby = {0};
    for (size_t i = 0; i < count; i++)
        *hui_vec_push(line->chart->arena, &groupby) = series[i];
    for (size_t i = 0; !line->undivided && i < line->scope.facet_count; i++)
        *hui_vec_push(line->chart->arena, &groupby) = line->scope.facets[i];
    step.groupby = groupby.at;
    step.groupby_count = groupby.count;
    read_impute(line, sideways ? of_x : of_y, &step);
    line->table = hui_impute_apply(line->chart->arena, line->table, &step);
}

static void add_mid(pipeline *line, const hui_channel_def *def)
{
    hui_arena *arena = line->chart->arena;
    const double position = isnan(def->band_position) ? 0.5 : def->band_position;
    line->table = hui_table_copy(arena, line->table);
    const hui_column *start = hui_table_find(line->table, def->column),
                     *end = hui_table_find(line->table, def->column_end);
    hui_value *mid = hui_table_add(line->table, def->column_mid);
    for (size_t i = 0; start && i < line->table->rows; i++)
        mid[i] =
            end && hui_value_is_number(start->at[i])
                ? hui_value_number(position * start->at[i].number + (1 - position) * hui_value_to_number(end->at[i]))
                : start->at[i];
}

static void impute_stack(pipeline *line, const hui_stacking *stack)
{
    hui_names groupby = {0};
    for (size_t i = 0; i < stack->by.count; i++)
        *hui_vec_push(line->chart->arena, &groupby) = stack->by.at[i]->column;
    for (size_t i = 0; i < line->scope.facet_count; i++)
        *hui_vec_push(line->chart->arena, &groupby) = line->scope.facets[i];
    for (size_t i = 0; i < stack->groupby_count; i++) {
        const hui_channel_def *def = line->view->channels[stack->groupby[i]];
        if (def->bins)
            add_mid(line, def);
        const hui_impute step = {.field = line->view->channels[stack->channel]->column,
                                 .key = def->bins ? def->column_mid : def->column,
                                 .groupby = groupby.at,
                                 .groupby_count = groupby.count,
                                 .value = hui_value_number(0),
                                 .method = "value",
                                 .frame = {NAN, NAN}};
        line->table = hui_impute_apply(line->chart->arena, line->table, &step);
    }
}

static bool sorts_down(const hui_json *sort)
{
    return hui_json_is_string(sort, "descending");
}

typedef struct sort_fields {
    hui_sort_field *at;
    size_t count, capacity;
} sort_fields;

static void find_stack_order(const hui_view *unit, sort_fields *order)
{
    hui_arena *arena = unit->chart->arena;
    const hui_channel_def *only = unit->channels[HUI_CHANNEL_ORDER];
    for (size_t i = 0; i < unit->orders.count; i++)
        *hui_vec_push(arena, order) =
            (hui_sort_field){unit->orders.at[i]->column, sorts_down(unit->orders.at[i]->sort)};
    if (unit->orders.count > 0)
        return;
    const hui_json *sort = only ? hui_json_find(only->json, "sort") : NULL;
    const bool down = sort ? sorts_down(sort) : unit->stack.channel == HUI_CHANNEL_Y;
    for (size_t i = 0; i < unit->stack.by.count; i++)
        *hui_vec_push(arena, order) = (hui_sort_field){unit->stack.by.at[i]->column, down};
}

static void stack(pipeline *line)
{
    const hui_stacking *stack = &line->view->stack;
    hui_arena *arena = line->chart->arena;
    if (stack->channel == HUI_CHANNEL_NONE)
        return;
    if (stack->impute)
        impute_stack(line, stack);
    hui_names groupby = {0};
    for (size_t i = 0; i < stack->groupby_count; i++) {
        const hui_channel_def *def = line->view->channels[stack->groupby[i]];
        *hui_vec_push(arena, &groupby) = def->bins && stack->impute ? def->column_mid : def->column;
    }
    for (size_t i = 0; i < line->scope.facet_count; i++)
        *hui_vec_push(arena, &groupby) = line->scope.facets[i];
    sort_fields order = {0};
    find_stack_order(line->view, &order);
    line->table = hui_stack_apply(arena, line->table, line->view->channels[stack->channel]->column, groupby.at,
                                  groupby.count, order.at, order.count, stack->offset, stack->start, stack->end);
}

typedef struct validity {
    hui_accessor fields[HUI_CHANNEL_COUNT];
    size_t count;
} validity;

static bool row_is_valid(void *closure, size_t row)
{
    const validity *tests = closure;
    for (size_t i = 0; i < tests->count; i++) {
        const hui_value value = hui_accessor_value(&tests->fields[i], row);
        if (!hui_value_valid(value) || !isfinite(hui_value_to_number(value)))
            return false;
    }
    return true;
}

static hui_table *filter_invalid(pipeline *line)
{
    validity tests = {.count = 0};
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++) {
        const hui_channel_def *def = hui_unit_scaled(line->view, (hui_channel)i);
        if (!hui_def_is_field(def) || !(hui_channel_traits((hui_channel)i) & HUI_CHANNEL_SCALED) ||
            hui_def_is_discrete(def))
            continue;
        const hui_invalid mode = hui_unit_invalid(line->view, (hui_channel)i);
        if (mode != HUI_INVALID_SHOW && mode != HUI_INVALID_VALID)
            tests.fields[tests.count++] = hui_accessor_new(line->chart->arena, line->table, def->column);
    }
    return tests.count ? hui_filter_apply(line->chart->arena, line->table, row_is_valid, &tests) : line->table;
}

hui_unit_tables hui_pipeline_finish(hui_pipeline *line)
{
    const hui_view *unit = line->view;
    const hui_invalid mode = hui_unit_invalid_mode(unit);
    const bool path = (hui_mark_traits(unit->mark_kind) & HUI_MARK_PATH_LIKE) != 0;
    hui_unit_tables tables = {.raw = line->table};
    aggregate(line);
    impute(line);
    stack(line);
    const hui_table *valid = mode == HUI_INVALID_SHOW ? line->table : filter_invalid(line);
    tables.main = mode == HUI_INVALID_FILTER || !path ? valid : line->table;
    tables.domain = tables.main;
    /* Vega-Lite asks config alone whether domains come from other rows than marks. */
    if (mode == hui_unit_invalid_default(unit))
        tables.domain = mode == HUI_INVALID_BREAK ? line->table : valid;
    return tables;
}

void hui_pipeline_bin(hui_pipeline *line)
{
    visit_fields(line, bin_field);
}

void hui_pipeline_parse(hui_pipeline *line)
{
    visit_fields(line, parse_field);
    line->table = hui_unit_filter_shapes(line->view, line->table);
}

void hui_pipeline_derive(hui_pipeline *line)
{
    visit_fields(line, unit_field);
    visit_fields(line, index_field);
}
