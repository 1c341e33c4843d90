/* Quantiles of frames that slide over the rows: how many values of each rank are in the frame, in a tree of sums. */
#include "transform/aggregate.h"
#include "transform/window.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int compare_numbers(const void *a, const void *b)
{
    const double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double number_of(hui_value value)
{
    return !hui_aggregate_missing(value) ? hui_value_to_number(value) : (double)NAN;
}

/* A binary indexed tree (Fenwick 1994): node i holds the sum of the lowest-bit(i) ranks up to i, counted from 1. */
static void add(int32_t *tree, size_t count, size_t rank, int32_t change)
{
    for (size_t i = rank; i <= count; i += i & (~i + 1))
        tree[i] += change;
}

/* The rank, from 1, of the value that `before` others precede. */
static size_t find_rank(const int32_t *tree, size_t count, int32_t before)
{
    size_t rank = 0, step = 1;
    while (step * 2 <= count)
        step *= 2;
    for (; step; step /= 2)
        if (rank + step <= count && tree[rank + step] <= before) {
            rank += step;
            before -= tree[rank];
        }
    return rank + 1;
}

static size_t rank_of(const hui_window *w, size_t count, double number)
{
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (w->sorted[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low + 1;
}

static size_t sort_numbers(hui_window *w)
{
    if (!w->numbers) {
        w->numbers = HUI_NEW_ARRAY(w->arena, double, w->capacity);
        w->sorted = HUI_NEW_ARRAY(w->arena, double, w->capacity);
        w->tree = HUI_NEW_ARRAY(w->arena, int32_t, w->capacity + 1);
    }
    size_t count = 0;
    for (size_t i = 0; i < w->count; i++) {
        w->numbers[i] = number_of(w->values[i]);
        if (!isnan(w->numbers[i]))
            w->sorted[count++] = w->numbers[i];
    }
    qsort(w->sorted, count, sizeof *w->sorted, compare_numbers);
    memset(w->tree, 0, (count + 1) * sizeof *w->tree);
    return count;
}

static hui_value quantile(const hui_window *w, size_t count, int32_t size, double p)
{
    if (size <= 0)
        return (hui_value){0};
    const double place = (size - 1) * p, below = floor(place);
    const double low = w->sorted[find_rank(w->tree, count, (int32_t)below) - 1];
    if (place == below)
        return hui_value_number(low);
    const double high = w->sorted[find_rank(w->tree, count, (int32_t)below + 1) - 1];
    return hui_value_number(low + (high - low) * (place - below));
}

void hui_window_quantile(hui_window *w, double p, hui_value *column)
{
    const size_t count = sort_numbers(w);
    size_t left = 0, entered = 0;
    int32_t size = 0;
    for (size_t i = 0; i < w->count; i++) {
        for (; entered < w->to[i]; entered++)
            if (!isnan(w->numbers[entered])) {
                add(w->tree, count, rank_of(w, count, w->numbers[entered]), 1);
                size++;
            }
        for (; left < w->from[i] && left < entered; left++)
            if (!isnan(w->numbers[left])) {
                add(w->tree, count, rank_of(w, count, w->numbers[left]), -1);
                size--;
            }
        column[w->rows[i]] = quantile(w, count, size, p);
    }
}
