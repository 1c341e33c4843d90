/* Fonts: a private set of font files behind Pango, and the faces of it that were used. */
#include "text/fonts.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "text/face.h"
#include "text/font_set.h"
#include "text/outline.h"
#include "text/text_cache.h"

#include <assert.h>
#include <cairo-ft.h>
#include <hb.h>
#include <pango/pangofc-fontmap.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char dejavu[] = "DejaVu Sans";

struct hui_font {
    unsigned id;
    const char *file;
    int index; /* in its file */
    const char *name, *family;
    int weight;
    bool slanted;
    cairo_font_face_t *cairo; /* NULL for fixed metrics */
    hb_font_t *outlines;      /* at the scale of its units per em, so that coordinates are the file's own */
    double units;
    hb_draw_funcs_t *draw; /* of all faces of the set */
};

typedef struct entry {
    const char *family, *style, *file;
    int weight;
} entry;

typedef struct chosen {
    PangoFont *pango;
    hui_font *font;
} chosen;

struct hui_fonts {
    hui_arena *arena;
    bool fixed;
    hui_fonts_options options;
    hui_font_set sets[HUI_FONT_SET_COUNT];
    bool failed[HUI_FONT_SET_COUNT];
    hb_draw_funcs_t *draw;
    HUI_VEC(entry) entries;
    HUI_VEC(hui_font *) faces;
    HUI_VEC(chosen) chosen;
    hui_text_cache *texts;
};

static int pattern_weight(const FcPattern *pattern)
{
    return FcWeightToOpenType(hui_pattern_integer(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR));
}

static int compare_entries(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    int order = strcmp(a->family, b->family);
    if (order == 0)
        order = (a->weight > b->weight) - (a->weight < b->weight);
    if (order == 0)
        order = strcmp(a->style, b->style);
    return order ? order : strcmp(a->file, b->file);
}

static bool add_entry(void *closure, const FcPattern *font)
{
    hui_fonts *fonts = closure;
    *hui_vec_push(fonts->arena, &fonts->entries) = (entry){
        .family = hui_pattern_string(font, FC_FAMILY, ""),
        .style = hui_pattern_string(font, FC_STYLE, ""),
        .file = hui_pattern_string(font, FC_FILE, ""),
        .weight = pattern_weight(font),
    };
    return false;
}

static hui_font_set_kind primary_kind(const hui_fonts *fonts)
{
    return fonts->options.charts ? HUI_FONT_SET_CHART : HUI_FONT_SET_TEXT;
}

/* The set, opened when it is first asked for. Its files are those of the primary set and the bundled ones: if they are not
 * good after all, the primary set has to do. */
static hui_font_set *open_set(hui_fonts *fonts, hui_font_set_kind kind)
{
    if (!fonts->sets[kind].config && !fonts->failed[kind])
        fonts->failed[kind] =
            !hui_font_set_open(&fonts->sets[kind], kind, fonts->arena, &fonts->options, hui_diags_new(fonts->arena));
    return &fonts->sets[fonts->failed[kind] ? primary_kind(fonts) : kind];
}

static void list_entries(hui_fonts *fonts)
{
    if (fonts->fixed || fonts->entries.count > 0)
        return;
    hui_font_set_any(open_set(fonts, HUI_FONT_SET_ALL), add_entry, fonts);
    if (fonts->entries.count > 0)
        qsort(fonts->entries.at, fonts->entries.count, sizeof *fonts->entries.at, compare_entries);
}

static hui_fonts_options copy_options(hui_arena *arena, const hui_fonts_options *options)
{
    hui_fonts_options copy = *options;
    const char **folders = HUI_NEW_ARRAY(arena, const char *, options->extra_count);
    for (size_t i = 0; i < options->extra_count; i++)
        folders[i] = hui_arena_string(arena, options->extra_folders[i]);
    copy.extra_folders = folders;
    if (options->folder)
        copy.folder = hui_arena_string(arena, options->folder);
    return copy;
}

hui_fonts *hui_fonts_new(const hui_fonts_options *options, hui_diags *diags)
{
    hui_arena *arena = hui_arena_new();
    hui_fonts *fonts = HUI_NEW(arena, hui_fonts);
    fonts->arena = arena;
    fonts->texts = hui_text_cache_new();
    fonts->fixed = options->fixed;
    if (fonts->fixed)
        return fonts;
    fonts->options = copy_options(arena, options);
    const hui_font_set_kind kind = primary_kind(fonts);
    if (!hui_font_set_open(&fonts->sets[kind], kind, arena, &fonts->options, diags)) {
        hui_fonts_free(fonts);
        return NULL;
    }
    fonts->draw = hui_outline_funcs();
    return fonts;
}

