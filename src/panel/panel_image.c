/* image: a picture with its caption. */
#include "panel/container.h"

#include <math.h>

typedef struct image {
    hui_string src, caption;
    hui_length height;
    int fit;
} image;

static const hui_word fit_words[] = {{"contain", "all of it"}, {"cover", "fills the box, edges cut"}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(image, src, FILE, "a PNG, JPEG or SVG file", .required = true),
    HUI_FIELD(image, caption, TEXT, "below the picture"),
    HUI_FIELD(image, height, LENGTH, "of the picture; by its proportions if absent", .min = 1, .max = 16384),
    HUI_FIELD(image, fit, ENUM, "how it fills a box of other proportions", "\"contain\"", .words = fit_words),
};

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

static hui_box *build(const hui_build *b, const void *props)
{
    const image *p = props;
    hui_box *column = hui_box_column(b, 12);
    const hui_image *picture = hui_image_read_file(b->arena, p->src.text, p->src.text, p->src.place, b->diags);
    if (!picture)
        return column;
    image_leaf *leaf = HUI_NEW(b->arena, image_leaf);
    *leaf = (image_leaf){picture, hui_length_px(p->height), b->theme->measures.radius, p->fit == 1};
    hui_box_add(column, hui_box_leaf(b->arena, &image_content, leaf));
    hui_box_add(column, hui_part_text(b, p->caption,
                                      (hui_text_look){.type = HUI_TYPE_NOTE,
                                                      .color = hui_inks_of(b).secondary,
                                                      .align = HUI_TEXT_CENTER,
                                                      .balance = true,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "caption"}));
    hui_look *look = hui_box_look(b, column);
    hui_look_role(look, HUI_ROLE_FIGURE, "image");
    look->group.label = p->caption.text ? hui_markdown_plain(b->arena, p->caption.text) : "";
    return column;
}

const hui_panel_kind hui_panel_image = {
    .record = {"image", "a picture with its caption", fields, HUI_FIELD_COUNT(fields), sizeof(image), "src"},
    .build = build};
