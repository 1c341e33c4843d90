/* Colours of a picture: a table of a fixed size, however large the picture. */
#include "backend/png_histogram.h"

#include "backend/png_pixels.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static uint32_t add_up(uint32_t a, uint32_t b)
{
    return a > UINT32_MAX - b ? UINT32_MAX : a + b;
}

static hui_histogram_entry *find_entry(hui_histogram *h, uint32_t color)
{
    const uint32_t kept = (0xFFu << h->dropped & 0xFF) * 0x01010101u;
    uint32_t slot = (color & kept) * 0x9E3779B1u >> 16;
    while (h->entries[slot].count && ((h->entries[slot].color ^ color) & kept))
        slot = (slot + 1) % HUI_HISTOGRAM_SLOTS;
    return &h->entries[slot];
}

/* The colour that leads is found as R. Boyer and J. Moore do, "MJRTY, a fast majority vote algorithm" (1981). */
static void count_color(hui_histogram *h, uint32_t color, uint32_t lead, uint32_t count)
{
    hui_histogram_entry *e = find_entry(h, color);
    h->used += !e->count;
    e->count = add_up(e->count, count);
    if (e->color == color) {
        e->lead = add_up(e->lead, lead);
    } else if (e->lead >= lead) {
        e->lead -= lead;
    } else {
        e->color = color;
        e->lead = lead - e->lead;
    }
}

/* Counts all again with a bit less of each channel. */
static void coarsen(hui_histogram *h)
{
    hui_histogram *fine = hui_memory_new(sizeof *fine);
    memcpy(fine, h, sizeof *fine);
    memset(h, 0, sizeof *h);
    h->total = fine->total;
    h->dropped = fine->dropped + 1;
    for (size_t i = 0; i < HUI_HISTOGRAM_SLOTS; i++) {
        const hui_histogram_entry *e = &fine->entries[i];
        if (e->count)
            count_color(h, e->color, e->lead, e->count);
    }
    free(fine);
}

void hui_histogram_add(hui_histogram *h, const uint32_t *pixels, size_t count)
{
    h->total += count;
    for (size_t i = 0, run; i < count; i += run) {
        uint32_t color;
        run = 1 + hui_pixels_count_same(pixels + i, pixels + i + 1, count - i - 1);
        hui_pixels_straighten(&color, pixels + i, 1);
        count_color(h, color, (uint32_t)run, (uint32_t)run);
        while (h->used > HUI_HISTOGRAM_MOST)
            coarsen(h);
    }
}
