/* Documents: a spec becomes a scene, one call per stage, and the scene is rendered. */
#include "backend/backend.h"
#include "backend/opaque.h"
#include "backend/png_quantize.h"
#include "facade/document.h"
#include "facade/print.h"
#include "facade/output.h"
#include "facade/sheet.h"
#include "facade/status.h"
#include "model/paper.h"
#include "print/print.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

struct hui_document {
    hui_arena *arena;
    hui_context *context;
    hui_diags *diags;
    const hui_json *root; /* with `use`, for drawing the spec once more in other colours */
    hui_template_use *use;
    hui_sheet sheet, dark;
    const hui_theme *dark_theme; /* of `dark`; NULL: that is not drawn */
    hui_status status;
};

/* What a context keeps of a document's memory for the next. */
enum { SPARE_BYTES = 16 * 1024 * 1024 };

static hui_document *document_new(hui_context *context)
{
    assert(context);
    hui_arena *arena = context->spare ? context->spare : hui_arena_new();
    context->spare = NULL;
    hui_document *document = HUI_NEW(arena, hui_document);
    document->arena = arena;
    document->context = context;
    document->diags = hui_diags_new(arena);
    return document;
}

static hui_status raise_status(hui_document *document, hui_status status)
{
    if (status > document->status)
        document->status = status;
    return status;
}

/* NULL: nobody asks. */
static hui_monitor *monitor_new(hui_document *document, hui_progress *progress, void *closure)
{
    if (!progress)
        return NULL;
    hui_monitor *monitor = HUI_NEW(document->arena, hui_monitor);
    *monitor = (hui_monitor){.tell = progress, .closure = closure};
    return monitor;
}

/* False after a diagnostic. */
static bool may_use(const hui_context *context, const hui_template *template, hui_diags *diags)
{
    if (!template->options.untrusted || !context->options.system)
        return true;
    hui_diags_add(diags, HUI_CODE_UNTRUSTED, (hui_place){0}, "leave the system's fonts out of the context",
                  "an untrusted spec is not drawn with the system's fonts");
    return false;
}

/* Draws a template with a row (NULL: none). */
static hui_document *draw(hui_document *document, const hui_template *template, const hui_row *row)
{
    hui_template_use *use = HUI_NEW(document->arena, hui_template_use);
    if (document->diags != template->diags)
        document->diags->budget = hui_budget_copy(document->arena, template->diags->budget);
    const hui_json *root = hui_template_fill(use, template, row, document->arena, document->diags);
    document->root = root;
    document->use = use;
    use->monitor = monitor_new(document, template->options.progress, template->options.progress_closure);
    if (root && may_use(document->context, template, document->diags))
        document->sheet = hui_sheet_new(document->arena, document->context, root, use, NULL, document->diags);
    document->status =
        hui_monitor_is_cancelled(use->monitor) ? HUI_STATUS_CANCELLED : hui_diags_status(document->diags, 0);
    return document;
}

/* A template that is the document's own, for a spec to be read. */
static hui_template *template_new(hui_document *document, hui_files files, const hui_document_options *options)
{
    hui_template *template = HUI_NEW(document->arena, hui_template);
    hui_template_init(template, document->arena, document->diags, files, options);
    return template;
}

hui_document *hui_document_read_file(hui_context *context, const char *path, const hui_document_options *options)
{
    hui_document *document = document_new(context);
    hui_template *template = template_new(document, hui_files_of_path(document->arena, path), options);
    hui_template_plan_file(template, path);
    return draw(document, template, NULL);
}

hui_document *hui_document_read(hui_context *context, const char *name, const void *bytes, size_t size,
                                const char *folder, const hui_document_options *options)
{
    hui_document *document = document_new(context);
    hui_template *template = template_new(document, hui_files_of_text(document->arena, name, folder), options);
    hui_template_plan_text(template, bytes, size);
    return draw(document, template, NULL);
}

hui_document *hui_document_from_template(hui_context *context, const hui_template *template, const hui_row *row)
{
    assert(template);
    hui_document *document = document_new(context);
    for (size_t i = 0; i < template->diags->count; i++)
        hui_diags_copy(document->diags, &template->diags->at[i]);
    return draw(document, template, row);
}

void hui_document_free(hui_document *document)
{
    if (!document)
        return;
    hui_context *context = document->context;
    hui_arena *arena = document->arena;
    if (context->spare) {
        hui_arena_free(arena);
        return;
    }
    hui_arena_clear(arena, SPARE_BYTES);
    context->spare = arena;
}

hui_status hui_document_status(const hui_document *document)
{
    return document->status;
}

hui_context *hui_document_context(const hui_document *document)
{
    return document->context;
}

const char *hui_document_name(const hui_document *document)
{
    return document->use->files.name;
}

const hui_scene *hui_document_press(const hui_document *document)
{
    return document->sheet.press;
}

