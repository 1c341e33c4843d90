/* Windows from inside: a partition in its order, the frame around each of its rows, and what is measured of frames. */
#ifndef HUI_TRANSFORM_WINDOW_H
#define HUI_TRANSFORM_WINDOW_H

#include "transform/step.h"

/* Arrays are by place in the partition; all are of the step's largest partition and used again for the next one. */
typedef struct hui_window {
    hui_arena *arena;
    const hui_table *table;
    const size_t *rows;
    size_t count, capacity;
    size_t *peers_from, *peers_to; /* rows that the order does not tell apart */
    size_t *from, *to;             /* frames, which only move on from row to row */
    hui_value *values;             /* of the field at hand */
    size_t *places;                /* scratch */
    double *numbers, *sorted;      /* scratch */
    int32_t *tree;                 /* scratch, one longer */
} hui_window;

hui_window hui_window_new(hui_arena *arena, const hui_table *table, size_t capacity);

/* Measures each frame; `column` is by row of the table. */
void hui_window_measure(hui_window *window, hui_aggregate_op op, const char *field, hui_value *column);
void hui_window_quantile(hui_window *window, double p, hui_value *column);
/* The first place of the least (or greatest) value in each frame, in `places`; SIZE_MAX: none. */
void hui_window_extremes(hui_window *window, bool greatest);

/* Operations that are no measures. */
typedef struct hui_window_op hui_window_op;

typedef struct hui_window_kind {
    const char *word;
    void (*compute)(const hui_window_op *op, hui_window *window, hui_value *column);
    bool needs_field, needs_param; /* the parameter: above 0 */
} hui_window_kind;

enum { HUI_WINDOW_KINDS = 13 };
extern const hui_window_kind hui_window_kinds[HUI_WINDOW_KINDS];

struct hui_window_op {
    const hui_window_kind *kind; /* NULL: a measure of the frame */
    hui_aggregate_op aggregate;
    const char *field, *as;
    double param; /* NAN: none */
};

#endif
