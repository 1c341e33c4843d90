/* Operations of windows only: ranks, and values of rows near by. */
#include "transform/window.h"

#include <math.h>

static void row_number(const hui_window_op *op, hui_window *w, hui_value *column)
{
    (void)op;
    for (size_t i = 0; i < w->count; i++)
        column[w->rows[i]] = hui_value_number((double)i + 1);
}

static void rank(const hui_window_op *op, hui_window *w, hui_value *column)
{
    (void)op;
    for (size_t i = 0; i < w->count; i++)
        column[w->rows[i]] = hui_value_number((double)w->peers_from[i] + 1);
}

static void dense_rank(const hui_window_op *op, hui_window *w, hui_value *column)
{
    (void)op;
    double rank_now = 0;
    for (size_t i = 0; i < w->count; i++) {
        rank_now += w->peers_from[i] == i;
        column[w->rows[i]] = hui_value_number(rank_now);
    }
}

static void percent_rank(const hui_window_op *op, hui_window *w, hui_value *column)
{
    (void)op;
    for (size_t i = 0; i < w->count; i++)
        column[w->rows[i]] = hui_value_number((double)w->peers_from[i] / ((double)w->count - 1));
}

/* Vega takes the very first row for the last of its peers. */
static double share_up_to(const hui_window *w, size_t i)
{
    return (i ? (double)w->peers_to[i] : 1) / (double)w->count;
}

static void cume_dist(const hui_window_op *op, hui_window *w, hui_value *column)
{
    (void)op;
    for (size_t i = 0; i < w->count; i++)
        column[w->rows[i]] = hui_value_number(share_up_to(w, i));
}

static void ntile(const hui_window_op *op, hui_window *w, hui_value *column)
{
    for (size_t i = 0; i < w->count; i++)
        column[w->rows[i]] = hui_value_number(ceil(op->param * share_up_to(w, i)));
}

static hui_value value_at(const hui_window *w, double place)
{
    return place >= 0 && place < (double)w->count ? w->values[(size_t)place] : hui_value_null();
}

static double offset_of(const hui_window_op *op)
{
    return isnan(op->param) || op->param == 0 ? 1 : op->param;
}

static void lag(const hui_window_op *op, hui_window *w, hui_value *column)
{
    for (size_t i = 0; i < w->count; i++)
        column[w->rows[i]] = value_at(w, (double)i - offset_of(op));
}

static void lead(const hui_window_op *op, hui_window *w, hui_value *column)
{
    for (size_t i = 0; i < w->count; i++)
        column[w->rows[i]] = value_at(w, (double)i + offset_of(op));
}

static void first_value(const hui_window_op *op, hui_window *w, hui_value *column)
{
    (void)op;
    for (size_t i = 0; i < w->count; i++)
        column[w->rows[i]] = value_at(w, (double)w->from[i]);
}

static void last_value(const hui_window_op *op, hui_window *w, hui_value *column)
{
    (void)op;
    for (size_t i = 0; i < w->count; i++)
        column[w->rows[i]] = value_at(w, (double)w->to[i] - 1);
}

static void nth_value(const hui_window_op *op, hui_window *w, hui_value *column)
{
    for (size_t i = 0; i < w->count; i++) {
        const double place = (double)w->from[i] + op->param - 1;
        column[w->rows[i]] = place < (double)w->to[i] ? value_at(w, place) : hui_value_null();
    }
}

static bool is_null(hui_value value)
{
    return value.kind == HUI_VALUE_UNDEFINED || value.kind == HUI_VALUE_NULL;
}

static void prev_value(const hui_window_op *op, hui_window *w, hui_value *column)
{
    (void)op;
    hui_value value = hui_value_null();
    for (size_t i = 0; i < w->count; i++) {
        value = is_null(w->values[i]) ? value : w->values[i];
        column[w->rows[i]] = value;
    }
}

static void next_value(const hui_window_op *op, hui_window *w, hui_value *column)
{
    (void)op;
    hui_value value = hui_value_null();
    for (size_t i = w->count; i-- > 0;) {
        value = is_null(w->values[i]) ? value : w->values[i];
        column[w->rows[i]] = value;
    }
}

const hui_window_kind hui_window_kinds[HUI_WINDOW_KINDS] = {{"row_number", row_number, false, false},
                                                            {"rank", rank, false, false},
                                                            {"dense_rank", dense_rank, false, false},
                                                            {"percent_rank", percent_rank, false, false},
                                                            {"cume_dist", cume_dist, false, false},
                                                            {"ntile", ntile, false, true},
                                                            {"lag", lag, true, false},
                                                            {"lead", lead, true, false},
                                                            {"first_value", first_value, true, false},
                                                            {"last_value", last_value, true, false},
                                                            {"nth_value", nth_value, true, true},
                                                            {"prev_value", prev_value, true, false},
                                                            {"next_value", next_value, true, false}};
