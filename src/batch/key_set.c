/* Sets of hashes. */
#include "batch/key_set.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

batch_key batch_key_of(const void *bytes, size_t size)
{
    const XXH128_hash_t hash = XXH3_128bits(bytes, size);
    return (batch_key){hash.low64, hash.high64};
}

batch_key batch_key_join(batch_key key, const void *bytes, size_t size)
{
    const batch_key more = batch_key_of(bytes, size);
    const uint64_t both[] = {key.low, key.high, more.low, more.high};
    return batch_key_of(both, sizeof both);
}

bool batch_key_of_file(const char *path, batch_key *key)
{
    enum { BLOCK = 1 << 16 };
    char block[BLOCK];
    ssize_t got = -1;
    XXH3_state_t *state = XXH3_createState();
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (!state)
        abort();
    XXH3_128bits_reset(state);
    while (file >= 0 && (got = read(file, block, sizeof block)) > 0)
        XXH3_128bits_update(state, block, (size_t)got);
    const XXH128_hash_t hash = XXH3_128bits_digest(state);
    XXH3_freeState(state);
    if (file >= 0)
        close(file);
    *key = (batch_key){hash.low64, hash.high64};
    return got == 0;
}

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
