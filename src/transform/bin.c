/* Bin: ranges of numbers with round ends, and the range each value lies in. */
#include "data/expr.h"
#include "transform/aggregate.h"

#include <float.h>
#include <math.h>

enum { DEFAULT_BINS = 10, DEFAULT_BASE = 10 };

static const double default_divisions[] = {5, 2};

/* Floating point leaves values that are at a bin's start a little below it. */
static const double slack = 1e-14;

hui_bin hui_bin_default(void)
{
    return (hui_bin){
        .maxbins = NAN, .base = NAN, .step = NAN, .minstep = NAN, .extent = {NAN, NAN}, .anchor = NAN, .span = NAN};
}

/* Reading
 * ------- */

typedef struct reader {
    hui_arena *arena;
    hui_params params;
    hui_diags *diags;
    bool failed;
} reader;

static void fail(reader *r, const hui_json *value, const char *expected)
{
    hui_diags_add(r->diags, HUI_CODE_WRONG_TYPE, hui_json_place(r->arena, value), NULL, value->key ? value->key : "bin",
                  expected, hui_json_kind_word(value));
    r->failed = true;
}

/* A number, or {"expr": …} of parameters. */
static double read_number(reader *r, const hui_json *value)
{
    const hui_json *const text = value->kind == HUI_JSON_OBJECT ? hui_json_find(value, "expr") : NULL;
    if (value->kind == HUI_JSON_NUMBER)
        return value->number;
    if (!text || text->kind != HUI_JSON_STRING) {
        fail(r, value, "a number");
        return NAN;
    }
    const hui_expr *const expr = hui_expr_parse(r->arena, text->string, hui_json_place(r->arena, text), r->diags);
    r->failed |= !expr;
    const hui_expr_scope scope = {.arena = r->arena, .params = r->params};
    return expr ? hui_value_to_number(hui_expr_value(expr, &scope)) : (double)NAN;
}

static const hui_json *find(const hui_json *object, const char *key)
{
    const hui_json *const value = hui_json_find(object, key);
    return value && value->kind != HUI_JSON_NULL ? value : NULL;
}

static void read_optional(reader *r, const hui_json *json, const char *key, double *number)
{
    const hui_json *const value = find(json, key);
    if (value)
        *number = read_number(r, value);
}

static const double *read_list(reader *r, const hui_json *json, const char *key, size_t *count)
{
    const hui_json *const list = find(json, key);
    *count = 0;
    if (!list)
        return NULL;
    if (list->kind != HUI_JSON_ARRAY) {
        fail(r, list, "an array of numbers");
        return NULL;
    }
    double *const numbers = HUI_NEW_ARRAY(r->arena, double, list->count);
    for (const hui_json *item = list->first; item; item = item->next)
        numbers[(*count)++] = read_number(r, item);
    return numbers;
}

/* An extent that a selection gives ({"param": …}) is not known before somebody selects: then it is that of the data. */
static void read_extent(reader *r, const hui_json *json, double extent[2])
{
    const hui_json *const value = find(json, "extent");
    size_t count;
    if (!value || value->kind == HUI_JSON_OBJECT)
        return;
    const double *const ends = read_list(r, json, "extent", &count);
    if (r->failed)
        return;
    if (count == 2) {
        extent[0] = ends[0];
        extent[1] = ends[1];
    } else {
        hui_diags_add(r->diags, HUI_CODE_OUT_OF_RANGE, hui_json_place(r->arena, value), NULL, "extent", "two numbers");
        r->failed = true;
    }
}

bool hui_bin_read(hui_arena *arena, const hui_json *json, hui_params params, hui_bin *bin, hui_diags *diags)
{
    reader r = {arena, params, diags, false};
    *bin = hui_bin_default();
    if (json->kind == HUI_JSON_TRUE)
        return true;
    if (json->kind != HUI_JSON_OBJECT) {
        fail(&r, json, "true or an object");
        return false;
    }
    read_optional(&r, json, "maxbins", &bin->maxbins);
    read_optional(&r, json, "base", &bin->base);
    read_optional(&r, json, "step", &bin->step);
    read_optional(&r, json, "minstep", &bin->minstep);
    read_optional(&r, json, "anchor", &bin->anchor);
    bin->steps = read_list(&r, json, "steps", &bin->step_count);
    bin->divide = read_list(&r, json, "divide", &bin->divide_count);
    read_extent(&r, json, bin->extent);
    const hui_json *const nice = hui_json_find(json, "nice");
    bin->not_nice = nice && nice->kind == HUI_JSON_FALSE;
    return !r.failed;
}

/* Resolving
 * --------- */

static double given_or(double number, double otherwise)
{
    return isfinite(number) && number != 0 ? number : otherwise;
}

/* Steps that can be no bins are as good as not given. */
static double positive_or(double number, double otherwise)
{
    return isfinite(number) && number > 0 ? number : otherwise;
}

