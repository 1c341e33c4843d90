/* Colours: accents that stand side by side, and entries of legends that a colour-blind reader takes for one another. */
#include "lint/colors.h"

#include "base/vision.h"

#include <math.h>
#include <string.h>

/* Accents
 * ------- */

enum { ACCENTS_MOST = 4, ACCENTS_COUNTED = 16 };

typedef struct accents {
    const hui_accent *at[ACCENTS_COUNTED];
    size_t count;
} accents;

static void count_accent(accents *seen, const hui_accent *accent)
{
    for (size_t i = 0; i < seen->count; i++)
        if (seen->at[i] == accent)
            return;
    if (seen->count < ACCENTS_COUNTED)
        seen->at[seen->count++] = accent;
}

/* The chapter that a panel is in, a panel as wide as the page; else the page. */
static size_t find_chapter(const hui_lint_page *page, size_t panel)
{
    while (page->panels.at[panel].outer)
        panel = page->panels.at[panel].outer;
    return page->panels.at[panel].panel->kind->full_bleed ? panel : 0;
}

static const char *name_all(hui_arena *arena, const accents *seen)
{
    const char *names = "";
    for (size_t i = 0; i < seen->count; i++)
        names = hui_arena_printf(arena, "%s%s%s", names, i ? ", " : "", seen->at[i]->name);
    return names;
}

/* A chapter's own accent and those that panels in it choose; of the page those of panels in no chapter. */
void hui_lint_accents(hui_lint_check *check)
{
    const hui_lint_page *page = check->page;
    if (!hui_lint_applies(check, HUI_LINT_ACCENTS))
        return;
    accents *seen = HUI_NEW_ARRAY(check->arena, accents, page->panels.count);
    for (size_t i = 1; i < page->panels.count; i++)
        if (page->panels.at[i].panel->common.accent)
            count_accent(&seen[find_chapter(page, i)], page->panels.at[i].panel->common.accent);
    for (size_t i = 0; i < page->panels.count; i++)
        if (seen[i].count > ACCENTS_MOST)
            hui_lint_add(check, HUI_LINT_ACCENTS, i, page->panels.at[i].frame, (double)seen[i].count, seen[i].count,
                         name_all(check->arena, &seen[i]), ACCENTS_MOST);
}

/* Legends
 * ------- */

static hui_color color_of(const hui_mark_item *symbol)
{
    return symbol->fill.a ? symbol->fill : symbol->stroke;
}

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* By nothing but colour: not by shape, size or dashes. */
static bool differ_by_color(const hui_mark_item *a, const hui_mark_item *b)
{
    return is_same_text(a->symbol.shape, b->symbol.shape) && fabs(a->symbol.size - b->symbol.size) < 1 &&
           a->dash.count == b->dash.count && (a->fill.a > 0) == (b->fill.a > 0) &&
           !hui_color_equal(color_of(a), color_of(b));
}

static void check_pair(hui_lint_check *check, const hui_lint_figure *figure, const hui_legend_picture *legend, size_t i,
                       size_t k)
{
    static const char *const readers[] = {"", " to readers who lack red cones", " to readers who lack green cones"};
    static const char *const chinese[] = {"", "对红色盲读者", "对绿色盲读者"};
    const hui_color a = color_of(&legend->symbols[i]), b = color_of(&legend->symbols[k]);
    hui_vision worst = HUI_VISION_FULL;
    const double least = hui_vision_least_difference(a, b, &worst), told_apart = HUI_VISION_TOLD_APART;
    if (least < told_apart)
        hui_lint_add(check, HUI_LINT_SIMILAR, figure->panel, figure->bounds, told_apart - least, legend->labels[i],
                     legend->labels[k], hui_lint_word(check, readers[worst], chinese[worst]), least, told_apart);
}

/* Of those that have so many entries, all are alike. */
enum { ENTRIES_MOST = 40 };

void hui_lint_legends(hui_lint_check *check, const hui_lint_figure *figure)
{
    for (size_t l = 0; l < figure->picture->legend_count; l++) {
        const hui_legend_picture *legend = &figure->picture->legends[l];
        size_t count = legend->symbol_count < legend->label_count ? legend->symbol_count : legend->label_count;
        if (legend->kind != HUI_LEGEND_SYMBOL || count > ENTRIES_MOST)
            continue;
        for (size_t i = 0; i < count; i++)
            for (size_t k = i + 1; k < count; k++)
                if (differ_by_color(&legend->symbols[i], &legend->symbols[k]))
                    check_pair(check, figure, legend, i, k);
    }
}
