/* Fonts: a private set of font files behind Pango, and the faces of it that were used. */
#include "text/fonts.h"

#include "base/vec.h"
#include "text/face.h"
#include "text/font_files.h"
#include "text/outline.h"

#include <assert.h>
#include <cairo-ft.h>
#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct hui_font {
    unsigned id;
    const char *file;
    int index; /* in its file */
    const char *name;
    int weight;
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
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    hb_draw_funcs_t *draw;
    HUI_VEC(entry) entries;
    HUI_VEC(hui_font *) faces;
    HUI_VEC(chosen) chosen;
};

static const char *pattern_string(const FcPattern *pattern, const char *object, const char *fallback)
{
    FcChar8 *value;
    return FcPatternGetString(pattern, object, 0, &value) == FcResultMatch ? (const char *)value : fallback;
}

static int pattern_integer(const FcPattern *pattern, const char *object, int fallback)
{
    int value;
    return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : fallback;
}

static int pattern_weight(const FcPattern *pattern)
{
    return FcWeightToOpenType(pattern_integer(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR));
}

static size_t count_added(FcConfig *config)
{
    const FcFontSet *set = FcConfigGetFonts(config, FcSetApplication);
    return set ? (size_t)set->nfont : 0;
}

static bool add_folder(hui_fonts *fonts, const char *folder, hui_diags *diags)
{
    hui_font_files files;
    if (!hui_font_files_list(fonts->arena, folder, &files)) {
        hui_diags_add(diags, HUI_CODE_BAD_FONT, (hui_place){0}, NULL, folder, strerror(errno));
        return false;
    }
    bool good = true;
    for (size_t i = 0; i < files.count; i++) {
        size_t before = count_added(fonts->config);
        if (!FcConfigAppFontAddFile(fonts->config, (const FcChar8 *)files.at[i]) ||
            count_added(fonts->config) == before) {
            hui_diags_add(diags, HUI_CODE_BAD_FONT, (hui_place){0}, NULL, files.at[i], "it is not a font file");
            good = false;
        }
    }
    return good;
}

static bool add_folders(hui_fonts *fonts, const hui_fonts_options *options, hui_diags *diags)
{
    bool good = true;
    for (size_t i = 0; i < options->extra_count; i++)
        good &= add_folder(fonts, options->extra_folders[i], diags);
    const char *bundled = options->folder ? options->folder : hui_fonts_folder(fonts->arena);
    if (!bundled) {
        hui_diags_add(diags, HUI_CODE_BAD_FONT, (hui_place){0}, "set HUIBAO_FONTS to the folder of the bundled fonts",
                      "Huibao Sans", "its folder is not found");
        return false;
    }
    good &= add_folder(fonts, bundled, diags);
    if (good && count_added(fonts->config) == 0) {
        hui_diags_add(diags, HUI_CODE_BAD_FONT, (hui_place){0}, NULL, bundled, "there are no fonts in this folder");
        return false;
    }
    return good;
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

static void list_entries(hui_fonts *fonts)
{
    static const FcSetName sets[] = {FcSetApplication, FcSetSystem};
    for (size_t s = 0; s < sizeof sets / sizeof *sets; s++) {
        const FcFontSet *set = FcConfigGetFonts(fonts->config, sets[s]);
        for (int i = 0; set && i < set->nfont; i++)
            *hui_vec_push(fonts->arena, &fonts->entries) = (entry){
                .family = pattern_string(set->fonts[i], FC_FAMILY, ""),
                .style = pattern_string(set->fonts[i], FC_STYLE, ""),
                .file = pattern_string(set->fonts[i], FC_FILE, ""),
                .weight = pattern_weight(set->fonts[i]),
            };
    }
    if (fonts->entries.count > 0)
        qsort(fonts->entries.at, fonts->entries.count, sizeof *fonts->entries.at, compare_entries);
}

/* At 72 dpi a point is a pixel; without hints and rounding every format lays out alike. */
static void open_pango(hui_fonts *fonts)
{
    fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), fonts->config);
    fonts->context = pango_font_map_create_context(fonts->map);
    pango_cairo_context_set_resolution(fonts->context, 72);
    pango_context_set_round_glyph_positions(fonts->context, FALSE);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options(fonts->context, options);
    cairo_font_options_destroy(options);
}

hui_fonts *hui_fonts_new(const hui_fonts_options *options, hui_diags *diags)
{
    hui_arena *arena = hui_arena_new();
    hui_fonts *fonts = HUI_NEW(arena, hui_fonts);
    fonts->arena = arena;
    fonts->fixed = options->fixed;
    if (fonts->fixed)
        return fonts;
    fonts->config = options->system ? FcInitLoadConfigAndFonts() : FcConfigCreate();
    if (!add_folders(fonts, options, diags)) {
        hui_fonts_free(fonts);
        return NULL;
    }
    fonts->draw = hui_outline_funcs();
    list_entries(fonts);
    open_pango(fonts);
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
    if (fonts->context)
        g_object_unref(fonts->context);
    if (fonts->map) {
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), NULL); /* Pango 1.50 would keep it for ever */
        g_object_unref(fonts->map);
    }
    if (fonts->config)
        FcConfigDestroy(fonts->config);
    hb_draw_funcs_destroy(fonts->draw);
    hui_arena_free(fonts->arena);
}

size_t hui_fonts_count(const hui_fonts *fonts)
{
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

static bool has_name(const hui_fonts *fonts, const char *name, size_t length)
{
    for (size_t i = 0; i < fonts->entries.count; i++)
        if (strlen(fonts->entries.at[i].family) == length &&
            strncasecmp(fonts->entries.at[i].family, name, length) == 0)
            return true;
    return false;
}

bool hui_fonts_has_family(const hui_fonts *fonts, const char *families)
{
    while (*families) {
        families += strspn(families, ", ");
        size_t length = strcspn(families, ",");
        if (has_name(fonts, families, length))
            return true;
        families += length;
    }
    return false;
}

bool hui_fonts_fixed(const hui_fonts *fonts)
{
    return fonts->fixed;
}

PangoContext *hui_fonts_context(hui_fonts *fonts)
{
    return fonts->context;
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
    font->name = "fixed";
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
    const char *file = pattern_string(pattern, FC_FILE, "");
    int index = pattern_integer(pattern, FC_INDEX, 0);
    for (size_t i = 0; i < fonts->faces.count; i++)
        if (fonts->faces.at[i]->index == index && strcmp(fonts->faces.at[i]->file, file) == 0)
            return fonts->faces.at[i];
    hui_font *font = add_face(fonts);
    font->file = hui_arena_string(fonts->arena, file);
    font->index = index;
    font->name = hui_arena_string(fonts->arena, pattern_string(pattern, FC_POSTSCRIPT_NAME, "unnamed"));
    font->weight = pattern_weight(pattern);
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
