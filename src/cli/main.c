/* The program huibao: finds the command and runs it. */
#include "cli/command.h"
#include "cli/library.h"
#include "cli/parse.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static hui_status unknown_command(const char *name)
{
    const char **names = calloc(command_count, sizeof *names);
    if (!names)
        abort();
    for (size_t i = 0; i < command_count; i++)
        names[i] = commands[i].name;
    const char *near = hui()->word_nearest(name, names, command_count);
    size_t length = strlen(name);
    if (near)
        usage_error(NULL, "there is no command “%s”; did you mean “%s”?", name, near);
    else if (length > 5 && strcmp(name + length - 5, ".json") == 0)
        usage_error(NULL, "there is no command “%s”; to draw it: huibao render %s", name, name);
    else
        usage_error(NULL, "there is no command “%s”", name);
    free(names);
    return HUI_STATUS_USAGE;
}

static hui_status run(const cli_command *command, int argc, char **argv)
{
    cli_call call;
    hui_status status = HUI_STATUS_USAGE;
    if (call_parse(&call, command, argc, argv)) {
        if (call.values[OPTION_HELP]) {
            call.arguments[0] = command->name;
            call.argument_count = 1;
            status = run_help(&call);
        } else {
            status = command->run(&call);
        }
    }
    call_finish(&call);
    return status;
}

/* What went to standard output must have arrived. */
static hui_status finish(hui_status status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    perror("huibao: standard output");
    return HUI_STATUS_SYSTEM;
}

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) {
        puts("huibao " HUI_VERSION);
        return (int)finish(HUI_STATUS_OK);
    }
    if (argc < 2 || strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        const cli_call none = {0};
        hui_status status = run_help(&none);
        return (int)finish(argc < 2 ? HUI_STATUS_USAGE : status);
    }
    const cli_command *command = command_find(name);
    return (int)finish(command ? run(command, argc - 2, argv + 2) : unknown_command(name));
}
