/* A PNG whose pixels are held back, as colours and as indices, until it is known which of them it is to have. */
#ifndef HUI_BACKEND_PNG_HOLD_H
#define HUI_BACKEND_PNG_HOLD_H

#include "backend/png_stripe.h"
#include "base/buffer.h"

/* Chunks, one a stripe, and the checksum of all their bytes. */
typedef struct hui_held {
    hui_buffer chunks;
    uint32_t adler; /* begins as 1 */
} hui_held;

void hui_held_add(hui_held *held, const hui_idat *data);
/* Indices of a byte each, `width` a row and no more than most_rows a chunk, become indices of fewer bits. */
void hui_held_narrow(hui_held *held, size_t width, size_t most_rows, unsigned depth);

#endif
