/* huibao (绘报): declarative JSON specs become infographic posters and charts.
 *
 * A spec is read into a document, which is a finished drawing: everything is checked, shaped and laid out by then. A
 * document is rendered as often as one likes, as PNG, SVG or PDF, into a file, into memory or through a callback.
 *
 *     hui_context *context = hui_context_new(NULL);
 *     hui_document *document = hui_document_read_file(context, "poster.json", NULL);
 *     hui_status status = hui_document_render_file(document, "poster.png", NULL);
 *     for (size_t i = 0; i < hui_document_diagnostic_count(document); i++) {
 *         char *text = hui_diagnostic_text(hui_document_diagnostic(document, i), HUI_DIAGNOSTIC_PLAIN);
 *         fputs(text, stderr);
 *         hui_free(text);
 *     }
 *     hui_document_free(document);
 *     hui_context_free(context);
 *
 * Rules that hold everywhere
 *
 * - Strings are UTF-8 and end with a NUL. What a function returns as `const` is borrowed, what it returns as plain
 *   pointer is the caller's to free, with the function its comment names.
 * - Options structs are made by `= {0}`: zero and NULL always mean the default. NULL for the whole struct, too.
 * - Errors are of two kinds. What is wrong with specs, fonts, files and options is a diagnostic of the document and shows
 *   in the hui_status; nothing is printed, and no file is left half written. Mistakes of the caller (NULL for a
 *   document, an index out of range) are asserted. When memory runs out the process ends by abort().
 * - Lengths are design px: a page 1080 wide is 1080 px whatever the format, and 96 of them are an inch. What `scale` and
 *   `dpi` of the options say about pixels concerns PNG alone.
 * - Threads: the library has no global state. A context and its documents belong to one thread at a time; different
 *   contexts may work in different threads at the same moment.
 * - What may take long tells how far it is and can be cancelled, see hui_progress.
 * - The same spec, fonts and options give the same bytes, on every machine and at any time.
 */
#ifndef HUIBAO_H
#define HUIBAO_H

#include <stdbool.h>
#include <stddef.h>

#if defined(_WIN32)
#define HUI_API
#else
#define HUI_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define HUI_VERSION_MAJOR 0
#define HUI_VERSION_MINOR 1
#define HUI_VERSION_PATCH 0
#define HUI_VERSION "0.1.0"

/* The version of the library that runs, which may be newer than the HUI_VERSION a program was built with. */
HUI_API const char *hui_version(void);

/* How a call ended; the values are the program's exit statuses, and the greater is the worse. */
typedef enum hui_status {
    HUI_STATUS_OK = 0,     /* done; there may be warnings */
    HUI_STATUS_INPUT = 1,  /* a spec, or what it names, is at fault */
    HUI_STATUS_USAGE = 2,  /* an option makes no sense: a format or paper that does not exist */
    HUI_STATUS_SYSTEM = 3, /* the system refused: the spec cannot be read, a target not written, the fonts are not there */
    HUI_STATUS_CANCELLED = 4, /* a hui_progress callback said so; nothing is at fault. No exit status: the program sets none */
} hui_status;

/* For everything that functions return as a plain `char *` or bytes. NULL is fine. */
HUI_API void hui_free(void *returned);

/* Progress
 * -------- */

/* What a call is doing, and the units that it counts. In this order; of a spec that is one chart, and of one that is read for
 * its second look, some do not occur. */
typedef enum hui_stage {
    HUI_STAGE_READ,    /* reading files and checking them: panels; how many there are is not known before */
    HUI_STAGE_BUILD,   /* shaping texts, computing charts: panels */
    HUI_STAGE_LAYOUT,  /* boxes */
    HUI_STAGE_DRAW,    /* boxes, on all pages: the drawing that every format is written from */
    HUI_STAGE_STRIPES, /* rendering PNG: stripes of about 1 MiB of pixels */
    HUI_STAGE_ITEMS,   /* rendering any other format: shapes, texts and groups, on all pages (dump: on each); PDF/X-1a: twice,
                          since shapes are made opaque first */
    HUI_STAGE_PRINT,   /* making a print PDF of a plain one: objects of the file; how many is not known before */
} hui_stage;

