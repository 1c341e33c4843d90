/* Spread: positions that keep their distances and are otherwise as near as can be to where they should be. */
#ifndef HUI_STRUCTURE_SPREAD_H
#define HUI_STRUCTURE_SPREAD_H

#include "base/arena.h"

/* Moves positions, which grow, until each is `least[i]` or more after the one before (least[0] is not read), all within low
 * and high if there is room, with the least sum of squared movements. Where there is no room they go beyond `high`. Linear:
 * isotonic regression by pooling adjacent violators (Ayer et al. 1955, Ann. Math. Stat. 26:641). */
void hui_spread(hui_arena *arena, double *at, const double *least, size_t count, double low, double high);

#endif
