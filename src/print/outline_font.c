/* Fonts for outlines: glyphs by code, as the font dictionaries of backend/pdf.c's files say (ISO 32000-1, section 9.6 and
 * 9.7): composite fonts with Identity-H, whose programs are CFF or TrueType, and simple ones. */
#include "print/outline_font.h"

#include "print/tokens.h"

#include <ft2build.h>
#include FT_CID_H
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <stdlib.h>

enum { SIMPLE_CODES = 256, WIDE_CODES = 65536 };

static FT_Face face_of(const hui_outline_font *font)
{
    return font->face;
}

static void close_library(void *closure)
{
    FT_Done_FreeType(closure);
}

static void close_face(void *closure)
{
    FT_Done_Face(closure);
}

/* As part of the pass: no two threads share it. */
static FT_Library open_library(hui_pass *pass)
{
    FT_Library library = pass->freetype;
    if (!library && FT_Init_FreeType(&library) == 0) {
        pass->freetype = library;
        hui_arena_on_free(pass->arena, close_library, library);
    }
    return library;
}

/* The program of the descriptor, which the face reads as long as it lives. */
static bool open_face(hui_outline_font *font, qpdf_oh descriptor)
{
    static const char *const keys[] = {"/FontFile3", "/FontFile2", "/FontFile"};
    hui_pass *pass = font->pass;
    FT_Library library = open_library(pass);
    FT_Face face;
    for (size_t i = 0; library && i < sizeof keys / sizeof *keys; i++) {
        const qpdf_oh stream = qpdf_oh_get_key_if_dict(pass->pdf, descriptor, keys[i]);
        size_t size = 0;
        if (!qpdf_oh_is_stream(pass->pdf, stream))
            continue;
        unsigned char *bytes = hui_object_data(pass, stream, &size);
        if (!bytes)
            return false;
        hui_arena_on_free(pass->arena, free, bytes);
        if (FT_New_Memory_Face(library, bytes, (FT_Long)size, 0, &face) != 0)
            return false;
        hui_arena_on_free(pass->arena, close_face, face);
        font->face = face;
        font->em = face->units_per_EM ? face->units_per_EM : 1000;
        return FT_IS_SCALABLE(face);
    }
    return false;
}

static hui_outline_glyph *find_glyph(const hui_outline_font *font, double code)
{
    return code >= 0 && code < (double)font->count ? &font->glyphs[(size_t)code] : NULL;
}

/* A program that is keyed by CIDs says itself which glyph is which; in any other they are the same. */
static void map_wide(hui_outline_font *font)
{
    FT_Face face = face_of(font);
    const FT_Long count = face->num_glyphs < WIDE_CODES ? face->num_glyphs : WIDE_CODES;
    FT_Bool is_keyed = 0;
    unsigned last = 0;
    if (FT_Get_CID_Is_Internally_CID_Keyed(face, &is_keyed) != 0)
        is_keyed = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (FT_Long i = 0; i < count; i++) {
            FT_UInt code = (FT_UInt)i;
            if (is_keyed && FT_Get_CID_From_Glyph_Index(face, (FT_UInt)i, &code) != 0)
                continue;
            if (pass == 0 && code < WIDE_CODES && code > last)
                last = code;
            if (pass == 1 && find_glyph(font, code))
                font->glyphs[code].index = (unsigned)i;
        }
        if (pass == 0) {
            font->count = last + 1;
            font->glyphs = HUI_NEW_ARRAY(font->pass->arena, hui_outline_glyph, font->count);
        }
    }
}

/* WinAnsiEncoding (annex D), which is Unicode but for these 32 codes. */
static unsigned unicode_of(unsigned code)
{
    static const unsigned short special[] = {0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                             0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x2022, 0x017D, 0x2022,
                                             0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                             0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178};
    return code >= 0x80 && code < 0xA0 ? special[code - 0x80] : code;
}

/* A subset without names has its own codes in place of characters. */
static void map_simple(hui_outline_font *font)
{
    FT_Face face = face_of(font);
    const bool has_unicode = FT_Select_Charmap(face, FT_ENCODING_UNICODE) == 0;
    font->count = SIMPLE_CODES;
    font->glyphs = HUI_NEW_ARRAY(font->pass->arena, hui_outline_glyph, font->count);
    if (!has_unicode && face->num_charmaps > 0)
        FT_Set_Charmap(face, face->charmaps[0]);
    for (unsigned code = 0; code < SIMPLE_CODES; code++)
        font->glyphs[code].index = FT_Get_Char_Index(face, has_unicode ? unicode_of(code) : code);
}

static double number_of(const hui_pass *pass, qpdf_oh dictionary, const char *key, double fallback)
{
    const qpdf_oh value = qpdf_oh_get_key_if_dict(pass->pdf, dictionary, key);
    return qpdf_oh_is_number(pass->pdf, value) ? qpdf_oh_get_numeric_value(pass->pdf, value) : fallback;
}

