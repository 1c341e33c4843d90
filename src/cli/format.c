/* The formats that a command line asks for. */
#include "cli/format.h"

#include "cli/library.h"
#include "cli/parse.h"

#include <stdlib.h>
#include <string.h>

/* False if there is no such format. */
static bool find(hui_context *context, const char *name, hui_entry *entry)
{
    for (size_t i = 0; i < hui()->catalog_count(context, HUI_CATALOG_FORMATS); i++) {
        *entry = hui()->catalog_entry(context, HUI_CATALOG_FORMATS, i);
        if (strcmp(entry->name, name) == 0)
            return true;
    }
    return false;
}

static bool add(cli_formats *formats, hui_context *context, const cli_call *call, const char *name)
{
    hui_entry entry;
    if (!find(context, name, &entry)) {
        usage_error(call->command, "there is no format “%s”: png, svg, pdf", name);
        return false;
    }
    for (size_t i = 0; i < formats->count; i++)
        if (strcmp(formats->at[i].name, name) == 0) {
            usage_error(call->command, "the format “%s” is named twice", name);
            return false;
        }
    if (formats->count == FORMATS_MOST)
        return false;
    formats->at[formats->count++] = (cli_format){name, entry.detail};
    return true;
}

bool formats_read(cli_formats *formats, hui_context *context, const cli_call *call)
{
    const char *asked = call->values[OPTION_FORMAT], *output = call->values[OPTION_OUTPUT];
    const char *point = output ? strrchr(output, '.') : NULL;
    hui_entry entry;
    *formats = (struct cli_formats){0};
    if (!asked)
        asked = point && find(context, point + 1, &entry) ? point + 1 : "png";
    formats->text = strdup(asked);
    if (!formats->text)
        abort();
    char *rest = formats->text, *name;
    while ((name = strtok_r(rest, ",", &rest)))
        if (!add(formats, context, call, name))
            return false;
    if (formats->count == 0)
        usage_error(call->command, "--format needs a value: png, svg, pdf");
    return formats->count > 0;
}

void formats_finish(cli_formats *formats)
{
    free(formats->text);
}

size_t formats_stem(hui_context *context, const char *path)
{
    const char *point = strrchr(path, '.');
    hui_entry entry;
    return point && find(context, point + 1, &entry) ? (size_t)(point - path) : strlen(path);
}
