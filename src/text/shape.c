/* Shaping: joined spans are cut into paragraphs and atoms, by Pango or by fixed metrics. */
#include "base/utf8.h"
#include "base/vec.h"
#include "text/face.h"
#include "text/joined.h"
#include "text/shaped.h"

#include <hb.h>
#include <pango/pango.h>
#include <string.h>

enum { EMPHASIS_DOT = 0x2022 };
#define APOSTROPHE "\u2019"

struct shaper {
    hui_text *text;
    hui_fonts *fonts;
    hui_place place;
    hui_diags *diags;
    hui_joined joined;
    HUI_VEC(hui_atom) atoms;
    HUI_VEC(hui_glyph) glyphs;
    HUI_VEC(hui_piece) pieces;
    HUI_VEC(hui_paragraph) paragraphs;
    GHashTable *missing; /* characters reported already; NULL: none */
    PangoLanguage *language;
    PangoContext *context; /* NULL for fixed metrics */
    PangoGlyphString *scratch;
    const PangoLogAttr *breaks; /* by character */
    size_t stretch;             /* of the atom being made; atoms come in the text's order */
    size_t piece_stretch;       /* of the piece being filled, plus 1 */
    size_t byte, character;     /* a place in the text, moved forward by `character_at` */
};

/* Ambiguous quotes are the full-width ones wherever a paragraph has han. */
static bool has_han(const char *at, const char *end)
{
    while (at < end)
        if (hui_utf8_is_cjk(hui_utf8_next(&at)))
            return true;
    return false;
}

static const hui_stretch *stretch_at(struct shaper *shaper, size_t byte)
{
    while (shaper->joined.stretches[shaper->stretch + 1].from <= byte &&
           shaper->stretch + 2 < shaper->joined.stretch_count)
        shaper->stretch++;
    return &shaper->joined.stretches[shaper->stretch];
}

static size_t character_at(struct shaper *shaper, size_t byte)
{
    for (; shaper->byte < byte; shaper->character++)
        shaper->byte += (size_t)g_utf8_skip[(unsigned char)shaper->text->bytes[shaper->byte]];
    return shaper->character;
}

static void begin_piece(struct shaper *shaper, const hui_font *font)
{
    hui_piece *last = shaper->pieces.count ? &shaper->pieces.at[shaper->pieces.count - 1] : NULL;
    if (last && shaper->piece_stretch == shaper->stretch + 1 && last->font == font)
        return;
    hui_piece *piece = hui_vec_push(shaper->text->arena, &shaper->pieces);
    *piece = shaper->joined.stretches[shaper->stretch].piece;
    piece->font = font;
    shaper->piece_stretch = shaper->stretch + 1;
}

static void report_missing(struct shaper *shaper, uint32_t code)
{
    if (!shaper->missing)
        shaper->missing = g_hash_table_new(NULL, NULL);
    if (!g_hash_table_add(shaper->missing, GUINT_TO_POINTER(code)))
        return;
    char character[5] = {0};
    hui_utf8_write(code, character);
    hui_diags_add(shaper->diags, HUI_CODE_MISSING_GLYPH, shaper->place, NULL, character, (unsigned)code);
}

/* It’s among han: this ’ is no closing quote. */
static bool is_apostrophe(const char *text, size_t byte)
{
    return byte > 0 && strncmp(text + byte, APOSTROPHE, strlen(APOSTROPHE)) == 0 && g_ascii_isalnum(text[byte - 1]) &&
           g_ascii_isalpha(text[byte + strlen(APOSTROPHE)]);
}

static hui_atom *add_atom(struct shaper *shaper, size_t byte, bool han, const hui_font *font)
{
    hui_text *text = shaper->text;
    const hui_stretch *stretch = stretch_at(shaper, byte);
    size_t previous = shaper->piece_stretch;
    begin_piece(shaper, font);
    hui_atom *atom = hui_vec_push(text->arena, &shaper->atoms);
    const char *at = text->bytes + byte;
    atom->code = hui_utf8_next(&at);
    han = han && !is_apostrophe(text->bytes, byte);
    atom->byte = (uint32_t)byte;
    atom->glyph = (uint32_t)shaper->glyphs.count;
    atom->piece = (uint32_t)shaper->pieces.count - 1;
    atom->wide = han && (hui_char_is_ambiguous(atom->code) || hui_utf8_is_cjk(atom->code));
    atom->kind = (uint8_t)hui_char_kind_of(atom->code, han);
    if (previous != shaper->piece_stretch)
        atom->gap_before = stretch->gap_before;
    return atom;
}

