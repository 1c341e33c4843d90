/* What a PNG consists of, in order: its head, the pixels as colours or as indices of a palette, its foot. Where it is not known which of
 * both it is to be, both are held back until it is. */
#ifndef HUI_BACKEND_PNG_OUTPUT_H
#define HUI_BACKEND_PNG_OUTPUT_H

#include "backend/png_chunks.h"
#include "backend/png_hold.h"
#include "backend/png_palette.h"

typedef struct hui_png_output {
    const hui_sink *sink;
    hui_png_head head;
    size_t stripe_rows;
    bool undecided; /* nothing is written yet */
    bool indexed;   /* decided: as indices */
    hui_held colors, indices;
} hui_png_output;

/* Of stripes of at most so many rows. */
hui_png_output hui_png_output_begin(const hui_sink *sink, const hui_png_head *head, size_t stripe_rows);
void hui_png_output_finish(hui_png_output *output);

/* These are false if the sink wants no more. The first decides: indices of these colours, which are not multiplied by alpha. */
bool hui_png_output_use_palette(hui_png_output *output, const uint32_t *colors, size_t count);
/* A packed stripe, from the first to the last. */
bool hui_png_output_add(hui_png_output *output, const hui_stripe *stripe);
/* The end. The palette is that of indices that are still held. */
bool hui_png_output_end(hui_png_output *output, const hui_palette *palette);

#endif
