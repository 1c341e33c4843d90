/* Completions for bash, zsh and fish. */
#include "cli/command.h"
#include "cli/help.h"

#include <stdio.h>

/* Shell commands that print words to complete, without a single quote. */
#define PANELS "huibao describe 2>/dev/null | sed -n \"s/^  \\([a-z][^ ]*\\) .*/\\1/p\""
#define THEMES "huibao themes 2>/dev/null | grep -v \"^ \" | cut -d\" \" -f1"

static void print_commands(const char *separator)
{
    for (size_t i = 0; i < command_count; i++)
        printf("%s%s", i ? separator : "", commands[i].name);
}

static void print_choices(const char *choices)
{
    for (; *choices; choices++)
        putchar(*choices == '|' ? ' ' : *choices);
}

/* In single quotes of a shell; `also` is escaped by a backslash where a shell gives it a meaning there. */
static void print_quoted(const char *text, const char *also)
{
    for (; *text; text++) {
        if (*text == '\'')
            fputs("'\\''", stdout);
        else if (*also && (*text == also[0] || *text == also[1] || *text == also[2]))
            printf("\\%c", *text);
        else
            putchar(*text);
    }
}

/* bash: what may stand after the option before the cursor. */
static void print_bash_values(const cli_option *option)
{
    if (!option->argument || !*option->doc)
        return;
    printf("    --%s", option->name);
    if (option->letter)
        printf("|-%c", option->letter);
    fputs(") ", stdout);
    switch (option->kind) {
    case KIND_CHOICE:
        fputs("COMPREPLY=($(compgen -W '", stdout);
        print_choices(option->choices);
        fputs("' -- \"$word\"))", stdout);
        break;
    case KIND_FORMATS:
        fputs("COMPREPLY=($(compgen -W 'png svg pdf png,svg,pdf' -- \"$word\"))", stdout);
        break;
    case KIND_THEME:
        fputs("COMPREPLY=($(compgen -W \"$(" THEMES ")\" -- \"$word\"))", stdout);
        break;
    case KIND_FILE:
        fputs("COMPREPLY=($(compgen -f -- \"$word\"))", stdout);
        break;
    case KIND_FOLDER:
        fputs("COMPREPLY=($(compgen -d -- \"$word\"))", stdout);
        break;
    case KIND_FLAG:
    case KIND_TEXT:
    case KIND_LIMITS:
    case KIND_NUMBER:
        fputs("COMPREPLY=()", stdout);
        break;
    }
    puts("; return ;;");
}

static void print_bash_arguments(const cli_command *command)
{
    switch (command->takes) {
    case ARGUMENT_SPECS:
        fputs("COMPREPLY+=($(compgen -d -S / -- \"$word\") $(compgen -f -X '!*.json' -- \"$word\"))", stdout);
        break;
    case ARGUMENT_PRINTS:
        fputs("COMPREPLY+=($(compgen -d -S / -- \"$word\") $(compgen -f -X '!*.@(json|pdf)' -- \"$word\"))", stdout);
        break;
    case ARGUMENT_FILE:
        fputs("COMPREPLY+=($(compgen -f -- \"$word\"))", stdout);
        break;
    case ARGUMENT_FOLDER:
        fputs("COMPREPLY+=($(compgen -d -- \"$word\"))", stdout);
        break;
    case ARGUMENT_PANEL:
        fputs("COMPREPLY+=($(compgen -W \"$(" PANELS ")\" -- \"$word\"))", stdout);
        break;
    case ARGUMENT_COMMAND:
        fputs("COMPREPLY+=($(compgen -W '", stdout);
        print_commands(" ");
        fputs("' -- \"$word\"))", stdout);
        break;
    case ARGUMENT_NONE:
    case ARGUMENT_WORD:
        putchar(':');
        break;
    }
    puts(" ;;");
}

void print_bash(void)
{
    puts("# bash completion of huibao\n"
         "_huibao() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  COMPREPLY=()\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then");
    fputs("    COMPREPLY=($(compgen -W '", stdout);
    print_commands(" ");
    puts(" --help --version' -- \"$word\"))\n    return\n  fi\n  case $before in");
    for (size_t i = 0; i < OPTION_COUNT; i++)
        print_bash_values(&options[i]);
    puts("  esac\n  case ${COMP_WORDS[1]} in");
    for (size_t i = 0; i < command_count; i++) {
        printf("    %s)\n      COMPREPLY=($(compgen -W '", commands[i].name);
        for (size_t j = 0; j < OPTION_COUNT; j++)
            if (option_shown(&options[j], &commands[i]))
                printf("--%s ", options[j].name);
        fputs("' -- \"$word\"))\n      ", stdout);
        print_bash_arguments(&commands[i]);
    }
    puts("  esac\n}\ncomplete -o nosort -o filenames -F _huibao huibao");
}

static const char *zsh_values(const cli_option *option)
{
    switch (option->kind) {
    case KIND_FORMATS:
        return "(png svg pdf png,svg,pdf)";
    case KIND_THEME:
        return "($(" THEMES "))";
    case KIND_FILE:
        return "_files";
    case KIND_FOLDER:
        return "_directories";
    case KIND_FLAG:
    case KIND_TEXT:
    case KIND_LIMITS:
    case KIND_NUMBER:
    case KIND_CHOICE:
        return "";
    }
    return "";
}

