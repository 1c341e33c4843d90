/* sRGB colours: reading, mixing, contrast. */
#include "base/color.h"

#include "base/geom.h"

#include <math.h>
#include <string.h>

hui_color hui_color_rgb(uint32_t hex)
{
    return (hui_color)HUI_RGB(hex);
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool hui_color_read(const char *text, hui_color *color)
{
    size_t length = strlen(text);
    if (text[0] != '#' || (length != 4 && length != 5 && length != 7 && length != 9))
        return false;
    const bool is_short = length < 7;
    uint8_t channel[4] = {0, 0, 0, 255};
    for (size_t i = 0; i < (length - 1) / (is_short ? 1 : 2); i++) {
        int high = hex_digit(text[is_short ? 1 + i : 1 + 2 * i]);
        int low = is_short ? high : hex_digit(text[2 + 2 * i]);
        if (high < 0 || low < 0)
            return false;
        channel[i] = (uint8_t)(high * 16 + low);
    }
    *color = (hui_color){channel[0], channel[1], channel[2], channel[3]};
    return true;
}

hui_color hui_color_alpha(hui_color color, double alpha)
{
    color.a = (uint8_t)lround(fmin(1, fmax(0, alpha)) * 255);
    return color;
}

static uint8_t mix(uint8_t a, uint8_t b, double share)
{
    return (uint8_t)lround(a + (b - a) * share);
}

hui_color hui_color_mix(hui_color a, hui_color b, double share)
{
    return (hui_color){mix(a.r, b.r, share), mix(a.g, b.g, share), mix(a.b, b.b, share), mix(a.a, b.a, share)};
}

bool hui_color_equal(hui_color a, hui_color b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

/* Linear sRGB of OKLab: the matrices of CSS Color 4, section 10.1. False if it is outside of sRGB. */
static bool linear_of_oklab(double lightness, double a, double b, double rgb[3])
{
    const double l = lightness + 0.3963377774 * a + 0.2158037573 * b,
                 m = lightness - 0.1055613458 * a - 0.0638541728 * b,
                 s = lightness - 0.0894841775 * a - 1.2914855480 * b;
    const double l3 = l * l * l, m3 = m * m * m, s3 = s * s * s;
    rgb[0] = 4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3;
    rgb[1] = -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3;
    rgb[2] = -0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3;
    bool inside = true;
    for (int i = 0; i < 3; i++)
        inside &= rgb[i] > -1e-3 && rgb[i] < 1 + 1e-3;
    return inside;
}

static uint8_t encode(double linear)
{
    const double value = fmin(fmax(linear, 0), 1);
    const double shown = value <= 0.0031308 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055;
    return (uint8_t)lround(shown * 255);
}

hui_color hui_color_oklch(double lightness, double chroma, double hue)
{
    static const double less = 0.97;
    const double angle = hue * HUI_PI / 180;
    double rgb[3];
    while (!linear_of_oklab(lightness, chroma * cos(angle), chroma * sin(angle), rgb) && chroma > 1e-3)
        chroma *= less;
    return (hui_color){encode(rgb[0]), encode(rgb[1]), encode(rgb[2]), 255};
}

/* WCAG 2.2, definition of relative luminance. */
static double luminance(hui_color color)
{
    const double weight[3] = {0.2126, 0.7152, 0.0722};
    const uint8_t channel[3] = {color.r, color.g, color.b};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double value = channel[i] / 255.0;
        sum += weight[i] * (value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double hui_color_contrast(hui_color a, hui_color b)
{
    double la = luminance(a), lb = luminance(b);
    return (fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05);
}
