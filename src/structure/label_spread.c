/* Labels moved apart: blocks of labels that touch take the mean of what their members want (pool adjacent violators). */
#include "structure/label_spread.h"

#include <math.h>
#include <stdlib.h>

/* Labels that touch, from `first` on. */
typedef struct block {
    size_t first, count;
    double wanted, size; /* of its upper edge, the mean; all heights */
} block;

static int by_wanted(const void *a, const void *b)
{
    const hui_label_place *const x = *(hui_label_place *const *)a, *const y = *(hui_label_place *const *)b;
    if (x->wanted != y->wanted)
        return x->wanted < y->wanted ? -1 : 1;
    return x < y ? -1 : 1; /* in the order they were given */
}

static double start_of(const block *a, double low, double high)
{
    return fmax(fmin(a->wanted, high - a->size), low);
}

/* The upper edge the joint block wants: the mean over its members, those of `b` moved up by the height of `a`. */
static block joined(const block *a, const block *b)
{
    const double n = (double)a->count, m = (double)b->count;
    return (block){a->first, a->count + b->count, (a->wanted * n + (b->wanted - a->size) * m) / (n + m),
                   a->size + b->size};
}

void hui_labels_spread(hui_arena *arena, hui_label_place *labels, size_t count, double low, double high)
{
    hui_label_place **sorted = HUI_NEW_ARRAY(arena, hui_label_place *, count);
    block *blocks = HUI_NEW_ARRAY(arena, block, count);
    size_t used = 0;
    for (size_t i = 0; i < count; i++)
        sorted[i] = &labels[i];
    if (count > 1)
        qsort(sorted, count, sizeof *sorted, by_wanted);
    for (size_t i = 0; i < count; i++) {
        blocks[used++] = (block){i, 1, sorted[i]->wanted - sorted[i]->size / 2, sorted[i]->size};
        while (used > 1 && start_of(&blocks[used - 2], low, high) + blocks[used - 2].size >
                               start_of(&blocks[used - 1], low, high)) {
            blocks[used - 2] = joined(&blocks[used - 2], &blocks[used - 1]);
            used--;
        }
    }
    for (const block *a = blocks; a < blocks + used; a++) {
        double at = start_of(a, low, high);
        for (size_t i = a->first; i < a->first + a->count; i++) {
            sorted[i]->middle = at + sorted[i]->size / 2;
            at += sorted[i]->size;
        }
    }
}
