/* Window: for each row, its rank among those of its group or a measure of the rows around it. */
#include "transform/row_order.h"
#include "transform/window.h"

#include <math.h>
#include <string.h>

typedef struct properties {
    hui_window_op *ops;
    size_t op_count;
    hui_fields groupby;
    const hui_sort_field *sort;
    size_t sort_count;
    double frame[2];          /* NAN: unbounded */
    bool ignore_peers, whole; /* whole: all measures are of the whole group */
} properties;

/* Reading
 * ------- */

static void report_op(hui_step *step, const hui_json *op)
{
    static const char *const aggregates[] = {
#define HUI_AGGREGATE(NAME, word) word,
#include "transform/aggregate_ops.inc"
#undef HUI_AGGREGATE
    };
    enum { AGGREGATES = sizeof aggregates / sizeof *aggregates };
    const char *words[HUI_WINDOW_KINDS + AGGREGATES];
    for (size_t i = 0; i < HUI_WINDOW_KINDS; i++)
        words[i] = hui_window_kinds[i].word;
    memcpy(words + HUI_WINDOW_KINDS, aggregates, sizeof aggregates);
    hui_step_fail_word(step, op, "op", words, HUI_WINDOW_KINDS + AGGREGATES);
}

static void read_param(hui_step *step, const hui_json *json, hui_window_op *op)
{
    const hui_json *param = hui_step_find(json, "param");
    const bool is_needed = op->kind && op->kind->needs_param;
    op->param = param && param->kind == HUI_JSON_NUMBER ? param->number : (double)NAN;
    if (param && param->kind != HUI_JSON_NUMBER)
        hui_step_fail(step, param, "param", "a number");
    else if (is_needed && !param)
        hui_step_need(step, json, "param");
    else if (is_needed && !(op->param > 0))
        hui_step_fail_range(step, param, "param", "above 0");
}

static hui_window_op read_op(hui_step *step, const hui_json *json)
{
    const char *word = hui_step_string(step, json, "op");
    hui_window_op op = {.aggregate = hui_aggregate_find(word)};
    for (size_t i = 0; i < HUI_WINDOW_KINDS; i++)
        if (!strcmp(hui_window_kinds[i].word, word))
            op.kind = &hui_window_kinds[i];
    const hui_json *given = hui_step_find(json, "op");
    if (!op.kind && op.aggregate == HUI_AGGREGATE_NONE && given && given->kind == HUI_JSON_STRING)
        report_op(step, given);
    op.field = hui_step_string_or(step, json, "field", NULL);
    const bool is_measure = !op.kind && op.aggregate != HUI_AGGREGATE_NONE && op.aggregate != HUI_AGGREGATE_COUNT;
    if (!op.field && (is_measure || (op.kind && op.kind->needs_field)))
        hui_step_need(step, json, "field");
    read_param(step, json, &op);
    op.as = hui_step_string_or(step, json, "as", hui_step_measure_name(step->arena, word, op.field));
    return op;
}

static void read_frame(hui_step *step, properties *p)
{
    p->frame[0] = NAN;
    p->frame[1] = 0;
    if (!hui_step_find(step->json, "frame"))
        return;
    hui_step_pair(step, "frame", p->frame);
    p->whole = isnan(p->frame[0]) && isnan(p->frame[1]);
    for (size_t i = 0; i < p->op_count; i++)
        p->whole &= !p->ops[i].kind;
}

static const void *read(hui_step *step)
{
    properties *p = HUI_NEW(step->arena, properties);
    hui_step_need(step, step->json, "window");
    const hui_json *ops = hui_step_objects(step, "window");
    p->ops = HUI_NEW_ARRAY(step->arena, hui_window_op, ops ? ops->count : 0);
    for (const hui_json *op = ops ? ops->first : NULL; op; op = op->next)
        p->ops[p->op_count++] = read_op(step, op);
    p->groupby = hui_step_fields(step, step->json, "groupby");
    p->sort = hui_step_sort(step, &p->sort_count);
    p->ignore_peers = hui_step_bool(step, "ignorePeers", false);
    read_frame(step, p);
    return p;
}

/* Applying
 * -------- */

/* What the rows are sorted by. */
typedef struct sort_keys {
    const hui_accessor *at;
    size_t count;
} sort_keys;

static sort_keys find_keys(hui_arena *arena, const hui_table *table, const properties *p)
{
    hui_accessor *keys = HUI_NEW_ARRAY(arena, hui_accessor, p->sort_count);
    for (size_t i = 0; i < p->sort_count; i++)
        keys[i] = hui_accessor_new(arena, table, p->sort[i].field);
    return (sort_keys){keys, p->sort_count};
}

static bool are_peers(sort_keys keys, size_t a, size_t b)
{
    for (size_t i = 0; i < keys.count; i++)
        if (hui_value_compare(hui_accessor_value(&keys.at[i], a), hui_accessor_value(&keys.at[i], b)) != 0)
            return false;
    return keys.count > 0;
}

