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
    hui_check_add(check, HUI_RULE_NO_BLEED, (hui_spot){.badness = -beyond}, beyond, wanted);
}

static void report_side(hui_check *check, hui_rect box, int side, double beyond)
{
    static const char *const english[] = {"left", "right", "top", "bottom"};
    static const char *const chinese[] = {"左", "右", "上", "下"};
    const double along = side < 2 ? box.h : box.w;
    hui_check_add(check, HUI_RULE_BLEED, (hui_spot){.box = &box, .detail = english[side], .badness = along},
                  hui_check_word(check, english[side], chinese[side]), fmax(0, beyond) * mm_per_pt,
                  check->limits[HUI_LIMIT_BLEED]);
}

void hui_watch_bleed(hui_check *check, const hui_mark *mark)
{
    static const double near = 0.15, slack = 0.1; /* mm: programs round, and cutting is not finer */
    const double wanted = check->limits[HUI_LIMIT_BLEED];
    double beyond[4], room[4];
    if (wanted <= 0 || mark->kind == HUI_MARK_TEXT || mark->kind == HUI_MARK_GROUP || is_beside(check, mark->box) ||
        !is_visible(mark))
        return;
    reach_beyond(check, hui_rect_intersect(mark->box, check->printed), beyond);
    reach_beyond(check, check->printed, room);
    for (int side = 0; side < 4; side++) {
        if (beyond[side] <= -near * pt_per_mm || beyond[side] >= (wanted - slack) * pt_per_mm)
            continue;
        if (room[side] < (wanted - slack) * pt_per_mm)
            report_page(check, room[side]);
        else
            report_side(check, mark->box, side, beyond[side]);
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
