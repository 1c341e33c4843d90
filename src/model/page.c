/* Page: its record, and the height that follows from paper. */
#include "model/paper.h"
#include "model/reader.h"

#include <math.h>
#include <string.h>

enum { WIDTH_MIN = 64, WIDTH_MAX = 16384, HEIGHT_MAX = 200000, PAPER_MIN = 20, PAPER_MAX = 20000, BLEED_MAX = 50 };

static const hui_word orientation_words[] = {
    {"portrait", "higher than wide, as paper sizes are"},
    {"landscape", "wider than high: paper is turned"},
    {NULL, NULL},
};

static const hui_word flow_words[] = {
    {"none", "one page, as high as the paper or the content"},
    {"pages", "as many pages of the size as the panels need"},
    {NULL, NULL},
};

static const hui_word fit_words[] = {
    {"paper", "a poster that is higher than its paper is scaled down to it"},
    {"roll", "only the paper's width holds; its height follows from the content"},
    {NULL, NULL},
};

static const hui_word mark_words[] = {
    {"all", "all of them"},
    {"crop", "where to cut, at the corners"},
    {"registration", "crosses that show whether the plates lie on each other"},
    {"colors", "patches of the inks and their mixtures"},
    {"information", "title, page number and version"},
    {NULL, NULL},
};

#define RUNNING_FIELDS                                                \
    {                                                                 \
        HUI_FIELD(hui_running, start, TEXT, "at the left", 0),        \
            HUI_FIELD(hui_running, center, TEXT, "in the middle", 0), \
            HUI_FIELD(hui_running, end, TEXT, "at the right", 0)      \
    }

static const hui_field header_fields[] = RUNNING_FIELDS, footer_fields[] = RUNNING_FIELDS;

static const hui_record header_record = {"page.header",       "The line at the head of pages",
                                         header_fields,       HUI_FIELD_COUNT(header_fields),
                                         sizeof(hui_running), "start"};
static const hui_record footer_record = {"page.footer",       "The line at the foot of pages",
                                         footer_fields,       HUI_FIELD_COUNT(footer_fields),
                                         sizeof(hui_running), "center"};

static const hui_field page_fields[] = {
    HUI_FIELD(hui_page, width, LENGTH, "the width in design px, which all sizes relate to, whatever the paper",
              .fallback = "1080", .min = WIDTH_MIN, .max = WIDTH_MAX),
    HUI_FIELD(hui_page, height, LENGTH, "the height in px; without it and without paper, as high as the content",
              .min = WIDTH_MIN, .max = HEIGHT_MAX),
    HUI_FIELD(hui_page, margin, LENGTH, "the empty frame at the sides; without it, the theme's", .min = 0,
              .max = WIDTH_MAX),
    HUI_FIELD(hui_page, size, STRING,
              "the paper: A0 to A6, B0 to B6, or width and height such as \"600mm x 1800mm\" or \"1080px x 1920px\"; a "
              "height of \"auto\" follows from the content",
              0),
    HUI_FIELD(hui_page, orientation, ENUM, "which way the paper is turned", .fallback = "\"portrait\"",
              .words = orientation_words),
    HUI_FIELD(hui_page, fit, ENUM, "how a poster and its paper meet", .fallback = "\"paper\"", .words = fit_words),
    HUI_FIELD(hui_page, background, COLOR, "the colour of the page; without it, the theme's paper", 0),
    HUI_FIELD(hui_page, flow, ENUM, "how many pages there are", .fallback = "\"none\"", .words = flow_words),
    HUI_FIELD(
        hui_page, header, OBJECT,
        "the line at the head of all pages but those that begin with a hero; {page}, {pages} and {title} stand for "
        "themselves",
        .record = &header_record),
    HUI_FIELD(hui_page, footer, OBJECT, "the same at the foot of all pages but those that end in a footer",
              .record = &footer_record),
    HUI_FIELD(
        hui_page, bleed, LENGTH,
        "PDF: what touches the page's edge is printed this much beyond it, such as \"3mm\", since no cut is exact",
        .min = 0, .max = WIDTH_MAX),
    HUI_FIELD(hui_page, marks, WORDS, "PDF: what stands around the page for those who print and cut it",
              .words = mark_words),
    HUI_FIELD(hui_page, safe, LENGTH,
              "a warning tells which text, picture, icon or mark of a chart stands nearer to the page's edge than this",
              .min = 0, .max = WIDTH_MAX),
};

