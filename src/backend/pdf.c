/* PDF: the scenes as pages of vector drawings and real text, with metadata, outline, tags and links, by Cairo. */
#include "backend/pdf.h"

#include "backend/link.h"
#include "backend/paint.h"
#include "backend/pdf_marks.h"
#include "backend/pdf_pack.h"
#include "base/vec.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* No page may be wider or higher (ISO 32000-1, annex C.2): a longer poster is scaled down to it, and on paper, which has a
 * size to hold, the packing stretches the unit (section 14.11.2, UserUnit), which Cairo does not know. */
static const double largest_side = 14400;

/* Design px are CSS px, 96 to the inch. */
static const double pt_per_px = 0.75;

typedef struct pdf_page {
    double width, height; /* pt, trimmed */
    double scale;         /* pt per design px */
    double bleed, around; /* pt beyond the trimmed page: what is printed, and what there is of the sheet */
    double left, top;     /* pt, of the poster on the sheet */
    double unit;          /* what a pt stands for where paper is larger than any page: else 1 */
} pdf_page;

/* On paper the poster is as wide as the sheet, or as high if that makes it narrower, and stands in the middle. Without
 * paper (either side 0) the page takes the poster's own size. */
static pdf_page fit_page(const hui_scene *scene, const hui_write_options *options)
{
    const double ratio = scene->height / scene->width;
    pdf_page page = {.width = options->page_width, .height = options->page_height};
    if (!(page.width > 0) && !(page.height > 0))
        page.width = scene->width * pt_per_px;
    if (!(page.width > 0))
        page.width = page.height / ratio;
    if (!(page.height > 0))
        page.height = page.width * ratio;
    const double beyond = scene->marks ? scene->marks->offset + scene->marks->room : scene->bleed;
    const double around = 2 * beyond * fmin(page.width / scene->width, page.height / scene->height);
    const double shrink = fmin(1, largest_side / (fmax(page.width, page.height) + around));
    page.width *= shrink;
    page.height *= shrink;
    page.scale = fmin(page.width / scene->width, page.height / scene->height);
    page.bleed = scene->bleed * page.scale;
    page.around = beyond * page.scale;
    page.left = page.around + (page.width - scene->width * page.scale) / 2;
    page.top = page.around;
    page.unit = options->page_width > 0 || options->page_height > 0 ? 1 / shrink : 1;
    return page;
}

/* Where in the structure a piece of the scene is. */
typedef struct pdf_level {
    const char *tags[2]; /* opened by this level, outermost first; NULL: none */
    bool leaf;           /* the innermost tag holds content; Cairo 1.16 drops it where a tag holds tags too */
    bool inlined;        /* the innermost tag is part of a line of text */
    bool linked, artifact;
    bool continued, continues; /* its tags began on the page before, and go on on the next */
} pdf_level;

typedef struct pdf_writer {
    const hui_scene *first, *scene; /* pages: the first, and the one that is drawn */
    const hui_write_options *options;
    cairo_t *cr;
    cairo_surface_t *surface;
    pdf_page page; /* of `scene` */
    hui_arena *arena;
    hui_buffer attributes;
    HUI_VEC(pdf_level) levels;     /* open ones; the first is the document */
    HUI_VEC(const char *) alts;    /* of the figures so far */
    HUI_VEC(hui_pdf_sheet) sheets; /* of pages with bleed, marks or a unit */
} pdf_writer;

/* A quoted string in Cairo's tag attributes. URIs are ASCII (RFC 3986, section 2.1). */
static void add_uri(hui_buffer *out, const char *uri)
{
    hui_buffer_add_string(out, "uri='");
    for (; *uri; uri++) {
        const unsigned char c = (unsigned char)*uri;
        if (c <= ' ' || c >= 0x7F || c == '\'' || c == '\\')
            hui_buffer_printf(out, "%%%02X", c);
        else
            hui_buffer_add_char(out, *uri);
    }
    hui_buffer_add_char(out, '\'');
}

