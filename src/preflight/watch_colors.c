/* Colours: what presses cannot print as it is, and which spot colours there are. */
#include "preflight/marks.h"

#include <string.h>

/* Device RGB stands for what the output intent says; colours with a profile may be converted under PDF/X-3 and
 * later. */
static bool is_permitted(const hui_check *check, const hui_space *space)
{
    if (check->claims & CLAIM_X1A)
        return false;
    return ((check->claims & CLAIM_X) && check->intent_is_rgb) ||
           (space->is_managed && (check->claims & (CLAIM_X3 | CLAIM_X4)));
}

static const char *name_mark(const hui_check *check, const hui_mark *mark)
{
    switch (mark->kind) {
    case HUI_MARK_TEXT:
        return hui_check_word(check, "text", "文字");
    case HUI_MARK_IMAGE:
        return hui_check_word(check, "an image", "图像");
    case HUI_MARK_SHADING:
        return hui_check_word(check, "a gradient", "渐变");
    case HUI_MARK_PATH:
    case HUI_MARK_GROUP:
        break;
    }
    return hui_check_word(check, "a shape or line", "图形或线条");
}

static bool is_process(const char *name)
{
    static const char *const names[] = {"Cyan", "Magenta", "Yellow", "Black", "All", "None"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void note_spots(hui_check *check, const hui_space *space)
{
    enum { PLATES_MOST = 200 };
    hui_preflight_report *report = check->report;
    for (int i = 0; i < space->count && i < COLORANTS_MOST; i++) {
        const char *name = space->colorants[i];
        size_t k = 0;
        while (name && k < report->plates.count && strcmp(report->plates.at[k].name, name) != 0)
            k++;
        if (name && !is_process(name) && k == report->plates.count && k < PLATES_MOST)
            *hui_vec_push(check->arena, &report->plates) = (hui_plate_facts){name, -1};
    }
}

static void watch_space(hui_check *check, const hui_mark *mark, const hui_space *space)
{
    if (!space)
        return;
    if (space->kind == HUI_SPACE_SPOT)
        note_spots(check, space);
    if ((space->kind != HUI_SPACE_RGB && space->kind != HUI_SPACE_LAB) || is_permitted(check, space))
        return;
    const char *what = name_mark(check, mark);
    const hui_spot spot = {.box = &mark->box, .detail = what, .badness = mark->box.w * mark->box.h};
    hui_check_add(check, space->is_managed ? HUI_RULE_RGB_MANAGED : HUI_RULE_RGB, spot, what, space->name);
}

void hui_watch_colors(hui_check *check, const hui_mark *mark)
{
    if (mark->kind == HUI_MARK_GROUP)
        return;
    if (mark->space)
        watch_space(check, mark, mark->space);
    for (int side = 0; side < 2; side++) {
        const hui_tint *tint = &mark->now->tints[side];
        if (!mark->paints[side] || !tint->space || mark->now->alpha[side] <= 0)
            continue;
        watch_space(check, mark, tint->space->kind == HUI_SPACE_PATTERN ? tint->space->base : tint->space);
        if (tint->pattern)
            watch_space(check, mark, hui_pattern_space(tint->pattern));
    }
}
