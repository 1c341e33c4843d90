/* PDF: the scene as one page of vector drawings and real text, with metadata, outline, tags and links, by Cairo. */
#include "backend/pdf.h"

#include "backend/link.h"
#include "backend/paint.h"

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

typedef struct pdf_writer {
    const hui_scene *scene;
    cairo_t *cr;
    cairo_surface_t *surface;
    pdf_page page;
    hui_buffer attributes;
    int links;   /* open ones; only the outermost is a tag, since links do not nest */
    bool linked; /* the outermost leads somewhere */
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

/* The structure types (ISO 32000-1, section 14.8.4) of a role, outermost first. */
typedef struct tag_pair {
    const char *outer, *inner;
} tag_pair;

static tag_pair find_tags(const hui_group *group)
{
    static const char *const headings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    switch (group->role) {
    case HUI_ROLE_NONE:
    case HUI_ROLE_ARTIFACT: /* Cairo 1.16 knows no Artifact tag */
    case HUI_ROLE_LINK:
        break;
    case HUI_ROLE_SECTION:
        return (tag_pair){"Sect", NULL};
    case HUI_ROLE_HEADING:
        return (tag_pair){headings[group->level < 1 ? 0 : group->level > 6 ? 5 : group->level - 1], NULL};
    case HUI_ROLE_PARAGRAPH:
        return (tag_pair){"P", NULL};
    case HUI_ROLE_LIST:
        return (tag_pair){"L", NULL};
    case HUI_ROLE_LIST_ITEM:
        return (tag_pair){"LI", "LBody"};
    case HUI_ROLE_FIGURE:
        return (tag_pair){"Figure", NULL};
    }
    return (tag_pair){NULL, NULL};
}

static void open_link(void *closure, const char *target)
{
    pdf_writer *w = closure;
    if (w->links++ > 0)
        return;
    w->linked = add_target(w, target);
    if (w->linked)
        cairo_tag_begin(w->cr, CAIRO_TAG_LINK, w->attributes.bytes);
}

static void close_link(void *closure)
{
    pdf_writer *w = closure;
    if (--w->links == 0 && w->linked)
        cairo_tag_end(w->cr, CAIRO_TAG_LINK);
}

static void open_group(void *closure, const hui_group *group)
{
    pdf_writer *w = closure;
    const tag_pair tags = find_tags(group);
    if (tags.outer)
        cairo_tag_begin(w->cr, tags.outer, NULL);
    if (tags.inner)
        cairo_tag_begin(w->cr, tags.inner, NULL);
    if (group->role == HUI_ROLE_LINK)
        open_link(w, group->label);
}

static void close_group(void *closure, const hui_group *group)
{
    pdf_writer *w = closure;
    const tag_pair tags = find_tags(group);
    if (group->role == HUI_ROLE_LINK)
        close_link(w);
    if (tags.inner)
        cairo_tag_end(w->cr, tags.inner);
    if (tags.outer)
        cairo_tag_end(w->cr, tags.outer);
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
    const hui_paint_hooks hooks = {w, open_group, close_group, open_link, close_link};
    const hui_rect all = {0, 0, w->scene->width, w->scene->height};
    cairo_rectangle(w->cr, all.x, all.y, all.w, all.h);
    cairo_clip(w->cr);
    cairo_tag_begin(w->cr, "Document", NULL);
    hui_paint_scene(w->scene, w->cr, all, HUI_PAINT_DOCUMENT, &hooks);
    cairo_tag_end(w->cr, "Document");
    cairo_show_page(w->cr);
}

static cairo_status_t write_sink(void *closure, const unsigned char *bytes, unsigned size)
{
    const hui_sink *sink = closure;
    return sink->write(sink->closure, bytes, size) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

bool hui_pdf_write(const hui_scene *scene, const hui_write_options *options, const hui_sink *sink, hui_diags *diags)
{
    hui_sink target = *sink;
    const pdf_page page = fit_page(scene, options);
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_sink, &target, page.width, page.height);
    pdf_writer w = {.scene = scene, .cr = cairo_create(surface), .surface = surface, .page = page};
    add_metadata(surface, scene);
    add_outline(&w);
    paint_page(&w);
    cairo_status_t status = cairo_status(w.cr);
    cairo_destroy(w.cr);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    hui_buffer_finish(&w.attributes);
    if (status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_WRITE_ERROR) /* the sink's owner reports those */
        hui_diags_add(diags, HUI_CODE_CANNOT_WRITE, (hui_place){0}, NULL, "the PDF", cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS;
}
