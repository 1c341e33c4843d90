/* Text in SVG: invisible text over outlines, to be selected, searched and read aloud, or real text in the place of both. */
#include "backend/link.h"
#include "backend/svg_writer.h"

#include "base/utf8.h"

#include <math.h>
#include <string.h>

static bool same_link(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Runs that one <tspan> holds: of one size and one link. Returns the index after the last. */
static size_t find_stretch_end(const hui_line *line, size_t from)
{
    size_t to = from + 1;
    while (to < line->run_count && line->runs[to].size == line->runs[from].size &&
           same_link(line->runs[to].link, line->runs[from].link))
        to++;
    return to;
}

/* How far along a <text> is, where nothing says otherwise. */
typedef struct text_pen {
    const hui_svg_frame *frame;
    bool moved; /* an x has been written, or a text that moves it on */
    double y;   /* as written last */
} text_pen;

static size_t count_characters(const hui_run *runs, size_t count)
{
    size_t characters = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < runs[i].text_size; k++)
            characters += ((unsigned char)runs[i].text[k] & 0xC0) != 0x80;
    return characters;
}

static bool are_ideographs(const hui_run *runs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (const char *at = runs[i].text, *const end = at + runs[i].text_size; at < end;) {
            const uint32_t code = hui_utf8_next(&at);
            if (code < 0x4E00 || code > 0x9FFF)
                return false;
        }
    return true;
}

/* The width of text that another font might set to another; 0: any font will do. All that have ideographs give each one em. */
static double find_length(const hui_run *runs, size_t count)
{
    const hui_run *last = &runs[count - 1];
    const double length = last->x + last->width - runs->x;
    const size_t characters = count_characters(runs, count);
    const bool is_even = fabs(length - (double)characters * runs->size) < 0.01 && are_ideographs(runs, count);
    return characters > 1 && !is_even ? length : 0;
}

static void add_unless(hui_buffer *out, const char *name, double value, double known, int decimals)
{
    if (hui_svg_to_fixed(value, decimals) != hui_svg_to_fixed(known, decimals))
        hui_svg_add_attribute(out, name, value, decimals);
}

/* What a reader selects lies on the glyphs, whatever font the reader's machine takes. */
static void add_place(hui_buffer *out, text_pen *pen, double x, double y, const hui_run *runs, size_t count)
{
    const hui_svg_frame *const frame = pen->frame;
    const double left = (x + runs->x - frame->x) / frame->unit, down = (y - frame->y) / frame->unit;
    if (pen->moved || hui_svg_to_fixed(left, frame->decimals) != 0)
        hui_svg_add_attribute(out, "x", left, frame->decimals);
    add_unless(out, "y", down, pen->y, frame->decimals);
    pen->moved = true;
    pen->y = down;
    add_unless(out, "font-size", runs->size / frame->unit, frame->font_size, frame->decimals);
    if (find_length(runs, count) > 0)
        hui_svg_add_attribute(out, "textLength", find_length(runs, count) / frame->unit, frame->decimals);
}

static void add_characters(hui_buffer *out, const hui_run *runs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        hui_xml_add_escaped(out, runs[i].text, runs[i].text_size);
}

static void add_stretch(hui_svg *svg, text_pen *pen, double x, double y, const hui_run *runs, size_t count)
{
    hui_buffer *out = &svg->body;
    const bool linked = runs->link && hui_link_is_safe(runs->link);
    if (linked)
        hui_svg_open_link(out, runs->link);
    hui_buffer_add_string(out, "<tspan");
    add_place(out, pen, x, y, runs, count);
    if (svg->options->svg_mode == HUI_SVG_WEB)
        hui_buffer_add_string(out, " fill-opacity=\"0\""); /* among text that is seen */
    hui_buffer_add_char(out, '>');
    add_characters(out, runs, count);
    hui_buffer_add_string(out, linked ? "</tspan></a>" : "</tspan>");
}

/* Whether wrapping took a space out between this line, whose text ends at `*at` of the whole block's text, and the
 * next; moves `*at` to the next line. */
static bool skip_break(const char **at, const hui_line *next)
{
    if (next->run_count == 0 || strncmp(*at, next->runs[0].text, next->runs[0].text_size) == 0 || !**at)
        return false;
    return *(*at)++ == ' ';
}

