/* Panorama: the frame of a wide scene. Across it measures in shares of the width, upwards in px of a design size. */
#ifndef HUI_ART_PANORAMA_H
#define HUI_ART_PANORAMA_H

#include "art/pieces.h"

typedef struct hui_panorama {
    hui_scene *scene;
    hui_rect area;
    double k; /* px for one px of the design */
    hui_rng rng;
} hui_panorama;

hui_panorama hui_panorama_new(hui_scene *scene, hui_rect area, int seed, double design_width, double design_height);
double hui_panorama_x(const hui_panorama *p, double share);
double hui_panorama_y(const hui_panorama *p, double up);
hui_rect hui_panorama_band(const hui_panorama *p, double from, double to, double foot, double top);

/* Crests from back to front, `up` in design px; they vary by 4 with the seed. */
hui_crest hui_panorama_crest(hui_panorama *p, const hui_point up[HUI_CREST_POINTS], double lift);
/* The rectangle from the crest's highest point to the foot of the area, for gradients. */
hui_rect hui_panorama_under(const hui_panorama *p, const hui_crest *crest);

/* The three hills that hero and footer share, the back one's crest 198 up at the left. */
extern const hui_point hui_panorama_back[HUI_CREST_POINTS], hui_panorama_middle[HUI_CREST_POINTS],
    hui_panorama_front[HUI_CREST_POINTS];

/* Three turbines on the crest at the left, smaller to the right; the first one's hub is `hub` above its foot. */
void hui_panorama_turbines(hui_panorama *p, const hui_crest *crest, double hub, hui_color color);

#endif
