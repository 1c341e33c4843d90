/* links: base image */
/* Images: every kind of PNG and JPEG, SVG, and files that are broken or no images. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/rng.h"
#include "image/image.h"

#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <jpeglib.h>
#include <png.h>

enum { W = 24, H = 16 };

typedef struct world {
    hui_arena *arena;
    hui_diags *diags;
    char path[64];
} world;

static world open_world(void)
{
    world w = {.arena = hui_arena_new(), .path = "/tmp/huibao-image-XXXXXX"};
    w.diags = hui_diags_new(w.arena);
    int file = mkstemp(w.path);
    assert_true(file >= 0);
    close(file);
    return w;
}

static void close_world(world *w)
{
    unlink(w->path);
    hui_arena_free(w->arena);
}

static const hui_image *read_bytes(world *w, const void *bytes, size_t size)
{
    FILE *file = fopen(w->path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
    return hui_image_read_file(w->arena, w->path, "shown.name", (hui_place){0}, w->diags);
}

static const hui_image *read_string(world *w, const char *text)
{
    return read_bytes(w, text, strlen(text));
}

static void assert_refused(world *w, const hui_image *image, const char *code, const char *word)
{
    assert_null(image);
    assert_int_equal(w->diags->count, 1);
    assert_string_equal(w->diags->at[0].code, code);
    if (!strstr(w->diags->at[0].message, word))
        fail_msg("“%s” does not say “%s”", w->diags->at[0].message, word);
    w->diags->count = w->diags->error_count = 0;
}

/* PNG */

static void add_png_bytes(png_structp png, png_bytep bytes, size_t size)
{
    hui_buffer_add(png_get_io_ptr(png), bytes, size);
}

/* Red grows to the right, green downwards; samples of 8 bits but for `depth` 16. */
static hui_buffer make_png(int color_type, int depth, int interlace)
{
    hui_buffer out = {0};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &out, add_png_bytes, NULL);
    png_set_IHDR(png, info, W, H, depth, color_type, interlace, 0, 0);
    png_color palette[256];
    for (int i = 0; i < 256; i++)
        palette[i] = (png_color){(png_byte)i, (png_byte)(255 - i), 7};
    if (color_type == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, 256);
    png_write_info(png, info);
    int channels = png_get_channels(png, info), passes = png_set_interlace_handling(png);
    for (int pass = 0; pass < passes; pass++)
        for (int y = 0; y < H; y++) {
            unsigned char row[W * 8] = {0}, *at = row;
            for (int x = 0; x < W; x++)
                for (int k = 0; k < channels; k++) {
                    *at++ = (unsigned char)(k == 0 ? x * 10 : k == 1 ? y * 10 : k == 2 ? 77 : 128);
                    if (depth == 16)
                        *at++ = 0;
                }
            png_write_row(png, row);
        }
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return out;
}

static void test_png(void **state)
{
    (void)state;
    world w = open_world();
    for (int interlace = 0; interlace < 2; interlace++) {
        hui_buffer rgb = make_png(PNG_COLOR_TYPE_RGB, 8, interlace);
        const hui_image *image = read_bytes(&w, rgb.bytes, rgb.size);
        assert_non_null(image);
        assert_int_equal(image->format, HUI_IMAGE_PNG);
        assert_int_equal(image->pixel_width, W);
        assert_true(image->height == H);
        assert_false(image->has_alpha);
        assert_int_equal(image->pixels[3 * W + 5], 0xFF000000 | 50 << 16 | 30 << 8 | 77);
        assert_int_equal(image->size, rgb.size);
        assert_memory_equal(image->bytes, rgb.bytes, rgb.size);
        hui_buffer_finish(&rgb);
    }
    hui_buffer rgba = make_png(PNG_COLOR_TYPE_RGB_ALPHA, 8, 0);
    const hui_image *clear = read_bytes(&w, rgba.bytes, rgba.size);
    assert_true(clear->has_alpha);
    assert_int_equal(clear->pixels[3 * W + 5], 0x80000000u | 25 << 16 | 15 << 8 | 39); /* premultiplied */
    hui_buffer gray = make_png(PNG_COLOR_TYPE_GRAY, 8, 0), indexed = make_png(PNG_COLOR_TYPE_PALETTE, 8, 0);
    assert_int_equal(read_bytes(&w, gray.bytes, gray.size)->pixels[2], 0xFF141414);
    assert_int_equal(read_bytes(&w, indexed.bytes, indexed.size)->pixels[2], 0xFF000000 | 20 << 16 | 235 << 8 | 7);
    hui_buffer deep = make_png(PNG_COLOR_TYPE_RGB, 16, 1);
    assert_non_null(read_bytes(&w, deep.bytes, deep.size));
    hui_buffer_finish(&rgba);
    hui_buffer_finish(&gray);
    hui_buffer_finish(&indexed);
    hui_buffer_finish(&deep);
    assert_int_equal(w.diags->count, 0);
    close_world(&w);
}

