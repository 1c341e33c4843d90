/* Plates: TIFF 6.0 as Ghostscript's tiffsep writes it: one channel of 8 bits in strips that are not compressed. */
#include "preflight/plates.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIDE_MOST = 60000, FILE_MOST = 1 << 29 };

typedef struct tiff {
    unsigned char *bytes;
    size_t size;
    bool is_little;
} tiff;

static bool read_bytes(const char *path, tiff *file)
{
    FILE *stream = fopen(path, "rb");
    if (!stream)
        return false;
    const long size = fseek(stream, 0, SEEK_END) == 0 ? ftell(stream) : -1;
    rewind(stream);
    if (size > 8 && size < FILE_MOST && (file->bytes = malloc((size_t)size)))
        file->size = fread(file->bytes, 1, (size_t)size, stream);
    fclose(stream);
    return file->size > 8;
}

static uint32_t read_number(const tiff *file, size_t at, int size)
{
    uint32_t number = 0;
    if (at + (size_t)size > file->size)
        return 0;
    for (int i = 0; i < size; i++)
        number = number << 8 | file->bytes[at + (size_t)(file->is_little ? size - 1 - i : i)];
    return number;
}

/* A field of the first directory (section 2): of its `index`-th value. */
static uint32_t find_value(const tiff *file, unsigned tag, uint32_t index, uint32_t otherwise)
{
    enum { SHORT = 3, LONG = 4 };
    const size_t start = read_number(file, 4, 4), count = read_number(file, start, 2);
    for (size_t i = 0; i < count; i++) {
        const size_t entry = start + 2 + 12 * i;
        const uint32_t kind = read_number(file, entry + 2, 2), values = read_number(file, entry + 4, 4);
        const int size = kind == SHORT ? 2 : 4;
        if (read_number(file, entry, 2) != tag)
            continue;
        if ((kind != SHORT && kind != LONG) || index >= values)
            return otherwise;
        const bool is_inline = (uint64_t)values * (uint64_t)size <= 4;
        const size_t from = is_inline ? entry + 8 : read_number(file, entry + 8, 4);
        return read_number(file, from + (size_t)index * (size_t)size, size);
    }
    return otherwise;
}

static void copy_strips(const tiff *file, hui_plate *plate, bool black_is_zero)
{
    enum { OFFSETS = 273, SIZES = 279 };
    const size_t wanted = plate->width * plate->height;
    size_t done = 0;
    for (uint32_t i = 0; done < wanted; i++) {
        const size_t from = find_value(file, OFFSETS, i, 0);
        size_t size = find_value(file, SIZES, i, 0);
        if (from == 0 || size == 0 || from > file->size || size > file->size - from)
            break;
        size = size < wanted - done ? size : wanted - done;
        for (size_t k = 0; k < size; k++)
            plate->ink[done + k] = black_is_zero ? (unsigned char)(255 - file->bytes[from + k]) : file->bytes[from + k];
        done += size;
    }
}

static bool decode(const tiff *file, hui_plate *plate)
{
    enum { WIDTH = 256, HEIGHT = 257, BITS = 258, COMPRESSION = 259, PHOTOMETRIC = 262, SAMPLES = 277 };
    plate->width = find_value(file, WIDTH, 0, 0);
    plate->height = find_value(file, HEIGHT, 0, 0);
    if (plate->width < 1 || plate->height < 1 || plate->width > SIDE_MOST || plate->height > SIDE_MOST ||
        plate->width * plate->height > FILE_MOST)
        return false;
    if (find_value(file, BITS, 0, 1) != 8 || find_value(file, COMPRESSION, 0, 1) != 1 ||
        find_value(file, SAMPLES, 0, 1) != 1)
        return false;
    plate->ink = calloc(plate->width, plate->height);
    if (!plate->ink)
        return false;
    copy_strips(file, plate, find_value(file, PHOTOMETRIC, 0, 1) == 1);
    return true;
}

bool hui_plate_read(const char *path, hui_plate *plate)
{
    tiff file = {0};
    *plate = (hui_plate){0};
    const bool is_read = read_bytes(path, &file);
    file.is_little = is_read && file.bytes[0] == 'I';
    const bool is_good = is_read && read_number(&file, 2, 2) == 42 && decode(&file, plate);
    free(file.bytes);
    return is_good;
}
