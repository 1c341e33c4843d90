/* Compares what a spec looks like with expect.png: no channel of a pixel may differ by more than 1. On failure it writes
 * a strip: expected, difference, actual. usage: compare SPEC EXPECTED STRIP; with UPDATE=1 EXPECTED is written. */
#include "huibao.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct picture {
    unsigned width, height;
    unsigned char *rgb;
} picture;

enum { TOLERANCE = 1, LARGEST_FILE = 20 * 1024 };

static void fail(const char *what, const char *about)
{
    fprintf(stderr, "%s: %s\n", about, what);
    exit(1);
}

static picture decode(png_image *image, const char *about)
{
    image->format = PNG_FORMAT_RGB;
    picture decoded = {image->width, image->height, malloc(PNG_IMAGE_SIZE(*image))};
    if (!decoded.rgb || !png_image_finish_read(image, NULL, decoded.rgb, 0, NULL))
        fail(image->message, about);
    return decoded;
}

static void *render(const char *spec, size_t *size)
{
    hui_context *context = hui_context_new(NULL);
    hui_document *document = hui_document_read_file(context, spec, NULL);
    void *bytes;
    if (hui_document_render_memory(document, &(hui_render_options){.format = "png"}, &bytes, size) != HUI_STATUS_OK ||
        hui_document_diagnostic_count(document) > 0)
        fail("does not render without a word", spec);
    hui_document_free(document);
    hui_context_free(context);
    return bytes;
}

static int difference(const picture *a, const picture *b)
{
    int largest = 0;
    for (size_t i = 0; i < (size_t)a->width * a->height * 3; i++)
        largest = abs(a->rgb[i] - b->rgb[i]) > largest ? abs(a->rgb[i] - b->rgb[i]) : largest;
    return largest;
}

/* Expected, difference (amplified), actual, one below the other; the taller decides. */
static void write_strip(const picture *expected, const picture *actual, const char *path)
{
    const unsigned width = expected->width > actual->width ? expected->width : actual->width;
    const unsigned height = expected->height > actual->height ? expected->height : actual->height;
    png_image image = {.version = PNG_IMAGE_VERSION, .width = width, .height = 3 * height, .format = PNG_FORMAT_RGB};
    unsigned char *rgb = calloc(3, (size_t)width * image.height);
    if (!rgb)
        fail("out of memory", path);
    for (unsigned y = 0; y < height; y++)
        for (unsigned x = 0; x < 3 * width; x++) {
            const bool in_a = y < expected->height && x < 3 * expected->width,
                       in_b = y < actual->height && x < 3 * actual->width;
            const int a = in_a ? expected->rgb[(size_t)y * 3 * expected->width + x] : 255;
            const int b = in_b ? actual->rgb[(size_t)y * 3 * actual->width + x] : 255;
            rgb[(size_t)y * 3 * width + x] = (unsigned char)a;
            rgb[(size_t)(height + y) * 3 * width + x] = (unsigned char)(abs(a - b) * 32 > 255 ? 255 : abs(a - b) * 32);
            rgb[(size_t)(2 * height + y) * 3 * width + x] = (unsigned char)b;
        }
    png_image_write_to_file(&image, path, 0, rgb, 0, NULL);
    free(rgb);
}

static void update(const char *path, const void *bytes, size_t size)
{
    if (size > LARGEST_FILE)
        fail("larger than 20 KiB: make the spec smaller", path);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
        fail("cannot be written", path);
}

int main(int count, char **arguments)
{
    if (count != 4)
        fail("usage: compare SPEC EXPECTED STRIP", "compare");
    size_t size;
    void *bytes = render(arguments[1], &size);
    if (getenv("UPDATE"))
        update(arguments[2], bytes, size);
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_file(&image, arguments[2]))
        fail(image.message, arguments[2]);
    picture expected = decode(&image, arguments[2]);
    image = (png_image){.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&image, bytes, size))
        fail(image.message, arguments[1]);
    picture actual = decode(&image, arguments[1]);
    const bool same_size = expected.width == actual.width && expected.height == actual.height;
    const int largest = same_size ? difference(&expected, &actual) : 256;
    if (largest > TOLERANCE) {
        write_strip(&expected, &actual, arguments[3]);
        fprintf(stderr, "%s: %u x %u became %u x %u, difference %d; see %s\n", arguments[1], expected.width,
                expected.height, actual.width, actual.height, largest, arguments[3]);
    }
    free(expected.rgb);
    free(actual.rgb);
    hui_free(bytes);
    return largest > TOLERANCE;
}
