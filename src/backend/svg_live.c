/* Real text in SVG: characters where the composed glyphs stand, in a font that the file holds or names. */
#include "backend/link.h"
#include "backend/svg_writer.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "text/web_font.h"

#include <math.h>
#include <string.h>

/* A cluster of a run. */
typedef struct place {
    const char *text;
    size_t bytes;
    uint32_t code, glyph; /* of its first character; 0: none */
    size_t characters, glyphs;
    double x, y; /* in the line */
} place;

typedef struct places {
    const place *at;
    size_t count;
    bool forward; /* each right of the one before */
} places;

static uint32_t first_code(const char *text, size_t bytes)
{
    char copy[5] = "";
    memcpy(copy, text, bytes < 4 ? bytes : 4);
    const char *at = copy;
    return hui_utf8_next(&at);
}

/* Those with text: marks of emphasis have none. */
static places find_places(hui_arena *arena, const hui_run *run)
{
    place *at = HUI_NEW_ARRAY(arena, place, run->cluster_count);
    places found = {.at = at, .forward = true};
    const char *text = run->text;
    const hui_glyph *glyph = run->glyphs, *const end = glyph + run->glyph_count;
    double x = run->x;
    for (size_t i = 0; i < run->cluster_count; i++) {
        const hui_cluster cluster = run->clusters[i];
        if (glyph < end && cluster.bytes > 0) {
            found.forward = found.forward && (double)glyph->x >= x - 0.5;
            x = (double)glyph->x;
        }
        place *p = &at[found.count];
        *p = (place){.text = text, .bytes = cluster.bytes, .glyphs = cluster.glyphs, .x = x};
        for (size_t k = 0; k < cluster.bytes; k++)
            p->characters += ((unsigned char)text[k] & 0xC0) != 0x80;
        if (cluster.bytes > 0)
            p->code = first_code(text, cluster.bytes);
        if (cluster.glyphs > 0) {
            p->glyph = glyph->id;
            p->y = (double)glyph->y;
        }
        text += cluster.bytes;
        glyph += cluster.glyphs;
        found.count += cluster.bytes > 0;
    }
    return found;
}

/* A font in the file shows one character by one glyph on the line, and what it does not hold is drawn. */
static bool can_be_mapped(const place *p)
{
    return p->characters == 1 && (p->glyphs == 0 || (p->glyphs == 1 && p->glyph != 0 && p->y == 0));
}

bool hui_svg_is_live(hui_svg *svg, const hui_run *run)
{
    if (svg->options->svg_mode == HUI_SVG_TEXT)
        return run->text_size > 0;
    if (svg->options->svg_mode != HUI_SVG_WEB || run->text_size == 0 || !hui_font_cairo_face(run->font))
        return false;
    const places found = find_places(svg->arena, run);
    for (size_t i = 0; i < found.count; i++)
        if (!can_be_mapped(&found.at[i]))
            return false;
    return found.forward;
}

static bool has_code(const void *items, size_t at, const void *sought)
{
    return ((const hui_web_char *)items)[at].code == *(const uint32_t *)sought;
}

/* Whether the face shows the character by this glyph, now if not before. */
static bool takes_char(hui_arena *arena, hui_svg_face *face, uint32_t code, uint32_t glyph)
{
    const uint32_t hash = hui_hash_bytes(HUI_HASH_START, &code, sizeof code);
    const size_t at = hui_index_add(arena, &face->index, hash, has_code, face->chars.at, &code);
    if (at == face->chars.count)
        *hui_vec_push(arena, &face->chars) = (hui_web_char){code, glyph};
    return face->chars.at[at].glyph == glyph;
}

/* The font in the file that shows this character by this glyph. Features of the font, such as figures of one width, are
 * why a character may have several: each takes a font of its own. */
static size_t find_face(hui_svg *svg, const hui_run *run, const place *p)
{
    size_t i = 0;
    for (; i < svg->faces.count; i++)
        if (svg->faces.at[i].font == run->font && takes_char(svg->arena, &svg->faces.at[i], p->code, p->glyph))
            return i;
    hui_svg_face *face = hui_vec_push(svg->arena, &svg->faces);
    face->font = run->font;
    face->name = svg->name_count++;
    takes_char(svg->arena, face, p->code, p->glyph);
    return i;
}

/* How far the reader moves on after this character if it is not told where the next one is. */
static double find_advance(const hui_svg *svg, const hui_run *run, const place *p)
{
    if (p->glyphs == 0)
        return 0;
    const bool is_named = svg->options->svg_mode == HUI_SVG_TEXT;
    return run->size * hui_font_advance(run->font, is_named ? hui_font_glyph(run->font, p->code) : p->glyph);
}

/* One element's worth: of one face, and each character of it counts as one in a list of places. */
typedef struct stretch {
    const place *at;
    size_t count, placed; /* how many of them, from the first on, are told where to stand */
    size_t face;
} stretch;

