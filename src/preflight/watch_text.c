/* Text: its fonts, its size, and in which inks it stands on what. */
#include "preflight/marks.h"

#include <math.h>

void hui_watch_fonts(hui_check *check, const hui_mark *mark)
{
    const hui_font *font = mark->now->font;
    if (mark->kind != HUI_MARK_TEXT || !font)
        return;
    const hui_spot spot = {.box = &mark->box, .detail = font->name};
    if (font->is_type3)
        hui_check_add(check, HUI_RULE_TYPE3, spot, font->name);
    else if (!font->is_embedded)
        hui_check_add(check, HUI_RULE_FONT, spot, font->name);
}

/* The one that the middle of the box stands on; NULL: bare paper. */
static const hui_ground *find_ground(const hui_check *check, hui_rect box)
{
    const double x = box.x + box.w / 2, y = box.y + box.h / 2;
    for (size_t i = check->grounds.count; i-- > 0;) {
        const hui_rect ground = check->grounds.at[i].box;
        if (x >= ground.x && x <= ground.x + ground.w && y >= ground.y && y <= ground.y + ground.h)
            return &check->grounds.at[i];
    }
    return NULL;
}

/* What is smaller than a word is no ground. */
static void note_ground(hui_check *check, const hui_mark *mark)
{
    enum { GROUNDS_MOST = 4000 };
    static const double least = 6;
    const bool is_image = mark->kind == HUI_MARK_IMAGE || mark->kind == HUI_MARK_SHADING;
    if ((!is_image && !mark->paints[HUI_FILL]) || mark->kind == HUI_MARK_GROUP ||
        fmin(mark->box.w, mark->box.h) < least || mark->now->alpha[HUI_FILL] < 0.1 ||
        check->grounds.count >= GROUNDS_MOST)
        return;
    *hui_vec_push(check->arena, &check->grounds) =
        (hui_ground){mark->box, !is_image && hui_tint_is_white(&mark->now->tints[HUI_FILL]), is_image};
}

static bool overprints(const hui_graphics *now)
{
    const hui_tint *tint = &now->tints[HUI_FILL];
    return now->overprints[HUI_FILL] && (tint->space->kind != HUI_SPACE_CMYK || now->overprint_mode == 1);
}

static void watch_black(hui_check *check, const hui_mark *mark)
{
    const hui_tint *tint = &mark->now->tints[HUI_FILL];
    const hui_spot spot = {.box = &mark->box, .badness = -mark->size};
    if (hui_tint_is_rich_black(tint)) {
        hui_check_add(check, HUI_RULE_RICH_BLACK, spot, mark->size, tint->at[0] * 100, tint->at[1] * 100,
                      tint->at[2] * 100, tint->at[3] * 100);
        return;
    }
    if (!hui_rule_applies(check, HUI_RULE_KNOCKOUT) || !hui_tint_is_pure_black(tint) || overprints(mark->now))
        return;
    const hui_ground *ground = find_ground(check, mark->box);
    if (ground && !ground->is_white)
        hui_check_add(check, HUI_RULE_KNOCKOUT, spot, mark->size,
                      ground->is_image ? hui_check_word(check, "a picture", "图像")
                                       : hui_check_word(check, "a colour", "底色"));
}

static void watch_size(hui_check *check, const hui_mark *mark)
{
    static const double slack = 0.02;
    const double least = check->limits[HUI_LIMIT_TEXT], least_inks = check->limits[HUI_LIMIT_TEXT_INKS];
    const hui_spot spot = {.box = &mark->box, .badness = -mark->size};
    if (mark->size < least - slack) {
        hui_check_add(check, HUI_RULE_TEXT, spot, mark->size, least);
        return;
    }
    if (mark->size >= least_inks - slack)
        return;
    const hui_tint *tint = &mark->now->tints[mark->paints[HUI_FILL] ? HUI_FILL : HUI_STROKE];
    const int inks = hui_tint_count_inks(tint);
    if (inks == 0 || inks > 1)
        hui_check_add(check, HUI_RULE_TEXT_INKS, spot, mark->size,
                      inks == 0 ? hui_check_word(check, "reversed out of its ground", "为反白字")
                                : hui_check_word(check, "in several inks", "由多种油墨叠成"),
                      least_inks);
}

void hui_watch_text(hui_check *check, const hui_mark *mark)
{
    if (mark->kind != HUI_MARK_TEXT) {
        note_ground(check, mark);
        return;
    }
    if (!mark->now->tints[HUI_FILL].space || !(mark->size > 0))
        return;
    watch_size(check, mark);
    if (mark->paints[HUI_FILL])
        watch_black(check, mark);
}
