/* Legibility by numbers. */
#include "theme/legible.h"

static const double design_width = 1080, smallest = 20, large_size = 48, least_contrast = 4.5, least_contrast_large = 3;

double hui_legible_size(double page_width)
{
    return smallest * page_width / design_width;
}

double hui_legible_contrast(double size, double page_width)
{
    return size * design_width / page_width >= large_size ? least_contrast_large : least_contrast;
}
