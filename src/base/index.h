/* An index of the caller's items, by which they are found by what they hold. */
#ifndef HUI_BASE_INDEX_H
#define HUI_BASE_INDEX_H

#include "base/arena.h"

#include <stdint.h>

typedef struct hui_index_slot {
    uint32_t hash, place; /* place: counted from 1; 0: free */
} hui_index_slot;

/* Zeroed, it is an empty one. The items stand in an array of the caller's, in the order in which they were added. */
typedef struct hui_index {
    hui_index_slot *slots;
    size_t capacity, count; /* capacity: a power of two */
} hui_index;

/* Whether the item at `place` is the one sought. */
typedef bool hui_index_same(const void *items, size_t place, const void *sought);

/* The place of the item sought, or SIZE_MAX. */
size_t hui_index_find(const hui_index *index, uint32_t hash, hui_index_same *same, const void *items,
                      const void *sought);
/* The same; but an item that is not there is counted in: its place is then the count so far, where the caller puts it. */
size_t hui_index_add(hui_arena *arena, hui_index *index, uint32_t hash, hui_index_same *same, const void *items,
                     const void *sought);
hui_index hui_index_copy(hui_arena *arena, const hui_index *index);

#endif
