/* Inks: the theme's own first, black ink alone for what is neutral, and lcms2 for all other colours. */
#include "print/inks.h"

#include "print/refine.h"

#include <lcms2.h>
#include <math.h>
#include <string.h>

enum { TONES = 101, CACHE_SIZE = 1024 };

typedef struct cached {
    double rgb[3];
    hui_ink_use use;
    bool is_used;
    hui_cmyk cmyk;
} cached;

struct hui_inks {
    cmsContext context;
    cmsHPROFILE profile, srgb;
    cmsHTRANSFORM colors, pixels; /* `pixels` NULL until there is an image */
    const hui_refiner *refiner;   /* NULL: none */
    double tones[TONES];          /* luminance of black ink alone, in steps of 1 %; that of paper is 1 */
    hui_print_black black;
    const hui_print_ink *named;
    size_t named_count;
    char description[128];
    cached cache[CACHE_SIZE];
};

static void release(void *closure)
{
    hui_inks *inks = closure;
    if (inks->colors)
        cmsDeleteTransform(inks->colors);
    if (inks->pixels)
        cmsDeleteTransform(inks->pixels);
    if (inks->profile)
        cmsCloseProfile(inks->profile);
    if (inks->srgb)
        cmsCloseProfile(inks->srgb);
    cmsDeleteContext(inks->context);
}

/* Luminance of L* (CIE 15), and of a grey of sRGB (IEC 61966-2-1). */
static double luminance_of_lightness(double lightness)
{
    return lightness > 8 ? pow((lightness + 16) / 116, 3) : lightness * 27 / 24389;
}

static double luminance_of_grey(double grey)
{
    return grey <= 0.04045 ? grey / 12.92 : pow((grey + 0.055) / 1.055, 2.4);
}

static bool measure_tones(hui_inks *inks)
{
    double cmyk[TONES][4], lab[TONES][3];
    cmsHPROFILE to = cmsCreateLab4ProfileTHR(inks->context, NULL);
    cmsHTRANSFORM transform =
        to ? cmsCreateTransformTHR(inks->context, inks->profile, TYPE_CMYK_DBL, to, TYPE_Lab_DBL,
                                   INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE)
           : NULL;
    if (to)
        cmsCloseProfile(to);
    if (!transform)
        return false;
    memset(cmyk, 0, sizeof cmyk);
    for (int i = 0; i < TONES; i++)
        cmyk[i][3] = i; /* lcms2 counts inks in percent */
    cmsDoTransform(transform, cmyk, lab, TONES);
    cmsDeleteTransform(transform);
    for (int i = 0; i < TONES; i++)
        inks->tones[i] = luminance_of_lightness(lab[i][0]);
    return inks->tones[0] > inks->tones[TONES - 1];
}

/* The ink of the profile's own black, in percent: no colour needs more. */
static double find_most(const hui_inks *inks)
{
    static const double black[3] = {0, 0, 0};
    double percent[4];
    cmsDoTransform(inks->colors, black, percent, 1);
    return percent[0] + percent[1] + percent[2] + percent[3];
}

hui_inks *hui_inks_new(hui_arena *arena, const hui_print_options *options)
{
    hui_inks *inks = HUI_NEW(arena, hui_inks);
    const void *bytes = options->profile ? options->profile : hui_fogra39_profile;
    const size_t size = options->profile ? options->profile_size : hui_fogra39_profile_size;
    inks->black = options->black;
    inks->named = options->inks;
    inks->named_count = options->ink_count;
    inks->context = cmsCreateContext(NULL, NULL);
    hui_arena_on_free(arena, release, inks);
    inks->profile = cmsOpenProfileFromMemTHR(inks->context, bytes, (cmsUInt32Number)size);
    inks->srgb = cmsCreate_sRGBProfileTHR(inks->context);
    if (!inks->profile || !inks->srgb || cmsGetDeviceClass(inks->profile) != cmsSigOutputClass ||
        cmsGetColorSpace(inks->profile) != cmsSigCmykData)
        return NULL;
    inks->colors = cmsCreateTransformTHR(inks->context, inks->srgb, TYPE_RGB_DBL, inks->profile, TYPE_CMYK_DBL,
                                         INTENT_RELATIVE_COLORIMETRIC,
                                         cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE);
    cmsGetProfileInfoASCII(inks->profile, cmsInfoDescription, "en", "US", inks->description, sizeof inks->description);
    if (!inks->colors || !measure_tones(inks))
        return NULL;
    inks->refiner = hui_refiner_new(arena, inks->context, inks->profile, inks->srgb, find_most(inks));
    return inks;
}

const char *hui_inks_description(const hui_inks *inks)
{
    return inks->description;
}

static const hui_print_ink *find_named(const hui_inks *inks, const double rgb[3])
{
    for (size_t i = 0; i < inks->named_count; i++) {
        const unsigned char *wanted = inks->named[i].rgb;
        if (lround(rgb[0] * 255) == wanted[0] && lround(rgb[1] * 255) == wanted[1] && lround(rgb[2] * 255) == wanted[2])
            return &inks->named[i];
    }
    return NULL;
}

/* How much black ink looks like the grey, the way from the paper to the darkest black being the grey's way from white to
 * black: what black point compensation does. */
static double black_of_luminance(const hui_inks *inks, double luminance)
{
    const double darkest = inks->tones[TONES - 1], paper = inks->tones[0];
    const double wanted = darkest + luminance * (paper - darkest);
    int i = 1;
    while (i < TONES - 1 && inks->tones[i] > wanted)
        i++;
    const double step = inks->tones[i - 1] - inks->tones[i];
    const double part = step > 0 ? fmax(0, fmin(1, (inks->tones[i - 1] - wanted) / step)) : 0;
    return (i - 1 + part) / (TONES - 1);
}

