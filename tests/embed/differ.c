/* Compares two pictures but for antialiasing: a pixel may be anything that the other picture shows in the 3 × 3 pixels
 * around it, and what lies between. Says how many pixels are neither; transparent ones count as white.
 * usage: differ A.png B.png [MOST], at most MOST of a million pixels (0) */
#include <png.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct picture {
    int width, height;
    unsigned char *rgb;
} picture;

enum { TOLERANCE = 16 }; /* levels of 255: rounding of gradients and of transparency differs */

static picture read_picture(const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    const png_color white = {255, 255, 255};
    if (!png_image_begin_read_from_file(&image, path)) {
        fprintf(stderr, "%s: %s\n", path, image.message);
        exit(2);
    }
    image.format = PNG_FORMAT_RGB;
    picture p = {(int)image.width, (int)image.height, malloc(PNG_IMAGE_SIZE(image))};
    if (!p.rgb || !png_image_finish_read(&image, &white, p.rgb, 0, NULL)) {
        fprintf(stderr, "%s: %s\n", path, image.message);
        exit(2);
    }
    return p;
}

static int is_explained(const picture *p, int x, int y, const unsigned char *rgb)
{
    for (int c = 0; c < 3; c++) {
        int least = 255, most = 0;
        for (int j = y > 0 ? y - 1 : 0; j <= y + 1 && j < p->height; j++)
            for (int i = x > 0 ? x - 1 : 0; i <= x + 1 && i < p->width; i++) {
                const int value = p->rgb[((size_t)j * (size_t)p->width + (size_t)i) * 3 + (size_t)c];
                least = value < least ? value : least;
                most = value > most ? value : most;
            }
        if (rgb[c] < least - TOLERANCE || rgb[c] > most + TOLERANCE)
            return 0;
    }
    return 1;
}

int main(int count, char **arguments)
{
    if (count < 3) {
        fprintf(stderr, "usage: differ A.png B.png [MOST]\n");
        return 2;
    }
    const picture a = read_picture(arguments[1]), b = read_picture(arguments[2]);
    if (a.width != b.width || a.height != b.height) {
        fprintf(stderr, "%s is %d × %d, %s is %d × %d\n", arguments[1], a.width, a.height, arguments[2], b.width, b.height);
        return 1;
    }
    long different = 0;
    int first_x = -1, first_y = -1;
    for (int y = 0; y < a.height; y++)
        for (int x = 0; x < a.width; x++) {
            const size_t at = ((size_t)y * (size_t)a.width + (size_t)x) * 3;
            if (is_explained(&b, x, y, a.rgb + at) && is_explained(&a, x, y, b.rgb + at))
                continue;
            if (different++ == 0)
                first_x = x, first_y = y;
        }
    const double most = count > 3 ? atof(arguments[3]) : 0;
    const int bad = (double)different > most * 1e-6 * a.width * a.height;
    if (bad)
        fprintf(stderr, "%s and %s: %ld pixels differ, the first at %d, %d\n", arguments[1], arguments[2], different, first_x, first_y);
    free(a.rgb);
    free(b.rgb);
    return bad;
}