static void set_widths(const hui_outline_font *font, qpdf_oh widths, double first)
{
    const hui_pass *pass = font->pass;
    for (int i = 0; i < qpdf_oh_get_array_n_items(pass->pdf, widths); i++) {
        hui_outline_glyph *glyph = find_glyph(font, first + i);
        if (glyph)
            glyph->width = hui_object_number(pass, widths, i);
    }
}

/* "first [w …]" or "first last w" (section 9.7.4.3). */
static void read_wide_widths(const hui_outline_font *font, qpdf_oh descendant)
{
    const hui_pass *pass = font->pass;
    const qpdf_oh list = qpdf_oh_get_key(pass->pdf, descendant, "/W");
    const int count = qpdf_oh_is_array(pass->pdf, list) ? qpdf_oh_get_array_n_items(pass->pdf, list) : 0;
    const double usual = number_of(pass, descendant, "/DW", 1000);
    for (size_t i = 0; i < font->count; i++)
        font->glyphs[i].width = usual;
    for (int i = 0; i + 1 < count;) {
        const qpdf_oh second = qpdf_oh_get_array_item(pass->pdf, list, i + 1);
        const double first = hui_object_number(pass, list, i);
        if (qpdf_oh_is_array(pass->pdf, second)) {
            set_widths(font, second, first);
            i += 2;
            continue;
        }
        const double last = hui_object_number(pass, list, i + 1), width = hui_object_number(pass, list, i + 2);
        hui_outline_glyph *glyph;
        for (double code = first; code <= last && (glyph = find_glyph(font, code)) != NULL; code++)
            glyph->width = width;
        i += 3;
    }
}

static void read_simple_widths(const hui_outline_font *font, qpdf_oh dictionary)
{
    const qpdf_oh widths = qpdf_oh_get_key(font->pass->pdf, dictionary, "/Widths");
    if (qpdf_oh_is_array(font->pass->pdf, widths))
        set_widths(font, widths, number_of(font->pass, dictionary, "/FirstChar", 0));
}

static unsigned hex_of(hui_token token)
{
    unsigned value = 0;
    for (size_t i = 1; i + 1 < token.size; i++)
        value = value * 16 + (unsigned)strtoul((const char[2]){token.at[i], 0}, NULL, 16);
    return value;
}

/* One line of a bfchar section; ranges, which Cairo does not write, leave their characters without text. */
static void set_text(const hui_outline_font *font, const hui_token *code, const hui_token *text)
{
    hui_outline_glyph *glyph = code->size > 2 && *code->at == '<' ? find_glyph(font, hex_of(*code)) : NULL;
    if (!glyph || text->size < 6 || *text->at != '<')
        return;
    glyph->text_size = text->size - 2;
    glyph->text = text->at + 1;
}

/* The CMap of section 9.10.3; what it says stays in the stream's bytes. */
static void read_texts(const hui_outline_font *font, qpdf_oh dictionary)
{
    hui_pass *pass = font->pass;
    const qpdf_oh stream = qpdf_oh_get_key(pass->pdf, dictionary, "/ToUnicode");
    size_t size = 0;
    unsigned char *bytes = qpdf_oh_is_stream(pass->pdf, stream) ? hui_object_data(pass, stream, &size) : NULL;
    if (!bytes)
        return;
    hui_arena_on_free(pass->arena, free, bytes);
    const char *at = (const char *)bytes, *const end = at + size;
    bool in_section = false;
    hui_token token, code = {0};
    while (hui_token_next(&at, end, &token)) {
        if (hui_token_is(token, "beginbfchar") || hui_token_is(token, "endbfchar")) {
            in_section = hui_token_is(token, "beginbfchar");
            code = (hui_token){0};
        } else if (in_section && code.at) {
            set_text(font, &code, &token);
            code = (hui_token){0};
        } else {
            code = token;
        }
    }
}

static bool open_font(hui_outline_font *font, qpdf_oh dictionary)
{
    const hui_pass *pass = font->pass;
    qpdf_oh described = dictionary;
    font->is_wide = hui_object_is(pass, dictionary, "/Subtype", "/Type0");
    if (font->is_wide) {
        if (!hui_object_is(pass, dictionary, "/Encoding", "/Identity-H"))
            return false;
        described = qpdf_oh_get_array_item(pass->pdf, qpdf_oh_get_key(pass->pdf, dictionary, "/DescendantFonts"), 0);
    }
    if (!open_face(font, qpdf_oh_get_key_if_dict(pass->pdf, described, "/FontDescriptor")))
        return false;
    if (font->is_wide) {
        map_wide(font);
        read_wide_widths(font, described);
    } else {
        map_simple(font);
        read_simple_widths(font, described);
    }
    read_texts(font, dictionary);
    return true;
}