/* `number` is the page's, from 1. */
static void add_place(pdf_writer *w, int number, const hui_scene *scene, hui_rect bounds)
{
    const pdf_page page = fit_page(scene, w->options);
    hui_buffer *out = &w->attributes;
    hui_buffer_printf(out, "page=%d pos=[", number);
    hui_buffer_add_number(out, page.left + bounds.x * page.scale, 2);
    hui_buffer_add_char(out, ' ');
    hui_buffer_add_number(out, page.top + bounds.y * page.scale, 2);
    hui_buffer_add_char(out, ']');
}

static const hui_item *find_panel(const hui_scene *scene, const char *id)
{
    for (size_t i = 0; i < scene->count; i++) {
        const hui_item *item = &scene->items[i];
        if (item->kind == HUI_ITEM_GROUP && item->group.id && strcmp(item->group.id, id) == 0)
            return item;
    }
    return NULL;
}

/* False if there is no such panel. */
static bool add_panel_place(pdf_writer *w, const char *id)
{
    int number = 1;
    for (const hui_scene *scene = w->first; scene; scene = scene->next, number++) {
        const hui_item *panel = find_panel(scene, id);
        if (!panel)
            continue;
        add_place(w, number, scene, panel->bounds);
        return true;
    }
    return false;
}

/* False if there is nowhere to go. */
static bool add_target(pdf_writer *w, const char *target)
{
    w->attributes.size = 0;
    if (!target || !hui_link_is_safe(target))
        return false;
    if (target[0] != '#') {
        add_uri(&w->attributes, target);
        return true;
    }
    return add_panel_place(w, target + 1);
}

static pdf_level *find_innermost(const pdf_writer *w)
{
    return &w->levels.at[w->levels.count - 1];
}

static void begin_tag(pdf_writer *w, const char *tag, const char *attributes)
{
    pdf_level *level = find_innermost(w);
    level->tags[level->tags[0] ? 1 : 0] = tag;
    if (!level->continued)
        cairo_tag_begin(w->cr, tag, attributes);
}

static void begin_link(pdf_writer *w, const char *target)
{
    if (!add_target(w, target))
        return;
    begin_tag(w, CAIRO_TAG_LINK, w->attributes.bytes);
    find_innermost(w)->linked = find_innermost(w)->inlined = true;
}

/* The structure types of a role (ISO 32000-1, section 14.8.4). */
static void begin_role(pdf_writer *w, const hui_group *group)
{
    static const char *const headings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    pdf_level *level = find_innermost(w);
    switch (group->role) {
    case HUI_ROLE_NONE:
        return;
    case HUI_ROLE_ARTIFACT: /* Cairo 1.16 knows no such tag: left without any */
        level->artifact = true;
        return;
    case HUI_ROLE_LINK:
        if (!level->linked)
            begin_link(w, group->label);
        return;
    case HUI_ROLE_SECTION:
        begin_tag(w, "Sect", NULL);
        break;
    case HUI_ROLE_HEADING:
        begin_tag(w, headings[group->level < 1 ? 0 : group->level > 6 ? 5 : group->level - 1], NULL);
        break;
    case HUI_ROLE_PARAGRAPH:
        begin_tag(w, "P", NULL);
        break;
    case HUI_ROLE_LIST:
        begin_tag(w, "L", NULL);
        break;
    case HUI_ROLE_LIST_ITEM:
        begin_tag(w, "LI", NULL);
        begin_tag(w, "LBody", NULL);
        break;
    case HUI_ROLE_FIGURE:
        begin_tag(w, "Figure", NULL);
        *hui_vec_push(w->arena, &w->alts) = group->label;
        break;
    }
    level->inlined = group->role == HUI_ROLE_HEADING || group->role == HUI_ROLE_PARAGRAPH;
}

static bool has_links(const hui_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        for (size_t k = 0; k < lines->at[i].run_count; k++)
            if (lines->at[i].runs[k].link)
                return true;
    return false;
}