/* Called while documents are read and rendered, in the caller's own thread: when a stage begins (0 done), when it ends (all
 * of `total` done), and between for each panel, stripe or page and every 64 boxes or items. `total` is 0 where it is not known
 * yet. False cancels: the callback is not called again, what the call has made is released, its threads are joined, files are as
 * they were, and it returns HUI_STATUS_CANCELLED within the time of one panel, stripe or page. It may not use the document or its context. */
typedef bool hui_progress(void *closure, hui_stage stage, size_t done, size_t total);

/* Diagnostics
 * ----------- */

typedef enum hui_severity { HUI_SEVERITY_WARNING, HUI_SEVERITY_ERROR } hui_severity;

/* What is wrong, and where. Strings live as long as the document that reported it. */
typedef struct hui_diagnostic {
    hui_severity severity;
    const char *code;        /* stable, such as "unknown-key" */
    const char *file;        /* as named by the caller or the including spec; "" where there is none */
    int line, column;        /* from 1; column counts characters; 0 where there is no place in a file */
    int length;              /* characters the caret underlines, at least 1 */
    const char *source_line; /* the text of that line, or NULL */
    const char *pointer;     /* JSON Pointer (RFC 6901) of the value, or "" */
    const char *message;
    const char *hint; /* what to do, or NULL */
    int source_column; /* where the place begins in source_line, from 1; less than column where a long line is cut */
    int page;          /* of the drawing, from 1, where it shows; 0: unknown, or nowhere */
    double x, y, width, height; /* of that on the page, px from its top left corner; 0 where `page` is */
    const char *chinese, *chinese_hint; /* message and hint in Chinese, of warnings that lint tells, too; NULL: there is none */
} hui_diagnostic;

typedef enum hui_diagnostic_style {
    HUI_DIAGNOSTIC_PLAIN, /* file:line:column: error[code]: message; the line; a caret under the place; the hint */
    HUI_DIAGNOSTIC_COLOR, /* the same with the escape sequences of terminals (ECMA-48) */
    HUI_DIAGNOSTIC_JSON,  /* one object on one line, its members named as above */
} hui_diagnostic_style;

/* A diagnostic as the program prints it, with a newline at the end. The caret stands right on terminals where han take
 * two columns. Free with hui_free. */
HUI_API char *hui_diagnostic_text(const hui_diagnostic *diagnostic, hui_diagnostic_style style);

/* Contexts
 * --------
 * A context holds the opened fonts and icons, which documents share. Making one is cheap: files are opened when the
 * first document needs them. */

typedef struct hui_context hui_context;

typedef struct hui_context_options {
    const char *fonts_folder; /* of the bundled fonts; NULL: $HUIBAO_FONTS, or where they were installed */
    const char *const *font_folders; /* more fonts, asked first by family name */
    size_t font_folder_count;
    bool system_fonts;  /* also those of the system. Without it nothing outside the folders above is ever used, and
                           output does not depend on the machine */
    bool claim_fontconfig; /* makes the process's fontconfig configuration an empty one, which spares a start 3 ms, or 300
                              where the system's fonts are not cached yet. For programs that use fontconfig, Pango
                              or GTK through this library alone; the one piece of global state it ever touches */
    bool fixed_metrics; /* no fonts: han are 1 em wide, all else half an em. For tests of layout; nothing is inked */
} hui_context_options;

/* Never NULL: fonts that cannot be opened are an error of every document. The options are copied. */
HUI_API hui_context *hui_context_new(const hui_context_options *options);
/* Looks through the fonts' files and reads the icons, which else the first document would do. A process that forks into workers
 * calls it before, and reads no document itself: the workers share what was read, and a context whose documents have used
 * Pango's threads may not be used in a fork. False if fonts cannot be opened; every document will say so. */
HUI_API bool hui_context_prepare(hui_context *context);
/* After its documents. NULL is fine. */
HUI_API void hui_context_free(hui_context *context);

/* Documents
 * --------- */

typedef struct hui_document hui_document;

/* What a spec may take at most; 0: the usual, which HUI_CATALOG_LIMITS lists. What goes beyond is an error of the document
 * that names the limit. Time and memory are the caller's to limit: by a process, as the program's worker does. */