static void add_line(hui_svg *svg, text_pen *pen, double x, double y, const hui_line *line)
{
    for (size_t k = 0, end; k < line->run_count; k = end) {
        end = k + 1;
        if (hui_svg_is_live(svg, &line->runs[k])) {
            hui_svg_add_live_run(svg, x, y, &line->runs[k]);
            continue;
        }
        if (svg->options->svg_mode == HUI_SVG_HYBRID)
            end = find_stretch_end(line, k);
        else if (line->runs[k].text_size == 0)
            continue;
        add_stretch(svg, pen, x, y, &line->runs[k], end - k);
    }
}

/* Spaces count where characters are told where to stand, so none may be left out. */
static void open_text(hui_svg *svg)
{
    const bool hidden = svg->options->svg_mode == HUI_SVG_HYBRID;
    hui_buffer_add_string(&svg->body, hidden ? "<text opacity=\"0\"" : "<text xml:space=\"preserve\"");
    svg->has_hidden_text = svg->has_hidden_text || hidden;
}

/* A paragraph of one line and one stretch without a link needs no element inside. */
static bool add_short_paragraph(hui_svg *svg, const hui_svg_frame *frame, double x, double y, const hui_line *line,
                                bool is_whole)
{
    hui_buffer *out = &svg->body;
    if (!is_whole || line->run_count == 0 || svg->options->svg_mode != HUI_SVG_HYBRID || line->runs->link ||
        find_stretch_end(line, 0) < line->run_count)
        return false;
    open_text(svg);
    add_place(out, &(text_pen){.frame = frame}, x, y, line->runs, line->run_count);
    hui_buffer_add_char(out, '>');
    add_characters(out, line->runs, line->run_count);
    hui_buffer_add_string(out, "</text>");
    return true;
}

/* One <text> per paragraph: the lines it was wrapped into are joined again when it is copied. */
static void add_paragraphs(hui_svg *svg, const hui_svg_frame *frame, double x, double y, const hui_lines *lines)
{
    text_pen pen = {0};
    const char *at = hui_lines_string(svg->arena, lines);
    bool opened = false;
    for (size_t i = 0; i < lines->count; i++) {
        const hui_line *line = &lines->at[i];
        const bool last = line->ends_paragraph || i + 1 == lines->count;
        const bool is_short = add_short_paragraph(svg, frame, x + line->x, y + line->baseline, line, !opened && last);
        if (!opened && !is_short) {
            open_text(svg);
            hui_buffer_add_char(&svg->body, '>');
            pen = (text_pen){.frame = frame};
        }
        if (!is_short)
            add_line(svg, &pen, x + line->x, y + line->baseline, line);
        for (size_t k = 0; k < line->run_count; k++)
            at += line->runs[k].text_size;
        if (i + 1 < lines->count && skip_break(&at, &lines->at[i + 1]) && !last)
            hui_buffer_add_char(&svg->body, ' ');
        if (last && !is_short)
            hui_buffer_add_string(&svg->body, "</text>");
        opened = !last;
    }
}

/* Outlines alone are a picture of their text, for those who hear it: a paragraph's role takes no label (WAI-ARIA 1.2, section
 * 5.2.8.6). False if there is nothing to say, or it is said already. */
static bool open_label(hui_svg *svg, const hui_lines *lines)
{
    char *text = hui_lines_string(svg->arena, lines);
    if (svg->options->svg_mode != HUI_SVG_OUTLINE || svg->said_depth > 0 || !text[strspn(text, " \n")])
        return false;
    for (char *at = text; *at; at++)
        *at = *at == '\n' ? ' ' : *at;
    hui_buffer_add_string(&svg->body, "<g role=\"img\" aria-label=\"");
    hui_xml_add_escaped(&svg->body, text, strlen(text));
    hui_buffer_add_string(&svg->body, "\">");
    return true;
}

void hui_svg_add_text(hui_svg *svg, double x, double y, const hui_lines *lines)
{
    const bool is_labelled = open_label(svg, lines);
    static const hui_svg_frame page = {.unit = 1, .decimals = 1};
    hui_svg_frame frame = page;
    const bool hidden = svg->options->svg_mode == HUI_SVG_HYBRID;
    const bool inside = hui_svg_add_glyphs(svg, x, y, lines, hidden ? &frame : NULL);
    if (svg->options->svg_mode != HUI_SVG_OUTLINE)
        add_paragraphs(svg, &frame, x, y, lines);
    if (inside || is_labelled)
        hui_buffer_add_string(&svg->body, "</g>");
}
