/* Classes: values in equal intervals from the least to the greatest, a colour each, and the legend that says which. */
#ifndef HUI_STRUCTURE_CLASSES_H
#define HUI_STRUCTURE_CLASSES_H

#include "structure/drawing.h"

enum { HUI_CLASSES = 4 };

typedef struct hui_classes {
    double low, high; /* low > high: no value was counted */
    int decimals;     /* most of any value */
    hui_color colors[HUI_CLASSES];
} hui_classes;

/* Colours from the ground's towards the accent's: on each of them either dark or light text can be read. */
hui_classes hui_classes_new(const hui_build *build);
/* Every value must be counted before the first class is asked for. What is no number counts as 0. */
void hui_classes_count(hui_classes *classes, hui_string value);
/* The darkest if there is nothing to compare. */
hui_color hui_classes_color(const hui_classes *classes, hui_string value);
/* NULL if there is nothing to compare. */
hui_box *hui_classes_legend(const hui_build *build, const hui_classes *classes, hui_string unit, hui_place place);

#endif
