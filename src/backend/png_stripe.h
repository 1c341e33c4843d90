/* Stripes: a few rows of a PNG, from drawn pixels to a finished IDAT chunk. */
#ifndef HUI_BACKEND_PNG_STRIPE_H
#define HUI_BACKEND_PNG_STRIPE_H

#include "backend/png_deflate.h"
#include "backend/png_match.h"
#include <stdbool.h>

/* What compresses: one per thread. Each is made when it is first needed; begins as zeros. */
typedef struct hui_packer {
    hui_deflater *deflater;
    hui_matcher *matcher;
} hui_packer;

void hui_packer_finish(hui_packer *packer);

/* A part of the stream of pixels as a finished chunk, and what the checksum of the whole needs. */
typedef struct hui_idat {
    unsigned char *chunk;
    size_t size;
    uint32_t adler; /* of the bytes that it holds compressed */
    size_t raw_size;
} hui_idat;

enum { HUI_IDAT_ROOM = 12 + 2 }; /* a chunk's length, type and checksum, and zlib's header */

/* Compresses bytes; `chunk` has hui_deflate_bound(size) + HUI_IDAT_ROOM bytes. is_first: the stream begins here. */
void hui_idat_pack(hui_idat *data, const void *raw, size_t size, hui_deflater *deflater, bool is_first);

/* Memory for a stripe's buffers, for one picture after the other. Begins as zeros. */
typedef struct hui_stripe_room {
    void *memory;
    size_t size;
} hui_stripe_room;

void hui_stripe_room_finish(hui_stripe_room *room);

/* The buffers are used again for stripe after stripe. */
typedef struct hui_stripe {
    size_t index; /* of the stripe in the picture */
    size_t width, rows;
    bool opaque;             /* 3 bytes a pixel, else 4 */
    bool colored;            /* pixels are to be written as colours */
    bool indexed;            /* as indices */
    bool dithered;           /* indices are not of the pixels' own colours */
    unsigned depth;          /* bits of an index as it is written; 8 until all colours are known */
    uint32_t *pixels;        /* (rows + 1) × width as Cairo has them, and HUI_MATCH_TAIL; the first row is the last of the stripe above */
    uint32_t *straight;      /* the same, not multiplied by alpha; of an opaque stripe they are `pixels` */
    unsigned char *indices;  /* rows × width */
    unsigned char *filtered; /* scratch */
    hui_idat color_data, index_data;
} hui_stripe;

/* Buffers for at most `rows` rows in a room, which grows if it must. They are left as they are: most of a chunk's is never touched. */
void hui_stripe_init(hui_stripe *stripe, hui_stripe_room *room, size_t width, size_t rows, bool opaque);
/* pixels → color_data, indices → index_data, as far as wanted. May run in any thread. */
void hui_stripe_pack(hui_stripe *stripe, hui_packer *packer);
/* Puts length, type and checksum around a chunk's data, which stands at chunk + 8. Returns the whole size. */
size_t hui_png_seal_chunk(unsigned char *chunk, const char type[4], size_t data_size);
void hui_png_put_u32(unsigned char *at, uint32_t value);

#endif
