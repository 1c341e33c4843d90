/* How often each colour appears in a picture. */
#ifndef HUI_BACKEND_PNG_HISTOGRAM_H
#define HUI_BACKEND_PNG_HISTOGRAM_H

#include <stddef.h>
#include <stdint.h>

enum { HUI_HISTOGRAM_SLOTS = 1 << 16, HUI_HISTOGRAM_MOST = 1 << 15 };

/* A colour and those that are counted with it. */
typedef struct hui_histogram_entry {
    uint32_t color; /* that most of them have, if most have one */
    uint32_t lead;  /* by how many pixels it is ahead of the others at least */
    uint32_t count; /* of all of them; 0: no entry */
} hui_histogram_entry;

/* Where there are more than HUI_HISTOGRAM_MOST colours, those that differ in low bits only are counted together. Begins as
 * zeros. */
typedef struct hui_histogram {
    hui_histogram_entry entries[HUI_HISTOGRAM_SLOTS]; /* by hash */
    size_t used;
    uint64_t total;
    unsigned dropped; /* low bits of each channel */
} hui_histogram;

/* Pixels as Cairo has them; colours are counted as they are without alpha. */
void hui_histogram_add(hui_histogram *histogram, const uint32_t *pixels, size_t count);

#endif