/* Whether no tag will begin inside the group. */
static bool is_leaf(const hui_scene *scene, const hui_item *group)
{
    const hui_item *const end = &scene->items[group->end];
    if (group->group.opacity < 1)
        return true; /* nothing inside is announced */
    for (const hui_item *item = group + 1; item < end; item++) {
        if (item->kind == HUI_ITEM_TEXT && has_links(item->text.lines))
            return false;
        if (item->kind != HUI_ITEM_GROUP)
            continue;
        if (item->group.role != HUI_ROLE_NONE)
            return false;
        if (item->group.opacity < 1)
            item = &scene->items[item->end];
    }
    return true;
}

static bool has_text(const hui_scene *scene, const hui_item *group)
{
    for (const hui_item *item = group; item < &scene->items[group->end]; item++)
        if (item->kind == HUI_ITEM_TEXT)
            return true;
    return false;
}

/* Content that stands among tags gets a tag of its own. */
static void begin_content(pdf_writer *w, bool leaf)
{
    pdf_level *level = find_innermost(w);
    if (level->leaf || level->inlined)
        return;
    begin_tag(w, "P", NULL);
    level->inlined = true;
    level->leaf = leaf;
}

/* What a level starts as: inside its parent, no tag of its own yet. */
static pdf_level *open_level(pdf_writer *w)
{
    pdf_level level = *find_innermost(w);
    level.tags[0] = level.tags[1] = NULL;
    level.continued = level.continues = false;
    pdf_level *opened = hui_vec_push(w->arena, &w->levels);
    *opened = level;
    return opened;
}

static void open_item(void *closure, const hui_item *item)
{
    pdf_writer *w = closure;
    pdf_level *level = open_level(w);
    if (level->artifact)
        return;
    if (item->kind == HUI_ITEM_TEXT) {
        begin_content(w, !has_links(item->text.lines));
        return;
    }
    level->continued = item->group.continued;
    level->continues = item->group.continues;
    begin_role(w, &item->group);
    if (level->tags[0])
        level->leaf = is_leaf(w->scene, item);
    else if (item->group.opacity < 1 && !level->artifact && has_text(w->scene, item))
        begin_content(w, true);
}

static void open_run(void *closure, const hui_run *run)
{
    pdf_writer *w = closure;
    pdf_level *level = open_level(w);
    if (level->artifact)
        return;
    if (run->link && !level->linked)
        begin_link(w, run->link);
    if (!level->leaf && !level->tags[0])
        begin_tag(w, "Span", NULL);
}

static void close_level(void *closure)
{
    pdf_writer *w = closure;
    const pdf_level *level = find_innermost(w);
    for (int i = 1; i >= 0; i--)
        if (level->tags[i] && !level->continues)
            cairo_tag_end(w->cr, level->tags[i]);
    w->levels.count--;
}

/* The headings of a page as bookmarks; `parents` are the last ones so far, by level. */
static void add_bookmarks(pdf_writer *w, int number, const hui_scene *scene, int parents[7])
{
    for (size_t i = 0; i < scene->count; i++) {
        const hui_item *item = &scene->items[i];
        if (item->kind != HUI_ITEM_GROUP || item->group.role != HUI_ROLE_HEADING || !item->group.label)
            continue;
        const int level = item->group.level < 1 ? 1 : item->group.level > 6 ? 6 : item->group.level;
        w->attributes.size = 0;
        add_place(w, number, scene, item->bounds);
        const int entry = cairo_pdf_surface_add_outline(w->surface, parents[level - 1], item->group.label,
                                                        w->attributes.bytes, CAIRO_PDF_OUTLINE_FLAG_OPEN);
        for (int k = level; k < 7; k++)
            parents[k] = entry;
    }
}

/* Headings as bookmarks, each below the last one of a lower level. */
static void add_outline(pdf_writer *w)
{
    int parents[7] = {[0] = CAIRO_PDF_OUTLINE_ROOT}, number = 1;
    for (const hui_scene *scene = w->first; scene; scene = scene->next)
        add_bookmarks(w, number++, scene, parents);
}

