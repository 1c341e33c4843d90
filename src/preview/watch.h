/* Watches the folders of files by inotify: so a file is seen whatever way an editor replaces it. */
#ifndef HUI_PREVIEW_WATCH_H
#define HUI_PREVIEW_WATCH_H

#include <stdbool.h>
#include <stddef.h>

typedef struct preview_watch preview_watch;

/* NULL with errno. */
preview_watch *preview_watch_new(void);
void preview_watch_free(preview_watch *watch);
int preview_watch_file(const preview_watch *watch); /* to be polled */

/* Watches these from now on. True if a folder was added: what happened in it before is not known. */
bool preview_watch_set(preview_watch *watch, const char *const *files, size_t count);
/* Takes in what happened. True if it concerns one of the files, or with `any` another in their folders. */
bool preview_watch_take(preview_watch *watch, bool any);
/* Whether a folder cannot be watched for now, and preview_watch_retry is to be called now and then; true if one was added. */
bool preview_watch_is_partial(const preview_watch *watch);
bool preview_watch_retry(preview_watch *watch);

#endif
