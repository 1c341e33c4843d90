/* Transparency: what standards before PDF/X-4 and PDF/A-2 know nothing of (ISO 15930-4, section 6.15). */
#include "preflight/marks.h"

static void report(hui_check *check, const hui_mark *mark, const char *english, const char *chinese)
{
    hui_check_add(check, HUI_RULE_TRANSPARENCY, (hui_spot){.box = &mark->box, .detail = english},
                  hui_check_word(check, english, chinese));
}

void hui_watch_transparency(hui_check *check, const hui_mark *mark)
{
    const hui_graphics *now = mark->now;
    if (!hui_rule_applies(check, HUI_RULE_TRANSPARENCY))
        return;
    if (mark->kind == HUI_MARK_GROUP)
        report(check, mark, "a transparency group", "透明组");
    if (now->alpha[HUI_FILL] < 1 || (mark->paints[HUI_STROKE] && now->alpha[HUI_STROKE] < 1))
        report(check, mark, "an opacity below 1", "不透明度低于 1 的内容");
    if (now->has_soft_mask || (mark->picture && mark->picture->has_soft_mask))
        report(check, mark, "a soft mask", "软蒙版");
    if (now->blend)
        report(check, mark, "a blend mode", "混合模式");
}
