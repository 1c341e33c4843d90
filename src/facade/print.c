/* Print PDFs: what is asked for, and the module that makes them, which is opened for it. */
#define _GNU_SOURCE /* dladdr */
#include "facade/print.h"

#include "base/file.h"
#include "print/print.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

/* The bit of the first word of the list, which moves behind it; 0 if it is none. */
static unsigned read_standard(const char **list)
{
    const size_t length = strcspn(*list, ",");
    const char *const word = *list;
    *list += length + (word[length] == ',');
    for (unsigned i = 0; hui_print_standard_words[i].word; i++)
        if (strlen(hui_print_standard_words[i].word) == length &&
            memcmp(hui_print_standard_words[i].word, word, length) == 0)
            return 1U << i;
    return 0;
}

static bool read_standards(const char *words, unsigned *standards, hui_diags *diags)
{
    if (!words)
        return true;
    *standards = 0;
    for (const char *at = words; at == words || *at;) {
        const unsigned bit = read_standard(&at);
        if (!bit) {
            hui_diags_add(diags, HUI_CODE_UNKNOWN_VALUE, (hui_place){0},
                          "standards are pdfx4, pdfx1a, pdfa2a and pdfua1, with commas between several, or none", words,
                          "print");
            return false;
        }
        *standards |= bit;
    }
    return true;
}

/* One of the words that the spec's field of that name takes. */
static bool read_word(hui_arena *arena, const char *word, const char *name, int *value, hui_diags *diags)
{
    enum { WORDS_MOST = 8 };
    const char *words[WORDS_MOST];
    const hui_field *field = hui_print_record.fields;
    size_t count = 0;
    while (strcmp(field->name, name) != 0)
        field++;
    for (; word && field->words[count].word && count < WORDS_MOST; count++) {
        words[count] = field->words[count].word;
        if (strcmp(words[count], word) == 0) {
            *value = (int)count;
            return true;
        }
    }
    if (word)
        hui_diags_add(diags, HUI_CODE_UNKNOWN_VALUE, (hui_place){0}, hui_word_hint(arena, word, words, count), word,
                      hui_arena_printf(arena, "print_%s", name));
    return !word;
}

/* A path is the caller's, as a target's is: it may lead anywhere. */
static bool read_profile(hui_arena *arena, const char *name, hui_print_spec *spec, hui_diags *diags)
{
    static const size_t limit = (size_t)64 << 20;
    if (!name)
        return true;
    spec->profile = (hui_string){.text = name};
    spec->profile_bytes = NULL;
    if (strcmp(name, "fogra39") == 0)
        return true;
    if (!hui_file_read(arena, name, name, limit, (hui_place){0}, &spec->profile_bytes, &spec->profile_size, diags))
        return false;
    const char *const fault = hui_print_profile_fault(spec->profile_bytes, spec->profile_size);
    if (fault)
        hui_diags_add(diags, HUI_CODE_BAD_PROFILE, (hui_place){0},
                      "a print shop names the one it prints by, such as PSOcoated_v3.icc", name, fault);
    return !fault;
}

/* Options without a standard would do nothing. */
static bool check_request(const hui_render_options *options, const hui_print_request *request, unsigned marks,
                          hui_diags *diags)
{
    const hui_print_spec *spec = &request->spec;
    const char *hint, *fault = hui_print_fault_of(spec, marks, &hint);
    if (!fault && !(spec->standard & ~(unsigned)HUI_PRINT_SPEC_NONE) &&
        (options->print_profile || options->print_colors || options->print_black)) {
        hint = "print to pdfx4, which print shops take";
        fault = "a profile, its colours and black belong to a PDF to a standard, and there is none";
    }
    if (fault)
        hui_diags_add(diags, HUI_CODE_PRINT_STANDARD, spec->place, hint, fault);
    return !fault;
}

bool hui_print_request_read(hui_arena *arena, const hui_render_options *options, const hui_print_spec *spec,
                            unsigned marks, hui_print_request *request, hui_diags *diags)
{
    *request = (hui_print_request){.is_plain = true};
    if (spec)
        request->spec = *spec;
    if (!read_standards(options->print, &request->spec.standard, diags) ||
        !read_word(arena, options->print_colors, "colors", &request->spec.colors, diags) ||
        !read_word(arena, options->print_black, "black", &request->spec.black, diags) ||
        !read_profile(arena, options->print_profile, &request->spec, diags))
        return false;
    if (options->outline_text)
        request->spec.text = HUI_PRINT_TEXT_OUTLINES;
    if (options->print)
        request->spec.place = (hui_place){0};
    if (!check_request(options, request, marks, diags))
        return false;
    request->spec.standard &= ~(unsigned)HUI_PRINT_SPEC_NONE;
    request->is_plain = !request->spec.standard && request->spec.text == HUI_PRINT_TEXT_FONTS;
    return true;
}

