/* What a confined process may reach. */
#include "cli/confined.h"

#include "cli/library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *folder_of(const char *path, size_t length)
{
    while (length > 0 && path[length - 1] != '/')
        length--;
    while (length > 1 && path[length - 1] == '/')
        length--;
    char *folder = length > 0 ? strndup(path, length) : strdup(".");
    if (!folder)
        abort();
    return folder;
}

/* Where libraries are that are opened when they are first needed: for print PDFs, SVG images, encodings of texts. */
static const char *const libraries[] = {"/lib",       "/lib64",         "/usr/lib",
                                        "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache"};
enum { LIBRARIES = sizeof libraries / sizeof *libraries };

static char *copy(const char *text)
{
    char *made = strdup(text);
    if (!made)
        abort();
    return made;
}

/* Takes the folder. */
static void add(cli_confined *confined, char *folder)
{
    size_t *count = &confined->confinement.readable_count;
    for (size_t i = 0; i < *count; i++)
        if (strcmp(confined->readable[i], folder) == 0) {
            free(folder);
            return;
        }
    confined->readable = realloc(confined->readable, (*count + 1) * sizeof *confined->readable);
    if (!confined->readable)
        abort();
    confined->readable[(*count)++] = folder;
}

static void add_fonts(cli_confined *confined, hui_context *context)
{
    for (size_t i = 0; i < hui()->catalog_count(context, HUI_CATALOG_FONTS); i++) {
        const char *file = hui()->catalog_entry(context, HUI_CATALOG_FONTS, i).detail;
        add(confined, folder_of(file, strlen(file)));
    }
}

static void add_libraries(cli_confined *confined)
{
    Dl_info found;
    void *symbol;
    const char *(*version)(void) = hui()->version;
    memcpy(&symbol, &version, sizeof symbol);
    for (size_t i = 0; i < LIBRARIES; i++)
        add(confined, copy(libraries[i]));
    if (dladdr(symbol, &found) && found.dli_fname)
        add(confined, folder_of(found.dli_fname, strlen(found.dli_fname)));
}

static void say_missing(void)
{
    const unsigned ability = batch_confine_ability();
    if (!(ability & BATCH_CONFINE_FILES))
        fputs("huibao: warning: this kernel has no Landlock: which files a process opens is checked by huibao alone\n",
              stderr);
    if (!(ability & BATCH_CONFINE_CALLS))
        fputs("huibao: warning: this kernel has no seccomp filters: processes could open sockets and run programs\n",
              stderr);
}

cli_confined confined_new(const cli_call *call, hui_context *context, const char *folder, const char *output)
{
    cli_confined confined = {.is_wanted = call->values[OPTION_UNTRUSTED], .writable = output};
    if (!confined.is_wanted)
        return confined;
    say_missing();
    add(&confined, copy(folder));
    add_fonts(&confined, context);
    add_libraries(&confined);
    return confined;
}

const batch_confinement *confined_find(cli_confined *confined)
{
    confined->confinement.readable = (const char *const *)confined->readable;
    confined->confinement.writable = &confined->writable;
    confined->confinement.writable_count = confined->writable != NULL;
    return confined->is_wanted ? &confined->confinement : NULL;
}

void confined_finish(cli_confined *confined)
{
    for (size_t i = 0; i < confined->confinement.readable_count; i++)
        free(confined->readable[i]);
    free(confined->readable);
}
