/* Begins and ends the preview; its thread watches files and signals. */
#include "preview/drawer.h"
#include "preview/assets.h"
#include "preview/files.h"
#include "preview/guard.h"
#include "preview/server.h"
#include "preview/watch.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

enum {
    QUIET = 4,  /* ms without a change, after which a burst of them is over */
    BURST = 40, /* ms that one is waited for at most */
    RETRY = 250 /* ms until folders that were missing are looked for again */
};

static void add_view(preview_state *state, const char *theme)
{
    char *const name = theme ? strdup(theme) : NULL;
    if (theme && !name)
        abort();
    state->views[state->view_count++] = (preview_view){.theme = name};
}

/* One for each theme there is. */
static void make_views(preview_state *state)
{
    hui_context *const context = hui_context_new(NULL);
    const size_t count = hui_catalog_count(context, HUI_CATALOG_THEMES);
    state->views = calloc(count + 1, sizeof *state->views);
    if (!state->views)
        abort();
    add_view(state, NULL);
    for (size_t i = 0; i < count; i++)
        add_view(state, hui_catalog_entry(context, HUI_CATALOG_THEMES, i).name);
    hui_context_free(context);
}

/* The folder of the spec, really. To be freed; NULL with errno. */
static char *find_root(const char *spec)
{
    char *const real = realpath(spec, NULL);
    char *const slash = real ? strrchr(real, '/') : NULL;
    if (slash)
        slash[slash == real] = 0;
    return real;
}

static void tell_change(preview_state *state)
{
    pthread_mutex_lock(&state->lock);
    state->change++;
    pthread_cond_broadcast(&state->changed);
    pthread_mutex_unlock(&state->lock);
}

/* Watches what the document names now. True if something may have happened before that. */
static bool watch_files(preview_state *state, preview_watch *watch)
{
    pthread_mutex_lock(&state->lock);
    const size_t count = state->files.count;
    char **const names = calloc(count + 1, sizeof *names);
    for (size_t i = 0; names && i < count; i++)
        names[i] = strdup(state->files.at[i].named);
    pthread_mutex_unlock(&state->lock);
    if (!names)
        abort();
    const bool is_new = preview_watch_set(watch, (const char *const *)names, count);
    for (size_t i = 0; i < count; i++)
        free(names[i]);
    free(names);
    return is_new;
}

static bool take_changes(preview_state *state, preview_watch *watch)
{
    pthread_mutex_lock(&state->lock);
    const bool any = state->is_broken;
    pthread_mutex_unlock(&state->lock);
    return preview_watch_take(watch, any);
}

/* The rest of a burst: editors that write in several steps, a checkout of many files. */
static void wait_for_quiet(preview_state *state, preview_watch *watch)
{
    struct pollfd poll_for = {.fd = preview_watch_file(watch), .events = POLLIN};
    for (int waited = 0; waited < BURST && poll(&poll_for, 1, QUIET) > 0; waited += QUIET)
        take_changes(state, watch);
}

/* Until a signal comes. */
static void watch_until_signal(preview_state *state, preview_watch *watch, int signals)
{
    struct pollfd files[] = {{.fd = signals, .events = POLLIN},
                             {.fd = preview_watch_file(watch), .events = POLLIN},
                             {.fd = state->wake, .events = POLLIN}};
    for (;;) {
        const int count = poll(files, 3, preview_watch_is_partial(watch) ? RETRY : -1);
        struct signalfd_siginfo taken; /* else it would count again once it is let through */
        if (count > 0 && files[0].revents && read(signals, &taken, sizeof taken) > 0)
            return;
        bool is_changed = count == 0 && preview_watch_retry(watch);
        if (count > 0 && files[1].revents && take_changes(state, watch)) {
            wait_for_quiet(state, watch);
            is_changed = true;
        }
        eventfd_t news;
        if (count > 0 && files[2].revents && eventfd_read(state->wake, &news) == 0)
            is_changed |= watch_files(state, watch);
        if (is_changed)
            tell_change(state);
    }
}

static bool has_asset(const char *name)
{
    for (size_t i = 0; i < preview_asset_count; i++)
        if (strcmp(preview_assets[i].name, name) == 0)
            return true;
    return false;
}

static void tell_ready(const preview_state *state)
{
    char url[96];
    snprintf(url, sizeof url, "http://127.0.0.1:%d/%s/", state->port, state->token);
    if (state->options->ready)
        state->options->ready(state->options->closure, url, has_asset("codemirror.js"));
}

static void finish_state(preview_state *state)
{
    for (size_t i = 0; i < state->view_count; i++) {
        preview_picture_release(state->views[i].picture);
        batch_bytes_finish(&state->views[i].news);
        free(state->views[i].theme);
    }
    free(state->views);
    free(state->root);
    preview_files_finish(&state->files);
    pthread_mutex_destroy(&state->lock);
    pthread_mutex_destroy(&state->exporting);
    pthread_cond_destroy(&state->changed);
}

/* With all threads but the drawer's and the server's own. */
static bool serve(preview_state *state, preview_watch *watch, int signals)
{
    pthread_t drawer;
    preview_server *const server = preview_server_start(state);
    if (!server)
        return false;
    if (pthread_create(&drawer, NULL, preview_drawer, state) != 0)
        abort();
    tell_ready(state);
    watch_until_signal(state, watch, signals);
    pthread_mutex_lock(&state->lock);
    state->is_ending = true;
    pthread_cond_broadcast(&state->changed);
    pthread_mutex_unlock(&state->lock);
    preview_server_stop(server);
    pthread_join(drawer, NULL);
    return true;
}

static hui_status fail(char *fault, const char *what, int reason)
{
    snprintf(fault, PREVIEW_FAULT, "%s: %s", what, strerror(reason));
    return HUI_STATUS_SYSTEM;
}

static hui_status run_state(preview_state *state, int signals, char *fault)
{
    char where[64];
    preview_watch *const watch = preview_watch_new();
    if (!watch)
        return fail(fault, "files cannot be watched", errno);
    make_views(state);
    state->files = preview_files_of(state->options, state->root, NULL);
    watch_files(state, watch);
    const bool served = serve(state, watch, signals);
    const int reason = errno;
    preview_watch_free(watch);
    if (served)
        return HUI_STATUS_OK;
    snprintf(where, sizeof where, "port %d of 127.0.0.1 cannot be used", state->port);
    return fail(fault, where, reason);
}

hui_status hui_preview_run(const preview_options *options, char fault[PREVIEW_FAULT])
{
    sigset_t caught, before;
    preview_state state = {.options = options, .port = options->port, .change = 1, .wake = eventfd(0, EFD_CLOEXEC)};
    state.root = find_root(options->spec);
    if (!state.root)
        return fail(fault, options->spec, errno);
    if (!preview_token_make(state.token))
        return fail(fault, "no random numbers", errno);
    pthread_mutex_init(&state.lock, NULL);
    pthread_mutex_init(&state.exporting, NULL);
    pthread_cond_init(&state.changed, NULL);
    sigemptyset(&caught);
    sigaddset(&caught, SIGINT);
    sigaddset(&caught, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &caught, &before); /* inherited by all threads, which are made later */
    const int signals = signalfd(-1, &caught, SFD_CLOEXEC);
    const hui_status status = run_state(&state, signals, fault);
    close(signals);
    close(state.wake);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    finish_state(&state);
    return status;
}
