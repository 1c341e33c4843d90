/* Domains of scales from the data of a frame. */
#include "chart/scale_building.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static unsigned traits_of(const hui_scale_part *part)
{
    return hui_scale_traits(part->type);
}

static hui_rows part_rows(const hui_scale_building *b, const hui_domain_part *domain)
{
    const hui_view *unit = domain->unit;
    const bool raw = domain->table == HUI_TABLE_RAW, own = b->frame->cell && unit->in_cells;
    const hui_table *table = raw   ? (own ? unit->in_cells->raw : unit->raw)
                             : own ? unit->in_cells->domain
                                   : unit->domain;
    return hui_frame_rows(b->frame, domain->unit, table);
}

/* Continuous domains
 * ------------------ */

typedef struct extent {
    double low, high;
    bool any;
} extent;

static void extend(extent *e, hui_value value)
{
    const double number = hui_value_valid(value) ? hui_value_to_number(value) : NAN;
    if (isnan(number) || (value.kind == HUI_VALUE_STRING && value.count == 0))
        return;
    e->low = e->any ? fmin(e->low, number) : number;
    e->high = e->any ? fmax(e->high, number) : number;
    e->any = true;
}

static void extend_by(const hui_scale_building *b, const hui_domain_part *domain, extent *e)
{
    for (size_t i = 0; domain->kind == HUI_DOMAIN_VALUES && i < domain->value_count; i++)
        extend(e, domain->values[i]);
    if (domain->kind != HUI_DOMAIN_COLUMN)
        return;
    const hui_rows rows = part_rows(b, domain);
    const hui_accessor column = hui_accessor_new(b->arena, rows.table, domain->column);
    for (size_t i = 0; i < rows.count; i++)
        extend(e, hui_accessor_value(&column, hui_row_at(&rows, i)));
}

static hui_value number_of(const hui_scale_part *part, double number)
{
    return traits_of(part) & HUI_SCALE_TEMPORAL ? hui_value_date(number) : hui_value_number(number);
}

static double bound(const hui_scale_building *b, const char *key)
{
    const hui_json *json = hui_split_find(b->part->props, key);
    if (!json || json->kind == HUI_JSON_NULL)
        return NAN;
    return hui_value_to_number(hui_def_value(b->frame->chart, b->part->def, json));
}

static void insert_middle(hui_scale_building *b, double middle)
{
    hui_scale *scale = b->scale;
    const size_t last = scale->domain_count > 0 ? scale->domain_count - 1 : 0;
    size_t at = last;
    if (scale->domain_count > 0 && middle > scale->domain[last].number)
        at = last + 1;
    else if (scale->domain_count > 0 && middle < scale->domain[0].number)
        at = 0;
    hui_value *domain = HUI_NEW_ARRAY(b->arena, hui_value, scale->domain_count + 1);
    for (size_t i = 0; i < at; i++)
        domain[i] = scale->domain[i];
    domain[at] = hui_value_number(middle);
    for (size_t i = at; i < scale->domain_count; i++)
        domain[i + 1] = scale->domain[i];
    scale->domain = domain;
    scale->domain_count++;
}

/* {"interval": "month", "step": 3}, or "month". */
static void nice_time(hui_scale *scale, const hui_json *nice)
{
    const char *word = hui_json_string(nice, hui_spec_string(nice, "interval", ""));
    const double step = hui_spec_number(nice, "step", 1);
    hui_time_unit unit = {0};
    if (!(hui_scale_traits(scale->type) & HUI_SCALE_TEMPORAL) || scale->domain_count < 2 ||
        !hui_time_unit_read(word, &unit))
        return;
    hui_time_nice_every(&scale->domain[0].number, &scale->domain[scale->domain_count - 1].number,
                        hui_time_unit_smallest(unit), (int)fmin(fmax(step, 1), 1e6));
}