void hui_fonts_free(hui_fonts *fonts)
{
    if (!fonts)
        return;
    for (size_t i = 0; i < fonts->faces.count; i++) {
        hb_font_destroy(fonts->faces.at[i]->outlines);
        cairo_font_face_destroy(fonts->faces.at[i]->cairo);
    }
    for (size_t i = 0; i < fonts->chosen.count; i++)
        g_object_unref(fonts->chosen.at[i].pango);
    for (size_t i = 0; i < HUI_FONT_SET_COUNT; i++)
        hui_font_set_close(&fonts->sets[i]);
    hb_draw_funcs_destroy(fonts->draw);
    hui_text_cache_free(fonts->texts);
    hui_arena_free(fonts->arena);
}

size_t hui_fonts_count(hui_fonts *fonts)
{
    list_entries(fonts);
    return fonts->entries.count;
}

const char *hui_fonts_family(const hui_fonts *fonts, size_t index)
{
    assert(index < fonts->entries.count);
    return fonts->entries.at[index].family;
}

const char *hui_fonts_style(const hui_fonts *fonts, size_t index)
{
    assert(index < fonts->entries.count);
    return fonts->entries.at[index].style;
}

const char *hui_fonts_file(const hui_fonts *fonts, size_t index)
{
    assert(index < fonts->entries.count);
    return fonts->entries.at[index].file;
}

/* A name in a list of families. */
typedef struct family_name {
    const char *at;
    size_t length;
} family_name;

static bool is_named(family_name name, const char *family)
{
    return strlen(family) == name.length && strncasecmp(family, name.at, name.length) == 0;
}

static bool has_name(void *closure, const FcPattern *font)
{
    return is_named(*(const family_name *)closure, hui_pattern_string(font, FC_FAMILY, ""));
}

/* The next name of a list; of no length after the last. */
static family_name next_name(const char **families)
{
    const char *at = *families + strspn(*families, ", ");
    const family_name name = {at, strcspn(at, ",")};
    *families = at + name.length;
    return name;
}

/* The bundled families need not be open to be there. */
bool hui_fonts_has_family(const hui_fonts *fonts, const char *families)
{
    static const char *const bundled[] = {"Huibao Sans", "Huibao Latin", dejavu};
    for (family_name name = next_name(&families); name.length > 0; name = next_name(&families)) {
        for (size_t i = 0; i < sizeof bundled / sizeof *bundled; i++)
            if (is_named(name, bundled[i]))
                return true;
        if (hui_font_set_any(&fonts->sets[primary_kind(fonts)], has_name, &name))
            return true;
    }
    return false;
}

hui_text_cache *hui_fonts_texts(hui_fonts *fonts)
{
    return fonts->texts;
}

bool hui_fonts_fixed(const hui_fonts *fonts)
{
    return fonts->fixed;
}

static bool asks_for_dejavu(const char *families)
{
    for (family_name name = next_name(&families); name.length > 0; name = next_name(&families))
        if (is_named(name, dejavu))
            return true;
    return false;
}

static bool has_character(void *closure, const FcPattern *font)
{
    FcCharSet *characters;
    return FcPatternGetCharSet(font, FC_CHARSET, 0, &characters) == FcResultMatch &&
           FcCharSetHasChar(characters, *(const uint32_t *)closure);
}

static bool has_text(const hui_font_set *set, const char *text)
{
    while (*text) {
        uint32_t code = hui_utf8_next(&text);
        if (code >= 0x7F && !hui_font_set_any(set, has_character, &code))
            return false;
    }
    return true;
}

PangoContext *hui_fonts_context(hui_fonts *fonts, const char *families, const char *text)
{
    hui_font_set_kind kind = HUI_FONT_SET_TEXT;
    if (families && asks_for_dejavu(families))
        kind = has_text(open_set(fonts, HUI_FONT_SET_CHART), text) ? HUI_FONT_SET_CHART : HUI_FONT_SET_ALL;
    return hui_font_set_context(open_set(fonts, kind));
}

