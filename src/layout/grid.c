/* Grids: cells filled row by row, columns sized together, rows as high as what ends in them. After CSS Grid Layout 1,
 * sections 8.5 (sparse auto-placement) and 12 (track sizing), made simple: one pass over the tracks, no maximising. */
#include "layout/pass.h"

#include <stdint.h>

struct hui_grid {
    int column_count, row_count;
    hui_slot *columns;
    hui_box **by_end; /* the children, those first that end in an earlier row */
    size_t count;
    double *tops;  /* of each row, inside the padding, and where one after the last would be */
    double *above; /* of each row: above the baseline its boxes share */
    double *below;
};

static int span_of(const struct hui_grid *grid, const hui_box *child)
{
    int span = child->span < 1 ? 1 : child->span;
    return span < grid->column_count ? span : grid->column_count;
}

/* The first column from `column` on in whose row `span` columns are free, or -1. */
static int free_run(const struct hui_grid *grid, const int64_t *busy, int64_t row, int column, int span)
{
    for (int run = 0; column < grid->column_count; column++) {
        run = busy[column] <= row ? run + 1 : 0;
        if (run == span)
            return column - span + 1;
    }
    return -1;
}

/* The next row after `row` in which a column becomes free. */
static int64_t freeing_row(const struct hui_grid *grid, const int64_t *busy, int64_t row)
{
    int64_t next = INT64_MAX;
    for (int i = 0; i < grid->column_count; i++) {
        if (busy[i] > row && busy[i] < next)
            next = busy[i];
    }
    return next;
}

/* How many of the ascending `rows` come before `row`. */
static int count_before(const int64_t *rows, int count, int64_t row)
{
    int from = 0;
    while (from < count) {
        int middle = from + (count - from) / 2;
        if (rows[middle] < row)
            from = middle + 1;
        else
            count = middle;
    }
    return from;
}

/* Sets each child's column, row and row_end. Rows in which nothing begins are left out, so there are never more rows
 * than children, whatever they span. */
static void fill_cells(hui_layout *layout, struct hui_grid *grid, hui_box *box)
{
    int64_t *busy = HUI_NEW_ARRAY(layout->arena, int64_t, grid->column_count); /* until before this row */
    int64_t *rows = HUI_NEW_ARRAY(layout->arena, int64_t, grid->count);
    int64_t row = 0;
    int column = 0;
    for (hui_box *child = box->first; child; child = child->next) {
        int span = span_of(grid, child), found;
        while ((found = free_run(grid, busy, row, column, span)) < 0) {
            row = column > 0 ? row + 1 : freeing_row(grid, busy, row);
            column = 0;
        }
        if (grid->row_count == 0 || rows[grid->row_count - 1] != row)
            rows[grid->row_count++] = row;
        child->column = found;
        child->row = grid->row_count - 1;
        column = found + span;
        for (int i = found; i < column; i++)
            busy[i] = row + (child->row_span < 1 ? 1 : child->row_span);
    }
    for (hui_box *child = box->first; child; child = child->next)
        child->row_end = child->row_span > 1 ? count_before(rows, grid->row_count, rows[child->row] + child->row_span)
                                             : child->row + 1;
}

/* Counting sort, so that the heights of all rows but the last are known when a box that spans rows comes. */
static void sort_by_end(hui_layout *layout, struct hui_grid *grid, hui_box *box)
{
    int *start = HUI_NEW_ARRAY(layout->arena, int, grid->row_count + 2);
    for (hui_box *child = box->first; child; child = child->next)
        start[child->row_end + 1]++;
    for (int i = 1; i < grid->row_count + 2; i++)
        start[i] += start[i - 1];
    for (hui_box *child = box->first; child; child = child->next)
        grid->by_end[start[child->row_end]++] = child;
}

static struct hui_grid *grid_new(hui_layout *layout, hui_box *box)
{
    struct hui_grid *grid = HUI_NEW(layout->arena, struct hui_grid);
    grid->column_count = box->track_count > 0 ? (int)box->track_count : 1;
    for (const hui_box *child = box->first; child; child = child->next)
        grid->count++;
    grid->columns = HUI_NEW_ARRAY(layout->arena, hui_slot, grid->column_count);
    grid->by_end = HUI_NEW_ARRAY(layout->arena, hui_box *, grid->count);
    fill_cells(layout, grid, box);
    sort_by_end(layout, grid, box);
    grid->tops = HUI_NEW_ARRAY(layout->arena, double, grid->row_count + 1);
    grid->above = HUI_NEW_ARRAY(layout->arena, double, grid->row_count);
    grid->below = HUI_NEW_ARRAY(layout->arena, double, grid->row_count);
    return grid;
}

static hui_slot track_slot(const hui_track *track)
{
    hui_slot slot = {.most = INFINITY};
    switch (track->kind) {
    case HUI_TRACK_FR:
        slot.grow = fmax(track->size, 0);
        break;
    case HUI_TRACK_AUTO:
        break;
    case HUI_TRACK_PX:
        slot.min = slot.max = hui_whole(fmax(track->size, 0));
        slot.fixed = true;
        break;
    }
    return slot;
}

static double weight_of(const hui_slot *slot, bool flexible)
{
    return slot->fixed ? 0 : flexible ? slot->grow : 1;
}

