/* Shelves: topics side by side in rows of columns, each a head over a body; heads of one row are equally high. */
#ifndef HUI_STRUCTURE_SHELF_H
#define HUI_STRUCTURE_SHELF_H

#include "structure/topic.h"

typedef struct hui_shelf_cell {
    hui_box *head, *body; /* NULL: none */
    double rise;          /* px by which its head is higher than the row's others: ascending stairs */
    hui_rect rect;        /* result: of the head, from the inside of the box */
} hui_shelf_cell;

typedef struct hui_shelf {
    hui_arena *arena;
    size_t columns, count;
    hui_shelf_cell *at;
    double gap, row_gap, body_gap; /* between columns, between rows, and between head and body */
    bool body_first;               /* the body stands over its head, on which it rests */
    bool snake;                    /* every second row runs from the right to the left */
    bool center;                   /* a last row that is not full stands in the middle */
    double edge;                   /* px left free at both sides */
} hui_shelf;

/* The box of a shelf whose cells are filled in; `draw` (may be NULL) draws behind them, box->data is the shelf. */
hui_box *hui_shelf_box(const hui_build *build, hui_shelf *shelf, void (*draw)(const hui_box *box, hui_scene *scene));

/* How many columns of at least `least` px have room, at most `count`, and so many that rows are even. */
size_t hui_columns_fit(double room, double gap, double least, size_t count);
/* The width of each of them. */
double hui_column_width(double room, double gap, size_t columns);

/* A grid of so many equal columns. */
hui_box *hui_even_grid(const hui_build *build, size_t columns, double gap, double row_gap);

#endif
