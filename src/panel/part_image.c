/* Pictures: as wide as their box, or of a fixed size. */
#include "panel/part.h"

#include <math.h>

typedef struct image_leaf {
    const hui_image *image;
    double height, radius;
    bool cover;
} image_leaf;

static hui_extent image_widths(void *data)
{
    const image_leaf *leaf = data;
    return (hui_extent){24, leaf->image->width};
}

static hui_height image_height(void *data, double width)
{
    const image_leaf *leaf = data;
    return (hui_height){leaf->height > 0 ? leaf->height : ceil(width * leaf->image->height / leaf->image->width), NAN};
}

/* Larger, so that what is shown of it fills the bleed too. */
static hui_rect grown(hui_rect rect, hui_rect shown, hui_rect wanted)
{
    const double by = fmax(wanted.w / shown.w, wanted.h / shown.h), w = rect.w * by, h = rect.h * by;
    return (hui_rect){wanted.x + (wanted.w - w) / 2, wanted.y + (wanted.h - h) / 2, w, h};
}

static void image_draw(void *data, const hui_box *box, hui_scene *scene)
{
    const image_leaf *leaf = data;
    const double sx = box->rect.w / leaf->image->width, sy = box->rect.h / leaf->image->height;
    const double scale = leaf->cover ? fmax(sx, sy) : fmin(sx, sy);
    const double w = leaf->image->width * scale, h = leaf->image->height * scale;
    hui_rect rect = {box->rect.x + (box->rect.w - w) / 2, box->rect.y + (box->rect.h - h) / 2, w, h};
    const hui_rect shown = hui_rect_intersect(rect, box->rect), wanted = hui_scene_bleed(scene, shown);
    if (wanted.w > shown.w || wanted.h > shown.h)
        rect = grown(rect, shown, wanted);
    hui_path *clip = HUI_NEW(scene->arena, hui_path);
    *clip = hui_path_new(scene->arena);
    const double radii[4] = {leaf->radius, leaf->radius, leaf->radius, leaf->radius};
    hui_path_round_rect(clip, wanted, radii);
    hui_scene_group(scene, (hui_group){.clip = clip});
    hui_scene_image(scene, rect, leaf->image);
    hui_scene_end(scene);
}

static const hui_content image_content = {image_widths, NULL, image_height, image_draw};

hui_box *hui_part_image(const hui_build *b, const hui_image *image, double height, double radius, bool cover)
{
    image_leaf *leaf = HUI_NEW(b->arena, image_leaf);
    *leaf = (image_leaf){image, height, radius, cover};
    return hui_box_leaf(b->arena, &image_content, leaf);
}

hui_box *hui_part_picture(const hui_build *b, const hui_image *image, double width, double height, double radius)
{
    hui_box *box = hui_part_image(b, image, height, radius, true);
    box->width = width;
    box->height = height;
    return box;
}
