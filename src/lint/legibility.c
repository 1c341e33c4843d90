/* Legibility: contrast of text with what is really drawn below it, its size on phones and on paper, labels across edges. */
#include "lint/ground.h"

#include "theme/legible.h"

#include <math.h>
#include <stdlib.h>

enum { COLUMNS = 9, ROWS = 3, SPOTS = COLUMNS * ROWS };

static const double phone_width = 390, least_pt = 5;

/* Grounds in spots of a run, sorted by their contrast with it. */
typedef struct spot {
    hui_color ground;
    double contrast;
} spot;

static int by_contrast(const void *a, const void *b)
{
    const spot *one = a, *other = b;
    return one->contrast < other->contrast ? -1 : one->contrast > other->contrast;
}

static hui_color shown_on(hui_color ink, double opacity, hui_color ground)
{
    return hui_color_mix(ground, hui_color_alpha(ink, 1), opacity * ink.a / 255.0);
}

/* 0: it cannot be told what it stands on. */
static size_t find_spots(const hui_lint_ground *ground, const hui_lint_line *line, const hui_run *run,
                         spot spots[SPOTS])
{
    const hui_rect core = {line->core.x + run->x, line->line->baseline - 0.72 * run->size, run->width,
                           0.72 * run->size};
    for (int i = 0; i < SPOTS; i++) {
        const hui_point in_block = {core.x + core.w * (i % COLUMNS + 0.5) / COLUMNS,
                                    core.y + core.h * (i / COLUMNS + 0.5) / ROWS};
        if (!hui_lint_ground_at(ground, hui_matrix_apply(line->matrix, in_block), line->order, &spots[i].ground))
            return 0;
        spots[i].contrast = hui_color_contrast(shown_on(run->color, line->opacity, spots[i].ground), spots[i].ground);
    }
    qsort(spots, SPOTS, sizeof *spots, by_contrast);
    return SPOTS;
}

static void check_contrast(hui_lint_check *check, const hui_lint_line *line, const hui_run *run, const spot *spots)
{
    enum { WORST = 2 }; /* less than a tenth of a run is no letter */
    const double scale = line->size * 0.72 / line->core.h, contrast = spots[WORST].contrast;
    const double least = hui_legible_contrast(run->size * scale, check->page->scene->width);
    if (contrast < least - 0.005)
        hui_lint_add(check, HUI_LINT_LOW_CONTRAST, line->panel, line->box, least / contrast,
                     hui_lint_quote(check->arena, line->line), contrast, least);
}

/* Grounds that differ so much that an edge is seen: a step of 1.25 in contrast, on at least an eighth of the label each. */
static void check_edge(hui_lint_check *check, const hui_lint_line *line, const spot *spots)
{
    const double step = 1.25;
    const size_t share = SPOTS / 8;
    const double differ = hui_color_contrast(spots[share].ground, spots[SPOTS - 1 - share].ground);
    if (line->is_mark && differ > step)
        hui_lint_add(check, HUI_LINT_LABEL_EDGE, line->panel, line->box, differ,
                     hui_lint_quote(check->arena, line->line));
}

static void check_size(hui_lint_check *check, const hui_lint_line *line)
{
    const double width = check->page->scene->width, least = hui_legible_size(width);
    const double pt = line->size / width * check->request->paper_width * 72 / 25.4;
    if (line->size < least - 0.05 && width > phone_width)
        hui_lint_add(check, HUI_LINT_SMALL_TEXT, line->panel, line->box, least / line->size,
                     hui_lint_quote(check->arena, line->line), line->size, least);
    if (pt > 0 && pt < least_pt - 0.05)
        hui_lint_add(check, HUI_LINT_SMALL_PRINT, line->panel, line->box, least_pt / pt,
                     hui_lint_quote(check->arena, line->line), pt, least_pt);
}

static void check_runs(hui_lint_check *check, const hui_lint_ground *ground, const hui_lint_line *line)
{
    spot spots[SPOTS];
    for (size_t i = 0; i < line->line->run_count; i++) {
        const hui_run *run = &line->line->runs[i];
        if (!(run->width > 0) || run->text_size == 0 || !find_spots(ground, line, run, spots))
            continue;
        check_contrast(check, line, run, spots);
        check_edge(check, line, spots);
    }
}

void hui_lint_legibility(hui_lint_check *check)
{
    const hui_lint_page *page = check->page;
    const bool needs_ground =
        hui_lint_applies(check, HUI_LINT_LOW_CONTRAST) || hui_lint_applies(check, HUI_LINT_LABEL_EDGE);
    const hui_lint_ground *ground = needs_ground ? hui_lint_ground_new(check->arena, page) : NULL;
    for (size_t i = 0; i < page->lines.count; i++) {
        const hui_lint_line *line = &page->lines.at[i];
        if (line->is_decoration || !(line->size > 0))
            continue;
        check_size(check, line);
        if (ground)
            check_runs(check, ground, line);
    }
}
