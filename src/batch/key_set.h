/* Sets of 128-bit hashes, each with a number: what names are taken, which rows are done. Linear probing (Knuth, The Art of
 * Computer Programming 3, 6.4). */
#ifndef HUI_BATCH_KEY_SET_H
#define HUI_BATCH_KEY_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct batch_key {
    uint64_t low, high;
} batch_key;

typedef struct batch_key_entry {
    batch_key key;
    size_t number; /* 0: an empty place */
} batch_key_entry;

typedef struct batch_key_set {
    batch_key_entry *at;
    size_t count, capacity;
} batch_key_set;

/* XXH3-128: among 10 million different texts two of one key are as likely as 1 in 10^24. */
batch_key batch_key_of(const void *bytes, size_t size);
/* Of a key and what comes after it. */
batch_key batch_key_join(batch_key key, const void *bytes, size_t size);
/* Of a file's bytes. False with errno if it cannot be read. */
bool batch_key_of_file(const char *path, batch_key *key);

/* Stores `number` (not 0), unless the key is there already: then the number it came with; else 0. */
size_t batch_key_set_add(batch_key_set *set, batch_key key, size_t number);
size_t batch_key_set_find(const batch_key_set *set, batch_key key); /* its number, or 0 */
void batch_key_set_finish(batch_key_set *set);

#endif
