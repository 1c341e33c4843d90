/* Growing arrays: doubling, so that pushes cost constant time on average. */
#include "base/vec.h"

#include <string.h>

void *hui_vec_grow(hui_arena *arena, void *at, size_t item_size, size_t count, size_t *capacity)
{
    const size_t size = *capacity * item_size;
    *capacity = *capacity ? *capacity * 2 : 8;
    if (size && hui_arena_extend(arena, at, size, *capacity * item_size))
        return at;
    void *grown = hui_arena_alloc(arena, *capacity * item_size);
    if (count)
        memcpy(grown, at, count * item_size);
    return grown;
}
