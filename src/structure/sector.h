/* Sectors: parts of rings. Angles are degrees clockwise from 3 o'clock. */
#ifndef HUI_STRUCTURE_SECTOR_H
#define HUI_STRUCTURE_SECTOR_H

#include "base/path.h"

typedef struct hui_sector {
    hui_point center;
    double inner, outer; /* radii */
    double from, to;
} hui_sector;

void hui_path_sector(hui_path *path, hui_sector sector);
/* The point at a radius and angle. */
hui_point hui_on_circle(hui_point center, double radius, double degrees);
/* Whether a box around the sector's middle lies wholly in it, `pad` px from its edges. */
bool hui_sector_holds(hui_sector sector, double width, double height, double pad);
hui_point hui_sector_middle(hui_sector sector);

#endif
