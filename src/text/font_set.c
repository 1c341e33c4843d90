/* Font sets: files are added to a configuration of our own, and Pango is told to look nowhere else. */
#include "text/font_set.h"

#include "text/font_files.h"

#include <cairo-ft.h>
#include <errno.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

const char *hui_pattern_string(const FcPattern *pattern, const char *object, const char *fallback)
{
    FcChar8 *value;
    return FcPatternGetString(pattern, object, 0, &value) == FcResultMatch ? (const char *)value : fallback;
}

int hui_pattern_integer(const FcPattern *pattern, const char *object, int fallback)
{
    int value;
    return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : fallback;
}

static size_t count_added(FcConfig *config)
{
    const FcFontSet *set = FcConfigGetFonts(config, FcSetApplication);
    return set ? (size_t)set->nfont : 0;
}

static bool list_files(hui_arena *arena, const char *folder, hui_font_files *files, hui_diags *diags)
{
    if (hui_font_files_list(arena, folder, files))
        return true;
    hui_diags_add(diags, HUI_CODE_BAD_FONT, (hui_place){0}, NULL, folder, strerror(errno));
    return false;
}

static bool add_file(FcConfig *config, const char *file, hui_diags *diags)
{
    const size_t before = count_added(config);
    if (FcConfigAppFontAddFile(config, (const FcChar8 *)file) && count_added(config) > before)
        return true;
    hui_diags_add(diags, HUI_CODE_BAD_FONT, (hui_place){0}, NULL, file, "it is not a font file");
    return false;
}

static bool add_folder(FcConfig *config, hui_arena *arena, const char *folder, hui_diags *diags)
{
    hui_font_files files;
    if (!list_files(arena, folder, &files, diags))
        return false;
    bool good = true;
    for (size_t i = 0; i < files.count; i++)
        good &= add_file(config, files.at[i], diags);
    return good;
}

static bool is_dejavu(const char *file)
{
    return !strncmp(strrchr(file, '/') + 1, "DejaVu", 6);
}

static bool has_dejavu(const hui_font_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        if (is_dejavu(files->at[i]))
            return true;
    return false;
}

/* A folder without DejaVu gives charts what it has. */
static bool add_bundled(FcConfig *config, hui_font_set_kind kind, hui_arena *arena, const char *folder,
                        hui_diags *diags)
{
    hui_font_files files;
    if (!list_files(arena, folder, &files, diags))
        return false;
    if (kind == HUI_FONT_SET_CHART && !has_dejavu(&files))
        kind = HUI_FONT_SET_ALL;
    bool good = true;
    for (size_t i = 0; i < files.count; i++)
        if (kind == HUI_FONT_SET_ALL || is_dejavu(files.at[i]) == (kind == HUI_FONT_SET_CHART))
            good &= add_file(config, files.at[i], diags);
    if (good && count_added(config) == 0) {
        hui_diags_add(diags, HUI_CODE_BAD_FONT, (hui_place){0}, NULL, folder, "there are no fonts in this folder");
        return false;
    }
    return good;
}

static bool add_files(FcConfig *config, hui_font_set_kind kind, hui_arena *arena, const hui_fonts_options *options,
                      hui_diags *diags)
{
    bool good = true;
    for (size_t i = 0; i < options->extra_count; i++)
        good &= add_folder(config, arena, options->extra_folders[i], diags);
    const char *bundled = options->folder ? options->folder : hui_fonts_folder(arena);
    if (bundled)
        return add_bundled(config, kind, arena, bundled, diags) && good;
    hui_diags_add(diags, HUI_CODE_BAD_FONT, (hui_place){0}, "set HUIBAO_FONTS to the folder of the bundled fonts",
                  "Huibao Sans", "its folder is not found");
    return false;
}

/* At 72 dpi a point is a pixel; without hints and rounding every format lays out alike. */
static void open_pango(hui_font_set *set)
{
    set->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(set->map), set->config);
    set->context = pango_font_map_create_context(set->map);
    pango_cairo_context_set_resolution(set->context, 72);
    pango_context_set_round_glyph_positions(set->context, FALSE);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options(set->context, options);
    cairo_font_options_destroy(options);
}

bool hui_font_set_open(hui_font_set *set, hui_font_set_kind kind, hui_arena *arena, const hui_fonts_options *options,
                       hui_diags *diags)
{
    const bool with_system = options->system && kind != HUI_FONT_SET_CHART;
    set->config = with_system ? FcInitLoadConfigAndFonts() : FcConfigCreate();
    return add_files(set->config, kind, arena, options, diags);
}

PangoContext *hui_font_set_context(hui_font_set *set)
{
    if (!set->context)
        open_pango(set);
    return set->context;
}

/* A thread of Pango's may still be sorting fonts for a layout that no longer needs them. It holds the map until it is
 * done, and to clear the map under it would be a race. A second is an age; whoever else holds the map never lets go. */
static void wait_for_sorting(PangoFontMap *map)
{
    const GObject *object = G_OBJECT(map);
    for (int i = 0; i < 10000 && g_atomic_int_get((const gint *)&object->ref_count) > 1; i++)
        g_usleep(100);
}

void hui_font_set_close(hui_font_set *set)
{
    if (set->context)
        g_object_unref(set->context);
    if (set->map) {
        wait_for_sorting(set->map);
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(set->map), NULL); /* Pango 1.50 would keep it for ever */
        g_object_unref(set->map);
    }
    if (set->config)
        FcConfigDestroy(set->config);
    *set = (hui_font_set){0};
}

bool hui_font_set_any(const hui_font_set *set, bool (*see)(void *closure, const FcPattern *font), void *closure)
{
    static const FcSetName names[] = {FcSetApplication, FcSetSystem};
    for (size_t s = 0; set->config && s < sizeof names / sizeof *names; s++) {
        const FcFontSet *fonts = FcConfigGetFonts(set->config, names[s]);
        for (int i = 0; fonts && i < fonts->nfont; i++)
            if (see(closure, fonts->fonts[i]))
                return true;
    }
    return false;
}
