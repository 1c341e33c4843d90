/* Images: PNG and JPEG decoded, SVG kept as it is. */
#ifndef HUI_IMAGE_IMAGE_H
#define HUI_IMAGE_IMAGE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/color.h"
#include "base/diag.h"
#include "base/geom.h"

#include <stdint.h>

typedef enum hui_image_format { HUI_IMAGE_PNG, HUI_IMAGE_JPEG, HUI_IMAGE_SVG } hui_image_format;

/* Immutable; owned by the arena it was read into. */
typedef struct hui_image {
    hui_image_format format;
    const char *file;           /* as the spec names it */
    const unsigned char *bytes; /* the file's own; of a CMYK or turned JPEG an upright RGB copy */
    size_t size;
    double width, height;       /* natural size, px */
    const uint32_t *pixels;     /* PNG, JPEG: premultiplied ARGB32 as Cairo has it, pixel_width per row; NULL for SVG */
    int pixel_width, pixel_height;
    bool has_alpha;
    bool is_over_limit;         /* it was refused for its pixels */
    void *svg;                  /* SVG: opened by librsvg when the file was read */
    hui_color tint;             /* SVG icons: the colour they take; alpha 0: none */
    bool has_fill;              /* SVG: the root names a fill, even if none */
} hui_image;

/* NULL after a diagnostic (`unreadable-file`, `bad-image`) at `place`, also where it is one more than the limits allow. */
const hui_image *hui_image_read_file(hui_arena *arena, const char *path, const char *shown_name, hui_place place,
                                     hui_diags *diags);

/* The same of bytes that are at hand, borrowed from `arena`. */
const hui_image *hui_image_read_bytes(hui_arena *arena, const char *bytes, size_t size, const char *shown_name,
                                      hui_place place, hui_diags *diags);

/* The same for an icon: an SVG's currentColor, and whatever it gives no fill, become `color`, which must be opaque. */
const hui_image *hui_image_read_icon(hui_arena *arena, const char *path, const char *shown_name, hui_color color,
                                     hui_place place, hui_diags *diags);

/* Draws an SVG image into a cairo_t, filling `rect`. librsvg is loaded only when the first SVG image is read. */
void hui_image_paint_svg(const hui_image *image, void *cairo, hui_rect rect);

/* Writes an SVG image as a nested <svg x y width height viewBox> with every id and every reference to one prefixed,
 * scripts, event attributes, external references and the XML prolog dropped. */
void hui_image_write_svg(const hui_image *image, hui_rect rect, const char *id_prefix, hui_buffer *out);

/* How an icon that is an SVG image takes its colour, instead of having its tint for good. */
typedef struct hui_image_ink {
    bool from_around;      /* the text around it has it */
    const char *replaced;  /* a colour in the file that becomes it too; NULL: none */
    const char *class_name; /* of the group that has the tint; NULL: none */
} hui_image_ink;

void hui_image_write_icon(const hui_image *image, hui_rect rect, const char *id_prefix, const hui_image_ink *ink,
                          hui_buffer *out);
/* Whether an SVG image is drawn in one colour, as far as its attributes say: in *color the one that it names, in `arena`, or
 * NULL if it takes what is around it. */
bool hui_image_is_plain(hui_arena *arena, const hui_image *image, const char **color);

#endif
