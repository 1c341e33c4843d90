/* Heights from the leaves up, then places from the root down. */
#include "layout/pass.h"

#include <assert.h>

/* A line: the children of a ROW, or those of a WRAP that stand in one row of it. */
typedef struct line {
    hui_box *first, *end;
    size_t count;
    double height, above; /* above its baseline */
} line;

double hui_box_foot(const hui_box *box)
{
    return isnan(box->baseline) ? box->natural : box->baseline;
}

static line next_line(const hui_box *box, hui_box *first)
{
    line found = {.first = first};
    double below = 0;
    hui_box *child = first;
    for (; child && child->row == first->row; child = child->next) {
        found.count++;
        found.height = fmax(found.height, child->natural);
        if (hui_box_align(box, child) == HUI_ALIGN_BASELINE) {
            found.above = fmax(found.above, hui_box_foot(child));
            below = fmax(below, child->natural - hui_box_foot(child));
        }
    }
    found.end = child;
    found.height = fmax(found.height, hui_whole_up(found.above + below));
    return found;
}

static double lines_height(const hui_box *box)
{
    double height = 0;
    for (hui_box *child = box->first; child;) {
        line at = next_line(box, child);
        height += at.height + (child == box->first ? 0 : hui_whole(box->row_gap));
        child = at.end;
    }
    return height;
}

static double column_height(const hui_box *box)
{
    double height = 0;
    for (const hui_box *child = box->first; child; child = child->next)
        height += child->natural + (child->next ? hui_whole(box->gap) : 0);
    return height;
}

static double stack_height(const hui_box *box)
{
    double height = 0;
    for (const hui_box *child = box->first; child; child = child->next)
        height = fmax(height, child->out_of_flow ? 0 : child->natural);
    return height;
}

static double arrange(hui_box *box, double width, double height)
{
    for (hui_box *child = box->first; child; child = child->next)
        child->rect.h = child->natural;
    return hui_whole_up(fmax(box->arranger->arrange(box->data, box, width, height), 0));
}

static double content_height(hui_box *box)
{
    switch (box->kind) {
    case HUI_BOX_LEAF:
        if (box->content) {
            hui_height content = box->content->height(box->data, hui_box_inner(box).w);
            assert(isfinite(content.height));
            box->baseline = content.baseline + hui_box_padding(box, HUI_TOP);
            return hui_whole_up(fmax(content.height, 0));
        }
        return 0;
    case HUI_BOX_COLUMN:
        return column_height(box);
    case HUI_BOX_ROW:
    case HUI_BOX_WRAP:
        return lines_height(box);
    case HUI_BOX_GRID:
        return hui_grid_height(box);
    case HUI_BOX_STACK:
        return stack_height(box);
    case HUI_BOX_FREE:
        return arrange(box, hui_box_inner(box).w, 0);
    }
    return 0;
}

/* The first child's that has one; of the places the children have now. */
static void find_baseline(hui_box *box)
{
    if (box->kind == HUI_BOX_LEAF)
        return;
    box->baseline = NAN;
    for (const hui_box *child = box->first; child && isnan(box->baseline); child = child->next) {
        if (!(box->kind == HUI_BOX_STACK && child->out_of_flow))
            box->baseline = child->rect.y - child->offset_y + child->baseline - box->rect.y;
    }
}

void hui_pass_heights(hui_layout *layout, hui_box *box)
{
    for (hui_box *child = box->first; child; child = child->next)
        hui_pass_heights(layout, child);
    if (!hui_monitor_advance(layout->monitor, 1))
        return;
    box->baseline = NAN;
    double height = content_height(box) + hui_box_padding_y(box);
    height = fmax(height, fmax(hui_whole(box->height), hui_whole(box->min_height)));
    box->natural = fmax(height, hui_whole(box->rect.w * box->ratio));
    /* Placed for now, at the height it needs: that tells the baseline. */
    box->rect = (hui_rect){0, 0, box->rect.w, box->natural};
    hui_place_children(layout, box);
    find_baseline(box);
}

/* How far from the start; what does not fit starts there. */
static double aligned(hui_align align, double size, double length)
{
    double room = fmax(length - size, 0);
    switch (align) {
    case HUI_ALIGN_STRETCH:
    case HUI_ALIGN_START:
    case HUI_ALIGN_BASELINE:
        break;
    case HUI_ALIGN_CENTER:
        return floor(room / 2);
    case HUI_ALIGN_END:
        return room;
    }
    return 0;
}

