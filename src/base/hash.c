/* Hash of bytes: short, and good enough for tables of a document's size. */
#include "base/hash.h"

uint32_t hui_hash_bytes(uint32_t hash, const void *bytes, size_t size)
{
    const unsigned char *const at = bytes;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ at[i]) * 16777619u;
    return hash;
}
