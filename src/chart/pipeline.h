/* How the data of views come about: a table on its way through the steps of a view. For the files of chart/ only. */
#ifndef HUI_CHART_PIPELINE_H
#define HUI_CHART_PIPELINE_H

#include "chart/view.h"

typedef struct hui_pipeline {
    hui_charting *chart;
    hui_view *view;
    hui_table *table; /* so far */
    hui_transform_scope scope;
    bool undivided; /* of all cells of a facet at once: only aggregates, windows and stacks mind the cells */
} hui_pipeline;

/* view_data.c: the steps that a view's encodings ask for, each for all of its fields. */
void hui_pipeline_bin(hui_pipeline *line);
void hui_pipeline_parse(hui_pipeline *line);
void hui_pipeline_derive(hui_pipeline *line); /* time units, indices of sorts */
hui_unit_tables hui_pipeline_finish(hui_pipeline *line);

#endif
