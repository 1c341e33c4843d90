/* Bleed: what touches the edge of the trimmed page must run on to where the bleed ends, and words keep away from it. */
#include "preflight/marks.h"

#include <math.h>

static const double pt_per_mm = 72 / 25.4, mm_per_pt = 25.4 / 72;

/* How far the mark reaches beyond each side of the trimmed page, pt: left, right, top, bottom. */
static void reach_beyond(const hui_check *check, hui_rect box, double beyond[4])
{
    const hui_rect trim = check->trim;
    beyond[0] = trim.x - box.x;
    beyond[1] = box.x + box.w - trim.x - trim.w;
    beyond[2] = box.y + box.h - trim.y - trim.h;
    beyond[3] = trim.y - box.y;
}

/* Marks of printers stand wholly beside the trimmed page. */
static bool is_beside(const hui_check *check, hui_rect box)
{
    static const double slack = 0.1;
    const hui_rect trim = check->trim;
    return box.x > trim.x + trim.w - slack || box.x + box.w < trim.x + slack || box.y > trim.y + trim.h - slack ||
           box.y + box.h < trim.y + slack;
}

static bool is_visible(const hui_mark *mark)
{
    const hui_graphics *now = mark->now;
    for (int side = 0; side < 2; side++)
        if (mark->paints[side] && now->alpha[side] > 0 && !hui_tint_is_white(&now->tints[side]))
            return true;
    return mark->kind == HUI_MARK_SHADING || (mark->kind == HUI_MARK_IMAGE && mark->space);
}

/* A page that ends where it is cut has one fault, not one for each panel. */
static void report_page(hui_check *check, double room)
{
    const double wanted = check->limits[HUI_LIMIT_BLEED], beyond = fmax(0, room) * mm_per_pt;
    hui_check_add(check, HUI_RULE_NO_BLEED, (hui_spot){.is_general = true, .badness = -beyond}, beyond, wanted);
}

/* The strip between the edge and where the bleed ends, beside the mark. */
static hui_rect bleed_strip(const hui_check *check, hui_rect box, int side)
{
    const double wide = 0.9 * check->limits[HUI_LIMIT_BLEED] * pt_per_mm;
    const hui_rect trim = check->trim;
    switch (side) {
    case 0:
        return (hui_rect){trim.x - wide, box.y, wide, box.h};
    case 1:
        return (hui_rect){trim.x + trim.w, box.y, wide, box.h};
    case 2:
        return (hui_rect){box.x, trim.y + trim.h, box.w, wide};
    default:
        return (hui_rect){box.x, trim.y - wide, box.w, wide};
    }
}

/* Something painted before fills the strip: no bare paper can show. */
static bool has_ground(const hui_check *check, hui_rect strip)
{
    static const double most_of_it = 0.98;
    strip = hui_rect_intersect(strip, check->printed);
    for (size_t i = check->grounds.count; i-- > 0;) {
        const hui_rect on = hui_rect_intersect(check->grounds.at[i].box, strip);
        if (!check->grounds.at[i].is_white && on.w * on.h >= most_of_it * strip.w * strip.h)
            return true;
    }
    return false;
}

static void report_side(hui_check *check, const hui_mark *mark, int side, double beyond)
{
    static const char *const english[] = {"left", "right", "top", "bottom"};
    static const char *const chinese[] = {"左", "右", "上", "下"};
    const bool is_grounded = has_ground(check, bleed_strip(check, mark->box, side));
    const double length = side < 2 ? mark->box.h : mark->box.w;
    if (is_grounded && mark->contact[side] < 0.9 * length) /* a tip of something, no bar */
        return;
    hui_check_add(check, is_grounded ? HUI_RULE_BLEED_GROUND : HUI_RULE_BLEED,
                  (hui_spot){.box = &mark->box, .detail = english[side], .badness = mark->contact[side]},
                  hui_check_word(check, english[side], chinese[side]), fmax(0, beyond) * mm_per_pt,
                  check->limits[HUI_LIMIT_BLEED]);
}

/* The side is touched by more than a tip, and what touches it ends before the bleed does. */
static bool falls_short(const hui_check *check, const hui_mark *mark, int side, double beyond)
{
    static const double near = 0.15, tip = 0.3; /* mm: programs round, and no cut is finer */
    static const double enough = 0.9;           /* of what is wanted */
    const double wanted = check->limits[HUI_LIMIT_BLEED];
    return mark->contact[side] > tip * pt_per_mm && beyond > -near * pt_per_mm && beyond < enough * wanted * pt_per_mm;
}

void hui_watch_bleed(hui_check *check, const hui_mark *mark)
{
    double beyond[4], room[4];
    if (check->limits[HUI_LIMIT_BLEED] <= 0 || mark->kind == HUI_MARK_TEXT || mark->kind == HUI_MARK_GROUP ||
        is_beside(check, mark->box) || mark->now->has_soft_mask || !is_visible(mark))
        return;
    reach_beyond(check, hui_rect_intersect(mark->box, check->printed), beyond);
    reach_beyond(check, check->printed, room);
    for (int side = 0; side < 4; side++) {
        if (!falls_short(check, mark, side, beyond[side]))
            continue;
        if (room[side] <= beyond[side])
            report_page(check, room[side]);
        else
            report_side(check, mark, side, beyond[side]);
    }
}

void hui_watch_safe_zone(hui_check *check, const hui_mark *mark)
{
    static const double slack = 0.05;
    const double wanted = check->limits[HUI_LIMIT_SAFE];
    double beyond[4];
    if (wanted <= 0 || mark->kind != HUI_MARK_TEXT || is_beside(check, mark->box))
        return;
    reach_beyond(check, mark->box, beyond);
    const double most = fmax(fmax(beyond[0], beyond[1]), fmax(beyond[2], beyond[3]));
    if (-most < (wanted - slack) * pt_per_mm)
        hui_check_add(check, HUI_RULE_SAFE, (hui_spot){.box = &mark->box, .badness = most}, fmax(0, -most * mm_per_pt),
                      wanted);
}
