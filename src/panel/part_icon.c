/* Icons: outlines by name or SVG files by path, alone or in a circle; and trend marks. */
#include "panel/part.h"

#include <math.h>
#include <string.h>

typedef struct icon_leaf {
    hui_build build;
    const char *name;
    const hui_image *image; /* of an SVG file */
    double size;
    hui_color color;
    const char *label; /* what it says to a reader who does not see it; NULL: nothing */
} icon_leaf;

static hui_extent icon_widths(void *data)
{
    const icon_leaf *leaf = data;
    return (hui_extent){leaf->size, leaf->size};
}

static hui_height icon_height(void *data, double width)
{
    (void)width;
    const icon_leaf *leaf = data;
    return (hui_height){leaf->size, NAN};
}

static void icon_draw(void *data, const hui_box *box, hui_scene *scene)
{
    const icon_leaf *leaf = data;
    const double x = box->rect.x + (box->rect.w - leaf->size) / 2, y = box->rect.y + (box->rect.h - leaf->size) / 2;
    const hui_role role = leaf->label ? HUI_ROLE_FIGURE : HUI_ROLE_ARTIFACT;
    hui_scene_group(scene, (hui_group){.role = role, .kind = "icon", .label = leaf->label});
    hui_scene_exact(scene);
    if (leaf->image) {
        hui_scene_image(scene, (hui_rect){x, y, leaf->size, leaf->size}, leaf->image);
    } else {
        hui_path path = hui_path_new(scene->arena);
        hui_icon_outline(leaf->build.icons, leaf->name, x, y, leaf->size, leaf->build.theme->measures.icon_stroke,
                         &path);
        hui_scene_path(scene, path, hui_paint_solid(leaf->color), hui_stroke_none());
    }
    hui_scene_end(scene);
}

static const hui_content icon_content = {icon_widths, NULL, icon_height, icon_draw};

static bool is_file(const char *name)
{
    const size_t length = strlen(name);
    return length > 4 && strcmp(name + length - 4, ".svg") == 0;
}

hui_box *hui_part_icon(const hui_build *b, hui_string icon, double size, hui_color color)
{
    if (!icon.text)
        return NULL;
    icon_leaf *leaf = HUI_NEW(b->arena, icon_leaf);
    *leaf = (icon_leaf){.build = *b, .name = icon.text, .size = size, .color = color};
    if (is_file(icon.text)) {
        leaf->image = hui_image_read_icon(b->arena, icon.text, icon.text, color, icon.place, b->diags);
        if (!leaf->image)
            return NULL;
    }
    hui_box *box = hui_box_leaf(b->arena, &icon_content, leaf);
    box->width = box->height = size;
    return box;
}

/* Icons are .62 of their circle across. */
static const double icon_share = 0.62;

/* On a dark ground of the same accent a solid circle would not be seen. */
static hui_box *circle(const hui_build *b, double diameter, bool solid, hui_color *ink)
{
    const hui_inks inks = hui_inks_of(b);
    hui_box *disc = hui_box_stack(b);
    disc->width = disc->height = diameter;
    disc->align = HUI_ALIGN_CENTER;
    disc->justify = HUI_JUSTIFY_CENTER;
    hui_look *look = hui_box_look(b, disc);
    solid = solid && b->ground != HUI_GROUND_STRONG;
    look->fill = solid ? b->accent->fill : inks.disc;
    hui_look_radius(look, diameter / 2);
    *ink = solid ? b->theme->palette.on_strong : inks.on_disc;
    return disc;
}

hui_box *hui_part_disc(const hui_build *b, hui_string icon, double diameter, bool solid)
{
    if (!icon.text)
        return NULL;
    hui_color ink;
    hui_box *disc = circle(b, diameter, solid, &ink);
    hui_box_add(disc, hui_part_icon(b, icon, round(diameter * icon_share / 2) * 2, ink));
    return disc;
}

hui_box *hui_part_number(const hui_build *b, size_t number, double diameter, hui_type type)
{
    hui_color ink;
    hui_box *disc = circle(b, diameter, true, &ink);
    hui_string digits = {.text = hui_arena_printf(b->arena, "%zu", number)};
    hui_text_look look = {.type = type, .weight = 700, .color = ink, .on = hui_box_look(b, disc)->fill, .nowrap = true};
    if (number > 99)
        look.size = b->theme->type[type].size * 0.75;
    hui_box_add(disc, hui_part_text(b, digits, look));
    return disc;
}

const hui_word hui_trend_words[] = {
    {"none", "no mark"}, {"up", "a triangle upwards"}, {"down", "a triangle downwards"}, {"flat", "a bar"}, {0}};

/* A mark says more than its figure does: 5% may be growth or decline. */
static const char *trend_label(const hui_build *b, hui_trend trend)
{
    static const char *const han[] = {NULL, "上升", "下降", "持平"}, *const english[] = {NULL, "up", "down", "level"};
    return !b->lang || strncmp(b->lang, "zh", 2) == 0 ? han[trend] : english[trend];
}

hui_box *hui_part_trend(const hui_build *b, hui_trend trend, double height, hui_color color)
{
    static const char *const icons[] = {NULL, "trend-up", "trend-down", "trend-flat"};
    if (trend == HUI_TREND_NONE)
        return NULL;
    hui_box *box = hui_part_icon(b, (hui_string){.text = icons[trend]}, height, color);
    ((icon_leaf *)box->data)->label = trend_label(b, trend);
    return box;
}
