/* Measures on the sphere: area, centre and bounds of GeoJSON objects. */
#ifndef HUI_GEO_MEASURE_H
#define HUI_GEO_MEASURE_H

#include "data/value.h"

double hui_geo_area(hui_value object); /* steradians */
/* Degrees; false if there is none. */
bool hui_geo_centroid(hui_value object, double *longitude, double *latitude);
/* Degrees: west, south, east, north. West is greater than east where the antimeridian is inside. False if there are none. */
bool hui_geo_bounds(hui_arena *arena, hui_value object, double bounds[4]);

/* Half the area that rings enclose, negative where it is the smaller part outside them. */
double hui_geo_excess(hui_value rings, uint32_t count);

/* Whether an object has polygons, and whether each of them takes more than half of the globe, as it does whose rings are
 * counterclockwise. */
typedef enum hui_geo_winding { HUI_GEO_NO_POLYGONS, HUI_GEO_WOUND, HUI_GEO_TURNED } hui_geo_winding;
hui_geo_winding hui_geo_winding_of(hui_value object);
/* The polygons of an object with their rings the other way round, as one geometry. */
hui_value hui_geo_turned(hui_arena *arena, hui_value object);

#endif