/* The widest of the steps allowed that is not wider than `width`, or the narrowest one. */
static double choose_step(const hui_bin *bin, double width)
{
    size_t i = 0;
    while (i < bin->step_count && bin->steps[i] < width)
        i++;
    return bin->steps[i > 0 ? i - 1 : 0];
}

/* A power of the base, divided as long as that does not make too many bins. */
static double find_step(const hui_bin *bin, double span, double most, double base)
{
    const double least = positive_or(bin->minstep, 0), log_base = log(base);
    const double level = ceil(log(most) / log_base);
    const double *const divisions = bin->divide_count ? bin->divide : default_divisions;
    const size_t count = bin->divide_count ? bin->divide_count : sizeof default_divisions / sizeof *default_divisions;
    double step = fmax(fmax(least, DBL_MIN), pow(base, floor(log(span) / log_base + 0.5) - level));
    while (isfinite(step) && ceil(span / step) > most)
        step *= base;
    for (size_t i = 0; i < count; i++) {
        const double part = step / divisions[i];
        if (isfinite(part) && part > 0 && part >= least && span / part <= most)
            step = part;
    }
    return step;
}

hui_bins hui_bin_resolve(const hui_bin *bin, double low, double high)
{
    const double most = fmax(1, given_or(bin->maxbins, DEFAULT_BINS)), base = bin->base > 1 ? bin->base : DEFAULT_BASE;
    const double width = given_or(high - low, given_or(fabs(low), 1)), span = positive_or(bin->span, width);
    if (!isfinite(low) || !isfinite(high) || !isfinite(high - low) || high < low)
        return (hui_bins){NAN, NAN, NAN};
    double step = positive_or(bin->step, 0);
    if (step == 0 && bin->step_count)
        step = positive_or(choose_step(bin, span / most), 0);
    if (step == 0)
        step = find_step(bin, span, most, base);
    if (!bin->not_nice) {
        const double log_step = log(step), precision = log_step >= 0 ? 0 : trunc(-log_step / log(base)) + 1;
        const double start = floor(low / step + pow(base, -precision - 1)) * step;
        low = low < start ? start - step : start;
        high = ceil(high / step) * step;
    }
    return (hui_bins){low, high == low ? low + step : high, step};
}

/* Binning
 * ------- */

/* Whole bins, moved so that one of them begins at the anchor. */
static hui_bins place(const hui_bin *bin, hui_bins bins)
{
    bins.stop = bins.start + ceil((bins.stop - bins.start) / bins.step) * bins.step;
    if (!isfinite(bin->anchor))
        return bins;
    const double shift = bin->anchor - (bins.start + bins.step * floor((bin->anchor - bins.start) / bins.step));
    return (hui_bins){bins.start + shift, bins.stop + shift, bins.step};
}

/* The greatest value belongs to the last bin. */
static double bin_start(hui_bins bins, double number)
{
    if (number < bins.start)
        return -INFINITY;
    if (number > bins.stop)
        return INFINITY;
    const double inside = fmax(bins.start, fmin(number, bins.stop - bins.step));
    return bins.start + bins.step * floor(slack + (inside - bins.start) / bins.step);
}

static double extent_end(hui_arena *arena, const hui_table *table, hui_aggregate_op op, const char *field)
{
    return hui_value_to_number(hui_aggregate_value(arena, table, op, field));
}

hui_table *hui_bin_apply(hui_arena *arena, const hui_table *table, const char *field, const hui_bin *bin,
                         const char *as_start, const char *as_end, hui_bins *bins)
{
    const hui_accessor accessor = hui_accessor_new(arena, table, field);
    const bool is_given = isfinite(bin->extent[0]) && isfinite(bin->extent[1]);
    const double low = is_given ? bin->extent[0] : extent_end(arena, table, HUI_AGGREGATE_MIN, field);
    const double high = is_given ? bin->extent[1] : extent_end(arena, table, HUI_AGGREGATE_MAX, field);
    *bins = place(bin, hui_bin_resolve(bin, low, high));
    hui_table *binned = hui_table_copy(arena, table);
    hui_value *const start = hui_table_add(binned, as_start), *const end = hui_table_add(binned, as_end);
    for (size_t row = 0; row < table->rows; row++) {
        const hui_value value = hui_accessor_value(&accessor, row);
        const double number = hui_aggregate_missing(value) ? (double)NAN : hui_value_to_number(value);
        const double from = isnan(number) ? number : bin_start(*bins, number);
        start[row] = hui_aggregate_missing(value) ? hui_value_null() : hui_value_number(from);
        end[row] = hui_aggregate_missing(value)
                       ? hui_value_null()
                       : hui_value_number(bins->start + bins->step * (1 + (from - bins->start) / bins->step));
    }
    return binned;
}