static void print_zsh_option(const cli_option *option)
{
    if (option->letter)
        printf(" \\\n        {-%c,--%s}", option->letter, option->name);
    else
        printf(" \\\n        --%s", option->name);
    fputs("'[", stdout);
    print_quoted(option->doc, "[]:");
    putchar(']');
    if (option->argument) {
        fputs(":", stdout);
        print_quoted(option->argument, "[]:");
        fputs(":", stdout);
        if (option->kind == KIND_CHOICE) {
            putchar('(');
            print_choices(option->choices);
            putchar(')');
        } else {
            fputs(zsh_values(option), stdout);
        }
    }
    putchar('\'');
}

static void print_zsh_arguments(const cli_command *command)
{
    switch (command->takes) {
    case ARGUMENT_SPECS:
        fputs(" \\\n        '*:spec:_files -g \"*.json\"'", stdout);
        break;
    case ARGUMENT_PRINTS:
        fputs(" \\\n        '*:file:_files -g \"*.(json|pdf)\"'", stdout);
        break;
    case ARGUMENT_FILE:
        fputs(" \\\n        '1:file:_files'", stdout);
        break;
    case ARGUMENT_FOLDER:
        fputs(" \\\n        '1:folder:_files -/'", stdout);
        break;
    case ARGUMENT_PANEL:
        fputs(" \\\n        '1:word:($(" PANELS "))'", stdout);
        break;
    case ARGUMENT_COMMAND:
        fputs(" \\\n        '1:command:(", stdout);
        print_commands(" ");
        fputs(")'", stdout);
        break;
    case ARGUMENT_WORD:
        fputs(" \\\n        '1:word:'", stdout);
        break;
    case ARGUMENT_NONE:
        break;
    }
}

void print_zsh(void)
{
    puts("#compdef huibao\n# zsh completion of huibao\nlocal -a huibao_commands=(");
    for (size_t i = 0; i < command_count; i++) {
        printf("  '%s:", commands[i].name);
        print_quoted(commands[i].doc, "");
        puts("'");
    }
    puts(")\nif (( CURRENT == 2 )); then\n  _describe command huibao_commands\nelse\n  local command=$words[2]\n"
         "  shift words\n  (( CURRENT-- ))\n  case $command in");
    for (size_t i = 0; i < command_count; i++) {
        printf("    %s)\n      _arguments", commands[i].name);
        for (size_t j = 0; j < OPTION_COUNT; j++)
            if (option_shown(&options[j], &commands[i]))
                print_zsh_option(&options[j]);
        print_zsh_arguments(&commands[i]);
        puts(" ;;");
    }
    puts("  esac\nfi");
}

static void print_fish_option(const cli_option *option)
{
    fputs("complete -c huibao -n '__fish_seen_subcommand_from", stdout);
    for (size_t i = 0; i < command_count; i++)
        if (option_shown(option, &commands[i]))
            printf(" %s", commands[i].name);
    printf("' -l %s", option->name);
    if (option->letter)
        printf(" -s %c", option->letter);
    if (option->argument)
        fputs(option->kind == KIND_FILE || option->kind == KIND_FOLDER ? " -r -F" : " -x", stdout);
    if (option->kind == KIND_CHOICE) {
        fputs(" -a '", stdout);
        print_choices(option->choices);
        putchar('\'');
    } else if (option->kind == KIND_FORMATS) {
        fputs(" -a 'png svg pdf png,svg,pdf'", stdout);
    } else if (option->kind == KIND_THEME) {
        fputs(" -a '(" THEMES ")'", stdout);
    }
    fputs(" -d '", stdout);
    print_quoted(option->doc, "");
    puts("'");
}

static void print_fish_arguments(const cli_command *command)
{
    if (command->takes == ARGUMENT_NONE || command->takes == ARGUMENT_WORD)
        return;
    printf("complete -c huibao -n '__fish_seen_subcommand_from %s' -k -a '", command->name);
    if (command->takes == ARGUMENT_COMMAND)
        print_commands(" ");
    else if (command->takes == ARGUMENT_PRINTS)
        fputs("(__fish_complete_suffix .pdf; __fish_complete_suffix .json)", stdout);
    else if (command->takes == ARGUMENT_FILE)
        fputs("(__fish_complete_path)", stdout);
    else if (command->takes == ARGUMENT_FOLDER)
        fputs("(__fish_complete_directories)", stdout);
    else
        fputs(command->takes == ARGUMENT_SPECS ? "(__fish_complete_suffix .json)" : "(" PANELS ")", stdout);
    puts("'");
}

void print_fish(void)
{
    puts("# fish completion of huibao\ncomplete -c huibao -f");
    for (size_t i = 0; i < command_count; i++) {
        printf("complete -c huibao -n __fish_use_subcommand -a %s -d '", commands[i].name);
        print_quoted(commands[i].doc, "");
        puts("'");
        print_fish_arguments(&commands[i]);
    }
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (*options[i].doc)
            print_fish_option(&options[i]);
}