const hui_sheet *hui_document_sheet(const hui_document *document)
{
    return &document->sheet;
}

hui_place hui_document_place(hui_arena *arena, const hui_document *document)
{
    hui_place place = document->root ? hui_json_place(arena, document->root) : (hui_place){0};
    place.length = 1;
    return place;
}

size_t hui_document_diagnostic_count(const hui_document *document)
{
    return document->diags->count;
}

const hui_diagnostic *hui_document_diagnostic(const hui_document *document, size_t index)
{
    assert(index < document->diags->count);
    return &document->diags->at[index];
}

const char *hui_document_title(const hui_document *document)
{
    return document->sheet.title;
}

size_t hui_document_file_count(const hui_document *document)
{
    return document->use->files.named->count;
}

const char *hui_document_file(const hui_document *document, size_t index)
{
    assert(index < document->use->files.named->count);
    return document->use->files.named->at[index];
}

double hui_document_width(const hui_document *document)
{
    return document->sheet.scene ? document->sheet.scene->width : 0;
}

double hui_document_height(const hui_document *document)
{
    return document->sheet.scene ? document->sheet.scene->height : 0;
}

size_t hui_document_page_count(const hui_document *document)
{
    return hui_sheet_page_count(&document->sheet);
}

static bool ends_with(const char *text, const char *suffix)
{
    size_t length = strlen(text), end = strlen(suffix);
    return length > end && strcmp(text + length - end, suffix) == 0;
}

/* What `options` ask for: NULL after a diagnostic. `name` is the target's. */
static const hui_backend *choose_backend(hui_document *document, const char *name, const hui_render_options *options)
{
    if (!options->format) {
        for (size_t i = 0; i < hui_backend_count; i++)
            if (name && ends_with(name, hui_backends[i].suffix))
                return &hui_backends[i];
        return &hui_backends[0];
    }
    const hui_backend *backend = hui_backend_find(options->format);
    if (!backend)
        hui_diags_add(document->diags, HUI_CODE_UNKNOWN_VALUE, (hui_place){0}, NULL, options->format, "format");
    return backend;
}

/* Stores the index of `word`, of the first if it is NULL; false after a diagnostic. */
static bool choose_word(hui_document *document, const char *const *words, const char *word, const char *option,
                        size_t *index)
{
    size_t count = 0;
    for (*index = SIZE_MAX; words[count]; count++)
        if (*index == SIZE_MAX && (!word || strcmp(words[count], word) == 0))
            *index = count;
    if (*index == SIZE_MAX)
        hui_diags_add(document->diags, HUI_CODE_UNKNOWN_VALUE, (hui_place){0},
                      hui_word_hint(document->arena, word, words, count), word, option);
    return *index != SIZE_MAX;
}

static const hui_theme *find_theme(hui_document *document, const char *name)
{
    const hui_theme *theme = hui_theme_find(name);
    const char **names = HUI_NEW_ARRAY(document->arena, const char *, hui_theme_count);
    for (size_t i = 0; i < hui_theme_count; i++)
        names[i] = hui_themes[i]->name;
    if (!theme)
        hui_diags_add(document->diags, HUI_CODE_UNKNOWN_THEME, (hui_place){0},
                      hui_word_hint(document->arena, name, names, hui_theme_count), name);
    return theme;
}

/* Draws the spec in the colours of the theme too; false after a diagnostic, or if it was cancelled. Warnings are those of drawing it in its own. */
static bool draw_dark(hui_document *document, const char *name, hui_monitor *monitor)
{
    if (document->sheet.picture) {
        hui_diags_add(document->diags, HUI_CODE_BAD_DARK, (hui_place){0},
                      "put it into a poster, as a panel of type chart",
                      "a chart by itself has no theme, and so no dark look");
        return false;
    }
    const hui_theme *theme = find_theme(document, name);
    if (!theme || theme == document->dark_theme)
        return theme != NULL;
    hui_diags *diags = hui_diags_new(document->arena);
    diags->budget = hui_budget_copy(document->arena, document->diags->budget);
    document->use->monitor = monitor;
    document->dark_theme = NULL;
    document->dark = hui_sheet_new(document->arena, document->context, document->root, document->use, theme, diags);
    if (hui_monitor_is_cancelled(monitor))
        return false;
    document->dark_theme = theme;
    return true;
}

/* False after a diagnostic. */
static bool translate_dark(hui_document *document, const hui_render_options *options, hui_write_options *write)
{
    if (!options->svg_dark)
        return true;
    if (!draw_dark(document, options->svg_dark, write->monitor))
        return false;
    write->svg_dark = hui_sheet_page(&document->dark, (size_t)options->page);
    if (!write->svg_dark)
        hui_diags_add(document->diags, HUI_CODE_BAD_DARK, (hui_place){0}, NULL,
                      "the spec cannot be drawn in the dark theme");
    return write->svg_dark != NULL;
}

