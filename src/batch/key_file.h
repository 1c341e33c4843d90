/* Any number of keys in little memory, each with a number: added first, then sorted once, then looked up. Those that memory is
 * not kept for go, in sorted runs, to a file without a name, and are merged (Knuth, The Art of Computer Programming 3, 5.4).
 * Keys are hashes, evenly spread: a look-up reads where its key is to be expected (ibidem, 6.2.1, interpolation). */
#ifndef HUI_BATCH_KEY_FILE_H
#define HUI_BATCH_KEY_FILE_H

#include "batch/key.h"

typedef struct batch_key_file {
    batch_key_entry *held; /* BATCH_KEYS_HELD at most; sorted once the file is */
    size_t held_count;
    size_t run_count; /* of so many keys each, in the file */
    size_t count;     /* of different keys in the sorted file, or held if there is none */
    int file;         /* its descriptor + 1; 0: there is none */
} batch_key_file;

enum { BATCH_KEYS_HELD = 1 << 15 };

/* A key that was added with both numbers, the first of which is the least of all. */
typedef void batch_key_twice(void *closure, size_t first, size_t later);

/* Adds `number` (not 0). False with errno if the file cannot be written, which is in the folder that TMPDIR names, or /tmp. */
bool batch_key_file_add(batch_key_file *keys, batch_key key, size_t number);
/* Ends adding; tells of keys that came several times, in no order of their numbers. `twice` may be NULL. False with errno. */
bool batch_key_file_sort(batch_key_file *keys, batch_key_twice *twice, void *closure);
/* The least number that came with the key, or 0. Processes that are forked may look up at the same time. */
size_t batch_key_file_find(const batch_key_file *keys, batch_key key);
void batch_key_file_finish(batch_key_file *keys);

#endif