static bool includes_zero(const hui_scale_building *b)
{
    const hui_json *zero = hui_split_find(b->part->props, "zero");
    const hui_scale_type type = b->part->type;
    return zero ? hui_json_truthy(zero) : type == HUI_SCALE_LINEAR || type == HUI_SCALE_POW || type == HUI_SCALE_SQRT;
}

/* zero, domainMin, domainMax, domainMid, padding, nice: in Vega's order. */
void hui_scale_adjust_domain(hui_scale_building *b)
{
    hui_scale *scale = b->scale;
    const hui_split props = b->part->props;
    hui_value *first = &scale->domain[0], *last = &scale->domain[scale->domain_count - 1];
    const hui_json *nice = hui_split_find(props, "nice");
    if (includes_zero(b)) {
        if (first->number > 0)
            first->number = 0;
        if (last->number < 0)
            last->number = 0;
    }
    const double low = bound(b, "domainMin"), high = bound(b, "domainMax"), middle = bound(b, "domainMid");
    if (!isnan(low))
        first->number = low;
    if (!isnan(high))
        last->number = high;
    if (!isnan(middle))
        insert_middle(b, middle);
    const double padding = hui_json_number(hui_split_find(props, "padding"), 0);
    if (padding > 0 && scale->range_count >= 2)
        hui_scale_pad(scale, padding);
    if (hui_json_is(nice, HUI_JSON_NUMBER))
        hui_scale_nice(scale, nice->number);
    else if (hui_json_is(nice, HUI_JSON_OBJECT) || hui_json_is(nice, HUI_JSON_STRING))
        nice_time(scale, nice);
    else if (hui_json_truthy(nice))
        hui_scale_nice(scale, NAN);
}

static void build_continuous_domain(hui_scale_building *b)
{
    const hui_domain_parts *domains = &b->part->domains;
    hui_scale *scale = b->scale;
    if (domains->count == 1 && domains->at[0].kind == HUI_DOMAIN_VALUES && domains->at[0].value_count > 0) {
        const hui_domain_part *only = &domains->at[0];
        scale->domain = HUI_NEW_ARRAY(b->arena, hui_value, only->value_count);
        for (size_t i = 0; i < only->value_count; i++)
            scale->domain[i] = number_of(b->part, hui_value_to_number(only->values[i]));
        scale->domain_count = only->value_count;
    } else {
        extent e = {NAN, NAN, false};
        bool several = false;
        for (size_t i = 0; i < domains->count; i++) {
            extend_by(b, &domains->at[i], &e);
            several |= i > 0 && domains->at[i].column && domains->at[0].column &&
                       strcmp(domains->at[i].column, domains->at[0].column) != 0;
        }
        if (!e.any && several) /* of several columns without values: zero is all they span */
            e.low = e.high = includes_zero(b) ? 0 : NAN;
        scale->domain = HUI_NEW_ARRAY(b->arena, hui_value, 2);
        scale->domain[0] = number_of(b->part, e.low);
        scale->domain[1] = number_of(b->part, e.high);
        scale->domain_count = 2;
    }
}

static void build_all_values(hui_scale_building *b)
{
    HUI_VEC(hui_value) values = {0};
    for (size_t i = 0; i < b->part->domains.count; i++) {
        const hui_domain_part *domain = &b->part->domains.at[i];
        for (size_t k = 0; domain->kind == HUI_DOMAIN_VALUES && k < domain->value_count; k++)
            *hui_vec_push(b->arena, &values) = domain->values[k];
        if (domain->kind != HUI_DOMAIN_COLUMN)
            continue;
        const hui_rows rows = part_rows(b, domain);
        const hui_accessor column = hui_accessor_new(b->arena, rows.table, domain->column);
        for (size_t k = 0; k < rows.count; k++)
            *hui_vec_push(b->arena, &values) = hui_accessor_value(&column, hui_row_at(&rows, k));
    }
    b->scale->domain = values.at;
    b->scale->domain_count = values.count;
}

/* Discrete domains
 * ---------------- */

