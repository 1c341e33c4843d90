/* Hashes of 128 bits, which stand for names, rows and files. */
#ifndef HUI_BATCH_KEY_H
#define HUI_BATCH_KEY_H

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

/* XXH3-128: among 10 million different texts two of one key are as likely as 1 in 10^24. */
batch_key batch_key_of(const void *bytes, size_t size);
/* Of a key and what comes after it. */
batch_key batch_key_join(batch_key key, const void *bytes, size_t size);
/* Of a file's bytes. False with errno if it cannot be read. */
bool batch_key_of_file(const char *path, batch_key *key);

#endif
