/* Spread: isotonic regression of what is left of positions without the distances they must keep. */
#include "structure/spread.h"

#include <math.h>

/* Neighbours that stand as close as they may. */
typedef struct pool {
    double sum;
    size_t count;
} pool;

static double mean(pool p)
{
    return p.sum / (double)p.count;
}

static size_t pool_all(pool *pools, const double *free_at, size_t count)
{
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        pools[used++] = (pool){free_at[i], 1};
        while (used > 1 && mean(pools[used - 2]) > mean(pools[used - 1])) {
            pools[used - 2].sum += pools[used - 1].sum;
            pools[used - 2].count += pools[used - 1].count;
            used--;
        }
    }
    return used;
}

void hui_spread(hui_arena *arena, double *at, const double *least, size_t count, double low, double high)
{
    double *taken = HUI_NEW_ARRAY(arena, double, count);
    for (size_t i = 0; i < count; i++) {
        taken[i] = i ? taken[i - 1] + least[i] : 0;
        at[i] -= taken[i];
    }
    pool *pools = HUI_NEW_ARRAY(arena, pool, count);
    const size_t used = pool_all(pools, at, count);
    const double last = count ? fmax(high - taken[count - 1], low) : low;
    for (size_t i = 0, k = 0; k < used; k++)
        for (size_t j = 0; j < pools[k].count; j++, i++)
            at[i] = taken[i] + fmin(fmax(mean(pools[k]), low), last);
}
