/* Hash of bytes, the same on every machine. */
#ifndef HUI_BASE_HASH_H
#define HUI_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* As FNV-1a (Fowler, Noll, Vo; RFC 9923) has it, a step of exclusive or and multiplication, but for eight bytes at a time, with
 * the high half folded onto the low one after each: of some bytes, or continued from the hash of those before them. */
#define HUI_HASH_START 2166136261u
uint32_t hui_hash_bytes(uint32_t hash, const void *bytes, size_t size);

#endif
