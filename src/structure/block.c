/* Blocks: boxes on a shape of their own. */
#include "structure/block.h"

void hui_draw_artifact(hui_scene *scene, const char *kind, hui_path path, hui_paint fill, hui_stroke stroke)
{
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = kind});
    hui_scene_path(scene, path, fill, stroke);
    hui_scene_end(scene);
}

static void draw_block(const hui_box *box, hui_scene *scene)
{
    const hui_block *block = box->look;
    const hui_stop stops[] = {{0, block->from}, {1, block->to}};
    hui_path path = hui_path_new(scene->arena);
    block->outline(&path, box->rect, block->data);
    const hui_paint fill = block->to.a     ? hui_paint_linear(scene->arena, box->rect, block->angle, stops, 2)
                           : block->from.a ? hui_paint_solid(block->from)
                                           : hui_paint_none();
    hui_draw_artifact(scene, "block", path, fill,
                      block->line.a ? hui_stroke_line(block->line, block->line_width) : hui_stroke_none());
}

hui_box *hui_box_block(const hui_build *b, hui_box *box, const hui_block *block)
{
    box->look = hui_arena_copy(b->arena, block, sizeof *block);
    box->draw_before = draw_block;
    return box;
}

hui_color hui_shade(const hui_build *b, size_t index, size_t count)
{
    return hui_color_mix(b->accent->dark, b->accent->fill, count > 1 ? (double)index / (double)(count - 1) : 1);
}

hui_color hui_block_fill(const hui_build *b, const hui_accent *own, size_t index, size_t count)
{
    if (b->ground == HUI_GROUND_STRONG)
        return hui_color_mix(b->accent->line, b->theme->palette.card,
                             count > 1 ? (double)index / (double)(count - 1) : 1);
    return own ? own->fill : hui_shade(b, index, count);
}

hui_build hui_build_in_block(const hui_build *b)
{
    return hui_build_on(b, b->ground == HUI_GROUND_STRONG ? HUI_GROUND_CARD : HUI_GROUND_STRONG);
}
