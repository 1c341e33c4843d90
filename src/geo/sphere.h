/* The sphere: vectors, rotations, and what lies inside a polygon. For this folder only. */
#ifndef HUI_GEO_SPHERE_H
#define HUI_GEO_SPHERE_H

#include "geo/lines.h"

typedef struct hui_geo_vector {
    double x, y, z;
} hui_geo_vector;

hui_geo_vector hui_geo_cartesian(double longitude, double latitude);
hui_geo_vertex hui_geo_spherical(hui_geo_vector v);
double hui_geo_dot(hui_geo_vector a, hui_geo_vector b);
hui_geo_vector hui_geo_cross(hui_geo_vector a, hui_geo_vector b);
hui_geo_vector hui_geo_scaled(hui_geo_vector v, double by);
hui_geo_vector hui_geo_sum(hui_geo_vector a, hui_geo_vector b);
hui_geo_vector hui_geo_unit(hui_geo_vector v); /* NAN of no vector */

/* By yaw, pitch and roll, in radians. */
typedef struct hui_geo_rotation {
    double lambda;
    bool is_tilted;
    double cos_phi, sin_phi, cos_gamma, sin_gamma;
} hui_geo_rotation;

hui_geo_rotation hui_geo_rotation_new(double lambda, double phi, double gamma);
void hui_geo_rotate(const hui_geo_rotation *rotation, double *longitude, double *latitude);

/* A sum that keeps what rounding takes from it. */
typedef struct hui_geo_adder {
    double sum, rest;
} hui_geo_adder;

void hui_geo_add(hui_geo_adder *adder, double number);
double hui_geo_total(const hui_geo_adder *adder);

/* Rings are clockwise around what is inside: the one that goes the other way encloses the rest of the sphere. */
bool hui_geo_polygon_contains(const hui_geo_lines *rings, double longitude, double latitude);
/* Of a polygon that does not meet the antimeridian: 1 if it is clockwise, so that the south pole is not inside, -1 if it is
 * not, 0 if that takes a closer look. */
int hui_geo_polygon_winding(const hui_geo_lines *rings);

#endif
