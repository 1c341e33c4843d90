/* Print: the bytes of a plain PDF become those of one that printers accept, or that readers aloud do.
 *
 * The pass stands on libqpdf and lcms2, which bring a C++ library and more along: it is a module of its own, opened when a
 * standard is asked for (facade/print.c). Nothing else in the house sees those two. */
#ifndef HUI_PRINT_PRINT_H
#define HUI_PRINT_PRINT_H

#include "base/buffer.h"
#include "base/monitor.h"

#include <stdbool.h>

/* Bits, in the order of hui_print_standard_words. */
enum {
    HUI_PRINT_X4 = 1,  /* PDF/X-4, ISO 15930-7:2010 */
    HUI_PRINT_X1A = 2, /* PDF/X-1a:2003, ISO 15930-4 */
    HUI_PRINT_A2A = 4, /* PDF/A-2a, ISO 19005-2 */
    HUI_PRINT_UA1 = 8, /* PDF/UA-1, ISO 14289-1 */
    HUI_PRINT_X = HUI_PRINT_X4 | HUI_PRINT_X1A,
    HUI_PRINT_ACCESSIBLE = HUI_PRINT_A2A | HUI_PRINT_UA1,
};

/* Which colours are printed with black ink alone. */
typedef enum hui_print_black {
    HUI_PRINT_BLACK_TEXT,    /* neutral ones, and nearly neutral ones of text, lines and small shapes */
    HUI_PRINT_BLACK_NEUTRAL, /* neutral ones: r = g = b */
    HUI_PRINT_BLACK_NONE,    /* none but by the profile */
} hui_print_black;

/* A colour of the design that has inks of its own. */
typedef struct hui_print_ink {
    unsigned char rgb[3];
    double cmyk[4];   /* 0 to 1; of a spot colour, what stands for it elsewhere */
    const char *spot; /* the name of a spot colour (Separation), or NULL */
} hui_print_ink;

typedef struct hui_print_options {
    unsigned standards;   /* HUI_PRINT_X4 | …; none: the plain file with what else is asked for */
    bool outline_text;    /* text becomes filled outlines, and no font is left */
    bool keep_rgb;        /* colours stay sRGB, else they become CMYK by the profile */
    hui_print_black black;
    const void *profile;  /* ICC, class prtr, CMYK; NULL: the bundled FOGRA39L */
    size_t profile_size;
    const hui_print_ink *inks;
    size_t ink_count;
    hui_monitor *monitor; /* advances by objects; NULL: nobody asks */
} hui_print_options;

typedef enum hui_print_fault {
    HUI_PRINT_FAULT_NONE,
    HUI_PRINT_FAULT_PROFILE,      /* lcms2 cannot use it */
    HUI_PRINT_FAULT_TRANSPARENCY, /* PDF/X-1a knows none */
    HUI_PRINT_FAULT_ACCESS,       /* something that readers aloud need is missing */
    HUI_PRINT_FAULT_CANCELLED,    /* by the monitor */
    HUI_PRINT_FAULT_PDF,          /* not a file as backend/pdf.c writes it */
} hui_print_fault;

enum { HUI_PRINT_MESSAGE_SIZE = 256 };

/* Appends the new file to `out`. After a fault, which `message` words as the end of a sentence, `out` is as it was. */
typedef hui_print_fault hui_print_run(const void *pdf, size_t size, const hui_print_options *options, hui_buffer *out,
                                      char message[HUI_PRINT_MESSAGE_SIZE]);

/* run.c; the module exports it (preflight/preflight.h). */
hui_print_run hui_print_convert_pdf;

#endif
