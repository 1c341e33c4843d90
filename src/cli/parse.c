/* Parses command lines. */
#include "cli/parse.h"

#include "cli/library.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

hui_status usage_error(const cli_command *command, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("huibao: ", stderr);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fprintf(stderr, "\nTry “huibao help%s%s”.\n", command ? " " : "", command ? command->name : "");
    return HUI_STATUS_USAGE;
}

static void unknown_option(const cli_command *command, const char *name)
{
    const char *names[OPTION_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (option_shown(&options[i], command))
            names[count++] = options[i].name;
    const char *near = hui()->word_nearest(name, names, count);
    if (near)
        usage_error(command, "%s has no option --%s; did you mean --%s?", command->name, name, near);
    else
        usage_error(command, "%s has no option --%s", command->name, name);
}

/* The option that `name` (of `length` bytes) names or begins unambiguously, or NULL. */
static const cli_option *find_long(const cli_command *command, const char *name, size_t length)
{
    const cli_option *found = NULL;
    int matches = 0;
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (!(options[i].commands & command->id) || strncmp(options[i].name, name, length) != 0)
            continue;
        if (!options[i].name[length])
            return &options[i];
        if (*options[i].doc) {
            found = &options[i];
            matches++;
        }
    }
    return matches == 1 ? found : NULL;
}

static const cli_option *find_letter(const cli_command *command, char letter)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (options[i].letter == letter && (options[i].commands & command->id))
            return &options[i];
    return NULL;
}

/* Whether `word` is one of the words that `|` separates. */
static bool is_choice(const char *choices, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = choices; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL)
        if (length > 0 && strncmp(at, word, length) == 0 && (at[length] == '|' || !at[length]))
            return true;
    return false;
}

const char *option_fault(const cli_option *option, const char *value, double *number, char fault[OPTION_FAULT])
{
    char *end;
    *number = option->kind == KIND_NUMBER ? strtod(value, &end) : 0;
    if (option->kind == KIND_NUMBER && (end == value || *end || !(*number >= option->min && *number <= option->max)))
        snprintf(fault, OPTION_FAULT, "must be a number from %g to %g, not “%.40s”", option->min, option->max, value);
    else if (option->kind == KIND_CHOICE && !is_choice(option->choices, value))
        snprintf(fault, OPTION_FAULT, "must be one of %s, not “%.40s”", option->choices, value);
    else
        return NULL;
    return fault;
}

static bool store_limits(cli_call *call, const cli_option *option, const char *value)
{
    char *error;
    if (hui()->limits_read(&call->limits, value, &error))
        return true;
    usage_error(call->command, "--%s: %s", option->name, error);
    hui()->free(error);
    return false;
}

static bool store(cli_call *call, const cli_option *option, const char *value)
{
    char text[OPTION_FAULT];
    const size_t id = (size_t)(option - options);
    const char *fault = option_fault(option, value, &call->numbers[id], text);
    if (fault) {
        usage_error(call->command, "--%s %s", option->name, fault);
        return false;
    }
    if (option->kind == KIND_LIMITS && !store_limits(call, option, value))
        return false;
    if (option->kind == KIND_FOLDER)
        call->folders[call->folder_count++] = value;
    call->values[id] = value;
    return true;
}

/* One argument of the form --name, --name=value or --name value; moves *at to the last word it took. */
static bool parse_long(cli_call *call, int argc, char **argv, int *at)
{
    const char *name = argv[*at] + 2, *equals = strchr(name, '=');
    size_t length = equals ? (size_t)(equals - name) : strlen(name);
    const cli_option *option = find_long(call->command, name, length);
    if (!option) {
        char *word = strndup(name, length);
        unknown_option(call->command, word ? word : name);
        free(word);
        return false;
    }
    if (!option->argument && equals) {
        usage_error(call->command, "--%s takes no value", option->name);
        return false;
    }
    if (option->argument && !equals && *at + 1 >= argc) {
        usage_error(call->command, "--%s needs a value: %s", option->name, option->argument);
        return false;
    }
    return store(call, option, !option->argument ? "" : equals ? equals + 1 : argv[++*at]);
}

/* Letters after one dash: flags, and at the end perhaps one with its value, with or without a space. */
static bool parse_letters(cli_call *call, int argc, char **argv, int *at)
{
    for (const char *letter = argv[*at] + 1; *letter; letter++) {
        const cli_option *option = find_letter(call->command, *letter);
        if (!option) {
            usage_error(call->command, "%s has no option -%c", call->command->name, *letter);
            return false;
        }
        if (!option->argument) {
            store(call, option, "");
            continue;
        }
        if (!letter[1] && *at + 1 >= argc) {
            usage_error(call->command, "-%c needs a value: %s", *letter, option->argument);
            return false;
        }
        return store(call, option, letter[1] ? letter + 1 : argv[++*at]);
    }
    return true;
}

static bool check_count(const cli_call *call)
{
    const cli_command *command = call->command;
    if (call->values[OPTION_HELP] || (call->argument_count >= command->least && call->argument_count <= command->most))
        return true;
    if (call->argument_count < command->least)
        usage_error(command, "%s needs %s", command->name, command->arguments);
    else
        usage_error(command, "%s does not take “%s”", command->name, call->arguments[command->most]);
    return false;
}

/* What strangers may not have cannot be asked for. */
static bool check_trust(const cli_call *call)
{
    static const option_id trusting[] = {OPTION_ALLOW_OUTSIDE, OPTION_SYSTEM_FONTS};
    for (size_t i = 0; call->values[OPTION_UNTRUSTED] && i < sizeof trusting / sizeof *trusting; i++)
        if (call->values[trusting[i]]) {
            usage_error(call->command, "--untrusted and --%s exclude each other", options[trusting[i]].name);
            return false;
        }
    return true;
}

bool call_parse(cli_call *call, const cli_command *command, int argc, char **argv)
{
    bool only_arguments = false;
    size_t room = (size_t)argc + 1;
    *call = (struct cli_call){.command = command};
    call->arguments = calloc(room, sizeof *call->arguments);
    call->folders = calloc(room, sizeof *call->folders);
    if (!call->arguments || !call->folders)
        abort();
    for (int i = 0; i < argc; i++) {
        bool good = true;
        if (only_arguments || argv[i][0] != '-' || !argv[i][1])
            call->arguments[call->argument_count++] = argv[i];
        else if (strcmp(argv[i], "--") == 0)
            only_arguments = true;
        else if (argv[i][1] == '-')
            good = parse_long(call, argc, argv, &i);
        else
            good = parse_letters(call, argc, argv, &i);
        if (!good)
            return false;
    }
    return check_count(call) && check_trust(call);
}

void call_finish(cli_call *call)
{
    free(call->arguments);
    free(call->folders);
}
