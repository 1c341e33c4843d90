/* Web fonts: HarfBuzz takes the glyphs out, Brotli packs them (WOFF File Format 2.0, W3C Recommendation of 2022). */
#include "text/web_font.h"

#include "text/face.h"

#include <brotli/encode.h>
#include <hb-subset.h>
#include <stdlib.h>

static void put16(hui_buffer *out, unsigned value)
{
    const char bytes[] = {(char)(value >> 8), (char)value};
    hui_buffer_add(out, bytes, sizeof bytes);
}

static void put32(hui_buffer *out, uint32_t value)
{
    put16(out, value >> 16);
    put16(out, value & 0xFFFF);
}

/* UIntBase128 of section 4.1: seven bits a byte, the highest first. */
static void put_packed(hui_buffer *out, uint32_t value)
{
    for (int shift = 28; shift > 0; shift -= 7)
        if (value >> shift)
            hui_buffer_add_char(out, (char)(0x80 | (value >> shift & 0x7F)));
    hui_buffer_add_char(out, (char)(value & 0x7F));
}

static int compare_chars(const void *left, const void *right)
{
    const hui_web_char *a = left, *b = right;
    return (a->code > b->code) - (a->code < b->code);
}

/* A `cmap` of one subtable of format 12 (OpenType 1.9), with a group for each stretch of characters and glyphs that count
 * up together. */
static void add_cmap(hui_buffer *out, const hui_web_char *chars, size_t count, const hb_map_t *glyphs)
{
    enum { HEAD = 12, SUBTABLE_HEAD = 16, GROUP = 12 };
    hui_buffer groups = {0};
    for (size_t i = 0, end; i < count; i = end) {
        const uint32_t glyph = hb_map_get(glyphs, chars[i].glyph);
        for (end = i + 1; end < count && chars[end].code == chars[i].code + (end - i) &&
                          hb_map_get(glyphs, chars[end].glyph) == glyph + (end - i);)
            end++;
        put32(&groups, chars[i].code);
        put32(&groups, chars[end - 1].code);
        put32(&groups, glyph);
    }
    put16(out, 0);
    put16(out, 1);  /* subtables */
    put16(out, 3);  /* Windows */
    put16(out, 10); /* all of Unicode */
    put32(out, HEAD);
    put16(out, 12);
    put16(out, 0);
    put32(out, SUBTABLE_HEAD + (uint32_t)groups.size);
    put32(out, 0); /* language */
    put32(out, (uint32_t)(groups.size / GROUP));
    hui_buffer_add(out, groups.bytes, groups.size);
    hui_buffer_finish(&groups);
}

/* Without what shaping reads, vertical text and names: none of it is used again. */
static hb_subset_input_t *choose_parts(const hui_web_char *chars, size_t count)
{
    static const char dropped[][5] = {"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "VORG", "vhea", "vmtx",
                                      "kern", "cmap", "DSIG", "FFTM", "gasp", "meta", "STAT"};
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        hb_set_add(tables, HB_TAG(dropped[i][0], dropped[i][1], dropped[i][2], dropped[i][3]));
    hb_set_clear(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
    hb_set_t *names = hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID);
    hb_set_clear(names);
    hb_set_add_range(names, 1, 2); /* family and style */
    hb_set_t *glyphs = hb_subset_input_set(input, HB_SUBSET_SETS_GLYPH_INDEX);
    for (size_t i = 0; i < count; i++)
        hb_set_add(glyphs, chars[i].glyph);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    return input;
}

/* The order in which tables are written: by tag, but `loca` after `glyf`. */
static uint64_t table_order(hb_tag_t tag)
{
    const hb_tag_t glyf = HB_TAG('g', 'l', 'y', 'f');
    return tag == HB_TAG('l', 'o', 'c', 'a') ? (uint64_t)glyf * 2 + 1 : (uint64_t)tag * 2;
}

static int compare_tags(const void *left, const void *right)
{
    const uint64_t a = table_order(*(const hb_tag_t *)left), b = table_order(*(const hb_tag_t *)right);
    return (a > b) - (a < b);
}

/* A font on its way into a file. */
typedef struct package {
    hui_buffer directory, content;
    uint32_t table_count, unpacked; /* bytes as an SFNT file */
} package;

/* Section 4.1: tables that are not transformed, which of `glyf` and `loca` must be said. Tags are written out, all alike:
 * packed they take a few bytes more than their numbers. */
