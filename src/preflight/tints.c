/* Tints: what a colour becomes on a press. */
#include "preflight/marks.h"

#include <math.h>

static bool is_known(const hui_tint *tint)
{
    return tint->space && !tint->pattern && !tint->space->is_indexed;
}

static double sum(const hui_tint *tint, int count)
{
    double total = 0;
    for (int i = 0; i < count && i < COMPONENTS_MOST; i++)
        total += fmax(0, fmin(1, tint->at[i]));
    return total;
}

bool hui_tint_is_white(const hui_tint *tint)
{
    static const double nothing = 1e-3;
    if (!is_known(tint))
        return false;
    switch (tint->space->kind) {
    case HUI_SPACE_GRAY:
        return tint->at[0] > 1 - nothing;
    case HUI_SPACE_RGB:
        return sum(tint, 3) > 3 - nothing;
    case HUI_SPACE_CMYK:
        return sum(tint, 4) < nothing;
    case HUI_SPACE_SPOT:
        return tint->space->count <= COMPONENTS_MOST && sum(tint, tint->space->count) < nothing;
    case HUI_SPACE_LAB:
        return tint->at[0] > 99.9;
    case HUI_SPACE_PATTERN:
    case HUI_SPACE_UNKNOWN:
        break;
    }
    return false;
}

/* Less than a twentieth of an ink makes no edge that one would see. */
static int count_above(const hui_tint *tint, int count)
{
    static const double seen = 0.05;
    int inks = 0;
    for (int i = 0; i < count && i < COMPONENTS_MOST; i++)
        inks += tint->at[i] > seen;
    return inks;
}

int hui_tint_count_inks(const hui_tint *tint)
{
    if (!is_known(tint))
        return -1;
    switch (tint->space->kind) {
    case HUI_SPACE_GRAY:
        return hui_tint_is_white(tint) ? 0 : 1;
    case HUI_SPACE_CMYK:
        return count_above(tint, 4);
    case HUI_SPACE_SPOT:
        return count_above(tint, tint->space->count);
    case HUI_SPACE_RGB:
    case HUI_SPACE_LAB:
    case HUI_SPACE_PATTERN:
    case HUI_SPACE_UNKNOWN:
        break;
    }
    return -1;
}

/* So dark that one takes it for black, though more than black ink makes it. */
bool hui_tint_is_rich_black(const hui_tint *tint)
{
    static const double dark = 0.12, also = 0.1;
    if (!is_known(tint) || tint->space->kind != HUI_SPACE_CMYK)
        return false;
    const double *c = tint->at, least = fmin(c[0], fmin(c[1], c[2]));
    return c[0] + c[1] + c[2] > also && (1 - least) * (1 - c[3]) < dark;
}

bool hui_tint_is_pure_black(const hui_tint *tint)
{
    if (!is_known(tint))
        return false;
    if (tint->space->kind == HUI_SPACE_GRAY)
        return tint->at[0] <= 0.05;
    return tint->space->kind == HUI_SPACE_CMYK && tint->at[3] >= 0.95 && tint->at[0] + tint->at[1] + tint->at[2] < 0.01;
}