const hui_record hui_page_record = {
    .name = "page",
    .doc = "The page a poster is drawn on",
    .fields = page_fields,
    .field_count = HUI_FIELD_COUNT(page_fields),
    .size = sizeof(hui_page),
    .shorthand = "size",
};

static const double mm_per_pt = 25.4 / 72, px_per_mm = 96 / 25.4;

static hui_place place_of(hui_reader *reader, const hui_json *value, const char *key)
{
    const hui_json *at = value && value->kind == HUI_JSON_OBJECT ? hui_json_find(value, key) : NULL;
    return at || value ? hui_json_place(reader->arena, at ? at : value) : (hui_place){0};
}

static void fail(hui_reader *reader, hui_place place, const char *hint, const char *message)
{
    hui_diags_add(reader->diags, HUI_CODE_PAGE_SIZE, place, hint, message);
}

static bool check_paper(hui_reader *reader, const hui_page *page, const hui_paper *sheet)
{
    const double min = sheet->in_px ? WIDTH_MIN : PAPER_MIN, max = sheet->in_px ? WIDTH_MAX : PAPER_MAX;
    const double height_max = sheet->in_px ? HEIGHT_MAX : PAPER_MAX;
    const bool is_open = sheet->height <= 0;
    if (sheet->width >= min && sheet->width <= max &&
        (is_open || (sheet->height >= min && sheet->height <= height_max)))
        return true;
    fail(reader, page->size.place, NULL,
         hui_arena_printf(reader->arena, "the page “%s” is too small or too large: %g to %g %s are possible",
                          page->size.text, min, max, sheet->in_px ? "px" : "mm"));
    return false;
}

static void apply_paper(hui_reader *reader, hui_page *page)
{
    hui_paper sheet;
    if (!hui_paper_read(reader->arena, page->size.text, &sheet)) {
        fail(reader, page->size.place, "paper is A0 to A6, B0 to B6, \"600mm x 1800mm\" or \"1080px x 1920px\"",
             hui_arena_printf(reader->arena, "“%s” is not a paper size", page->size.text));
        return;
    }
    if (!check_paper(reader, page, &sheet))
        return;
    if (page->orientation == 1 && sheet.height > sheet.width)
        sheet = (hui_paper){sheet.height, sheet.width, sheet.in_px};
    if (page->height.unit != HUI_UNIT_NONE) {
        fail(reader, page->size.place, "leave out one of them", "“size” and “height” both say how high the page is");
        return;
    }
    if (page->fit == HUI_FIT_ROLL)
        sheet.height = 0;
    if (sheet.in_px)
        page->width.value = sheet.width;
    else
        page->paper_width = sheet.width, page->paper_height = sheet.height;
    if (sheet.height > 0)
        page->height = (hui_length){page->width.value * sheet.height / sheet.width, HUI_UNIT_PX};
}

static void check_px(hui_reader *reader, hui_length length, const char *name, hui_place place)
{
    if (length.unit != HUI_UNIT_PX && length.unit != HUI_UNIT_NONE)
        fail(reader, place, "paper goes into `size`, such as \"600mm x 1800mm\"",
             hui_arena_printf(reader->arena, "the page's %s must be in px", name));
}

/* Lengths that print relates to paper; on a page without paper, CSS's 96 px to the inch. */
static double px_of_mm(const hui_page *page)
{
    return page->paper_width > 0 ? page->width.value / page->paper_width : px_per_mm;
}