/* Adds what is missing to the tracks in whole px: to flexible ones by their share if there are any, else to the
 * automatic ones in equal parts (section 12.5.1). */
static void raise_tracks(hui_slot *slots, int count, hui_extent missing)
{
    double flexible = 0, automatic = 0;
    for (int i = 0; i < count; i++) {
        flexible += weight_of(&slots[i], true);
        automatic += weight_of(&slots[i], false);
    }
    double all = flexible > 0 ? flexible : automatic, sum = 0;
    for (int i = 0; i < count && all > 0; i++) {
        double before = sum / all;
        sum += weight_of(&slots[i], flexible > 0);
        double after = sum / all;
        slots[i].min += hui_whole(missing.min * after) - hui_whole(missing.min * before);
        slots[i].max += hui_whole(missing.max * after) - hui_whole(missing.max * before);
        slots[i].max = fmax(slots[i].max, slots[i].min);
    }
}

static void raise_for(struct hui_grid *grid, const hui_box *box, const hui_box *child, int span)
{
    hui_slot *slots = &grid->columns[child->column];
    double gaps = hui_gaps(hui_whole(box->gap), (size_t)span);
    hui_extent missing = {child->extent.min - gaps, child->extent.max - gaps};
    for (int i = 0; i < span; i++) {
        missing.min -= slots[i].min;
        missing.max -= slots[i].max;
    }
    missing.min = fmax(missing.min, 0);
    missing.max = fmax(missing.max, 0);
    raise_tracks(slots, span, missing);
}

hui_extent hui_grid_extent(hui_layout *layout, hui_box *box)
{
    struct hui_grid *grid = box->grid = grid_new(layout, box);
    for (int i = 0; i < grid->column_count; i++)
        grid->columns[i] = track_slot(box->track_count > 0 ? &box->tracks[i] : &(hui_track){HUI_TRACK_FR, 1});
    /* Boxes of fewer columns first: those of more ask only for what is still missing. */
    for (int span = 1, next; span > 0; span = next) {
        next = 0;
        for (const hui_box *child = box->first; child; child = child->next) {
            int its = span_of(grid, child);
            if (its == span)
                raise_for(grid, box, child, span);
            else if (its > span && (next == 0 || its < next))
                next = its;
        }
    }
    hui_extent extent = hui_slots_extent(grid->columns, (size_t)grid->column_count);
    double gaps = hui_gaps(hui_whole(box->gap), (size_t)grid->column_count);
    return (hui_extent){extent.min + gaps, extent.max + gaps};
}

void hui_grid_widths(hui_box *box, double inner)
{
    struct hui_grid *grid = box->grid;
    size_t count = (size_t)grid->column_count;
    double gap = hui_whole(box->gap);
    hui_slots_fit(grid->columns, count, inner - hui_gaps(gap, count));
    hui_slots_place(grid->columns, count, box, gap, inner);
    for (hui_box *child = box->first; child; child = child->next) {
        const hui_slot *first = &grid->columns[child->column], *last = first + span_of(grid, child) - 1;
        child->rect.w = fmin(hui_box_most(child), last->at + last->size - first->at);
    }
}

static hui_align cell_align(const hui_box *box, const hui_box *child)
{
    hui_align align = hui_box_align(box, child);
    return align == HUI_ALIGN_BASELINE && child->row_end > child->row + 1 ? HUI_ALIGN_START : align;
}

double hui_grid_height(hui_box *box)
{
    struct hui_grid *grid = box->grid;
    double gap = hui_whole(box->row_gap);
    for (const hui_box *child = box->first; child; child = child->next) {
        if (cell_align(box, child) != HUI_ALIGN_BASELINE)
            continue;
        double foot = hui_box_foot(child);
        grid->above[child->row] = fmax(grid->above[child->row], foot);
        grid->below[child->row] = fmax(grid->below[child->row], child->natural - foot);
    }
    size_t i = 0;
    for (int row = 0; row < grid->row_count; row++) {
        double height = hui_whole_up(grid->above[row] + grid->below[row]);
        for (; i < grid->count && grid->by_end[i]->row_end == row + 1; i++) {
            const hui_box *child = grid->by_end[i];
            height = fmax(height, child->natural - (grid->tops[row] - grid->tops[child->row]));
        }
        grid->tops[row + 1] = grid->tops[row] + height + gap;
    }
    return grid->row_count > 0 ? grid->tops[grid->row_count] - gap : 0;
}

void hui_grid_place(hui_box *box, hui_rect inner)
{
    const struct hui_grid *grid = box->grid;
    double gap = hui_whole(box->row_gap), more = 0; /* for each row */
    if (box->align == HUI_ALIGN_STRETCH && grid->row_count > 0)
        more = fmax(inner.h - (grid->tops[grid->row_count] - gap), 0) / grid->row_count;
    for (hui_box *child = box->first; child; child = child->next) {
        double top = grid->tops[child->row] + hui_whole(more * child->row);
        double end = grid->tops[child->row_end] + hui_whole(more * child->row_end) - gap;
        child->rect.x = inner.x + grid->columns[child->column].at;
        hui_place_in_line(child, cell_align(box, child), inner.y + top, end - top, grid->above[child->row]);
    }
}
