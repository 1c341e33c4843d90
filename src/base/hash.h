/* Hash of bytes, the same on every machine. */
#ifndef HUI_BASE_HASH_H
#define HUI_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* FNV-1a (Fowler, Noll, Vo; RFC 9923): of some bytes, or continued from the hash of those before them. */
#define HUI_HASH_START 2166136261u
uint32_t hui_hash_bytes(uint32_t hash, const void *bytes, size_t size);

#endif