static void add_table(package *p, hb_tag_t tag, const char *bytes, size_t size)
{
    enum { ANY_TAG = 63, UNTRANSFORMED = 3 << 6 };
    const bool outline = tag == HB_TAG('g', 'l', 'y', 'f') || tag == HB_TAG('l', 'o', 'c', 'a');
    const size_t start = p->content.size;
    hui_buffer_add_char(&p->directory, (char)(ANY_TAG | (outline ? UNTRANSFORMED : 0)));
    put32(&p->directory, tag);
    put_packed(&p->directory, (uint32_t)size);
    hui_buffer_add(&p->content, bytes, size);
    if (tag == HB_TAG('h', 'e', 'a', 'd') && size > 16)
        p->content.bytes[start + 16] |= 0x08; /* bit 11 of its flags: packed without loss */
    p->table_count++;
    p->unpacked += 16 + ((uint32_t)size + 3) / 4 * 4;
}

static void add_tables(package *p, hb_face_t *face, const hui_buffer *cmap)
{
    enum { MOST = 64 };
    hb_tag_t tags[MOST];
    unsigned count = MOST - 1;
    hb_face_get_table_tags(face, 0, &count, tags);
    tags[count++] = HB_TAG('c', 'm', 'a', 'p');
    qsort(tags, count, sizeof *tags, compare_tags);
    for (unsigned i = 0; i < count; i++) {
        if (tags[i] == HB_TAG('c', 'm', 'a', 'p')) {
            add_table(p, tags[i], cmap->bytes, cmap->size);
            continue;
        }
        hb_blob_t *blob = hb_face_reference_table(face, tags[i]);
        unsigned size;
        const char *bytes = hb_blob_get_data(blob, &size);
        add_table(p, tags[i], bytes, size);
        hb_blob_destroy(blob);
    }
}

static bool add_file(hui_buffer *out, const package *p, bool is_cff)
{
    enum { HEAD = 48, SFNT_HEAD = 12, QUALITY = 9, WINDOW = 22 };
    size_t size = BrotliEncoderMaxCompressedSize(p->content.size);
    uint8_t *packed = malloc(size);
    const bool done = packed && BrotliEncoderCompress(QUALITY, WINDOW, BROTLI_MODE_FONT, p->content.size,
                                                      (const uint8_t *)p->content.bytes, &size, packed);
    if (done) {
        const uint32_t length = HEAD + (uint32_t)(p->directory.size + size);
        put32(out, HB_TAG('w', 'O', 'F', '2'));
        put32(out, is_cff ? HB_TAG('O', 'T', 'T', 'O') : 0x00010000);
        put32(out, (length + 3) / 4 * 4);
        put16(out, p->table_count);
        put16(out, 0);
        put32(out, SFNT_HEAD + p->unpacked);
        put32(out, (uint32_t)size);
        for (int i = 0; i < 6; i++) /* version, metadata, private data: none */
            put32(out, 0);
        hui_buffer_add(out, p->directory.bytes, p->directory.size);
        hui_buffer_add(out, packed, size);
        hui_buffer_add(out, "\0\0\0", (4 - length % 4) % 4);
    }
    free(packed);
    return done;
}

/* By way of its file: the face that HarfBuzz builds cannot tell which tables it has. */
static hb_face_t *build_face(hb_subset_plan_t *plan)
{
    hb_face_t *built = hb_subset_plan_execute_or_fail(plan);
    if (!built)
        return NULL;
    hb_blob_t *file = hb_face_reference_blob(built);
    hb_face_t *face = hb_face_create(file, 0);
    hb_blob_destroy(file);
    hb_face_destroy(built);
    return face;
}

static bool write_font(hb_subset_plan_t *plan, const hui_web_char *chars, size_t count, hui_buffer *out)
{
    hb_face_t *face = build_face(plan);
    if (!face)
        return false;
    hui_buffer cmap = {0};
    package p = {0};
    add_cmap(&cmap, chars, count, hb_subset_plan_old_to_new_glyph_mapping(plan));
    add_tables(&p, face, &cmap);
    hb_blob_t *cff = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    const bool written = add_file(out, &p, hb_blob_get_length(cff) > 0);
    hb_blob_destroy(cff);
    hb_face_destroy(face);
    hui_buffer_finish(&p.directory);
    hui_buffer_finish(&p.content);
    hui_buffer_finish(&cmap);
    return written;
}

bool hui_web_font_add(const hui_font *font, hui_web_char *chars, size_t count, hui_buffer *out)
{
    qsort(chars, count, sizeof *chars, compare_chars);
    hb_subset_input_t *input = choose_parts(chars, count);
    hb_face_t *face = hui_font_hb_face(font);
    hb_subset_plan_t *plan = input && face ? hb_subset_plan_create_or_fail(face, input) : NULL;
    const bool written = plan && write_font(plan, chars, count, out);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return written;
}
