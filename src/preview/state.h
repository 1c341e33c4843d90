/* What the threads share: the main one, which watches files; the drawer; those of connections. */
#ifndef HUI_PREVIEW_STATE_H
#define HUI_PREVIEW_STATE_H

#include "preview/preview.h"

#include "batch/bytes.h"

#include <pthread.h>
#include <stdatomic.h>

/* A good drawing, whose pages appear one after the other. */
typedef struct preview_picture {
    size_t id;
    size_t uses;
    size_t page_count;
    batch_bytes *pages;  /* SVG; none yet where `at` is NULL */
    bool is_abandoned;   /* those that are missing will not come: there is a newer change */
    double width, height;
    char *title; /* NULL: none */
} preview_picture;

/* The spec in one theme. */
typedef struct preview_view {
    char *theme;       /* NULL: the spec's own */
    size_t listeners;  /* windows that show it; what nobody looks at is not drawn */
    size_t change;     /* the last one that was read for it */
    size_t version;    /* counts its news */
    size_t page;       /* from 0: that a window looks at, drawn first */
    batch_bytes news;  /* JSON, what windows are told */
    preview_picture *picture; /* the last good one; NULL: none */
} preview_view;

/* A file of the document. */
typedef struct preview_file {
    char *named; /* as messages call it */
    char *name;  /* below the spec's folder; NULL: it lies elsewhere, or is not there */
    bool is_text;
} preview_file;

typedef struct preview_files {
    preview_file *at; /* the spec first */
    size_t count;
} preview_files;

typedef struct preview_state {
    const preview_options *options;
    char *root;       /* the spec's folder, with no links in its path */
    char token[33];   /* begins every path */
    atomic_int port;  /* known once the server listens, whose threads may be asked already */
    int wake;         /* an eventfd: the list of files is new */
    pthread_mutex_t lock; /* for all below, and for `changed` */
    pthread_cond_t changed;
    size_t change;        /* counts changes of files */
    bool is_ending;
    preview_view *views;  /* the spec's own theme, then those of the catalogue */
    size_t view_count;
    size_t picture_count; /* ever made: their ids */
    preview_files files;
    bool is_broken;       /* the spec could not be read: any file in its folders may mend it */
    pthread_mutex_t exporting; /* one download at a time */
} preview_state;

/* Views of a theme; NULL if there is no such theme. */
preview_view *preview_view_find(preview_state *state, const char *theme);

/* Under the lock. Frees what nobody uses; NULL is fine. */
void preview_picture_release(preview_picture *picture);

/* Whether all that `closure`, a preview_task, draws is still wanted: a hui_progress. */
typedef struct preview_task {
    preview_state *state;
    size_t change; /* SIZE_MAX: wanted until the end */
} preview_task;
hui_progress preview_is_wanted;

#endif