typedef struct hui_limits {
    size_t file_size;    /* bytes of each spec file, included ones and colour profiles too */
    size_t data_size;    /* bytes of each file of data, and of each image that data name */
    size_t image_size;   /* bytes of each file of an image */
    size_t depth;        /* of nested JSON values; never more than 1000 */
    size_t nodes;        /* JSON values of all spec files */
    size_t includes;     /* panels that are included, each as often as it is */
    size_t rows;         /* of each source of data, and of what a transform makes of it */
    size_t items;        /* that all repeats of a template make */
    size_t text;         /* bytes of one text that is drawn, or filled in */
    size_t texts;        /* bytes of all texts, as often as they are shaped */
    size_t views;        /* of a chart */
    size_t marks;        /* of a chart; a text or a series counts as five */
    size_t images;       /* of files, each as often as it is read */
    size_t image_pixels; /* of one image */
    size_t pages;        /* that a poster flows into */
    size_t pixels;       /* of a PNG that is written; never wider than 32767 */
} hui_limits;

/* Sets those that `text` names, such as "rows=50000,pages=20": the names of HUI_CATALOG_LIMITS, whole numbers from 1. False,
 * with `limits` as they were, and *error tells in one line why (free with hui_free; `error` may be NULL). */
HUI_API bool hui_limits_read(hui_limits *limits, const char *text, char **error);

typedef struct hui_document_options {
    const char *theme;  /* instead of the spec's own; see HUI_CATALOG_THEMES */
    bool allow_outside; /* includes, images, fonts and data may lie outside the spec's folder. Only for specs you trust */
    bool untrusted;     /* the spec is a stranger's: nothing outside its folder is read, whatever allow_outside says, links being
                           followed first; data stand in the spec, as “url” and SQLite are errors; a context with the system's
                           fonts is an error; limits are stricter. It does not limit time and memory, and what the process may
                           do if the spec finds a fault in a library: see `huibao worker --untrusted` */
    bool lenient;       /* what Vega-Lite has and huibao does not support is left out of charts with a warning; without it, it
                           is an error */
    const hui_limits *limits; /* NULL: the usual. Copied */
    hui_progress *progress; /* told while documents are read, built, laid out and drawn; NULL: nobody. Those of a template tell
                             it in the threads that make them, perhaps several at a time. A document that was cancelled has
                             no drawing, and HUI_STATUS_CANCELLED for its status */
    void *progress_closure;
} hui_document_options;

/* Reads the spec of a poster, a panel or a chart, checks it, lays it out and draws it into memory. Never NULL: ask
 * hui_document_status whether it can be rendered. What the spec includes, and the data it names, is looked for beside
 * it. The context must outlive the document; nothing else is kept. Free with hui_document_free.
 *
 * A chart is a spec in Vega-Lite: its file's name ends in .vl.json, or its "$schema" is Vega-Lite's. It is drawn as Vega
 * draws it, in the picture's own size; in a poster the theme styles it. */
HUI_API hui_document *hui_document_read_file(hui_context *context, const char *path, const hui_document_options *options);
/* The same from memory. `name` stands for the file in diagnostics; relative paths start at `folder`, and if that is NULL
 * the spec can name no files. */
HUI_API hui_document *hui_document_read(hui_context *context, const char *name, const void *bytes, size_t size,
                                        const char *folder, const hui_document_options *options);
HUI_API void hui_document_free(hui_document *document); /* NULL is fine */

/* The worst that happened since the document was made, failed renderings included, cancelled ones not. A document that had
 * an error when it was read has no drawing: rendering it returns the same status again and touches nothing. */
HUI_API hui_status hui_document_status(const hui_document *document);

/* Errors and warnings in the order they were found. Rendering may add some; those already there stay where they are. */
HUI_API size_t hui_document_diagnostic_count(const hui_document *document);
HUI_API const hui_diagnostic *hui_document_diagnostic(const hui_document *document, size_t index);

/* The files that the spec names: includes, images, data, profiles, each once and as messages call it. With the spec itself and
 * the fonts they are all that the drawing depends on. */
HUI_API size_t hui_document_file_count(const hui_document *document);
HUI_API const char *hui_document_file(const hui_document *document, size_t index);