static stretch find_stretch(hui_svg *svg, const hui_run *run, const places *all, size_t from)
{
    enum { LAST_OF_PLANE = 0xFFFF }; /* readers count those beyond in several ways */
    static const double tolerance = 0.04;
    const bool is_web = svg->options->svg_mode == HUI_SVG_WEB;
    const place *at = &all->at[from];
    stretch s = {at, 1, 1, is_web ? find_face(svg, run, at) : 0};
    double x = at->x;
    for (; from + s.count < all->count; s.count++) {
        const place *last = &at[s.count - 1], *next = &at[s.count];
        x += find_advance(svg, run, last);
        if (!all->forward)
            continue;
        if (last->characters > 1 || last->code > LAST_OF_PLANE || (is_web && find_face(svg, run, next) != s.face))
            break;
        if (fabs(next->x - x) > tolerance) {
            s.placed = s.count + 1;
            x = next->x;
        }
    }
    return s;
}

/* Families that stand in where one is not installed, the best first. */
static const char *find_stand_ins(const char *family)
{
    static const char *const rows[][2] = {
        {"Huibao Sans", "Source Han Sans SC,Noto Sans CJK SC,Noto Sans SC,PingFang SC,Microsoft YaHei,sans-serif"},
        {"DejaVu Sans", "Bitstream Vera Sans,Verdana,sans-serif"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i][0], family) == 0)
            return rows[i][1];
    return "sans-serif";
}

void hui_svg_add_family(hui_buffer *out, const hui_font *font)
{
    const char *family = hui_font_family(font);
    hui_buffer_add_string(out, " font-family=\"");
    hui_xml_add_escaped(out, family, strlen(family));
    hui_buffer_printf(out, ",%s\"", find_stand_ins(family));
}

/* The first family stands on the root, and is not said again. */
static void add_named_font(hui_svg *svg, const hui_font *font)
{
    hui_buffer *out = &svg->body;
    if (!svg->root_font)
        svg->root_font = font;
    if (strcmp(hui_font_family(font), hui_font_family(svg->root_font)) != 0)
        hui_svg_add_family(out, font);
    if (hui_font_weight(font) != 400)
        hui_buffer_printf(out, " font-weight=\"%d\"", hui_font_weight(font));
    if (hui_font_slanted(font))
        hui_buffer_add_string(out, " font-style=\"italic\"");
}

static void add_stretch(hui_svg *svg, double x, double y, const hui_run *run, const stretch *s)
{
    hui_buffer *out = &svg->body;
    hui_buffer_add_string(out, "<tspan x=\"");
    for (size_t i = 0; i < s->placed; i++) {
        if (i > 0)
            hui_buffer_add_char(out, ' ');
        hui_svg_add_number(out, x + s->at[i].x, 2);
    }
    hui_buffer_add_char(out, '"');
    hui_svg_add_attribute(out, "y", y, 2);
    hui_svg_add_attribute(out, "font-size", run->size, 3);
    if (svg->options->svg_mode == HUI_SVG_WEB) {
        hui_buffer_add_string(out, " font-family=\"");
        hui_svg_add_name(out, svg->faces.at[s->face].name);
        hui_buffer_add_char(out, '"');
    } else {
        add_named_font(svg, run->font);
    }
    hui_svg_add_color(out, "fill", run->color);
    hui_svg_wear(svg, "fill", run->color, hui_svg_dark_ink(svg, run));
    hui_svg_add_classes(svg, out);
    hui_buffer_add_char(out, '>');
    const place *last = &s->at[s->count - 1];
    hui_xml_add_escaped(out, s->at->text, (size_t)(last->text + last->bytes - s->at->text));
    hui_buffer_add_string(out, "</tspan>");
}

void hui_svg_add_live_run(hui_svg *svg, double x, double y, const hui_run *run)
{
    const bool linked = run->link && hui_link_is_safe(run->link);
    const places all = find_places(svg->arena, run);
    if (linked)
        hui_svg_open_link(&svg->body, run->link);
    for (size_t i = 0; i < all.count;) {
        const stretch s = find_stretch(svg, run, &all, i);
        add_stretch(svg, x, y, run, &s);
        i += s.count;
    }
    if (linked)
        hui_buffer_add_string(&svg->body, "</a>");
}

/* A face that cannot be subset is left out: its text shows in the reader's sans. */
void hui_svg_add_faces(hui_svg *svg, hui_buffer *out)
{
    for (size_t i = 0; i < svg->faces.count; i++) {
        hui_svg_face *face = &svg->faces.at[i];
        hui_buffer file = {0};
        if (hui_web_font_add(face->font, face->chars.at, face->chars.count, &file)) {
            hui_buffer_add_string(out, "@font-face{font-family:");
            hui_svg_add_name(out, face->name);
            hui_buffer_add_string(out, ";src:url(data:font/woff2;base64,");
            hui_svg_add_base64(out, (const unsigned char *)file.bytes, file.size);
            hui_buffer_add_string(out, ")}\n");
        }
        hui_buffer_finish(&file);
    }
}
