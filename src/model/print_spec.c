/* Print: its record, which standards go together, and the profile of the press. */
#include "base/file.h"
#include "model/reader.h"

#include <string.h>

const hui_word hui_print_standard_words[] = {
    {"pdfx4", "PDF/X-4, what print shops ask for: CMYK, transparency kept"},
    {"pdfx1a", "PDF/X-1a, for old workflows: CMYK, no transparency"},
    {"pdfa2a", "PDF/A-2a, for archives: colours defined, tagged"},
    {"pdfua1", "PDF/UA-1, for reading aloud: tagged, everything else marked as decoration"},
    {NULL, NULL},
};
enum { X4 = 1, X1A = 2 };

static const hui_word color_words[] = {
    {"auto", "cmyk for pdfx4 and pdfx1a, rgb for the others"},
    {"cmyk", "converted to the profile"},
    {"rgb", "kept as sRGB, which pdfx4 allows and the print shop converts"},
    {NULL, NULL},
};

static const hui_word print_black_words[] = {
    {"text", "neutral colours, and nearly neutral ones of text and lines, are black ink alone; if dark, it overprints"},
    {"neutral", "only colours with r = g = b"},
    {"none", "all colours by the profile"},
    {NULL, NULL},
};

static const hui_field print_fields[] = {
    HUI_FIELD(hui_print_spec, standard, WORDS, "what the PDF conforms to", .required = true,
              .words = hui_print_standard_words),
    HUI_FIELD(hui_print_spec, profile, STRING,
              "the press: fogra39 (offset on coated paper), or the path of an ICC profile of class prtr for CMYK",
              .fallback = "\"fogra39\""),
    HUI_FIELD(hui_print_spec, colors, ENUM, "what becomes of colours", .fallback = "\"auto\"", .words = color_words),
    HUI_FIELD(hui_print_spec, black, ENUM, "what is printed with black ink alone", .fallback = "\"text\"",
              .words = print_black_words),
};

const hui_record hui_print_record = {
    .name = "print",
    .doc = "What the PDF of a poster is made fit for",
    .fields = print_fields,
    .field_count = HUI_FIELD_COUNT(print_fields),
    .size = sizeof(hui_print_spec),
    .shorthand = "standard",
};

const char *hui_print_standard_fault(unsigned standards, int colors)
{
    if ((standards & X1A) && (standards & X4))
        return "a file is either PDF/X-4 or PDF/X-1a";
    if ((standards & X1A) && standards != X1A)
        return "PDF/X-1a is PDF 1.4, and PDF/A-2a and PDF/UA-1 are not";
    if ((standards & X1A) && colors == HUI_PRINT_COLORS_RGB)
        return "PDF/X-1a knows no RGB";
    return NULL;
}

/* What is wrong with the profile (ICC.1:2010, section 7.2: "acsp" at 36, the class at 12, the colour space at 16). */
static const char *find_fault(const char *bytes, size_t size)
{
    enum { CLASS = 12, SPACE = 16, SIGNATURE = 36, HEADER = 128 };
    if (size < HEADER || memcmp(bytes + SIGNATURE, "acsp", 4) != 0)
        return "it is no ICC profile";
    if (memcmp(bytes + SPACE, "CMYK", 4) != 0)
        return "its colours are not CMYK";
    if (memcmp(bytes + CLASS, "prtr", 4) != 0)
        return "it is not of a press or printer (class prtr)";
    return NULL;
}

static void read_profile(hui_reader *reader, hui_print_spec *print)
{
    static const size_t limit = (size_t)64 << 20;
    const char *name = print->profile.text, *path, *real;
    const char *fault = hui_path_resolve(reader->arena, reader->files, reader->file->folder, name, &path, &real);
    if (fault) {
        const char *hint = hui_path_hint(reader->arena, reader->files, reader->file->folder, name);
        hui_diags_add(reader->diags, HUI_CODE_BAD_PATH, print->profile.place,
                      hint ? hint : "fogra39 is built in; any other profile is a file beside the spec", name, fault);
        return;
    }
    if (!hui_file_read(reader->arena, path, path, limit, print->profile.place, &print->profile_bytes,
                       &print->profile_size, reader->diags))
        return;
    fault = find_fault(print->profile_bytes, print->profile_size);
    if (fault)
        hui_diags_add(reader->diags, HUI_CODE_BAD_PROFILE, print->profile.place,
                      "a print shop names the one it prints by, such as PSOcoated_v3.icc", name, fault);
}

void hui_print_spec_resolve(hui_reader *reader, hui_print_spec *print, hui_place place)
{
    const char *const fault = hui_print_standard_fault(print->standard, print->colors);
    print->place = place;
    if (fault)
        hui_diags_add(reader->diags, HUI_CODE_PRINT_STANDARD, place, NULL, fault);
    if (print->profile.text && strcmp(print->profile.text, "fogra39") != 0)
        read_profile(reader, print);
}
