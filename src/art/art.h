/* Art: drawings from parameters, seeded, coloured by the theme. Each is a row of a table. */
#ifndef HUI_ART_ART_H
#define HUI_ART_ART_H

#include "scene/scene.h"
#include "theme/theme.h"

typedef struct hui_art_options {
    const hui_theme *theme;
    const hui_accent *accent;
    bool on_strong;    /* behind text on a dark ground: pale shapes */
    int seed;
    int count;         /* of ears, turbines, …; 0: what fits */
    int layers;        /* of hills, ranges, waves, rows, … behind each other; 0: what suits the drawing */
    double density;    /* how many summits, yurts, tufts, … beside each other; 1 or 0: as many as suit it */
    bool mirror;       /* left to right */
    hui_color color;   /* instead of the drawing's own main colour; all zero: its own */
} hui_art_options;

typedef struct hui_art {
    const char *name, *doc;
    double ratio; /* natural height / width; 0: any */
    /* Draws within `area`, which the caller clips if `clip` is set. */
    void (*draw)(hui_scene *scene, hui_rect area, const hui_art_options *options);
    bool clip;
    bool covers; /* all of `area`: no ground below it is seen */
} hui_art;

extern const hui_art hui_arts[];
extern const size_t hui_art_count;
const hui_art *hui_art_find(const char *name); /* NULL if there is none */

/* Draws one as a decoration group: mirrored if asked, clipped to `area` if the drawing needs it. */
void hui_art_draw(hui_scene *scene, const hui_art *art, hui_rect area, const hui_art_options *options);

#endif
