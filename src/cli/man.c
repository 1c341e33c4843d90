/* The man page, in man(7) macros. */
#include "cli/command.h"
#include "cli/help.h"
#include "cli/library.h"

#include <stdio.h>

/* Text in which nothing is a request or an escape of troff's. */
static void print_text(const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", stdout);
    for (; *text; text++) {
        if (*text == '\\')
            fputs("\\e", stdout);
        else if (*text == '-')
            fputs("\\-", stdout);
        else
            putchar(*text);
    }
}

static void print_line(const char *text)
{
    print_text(text);
    putchar('\n');
}

static void print_option(const cli_option *option)
{
    puts(".TP");
    fputs(".B ", stdout);
    if (option->letter)
        printf("\\-%c\\fR, \\fB", option->letter);
    fputs("\\-\\-", stdout);
    print_text(option->name);
    if (option->argument) {
        fputs(" \\fI", stdout);
        print_text(option->argument);
        fputs("\\fR", stdout);
    }
    putchar('\n');
    print_line(option->doc);
}

static void print_section(const cli_command *command)
{
    printf(".SS huibao %s [OPTION...] ", command->name);
    print_line(command->arguments);
    print_line(command->about);
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (option_shown(&options[i], command))
            print_option(&options[i]);
}

static void print_examples(void)
{
    puts(".SH EXAMPLES");
    for (size_t i = 0; i < command_count; i++)
        for (const cli_example *example = commands[i].examples;
             example < commands[i].examples + EXAMPLES_MOST && example->line; example++) {
            if (!example->doc)
                continue;
            puts(".TP");
            fputs(".B ", stdout);
            print_line(example->line);
            print_line(example->doc);
        }
}

static void print_limits(void)
{
    hui_context *context = hui()->context_new(NULL);
    puts(".SH LIMITS");
    print_line(
        "What one spec may take at most, by --max NAME=NUMBER,...: usual, and with --untrusted. What goes beyond is an "
        "error that names the limit.");
    for (size_t i = 0; i < hui()->catalog_count(context, HUI_CATALOG_LIMITS); i++) {
        const hui_entry limit = hui()->catalog_entry(context, HUI_CATALOG_LIMITS, i);
        fputs(".TP\n.B ", stdout);
        print_line(limit.name);
        print_line(limit.detail);
        puts(".br");
        print_line(limit.doc);
    }
    hui()->context_free(context);
}

void print_man(void)
{
    puts(".TH HUIBAO 1 \"\" \"huibao " HUI_VERSION "\" \"User Commands\"\n"
         ".SH NAME\nhuibao \\- JSON specs become infographic posters\n"
         ".SH SYNOPSIS\n.B huibao\n.I COMMAND\n[OPTION...] [ARGUMENT...]\n"
         ".SH DESCRIPTION\n"
         "Draws posters and single panels, declared in JSON, as PNG, SVG and PDF. Errors are reported with file, line, "
         "column and a hint, all of them in one run.\n"
         "A SPEC of \\- is standard input, an output of \\- standard output.\n"
         ".SH COMMANDS");
    for (size_t i = 0; i < command_count; i++)
        print_section(&commands[i]);
    print_limits();
    puts(".SH EXIT STATUS");
    for (int i = 0; i < 4; i++)
        printf(".TP\n.B %d\n%s\n", i, status_docs[i]);
    puts(".SH ENVIRONMENT\n"
         ".TP\n.B HUIBAO_FONTS\nthe folder of the bundled fonts, if they are not where they were installed\n"
         ".TP\n.B NO_COLOR\nif set and not empty, messages have no colours");
    print_examples();
}
