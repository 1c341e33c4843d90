/* Colour spaces: sRGB to HSL, CIELAB, its polar form HCL, and Cubehelix, and back. */
#include "base/color_space.h"

#include <math.h>
#include <string.h>

#define DEGREE (3.14159265358979323846 / 180)

static const char *const words[] = {
    [HUI_SPACE_RGB] = "rgb",
    [HUI_SPACE_HSL] = "hsl",
    [HUI_SPACE_HSL_LONG] = "hsl-long",
    [HUI_SPACE_LAB] = "lab",
    [HUI_SPACE_HCL] = "hcl",
    [HUI_SPACE_HCL_LONG] = "hcl-long",
    [HUI_SPACE_CUBEHELIX] = "cubehelix",
    [HUI_SPACE_CUBEHELIX_LONG] = "cubehelix-long",
};

hui_color_space hui_color_space_find(const char *word)
{
    for (size_t i = 0; word && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i], word) == 0)
            return (hui_color_space)i;
    return HUI_SPACE_RGB;
}

/* HSL
 * --- */

/* Greys have no hue; black and white no saturation either. */
static void rgb_to_hsl(const double rgb[3], double hsl[3])
{
    const double r = rgb[0] / 255, g = rgb[1] / 255, b = rgb[2] / 255;
    const double least = fmin(r, fmin(g, b)), most = fmax(r, fmax(g, b)), range = most - least;
    hsl[2] = (most + least) / 2;
    if (range == 0) {
        hsl[0] = NAN;
        hsl[1] = hsl[2] > 0 && hsl[2] < 1 ? 0 : NAN;
        return;
    }
    if (r == most)
        hsl[0] = (g - b) / range + (g < b ? 6 : 0);
    else
        hsl[0] = g == most ? (b - r) / range + 2 : (r - g) / range + 4;
    hsl[0] *= 60;
    hsl[1] = range / (hsl[2] < 0.5 ? most + least : 2 - most - least);
}

/* CSS Color 3, section 4.2.4. */
static double hsl_channel(double hue, double low, double high)
{
    if (hue < 60)
        return 255 * (low + (high - low) * hue / 60);
    if (hue < 180)
        return 255 * high;
    return 255 * (hue < 240 ? low + (high - low) * (240 - hue) / 60 : low);
}

static void hsl_to_rgb(const double hsl[3], double rgb[3])
{
    const bool is_grey = isnan(hsl[0]) || isnan(hsl[1]);
    const double hue = is_grey ? 0 : fmod(hsl[0], 360) + (hsl[0] < 0 ? 360 : 0);
    const double saturation = is_grey ? 0 : hsl[1], l = hsl[2];
    const double high = l + (l < 0.5 ? l : 1 - l) * saturation, low = 2 * l - high;
    rgb[0] = hsl_channel(hue >= 240 ? hue - 240 : hue + 120, low, high);
    rgb[1] = hsl_channel(hue, low, high);
    rgb[2] = hsl_channel(hue < 120 ? hue + 240 : hue - 120, low, high);
}

/* CIELAB with white D50, sRGB adapted to it by Bradford's method (Lindbloom's matrices), and HCL
 * ------------------------------------------------------------------------------------------ */

static const double white[3] = {0.96422, 1, 0.82521};
static const double edge = 6.0 / 29; /* of the cube root, where CIE has it go over into a line */

static double lab_root(double t)
{
    return t > edge * edge * edge ? pow(t, 1.0 / 3) : t / (3 * edge * edge) + 4.0 / 29;
}

static double lab_cube(double t)
{
    return t > edge ? t * t * t : 3 * edge * edge * (t - 4.0 / 29);
}

static double linear_of(double channel)
{
    const double x = channel / 255;
    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static double channel_of(double linear)
{
    return 255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055);
}

