/* Indices: open addressing with linear probing (Knuth, The Art of Computer Programming 3, section 6.4, algorithm L). */
#include "base/index.h"

enum { FIRST_CAPACITY = 16 };

/* Where the item stands, or the free slot where it belongs. */
static hui_index_slot *slot_of(const hui_index *index, uint32_t hash, hui_index_same *same, const void *items,
                               const void *sought)
{
    const size_t mask = index->capacity - 1;
    size_t at = hash & mask;
    for (; index->slots[at].place; at = (at + 1) & mask)
        if (index->slots[at].hash == hash && same(items, index->slots[at].place - 1, sought))
            break;
    return &index->slots[at];
}

static void grow(hui_arena *arena, hui_index *index)
{
    const hui_index old = *index;
    index->capacity = old.capacity ? 2 * old.capacity : FIRST_CAPACITY;
    index->slots = HUI_NEW_ARRAY(arena, hui_index_slot, index->capacity);
    for (size_t i = 0; i < old.capacity; i++) {
        if (!old.slots[i].place)
            continue;
        size_t at = old.slots[i].hash & (index->capacity - 1);
        while (index->slots[at].place)
            at = (at + 1) & (index->capacity - 1);
        index->slots[at] = old.slots[i];
    }
}

size_t hui_index_find(const hui_index *index, uint32_t hash, hui_index_same *same, const void *items,
                      const void *sought)
{
    const uint32_t place = index->count ? slot_of(index, hash, same, items, sought)->place : 0;
    return place ? place - 1 : SIZE_MAX;
}

size_t hui_index_add(hui_arena *arena, hui_index *index, uint32_t hash, hui_index_same *same, const void *items,
                     const void *sought)
{
    if (2 * index->count >= index->capacity)
        grow(arena, index);
    hui_index_slot *slot = slot_of(index, hash, same, items, sought);
    if (!slot->place)
        *slot = (hui_index_slot){hash, (uint32_t)++index->count};
    return slot->place - 1;
}

hui_index hui_index_copy(hui_arena *arena, const hui_index *index)
{
    hui_index copy = *index;
    if (index->capacity)
        copy.slots = hui_arena_copy(arena, index->slots, index->capacity * sizeof *index->slots);
    return copy;
}