/* Tests' metrics: han and the marks among them are 1 em wide, all else half an em. */
static void shape_fixed(struct shaper *shaper, size_t from, size_t to, bool han)
{
    const char *bytes = shaper->text->bytes;
    size_t character = character_at(shaper, from);
    for (const char *at = bytes + from; at < bytes + to; character++) {
        size_t byte = (size_t)(at - bytes);
        uint32_t code = hui_utf8_next(&at);
        if (byte > from && !shaper->breaks[character].is_cursor_position)
            continue;
        const hui_font *font = hui_fonts_fixed_face(shaper->fonts, stretch_at(shaper, byte)->weight);
        hui_atom *atom = add_atom(shaper, byte, han, font);
        double size = shaper->pieces.at[atom->piece].size;
        atom->advance = (atom->wide || hui_utf8_is_cjk(code) ? 1.0 : 0.5) * size;
        *hui_vec_push(shaper->text->arena, &shaper->glyphs) = (hui_glyph){.id = code};
    }
}

static void add_glyph(struct shaper *shaper, hui_atom *atom, const PangoGlyphInfo *info, double scale)
{
    double width = info->geometry.width * scale;
    uint32_t id = info->glyph;
    if (id & PANGO_GLYPH_UNKNOWN_FLAG) {
        report_missing(shaper, id & ~PANGO_GLYPH_UNKNOWN_FLAG);
        width = shaper->pieces.at[atom->piece].size;
        id = 0;
    }
    if (info->glyph != PANGO_GLYPH_EMPTY)
        *hui_vec_push(shaper->text->arena, &shaper->glyphs) = (hui_glyph){
            .id = id,
            .x = (float)(atom->advance + info->geometry.x_offset * scale),
            .y = (float)(info->geometry.y_offset * scale),
        };
    atom->advance += width;
}

/* Every item is set from left to right: the lines know no other direction. `start` is what the item's offset counts
 * from. */
static void shape_item(struct shaper *shaper, PangoItem *item, PangoGlyphString *glyphs, size_t start,
                       const char *paragraph, size_t size, bool han)
{
    size_t first = start + (size_t)item->offset;
    item->analysis.level = 0;
    pango_shape_with_flags(shaper->text->bytes + first, item->length, paragraph, (int)size, &item->analysis, glyphs,
                           PANGO_SHAPE_NONE);
    const hui_font *font = hui_fonts_face(shaper->fonts, item->analysis.font);
    hui_atom *atom = NULL;
    double scale = 0;
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        size_t byte = first + (size_t)glyphs->log_clusters[i];
        if (!atom || byte > atom->byte) {
            atom = add_atom(shaper, byte, han, font);
            scale = shaper->pieces.at[atom->piece].size / (PANGO_SCALE * (double)HUI_SHAPING_SIZE);
        }
        add_glyph(shaper, atom, &glyphs->glyphs[i], scale);
    }
}

static PangoFontDescription *describe(const struct shaper *shaper, int weight)
{
    const hui_text_style *style = &shaper->text->style;
    const char *bundled = "Huibao Sans";
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(
        description, style->family ? hui_arena_printf(shaper->text->arena, "%s,%s", style->family, bundled) : bundled);
    pango_font_description_set_weight(description, (PangoWeight)weight);
    pango_font_description_set_absolute_size(description, HUI_SHAPING_SIZE * PANGO_SCALE);
    return description;
}

static void narrow_apostrophes(PangoAttrList *list, const char *text, size_t from, size_t to)
{
    const char *start = text + from, *end = text + to;
    for (const char *at = start; (at = g_strstr_len(at, end - at, APOSTROPHE)); at++)
        if (is_apostrophe(text, (size_t)(at - text))) {
            PangoAttribute *narrow = pango_attr_font_features_new("pwid");
            narrow->start_index = (guint)(at - start);
            narrow->end_index = narrow->start_index + (guint)strlen(APOSTROPHE);
            pango_attr_list_insert(list, narrow);
        }
}

