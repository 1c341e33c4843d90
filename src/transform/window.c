/* Windows: measures of frames that slide over the rows, brought up to date by what enters and leaves them. */
#include "transform/aggregate.h"
#include "transform/window.h"

#include <math.h>

hui_window hui_window_new(hui_arena *arena, const hui_table *table, size_t capacity)
{
    return (hui_window){.arena = arena,
                        .table = table,
                        .capacity = capacity,
                        .peers_from = HUI_NEW_ARRAY(arena, size_t, capacity),
                        .peers_to = HUI_NEW_ARRAY(arena, size_t, capacity),
                        .from = HUI_NEW_ARRAY(arena, size_t, capacity),
                        .to = HUI_NEW_ARRAY(arena, size_t, capacity),
                        .values = HUI_NEW_ARRAY(arena, hui_value, capacity)};
}

/* NaN is neither valid nor missing. */
static bool is_valid(hui_value value)
{
    return !hui_aggregate_missing(value) && !(value.kind == HUI_VALUE_NUMBER && isnan(value.number));
}

/* Sums and the like
 * ----------------- */

/* Mean and sum of squared deviations by Welford's recurrence (1962), also run backwards, so that rounding is as Vega's. */
typedef struct moments {
    double valid, missing, sum, product, mean, deviations;
} moments;

static void enter(moments *m, hui_value value)
{
    m->missing += hui_aggregate_missing(value);
    if (!is_valid(value))
        return;
    const double x = hui_value_to_number(value), delta = x - m->mean;
    m->valid += 1;
    m->sum += x;
    m->product *= x;
    m->mean += delta / m->valid;
    m->deviations += delta * (x - m->mean);
}

static void leave(moments *m, hui_value value)
{
    m->missing -= hui_aggregate_missing(value);
    if (!is_valid(value))
        return;
    const double x = hui_value_to_number(value), delta = x - m->mean;
    m->valid -= 1;
    m->sum -= x;
    m->product /= x;
    m->mean -= m->valid != 0 ? delta / m->valid : m->mean;
    m->deviations -= delta * (x - m->mean);
}

/* A number, or undefined where too few values are valid. */
static hui_value defined(bool is_defined, double number)
{
    return is_defined ? hui_value_number(number) : (hui_value){0};
}

static hui_value moment(const moments *m, hui_aggregate_op op)
{
    const double deviations = m->deviations < 0 ? 0 : m->deviations;
    const bool some = m->valid != 0, several = m->valid > 1;
    switch (op) {
    case HUI_AGGREGATE_VALID:
        return hui_value_number(m->valid);
    case HUI_AGGREGATE_MISSING:
        return hui_value_number(m->missing);
    case HUI_AGGREGATE_SUM:
        return defined(some, m->sum);
    case HUI_AGGREGATE_PRODUCT:
        return defined(some, m->product);
    case HUI_AGGREGATE_MEAN:
    case HUI_AGGREGATE_AVERAGE:
        return defined(some, m->mean);
    case HUI_AGGREGATE_VARIANCE:
        return defined(several, deviations / (m->valid - 1));
    case HUI_AGGREGATE_VARIANCEP:
        return defined(some, deviations / m->valid);
    case HUI_AGGREGATE_STDEV:
        return defined(several, sqrt(deviations / (m->valid - 1)));
    case HUI_AGGREGATE_STDEVP:
        return defined(some, sqrt(deviations / m->valid));
    case HUI_AGGREGATE_STDERR:
        return defined(several, sqrt(deviations / (m->valid * (m->valid - 1))));
    case HUI_AGGREGATE_EXPONENTIAL:
    case HUI_AGGREGATE_EXPONENTIALB:
        return defined(some, NAN); /* Vega-Lite gives them no rate in windows */
    case HUI_AGGREGATE_COUNT:
    case HUI_AGGREGATE_DISTINCT:
    case HUI_AGGREGATE_MEDIAN:
    case HUI_AGGREGATE_Q1:
    case HUI_AGGREGATE_Q3:
    case HUI_AGGREGATE_CI0:
    case HUI_AGGREGATE_CI1:
    case HUI_AGGREGATE_MIN:
    case HUI_AGGREGATE_MAX:
    case HUI_AGGREGATE_ARGMIN:
    case HUI_AGGREGATE_ARGMAX:
    case HUI_AGGREGATE_VALUES:
    case HUI_AGGREGATE_NONE:
        break;
    }
    return (hui_value){0};
}

static void measure_moments(const hui_window *w, hui_aggregate_op op, hui_value *column)
{
    moments m = {.product = 1};
    size_t left = 0, entered = 0;
    for (size_t i = 0; i < w->count; i++) {
        while (left < w->from[i])
            leave(&m, w->values[left++]);
        while (entered < w->to[i])
            enter(&m, w->values[entered++]);
        column[w->rows[i]] = moment(&m, op);
    }
}

static void measure_count(const hui_window *w, hui_value *column)
{
    for (size_t i = 0; i < w->count; i++)
        column[w->rows[i]] = hui_value_number((double)w->to[i] - (double)w->from[i]);
}

/* Extremes
 * -------- */