HUI_API const char *hui_document_title(const hui_document *document); /* NULL: the spec gives none */
HUI_API double hui_document_width(const hui_document *document);      /* px; 0 after errors */
HUI_API double hui_document_height(const hui_document *document);
/* How many pages of that size there are: more than one where the spec's page flows into "pages"; 0 after errors. */
HUI_API size_t hui_document_page_count(const hui_document *document);

/* Rows of data
 * ------------
 * What a template is filled in with, one after the other, in memory that does not grow with their number: CSV (RFC 4180),
 * NDJSON, arrays of JSON, SQLite. Columns of CSV have the types that all of their cells show: number, date,
 * boolean, else text; codes with leading zeros and whole numbers of more than ten digits stay text. They are found out in a
 * pass of its own over the file; standard input is kept in a temporary file for that. */

typedef struct hui_rows hui_rows;
typedef struct hui_row hui_row;

typedef struct hui_rows_options {
    const char *format;    /* "csv", "tsv", "ndjson", "json", "sqlite"; NULL: by the name's ending, CSV of standard input */
    const char *delimiter; /* CSV: between cells; NULL: as the format has it */
    const char *encoding;  /* of a text: one that iconv knows, such as "GB18030"; NULL: UTF-8, with or without a mark */
    const char *query;     /* SQLite: one SELECT, which can only read; NULL: all of the only table */
    const char *columns;   /* a JSON object of columns and their types: "number", "text", "date", "boolean",
                              "date:%d.%m.%Y"; NULL: as they are */
    size_t max_row_size;   /* bytes of one row; 0: 16 MiB */
    size_t first_number;   /* of the first row; 0: 1 */
} hui_rows_options;

/* Opens a file, or standard input for "-". Never NULL: ask hui_rows_status. Belongs to one thread at a time. */
HUI_API hui_rows *hui_rows_open(const char *path, const hui_rows_options *options);
/* The same of a text in memory, which must last as long as the rows; `name` stands for it in diagnostics, and its format
 * must be said. */
HUI_API hui_rows *hui_rows_read(const char *name, const void *bytes, size_t size, const hui_rows_options *options);
HUI_API void hui_rows_free(hui_rows *rows); /* NULL is fine */

typedef enum hui_rows_next_result {
    HUI_ROWS_END, /* no more, or an error ended it: see the status */
    HUI_ROWS_ROW,
    HUI_ROWS_BAD, /* this row is at fault, which was reported; those behind it can be read */
} hui_rows_next_result;

/* The next row, borrowed until the next call. *row is NULL unless the result is ROW. */
HUI_API hui_rows_next_result hui_rows_next(hui_rows *rows, const hui_row **row);
HUI_API bool hui_rows_rewind(hui_rows *rows);              /* back before the first one; false after an error */
HUI_API size_t hui_rows_number(const hui_rows *rows);      /* of the latest row, good or bad, from 1 */
HUI_API hui_status hui_rows_status(const hui_rows *rows);  /* the worst so far */
HUI_API size_t hui_rows_diagnostic_count(const hui_rows *rows);
/* Lives as long as the rows, or until they are forgotten. */
HUI_API const hui_diagnostic *hui_rows_diagnostic(const hui_rows *rows, size_t index);
/* Drops the diagnostics so far, of which no more than 200 errors are listed: for those who report each row by itself. */
HUI_API void hui_rows_forget(hui_rows *rows);
/* Reads all rows, and says what they are: for each column its type, cells, empty ones, the least and the greatest value,
 * distinct ones; a few rows; what is odd, as diagnostics. As text for people, or JSON. Free with hui_free. */
HUI_API char *hui_rows_describe(hui_rows *rows, bool as_json);

HUI_API size_t hui_row_number(const hui_row *row);
/* As compact JSON, members in the order of the columns: the same row gives the same bytes. Dates are strings (ISO 8601).
 * Free with hui_free. */
HUI_API char *hui_row_json(const hui_row *row);
/* A field as compact JSON; NULL if the row has none of this name. Free with hui_free. */
HUI_API char *hui_row_field_json(const hui_row *row, const char *field);
/* A field as text; NULL if the row has none of this name. Free with hui_free. */
HUI_API char *hui_row_text(const hui_row *row, const char *field);
/* A row of one's own, which needs the rows no more: for a queue, or another thread. Free with hui_row_free. */
HUI_API hui_row *hui_row_copy(const hui_row *row);
HUI_API void hui_row_free(hui_row *copy); /* of a copy; NULL is fine */
/* A text with fields in braces, such as "out/{{city}}-{{date|date:%Y}}.pdf", filled in. `refused`: characters that no value may
 * hold, such as "/"; NULL: none. NULL after an error, which *error tells in one line (free with hui_free; `error` may be
 * NULL). Free with hui_free. */
