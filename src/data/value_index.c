/* Indices of values: a hash table of places in the order in which they were added. */
#include "data/value.h"

#include "base/vec.h"

static uint32_t hash_of(hui_value value)
{
    const uint32_t hash = hui_value_hash(value) * 0x9E3779B1u;
    return hash ^ (hash >> 15);
}

static size_t slot_of(const hui_value_index *index, hui_value value, uint32_t hash)
{
    const size_t mask = index->slot_count - 1;
    size_t slot = hash & mask;
    for (; index->slots[slot]; slot = (slot + 1) & mask) {
        const size_t place = index->slots[slot] - 1;
        if (index->hashes[place] == hash && hui_value_same(index->at[place], value))
            break;
    }
    return slot;
}

static void grow(hui_arena *arena, hui_value_index *index)
{
    size_t capacity = index->capacity;
    index->at = hui_vec_grow(arena, index->at, sizeof *index->at, index->count, &capacity);
    capacity = index->capacity;
    index->hashes = hui_vec_grow(arena, index->hashes, sizeof *index->hashes, index->count, &capacity);
    index->capacity = capacity;
    index->slot_count = 16;
    while (index->slot_count < 2 * capacity)
        index->slot_count *= 2;
    index->slots = HUI_NEW_ARRAY(arena, uint32_t, index->slot_count);
    for (size_t i = 0; i < index->count; i++) {
        size_t slot = index->hashes[i] & (index->slot_count - 1);
        while (index->slots[slot])
            slot = (slot + 1) & (index->slot_count - 1);
        index->slots[slot] = (uint32_t)i + 1;
    }
}

size_t hui_value_index_add(hui_arena *arena, hui_value_index *index, hui_value value)
{
    if (index->count == index->capacity)
        grow(arena, index);
    const uint32_t hash = hash_of(value);
    const size_t slot = slot_of(index, value, hash);
    if (!index->slots[slot]) {
        index->at[index->count] = value;
        index->hashes[index->count] = hash;
        index->slots[slot] = (uint32_t)++index->count;
    }
    return index->slots[slot] - 1;
}

size_t hui_value_index_find(const hui_value_index *index, hui_value value)
{
    if (index->count == 0)
        return SIZE_MAX;
    const size_t slot = slot_of(index, value, hash_of(value));
    return index->slots[slot] ? index->slots[slot] - 1 : SIZE_MAX;
}
