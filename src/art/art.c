/* Table of arts: finding one, drawing it as a decoration. */
#include "art/art.h"

#include "art/art_rows.h"

#include <assert.h>
#include <string.h>

const hui_art hui_arts[] = {
#define HUI_ART(symbol, name, ratio, clip, covers, doc) {name, doc, ratio, hui_art_##symbol, clip, covers},
#include "art/art_table.inc"
#undef HUI_ART
};
const size_t hui_art_count = sizeof hui_arts / sizeof *hui_arts;

const hui_art *hui_art_find(const char *name)
{
    for (size_t i = 0; i < hui_art_count; i++)
        if (strcmp(hui_arts[i].name, name) == 0)
            return &hui_arts[i];
    return NULL;
}

void hui_art_draw(hui_scene *scene, const hui_art *art, hui_rect area, const hui_art_options *options)
{
    assert(options->theme && options->accent);
    if (hui_rect_empty(area))
        return;
    hui_group group = {.role = HUI_ROLE_ARTIFACT, .kind = "art"};
    if (options->mirror)
        group.transform = (hui_matrix){-1, 0, 0, 1, 2 * area.x + area.w, 0};
    if (art->clip) {
        hui_path *clip = HUI_NEW(scene->arena, hui_path);
        *clip = hui_path_new(scene->arena);
        hui_path_rect(clip, area);
        group.clip = clip;
    }
    hui_scene_group(scene, group);
    hui_scene_exact(scene);
    art->draw(scene, area, options);
    hui_scene_end(scene);
}