/* Never the time of day, so that the same spec gives the same bytes: the date reproducible builds agree on, if set
 * (https://reproducible-builds.org/specs/source-date-epoch/), or a fixed one. */
static void add_date(cairo_surface_t *surface)
{
    const char *const epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    long long seconds = epoch ? strtoll(epoch, &end, 10) : 0;
    if (!epoch || end == epoch || *end || seconds < 0 || seconds > 253402300799) /* the year 9999 */
        seconds = 946684800;                                                     /* 2000-01-01 */
    const time_t time = (time_t)seconds;
    struct tm parts;
    char date[32];
    strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&time, &parts));
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static void add_metadata(cairo_surface_t *surface, const hui_scene *scene)
{
    if (scene->title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene->title);
    if (scene->author)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, scene->author);
    if (scene->description)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, scene->description);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "huibao");
    add_date(surface);
}

/* What the packing adds to the page: boxes, and marks that Cairo cannot draw. */
static void add_sheet(pdf_writer *w)
{
    const hui_print_marks *marks = w->scene->marks;
    const pdf_page *page = &w->page;
    hui_pdf_sheet *sheet = hui_vec_push(w->arena, &w->sheets);
    *sheet = (hui_pdf_sheet){page->width, page->height, page->around, page->bleed, page->unit, NULL};
    if (marks)
        sheet->marks = hui_pdf_marks_new(w->arena, sheet, marks, page->scale);
}

/* Cairo's labels are strings; readers show them instead of counting. */
static void add_label(pdf_writer *w, int number)
{
    char label[16];
    snprintf(label, sizeof label, "%d", number);
    cairo_pdf_surface_set_page_label(w->surface, label);
}

/* The poster may be narrower than its sheet, or lower: the rest has its ground, up to the bleed. */
static void fill_bleed(const pdf_writer *w)
{
    const pdf_page *page = &w->page;
    const hui_color c = w->scene->ground;
    const double from = page->around - page->bleed;
    if (!(page->bleed > 0) || !c.a)
        return;
    cairo_rectangle(w->cr, from, from, page->width + 2 * page->bleed, page->height + 2 * page->bleed);
    cairo_set_source_rgb(w->cr, c.r / 255.0, c.g / 255.0, c.b / 255.0);
    cairo_fill(w->cr);
}

static void paint_page(pdf_writer *w)
{
    const hui_scene *scene = w->scene;
    const double bleed = scene->bleed;
    const hui_paint_hooks hooks = {w, open_item, open_run, close_level, w->options->monitor};
    const hui_rect all = {-bleed, -bleed, scene->width + 2 * bleed, scene->height + 2 * bleed};
    fill_bleed(w);
    cairo_save(w->cr);
    cairo_translate(w->cr, w->page.left, w->page.top);
    cairo_scale(w->cr, w->page.scale, w->page.scale);
    if (scene->marks && scene->marks->information) {
        const double beyond = scene->marks->offset + scene->marks->room;
        const hui_rect sheet = {-beyond, -beyond, scene->width + 2 * beyond, scene->height + 2 * beyond};
        hui_paint_scene(scene->marks->information, w->cr, sheet, HUI_PAINT_DOCUMENT, NULL);
    }
    cairo_rectangle(w->cr, all.x, all.y, all.w, all.h);
    cairo_clip(w->cr);
    hui_paint_scene(scene, w->cr, all, HUI_PAINT_DOCUMENT, &hooks);
    cairo_restore(w->cr);
    cairo_show_page(w->cr);
}

static void set_page(pdf_writer *w, const hui_scene *scene, int number)
{
    const pdf_page *page = &w->page;
    w->scene = scene;
    w->page = fit_page(scene, w->options);
    if (number > 1) /* drops what was drawn; the surface is made in the size of the first */
        cairo_pdf_surface_set_size(w->surface, page->width + 2 * page->around, page->height + 2 * page->around);
    if (w->first->next)
        add_label(w, number);
    if (scene->bleed > 0 || scene->marks || page->unit > 1)
        add_sheet(w);
}

