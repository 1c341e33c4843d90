/* Amounts: what areas and widths of topics stand for. */
#ifndef HUI_STRUCTURE_AMOUNT_H
#define HUI_STRUCTURE_AMOUNT_H

#include "structure/topic.h"

/* The number in the topic's value, or the sum of those below it. Above 0: it is 1 of a topic without a value, and of one
 * whose value is no such number, after a diagnostic. */
double hui_topic_amount(const hui_build *build, const hui_topic *topic);
double hui_topics_amount(const hui_build *build, hui_list topics);

/* All topics, those below others too; and how many levels of them there are. */
size_t hui_topics_count(hui_list topics);
size_t hui_topics_depth(hui_list topics);

/* Indices of topics by amount, the largest first; of equal ones as they stand. */
size_t *hui_by_amount(const hui_build *build, const double *amounts, size_t count);

#endif
