/* Art leaves: drawings that fill their box. */
#include "panel/part.h"

#include <math.h>

typedef struct art_leaf {
    const hui_art *art;
    hui_art_options options;
    double width, height;
} art_leaf;

static hui_extent art_widths(void *data)
{
    const art_leaf *leaf = data;
    return (hui_extent){leaf->width, leaf->width};
}

static hui_height art_height(void *data, double width)
{
    const art_leaf *leaf = data;
    return (hui_height){leaf->height > 0 ? leaf->height : round(leaf->art->ratio * width), NAN};
}

static void art_draw(void *data, const hui_box *box, hui_scene *scene)
{
    const art_leaf *leaf = data;
    hui_art_draw(scene, leaf->art, hui_scene_bleed(scene, box->rect), &leaf->options);
}

static const hui_content art_content = {art_widths, NULL, art_height, art_draw};

hui_box *hui_part_art(const hui_build *b, const hui_art *art, hui_art_options options, double width, double height)
{
    art_leaf *leaf = HUI_NEW(b->arena, art_leaf);
    options.theme = b->theme;
    options.accent = b->accent;
    options.on_strong = b->ground == HUI_GROUND_STRONG;
    *leaf = (art_leaf){art, options, width, height};
    hui_box *box = hui_box_leaf(b->arena, &art_content, leaf);
    box->width = width;
    return box;
}