static double resolve_px(const hui_page *page, hui_length length)
{
    const double per_mm = px_of_mm(page);
    switch (length.unit) {
    case HUI_UNIT_MM:
        return length.value * per_mm;
    case HUI_UNIT_PT:
        return length.value * mm_per_pt * per_mm;
    case HUI_UNIT_PERCENT:
        return length.value / 100 * page->width.value;
    case HUI_UNIT_PX:
        return length.value;
    case HUI_UNIT_NONE:
    case HUI_UNIT_FR:
    case HUI_UNIT_AUTO:
        break;
    }
    return NAN;
}

static void resolve_margin(hui_reader *reader, hui_page *page, hui_place place)
{
    double margin = resolve_px(page, page->margin);
    if (isnan(margin))
        margin = reader->theme->measures.margin;
    page->margin = (hui_length){margin, HUI_UNIT_PX};
    if (2 * margin > page->width.value - WIDTH_MIN / 2)
        fail(reader, place, NULL,
             hui_arena_printf(reader->arena, "margins of %.0f px leave no room on a page %.0f px wide", margin,
                              page->width.value));
}

static void bad_page(hui_reader *reader, hui_place place, const char *hint, const char *message)
{
    hui_diags_add(reader->diags, HUI_CODE_BAD_PAGE, place, hint, message);
}

/* In mm, as printers talk. */
static void resolve_mm(const hui_page *page, hui_length *length)
{
    const double px = resolve_px(page, *length);
    *length = (hui_length){isnan(px) ? 0 : px / px_of_mm(page), HUI_UNIT_MM};
}

static void resolve_print(hui_reader *reader, hui_page *page, const hui_json *value)
{
    enum {
        ALL = HUI_PRINT_MARK_CROP | HUI_PRINT_MARK_REGISTRATION | HUI_PRINT_MARK_COLORS | HUI_PRINT_MARK_INFORMATION
    };
    resolve_mm(page, &page->bleed);
    resolve_mm(page, &page->safe);
    page->marks = page->marks & HUI_PRINT_MARK_ALL ? ALL : page->marks;
    if (page->bleed.value > BLEED_MAX)
        bad_page(reader, place_of(reader, value, "bleed"), "printers ask for \"3mm\", for large posters \"10mm\"",
                 hui_arena_printf(reader->arena, "a bleed of %.0f mm is too large: %d mm at most", page->bleed.value,
                                  BLEED_MAX));
    if (page->marks && page->bleed.value <= 0)
        hui_diags_add(reader->diags, HUI_CODE_NO_BLEED, place_of(reader, value, "marks"),
                      "give the page a `bleed`, such as \"3mm\": else a white line may show along a cut");
}

static void check_flow(hui_reader *reader, const hui_page *page, const hui_json *value)
{
    const bool in_pages = page->flow == HUI_FLOW_PAGES;
    if (page->fit == HUI_FIT_ROLL && !page->size.text)
        bad_page(reader, place_of(reader, value, "fit"), "give the page a `size`, such as \"600mm x auto\"",
                 "a roll has a width");
    if (in_pages && page->height.unit == HUI_UNIT_NONE)
        bad_page(reader, place_of(reader, value, "flow"), "give the page a `size`, such as \"A4\"",
                 "pages have a height, and this one has none");
    if (!in_pages && (page->header || page->footer))
        bad_page(reader, place_of(reader, value, page->header ? "header" : "footer"), "add \"flow\": \"pages\"",
                 "only a poster of several pages has lines that all of them repeat");
}

void hui_page_resolve(hui_reader *reader, hui_page *page, const hui_json *value)
{
    const hui_place place = value ? hui_json_place(reader->arena, value) : (hui_place){0};
    check_px(reader, page->width, "width", place);
    check_px(reader, page->height, "height", place);
    const size_t error_count = reader->diags->error_count;
    if (page->size.text)
        apply_paper(reader, page);
    resolve_margin(reader, page, place);
    resolve_print(reader, page, value);
    if (reader->diags->error_count == error_count)
        check_flow(reader, page, value);
}
