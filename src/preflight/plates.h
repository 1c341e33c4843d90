/* Plates: what a renderer of separations wrote. */
#ifndef HUI_PREFLIGHT_PLATES_H
#define HUI_PREFLIGHT_PLATES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct hui_plate {
    size_t width, height;
    unsigned char *ink; /* width × height, 255: all of it; to be freed */
} hui_plate;

/* Reads a TIFF of one channel of 8 bits, not compressed. False if it is anything else. */
bool hui_plate_read(const char *path, hui_plate *plate);

#endif