static hui_font *add_face(hui_fonts *fonts)
{
    hui_font *font = HUI_NEW(fonts->arena, hui_font);
    font->id = (unsigned)fonts->faces.count;
    *hui_vec_push(fonts->arena, &fonts->faces) = font;
    return font;
}

const hui_font *hui_fonts_fixed_face(hui_fonts *fonts, int weight)
{
    for (size_t i = 0; i < fonts->faces.count; i++)
        if (fonts->faces.at[i]->weight == weight)
            return fonts->faces.at[i];
    hui_font *font = add_face(fonts);
    font->name = font->family = "fixed";
    font->weight = weight;
    return font;
}

/* Made from file and index alone, so that every size shares one Cairo face and a PDF embeds it once. */
static cairo_font_face_t *make_cairo_face(const char *file, int index)
{
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FILE, (const FcChar8 *)file);
    FcPatternAddInteger(pattern, FC_INDEX, index);
    FcPatternAddBool(pattern, FC_HINTING, FcFalse);
    cairo_font_face_t *face = cairo_ft_font_face_create_for_pattern(pattern);
    FcPatternDestroy(pattern);
    return face;
}

static hui_font *make_face(hui_fonts *fonts, PangoFont *pango)
{
    const FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(pango));
    const char *file = hui_pattern_string(pattern, FC_FILE, "");
    int index = hui_pattern_integer(pattern, FC_INDEX, 0);
    for (size_t i = 0; i < fonts->faces.count; i++)
        if (fonts->faces.at[i]->index == index && strcmp(fonts->faces.at[i]->file, file) == 0)
            return fonts->faces.at[i];
    hui_font *font = add_face(fonts);
    font->file = hui_arena_string(fonts->arena, file);
    font->index = index;
    font->name = hui_arena_string(fonts->arena, hui_pattern_string(pattern, FC_POSTSCRIPT_NAME, "unnamed"));
    font->family = hui_arena_string(fonts->arena, hui_pattern_string(pattern, FC_FAMILY, "sans-serif"));
    font->weight = pattern_weight(pattern);
    font->slanted = hui_pattern_integer(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
    font->cairo = make_cairo_face(file, index);
    hb_face_t *face = hb_font_get_face(pango_font_get_hb_font(pango));
    font->outlines = hb_font_create(face);
    font->units = (double)hb_face_get_upem(face);
    font->draw = fonts->draw;
    return font;
}

const hui_font *hui_fonts_face(hui_fonts *fonts, PangoFont *pango)
{
    for (size_t i = 0; i < fonts->chosen.count; i++)
        if (fonts->chosen.at[i].pango == pango)
            return fonts->chosen.at[i].font;
    hui_font *font = make_face(fonts, pango);
    *hui_vec_push(fonts->arena, &fonts->chosen) = (chosen){g_object_ref(pango), font};
    return font;
}

unsigned hui_font_id(const hui_font *font)
{
    return font->id;
}

const char *hui_font_name(const hui_font *font)
{
    return font->name;
}

int hui_font_weight(const hui_font *font)
{
    return font->weight;
}

const char *hui_font_family(const hui_font *font)
{
    return font->family;
}

bool hui_font_slanted(const hui_font *font)
{
    return font->slanted;
}

hb_face_t *hui_font_hb_face(const hui_font *font)
{
    return font->outlines ? hb_font_get_face(font->outlines) : NULL;
}

double hui_font_advance(const hui_font *font, uint32_t glyph)
{
    return font->outlines ? hb_font_get_glyph_h_advance(font->outlines, glyph) / font->units : 0;
}

uint32_t hui_font_glyph(const hui_font *font, uint32_t code)
{
    hb_codepoint_t glyph = 0;
    return font->outlines && hb_font_get_nominal_glyph(font->outlines, code, &glyph) ? glyph : 0;
}

void *hui_font_cairo_face(const hui_font *font)
{
    return font->cairo;
}

void hui_font_outline(const hui_font *font, uint32_t glyph, double size, hui_path *path)
{
    if (!font->outlines)
        return;
    size_t first = path->point_count;
    hui_outline_add(font->draw, font->outlines, glyph, path);
    double scale = size / font->units;
    for (size_t i = first; i < path->point_count; i++) {
        path->points[i].x *= scale;
        path->points[i].y *= -scale;
    }
}
