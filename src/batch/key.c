/* Hashes of 128 bits. */
#include "batch/key.h"

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
