/* Indices of values: distinct ones in the order in which they were added. */
#include "data/value.h"

#include "base/vec.h"

static bool same(const void *items, size_t place, const void *sought)
{
    const hui_value *values = items;
    return hui_value_same(values[place], *(const hui_value *)sought);
}

size_t hui_value_index_add(hui_arena *arena, hui_value_index *index, hui_value value)
{
    const size_t place = hui_index_add(arena, &index->index, hui_value_hash(value), same, index->at, &value);
    if (place == index->count)
        *hui_vec_push(arena, index) = value;
    return place;
}

size_t hui_value_index_find(const hui_value_index *index, hui_value value)
{
    return hui_index_find(&index->index, hui_value_hash(value), same, index->at, &value);
}
