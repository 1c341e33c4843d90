/* Refining: solid colours nearer to what they should look like than the profile's table for the way to inks is. */
#ifndef HUI_PRINT_REFINE_H
#define HUI_PRINT_REFINE_H

#include "base/arena.h"

#include <lcms2.h>
#include <stdbool.h>

typedef struct hui_refiner hui_refiner;

/* By the profile's table for the way back, relative colorimetric with black point compensation, as the inks were found.
 * `most` is the ink of the profile's own black, in percent. NULL if the profile has no such table. */
hui_refiner *hui_refiner_new(hui_arena *arena, cmsContext context, cmsHPROFILE profile, cmsHPROFILE srgb, double most);
/* Inks in percent, which stay what they are where nothing better is found; black ink is never changed. */
void hui_refiner_improve(const hui_refiner *refiner, const double rgb[3], double inks[4]);

#endif
