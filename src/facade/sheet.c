/* Sheets: a spec's JSON is told apart, read and drawn, one call per stage. */
#include "facade/sheet.h"

#include "chart/chart.h"
#include "lint/lint.h"
#include "model/poster.h"
#include "panel/panel.h"
#include "scale/scale.h"

#include <string.h>

bool hui_sheet_is_chart(const hui_json *root, const char *name)
{
    static const char suffix[] = ".vl.json";
    const size_t length = strlen(name), end = sizeof suffix - 1;
    if (length > end && !strcmp(name + length - end, suffix))
        return true;
    const hui_json *schema = hui_json_find(root, "$schema");
    return schema && schema->kind == HUI_JSON_STRING && strstr(schema->string, "vega-lite");
}

/* As the pages of posters are at most. */
static const double most_px = 200000;

static bool check_size(hui_arena *arena, const hui_picture *picture, const hui_json *root, hui_diags *diags)
{
    if (picture->width <= most_px && picture->height <= most_px)
        return true;
    hui_place place = hui_json_place(arena, root);
    place.length = 1;
    hui_diags_add(diags, HUI_CODE_PAGE_SIZE, place, "give it less width, height or step, or fewer plots",
                  hui_arena_printf(arena, "the chart is %.0f × %.0f px; at most %.0f are drawn", picture->width,
                                   picture->height, most_px));
    return false;
}

static hui_sheet draw_chart(hui_arena *arena, hui_context *context, const hui_json *root, const hui_files *files,
                            const hui_document_options *options, hui_monitor *monitor, hui_diags *diags)
{
    hui_fonts *fonts = hui_context_chart_fonts(context, diags);
    hui_sheet sheet = {.fonts = fonts};
    if (!fonts)
        return sheet;
    const hui_chart_options how = {
        .fonts = fonts,
        .lang = "en",
        .source = {.load = hui_files_load, .closure = (void *)files},
        .lenient = options->lenient,
    };
    if (!hui_monitor_end(monitor) || !hui_monitor_begin(monitor, HUI_STAGE_BUILD, 1))
        return sheet;
    const hui_chart *chart = hui_chart_new(arena, root, &how, diags);
    if (!hui_monitor_end(monitor))
        return sheet;
    hui_diags_sort(diags);
    if (!chart || diags->error_count > 0 || !check_size(arena, chart->picture, root, diags))
        return sheet;
    hui_scene *scene = hui_scene_new(arena, chart->picture->width, chart->picture->height);
    scene->title = chart->title;
    scene->description = chart->picture->description;
    scene->lang = how.lang;
    hui_picture_draw(chart->picture, chart->labels, scene, 0, 0, 1, NULL);
    sheet.scene = sheet.press = scene;
    sheet.title = chart->title;
    sheet.picture = chart->picture;
    return sheet;
}

static void release_fonts(void *fonts)
{
    hui_fonts_free(fonts);
}

/* The context's fonts, or a set of the document's own if its spec brings fonts along. */
static hui_fonts *open_fonts(hui_arena *arena, hui_context *context, const hui_list *list, hui_diags *diags)
{
    if (list->count == 0 || context->options.fixed)
        return hui_context_fonts(context, diags);
    hui_fonts_options options = context->options;
    const char **folders = HUI_NEW_ARRAY(arena, const char *, list->count + options.extra_count);
    for (size_t i = 0; i < list->count; i++)
        folders[i] = ((const hui_string *)list->at)[i].text;
    for (size_t i = 0; i < options.extra_count; i++)
        folders[list->count + i] = options.extra_folders[i];
    options.extra_folders = folders;
    options.extra_count += list->count;
    hui_fonts *fonts = hui_fonts_new(&options, diags);
    if (fonts)
        hui_arena_on_free(arena, release_fonts, fonts);
    return fonts;
}

static bool icon_exists(void *closure, const char *name)
{
    (void)closure;
    return hui_icon_exists(name);
}

static const char *icon_nearest(void *closure, const char *name)
{
    (void)closure;
    return hui_icon_nearest(name);
}

static const hui_color *find_scheme(hui_arena *arena, const char *name, size_t *count)
{
    hui_scheme scheme;
    if (!hui_scheme_find(arena, name, &scheme) || !scheme.categorical)
        return NULL;
    *count = scheme.count;
    return scheme.colors;
}

