/* PDF: the scene as one page of vector drawings and real text, with metadata, outline, tags and links, by Cairo. */
#include "backend/pdf.h"

#include "backend/link.h"
#include "backend/paint.h"
#include "backend/pdf_pack.h"
#include "base/vec.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* No page may be wider or higher (ISO 32000-1, annex C.2), and Cairo knows no UserUnit that would stretch the unit: a
 * longer poster is scaled down to it. */
static const double largest_side = 14400;

/* Design px are CSS px, 96 to the inch. */
static const double pt_per_px = 0.75;

typedef struct pdf_page {
    double width, height; /* pt */
    double scale;         /* pt per design px */
    double left;          /* pt */
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
    const double shrink = fmin(1, largest_side / fmax(page.width, page.height));
    page.width *= shrink;
    page.height *= shrink;
    page.scale = fmin(page.width / scene->width, page.height / scene->height);
    page.left = (page.width - scene->width * page.scale) / 2;
    return page;
}

/* Where in the structure a piece of the scene is. */
typedef struct pdf_level {
    const char *tags[2]; /* opened by this level, outermost first; NULL: none */
    bool leaf;           /* the innermost tag holds content; Cairo 1.16 drops it where a tag holds tags too */
    bool inlined;        /* the innermost tag is part of a line of text */
    bool linked, artifact;
} pdf_level;

typedef struct pdf_writer {
    const hui_scene *scene;
    cairo_t *cr;
    cairo_surface_t *surface;
    pdf_page page;
    hui_arena *arena;
    hui_buffer attributes;
    HUI_VEC(pdf_level) levels; /* open ones; the first is the document */
    HUI_VEC(const char *) alts; /* of the figures so far */
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

static void add_place(hui_buffer *out, const pdf_page *page, hui_rect bounds)
{
    hui_buffer_add_string(out, "page=1 pos=[");
    hui_buffer_add_number(out, page->left + bounds.x * page->scale, 2);
    hui_buffer_add_char(out, ' ');
    hui_buffer_add_number(out, bounds.y * page->scale, 2);
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
    const hui_item *panel = find_panel(w->scene, target + 1);
    if (panel)
        add_place(&w->attributes, &w->page, panel->bounds);
    return panel != NULL;
}

static pdf_level *find_innermost(const pdf_writer *w)
{
    return &w->levels.at[w->levels.count - 1];
}

static void begin_tag(pdf_writer *w, const char *tag, const char *attributes)
{
    pdf_level *level = find_innermost(w);
    level->tags[level->tags[0] ? 1 : 0] = tag;
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
        if (level->tags[i])
            cairo_tag_end(w->cr, level->tags[i]);
    w->levels.count--;
}

/* Headings as bookmarks, each below the last one of a lower level. */
static void add_outline(pdf_writer *w)
{
    int parents[7] = {[0] = CAIRO_PDF_OUTLINE_ROOT};
    for (size_t i = 0; i < w->scene->count; i++) {
        const hui_item *item = &w->scene->items[i];
        if (item->kind != HUI_ITEM_GROUP || item->group.role != HUI_ROLE_HEADING || !item->group.label)
            continue;
        const int level = item->group.level < 1 ? 1 : item->group.level > 6 ? 6 : item->group.level;
        w->attributes.size = 0;
        add_place(&w->attributes, &w->page, item->bounds);
        const int entry = cairo_pdf_surface_add_outline(w->surface, parents[level - 1], item->group.label,
                                                        w->attributes.bytes, CAIRO_PDF_OUTLINE_FLAG_OPEN);
        for (int k = level; k < 7; k++)
            parents[k] = entry;
    }
}

/* Never the time of day, so that the same spec gives the same bytes: the date reproducible builds agree on, if set
 * (https://reproducible-builds.org/specs/source-date-epoch/), or a fixed one. */
static void add_date(cairo_surface_t *surface)
{
    const char *const epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    long long seconds = epoch ? strtoll(epoch, &end, 10) : 0;
    if (!epoch || end == epoch || *end || seconds < 0 || seconds > 253402300799) /* the year 9999 */
        seconds = 946684800; /* 2000-01-01 */
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

static void paint_page(pdf_writer *w)
{
    cairo_translate(w->cr, w->page.left, 0);
    cairo_scale(w->cr, w->page.scale, w->page.scale);
    const hui_paint_hooks hooks = {w, open_item, open_run, close_level};
    const hui_rect all = {0, 0, w->scene->width, w->scene->height};
    cairo_rectangle(w->cr, all.x, all.y, all.w, all.h);
    cairo_clip(w->cr);
    *hui_vec_push(w->arena, &w->levels) = (pdf_level){0};
    begin_tag(w, "Document", NULL);
    hui_paint_scene(w->scene, w->cr, all, HUI_PAINT_DOCUMENT, &hooks);
    close_level(w);
    cairo_show_page(w->cr);
}

static cairo_status_t add_bytes(void *closure, const unsigned char *bytes, unsigned size)
{
    hui_buffer_add(closure, bytes, size);
    return CAIRO_STATUS_SUCCESS;
}

/* Draws the page into `out`. */
static cairo_status_t write_page(pdf_writer *w, hui_buffer *out)
{
    w->surface = cairo_pdf_surface_create_for_stream(add_bytes, out, w->page.width, w->page.height);
    w->cr = cairo_create(w->surface);
    add_metadata(w->surface, w->scene);
    add_outline(w);
    paint_page(w);
    const cairo_status_t status = cairo_status(w->cr);
    cairo_destroy(w->cr);
    cairo_surface_finish(w->surface);
    const cairo_status_t finished = cairo_surface_status(w->surface);
    cairo_surface_destroy(w->surface);
    return status == CAIRO_STATUS_SUCCESS ? finished : status;
}

/* The sink gets the file in one piece: Cairo 1.16 does not survive a stream that fails. */
bool hui_pdf_write(const hui_scene *scene, const hui_write_options *options, const hui_sink *sink, hui_diags *diags)
{
    hui_buffer plain = {0}, packed = {0};
    pdf_writer w = {.scene = scene, .page = fit_page(scene, options), .arena = hui_arena_new()};
    const cairo_status_t status = write_page(&w, &plain);
    bool written = false;
    if (status == CAIRO_STATUS_SUCCESS) {
        const hui_pdf_extras extras = {scene->lang, scene->title != NULL, w.alts.at, w.alts.count};
        const hui_buffer *out = hui_pdf_pack(&plain, &extras, &packed) ? &packed : &plain;
        written = sink->write(sink->closure, out->bytes, out->size);
    } else {
        hui_diags_add(diags, HUI_CODE_CANNOT_WRITE, (hui_place){0}, NULL, "the PDF", cairo_status_to_string(status));
    }
    hui_buffer_finish(&plain);
    hui_buffer_finish(&packed);
    hui_buffer_finish(&w.attributes);
    hui_arena_free(w.arena);
    return written;
}
