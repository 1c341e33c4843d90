/* Labels moved apart: their upper edges, each at least the height of the label before it below that one's. */
#include "structure/label_spread.h"

#include "structure/spread.h"

#include <stdlib.h>

static int by_wanted(const void *a, const void *b)
{
    const hui_label_place *const x = *(hui_label_place *const *)a, *const y = *(hui_label_place *const *)b;
    if (x->wanted != y->wanted)
        return x->wanted < y->wanted ? -1 : 1;
    return x < y ? -1 : 1; /* in the order they were given */
}

void hui_labels_spread(hui_arena *arena, hui_label_place *labels, size_t count, double low, double high)
{
    hui_label_place **sorted = HUI_NEW_ARRAY(arena, hui_label_place *, count);
    double *edges = HUI_NEW_ARRAY(arena, double, count), *least = HUI_NEW_ARRAY(arena, double, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &labels[i];
    if (count > 1)
        qsort(sorted, count, sizeof *sorted, by_wanted);
    for (size_t i = 0; i < count; i++) {
        edges[i] = sorted[i]->wanted - sorted[i]->size / 2;
        least[i] = i ? sorted[i - 1]->size : 0;
    }
    hui_spread(arena, edges, least, count, low, count ? high - sorted[count - 1]->size : high);
    for (size_t i = 0; i < count; i++)
        sorted[i]->middle = edges[i] + sorted[i]->size / 2;
}
