/* Trends: sampling functions, and tables of points. */
#include "transform/trend.h"

#include <math.h>

void hui_trend_add(hui_trends *trends, size_t group, double x, double y)
{
    *hui_vec_push(trends->arena, &trends->points) = (hui_trend_point){x, y, group};
}

/* Sampling
 * -------- */

typedef struct sampler {
    hui_trend_function *function;
    const void *closure;
    double low, high;
    double scale_x, scale_y; /* to angles of a square picture */
} sampler;

static hui_trend_point sample(const sampler *s, double x)
{
    return (hui_trend_point){.x = x, .y = s->function(s->closure, x)};
}

static double angle(const sampler *s, hui_trend_point from, hui_trend_point to)
{
    return atan2(s->scale_y * (to.y - from.y), s->scale_x * (to.x - from.x));
}

static bool bends(const sampler *s, hui_trend_point from, hui_trend_point middle, hui_trend_point to)
{
    const double half_degree = acos(-1) / 360;
    return fabs(angle(s, from, to) - angle(s, from, middle)) > half_degree;
}

static double scale_of(const hui_trend_point *points, size_t count, double y)
{
    double low = y, high = y;
    for (size_t i = 0; i < count; i++) {
        low = points[i].y < low ? points[i].y : low;
        high = points[i].y > high ? points[i].y : high;
    }
    return 1 / (high - low);
}

/* The points ahead are a stack, nearest on top; a middle that is needed goes on top of it. */
static void sample_bends(hui_trends *trends, size_t group, sampler *s, double least, double most)
{
    const double span = s->high - s->low;
    HUI_VEC(hui_trend_point) ahead = {0};
    *hui_vec_push(trends->arena, &ahead) = sample(s, s->high);
    for (double i = least - 1; i > 0; i--)
        *hui_vec_push(trends->arena, &ahead) = sample(s, s->low + i / least * span);
    hui_trend_point last = sample(s, s->low);
    s->scale_x = 1 / span;
    s->scale_y = scale_of(ahead.at, ahead.count, last.y);
    hui_trend_add(trends, group, last.x, last.y);
    while (ahead.count) {
        const hui_trend_point next = ahead.at[ahead.count - 1], middle = sample(s, (last.x + next.x) / 2);
        if (fabs(middle.x - last.x) >= fabs(span) / most && bends(s, last, middle, next)) {
            *hui_vec_push(trends->arena, &ahead) = middle;
            continue;
        }
        last = next;
        hui_trend_add(trends, group, last.x, last.y);
        ahead.count--;
    }
}

void hui_trend_sample(hui_trends *trends, size_t group, hui_trend_function *function, const void *closure, double low,
                      double high, double least, double most)
{
    sampler s = {.function = function, .closure = closure, .low = low, .high = high};
    if (!isfinite(low) || !isfinite(high))
        return;
    if (least < most) {
        sample_bends(trends, group, &s, least, most);
        return;
    }
    for (double i = 0; i < least; i++) {
        const double x = low + i / least * (high - low);
        hui_trend_add(trends, group, x, function(closure, x));
    }
    hui_trend_add(trends, group, high, function(closure, high));
}

/* Numbers
 * ------- */

double hui_trend_number(hui_value value)
{
    const bool is_null = value.kind == HUI_VALUE_NULL || value.kind == HUI_VALUE_UNDEFINED;
    return is_null ? (double)NAN : hui_value_to_number(value);
}

hui_samples hui_trend_pairs(hui_arena *arena, const hui_table *table, const size_t *rows, size_t count, const char *x,
                            const char *y)
{
    hui_samples samples = {HUI_NEW_ARRAY(arena, double, count), HUI_NEW_ARRAY(arena, double, count), 0};
    const hui_accessor ax = hui_accessor_new(arena, table, x), ay = hui_accessor_new(arena, table, y);
    for (size_t i = 0; i < count; i++) {
        const double px = hui_trend_number(hui_accessor_value(&ax, rows[i])),
                     py = hui_trend_number(hui_accessor_value(&ay, rows[i]));
        if (isnan(px) || isnan(py))
            continue;
        samples.x[samples.count] = px;
        samples.y[samples.count++] = py;
    }
    return samples;
}

/* Table
 * ----- */

hui_table *hui_trend_table(const hui_trends *trends, const hui_table *table, hui_fields groupby,
                           hui_partition partition, const char *const as[2])
{
    const size_t count = trends->points.count;
    hui_table *result = hui_table_new(trends->arena, count);
    for (size_t field = 0; field < groupby.count; field++) {
        const hui_accessor accessor = hui_accessor_new(trends->arena, table, groupby.at[field]);
        hui_value *column = hui_table_add(result, hui_field_flat(trends->arena, groupby.at[field]));
        for (size_t i = 0; i < count; i++)
            column[i] = hui_accessor_value(&accessor, partition.rows[partition.start[trends->points.at[i].group]]);
    }
    hui_value *x = hui_table_add(result, as[0]), *y = hui_table_add(result, as[1]);
    for (size_t i = 0; i < count; i++) {
        x[i] = hui_value_number(trends->points.at[i].x);
        y[i] = hui_value_number(trends->points.at[i].y);
    }
    return result;
}
