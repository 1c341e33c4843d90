/* Output files: written beside their target and renamed, so that no reader sees half a file. */
#include "facade/output.h"

#include "base/hash.h"
#include "huibao.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a temporary's name begins with. The rest are a hash of the target's name and a number: a process that was killed leaves
 * one behind, which the next that writes the same target takes over. */
#define PREFIX ".huibao-"

/* Locks an open file, unless somebody writes it or it has lost its name meanwhile. A file system without locks does without. */
static bool lock(int file, const char *path)
{
    struct stat opened, named;
    if (flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return false;
    return fstat(file, &opened) == 0 && stat(path, &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}

/* Opens a file that is there: one of ours, and not what somebody else has laid out for us to write into. */
static int open_left_over(const char *path)
{
    struct stat entry;
    const int file = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return -1;
    if (fstat(file, &entry) == 0 && S_ISREG(entry.st_mode) && entry.st_uid == geteuid() && entry.st_nlink == 1)
        return file;
    close(file);
    return -1;
}

/* An empty file in the target's folder. Made by open, not mkstemp, so that the umask decides who may read it: asking for
 * the umask would set it for all threads. Stores its name, to be freed. */
static int open_temporary(const char *target, char **name)
{
    const char *slash = strrchr(target, '/'), *base = slash ? slash + 1 : target;
    const uint32_t hash = hui_hash_bytes(HUI_HASH_START, base, strlen(base));
    const size_t size = (size_t)(base - target) + 64;
    char *path = malloc(size);
    if (!path)
        return -1;
    for (int attempt = 0; attempt < 1000; attempt++) {
        snprintf(path, size, "%.*s" PREFIX "%08x-%d", (int)(base - target), target, hash, attempt);
        int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file < 0 && errno != EEXIST)
            break;
        if (file < 0)
            file = open_left_over(path);
        if (file >= 0 && lock(file, path) && ftruncate(file, 0) == 0) {
            *name = path;
            return file;
        }
        if (file >= 0)
            close(file);
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

static void unlink_temporary(const hui_output *output)
{
    const int reason = errno;
    unlink(output->temporary);
    errno = reason;
}

static void finish(hui_output *output)
{
    int reason = errno;
    if (output->lock >= 0)
        close(output->lock);
    free(output->target);
    free(output->temporary);
    *output = (hui_output){0};
    errno = reason;
}

bool hui_output_open(hui_output *output, const char *path)
{
    struct stat entry;
    *output = (hui_output){.target = resolve(path), .lock = -1};
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
    if (file >= 0 && output->temporary)
        output->lock = fcntl(file, F_DUPFD_CLOEXEC, 0);
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

/* On disk, and so is the folder's entry of it. */
static bool sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");
    const int file = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    free(folder);
    if (file < 0)
        return false;
    const bool done = fsync(file) == 0;
    close(file);
    return done;
}

/* Closed before it is renamed, as some file systems say only then that the disk is full. */
static bool close_file(hui_output *output, bool sync)
{
    const bool done = fflush(output->file) == 0 && (!sync || fsync(fileno(output->file)) == 0);
    const int reason = errno;
    if (fclose(output->file) != 0 && done)
        return false;
    errno = reason;
    return done;
}

/* Without fsync a machine that loses power keeps the old file or the new one wherever file systems order a rename after
 * the data, and drawing again costs less than waiting for every disk. */
bool hui_output_close(hui_output *output, bool sync)
{
    const bool done = close_file(output, sync && output->temporary) &&
                      (!output->temporary || rename(output->temporary, output->target) == 0);
    const bool safe = done && (!sync || !output->temporary || sync_folder(output->target));
    if (!done && output->temporary)
        unlink_temporary(output);
    finish(output);
    return safe;
}

void hui_output_abandon(hui_output *output)
{
    fclose(output->file);
    if (output->temporary)
        unlink_temporary(output);
    finish(output);
}

/* Named as open_temporary names them. */
static bool is_temporary(const char *name)
{
    static const char hexadecimal[] = "0123456789abcdef";
    const size_t prefix = sizeof PREFIX - 1;
    if (strncmp(name, PREFIX, prefix) != 0 || strspn(name + prefix, hexadecimal) != 8 || name[prefix + 8] != '-')
        return false;
    const char *number = name + prefix + 9;
    return *number && !number[strspn(number, "0123456789")];
}

static bool sweep_file(int folder, const char *name)
{
    const int file = openat(folder, name, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return false;
    const bool swept = flock(file, LOCK_EX | LOCK_NB) == 0 && unlinkat(folder, name, 0) == 0;
    close(file);
    return swept;
}

size_t hui_sweep_folder(const char *path)
{
    size_t count = 0;
    DIR *folder = opendir(path);
    for (const struct dirent *entry; folder && (entry = readdir(folder));)
        if (is_temporary(entry->d_name))
            count += sweep_file(dirfd(folder), entry->d_name);
    if (folder)
        closedir(folder);
    return count;
}
