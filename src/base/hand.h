/* Hand: outlines as a hand draws them, the same way each time. */
#ifndef HUI_BASE_HAND_H
#define HUI_BASE_HAND_H

#include "base/path.h"

#include <stdint.h>

/* How lines are drawn. In the order of the words of `stroke`. */
typedef enum hui_pen {
    HUI_PEN_EXACT,
    HUI_PEN_HAND,     /* once, wavering */
    HUI_PEN_SKETCHED, /* twice */
} hui_pen;

/* The path with ends that miss their places a little and lines that bow between them, after Wood, Isenberg, Isenberg,
 * Dykes, Boukhelifa and Slingsby, "Sketchy Rendering for Information Visualization", IEEE TVCG 18(12), 2012 (InfoVis),
 * section 3. What is closed stays closed, neighbours still meet; the shorter a piece is the less it strays, at a strength
 * of 1 none by more than HUI_HAND_STRAY px across and as much downwards. The same seed gives the same strays wherever the
 * path lies. Points are in tenths of a px. */
hui_path hui_hand_path(hui_arena *arena, const hui_path *path, double strength, uint64_t seed);

#define HUI_HAND_STRAY 1.6

#endif
