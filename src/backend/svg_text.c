/* Text in SVG: outlines that look right everywhere, and over them invisible text to be selected, searched and read
 * aloud. */
#include "backend/link.h"
#include "backend/svg_writer.h"

#include "base/utf8.h"

#include <string.h>

/* Outlines are defined on an em of this many units, and a glyph's place in its run is counted in them too. */
enum { EM = 1000 };

/* False if the glyph has no ink. */
static bool define_glyph(hui_svg *svg, const hui_font *font, uint32_t glyph, size_t *name)
{
    const uint32_t key[] = {hui_font_id(font), glyph};
    hui_svg_entry *entry = hui_svg_find(svg, key, sizeof key);
    *name = entry->name;
    if (entry->uses > 1)
        return !entry->blank;
    hui_path path = hui_path_new(svg->arena);
    hui_font_outline(font, glyph, EM, &path);
    entry->blank = path.verb_count == 0;
    if (entry->blank)
        return false;
    hui_buffer_add_string(&svg->defs, "<path id=\"");
    hui_svg_add_name(&svg->defs, entry->name);
    hui_buffer_add_string(&svg->defs, "\" d=\"");
    hui_svg_add_path_data(&svg->defs, &path, 0);
    hui_buffer_add_string(&svg->defs, "\"/>\n");
    return true;
}

static void open_run(hui_svg *svg, double x, double y, const hui_run *run)
{
    hui_buffer_add_string(&svg->body, "<g");
    hui_svg_add_color(&svg->body, "fill", run->color);
    hui_buffer_add_string(&svg->body, " transform=\"translate(");
    hui_svg_add_number(&svg->body, x + run->x, 2);
    hui_buffer_add_char(&svg->body, ' ');
    hui_svg_add_number(&svg->body, y, 2);
    hui_buffer_add_string(&svg->body, ")scale(");
    hui_svg_add_number(&svg->body, run->size / EM, 6);
    hui_buffer_add_string(&svg->body, ")\">");
}

/* (x, y): where the line starts, on its baseline. */
static void add_glyphs(hui_svg *svg, double x, double y, const hui_run *run)
{
    bool opened = false;
    for (size_t i = 0; i < run->glyph_count; i++) {
        const hui_glyph *glyph = &run->glyphs[i];
        size_t name;
        if (!define_glyph(svg, run->font, glyph->id, &name))
            continue;
        if (!opened)
            open_run(svg, x, y, run);
        opened = true;
        hui_buffer_add_string(&svg->body, "<use xlink:href=\"#");
        hui_svg_add_name(&svg->body, name);
        hui_buffer_add_char(&svg->body, '"');
        const double right = ((double)glyph->x - run->x) * EM / run->size, down = (double)glyph->y * EM / run->size;
        if (right > 0.5 || right < -0.5)
            hui_svg_add_attribute(&svg->body, "x", right, 0);
        if (down > 0.5 || down < -0.5)
            hui_svg_add_attribute(&svg->body, "y", down, 0);
        hui_buffer_add_string(&svg->body, "/>");
    }
    if (opened)
        hui_buffer_add_string(&svg->body, "</g>\n");
}

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

static bool has_several_characters(const hui_run *runs, size_t count)
{
    size_t characters = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < runs[i].text_size; k++)
            characters += ((unsigned char)runs[i].text[k] & 0xC0) != 0x80;
    return characters > 1;
}

/* The width is given so that what a reader selects lies on the glyphs, whatever font the reader's machine takes. */
static void add_stretch(hui_svg *svg, double x, double y, const hui_run *runs, size_t count)
{
    hui_buffer *out = &svg->body;
    const bool linked = runs->link && hui_link_is_safe(runs->link);
    if (linked) {
        hui_buffer_add_string(out, "<a");
        hui_svg_add_target(out, runs->link);
        hui_buffer_add_char(out, '>');
    }
    hui_buffer_add_string(out, "<tspan");
    hui_svg_add_attribute(out, "x", x + runs->x, 1);
    hui_svg_add_attribute(out, "y", y, 1);
    hui_svg_add_attribute(out, "font-size", runs->size, 1);
    const hui_run *last = &runs[count - 1];
    if (has_several_characters(runs, count))
        hui_svg_add_attribute(out, "textLength", last->x + last->width - runs->x, 1);
    hui_buffer_add_char(out, '>');
    for (size_t i = 0; i < count; i++)
        hui_svg_add_escaped(out, runs[i].text, runs[i].text_size);
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

/* One <text> per paragraph: the lines it was wrapped into are joined again when it is copied. */
static void add_selectable(hui_svg *svg, double x, double y, const hui_lines *lines)
{
    const char *at = hui_lines_string(svg->arena, lines);
    bool opened = false;
    svg->has_text = true;
    for (size_t i = 0; i < lines->count; i++) {
        const hui_line *line = &lines->at[i];
        if (!opened)
            hui_buffer_add_string(&svg->body, "<text class=\"" HUI_SVG_PREFIX "t\" opacity=\"0\">");
        for (size_t k = 0, end; k < line->run_count; k = end) {
            end = find_stretch_end(line, k);
            add_stretch(svg, x + line->x, y + line->baseline, &line->runs[k], end - k);
        }
        for (size_t k = 0; k < line->run_count; k++)
            at += line->runs[k].text_size;
        const bool last = line->ends_paragraph || i + 1 == lines->count;
        if (i + 1 < lines->count && skip_break(&at, &lines->at[i + 1]) && !last)
            hui_buffer_add_char(&svg->body, ' ');
        if (last)
            hui_buffer_add_string(&svg->body, "</text>\n");
        opened = !last;
    }
}

void hui_svg_add_text(hui_svg *svg, double x, double y, const hui_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        for (size_t k = 0; k < lines->at[i].run_count; k++)
            add_glyphs(svg, x + lines->at[i].x, y + lines->at[i].baseline, &lines->at[i].runs[k]);
    add_selectable(svg, x, y, lines);
}