HUI_API char *hui_row_fill(const hui_row *row, const char *text, const char *refused, char **error);

/* Templates
 * ---------
 * A spec that is read, checked and planned once and then drawn with many rows: {{field}} in its texts is the row's. The files
 * that it includes by fixed names, and named data that do not depend on the row, are read with it. Immutable once made:
 * several threads may draw from one at the same time, each with its own context, and so may processes after fork(). */

typedef struct hui_template hui_template;

/* Never NULL: ask hui_template_status. The options hold for all documents made from it. */
HUI_API hui_template *hui_template_read_file(const char *path, const hui_document_options *options);
HUI_API hui_template *hui_template_read(const char *name, const void *bytes, size_t size, const char *folder,
                                        const hui_document_options *options);
HUI_API void hui_template_free(hui_template *spec); /* after its documents; NULL is fine */
HUI_API hui_status hui_template_status(const hui_template *spec);
HUI_API size_t hui_template_diagnostic_count(const hui_template *spec);
HUI_API const hui_diagnostic *hui_template_diagnostic(const hui_template *spec, size_t index);

/* The document of a template and a row (NULL: none), as hui_document_read_file makes it of a spec. Diagnostics stand at the
 * template's line and column and name the row; those of a template that had errors are the document's, too. The template must
 * outlive the document; the row need not. */
HUI_API hui_document *hui_document_from_template(hui_context *context, const hui_template *spec, const hui_row *row);

/* Rendering
 * --------- */

typedef struct hui_render_options {
    const char *format;    /* "png", "svg", "pdf" or "dump" (text for tests; of a chart, JSON); NULL: from the target's
                              suffix, else "png" */
    double scale;          /* PNG: pixels per px; 0: by `dpi`, and without it 1 */
    double dpi;            /* PNG: written into the file as its resolution; 0: 96 times the scale */
    int threads;           /* PNG: how many draw and compress; 0: as many as there are processors, at most 4 */
    int png_colors;        /* PNG: reduced to a palette of so many colours, 2 to 256, alpha included, which libimagequant chooses;
                              dithered by Floyd and Steinberg's error diffusion, except where a colour is in the palette. A
                              picture that has no more keeps its own. It is drawn twice, and memory does not grow with its height.
                              0: all colours, exactly, of which up to 256 are written as a palette too where that is smaller.
                              Others are "out-of-range"; "bad-value" where libimagequant is not there */
    const char *id_prefix; /* SVG: begins every id, so that several SVGs may stand in one page; NULL: from the content */
    const char *svg_mode;  /* SVG: "hybrid" (NULL): text as outlines, with invisible text over them to be selected and
                              searched; "outline": outlines alone; "web": text, in subsets of its fonts that the file
                              holds as WOFF2; "text": text, in fonts that are only named, for editing where they are */
    const char *svg_icons; /* SVG: "color" (NULL): icons in their own colours; "currentcolor": those of one colour take
                              the `color` of the element that holds the SVG */
    const char *svg_size;  /* SVG: "fixed" (NULL): the drawing's size in px; "responsive": as wide as its place, its
                              shape kept */
    const char *svg_dark;  /* SVG: a theme in whose colours it shows where the reader prefers dark ones (the media feature
                              prefers-color-scheme), in the spec's everywhere else; NULL: the spec's alone. Only its colours are
                              taken, so that both looks are one drawing; what draws anything else in it is "bad-dark" */
    int page;              /* which one, from 1, of several; 0: all of them in PDF and dump, the first in PNG and SVG. A
                              page that is not there is "out-of-range" */
    const char *paper;     /* PDF: "A4", "A3 landscape", "600mm x 1800mm"; NULL: the spec's, or one page of the
                              drawing's own size */
    bool sync;             /* files: wait until the bytes and the name are on the disk (POSIX fsync), for a machine that may
                              lose power */
    const char *print;     /* PDF: the standards it is made to, instead of the spec's: "pdfx4", "pdfx1a", "pdfa2a", "pdfua1",
                              or several with commas between; "none": a plain PDF. NULL: as the spec says */
    const char *print_profile; /* PDF to a standard: the press, "fogra39" or the path of an ICC profile for CMYK of class
                              prtr, wherever it lies. NULL: as the spec says, else "fogra39" */
    const char *print_colors; /* the same: "auto", "cmyk" or "rgb", see the spec's field `print.colors`. NULL: as the spec says */
    const char *print_black;  /* the same: "text", "neutral" or "none", see `print.black`. NULL: as the spec says */
    bool outline_text;     /* PDF: text as filled outlines, and no font, for print shops that ask for it; false: as the spec
                              says */
    bool svg_places;       /* SVG: the group of each panel says where it stands in the spec, as diagnostics do: data-file,
                              data-line, data-pointer; and definitions are named by their content, so that little differs
                              when little has changed. For editors that lead from the drawing to the spec and back */
    hui_progress *progress; /* told while it renders; NULL: nobody. A rendering that was cancelled adds nothing to the document,
                              which can be rendered again; a hui_write callback may have had some of the bytes */
    void *progress_closure;
} hui_render_options;

