/* Names the files to write. */
#include "cli/target.h"

#include "cli/parse.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *format_string(const char *format, ...) __attribute__((format(printf, 1, 2)));

static char *format_string(const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    size_t size = (size_t)vsnprintf(NULL, 0, format, arguments) + 1;
    char *text = malloc(size);
    if (!text)
        abort();
    vsnprintf(text, size, format, again);
    va_end(again);
    va_end(arguments);
    return text;
}

static bool is_folder(const char *path)
{
    struct stat entry;
    return stat(path, &entry) == 0 && S_ISDIR(entry.st_mode);
}

bool make_folder(const char *path)
{
    char *copy = format_string("%s", path);
    bool made = true;
    for (char *at = copy + 1; made; at++) {
        if (*at && *at != '/')
            continue;
        char end = *at;
        *at = 0;
        made = mkdir(copy, 0777) == 0 || errno == EEXIST;
        *at = end;
        if (!end)
            break;
    }
    int reason = errno;
    free(copy);
    errno = made ? ENOTDIR : reason;
    return made && is_folder(path);
}

/* "specs/hohhot/poster.json" is named hohhot, "panels/kpi.json" kpi. To be freed. */
static char *spec_name(const char *spec)
{
    const char *slash = strrchr(spec, '/'), *base = slash ? slash + 1 : spec;
    size_t length = strlen(base);
    if (length > 5 && strcmp(base + length - 5, ".json") == 0)
        length -= 5;
    if (length > 3 && strncmp(base + length - 3, ".vl", 3) == 0)
        length -= 3;
    if (length == 6 && strncmp(base, "poster", 6) == 0) {
        char *folder = format_string("%.*s", slash ? (int)(slash - spec) : 1, slash ? spec : ".");
        char *real = realpath(*folder ? folder : "/", NULL);
        free(folder);
        const char *name = real ? strrchr(real, '/') + 1 : "";
        char *copy = *name ? format_string("%s", name) : NULL;
        free(real);
        if (copy)
            return copy;
    }
    return strcmp(spec, "-") == 0 ? format_string("poster") : format_string("%.*s", (int)length, base);
}

/* Whether the output is a folder; else it is the one file. */
static bool wants_folder(const cli_targets *targets, const char *output)
{
    size_t length = strlen(output);
    return targets->count > 1 || (length > 0 && output[length - 1] == '/') || is_folder(output);
}

static void choose_path(cli_target *target, const char *folder, const char *suffix)
{
    char *name = spec_name(target->spec);
    size_t length = strlen(folder);
    target->path = format_string("%s%s%s%s", folder, length > 0 && folder[length - 1] == '/' ? "" : "/", name, suffix);
    free(name);
}

/* Two files of one name would be one file. */
static hui_status check_names(const cli_targets *targets, const cli_command *command)
{
    for (size_t i = 0; i < targets->count; i++)
        for (size_t j = 0; j < i; j++)
            if (strcmp(targets->at[i].path, targets->at[j].path) == 0)
                return usage_error(command, "%s and %s would both be written to %s", targets->at[j].spec,
                                   targets->at[i].spec, targets->at[i].path);
    return HUI_STATUS_OK;
}

static hui_status choose_paths(cli_targets *targets, const cli_call *call, const char *output)
{
    bool to_pipe = output ? strcmp(output, "-") == 0 : strcmp(call->arguments[0], "-") == 0 && targets->count == 1;
    if (to_pipe && targets->count > 1)
        return usage_error(call->command, "standard output takes one file, not %zu", targets->count);
    if (to_pipe && isatty(STDOUT_FILENO) && strcmp(targets->at[0].format, "png") == 0)
        return usage_error(call->command, "a terminal shows no PNG: name a file by -o");
    if (to_pipe || (output && !wants_folder(targets, output))) {
        targets->at[0].path = format_string("%s", output ? output : "-");
        return HUI_STATUS_OK;
    }
    const char *folder = output && *output ? output : "out";
    for (size_t i = 0; i < targets->count; i++)
        choose_path(&targets->at[i], folder, targets->formats.at[i % targets->formats.count].suffix);
    if (make_folder(folder))
        return check_names(targets, call->command);
    fprintf(stderr, "huibao: cannot make the folder %s: %s\n", folder, strerror(errno));
    return HUI_STATUS_SYSTEM;
}

hui_status targets_choose(cli_targets *targets, hui_context *context, const cli_call *call)
{
    *targets = (struct cli_targets){0};
    if (!formats_read(&targets->formats, context, call))
        return HUI_STATUS_USAGE;
    const size_t format_count = targets->formats.count;
    targets->count = format_count * call->argument_count;
    targets->at = calloc(targets->count, sizeof *targets->at);
    if (!targets->at)
        abort();
    for (size_t i = 0; i < targets->count; i++) {
        targets->at[i].spec = call->arguments[i / format_count];
        targets->at[i].format = targets->formats.at[i % format_count].name;
    }
    return choose_paths(targets, call, call->values[OPTION_OUTPUT]);
}

/* Of the path, up to its suffix. */
static size_t find_stem(const char *path)
{
    const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path;
    const char *point = strrchr(base, '.');
    return point && point > base ? (size_t)(point - path) : strlen(path);
}

char *target_page_path(const cli_target *target, size_t number)
{
    const size_t stem = find_stem(target->path);
    return format_string("%.*s-%zu%s", (int)stem, target->path, number, target->path + stem);
}

size_t target_find_page(const cli_target *target, const char *path)
{
    const size_t stem = find_stem(target->path);
    if (strncmp(path, target->path, stem) != 0 || path[stem] != '-' || path[stem + 1] < '1' || path[stem + 1] > '9')
        return 0;
    char *end;
    errno = 0;
    const unsigned long number = strtoul(path + stem + 1, &end, 10);
    return errno == 0 && strcmp(end, target->path + stem) == 0 ? number : 0;
}

void targets_finish(cli_targets *targets)
{
    for (size_t i = 0; i < targets->count; i++)
        free(targets->at[i].path);
    free(targets->at);
    formats_finish(&targets->formats);
}
