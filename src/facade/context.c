/* Contexts: fonts and icons, opened once and shared by documents. */
#include "facade/context.h"
#include "facade/print.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>

const char *hui_version(void)
{
    return HUI_VERSION;
}

void hui_free(void *returned)
{
    free(returned);
}

/* Pango makes a thread read the system's configuration and fonts as soon as it makes a font map, though ours has a
 * configuration of its own. */
static void claim_fontconfig(void)
{
    FcConfig *empty = FcConfigCreate();
    if (!empty)
        return;
    FcConfigSetCurrent(empty);
    FcConfigDestroy(empty);
}

hui_context *hui_context_new(const hui_context_options *options)
{
    static const hui_context_options defaults;
    if (!options)
        options = &defaults;
    hui_arena *arena = hui_arena_new();
    hui_context *context = HUI_NEW(arena, hui_context);
    context->arena = arena;
    const char **folders = HUI_NEW_ARRAY(arena, const char *, options->font_folder_count);
    for (size_t i = 0; i < options->font_folder_count; i++)
        folders[i] = hui_arena_string(arena, options->font_folders[i]);
    context->options = (hui_fonts_options){
        .folder = options->fonts_folder ? hui_arena_string(arena, options->fonts_folder) : NULL,
        .extra_folders = folders,
        .extra_count = options->font_folder_count,
        .system = options->system_fonts,
        .fixed = options->fixed_metrics,
    };
    if (options->claim_fontconfig)
        claim_fontconfig();
    return context;
}

void hui_context_free(hui_context *context)
{
    if (!context)
        return;
    if (context->icons)
        hui_icons_free(context->icons);
    hui_path_memo_free(context->paths);
    hui_print_close(context->print_file);
    hui_fonts_free(context->fonts);
    hui_fonts_free(context->chart_fonts);
    hui_arena_free(context->spare);
    hui_png_room_finish(&context->png_room);
    hui_arena_free(context->arena);
}

bool hui_context_prepare(hui_context *context)
{
    hui_arena *arena = hui_arena_new();
    hui_diags *diags = hui_diags_new(arena);
    const bool done = hui_context_fonts(context, diags) && hui_context_chart_fonts(context, diags);
    hui_context_icons(context);
    hui_arena_free(arena);
    return done;
}

hui_fonts *hui_context_fonts(hui_context *context, hui_diags *diags)
{
    if (!context->fonts)
        context->fonts = hui_fonts_new(&context->options, diags);
    return context->fonts;
}

hui_fonts *hui_context_chart_fonts(hui_context *context, hui_diags *diags)
{
    hui_fonts_options options = context->options;
    options.charts = true;
    if (!context->chart_fonts)
        context->chart_fonts = hui_fonts_new(&options, diags);
    return context->chart_fonts;
}

hui_icons *hui_context_icons(hui_context *context)
{
    if (!context->icons)
        context->icons =
            hui_icons_new(context->options.folder ? context->options.folder : hui_fonts_folder(context->arena));
    return context->icons;
}

hui_path_memo *hui_context_paths(hui_context *context)
{
    if (!context->paths)
        context->paths = hui_path_memo_new();
    return context->paths;
}