static PangoAttrList *make_attributes(const struct shaper *shaper, int weight, bool han)
{
    bool tabular = shaper->text->style.tabular;
    PangoFontDescription *description = describe(shaper, weight);
    PangoAttrList *list = pango_attr_list_new();
    pango_attr_list_insert(list, pango_attr_font_desc_new(description));
    pango_font_description_free(description);
    pango_attr_list_insert(list, pango_attr_language_new(shaper->language));
    if (tabular || !han)
        pango_attr_list_insert(list, pango_attr_font_features_new(!tabular ? "pwid" : han ? "tnum" : "tnum, pwid"));
    return list;
}

static bool shape_alike(const hui_stretch *a, const hui_stretch *b)
{
    return a->weight == b->weight && a->piece.size == b->piece.size;
}

/* Where what is shaped together ends: spans that differ in colour only keep their kerning. */
static size_t alike_until(const struct shaper *shaper, size_t to)
{
    const hui_stretch *first = &shaper->joined.stretches[shaper->stretch], *end = first + 1;
    const hui_stretch *last = &shaper->joined.stretches[shaper->joined.stretch_count - 1];
    while (end < last && end->from < to && shape_alike(first, end))
        end++;
    return end->from < to ? end->from : to;
}

/* Shapes bytes [start, until), which are of one weight and size. They are itemised as a text of their own, since Pango
 * counts the characters before an item. */
static void shape_alike_range(struct shaper *shaper, size_t start, size_t until, const char *paragraph, size_t size,
                              bool han)
{
    const char *bytes = shaper->text->bytes;
    PangoAttrList *attributes = make_attributes(shaper, shaper->joined.stretches[shaper->stretch].weight, han);
    if (han)
        narrow_apostrophes(attributes, bytes, start, until);
    GList *items = pango_itemize_with_base_dir(shaper->context, PANGO_DIRECTION_LTR, bytes + start, 0,
                                               (int)(until - start), attributes, NULL);
    for (GList *at = items; at; at = at->next)
        shape_item(shaper, at->data, shaper->scratch, start, paragraph, size, han);
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    pango_attr_list_unref(attributes);
}

static void shape_pango(struct shaper *shaper, size_t from, size_t to, bool han)
{
    for (size_t start = from, until; start < to; start = until) {
        stretch_at(shaper, start);
        until = alike_until(shaper, to);
        shape_alike_range(shaper, start, until, shaper->text->bytes + from, to - from, han);
    }
}

/* A space under an accent is there to be seen: it is none that a line's end may drop. */
static void find_accented_spaces(struct shaper *shaper, const hui_paragraph *paragraph, size_t end)
{
    const char *bytes = shaper->text->bytes;
    for (size_t i = paragraph->from; i < paragraph->to; i++) {
        hui_atom *atom = &shaper->atoms.at[i];
        size_t next = i + 1 < paragraph->to ? shaper->atoms.at[i + 1].byte : end;
        if (atom->kind == HUI_CHAR_SPACE && next > atom->byte + (size_t)g_utf8_skip[(unsigned char)bytes[atom->byte]])
            atom->kind = HUI_CHAR_OTHER;
    }
}

/* Unicode's breaks (UAX 14 as Pango has it), then the author's; before a space one counts after it. */
static void mark_breaks(struct shaper *shaper, hui_paragraph *paragraph, size_t *marked)
{
    bool authored = false;
    for (size_t i = paragraph->from; i < paragraph->to; i++) {
        hui_atom *atom = &shaper->atoms.at[i];
        bool allowed = shaper->breaks[character_at(shaper, atom->byte)].is_line_break;
        atom->breaking = allowed ? HUI_BREAK_PLAIN : HUI_BREAK_INSIDE;
        for (; *marked < shaper->joined.marked_count && shaper->joined.marked[*marked] <= atom->byte; ++*marked)
            authored |= shaper->joined.marked[*marked] == atom->byte && i > paragraph->from;
        if (authored && atom->kind != HUI_CHAR_SPACE) {
            atom->breaking = HUI_BREAK_AUTHOR;
            paragraph->authored = true;
            authored = false;
        }
    }
}