/* Print PDFs
 *
 * A file to PDF/X-4 (ISO 15930-7) or PDF/X-1a:2003 (ISO 15930-4) has colours of the press: its RGB becomes CMYK by an ICC
 * profile, relative colorimetric with black point compensation (solid colours are corrected by the profile's table from inks
 * to colours, which is finer; ΔE00 of light tints falls from 4 to 0.5), and neutral text and lines become black ink alone, which
 * overprints. It names its boxes and its output intent. One to PDF/A-2a (ISO 19005-2) or PDF/UA-1 (ISO 14289-1) keeps
 * sRGB and is complete for those who read it aloud. For PDF/X-1a translucent
 * shapes are drawn once for each shape below them, clipped to it, in the colour that both give (Compositing and Blending 1,
 * section 5.1); no pixels are made. What a standard forbids is an error: "print-transparency" under PDF/X-1a, for each panel
 * that has what cannot be drawn so, "print-access" where a title or an alternative text is missing, "print-standard" where two do not go together.
 * Outlined text has a form for each glyph, and marked content with its characters (ActualText, ISO 32000-1, section 14.9.4)
 * around each run; it is black ink like any other text. PDF/A-2a and PDF/UA-1 refuse it with "print-standard".
 * All this is a module of its own, which is opened when it is first asked for; a library that was built or installed
 * without it reports "no-print-module". The static library opens the same module, which must be installed beside the program
 * (huibao/huibao-print.so) or where huibao was installed. $HUIBAO_PRINT names another file to open instead. */

/* Renders into a file. The bytes go to a new file beside the target, which then takes the target's name: readers see
 * the old file or the whole new one, and after a failure (a full disk: "cannot-write") the old one is as it was. A
 * target that is no regular file, such as /dev/stdout or a pipe, is written straight. */
HUI_API hui_status hui_document_render_file(hui_document *document, const char *path, const hui_render_options *options);

/* Removes from a folder what processes that were killed while they rendered into it have left there: files such as
 * ".huibao-1a2b3c4d-0" that nobody writes. Rendering the same target again takes its own over. Returns how many; safe while
 * others render. */
HUI_API size_t hui_sweep_folder(const char *folder);

/* Renders into memory. *bytes is to be freed with hui_free; it is NULL and *size 0 unless the status is OK. */
HUI_API hui_status hui_document_render_memory(hui_document *document, const hui_render_options *options, void **bytes,
                                              size_t *size);

/* Takes the next `size` bytes; false stops the rendering, with "cannot-write" and `errno` for its reason. */
typedef bool hui_write(void *closure, const void *bytes, size_t size);

/* Renders through a callback, which is called in the caller's thread. `name` is the target's in diagnostics. */
HUI_API hui_status hui_document_render(hui_document *document, const char *name, hui_write *write, void *closure,
                                       const hui_render_options *options);

