/* Legibility: warnings for text that is too small for its page, or too faint for its ground. */
#include "panel/part.h"
#include "theme/legible.h"

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
    static const double least = 4.5; /* WCAG AA */
    return hui_color_contrast(p->gold_ink, p->gold_light) < least ? p->gold_tint : p->gold_light;
}

void hui_text_check(const hui_build *b, const hui_text_style *style, hui_color ground, hui_place place)
{
    const double smallest = hui_legible_size(b->page_width);
    if (style->size < smallest)
        hui_diags_add(b->diags, HUI_CODE_SMALL_TEXT, place, "use a larger step of the type scale or a narrower page",
                      style->size, smallest);
    const double contrast = hui_color_contrast(style->color, ground);
    const double least = hui_legible_contrast(style->size, b->page_width);
    if (contrast < least)
        hui_diags_add(b->diags, HUI_CODE_LOW_CONTRAST, place,
                      "choose a darker colour on light grounds, a lighter one on dark grounds", contrast, least);
}
