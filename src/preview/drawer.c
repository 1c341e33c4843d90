/* The thread that draws. The newest change wins: what is being read or drawn for an older one is cancelled. */
#include "preview/drawer.h"

#include "preview/files.h"
#include "preview/reading.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <sys/eventfd.h>

typedef struct drawer {
    preview_state *state;
    hui_context *context;
    preview_view *view;
    preview_task task;
    double start;
} drawer;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* A view that is behind: of those that are looked at, and the first in any case, since what is wrong shows in all of them. */
static preview_view *next_view(preview_state *state)
{
    for (size_t i = state->view_count; i-- > 0;) {
        preview_view *const view = &state->views[i];
        if (view->change != state->change && (view->listeners > 0 || i == 0))
            return view;
    }
    return NULL;
}

static char *copy_or_null(const char *text)
{
    char *const bytes = text ? strdup(text) : NULL;
    if (text && !bytes)
        abort();
    return bytes;
}

static preview_picture *picture_new(preview_state *state, const hui_document *document)
{
    preview_picture *const picture = calloc(1, sizeof *picture);
    if (!picture)
        abort();
    *picture = (preview_picture){
        .id = ++state->picture_count,
        .uses = 2, /* the view's and the drawer's */
        .page_count = hui_document_page_count(document),
        .width = hui_document_width(document),
        .height = hui_document_height(document),
        .title = copy_or_null(hui_document_title(document)),
    };
    picture->pages = calloc(picture->page_count, sizeof *picture->pages);
    if (!picture->pages)
        abort();
    return picture;
}

static void add_picture_json(batch_bytes *json, const preview_picture *picture)
{
    if (!picture) {
        batch_bytes_print(json, "null");
        return;
    }
    batch_bytes_print(json, "{\"id\":%zu,\"pages\":%zu,\"width\":%.2f,\"height\":%.2f,\"title\":", picture->id,
                      picture->page_count, picture->width, picture->height);
    if (picture->title)
        batch_bytes_json(json, picture->title);
    else
        batch_bytes_print(json, "null");
    batch_bytes_add(json, "}", 1);
}

/* What windows are told of a reading, good or not. Under the lock. */
static void write_news(drawer *self, const preview_reading *reading, bool is_good)
{
    preview_view *const view = self->view;
    batch_bytes *const news = &view->news;
    news->size = 0;
    batch_bytes_print(news, "{\"version\":%zu,\"isGood\":%s,\"milliseconds\":%.1f,\"picture\":", ++view->version,
                      is_good ? "true" : "false", now() - self->start);
    add_picture_json(news, view->picture);
    batch_bytes_print(news, ",\"diagnostics\":");
    preview_reading_add_diagnostics(news, reading);
    batch_bytes_print(news, ",\"files\":");
    preview_files_add_json(news, &self->state->files);
    batch_bytes_add(news, "}", 1);
}

/* After an error fewer files are named, or none: those that were known stay. */
static void take_files(preview_state *state, const hui_document *document, bool is_good)
{
    preview_files files = preview_files_of(state->options, state->root, document);
    if (!is_good && files.count < state->files.count) {
        preview_files_finish(&files);
        return;
    }
    preview_files_finish(&state->files);
    state->files = files;
}

/* The picture whose pages are to be drawn now; NULL if there is none. */
static preview_picture *publish(drawer *self, const preview_reading *reading)
{
    preview_state *const state = self->state;
    const hui_document *const document = reading->document;
    const bool is_good = preview_reading_status(reading) == HUI_STATUS_OK;
    preview_picture *picture = NULL;
    pthread_mutex_lock(&state->lock);
    take_files(state, document, is_good);
    state->is_broken = !is_good;
    if (is_good) {
        preview_picture_release(self->view->picture);
        self->view->picture = picture = picture_new(state, document);
    }
    self->view->change = self->task.change;
    write_news(self, reading, is_good);
    pthread_cond_broadcast(&state->changed);
    pthread_mutex_unlock(&state->lock);
    eventfd_write(state->wake, 1);
    return picture;
}

/* The page that is looked at comes first. */
static size_t choose_page(const preview_view *view, const preview_picture *picture)
{
    if (view->page < picture->page_count && !picture->pages[view->page].at)
        return view->page;
    for (size_t i = 0; i < picture->page_count; i++)
        if (!picture->pages[i].at)
            return i;
    return picture->page_count;
}

static bool draw_page(drawer *self, hui_document *document, preview_picture *picture)
{
    preview_state *const state = self->state;
    void *bytes = NULL;
    size_t size = 0;
    pthread_mutex_lock(&state->lock);
    const size_t page = choose_page(self->view, picture);
    pthread_mutex_unlock(&state->lock);
    if (page == picture->page_count)
        return false;
    const hui_render_options how = {.format = "svg",
                                    .page = (int)page + 1,
                                    .svg_places = true,
                                    .id_prefix = "p",
                                    .progress = preview_is_wanted,
                                    .progress_closure = &self->task};
    const bool is_drawn = hui_document_render_memory(document, &how, &bytes, &size) == HUI_STATUS_OK;
    pthread_mutex_lock(&state->lock);
    if (is_drawn)
        batch_bytes_add(&picture->pages[page], bytes, size);
    else
        picture->is_abandoned = true;
    pthread_cond_broadcast(&state->changed);
    pthread_mutex_unlock(&state->lock);
    hui_free(bytes);
    return is_drawn;
}

static void draw_view(drawer *self)
{
    preview_state *const state = self->state;
    hui_document_options how = state->options->reading ? *state->options->reading : (hui_document_options){0};
    if (self->view->theme)
        how.theme = self->view->theme;
    how.progress = preview_is_wanted;
    how.progress_closure = &self->task;
    self->start = now();
    preview_reading reading = preview_read(state, self->context, &how, NULL);
    if (preview_reading_status(&reading) != HUI_STATUS_CANCELLED) {
        preview_picture *const picture = publish(self, &reading);
        while (picture && draw_page(self, reading.document, picture))
            continue;
        pthread_mutex_lock(&state->lock);
        preview_picture_release(picture);
        pthread_mutex_unlock(&state->lock);
    }
    preview_reading_finish(&reading);
}

void *preview_drawer(void *closure)
{
    preview_state *const state = closure;
    drawer self = {.state = state, .context = hui_context_new(state->options->fonts), .task.state = state};
    pthread_mutex_lock(&state->lock);
    while (!state->is_ending) {
        self.view = next_view(state);
        self.task.change = state->change;
        if (!self.view) {
            pthread_cond_wait(&state->changed, &state->lock);
            continue;
        }
        pthread_mutex_unlock(&state->lock);
        draw_view(&self);
        pthread_mutex_lock(&state->lock);
    }
    pthread_mutex_unlock(&state->lock);
    hui_context_free(self.context);
    return NULL;
}