void hui_place_in_line(hui_box *child, hui_align align, double top, double height, double above)
{
    bool stretch = align == HUI_ALIGN_STRETCH && child->height <= 0;
    child->rect.h = stretch ? fmax(height, child->natural) : child->natural;
    child->rect.y =
        top + (align == HUI_ALIGN_BASELINE ? above - hui_box_foot(child) : aligned(align, child->rect.h, height));
}

static void place_line(const hui_box *box, const line *at, hui_slot *slots, hui_rect room)
{
    size_t i = 0;
    for (const hui_box *child = at->first; child != at->end; child = child->next)
        slots[i++].size = child->rect.w;
    hui_slots_place(slots, at->count, box, hui_whole(box->gap), room.w);
    i = 0;
    for (hui_box *child = at->first; child != at->end; child = child->next) {
        child->rect.x = room.x + slots[i++].at;
        hui_place_in_line(child, hui_box_align(box, child), room.y, room.h, at->above);
    }
}

static void place_lines(hui_layout *layout, const hui_box *box, hui_rect inner)
{
    size_t count;
    hui_slot *slots = hui_layout_slots(layout, box, &count);
    double y = inner.y;
    for (hui_box *child = box->first; child;) {
        line at = next_line(box, child);
        double height = box->kind == HUI_BOX_ROW ? fmax(inner.h, at.height) : at.height;
        place_line(box, &at, slots, (hui_rect){inner.x, y, inner.w, height});
        y += height + hui_whole(box->row_gap);
        child = at.end;
    }
}

static void place_column(hui_layout *layout, const hui_box *box, hui_rect inner)
{
    size_t count, i = 0;
    hui_slot *slots = hui_layout_slots(layout, box, &count);
    double height = fmax(inner.h, column_height(box)), gap = hui_whole(box->gap);
    for (const hui_box *child = box->first; child; child = child->next)
        slots[i++] = (hui_slot){.min = child->natural,
                                .max = child->natural,
                                .grow = child->height > 0 ? 0 : child->grow,
                                .most = INFINITY};
    hui_slots_fit(slots, count, height - hui_gaps(gap, count));
    hui_slots_place(slots, count, box, gap, height);
    i = 0;
    for (hui_box *child = box->first; child; child = child->next, i++) {
        child->rect.x = inner.x + aligned(hui_box_align(box, child), child->rect.w, inner.w);
        child->rect.y = inner.y + slots[i].at;
        child->rect.h = slots[i].size;
    }
}

static void place_stack(const hui_box *box, hui_rect inner)
{
    for (hui_box *child = box->first; child; child = child->next) {
        if (child->out_of_flow) {
            child->rect = box->rect;
            continue;
        }
        hui_align align = hui_box_align(box, child);
        bool top = box->justify == HUI_JUSTIFY_START || box->justify == HUI_JUSTIFY_BETWEEN;
        bool stretch = top && align == HUI_ALIGN_STRETCH && child->height <= 0;
        hui_align vertical = top                                  ? HUI_ALIGN_START
                             : box->justify == HUI_JUSTIFY_CENTER ? HUI_ALIGN_CENTER
                                                                  : HUI_ALIGN_END;
        child->rect.h = stretch ? fmax(inner.h, child->natural) : child->natural;
        child->rect.x = inner.x + aligned(align, child->rect.w, inner.w);
        child->rect.y = inner.y + aligned(vertical, child->rect.h, inner.h);
    }
}

static void place_free(hui_box *box, hui_rect inner)
{
    arrange(box, inner.w, inner.h);
    for (hui_box *child = box->first; child; child = child->next) {
        child->rect.x = inner.x + hui_whole(child->rect.x);
        child->rect.y = inner.y + hui_whole(child->rect.y);
    }
}

void hui_place_children(hui_layout *layout, hui_box *box)
{
    hui_rect inner = hui_box_inner(box);
    switch (box->kind) {
    case HUI_BOX_LEAF:
        break;
    case HUI_BOX_COLUMN:
        place_column(layout, box, inner);
        break;
    case HUI_BOX_ROW:
    case HUI_BOX_WRAP:
        place_lines(layout, box, inner);
        break;
    case HUI_BOX_GRID:
        hui_grid_place(box, inner);
        break;
    case HUI_BOX_STACK:
        place_stack(box, inner);
        break;
    case HUI_BOX_FREE:
        place_free(box, inner);
        break;
    }
    for (hui_box *child = box->first; child; child = child->next) {
        child->rect.x += child->offset_x;
        child->rect.y += child->offset_y;
    }
}

void hui_pass_places(hui_layout *layout, hui_box *box)
{
    hui_place_children(layout, box);
    for (hui_box *child = box->first; child; child = child->next)
        hui_pass_places(layout, child);
    find_baseline(box);
}
