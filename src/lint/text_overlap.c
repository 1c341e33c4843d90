/* Text over text: a sweep over lines from top to bottom, in which those that do not overlap any other stand side by side. */
#include "lint/look.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Of two boxes along an axis: how far they overlap; negative: how far they are apart. */
static double overlap_along(const hui_point *a, const hui_point *b, double dx, double dy)
{
    double a_low = INFINITY, a_high = -INFINITY, b_low = INFINITY, b_high = -INFINITY;
    for (int i = 0; i < 4; i++) {
        const double in_a = a[i].x * dx + a[i].y * dy, in_b = b[i].x * dx + b[i].y * dy;
        a_low = fmin(a_low, in_a);
        a_high = fmax(a_high, in_a);
        b_low = fmin(b_low, in_b);
        b_high = fmax(b_high, in_b);
    }
    return fmin(a_high, b_high) - fmax(a_low, b_low);
}

/* Along the sides of both, which are turned where text is: separating axes (Gottschalk, Lin and Manocha, "OBBTree", 1996). */
static double overlap_of(const hui_lint_line *a, const hui_lint_line *b)
{
    double least = INFINITY;
    for (int i = 0; i < 4; i++) {
        const hui_point *from = &(i < 2 ? a : b)->corners[i % 2], *to = from + 1;
        const double dx = to->x - from->x, dy = to->y - from->y, length = hypot(dx, dy);
        if (length > 0)
            least = fmin(least, overlap_along(a->corners, b->corners, dx / length, dy / length));
    }
    return least;
}

static bool is_seen(const hui_lint_line *line)
{
    const double faintest = 0.35; /* what is fainter is a watermark */
    return !line->is_decoration && line->opacity * line->line->runs[0].color.a / 255.0 > faintest && line->size > 0;
}

static bool meets(const hui_rect *a, const hui_rect *b)
{
    return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h && b->y < a->y + a->h;
}

/* A fifth of the smaller letters: what is less, kerning and slanted letters do. */
static bool report_pair(hui_lint_check *check, const hui_lint_line *a, const hui_lint_line *b)
{
    const double share = 0.2, overlap = overlap_of(a, b);
    if (!(overlap > share * fmin(a->size, b->size)))
        return false;
    const hui_lint_line *first = a->order < b->order ? a : b, *second = first == a ? b : a;
    hui_lint_add(check, HUI_LINT_TEXT_OVERLAP, second->panel, hui_rect_union(a->box, b->box), overlap,
                 hui_lint_quote(check->arena, first->line), hui_lint_quote(check->arena, second->line), overlap);
    return true;
}

static int by_top(const void *a, const void *b)
{
    const hui_lint_line *const *one = a, *const *other = b;
    const double difference = (*one)->box.y - (*other)->box.y;
    if (difference < 0 || difference > 0)
        return difference < 0 ? -1 : 1;
    return (*one)->order < (*other)->order ? -1 : (*one)->order > (*other)->order;
}

/* Lines that the sweep has met and not left behind. None overlaps another, so that they are few. */
typedef struct sweep {
    const hui_lint_line **at;
    size_t count;
} sweep;

static bool meet_all(hui_lint_check *check, sweep *active, const hui_lint_line *line)
{
    bool overlaps = false;
    size_t kept = 0;
    for (size_t i = 0; i < active->count; i++) {
        const hui_lint_line *other = active->at[i];
        if (other->box.y + other->box.h <= line->box.y)
            continue;
        active->at[kept++] = other;
        if (!overlaps && other->item != line->item && meets(&other->box, &line->box))
            overlaps = report_pair(check, other, line);
    }
    active->count = kept;
    return overlaps;
}

void hui_lint_text_overlap(hui_lint_check *check)
{
    const hui_lint_page *page = check->page;
    if (!hui_lint_applies(check, HUI_LINT_TEXT_OVERLAP) || page->lines.count < 2)
        return;
    const hui_lint_line **lines = HUI_NEW_ARRAY(check->arena, const hui_lint_line *, page->lines.count);
    sweep active = {.at = HUI_NEW_ARRAY(check->arena, const hui_lint_line *, page->lines.count)};
    size_t count = 0;
    for (size_t i = 0; i < page->lines.count; i++)
        if (is_seen(&page->lines.at[i]))
            lines[count++] = &page->lines.at[i];
    if (count > 0)
        qsort(lines, count, sizeof *lines, by_top);
    for (size_t i = 0; i < count; i++)
        if (!meet_all(check, &active, lines[i]))
            active.at[active.count++] = lines[i];
}

/* Text outside: beyond what cuts it, its panel or the page.
 * --------------------------------------------------------- */

/* How far the box reaches out, px. */
static double reach(hui_rect box, hui_rect frame)
{
    return fmax(fmax(frame.x - box.x, box.x + box.w - frame.x - frame.w),
                fmax(frame.y - box.y, box.y + box.h - frame.y - frame.h));
}

static void check_line(hui_lint_check *check, const hui_lint_line *line)
{
    const double slack = fmax(2, 0.1 * line->size);
    const hui_rect page = {0, 0, check->page->scene->width, check->page->scene->height};
    const hui_lint_panel *panel = &check->page->panels.at[line->panel];
    const double out[] = {line->is_clipped ? reach(line->box, line->clip) : 0, reach(line->box, page),
                          reach(line->box, panel->frame)};
    static const char *const words[] = {"what cuts it off", "the page", "its panel"};
    static const char *const chinese[] = {"被裁切", "页面之外", "面板之外"};
    for (int i = 0; i < 3; i++)
        if (out[i] > slack) {
            hui_lint_add(check, HUI_LINT_TEXT_OUTSIDE, line->panel, line->box, out[i],
                         hui_lint_quote(check->arena, line->line), out[i], hui_lint_word(check, words[i], chinese[i]));
            return;
        }
}

void hui_lint_text_outside(hui_lint_check *check)
{
    if (!hui_lint_applies(check, HUI_LINT_TEXT_OUTSIDE))
        return;
    for (size_t i = 0; i < check->page->lines.count; i++)
        if (is_seen(&check->page->lines.at[i]))
            check_line(check, &check->page->lines.at[i]);
}
