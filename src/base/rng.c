/* Seeded random numbers: PCG32 (XSH RR variant), O'Neill 2014, HMC-CS-2014-0905, section 6.3. */
#include "base/rng.h"

hui_rng hui_rng_seed(uint64_t seed)
{
    hui_rng rng = {seed * 2654435769u + 1442695040888963407u};
    hui_rng_next(&rng);
    return rng;
}

uint32_t hui_rng_next(hui_rng *rng)
{
    uint64_t old = rng->state;
    rng->state = old * 6364136223846793005u + 1442695040888963407u;
    uint32_t shifted = (uint32_t)(((old >> 18) ^ old) >> 27), turn = (uint32_t)(old >> 59);
    return (shifted >> turn) | (shifted << ((32 - turn) & 31));
}

double hui_rng_range(hui_rng *rng, double from, double to)
{
    return from + (to - from) * (hui_rng_next(rng) / 4294967296.0);
}

int hui_rng_int(hui_rng *rng, int from, int to)
{
    return from + (int)(hui_rng_next(rng) % (uint32_t)(to - from + 1));
}