/* Of the file that this function is in: the library, or a program that holds it. */
static const char *own_folder(hui_arena *arena)
{
    Dl_info info;
    static const int here;
    if (!dladdr(&here, &info) || !info.dli_fname || !strrchr(info.dli_fname, '/'))
        return NULL;
    return hui_arena_string_n(arena, info.dli_fname, (size_t)(strrchr(info.dli_fname, '/') - info.dli_fname));
}

/* Stays in memory once it is there: libraries below it do not survive being unloaded. */
static void *open_module(const char *path)
{
    return path ? dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE) : NULL;
}

static void *find_module(hui_arena *arena)
{
    const char *const named = getenv("HUIBAO_PRINT"), *const folder = own_folder(arena);
    if (named && *named)
        return open_module(named);
    void *file = folder ? open_module(hui_arena_printf(arena, "%s/huibao/huibao-print.so", folder)) : NULL;
    if (!file && folder)
        file = open_module(hui_arena_printf(arena, "%s/huibao-print.so", folder));
    return file ? file : open_module(HUIBAO_PRINT_MODULE);
}

const hui_print_module *hui_print_open(hui_context *context, hui_diags *diags)
{
    if (!context->print_file)
        context->print_file = find_module(context->arena);
    const hui_print_module *module = context->print_file ? dlsym(context->print_file, HUI_PRINT_MODULE_SYMBOL) : NULL;
    if (module && strcmp(module->version, HUI_VERSION) == 0)
        return module;
    const char *const fault = !context->print_file ? "its module is not installed"
                              : !module            ? "the file is no print module"
                                                   : "the module is of another version";
    hui_diags_add(diags, HUI_CODE_NO_PRINT_MODULE, (hui_place){0},
                  "it is built where libqpdf and lcms2 are, and installed as lib/huibao/huibao-print.so", fault);
    return NULL;
}

void hui_print_close(void *file)
{
    if (file)
        dlclose(file);
}

static void report(hui_print_fault fault, const hui_print_spec *spec, const char *message, hui_diags *diags)
{
    switch (fault) {
    case HUI_PRINT_FAULT_NONE:
    case HUI_PRINT_FAULT_CANCELLED:
        return;
    case HUI_PRINT_FAULT_PROFILE:
        hui_diags_add(diags, HUI_CODE_BAD_PROFILE, spec->profile.text ? spec->profile.place : spec->place, NULL,
                      spec->profile.text ? spec->profile.text : "fogra39", message);
        return;
    case HUI_PRINT_FAULT_TRANSPARENCY:
        hui_diags_add(diags, HUI_CODE_PRINT_TRANSPARENCY, spec->place,
                      "pdfx4 keeps transparency, and print shops take it", message);
        return;
    case HUI_PRINT_FAULT_ACCESS:
        hui_diags_add(diags, HUI_CODE_PRINT_ACCESS, spec->place, NULL, message);
        return;
    case HUI_PRINT_FAULT_PDF:
        hui_diags_add(diags, HUI_CODE_CANNOT_WRITE, (hui_place){0}, NULL, "the print PDF", message);
        return;
    }
}

static const hui_print_ink *translate_inks(hui_arena *arena, const hui_theme *theme)
{
    hui_print_ink *inks = HUI_NEW_ARRAY(arena, hui_print_ink, theme->ink_count);
    for (size_t i = 0; i < theme->ink_count; i++) {
        const hui_theme_ink *from = &theme->inks[i];
        inks[i] = (hui_print_ink){.rgb = {from->color.r, from->color.g, from->color.b}, .spot = from->spot};
        for (int k = 0; k < 4; k++)
            inks[i].cmyk[k] = from->cmyk[k] / 100;
    }
    return inks;
}

static hui_print_options translate(hui_arena *arena, const hui_print_request *request)
{
    const hui_print_spec *spec = &request->spec;
    const bool is_auto = spec->colors == HUI_PRINT_COLORS_AUTO;
    return (hui_print_options){
        .standards = spec->standard,
        .outline_text = spec->text == HUI_PRINT_TEXT_OUTLINES,
        .keep_rgb = spec->colors == HUI_PRINT_COLORS_RGB || (is_auto && !(spec->standard & HUI_PRINT_X)),
        .black = (hui_print_black)spec->black,
        .profile = spec->profile_bytes,
        .profile_size = spec->profile_size,
        .monitor = request->monitor,
        .inks = request->theme ? translate_inks(arena, request->theme) : NULL,
        .ink_count = request->theme ? request->theme->ink_count : 0,
    };
}

bool hui_print_convert(hui_context *context, const hui_buffer *plain, const hui_print_request *request, hui_buffer *out,
                       hui_diags *diags)
{
    char message[HUI_PRINT_MESSAGE_SIZE];
    const hui_print_module *module = hui_print_open(context, diags);
    if (!module)
        return false;
    hui_arena *arena = hui_arena_new();
    const hui_print_options options = translate(arena, request);
    const hui_print_fault fault = module->run(plain->bytes, plain->size, &options, out, message);
    report(fault, &request->spec, message, diags);
    hui_arena_free(arena);
    return fault == HUI_PRINT_FAULT_NONE;
}
