/* Pseudocylindrical projections of the whole globe: parallels are straight, meridians curved. */
#include "geo/raw.h"

/* Equal Earth: Šavrič, Patterson and Jenny, "The Equal Earth map projection" (2018). */
static hui_point equal_earth(const hui_geo_raw *raw, double longitude, double latitude)
{
    const double a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796, m = sqrt(3) / 2;
    const double t = hui_geo_asin(m * sin(latitude)), t2 = t * t, t6 = t2 * t2 * t2;
    (void)raw;
    return (hui_point){longitude * cos(t) / (m * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2))),
                       t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))};
}

/* Natural Earth: Šavrič, Jenny, Patterson, Petrovič and Hurni, "A polynomial equation for the Natural Earth projection" (2011). */
static hui_point natural_earth(const hui_geo_raw *raw, double longitude, double latitude)
{
    const double y2 = latitude * latitude, y4 = y2 * y2;
    (void)raw;
    return (hui_point){longitude * (0.8707 - 0.131979 * y2 + y4 * (-0.013791 + y4 * (0.003971 * y2 - 0.001529 * y4))),
                       latitude * (1.007226 + y2 * (0.015085 + y4 * (-0.044475 + 0.028874 * y2 - 0.005916 * y4)))};
}

/* The auxiliary angle t with 2t + sin 2t = π sin φ, by Newton's method for 2t. */
static hui_point mollweide(const hui_geo_raw *raw, double longitude, double latitude)
{
    const double area = HUI_GEO_PI * sin(latitude);
    double angle = latitude, step = 1;
    (void)raw;
    for (int i = 0; i < 30 && fabs(step) > HUI_GEO_EPSILON; i++) {
        step = (angle + sin(angle) - area) / (1 + cos(angle));
        angle -= step;
    }
    return (hui_point){sqrt(2) / (HUI_GEO_PI / 2) * longitude * cos(angle / 2), sqrt(2) * sin(angle / 2)};
}

HUI_GEO_RAW(hui_geo_equal_earth, equal_earth)
HUI_GEO_RAW(hui_geo_natural_earth, natural_earth)
HUI_GEO_RAW(hui_geo_mollweide, mollweide)
