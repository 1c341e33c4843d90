/* The tables of commands and options. */
#include "cli/command.h"

#include <stdint.h>
#include <string.h>

#define RENDER COMMAND_RENDER
#define CHECK COMMAND_CHECK
#define INSPECT COMMAND_INSPECT
#define DESCRIBE COMMAND_DESCRIBE
#define SCHEMA COMMAND_SCHEMA
#define THEMES COMMAND_THEMES
#define ICONS COMMAND_ICONS
#define FONTS COMMAND_FONTS
#define HELP COMMAND_HELP
#define PREFLIGHT COMMAND_PREFLIGHT
#define DATA COMMAND_DATA
#define BATCH COMMAND_BATCH
#define WORKER COMMAND_WORKER
#define LINT COMMAND_LINT
#define PREVIEW COMMAND_PREVIEW
#define NEW COMMAND_NEW

const cli_option options[OPTION_COUNT] = {
#define OPTION(NAME, name, letter, argument, kind, choices, min, max, commands, doc) \
    {name, letter, argument, KIND_##kind, choices, min, max, commands, doc},
#include "cli/options.inc"
#undef OPTION
};

const cli_command commands[] = {
    {NEW,
     "new",
     ARGUMENT_FOLDER,
     1,
     1,
     "DIR",
     "begin a spec: a folder with one that works",
     "Writes a small spec that can be drawn as it is, its data, and a README.md that explains each file. DIR is made; one that is "
     "there must be empty.",
     {{"huibao new my-report", "a report in chapters, in Chinese"},
      {"huibao new sales --template kpi --lang en", "figures on one page, in English"},
      {"huibao new card --template social-card && huibao preview card/poster.json", "and see it while you change it"}},
     run_new},
    {PREVIEW,
     "preview",
     ARGUMENT_SPECS,
     1,
     1,
     "SPEC",
     "show a spec in the browser while it is changed",
     "Serves a page on this machine alone, whose address is printed. It shows the drawing, and draws it again when any file of it "
     "changes; what is wrong stands beside the last good drawing, with its place. Texts can be edited there and are saved by Ctrl-S. "
     "Themes and pages can be switched, and PNG, SVG and PDF downloaded. Ctrl-C ends it.",
     {{"huibao preview poster.json", "prints the address to open"},
      {"huibao preview city.json --data cities.csv --row-number 3", "a template, with one of its rows"},
      {"huibao preview poster.json --open", "opens it, too"},
      {"huibao preview poster.json --port 8080 --theme dark", "at a port of one's own, in another theme first"}},
     run_preview},
    {RENDER,
     "render",
     ARGUMENT_SPECS,
     1,
     SIZE_MAX,
     "SPEC...",
     "draw specs as PNG, SVG or PDF",
     "Draws each spec: a poster, a single panel, or a chart in Vega-Lite (a .vl.json file). Without -o the files go to "
     "the folder out, named after their specs; a poster.json is named after its folder. A file is written whole or not "
     "at all.",
     {{"huibao render poster.json", "one PNG in out/"},
      {"huibao render poster.json -f png,svg,pdf --scale 2", "three files, the PNG for sharp screens"},
      {"huibao render poster.json --print pdfx4 -o print.pdf", "what print shops ask for"},
      {"huibao render city.json --data cities.csv --row-number 3", "a template, with one of its rows"},
      {"jq . poster.json | huibao render - -f svg > poster.svg", "in a pipe"}},
     run_render},
    {BATCH,
     "batch",
     ARGUMENT_SPECS,
     1,
     1,
     "TEMPLATE",
     "draw a template once for each row of data",
     "Draws the template with each row of --data, in worker processes: a row that crashes, hangs or eats memory is "
     "reported and "
     "costs no other. Names of files come from -o, in which {{field}} is the row's; they are checked before work "
     "begins. Each file "
     "appears whole. A line of JSON for each row goes to the report, by which --resume leaves out what is done.",
     {{"huibao batch card.json --data cities.csv -o 'out/{{city}}.png'", "a PNG for each row"},
      {"huibao batch card.json --data rows.ndjson -o 'out/{{year}}/{{city}}.png' -f png,svg,pdf",
       "three files for each"},
      {"huibao batch card.json --data cities.csv -o 'out/{{city}}.png' --dry-run", "what would be drawn"},
      {"huibao batch card.json --data cities.csv -o 'out/{{city}}.png' --resume",
       "go on after Ctrl-C, or draw what has changed"},
      {"huibao batch card.json --data cities.csv -o 'out/{{city}}.png' --shard 2/8", "the second of eight parts"}},
     run_batch},
    {WORKER,
     "worker",
     ARGUMENT_NONE,
     0,
     0,
     "",
     "answer requests to draw, a line of JSON each",
     "Reads requests from standard input and answers on standard output, an object a line (NDJSON), until the input "
     "ends: the piece that "
     "any engine pipes rows through. A request has a “template” (a path, read once, or the spec itself), perhaps a "
     "“row”, an “id” that "
     "the answer repeats, an “output” to write to (without it the answer holds the file in base 64, as “data”), and "
     "options of render by "
     "their names, such as “format” or “scale”, before which those of the command line count. A request that crashes, "
     "hangs or eats "
     "memory is answered with that.",
     {{"echo '{\"template\": \"card.json\", \"row\": {\"city\": \"呼和浩特\"}, \"output\": \"a.png\"}' | huibao worker",
       "draws one file"},
      {"huibao worker --jobs 4 --unordered", "four at a time, answers as they come"}},
     run_worker},
    {CHECK,
     "check",
     ARGUMENT_SPECS,
     1,
     SIZE_MAX,
     "SPEC...",
     "report every error and warning, write nothing",
     "Reads, checks and lays out each spec as render would. The status is 1 if there is an error, with --strict also "
     "if "
     "there is a warning.",
     {{"huibao check poster.json", "what is wrong, where, and what may help"},
      {"huibao check --diagnostics=json poster.json", "the same for an editor"}},
     run_check},
    {LINT,
     "lint",
     ARGUMENT_SPECS,
     1,
     SIZE_MAX,
     "SPEC...",
     "report what a designer would find fault with",
     "Looks through the finished drawing of each spec: text over text or out of its panel, contrast with what is really "
     "drawn below, sizes on a phone and on paper, lone characters, colours that colour-blind readers take for one "
     "another, bars that do not start at zero, and more; “huibao help rules” lists the rules. Each finding tells its "
     "place and what to do. The status is 1 if there is one. What is meant so, the spec says: \"lint\": {\"ignore\": "
     "[\"low-contrast\"], \"reason\": \"…\"}, of a panel or of the poster.",
     {{"huibao lint poster.json", "what is found, where, and what may help"},
      {"huibao lint poster.json --annotate found.png", "a picture of it, each finding marked"},
      {"huibao lint poster.json --rule low-contrast,small-text", "these rules alone"},
      {"huibao lint *.json --json | jq .findings", "for programs: one JSON object a spec"}},
     run_lint},
    {INSPECT,
     "inspect",
     ARGUMENT_SPECS,
     1,
     1,
     "SPEC",
     "print what was drawn, as text",
     "Prints the finished drawing: every group, shape, line of text and picture with its place, size and colour, in "
     "the "
     "order they are painted. Two versions of a spec are compared best in this form. Of a chart it prints the marks, "
     "axes, legends and titles as JSON.",
     {{"huibao inspect poster.json | less", "what stands where"}},
     run_inspect},
    {PREFLIGHT,
     "preflight",
     ARGUMENT_PRINTS,
     1,
     SIZE_MAX,
     "FILE.pdf|SPEC...",
     "check what print shops would find fault with",
     "Checks PDFs of any program, or the PDF that each spec becomes, by the rules that print shops apply: boxes, bleed "
     "that "
     "backgrounds reach, embedded fonts, resolution of images, ink coverage, thin lines, small text, RGB, "
     "transparency. "
     "What a file claims to be (PDF/X, PDF/A, PDF/UA) makes breaches of it errors. Of a spec, the panel at fault is "
     "named. "
     "Findings go to standard error, a table of facts to standard output. The status is 1 if there is an error. Ink is "
     "measured on plates that Ghostscript renders, where it is installed.",
     {{"huibao preflight poster.pdf", "by the rules of offset printing on coated paper"},
      {"huibao preflight poster.json --print pdfx4", "what the spec becomes, each fault with its panel"},
      {"huibao preflight --rules newspaper --limits ink=220,bleed=5 ad.pdf", "a house with rules of its own"},
      {"huibao preflight --lang zh poster.pdf", "in Chinese"},
      {"huibao preflight --json *.pdf | jq .errors", "for programs: one JSON object a file"}},
     run_preflight},
    {DATA,
     "data",
     ARGUMENT_FILE,
     1,
     1,
     "FILE",
     "show what is read of a file of data",
     "Reads CSV, NDJSON, JSON or an SQLite database, as render --data does, and tells each column's type, filled and "
     "empty cells, distinct values, the least and the greatest, and the first rows. What is odd is a warning, a row "
     "that cannot be read an error.",
     {{"huibao data districts.csv", "columns, types, and what is odd"},
      {"huibao data old.csv --encoding GB18030", "a file that is not UTF-8"},
      {"huibao data stock.sqlite --query 'SELECT * FROM prices'", "what a query gives"},
      {"huibao data big.ndjson --json | jq .columns", "for programs"}},
     run_data},
    {DESCRIBE,
     "describe",
     ARGUMENT_PANEL,
     0,
     1,
     "[WORD]",
     "explain a panel type or a field",
     "Without a word it lists the panel types. The word is a panel type, “poster”, “page”, “theme”, “formats”, or a "
     "field such as "
     "kpi.change.",
     {{"huibao describe", "all panel types"},
      {"huibao describe kpi", "the fields of a kpi panel"},
      {"huibao describe --markdown > reference.md", "everything"},
      {"huibao describe --vega-lite > vega-lite.md", "what charts understand of Vega-Lite"}},
     run_describe},
    {SCHEMA,
     "schema",
     ARGUMENT_NONE,
     0,
     0,
     "",
     "print the JSON Schema of specs",
     "Editors that know the schema complete and check while one types. Name it in a spec's “$schema”.",
     {{"huibao schema > huibao.schema.json", NULL}},
     run_schema},
    {THEMES,
     "themes",
     ARGUMENT_NONE,
     0,
     0,
     "",
     "list the themes and their accents, or draw them",
     "A spec chooses a theme by “theme”, a panel one of its accents by “accent”. With -o each is drawn on the same "
     "panels.",
     {{"huibao themes", NULL}, {"huibao themes -o out/themes.png", "what they look like"}},
     run_themes},
    {ICONS,
     "icons",
     ARGUMENT_WORD,
     0,
     1,
     "[WORD]",
     "list the icons, or draw them",
     "Lists the icons whose names or search words, English or Chinese, fit WORD, the best first; all without it. With "
     "-o they are drawn with their names.",
     {{"huibao icons train", "names to use in “icon”"},
      {"huibao icons 牛奶", NULL},
      {"huibao icons leaf -o leaves.png", "what they look like"}},
     run_icons},
    {FONTS,
     "fonts",
     ARGUMENT_NONE,
     0,
     0,
     "",
     "list the fonts",
     "Lists the bundled fonts and those of --fonts and --system-fonts: family, style, file.",
     {{"huibao fonts --fonts ~/fonts", NULL}},
     run_fonts},
    {HELP,
     "help",
     ARGUMENT_COMMAND,
     0,
     1,
     "[COMMAND]",
     "explain huibao or one of its commands",
     "The same as huibao COMMAND --help.",
     {{"huibao help render", NULL}},
     run_help},
};
const size_t command_count = sizeof commands / sizeof *commands;

const cli_command *command_find(const char *name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

bool option_shown(const cli_option *option, const cli_command *command)
{
    return (option->commands & command->id) && *option->doc;
}
