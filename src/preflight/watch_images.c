/* Images and lines: whether they are fine enough, and not too fine. */
#include "preflight/marks.h"

#include <math.h>

static void note_resolution(hui_check *check, const hui_picture_facts *picture, double dpi)
{
    hui_preflight_report *report = check->report;
    report->image_count++;
    if (!picture->is_bitmap && (report->image_least <= 0 || dpi < report->image_least))
        report->image_least = dpi;
}

void hui_watch_images(hui_check *check, const hui_mark *mark)
{
    static const double speck = 4; /* pt: smaller ones show no pixels; nor do plain ones of a few */
    const hui_picture_facts *picture = mark->picture;
    if (mark->kind != HUI_MARK_IMAGE || picture->width * picture->height <= 4 || mark->across < speck ||
        mark->down < speck)
        return;
    const double dpi = fmin(picture->width / mark->across, picture->height / mark->down) * 72;
    const double good = check->limits[picture->is_bitmap ? HUI_LIMIT_BITMAP : HUI_LIMIT_IMAGE];
    const double least = check->limits[picture->is_bitmap ? HUI_LIMIT_BITMAP_LEAST : HUI_LIMIT_IMAGE_LEAST];
    const hui_spot spot = {.box = &mark->box, .badness = -dpi};
    note_resolution(check, picture, dpi);
    if (dpi < least - 0.5)
        hui_check_add(check, HUI_RULE_IMAGE_LEAST, spot, picture->width, picture->height, dpi, least);
    else if (dpi < good - 0.5)
        hui_check_add(check, HUI_RULE_IMAGE, spot, picture->width, picture->height, dpi, good);
}

void hui_watch_lines(hui_check *check, const hui_mark *mark)
{
    static const double slack = 0.005;
    const double least = check->limits[HUI_LIMIT_LINE];
    const hui_spot spot = {.box = &mark->box, .badness = -mark->thinnest};
    if (mark->kind != HUI_MARK_PATH || mark->thinnest < 0)
        return;
    if (mark->thinnest <= 0)
        hui_check_add(check, HUI_RULE_HAIRLINE, spot);
    else if (mark->thinnest < least - slack)
        hui_check_add(check, HUI_RULE_LINE, spot, mark->thinnest, least);
}