/* Preflight: what a print shop would find fault with
 * --------------------------------------------------
 * A PDF of any program is looked through by the rules that print shops apply, in the manner of ISO 15930 and the Ghent
 * Workgroup's specifications of 2015: page boxes, bleed that backgrounds reach, a safe zone for text, embedded fonts,
 * resolution of images, thin lines, small text, black text of several inks, RGB, transparency under PDF/X-1a, output
 * intent, encryption, scripts, annotations, and ink coverage. What a file claims to be (PDF/X, PDF/A, PDF/UA) makes
 * breaches of that standard errors.
 *
 * It is part of the print module; without it the result has the error "no-print-module". Ink is measured on plates that
 * Ghostscript renders as a process of its own (posix_spawn), with overprint, from a temporary folder ($TMPDIR, else
 * /tmp) that is gone when the call returns; where Ghostscript is not installed, the warning "ink-unchecked" says so.
 * Files may be hostile: nesting, decoded bytes and operations are limited, and what was not examined is the warning
 * "pdf-complex". */

typedef struct hui_preflight hui_preflight;

typedef struct hui_preflight_options {
    const char *rules;       /* whose: "coated" (NULL), "uncoated", "newspaper", "digital" (office printers, screens: any colour,
                                no bleed), "accessible" (as digital, and complete tags) */
    const char *limits;      /* instead of theirs, such as "ink=300,bleed=5": bleed and safe in mm, image, image-least, bitmap
                                and bitmap-least in dpi, ink in %, line, text and text-inks in pt; 0: not asked for */
    const char *lang;        /* of messages, hints and facts: "en" (NULL) or "zh" */
    const char *ghostscript; /* the program: NULL: gs on PATH; "": none, ink is not asked for */
    double seconds;          /* that Ghostscript may take; 0: 120 */
} hui_preflight_options;

/* Checks a PDF in memory, which is not kept. `name` stands for it in diagnostics. Never NULL; free with
 * hui_preflight_free. The result needs neither the context nor the bytes any more. */
HUI_API hui_preflight *hui_preflight_read(hui_context *context, const char *name, const void *bytes, size_t size,
                                          const hui_preflight_options *options);
/* The same of a file; a path that cannot be read is "unreadable-file", with HUI_STATUS_SYSTEM. */
HUI_API hui_preflight *hui_preflight_read_file(hui_context *context, const char *path, const hui_preflight_options *options);
/* Renders the document into memory as hui_document_render_memory would, as PDF, and checks that. Findings name the
 * panel at fault by its place in the spec; the document must outlive the result. After a failed rendering the status is
 * the rendering's, and the document has its diagnostics. */
HUI_API hui_preflight *hui_preflight_document(hui_document *document, const hui_render_options *render,
                                              const hui_preflight_options *options);
HUI_API void hui_preflight_free(hui_preflight *preflight); /* NULL is fine */

/* HUI_STATUS_INPUT if there is an error among the findings, OK with warnings only. */
HUI_API hui_status hui_preflight_status(const hui_preflight *preflight);
/* Findings in the order of pages; the code is the rule's, such as "image-coarse". Like findings of one page, or of one
 * panel, are one, which tells the worst and how many there are. */
HUI_API size_t hui_preflight_diagnostic_count(const hui_preflight *preflight);
HUI_API const hui_diagnostic *hui_preflight_diagnostic(const hui_preflight *preflight, size_t index);
/* A short table of facts: pages, standard, output intent, fonts, images, plates, ink. Free with hui_free. */
HUI_API char *hui_preflight_text(const hui_preflight *preflight);
/* Facts and findings as one JSON object on one line: "file", "rules", "limits", "errors", "warnings", "facts", and
 * "findings" with "rule", "severity", "page", "box" (mm from the trimmed page's top left corner), "count", "pointer",
 * "message", "hint". Boxes of pages are mm, y upwards. Free with hui_free. */
HUI_API char *hui_preflight_json(const hui_preflight *preflight);

/* Lint: what a designer would find fault with
 * -------------------------------------------
 * The finished drawing is looked through by rules of legibility, colour, honest charts and layout, which HUI_CATALOG_LINT lists:
 * text over other text or out of its panel, contrast (WCAG 2.2, 1.4.3) with what is really drawn below, sizes on a phone and on
 * paper, lone characters (clreq, section 3.1.6), colours of a legend that look alike to colour-blind readers (Machado et al. 2009,
 * CIEDE2000), bars that do not start at zero, and more. All are judged by numbers; none is sure to be a fault, and “lint” in
 * the spec, of a panel or of the whole, says which are meant so. Rendering warns of "text-over-text" and "text-outside" in
 * posters, which are certain. */

