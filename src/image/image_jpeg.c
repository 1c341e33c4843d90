/* JPEG images: RGB, grey and CMYK, turned upright as EXIF says. */
#include "image/image_formats.h"

#include <setjmp.h>
#include <stdio.h> /* jpeglib.h needs it */
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

enum { MOST_SCANS = 500, UPRIGHT_QUALITY = 95 };

typedef struct reader {
    struct jpeg_error_mgr errors; /* first: libjpeg passes a pointer to it */
    struct jpeg_decompress_struct jpeg;
    struct jpeg_progress_mgr progress;
    jmp_buf leave;
    char message[JMSG_LENGTH_MAX];
    hui_arena *arena;
    hui_image *image;
    size_t max_pixels;
    const char *reason;
    uint32_t *pixels;
    int orientation; /* EXIF's, 1 to 8 */
} reader;

static void leave_with_error(j_common_ptr jpeg)
{
    reader *r = (reader *)jpeg->err;
    r->errors.format_message(jpeg, r->message);
    longjmp(r->leave, 1);
}

/* libjpeg paints what is missing grey and only warns: for us a file that ends early is broken. */
static void hear_message(j_common_ptr jpeg, int level)
{
    int code = jpeg->err->msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER))
        leave_with_error(jpeg);
}

/* A small file may ask for endless passes over a large picture. */
static void limit_scans(j_common_ptr jpeg)
{
    reader *r = (reader *)jpeg->err;
    if (r->jpeg.input_scan_number > MOST_SCANS) {
        r->reason = "it has too many scans";
        longjmp(r->leave, 1);
    }
}

/* A number of 2 or 4 bytes in a TIFF block of either byte order. */
static unsigned long tiff_number(const unsigned char *at, int bytes, bool little)
{
    unsigned long value = 0;
    for (int i = 0; i < bytes; i++)
        value = value << 8 | at[little ? bytes - 1 - i : i];
    return value;
}