typedef struct ranked {
    hui_value value, key;
    size_t index;
} ranked;

typedef struct ranking {
    hui_arena *scratch;
    ranked *at;
    size_t count, capacity;
    hui_value_index values; /* of `at` */
} ranking;

static ranked *find_ranked(ranking *list, hui_value value)
{
    const size_t place = hui_value_index_add(list->scratch, &list->values, value);
    if (place == list->count)
        *hui_vec_push(list->scratch, list) = (ranked){value, value, place};
    return &list->at[place];
}

static hui_value_index index_of(hui_arena *arena, const hui_value *values, size_t count)
{
    hui_value_index index = {0};
    for (size_t i = 0; i < count; i++)
        hui_value_index_add(arena, &index, values[i]);
    return index;
}

/* How the values of several parts are sorted together; `by` NULL: by themselves. */
typedef struct domain_sort {
    bool any, descending;
    const hui_domain_part *by;
} domain_sort;

/* Keys of several parts for one value: the least, the greatest, or the sum of counts. */
static void join_key(ranked *entry, hui_value key, hui_aggregate_op op, bool first)
{
    const int order = first ? 0 : hui_value_compare(key, entry->key);
    if (first || (op == HUI_AGGREGATE_MAX ? order > 0 : op == HUI_AGGREGATE_MIN && order < 0))
        entry->key = key;
    else if (op == HUI_AGGREGATE_COUNT)
        entry->key = hui_value_number(hui_value_to_number(entry->key) + hui_value_to_number(key));
}

static void rank_value(ranking *list, hui_value value, hui_value key, hui_aggregate_op op)
{
    const size_t known = list->count;
    ranked *entry = find_ranked(list, value);
    join_key(entry, key, op, list->count > known);
}

/* Values of a column with the aggregate by which they are sorted. */
static void rank_aggregated(const hui_scale_building *b, const hui_domain_part *domain, const hui_domain_part *by,
                            ranking *list)
{
    const hui_rows rows = part_rows(b, domain);
    const hui_table *table = rows.at ? hui_table_gather(b->arena, rows.table, rows.at, rows.count) : rows.table;
    const char *groupby[] = {domain->column};
    const hui_measure measure = {by->sort_op, by->sort_field, "key"};
    hui_rng random = b->frame->chart->random;
    const hui_table *groups = hui_aggregate_apply(b->arena, table, groupby, 1, &measure, 1, &random);
    const hui_accessor values = hui_accessor_new(b->arena, groups, domain->column);
    const hui_accessor keys = hui_accessor_new(b->arena, groups, "key");
    for (size_t i = 0; i < groups->rows; i++)
        rank_value(list, hui_accessor_value(&values, i), hui_accessor_value(&keys, i), by->sort_op);
}

static void rank_part(const hui_scale_building *b, const hui_domain_part *domain, const domain_sort *sort,
                      ranking *list)
{
    const hui_domain_part *by = sort->by;
    for (size_t i = 0; domain->kind == HUI_DOMAIN_VALUES && i < domain->value_count; i++)
        rank_value(list, domain->values[i], by ? (hui_value){0} : domain->values[i], HUI_AGGREGATE_MIN);
    if (domain->kind != HUI_DOMAIN_COLUMN)
        return;
    if (by && !by->order) {
        rank_aggregated(b, domain, by, list);
        return;
    }
    const hui_rows rows = part_rows(b, domain);
    const hui_accessor column = hui_accessor_new(b->arena, rows.table, domain->column);
    const hui_value_index order = index_of(b->arena, domain->order, domain->order ? domain->order_count : 0);
    for (size_t i = 0; i < rows.count; i++) {
        const size_t known = list->count;
        ranked *entry = find_ranked(list, hui_accessor_value(&column, hui_row_at(&rows, i)));
        if (by && domain->order && list->count > known)
            entry->key =
                hui_value_number(fmin((double)domain->order_count, (double)hui_value_index_find(&order, entry->value)));
        else if (by && list->count > known)
            entry->key = (hui_value){0};
    }
}