typedef struct hui_lint hui_lint;

typedef struct hui_lint_options {
    const char *rules;  /* only these, such as "low-contrast,bar-base"; NULL: all */
    const char *ignore; /* without these; NULL: none is left out */
    double scale;       /* pixels for each px that images must have on pages for screens; 0: 1 */
    double dpi;         /* and for each inch on paper, where the page has a size in mm; 0: 150 */
    const char *lang;   /* of messages and hints of the rules: "en" (NULL) or "zh" */
} hui_lint_options;

/* Looks through a document's drawing. Never NULL: what the document reported itself is among the findings, errors too, if it
 * is of a rule that is asked for, or of none. The document is not changed, must outlive the result, and may not be used in
 * another thread meanwhile. Free with hui_lint_free. */
HUI_API hui_lint *hui_document_lint(hui_document *document, const hui_lint_options *options);
HUI_API void hui_lint_free(hui_lint *lint); /* NULL is fine */

/* OK: nothing was found; INPUT: there are findings; USAGE: there is no such rule or language ("unknown-value"); SYSTEM: the
 * document could not be drawn. */
HUI_API hui_status hui_lint_status(const hui_lint *lint);
/* Findings, by page and from top to bottom, those without a place on the pages first. The code is the rule's. Like findings of one
 * panel are one, which tells the worst and how many there are. */
HUI_API size_t hui_lint_diagnostic_count(const hui_lint *lint);
HUI_API const hui_diagnostic *hui_lint_diagnostic(const hui_lint *lint, size_t index);

/* Draws the pages, one below the other, with a numbered rectangle for each finding and a list of them beside, into a file, as
 * hui_document_render_file would: a failure is a diagnostic of the document. Options of pages, paper and print standards are not
 * used. */
HUI_API hui_status hui_lint_render_file(hui_lint *lint, const char *path, const hui_render_options *options);

/* Catalogues: what there is
 * ------------------------- */

typedef enum hui_catalog {
    HUI_CATALOG_FORMATS, /* name, what it is, suffix with its point */
    HUI_CATALOG_THEMES,  /* name, what it looks like, names of its accents */
    HUI_CATALOG_PANELS,  /* the word after "type", what the panel shows, NULL */
    HUI_CATALOG_ICONS,   /* name, words to search by, NULL; sorted */
    HUI_CATALOG_FONTS,   /* family, style, file; sorted; empty if the fonts cannot be opened */
    HUI_CATALOG_LIMITS,  /* name, of what, "usual / for untrusted specs, with its unit" */
    HUI_CATALOG_LINT,    /* a rule's name, what it finds, NULL */
} hui_catalog;

/* Strings live as long as the context. */
typedef struct hui_entry {
    const char *name, *doc, *detail;
} hui_entry;

HUI_API size_t hui_catalog_count(hui_context *context, hui_catalog catalog);
HUI_API hui_entry hui_catalog_entry(hui_context *context, hui_catalog catalog, size_t index);
/* How well an entry fits a word that somebody searches by: 0 not at all, 1 by what it says of itself, 2 by its name, 3 it is
 * called so. Icons are also found by Chinese words. */
HUI_API int hui_catalog_match(hui_context *context, hui_catalog catalog, size_t index, const char *word);

/* The spec language, described by the tables that read it. Free with hui_free.
 * ------------------------------------------------------------------------- */

/* JSON Schema, draft 2020-12, for editors. */
HUI_API char *hui_manual_schema(void);
/* All panels and their fields, in Markdown. */
HUI_API char *hui_manual_reference(void);
/* What is supported of Vega-Lite, property by property, in Markdown. */
HUI_API char *hui_manual_vega_lite(void);
/* One panel type, "poster", "page", "theme", "formats", or a field such as "kpi.change", as plain text; NULL if there is none. */
HUI_API char *hui_manual_describe(const char *word);

/* The candidate nearest to `word` by spelling, for "did you mean"; NULL if none is near. */
HUI_API const char *hui_word_nearest(const char *word, const char *const *candidates, size_t count);

#ifdef __cplusplus
}
#endif

#endif
