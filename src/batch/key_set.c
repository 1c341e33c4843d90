/* Small sets of keys. */
#include "batch/key_set.h"

#include <stdlib.h>

/* The place of a key, or the empty one where it belongs. */
static batch_key_entry *place_of(const batch_key_set *set, batch_key key)
{
    const size_t mask = set->capacity - 1;
    for (size_t i = (size_t)key.low & mask;; i = (i + 1) & mask) {
        batch_key_entry *entry = &set->at[i];
        if (entry->number == 0 || (entry->key.low == key.low && entry->key.high == key.high))
            return entry;
    }
}

static void grow(batch_key_set *set)
{
    const batch_key_set old = *set;
    set->capacity = old.capacity ? old.capacity * 2 : 1024;
    set->at = calloc(set->capacity, sizeof *set->at);
    if (!set->at)
        abort();
    for (size_t i = 0; i < old.capacity; i++)
        if (old.at[i].number > 0)
            *place_of(set, old.at[i].key) = old.at[i];
    free(old.at);
}

size_t batch_key_set_add(batch_key_set *set, batch_key key, size_t number)
{
    if (set->count * 4 >= set->capacity * 3)
        grow(set);
    batch_key_entry *entry = place_of(set, key);
    if (entry->number > 0)
        return entry->number;
    *entry = (batch_key_entry){key, number};
    set->count++;
    return 0;
}

size_t batch_key_set_find(const batch_key_set *set, batch_key key)
{
    return set->capacity > 0 ? place_of(set, key)->number : 0;
}

void batch_key_set_finish(batch_key_set *set)
{
    free(set->at);
    *set = (batch_key_set){0};
}
