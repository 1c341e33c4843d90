/* Amounts: what areas and widths of topics stand for. */
#ifndef HUI_STRUCTURE_AMOUNT_H
#define HUI_STRUCTURE_AMOUNT_H

#include "structure/topic.h"

/* The number in the topic's value, or the sum of those below it. Above 0: of a topic without one it is 1, of one whose value is no such
 * number that too, after a diagnostic. */
double hui_topic_amount(const hui_build *build, const hui_topic *topic);
double hui_topics_amount(const hui_build *build, hui_list topics);

/* Indices of topics by amount, the largest first; of equal ones as they stand. */
size_t *hui_by_amount(const hui_build *build, const double *amounts, size_t count);

#endif
