/* Bands: topics stacked as the slices of one shape, such as a funnel, with words in them and beside them. */
#ifndef HUI_STRUCTURE_BANDS_H
#define HUI_STRUCTURE_BANDS_H

#include "structure/topic.h"

typedef struct hui_bands {
    hui_list items; /* hui_topic */
    /* The width at the upper edge of band `index` of `count`, and at the lower edge of the last one: a share of the widest. */
    double (*width)(const void *data, double index, size_t count);
    const void *data;
    bool labels_beside; /* labels and figures stand beside their bands, too, which hold icons or numbers only */
    double curve;       /* px by which the edges of a band sag: the lid of a cylinder */
    const char *kind;   /* class in SVG */
} hui_bands;

hui_box *hui_bands_build(const hui_build *build, const hui_bands *bands);

#endif
