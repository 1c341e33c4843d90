/* The sphere: vectors, rotations and exact sums. */
#include "geo/sphere.h"

#define TAU (2 * HUI_GEO_PI)

hui_geo_vector hui_geo_cartesian(double longitude, double latitude)
{
    const double c = cos(latitude);
    return (hui_geo_vector){c * cos(longitude), c * sin(longitude), sin(latitude)};
}

hui_geo_vertex hui_geo_spherical(hui_geo_vector v)
{
    return (hui_geo_vertex){atan2(v.y, v.x), hui_geo_asin(v.z), false};
}

double hui_geo_dot(hui_geo_vector a, hui_geo_vector b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

hui_geo_vector hui_geo_cross(hui_geo_vector a, hui_geo_vector b)
{
    return (hui_geo_vector){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

hui_geo_vector hui_geo_scaled(hui_geo_vector v, double by)
{
    return (hui_geo_vector){v.x * by, v.y * by, v.z * by};
}

hui_geo_vector hui_geo_sum(hui_geo_vector a, hui_geo_vector b)
{
    return (hui_geo_vector){a.x + b.x, a.y + b.y, a.z + b.z};
}

hui_geo_vector hui_geo_unit(hui_geo_vector v)
{
    return hui_geo_scaled(v, 1 / sqrt(hui_geo_dot(v, v)));
}

hui_geo_rotation hui_geo_rotation_new(double lambda, double phi, double gamma)
{
    const bool tilted = phi < 0 || phi > 0 || gamma < 0 || gamma > 0;
    return (hui_geo_rotation){fmod(lambda, TAU), tilted, cos(phi), sin(phi), cos(gamma), sin(gamma)};
}

void hui_geo_rotate(const hui_geo_rotation *rotation, double *longitude, double *latitude)
{
    double lambda = *longitude + rotation->lambda;
    if (fabs(lambda) > HUI_GEO_PI)
        lambda -= floor(lambda / TAU + 0.5) * TAU;
    *longitude = lambda;
    if (!rotation->is_tilted)
        return;
    const hui_geo_vector v = hui_geo_cartesian(lambda, *latitude);
    const double k = v.z * rotation->cos_phi + v.x * rotation->sin_phi;
    *longitude =
        atan2(v.y * rotation->cos_gamma - k * rotation->sin_gamma, v.x * rotation->cos_phi - v.z * rotation->sin_phi);
    *latitude = hui_geo_asin(k * rotation->cos_gamma + v.y * rotation->sin_gamma);
}

void hui_geo_add(hui_geo_adder *adder, double number)
{
    const double sum = adder->sum + number;
    adder->rest += fabs(adder->sum) >= fabs(number) ? adder->sum - sum + number : number - sum + adder->sum;
    adder->sum = sum;
}

double hui_geo_total(const hui_geo_adder *adder)
{
    return adder->sum + adder->rest;
}
