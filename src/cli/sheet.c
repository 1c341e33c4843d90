/* The contact sheet of icons. */
#include "cli/sheet.h"

#include "cli/library.h"
#include "cli/render.h"
#include "cli/report.h"

#include <stdio.h>
#include <stdlib.h>

/* A name with a break allowed after each hyphen. */
static void write_name(FILE *out, const char *name)
{
    for (; *name; name++)
        fputs(*name == '-' ? "-|" : (const char[]){*name, 0}, out);
}

/* The names, which hold nothing that JSON or Markdown would take for its own, as a spec. To be freed. */
static char *write_spec(const char *const *icons, size_t count, size_t *size)
{
    char *bytes = NULL;
    FILE *out = open_memstream(&bytes, size);
    if (!out)
        abort();
    fprintf(
        out,
        "{\"title\": \"Icons\", \"page\": {\"width\": 1080, \"margin\": 36}, \"panels\": [\n"
        "{\"type\": \"text\", \"size\": \"heading\", \"text\": \"%zu icon%s\"},\n"
        "{\"type\": \"grid\", \"columns\": 6, \"gap\": 8, \"rowGap\": 36, \"alignItems\": \"start\", \"panels\": [",
        count, count == 1 ? "" : "s");
    for (size_t i = 0; i < count; i++) {
        fprintf(out,
                "%s\n{\"type\": \"column\", \"gap\": 8, \"panels\": ["
                "{\"type\": \"icon\", \"icon\": \"%s\", \"align\": \"center\"}, "
                "{\"type\": \"text\", \"size\": \"note\", \"textAlign\": \"center\", \"text\": \"",
                i ? "," : "", icons[i]);
        write_name(out, icons[i]);
        fputs("\"}]}", out);
    }
    fputs("]}]}\n", out);
    fclose(out);
    return bytes;
}

hui_status sheet_render(hui_context *context, const cli_call *call, const char *const *icons, size_t count)
{
    size_t size;
    char *spec = write_spec(icons, count, &size);
    struct cli_call sheet = *call;
    cli_targets targets;
    const char *name = "icons.json";
    sheet.arguments = &name;
    sheet.argument_count = 1;
    hui_status status = targets_choose(&targets, context, &sheet);
    if (status == HUI_STATUS_OK) {
        cli_report report = report_new(call);
        hui_document *document = hui()->document_read(context, "icons", spec, size, NULL, NULL);
        status = report_document(&report, document, 0);
        if (status == HUI_STATUS_OK)
            status = render_targets(&report, document, targets.at, targets.count, call);
        hui()->document_free(document);
        report_finish(&report);
    }
    targets_finish(&targets);
    free(spec);
    return status;
}
