/* Building scales: what the files that build domains and ranges share. */
#ifndef HUI_CHART_SCALE_BUILDING_H
#define HUI_CHART_SCALE_BUILDING_H

#include "chart/frame.h"

/* A part that becomes a scale in a frame. */
typedef struct hui_scale_building {
    hui_frame *frame;
    const hui_scale_part *part;
    hui_arena *arena;
    hui_scale *scale;
} hui_scale_building;

/* scale_build_domain.c */
void hui_scale_build_domain(hui_scale_building *b);
/* zero, nice and the like; after the range. */
void hui_scale_adjust_domain(hui_scale_building *b);
hui_value *hui_scale_discrete_values(const hui_scale_building *b, size_t *count);
void hui_scale_build_bins(hui_scale_building *b);

/* scale_build_range.c */
void hui_scale_build_range(hui_scale_building *b);
/* Bands that a plot must have room for, gaps included. */
double hui_scale_part_space(const hui_scale_part *part, size_t count);
/* px of one of them. */
double hui_scale_band_step(const hui_scale_building *b);

#endif
