/* The names of a batch's files. */
#include "cli/batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

batch_files batch_files_of(const batch_plan *plan, const char *name, size_t page_count)
{
    return (batch_files){.plan = plan, .name = name, .page_count = page_count};
}

/* "out/a" of page 2 as PNG is "out/a-2.png". */
static char *path_of(const batch_files *files)
{
    const char *suffix = files->plan->formats.at[files->format].suffix;
    const size_t size = strlen(files->name) + strlen(suffix) + 32;
    char *path = malloc(size);
    if (!path)
        abort();
    if (files->page > 0)
        snprintf(path, size, "%s-%zu%s", files->name, files->page, suffix);
    else
        snprintf(path, size, "%s%s", files->name, suffix);
    return path;
}

bool batch_files_next(batch_files *files)
{
    if (files->next_format == files->plan->formats.count)
        return false;
    files->format = files->next_format;
    const bool is_one = files->page_count <= 1 || files->plan->call->numbers[OPTION_PAGE] > 0 ||
                        strcmp(files->plan->formats.at[files->format].name, "pdf") == 0;
    files->page = is_one ? 0 : files->next_page + 1;
    files->path = path_of(files);
    files->next_page = is_one || files->page == files->page_count ? 0 : files->page;
    files->next_format += files->next_page == 0;
    return true;
}
