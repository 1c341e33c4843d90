/* The command new: writes a starter into a folder, whole or not at all. */
#include "cli/library.h"
#include "cli/parse.h"
#include "cli/starters.h"
#include "cli/target.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char schema_name[] = "huibao.schema.json";

/* To be freed. */
static char *join(const char *folder, const char *name)
{
    char *path;
    if (asprintf(&path, "%s/%s", folder, name) < 0)
        abort();
    return path;
}

static bool write_file(const char *folder, const char *name, const void *bytes, size_t size)
{
    char *const path = join(folder, name);
    FILE *const file = fopen(path, "wbx");
    free(path);
    if (!file)
        return false;
    const bool is_written = fwrite(bytes, 1, size, file) == size;
    return fclose(file) == 0 && is_written;
}

/* The files of the starter so called, and the schema that its “$schema” names. False with errno. */
static bool write_all(const char *folder, const char *starter)
{
    const size_t length = strlen(starter);
    for (size_t i = 0; i < cli_starter_count; i++)
        if (strncmp(cli_starters[i].name, starter, length) == 0 &&
            !write_file(folder, cli_starters[i].name + length, cli_starters[i].bytes, cli_starters[i].size))
            return false;
    char *const schema = hui()->manual_schema();
    const bool is_written = write_file(folder, schema_name, schema, strlen(schema));
    hui()->free(schema);
    return is_written;
}

static void remove_file(const char *folder, const char *name)
{
    char *const path = join(folder, name);
    unlink(path);
    free(path);
}

static void remove_all(const char *folder, const char *starter)
{
    const size_t length = strlen(starter);
    for (size_t i = 0; i < cli_starter_count; i++)
        if (strncmp(cli_starters[i].name, starter, length) == 0)
            remove_file(folder, cli_starters[i].name + length);
    remove_file(folder, schema_name);
    rmdir(folder);
}

static hui_status fail(const char *folder)
{
    if (errno == ENOTEMPTY || errno == EEXIST)
        fprintf(stderr, "huibao: %s is there and not empty; name a folder that is new\n", folder);
    else
        fprintf(stderr, "huibao: %s: %s\n", folder, strerror(errno));
    return HUI_STATUS_SYSTEM;
}

/* A folder beside it is filled and then takes its name, which the system refuses where it has a file in it (POSIX rename). */
static bool make(const char *folder, const char *starter)
{
    char fresh[PATH_MAX];
    const mode_t mask = umask(0);
    umask(mask);
    if (snprintf(fresh, sizeof fresh, "%s.new-XXXXXX", folder) >= (int)sizeof fresh) {
        errno = ENAMETOOLONG;
        return false;
    }
    if (!mkdtemp(fresh))
        return false;
    if (write_all(fresh, starter) && chmod(fresh, 0777 & ~mask) == 0 && rename(fresh, folder) == 0)
        return true;
    const int reason = errno;
    remove_all(fresh, starter);
    errno = reason;
    return false;
}

/* Without slashes at its end. */
static void trim(char *path)
{
    for (size_t length = strlen(path); length > 1 && path[length - 1] == '/'; length--)
        path[length - 1] = 0;
}

/* The folder above must be there for the one beside. */
static bool make_parent(const char *folder)
{
    char parent[PATH_MAX];
    const char *const slash = strrchr(folder, '/');
    if (!slash || slash == folder)
        return true;
    snprintf(parent, sizeof parent, "%.*s", (int)(slash - folder), folder);
    return make_folder(parent);
}

hui_status run_new(const cli_call *call)
{
    char folder[PATH_MAX], starter[64];
    const char *const template = call->values[OPTION_TEMPLATE], *const lang = call->values[OPTION_LANG];
    snprintf(starter, sizeof starter, "%s/%s/", template ? template : "report", lang ? lang : "zh");
    if (snprintf(folder, sizeof folder, "%s", call->arguments[0]) >= (int)sizeof folder || !*folder)
        return usage_error(call->command, "“%.40s” is no name of a folder", call->arguments[0]);
    trim(folder);
    if (!make_parent(folder) || !make(folder, starter))
        return fail(folder);
    printf("%s/poster.json\n", folder);
    fprintf(stderr, "To see it: huibao preview %s/poster.json\n", folder);
    return HUI_STATUS_OK;
}
