/* Sharing room along one axis. */
#include "layout/pass.h"

#include <assert.h>
#include <math.h>

static double clamp(double value, double least, double most)
{
    return fmax(least, fmin(value, most));
}

hui_extent hui_slots_extent(const hui_slot *slots, size_t count)
{
    hui_extent sum = {0, 0};
    double unit = 0; /* of growing: the longest of them has its max when all have their share */
    for (size_t i = 0; i < count; i++) {
        sum.min += slots[i].min;
        if (slots[i].grow > 0)
            unit = fmax(unit, slots[i].max / slots[i].grow);
        else
            sum.max += slots[i].max;
    }
    for (size_t i = 0; i < count; i++) {
        if (slots[i].grow > 0)
            sum.max += clamp(hui_whole_up(unit * slots[i].grow), slots[i].min, slots[i].most);
    }
    return sum;
}

/* What is to be shared by the unsettled: false when nobody is left. */
static bool share_unit(const hui_slot *slots, size_t count, double room, double *unit)
{
    double weight = 0;
    for (size_t i = 0; i < count; i++) {
        if (slots[i].settled)
            room -= slots[i].size;
        else
            weight += slots[i].grow;
    }
    *unit = weight > 0 ? room / weight : 0;
    return weight > 0;
}

/* CSS Flexible Box Layout 1, section 9.7, for bases of 0. Each turn settles those who hit the bound that is violated
 * more in sum; as in Newton's method on a piecewise linear function the turns are few, whatever the count. */
static void share_room(hui_slot *slots, size_t count, double room)
{
    double unit;
    while (share_unit(slots, count, room, &unit)) {
        double violation = 0;
        for (size_t i = 0; i < count; i++) {
            if (slots[i].settled)
                continue;
            slots[i].size = clamp(slots[i].grow * unit, slots[i].min, slots[i].most);
            violation += slots[i].size - slots[i].grow * unit;
        }
        for (size_t i = 0; i < count; i++) {
            double excess = slots[i].settled ? 0 : slots[i].size - slots[i].grow * unit;
            if (violation == 0 || (violation > 0 && excess > 0) || (violation < 0 && excess < 0))
                slots[i].settled = true;
        }
    }
}

/* Rounds the edges, not the sizes: so no px is lost, and a size between whole bounds stays between them. */
static void snap(hui_slot *slots, size_t count)
{
    double sum = 0, edge = 0;
    for (size_t i = 0; i < count; i++) {
        sum += slots[i].size;
        slots[i].size = hui_whole(sum) - edge;
        edge += slots[i].size;
    }
}

void hui_slots_fit(hui_slot *slots, size_t count, double room)
{
    double least = 0, most = 0; /* of all before they grow */
    for (size_t i = 0; i < count; i++) {
        assert(slots[i].min <= slots[i].max);
        least += slots[i].min;
        most += slots[i].grow > 0 ? slots[i].min : slots[i].max;
    }
    room = fmax(floor(room), 0);
    double squeeze = least > room ? room / least : 1;
    double shrink = most > room && most > least ? fmin((most - room) / (most - least), 1) : 0;
    for (size_t i = 0; i < count; i++) {
        hui_slot *slot = &slots[i];
        slot->size = slot->grow > 0 ? slot->min : slot->max - (slot->max - slot->min) * shrink;
        slot->size *= squeeze;
        slot->settled = slot->grow <= 0;
    }
    if (most < room)
        share_room(slots, count, room);
    snap(slots, count);
}

void hui_slots_place(hui_slot *slots, size_t count, const hui_box *box, double gap, double length)
{
    double room = length, cursor = 0, more = 0;
    for (size_t i = 0; i < count; i++)
        room -= slots[i].size + (i > 0 ? gap : 0);
    room = fmax(room, 0);
    switch (box->justify) {
    case HUI_JUSTIFY_START:
        break;
    case HUI_JUSTIFY_CENTER:
        cursor = floor(room / 2);
        break;
    case HUI_JUSTIFY_END:
        cursor = room;
        break;
    case HUI_JUSTIFY_BETWEEN:
        more = count > 1 ? room / (double)(count - 1) : 0;
        if (box->max_gap > 0)
            more = fmin(more, fmax(hui_whole(box->max_gap) - gap, 0));
        break;
    }
    for (size_t i = 0; i < count; i++) {
        slots[i].at = cursor + hui_whole(more * (double)i);
        cursor += slots[i].size + gap;
    }
}
