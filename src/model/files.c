/* Files: paths that specs name, and the folder they must not leave. */
#include "model/reader.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

const char *hui_path_folder(hui_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : hui_arena_string_n(arena, path, (size_t)(slash - path));
}

const char *hui_path_real(hui_arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    if (!real)
        return NULL;
    const char *copy = hui_arena_string(arena, real);
    free(real);
    return copy;
}

static const char *join(hui_arena *arena, const char *folder, const char *path)
{
    if (path[0] == '/' || !strcmp(folder, "."))
        return path;
    return hui_arena_printf(arena, "%s%s%s", folder, folder[strlen(folder) - 1] == '/' ? "" : "/", path);
}

/* Both are canonical. */
static bool is_inside(const char *root, const char *path)
{
    const size_t length = strlen(root);
    return !strcmp(root, "/") || (!strncmp(root, path, length) && (path[length] == '/' || path[length] == 0));
}

const char *hui_path_resolve(const hui_reader *reader, const char *path, const char **joined, const char **real)
{
    if (!*path)
        return "is empty";
    if (strstr(path, "://"))
        return "is a web address; only files are read";
    if (!reader->file->folder || !reader->root)
        return "cannot be followed: this spec was not read from a folder";
    *joined = join(reader->arena, reader->file->folder, path);
    *real = hui_path_real(reader->arena, *joined);
    if (!*real) /* no word about what is or is not outside */
        return errno == ENOENT || errno == ENOTDIR ? "does not exist" : "cannot be followed";
    const bool inside = is_inside(reader->root, *real);
    if (inside) /* one name for one file, however it was reached */
        *joined = join(reader->arena, reader->folder, *real + strlen(reader->root) + ((*real)[strlen(reader->root)] == '/'));
    return inside || reader->options->allow_outside ? NULL : "leads out of the folder of the spec";
}
