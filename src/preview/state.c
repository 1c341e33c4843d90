/* What the threads share. */
#include "preview/state.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

preview_view *preview_view_find(preview_state *state, const char *theme)
{
    if (!theme || !*theme)
        return &state->views[0];
    for (size_t i = 1; i < state->view_count; i++)
        if (strcmp(state->views[i].theme, theme) == 0)
            return &state->views[i];
    return NULL;
}

void preview_picture_release(preview_picture *picture)
{
    if (!picture || --picture->uses > 0)
        return;
    for (size_t i = 0; i < picture->page_count; i++)
        batch_bytes_finish(&picture->pages[i]);
    free(picture->pages);
    free(picture->title);
    free(picture);
}

bool preview_is_wanted(void *closure, hui_stage stage, size_t done, size_t total)
{
    (void)stage, (void)done, (void)total;
    const preview_task *const task = closure;
    pthread_mutex_lock(&task->state->lock);
    const bool is_wanted = !task->state->is_ending && (task->change == SIZE_MAX || task->change == task->state->change);
    pthread_mutex_unlock(&task->state->lock);
    return is_wanted;
}