/* Text of a colour that differs from grey by so much looks grey. */
static const double text_spread = 17.0 / 255, fill_spread = 0.5 / 255;

/* Text and lines as dark as this (L* 23) are printed solid: a screen would fray their edges. */
static const double solid_luminance = 0.038;

bool hui_inks_are_black(const hui_inks *inks, const double rgb[3], hui_ink_use use)
{
    const double spread = fmax(rgb[0], fmax(rgb[1], rgb[2])) - fmin(rgb[0], fmin(rgb[1], rgb[2]));
    const bool is_text = use == HUI_INK_USE_TEXT && inks->black == HUI_PRINT_BLACK_TEXT;
    /* light tints of paper are colours, whatever their spread */
    return inks->black != HUI_PRINT_BLACK_NONE && spread <= (is_text && rgb[1] < 0.6 ? text_spread : fill_spread);
}

static hui_cmyk convert_by_profile(const hui_inks *inks, const double rgb[3], const hui_refiner *refiner)
{
    hui_cmyk result = {.named = NULL};
    double percent[4];
    cmsDoTransform(inks->colors, rgb, percent, 1);
    for (int i = 0; i < 4; i++)
        percent[i] = fmax(0, fmin(100, percent[i]));
    if (refiner)
        hui_refiner_improve(refiner, rgb, percent);
    for (int i = 0; i < 4; i++)
        result.at[i] = percent[i] / 100;
    return result;
}

hui_cmyk hui_inks_convert(hui_inks *inks, const double rgb[3])
{
    return convert_by_profile(inks, rgb, NULL);
}

static hui_cmyk convert(hui_inks *inks, const double rgb[3], hui_ink_use use)
{
    hui_cmyk result = {.named = find_named(inks, rgb)};
    if (result.named) {
        memcpy(result.at, result.named->cmyk, sizeof result.at);
        return result;
    }
    if (hui_inks_are_black(inks, rgb, use)) {
        const double luminance = 0.2126 * luminance_of_grey(rgb[0]) + 0.7152 * luminance_of_grey(rgb[1]) +
                                 0.0722 * luminance_of_grey(rgb[2]);
        const bool is_solid = use == HUI_INK_USE_TEXT && luminance <= solid_luminance;
        result.at[3] = is_solid ? 1 : black_of_luminance(inks, luminance);
        return result;
    }
    return convert_by_profile(inks, rgb, inks->refiner);
}

hui_cmyk hui_inks_find(hui_inks *inks, const double rgb[3], hui_ink_use use)
{
    const size_t hash = (size_t)lround(rgb[0] * 255) * 31 + (size_t)lround(rgb[1] * 255) * 113 +
                        (size_t)lround(rgb[2] * 255) * 197 + (size_t)use;
    cached *entry = &inks->cache[hash % CACHE_SIZE];
    if (!entry->is_used || entry->use != use || memcmp(entry->rgb, rgb, sizeof entry->rgb) != 0) {
        *entry = (cached){.rgb = {rgb[0], rgb[1], rgb[2]}, .use = use, .is_used = true};
        entry->cmyk = convert(inks, rgb, use);
    }
    return entry->cmyk;
}

bool hui_cmyk_overprints(const hui_cmyk *cmyk)
{
    return cmyk->at[0] <= 0 && cmyk->at[1] <= 0 && cmyk->at[2] <= 0 && cmyk->at[3] >= 0.9 &&
           !(cmyk->named && cmyk->named->spot);
}

void hui_inks_convert_pixels(hui_inks *inks, const unsigned char *rgb, unsigned char *cmyk, size_t count)
{
    enum { ROW = 1 << 16 };
    if (!inks->pixels)
        inks->pixels = cmsCreateTransformTHR(inks->context, inks->srgb, TYPE_RGB_8, inks->profile, TYPE_CMYK_8,
                                             INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION);
    for (size_t done = 0; done < count && inks->pixels; done += ROW) {
        const size_t part = count - done < ROW ? count - done : ROW;
        cmsDoTransform(inks->pixels, rgb + done * 3, cmyk + done * 4, (cmsUInt32Number)part);
    }
}

void hui_srgb_profile_write(hui_buffer *out)
{
    enum { DATE = 24, DATE_SIZE = 12, IDENTITY = 84, IDENTITY_SIZE = 16 }; /* ICC.1, section 7.2 */
    static const unsigned char date[DATE_SIZE] = {0x07, 0xD0, 0, 1, 0, 1}; /* 2000-01-01 */
    cmsContext context = cmsCreateContext(NULL, NULL);
    cmsHPROFILE profile = cmsCreate_sRGBProfileTHR(context);
    cmsUInt32Number size = 0;
    if (profile) {
        cmsSetProfileVersion(profile, 4.2);
        cmsSaveProfileToMem(profile, NULL, &size);
        hui_buffer_reserve(out, size);
        if (cmsSaveProfileToMem(profile, out->bytes + out->size, &size) && size > IDENTITY + IDENTITY_SIZE) {
            memcpy(out->bytes + out->size + DATE, date, sizeof date);
            memset(out->bytes + out->size + IDENTITY, 0, IDENTITY_SIZE);
            out->size += size;
        }
        cmsCloseProfile(profile);
    }
    cmsDeleteContext(context);
}
