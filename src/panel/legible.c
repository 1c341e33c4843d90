/* Legibility: warnings for text that is too small for its page, or too faint for its ground. */
#include "panel/part.h"

/* px at a page 1080 wide, which a phone shows at about a third: 20 px is then 7 CSS px, the least that is read. */
static const double page_width = 1080, smallest = 20;
/* WCAG 2.2, 1.4.3: 4.5, and 3 for large text; large on such a page is 48 px. */
static const double large_size = 48, least_contrast = 4.5, least_contrast_large = 3;

hui_color hui_ground_color(const hui_build *b)
{
    const hui_palette *p = &b->theme->palette;
    switch (b->ground) {
    case HUI_GROUND_TINT:
        return b->accent->tint;
    case HUI_GROUND_CARD:
        return p->card;
    case HUI_GROUND_STRONG:
        return b->accent == b->theme->accents ? p->strong_middle : b->accent->fill;
    case HUI_GROUND_GOLD:
        return p->gold_tint;
    case HUI_GROUND_PAPER:
    case HUI_GROUND_COUNT:
        break;
    }
    return p->paper;
}

hui_color hui_foot_color(const hui_theme *theme)
{
    const hui_palette *p = &theme->palette;
    return hui_color_contrast(p->gold_ink, p->gold_light) < least_contrast ? p->gold_tint : p->gold_light;
}

void hui_text_check(const hui_build *b, const hui_text_style *style, hui_color ground, hui_place place)
{
    const double scale = page_width / b->page_width, size = style->size * scale;
    if (size < smallest)
        hui_diags_add(b->diags, HUI_CODE_SMALL_TEXT, place, "use a larger step of the type scale or a narrower page",
                      style->size, smallest / scale);
    const double contrast = hui_color_contrast(style->color, ground);
    const double least = size >= large_size ? least_contrast_large : least_contrast;
    if (contrast < least)
        hui_diags_add(b->diags, HUI_CODE_LOW_CONTRAST, place,
                      "choose a darker colour on light grounds, a lighter one on dark grounds", contrast, least);
}
