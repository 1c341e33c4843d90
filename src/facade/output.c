/* Output files: written beside their target and renamed, so that no reader sees half a file. */
#include "facade/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A new file in the target's folder. Made by open, not mkstemp, so that the umask decides who may read it: asking for
 * the umask would set it for all threads. Stores its name, to be freed. */
static int open_temporary(const char *target, char **name)
{
    const char *slash = strrchr(target, '/');
    int folder_length = slash ? (int)(slash - target) + 1 : 0;
    size_t size = (size_t)folder_length + 64;
    char *path = malloc(size);
    if (!path)
        return -1;
    for (int attempt = 0; attempt < 1000; attempt++) {
        snprintf(path, size, "%.*s.huibao-%ld-%d", folder_length, target, (long)getpid(), attempt);
        int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file >= 0) {
            *name = path;
            return file;
        }
        if (errno != EEXIST)
            break;
    }
    free(path);
    return -1;
}

/* Where the bytes belong: behind a symbolic link, what it points to. */
static char *resolve(const char *path)
{
    struct stat entry;
    char *real = lstat(path, &entry) == 0 && S_ISLNK(entry.st_mode) ? realpath(path, NULL) : NULL;
    return real ? real : strdup(path);
}

static void finish(hui_output *output)
{
    int reason = errno;
    free(output->target);
    free(output->temporary);
    *output = (hui_output){0};
    errno = reason;
}

bool hui_output_open(hui_output *output, const char *path)
{
    struct stat entry;
    *output = (hui_output){.target = resolve(path)};
    if (!output->target)
        return false;
    bool exists = stat(output->target, &entry) == 0;
    int file = -1;
    if (exists && S_ISDIR(entry.st_mode))
        errno = EISDIR;
    else if (exists && !S_ISREG(entry.st_mode))
        file = open(output->target, O_WRONLY | O_CLOEXEC);
    else
        file = open_temporary(output->target, &output->temporary);
    if (file >= 0)
        output->file = fdopen(file, "wb");
    if (output->file)
        return true;
    finish(output);
    return false;
}

bool hui_output_write(void *closure, const void *bytes, size_t size)
{
    hui_output *output = closure;
    return fwrite(bytes, 1, size, output->file) == size;
}

/* Without fsync: a machine that loses power keeps the old file or the new one wherever file systems order a rename
 * after the data, and drawing again costs less than waiting for every disk. */
bool hui_output_close(hui_output *output)
{
    bool done = fflush(output->file) == 0;
    int reason = errno;
    if (fclose(output->file) != 0 && done) {
        done = false;
        reason = errno;
    }
    if (done && output->temporary && rename(output->temporary, output->target) != 0) {
        done = false;
        reason = errno;
    }
    if (!done && output->temporary)
        unlink(output->temporary);
    errno = reason;
    finish(output);
    return done;
}

void hui_output_abandon(hui_output *output)
{
    fclose(output->file);
    if (output->temporary)
        unlink(output->temporary);
    finish(output);
}