/* Of what has entered, only those count that no later one surpasses: their places stand in a queue, best first. */
void hui_window_extremes(hui_window *w, bool greatest)
{
    size_t *queue = HUI_NEW_ARRAY(w->arena, size_t, w->count);
    if (!w->places)
        w->places = HUI_NEW_ARRAY(w->arena, size_t, w->capacity);
    size_t first = 0, end = 0, entered = 0;
    for (size_t i = 0; i < w->count; i++) {
        for (; entered < w->to[i]; entered++) {
            if (!is_valid(w->values[entered]))
                continue;
            while (end > first) {
                const int order = hui_value_compare(w->values[entered], w->values[queue[end - 1]]);
                if (greatest ? order <= 0 : order >= 0)
                    break;
                end--;
            }
            queue[end++] = entered;
        }
        while (first < end && queue[first] < w->from[i])
            first++;
        w->places[i] = first < end ? queue[first] : SIZE_MAX;
    }
}

static void measure_extreme(hui_window *w, hui_aggregate_op op, hui_value *column)
{
    hui_window_extremes(w, op == HUI_AGGREGATE_MAX || op == HUI_AGGREGATE_ARGMAX);
    const bool by_row = op == HUI_AGGREGATE_ARGMIN || op == HUI_AGGREGATE_ARGMAX;
    hui_value row = {.kind = HUI_VALUE_OBJECT};
    size_t place_of_row = SIZE_MAX;
    for (size_t i = 0; i < w->count; i++) {
        const size_t place = w->places[i];
        hui_value *result = &column[w->rows[i]];
        if (!by_row) {
            *result = place == SIZE_MAX ? (hui_value){0} : w->values[place];
            continue;
        }
        if (place != place_of_row)
            row = place == SIZE_MAX ? (hui_value){.kind = HUI_VALUE_OBJECT}
                                    : hui_table_row(w->arena, w->table, w->rows[place]);
        place_of_row = place;
        *result = row;
    }
}

/* Others
 * ------ */

static void measure_distinct(const hui_window *w, hui_value *column)
{
    static const char *const name = "value";
    hui_table *values = hui_table_new(w->arena, w->count);
    hui_table_share(values, name, w->values);
    const hui_groups groups = hui_table_group(w->arena, values, &name, 1);
    size_t *times = HUI_NEW_ARRAY(w->arena, size_t, groups.count), left = 0, entered = 0, distinct = 0;
    for (size_t i = 0; i < w->count; i++) {
        for (; entered < w->to[i]; entered++)
            distinct += times[groups.of_row[entered]]++ == 0;
        for (; left < w->from[i] && left < entered; left++)
            distinct -= --times[groups.of_row[left]] == 0;
        column[w->rows[i]] = hui_value_number((double)distinct);
    }
}

/* Each frame by itself: for what cannot be brought up to date. */
static void measure_anew(const hui_window *w, hui_aggregate_op op, const char *field, hui_value *column)
{
    for (size_t i = 0; i < w->count; i++) {
        const size_t count = w->to[i] > w->from[i] ? w->to[i] - w->from[i] : 0;
        const hui_table *frame = hui_table_gather(w->arena, w->table, w->rows + w->from[i], count);
        column[w->rows[i]] = hui_aggregate_value(w->arena, frame, op, field);
    }
}

void hui_window_measure(hui_window *window, hui_aggregate_op op, const char *field, hui_value *column)
{
    switch (op) {
    case HUI_AGGREGATE_COUNT:
        measure_count(window, column);
        return;
    case HUI_AGGREGATE_DISTINCT:
        measure_distinct(window, column);
        return;
    case HUI_AGGREGATE_MEDIAN:
        hui_window_quantile(window, 0.5, column);
        return;
    case HUI_AGGREGATE_Q1:
        hui_window_quantile(window, 0.25, column);
        return;
    case HUI_AGGREGATE_Q3:
        hui_window_quantile(window, 0.75, column);
        return;
    case HUI_AGGREGATE_MIN:
    case HUI_AGGREGATE_MAX:
    case HUI_AGGREGATE_ARGMIN:
    case HUI_AGGREGATE_ARGMAX:
        measure_extreme(window, op, column);
        return;
    case HUI_AGGREGATE_VALUES:
    case HUI_AGGREGATE_CI0:
    case HUI_AGGREGATE_CI1:
        measure_anew(window, op, field, column);
        return;
    case HUI_AGGREGATE_VALID:
    case HUI_AGGREGATE_MISSING:
    case HUI_AGGREGATE_SUM:
    case HUI_AGGREGATE_PRODUCT:
    case HUI_AGGREGATE_MEAN:
    case HUI_AGGREGATE_AVERAGE:
    case HUI_AGGREGATE_VARIANCE:
    case HUI_AGGREGATE_VARIANCEP:
    case HUI_AGGREGATE_STDEV:
    case HUI_AGGREGATE_STDEVP:
    case HUI_AGGREGATE_STDERR:
    case HUI_AGGREGATE_EXPONENTIAL:
    case HUI_AGGREGATE_EXPONENTIALB:
    case HUI_AGGREGATE_NONE:
        measure_moments(window, op, column);
        return;
    }
}
