/* Charts: bars that overlap or do not start at zero, pies that do not sum, axes without a unit, legends, charts without marks. */
#include "base/number.h"
#include "lint/colors.h"
#include "lint/points.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool has_role(const hui_mark *mark, const char *role)
{
    return mark->role && strcmp(mark->role, role) == 0;
}

hui_rect hui_lint_on_page(const hui_lint_figure *figure, const hui_mark *mark, hui_rect rect)
{
    const hui_picture *picture = figure->picture;
    if (mark->plot < picture->plot_count) {
        rect.x += picture->plots[mark->plot].x;
        rect.y += picture->plots[mark->plot].y;
    }
    return hui_matrix_apply_rect(figure->matrix, rect);
}

/* Bars
 * ---- */

static bool is_opaque_bar(const hui_mark_item *item)
{
    return !item->undefined && item->fill.a == 255 && item->opacity * item->fill_opacity > 0.99 &&
           item->x2 - item->x > 0.5 && item->y2 - item->y > 0.5;
}

static int by_left(const void *a, const void *b)
{
    const hui_mark_item *const *one = a, *const *other = b;
    if ((*one)->x < (*other)->x || (*one)->x > (*other)->x)
        return (*one)->x < (*other)->x ? -1 : 1;
    return *one < *other ? -1 : *one > *other;
}

static hui_rect shared_rect(const hui_mark_item *a, const hui_mark_item *b)
{
    return hui_rect_intersect((hui_rect){a->x, a->y, a->x2 - a->x, a->y2 - a->y},
                              (hui_rect){b->x, b->y, b->x2 - b->x, b->y2 - b->y});
}

/* A tenth of the smaller one: less is rounding, or bins that touch. */
static bool covers(const hui_mark_item *a, const hui_mark_item *b)
{
    const hui_rect shared = shared_rect(a, b);
    const double smaller = fmin((a->x2 - a->x) * (a->y2 - a->y), (b->x2 - b->x) * (b->y2 - b->y));
    return shared.w * shared.h > 0.1 * smaller;
}

/* A sweep from left to right, in which bars stand that cover no other. */
static size_t count_covering(const hui_mark_item **bars, size_t count, const hui_mark_item **active, hui_rect *where)
{
    size_t covering = 0, active_count = 0;
    for (size_t i = 0; i < count; i++) {
        size_t kept = 0;
        bool is_covering = false;
        for (size_t k = 0; k < active_count; k++) {
            if (active[k]->x2 <= bars[i]->x)
                continue;
            active[kept++] = active[k];
            if (is_covering || !covers(active[k], bars[i]))
                continue;
            is_covering = true;
            if (covering++ == 0)
                *where = shared_rect(active[k], bars[i]);
        }
        active_count = kept;
        if (!is_covering)
            active[active_count++] = bars[i];
    }
    return covering;
}

static void check_overlap(hui_lint_check *check, const hui_lint_figure *figure, const hui_mark *mark)
{
    const hui_mark_item **bars = HUI_NEW_ARRAY(check->arena, const hui_mark_item *, 2 * mark->item_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < mark->item_count; i++)
        if (is_opaque_bar(&mark->items[i]))
            bars[count++] = &mark->items[i];
    if (count < 2)
        return;
    hui_rect where = {0};
    qsort(bars, count, sizeof *bars, by_left);
    const size_t covering = count_covering(bars, count, bars + mark->item_count, &where);
    if (covering > 0)
        hui_lint_add(check, HUI_LINT_MARK_OVERLAP, figure->panel, hui_lint_on_page(figure, mark, where),
                     (double)covering, covering, count);
}

static void check_bars(hui_lint_check *check, const hui_lint_figure *figure, const hui_mark *mark)
{
    if (!has_role(mark, "mark-bar") || mark->item_count == 0)
        return;
    check_overlap(check, figure, mark);
    if (mark->base < 0 || mark->base > 0) {
        const hui_plot *plot = mark->plot < figure->picture->plot_count ? &figure->picture->plots[mark->plot] : NULL;
        hui_lint_add(check, HUI_LINT_BAR_BASE, figure->panel,
                     plot ? hui_lint_on_page(figure, mark, (hui_rect){0, 0, plot->w, plot->h}) : figure->bounds,
                     fabs(mark->base), mark->base);
    }
}

/* Pies
 * ---- */

/* "37.5%", perhaps with words before it; NAN: no percentage. Stores how far rounding may have moved it. */
static double read_percent(const char *text, double *slack)
{
    const char *percent = strstr(text, "%");
    if (!percent)
        percent = strstr(text, "％");
    const char *start = percent;
    int decimals = 0;
    while (start && start > text && (isdigit((unsigned char)start[-1]) || start[-1] == '.'))
        start--;
    if (!start || start == percent)
        return NAN;
    const char *point = memchr(start, '.', (size_t)(percent - start));
    if (point)
        decimals = (int)(percent - point) - 1;
    double percentage;
    *slack += 0.5 * pow(10, -decimals);
    return hui_number_read(start, &percentage) ? percentage : NAN;
}