static hui_read_options read_options(hui_template_use *use, const hui_theme *colors)
{
    const hui_document_options *options = &use->template->options;
    return (hui_read_options){
        .kinds = hui_panel_kinds,
        .kind_count = hui_panel_kind_count,
        .theme = options->theme,
        .colors = colors,
        .lenient = options->lenient,
        .read_file = hui_template_include,
        .file_closure = use,
        .find_table = hui_template_chart_table,
        .monitor = use->monitor,
        .table_closure = use,
        .icon_exists = icon_exists,
        .icon_nearest = icon_nearest,
        .find_scheme = find_scheme,
        .nearest_scheme = hui_scheme_nearest,
    };
}

static hui_sheet draw_poster(hui_arena *arena, hui_context *context, const hui_json *root, const hui_files *files,
                             hui_template_use *use, const hui_theme *colors, hui_diags *diags)
{
    hui_sheet sheet = {0};
    const hui_read_options how = read_options(use, colors);
    const hui_poster *poster = hui_poster_read(arena, root, files, &how, diags);
    if (!hui_monitor_end(use->monitor) || !poster || diags->error_count > 0)
        return sheet;
    sheet.ignored = diags->ignored = poster->lint ? poster->lint->ignore : 0;
    sheet.title = poster->title.text;
    sheet.paper_width = poster->page.paper_width;
    sheet.print = poster->print;
    sheet.theme = poster->theme;
    sheet.paper_height = poster->page.paper_height;
    hui_fonts *fonts = open_fonts(arena, context, &poster->fonts, diags);
    if (!fonts)
        return sheet;
    const hui_poster_scenes scenes = hui_poster_draw(arena, poster, fonts, hui_context_icons(context), diags);
    sheet.fonts = fonts;
    if (diags->error_count > 0 || hui_monitor_is_cancelled(use->monitor))
        return sheet;
    sheet.scene = scenes.screen;
    sheet.press = scenes.press;
    hui_lint_run(arena,
                 &(hui_lint_request){.pages = scenes.screen,
                                     .rules = HUI_LINT_CERTAIN & ~sheet.ignored,
                                     .place = hui_json_place(arena, root)},
                 diags);
    hui_lint_settle(arena, scenes.screen, diags);
    return sheet;
}

hui_sheet hui_sheet_new(hui_arena *arena, hui_context *context, const hui_json *root, hui_template_use *use,
                        const hui_theme *colors, hui_diags *diags)
{
    const hui_files *files = &use->files;
    if (!hui_monitor_begin(use->monitor, HUI_STAGE_READ, 0))
        return (hui_sheet){0};
    return hui_sheet_is_chart(root, files->name)
               ? draw_chart(arena, context, root, files, &use->template->options, use->monitor, diags)
               : draw_poster(arena, context, root, files, use, colors, diags);
}

size_t hui_sheet_page_count(const hui_sheet *sheet)
{
    size_t count = 0;
    for (const hui_scene *scene = sheet->scene; scene; scene = scene->next)
        count++;
    return count;
}

const hui_scene *hui_sheet_page(const hui_sheet *sheet, size_t number)
{
    const hui_scene *scene = sheet->scene;
    while (scene && number > 1) {
        scene = scene->next;
        number--;
    }
    return scene;
}

/* A copy of one page that leads to no other. */
static hui_scene lone_page(const hui_scene *scene, size_t number)
{
    while (number-- > 1)
        scene = scene->next;
    hui_scene page = *scene;
    page.next = NULL;
    return page;
}

/* Pages that are asked for without a number, one by one. */
static bool write_each(const hui_scene *scene, const hui_backend *backend, const hui_write_options *options,
                       const hui_sink *sink, hui_diags *diags)
{
    bool written = true;
    for (; scene && written; scene = scene->next)
        written = backend->write(scene, options, sink, diags);
    return written;
}

static bool dump_picture(const hui_picture *picture, const hui_sink *sink)
{
    hui_buffer text = {0};
    hui_picture_dump(picture, &text);
    const bool written = sink->write(sink->closure, text.bytes, text.size);
    hui_buffer_finish(&text);
    return written;
}

bool hui_sheet_write(const hui_sheet *sheet, size_t page, const hui_backend *backend, const hui_write_options *options,
                     const hui_sink *sink, hui_diags *diags)
{
    const bool is_dump = !strcmp(backend->name, "dump");
    const hui_scene *scene = !strcmp(backend->name, "pdf") ? sheet->press : sheet->scene;
    if (is_dump && sheet->picture)
        return dump_picture(sheet->picture, sink);
    if (page > 0) {
        const hui_scene lone = lone_page(scene, page);
        return backend->write(&lone, options, sink, diags);
    }
    return is_dump ? write_each(scene, backend, options, sink, diags) : backend->write(scene, options, sink, diags);
}
