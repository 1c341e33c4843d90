/* Watches the folders of files. */
#include "preview/watch.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

/* A file, by one of its paths: as it is named, and as it is called when links are resolved. */
typedef struct watched {
    char *folder;
    char *name;
    int id; /* of the folder's watch; -1: there is none */
} watched;

struct preview_watch {
    int file;
    watched *at;
    size_t count;
};

enum {
    EVENTS = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF |
             IN_MOVE_SELF | IN_ONLYDIR,
};

preview_watch *preview_watch_new(void)
{
    preview_watch *const watch = calloc(1, sizeof *watch);
    if (!watch)
        abort();
    watch->file = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watch->file >= 0)
        return watch;
    free(watch);
    return NULL;
}

static void finish_list(watched *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(at[i].folder);
        free(at[i].name);
    }
    free(at);
}

void preview_watch_free(preview_watch *watch)
{
    close(watch->file);
    finish_list(watch->at, watch->count);
    free(watch);
}

int preview_watch_file(const preview_watch *watch)
{
    return watch->file;
}

static watched split(const char *path)
{
    const char *const slash = strrchr(path, '/');
    watched it = {.id = -1, .name = strdup(slash ? slash + 1 : path)};
    it.folder = !slash ? strdup(".") : slash == path ? strdup("/") : strndup(path, (size_t)(slash - path));
    if (!it.name || !it.folder)
        abort();
    return it;
}

/* Adds missing watches; those of folders that are watched already stay. Whether one is of a folder that no other had. */
static bool add_watches(preview_watch *watch, const watched *old, size_t old_count)
{
    bool is_new = false;
    for (size_t i = 0; i < watch->count; i++) {
        watched *const it = &watch->at[i];
        if (it->id >= 0)
            continue;
        it->id = inotify_add_watch(watch->file, it->folder, EVENTS);
        bool is_known = it->id < 0;
        for (size_t k = 0; k < old_count && !is_known; k++)
            is_known = old[k].id == it->id;
        is_new |= !is_known;
    }
    return is_new;
}

/* Removes watches that only the old list needs. */
static void drop_watches(preview_watch *watch, const watched *old, size_t old_count)
{
    for (size_t i = 0; i < old_count; i++) {
        bool is_used = old[i].id < 0;
        for (size_t k = 0; k < i && !is_used; k++)
            is_used = old[k].id == old[i].id;
        for (size_t k = 0; k < watch->count && !is_used; k++)
            is_used = watch->at[k].id == old[i].id;
        if (!is_used)
            inotify_rm_watch(watch->file, old[i].id);
    }
}

bool preview_watch_set(preview_watch *watch, const char *const *files, size_t count)
{
    watched *const old = watch->at;
    const size_t old_count = watch->count;
    watch->at = calloc(count * 2 + 1, sizeof *watch->at);
    watch->count = 0;
    if (!watch->at)
        abort();
    for (size_t i = 0; i < count; i++) {
        char *const real = realpath(files[i], NULL);
        watch->at[watch->count++] = split(files[i]);
        if (real)
            watch->at[watch->count++] = split(real);
        free(real);
    }
    const bool is_new = add_watches(watch, old, old_count);
    drop_watches(watch, old, old_count);
    finish_list(old, old_count);
    return is_new;
}

/* Whether the event is of one of the files; folders that are gone lose their watches. */
static bool concerns(preview_watch *watch, const struct inotify_event *event, bool any)
{
    bool concerns = false;
    for (size_t i = 0; i < watch->count; i++) {
        watched *const it = &watch->at[i];
        if (event->mask & IN_Q_OVERFLOW) {
            concerns = true;
        } else if (it->id == event->wd && event->mask & (IN_IGNORED | IN_MOVE_SELF | IN_DELETE_SELF)) {
            it->id = -1;
            concerns = true;
        } else if (it->id == event->wd && event->len > 0) {
            concerns |= any || strcmp(it->name, event->name) == 0;
        }
    }
    return concerns;
}

bool preview_watch_take(preview_watch *watch, bool any)
{
    _Alignas(struct inotify_event) char events[64 * (sizeof(struct inotify_event) + NAME_MAX + 1)];
    bool is_changed = false;
    ssize_t size;
    while ((size = read(watch->file, events, sizeof events)) > 0)
        for (char *at = events; at < events + size;) {
            const struct inotify_event *const event = (const void *)at;
            is_changed |= concerns(watch, event, any);
            at += sizeof *event + event->len;
        }
    return is_changed;
}

bool preview_watch_is_partial(const preview_watch *watch)
{
    for (size_t i = 0; i < watch->count; i++)
        if (watch->at[i].id < 0)
            return true;
    return false;
}

bool preview_watch_retry(preview_watch *watch)
{
    return add_watches(watch, watch->at, 0);
}