static void paint_pages(pdf_writer *w)
{
    int number = 1;
    *hui_vec_push(w->arena, &w->levels) = (pdf_level){0};
    begin_tag(w, "Document", NULL);
    for (const hui_scene *scene = w->first; scene; scene = scene->next) {
        set_page(w, scene, number++);
        paint_page(w);
    }
    close_level(w);
}

static cairo_status_t add_bytes(void *closure, const unsigned char *bytes, unsigned size)
{
    hui_buffer_add(closure, bytes, size);
    return CAIRO_STATUS_SUCCESS;
}

/* Draws the pages into `out`. Once it is cancelled they are empty: Cairo is to find all the pages that links lead to. */
static cairo_status_t write_pages(pdf_writer *w, hui_buffer *out)
{
    const pdf_page page = fit_page(w->first, w->options);
    w->surface = cairo_pdf_surface_create_for_stream(add_bytes, out, page.width + 2 * page.around,
                                                     page.height + 2 * page.around);
    w->cr = cairo_create(w->surface);
    add_metadata(w->surface, w->first);
    add_outline(w);
    paint_pages(w);
    const cairo_status_t status = cairo_status(w->cr);
    cairo_destroy(w->cr);
    cairo_surface_finish(w->surface);
    const cairo_status_t finished = cairo_surface_status(w->surface);
    cairo_surface_destroy(w->surface);
    return status == CAIRO_STATUS_SUCCESS ? finished : status;
}

static void cannot_write(hui_diags *diags, const char *reason)
{
    hui_diags_add(diags, HUI_CODE_CANNOT_WRITE, (hui_place){0}, NULL, "the PDF", reason);
}

/* The file in its final form: `packed`, or `plain` where it cannot be packed and need not; else NULL. */
static const hui_buffer *pack(const pdf_writer *w, const hui_buffer *plain, hui_buffer *packed)
{
    const hui_pdf_extras extras = {
        .lang = w->first->lang,
        .has_title = w->first->title != NULL,
        .alts = w->alts.at,
        .alt_count = w->alts.count,
        .sheets = w->sheets.at,
        .sheet_count = w->sheets.count,
        .monitor = w->options->monitor,
    };
    return hui_pdf_pack(plain, &extras, packed) ? packed : w->sheets.count ? NULL : plain;
}

/* The sink gets the file in one piece: Cairo 1.16 does not survive a stream that fails. */
bool hui_pdf_write(const hui_scene *scene, const hui_write_options *options, const hui_sink *sink, hui_diags *diags)
{
    if (!hui_monitor_begin(options->monitor, HUI_STAGE_ITEMS, hui_scene_count(scene)))
        return false;
    hui_buffer plain = {0}, packed = {0};
    pdf_writer w = {.first = scene, .options = options, .arena = hui_arena_new()};
    const cairo_status_t status = write_pages(&w, &plain);
    const bool goes_on = hui_monitor_ask(options->monitor);
    const hui_buffer *out = goes_on && status == CAIRO_STATUS_SUCCESS ? pack(&w, &plain, &packed) : NULL;
    const bool written = out && hui_monitor_end(options->monitor) && sink->write(sink->closure, out->bytes, out->size);
    if (hui_monitor_is_cancelled(options->monitor))
        hui_buffer_finish(&plain);
    else if (status != CAIRO_STATUS_SUCCESS)
        cannot_write(diags, cairo_status_to_string(status));
    else if (!out)
        cannot_write(diags, "files of this version of Cairo take no page boxes and marks");
    hui_buffer_finish(&plain);
    hui_buffer_finish(&packed);
    hui_buffer_finish(&w.attributes);
    hui_arena_free(w.arena);
    return written;
}
