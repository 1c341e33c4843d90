/* Help at the prompt. */
#include "cli/help.h"

#include "cli/command.h"
#include "cli/library.h"
#include "cli/parse.h"

#include <stdio.h>
#include <string.h>

const char *const status_docs[4] = {
    "done; there may have been warnings",
    "a spec is at fault, or what it names",
    "the command line is at fault",
    "the system refused: a file could not be read or written",
};

/* Columns as long as text is Latin, as here. */
static int count_characters(const char *text)
{
    int count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

/* Prints words from column `column` on, broken at 80, further lines indented to `indent`. */
static void print_wrapped(const char *text, int column, int indent)
{
    while (*text) {
        int size = (int)strcspn(text, " ");
        char word[128];
        snprintf(word, sizeof word, "%.*s", size, text);
        int width = count_characters(word);
        if (column > indent && column + 1 + width > 80) {
            printf("\n%*s", indent, "");
            column = indent;
        } else if (column > indent) {
            putchar(' ');
            column++;
        }
        fputs(word, stdout);
        column += width;
        text += size + (text[size] == ' ');
    }
    putchar('\n');
}

static void print_entry(const char *name, int width, const char *doc)
{
    int used = printf("  %s", name);
    const int start = width + 4;
    if (used > start - 2) {
        printf("\n%*s", start, "");
    } else {
        printf("%*s", start - used, "");
    }
    print_wrapped(doc, start, start);
}

static void print_examples(const cli_command *command)
{
    puts("\nExamples");
    for (const cli_example *example = command->examples; example < command->examples + EXAMPLES_MOST && example->line;
         example++) {
        printf("  %s\n", example->line);
        if (example->doc)
            printf("      %s\n", example->doc);
    }
}

static void print_options(const cli_command *command)
{
    puts("\nOptions");
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        char name[64], letter[8] = "    ";
        if (!option_shown(&options[i], command))
            continue;
        if (options[i].letter)
            snprintf(letter, sizeof letter, "-%c, ", options[i].letter);
        snprintf(name, sizeof name, "%s--%s%s%s", letter, options[i].name, options[i].argument ? " " : "",
                 options[i].argument ? options[i].argument : "");
        print_entry(name, 27, options[i].doc);
    }
}

static void print_command(const cli_command *command)
{
    printf("huibao %s: %s\n\nUsage: huibao %s [OPTION...]%s%s\n\n", command->name, command->doc, command->name,
           *command->arguments ? " " : "", command->arguments);
    print_wrapped(command->about, 0, 0);
    print_examples(command);
    print_options(command);
}

static void print_limit_table(void)
{
    hui_context *context = hui()->context_new(NULL);
    puts("Limits of what one spec may take, for --max NAME=NUMBER,...\n");
    printf("  %-14s%-34s%s\n", "Name", "Usual / untrusted", "Of what");
    for (size_t i = 0; i < hui()->catalog_count(context, HUI_CATALOG_LIMITS); i++) {
        const hui_entry limit = hui()->catalog_entry(context, HUI_CATALOG_LIMITS, i);
        printf("  %-14s%-34s", limit.name, limit.detail);
        print_wrapped(limit.doc, 50, 50);
    }
    hui()->context_free(context);
    puts("\nWhat goes beyond one is an error that names it. --untrusted takes the second\n"
         "number; --max counts before both. Time and memory are limited by --time-limit\n"
         "and --memory-limit of batch and worker.");
}

static void print_rule_table(void)
{
    hui_context *context = hui()->context_new(NULL);
    puts("Rules of huibao lint, for --rule, --ignore and “lint” in a spec\n");
    for (size_t i = 0; i < hui()->catalog_count(context, HUI_CATALOG_LINT); i++) {
        const hui_entry rule = hui()->catalog_entry(context, HUI_CATALOG_LINT, i);
        printf("  %-16s", rule.name);
        print_wrapped(rule.doc, 18, 18);
    }
    hui()->context_free(context);
}

static void print_overview(void)
{
    puts("huibao " HUI_VERSION ": JSON specs become infographic posters\n\n"
         "Usage: huibao COMMAND [OPTION...] [ARGUMENT...]\n\nCommands");
    for (size_t i = 0; i < command_count; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s %s", commands[i].name, commands[i].arguments);
        print_entry(name, 17, commands[i].doc);
    }
    puts("\nA first poster\n"
         "  echo '{\"panels\": [{\"type\": \"text\", \"text\": \"**Hello**, 你好\"}]}' > hello.json\n"
         "  huibao render hello.json          writes out/hello.png\n"
         "  huibao describe                   which panels there are\n"
         "\nStatus");
    for (int i = 0; i < 4; i++)
        printf("  %d  %s\n", i, status_docs[i]);
    puts("\nA SPEC of - is standard input, an output of - standard output.\n"
         "“huibao help COMMAND” explains a command, “huibao help limits” what a spec may\n"
         "take at most, “huibao help rules” what lint looks for, “huibao --version” tells\n"
         "the version.");
}

hui_status run_help(const cli_call *call)
{
    static const struct {
        option_id option;
        void (*print)(void);
    } manuals[] = {
        {OPTION_MAN, print_man}, {OPTION_BASH, print_bash}, {OPTION_ZSH, print_zsh}, {OPTION_FISH, print_fish}};
    for (size_t i = 0; i < sizeof manuals / sizeof *manuals; i++)
        if (call->values[manuals[i].option]) {
            manuals[i].print();
            return HUI_STATUS_OK;
        }
    if (call->argument_count == 0) {
        print_overview();
        return HUI_STATUS_OK;
    }
    static const struct {
        const char *word;
        void (*print)(void);
    } tables[] = {{"limits", print_limit_table}, {"rules", print_rule_table}};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (strcmp(call->arguments[0], tables[i].word) == 0) {
            tables[i].print();
            return HUI_STATUS_OK;
        }
    const cli_command *command = command_find(call->arguments[0]);
    if (!command)
        return usage_error(NULL, "there is no command “%s”", call->arguments[0]);
    print_command(command);
    return HUI_STATUS_OK;
}
