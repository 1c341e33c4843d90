/* The document's own files. */
#include "preview/files.h"

#include "batch/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *copy(const char *text)
{
    char *const bytes = strdup(text);
    if (!bytes)
        abort();
    return bytes;
}

static bool ends_as_text(const char *name)
{
    static const char *const suffixes[] = {".json",    ".csv",      ".tsv", ".ndjson", ".jsonl",
                                           ".geojson", ".topojson", ".md",  ".txt",    ".svg"};
    const size_t length = strlen(name);
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        const size_t end = strlen(suffixes[i]);
        if (length > end && strcasecmp(name + length - end, suffixes[i]) == 0)
            return true;
    }
    return false;
}

/* The part of a real path behind the root; NULL if it is not below it. */
static const char *below(const char *root, const char *real)
{
    const size_t length = strlen(root);
    if (strcmp(root, "/") == 0)
        return real + 1;
    return strncmp(real, root, length) == 0 && real[length] == '/' ? real + length + 1 : NULL;
}

/* The real path of a regular file below the root; NULL if it is none. To be freed. */
static char *resolve(const char *root, const char *path)
{
    struct stat entry;
    char *const real = realpath(path, NULL);
    if (real && below(root, real) && stat(real, &entry) == 0 && S_ISREG(entry.st_mode))
        return real;
    free(real);
    return NULL;
}

static void add_file(preview_files *files, const char *root, const char *named)
{
    preview_file *const file = &files->at[files->count++];
    char *const real = resolve(root, named);
    *file = (preview_file){.named = copy(named)};
    if (real) {
        file->name = copy(below(root, real));
        file->is_text = ends_as_text(file->name);
    }
    free(real);
}

/* Unless it is the spec, or the row's: a document names each of its files once. */
static void add_new_file(preview_files *files, const char *root, const char *named)
{
    for (size_t i = 0; i < files->count && i < 2; i++)
        if (strcmp(files->at[i].named, named) == 0)
            return;
    add_file(files, root, named);
}

preview_files preview_files_of(const preview_options *options, const char *root, const hui_document *document)
{
    const size_t count = document ? hui_document_file_count(document) : 0;
    preview_files files = {.at = calloc(count + 2, sizeof *files.at)};
    if (!files.at)
        abort();
    add_file(&files, root, options->spec);
    if (options->row && options->row->file)
        add_new_file(&files, root, options->row->file);
    for (size_t i = 0; i < count; i++)
        add_new_file(&files, root, hui_document_file(document, i));
    return files;
}

void preview_files_finish(preview_files *files)
{
    for (size_t i = 0; i < files->count; i++) {
        free(files->at[i].named);
        free(files->at[i].name);
    }
    free(files->at);
    *files = (preview_files){0};
}

void preview_files_add_json(batch_bytes *json, const preview_files *files)
{
    batch_bytes_add(json, "[", 1);
    for (size_t i = 0; i < files->count; i++) {
        const preview_file *const file = &files->at[i];
        batch_bytes_print(json, "%s{\"named\":", i > 0 ? "," : "");
        batch_bytes_json(json, file->named);
        batch_bytes_print(json, ",\"isText\":%s,\"name\":", file->is_text ? "true" : "false");
        if (file->name)
            batch_bytes_json(json, file->name);
        else
            batch_bytes_print(json, "null");
        batch_bytes_add(json, "}", 1);
    }
    batch_bytes_add(json, "]", 1);
}

char *preview_file_named(preview_state *state, const char *name)
{
    char *named = NULL;
    pthread_mutex_lock(&state->lock);
    for (size_t i = 0; i < state->files.count && !named; i++) {
        const preview_file *const file = &state->files.at[i];
        if (file->is_text && file->name && strcmp(file->name, name) == 0)
            named = copy(file->named);
    }
    pthread_mutex_unlock(&state->lock);
    return named;
}

char *preview_file_locate(preview_state *state, const char *name)
{
    char *const named = preview_file_named(state, name);
    char *const real = named ? resolve(state->root, named) : NULL;
    free(named);
    return real;
}

bool preview_file_tag(const char *path, char tag[PREVIEW_TAG])
{
    struct stat entry;
    if (stat(path, &entry) != 0)
        return false;
    snprintf(tag, PREVIEW_TAG, "\"%llx-%llx-%llx.%lx\"", (unsigned long long)entry.st_ino,
             (unsigned long long)entry.st_size, (unsigned long long)entry.st_mtim.tv_sec,
             (unsigned long)entry.st_mtim.tv_nsec);
    return true;
}

/* Both of these follow no link at the path's end, for it has been resolved: one that is there now came later. */
bool preview_file_read(const char *path, batch_bytes *bytes)
{
    struct stat entry;
    ssize_t got = -1;
    const int file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return false;
    if (fstat(file, &entry) == 0 && S_ISREG(entry.st_mode)) {
        do {
            batch_bytes_room(bytes, 1 << 16);
            got = read(file, bytes->at + bytes->size, 1 << 16);
            bytes->size += got > 0 ? (size_t)got : 0;
        } while (got > 0 && bytes->size <= PREVIEW_FILE_MOST);
    }
    close(file);
    if (bytes->size > PREVIEW_FILE_MOST)
        errno = EFBIG;
    return got == 0;
}

bool preview_file_write(const char *path, const void *bytes, size_t size)
{
    struct stat entry;
    char fresh[PATH_MAX];
    const char *const slash = strrchr(path, '/');
    if (lstat(path, &entry) != 0)
        return false;
    if (!S_ISREG(entry.st_mode) || access(path, W_OK) != 0 ||
        snprintf(fresh, sizeof fresh, "%.*s/.huibao-preview-XXXXXX", (int)(slash - path), path) >= PATH_MAX) {
        errno = EACCES;
        return false;
    }
    const int file = mkostemp(fresh, O_CLOEXEC);
    if (file < 0)
        return false;
    bool written = batch_write_all(file, bytes, size) && fchmod(file, entry.st_mode & 07777) == 0 && fsync(file) == 0;
    written = close(file) == 0 && written && rename(fresh, path) == 0;
    if (!written) {
        const int reason = errno;
        unlink(fresh);
        errno = reason;
    }
    return written;
}