const hui_outline_font *hui_outline_font_find(hui_pass *pass, qpdf_oh dictionary)
{
    const int id = qpdf_oh_get_object_id(pass->pdf, dictionary);
    if (id <= 0 || id > pass->object_count) {
        hui_pass_fail(pass, HUI_PRINT_FAULT_PDF, "text has no font");
        return NULL;
    }
    if (pass->fonts[id])
        return pass->fonts[id];
    hui_outline_font *font = pass->fonts[id] = HUI_NEW(pass->arena, hui_outline_font);
    font->pass = pass;
    if (!open_font(font, dictionary)) {
        const qpdf_oh name = qpdf_oh_get_key(pass->pdf, dictionary, "/BaseFont");
        hui_pass_fail(pass, HUI_PRINT_FAULT_PDF, "the font %s has no outlines that text could become",
                      qpdf_oh_is_name(pass->pdf, name) ? qpdf_oh_get_name(pass->pdf, name) + 1 : "of bitmaps");
    }
    return font;
}

/* Outlines as operators (section 8.5.2), in the program's own units. */
typedef struct pen {
    hui_buffer out;
    FT_Vector at;
    bool is_open;
} pen;

static void add_point(pen *p, double x, double y)
{
    hui_buffer_add_number(&p->out, x, 1);
    hui_buffer_add_char(&p->out, ' ');
    hui_buffer_add_number(&p->out, y, 1);
    hui_buffer_add_char(&p->out, ' ');
}

static void close_contour(pen *p)
{
    if (p->is_open)
        hui_buffer_add_string(&p->out, "h\n");
    p->is_open = false;
}

static int move(const FT_Vector *to, void *closure)
{
    pen *p = closure;
    close_contour(p);
    add_point(p, (double)to->x, (double)to->y);
    hui_buffer_add_string(&p->out, "m\n");
    p->at = *to;
    p->is_open = true;
    return 0;
}

static int line(const FT_Vector *to, void *closure)
{
    pen *p = closure;
    add_point(p, (double)to->x, (double)to->y);
    hui_buffer_add_string(&p->out, "l\n");
    p->at = *to;
    return 0;
}

static int cubic(const FT_Vector *control, const FT_Vector *second, const FT_Vector *to, void *closure)
{
    pen *p = closure;
    add_point(p, (double)control->x, (double)control->y);
    add_point(p, (double)second->x, (double)second->y);
    add_point(p, (double)to->x, (double)to->y);
    hui_buffer_add_string(&p->out, "c\n");
    p->at = *to;
    return 0;
}

/* A quadratic curve, raised to a cubic. */
static int quadratic(const FT_Vector *control, const FT_Vector *to, void *closure)
{
    pen *p = closure;
    const double x = (double)control->x, y = (double)control->y;
    add_point(p, ((double)p->at.x + 2 * x) / 3, ((double)p->at.y + 2 * y) / 3);
    add_point(p, ((double)to->x + 2 * x) / 3, ((double)to->y + 2 * y) / 3);
    add_point(p, (double)to->x, (double)to->y);
    hui_buffer_add_string(&p->out, "c\n");
    p->at = *to;
    return 0;
}

static qpdf_oh draw_form(const hui_outline_font *font, FT_Outline *outline)
{
    static const FT_Outline_Funcs funcs = {move, line, quadratic, cubic, 0, 0};
    hui_pass *pass = font->pass;
    FT_BBox box;
    pen p = {0};
    FT_Outline_Get_CBox(outline, &box);
    FT_Outline_Decompose(outline, &funcs, &p);
    close_contour(&p);
    hui_buffer_add_char(&p.out, 'f');
    const char *const head =
        hui_arena_printf(pass->arena, "<< /Type /XObject /Subtype /Form /BBox [%ld %ld %ld %ld] /Resources << >> >>",
                         box.xMin, box.yMin, box.xMax, box.yMax);
    const qpdf_oh form = hui_object_stream(pass, head, p.out.bytes, p.out.size);
    hui_buffer_finish(&p.out);
    return form;
}

hui_outline_glyph *hui_outline_font_glyph(const hui_outline_font *font, unsigned code)
{
    hui_outline_glyph *glyph = find_glyph(font, code);
    if (!glyph || glyph->is_drawn)
        return glyph;
    glyph->is_drawn = true;
    if (FT_Load_Glyph(face_of(font), glyph->index, FT_LOAD_NO_SCALE) != 0)
        return glyph;
    FT_GlyphSlot slot = face_of(font)->glyph;
    if (slot->format == FT_GLYPH_FORMAT_OUTLINE && slot->outline.n_points > 0) {
        glyph->form = draw_form(font, &slot->outline);
        glyph->number = ++font->pass->glyph_count;
    }
    return glyph;
}
