/* Amounts: what areas and widths of topics stand for. */
#include "structure/amount.h"

#include <math.h>
#include <stdlib.h>

size_t hui_topics_count(hui_list list)
{
    const hui_topic *topics = list.at;
    size_t count = list.count;
    for (size_t i = 0; i < list.count; i++)
        count += hui_topics_count(topics[i].items);
    return count;
}

size_t hui_topics_depth(hui_list list)
{
    const hui_topic *topics = list.at;
    size_t depth = 0;
    for (size_t i = 0; i < list.count; i++) {
        const size_t below = hui_topics_depth(topics[i].items);
        depth = below > depth ? below : depth;
    }
    return list.count ? depth + 1 : 0;
}

double hui_topics_amount(const hui_build *b, hui_list list)
{
    const hui_topic *topics = list.at;
    double sum = 0;
    for (size_t i = 0; i < list.count; i++)
        sum += hui_topic_amount(b, &topics[i]);
    return sum;
}

double hui_topic_amount(const hui_build *b, const hui_topic *topic)
{
    if (topic->items.count)
        return hui_topics_amount(b, topic->items);
    const double amount = topic->value.text ? hui_number_of(topic->value) : 1;
    if (amount > 0 && isfinite(amount))
        return amount;
    hui_diags_add(b->diags, HUI_CODE_OUT_OF_RANGE, topic->value.place, "areas stand for amounts", "value",
                  "a number above 0");
    return 1;
}

typedef struct rank {
    double amount;
    size_t index;
} rank;

static int compare(const void *a, const void *b)
{
    const rank *first = a, *second = b;
    if (first->amount != second->amount)
        return first->amount > second->amount ? -1 : 1;
    return first->index < second->index ? -1 : 1;
}

size_t *hui_by_amount(const hui_build *b, const double *amounts, size_t count)
{
    rank *ranks = HUI_NEW_ARRAY(b->arena, rank, count);
    size_t *order = HUI_NEW_ARRAY(b->arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        ranks[i] = (rank){amounts[i], i};
    if (count)
        qsort(ranks, count, sizeof *ranks, compare);
    for (size_t i = 0; i < count; i++)
        order[i] = ranks[i].index;
    return order;
}
