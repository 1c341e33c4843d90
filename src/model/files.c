/* Files: paths that specs name, and the folder they must not leave. */
#include "model/files.h"

#include "base/file.h"

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

/* NULL with errno if it does not exist. */
static const char *real_path(hui_arena *arena, const char *path)
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

hui_files hui_files_of_path(hui_arena *arena, const char *path)
{
    hui_files files = hui_files_of_text(arena, path, hui_path_folder(arena, path));
    files.path = real_path(arena, path);
    return files;
}

hui_files hui_files_of_text(hui_arena *arena, const char *name, const char *folder)
{
    return (hui_files){
        .named = HUI_NEW(arena, hui_file_names),
        .name = hui_arena_string(arena, name),
        .folder = folder ? hui_arena_string(arena, folder) : NULL,
        .root = folder ? real_path(arena, folder) : NULL,
    };
}

hui_files hui_files_copy(hui_arena *arena, const hui_files *files)
{
    hui_files copy = *files;
    copy.named = HUI_NEW(arena, hui_file_names);
    for (size_t i = 0; i < files->named->count; i++)
        *hui_vec_push(arena, copy.named) = files->named->at[i];
    return copy;
}

static void remember(hui_arena *arena, hui_file_names *names, const char *path)
{
    for (size_t i = 0; i < names->count; i++)
        if (!strcmp(names->at[i], path))
            return;
    *hui_vec_push(arena, names) = path;
}

const char *hui_path_resolve(hui_arena *arena, const hui_files *files, const char *folder, const char *path,
                             const char **joined, const char **real)
{
    if (!*path)
        return "is empty";
    if (strstr(path, "://"))
        return "is a web address; only files are read";
    if (!folder || !files->root)
        return "cannot be followed: this spec was not read from a folder";
    *joined = join(arena, folder, path);
    *real = real_path(arena, *joined);
    if (!*real) /* no word about what is or is not outside */
        return errno == ENOENT || errno == ENOTDIR ? "does not exist" : "cannot be followed";
    const bool inside = is_inside(files->root, *real);
    if (inside) { /* one name for one file, however it was reached */
        const char *rest = *real + strlen(files->root);
        rest += *rest == '/';
        *joined = *rest ? join(arena, files->folder, rest) : files->folder;
    }
    if (!inside && !files->allow_outside)
        return "leads out of the folder of the spec";
    remember(arena, files->named, *joined);
    return NULL;
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

const char *hui_path_hint(hui_arena *arena, const hui_files *files, const char *folder, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    if (strchr(path, '\\'))
        return "folders are separated by /";
    if (strstr(path, "://"))
        return "save it beside the spec and name that file";
    if (!folder || !files->root || !*name)
        return NULL;
    const char *real = real_path(arena, join(arena, folder, hui_path_folder(arena, path)));
    if (!real || !is_inside(files->root, real))
        return NULL;
    const char *nearest = nearest_entry(arena, real, name);
    return nearest && strcmp(nearest, name) != 0
               ? hui_arena_printf(arena, "did you mean `%.*s%s`?", (int)(name - path), path, nearest)
               : NULL;
}

/* Every file of a spec is known by the path it was read from, except a text from memory. */
static const char *folder_at(hui_arena *arena, const hui_files *files, hui_place place)
{
    if (!place.source || !strcmp(place.source->name, files->name))
        return files->folder;
    return hui_path_folder(arena, place.source->name);
}

bool hui_files_load(void *closure, hui_arena *arena, const char *url, hui_place place, const char **bytes, size_t *size,
                    hui_diags *diags)
{
    const hui_files *files = closure;
    const char *folder = folder_at(arena, files, place), *path, *real;
    const char *fault = hui_path_resolve(arena, files, folder, url, &path, &real);
    if (fault) {
        hui_diags_add(diags, HUI_CODE_BAD_PATH, place, hui_path_hint(arena, files, folder, url), url, fault);
        return false;
    }
    return hui_file_read_within(arena, path, path, HUI_MOST_DATA_SIZE, place, bytes, size, diags);
}
