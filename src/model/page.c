/* Page: its record, and the height that follows from paper. */
#include "model/paper.h"
#include "model/reader.h"

#include <math.h>
#include <string.h>

enum { WIDTH_MIN = 64, WIDTH_MAX = 16384, HEIGHT_MAX = 200000, PAPER_MIN = 20, PAPER_MAX = 20000 };

static const hui_word orientation_words[] = {
    {"portrait", "higher than wide, as paper sizes are"},
    {"landscape", "wider than high: paper is turned"},
    {NULL, NULL},
};

static const hui_field page_fields[] = {
    HUI_FIELD(hui_page, width, LENGTH, "the width in design px, which all sizes relate to, whatever the paper",
              .fallback = "1080", .min = WIDTH_MIN, .max = WIDTH_MAX),
    HUI_FIELD(hui_page, height, LENGTH, "the height in px; without it and without paper, as high as the content",
              .min = WIDTH_MIN, .max = HEIGHT_MAX),
    HUI_FIELD(hui_page, margin, LENGTH, "the empty frame at the sides; without it, the theme's", .min = 0,
              .max = WIDTH_MAX),
    HUI_FIELD(hui_page, size, STRING,
              "the paper: A0 to A6, B0 to B6, or width and height such as \"600mm x 1800mm\" or \"1080px x 1920px\"",
              0),
    HUI_FIELD(hui_page, orientation, ENUM, "which way the paper is turned", .fallback = "\"portrait\"",
              .words = orientation_words),
    HUI_FIELD(hui_page, background, COLOR, "the colour of the page; without it, the theme's paper", 0),
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

static void fail(hui_reader *reader, hui_place place, const char *hint, const char *message)
{
    hui_diags_add(reader->diags, HUI_CODE_PAGE_SIZE, place, hint, message);
}

static bool check_paper(hui_reader *reader, const hui_page *page, const hui_paper *sheet)
{
    const double min = sheet->in_px ? WIDTH_MIN : PAPER_MIN, max = sheet->in_px ? WIDTH_MAX : PAPER_MAX;
    const double height_max = sheet->in_px ? HEIGHT_MAX : PAPER_MAX;
    if (sheet->width >= min && sheet->width <= max && sheet->height >= min && sheet->height <= height_max)
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
    if (sheet.in_px)
        page->width.value = sheet.width;
    else
        page->paper_width = sheet.width, page->paper_height = sheet.height;
    page->height = (hui_length){page->width.value * sheet.height / sheet.width, HUI_UNIT_PX};
}

static void check_px(hui_reader *reader, hui_length length, const char *name, hui_place place)
{
    if (length.unit != HUI_UNIT_PX && length.unit != HUI_UNIT_NONE)
        fail(reader, place, "paper goes into `size`, such as \"600mm x 1800mm\"",
             hui_arena_printf(reader->arena, "the page's %s must be in px", name));
}

/* Lengths that print relates to paper; on a page without paper, CSS's 96 px to the inch. */
static double resolve_margin(const hui_page *page)
{
    const double per_mm = page->paper_width > 0 ? page->width.value / page->paper_width : px_per_mm;
    switch (page->margin.unit) {
    case HUI_UNIT_MM:
        return page->margin.value * per_mm;
    case HUI_UNIT_PT:
        return page->margin.value * mm_per_pt * per_mm;
    case HUI_UNIT_PERCENT:
        return page->margin.value / 100 * page->width.value;
    case HUI_UNIT_PX:
        return page->margin.value;
    case HUI_UNIT_NONE:
    case HUI_UNIT_FR:
    case HUI_UNIT_AUTO:
        break;
    }
    return NAN;
}

void hui_page_resolve(hui_reader *reader, hui_page *page, hui_place place)
{
    check_px(reader, page->width, "width", place);
    check_px(reader, page->height, "height", place);
    if (page->size.text)
        apply_paper(reader, page);
    double margin = resolve_margin(page);
    if (isnan(margin))
        margin = reader->theme->measures.margin;
    page->margin = (hui_length){margin, HUI_UNIT_PX};
    if (2 * margin > page->width.value - WIDTH_MIN / 2)
        fail(reader, place, NULL,
             hui_arena_printf(reader->arena, "margins of %.0f px leave no room on a page %.0f px wide", margin,
                              page->width.value));
}
