/* Print: its record, which standards go together, and the profile of the press. */
#include "base/file.h"
#include "model/reader.h"

#include <string.h>

const hui_word hui_print_standard_words[] = {
    {"pdfx4", "PDF/X-4, what print shops ask for: CMYK, transparency kept"},
    {"pdfx1a", "PDF/X-1a, for old workflows: CMYK, no transparency"},
    {"pdfa2a", "PDF/A-2a, for archives: colours defined, tagged"},
    {"pdfua1", "PDF/UA-1, for reading aloud: tagged, everything else marked as decoration"},
    {"none", "no standard, a plain PDF: only `text` applies"},
    {NULL, NULL},
};
enum { X4 = 1, X1A = 2, A2A = 4, UA1 = 8, NONE = HUI_PRINT_SPEC_NONE };

static const hui_word color_words[] = {
    {"auto", "cmyk for pdfx4 and pdfx1a, rgb for the others"},
    {"cmyk", "converted to the profile"},
    {"rgb", "kept as sRGB, which pdfx4 allows and the print shop converts"},
    {NULL, NULL},
};

static const hui_word print_black_words[] = {
    {"text",
     "neutral colours are black ink alone, and so are nearly neutral ones of text, lines and small shapes (at most "
     "half "
     "an inch high or wide, such as icons and rules), which overprint if they are dark; larger shapes stay rich"},
    {"neutral", "only colours with r = g = b"},
    {"none", "all colours by the profile"},
    {NULL, NULL},
};

static const hui_word print_text_words[] = {
    {"fonts", "text, in subsets of its fonts"},
    {"outlines",
     "filled outlines, and no font (转曲); pdfa2a and pdfua1 refuse it, since nothing would be left to read"},
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
    HUI_FIELD(hui_print_spec, text, ENUM, "how the PDF holds text", .fallback = "\"fonts\"", .words = print_text_words),
};

const hui_record hui_print_record = {
    .name = "print",
    .doc = "What the PDF of a poster is made fit for",
    .fields = print_fields,
    .field_count = HUI_FIELD_COUNT(print_fields),
    .size = sizeof(hui_print_spec),
    .shorthand = "standard",
};

static const char *standard_fault(unsigned standards, int colors)
{
    if ((standards & NONE) && standards != NONE)
        return "“none” is no standard, and stands alone";
    if ((standards & X1A) && (standards & X4))
        return "a file is either PDF/X-4 or PDF/X-1a";
    if ((standards & X1A) && standards != X1A)
        return "PDF/X-1a is PDF 1.4, and PDF/A-2a and PDF/UA-1 are not";
    if ((standards & X1A) && colors == HUI_PRINT_COLORS_RGB)
        return "PDF/X-1a knows no RGB";
    return NULL;
}

const char *hui_print_fault_of(const hui_print_spec *print, unsigned marks, const char **hint)
{
    const unsigned standards = print->standard;
    const bool converts =
        print->colors == HUI_PRINT_COLORS_CMYK || (print->colors == HUI_PRINT_COLORS_AUTO && (standards & (X4 | X1A)));
    const char *const fault = standard_fault(standards, print->colors);
    *hint = NULL;
    if (fault)
        return fault;
    /* Where colours stay sRGB, PDF/A forbids CMYK (ISO 19005-2, section 6.2.4.3). */
    if ((standards & A2A) && marks && !converts) {
        *hint = "leave out the page's marks, or print with \"colors\": \"cmyk\"";
        return "PDF/A-2a in sRGB takes no printers' marks, whose inks are CMYK";
    }
    /* What is drawn and is no text has to be a figure (ISO 14289-1, section 7.3): there would be no heading, paragraph or
     * list item left, only figures with a replacement, and nothing to search in an archive. */
    if ((standards & (A2A | UA1)) && print->text == HUI_PRINT_TEXT_OUTLINES) {
        *hint = "make a file with outlined text for the print shop, and another one to read";
        return "PDF/A-2a and PDF/UA-1 are for reading, and outlined text cannot be read";
    }
    return NULL;
}

/* What is wrong with the profile (ICC.1:2010, section 7.2: "acsp" at 36, the class at 12, the colour space at 16). */
const char *hui_print_profile_fault(const char *bytes, size_t size)
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
    const char *name = print->profile.text, *path, *real;
    const char *fault = hui_path_resolve(reader->arena, reader->files, reader->file->folder, name, &path, &real);
    if (fault) {
        const char *hint = hui_path_hint(reader->arena, reader->files, reader->file->folder, name);
        hui_diags_add(reader->diags, HUI_CODE_BAD_PATH, print->profile.place,
                      hint ? hint : "fogra39 is built in; any other profile is a file beside the spec", name, fault);
        return;
    }
    if (!hui_file_read_within(reader->arena, path, path, HUI_MOST_FILE_SIZE, print->profile.place,
                              &print->profile_bytes, &print->profile_size, reader->diags))
        return;
    fault = hui_print_profile_fault(print->profile_bytes, print->profile_size);
    if (fault)
        hui_diags_add(reader->diags, HUI_CODE_BAD_PROFILE, print->profile.place,
                      "a print shop names the one it prints by, such as PSOcoated_v3.icc", name, fault);
}

void hui_print_spec_resolve(hui_reader *reader, hui_print_spec *print, unsigned marks, hui_place place)
{
    const char *hint, *const fault = hui_print_fault_of(print, marks, &hint);
    print->place = place;
    if (fault)
        hui_diags_add(reader->diags, HUI_CODE_PRINT_STANDARD, place, hint, fault);
    if (print->profile.text && strcmp(print->profile.text, "fogra39") != 0)
        read_profile(reader, print);
}