static int compare_up(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    const int order = hui_value_compare(a->key, b->key);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static int compare_down(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    const int order = hui_value_compare(b->key, a->key);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

/* Whether a part is sorted by something else than its own values. */
static bool is_keyed(const hui_domain_part *part)
{
    return part->order || part->sort_op != HUI_AGGREGATE_NONE || part->descending;
}

static bool same_sort(const hui_domain_part *a, const hui_domain_part *b)
{
    return is_keyed(a) == is_keyed(b) && a->sort_op == b->sort_op && a->descending == b->descending &&
           a->order_count == b->order_count && same_text(a->sort_field, b->sort_field);
}

/* Whether units have the same rows: one, or neighbours whose own steps are the same. */
static bool same_rows(const hui_view *a, const hui_view *b)
{
    if (a == b)
        return true;
    const hui_json *first = hui_json_find(a->spec, "transform"), *second = hui_json_find(b->spec, "transform");
    return a->parent == b->parent && !hui_view_has_data(a) && !hui_view_has_data(b) && hui_json_equal(first, second);
}

static bool same_source(const hui_domain_part *a, const hui_domain_part *b)
{
    const bool raw = a->table == HUI_TABLE_RAW;
    return a->kind == HUI_DOMAIN_COLUMN && b->kind == HUI_DOMAIN_COLUMN && a->table == b->table &&
           (raw ? same_rows(a->unit, b->unit) : a->unit == b->unit) && !strcmp(a->column, b->column);
}

/* Whether several sources can be sorted by it. */
static bool joins(const hui_domain_part *part)
{
    return part->sort_op == HUI_AGGREGATE_NONE || part->sort_op == HUI_AGGREGATE_COUNT ||
           part->sort_op == HUI_AGGREGATE_MIN || part->sort_op == HUI_AGGREGATE_MAX;
}

/* Vega-Lite's mergeDomains: as the parts say if they agree. Of one source, what sorts by the least value of a field gives way to
 * another aggregate; of several, aggregates that cannot be joined are dropped. */
static domain_sort find_sort(const hui_domain_parts *domains)
{
    const hui_domain_part *first = NULL, *other = NULL;
    bool differ = false, one = true, objects = true;
    size_t others = 0;
    domain_sort sort = {0};
    for (size_t i = 0; i < domains->count; i++) {
        const hui_domain_part *part = &domains->at[i];
        one &= i == 0 || same_source(&domains->at[0], part);
        if (part->kind == HUI_DOMAIN_VALUES || !part->sorted)
            continue;
        sort.any = true;
        first = first ? first : part;
        differ |= !same_sort(first, part);
        objects &= is_keyed(part);
        if (!part->order && part->sort_op != HUI_AGGREGATE_NONE && part->sort_op != HUI_AGGREGATE_MIN &&
            (!other || !same_sort(other, part))) {
            other = part;
            others++;
        }
    }
    if (!first)
        return sort;
    if (!differ)
        sort.by = one || joins(first) ? first : NULL;
    else if (one && objects && others == 1)
        sort.by = other;
    sort.descending = sort.by && sort.by->descending;
    if (sort.by && !sort.by->order && sort.by->sort_op == HUI_AGGREGATE_NONE)
        sort.by = NULL; /* by themselves, downwards perhaps */
    return sort;
}

static hui_value *find_values(const hui_scale_building *b, size_t *count)
{
    const hui_domain_parts *domains = &b->part->domains;
    ranking list = {.scratch = hui_arena_new()};
    const domain_sort sort = find_sort(domains);
    for (size_t i = 0; i < domains->count; i++)
        rank_part(b, &domains->at[i], &sort, &list);
    if (sort.any && list.count > 1)
        qsort(list.at, list.count, sizeof *list.at, sort.descending ? compare_down : compare_up);
    hui_value *values = HUI_NEW_ARRAY(b->arena, hui_value, list.count + 1);
    for (size_t i = 0; i < list.count; i++)
        values[i] = list.at[i].value;
    *count = list.count;
    hui_arena_free(list.scratch);
    return values;
}

hui_value *hui_scale_discrete_values(const hui_scale_building *b, size_t *count)
{
    hui_frame *frame = b->frame;
    if (frame->categories.part != b->part) {
        frame->categories.values = find_values(b, &frame->categories.count);
        frame->categories.part = b->part;
    }
    *count = frame->categories.count;
    return frame->categories.values;
}

/* Bins
 * ---- */

static double *bin_bounds(const hui_scale_building *b, double start, double stop, double step, size_t *count)
{
    const double steps = step > 0 ? floor((stop - start) / step + 0.5) : -1;
    *count = steps >= 0 && steps < 100000 ? (size_t)steps + 1 : 0;
    double *bounds = HUI_NEW_ARRAY(b->arena, double, *count + 1);
    for (size_t i = 0; i < *count; i++)
        bounds[i] = start + (double)i * step;
    return bounds;
}

/* After the domain: Vega's configureBins. */
void hui_scale_build_bins(hui_scale_building *b)
{
    hui_scale *scale = b->scale;
    const hui_json *given = hui_spec_find(b->part->def->json, "scale.bins");
    const bool ordinal = scale->type == HUI_SCALE_BIN_ORDINAL;
    hui_bins bins = b->part->bins;
    bool has = b->part->has_bins;
    if (hui_json_is(given, HUI_JSON_ARRAY)) {
        double *bounds = HUI_NEW_ARRAY(b->arena, double, given->count + 1);
        for (const hui_json *item = given->first; item; item = item->next)
            bounds[scale->bin_count++] = hui_json_number(item, 0);
        scale->bins = bounds;
        return;
    }
    if (hui_json_is(given, HUI_JSON_OBJECT) || (!has && !isnan(b->part->def->bin_step))) {
        const hui_json *source = given ? given : NULL;
        bins = (hui_bins){hui_spec_number(source, "start", NAN), hui_spec_number(source, "stop", NAN),
                          hui_spec_number(source, "step", b->part->def->bin_step)};
        has = true;
    }
    if (!has || (hui_scale_traits(scale->type) & HUI_SCALE_DISCRETE))
        return;
    const double low = ordinal || scale->domain_count == 0 ? bins.start : scale->domain[0].number;
    const double high = ordinal || scale->domain_count == 0 ? bins.stop : scale->domain[scale->domain_count - 1].number;
    double start = isnan(bins.start) ? low : bins.start, stop = isnan(bins.stop) ? high : bins.stop;
    if (start < low)
        start = bins.step * ceil(low / bins.step);
    if (stop > high)
        stop = bins.step * floor(high / bins.step);
    scale->bins = bin_bounds(b, start, stop, bins.step, &scale->bin_count);
}

static void build_bin_domain(hui_scale_building *b)
{
    hui_scale *scale = b->scale;
    if (b->part->domains.count > 0)
        build_all_values(b);
    hui_scale_build_bins(b);
    if (scale->domain_count > 0)
        return;
    scale->domain = HUI_NEW_ARRAY(b->arena, hui_value, scale->bin_count + 1);
    for (size_t i = 0; i < scale->bin_count; i++)
        scale->domain[i] = hui_value_number(scale->bins[i]);
    scale->domain_count = scale->bin_count;
}

void hui_scale_build_domain(hui_scale_building *b)
{
    const unsigned traits = traits_of(b->part);
    if (b->part->type == HUI_SCALE_BIN_ORDINAL)
        build_bin_domain(b);
    else if (traits & HUI_SCALE_DISCRETE)
        b->scale->domain = hui_scale_discrete_values(b, &b->scale->domain_count);
    else if (b->part->type == HUI_SCALE_QUANTILE)
        build_all_values(b);
    else
        build_continuous_domain(b);
}
