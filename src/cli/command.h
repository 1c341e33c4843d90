/* Commands and options as tables: what parsing, help, man page and completion are made from. */
#ifndef HUI_CLI_COMMAND_H
#define HUI_CLI_COMMAND_H

#include "huibao.h"

typedef enum option_id {
#define OPTION(NAME, ...) OPTION_##NAME,
#include "cli/options.inc"
#undef OPTION
    OPTION_COUNT
} option_id;

typedef enum option_kind {
    KIND_FLAG,
    KIND_TEXT,
    KIND_FILE,
    KIND_FOLDER, /* may stand several times */
    KIND_NUMBER, /* between min and max */
    KIND_CHOICE, /* one of `choices` */
    KIND_FORMATS,
    KIND_THEME,
    KIND_LIMITS, /* may stand several times */
} option_kind;

typedef struct cli_option {
    const char *name;
    char letter; /* 0: none */
    const char *argument; /* NULL: none */
    option_kind kind;
    const char *choices;
    double min, max;
    unsigned commands; /* COMMAND_… that take it */
    const char *doc;   /* "": not for users */
} cli_option;

enum {
    COMMAND_RENDER = 1 << 0,
    COMMAND_CHECK = 1 << 1,
    COMMAND_INSPECT = 1 << 2,
    COMMAND_DESCRIBE = 1 << 3,
    COMMAND_SCHEMA = 1 << 4,
    COMMAND_THEMES = 1 << 5,
    COMMAND_ICONS = 1 << 6,
    COMMAND_FONTS = 1 << 7,
    COMMAND_HELP = 1 << 8,
    COMMAND_PREFLIGHT = 1 << 9,
    COMMAND_DATA = 1 << 10,
    COMMAND_BATCH = 1 << 11,
    COMMAND_WORKER = 1 << 12,
    COMMAND_LINT = 1 << 13,
    COMMAND_PREVIEW = 1 << 14,
    COMMAND_NEW = 1 << 15,
};

/* A command line, parsed. */
typedef struct cli_call {
    const struct cli_command *command;
    const char *values[OPTION_COUNT]; /* NULL: absent; a flag: "" */
    double numbers[OPTION_COUNT];     /* 0: absent */
    hui_limits limits;                /* of --max */
    const char **folders;             /* of --fonts */
    size_t folder_count;
    const char **arguments;
    size_t argument_count;
} cli_call;

typedef enum argument_kind {
    ARGUMENT_NONE,
    ARGUMENT_SPECS,
    ARGUMENT_PRINTS, /* PDFs and specs */
    ARGUMENT_FILE,
    ARGUMENT_FOLDER,
    ARGUMENT_WORD,
    ARGUMENT_PANEL,
    ARGUMENT_COMMAND,
} argument_kind;

enum { EXAMPLES_MOST = 5 };

typedef struct cli_example {
    const char *line, *doc;
} cli_example;

typedef struct cli_command {
    unsigned id;
    const char *name;
    argument_kind takes;
    size_t least, most;    /* arguments */
    const char *arguments; /* how help shows them */
    const char *doc;       /* half a line */
    const char *about;     /* a paragraph */
    cli_example examples[EXAMPLES_MOST]; /* a NULL line ends those that are fewer */
    hui_status (*run)(const cli_call *call);
} cli_command;

extern const cli_command commands[];
extern const size_t command_count;
extern const cli_option options[OPTION_COUNT];

const cli_command *command_find(const char *name); /* NULL if there is none */
bool option_shown(const cli_option *option, const cli_command *command);

hui_status run_render(const cli_call *call);
hui_status run_batch(const cli_call *call);
hui_status run_worker(const cli_call *call);
hui_status run_preview(const cli_call *call);
hui_status run_new(const cli_call *call);
hui_status run_check(const cli_call *call);
hui_status run_inspect(const cli_call *call);
hui_status run_lint(const cli_call *call);
hui_status run_preflight(const cli_call *call);
hui_status run_data(const cli_call *call);
hui_status run_describe(const cli_call *call);
hui_status run_schema(const cli_call *call);
hui_status run_themes(const cli_call *call);
hui_status run_icons(const cli_call *call);
hui_status run_fonts(const cli_call *call);
hui_status run_help(const cli_call *call);

#endif