static void rgb_to_lab(const double rgb[3], double lab[3])
{
    const double r = linear_of(rgb[0]), g = linear_of(rgb[1]), b = linear_of(rgb[2]);
    const double y = lab_root((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / white[1]);
    const bool is_grey = r == g && g == b;
    const double x = is_grey ? y : lab_root((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / white[0]);
    const double z = is_grey ? y : lab_root((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / white[2]);
    lab[0] = 116 * y - 16;
    lab[1] = 500 * (x - y);
    lab[2] = 200 * (y - z);
}

static void lab_to_rgb(const double lab[3], double rgb[3])
{
    const double lightness = (lab[0] + 16) / 116;
    const double x = white[0] * lab_cube(isnan(lab[1]) ? lightness : lightness + lab[1] / 500);
    const double y = white[1] * lab_cube(lightness);
    const double z = white[2] * lab_cube(isnan(lab[2]) ? lightness : lightness - lab[2] / 200);
    rgb[0] = channel_of(3.1338561 * x - 1.6168667 * y - 0.4906146 * z);
    rgb[1] = channel_of(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z);
    rgb[2] = channel_of(0.0719453 * x - 0.2289914 * y + 1.4052427 * z);
}

static void rgb_to_hcl(const double rgb[3], double hcl[3])
{
    double lab[3];
    rgb_to_lab(rgb, lab);
    const double hue = atan2(lab[2], lab[1]) / DEGREE;
    const bool is_grey = lab[1] == 0 && lab[2] == 0;
    hcl[0] = is_grey ? NAN : hue < 0 ? hue + 360 : hue;
    hcl[1] = is_grey && !(lab[0] > 0 && lab[0] < 100) ? NAN : sqrt(lab[1] * lab[1] + lab[2] * lab[2]);
    hcl[2] = lab[0];
}

static void hcl_to_rgb(const double hcl[3], double rgb[3])
{
    const double hue = hcl[0] * DEGREE;
    const bool is_grey = isnan(hcl[0]);
    const double lab[3] = {hcl[2], is_grey ? 0 : cos(hue) * hcl[1], is_grey ? 0 : sin(hue) * hcl[1]};
    lab_to_rgb(lab, rgb);
}

/* Cubehelix (D. A. Green, 2011): a helix about the diagonal of greys
 * ------------------------------------------------------------------ */

static const double helix[3][2] = {{-0.14861, 1.78277}, {-0.29227, -0.90649}, {1.97294, 0}};

static void rgb_to_cubehelix(const double rgb[3], double hsl[3])
{
    const double r = rgb[0] / 255, g = rgb[1] / 255, b = rgb[2] / 255;
    const double red = helix[2][0] * helix[1][1], green = helix[2][0] * helix[0][1];
    const double blue = helix[0][1] * helix[1][0] - helix[1][1] * helix[0][0];
    const double l = (blue * b + red * r - green * g) / (blue + red - green), from_blue = b - l;
    const double k = (helix[2][0] * (g - l) - helix[1][0] * from_blue) / helix[1][1];
    const double saturation = sqrt(k * k + from_blue * from_blue) / (helix[2][0] * l * (1 - l));
    const bool is_grey = isnan(saturation) || saturation == 0;
    const double hue = is_grey ? NAN : atan2(k, from_blue) / DEGREE - 120;
    hsl[0] = hue < 0 ? hue + 360 : hue;
    hsl[1] = saturation;
    hsl[2] = l;
}

static void cubehelix_to_rgb(const double hsl[3], double rgb[3])
{
    const double hue = isnan(hsl[0]) ? 0 : (hsl[0] + 120) * DEGREE, l = hsl[2];
    const double amplitude = isnan(hsl[1]) ? 0 : hsl[1] * l * (1 - l);
    for (int i = 0; i < 3; i++)
        rgb[i] = 255 * (l + amplitude * (helix[i][0] * cos(hue) + helix[i][1] * sin(hue)));
}

/* All of them
 * ----------- */

/* A colour that is not seen has no channels, so that mixing with it keeps the other's. */
hui_color_point hui_color_to_space(hui_color_space space, hui_color color)
{
    hui_color_point point = {{NAN, NAN, NAN}, color.a / 255.0};
    const double rgb[3] = {color.r, color.g, color.b};
    if (color.a == 0)
        return point;
    switch (space) {
    case HUI_SPACE_RGB:
        memcpy(point.at, rgb, sizeof rgb);
        break;
    case HUI_SPACE_HSL:
    case HUI_SPACE_HSL_LONG:
        rgb_to_hsl(rgb, point.at);
        break;
    case HUI_SPACE_LAB:
        rgb_to_lab(rgb, point.at);
        break;
    case HUI_SPACE_HCL:
    case HUI_SPACE_HCL_LONG:
        rgb_to_hcl(rgb, point.at);
        break;
    case HUI_SPACE_CUBEHELIX:
    case HUI_SPACE_CUBEHELIX_LONG:
        rgb_to_cubehelix(rgb, point.at);
        break;
    }
    return point;
}

static uint8_t byte_of(double channel)
{
    const double rounded = floor(channel + 0.5);
    return rounded > 0 ? (uint8_t)fmin(rounded, 255) : 0; /* NAN: 0 */
}

hui_color hui_color_from_space(hui_color_space space, hui_color_point point)
{
    double rgb[3] = {point.at[0], point.at[1], point.at[2]};
    switch (space) {
    case HUI_SPACE_RGB:
        break;
    case HUI_SPACE_HSL:
    case HUI_SPACE_HSL_LONG:
        hsl_to_rgb(point.at, rgb);
        break;
    case HUI_SPACE_LAB:
        lab_to_rgb(point.at, rgb);
        break;
    case HUI_SPACE_HCL:
    case HUI_SPACE_HCL_LONG:
        hcl_to_rgb(point.at, rgb);
        break;
    case HUI_SPACE_CUBEHELIX:
    case HUI_SPACE_CUBEHELIX_LONG:
        cubehelix_to_rgb(point.at, rgb);
        break;
    }
    return (hui_color){byte_of(rgb[0]), byte_of(rgb[1]), byte_of(rgb[2]), byte_of(point.alpha * 255)};
}
