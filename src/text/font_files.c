/* Font files: which there are in a folder, and where the bundled ones are. */
#include "text/font_files.h"

#include "base/vec.h"
#include "text/fonts.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* The icon fonts lie in the same folder, but their private code points are not for text. */
static bool is_text_font(const char *name)
{
    static const char *const suffixes[] = {".otf", ".ttf", ".ttc", ".otc"};
    size_t length = strlen(name);
    if (length < 5 || name[0] == '.' || strncmp(name, "TablerIcons", 11) == 0)
        return false;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (strcasecmp(name + length - 4, suffixes[i]) == 0)
            return true;
    return false;
}

static int compare_strings(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool hui_font_files_list(hui_arena *arena, const char *folder, hui_font_files *files)
{
    DIR *directory = opendir(folder);
    if (!directory)
        return false;
    HUI_VEC(const char *) found = {0};
    for (const struct dirent *entry; (entry = readdir(directory));)
        if (is_text_font(entry->d_name))
            *hui_vec_push(arena, &found) = hui_arena_printf(arena, "%s/%s", folder, entry->d_name);
    closedir(directory);
    if (found.count > 0)
        qsort(found.at, found.count, sizeof *found.at, compare_strings);
    *files = (hui_font_files){found.at, found.count};
    return true;
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* PREFIX/bin/huibao has its fonts in PREFIX/share/huibao/fonts. */
static const char *folder_beside_program(hui_arena *arena)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0)
        return NULL;
    program[length] = '\0';
    char *slash = strrchr(program, '/');
    if (!slash)
        return NULL;
    *slash = '\0';
    const char *folder = hui_arena_printf(arena, "%s/../share/huibao/fonts", program);
    return is_folder(folder) ? folder : NULL;
}

const char *hui_fonts_folder(hui_arena *arena)
{
    const char *named = getenv("HUIBAO_FONTS");
    if (named && *named)
        return hui_arena_string(arena, named);
    const char *beside = folder_beside_program(arena);
    if (beside)
        return beside;
#ifdef HUIBAO_FONTS_FOLDER
    if (is_folder(HUIBAO_FONTS_FOLDER))
        return HUIBAO_FONTS_FOLDER;
#endif
#ifdef HUI_SOURCE_FONTS
    if (is_folder(HUI_SOURCE_FONTS))
        return HUI_SOURCE_FONTS;
#endif
    return NULL;
}
