/* Held chunks: most pictures show in their first rows that they have too many colours, and hold nothing. */
#include "backend/png_hold.h"

#include "backend/png_palette.h"
#include "base/memory.h"

#include <assert.h>
#include <endian.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

void hui_held_add(hui_held *held, const hui_idat *data)
{
    hui_buffer_add(&held->chunks, data->chunk, data->size);
    held->adler = hui_adler32_combine(held->adler, data->adler, data->raw_size);
}

static uint32_t take_u32(const unsigned char *at)
{
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return be32toh(value);
}

/* Rows of a byte an index to rows of fewer bits. Returns their bytes. */
static size_t narrow_rows(unsigned char *out, const unsigned char *rows, size_t size, size_t width, unsigned depth)
{
    unsigned char *at = out;
    for (const unsigned char *row = rows; row < rows + size; row += 1 + width) {
        *at++ = *row;
        at += hui_palette_put(at, row + 1, width, depth);
    }
    return (size_t)(at - out);
}

void hui_held_narrow(hui_held *held, size_t width, size_t most_rows, unsigned depth)
{
    const size_t room = most_rows * (1 + width);
    unsigned char *wide = hui_memory_new(room), *narrow = hui_memory_new(room);
    hui_idat data = {.chunk = hui_memory_new(hui_deflate_bound(room) + HUI_IDAT_ROOM)};
    hui_deflater *deflater = hui_deflater_new();
    hui_held out = {.adler = 1};
    z_stream stream = {0};
    if (inflateInit(&stream) != Z_OK)
        abort();
    for (size_t at = 0, size; at < held->chunks.size; at += 12 + size) { /* each ends on a byte */
        unsigned char *chunk = (unsigned char *)held->chunks.bytes + at;
        size = take_u32(chunk);
        stream.next_in = chunk + 8;
        stream.avail_in = (uInt)size;
        stream.next_out = wide;
        stream.avail_out = (uInt)room;
        const int status = inflate(&stream, Z_SYNC_FLUSH);
        assert(status == Z_OK && stream.avail_in == 0);
        (void)status;
        const size_t left = narrow_rows(narrow, wide, room - stream.avail_out, width, depth);
        hui_idat_pack(&data, narrow, left, deflater, at == 0);
        hui_held_add(&out, &data);
    }
    inflateEnd(&stream);
    hui_deflater_free(deflater);
    hui_buffer_finish(&held->chunks);
    *held = out;
    free(wide);
    free(narrow);
    free(data.chunk);
}