/* False after a diagnostic. */
static bool translate_svg(hui_document *document, const hui_render_options *options, hui_write_options *write)
{
    static const char *const modes[] = {[HUI_SVG_HYBRID] = "hybrid",
                                        [HUI_SVG_OUTLINE] = "outline",
                                        [HUI_SVG_WEB] = "web",
                                        [HUI_SVG_TEXT] = "text",
                                        NULL};
    static const char *const sizes[] = {"fixed", "responsive", NULL};
    static const char *const icons[] = {"color", "currentcolor", NULL};
    size_t mode, size, icon;
    if (!choose_word(document, modes, options->svg_mode, "svg_mode", &mode) ||
        !choose_word(document, sizes, options->svg_size, "svg_size", &size) ||
        !choose_word(document, icons, options->svg_icons, "svg_icons", &icon))
        return false;
    write->svg_mode = (hui_svg_mode)mode;
    write->svg_current_color = icon == 1;
    write->svg_responsive = size == 1;
    write->svg_places = options->svg_places;
    if (options->svg_places) /* previews draw nearly the same again and again, as nobody else does */
        write->paths = hui_context_paths(document->context);
    return true;
}

/* False after a diagnostic. */
static bool check_colors(hui_document *document, int count)
{
    const char *fault = NULL;
    if (count != 0 && (count < 2 || count > HUI_QUANTIZE_MOST))
        hui_diags_add(document->diags, HUI_CODE_OUT_OF_RANGE, (hui_place){0}, "0 keeps all colours", "png_colors",
                      hui_arena_printf(document->arena, "between 2 and %d", HUI_QUANTIZE_MOST));
    else if (count != 0 && (fault = hui_quantize_fault()))
        hui_diags_add(document->diags, HUI_CODE_BAD_VALUE, (hui_place){0}, "install it, or keep all colours",
                      "png_colors", hui_arena_printf(document->arena, "cannot be had: %s", fault));
    else
        return true;
    return false;
}

/* False after a diagnostic. */
static bool translate(hui_document *document, const hui_render_options *options, hui_write_options *write)
{
    double scale = options->scale > 0 ? options->scale : options->dpi > 0 ? options->dpi / 96 : 1;
    *write = (hui_write_options){
        .scale = scale,
        .dpi = options->dpi,
        .threads = options->threads,
        .png_colors = options->png_colors,
        .png_room = &document->context->png_room,
        .id_prefix = options->id_prefix,
        .page_width = document->sheet.paper_width * 72 / 25.4,
        .page_height = document->sheet.paper_height * 72 / 25.4,
        .fonts = document->sheet.fonts,
        .monitor = monitor_new(document, options->progress, options->progress_closure),
    };
    if (!translate_svg(document, options, write) || !check_colors(document, options->png_colors))
        return false;
    if (!options->paper)
        return true;
    hui_paper paper;
    if (!hui_paper_read(document->arena, options->paper, &paper)) {
        hui_diags_add(document->diags, HUI_CODE_UNKNOWN_VALUE, (hui_place){0},
                      "papers are A0 to A6, B0 to B6, letter, legal, tabloid, or such as “600mm x 1800mm”",
                      options->paper, "paper");
        return false;
    }
    const double pt = paper.in_px ? 0.75 : 72 / 25.4;
    write->page_width = paper.width * pt;
    write->page_height = paper.height * pt;
    return true;
}

/* False after a diagnostic. */
static bool check_page(hui_document *document, int page)
{
    const int count = (int)hui_document_page_count(document);
    if (page >= 0 && page <= count)
        return true;
    hui_diags_add(document->diags, HUI_CODE_OUT_OF_RANGE, (hui_place){0}, NULL, "page",
                  hui_arena_printf(document->arena, "between 1 and %d", count));
    return false;
}

/* A sink around the caller's function that remembers why it failed. */
typedef struct target {
    hui_write *write;
    void *closure;
    bool failed;
    int reason;
} target;

static bool write_to_target(void *closure, const void *bytes, size_t size)
{
    target *to = closure;
    errno = 0;
    if (!to->failed && !to->write(to->closure, bytes, size)) {
        to->failed = true;
        to->reason = errno ? errno : EIO;
    }
    return !to->failed;
}

static hui_status cannot_write(hui_document *document, const char *name, int reason)
{
    char text[256] = "";
    strerror_r(reason, text, sizeof text);
    hui_diags_add(document->diags, HUI_CODE_CANNOT_WRITE, (hui_place){0}, NULL, name ? name : "the output", text);
    return raise_status(document, HUI_STATUS_SYSTEM);
}

