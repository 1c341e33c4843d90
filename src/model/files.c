/* Files: paths that specs name, and the folder they must not leave. */
#include "model/reader.h"

#include "base/vec.h"

#include <dirent.h>
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
    if (inside) { /* one name for one file, however it was reached */
        const char *rest = *real + strlen(reader->root);
        rest += *rest == '/';
        *joined = *rest ? join(reader->arena, reader->folder, rest) : reader->folder;
    }
    return inside || reader->options->allow_outside ? NULL : "leads out of the folder of the spec";
}

enum { ENTRY_LIMIT = 1000 };

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted, so that hints do not depend on the file system. */
static const char *nearest_entry(hui_arena *arena, const char *folder, const char *name)
{
    HUI_VEC(const char *) names = {0};
    DIR *entries = opendir(folder);
    if (!entries)
        return NULL;
    for (const struct dirent *entry; names.count < ENTRY_LIMIT && (entry = readdir(entries));)
        if (entry->d_name[0] != '.')
            *hui_vec_push(arena, &names) = hui_arena_string(arena, entry->d_name);
    closedir(entries);
    if (names.count > 0)
        qsort(names.at, names.count, sizeof *names.at, compare_names);
    return hui_word_nearest(name, names.at, names.count);
}

const char *hui_path_hint(const hui_reader *reader, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    if (strchr(path, '\\'))
        return "folders are separated by /";
    if (!reader->file->folder || !reader->root || !*name || strstr(path, "://"))
        return NULL;
    const char *folder =
        hui_path_real(reader->arena, join(reader->arena, reader->file->folder, hui_path_folder(reader->arena, path)));
    if (!folder || !is_inside(reader->root, folder))
        return NULL;
    const char *nearest = nearest_entry(reader->arena, folder, name);
    return nearest && strcmp(nearest, name) != 0
               ? hui_arena_printf(reader->arena, "did you mean `%.*s%s`?", (int)(name - path), path, nearest)
               : NULL;
}
