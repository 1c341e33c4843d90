/* Vision: how far apart colours are to readers who see them all, and to those who do not. */
#ifndef HUI_BASE_VISION_H
#define HUI_BASE_VISION_H

#include "base/color.h"

typedef enum hui_vision { HUI_VISION_FULL, HUI_VISION_PROTAN, HUI_VISION_DEUTAN, HUI_VISION_COUNT } hui_vision;

/* What who lacks one kind of cones sees of it: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
 * Color Vision Deficiency" (2009), severity 1.0, on linear RGB. */
hui_color hui_vision_see(hui_vision vision, hui_color color);

/* CIEDE2000 of two opaque colours (ISO/CIE 11664-6; Sharma, Wu and Dalal 2005): 1 is just told apart side by side. */
double hui_vision_difference(hui_color a, hui_color b);
/* The least of it over all kinds of readers; `worst` (NULL: not asked) is who sees that little. */
double hui_vision_least_difference(hui_color a, hui_color b, hui_vision *worst);
/* What colours that stand away from each other need to be told apart. */
#define HUI_VISION_TOLD_APART 8.0
/* The same of L*, a*, b*. */
double hui_vision_lab_difference(const double first[3], const double second[3]);

#endif
