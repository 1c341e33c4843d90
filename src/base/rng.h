/* Seeded random numbers, the same on every machine (PCG32; O'Neill 2014, HMC-CS-2014-0905). */
#ifndef HUI_BASE_RNG_H
#define HUI_BASE_RNG_H

#include <stdint.h>

typedef struct hui_rng {
    uint64_t state;
} hui_rng;

hui_rng hui_rng_seed(uint64_t seed);
uint32_t hui_rng_next(hui_rng *rng);
double hui_rng_range(hui_rng *rng, double from, double to); /* from <= x < to */
int hui_rng_int(hui_rng *rng, int from, int to);            /* from <= i <= to */

#endif
