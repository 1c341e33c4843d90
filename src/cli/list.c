/* The commands that tell what there is: describe, schema, themes, icons, fonts. */
#include "cli/library.h"
#include "cli/parse.h"
#include "cli/sheet.h"
#include "cli/spec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static hui_status print_text(char *text)
{
    fputs(text, stdout);
    hui()->free(text);
    return HUI_STATUS_OK;
}

/* The names of a catalogue, sorted as it is, and room for `more`. To be freed. */
static const char **list_names(hui_context *context, hui_catalog catalog, size_t more, size_t *count)
{
    *count = hui()->catalog_count(context, catalog);
    const char **names = calloc(*count + more, sizeof *names);
    if (!names)
        abort();
    for (size_t i = 0; i < *count; i++)
        names[i] = hui()->catalog_entry(context, catalog, i).name;
    return names;
}

static void print_panels(hui_context *context)
{
    puts("Panel types");
    for (size_t i = 0; i < hui()->catalog_count(context, HUI_CATALOG_PANELS); i++) {
        hui_entry entry = hui()->catalog_entry(context, HUI_CATALOG_PANELS, i);
        printf("  %-12s %s\n", entry.name, entry.doc);
    }
    puts("\nAround them\n"
         "  poster       the file: title, theme, page, panels\n"
         "  page         its size, margin and ground\n"
         "  theme        colours and sizes that differ from a theme's\n"
         "  formats      what {{field|format}} does in templates\n"
         "\n“huibao describe WORD” explains one, also a field such as kpi.change.");
}

static hui_status unknown_word(const cli_command *command, hui_context *context, const char *word)
{
    size_t count;
    const char **names = list_names(context, HUI_CATALOG_PANELS, 4, &count);
    names[count++] = "poster";
    names[count++] = "page";
    names[count++] = "theme";
    names[count++] = "formats";
    const char *near = hui()->word_nearest(word, names, count);
    if (near)
        usage_error(command, "there is no “%s”; did you mean “%s”?", word, near);
    else
        usage_error(command, "there is no panel type or field “%s”; “huibao describe” lists them", word);
    free(names);
    return HUI_STATUS_USAGE;
}

hui_status run_describe(const cli_call *call)
{
    hui_context *context = context_open(call);
    hui_status status = HUI_STATUS_OK;
    if (call->values[OPTION_MARKDOWN]) {
        status = print_text(hui()->manual_reference());
    } else if (call->values[OPTION_VEGA_LITE]) {
        status = print_text(hui()->manual_vega_lite());
    } else if (call->argument_count == 0) {
        print_panels(context);
    } else {
        char *text = hui()->manual_describe(call->arguments[0]);
        status = text ? print_text(text) : unknown_word(call->command, context, call->arguments[0]);
    }
    hui()->context_free(context);
    return status;
}

hui_status run_schema(const cli_call *call)
{
    (void)call;
    return print_text(hui()->manual_schema());
}

hui_status run_themes(const cli_call *call)
{
    hui_context *context = context_open(call);
    if (call->values[OPTION_OUTPUT]) {
        const hui_status status = sheet_of_themes(context, call);
        hui()->context_free(context);
        return status;
    }
    for (size_t i = 0; i < hui()->catalog_count(context, HUI_CATALOG_THEMES); i++) {
        hui_entry entry = hui()->catalog_entry(context, HUI_CATALOG_THEMES, i);
        printf("%-12s %s\n%-12s accents: %s\n", entry.name, entry.doc, "", entry.detail);
    }
    hui()->context_free(context);
    return HUI_STATUS_OK;
}

hui_status run_fonts(const cli_call *call)
{
    hui_context *context = context_open(call);
    size_t count = hui()->catalog_count(context, HUI_CATALOG_FONTS);
    for (size_t i = 0; i < count; i++) {
        hui_entry entry = hui()->catalog_entry(context, HUI_CATALOG_FONTS, i);
        printf("%-24s %-12s %s\n", entry.name, entry.doc, entry.detail);
    }
    hui()->context_free(context);
    if (count > 0)
        return HUI_STATUS_OK;
    fputs("huibao: the bundled fonts are not there; set HUIBAO_FONTS to their folder\n", stderr);
    return HUI_STATUS_SYSTEM;
}

static hui_status no_icon(hui_context *context, const char *word)
{
    size_t count;
    const char **names = list_names(context, HUI_CATALOG_ICONS, 0, &count);
    const char *near = hui()->word_nearest(word, names, count);
    fprintf(stderr, "huibao: no icon has “%s” in its name or search words%s%s%s\n", word,
            near ? "; did you mean “" : "", near ? near : "", near ? "”?" : "");
    free(names);
    return HUI_STATUS_INPUT;
}

typedef struct found {
    hui_entry icon;
    int fits;
    size_t index;
} found;

/* Those that fit best come first, else in the order of the catalogue. */
static int compare_found(const void *a, const void *b)
{
    const found *first = a, *second = b;
    return first->fits != second->fits ? second->fits - first->fits
                                       : (first->index > second->index) - (first->index < second->index);
}

/* Icons that fit the word, all if it is empty. To be freed. */
static found *find_icons(hui_context *context, const char *word, size_t *count)
{
    const size_t all = hui()->catalog_count(context, HUI_CATALOG_ICONS);
    found *icons = calloc(all, sizeof *icons);
    if (!icons)
        abort();
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        const int fits = *word ? hui()->catalog_match(context, HUI_CATALOG_ICONS, i, word) : 1;
        if (fits)
            icons[(*count)++] = (found){hui()->catalog_entry(context, HUI_CATALOG_ICONS, i), fits, i};
    }
    qsort(icons, *count, sizeof *icons, compare_found);
    return icons;
}

static hui_status draw_icons(hui_context *context, const cli_call *call, const found *icons, size_t count)
{
    const char **names = calloc(count, sizeof *names);
    if (!names)
        abort();
    for (size_t i = 0; i < count; i++)
        names[i] = icons[i].icon.name;
    const hui_status status = sheet_of_icons(context, call, names, count);
    free(names);
    return status;
}

hui_status run_icons(const cli_call *call)
{
    hui_context *context = context_open(call);
    const char *word = call->argument_count > 0 ? call->arguments[0] : "";
    size_t count;
    found *icons = find_icons(context, word, &count);
    hui_status status = HUI_STATUS_OK;
    if (count == 0)
        status = no_icon(context, word);
    else if (call->values[OPTION_OUTPUT])
        status = draw_icons(context, call, icons, count);
    else
        for (size_t i = 0; i < count; i++)
            printf("%-28s %s\n", icons[i].icon.name, icons[i].icon.doc);
    free(icons);
    hui()->context_free(context);
    return status;
}