/* PDF/X-1a knows no transparency. False after diagnostics, of all there is. */
static bool make_opaque(hui_document *document, hui_sheet *sheet, const hui_print_request *print)
{
    const size_t errors = document->diags->error_count;
    if (print->spec.standard & HUI_PRINT_X1A)
        sheet->press =
            hui_opaque_new(document->arena, sheet->press, print->spec.place, print->monitor, document->diags);
    return sheet->press && document->diags->error_count == errors;
}

/* What a print PDF is made from is not shown to anybody. */
static bool write_print(hui_document *document, size_t page, const hui_backend *backend, const hui_write_options *write,
                        const hui_print_request *print, const hui_sink *sink)
{
    hui_buffer plain = {0}, out = {0};
    hui_sheet sheet = document->sheet;
    const hui_sink to_plain = hui_sink_buffer(&plain);
    const bool written = make_opaque(document, &sheet, print) &&
                         hui_sheet_write(&sheet, page, backend, write, &to_plain, document->diags) &&
                         hui_monitor_begin(write->monitor, HUI_STAGE_PRINT, 0) &&
                         hui_print_convert(document->context, &plain, print, &out, document->diags) &&
                         hui_monitor_end(write->monitor) && sink->write(sink->closure, out.bytes, out.size);
    hui_buffer_finish(&plain);
    hui_buffer_finish(&out);
    return written;
}

static hui_status render(hui_document *document, const char *name, target *to, const hui_render_options *options)
{
    static const hui_render_options defaults;
    if (!options)
        options = &defaults;
    if (!document->sheet.scene)
        return document->status;
    hui_write_options write = {0};
    if (!check_page(document, options->page))
        return raise_status(document, HUI_STATUS_USAGE);
    const hui_backend *backend = choose_backend(document, name, options);
    const bool has_marks = document->sheet.press && document->sheet.press->marks;
    size_t first = document->diags->count;
    hui_print_request print;
    if (!backend || !translate(document, options, &write) ||
        (strcmp(backend->name, "svg") == 0 && !translate_dark(document, options, &write)))
        return hui_monitor_is_cancelled(write.monitor) ? HUI_STATUS_CANCELLED
                                                       : raise_status(document, HUI_STATUS_USAGE);
    if (!hui_print_request_read(document->arena, options, document->sheet.print, has_marks, &print, document->diags)) {
        const hui_status worst = hui_diags_status(document->diags, first); /* a profile may be out of reach */
        return raise_status(document, worst > HUI_STATUS_USAGE ? worst : HUI_STATUS_USAGE);
    }
    print.monitor = write.monitor;
    print.theme = document->sheet.theme;
    hui_sink sink = {write_to_target, to};
    bool written =
        !print.is_plain && strcmp(backend->name, "pdf") == 0
            ? write_print(document, (size_t)options->page, backend, &write, &print, &sink)
            : hui_sheet_write(&document->sheet, (size_t)options->page, backend, &write, &sink, document->diags);
    if (hui_monitor_is_cancelled(write.monitor))
        return HUI_STATUS_CANCELLED;
    if (to->failed)
        return cannot_write(document, name, to->reason);
    hui_status status = hui_diags_status(document->diags, first);
    if (!written && status == HUI_STATUS_OK)
        return cannot_write(document, name, EIO);
    return raise_status(document, status);
}

hui_status hui_document_render(hui_document *document, const char *name, hui_write *write, void *closure,
                               const hui_render_options *options)
{
    return render(document, name, &(target){.write = write, .closure = closure}, options);
}

static bool write_to_buffer(void *closure, const void *bytes, size_t size)
{
    hui_buffer_add(closure, bytes, size);
    return true;
}

hui_status hui_document_render_memory(hui_document *document, const hui_render_options *options, void **bytes,
                                      size_t *size)
{
    hui_buffer buffer = {0};
    hui_status status = render(document, NULL, &(target){.write = write_to_buffer, .closure = &buffer}, options);
    if (status != HUI_STATUS_OK)
        hui_buffer_finish(&buffer);
    *bytes = buffer.bytes;
    *size = buffer.size;
    return status;
}

hui_status hui_document_render_file(hui_document *document, const char *path, const hui_render_options *options)
{
    if (!document->sheet.scene)
        return document->status;
    hui_output output;
    if (!hui_output_open(&output, path))
        return cannot_write(document, path, errno);
    hui_status status = render(document, path, &(target){.write = hui_output_write, .closure = &output}, options);
    if (status != HUI_STATUS_OK)
        hui_output_abandon(&output);
    else if (!hui_output_close(&output, options && options->sync))
        return cannot_write(document, path, errno);
    return status;
}

hui_status hui_document_render_sheet(hui_document *document, const hui_sheet *sheet, const char *path,
                                     const hui_render_options *options)
{
    const hui_sheet own = document->sheet;
    document->sheet = *sheet;
    const hui_status status = hui_document_render_file(document, path, options);
    document->sheet = own;
    return status;
}
