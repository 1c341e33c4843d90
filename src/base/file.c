/* Regular files: opened without waiting, read whole into an arena. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Less than `size` bytes if the file has become shorter; false with errno. */
static bool read_all(int file, char *bytes, size_t size, size_t *count)
{
    for (*count = 0; *count < size;) {
        const ssize_t got = read(file, bytes + *count, size - *count);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            break;
        *count += (size_t)got;
    }
    return true;
}

/* -1 with errno for what is no regular file. */
static int open_regular(const char *path, size_t *size)
{
    struct stat status;
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a FIFO must not make us wait */
    if (file < 0)
        return -1;
    int fault = fstat(file, &status) == 0 ? 0 : errno;
    if (!fault && !S_ISREG(status.st_mode))
        fault = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
    if (fault) {
        close(file);
        errno = fault;
        return -1;
    }
    *size = (size_t)status.st_size;
    return file;
}

static bool read_file(hui_arena *arena, const char *path, const char *name, size_t limit, const char *hint,
                      hui_place place, const char **bytes, size_t *size, hui_diags *diags)
{
    const int file = open_regular(path, size);
    bool good = file >= 0;
    if (good && *size > limit) {
        hui_diags_add(diags, HUI_CODE_FILE_TOO_LARGE, place, hint, *size, limit);
        close(file);
        return false;
    }
    if (good) {
        char *text = hui_arena_alloc(arena, *size + 1);
        good = read_all(file, text, *size, size);
        *bytes = text;
    }
    if (!good)
        hui_diags_add(diags, HUI_CODE_UNREADABLE_FILE, place, NULL, name, strerror(errno));
    if (file >= 0)
        close(file);
    return good;
}

bool hui_file_read(hui_arena *arena, const char *path, const char *name, size_t limit, hui_place place,
                   const char **bytes, size_t *size, hui_diags *diags)
{
    return read_file(arena, path, name, limit, NULL, place, bytes, size, diags);
}

bool hui_file_read_within(hui_arena *arena, const char *path, const char *name, hui_most most, hui_place place,
                          const char **bytes, size_t *size, hui_diags *diags)
{
    return read_file(arena, path, name, hui_budget_most(diags->budget, most), hui_limit_hint(arena, most), place, bytes,
                     size, diags);
}