/* Labels of the pie's plot. */
static double sum_labels(const hui_picture *picture, size_t plot, size_t *count, double *slack)
{
    double sum = 0;
    *count = 0;
    for (size_t i = 0; i < picture->mark_count; i++) {
        const hui_mark *mark = &picture->marks[i];
        for (size_t k = 0; k < mark->item_count && mark->type == HUI_MARK_TEXT && mark->plot == plot; k++) {
            const double percent = read_percent(mark->items[k].text.text, slack);
            sum += isnan(percent) ? 0 : percent;
            *count += isnan(percent) ? 0 : 1;
        }
    }
    return sum;
}

/* The field's name says that its values are percentages. */
static bool is_percentage(const char *field)
{
    static const char *const signs[] = {"percent", "Percent", "pct", "%", "％", "百分", "占比", "比例", "比重"};
    for (size_t i = 0; field && i < sizeof signs / sizeof *signs; i++)
        if (strstr(field, signs[i]))
            return true;
    return false;
}

static void check_pie(hui_lint_check *check, const hui_lint_figure *figure, const hui_mark *mark)
{
    if (mark->type != HUI_MARK_ARC || mark->item_count < 2 || !mark->measure)
        return;
    size_t count;
    double slack = 0.01, sum = sum_labels(figure->picture, mark->plot, &count, &slack);
    if (count != mark->item_count) { /* no label for each: what the data say */
        if (!is_percentage(mark->measure))
            return;
        sum = mark->total <= 1.5 ? 100 * mark->total : mark->total;
        slack = 0.5 * (double)mark->item_count;
    }
    if (fabs(sum - 100) > slack)
        hui_lint_add(check, HUI_LINT_PIE_SUM, figure->panel, figure->bounds, fabs(sum - 100), sum);
}

/* Axes
 * ---- */

/* Digits and what belongs to numbers alone: no unit. */
static bool is_bare(const char *label)
{
    const char *at = label + (strncmp(label, "−", strlen("−")) == 0 ? strlen("−") : 0);
    return at[strspn(at, "0123456789.,+-eE ")] == 0;
}

/* What stands around a chart may name the unit: "产量（万吨）", "GDP (bn)", "单位：亿元", or the base of an index: "2020=100". */
static bool names_unit(const char *text)
{
    static const char *const signs[] = {"（", "(", "单位", "unit", "Unit", "%", "％", "="};
    for (size_t i = 0; text && i < sizeof signs / sizeof *signs; i++)
        if (strstr(text, signs[i]))
            return true;
    return false;
}

static bool is_unit_around(const hui_lint_check *check, const hui_lint_figure *figure)
{
    for (size_t i = 0; i < figure->picture->title_count; i++)
        if (names_unit(figure->picture->titles[i].text) || names_unit(figure->picture->titles[i].subtitle))
            return true;
    for (size_t i = 0; i < check->page->lines.count; i++) {
        const hui_lint_line *line = &check->page->lines.at[i];
        if (line->panel == figure->panel && !line->is_mark &&
            names_unit(hui_lines_string(check->arena, line->item->text.lines)))
            return true;
    }
    return false;
}

static void check_axis(hui_lint_check *check, const hui_lint_figure *figure, const hui_axis_picture *axis)
{
    bool is_all_bare = axis->label_count > 0;
    for (size_t i = 0; i < axis->label_count; i++)
        is_all_bare = is_all_bare && is_bare(axis->labels[i].text);
    if (axis->is_measured && !axis->title && is_all_bare && !is_unit_around(check, figure))
        hui_lint_add(check, HUI_LINT_AXIS_UNIT, figure->panel, figure->bounds, (double)axis->label_count,
                     axis->labels[axis->label_count - 1].text);
}

/* ------ */

static void check_empty(hui_lint_check *check, const hui_lint_figure *figure)
{
    size_t count = 0;
    for (size_t i = 0; i < figure->picture->mark_count; i++)
        count += figure->picture->marks[i].item_count;
    if (count == 0)
        hui_lint_add(check, HUI_LINT_EMPTY, figure->panel, figure->bounds, 1, "chart");
}

static void check_figure(hui_lint_check *check, const hui_lint_figure *figure)
{
    const hui_picture *picture = figure->picture;
    for (size_t i = 0; i < picture->mark_count; i++) {
        check_bars(check, figure, &picture->marks[i]);
        check_pie(check, figure, &picture->marks[i]);
    }
    if (hui_lint_applies(check, HUI_LINT_AXIS_UNIT))
        for (size_t i = 0; i < picture->axis_count; i++)
            check_axis(check, figure, &picture->axes[i]);
    hui_lint_points(check, figure);
    hui_lint_legends(check, figure);
    check_empty(check, figure);
}

void hui_lint_charts(hui_lint_check *check)
{
    if (!(check->request->rules & ~(unsigned)HUI_LINT_CERTAIN))
        return;
    for (size_t i = 0; i < check->page->figures.count; i++)
        check_figure(check, &check->page->figures.at[i]);
}
