/* Print PDFs: which standards are asked for, and the module that makes them, which is opened for it. */
#define _GNU_SOURCE /* dladdr */
#include "facade/print.h"

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
    *standards = 0;
    for (const char *at = words; strcmp(words, "none") != 0;) {
        const unsigned bit = read_standard(&at);
        if (!bit) {
            hui_diags_add(diags, HUI_CODE_UNKNOWN_VALUE, (hui_place){0},
                          "standards are pdfx4, pdfx1a, pdfa2a and pdfua1, with commas between several, or none", words,
                          "print");
            return false;
        }
        *standards |= bit;
        if (!*at)
            break;
    }
    return true;
}

bool hui_print_request_read(const char *words, const hui_print_spec *spec, hui_print_request *request, hui_diags *diags)
{
    *request = (hui_print_request){.standards = spec ? spec->standard : 0, .spec = spec};
    if (!words)
        return true;
    if (!read_standards(words, &request->standards, diags))
        return false;
    const char *const fault = hui_print_standard_fault(request->standards, spec ? spec->colors : 0);
    if (fault)
        hui_diags_add(diags, HUI_CODE_PRINT_STANDARD, (hui_place){0}, NULL, fault);
    return !fault;
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
    const hui_place place = spec ? spec->place : (hui_place){0};
    switch (fault) {
    case HUI_PRINT_FAULT_NONE:
        return;
    case HUI_PRINT_FAULT_PROFILE:
        hui_diags_add(diags, HUI_CODE_BAD_PROFILE, spec && spec->profile.text ? spec->profile.place : place, NULL,
                      spec && spec->profile.text ? spec->profile.text : "fogra39", message);
        return;
    case HUI_PRINT_FAULT_TRANSPARENCY:
        hui_diags_add(diags, HUI_CODE_PRINT_TRANSPARENCY, place, "pdfx4 keeps transparency, and print shops take it",
                      message);
        return;
    case HUI_PRINT_FAULT_ACCESS:
        hui_diags_add(diags, HUI_CODE_PRINT_ACCESS, place, NULL, message);
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
    const hui_print_spec *spec = request->spec;
    const int colors = spec ? spec->colors : HUI_PRINT_COLORS_AUTO;
    return (hui_print_options){
        .standards = request->standards,
        .keep_rgb =
            colors == HUI_PRINT_COLORS_RGB || (colors == HUI_PRINT_COLORS_AUTO && !(request->standards & HUI_PRINT_X)),
        .black = spec ? (hui_print_black)spec->black : HUI_PRINT_BLACK_TEXT,
        .profile = spec ? spec->profile_bytes : NULL,
        .profile_size = spec ? spec->profile_size : 0,
        .inks = request->theme ? translate_inks(arena, request->theme) : NULL,
        .ink_count = request->theme ? request->theme->ink_count : 0,
    };
}

/* Where colours stay sRGB, PDF/A forbids CMYK (ISO 19005-2, section 6.2.4.3). */
static bool check_marks(const hui_print_request *request, const hui_print_options *options, hui_diags *diags)
{
    if (!request->has_marks || !options->keep_rgb || !(options->standards & HUI_PRINT_A2A))
        return true;
    hui_diags_add(diags, HUI_CODE_PRINT_STANDARD, request->spec ? request->spec->place : (hui_place){0},
                  "leave out the page's marks, or print with \"colors\": \"cmyk\"",
                  "PDF/A-2a in sRGB takes no printers' marks, whose inks are CMYK");
    return false;
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
    bool converted = check_marks(request, &options, diags);
    if (converted) {
        const hui_print_fault fault = module->run(plain->bytes, plain->size, &options, out, message);
        report(fault, request->spec, message, diags);
        converted = fault == HUI_PRINT_FAULT_NONE;
    }
    hui_arena_free(arena);
    return converted;
}
