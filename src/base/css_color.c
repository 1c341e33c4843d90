/* Colours as CSS writes them (CSS Color 4), and back. */
#include "base/color_space.h"

#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct named {
    const char *name;
    uint32_t rgb;
} colors[] = {
#define HUI_CSS_COLOR(name, rgb) {name, rgb},
#include "base/css_colors.inc"
#undef HUI_CSS_COLOR
};

enum { LONGEST = 80 }; /* of a colour's text, without the space around it */

static int compare_name(const void *key, const void *row)
{
    return strcmp(key, ((const struct named *)row)->name);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Without the space around it, and in small letters. */
static bool plain(const char *text, char out[LONGEST + 1])
{
    while (is_space(*text))
        text++;
    size_t length = strlen(text);
    while (length > 0 && is_space(text[length - 1]))
        length--;
    if (length > LONGEST)
        return false;
    for (size_t i = 0; i < length; i++)
        out[i] = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] - 'A' + 'a') : text[i];
    out[length] = '\0';
    return true;
}

/* An argument of a function: a number and what it is of. */
struct argument {
    double number;
    enum { UNIT_NONE, UNIT_PERCENT, UNIT_ANGLE } unit; /* angles in degrees */
};

static const char *skip_space(const char *at)
{
    while (is_space(*at))
        at++;
    return at;
}

static const char *read_argument(const char *at, struct argument *argument)
{
    static const struct {
        const char *word;
        double degrees;
    } angles[] = {{"deg", 1}, {"grad", 0.9}, {"rad", 180 / 3.14159265358979323846}, {"turn", 360}};
    argument->unit = UNIT_NONE;
    if (strncmp(at, "none", 4) == 0) {
        argument->number = 0;
        return at + 4;
    }
    at = hui_number_read(at, &argument->number);
    if (at && *at == '%') {
        argument->unit = UNIT_PERCENT;
        return at + 1;
    }
    for (size_t i = 0; at && i < sizeof angles / sizeof *angles; i++) {
        const size_t length = strlen(angles[i].word);
        if (strncmp(at, angles[i].word, length) == 0) {
            argument->unit = UNIT_ANGLE;
            argument->number *= angles[i].degrees;
            return at + length;
        }
    }
    return at;
}

/* Three arguments and an alpha, parted by commas or by spaces and a slash; how many there are, 0 if it is malformed. */
static int read_arguments(const char *at, struct argument arguments[4])
{
    int count = 0;
    for (at = skip_space(at);; at = skip_space(at)) {
        at = read_argument(at, &arguments[count++]);
        if (!at)
            return 0;
        const char *const end = at;
        at = skip_space(at);
        if (*at == ')')
            return at[1] == '\0' && count >= 3 ? count : 0;
        if (count == 4)
            return 0;
        if (*at == ',' || (*at == '/' && count == 3))
            at++;
        else if (at == end || count == 3)
            return 0;
    }
}

static double share_of(struct argument argument)
{
    return argument.unit == UNIT_PERCENT ? argument.number / 100 : argument.number;
}

static bool read_function(const char *text, hui_color *color)
{
    const bool is_hsl = strncmp(text, "hsl", 3) == 0;
    struct argument given[4];
    if (!is_hsl && strncmp(text, "rgb", 3) != 0)
        return false;
    const char *at = text + 3 + (text[3] == 'a');
    const int count = *at == '(' ? read_arguments(at + 1, given) : 0;
    if (count == 0)
        return false;
    hui_color_point point = {.alpha = count == 4 ? fmax(0, fmin(1, share_of(given[3]))) : 1};
    for (int i = 0; i < 3; i++) {
        if ((given[i].unit == UNIT_ANGLE && !(is_hsl && i == 0)) || (is_hsl && i == 0 && given[i].unit == UNIT_PERCENT))
            return false;
        if (is_hsl)
            point.at[i] = i == 0 ? given[i].number : fmax(0, fmin(1, given[i].number / 100));
        else
            point.at[i] = given[i].unit == UNIT_PERCENT ? given[i].number * 255 / 100 : given[i].number;
    }
    *color = hui_color_from_space(is_hsl ? HUI_SPACE_HSL : HUI_SPACE_RGB, point);
    return true;
}

bool hui_color_css(const char *text, hui_color *color)
{
    char word[LONGEST + 1];
    if (!plain(text, word))
        return false;
    if (word[0] == '#')
        return hui_color_read(word, color);
    if (strcmp(word, "transparent") == 0) {
        *color = (hui_color){0, 0, 0, 0};
        return true;
    }
    const struct named *found = bsearch(word, colors, sizeof colors / sizeof *colors, sizeof *colors, compare_name);
    if (!found)
        return read_function(word, color);
    *color = hui_color_rgb(found->rgb);
    return true;
}

const char *hui_color_hex(hui_arena *arena, hui_color color)
{
    return hui_arena_printf(arena, "#%02x%02x%02x", (unsigned)color.r, (unsigned)color.g, (unsigned)color.b);
}
