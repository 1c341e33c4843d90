/* Expression functions that measure GeoJSON on the sphere: geoArea, geoBounds, geoCentroid. */
#include "chart/projection.h"
#include "geo/measure.h"

#include <math.h>
#include <string.h>

static hui_value pair(hui_arena *arena, hui_value first, hui_value second)
{
    hui_value *items = HUI_NEW_ARRAY(arena, hui_value, 2);
    items[0] = first;
    items[1] = second;
    return (hui_value){.kind = HUI_VALUE_ARRAY, .count = 2, .items = items};
}

static hui_value position(hui_arena *arena, double longitude, double latitude)
{
    return pair(arena, hui_value_number(longitude), hui_value_number(latitude));
}

hui_value hui_geo_function(void *closure, const char *function, const hui_value *arguments, size_t count)
{
    hui_arena *arena = ((hui_charting *)closure)->arena;
    double x = NAN, y = NAN, bounds[4] = {NAN, NAN, NAN, NAN};
    if (count < 2 || arguments[0].kind == HUI_VALUE_STRING) /* in a projection: what is not known yet */
        return (hui_value){0};
    hui_value object = arguments[1];
    if (hui_geo_winding_of(object) == HUI_GEO_TURNED) /* as it is drawn */
        object = hui_geo_turned(arena, object);
    if (!strcmp(function, "geoArea"))
        return hui_value_number(hui_geo_area(object));
    if (!strcmp(function, "geoCentroid")) {
        if (!hui_geo_centroid(object, &x, &y))
            x = y = NAN;
        return position(arena, x, y);
    }
    if (strcmp(function, "geoBounds") != 0)
        return (hui_value){0};
    if (!hui_geo_bounds(arena, object, bounds))
        bounds[0] = bounds[1] = bounds[2] = bounds[3] = NAN;
    return pair(arena, position(arena, bounds[0], bounds[1]), position(arena, bounds[2], bounds[3]));
}