/* Tag 0x0112 of the first directory (EXIF 2.3, section 4.6.4); 1 if there is none. */
static int exif_orientation(const unsigned char *exif, size_t size)
{
    if (size < 14 || memcmp(exif, "Exif\0\0", 6))
        return 1;
    const unsigned char *tiff = exif + 6;
    size -= 6;
    bool little = tiff[0] == 'I';
    unsigned long directory = tiff_number(tiff + 4, 4, little);
    if (directory > size - 2)
        return 1;
    unsigned long entries = tiff_number(tiff + directory, 2, little);
    for (unsigned long i = 0; i < entries && directory + 2 + (i + 1) * 12 <= size; i++) {
        const unsigned char *entry = tiff + directory + 2 + i * 12;
        unsigned long value = tiff_number(entry + 8, 2, little);
        if (tiff_number(entry, 2, little) == 0x0112)
            return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}

/* The marker that says how CMYK is meant: Adobe's files hold it inverted. */
static void convert_cmyk(uint32_t *out, const unsigned char *row, size_t count, bool inverted)
{
    for (size_t i = 0; i < count; i++, row += 4) {
        unsigned part[4];
        for (int k = 0; k < 4; k++)
            part[k] = inverted ? row[k] : 255u - row[k];
        out[i] = HUI_ARGB(255, part[0] * part[3] / 255, part[1] * part[3] / 255, part[2] * part[3] / 255);
    }
}

static void convert_rgb(uint32_t *out, const unsigned char *row, size_t count)
{
    for (size_t i = 0; i < count; i++)
        out[i] = HUI_ARGB(255, row[3 * i], row[3 * i + 1], row[3 * i + 2]);
}

static void read_rows(reader *r)
{
    struct jpeg_decompress_struct *jpeg = &r->jpeg;
    size_t width = jpeg->output_width;
    JSAMPARRAY row = jpeg->mem->alloc_sarray((j_common_ptr)jpeg, JPOOL_IMAGE, (JDIMENSION)(width * 4), 1);
    r->pixels = HUI_NEW_ARRAY(r->arena, uint32_t, width * jpeg->output_height);
    while (jpeg->output_scanline < jpeg->output_height) {
        uint32_t *out = r->pixels + jpeg->output_scanline * width;
        jpeg_read_scanlines(jpeg, row, 1);
        if (jpeg->out_color_space == JCS_CMYK)
            convert_cmyk(out, row[0], width, jpeg->saw_Adobe_marker);
        else
            convert_rgb(out, row[0], width);
    }
}

static void read_header(reader *r)
{
    struct jpeg_decompress_struct *jpeg = &r->jpeg;
    jpeg_create_decompress(jpeg);
    jpeg->progress = &r->progress;
    jpeg_mem_src(jpeg, (unsigned char *)(uintptr_t)r->image->bytes, (unsigned long)r->image->size);
    jpeg_save_markers(jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_read_header(jpeg, TRUE);
    for (jpeg_saved_marker_ptr m = jpeg->marker_list; m && r->orientation == 1; m = m->next)
        r->orientation = exif_orientation(m->data, m->data_length);
    bool four = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
    jpeg->out_color_space = four ? JCS_CMYK : JCS_RGB;
}

/* False with `reason`, or a message of libjpeg's. */
static bool decode(reader *r)
{
    struct jpeg_decompress_struct *jpeg = &r->jpeg;
    if (setjmp(r->leave))
        return false;
    read_header(r);
    r->reason = hui_image_refuse_size(r->arena, r->image, jpeg->image_width, jpeg->image_height, r->max_pixels);
    if (r->reason)
        return false;
    jpeg_start_decompress(jpeg);
    read_rows(r);
    jpeg_finish_decompress(jpeg);
    return true;
}

/* Where the upright picture's pixel (x, y) is in the file's (EXIF 2.3: 5 to 8 lie on their side). */
static const uint32_t *find_pixel(const reader *r, size_t x, size_t y)
{
    size_t w = r->jpeg.output_width, h = r->jpeg.output_height, swap = x;
    if (r->orientation >= 5) {
        x = y;
        y = swap;
    }
    if (r->orientation == 2 || r->orientation == 3 || r->orientation == 7 || r->orientation == 8)
        x = w - 1 - x;
    if (r->orientation == 3 || r->orientation == 4 || r->orientation == 6 || r->orientation == 7)
        y = h - 1 - y;
    return &r->pixels[y * w + x];
}

static void finish_image(reader *r)
{
    size_t w = r->jpeg.output_width, h = r->jpeg.output_height;
    bool sideways = r->orientation >= 5;
    size_t width = sideways ? h : w, height = sideways ? w : h;
    uint32_t *upright = r->pixels;
    if (r->orientation != 1) {
        upright = HUI_NEW_ARRAY(r->arena, uint32_t, width * height);
        for (size_t y = 0; y < height; y++)
            for (size_t x = 0; x < width; x++)
                upright[y * width + x] = *find_pixel(r, x, y);
    }
    r->image->pixels = upright;
    r->image->pixel_width = (int)width;
    r->image->pixel_height = (int)height;
    r->image->width = (double)width;
    r->image->height = (double)height;
}

/* Not every reader of SVG and PDF heeds EXIF or knows CMYK: those files are replaced by upright RGB ones. Compressing
 * to memory fails only where memory ends, and libjpeg's own handler then ends the process. */
static void encode_again(reader *r)
{
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct jpeg = {.err = jpeg_std_error(&errors)};
    unsigned char *bytes = NULL;
    unsigned long size = 0;
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = (JDIMENSION)r->image->pixel_width;
    jpeg.image_height = (JDIMENSION)r->image->pixel_height;
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, UPRIGHT_QUALITY, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    JSAMPARRAY row = jpeg.mem->alloc_sarray((j_common_ptr)&jpeg, JPOOL_IMAGE, jpeg.image_width * 3, 1);
    while (jpeg.next_scanline < jpeg.image_height) {
        const uint32_t *pixels = r->image->pixels + (size_t)jpeg.next_scanline * jpeg.image_width;
        for (size_t x = 0; x < jpeg.image_width; x++)
            for (size_t k = 0; k < 3; k++)
                row[0][3 * x + k] = (JSAMPLE)(pixels[x] >> (16 - 8 * k));
        jpeg_write_scanlines(&jpeg, row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    r->image->bytes = hui_arena_copy(r->arena, bytes, size);
    r->image->size = size;
    free(bytes);
}

const char *hui_image_read_jpeg(hui_arena *arena, hui_image *image, size_t max_pixels)
{
    reader *r = HUI_NEW(arena, reader);
    *r = (reader){.arena = arena, .image = image, .max_pixels = max_pixels, .orientation = 1};
    r->jpeg.err = jpeg_std_error(&r->errors);
    r->errors.error_exit = leave_with_error;
    r->errors.emit_message = hear_message;
    r->progress.progress_monitor = limit_scans;
    bool good = decode(r);
    if (good) {
        finish_image(r);
        if (r->orientation != 1 || r->jpeg.out_color_space == JCS_CMYK)
            encode_again(r);
    }
    jpeg_destroy_decompress(&r->jpeg);
    if (good)
        return NULL;
    return r->reason ? r->reason : hui_arena_string(arena, r->message);
}
