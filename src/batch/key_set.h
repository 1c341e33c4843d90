/* Small sets of keys, each with a number, that grow while they are looked up. Linear probing (Knuth, The Art of Computer
 * Programming 3, 6.4). */
#ifndef HUI_BATCH_KEY_SET_H
#define HUI_BATCH_KEY_SET_H

#include "batch/key.h"

typedef struct batch_key_set {
    batch_key_entry *at;
    size_t count, capacity;
} batch_key_set;

/* Stores `number` (not 0), unless the key is there already: then the number it came with; else 0. */
size_t batch_key_set_add(batch_key_set *set, batch_key key, size_t number);
size_t batch_key_set_find(const batch_key_set *set, batch_key key); /* its number, or 0 */
void batch_key_set_finish(batch_key_set *set);

#endif
