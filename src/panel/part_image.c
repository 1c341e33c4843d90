/* Pictures: as wide as their box, or of a fixed size. */
#include "panel/part.h"

#include <math.h>

typedef struct image_leaf {
    const hui_image *image;
    double height, ratio,
        radius;      /* ratio: width / height of the box where that has no height of its own; 0: the picture's */
    hui_point focus; /* what of it stays in view where edges are cut, shares of its width and height */
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
    const double ratio = leaf->ratio > 0 ? leaf->ratio : leaf->image->width / leaf->image->height;
    return (hui_height){leaf->height > 0 ? leaf->height : ceil(width / ratio), NAN};
}

/* Larger, so that what is shown of it fills the bleed too. */
static hui_rect grown(hui_rect rect, hui_rect shown, hui_rect wanted)
{
    const double by = fmax(wanted.w / shown.w, wanted.h / shown.h), w = rect.w * by, h = rect.h * by;
    return (hui_rect){wanted.x + (wanted.w - w) / 2, wanted.y + (wanted.h - h) / 2, w, h};
}

/* Where a picture begins so that its focus is as near as can be to the middle of the room; shorter ones are centred. */
static double start_of(double room, double length, double focus)
{
    return length <= room ? (room - length) / 2 : fmin(fmax(room / 2 - length * focus, room - length), 0);
}

static void image_draw(void *data, const hui_box *box, hui_scene *scene)
{
    const image_leaf *leaf = data;
    const double sx = box->rect.w / leaf->image->width, sy = box->rect.h / leaf->image->height;
    const double scale = leaf->cover ? fmax(sx, sy) : fmin(sx, sy);
    const double w = leaf->image->width * scale, h = leaf->image->height * scale;
    hui_rect rect = {box->rect.x + start_of(box->rect.w, w, leaf->focus.x),
                     box->rect.y + start_of(box->rect.h, h, leaf->focus.y), w, h};
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
    *leaf = (image_leaf){.image = image, .height = height, .radius = radius, .focus = {0.5, 0.5}, .cover = cover};
    return hui_box_leaf(b->arena, &image_content, leaf);
}

hui_box *hui_part_crop(const hui_build *b, const hui_image *image, double height, double ratio, hui_point focus,
                       double radius)
{
    hui_box *box = hui_part_image(b, image, height, radius, true);
    image_leaf *leaf = box->data;
    leaf->ratio = ratio;
    leaf->focus = focus;
    return box;
}

hui_box *hui_part_picture(const hui_build *b, const hui_image *image, double width, double height, double radius)
{
    hui_box *box = hui_part_image(b, image, height, radius, true);
    box->width = width;
    box->height = height;
    return box;
}
