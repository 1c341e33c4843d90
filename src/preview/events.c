/* News by server-sent events. */
#include "preview/events.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct events {
    preview_state *state;
    preview_view *view;
    size_t version; /* that was sent, or is being */
    batch_bytes out;
    size_t sent;
} events;

enum { SILENCE = 5 /* seconds, after which a comment shows whether the window is still there */ };

/* Waits for what there is to send. False at the end of all. */
static bool fill(events *stream)
{
    preview_state *const state = stream->state;
    struct timespec until;
    int late = 0;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += SILENCE;
    stream->out.size = stream->sent = 0;
    pthread_mutex_lock(&state->lock);
    while (!state->is_ending && stream->version == stream->view->version && !late)
        late = pthread_cond_timedwait(&state->changed, &state->lock, &until);
    const bool goes_on = !state->is_ending;
    if (stream->version != stream->view->version) {
        stream->version = stream->view->version;
        batch_bytes_print(&stream->out, "data: ");
        batch_bytes_add(&stream->out, stream->view->news.at, stream->view->news.size);
        batch_bytes_print(&stream->out, "\n\n");
    } else {
        batch_bytes_print(&stream->out, ":\n\n");
    }
    pthread_mutex_unlock(&state->lock);
    return goes_on;
}

static ssize_t next_bytes(void *closure, uint64_t position, char *buffer, size_t most)
{
    (void)position;
    events *const stream = closure;
    if (stream->sent == stream->out.size && !fill(stream))
        return MHD_CONTENT_READER_END_OF_STREAM;
    const size_t left = stream->out.size - stream->sent, size = left < most ? left : most;
    memcpy(buffer, stream->out.at + stream->sent, size);
    stream->sent += size;
    return (ssize_t)size;
}

static void finish(void *closure)
{
    events *const stream = closure;
    pthread_mutex_lock(&stream->state->lock);
    stream->view->listeners--;
    pthread_mutex_unlock(&stream->state->lock);
    batch_bytes_finish(&stream->out);
    free(stream);
}

struct MHD_Response *preview_events_new(preview_state *state, preview_view *view)
{
    events *const stream = calloc(1, sizeof *stream);
    if (!stream)
        abort();
    *stream = (events){.state = state, .view = view};
    pthread_mutex_lock(&state->lock);
    view->listeners++;
    pthread_cond_broadcast(&state->changed); /* the drawer may have left this theme out */
    pthread_mutex_unlock(&state->lock);
    struct MHD_Response *const response =
        MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 1 << 16, next_bytes, stream, finish);
    if (!response)
        finish(stream);
    return response;
}