static void shape_paragraphs(struct shaper *shaper)
{
    hui_text *text = shaper->text;
    size_t marked = 0;
    for (size_t from = 0; from < text->size;) {
        const char *end = memchr(text->bytes + from, '\n', text->size - from);
        size_t to = end ? (size_t)(end - text->bytes) : text->size;
        hui_paragraph *paragraph = hui_vec_push(text->arena, &shaper->paragraphs);
        *paragraph = (hui_paragraph){.from = shaper->atoms.count, .han = has_han(text->bytes + from, text->bytes + to)};
        if (hui_fonts_fixed(shaper->fonts))
            shape_fixed(shaper, from, to, paragraph->han);
        else
            shape_pango(shaper, from, to, paragraph->han);
        paragraph->to = shaper->atoms.count;
        find_accented_spaces(shaper, paragraph, to);
        mark_breaks(shaper, paragraph, &marked);
        if (end) { /* the \n is an atom that belongs to no line */
            const hui_font *font = shaper->pieces.count ? shaper->pieces.at[shaper->pieces.count - 1].font : NULL;
            add_atom(shaper, to, false, font);
        }
        from = to + 1;
    }
}

static void find_dot(struct shaper *shaper)
{
    hui_text *text = shaper->text;
    const hui_stretch *emphasised = NULL;
    for (size_t i = 0; i < shaper->joined.stretch_count && !emphasised; i++)
        emphasised = shaper->joined.stretches[i].piece.emphasis ? &shaper->joined.stretches[i] : NULL;
    if (!emphasised)
        return;
    text->dot.glyph = EMPHASIS_DOT;
    text->dot.advance = 0.5;
    if (hui_fonts_fixed(shaper->fonts)) {
        text->dot.font = hui_fonts_fixed_face(shaper->fonts, emphasised->weight);
        return;
    }
    PangoFontDescription *description = describe(shaper, emphasised->weight);
    PangoFont *font = pango_context_load_font(shaper->context, description);
    pango_font_description_free(description);
    text->dot.font = hui_fonts_face(shaper->fonts, font);
    hb_font_t *glyphs = pango_font_get_hb_font(font);
    if (hb_font_get_nominal_glyph(glyphs, EMPHASIS_DOT, &text->dot.glyph))
        text->dot.advance =
            hb_font_get_glyph_h_advance(glyphs, text->dot.glyph) / (HUI_SHAPING_SIZE * (double)PANGO_SCALE);
    g_object_unref(font);
}

bool hui_text_shape(hui_text *text, hui_fonts *fonts, hui_spans spans, hui_place place, hui_diags *diags)
{
    struct shaper shaper = {.text = text, .fonts = fonts, .place = place, .diags = diags};
    shaper.language = pango_language_from_string(text->style.lang ? text->style.lang : "zh-Hans");
    shaper.joined = hui_spans_join(text->arena, &text->style, spans);
    text->bytes = shaper.joined.bytes;
    text->size = shaper.joined.size;
    if (!hui_fonts_fixed(fonts))
        shaper.context = hui_fonts_context(fonts, text->style.family, text->bytes);
    int characters = (int)g_utf8_strlen(text->bytes, (gssize)text->size);
    PangoLogAttr *breaks = HUI_NEW_ARRAY(text->arena, PangoLogAttr, characters + 1);
    if (characters > 0)
        pango_get_log_attrs(text->bytes, (int)text->size, -1, shaper.language, breaks, characters + 1);
    shaper.breaks = breaks;
    shaper.scratch = pango_glyph_string_new();
    shape_paragraphs(&shaper);
    pango_glyph_string_free(shaper.scratch);
    find_dot(&shaper);
    text->atom_count = shaper.atoms.count;
    hui_atom *end = hui_vec_push(text->arena, &shaper.atoms);
    *end = (hui_atom){.byte = (uint32_t)text->size, .glyph = (uint32_t)shaper.glyphs.count};
    text->atoms = shaper.atoms.at;
    text->glyphs = shaper.glyphs.at;
    text->pieces = shaper.pieces.at;
    text->piece_count = shaper.pieces.count;
    text->paragraphs = shaper.paragraphs.at;
    text->paragraph_count = shaper.paragraphs.count;
    if (!shaper.missing)
        return true;
    g_hash_table_unref(shaper.missing);
    return false;
}