/* Without an order every row is its only peer. */
static void find_peers(hui_window *w, sort_keys keys)
{
    for (size_t i = 0; i < w->count; i++)
        w->peers_from[i] = i > 0 && are_peers(keys, w->rows[i - 1], w->rows[i]) ? w->peers_from[i - 1] : i;
    for (size_t i = w->count; i-- > 0;) {
        const bool is_same = i + 1 < w->count && w->peers_from[i + 1] == w->peers_from[i];
        w->peers_to[i] = is_same ? w->peers_to[i + 1] : i + 1;
    }
}

static size_t clamp(double place, size_t count)
{
    return place <= 0 ? 0 : place >= (double)count ? count : (size_t)place;
}

static void find_frames(hui_window *w, const properties *p)
{
    const bool with_peers = p->sort_count && !p->ignore_peers;
    for (size_t i = 0; i < w->count; i++) {
        size_t from = isnan(p->frame[0]) ? 0 : clamp((double)i + p->frame[0], w->count);
        size_t to = isnan(p->frame[1]) ? w->count : clamp((double)i + p->frame[1] + 1, w->count);
        if (with_peers && from < w->count)
            from = w->peers_from[from];
        if (with_peers && to > 0)
            to = w->peers_to[to - 1];
        w->from[i] = from;
        w->to[i] = to;
    }
}

static bool is_anew(const hui_window_op *op)
{
    return !op->kind && (op->aggregate == HUI_AGGREGATE_VALUES || op->aggregate == HUI_AGGREGATE_CI0 ||
                         op->aggregate == HUI_AGGREGATE_CI1);
}

/* Frames are looked at row by row for some measures, which many long frames would make endless. */
static bool check_frames(const hui_transform *transform, const hui_transform_scope *scope, const hui_window *w)
{
    const properties *p = transform->properties;
    double rows = 0;
    for (size_t i = 0; i < w->count; i++)
        rows += w->to[i] > w->from[i] ? (double)(w->to[i] - w->from[i]) : 0;
    for (size_t i = 0; i < p->op_count; i++)
        if (is_anew(&p->ops[i]) && !hui_step_fits(transform, scope, rows, w->table->column_count))
            return false;
    return true;
}

static void compute(const hui_transform *transform, hui_window *w, const hui_accessor *fields,
                    hui_value *const *columns)
{
    const properties *p = transform->properties;
    for (size_t i = 0; i < p->op_count; i++) {
        const hui_window_op *op = &p->ops[i];
        for (size_t place = 0; place < w->count && op->field; place++)
            w->values[place] = hui_accessor_value(&fields[i], w->rows[place]);
        if (op->kind)
            op->kind->compute(op, w, columns[i]);
        else
            hui_window_measure(w, op->aggregate, op->field, columns[i]);
    }
}

static hui_table *apply_whole(const properties *p, const hui_transform_scope *scope, const hui_table *table,
                              hui_fields groupby)
{
    hui_measure *measures = HUI_NEW_ARRAY(scope->arena, hui_measure, p->op_count);
    for (size_t i = 0; i < p->op_count; i++)
        measures[i] = (hui_measure){p->ops[i].aggregate, p->ops[i].field, p->ops[i].as};
    return hui_joinaggregate_apply(scope->arena, table, groupby.at, groupby.count, measures, p->op_count,
                                   scope->random);
}

static size_t largest(hui_partition partition)
{
    size_t count = 0;
    for (size_t i = 0; i < partition.count; i++)
        if (partition.start[i + 1] - partition.start[i] > count)
            count = partition.start[i + 1] - partition.start[i];
    return count;
}

static hui_table *apply(const hui_transform *transform, const hui_transform_scope *scope, const hui_table *table)
{
    const properties *p = transform->properties;
    hui_arena *const arena = scope->arena;
    const hui_fields groupby = hui_step_groups(scope, p->groupby);
    if (p->whole)
        return apply_whole(p, scope, table, groupby);
    const size_t *order = hui_row_order(arena, table, p->sort, p->sort_count);
    const hui_partition partition = hui_partition_new(arena, table, groupby, order);
    const sort_keys keys = find_keys(arena, table, p);
    hui_table *result = hui_table_copy(arena, table);
    hui_accessor *fields = HUI_NEW_ARRAY(arena, hui_accessor, p->op_count);
    hui_value **columns = HUI_NEW_ARRAY(arena, hui_value *, p->op_count);
    for (size_t i = 0; i < p->op_count; i++) {
        if (p->ops[i].field)
            fields[i] = hui_accessor_new(arena, table, p->ops[i].field);
        columns[i] = hui_table_add(result, p->ops[i].as);
    }
    hui_window w = hui_window_new(arena, table, largest(partition));
    for (size_t group = 0; group < partition.count; group++) {
        w.rows = partition.rows + partition.start[group];
        w.count = partition.start[group + 1] - partition.start[group];
        find_peers(&w, keys);
        find_frames(&w, p);
        if (!check_frames(transform, scope, &w))
            return NULL;
        compute(transform, &w, fields, columns);
    }
    return result;
}

const hui_transform_kind hui_transform_window = {.word = "window", .read = read, .apply = apply};
