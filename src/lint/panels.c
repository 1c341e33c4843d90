/* Panels and pictures: those that show nothing, room between them, pixels of images. */
#include "base/number.h"
#include "lint/look.h"

#include <math.h>
#include <string.h>

/* Rhythm
 * ------ */

/* Smaller room is set by eye, inside what belongs together. */
static const double least_room = 16, unit = 4;

static bool is_room(const char *field)
{
    static const char *const names[] = {"gap", "rowGap", "padding"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(field, names[i]) == 0)
            return true;
    return false;
}

/* The panel type's own measures are not the spec's. */
static bool is_default(const hui_field *field, double px)
{
    double number;
    return field->fallback && hui_number_read(field->fallback, &number) && fabs(number - px) < 0.01;
}

static void check_length(hui_lint_check *check, size_t panel, const hui_field *field, hui_length length)
{
    const double px = length.value, lower = floor(px / unit) * unit;
    if (length.unit == HUI_UNIT_PX && px >= least_room && px > lower && !is_default(field, px))
        hui_lint_add(check, HUI_LINT_RHYTHM, panel, check->page->panels.at[panel].frame,
                     fmin(px - lower, lower + unit - px), field->name, px);
}

/* What the spec says of room. */
static void check_rhythm(hui_lint_check *check, size_t index)
{
    const hui_panel *panel = check->page->panels.at[index].panel;
    for (size_t i = 0; i < panel->kind->record.field_count; i++) {
        const hui_field *field = &panel->kind->record.fields[i];
        const void *member = (const char *)panel->props + field->offset;
        if (!is_room(field->name))
            continue;
        if (field->kind == HUI_FIELD_LENGTH)
            check_length(check, index, field, *(const hui_length *)member);
        const hui_lengths *several = member;
        for (size_t k = 0; field->kind == HUI_FIELD_LENGTHS && k < several->count; k++)
            check_length(check, index, field, several->at[k]);
    }
}

/* Empty panels
 * ------------ */

/* Of nested ones the outermost. */
static void check_empty(hui_lint_check *check, size_t index)
{
    const hui_lint_panel *panel = &check->page->panels.at[index];
    const bool is_outermost = !panel->outer || check->page->panels.at[panel->outer].content > 0;
    if (panel->content == 0 && is_outermost && !panel->is_part && !panel->panel->kind->parts)
        hui_lint_add(check, HUI_LINT_EMPTY, index, panel->frame, 1, panel->panel->kind->record.name);
}

void hui_lint_panels(hui_lint_check *check)
{
    for (size_t i = 1; i < check->page->panels.count; i++) {
        if (hui_lint_applies(check, HUI_LINT_RHYTHM))
            check_rhythm(check, i);
        if (hui_lint_applies(check, HUI_LINT_EMPTY))
            check_empty(check, i);
    }
}

/* Images
 * ------ */

/* dpi on paper, else pixels for each px. */
static void check_image(hui_lint_check *check, const hui_lint_drawing *drawing)
{
    const hui_image *image = drawing->item->picture.image;
    const hui_rect rect = drawing->item->picture.rect;
    const double across = rect.w * hypot(drawing->matrix.xx, drawing->matrix.yx);
    const double down = rect.h * hypot(drawing->matrix.xy, drawing->matrix.yy);
    const double each = fmin(image->pixel_width / across, image->pixel_height / down);
    const double inches = check->request->paper_width / 25.4 / check->page->scene->width; /* of a px */
    const double found = inches > 0 ? each / inches : each;
    const double wanted = inches > 0 ? check->request->dpi : check->request->scale;
    const char *what = inches > 0 ? hui_lint_word(check, "pixels an inch on paper", "dpi（印刷）")
                                  : hui_lint_word(check, "% of a pixel for each px", "% 像素每 px");
    if (found < 0.99 * wanted)
        hui_lint_add(check, HUI_LINT_COARSE, drawing->panel, drawing->item->bounds, wanted / found,
                     image->file ? image->file : "", image->pixel_width, image->pixel_height, across, down,
                     inches > 0 ? found : 100 * found, what, inches > 0 ? wanted : 100 * wanted);
}

void hui_lint_images(hui_lint_check *check)
{
    if (!hui_lint_applies(check, HUI_LINT_COARSE))
        return;
    for (size_t i = 0; i < check->page->drawings.count; i++) {
        const hui_item *item = check->page->drawings.at[i].item;
        if (item->kind == HUI_ITEM_IMAGE && item->picture.image->pixels && item->picture.rect.w > 0 &&
            item->picture.rect.h > 0)
            check_image(check, &check->page->drawings.at[i]);
    }
}
