/* Series colours of themes: checked for contrast with the paper, and for readers who do not see all colours. */
#include "base/vision.h"
#include "model/reader.h"

#include <math.h>

/* The two that are hardest to tell apart, if that is too hard for somebody. */
static void check_alike(hui_reader *reader, const hui_colors *palette)
{
    static const char *const readers[] = {"", " to readers who lack red cones", " to readers who lack green cones"};
    double least = HUI_VISION_TOLD_APART;
    size_t first = 0, second = 0;
    hui_vision who = HUI_VISION_FULL;
    for (size_t i = 0; i < palette->count; i++)
        for (size_t k = i + 1; k < palette->count; k++) {
            hui_vision worst = HUI_VISION_FULL;
            const double difference = hui_vision_least_difference(palette->at[i], palette->at[k], &worst);
            if (difference < least) {
                least = difference;
                first = i;
                second = k;
                who = worst;
            }
        }
    if (least < HUI_VISION_TOLD_APART)
        hui_diags_add(reader->diags, HUI_CODE_ALIKE_COLORS, palette->place,
                      "choose colours that differ in lightness; `okabeito` is told apart by all",
                      hui_color_hex(reader->arena, palette->at[first]),
                      hui_color_hex(reader->arena, palette->at[second]), readers[who], least, HUI_VISION_TOLD_APART);
}

/* A series needs at least two that stand out. */
static void check_faint(hui_reader *reader, const hui_colors *palette, hui_color paper)
{
    size_t clear = 0, faintest = 0;
    double least = INFINITY;
    for (size_t i = 0; i < palette->count; i++) {
        const double contrast = hui_color_contrast(palette->at[i], paper);
        clear += contrast >= HUI_THEME_MARK_CONTRAST;
        if (contrast < least) {
            least = contrast;
            faintest = i;
        }
    }
    if (clear < 2 && clear < palette->count)
        hui_diags_add(reader->diags, HUI_CODE_FAINT_COLORS, palette->place,
                      "choose darker colours on light paper, lighter ones on dark paper",
                      hui_color_hex(reader->arena, palette->at[faintest]), hui_color_hex(reader->arena, paper), least,
                      HUI_THEME_MARK_CONTRAST);
}

enum { MOST_SERIES = 40 };

void hui_series_apply(hui_reader *reader, const hui_colors *palette, hui_theme *theme)
{
    if (!palette->at)
        return;
    if (palette->count == 0 || palette->count > MOST_SERIES) {
        hui_diags_add(reader->diags, HUI_CODE_OUT_OF_RANGE, palette->place, NULL, "palette", "of 1 to 40 colours");
        return;
    }
    theme->series = palette->at;
    theme->series_count = palette->count;
    check_alike(reader, palette);
    check_faint(reader, palette, theme->palette.paper);
}
