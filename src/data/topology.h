/* TopoJSON: features and meshes of shapes whose lines are shared. For this folder only. */
#ifndef HUI_DATA_TOPOLOGY_H
#define HUI_DATA_TOPOLOGY_H

#include "data/reading.h"

/* The features of an object, as an array, or the mesh of its lines as one geometry. `filter`: "interior" (lines between
 * two shapes), "exterior" (of one shape only) or NULL. False after a diagnostic. */
bool hui_topology_features(const hui_reading *reading, hui_value topology, const char *object, hui_value *features);
bool hui_topology_mesh(const hui_reading *reading, hui_value topology, const char *object, const char *filter,
                       hui_value *mesh);

/* What both of them need
 * ---------------------- */

typedef struct hui_arc {
    const hui_value *points;
    uint32_t count;
} hui_arc;

typedef struct hui_topology {
    hui_arena *arena;
    hui_arc *arcs;
    int64_t arc_count;
    double scale[2], translate[2];
    bool is_quantized;    /* points are steps from one to the next */
    int64_t point_budget; /* GeoJSON points still allowed: arcs may be named over and over */
} hui_topology;

bool hui_topology_read(const hui_reading *reading, hui_value value, const char *name, hui_topology *topology,
                       hui_value *object);
/* By its index; ~index means the arc backwards. NULL if there is none. */
const hui_arc *hui_topology_arc(const hui_topology *topology, hui_value reference, bool *is_backward);
double hui_topology_coordinate(hui_value point, uint32_t axis);
/* Arcs, each beginning where the last one ended, as one line of so many points. */
hui_value hui_topology_line(hui_topology *topology, hui_value arcs, size_t at_least);
/* The geometries of a collection; undefined if it is none. */
hui_value hui_topology_parts(hui_value geometry);

#endif
