/* Classes of values. */
#include "structure/classes.h"

#include <math.h>
#include <string.h>

static const double shares[HUI_CLASSES] = {0.1, 0.22, 0.5, 0.95}; /* of the accent's colour */

hui_classes hui_classes_new(const hui_build *b)
{
    hui_classes classes = {.low = INFINITY, .high = -INFINITY};
    for (int i = 0; i < HUI_CLASSES; i++)
        classes.colors[i] = hui_color_mix(hui_ground_color(b), hui_inks_of(b).bar, shares[i]);
    return classes;
}

static int decimals_of(const char *number)
{
    const char *point = strchr(number, '.');
    return point ? (int)strspn(point + 1, "0123456789") : 0;
}

void hui_classes_count(hui_classes *classes, hui_string value)
{
    enum { MOST_DECIMALS = 6 };
    const int decimals = decimals_of(value.text);
    classes->low = fmin(classes->low, hui_amount_of(value));
    classes->high = fmax(classes->high, hui_amount_of(value));
    if (decimals > classes->decimals)
        classes->decimals = decimals < MOST_DECIMALS ? decimals : MOST_DECIMALS;
}

static bool are_different(const hui_classes *classes)
{
    return classes->low < classes->high;
}

hui_color hui_classes_color(const hui_classes *classes, hui_string value)
{
    if (!value.text || !are_different(classes))
        return classes->colors[HUI_CLASSES - 1];
    const double share = (hui_amount_of(value) - classes->low) / (classes->high - classes->low);
    return classes->colors[(int)fmin(floor(share * HUI_CLASSES), HUI_CLASSES - 1)];
}

/* Where a class begins; the last number is where the last one ends. */
static double limit_of(const hui_classes *classes, int i)
{
    return classes->low + (classes->high - classes->low) * i / HUI_CLASSES;
}

hui_box *hui_classes_legend(const hui_build *b, const hui_classes *classes, hui_string unit, hui_place place)
{
    if (!are_different(classes))
        return NULL;
    hui_box *wrap = hui_box_wrap(b, 24, 4, HUI_ALIGN_CENTER);
    hui_look_role(hui_box_look(b, wrap), HUI_ROLE_LIST, "legend");
    for (int i = 0; i < HUI_CLASSES; i++) {
        const char *range = hui_arena_printf(b->arena, "%.*f–%.*f", classes->decimals, limit_of(classes, i),
                                             classes->decimals, limit_of(classes, i + 1));
        const hui_string words = hui_value_with_unit(b, hui_text_at(range, place), unit);
        hui_box_add(wrap, hui_legend_entry(b, classes->colors[i], words, (hui_string){0}, (hui_string){0}));
    }
    return wrap;
}