/* JPEG */

/* The left half dark, the top right quarter light. */
static hui_buffer make_jpeg(J_COLOR_SPACE space, int channels, int orientation)
{
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct jpeg = {.err = jpeg_std_error(&errors)};
    unsigned char *bytes = NULL;
    unsigned long size = 0;
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = W;
    jpeg.image_height = H;
    jpeg.input_components = channels;
    jpeg.in_color_space = space;
    jpeg_set_defaults(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    unsigned char exif[] = "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x01\0\0\0\0\0\0";
    exif[25] = (unsigned char)orientation;
    if (orientation)
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, exif, sizeof exif - 1);
    for (int y = 0; y < H; y++) {
        unsigned char row[W * 4];
        for (int x = 0; x < W; x++)
            for (int k = 0; k < channels; k++) {
                int light = x < W / 2 ? 20 : y < H / 2 ? 230 : 120;
                row[x * channels + k] = (unsigned char)(space == JCS_CMYK && k == 3 ? 255 : light);
            }
        jpeg_write_scanlines(&jpeg, (JSAMPROW[]){row}, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    hui_buffer out = {0};
    hui_buffer_add(&out, bytes, size);
    free(bytes);
    return out;
}

static void assert_gray(const hui_image *image, int x, int y, int expected)
{
    uint32_t p = image->pixels[y * image->pixel_width + x];
    for (int shift = 0; shift < 24; shift += 8)
        if (abs((int)(p >> shift & 255) - expected) > 12)
            fail_msg("pixel (%d, %d) is %08X, not of %d", x, y, p, expected);
    assert_int_equal(p >> 24, 255);
}

static void test_jpeg(void **state)
{
    (void)state;
    static const struct {
        J_COLOR_SPACE space;
        int channels;
    } kinds[] = {{JCS_RGB, 3}, {JCS_GRAYSCALE, 1}, {JCS_CMYK, 4}};
    world w = open_world();
    for (size_t i = 0; i < 3; i++) {
        hui_buffer bytes = make_jpeg(kinds[i].space, kinds[i].channels, 0);
        const hui_image *image = read_bytes(&w, bytes.bytes, bytes.size);
        assert_non_null(image);
        assert_int_equal(image->format, HUI_IMAGE_JPEG);
        assert_false(image->has_alpha);
        assert_gray(image, 3, 3, 20);
        assert_gray(image, W - 3, 3, 230);
        assert_gray(image, W - 3, H - 3, 120);
        bool as_it_was = image->size == bytes.size && !memcmp(image->bytes, bytes.bytes, bytes.size);
        assert_true(as_it_was == (kinds[i].space != JCS_CMYK));
        hui_buffer_finish(&bytes);
    }
    assert_int_equal(w.diags->count, 0);
    close_world(&w);
}

/* Where the light corner must be for each of EXIF's orientations: right, bottom; then whether the picture lies. */
static void test_jpeg_orientation(void **state)
{
    (void)state;
    static const struct {
        bool right, bottom, dark_beside;
    } corners[] = {{0},           {true, false, true},  {false, false, true}, {false, true, true}, {true, true, true},
                   {false, true, false}, {true, true, false}, {true, false, false}, {false, false, false}};
    world w = open_world();
    for (int orientation = 1; orientation <= 8; orientation++) {
        hui_buffer bytes = make_jpeg(JCS_RGB, 3, orientation);
        const hui_image *image = read_bytes(&w, bytes.bytes, bytes.size);
        assert_non_null(image);
        int width = orientation > 4 ? H : W, height = orientation > 4 ? W : H;
        assert_int_equal(image->pixel_width, width);
        assert_int_equal(image->pixel_height, height);
        int x = corners[orientation].right ? width - 3 : 2, y = corners[orientation].bottom ? height - 3 : 2;
        assert_gray(image, x, y, 230);
        assert_gray(image, width - 1 - x, y, corners[orientation].dark_beside ? 20 : 120);
        hui_diags none = *w.diags;
        const hui_image *again = read_bytes(&w, image->bytes, image->size); /* the bytes are upright, too */
        assert_int_equal(again->pixel_width, width);
        assert_gray(again, x, y, 230);
        assert_int_equal(none.count, 0);
        hui_buffer_finish(&bytes);
    }
    close_world(&w);
}

/* Broken files */

static void test_refusals(void **state)
{
    (void)state;
    world w = open_world();
    assert_refused(&w, hui_image_read_file(w.arena, "/tmp/huibao/no/such.png", "no.png", (hui_place){0}, w.diags),
                   "unreadable-file", "no.png");
    assert_refused(&w, hui_image_read_file(w.arena, "/tmp", "folder.png", (hui_place){0}, w.diags), "unreadable-file",
                   "directory");
    char fifo[80];
    snprintf(fifo, sizeof fifo, "%s.fifo", w.path);
    assert_int_equal(mkfifo(fifo, 0600), 0);
    assert_refused(&w, hui_image_read_file(w.arena, fifo, "fifo.png", (hui_place){0}, w.diags), "unreadable-file", "fifo");
    unlink(fifo);
    assert_refused(&w, read_string(&w, ""), "bad-image", "empty");
    assert_refused(&w, read_string(&w, "GIF89a..........."), "bad-image", "neither");
    assert_refused(&w, read_string(&w, "<html><body/></html>"), "bad-image", "not SVG");
    assert_refused(&w, read_string(&w, "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><g></svg>"), "bad-image",
                   "mismatched");
    assert_refused(&w, read_string(&w, "<svg xmlns='http://www.w3.org/2000/svg'/>"), "bad-image", "viewBox");
    assert_int_equal(truncate(w.path, 64 * 1024 * 1024 + 1), 0);
    assert_refused(&w, hui_image_read_file(w.arena, w.path, "long.png", (hui_place){0}, w.diags), "file-too-large", "67108865");
    hui_buffer png = make_png(PNG_COLOR_TYPE_RGB, 8, 0);
    assert_non_null(read_bytes(&w, png.bytes, png.size));
    w.diags->budget = hui_budget_new(w.arena, &(hui_limits){.image_pixels = W * H - 1}, false);
    assert_refused(&w, hui_image_read_file(w.arena, w.path, "large.png", (hui_place){0}, w.diags), "bad-image",
                   "too many");
    w.diags->budget = hui_budget_new(w.arena, NULL, false);
    png.bytes[16] = 0x7F; /* 2,130,706,456 px wide */
    assert_null(read_bytes(&w, png.bytes, png.size));
    hui_buffer_finish(&png);
    hui_buffer jpeg = make_jpeg(JCS_RGB, 3, 0);
    assert_non_null(read_bytes(&w, jpeg.bytes, jpeg.size));
    w.diags->count = 0;
    w.diags->budget = hui_budget_new(w.arena, &(hui_limits){.image_pixels = W * H - 1}, false);
    assert_refused(&w, hui_image_read_file(w.arena, w.path, "large.jpg", (hui_place){0}, w.diags), "bad-image",
                   "too many");
    hui_buffer_finish(&jpeg);
    close_world(&w);
}

/* Every proper beginning is refused, apart from one that lacks only the end marks; and bits turned over do no harm. */
static void break_file(const hui_buffer *good, size_t needed)
{
    hui_rng rng = hui_rng_seed(good->size);
    for (size_t cut = 1; cut < good->size; cut += cut < 64 ? 1 : 7) {
        world w = open_world();
        const hui_image *image = read_bytes(&w, good->bytes, cut);
        if (cut < needed)
            assert_null(image);
        assert_int_equal(w.diags->count, image ? 0 : 1);
        close_world(&w);
    }
    for (int i = 0; i < 600; i++) {
        world w = open_world();
        hui_buffer bad = {0};
        hui_buffer_add(&bad, good->bytes, good->size);
        for (int k = 0; k <= i % 3; k++)
            bad.bytes[hui_rng_int(&rng, 0, (int)good->size - 1)] ^= (char)(1 << hui_rng_int(&rng, 0, 7));
        const hui_image *image = read_bytes(&w, bad.bytes, bad.size);
        assert_int_equal(w.diags->count, image ? 0 : 1);
        hui_buffer_finish(&bad);
        close_world(&w);
    }
}

static void test_broken_png(void **state)
{
    (void)state;
    hui_buffer plain = make_png(PNG_COLOR_TYPE_RGB_ALPHA, 8, 0), laced = make_png(PNG_COLOR_TYPE_PALETTE, 8, 1);
    break_file(&plain, plain.size - 12 - 8); /* IEND, and the checksums of IDAT */
    break_file(&laced, laced.size - 12 - 8);
    hui_buffer_finish(&plain);
    hui_buffer_finish(&laced);
}

static void test_broken_jpeg(void **state)
{
    (void)state;
    hui_buffer rgb = make_jpeg(JCS_RGB, 3, 6), cmyk = make_jpeg(JCS_CMYK, 4, 0);
    break_file(&rgb, rgb.size - 20);
    break_file(&cmyk, cmyk.size - 20);
    hui_buffer_finish(&rgb);
    hui_buffer_finish(&cmyk);
}

/* SVG */

/* librsvg 2.54 does not free the entities a document declares. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:xmlParseEntityValue\n";
}

static const char drawing[] =
    "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY name 'Zwei &lt; drei'>]>"
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:i='http://x.example/'"
    " x='9' width='40' height='20' viewBox='0 0 80 40' onload='alert(1)' i:note='1'>"
    "<title>&name;</title><script>alert(2)</script><i:guides><rect/></i:guides>"
    "<style>@import url(http://x.example/a.css); #dot, g > .cls-1:hover { fill: url(#shade); stroke: url('http://x.example/')}"
    "@media print { #dot{fill:#abc} } @font-face{font-family:x;src:url(http://x.example/f)}</style>"
    "<defs><linearGradient id='shade'><stop stop-color='#f00'/></linearGradient></defs>"
    "<rect id='dot' width='80' height='40' fill='url(#shade)' style=\"filter:url(&quot;#shade&quot;)\" onclick='x()'/>"
    "<use xlink:href='#dot'/><use href=' #dot'/><image href='http://x.example/p.png'/><image href='file:///etc/passwd'/>"
    "<image href='data:image/png;base64,AAAA'/><a href='https://x.example/'><circle r='3'/></a>"
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>"
    "<animate attributeName='href' to='javascript:x'/><text aria-labelledby='a b' xml:space='preserve'> a&amp;b\n</text></svg>";

static void test_svg(void **state)
{
    (void)state;
    world w = open_world();
    const hui_image *image = read_string(&w, drawing);
    assert_non_null(image);
    assert_int_equal(image->format, HUI_IMAGE_SVG);
    assert_true(image->width == 40 && image->height == 20);
    assert_null(image->pixels);
    const hui_image *boxed = read_string(&w, "\xEF\xBB\xBF \n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'/>");
    assert_non_null(boxed);
    assert_true(boxed->width == 30 && boxed->height == 10);
    assert_int_equal(w.diags->count, 0);

    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 100, 100);
    cairo_t *cr = cairo_create(surface);
    const hui_image *red = read_string(&w, "<svg xmlns='http://www.w3.org/2000/svg' width='2' height='2'>"
                                           "<rect width='2' height='1' fill='#f00'/></svg>");
    hui_image_paint_svg(red, cr, (hui_rect){10, 20, 40, 40});
    cairo_surface_flush(surface);
    const uint32_t *pixels = (const uint32_t *)(const void *)cairo_image_surface_get_data(surface);
    assert_int_equal(pixels[30 * 100 + 30], 0xFFFF0000);
    assert_int_equal(pixels[50 * 100 + 30], 0);
    assert_int_equal(pixels[15 * 100 + 30], 0);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    close_world(&w);
}

static uint32_t painted(const hui_image *image, int x, int y)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 24, 24);
    cairo_t *cr = cairo_create(surface);
    hui_image_paint_svg(image, cr, (hui_rect){0, 0, 24, 24});
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    uint32_t pixel = ((const uint32_t *)(const void *)cairo_image_surface_get_data(surface))[y * 24 + x];
    cairo_surface_destroy(surface);
    return pixel;
}

static const hui_image *read_icon(world *w, const char *svg)
{
    const hui_image *plain = read_string(w, svg);
    assert_non_null(plain);
    return hui_image_read_icon(w->arena, w->path, "icon.svg", hui_color_rgb(0x1B4F91), (hui_place){0}, w->diags);
}

static void assert_has(const hui_buffer *text, const char *part);
static void assert_lacks(const hui_buffer *text, const char *part);

/* Left: no fill of its own; middle: currentColor; right: a colour of its own. */
static void test_icon(void **state)
{
    (void)state;
    world w = open_world();
    const hui_image *filled = read_icon(&w, "<svg xmlns='http://www.w3.org/2000/svg' width='24' height='24'><path d='M0 0h8v24h-8z'/>"
                                            "<path fill='currentColor' d='M8 0h8v24h-8z'/><path fill='#f00' d='M16 0h8v24h-8z'/></svg>");
    assert_int_equal(painted(filled, 4, 4), 0xFF1B4F91);
    assert_int_equal(painted(filled, 12, 4), 0xFF1B4F91);
    assert_int_equal(painted(filled, 20, 4), 0xFFFF0000);
    const hui_image *lines = read_icon(&w, "<svg xmlns='http://www.w3.org/2000/svg' width='24' height='24' fill='none' color='red' "
                                           "stroke='currentColor' stroke-width='8'><path d='M4 0v24M20 0v24'/></svg>");
    assert_int_equal(painted(lines, 4, 4), 0xFF1B4F91);
    assert_int_equal(painted(lines, 12, 4), 0);
    hui_buffer out = {0};
    hui_image_write_svg(filled, (hui_rect){0, 0, 24, 24}, "p", &out);
    assert_has(&out, " color=\"#1b4f91\" fill=\"currentColor\"");
    hui_image_write_svg(lines, (hui_rect){0, 0, 24, 24}, "q", &out);
    assert_has(&out, " fill=\"none\" stroke=\"currentColor\" stroke-width=\"8\" color=\"#1b4f91\" viewBox");
    hui_buffer_finish(&out);
    close_world(&w);
}

/* An icon may take its colour from around it if it has one, named or not. */
static void icons_of_one_colour_are_known(void **state)
{
    (void)state;
    static const struct {
        const char *inside, *color;
        bool is_plain;
    } cases[] = {
        {"<path d='M0 0h8v24h-8z'/><path fill='currentColor' d='M8 0h8v24h-8z'/>", NULL, true},
        {"<g fill='#123'><path d='M0 0h8v24h-8z'/></g><path fill='none' stroke='#123' d='M8 0h8'/>", "#123", true},
        {"<path fill='#123' d='M0 0h8v24h-8z'/><path d='M8 0h8v24h-8z'/>", "#123", false},
        {"<path fill='#123' d='M0 0h8v24h-8z'/><path fill='#456' d='M8 0h8'/>", "#123", false},
        {"<path style='fill:#123' d='M0 0h8v24h-8z'/>", NULL, false},
        {"<style>path { fill: red }</style><path d='M0 0h8v24h-8z'/>", NULL, false},
        {"<path fill='url(#a)' d='M0 0h8v24h-8z'/>", NULL, false},
    };
    world w = open_world();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[512];
        const char *color = "";
        snprintf(text, sizeof text, "<svg xmlns='http://www.w3.org/2000/svg' width='24' height='24'>%s</svg>", cases[i].inside);
        const hui_image *icon = read_icon(&w, text);
        assert_true(hui_image_is_plain(w.arena, icon, &color) == cases[i].is_plain);
        if (cases[i].color)
            assert_string_equal(color, cases[i].color);
        else
            assert_null(color);
    }
    hui_buffer out = {0};
    const hui_image *icon = read_icon(&w, "<svg xmlns='http://www.w3.org/2000/svg' width='24' height='24' fill='none'>"
                                          "<path stroke='#123' d='M0 0h8v24h-8z'/></svg>");
    hui_image_write_icon(icon, (hui_rect){0, 0, 24, 24}, "p", &(hui_image_ink){.from_around = true, .replaced = "#123"}, &out);
    assert_has(&out, "<path stroke=\"currentColor\" d=");
    assert_lacks(&out, " color=");
    hui_image_write_icon(icon, (hui_rect){0, 0, 24, 24}, "q", &(hui_image_ink){.class_name = "c"}, &out);
    assert_has(&out, "<g id=\"q-root\" color=\"#1b4f91\" class=\"c\"><svg");
    hui_buffer_finish(&out);
    close_world(&w);
}

static void assert_has(const hui_buffer *text, const char *part)
{
    if (!strstr(text->bytes, part))
        fail_msg("“%s” is not in\n%s", part, text->bytes);
}

static void assert_lacks(const hui_buffer *text, const char *part)
{
    if (strstr(text->bytes, part))
        fail_msg("“%s” is in\n%s", part, text->bytes);
}

static void test_write_svg(void **state)
{
    (void)state;
    world w = open_world();
    hui_buffer out = {0};
    hui_image_write_svg(read_string(&w, drawing), (hui_rect){1.5, 2, 100, 50}, "p1-", &out);
    assert_has(&out, "<g id=\"p1--root\"><svg xmlns:xlink=\"http://www.w3.org/1999/xlink\" x=\"1.5\" y=\"2\" width=\"100\" "
                     "height=\"50\" viewBox=\"0 0 80 40\">");
    assert_has(&out, "<title>Zwei &lt; drei</title>");
    assert_has(&out, "#p1--root #p1-dot,#p1--root g > .cls-1:hover { fill: url(#p1-shade); stroke: none}");
    assert_has(&out, "@media print {#p1--root #p1-dot{fill:#abc}}");
    assert_has(&out, "<linearGradient id=\"p1-shade\">");
    assert_has(&out, "fill=\"url(#p1-shade)\" style=\"filter:url(#p1-shade)\"/>");
    assert_has(&out, "<use xlink:href=\"#p1-dot\"/><use href=\"#p1-dot\"/><image/><image/>");
    assert_has(&out, "<image href=\"data:image/png;base64,AAAA\"/><a><circle r=\"3\"/></a>");
    assert_has(&out, "<text aria-labelledby=\"p1-a p1-b\" xml:space=\"preserve\"> a&amp;b\n</text></svg></g>");
    static const char *const gone[] = {"script", "alert", "onload", "onclick", "x.example", "passwd", "foreign", "animate",
                                       "ENTITY", "<?xml", "guides", "import", "font-face", "x=\"9\""};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        assert_lacks(&out, gone[i]);
    hui_buffer_finish(&out);
    close_world(&w);
}

/* Style sheets of any brokenness neither crash nor leave a foreign address. */
static void test_write_hostile_css(void **state)
{
    (void)state;
    static const char *const sheets[] = {"{", "}", "@", "@media", "@media{", "a{b:url(", "a{b:url(http://x.example", "\"", "/*",
                                         "a{/*}", "a,,b{}", "@import 'http://x.example'", "a{b:u\\72l(http://x.example)}",
                                         "<!-- a{} -->", "a{b:URL( \"http://x.example\" )}", ";;}}a{}", "a{b:'"};
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        world w = open_world();
        hui_buffer file = {0}, out = {0};
        hui_buffer_printf(&file, "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><style><![CDATA[%s]]></style></svg>",
                          sheets[i]);
        hui_image_write_svg(read_bytes(&w, file.bytes, file.size), (hui_rect){0, 0, 4, 4}, "p", &out);
        assert_lacks(&out, "url(http");
        assert_lacks(&out, "import");
        assert_has(&out, "</svg></g>");
        hui_buffer_finish(&file);
        hui_buffer_finish(&out);
        close_world(&w);
    }
    world w = open_world();
    hui_buffer file = {0}, out = {0};
    hui_buffer_add_string(&file, "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><style>");
    for (int i = 0; i < 20000; i++)
        hui_buffer_add_string(&file, "@media x{");
    hui_buffer_add_string(&file, "</style></svg>");
    hui_image_write_svg(read_bytes(&w, file.bytes, file.size), (hui_rect){0, 0, 4, 4}, "p", &out);
    assert_true(out.size < 1000);
    hui_buffer_finish(&file);
    hui_buffer_finish(&out);
    close_world(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(icons_of_one_colour_are_known),
        cmocka_unit_test(test_png),         cmocka_unit_test(test_jpeg),       cmocka_unit_test(test_jpeg_orientation),
        cmocka_unit_test(test_refusals),    cmocka_unit_test(test_broken_png), cmocka_unit_test(test_broken_jpeg),
        cmocka_unit_test(test_svg),         cmocka_unit_test(test_icon),       cmocka_unit_test(test_write_svg),
         cmocka_unit_test(test_write_hostile_css),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
