/* Scenery: air, sun and layers that wide scenes of nature and cities are composed of. */
#ifndef HUI_ART_SCENERY_H
#define HUI_ART_SCENERY_H

#include "art/panorama.h"

/* A scene's colours, for light words over it or for dark ones. */
typedef struct hui_air {
    hui_color top, horizon; /* of the sky */
    hui_color far, near;    /* what stands in it, paler the farther */
    hui_color glow, light;  /* of the sun; of what it falls on */
    hui_color birds;
} hui_air;

typedef struct hui_scenery {
    hui_panorama frame; /* 1080 × 620 */
    hui_air air;
    int layers;
    double density;
} hui_scenery;

/* With its sky and sun drawn, `sun_up` design px above the foot; `usual` layers where the options name no number. */
hui_scenery hui_scenery_new(hui_scene *scene, hui_rect area, const hui_art_options *options, int usual, double sun_up);
/* 0 for the farthest layer to 1 for the nearest. */
double hui_scenery_depth(const hui_scenery *s, int layer);
/* At this depth. */
hui_color hui_scenery_color(const hui_scenery *s, double depth);
/* Down from a crest to mist: the colour of this depth, at the foot mixed with the air's. */
hui_paint hui_scenery_haze(const hui_scenery *s, hui_rect under, double depth, double mist);
/* A few birds, far away around the point (share of the width, design px up). */
void hui_scenery_birds(hui_scenery *s, double share, double up);

#endif
