/* The command preview: opens the module that serves the page (src/preview), which a build without libmicrohttpd lacks. */
#include "cli/data.h"
#include "cli/library.h"
#include "cli/parse.h"
#include "cli/spec.h"
#include "preview/preview.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>

extern char **environ;

/* The browser is not waited for: it lives as long as it likes. */
static void open_page(const char *url)
{
    char program[] = "xdg-open", address[128];
    char *const words[] = {program, address, NULL};
    posix_spawn_file_actions_t streams;
    pid_t process;
    snprintf(address, sizeof address, "%s", url);
    posix_spawn_file_actions_init(&streams);
    posix_spawn_file_actions_addopen(&streams, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&streams, 1, 2);
    if (posix_spawnp(&process, program, &streams, NULL, words, environ) != 0)
        fprintf(stderr, "huibao: there is no xdg-open to open the page with\n");
    posix_spawn_file_actions_destroy(&streams);
}

static void tell_ready(void *closure, const char *url, bool has_editor)
{
    const cli_call *const call = closure;
    printf("%s\n", url);
    fflush(stdout);
    if (!has_editor)
        fprintf(
            stderr,
            "huibao: the page's editor is a plain text field, since CodeMirror was not there when huibao was built\n");
    if (call->values[OPTION_OPEN])
        open_page(url);
}

/* NULL after a message. */
static preview_run *find_module(void)
{
    preview_run *run = NULL;
    void *const module = dlopen(HUI_PREVIEW_MODULE, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    void *const symbol = module ? dlsym(module, PREVIEW_SYMBOL) : NULL;
    memcpy(&run, &symbol, sizeof run); /* a function by dlsym, as POSIX has it */
    if (!run)
        fprintf(stderr, "huibao: there is no preview: this huibao was built without libmicrohttpd (%s)\n", dlerror());
    return run;
}

/* The row is chosen once before all begins, for what is wrong with it then is the command line's fault. */
static hui_status check_row(const cli_call *call)
{
    cli_report report = report_new(call);
    hui_rows *rows;
    const hui_row *row;
    if (call->values[OPTION_DATA] && strcmp(call->values[OPTION_DATA], "-") == 0)
        return usage_error(call->command, "standard input cannot be read again when a file has changed");
    const hui_status status = row_choose(call, &report, &rows, &row);
    hui()->rows_free(rows);
    report_finish(&report);
    return status;
}

hui_status run_preview(const cli_call *call)
{
    char fault[PREVIEW_FAULT] = "";
    hui(); /* first, so that the module's own is this one */
    preview_run *const run = find_module();
    if (!run)
        return HUI_STATUS_SYSTEM;
    const hui_status checked = check_row(call);
    if (checked != HUI_STATUS_OK)
        return checked;
    const hui_rows_options rows = rows_options(call);
    const double number = call->numbers[OPTION_ROW_NUMBER];
    const preview_row row = {.text = call->values[OPTION_ROW],
                             .file = call->values[OPTION_DATA],
                             .number = number > 0 ? (size_t)number : 1,
                             .reading = &rows};
    const hui_context_options fonts = context_options(call);
    const hui_document_options reading = document_options(call);
    const preview_options how = {.spec = call->arguments[0],
                                 .row = row.text || row.file ? &row : NULL,
                                 .port = (int)call->numbers[OPTION_PORT],
                                 .fonts = &fonts,
                                 .reading = &reading,
                                 .ready = tell_ready,
                                 .closure = (void *)(size_t)(const void *)call};
    const hui_status status = run(&how, fault);
    if (*fault)
        fprintf(stderr, "huibao: %s\n", fault);
    return status;
}
