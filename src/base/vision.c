/* Colour vision by numbers. */
#include "base/vision.h"

#include "base/color_space.h"
#include "base/geom.h"

#include <math.h>

static double to_linear(uint8_t value)
{
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static uint8_t from_linear(double v)
{
    const double s = v <= 0.0031308 ? 12.92 * v : 1.055 * pow(v, 1 / 2.4) - 0.055;
    return (uint8_t)lround(255 * fmin(fmax(s, 0), 1));
}

hui_color hui_vision_see(hui_vision vision, hui_color color)
{
    static const double matrices[HUI_VISION_COUNT][3][3] = {
        [HUI_VISION_FULL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        [HUI_VISION_PROTAN] = {{0.152286, 1.052583, -0.204868},
                               {0.114503, 0.786281, 0.099216},
                               {-0.003882, -0.048116, 1.051998}},
        [HUI_VISION_DEUTAN] = {{0.367322, 0.860646, -0.227968},
                               {0.280085, 0.672501, 0.047413},
                               {-0.011820, 0.042940, 0.968881}},
    };
    const double rgb[3] = {to_linear(color.r), to_linear(color.g), to_linear(color.b)};
    uint8_t seen[3];
    for (int i = 0; i < 3; i++) {
        const double *row = matrices[vision][i];
        seen[i] = from_linear(row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]);
    }
    return (hui_color){seen[0], seen[1], seen[2], color.a};
}

static double radians(double degrees)
{
    return degrees * HUI_PI / 180;
}

/* 0 to 360. */
static double hue_of(double a, double b)
{
    if (a == 0 && b == 0)
        return 0;
    const double degrees = atan2(b, a) * 180 / HUI_PI;
    return degrees < 0 ? degrees + 360 : degrees;
}

/* The square root of C^7 / (C^7 + 25^7). */
static double chroma_share(double chroma)
{
    const double c7 = pow(chroma, 7);
    return sqrt(c7 / (c7 + 6103515625.0));
}

/* Equations 10 and 14 of Sharma, Wu and Dalal: the difference and the mean of two hues. */
static double hue_difference(double h1, double h2)
{
    const double d = h2 - h1;
    return d > 180 ? d - 360 : d < -180 ? d + 360 : d;
}

static double hue_mean(double h1, double h2)
{
    if (fabs(h1 - h2) <= 180)
        return (h1 + h2) / 2;
    return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

/* The weights of lightness, chroma and hue, and how chroma and hue turn together where blue is; all at the means of both. */
typedef struct weights {
    double lightness, chroma, hue, rotation;
} weights;

static weights weigh(double l, double c, double h)
{
    const double t = 1 - 0.17 * cos(radians(h - 30)) + 0.24 * cos(radians(2 * h)) + 0.32 * cos(radians(3 * h + 6)) -
                     0.20 * cos(radians(4 * h - 63));
    const double turn = 30 * exp(-pow((h - 275) / 25, 2)), away = pow(l - 50, 2);
    return (weights){1 + 0.015 * away / sqrt(20 + away), 1 + 0.045 * c, 1 + 0.015 * c * t,
                     -sin(radians(2 * turn)) * 2 * chroma_share(c)};
}

double hui_vision_lab_difference(const double p[3], const double q[3])
{
    const double g = 0.5 * (1 - chroma_share((hypot(p[1], p[2]) + hypot(q[1], q[2])) / 2));
    const double a1 = (1 + g) * p[1], a2 = (1 + g) * q[1];
    const double c1 = hypot(a1, p[2]), c2 = hypot(a2, q[2]), h1 = hue_of(a1, p[2]), h2 = hue_of(a2, q[2]);
    const bool has_hues = c1 * c2 > 0;
    const weights w = weigh((p[0] + q[0]) / 2, (c1 + c2) / 2, has_hues ? hue_mean(h1, h2) : h1 + h2);
    const double x = (q[0] - p[0]) / w.lightness, y = (c2 - c1) / w.chroma;
    const double z = has_hues ? 2 * sqrt(c1 * c2) * sin(radians(hue_difference(h1, h2) / 2)) / w.hue : 0;
    return sqrt(fmax(0, x * x + y * y + z * z + w.rotation * y * z));
}

double hui_vision_difference(hui_color first, hui_color second)
{
    return hui_vision_lab_difference(hui_color_to_space(HUI_SPACE_LAB, first).at,
                                     hui_color_to_space(HUI_SPACE_LAB, second).at);
}

double hui_vision_least_difference(hui_color a, hui_color b, hui_vision *worst)
{
    double least = INFINITY;
    for (int vision = 0; vision < HUI_VISION_COUNT; vision++) {
        const hui_vision v = (hui_vision)vision;
        const double difference = hui_vision_difference(hui_vision_see(v, a), hui_vision_see(v, b));
        if (difference < least) {
            least = difference;
            if (worst)
                *worst = v;
        }
    }
    return least;
}
