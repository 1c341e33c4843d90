/* Widths: what each box needs, from the leaves up, and what it gets, from the root down. */
#include "layout/pass.h"

#include <assert.h>

/* What a leaf or an arranger says it needs, in whole px. */
static hui_extent said_extent(hui_extent extent)
{
    assert(isfinite(extent.min) && isfinite(extent.max));
    extent.min = ceil(fmax(extent.min, 0));
    extent.max = fmax(ceil(extent.max), extent.min);
    return extent;
}

static hui_extent widest_child(const hui_box *box)
{
    hui_extent extent = {0, 0};
    for (const hui_box *child = box->first; child; child = child->next) {
        if (box->kind == HUI_BOX_STACK && child->out_of_flow)
            continue;
        extent.min = fmax(extent.min, child->extent.min);
        extent.max = fmax(extent.max, child->extent.max);
    }
    return extent;
}

static hui_extent row_extent(hui_layout *layout, const hui_box *box)
{
    size_t count, i = 0;
    hui_slot *slots = hui_layout_slots(layout, box, &count);
    for (const hui_box *child = box->first; child; child = child->next)
        slots[i++] = hui_box_slot(child);
    hui_extent extent = hui_slots_extent(slots, count);
    double gaps = hui_gaps(hui_whole(box->gap), count);
    extent.min += gaps;
    extent.max += gaps;
    return extent;
}

static hui_extent content_extent(hui_layout *layout, hui_box *box)
{
    switch (box->kind) {
    case HUI_BOX_LEAF:
        return box->content ? said_extent(box->content->widths(box->data)) : (hui_extent){0, 0};
    case HUI_BOX_FREE:
        return said_extent(box->arranger->widths(box->data, box));
    case HUI_BOX_COLUMN:
    case HUI_BOX_STACK:
        return widest_child(box);
    case HUI_BOX_ROW:
        return row_extent(layout, box);
    case HUI_BOX_WRAP:
        return (hui_extent){widest_child(box).min, row_extent(layout, box).max};
    case HUI_BOX_GRID:
        return hui_grid_extent(layout, box);
    }
    return (hui_extent){0, 0};
}

void hui_pass_extents(hui_layout *layout, hui_box *box)
{
    for (hui_box *child = box->first; child; child = child->next)
        hui_pass_extents(layout, child);
    if (!hui_monitor_advance(layout->monitor, 1))
        return;
    hui_extent extent = content_extent(layout, box);
    extent.min += hui_box_padding_x(box);
    extent.max += hui_box_padding_x(box);
    if (box->width > 0) {
        extent.min = extent.max = fmax(extent.min, hui_whole(box->width));
    } else {
        extent.min = fmax(extent.min, hui_whole(box->min_width));
        if (box->max_width > 0)
            extent.max = fmin(extent.max, hui_whole(box->max_width));
        extent.max = fmax(extent.max, extent.min);
    }
    box->extent = extent;
}

static void column_widths(const hui_box *box, double inner)
{
    for (hui_box *child = box->first; child; child = child->next) {
        bool stretch = hui_box_align(box, child) == HUI_ALIGN_STRETCH;
        child->rect.w = fmin(stretch ? hui_box_most(child) : child->extent.max, inner);
        if (box->kind == HUI_BOX_STACK && child->out_of_flow)
            child->rect.w = box->rect.w;
    }
}

/* The children from `first` up to `end` share the width. */
static void line_widths(const hui_box *box, hui_box *first, const hui_box *end, hui_slot *slots, double inner)
{
    size_t count = 0;
    for (const hui_box *child = first; child != end; child = child->next) {
        slots[count] = hui_box_slot(child);
        if (box->kind == HUI_BOX_WRAP)
            slots[count].min = slots[count].max = child->rect.w;
        count++;
    }
    hui_slots_fit(slots, count, inner - hui_gaps(hui_whole(box->gap), count));
    for (hui_box *child = first; child != end; child = child->next)
        child->rect.w = (slots++)->size;
}

static void row_widths(hui_layout *layout, hui_box *box, double inner)
{
    size_t count;
    hui_slot *slots = hui_layout_slots(layout, box, &count);
    line_widths(box, box->first, NULL, slots, inner);
}

static void wrap_widths(hui_layout *layout, hui_box *box, double inner)
{
    size_t count;
    hui_slot *slots = hui_layout_slots(layout, box, &count);
    hui_box *line = box->first;
    double used = 0, gap = hui_whole(box->gap);
    int row = 0;
    for (hui_box *child = box->first; child; child = child->next) {
        child->rect.w = fmin(child->extent.max, inner);
        if (child != line && used + gap + child->rect.w > inner) {
            line_widths(box, line, child, slots, inner);
            line = child;
            row++;
        }
        used = child == line ? child->rect.w : used + gap + child->rect.w;
        child->row = row;
    }
    line_widths(box, line, NULL, slots, inner);
}

bool hui_pass_widths(hui_layout *layout, hui_box *box)
{
    double inner = hui_box_inner(box).w;
    switch (box->kind) {
    case HUI_BOX_LEAF:
        break;
    case HUI_BOX_COLUMN:
    case HUI_BOX_STACK:
        column_widths(box, inner);
        break;
    case HUI_BOX_ROW:
        row_widths(layout, box, inner);
        break;
    case HUI_BOX_WRAP:
        wrap_widths(layout, box, inner);
        break;
    case HUI_BOX_GRID:
        hui_grid_widths(box, inner);
        break;
    case HUI_BOX_FREE:
        box->arranger->share(box->data, box, inner);
        break;
    }
    bool reported = false;
    for (hui_box *child = box->first; child; child = child->next)
        reported |= hui_pass_widths(layout, child);
    if (!reported && box->extent.min > box->rect.w + 0.5) {
        if (layout->overflow)
            layout->overflow(layout->closure, box, box->extent.min, box->rect.w);
        reported = true;
    }
    return reported;
}
