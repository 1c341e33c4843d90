/* Inks: which CMYK a colour of the design becomes. */
#ifndef HUI_PRINT_INKS_H
#define HUI_PRINT_INKS_H

#include "base/arena.h"
#include "print/print.h"

typedef struct hui_cmyk {
    double at[4]; /* 0 to 1 */
    const hui_print_ink *named; /* the theme's own, or NULL */
} hui_cmyk;

typedef enum hui_ink_use { HUI_INK_USE_FILL, HUI_INK_USE_TEXT } hui_ink_use; /* TEXT: lines and small shapes, too */

typedef struct hui_inks hui_inks;

/* By the profile of the options: relative colorimetric with black point compensation. NULL if it cannot be used. Lives as
 * long as the arena. */
hui_inks *hui_inks_new(hui_arena *arena, const hui_print_options *options);
/* What a solid colour becomes: one of the profile is refined (print/refine.h). */
hui_cmyk hui_inks_find(hui_inks *inks, const double rgb[3], hui_ink_use use);
/* Whether a colour is printed with black ink alone, unless the theme has inks for it. */
bool hui_inks_are_black(const hui_inks *inks, const double rgb[3], hui_ink_use use);
/* By the profile's table alone, whatever the theme says, and as it is: for places along a gradient. */
hui_cmyk hui_inks_convert(hui_inks *inks, const double rgb[3]);
/* Black ink alone, and so much of it that what lies below need not be spared: it may overprint. */
bool hui_cmyk_overprints(const hui_cmyk *cmyk);
/* Pixels of three bytes become pixels of four. */
void hui_inks_convert_pixels(hui_inks *inks, const unsigned char *rgb, unsigned char *cmyk, size_t count);
/* The profile's own description, in ASCII. */
const char *hui_inks_description(const hui_inks *inks);

/* An ICC profile of sRGB, the same bytes at any time. */
void hui_srgb_profile_write(hui_buffer *out);

/* The bundled FOGRA39L_coated.icc. */
extern const unsigned char hui_fogra39_profile[];
extern const size_t hui_fogra39_profile_size;

#endif
